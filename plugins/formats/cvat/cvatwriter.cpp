// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/cvat/cvatwriter.h"

#include "core/base/atomicfile.h"
#include "core/extension/labelgroups.h"
#include "core/extension/xmltext.h"
#include "plugins/formats/cvat/cvatshape.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QXmlStreamWriter>

namespace plumbline::cvat {

namespace {

constexpr qsizetype mostFiles = 64;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::cvat", text);
}

QString ordinaryFile()
{
    return QStringLiteral("annotations.xml");
}

QString keptFile(const Json &kept)
{
    const QString file = kept.is_object() && kept.contains("file") ? base::toQString(kept["file"]) : QString();
    const bool good = file.endsWith(QLatin1String(".xml")) && !file.contains(QLatin1Char('/'))
                      && !file.contains(QLatin1Char('\\')) && !file.startsWith(QLatin1Char('.'));
    return good ? file : QString();
}

// A label without a class is written only when it came so.
std::optional<QString> classNameOf(const model::Annotation &annotation, const model::Schema &schema)
{
    if (const model::LabelClass *labelClass = annotation.labelClass.isNull() ? nullptr : schema.find(annotation.labelClass))
        return labelClass->name;
    const Json &kept = extension::foreignData(annotation.extra, "cvat");
    return kept.is_object() && kept.contains("label") ? std::optional(QString()) : std::nullopt;
}

void tallyFate(extension::LossTally &tally, Fate fate, const geometry::Geometry &shape)
{
    const QString what = extension::shapesName(shape);
    switch (fate) {
    case Fate::Exact: return;
    case Fate::LoosePoints:
        return tally.add(what,
                         tr("Their skeleton is not known, so they are written as loose points; those not labeled are left out."));
    case Fate::Rasterised:
        return tally.add(tr("polygons with holes or several parts"), tr("They are written as masks of whole pixels."));
    case Fate::Parts:
        return tally.add(
            tr("polygons with holes or several parts"),
            tr("Each part is written as a polygon without holes, because the picture's size is not known or too large."));
    case Fate::OtherPicture: return tally.add(tr("masks of another size than their picture"), tr("They are left out."));
    case Fate::EmptyMask: return tally.add(tr("shapes without a pixel"), tr("They are left out."));
    case Fate::TooManyRuns: return tally.add(tr("masks with too many runs"), tr("They are left out."));
    case Fate::LeftOut: return tally.add(what, tr("They are left out."));
    }
}

void tallyAnswers(extension::LossTally &tally, const model::Annotation &annotation, const model::Schema &schema)
{
    for (const auto &[key, value] : annotation.attributes)
        if (std::holds_alternative<model::CannotTell>(value))
            tally.add(tr("answers “cannot tell”"), tr("They are left out."));
    const auto it = annotation.attributes.find(QStringLiteral("occluded"));
    const bool told = it != annotation.attributes.end() && std::holds_alternative<bool>(it->second);
    const bool asked = it != annotation.attributes.end() || schema.attribute(u"occluded");
    if (asked && !told && !std::holds_alternative<geometry::ItemLabel>(annotation.geometry))
        tally.add(tr("labels that do not say whether they are occluded"), tr("They are written as not occluded."));
}

}  // namespace

Writer::Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request)
    : m_source(source), m_request(request), m_control(source.control())
{}

Result<> Writer::survey()
{
    const auto media = extension::mediaHandling(m_request.options);
    if (!media)
        return fail(media.error());
    m_media = *media;
    extension::NameAllotter names;
    std::vector<std::optional<qint64>> ids;
    QStringList pictures;
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (item.kind != model::ItemKind::Image)
            return {};
        const Json &kept = extension::foreignData(item.extra, "cvat");
        Picture picture;
        picture.name = names.take(item.name, false);
        picture.renamed = picture.name != item.name;
        picture.file = keptFile(kept);
        if (picture.file.isEmpty() || (!m_files.contains(picture.file) && m_files.size() >= mostFiles))
            picture.file = ordinaryFile();
        if (!m_files.contains(picture.file))
            m_files.append(picture.file);
        const bool known = kept.is_object() && kept.contains("id") && kept["id"].is_number_integer();
        ids.push_back(known ? std::optional(kept["id"].get<qint64>()) : std::nullopt);
        if (m_media != extension::MediaHandling::None && !m_source.mediaPath(item).isEmpty())
            pictures.append(QStringLiteral("images/") + picture.name);
        m_pictures.push_back(std::move(picture));
        extension::passGroupNumbers(annotations, keptGroup, m_nextGroup);
        for (const model::Annotation &annotation : annotations)
            if (const auto name = classNameOf(annotation, m_source.schema()))
                noteAttributes(annotation, *name);
        return {};
    });
    if (m_files.isEmpty())
        m_files.append(ordinaryFile());
    m_outputs = m_files + pictures;
    giveIds(ids);
    for (const model::LabelClass &labelClass : m_source.schema().classes)
        m_orders[labelClass.name] = attributeOrder(labelClass);
    return visited;
}

