// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/voc/vocwriter.h"

#include "core/base/json.h"
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
        xml.writeTextElement(name, xmlText(text));
}

const Json &listOf(const Json &kept, const char *key)
{
    static const Json none = Json::array();
    return kept.is_object() && kept.contains(key) && kept[key].is_array() ? kept[key] : none;
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

}  // namespace

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
    const auto empty = extension::optionValue(m_request.options, emptyOption());
    if (!media || !empty)
        return fail(media ? empty.error() : media.error());
    m_media = *media;
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
        picture.hasFile = !annotations.empty() || !known.isEmpty() || *empty == QLatin1String("all");
        if (picture.hasFile)
            m_outputs.append(QStringLiteral("Annotations/") + picture.stem + QStringLiteral(".xml"));
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
    return visited;
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
    QSize size(item.width, item.height);
    if (size.isEmpty())
        size = extension::uprightPictureSize(m_source.mediaPath(item));
    if (!size.isEmpty()) {
        xml.writeStartElement(QStringLiteral("size"));
        xml.writeTextElement(QStringLiteral("width"), QString::number(size.width()));
        xml.writeTextElement(QStringLiteral("height"), QString::number(size.height()));
        const QString depth = kept.is_object() && kept.contains("depth") ? base::toQString(kept["depth"]) : QString();
        writeText(xml, QStringLiteral("depth"), depth.isEmpty() ? QStringLiteral("3") : depth);
        xml.writeEndElement();
    }
    for (const Json &element : listOf(kept, "other"))
        writeElement(xml, element);
    for (const model::Annotation &annotation : annotations) {
        const model::LabelClass *labelClass = m_source.schema().find(annotation.labelClass);
        const auto box = boxOf(annotation.geometry);
        if (!labelClass || !box)
            continue;
        writeObject(xml, annotation, labelClass->name, *box);
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
            return output;
        });
    for (auto it = m_sets.begin(); written && it != m_sets.end(); ++it)
        written = extension::writeFileBelow(m_request.folder,
                                            QStringLiteral("ImageSets/Main/") + it->first + QStringLiteral(".txt"), it->second);
    if (!written)
        return fail(written.error());
    return m_outputs;
}

Result<std::vector<extension::Loss>> Writer::losses()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    extension::LossTally tally;
    extension::CarriedFacts carried;
    carried.attributeKeys = attributeKeys();
    carried.space = "voc";
    std::size_t next = 0;
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (extension::tallyWrongItem(tally, item, annotations.size()))
            return {};
        if (m_pictures[next++].renamed)
            tally.add(tr("pictures whose names clash"), tr("They are renamed in the copy."));
        for (const model::Annotation &annotation : annotations) {
            if (extension::tallyMissingClass(tally, annotation, m_source.schema()))
                continue;
            if (!boxOf(annotation.geometry)) {
                tally.add(extension::shapesName(annotation.geometry), tr("They are left out."));
                continue;
            }
            if (!std::holds_alternative<geometry::Box>(annotation.geometry))
                tally.add(extension::shapesName(annotation.geometry), tr("They are written as their bounding boxes."));
            extension::tallyFacts(tally, annotation, carried);
            for (const QString &key : attributeKeys())
                if (const auto it = annotation.attributes.find(key);
                    it != annotation.attributes.end() && !attributeText(key, it->second))
                    tally.add(tr("attributes"), tr("They are left out."));
        }
        return {};
    });
    if (!visited)
        return fail(visited.error());
    return tally.take();
}

}  // namespace plumbline::voc
