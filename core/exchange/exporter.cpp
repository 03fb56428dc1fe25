// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exporter.h"

#include "core/base/atomicfile.h"
#include "core/base/json.h"
#include "core/exchange/leftout.h"
#include "core/extension/formatsupport.h"
#include "core/store/reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace plumbline::exchange {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::exchange", text);
}

constexpr std::int64_t namedPictures = 5;

class StoreSource final : public extension::AnnotationSource
{
public:
    StoreSource(const store::Project &project, std::unique_ptr<store::Reader> reader, QString layer,
                const jobs::JobControl &control)
        : m_project(project), m_reader(std::move(reader)), m_layer(std::move(layer)), m_control(control)
    {}

    [[nodiscard]] Result<> prepare()
    {
        auto schema = m_reader->schema();
        const auto items = m_reader->itemCount();
        const auto layers = m_reader->layers();
        if (!schema)
            return fail(schema.error());
        if (!items)
            return fail(items.error());
        if (!layers)
            return fail(layers.error());
        m_schema = std::move(*schema);
        m_items = *items;
        QStringList names;
        for (const auto &[name, count] : *layers) {
            names.append(name);
            if (name == m_layer)
                m_annotations = count;
        }
        if (!names.contains(m_layer))
            return fail(ErrorCode::NotFound,
                        names.isEmpty()
                            ? tr("Nothing is labeled yet, so there is nothing to export.")
                            : tr("There is no layer “%1”; there are %2.").arg(m_layer, names.join(QStringLiteral(", "))));
        return {};
    }

    const model::Schema &schema() const override { return m_schema; }
    std::int64_t itemCount() const override { return m_items; }
    std::int64_t annotationCount() const override { return m_annotations; }
    Json datasetExtra(const QString &space) const override
    {
        const auto value = m_reader->setting(QStringLiteral("dataset:") + space);
        return value ? *value : Json();
    }
    Result<> visit(const Visitor &visitor) const override
    {
        std::int64_t done = 0;
        return m_reader->visit(m_layer, true,
                               [&](const model::Item &item, const std::vector<model::Annotation> &list) -> Result<> {
                                   if (m_control.cancelled())
                                       return jobs::JobControl::cancelledError();
                                   m_control.report(done++, m_items, tr("Exporting"));
                                   if (item.tags.contains(leftOutTag()))
                                       return {};
                                   return visitor(item, list);
                               });
    }
    Result<std::optional<model::Scene>> scene(const model::Item &item) const override { return m_reader->scene(item.id); }
    QString mediaPath(const model::Item &item) const override
    {
        const QString path = m_project.mediaPath(item);
        const QFileInfo info(path);
        return info.isFile() && info.isReadable() ? path : QString();
    }
    void wrote(std::int64_t items, std::int64_t annotations) const override
    {
        m_writtenItems = m_writtenItems.value_or(0) + items;
        m_writtenAnnotations = m_writtenAnnotations.value_or(0) + annotations;
    }
    [[nodiscard]] std::optional<std::int64_t> writtenItems() const { return m_writtenItems; }
    [[nodiscard]] std::optional<std::int64_t> writtenAnnotations() const { return m_writtenAnnotations; }
    /// Pictures that an export would put beside the labels but cannot, because they are not there.
    [[nodiscard]] Result<std::optional<extension::Loss>> missingPictures() const
    {
        std::int64_t missing = 0;
        QStringList names;
        const auto visited = m_reader->visitItems([&](const model::Item &item) -> Result<> {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            if (item.kind != model::ItemKind::Image || !mediaPath(item).isEmpty())
                return {};
            if (++missing <= namedPictures)
                names.append(item.name);
            return {};
        });
        if (!visited)
            return fail(visited.error());
        if (missing == 0)
            return std::nullopt;
        const QString listed = names.join(QStringLiteral(", "));
        return extension::Loss{tr("pictures that are not on this machine"), missing,
                               (missing > namedPictures ? tr("They are not put beside the labels: %1, …")
                                                        : tr("They are not put beside the labels: %1."))
                                   .arg(listed)};
    }
    const jobs::JobControl &control() const override { return m_control; }

private:
    const store::Project &m_project;
    std::unique_ptr<store::Reader> m_reader;
    QString m_layer;
    const jobs::JobControl &m_control;
    model::Schema m_schema;
    std::int64_t m_items = 0;
    std::int64_t m_annotations = 0;
    mutable std::optional<std::int64_t> m_writtenItems;
    mutable std::optional<std::int64_t> m_writtenAnnotations;
};

Json countOrNull(std::optional<std::int64_t> count)
{
    return count ? Json(*count) : Json();
}

/// What the format says, and the pictures that are missing where it puts them beside the labels.
Result<std::vector<extension::Loss>> lossesOf(const extension::AnnotationFormat &format, const StoreSource &source,
                                              const extension::ExportRequest &request)
{
    auto losses = format.checkExport(source, request);
    if (!losses)
        return losses;
    const auto known = format.options();
    const QString key = extension::mediaOption().key;
    if (std::none_of(known.begin(), known.end(), [&](const extension::FormatOption &option) { return option.key == key; }))
        return losses;
    const auto handling = extension::mediaHandling(request.options);
    if (!handling)
        return fail(handling.error());
    if (*handling == extension::MediaHandling::None)
        return losses;
    const auto missing = source.missingPictures();
    if (!missing)
        return fail(missing.error());
    if (*missing)
        losses->push_back(**missing);
    return losses;
}

