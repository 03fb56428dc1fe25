// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/voc/vocwriter.h"

#include "core/base/json.h"
#include "core/extension/xmltext.h"
#include "plugins/formats/voc/voclayout.h"
#include "plugins/formats/voc/vocreader.h"
#include "plugins/formats/voc/vocxml.h"

#include <QCoreApplication>
#include <QXmlStreamWriter>

namespace plumbline::voc {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::voc", text);
}

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(QLatin1Char('/')) + 1);
}

QString numberText(double value)
{
    QByteArray text;
    extension::appendNumber(text, value);
    return QString::fromLatin1(text);
}

// The box that stands for a shape; nothing for shapes without an area.
std::optional<geometry::Box> boxOf(const geometry::Geometry &shape)
{
    const bool drawable = std::holds_alternative<geometry::Box>(shape) || std::holds_alternative<geometry::RotatedBox>(shape)
                          || std::holds_alternative<geometry::Ellipse>(shape) || std::holds_alternative<geometry::Polygon>(shape)
                          || std::holds_alternative<geometry::KeyPoints>(shape) || std::holds_alternative<geometry::Mask>(shape);
    return drawable && geometry::whyInvalid(shape).isEmpty() ? geometry::boundsOf(shape) : std::nullopt;
}

// Text of a standard attribute; nothing when its value has no place in the file.
std::optional<QString> attributeText(const QString &key, const model::AttributeValue &value)
{
    if (std::holds_alternative<std::monostate>(value))
        return QString();
    if (key == QLatin1String("pose")) {
        const auto *text = std::get_if<QString>(&value);
        return text && !text->trimmed().isEmpty() ? std::optional(*text) : std::nullopt;
    }
    const auto *flag = std::get_if<bool>(&value);
    return flag ? std::optional(*flag ? QStringLiteral("1") : QStringLiteral("0")) : std::nullopt;
}

void writeText(QXmlStreamWriter &xml, const QString &name, const QString &text)
{
    if (text.isEmpty())
        xml.writeEmptyElement(name);
    else
        xml.writeTextElement(name, extension::xmlText(text));
}

const Json &listOf(const Json &kept, const char *key)
{
    static const Json none = Json::array();
    return kept.is_object() && kept.contains(key) && kept[key].is_array() ? kept[key] : none;
}

// The box of an object whose mask came with it, as long as the mask is the one it came with.
std::optional<geometry::Box> keptBox(const model::Annotation &annotation)
{
    const Json &kept = extension::foreignData(annotation.extra, "voc");
    const Json &edges = listOf(kept, "box");
    if (edges.size() != 4 || !std::all_of(edges.begin(), edges.end(), [](const Json &v) { return v.is_number(); })
        || !kept.contains("shape") || kept["shape"] != extension::shapeFingerprint(annotation.geometry))
        return std::nullopt;
    return geometry::Box{edges[0].get<double>(), edges[1].get<double>(), edges[2].get<double>(), edges[3].get<double>()};
}

void writeObject(QXmlStreamWriter &xml, const model::Annotation &annotation, const QString &className, const geometry::Box &box)
{
    xml.writeStartElement(QStringLiteral("object"));
    writeText(xml, QStringLiteral("name"), className);
    for (const QString &key : attributeKeys()) {
        const auto it = annotation.attributes.find(key);
        if (it == annotation.attributes.end())
            continue;
        if (const auto text = attributeText(key, it->second))
            writeText(xml, key, *text);
    }
    xml.writeStartElement(QStringLiteral("bndbox"));
    xml.writeTextElement(QStringLiteral("xmin"), numberText(box.x + 1));
    xml.writeTextElement(QStringLiteral("ymin"), numberText(box.y + 1));
    xml.writeTextElement(QStringLiteral("xmax"), numberText(box.x + box.w));
    xml.writeTextElement(QStringLiteral("ymax"), numberText(box.y + box.h));
    xml.writeEndElement();
    for (const Json &element : listOf(extension::foreignData(annotation.extra, "voc"), "other"))
        writeElement(xml, element);
    xml.writeEndElement();
}

