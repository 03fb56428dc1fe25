// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/masks/maskswriter.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"
#include "core/geometry/mask.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <set>

namespace plumbline::masks {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::masks", text);
}

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(QLatin1Char('/')) + 1);
}

std::optional<QRgb> colourFrom(const Json &json)
{
    if (!json.is_array() || json.size() != 3)
        return std::nullopt;
    for (const Json &part : json)
        if (!part.is_number_integer() || part.get<std::int64_t>() < 0 || part.get<std::int64_t>() > 255)
            return std::nullopt;
    return qRgb(json[0].get<int>(), json[1].get<int>(), json[2].get<int>());
}

bool goodSetName(const QString &name)
{
    return !name.isEmpty() && base::safeRelativePath(name + QStringLiteral(".txt")) && !name.contains(QLatin1Char('/'))
           && !name.contains(QLatin1Char('\\'));
}

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") ? bytes : QByteArray();
}

bool hasArea(const geometry::Geometry &shape)
{
    return std::holds_alternative<geometry::Mask>(shape) || std::holds_alternative<geometry::Polygon>(shape)
           || std::holds_alternative<geometry::Box>(shape) || std::holds_alternative<geometry::RotatedBox>(shape)
           || std::holds_alternative<geometry::Ellipse>(shape);
}

// A mask of another size than its picture says nothing about its pixels.
std::optional<geometry::Mask> pixelsIn(const geometry::Geometry &shape, QSize size)
{
    const auto *mask = std::get_if<geometry::Mask>(&shape);
    if (mask && (mask->width != static_cast<std::uint32_t>(size.width()) || mask->height != static_cast<std::uint32_t>(size.height())))
        return std::nullopt;
    return extension::pixelsOf(shape, size);
}

}  // namespace

extension::FormatOption kindOption()
{
    return {QStringLiteral("kind"),
            tr("Kind of masks"),
            {QStringLiteral("auto"), QStringLiteral("instance"), QStringLiteral("semantic")},
            QStringLiteral("auto")};
}

extension::FormatOption codingOption()
{
    return {QStringLiteral("coding"),
            tr("Coding of classes"),
            {QStringLiteral("auto"), QStringLiteral("indexed"), QStringLiteral("grey")},
            QStringLiteral("auto")};
}

extension::FormatOption emptyOption()
{
    return {QStringLiteral("empty"),
            tr("Files for pictures without labels"),
            {QStringLiteral("marked"), QStringLiteral("all")},
            QStringLiteral("marked")};
}

Writer::Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request)
    : m_source(source), m_request(request), m_control(source.control())
{}

Result<> Writer::survey()
{
    const auto media = extension::mediaHandling(m_request.options);
    const auto kind = extension::optionValue(m_request.options, kindOption());
    const auto coding = extension::optionValue(m_request.options, codingOption());
    const auto empty = extension::optionValue(m_request.options, emptyOption());
    for (const auto *value : {&kind, &coding, &empty})
        if (!*value)
            return fail(value->error());
    if (!media)
        return fail(media.error());
    m_media = *media;
    const Json dataset = m_source.datasetExtra(QStringLiteral("masks"));
    const QString knownKind = base::toQString(extension::memberOf(dataset, "kind"));
    const QString knownCoding = base::toQString(extension::memberOf(dataset, "coding"));
    m_instances = (*kind == QLatin1String("auto") ? knownKind : *kind) != QLatin1String("semantic");
    m_grey = (*coding == QLatin1String("auto") ? knownCoding : *coding) == QLatin1String("grey");
    numberClasses();
    m_outputs = {QStringLiteral("labelmap.txt"), QStringLiteral("class_names.txt")};
    extension::NameAllotter names;
    extension::NameAllotter stems;
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (item.kind != model::ItemKind::Image)
            return {};
        const Json &kept = extension::foreignData(item.extra, "masks");
        const QString known = base::toQString(extension::memberOf(kept, "file"));
        Picture picture;
        picture.name = names.take(item.name, false);
        picture.renamed = picture.name != item.name;
        const bool fits = !known.isEmpty() && folderOf(known) == folderOf(picture.name);
        picture.stem =
            stems.take((fits ? known : extension::withoutEnding(picture.name)) + QStringLiteral(".png"), true).chopped(4);
        picture.size = extension::pictureSize(m_source, item);
        const bool wanted = !annotations.empty() || !known.isEmpty() || *empty == QLatin1String("all");
        picture.hasFile =
            wanted && !picture.size.isEmpty() && qint64(picture.size.width()) * picture.size.height() <= extension::maximumLabelPixels;
        if (picture.hasFile) {
            m_outputs.append(QStringLiteral("SegmentationClass/") + picture.stem + QStringLiteral(".png"));
            if (m_instances)
                m_outputs.append(QStringLiteral("SegmentationObject/") + picture.stem + QStringLiteral(".png"));
        }
        if (m_media != extension::MediaHandling::None && !m_source.mediaPath(item).isEmpty())
            m_outputs.append(QStringLiteral("JPEGImages/") + picture.name);
        bool listed = false;
        if (const Json &sets = extension::memberOf(kept, "sets"); sets.is_array())
            for (const Json &set : sets)
                if (const QString name = base::toQString(set); goodSetName(name)) {
                    m_sets[name] += picture.stem.toUtf8() + '\n';
                    listed = true;
                }
        if (!listed && picture.hasFile)
            m_sets[QStringLiteral("default")] += picture.stem.toUtf8() + '\n';
        picture.listed = listed;
        m_pictures.push_back(std::move(picture));
        return {};
    });
    for (const auto &[set, stemsOfSet] : m_sets)
        m_outputs.append(QStringLiteral("ImageSets/Segmentation/") + set + QStringLiteral(".txt"));
    return visited;
}