Result<std::unique_ptr<StoreSource>> sourceOf(const store::Project &project, QString layer, const jobs::JobControl &control)
{
    if (layer.isEmpty()) {
        const auto chosen = defaultLayer(project);
        if (!chosen)
            return fail(chosen.error());
        layer = *chosen;
    }
    auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    auto source = std::make_unique<StoreSource>(project, std::move(*reader), layer, control);
    if (const auto prepared = source->prepare(); !prepared)
        return fail(prepared.error());
    return source;
}

// Who, what, from where: enough to trace a batch and to check that its files are the ones that were written.
Result<> writeManifest(const store::Project &project, const extension::AnnotationFormat &format, const QString &batch,
                       const QString &layer, const QString &folder, const QStringList &files, const StoreSource &source)
{
    auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto last = (*reader)->lastOperation();
    if (!last)
        return fail(last.error());
    Json listed = Json::array();
    for (const QString &file : files) {
        const auto digest = base::sha256OfFile(folder + QLatin1Char('/') + file);
        if (!digest)
            return fail(digest.error());
        listed.push_back({{"path", base::toJson(file)}, {"sha256", base::toJson(digest->toHex())}});
    }
    Json items = Json::array();
    const auto visited = (*reader)->visitItems([&](const model::Item &item) -> Result<> {
        items.push_back({{"name", base::toJson(item.name)},
                         {"sha256", item.contentSha256.isNull() ? Json() : base::toJson(item.contentSha256.toHex())}});
        return {};
    });
    if (!visited)
        return visited;
    const Json manifest = {{"format", "plumbline-batch"},
                           {"version", 1},
                           {"batch", base::toJson(batch)},
                           {"project", base::toJson(project.id().toString())},
                           {"layer", base::toJson(layer)},
                           {"exporter", base::toJson(format.id())},
                           {"program", "Plumbline " PLUMBLINE_VERSION},
                           {"schema_version", source.schema().version},
                           {"last_operation", *last},
                           {"annotations", countOrNull(source.writtenAnnotations())},
                           {"files", listed},
                           {"items", items}};
    return base::writeFileAtomically(folder + QStringLiteral("/plumbline-batch.json"), base::toJsonText(manifest));
}

}  // namespace

Result<QString> defaultLayer(const store::Project &project)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto layers = (*reader)->layers();
    if (!layers)
        return fail(layers.error());
    QStringList people;
    for (const auto &[name, count] : *layers) {
        if (name == model::acceptedLayer())
            return name;
        if (!model::isModelLayer(name))
            people.append(name);
    }
    if (people.size() == 1)
        return people.front();
    if (people.isEmpty())
        return fail(ErrorCode::NotFound, tr("Nothing is labeled yet, so there is nothing to export."));
    return fail(ErrorCode::InvalidArgument,
                tr("Nothing is accepted yet. Name the layer to export: %1.").arg(people.join(QStringLiteral(", "))));
}

Result<std::vector<extension::Loss>> checkExport(const store::Project &project, const extension::AnnotationFormat &format,
                                                 const ExportOptions &options, const jobs::JobControl &control)
{
    const auto source = sourceOf(project, options.layer, control);
    if (!source)
        return fail(source.error());
    return lossesOf(format, **source, {options.folder, options.options});
}

Result<ExportReport> exportAnnotations(const store::Project &project, const extension::AnnotationFormat &format,
                                       const ExportOptions &options, const jobs::JobControl &control)
{
    const QString target = QDir::cleanPath(QFileInfo(options.folder).absoluteFilePath());
    const QFileInfo info(target);
    if (info.exists() && (!info.isDir() || !QDir(target).isEmpty()))
        return fail(ErrorCode::AlreadyExists, tr("%1 exists and is not empty; choose another folder.").arg(target));
    if (!QDir().mkpath(info.absolutePath()))
        return fail(ErrorCode::PermissionDenied, tr("The folder %1 cannot be made.").arg(info.absolutePath()));
    ExportReport report;
    report.layer = options.layer;
    if (report.layer.isEmpty()) {
        const auto chosen = defaultLayer(project);
        if (!chosen)
            return fail(chosen.error());
        report.layer = *chosen;
    }
    const auto source = sourceOf(project, report.layer, control);
    if (!source)
        return fail(source.error());

    QTemporaryDir unfinished(info.absolutePath() + QStringLiteral("/.") + info.fileName() + QStringLiteral("-XXXXXX"));
    if (!unfinished.isValid())
        return fail(ErrorCode::PermissionDenied,
                    tr("%1 cannot be written: %2").arg(info.absolutePath(), unfinished.errorString()));
    const QString inner = unfinished.filePath(QStringLiteral("export"));
    QDir().mkpath(inner);
    const extension::ExportRequest request{inner, options.options};
    auto losses = lossesOf(format, **source, request);
    if (!losses)
        return fail(losses.error());
    auto files = format.write(**source, request);
    if (!files)
        return fail(files.error());
    if (!options.batch.isEmpty()) {
        if (const auto written = writeManifest(project, format, options.batch, report.layer, inner, *files, **source); !written)
            return fail(written.error());
        files->append(QStringLiteral("plumbline-batch.json"));
    }
    if (info.exists())
        QDir().rmdir(target);
    if (!QDir().rename(inner, target))
        return fail(ErrorCode::Failed, tr("The finished export could not be moved to %1.").arg(target));
    report.folder = target;
    report.files = std::move(*files);
    report.items = (*source)->writtenItems();
    report.annotations = (*source)->writtenAnnotations();
    report.losses = std::move(*losses);
    return report;
}

}  // namespace plumbline::exchange
