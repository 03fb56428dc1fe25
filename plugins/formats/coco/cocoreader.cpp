// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/cocoreader.h"

#include "core/base/atomicfile.h"
#include "core/base/json.h"
#include "plugins/formats/coco/cocofiles.h"
#include "plugins/formats/coco/cocomembers.h"
#include "plugins/formats/coco/cocoshape.h"
#include "plugins/formats/coco/cocoskeleton.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <cmath>
#include <set>

namespace plumbline::coco {

using extension::ClassRef;
using extension::ItemRef;

namespace {

constexpr std::size_t batchSize = 256;  // stays in the processor's cache
constexpr qsizetype maximumDatasetMember = 1 << 20;  // bytes of "info" and the like that are kept

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::coco", text);
}

QStringList mediaFolders(const extension::ImportRequest &request, const QString &file)
{
    const QFileInfo info(file);
    const QString beside = info.absolutePath();
    const QString split = info.completeBaseName().section(QLatin1Char('_'), -1);
    const QString above = QFileInfo(beside).absolutePath();
    QStringList folders{request.mediaPath, beside, beside + QStringLiteral("/data"), beside + QStringLiteral("/images")};
    // annotations/x.json has its pictures one folder up; elsewhere the folder above is none of our business.
    if (QFileInfo(beside).fileName() == QLatin1String("annotations"))
        for (const char *name : {"images", "data", "images/%1", "%1"})
            folders.append(above + QLatin1Char('/') + QString::fromLatin1(name).replace(QLatin1String("%1"), split));
    return folders;
}

}  // namespace

template <typename T>
const T *Reader::ById<T>::find(const ForeignId &id) const
{
    if (id.kind == ForeignId::Integer) {
        const auto it = numbers.constFind(id.number);
        return it == numbers.constEnd() ? nullptr : &*it;
    }
    const auto it = texts.find(id.text);
    return id.kind != ForeignId::Text || it == texts.end() ? nullptr : &it->second;
}

template <typename T>
bool Reader::ById<T>::insert(const ForeignId &id, T value)
{
    if (id.kind != ForeignId::Integer)
        return texts.emplace(id.text, value).second;
    const qsizetype before = numbers.size();
    if (!numbers.contains(id.number))
        numbers.insert(id.number, value);
    return numbers.size() > before;
}

template <typename T>
void Reader::ById<T>::clear()
{
    numbers.clear();
    texts.clear();
}

Reader::Reader(const extension::ImportRequest &request, extension::AnnotationSink &sink)
    : m_request(request), m_sink(sink), m_control(sink.control()), m_dataset(Json::object())
{
    m_batch.reserve(batchSize);
}

Result<> Reader::read()
{
    const QStringList files = annotationFiles(m_request.path);
    if (files.isEmpty())
        return fail(ErrorCode::NotFound, tr("%1 has no COCO annotation file. Choose the file itself.").arg(m_request.path));
    for (const QString &file : files)
        m_bytesTotal += QFileInfo(file).size();
    std::optional<Error> firstError;
    bool anyRead = false;
    for (const QString &file : files) {
        m_fileName = QFileInfo(m_request.path).isDir() ? QDir(m_request.path).relativeFilePath(file) : file;
        const Result<> result = readFile(file);
        m_bytesBefore += QFileInfo(file).size();
        if (result) {
            anyRead = true;
            continue;
        }
        if (m_failed || files.size() == 1)
            return result;
        problem({}, result.error().text);
        firstError = firstError ? firstError : result.error();
    }
    if (!anyRead)
        return fail(*firstError);
    if (!m_dataset.empty())
        m_sink.declareDataset(QStringLiteral("coco"), std::move(m_dataset));
    m_control.report(m_bytesTotal, m_bytesTotal);
    return {};
}

