// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/yolo/yolowriter.h"

#include "core/base/atomicfile.h"
#include "core/base/json.h"
#include "plugins/formats/yolo/yololayout.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace plumbline::yolo {

namespace {

constexpr char descriptionName[] = "data.yaml";

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::yolo", text);
}

bool hasFlag(const Json &extra, const char *key)
{
    const Json &kept = extension::foreignData(extra, "yolo");
    return kept.is_object() && kept.contains(key) && kept[key] == true;
}

QString labelPath(const QString &split, const QString &name)
{
    return QStringLiteral("labels/") + split + QLatin1Char('/') + extension::withoutEnding(name) + QStringLiteral(".txt");
}

// "train", "val" or "test" of a split's folder name, as data.yaml calls them.
const char *keyOf(const QString &split)
{
    return split.startsWith(QLatin1String("val")) ? "val" : split.startsWith(QLatin1String("test")) ? "test" : "train";
}

}  // namespace

extension::FormatOption taskOption()
{
    return {QStringLiteral("task"),
            tr("Rows"),
            {QStringLiteral("auto"), QStringLiteral("detect"), QStringLiteral("segment")},
            QStringLiteral("auto")};
}

extension::FormatOption emptyOption()
{
    return {QStringLiteral("empty"),
            tr("Empty label files for pictures without labels"),
            {QStringLiteral("marked"), QStringLiteral("all")},
            QStringLiteral("marked")};
}

Writer::Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request)
    : m_source(source), m_request(request), m_control(source.control())
{}

Writer::Picture Writer::placeOf(const model::Item &item)
{
    const Json &kept = extension::foreignData(item.extra, "yolo");
    Picture picture;
    picture.split = kept.is_object() && kept.contains("split") ? base::toQString(kept["split"]) : QString();
    QStringList parts = item.name.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (picture.split.isEmpty() && parts.size() > 1 && isSplitName(parts.first()))
        picture.split = parts.first();
    if (!isSplitName(picture.split))
        picture.split = QStringLiteral("train");
    if (parts.size() > 1 && parts.first() == picture.split)
        parts.removeFirst();
    const QString plain = parts.join(QLatin1Char('/'));
    // Readers find labels by swapping these folder names, so they must not be in the name itself.
    for (qsizetype i = 0; i + 1 < parts.size(); ++i)
        if (parts[i] == QLatin1String("images") || parts[i] == QLatin1String("labels"))
            parts[i] += QLatin1Char('_');
    const auto safe = base::safeRelativePath(parts.join(QLatin1Char('/')));
    const QString prefix = picture.split + QLatin1Char('/');
    picture.name = m_names.take(prefix + (safe ? *safe : QFileInfo(item.name).fileName()), true);
    if (picture.name.startsWith(prefix))
        picture.name.remove(0, prefix.size());
    picture.renamed = picture.name != plain;
    return picture;
}

Result<> Writer::survey()
{
    const auto media = extension::mediaHandling(m_request.options);
    const auto task = extension::optionValue(m_request.options, taskOption());
    const auto empty = extension::optionValue(m_request.options, emptyOption());
    for (const auto *error : {media ? nullptr : &media.error(), task ? nullptr : &task.error(), empty ? nullptr : &empty.error()})
        if (error)
            return fail(*error);
    m_media = *media;
    m_allEmpty = *empty == QLatin1String("all");
    m_task = *task == QLatin1String("segment") ? Task::Segment : Task::Detect;
    const Json dataset = m_source.datasetExtra(QStringLiteral("yolo"));
    if (dataset.is_object() && dataset.contains("kpt_shape") && dataset["kpt_shape"].is_array()
        && dataset["kpt_shape"].size() == 2 && dataset["kpt_shape"][0].is_number_integer()
        && dataset["kpt_shape"][1].is_number_integer())
        m_padKeyPoints = static_cast<int>(std::clamp<std::int64_t>(dataset["kpt_shape"][0].get<std::int64_t>(), 0, 10000)
                                          * std::clamp<std::int64_t>(dataset["kpt_shape"][1].get<std::int64_t>(), 0, 3));

    m_outputs = {QLatin1String(descriptionName)};
    auto visited = m_source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        if (item.kind != model::ItemKind::Image)
            return {};
        Picture picture = placeOf(item);
        picture.hasLabelFile = m_allEmpty || !annotations.empty() || hasFlag(item.extra, "empty");
        const bool outlines = std::any_of(annotations.begin(), annotations.end(), [](const model::Annotation &annotation) {
            return std::holds_alternative<geometry::Polygon>(annotation.geometry);
        });
        if (outlines && *task == QLatin1String("auto"))
            m_task = Task::Segment;
        if (!m_splits.contains(picture.split))
            m_splits.append(picture.split);
        if (picture.hasLabelFile)
            m_outputs.append(labelPath(picture.split, picture.name));
        if (m_media != extension::MediaHandling::None && !m_source.mediaPath(item).isEmpty())
            m_outputs.append(QStringLiteral("images/") + picture.split + QLatin1Char('/') + picture.name);
        m_pictures.push_back(std::move(picture));
        return {};
    });
    numberClasses();
    return visited;
}

