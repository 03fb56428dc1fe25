// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/cocowriter.h"

#include "core/base/atomicfile.h"
#include "core/base/json.h"
#include "core/geometry/mask.h"
#include "plugins/formats/coco/cocomembers.h"
#include "plugins/formats/coco/cocoshape.h"
#include "plugins/formats/coco/cocowritable.h"
#include "plugins/formats/coco/spool.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <numeric>

namespace plumbline::coco {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::coco", text);
}

void appendKey(QByteArray &text, const char *key)
{
    text += text.endsWith('{') ? "\"" : ",\"";
    text += key;
    text += "\":";
}

void appendRing(QByteArray &text, const geometry::Ring &ring)
{
    text += '[';
    for (const geometry::Point &p : ring) {
        extension::appendNumber(text, p.x);
        text += ',';
        extension::appendNumber(text, p.y);
        text += ',';
    }
    text.back() = ']';
}

void appendMask(QByteArray &text, const geometry::Mask &mask, bool asList)
{
    text += "{\"size\":[" + QByteArray::number(mask.height) + ',' + QByteArray::number(mask.width) + "],\"counts\":";
    if (asList) {
        text += '[';
        for (std::size_t i = 0; i < mask.counts.size(); ++i)
            text += (i > 0 ? "," : "") + QByteArray::number(mask.counts[i]);
        text += ']';
    } else {
        text += base::toJsonLine(Json(geometry::compressRuns(mask).toStdString()));
    }
    text += '}';
}

void appendBox(QByteArray &text, const geometry::Box &box)
{
    text += '[';
    for (const double v : {box.x, box.y, box.w, box.h}) {
        extension::appendNumber(text, v);
        text += ',';
    }
    text.back() = ']';
}

Json attributesJson(const model::Attributes &attributes, const Json *kept)
{
    if (attributes.empty())
        return kept ? *kept : Json();
    Json object = Json::object();
    for (const auto &[key, value] : attributes) {
        Json &slot = object[key.toStdString()];
        if (std::holds_alternative<model::CannotTell>(value))
            slot = Json{{"unknown", true}};
        else if (const auto *flag = std::get_if<bool>(&value))
            slot = *flag;
        else if (const auto *number = std::get_if<double>(&value))
            slot = *number;
        else if (const auto *text = std::get_if<QString>(&value))
            slot = base::toJson(*text);
    }
    if (kept && kept->is_object())
        for (const auto &[key, value] : kept->items())
            object.emplace(key, Json(value));
    return object;
}

bool isOurs(std::string_view key)
{
    constexpr std::string_view ours[] = {"id",           "image_id", "category_id", "bbox",          "area",
                                         "segmentation", "iscrowd",  "keypoints",   "num_keypoints", "score",
                                         "attributes",   "ignore",   ordinalKey,    shapeKey};
    return std::find(std::begin(ours), std::end(ours), key) != std::end(ours);
}

}  // namespace

ForeignId originalId(const Json &extra)
{
    const Json *id = member(extension::foreignData(extra, "coco"), "id");
    return id ? ForeignId::fromJson(*id) : ForeignId();
}

void IdAllotter::want(const ForeignId &id)
{
    if (id.kind == ForeignId::Integer)
        m_wanted.push_back(id.number);
}

void IdAllotter::prepare()
{
    m_prepared = true;
    std::sort(m_wanted.begin(), m_wanted.end());
    for (std::size_t i = 1; i < m_wanted.size(); ++i)
        if (m_wanted[i] == m_wanted[i - 1])
            m_twice.insert(m_wanted[i]);
    // Numbers near the top of the range leave no room above them.
    const auto room = std::upper_bound(m_wanted.begin(), m_wanted.end(), std::numeric_limits<std::int64_t>::max() / 2);
    if (room != m_wanted.begin())
        m_highest = std::max<std::int64_t>(0, *(room - 1));
    m_wanted = {};
}

Json IdAllotter::take(const ForeignId &wanted)
{
    if (!m_prepared)
        prepare();
    if (wanted.kind == ForeignId::Integer && (!m_twice.contains(wanted.number) || m_given.insert(wanted.number).second))
        return wanted.number;
    if (wanted.kind == ForeignId::Text && m_texts.insert(wanted.text).second)
        return wanted.text;
    return ++m_highest;
}

Writer::Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request)
    : m_source(source), m_request(request), m_control(source.control())
{}

bool Writer::isWritten(const model::Annotation &annotation, QSize size) const
{
    return m_source.schema().find(annotation.labelClass) && fateOf(annotation.geometry, size) != Fate::LeftOut;
}

