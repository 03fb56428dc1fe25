// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/panopticreader.h"

#include "core/base/atomicfile.h"
#include "core/extension/formatsupport.h"
#include "core/extension/labelimage.h"
#include "core/geometry/mask.h"
#include "plugins/formats/coco/annotationrecord.h"
#include "plugins/formats/coco/cocofiles.h"
#include "plugins/formats/coco/cocomembers.h"
#include "plugins/formats/coco/cocoshape.h"
#include "plugins/formats/coco/panopticformat.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImage>

#include <algorithm>
#include <map>
#include <unordered_set>

namespace plumbline::coco {

using extension::ClassRef;
using extension::ItemRef;

namespace {

constexpr std::size_t batchSize = 512;
constexpr qsizetype maximumDatasetMember = 1 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::coco", text);
}

/// A segment of "segments_info" whose members are right.
struct Segment {
    std::uint32_t id = 0;
    ClassRef labelClass = extension::noClass;
    QString place;
    Json *json = nullptr;
};

class PanopticReader
{
public:
    PanopticReader(const extension::ImportRequest &request, extension::AnnotationSink &sink)
        : m_request(request), m_sink(sink), m_control(sink.control()), m_guard(request)
    {}

    Result<> read()
    {
        const QStringList files = panopticFiles(m_request.path);
        if (files.isEmpty())
            return fail(ErrorCode::NotFound, tr("%1 has no COCO panoptic file. Choose the file itself.").arg(m_request.path));
        for (const QString &file : files)
            m_bytesTotal += QFileInfo(file).size();
        std::optional<Error> firstError;
        bool anyRead = false;
        for (const QString &file : files) {
            m_fileName = QFileInfo(m_request.path).isDir() ? QDir(m_request.path).relativeFilePath(file) : file;
            const Result<> result = readFile(file);
            m_bytesBefore += QFileInfo(file).size();
            if (!result && (m_failed || files.size() == 1))
                return result;
            if (!result)
                problem({}, result.error().text);
            firstError = result || firstError ? firstError : std::optional(result.error());
            anyRead = anyRead || result.has_value();
        }
        if (!anyRead)
            return fail(*firstError);
        if (!m_dataset.empty())
            m_sink.declareDataset(QStringLiteral("coco"), std::move(m_dataset));
        if (const auto refused = m_guard.refusedLinks())
            m_sink.issue(*refused);
        return {};
    }

private:
    struct Image {
        ItemRef item = 0;
        QSize size;
        bool hasSegments = false;
    };