// Numbers and colours that classes were read with stay; new ones get what is free. 0 is "nothing" unless a class came with it.
void Writer::numberClasses()
{
    std::map<std::uint32_t, const model::LabelClass *> byValue;
    std::vector<const model::LabelClass *> fresh;
    for (const model::LabelClass &labelClass : m_source.schema().classes) {
        const Json &kept = extension::foreignData(labelClass.extra, "masks");
        m_void[labelClass.id] = extension::memberOf(kept, "void") == Json(true);
        if (m_void[labelClass.id])
            continue;
        const Json &index = extension::memberOf(kept, "index");
        const bool good =
            index.is_number_integer() && index.get<std::int64_t>() >= 0 && index.get<std::int64_t>() <= maximumClasses;
        if (!good || !byValue.emplace(index.get<std::uint32_t>(), &labelClass).second)
            fresh.push_back(&labelClass);
    }
    std::uint32_t next = 1;
    for (const model::LabelClass *labelClass : fresh) {
        while (byValue.contains(next) || next == voidIndex)
            ++next;
        if (next <= static_cast<std::uint32_t>(maximumClasses))
            byValue.emplace(next, labelClass);
    }
    const Json dataset = m_source.datasetExtra(QStringLiteral("masks"));
    const std::uint32_t last = byValue.empty() ? 0 : byValue.rbegin()->first;
    m_wideClasses = last >= voidIndex;
    m_nothing = byValue.contains(0) ? (m_wideClasses ? voidIndex16 : voidIndex) : 0;
    std::set<QRgb> taken{voidColour, qRgb(0, 0, 0)};
    for (std::uint32_t value = 0; value <= last; ++value) {
        ClassEntry entry;
        entry.index = static_cast<int>(value);
        const auto it = byValue.find(value);
        std::optional<QRgb> wanted;
        if (it != byValue.end()) {
            const model::LabelClass &labelClass = *it->second;
            const Json &kept = extension::foreignData(labelClass.extra, "masks");
            entry.name = labelClass.name;
            entry.rest = base::toQString(extension::memberOf(kept, "rest"));
            wanted = colourFrom(extension::memberOf(kept, "colour"));
            if (!wanted && !kept.is_object() && labelClass.colour.isValid())
                wanted = labelClass.colour.rgb();
            m_values[labelClass.id] = value;
        } else if (value == 0) {
            const QString known = base::toQString(extension::memberOf(dataset, "background"));
            entry.name = known.isEmpty() ? QStringLiteral("background") : known;
            entry.rest = base::toQString(extension::memberOf(dataset, "rest"));
            wanted = colourFrom(extension::memberOf(dataset, "colour")).value_or(qRgb(0, 0, 0));
            taken.erase(qRgb(0, 0, 0));
        } else {
            entry.name = QStringLiteral("_unused_%1").arg(value);
        }
        QRgb colour = wanted.value_or(vocColour(value));
        for (std::uint32_t other = value; taken.contains(colour) && !(value == 0 && wanted == colour); ++other)
            colour = vocColour(other);
        taken.insert(colour);
        entry.colour = colour;
        m_entries.push_back(std::move(entry));
    }
}