Result<> Writer::survey()
{
    const auto media = extension::mediaHandling(m_request.options);
    if (!media)
        return fail(media.error());
    m_media = *media;
    m_outputs = {QStringLiteral("labels.json")};
    extension::NameAllotter names;
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (item.kind != model::ItemKind::Image)
            return {};
        Image image;
        image.wantedId = originalId(item.extra);
        const Json *ordinal = member(extension::foreignData(item.extra, "coco"), ordinalKey);
        image.ordinal = ordinal && ordinal->is_number_integer() ? ordinal->get<std::int64_t>() : -1;
        image.name = names.take(item.name, false);
        m_imageIds.want(image.wantedId);
        if (m_media != extension::MediaHandling::None && !m_source.mediaPath(item).isEmpty())
            m_outputs.append(QStringLiteral("data/") + image.name);
        m_images.push_back(std::move(image));
        for (const model::Annotation &annotation : annotations) {
            m_annotationIds.want(originalId(annotation.extra));
            m_skeletons.add(annotation);
        }
        return {};
    });
    if (!visited)
        return visited;
    std::vector<std::size_t> order(m_images.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const auto key = [&](std::size_t i) { return static_cast<std::uint64_t>(m_images[i].ordinal); };  // none = last
        return key(a) < key(b);
    });
    for (std::size_t rank = 0; rank < order.size(); ++rank)
        m_images[order[rank]].rank = static_cast<std::int64_t>(rank);
    return {};
}

Result<QStringList> Writer::plannedOutputs()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    return m_outputs;
}

QByteArray Writer::categoriesText()
{
    IdAllotter ids;
    for (const model::LabelClass &labelClass : m_source.schema().classes)
        ids.want(originalId(labelClass.extra));
    QByteArray text;
    for (const model::LabelClass &labelClass : m_source.schema().classes) {
        const QByteArray id = base::toJsonLine(ids.take(originalId(labelClass.extra)));
        m_categoryIds.insert(labelClass.id, id);
        text += text.isEmpty() ? "{\"id\":" : ",\n{\"id\":";
        text += id + ",\"name\":" + base::toJsonLine(base::toJson(labelClass.name));
        const Json &kept = extension::foreignData(labelClass.extra, "coco");
        const model::Skeleton *skeleton = findSkeleton(m_source.schema(), m_skeletons.nameFor(labelClass.id));
        const auto asItCame = skeletonOf(labelClass.name, kept).skeleton;
        const bool keptIsRight =
            !skeleton || (asItCame && asItCame->joints == skeleton->joints && asItCame->edges == skeleton->edges);
        if (kept.is_object())
            for (const auto &[key, value] : kept.items())
                if (key != "id" && key != "name" && (keptIsRight || (key != "keypoints" && key != "skeleton")))
                    text += ',' + base::toJsonLine(Json(key)) + ':' + base::toJsonLine(value);
        if (!keptIsRight)
            text += ",\"keypoints\":" + base::toJsonLine(jointNames(*skeleton))
                    + ",\"skeleton\":" + base::toJsonLine(jointPairs(*skeleton));
        text += '}';
    }
    return text;
}

QByteArray Writer::imageText(const model::Item &item, const Image &image, const Json &id, QSize size) const
{
    QByteArray text = "{\"id\":" + base::toJsonLine(id);
    if (!size.isEmpty())
        text += ",\"width\":" + QByteArray::number(size.width()) + ",\"height\":" + QByteArray::number(size.height());
    text += ",\"file_name\":" + base::toJsonLine(base::toJson(image.name));
    const Json &kept = extension::foreignData(item.extra, "coco");
    if (kept.is_object())
        for (const auto &[key, value] : kept.items())
            if (key != "id" && key != "width" && key != "height" && key != "file_name" && key != ordinalKey)
                text += ',' + base::toJsonLine(Json(key)) + ':' + base::toJsonLine(value);
    return text + '}';
}