// What writeObject() writes without some of its characters.
std::int64_t unfitTexts(const model::Annotation &annotation, const QString &className)
{
    std::int64_t texts = extension::fitsXml(className) ? 0 : 1;
    for (const QString &key : attributeKeys()) {
        const auto it = annotation.attributes.find(key);
        const auto text = it == annotation.attributes.end() ? std::nullopt : attributeText(key, it->second);
        texts += text && !extension::fitsXml(*text) ? 1 : 0;
    }
    for (const Json &element : listOf(extension::foreignData(annotation.extra, "voc"), "other"))
        texts += textsUnfitForXml(element);
    return texts;
}

}  // namespace

extension::FormatOption emptyOption()
{
    return {QStringLiteral("empty"),
            tr("Files for pictures without labels"),
            {QStringLiteral("marked"), QStringLiteral("all")},
            QStringLiteral("marked")};
}

extension::FormatOption masksOption()
{
    return {QStringLiteral("masks"),
            tr("Pictures of segments"),
            {QStringLiteral("auto"), QStringLiteral("none")},
            QStringLiteral("auto")};
}

Writer::Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request)
    : m_source(source), m_request(request), m_control(source.control())
{}

Result<> Writer::survey()
{
    const auto media = extension::mediaHandling(m_request.options);
    const auto empty = extension::optionValue(m_request.options, emptyOption());
    const auto masks = extension::optionValue(m_request.options, masksOption());
    for (const auto *error :
         {media ? nullptr : &media.error(), empty ? nullptr : &empty.error(), masks ? nullptr : &masks.error()})
        if (error)
            return fail(*error);
    m_media = *media;
    m_masks = *masks == QLatin1String("auto");
    m_classValues = classValuesOf(m_source.schema());
    extension::NameAllotter names;
    extension::NameAllotter stems;
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (item.kind != model::ItemKind::Image)
            return {};
        const Json &kept = extension::foreignData(item.extra, "voc");
        const QString known = kept.is_object() && kept.contains("xml") ? base::toQString(kept["xml"]) : QString();
        Picture picture;
        picture.name = names.take(item.name, false);
        picture.renamed = picture.name != item.name;
        const bool fits = !known.isEmpty() && folderOf(known) == folderOf(picture.name);
        picture.stem =
            stems.take((fits ? known : extension::withoutEnding(picture.name)) + QStringLiteral(".xml"), true).chopped(4);
        const QSize size = extension::pictureSize(m_source, item);
        picture.hasMasks = m_masks && !size.isEmpty()
                           && std::int64_t(size.width()) * size.height() <= extension::maximumLabelPixels
                           && std::any_of(annotations.begin(), annotations.end(),
                                          [&](const model::Annotation &a) { return isSegment(a, m_classValues); });
        const bool segmentsOnly = picture.hasMasks && xmlNumbers(annotations).isEmpty();
        picture.hasFile = (!annotations.empty() && !segmentsOnly) || !known.isEmpty() || *empty == QLatin1String("all");
        if (picture.hasFile)
            m_outputs.append(QStringLiteral("Annotations/") + picture.stem + QStringLiteral(".xml"));
        if (picture.hasMasks) {
            m_outputs.append(QStringLiteral("SegmentationClass/") + picture.stem + QStringLiteral(".png"));
            m_outputs.append(QStringLiteral("SegmentationObject/") + picture.stem + QStringLiteral(".png"));
        }
        bool listedMasks = false;
        for (const Json &set : listOf(kept, "masksets"))
            if (const QString name = base::toQString(set); setNames().contains(name)) {
                m_maskSets[name] += picture.stem.toUtf8() + '\n';
                listedMasks = true;
            }
        if (picture.hasMasks && !listedMasks)
            m_maskSets[QStringLiteral("train")] += picture.stem.toUtf8() + '\n';
        if (m_media != extension::MediaHandling::None && !m_source.mediaPath(item).isEmpty())
            m_outputs.append(QStringLiteral("JPEGImages/") + picture.name);
        bool listed = false;
        for (const Json &set : listOf(kept, "sets"))
            if (const QString name = base::toQString(set); setNames().contains(name)) {
                m_sets[name] += picture.stem.toUtf8() + '\n';
                listed = true;
            }
        if (!listed && picture.hasFile)
            m_sets[QStringLiteral("train")] += picture.stem.toUtf8() + '\n';
        picture.listed = listed;
        m_pictures.push_back(std::move(picture));
        return {};
    });
    for (const auto &[set, stemsOfSet] : m_sets)
        m_outputs.append(QStringLiteral("ImageSets/Main/") + set + QStringLiteral(".txt"));
    for (const auto &[set, stemsOfSet] : m_maskSets)
        m_outputs.append(QStringLiteral("ImageSets/Segmentation/") + set + QStringLiteral(".txt"));
    const bool drawn = std::any_of(m_pictures.begin(), m_pictures.end(), [](const Picture &picture) { return picture.hasMasks; });
    m_labelMap = drawn ? labelMapOf(m_source.schema(), m_classValues) : QByteArray();
    if (!m_labelMap.isEmpty())
        m_outputs.append(QStringLiteral("labelmap.txt"));
    return visited;
}

