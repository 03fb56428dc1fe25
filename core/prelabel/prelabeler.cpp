// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/prelabel/prelabeler.h"

#include "core/prelabel/labeled.h"
#include "core/prelabel/scenepredictions.h"
#include "core/store/reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <chrono>

namespace plumbline::prelabel {

namespace {

using Steady = std::chrono::steady_clock;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::prelabel", text);
}

constexpr std::size_t itemsPerCommit = 32;
constexpr auto longestUnsaved = std::chrono::seconds(2);

/// Predictions of some items on their way into the store.
class Proposals
{
public:
    Proposals(store::Project &project, const PrelabelOptions &options, const extension::InferenceProvenance &provenance,
              model::Schema schema, QString person, PrelabelReport &report)
        : m_project(project), m_options(options), m_provenance(provenance), m_before(schema), m_schema(std::move(schema)),
          m_person(std::move(person)), m_report(report),
          m_takeAll(options.addClasses || m_before.classes.empty())
    {
    }

    void add(ItemId item, const std::vector<extension::Prediction> &predictions)
    {
        for (const extension::Prediction &prediction : predictions)
            (void)addOne(item, prediction, {}, {});
        m_looked.push_back(item);
    }

    void add(const model::Item &item, const model::Scene &scene, const std::vector<ScenePredictions::Row> &rows)
    {
        std::map<std::uint64_t, TrackId> tracks;
        for (const ScenePredictions::Row &row : rows) {
            model::FrameRef frame;
            frame.stream = scene.labelFrame;
            frame.index = static_cast<std::int64_t>(row.frame);
            frame.pts = scene.frames[row.frame].microseconds;
            frame.timeBase = {1, 1'000'000};
            const auto known = tracks.find(row.prediction.track);
            if (row.prediction.track == 0 || known != tracks.end()) {
                (void)addOne(item.id, row.prediction, frame, known == tracks.end() ? TrackId() : known->second);
                continue;
            }
            const TrackId id = m_project.store().ids().make<TrackId>();
            const model::Annotation *first = addOne(item.id, row.prediction, frame, id);
            if (!first)
                continue;
            tracks[row.prediction.track] = id;
            model::Track track;
            track.id = id;
            track.item = item.id;
            track.layer = first->layer;
            track.labelClass = first->labelClass;
            track.origin = first->origin;
            m_tracks.push_back(std::move(track));
        }
        m_looked.push_back(item.id);
    }

    [[nodiscard]] bool due() const { return m_looked.size() >= itemsPerCommit || Steady::now() - m_since > longestUnsaved; }

    [[nodiscard]] Result<> store()
    {
        m_since = Steady::now();
        if (m_looked.empty())
            return {};
        const auto count = static_cast<std::int64_t>(m_rows.size());
        const auto done = m_project.store().bulk(
            tr("Pre-label %1 items with %2").arg(m_looked.size()).arg(m_options.modelId), m_person, [&](store::BulkSink &sink) -> Result<> {
                if (!(m_schema == m_before)) {
                    m_schema.version = m_before.version + 1;
                    history::GestureBuilder builder({}, {});
                    builder.put(m_before, m_schema);
                    for (const history::Change &change : builder.gesture().changes)
                        if (const auto changed = sink.change(change); !changed)
                            return changed;
                }
                for (const model::Track &track : m_tracks) {
                    history::GestureBuilder builder({}, {});
                    builder.put(nullptr, track);
                    for (const history::Change &change : builder.gesture().changes)
                        if (const auto changed = sink.change(change); !changed)
                            return changed;
                }
                return m_rows.empty() ? Result<>() : sink.addAnnotations(m_rows);
            });
        if (!done)
            return fail(done.error());
        m_before = m_schema;
        m_rows.clear();
        m_tracks.clear();
        m_looked.clear();
        m_report.predictions += count;
        return {};
    }

private:
    // Null when it was left out; valid until the next one.
    const model::Annotation *addOne(ItemId item, const extension::Prediction &prediction, const std::optional<model::FrameRef> &frame,
                                    TrackId track)
    {
        const model::LabelClass *labelClass = m_schema.find(QStringView(prediction.className));
        if (!labelClass && m_takeAll)
            labelClass = &model::addClass(m_schema, ClassId{Uuid::fromName("class", prediction.className.toUtf8())}, prediction.className);
        if (!labelClass) {
            ++m_report.leftOut[prediction.className];
            return nullptr;
        }
        if (!geometry::whyInvalid(prediction.geometry).isEmpty())
            return nullptr;
        model::Annotation a;
        a.id = m_project.store().ids().make<AnnotationId>();
        a.item = item;
        a.layer = model::modelLayer(m_options.modelId);
        a.labelClass = labelClass->id;
        a.track = track;
        a.frame = frame;
        a.geometry = prediction.geometry;
        a.score = prediction.score;
        a.origin = {model::OriginKind::Model, m_provenance.engine, m_provenance.model, m_provenance.weightsSha256,
                    m_provenance.provider, m_provenance.device, 0, true};
        a.createdMicroseconds = m_project.store().clock().nowMicroseconds();
        m_rows.push_back(std::move(a));
        return &m_rows.back();
    }