    Result<> readFile(const QString &path)
    {
        FileView file;
        if (auto opened = file.open(path); !opened)
            return opened;
        m_images.clear();
        m_classes.clear();
        const QFileInfo info(path);
        const QString name = info.completeBaseName();
        m_split = name.startsWith(QLatin1String("panoptic_")) ? name.mid(9) : QString();
        const auto option = m_request.options.find(segmentsOption().key);
        m_segments = option != m_request.options.end() && !option->second.isEmpty()
                         ? option->second
                         : info.absolutePath() + QLatin1Char('/') + name;
        m_mayLeave = option != m_request.options.end() && !option->second.isEmpty();
        const RootIndex index = indexRoot(file.bytes());
        m_fileEnd = file.bytes().size();
        if (index.isArray || index.members.empty())
            return fail(ErrorCode::Malformed, tr("%1 is not a COCO panoptic file: it is no JSON object.").arg(path));
        extension::MediaFinder media(m_request, pictureFolders(info));
        m_media = &media;
        // Annotations refer to images and categories, wherever those stand.
        std::vector<const RootMember *> annotations;
        for (const RootMember &member : index.members) {
            if (member.key == "annotations")
                annotations.push_back(&member);
            else
                takeMember(file.bytes(), member);
        }
        for (const RootMember *member : annotations)
            if (auto taken = takeAnnotations(file.bytes(), *member); !taken)
                return taken;
        if (auto rest = declareRest(); !rest)
            return rest;
        if (index.broken)
            problem(tr("byte %1").arg(index.brokenAt), index.endsEarly
                                                           ? tr("The file ends too early; what came before was read.")
                                                           : tr("The file is broken here; what came before was read."));
        if (const auto refused = media.refusedLinks())
            m_sink.issue(*refused);
        return {};
    }
    [[nodiscard]] QStringList pictureFolders(const QFileInfo &file) const
    {
        const QString beside = file.absolutePath();
        QStringList folders{m_request.mediaPath, beside};
        if (QFileInfo(beside).fileName() == QLatin1String("annotations")) {
            const QString above = QFileInfo(beside).absolutePath();
            for (const QString &name :
                 {QStringLiteral("images/") + m_split, m_split, QStringLiteral("images"), QStringLiteral("data")})
                if (!name.isEmpty())
                    folders.append(above + QLatin1Char('/') + name);
        }
        return folders;
    }
    void takeMember(QByteArrayView json, const RootMember &member)
    {
        if (member.key == "images" || member.key == "categories") {
            const bool images = member.key == "images";
            const QString list = QString::fromLatin1(member.key);
            if (json[member.begin] != '[')
                return problem(list, tr("It is not a list."));
            const AnnotationArrayEnd end =
                readElements(json, member.begin, member.end, [&](qsizetype index, Json &&entry, const ElementNotes &notes) {
                    const QString place = QStringLiteral("%1[%2]").arg(list).arg(index);
                    tellDuplicate(place, notes);
                    if (!notes.flaw.isEmpty())
                        problem(place, notes.flaw);
                    else if (!entry.is_object())
                        problem(place, tr("It is not an object; it was left out."));
                    else if (images)
                        takeImage(place, std::move(entry));
                    else
                        takeCategory(place, std::move(entry));
                    return !m_control.cancelled();
                });
            return reportEnd(end, list);
        }
        if (member.end - member.begin > maximumDatasetMember)
            return;
        auto value = base::parseJson(json.sliced(member.begin, member.end - member.begin), 64);
        if (value)
            m_dataset.emplace(member.key.toStdString(), *std::move(value));
        else if (member.end < json.size())
            problem(QString::fromUtf8(member.key), tr("It is not valid JSON; it was left out."));
    }
    void takeImage(const QString &place, Json &&image)
    {
        const ForeignId id = ForeignId::fromJson(image.contains("id") ? image["id"] : Json());
        if (!id.usable())
            return problem(place + QStringLiteral(".id"), tr("It has no id; it was left out."));
        if (m_images.contains(key(id)))
            return problem(place + QStringLiteral(".id"),
                           tr("The id %1 is there twice; the second one was left out.").arg(id.toString()));
        const auto name = base::safeRelativePath(image.contains("file_name") ? base::toQString(image["file_name"]) : QString());
        if (!name)
            return problem(place + QStringLiteral(".file_name"), name.error().text);
        extension::ForeignItem item;
        item.name = *name;
        item.path = m_media->find(*name);
        item.width = pixels(image, "width");
        item.height = pixels(image, "height");
        item.extra = Json::object();
        item.extra["coco"] = otherMembers(std::move(image), {"file_name", "width", "height"});
        m_images[key(id)] = {-1, {item.width, item.height}, false};
        m_pending[key(id)] = std::move(item);
        m_order.push_back(key(id));
    }
    void takeCategory(const QString &place, Json &&category)
    {
        const ForeignId id = ForeignId::fromJson(category.contains("id") ? category["id"] : Json());
        const QString name = category.contains("name") ? base::toQString(category["name"]) : QString();
        if (!id.usable() || name.isEmpty())
            return problem(place, tr("It has no id or no name; it was left out."));
        if (m_classes.contains(key(id)))
            return problem(place + QStringLiteral(".id"),
                           tr("The id %1 is there twice; the second one was left out.").arg(id.toString()));
        extension::ForeignClass labelClass{name, Json::object()};
        labelClass.extra["coco"] = otherMembers(std::move(category), {"name"});
        m_classes[key(id)] = m_sink.declareClass(std::move(labelClass));
    }