void Writer::numberClasses()
{
    std::vector<const model::LabelClass *> unnumbered;
    for (const model::LabelClass &labelClass : m_source.schema().classes) {
        const Json &kept = extension::foreignData(labelClass.extra, "yolo");
        const bool numbered = kept.is_object() && kept.contains("id") && kept["id"].is_number_integer();
        const std::int64_t id = numbered ? kept["id"].get<std::int64_t>() : -1;
        if (id >= 0 && id < 1'000'000 && m_classNames.emplace(id, labelClass.name).second)
            m_classIds.insert(labelClass.id, id);
        else
            unnumbered.push_back(&labelClass);
    }
    std::int64_t next = 0;
    for (const model::LabelClass *labelClass : unnumbered) {
        while (m_classNames.contains(next))
            ++next;
        m_classNames.emplace(next, labelClass->name);
        m_classIds.insert(labelClass->id, next);
    }
}

RowContext Writer::contextOf(const model::Item &item) const
{
    RowContext context;
    context.task = m_task;
    context.picture = QSize(item.width, item.height);
    if (context.picture.isEmpty())
        context.picture = extension::uprightPictureSize(m_source.mediaPath(item));
    context.boxesStay = hasFlag(item.extra, "boxes");
    context.padKeyPoints = m_padKeyPoints;
    return context;
}

QByteArray Writer::description() const
{
    QByteArray text = "path: .\n";
    std::map<std::string, QByteArrayList> folders;
    for (const QString &split : m_splits)
        folders[keyOf(split)].append(base::toJsonLine(base::toJson(QStringLiteral("images/") + split)));
    const QByteArrayList fallback = folders.empty() ? QByteArrayList{"\"images\""} : folders.begin()->second;
    for (const char *key : {"train", "val", "test"}) {
        const auto it = folders.find(key);
        // Trainers refuse a description without train and val; with one split both name it.
        if (it == folders.end() && std::string_view(key) == "test")
            continue;
        const QByteArrayList &list =
            it == folders.end() ? (folders.contains("train") ? folders.at("train") : fallback) : it->second;
        text += QByteArray(key) + ": " + (list.size() == 1 ? list.first() : '[' + list.join(", ") + ']') + '\n';
    }
    const Json dataset = m_source.datasetExtra(QStringLiteral("yolo"));
    for (const char *key : {"kpt_shape", "flip_idx"})
        if (dataset.is_object() && dataset.contains(key))
            text += QByteArray(key) + ": " + base::toJsonLine(dataset[key]) + '\n';
    text += m_classNames.empty() ? "names: {}\n" : "names:\n";
    for (const auto &[id, name] : m_classNames)
        text += "  " + QByteArray::number(qlonglong(id)) + ": " + base::toJsonLine(base::toJson(name)) + '\n';
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
            output.medium = QStringLiteral("images/") + picture.split + QLatin1Char('/') + picture.name;
            if (!picture.hasLabelFile)
                return output;
            const RowContext context = contextOf(item);
            QByteArray text;
            for (const model::Annotation &annotation : annotations) {
                const auto id = m_classIds.constFind(annotation.labelClass);
                if (id == m_classIds.constEnd())
                    continue;
                const std::vector<QByteArray> rows = rowsOf(annotation, context).rows;
                for (const QByteArray &row : rows)
                    text += QByteArray::number(qlonglong(*id)) + row + '\n';
                output.annotations += rows.empty() ? 0 : 1;
            }
            output.files.emplace_back(labelPath(picture.split, picture.name), std::move(text));
            return output;
        });
    if (written)
        written = extension::writeFileBelow(m_request.folder, QLatin1String(descriptionName), description());
    if (!written)
        return fail(written.error());
    return m_outputs;
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
        if (m_pictures[next++].renamed)
            tally.add(tr("pictures whose names clash or confuse readers of YOLO"), tr("They are renamed in the copy."));
        const RowContext context = annotations.empty() ? RowContext() : contextOf(item);
        for (const model::Annotation &annotation : annotations) {
            if (extension::tallyMissingClass(tally, annotation, m_source.schema()))
                continue;
            const RowsOfLabel rows = rowsOf(annotation, context);
            if (!rows.why.isEmpty())
                tally.add(rows.what, rows.why);
            if (rows.rows.empty())
                continue;
            extension::CarriedFacts carried;
            carried.space = "yolo";
            carried.score = writesScore(annotation);
            extension::tallyFacts(tally, annotation, carried);
        }
        return {};
    });
    if (!visited)
        return fail(visited.error());
    return tally.take();
}

}  // namespace plumbline::yolo