// Ids are unique within a file.
void Writer::giveIds(const std::vector<std::optional<qint64>> &known)
{
    std::map<QString, QSet<qint64>> taken;
    std::map<QString, qint64> next;
    std::vector<bool> given(m_pictures.size());
    for (std::size_t i = 0; i < m_pictures.size(); ++i) {
        QSet<qint64> &ids = taken[m_pictures[i].file];
        if (!known[i] || *known[i] < 0 || *known[i] > (qint64(1) << 53) || ids.contains(*known[i]))
            continue;
        m_pictures[i].id = *known[i];
        given[i] = true;
        ids.insert(*known[i]);
        next[m_pictures[i].file] = std::max(next[m_pictures[i].file], *known[i] + 1);
    }
    for (std::size_t i = 0; i < m_pictures.size(); ++i)
        if (!given[i])
            m_pictures[i].id = next[m_pictures[i].file]++;
}

void Writer::noteAttributes(const model::Annotation &annotation, const QString &className)
{
    for (const auto &[key, value] : annotation.attributes) {
        QString &input = m_used[className][key];
        if (std::holds_alternative<QString>(value))
            input = QStringLiteral("text");
        else if (input.isEmpty() && std::holds_alternative<bool>(value))
            input = QStringLiteral("checkbox");
        else if (input.isEmpty() && std::holds_alternative<double>(value))
            input = QStringLiteral("number");
    }
}

Element Writer::imageElement(const model::Item &item, const Picture &picture, const std::vector<model::Annotation> &annotations,
                             std::int64_t &count)
{
    Element image{QStringLiteral("image"),
                  {},
                  {{QStringLiteral("id"), QString::number(picture.id)}, {QStringLiteral("name"), picture.name}},
                  {}};
    const QSize size = extension::pictureSize(m_source, item);
    const Json &kept = extension::foreignData(item.extra, "cvat");
    if (kept.is_object() && kept.contains("attributes") && kept["attributes"].is_object())
        for (const auto &[key, value] : kept["attributes"].items())
            if (const QString name = QString::fromStdString(key); name != QLatin1String("id"))
                image.attributes.emplace_back(name, base::toQString(value));
    if (!size.isEmpty()) {
        image.attributes.emplace_back(QStringLiteral("width"), QString::number(size.width()));
        image.attributes.emplace_back(QStringLiteral("height"), QString::number(size.height()));
    }
    const auto groups = extension::groupNumbers(annotations, keptGroup, m_nextGroup);
    for (std::size_t i = 0; i < annotations.size(); ++i) {
        const model::Annotation &annotation = annotations[i];
        if (const auto name = classNameOf(annotation, m_source.schema())) {
            const auto order = m_orders.find(*name);
            Written written =
                elementsOf(annotation, *name, m_source.schema(), size, order == m_orders.end() ? QStringList() : order->second);
            if (groups[i] != keptGroup(annotation))
                setGroup(written, groups[i]);
            count += written.elements.empty() ? 0 : 1;
            for (Element &element : written.elements)
                image.children.push_back(std::move(element));
        }
    }
    if (kept.is_object() && kept.contains("other") && kept["other"].is_array())
        for (const Json &other : kept["other"])
            image.children.push_back(elementFrom(other));
    return image;
}