Result<> Reader::readFile(const QString &path)
{
    FileView file;
    if (auto opened = file.open(path); !opened)
        return opened;
    m_items.clear();
    m_classes.clear();
    m_ids.clear();
    m_textIds.clear();
    m_joints.clear();
    m_media = std::make_unique<extension::MediaFinder>(m_request, mediaFolders(m_request, path));
    const RootIndex index = indexRoot(file.bytes());
    m_fileEnd = file.bytes().size();
    m_isResults = index.isArray;
    if (index.members.empty())
        return fail(ErrorCode::Malformed, tr("%1 is not a COCO file: it is no JSON object or list.").arg(path));
    if (m_isResults) {
        if (auto read = readReference(path); !read)
            return read;
    } else {
        const auto known = [](const RootMember &m) {
            return m.key == "images" || m.key == "annotations" || m.key == "categories";
        };
        if (std::none_of(index.members.begin(), index.members.end(), known))
            return fail(ErrorCode::Malformed,
                        tr("%1 is not a COCO file: it has no images, annotations or categories.").arg(path));
        takeMembers(file.bytes(), index);
    }
    for (const RootMember &member : index.members)
        if (m_isResults || member.key == "annotations")
            if (auto taken = takeAnnotations(file.bytes(), member); !taken)
                return taken;
    if (index.broken)
        problem(tr("byte %1").arg(index.brokenAt), index.endsEarly ? tr("The file ends too early; what came before was read.")
                                                                   : tr("The file is broken here; what came before was read."));
    reportDuplicates();
    reportCrossings();
    if (const auto refused = m_media->refusedLinks())
        m_sink.issue(*refused);
    if (!m_control.cancelled())
        return {};
    m_failed = true;
    return jobs::JobControl::cancelledError();
}

Result<> Reader::readReference(const QString &path)
{
    const auto option = m_request.options.find(QStringLiteral("reference"));
    if (option != m_request.options.end() && !option->second.isEmpty()) {
        FileView file;
        if (auto opened = file.open(option->second); !opened)
            return opened;
        const QString results = std::exchange(m_fileName, option->second);
        takeMembers(file.bytes(), indexRoot(file.bytes()));
        m_fileName = results;
        return {};
    }
    // COCO pictures are called by their id, so their names tell which picture a result is for.
    const QString folder = m_request.mediaPath.isEmpty() ? QFileInfo(path).absolutePath() : m_request.mediaPath;
    for (QDirIterator files(folder, QDir::Files); files.hasNext();) {
        files.next();
        bool isNumber = false;
        const qint64 number = QFileInfo(files.fileName()).completeBaseName().section(QLatin1Char('_'), -1).toLongLong(&isNumber);
        if (isNumber && extension::isPictureName(files.fileName()))
            m_picturesByNumber.emplace(number, files.fileName());
    }
    problem({}, tr("A list of results names no pictures and classes; give the file that has them as the option “reference”."),
            base::IssueSeverity::Note);
    return {};
}

void Reader::takeMembers(QByteArrayView json, const RootIndex &index)
{
    std::set<QByteArray> seen;
    for (const RootMember &member : index.members) {
        const bool list = member.key == "images" || member.key == "categories" || member.key == "annotations";
        if (!seen.insert(member.key).second)
            problem(QString::fromUtf8(member.key), list ? tr("The key is there twice; both lists were read.")
                                                        : tr("The key is there twice; the first one was taken."));
        if (member.key == "images") {
            takeImages(json, member);
        } else if (member.key == "categories") {
            takeCategories(json, member);
        } else if (member.key != "annotations" && member.end - member.begin <= maximumDatasetMember) {
            auto value = base::parseJson(json.sliced(member.begin, member.end - member.begin), 64);
            const auto key = base::parseJson(QByteArray(QByteArrayView("\"").toByteArray() + member.key + '"'), 2);
            if (value && key && key->is_string())
                m_dataset.emplace(key->get<std::string>(), *std::move(value));
            else if (member.end < json.size())
                problem(QString::fromUtf8(member.key), tr("It is not valid JSON; it was left out."));
        }
    }
}

void Reader::takeImages(QByteArrayView json, const RootMember &member)
{
    if (json[member.begin] != '[')
        return problem(QStringLiteral("images"), tr("It is not a list."));
    const AnnotationArrayEnd end =
        readElements(json, member.begin, member.end, [&](qsizetype index, Json &&image, const ElementNotes &notes) {
            tellDuplicate(QStringLiteral("images[%1]").arg(index), notes.duplicateKey);
            if (notes.flaw.isEmpty())
                takeImage(index, std::move(image));
            else
                problem(QStringLiteral("images[%1]").arg(index), notes.flaw);
            return !m_control.cancelled();
        });
    reportEnd(end, QStringLiteral("images"));
}