    Result<> takeAnnotations(QByteArrayView json, const RootMember &member)
    {
        if (json[member.begin] != '[') {
            problem(QStringLiteral("annotations"), tr("It is not a list."));
            return {};
        }
        Result<> result;
        const AnnotationArrayEnd end =
            readElements(json, member.begin, member.end, [&](qsizetype index, Json &&record, const ElementNotes &notes) {
                const QString place = QStringLiteral("annotations[%1]").arg(index);
                tellDuplicate(place, notes);
                if (!notes.flaw.isEmpty())
                    problem(place, notes.flaw);
                else
                    takeRecord(place, std::move(record));
                // A record takes as long as its picture, and has about as many bytes as the others.
                const auto pictures = static_cast<qint64>(std::max<std::size_t>(m_images.size(), 1));
                const qint64 done = m_fileEnd * std::min<qint64>(index + 1, pictures) / pictures;
                m_control.report(m_bytesBefore + done, m_bytesTotal, tr("Reading annotations"));
                if (m_batch.size() >= batchSize)
                    result = flush();
                return result.has_value() && !m_control.cancelled();
            });
        m_failed = !result || m_control.cancelled();
        if (!result)
            return result;
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        reportEnd(end, QStringLiteral("annotations"));
        return {};
    }
    // Pictures without segments, and the labels that still wait.
    Result<> declareRest()
    {
        for (const std::string &id : std::exchange(m_order, {}))
            static_cast<void>(declared(id));
        const Result<> flushed = flush();
        m_failed = !flushed;
        return flushed;
    }
    // Declares a picture when it is first needed; `kept` is what its record says beside the segments.
    ItemRef declared(const std::string &id, Json kept = {})
    {
        Image &image = m_images.at(id);
        if (const auto waiting = m_pending.find(id); waiting != m_pending.end()) {
            if (!kept.is_null())
                waiting->second.extra[panopticSpace] = std::move(kept);
            else if (!m_split.isEmpty())
                waiting->second.extra[panopticSpace] = Json{{"split", m_split.toStdString()}};
            image.item = m_sink.declareItem(std::move(waiting->second));
            m_pending.erase(waiting);
        }
        return image.item;
    }

    void takeRecord(const QString &place, Json &&record)
    {
        if (!record.is_object())
            return problem(place, tr("It is not an object; it was left out."));
        const ForeignId imageId = ForeignId::fromJson(record.contains("image_id") ? record["image_id"] : Json());
        const auto image = m_images.find(key(imageId));
        if (!imageId.usable() || image == m_images.end())
            return problem(place + QStringLiteral(".image_id"),
                           tr("There is no image with the id %1; its segments were left out.").arg(imageId.toString()));
        if (std::exchange(image->second.hasSegments, true))
            return problem(place + QStringLiteral(".image_id"), tr("The picture has segments already; these were left out."));
        Json kept = otherMembers(Json(record), {"image_id", "segments_info"});
        if (!m_split.isEmpty())
            kept["split"] = m_split.toStdString();
        const ItemRef item = declared(image->first, std::move(kept));
        const auto name = base::safeRelativePath(record.contains("file_name") ? base::toQString(record["file_name"]) : QString());
        if (!name)
            return problem(place + QStringLiteral(".file_name"), name.error().text);
        std::vector<Segment> segments = segmentsOf(place, record);
        const QString path = m_segments + QLatin1Char('/') + *name;
        if (!m_mayLeave && QFileInfo::exists(path) && !m_guard.reaches(path))
            return problem(place + QStringLiteral(".file_name"),
                           tr("It lies behind a link that is not followed; its segments were left out."));
        if (!QFileInfo(path).isFile())
            return problem(
                place + QStringLiteral(".file_name"),
                tr("There is no file %1; its segments were left out. The option “segments” names the folder.").arg(path));
        const auto picture = extension::readLabelPicture(path);
        if (!picture)
            return problem(place + QStringLiteral(".file_name"),
                           picture.error().text + QLatin1Char(' ') + tr("Its segments were left out."));
        const QSize wanted = image->second.size;
        if (!wanted.isEmpty() && wanted != picture->size())
            problem(place + QStringLiteral(".file_name"),
                    tr("It has %1 × %2 pixels and the picture has %3 × %4; the masks were kept as they are.")
                        .arg(picture->width())
                        .arg(picture->height())
                        .arg(wanted.width())
                        .arg(wanted.height()),
                    base::IssueSeverity::Warning);
        takeMasks(place, item, picture->convertToFormat(QImage::Format_RGB32), segments);
    }

