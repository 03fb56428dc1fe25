// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/panopticwriter.h"

#include "core/base/atomicfile.h"
#include "core/geometry/mask.h"
#include "plugins/formats/coco/cocomembers.h"
#include "plugins/formats/coco/cocoshape.h"
#include "plugins/formats/coco/panopticformat.h"
#include "plugins/formats/coco/spool.h"

#include <QCoreApplication>
#include <QDir>
#include <QImage>

#include <algorithm>
#include <unordered_set>

namespace plumbline::coco {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::coco", text);
}

const Json &keptOf(const Json &extra)
{
    return extension::foreignData(extra, panopticSpace);
}

QString jsonName(const QString &split)
{
    return QStringLiteral("annotations/panoptic_") + split + QStringLiteral(".json");
}

QString folderOf(const QString &split)
{
    return QStringLiteral("annotations/panoptic_") + split + QLatin1Char('/');
}

// Members of foreign data but those, as text that begins with a comma.
QByteArray otherMembersText(const Json &kept, std::initializer_list<std::string_view> known)
{
    QByteArray text;
    if (kept.is_object())
        for (const auto &[key, value] : kept.items())
            if (std::find(known.begin(), known.end(), key) == known.end())
                text += ',' + base::toJsonLine(Json(key)) + ':' + base::toJsonLine(value);
    return text;
}

}  // namespace

PanopticWriter::PanopticWriter(const extension::AnnotationSource &source, const extension::ExportRequest &request)
    : m_source(source), m_request(request), m_control(source.control())
{}

Result<> PanopticWriter::survey()
{
    const auto media = extension::mediaHandling(m_request.options);
    if (!media)
        return fail(media.error());
    m_media = *media;
    extension::NameAllotter names;
    extension::NameAllotter pngs;
    const auto visited =
        m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            if (item.kind != model::ItemKind::Image)
                return {};
            const Json *split = member(keptOf(item.extra), "split");
            const Json *file = member(keptOf(item.extra), "file_name");
            Picture picture;
            picture.split = split ? base::toQString(*split) : QString();
            if (picture.split.isEmpty() || picture.split.contains(QLatin1Char('/')) || !base::safeRelativePath(picture.split))
                picture.split = QStringLiteral("train");
            const auto allot = [&](extension::NameAllotter &allotter, const QString &wanted) {
                const QString prefix = picture.split + QLatin1Char('/');
                const QString taken = allotter.take(prefix + wanted, false);
                return taken.startsWith(prefix) ? taken.mid(prefix.size()) : taken;
            };
            picture.name = allot(names, item.name);
            picture.renamed = picture.name != item.name;
            picture.wantedId = originalId(item.extra);
            m_imageIds.want(picture.wantedId);
            const QSize size = extension::pictureSize(m_source, item);
            const bool drawable = !size.isEmpty() && std::int64_t(size.width()) * size.height() <= extension::maximumLabelPixels;
            if (drawable && (!annotations.empty() || file)) {
                QString wanted = file ? base::toQString(*file) : QString();
                if (!wanted.endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
                    wanted = extension::withoutEnding(picture.name) + QStringLiteral(".png");
                picture.png = allot(pngs, wanted);
                m_outputs.append(folderOf(picture.split) + picture.png);
            }
            if (m_media != extension::MediaHandling::None && !m_source.mediaPath(item).isEmpty())
                m_outputs.append(QStringLiteral("images/") + picture.split + QLatin1Char('/') + picture.name);
            if (!m_splits.contains(picture.split)) {
                m_splits.append(picture.split);
                m_outputs.append(jsonName(picture.split));
            }
            m_pictures.push_back(std::move(picture));
            return {};
        });
    if (m_splits.isEmpty()) {
        m_splits.append(QStringLiteral("train"));
        m_outputs.append(jsonName(m_splits.first()));
    }
    return visited;
}