QByteArray Writer::annotationText(const model::Annotation &annotation, const Json &imageId, QSize size)
{
    const Json &kept = extension::foreignData(annotation.extra, "coco");
    const geometry::Geometry shape = writableShape(annotation.geometry, size);
    const auto *points = std::get_if<geometry::KeyPoints>(&shape);
    const auto *polygon = std::get_if<geometry::Polygon>(&shape);
    const auto *mask = std::get_if<geometry::Mask>(&shape);
    // A kept box or area belongs to the shape as it came; beside key points they are facts of their own.
    const Json *print = member(kept, shapeKey);
    const bool asItCame = points || (print && *print == fingerprint(annotation.geometry));
    const Json *box = asItCame ? member(kept, "bbox") : nullptr;
    const Json *area = asItCame ? member(kept, "area") : nullptr;
    const Json *outline = points ? member(kept, "segmentation") : nullptr;
    const geometry::Box bounds = geometry::boundsOf(shape).value_or(geometry::Box{});

    QByteArray text = "{\"id\":" + base::toJsonLine(m_annotationIds.take(originalId(annotation.extra)));
    appendKey(text, "image_id");
    text += base::toJsonLine(imageId);
    appendKey(text, "category_id");
    text += m_categoryIds.value(annotation.labelClass);
    appendKey(text, "bbox");
    if (box)
        text += base::toJsonLine(*box);
    else
        appendBox(text, bounds);
    appendKey(text, "area");
    if (area)
        text += base::toJsonLine(*area);
    else
        extension::appendNumber(text, geometry::areaOf(shape).value_or(bounds.area()));
    appendKey(text, "segmentation");
    if (polygon) {
        text += '[';
        for (std::size_t i = 0; i < polygon->parts.size(); ++i) {
            text += i > 0 ? "," : "";
            appendRing(text, polygon->parts[i].outer);
        }
        text += ']';
    } else if (mask) {
        appendMask(text, *mask, annotation.role == model::Role::Crowd);
    } else {
        text += outline ? base::toJsonLine(*outline) : QByteArray("[]");
    }
    appendKey(text, "iscrowd");
    text += annotation.role == model::Role::Crowd ? '1' : '0';
    if (annotation.role == model::Role::Ignore) {
        text += ",\"ignore\":1";
    } else if (const Json *ignore = member(kept, "ignore")) {
        text += annotation.role == model::Role::Crowd ? ",\"ignore\":" + base::toJsonLine(*ignore) : QByteArray(",\"ignore\":0");
    }
    if (points) {
        text += ",\"keypoints\":[";
        for (const geometry::KeyPoint &p : points->points) {
            extension::appendNumber(text, p.x);
            text += ',';
            extension::appendNumber(text, p.y);
            text += ',' + QByteArray::number(p.visibility) + ',';
        }
        text.back() = ']';
        const auto labeled =
            std::count_if(points->points.begin(), points->points.end(), [](const auto &p) { return p.visibility > 0; });
        text += ",\"num_keypoints\":" + QByteArray::number(static_cast<qlonglong>(labeled));
    } else if (const Json *unlabeled = member(kept, "keypoints")) {
        text += ",\"keypoints\":" + base::toJsonLine(*unlabeled) + ",\"num_keypoints\":0";
    }
    if (annotation.score) {
        appendKey(text, "score");
        extension::appendNumber(text, *annotation.score);
    } else if (const Json *score = member(kept, "score")) {
        text += ",\"score\":" + base::toJsonLine(*score);
    }
    if (const Json attributes = attributesJson(annotation.attributes, member(kept, "attributes")); !attributes.is_null())
        text += ",\"attributes\":" + base::toJsonLine(attributes);
    if (kept.is_object())
        for (const auto &[key, value] : kept.items())
            if (!isOurs(key))
                text += ',' + base::toJsonLine(Json(key)) + ':' + base::toJsonLine(value);
    return text + '}';
}

Result<> Writer::writeRecords(Spool &images, Spool &annotations)
{
    std::size_t next = 0;
    std::int64_t done = 0;
    return m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &labels) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        done += static_cast<std::int64_t>(labels.size());
        if (item.kind != model::ItemKind::Image)
            return {};
        const Image &image = m_images[next++];
        const QSize size = extension::pictureSize(m_source, item);
        const Json imageId = m_imageIds.take(image.wantedId);
        if (auto added = images.add(0, image.rank, imageText(item, image, imageId, size)); !added)
            return added;
        for (const model::Annotation &label : labels) {
            if (!isWritten(label, size))
                continue;
            const Json *ordinal = member(extension::foreignData(label.extra, "coco"), ordinalKey);
            // As in the file they came from: first those in the images' order, then those numbered; new ones last.
            const bool numbered = ordinal && ordinal->is_number_integer();
            const std::int32_t group = numbered ? 1 : originalId(label.extra).usable() ? 0 : 2;
            const std::int64_t key = numbered ? ordinal->get<std::int64_t>() : image.rank;
            if (auto added = annotations.add(group, key, annotationText(label, imageId, size)); !added)
                return added;
            ++m_written;
        }
        m_control.report(done, m_source.annotationCount(), tr("Writing annotations"));
        return extension::placeMedium(m_media == extension::MediaHandling::None ? QString() : m_source.mediaPath(item),
                                      QDir(m_request.folder).filePath(QStringLiteral("data/") + image.name), m_media);
    });
}

Result<QStringList> Writer::write()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    const QByteArray categories = categoriesText();
    Spool images;
    Spool annotations;
    for (Spool *spool : {&images, &annotations})
        if (auto opened = spool->open(m_request.folder); !opened)
            return fail(opened.error());
    if (auto written = writeRecords(images, annotations); !written)
        return fail(written.error());

    base::AtomicFile file(QDir(m_request.folder).filePath(m_outputs.first()));
    if (!file.open(QIODevice::WriteOnly))
        return fail(file.whyNotWritten());
    QByteArray head = "{";
    const Json dataset = m_source.datasetExtra(QStringLiteral("coco"));
    if (dataset.is_object())
        for (const auto &[key, value] : dataset.items())
            if (key != "images" && key != "annotations" && key != "categories")
                head += base::toJsonLine(Json(key)) + ':' + base::toJsonLine(value) + ",\n";
    file.write(head + "\"categories\":[\n" + categories + "\n],\n\"images\":[\n");
    if (auto copied = images.copyTo(file); !copied)
        return fail(copied.error());
    file.write("\n],\n\"annotations\":[\n");
    if (auto copied = annotations.copyTo(file); !copied)
        return fail(copied.error());
    file.write("\n]}\n");
    if (auto finished = file.finish(); !finished)
        return fail(finished.error());
    m_source.wrote(static_cast<std::int64_t>(m_images.size()), m_written);
    return m_outputs;
}

}  // namespace plumbline::coco
