// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/dota/dotawriter.h"

#include "core/base/atomicfile.h"
#include "plugins/formats/dota/dotarow.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace plumbline::dota {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::dota", text);
}

QString textAt(const Json &kept, const char *key)
{
    return kept.is_object() && kept.contains(key) ? base::toQString(kept[key]) : QString();
}

// A name that stays inside the folder it is put into.
QString insideName(const QString &name)
{
    const auto safe = base::safeRelativePath(name);
    return safe ? *safe : base::safeRelativePath(QFileInfo(name).fileName()).value_or(QStringLiteral("item"));
}

QByteArray document(const model::Item &item, const std::vector<model::Annotation> &annotations, const model::Schema &schema,
                    std::int64_t &written)
{
    QByteArray text;
    const Json &kept = extension::foreignData(item.extra, "dota");
    if (kept.is_object() && kept.contains("header") && kept["header"].is_array())
        for (const Json &line : kept["header"])
            if (const QString header = base::toQString(line).simplified(); header.contains(QLatin1Char(':')))
                text += header.toUtf8() + '\n';
    for (const model::Annotation &annotation : annotations) {
        const model::LabelClass *labelClass = schema.find(annotation.labelClass);
        const auto corners = cornersOf(annotation);
        if (!labelClass || !corners)
            continue;
        text += lineOf(*corners, labelClass->name, annotation) + '\n';
        ++written;
    }
    return text;
}

void tallyShape(extension::LossTally &tally, const geometry::Geometry &shape)
{
    const QString what = extension::shapesName(shape);
    if (std::holds_alternative<geometry::Mask>(shape))
        return tally.add(what, tr("They are written as their bounding boxes."));
    const auto *polygon = std::get_if<geometry::Polygon>(&shape);
    const bool fourCorners =
        polygon && polygon->parts.size() == 1 && polygon->parts.front().holes.empty() && polygon->parts.front().outer.size() == 4;
    if (std::holds_alternative<geometry::Ellipse>(shape) || (polygon && !fourCorners))
        tally.add(what, tr("They are written as the smallest rectangle around them."));
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
    return m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (item.kind != model::ItemKind::Image)
            return {};
        const Json &kept = extension::foreignData(item.extra, "dota");
        const QString known = textAt(kept, "file");
        QString split = textAt(kept, "split");
        if (!base::safeRelativePath(split) || split.contains(QLatin1Char('/')) || split.contains(QLatin1Char('\\')))
            split.clear();
        const QString below = split.isEmpty() ? QString() : split + QLatin1Char('/');
        // The split is a folder of its own and no part of the name there.
        const QString inSplit = !below.isEmpty() && item.name.startsWith(below) ? item.name.mid(below.size()) : item.name;
        const QString ending = inSplit.mid(extension::withoutEnding(inSplit).size());
        const QString stem = insideName(known.isEmpty() ? extension::withoutEnding(inSplit) : known);
        Picture picture;
        picture.labels = stems.take(below + QStringLiteral("labelTxt/") + stem + QStringLiteral(".txt"), true);
        picture.picture = names.take(below + QStringLiteral("images/") + stem + ending, false);
        picture.renamed = picture.picture != below + QStringLiteral("images/") + inSplit;
        picture.hasFile = !annotations.empty() || !known.isEmpty() || *empty == QLatin1String("all");
        if (picture.hasFile)
            m_outputs.append(picture.labels);
        if (m_media != extension::MediaHandling::None && !m_source.mediaPath(item).isEmpty())
            m_outputs.append(picture.picture);
        m_pictures.push_back(std::move(picture));
        return {};
    });
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
    const auto written = extension::writePictures(
        m_source, m_request, m_media,
        [&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<extension::PictureOutput> {
            const Picture &picture = m_pictures[next++];
            extension::PictureOutput output;
            output.medium = picture.picture;
            if (picture.hasFile)
                output.files.emplace_back(picture.labels, document(item, annotations, m_source.schema(), output.annotations));
            return output;
        });
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
    carried.attributeKeys = {QStringLiteral("difficult")};
    carried.space = "dota";
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
            if (!cornersOf(annotation)) {
                tally.add(extension::shapesName(annotation.geometry), tr("They are left out."));
                continue;
            }
            tallyShape(tally, annotation.geometry);
            const QString name = m_source.schema().find(annotation.labelClass)->name;
            if (fileClassName(name) != name)
                tally.add(tr("labels whose class has blanks in its name"), tr("The blanks are written as underscores."));
            extension::tallyFacts(tally, annotation, carried);
            const auto it = annotation.attributes.find(QStringLiteral("difficult"));
            if (it != annotation.attributes.end() && !std::holds_alternative<bool>(it->second))
                tally.add(tr("attributes"), tr("They are left out."));
        }
        return {};
    });
    if (!visited)
        return fail(visited.error());
    return tally.take();
}

}  // namespace plumbline::dota