std::optional<PanopticWriter::Drawing> PanopticWriter::draw(const model::Item &item,
                                                            const std::vector<model::Annotation> &annotations) const
{
    const QSize size = extension::pictureSize(m_source, item);
    if (size.isEmpty() || std::int64_t(size.width()) * size.height() > extension::maximumLabelPixels)
        return std::nullopt;
    // Masks say their size themselves; a picture of segments has that of its masks when they agree.
    QSize canvas = size;
    std::vector<Segment> segments;
    bool masksOnly = true;
    for (const model::Annotation &annotation : annotations) {
        if (!m_source.schema().find(annotation.labelClass) || annotation.role == model::Role::Ignore)
            continue;
        auto mask = extension::pixelsOf(annotation.geometry, size);
        if (!mask)
            continue;
        const QSize own(static_cast<int>(mask->width), static_cast<int>(mask->height));
        masksOnly =
            masksOnly && std::holds_alternative<geometry::Mask>(annotation.geometry) && (segments.empty() || own == canvas);
        canvas = masksOnly ? own : size;
        segments.push_back({&annotation, 0, 0, *std::move(mask)});
    }
    Drawing drawing{extension::LabelCanvas(masksOnly && !segments.empty() ? canvas : size), std::move(segments)};
    std::vector<Segment *> order;
    for (Segment &segment : drawing.segments)
        order.push_back(&segment);
    std::stable_sort(order.begin(), order.end(),
                     [](const Segment *a, const Segment *b) { return a->annotation->zOrder < b->annotation->zOrder; });
    for (Segment *segment : order)
        segment->number = drawing.canvas.draw(segment->mask);
    std::unordered_set<std::int64_t> taken;
    for (Segment &segment : drawing.segments) {
        const Json *id = member(keptOf(segment.annotation->extra), "id");
        const bool good = id && id->is_number_integer() && *id >= 1 && *id <= maximumSegmentId;
        segment.id = good && taken.insert(id->get<std::int64_t>()).second ? id->get<std::int64_t>() : 0;
    }
    std::int64_t next = 1;
    for (Segment &segment : drawing.segments) {
        if (segment.id > 0)
            continue;
        while (taken.contains(next))
            ++next;
        segment.id = next;
        taken.insert(next);
    }
    return drawing;
}

Result<QByteArray> PanopticWriter::picture(const Drawing &drawing) const
{
    const QSize size = drawing.canvas.size();
    QImage image(size, QImage::Format_RGB888);
    if (image.isNull())
        return fail(ErrorCode::Failed,
                    tr("There is not enough memory for a picture of %1 × %2 pixels.").arg(size.width()).arg(size.height()));
    std::vector<std::int64_t> ids(drawing.segments.size() + 1, 0);
    for (const Segment &segment : drawing.segments)
        ids[segment.number] = segment.id;
    for (int y = 0; y < size.height(); ++y) {
        uchar *line = image.scanLine(y);
        for (int x = 0; x < size.width(); ++x) {
            const std::int64_t id = ids[drawing.canvas.at(x, y)];
            line[3 * x] = static_cast<uchar>(id & 0xFF);
            line[3 * x + 1] = static_cast<uchar>((id >> 8) & 0xFF);
            line[3 * x + 2] = static_cast<uchar>((id >> 16) & 0xFF);
        }
    }
    return extension::pngOf(image);
}