void Reader::takeImage(qsizetype index, Json &&image)
{
    const QString place = QStringLiteral("images[%1]").arg(index);
    if (!image.is_object())
        return problem(place, tr("It is not an object; it was left out."));
    const ForeignId id = ForeignId::fromJson(image.contains("id") ? image["id"] : Json());
    if (!id.usable())
        return problem(place + QStringLiteral(".id"), tr("It has no id; it was left out."));
    if (m_items.find(id))
        return problem(place + QStringLiteral(".id"),
                       tr("The id %1 is there twice; the second one was left out.").arg(id.toString()));
    if (!image.contains("file_name") || !image["file_name"].is_string())
        return problem(place + QStringLiteral(".file_name"), tr("It has no file name; it was left out with its labels."));
    const auto name = base::safeRelativePath(base::toQString(image["file_name"]));
    if (!name)
        return problem(place + QStringLiteral(".file_name"), name.error().text);

    extension::ForeignItem item;
    item.name = *name;
    item.path = m_media->find(*name);
    item.width = pixels(image, "width");
    item.height = pixels(image, "height");
    Json kept = otherMembers(std::move(image), {"file_name", "width", "height"});
    kept[ordinalKey] = m_imageOrdinal++;
    item.extra = Json::object();
    item.extra["coco"] = std::move(kept);
    const QSize size(item.width, item.height);
    const ItemRef ref = m_sink.declareItem(std::move(item));
    m_items.insert(id, ref);
    if (size.isEmpty())
        return;
    if (m_sizes.size() <= static_cast<std::size_t>(ref))
        m_sizes.resize(static_cast<std::size_t>(ref) + 1);
    m_sizes[static_cast<std::size_t>(ref)] = size;
}

void Reader::takeCategories(QByteArrayView json, const RootMember &member)
{
    if (json[member.begin] != '[')
        return problem(QStringLiteral("categories"), tr("It is not a list."));
    const AnnotationArrayEnd end =
        readElements(json, member.begin, member.end, [&](qsizetype index, Json &&category, const ElementNotes &notes) {
            tellDuplicate(QStringLiteral("categories[%1]").arg(index), notes.duplicateKey);
            if (notes.flaw.isEmpty())
                takeCategory(index, std::move(category));
            else
                problem(QStringLiteral("categories[%1]").arg(index), notes.flaw);
            return !m_control.cancelled();
        });
    reportEnd(end, QStringLiteral("categories"));
}

void Reader::takeCategory(qsizetype index, Json &&category)
{
    const QString place = QStringLiteral("categories[%1]").arg(index);
    if (!category.is_object())
        return problem(place, tr("It is not an object; it was left out."));
    const ForeignId id = ForeignId::fromJson(category.contains("id") ? category["id"] : Json());
    if (!id.usable())
        return problem(place + QStringLiteral(".id"), tr("It has no id; it was left out."));
    if (m_classes.find(id))
        return problem(place + QStringLiteral(".id"),
                       tr("The id %1 is there twice; the second one was left out.").arg(id.toString()));
    QString name = category.contains("name") ? base::toQString(category["name"]) : QString();
    if (name.isEmpty()) {
        name = tr("category %1").arg(id.toString());
        problem(place + QStringLiteral(".name"), tr("It has no name; it is called “%1”.").arg(name));
    }
    CategorySkeleton joints = skeletonOf(name, category);
    for (const QString &text : joints.problems)
        problem(place + QStringLiteral(".skeleton"), text);
    extension::ForeignClass labelClass{name, Json::object()};
    labelClass.extra["coco"] = otherMembers(std::move(category), {"name"});
    const ClassRef ref = m_sink.declareClass(std::move(labelClass));
    m_classes.insert(id, ref);
    if (joints.skeleton) {
        const qsizetype count = joints.skeleton->joints.size();
        m_joints[ref] = {m_sink.declareSkeleton(*std::move(joints.skeleton)), count};
    }
}

Result<> Reader::takeAnnotations(QByteArrayView json, const RootMember &member)
{
    if (json[member.begin] != '[') {
        problem(QStringLiteral("annotations"), tr("It is not a list."));
        return {};
    }
    const AnnotationArrayEnd end =
        readAnnotationArray(json, member.begin, member.end, [&](qsizetype index, AnnotationRecord &record, qsizetype position) {
            m_index = index;
            takeAnnotation(index, record);
            if ((index & 255) == 0 && m_control.cancelled())
                return false;
            if (m_batch.size() < batchSize)
                return true;
            m_control.report(m_bytesBefore + position, m_bytesTotal, tr("Reading annotations"));
            const Result<> flushed = flush();
            if (!flushed) {
                m_failed = true;
                m_sinkError = flushed.error();
            }
            return flushed.has_value();
        });
    if (m_control.cancelled()) {
        m_failed = true;
        return jobs::JobControl::cancelledError();
    }
    if (m_failed)
        return fail(m_sinkError);
    reportEnd(end, m_isResults ? QString() : QStringLiteral("annotations"));
    const Result<> flushed = flush();
    m_failed = !flushed;
    return flushed;
}