Writer::Painting Writer::paint(const Picture &picture, const std::vector<model::Annotation> &annotations) const
{
    std::vector<const model::Annotation *> order;
    for (const model::Annotation &annotation : annotations)
        order.push_back(&annotation);
    std::stable_sort(order.begin(), order.end(), [](const auto *a, const auto *b) { return a->zOrder < b->zOrder; });
    Painting painting{extension::LabelCanvas(picture.size), {}};
    // A copy of an instance is another one.
    std::set<std::pair<std::int64_t, std::uint32_t>> instances;
    for (const model::Annotation *annotation : order) {
        Stroke stroke;
        stroke.annotation = annotation;
        const auto value = m_values.find(annotation->labelClass);
        const auto judged = m_void.find(annotation->labelClass);
        stroke.isVoid = judged != m_void.end() && judged->second;
        if (value == m_values.end() && !stroke.isVoid)
            continue;
        const auto mask = pixelsIn(annotation->geometry, picture.size);
        if (!mask || geometry::maskArea(*mask) == 0)
            continue;
        stroke.classValue = stroke.isVoid ? (m_wideClasses ? voidIndex16 : voidIndex) : value->second;
        const Json &instance = extension::memberOf(extension::foreignData(annotation->extra, "masks"), "instance");
        const bool good =
            instance.is_number_integer() && instance.get<std::int64_t>() >= 0 && instance.get<std::int64_t>() < voidIndex16;
        if (good && instances.emplace(instance.get<std::int64_t>(), stroke.classValue).second)
            stroke.instance = instance.get<std::int64_t>();
        painting.canvas.draw(*mask);
        painting.strokes.push_back(stroke);
    }
    return painting;
}

QByteArray Writer::classPicture(const Painting &painting) const
{
    std::vector<std::uint32_t> values{m_nothing};
    for (const Stroke &stroke : painting.strokes)
        values.push_back(stroke.classValue);
    if (m_wideClasses)
        return pngOf(painting.canvas.picture(values, QImage::Format_Grayscale16));
    QImage image = painting.canvas.picture(values, m_grey ? QImage::Format_Grayscale8 : QImage::Format_Indexed8);
    if (!m_grey) {
        QList<QRgb> palette;
        for (std::uint32_t i = 0; i < 256; ++i)
            palette.append(i < m_entries.size() ? *m_entries[i].colour : i == voidIndex ? voidColour : vocColour(i));
        image.setColorTable(palette);
    }
    return pngOf(image);
}

// Ids that instances were read with stay; new ones get the lowest that are free.
std::vector<std::uint32_t> Writer::instanceValues(const std::vector<Stroke> &strokes, bool &wide) const
{
    QSet<std::uint32_t> taken;
    for (const Stroke &stroke : strokes)
        if (stroke.instance)
            taken.insert(static_cast<std::uint32_t>(*stroke.instance));
    std::vector<std::uint32_t> values{0};
    std::uint32_t next = 1;
    for (const Stroke &stroke : strokes) {
        if (stroke.instance) {
            values.push_back(static_cast<std::uint32_t>(*stroke.instance));
        } else if (stroke.isVoid) {
            values.push_back(voidIndex16);
        } else {
            while (taken.contains(next) || next == voidIndex)
                ++next;
            // More than a picture can tell apart: those left over have no instance.
            values.push_back(next < voidIndex16 ? next++ : 0);
        }
    }
    wide = std::any_of(values.begin(), values.end(), [](std::uint32_t v) { return v >= voidIndex && v != voidIndex16; });
    if (!wide)
        std::replace(values.begin(), values.end(), voidIndex16, voidIndex);
    return values;
}

QByteArray Writer::instancePicture(const Painting &painting) const
{
    bool wide = false;
    const std::vector<std::uint32_t> values = instanceValues(painting.strokes, wide);
    QImage image = painting.canvas.picture(values, wide ? QImage::Format_Grayscale16 : QImage::Format_Indexed8);
    if (!wide) {
        QList<QRgb> palette;
        for (std::uint32_t i = 0; i < 256; ++i)
            palette.append(i == voidIndex ? voidColour : vocColour(i));
        image.setColorTable(palette);
    }
    return pngOf(image);
}

Result<QStringList> Writer::plannedOutputs()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    return m_outputs;
}