QByteArray PanopticWriter::record(const model::Item &item, const Picture &picture, const Json &imageId,
                                  const Drawing &drawing) const
{
    QByteArray text = "{\"image_id\":" + base::toJsonLine(imageId)
                      + ",\"file_name\":" + base::toJsonLine(base::toJson(picture.png)) + ",\"segments_info\":[";
    bool first = true;
    for (const Segment &segment : drawing.segments) {
        const std::int64_t seen = drawing.canvas.seen(segment.number);
        if (seen == 0)
            continue;
        const model::Annotation &annotation = *segment.annotation;
        const Json &kept = keptOf(annotation.extra);
        const bool whole = seen == static_cast<std::int64_t>(geometry::maskArea(segment.mask));
        const Json *print = member(kept, shapeKey);
        const bool asItCame = whole && print && *print == fingerprint(annotation.geometry);
        const Json *box = asItCame ? member(kept, "bbox") : nullptr;
        const Json *area = asItCame ? member(kept, "area") : nullptr;
        // What is hidden by others is not part of the segment.
        geometry::Box bounds = geometry::maskBounds(segment.mask).value_or(geometry::Box{});
        if (!whole) {
            const auto visible = extension::masksByValue(
                drawing.canvas.size(), [&](int x, int y) { return drawing.canvas.at(x, y) == segment.number ? 1U : 0U; },
                [](std::uint32_t value) { return value == 1; });
            bounds = geometry::maskBounds(visible.at(1)).value_or(bounds);
        }
        text += first ? "{\"id\":" : ",{\"id\":";
        first = false;
        text +=
            QByteArray::number(qlonglong(segment.id)) + ",\"category_id\":" + m_categoryIds.value(annotation.labelClass)
            + ",\"area\":" + (area ? base::toJsonLine(*area) : QByteArray::number(qlonglong(seen))) + ",\"bbox\":"
            + (box ? base::toJsonLine(*box)
                   : base::toJsonLine(Json::array({static_cast<std::int64_t>(bounds.x), static_cast<std::int64_t>(bounds.y),
                                                   static_cast<std::int64_t>(bounds.w), static_cast<std::int64_t>(bounds.h)})))
            + ",\"iscrowd\":" + (annotation.role == model::Role::Crowd ? '1' : '0')
            + otherMembersText(kept, {"id", "category_id", "area", "bbox", "iscrowd", shapeKey}) + '}';
    }
    return text + ']' + otherMembersText(keptOf(item.extra), {"image_id", "file_name", "segments_info", "split"}) + '}';
}

QByteArray PanopticWriter::categories()
{
    IdAllotter ids;
    for (const model::LabelClass &labelClass : m_source.schema().classes)
        ids.want(originalId(labelClass.extra));
    QByteArray text;
    for (const model::LabelClass &labelClass : m_source.schema().classes) {
        const Json &kept = extension::foreignData(labelClass.extra, "coco");
        const QByteArray id = base::toJsonLine(ids.take(originalId(labelClass.extra)));
        m_categoryIds.insert(labelClass.id, id);
        text += (text.isEmpty() ? "{\"id\":" : ",\n{\"id\":") + id
                + ",\"name\":" + base::toJsonLine(base::toJson(labelClass.name))
                + (member(kept, "isthing") ? "" : ",\"isthing\":1") + otherMembersText(kept, {"id", "name"}) + '}';
    }
    return text;
}

Result<QStringList> PanopticWriter::plannedOutputs()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    return m_outputs;
}