QHash<const model::Annotation *, int> Writer::xmlNumbers(const std::vector<model::Annotation> &annotations) const
{
    QHash<const model::Annotation *, int> numbers;
    int number = 0;
    for (const model::Annotation &annotation : annotations) {
        const bool elsewhere = m_masks && (isPictureOnly(annotation) || isVoid(annotation));
        if (!elsewhere && m_source.schema().find(annotation.labelClass) && boxOf(annotation.geometry))
            numbers.insert(&annotation, ++number);
    }
    return numbers;
}

std::optional<Segments> Writer::segmentsOf(const model::Item &item, const Picture &picture,
                                           const std::vector<model::Annotation> &annotations) const
{
    return picture.hasMasks
               ? Segments::of(annotations, extension::pictureSize(m_source, item), m_classValues, xmlNumbers(annotations))
               : std::nullopt;
}

QByteArray Writer::document(const model::Item &item, const Picture &picture, const std::vector<model::Annotation> &annotations,
                            std::int64_t &written) const
{
    const Json &kept = extension::foreignData(item.extra, "voc");
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("annotation"));
    const bool sameFolder = folderOf(picture.stem) == folderOf(picture.name);
    writeText(xml, QStringLiteral("filename"), sameFolder ? picture.name.mid(folderOf(picture.name).size()) : picture.name);
    const QSize size = extension::pictureSize(m_source, item);
    if (!size.isEmpty()) {
        xml.writeStartElement(QStringLiteral("size"));
        xml.writeTextElement(QStringLiteral("width"), QString::number(size.width()));
        xml.writeTextElement(QStringLiteral("height"), QString::number(size.height()));
        const QString depth = kept.is_object() && kept.contains("depth") ? base::toQString(kept["depth"]) : QString();
        writeText(xml, QStringLiteral("depth"), depth.isEmpty() ? QStringLiteral("3") : depth);
        xml.writeEndElement();
    }
    const Json &others = listOf(kept, "other");
    for (const Json &element : others)
        writeElement(xml, element);
    const bool says = std::any_of(others.begin(), others.end(), [](const Json &element) {
        return element.is_object() && element.contains("name") && element["name"] == "segmented";
    });
    if (picture.hasMasks && !says)
        xml.writeTextElement(QStringLiteral("segmented"), QStringLiteral("1"));
    const auto numbers = xmlNumbers(annotations);
    for (const model::Annotation &annotation : annotations) {
        if (!numbers.contains(&annotation))
            continue;
        writeObject(xml, annotation, m_source.schema().find(annotation.labelClass)->name,
                    keptBox(annotation).value_or(*boxOf(annotation.geometry)));
        ++written;
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return text;
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
        [&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<extension::PictureOutput> {
            const Picture &picture = m_pictures[next++];
            extension::PictureOutput output;
            output.medium = QStringLiteral("JPEGImages/") + picture.name;
            output.listed = picture.listed;
            if (picture.hasFile)
                output.files.emplace_back(QStringLiteral("Annotations/") + picture.stem + QStringLiteral(".xml"),
                                          document(item, picture, annotations, output.annotations));
            const std::optional<Segments> segments = segmentsOf(item, picture, annotations);
            if (!segments)
                return output;
            const auto classes = segments->classPicture();
            const auto objects = segments->objectPicture();
            if (!classes || !objects)
                return fail(classes ? objects.error() : classes.error());
            output.files.emplace_back(QStringLiteral("SegmentationClass/") + picture.stem + QStringLiteral(".png"), *classes);
            output.files.emplace_back(QStringLiteral("SegmentationObject/") + picture.stem + QStringLiteral(".png"), *objects);
            const auto inXml = xmlNumbers(annotations);
            for (const Segments::Segment &segment : segments->list())
                output.annotations += !inXml.contains(segment.annotation) && segments->seen(segment) > 0 ? 1 : 0;
            return output;
        });
    for (auto it = m_sets.begin(); written && it != m_sets.end(); ++it)
        written = extension::writeFileBelow(m_request.folder,
                                            QStringLiteral("ImageSets/Main/") + it->first + QStringLiteral(".txt"), it->second);
    for (auto it = m_maskSets.begin(); written && it != m_maskSets.end(); ++it)
        written = extension::writeFileBelow(
            m_request.folder, QStringLiteral("ImageSets/Segmentation/") + it->first + QStringLiteral(".txt"), it->second);
    if (written && !m_labelMap.isEmpty())
        written = extension::writeFileBelow(m_request.folder, QStringLiteral("labelmap.txt"), m_labelMap);
    if (!written)
        return fail(written.error());
    return m_outputs;
}