void Reader::takeAnnotation(qsizetype, AnnotationRecord &record)
{
    if (!record.isObject)
        return problem(placeOf(), tr("It is not an object; it was left out."));
    if (record.tooMany)
        return problem(placeOf(), tooManyKeys());
    if (record.tooDeep)
        return problem(placeOf(), tr("It has more than 64 levels; it was left out."));
    if (record.notUtf8)
        return problem(placeOf(), tr("It has text that is not UTF-8; it was left out."));
    tellDuplicate(placeOf(), record.duplicateKey);
    const ItemRef *item = itemOf(record.image);
    if (!item)
        return problem(placeOf(".image_id"),
                       record.image.usable()
                           ? tr("There is no image with the id %1; the label was left out.").arg(record.image.toString())
                           : tr("It has no image id; the label was left out."));
    m_kept.clear();
    ShapeOutcome shape = shapeOf(record, m_kept);
    for (const ShapeProblem &wrong : shape.problems)
        problem(placeOf() + wrong.place, wrong.text);
    if (!shape.geometry) {
        if (record.unknown.is_object() && record.unknown.contains("segments_info"))
            problem(placeOf(".segments_info"), tr("Panoptic segments are not read by this format; the label was left out."));
        else if (shape.problems.empty())
            problem(placeOf(), tr("It has neither box, segmentation nor key points; it was left out."));
        return;
    }
    extension::ForeignAnnotation &label = m_batch.emplace_back();
    label.item = *item;
    label.labelClass = classOf(record.category);
    label.annotation.geometry = *std::move(shape.geometry);
    if (auto *points = std::get_if<geometry::KeyPoints>(&label.annotation.geometry))
        nameJoints(*points, label.labelClass);
    else
        checkShape(label.annotation.geometry, *item);
    label.annotation.origin.kind = model::OriginKind::Import;
    takeFacts(record, label, *item);
}

const ItemRef *Reader::itemOf(const ForeignId &id)
{
    if (!id.usable())
        return nullptr;
    const ItemRef *known = m_items.find(id);
    if (known || !m_isResults)
        return known;
    extension::ForeignItem item;
    const auto picture = id.kind == ForeignId::Integer ? m_picturesByNumber.find(id.number) : m_picturesByNumber.end();
    const auto safe = base::safeRelativePath(picture != m_picturesByNumber.end() ? picture->second : id.toString());
    if (!safe)
        return nullptr;
    item.name = *safe;
    item.path = m_media->find(*safe);
    item.extra = Json::object();
    item.extra["coco"] = Json{{"id", id.toJson()}};
    m_items.insert(id, m_sink.declareItem(std::move(item)));
    return m_items.find(id);
}

ClassRef Reader::classOf(const ForeignId &id)
{
    if (const ClassRef *known = m_classes.find(id))
        return *known;
    if (!id.usable()) {
        problem(placeOf(".category_id"), tr("It has no category; the label was kept without a class."));
        return extension::noClass;
    }
    const QString name = tr("category %1").arg(id.toString());
    if (!m_isResults)
        problem(placeOf(".category_id"),
                tr("There is no category with the id %1; its labels were kept in a class “%2”.").arg(id.toString(), name));
    extension::ForeignClass labelClass{name, Json::object()};
    labelClass.extra["coco"] = Json{{"id", id.toJson()}};
    m_classes.insert(id, m_sink.declareClass(std::move(labelClass)));
    return *m_classes.find(id);
}

void Reader::reportEnd(const AnnotationArrayEnd &end, const QString &what)
{
    for (const AnnotationArrayEnd::Break &b : end.breaks) {
        if (b.position >= m_fileEnd)
            continue;  // said once for the whole file
        problem(tr("byte %1").arg(b.position), b.endsEarly
                                                   ? tr("“%1” ends too early; what came before was read.").arg(what)
                                                   : tr("A record of “%1” is broken and was left out: %2").arg(what, b.cause));
    }
    if (end.gaveUp && !m_control.cancelled())
        problem(what, tr("Too much of it is broken; the rest was left out."));
}

Result<> Reader::flush()
{
    if (m_batch.empty())
        return {};
    std::vector<extension::ForeignAnnotation> batch = std::exchange(m_batch, {});
    m_batch.reserve(batchSize);
    return m_sink.add(std::move(batch));
}

void Reader::problem(const QString &place, const QString &text, base::IssueSeverity severity)
{
    m_sink.issue({severity, m_fileName, place, text});
}

QString Reader::placeOf(const char *field) const
{
    return (m_isResults ? QStringLiteral("[%1]") : QStringLiteral("annotations[%1]")).arg(m_index) + QLatin1String(field);
}

}  // namespace plumbline::coco