    store::Project &m_project;
    const PrelabelOptions &m_options;
    const extension::InferenceProvenance &m_provenance;
    model::Schema m_before;
    model::Schema m_schema;
    QString m_person;
    PrelabelReport &m_report;
    bool m_takeAll;
    std::vector<model::Annotation> m_rows;
    std::vector<model::Track> m_tracks;
    std::vector<ItemId> m_looked;
    Steady::time_point m_since = Steady::now();
};

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Result<std::vector<model::Item>> wantedItems(const store::Reader &reader, const PrelabelOptions &options)
{
    std::vector<model::Item> items;
    if (options.items.empty()) {
        const auto visited = reader.visitItems([&](const model::Item &item) -> Result<> {
            items.push_back(item);
            return {};
        });
        return visited ? Result<std::vector<model::Item>>(std::move(items)) : fail(visited.error());
    }
    for (const ItemId id : options.items) {
        auto item = reader.item(id);
        if (!item)
            return fail(item.error());
        if (!*item)
            return fail(ErrorCode::NotFound, tr("There is no item %1 in the project.").arg(id.toString()));
        items.push_back(std::move(**item));
    }
    return items;
}

// An item counts as done when it has proposals of the same weights: the run that a crash stopped goes on behind it.
Result<bool> alreadyDone(const store::Reader &reader, ItemId item, const PrelabelOptions &options, const QString &weights)
{
    const auto list = reader.annotations({item, model::modelLayer(options.modelId)});
    if (!list)
        return fail(list.error());
    return std::any_of(list->begin(), list->end(),
                       [&](const model::Annotation &a) { return a.origin.weightsSha256 == weights; });
}

// What of a scene need not be proposed: labels of the person and accepted ones, frame by frame, and what these weights proposed
// before, whatever was decided on it. Other people's labels are not looked at: leaving them out would give them away.
Result<std::vector<model::Annotation>> knownLabels(const store::Reader &reader, ItemId item, const model::Scene &scene,
                                                   const PrelabelOptions &options, const QString &weights, const QString &person)
{
    std::vector<model::Annotation> known;
    for (const QString &layer : {person, model::acceptedLayer(), model::modelLayer(options.modelId)}) {
        auto labels = reader.annotations({item, layer});
        if (!labels)
            return fail(labels.error());
        if (model::isModelLayer(layer)) {
            std::erase_if(*labels, [&](const model::Annotation &a) { return a.origin.weightsSha256 != weights; });
        } else if (options.labelsByFrame) {
            const auto tracks = reader.tracks({item, layer});
            if (!tracks)
                return fail(tracks.error());
            *labels = options.labelsByFrame(*labels, *tracks, scene);
        }
        known.insert(known.end(), std::make_move_iterator(labels->begin()), std::make_move_iterator(labels->end()));
    }
    return known;
}

model::ItemKind kindFor(extension::ModelInput input)
{
    return input == extension::ModelInput::Sweep ? model::ItemKind::Scene : model::ItemKind::Image;
}

// Nothing when the model can look at some of the items, and at each one that was named.
std::optional<Error> whyUnfit(const std::vector<model::Item> &items, const PrelabelOptions &options)
{
    const model::ItemKind kind = kindFor(options.input);
    const bool scenes = kind == model::ItemKind::Scene;
    const auto fits = [&](const model::Item &item) { return item.kind == kind; };
    if (!options.items.empty()) {
        const auto other = std::find_if_not(items.begin(), items.end(), fits);
        if (other == items.end())
            return std::nullopt;
        return Error{ErrorCode::Unsupported,
                     (scenes ? tr("The model %1 looks at sweeps of a LiDAR, and “%2” is no LiDAR scene. Choose another model.")
                             : tr("The model %1 looks at pictures, and “%2” is no picture. Choose another model."))
                         .arg(options.modelId, other->name),
                     {}};
    }
    if (items.empty() || std::any_of(items.begin(), items.end(), fits))
        return std::nullopt;
    return Error{ErrorCode::Unsupported,
                 (scenes ? tr("The model %1 looks at sweeps of a LiDAR, and the project has no LiDAR scenes. Choose another model.")
                         : tr("The model %1 looks at pictures, and the project has none. Choose another model."))
                     .arg(options.modelId),
                 {}};
}

QString folderOf(const QString &medium)
{
    const QFileInfo info(medium);
    return info.isDir() ? info.absoluteFilePath() : info.absolutePath();
}

}  // namespace