Result<std::vector<extension::Loss>> Writer::losses()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    extension::LossTally losses;
    std::size_t next = 0;
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (extension::tallyWrongItem(losses, item, annotations.size()))
            return {};
        const Picture &picture = m_pictures[next++];
        if (picture.renamed)
            losses.add(tr("pictures whose names clash"), tr("They are renamed in the copy."));
        const std::optional<Segments> segments = segmentsOf(item, picture, annotations);
        const auto numbers = xmlNumbers(annotations);
        std::int64_t unfit = picture.hasFile && !extension::fitsXml(picture.name) ? 1 : 0;
        for (const Json &element : listOf(extension::foreignData(item.extra, "voc"), "other"))
            unfit += picture.hasFile ? textsUnfitForXml(element) : 0;
        for (const model::Annotation &annotation : annotations) {
            tally(losses, annotation, segments ? &*segments : nullptr);
            if (numbers.contains(&annotation))
                unfit += unfitTexts(annotation, m_source.schema().find(annotation.labelClass)->name);
        }
        extension::tallyXmlTexts(losses, unfit);
        return {};
    });
    if (!visited)
        return fail(visited.error());
    return losses.take();
}

void Writer::tally(extension::LossTally &losses, const model::Annotation &annotation, const Segments *segments) const
{
    extension::CarriedFacts carried;
    carried.attributeKeys = attributeKeys();
    carried.space = "voc";
    const Segments::Segment *segment = segments ? segments->find(annotation) : nullptr;
    const bool asVoid = segment && isVoid(annotation);
    if (!asVoid && extension::tallyMissingClass(losses, annotation, m_source.schema()))
        return;
    const bool drawn = segment && segment->number > 0;
    if (drawn && segments->seen(*segment) == 0 && (asVoid || isPictureOnly(annotation)))
        return losses.add(tr("labels that others cover"), tr("They are left out."));
    if (!boxOf(annotation.geometry) && !drawn)
        return losses.add(extension::shapesName(annotation.geometry), tr("They are left out."));
    if (asVoid && !annotation.labelClass.isNull())
        losses.add(tr("ignore regions with a class"), tr("They are written as void pixels, which have no class."));
    if (drawn && !std::holds_alternative<geometry::Mask>(annotation.geometry))
        losses.add(extension::shapesName(annotation.geometry),
                   tr("They are written as masks of whole pixels with their bounding boxes."));
    else if (segment && !drawn)
        losses.add(tr("masks beyond the 254th of a picture"), tr("They are written as their bounding boxes."));
    else if (!drawn && !std::holds_alternative<geometry::Box>(annotation.geometry))
        losses.add(extension::shapesName(annotation.geometry), tr("They are written as their bounding boxes."));
    if (drawn && segments->seen(*segment) < segment->pixels)
        losses.add(tr("labels that others cover in part"), tr("Each pixel belongs to the label that lies on top."));
    carried.ignore = asVoid;
    extension::tallyFacts(losses, annotation, carried);
    for (const QString &key : attributeKeys())
        if (const auto it = annotation.attributes.find(key); it != annotation.attributes.end() && !attributeText(key, it->second))
            losses.add(tr("attributes"), tr("They are left out."));
}

}  // namespace plumbline::voc