Result<QStringList> PanopticWriter::write()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    const QByteArray categoriesText = categories();
    struct Lists {
        Spool images;
        Spool records;
    };
    std::map<QString, Lists> lists;
    for (const QString &split : m_splits)
        for (Spool *spool : {&lists[split].images, &lists[split].records})
            if (auto opened = spool->open(m_request.folder); !opened)
                return fail(opened.error());
    std::size_t next = 0;
    auto written = extension::writePictures(
        m_source, m_request, m_media,
        [&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<extension::PictureOutput> {
            const Picture &place = m_pictures[next++];
            extension::PictureOutput output;
            output.listed = true;
            output.medium = QStringLiteral("images/") + place.split + QLatin1Char('/') + place.name;
            const Json id = m_imageIds.take(place.wantedId);
            const QSize size = extension::pictureSize(m_source, item);
            QByteArray image = "{\"id\":" + base::toJsonLine(id);
            if (!size.isEmpty())
                image += ",\"width\":" + QByteArray::number(size.width()) + ",\"height\":" + QByteArray::number(size.height());
            image +=
                ",\"file_name\":" + base::toJsonLine(base::toJson(place.name))
                + otherMembersText(extension::foreignData(item.extra, "coco"), {"id", "width", "height", "file_name", ordinalKey})
                + '}';
            if (auto added = lists[place.split].images.add(0, 0, image); !added)
                return fail(added.error());
            if (place.png.isEmpty())
                return output;
            const std::optional<Drawing> drawing = draw(item, annotations);
            if (!drawing)
                return output;
            auto png = picture(*drawing);
            if (!png)
                return fail(png.error());
            output.files.emplace_back(folderOf(place.split) + place.png, *std::move(png));
            for (const Segment &segment : drawing->segments)
                output.annotations += drawing->canvas.seen(segment.number) > 0 ? 1 : 0;
            if (auto added = lists[place.split].records.add(0, 0, record(item, place, id, *drawing)); !added)
                return fail(added.error());
            return output;
        });
    QByteArray head;
    if (const Json dataset = m_source.datasetExtra(QStringLiteral("coco")); dataset.is_object())
        for (const auto &[key, value] : dataset.items())
            if (key != "images" && key != "annotations" && key != "categories")
                head += base::toJsonLine(Json(key)) + ':' + base::toJsonLine(value) + ",\n";
    for (const QString &split : m_splits) {
        if (!written)
            break;
        base::AtomicFile file(QDir(m_request.folder).filePath(jsonName(split)));
        if (!QDir(m_request.folder).mkpath(QStringLiteral("annotations")) || !file.open(QIODevice::WriteOnly))
            return fail(file.whyNotWritten());
        file.write('{' + head + "\"categories\":[\n" + categoriesText + "\n],\n\"images\":[\n");
        written = lists[split].images.copyTo(file);
        file.write("\n],\n\"annotations\":[\n");
        if (written)
            written = lists[split].records.copyTo(file);
        file.write("\n]}\n");
        if (written)
            written = file.finish();
    }
    if (!written)
        return fail(written.error());
    return m_outputs;
}

Result<std::vector<extension::Loss>> PanopticWriter::losses()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    extension::LossTally tally;
    extension::CarriedFacts carried;
    carried.crowd = carried.ignore = true;
    carried.space = panopticSpace;
    std::size_t next = 0;
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (extension::tallyWrongItem(tally, item, annotations.size()))
            return {};
        if (m_pictures[next++].renamed)
            tally.add(tr("pictures whose names clash"), tr("They are renamed in the copy."));
        const std::optional<Drawing> drawing = annotations.empty() ? std::nullopt : draw(item, annotations);
        if (!drawing) {
            if (!annotations.empty())
                tally.add(tr("labels of pictures whose size is not known or too large"), tr("They are left out."),
                          static_cast<std::int64_t>(annotations.size()));
            return {};
        }
        std::size_t segment = 0;
        for (const model::Annotation &annotation : annotations) {
            if (extension::tallyMissingClass(tally, annotation, m_source.schema()))
                continue;
            if (annotation.role == model::Role::Ignore) {
                tally.add(tr("ignore regions"), tr("They are left out; their pixels belong to no segment."));
                continue;
            }
            if (segment == drawing->segments.size() || drawing->segments[segment].annotation != &annotation) {
                tally.add(extension::shapesName(annotation.geometry), tr("They are left out."));
                continue;
            }
            const Segment &drawn = drawing->segments[segment++];
            if (!std::holds_alternative<geometry::Mask>(annotation.geometry))
                tally.add(extension::shapesName(annotation.geometry), tr("They are written as masks of whole pixels."));
            const std::int64_t seen = drawing->canvas.seen(drawn.number);
            if (seen == 0) {
                tally.add(drawing->canvas.drawn(drawn.number) == 0 ? tr("labels without a pixel in the picture")
                                                                   : tr("labels that others cover"),
                          tr("They are left out."));
                continue;
            }
            if (seen < static_cast<std::int64_t>(geometry::maskArea(drawn.mask)))
                tally.add(tr("labels that others cover in part"), tr("Each pixel belongs to the label that lies on top."));
            extension::tallyFacts(tally, annotation, carried);
        }
        return {};
    });
    if (!visited)
        return fail(visited.error());
    return tally.take();
}

}  // namespace plumbline::coco