Result<PrelabelReport> prelabel(store::Project &project, const exchange::MediaOpener &opener, extension::InferenceSession &session,
                                const PrelabelOptions &options, const store::Person &person, const jobs::JobControl &control)
{
    PrelabelReport report;
    report.provenance = session.provenance();
    report.warmUpMilliseconds = session.warmUpMilliseconds();
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto items = wantedItems(**reader, options);
    if (!items)
        return fail(items.error());
    if (auto unfit = whyUnfit(*items, options))
        return fail(std::move(*unfit));
    auto schema = (*reader)->schema();
    if (!schema)
        return fail(schema.error());

    Proposals proposals(project, options, report.provenance, std::move(*schema), person.name, report);
    std::vector<double> latencies;
    const auto total = static_cast<std::int64_t>(items->size());
    bool cancelled = false;
    for (std::int64_t i = 0; i < total && !cancelled; ++i) {
        const model::Item &item = (*items)[static_cast<std::size_t>(i)];
        control.report(i, total, tr("Pre-labeling on %1").arg(report.provenance.device));
        if (item.kind != kindFor(options.input))
            continue;
        if (!options.again) {
            const auto done = alreadyDone(**reader, item.id, options, report.provenance.weightsSha256);
            if (!done)
                return fail(done.error());
            if (*done) {
                ++report.skipped;
                continue;
            }
        }
        if (item.kind == model::ItemKind::Scene) {
            const auto scene = (*reader)->scene(item.id);
            if (!scene)
                return fail(scene.error());
            if (!*scene) {
                report.issues.problem(item.name, {}, tr("The sensors and frames of this scene are not known. Add it again."));
                continue;
            }
            auto found = predictScene(folderOf(project.mediaPath(item)), item.name, **scene, session, {options.scoreThreshold}, control);
            if (!found) {
                cancelled = found.error().code == ErrorCode::Cancelled;
                if (!cancelled)
                    report.issues.problem(item.name, {}, found.error().text);
                continue;
            }
            for (const Issue &issue : found->issues.issues)
                report.issues.add(issue);
            report.issues.more += found->issues.more;
            report.sweeps += static_cast<std::int64_t>(found->latencies.size());
            latencies.insert(latencies.end(), found->latencies.begin(), found->latencies.end());
            const auto known = knownLabels(**reader, item.id, **scene, options, report.provenance.weightsSha256, person.name);
            if (!known)
                return fail(known.error());
            report.labeled += leaveOutLabeled(found->rows, *known, **scene);
            proposals.add(item, **scene, found->rows);
            ++report.items;
            if (const auto stored = proposals.store(); !stored)
                return fail(stored.error());
            cancelled = control.cancelled();
            continue;
        }
        const auto frame = opener.loadFrame(project.mediaPath(item), 0, extension::LoadQuality::Full, control);
        if (!frame) {
            cancelled = frame.error().code == ErrorCode::Cancelled;
            if (!cancelled)
                report.issues.problem(item.name, {}, frame.error().text);
            continue;
        }
        const auto output = session.run(frame->image, {options.scoreThreshold}, control);
        if (!output) {
            cancelled = output.error().code == ErrorCode::Cancelled;
            if (!cancelled)
                report.issues.problem(item.name, {}, output.error().text);
            continue;
        }
        latencies.push_back(output->times.runMilliseconds);
        proposals.add(item.id, output->predictions);
        ++report.items;
        if (proposals.due())
            if (const auto stored = proposals.store(); !stored)
                return fail(stored.error());
        cancelled = control.cancelled();
    }
    if (const auto stored = proposals.store(); !stored)
        return fail(stored.error());
    if (cancelled)
        return jobs::JobControl::cancelledError();
    control.report(total, total);
    report.latencyMilliseconds = median(std::move(latencies));
    return report;
}

std::vector<extension::ModelInfo> listModels(const std::vector<const extension::InferenceEngine *> &engines, const QStringList &folders)
{
    std::vector<extension::ModelInfo> models;
    for (const extension::InferenceEngine *engine : engines)
        for (extension::ModelInfo &info : engine->builtInModels())
            models.push_back(std::move(info));
    for (const QString &folder : folders) {
        const QFileInfoList entries = QDir(folder).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QFileInfo &entry : entries)
            for (const extension::InferenceEngine *engine : engines)
                if (auto info = engine->describe(entry.absoluteFilePath()))
                    models.push_back(std::move(*info));
    }
    return models;
}

}  // namespace plumbline::prelabel