    std::vector<Segment> segmentsOf(const QString &place, Json &record)
    {
        std::vector<Segment> segments;
        const auto list = record.find("segments_info");
        if (list == record.end() || !list->is_array()) {
            problem(place + QStringLiteral(".segments_info"), tr("It is not a list; only the picture was read."));
            return segments;
        }
        std::unordered_set<std::uint32_t> ids;
        for (std::size_t i = 0; i < list->size(); ++i) {
            Json &entry = (*list)[i];
            const QString at = place + QStringLiteral(".segments_info[%1]").arg(i);
            const ForeignId id = ForeignId::fromJson(entry.is_object() && entry.contains("id") ? entry["id"] : Json());
            if (id.kind != ForeignId::Integer || id.number < 1 || id.number > maximumSegmentId) {
                problem(at + QStringLiteral(".id"),
                        tr("It is no whole number from 1 to %1; the segment was left out.").arg(maximumSegmentId));
                continue;
            }
            if (!ids.insert(static_cast<std::uint32_t>(id.number)).second) {
                problem(at + QStringLiteral(".id"), tr("The id %1 is there twice; the second one was left out.").arg(id.number));
                continue;
            }
            segments.push_back({static_cast<std::uint32_t>(id.number), classOf(at, entry), at, &entry});
        }
        return segments;
    }
    ClassRef classOf(const QString &place, const Json &entry)
    {
        const ForeignId id = ForeignId::fromJson(entry.contains("category_id") ? entry["category_id"] : Json());
        if (const auto known = m_classes.find(key(id)); id.usable() && known != m_classes.end())
            return known->second;
        if (!id.usable()) {
            problem(place + QStringLiteral(".category_id"), tr("It has no category; the label was kept without a class."));
            return extension::noClass;
        }
        const QString name = tr("category %1").arg(id.toString());
        problem(place + QStringLiteral(".category_id"),
                tr("There is no category with the id %1; its labels were kept in a class “%2”.").arg(id.toString(), name));
        extension::ForeignClass labelClass{name, Json::object()};
        labelClass.extra["coco"] = Json{{"id", id.toJson()}};
        return m_classes[key(id)] = m_sink.declareClass(std::move(labelClass));
    }