Result<QStringList> Writer::write()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    std::size_t next = 0;
    auto written = extension::writePictures(
        m_source, m_request, m_media,
        [&](const model::Item &, const std::vector<model::Annotation> &annotations) -> Result<extension::PictureOutput> {
            const Picture &picture = m_pictures[next++];
            extension::PictureOutput output;
            output.medium = QStringLiteral("JPEGImages/") + picture.name;
            output.listed = picture.listed;
            if (!picture.hasFile)
                return output;
            const Painting painting = paint(picture, annotations);
            output.annotations = static_cast<std::int64_t>(painting.strokes.size()) - painting.canvas.shapesGone();
            const QString file = picture.stem + QStringLiteral(".png");
            output.files.emplace_back(QStringLiteral("SegmentationClass/") + file, classPicture(painting));
            if (m_instances)
                output.files.emplace_back(QStringLiteral("SegmentationObject/") + file, instancePicture(painting));
            for (const auto &[name, content] : output.files)
                if (content.isEmpty())
                    return fail(ErrorCode::Failed, tr("The picture %1 cannot be made.").arg(name));
            return output;
        });
    if (written)
        written = extension::writeFileBelow(m_request.folder, QStringLiteral("labelmap.txt"), labelMapText(m_entries));
    if (written)
        written = extension::writeFileBelow(m_request.folder, QStringLiteral("class_names.txt"), classNamesText(m_entries));
    for (auto it = m_sets.begin(); written && it != m_sets.end(); ++it)
        written = extension::writeFileBelow(
            m_request.folder, QStringLiteral("ImageSets/Segmentation/") + it->first + QStringLiteral(".txt"), it->second);
    if (!written)
        return fail(written.error());
    return m_outputs;
}

void Writer::tallyPicture(extension::LossTally &tally, const Painting &painting) const
{
    if (painting.canvas.hidden() > 0)
        tally.add(
            tr("pixels hidden by overlap"),
            tr("Labels are painted in their stacking order, then in the order they were made; later ones hide what lies below."),
            painting.canvas.hidden());
    const std::int64_t gone = painting.canvas.shapesGone();
    if (gone > 0)
        tally.add(tr("labels hidden altogether"), tr("They are missing in the files."), gone);
    if (m_nothing != 0 && painting.canvas.bare() > 0)
        tally.add(tr("pixels without a label"), tr("They are written as void, because 0 is the number of a class."),
                  painting.canvas.bare());
    if (!m_instances) {
        std::map<std::uint32_t, std::int64_t> ofClass;
        for (const Stroke &stroke : painting.strokes)
            ++ofClass[stroke.classValue];
        for (const auto &[value, count] : ofClass)
            if (count > 1)
                tally.add(tr("labels that share a class with another of their picture"), tr("They become one region."),
                          count - 1);
    }
}

void Writer::tallyLabel(extension::LossTally &tally, const model::Annotation &annotation, const Picture &picture,
                        bool painted) const
{
    const geometry::Geometry &shape = annotation.geometry;
    const auto *mask = std::get_if<geometry::Mask>(&shape);
    const auto judged = m_void.find(annotation.labelClass);
    const bool isVoid = judged != m_void.end() && judged->second;
    if (painted) {
        if (!mask)
            tally.add(extension::shapesName(shape), tr("They are written as whole pixels."));
        extension::CarriedFacts carried;
        carried.ignore = isVoid;
        carried.space = "masks";
        return extension::tallyFacts(tally, annotation, carried);
    }
    const bool otherSize = mask
                           && (mask->width != static_cast<std::uint32_t>(picture.size.width())
                               || mask->height != static_cast<std::uint32_t>(picture.size.height()));
    if (!isVoid && !m_values.contains(annotation.labelClass))
        tally.add(tr("labels of classes beyond the number %1").arg(maximumClasses), tr("They are left out."));
    else if (otherSize)
        tally.add(tr("masks of another size than their picture"), tr("They are left out."));
    else if (!hasArea(shape) || !geometry::whyInvalid(shape).isEmpty())
        tally.add(extension::shapesName(shape), tr("They are left out."));
    else
        tally.add(tr("shapes without a pixel"), tr("They are left out."));
}

Result<std::vector<extension::Loss>> Writer::losses()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    extension::LossTally tally;
    std::size_t next = 0;
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (extension::tallyWrongItem(tally, item, annotations.size()))
            return {};
        const Picture &picture = m_pictures[next++];
        if (picture.renamed)
            tally.add(tr("pictures whose names clash"), tr("They are renamed in the copy."));
        if (!annotations.empty() && !picture.hasFile) {
            tally.add(tr("labels of pictures whose size is not known or too large"), tr("They are left out."),
                      static_cast<std::int64_t>(annotations.size()));
            return {};
        }
        if (!picture.hasFile)
            return {};
        const Painting painting = paint(picture, annotations);
        std::set<const model::Annotation *> painted;
        for (const Stroke &stroke : painting.strokes)
            painted.insert(stroke.annotation);
        for (const model::Annotation &annotation : annotations)
            if (!extension::tallyMissingClass(tally, annotation, m_source.schema()))
                tallyLabel(tally, annotation, picture, painted.contains(&annotation));
        tallyPicture(tally, painting);
        return {};
    });
    if (!visited)
        return fail(visited.error());
    return tally.take();
}

}  // namespace plumbline::masks