Result<> Writer::writeFile(const QString &name)
{
    base::AtomicFile file(QDir(m_request.folder).filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        return fail(file.whyNotWritten());
    QXmlStreamWriter xml(&file);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("annotations"));
    const Json dataset = m_source.datasetExtra(QStringLiteral("cvat"));
    const Json *kept = nullptr;
    if (dataset.is_object() && dataset.contains("files") && dataset["files"].is_object()
        && dataset["files"].contains(name.toStdString()))
        kept = &dataset["files"][name.toStdString()];
    Element meta = kept && kept->is_object() && kept->contains("meta") ? elementFrom((*kept)["meta"]) : Element{};
    Element labels = labelsElement(m_source.schema(), m_used);
    bool placed = false;
    for (Element &holder : meta.children)
        for (Element &child : holder.children)
            if (!placed && child.name == QLatin1String("labels")) {
                child.children = std::exchange(labels.children, {});
                placed = true;
            }
    if (meta.name != QLatin1String("meta"))
        meta = {QStringLiteral("meta"), {}, {}, {}};
    if (!placed) {
        Element task{QStringLiteral("task"), {}, {}, {}};
        task.children = {{QStringLiteral("mode"), QStringLiteral("annotation"), {}, {}}, std::move(labels)};
        meta.children.push_back(std::move(task));
    }
    const bool versioned = kept && kept->is_object() && kept->contains("version");
    xml.writeTextElement(QStringLiteral("version"), versioned ? base::toQString((*kept)["version"]) : QStringLiteral("1.1"));
    writeElement(xml, meta);
    std::size_t next = 0;
    std::int64_t items = 0;
    std::int64_t written = 0;
    const auto visited =
        m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            if (item.kind != model::ItemKind::Image)
                return {};
            const Picture &picture = m_pictures[next++];
            m_control.report(static_cast<std::int64_t>(next), m_source.itemCount(), tr("Writing annotations"));
            if (picture.file != name)
                return {};
            writeElement(xml, imageElement(item, picture, annotations, written));
            ++items;
            return extension::placeMedium(m_media == extension::MediaHandling::None ? QString() : m_source.mediaPath(item),
                                          QDir(m_request.folder).filePath(QStringLiteral("images/") + picture.name), m_media);
        });
    if (!visited)
        return visited;
    if (kept && kept->is_object() && kept->contains("other") && (*kept)["other"].is_array())
        for (const Json &other : (*kept)["other"])
            writeElement(xml, elementFrom(other));
    xml.writeEndElement();
    xml.writeEndDocument();
    m_source.wrote(items, written);
    if (xml.hasError())
        return fail(file.whyNotWritten());
    return file.finish();
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
    for (const QString &file : m_files)
        if (auto written = writeFile(file); !written)
            return fail(written.error());
    return m_outputs;
}

Result<std::vector<extension::Loss>> Writer::losses()
{
    if (auto surveyed = survey(); !surveyed)
        return fail(surveyed.error());
    extension::LossTally tally;
    extension::CarriedFacts carried;
    carried.attributes = carried.group = true;
    carried.space = "cvat";
    std::size_t next = 0;
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (extension::tallyWrongItem(tally, item, annotations.size()))
            return {};
        const Picture &picture = m_pictures[next++];
        std::int64_t written = 0;
        extension::tallyXmlTexts(tally, textsUnfitForXml(imageElement(item, picture, annotations, written)));
        if (picture.renamed)
            tally.add(tr("pictures whose names clash"), tr("They are renamed in the copy."));
        const QSize size = extension::pictureSize(m_source, item);
        if (size.isEmpty())
            tally.add(tr("pictures of unknown size"), tr("They are written without their size, which CVAT expects."));
        for (const model::Annotation &annotation : annotations) {
            if (!classNameOf(annotation, m_source.schema())) {
                static_cast<void>(extension::tallyMissingClass(tally, annotation, m_source.schema()));
                continue;
            }
            const Written written = elementsOf(annotation, {}, m_source.schema(), size);
            tallyFate(tally, written.fate, annotation.geometry);
            if (written.elements.empty())
                continue;
            extension::tallyFacts(tally, annotation, carried);
            tallyAnswers(tally, annotation, m_source.schema());
        }
        return {};
    });
    if (!visited)
        return fail(visited.error());
    return tally.take();
}

}  // namespace plumbline::cvat