    void takeMasks(const QString &place, ItemRef item, const QImage &picture, std::vector<Segment> &segments)
    {
        std::unordered_set<std::uint32_t> wanted;
        for (const Segment &segment : segments)
            wanted.insert(segment.id);
        std::int64_t strangers = 0;
        std::uint32_t stranger = 0;
        auto masks = extension::masksByValue(
            picture.size(),
            [&](int x, int y) {
                const QRgb colour = reinterpret_cast<const QRgb *>(picture.constScanLine(y))[x];
                return static_cast<std::uint32_t>(qRed(colour)) + 256U * static_cast<std::uint32_t>(qGreen(colour))
                       + 65536U * static_cast<std::uint32_t>(qBlue(colour));
            },
            [&](std::uint32_t id) {
                const bool known = wanted.contains(id);
                if (!known && id > 0 && ++strangers == 1)
                    stranger = id;
                return known;
            });
        if (strangers > 0)
            problem(place + QStringLiteral(".file_name"),
                    tr("It has %1 ids that no segment has, one is %2; their pixels were left out.").arg(strangers).arg(stranger));
        for (Segment &segment : segments) {
            const auto mask = masks.find(segment.id);
            if (mask == masks.end())
                problem(segment.place, tr("No pixel has the id %1; the segment was left out.").arg(segment.id));
            else
                takeSegment(item, std::move(mask->second), segment);
        }
    }
    void takeSegment(ItemRef item, geometry::Mask &&mask, Segment &segment)
    {
        const auto bounds = geometry::maskBounds(mask).value_or(geometry::Box{});
        const auto area = static_cast<double>(geometry::maskArea(mask));
        const Json *box = member(*segment.json, "bbox");
        const Json *givenArea = member(*segment.json, "area");
        const Json *crowd = member(*segment.json, "iscrowd");
        extension::ForeignAnnotation &label = m_batch.emplace_back();
        label.item = item;
        label.labelClass = segment.labelClass;
        label.annotation.origin.kind = model::OriginKind::Import;
        Json kept = Json{{"id", segment.id}};
        const bool sameBox = box && box->is_array() && box->size() == 4 && (*box)[0] == bounds.x && (*box)[1] == bounds.y
                             && (*box)[2] == bounds.w && (*box)[3] == bounds.h;
        if (box && !sameBox)
            kept["bbox"] = *box;
        if (givenArea && *givenArea != area)
            kept["area"] = *givenArea;
        if (kept.size() > 1)
            kept[shapeKey] = fingerprint(mask);
        if (crowd && *crowd == 1)
            label.annotation.role = model::Role::Crowd;
        else if (crowd && *crowd != 0)
            problem(segment.place + QStringLiteral(".iscrowd"), tr("It is neither 0 nor 1; it was taken as 0."));
        Json others = otherMembers(std::move(*segment.json), {"id", "category_id", "area", "bbox", "iscrowd"});
        for (auto &[name, value] : others.get_ref<Json::object_t &>())
            kept[name] = std::move(value);
        label.annotation.geometry = std::move(mask);
        label.annotation.extra = Json::object();
        label.annotation.extra[panopticSpace] = std::move(kept);
    }

    // One kind of key for both kinds of ids: "18" and 18 differ.
    static std::string key(const ForeignId &id)
    {
        return id.kind == ForeignId::Integer ? std::to_string(id.number) : '"' + id.text;
    }
    Result<> flush() { return m_batch.empty() ? Result<>() : m_sink.add(std::exchange(m_batch, {})); }
    void tellDuplicate(const QString &place, const ElementNotes &notes)
    {
        if (!notes.duplicateKey.empty())
            problem(place,
                    tr("The key “%1” is there twice; the last one was taken.").arg(QString::fromStdString(notes.duplicateKey)));
    }
    void reportEnd(const AnnotationArrayEnd &end, const QString &what)
    {
        for (const AnnotationArrayEnd::Break &b : end.breaks)
            if (b.position < m_fileEnd)
                problem(tr("byte %1").arg(b.position),
                        b.endsEarly ? tr("“%1” ends too early; what came before was read.").arg(what)
                                    : tr("A record of “%1” is broken and was left out: %2").arg(what, b.cause));
        if (end.gaveUp && !m_control.cancelled())
            problem(what, tr("Too much of it is broken; the rest was left out."));
    }
    void problem(const QString &place, const QString &text, base::IssueSeverity severity = base::IssueSeverity::Problem)
    {
        m_sink.issue({severity, m_fileName, place, text});
    }

    const extension::ImportRequest &m_request;
    extension::AnnotationSink &m_sink;
    jobs::JobControl m_control;
    extension::LinkGuard m_guard;
    extension::MediaFinder *m_media = nullptr;
    QString m_fileName;
    QString m_split;
    QString m_segments;       // folder of the PNG files
    bool m_mayLeave = false;  // the user named that folder
    std::map<std::string, Image> m_images;
    std::map<std::string, extension::ForeignItem> m_pending;
    std::vector<std::string> m_order;
    std::map<std::string, ClassRef> m_classes;
    std::vector<extension::ForeignAnnotation> m_batch;
    Json m_dataset = Json::object();
    bool m_failed = false;
    qsizetype m_fileEnd = 0;
    qint64 m_bytesBefore = 0;
    qint64 m_bytesTotal = 0;
};

}  // namespace

extension::FormatOption segmentsOption()
{
    return {QStringLiteral("segments"), tr("Folder of the PNG files"), {}, {}};
}

Result<> readPanoptic(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    return PanopticReader(request, sink).read();
}

}  // namespace plumbline::coco
