// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/nuscenes/nusceneswriter.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"
#include "plugins/formats/nuscenes/nuscenesbox.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <memory>

namespace plumbline::nuscenes {

namespace {

constexpr const char *tables[] = {"sample_annotation", "instance", "category", "attribute", "visibility", "sample", "scene"};

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::nuscenes", text);
}

QString textOf(const Json &object, const char *key)
{
    return base::toQString(extension::memberOf(object, key));
}

/// Folder of the tables that an item belongs to.
QString versionOf(const model::Item &item)
{
    QString version = textOf(extension::foreignData(item.extra, "nuscenes"), "version");
    if (version.isEmpty() && item.name.contains(QLatin1Char('/')))
        version = item.name.section(QLatin1Char('/'), 0, 0);
    const bool plain = version.startsWith(QLatin1Char('v')) && !version.contains(QLatin1Char('/'))
                       && base::safeRelativePath(version).has_value();
    return plain ? version : QStringLiteral("v1.0");
}

/// What a label of a scene becomes.
struct Box {
    const model::Annotation *annotation = nullptr;
    std::int64_t frame = 0;
    geometry::Cuboid global;
    bool moved = true;
};

std::optional<Box> boxOf(const model::Annotation &annotation, const std::optional<model::Scene> &scene,
                         const extension::SceneFrames &frames)
{
    const auto *cuboid = std::get_if<geometry::Cuboid>(&annotation.geometry);
    const auto frame = frames.indexOf(annotation);
    // Each number below the largest is a sample of its own.
    constexpr std::int64_t mostWithoutScene = 1'000'000;
    if (!cuboid || !frame || (!scene && *frame >= mostWithoutScene))
        return std::nullopt;
    const auto global_from_label = globalFromLabel(scene, *frame);
    const QString labelFrame = scene ? scene->labelFrame : QString();
    const auto global = globalCuboid(*cuboid, global_from_label, labelFrame);
    if (!global)
        return std::nullopt;
    const auto kept = cuboidFrom(keptRecord(annotation));
    const bool moved = !kept
                       || !extension::sameCuboid(*cuboid, cuboid->coordinateFrame == globalFrame()
                                                              ? *kept
                                                              : labelCuboid(*kept, global_from_label, labelFrame));
    return Box{&annotation, *frame, *global, moved};
}

/// A table that is written record by record.
class Table
{
public:
    explicit Table(const QString &path) : m_file(path) {}
    [[nodiscard]] Result<> open() { return m_file.open(QIODevice::WriteOnly) ? Result<>() : fail(m_file.whyNotWritten()); }
    void add(const Json &record)
    {
        m_file.write(m_empty ? "[\n" : ",\n");
        m_file.write(base::toJsonLine(record));
        m_empty = false;
    }
    [[nodiscard]] Result<> finish()
    {
        m_file.write(m_empty ? "[]\n" : "\n]\n");
        return m_file.finish();
    }

private:
    base::AtomicFile m_file;
    bool m_empty = true;
};

/// Records with a token and a name, in their order; names get a token when they have none.
class NameTable
{
public:
    NameTable(const Json &kept, const char *label) : m_label(label)
    {
        if (!kept.is_array())
            return;
        for (const Json &record : kept) {
            const QString token = textOf(record, "token");
            if (token.isEmpty() || textOf(record, label).isEmpty())
                continue;
            m_records.push_back(record);
            if (QString &known = m_tokens[textOf(record, label)]; known.isEmpty())
                known = token;
        }
    }

    QString tokenOfName(const QString &name)
    {
        QString &token = m_tokens[name];
        if (token.isEmpty()) {
            token = tokenOf(Uuid::fromName(m_label, name.toUtf8()));
            m_records.push_back(Json{{"token", token.toStdString()}, {m_label, name.toStdString()}, {"description", ""}});
        }
        return token;
    }
    [[nodiscard]] const std::vector<Json> &records() const { return m_records; }

private:
    const char *m_label;
    QHash<QString, QString> m_tokens;
    std::vector<Json> m_records;
};

/// The tables of one version while they are written.
class Tables
{
public:
    Tables(const extension::AnnotationSource &source, const QString &folder, const Json &kept)
        : m_source(source), m_attributes(extension::memberOf(kept, "attribute"), "name"),
          m_visibilities(extension::memberOf(kept, "visibility"), "level")
    {
        for (const char *name : tables)
            m_tables.emplace(name,
                             std::make_unique<Table>(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".json")));
    }

    Result<> open()
    {
        for (auto &[name, table] : m_tables)
            if (auto opened = table->open(); !opened)
                return opened;
        return {};
    }

    void addScene(const model::Item &item, const std::vector<model::Annotation> &annotations,
                  const std::optional<model::Scene> &scene)
    {
        const extension::SceneFrames frames(scene ? &*scene : nullptr, globalFrame());
        std::vector<Box> boxes;
        for (const model::Annotation &annotation : annotations)
            if (m_source.schema().find(annotation.labelClass))
                if (auto box = boxOf(annotation, scene, frames))
                    boxes.push_back(std::move(*box));
        const bool cut = addSamples(item, scene, boxes);
        addBoxes(boxes, cut);
        m_source.wrote(1, static_cast<std::int64_t>(boxes.size()));
    }

    Result<> finish()
    {
        for (const model::LabelClass &labelClass : m_source.schema().classes) {
            Json record = extension::foreignData(labelClass.extra, "nuscenes");
            if (!record.is_object())
                record = Json::object();
            record["token"] = base::toJson(categoryToken(labelClass));
            record["name"] = base::toJson(labelClass.name);
            if (!record.contains("description"))
                record["description"] = "";
            m_tables["category"]->add(record);
        }
        for (const Json &record : m_attributes.records())
            m_tables["attribute"]->add(record);
        for (const Json &record : m_visibilities.records())
            m_tables["visibility"]->add(record);
        for (auto &[name, table] : m_tables)
            if (auto finished = table->finish(); !finished)
                return finished;
        return {};
    }

private:
    static QString categoryToken(const model::LabelClass &labelClass)
    {
        const QString kept = textOf(extension::foreignData(labelClass.extra, "nuscenes"), "token");
        return kept.isEmpty() ? tokenOf(labelClass.id.uuid) : kept;
    }

    /// Samples and scene; says whether the tables that were read had not all samples of the scene.
    bool addSamples(const model::Item &item, const std::optional<model::Scene> &scene, const std::vector<Box> &boxes)
    {
        const Json &kept = extension::foreignData(item.extra, "nuscenes");
        const Json &samples = extension::memberOf(kept, "samples");
        Json record = extension::memberOf(kept, "scene");
        if (!record.is_object())
            record = Json::object();
        const QString sceneToken = textOf(record, "token").isEmpty() ? tokenOf(item.id.uuid) : textOf(record, "token");
        std::size_t count = scene ? scene->frames.size() : samples.is_array() ? samples.size() : 0;
        for (const Box &box : boxes)
            count = std::max(count, static_cast<std::size_t>(box.frame) + 1);
        m_samples.clear();
        std::vector<Json> times;
        for (std::size_t i = 0; i < count; ++i) {
            const Json &sample = sampleAt(samples, scene, i);
            const QString token = textOf(sample, "token");
            m_samples.append(token.isEmpty() ? tokenOf(Uuid::fromName("sample", item.id.toString().toUtf8() + '/'
                                                                                    + QByteArray::number(qulonglong(i))))
                                             : token);
            const Json &time = extension::memberOf(sample, "timestamp");
            constexpr std::int64_t step = 100'000;
            times.push_back(time.is_number() ? time
                            : scene          ? Json(scene->frames[i].microseconds)
                                             : Json(static_cast<std::int64_t>(i) * step));
        }
        const auto tokenAt = [this](std::size_t i) {
            return static_cast<qsizetype>(i) < m_samples.size() ? base::toJson(m_samples[static_cast<qsizetype>(i)]) : Json("");
        };
        for (std::size_t i = 0; i < count; ++i)
            m_tables["sample"]->add({{"token", tokenAt(i)},
                                     {"timestamp", times[i]},
                                     {"prev", i > 0 ? tokenAt(i - 1) : Json("")},
                                     {"next", tokenAt(i + 1)},
                                     {"scene_token", base::toJson(sceneToken)}});
        const Json &said = extension::memberOf(record, "nbr_samples");
        const bool cut = said.is_number_unsigned() && said.get<std::uint64_t>() > count;
        record["token"] = base::toJson(sceneToken);
        if (!record.contains("name"))
            record["name"] = base::toJson(QFileInfo(item.name).fileName());
        for (const char *key : {"log_token", "description"})
            if (!record.contains(key))
                record[key] = "";
        if (!cut) {
            record["nbr_samples"] = count;
            record["first_sample_token"] = tokenAt(0);
            record["last_sample_token"] = count > 0 ? tokenAt(count - 1) : Json("");
        }
        m_tables["scene"]->add(record);
        return cut;
    }

    /// The sample that was read for a frame; by time when the scene has not as many frames as there were samples.
    static const Json &sampleAt(const Json &samples, const std::optional<model::Scene> &scene, std::size_t frame)
    {
        static const Json none;
        if (!samples.is_array())
            return none;
        if (!scene || samples.size() == scene->frames.size())
            return frame < samples.size() ? samples[frame] : none;
        constexpr double near = 50'000;
        for (const Json &sample : samples) {
            const Json &time = extension::memberOf(sample, "timestamp");
            if (time.is_number() && std::abs(time.get<double>() - double(scene->frames[frame].microseconds)) <= near)
                return sample;
        }
        return none;
    }

    void addBoxes(const std::vector<Box> &boxes, bool cut)
    {
        std::vector<QString> tokens;
        std::map<QString, std::vector<std::size_t>> instances;
        std::vector<QString> order;
        std::vector<QString> instanceOf;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            const model::Annotation &annotation = *boxes[i].annotation;
            const Json &kept = keptRecord(annotation);
            QString token = textOf(kept, "token");
            if (token.isEmpty() || m_tokens.contains(token))
                token = tokenOf(annotation.id.uuid);
            m_tokens.insert(token);
            tokens.push_back(token);
            instanceOf.push_back(instanceToken(annotation, textOf(kept, "instance_token")));
            auto &list = instances[instanceOf.back()];
            if (list.empty())
                order.push_back(instanceOf.back());
            list.push_back(i);
        }
        std::vector<std::array<QString, 2>> neighbours(boxes.size());
        for (const QString &instance : order) {
            auto &list = instances[instance];
            std::stable_sort(list.begin(), list.end(),
                             [&](std::size_t a, std::size_t b) { return boxes[a].frame < boxes[b].frame; });
            for (std::size_t i = 1; i < list.size(); ++i) {
                neighbours[list[i]][0] = tokens[list[i - 1]];
                neighbours[list[i - 1]][1] = tokens[list[i]];
            }
            const model::LabelClass *labelClass = m_source.schema().find(boxes[list.front()].annotation->labelClass);
            m_tables["instance"]->add({{"token", instance.toStdString()},
                                       {"category_token", base::toJson(categoryToken(*labelClass))},
                                       {"nbr_annotations", list.size()},
                                       {"first_annotation_token", base::toJson(tokens[list.front()])},
                                       {"last_annotation_token", base::toJson(tokens[list.back()])}});
        }
        for (std::size_t i = 0; i < boxes.size(); ++i)
            m_tables["sample_annotation"]->add(recordOf(boxes[i], tokens[i], instanceOf[i], neighbours[i], cut));
    }

    Json recordOf(const Box &box, const QString &token, const QString &instance, const std::array<QString, 2> &neighbours,
                  bool cut)
    {
        const model::Annotation &annotation = *box.annotation;
        const Json &kept = keptRecord(annotation);
        Json record = kept.is_object() ? kept : Json::object();
        record["token"] = base::toJson(token);
        record["sample_token"] = base::toJson(m_samples[static_cast<qsizetype>(box.frame)]);
        record["instance_token"] = base::toJson(instance);
        const auto visible = annotation.attributes.find(visibilityKey());
        const auto *level = visible == annotation.attributes.end() ? nullptr : std::get_if<QString>(&visible->second);
        record["visibility_token"] = level && !level->isEmpty() ? base::toJson(m_visibilities.tokenOfName(*level)) : Json("");
        record["attribute_tokens"] = attributesOf(annotation, extension::memberOf(kept, "attribute_tokens"));
        if (box.moved) {
            setCuboid(record, box.global);
            // They were counted in another box.
            record["num_lidar_pts"] = -1;
            record["num_radar_pts"] = -1;
        }
        for (const auto &[key, neighbour] : {std::pair("prev", neighbours[0]), std::pair("next", neighbours[1])})
            if (!neighbour.isEmpty() || !cut || !extension::memberOf(kept, key).is_string())
                record[key] = base::toJson(neighbour);
        return record;
    }

    /// In the order they came in.
    Json attributesOf(const model::Annotation &annotation, const Json &kept)
    {
        QStringList wanted;
        for (const auto &[key, value] : annotation.attributes)
            if (key != visibilityKey())
                if (const QString name = attributeName(key, value); !name.isEmpty())
                    wanted.append(m_attributes.tokenOfName(name));
        Json list = Json::array();
        if (kept.is_array())
            for (const Json &token : kept)
                if (wanted.removeOne(base::toQString(token)))
                    list.push_back(token);
        for (const QString &token : std::as_const(wanted))
            list.push_back(base::toJson(token));
        return list;
    }

    QString instanceToken(const model::Annotation &annotation, const QString &kept)
    {
        if (annotation.track.isNull())
            return tokenOf(Uuid::fromName("instance", annotation.id.toString().toUtf8()));
        QString &token = m_instances[annotation.track];
        if (token.isEmpty()) {
            token = kept.isEmpty() || m_takenInstances.contains(kept) ? tokenOf(annotation.track.uuid) : kept;
            m_takenInstances.insert(token);
        }
        return token;
    }

    const extension::AnnotationSource &m_source;
    std::map<std::string, std::unique_ptr<Table>> m_tables;
    NameTable m_attributes;
    NameTable m_visibilities;
    std::map<TrackId, QString> m_instances;
    QSet<QString> m_takenInstances;
    QSet<QString> m_tokens;
    QStringList m_samples;  // of the scene at hand, by frame
};

}  // namespace

Result<QStringList> Writer::versions() const
{
    QStringList versions;
    const auto visited = extension::visitScenes(m_source, [&](const model::Item &item, const auto &, const auto &) -> Result<> {
        if (const QString version = versionOf(item); !versions.contains(version))
            versions.append(version);
        return {};
    });
    if (!visited)
        return fail(visited.error());
    return versions;
}

Result<QStringList> Writer::plannedOutputs()
{
    const auto folders = versions();
    if (!folders)
        return fail(folders.error());
    QStringList outputs;
    for (const QString &version : *folders)
        for (const char *name : tables)
            outputs.append(version + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".json"));
    return outputs;
}

Result<QStringList> Writer::write()
{
    const auto outputs = plannedOutputs();
    const auto folders = outputs ? versions() : fail(outputs.error());
    if (!folders)
        return fail(folders.error());
    for (const QString &version : *folders) {
        const QString folder = m_request.folder + QLatin1Char('/') + version;
        if (!QDir().mkpath(folder))
            return fail(ErrorCode::PermissionDenied, tr("The folder %1 cannot be made.").arg(folder));
        Tables written(m_source, folder, m_source.datasetExtra(QStringLiteral("nuscenes")));
        if (const auto opened = written.open(); !opened)
            return fail(opened.error());
        const auto visited =
            extension::visitScenes(m_source,
                                   [&](const model::Item &item, const std::vector<model::Annotation> &annotations,
                                       const std::optional<model::Scene> &scene) -> Result<> {
                                       if (versionOf(item) == version)
                                           written.addScene(item, annotations, scene);
                                       return {};
                                   });
        if (!visited)
            return fail(visited.error());
        if (const auto finished = written.finish(); !finished)
            return fail(finished.error());
    }
    return *outputs;
}

Result<std::vector<extension::Loss>> Writer::losses()
{
    extension::LossTally tally;
    if (const auto others = extension::tallyOtherItems(m_source, tally); !others)
        return fail(others.error());
    extension::CarriedFacts carried;
    carried.attributes = true;
    carried.space = "nuscenes";
    const auto visited = extension::visitScenes(
        m_source,
        [&](const model::Item &, const std::vector<model::Annotation> &annotations,
            const std::optional<model::Scene> &scene) -> Result<> {
            const extension::SceneFrames frames(scene ? &*scene : nullptr, globalFrame());
            extension::tallyBetweenKeyframes(tally, frames, annotations);
            for (const model::Annotation &annotation : annotations) {
                if (extension::tallyMissingClass(tally, annotation, m_source.schema()))
                    continue;
                const bool cuboid = std::holds_alternative<geometry::Cuboid>(annotation.geometry);
                if (cuboid && !frames.indexOf(annotation)) {
                    tally.add(tr("labels without a frame of their scene"), tr("They are left out."));
                    continue;
                }
                if (!boxOf(annotation, scene, frames)) {
                    tally.add(extension::shapesName(annotation.geometry),
                              cuboid ? tr("The vehicle's pose is not known at their time; they are left out.")
                                     : tr("They are left out."));
                    continue;
                }
                const auto lost = std::count_if(annotation.attributes.begin(), annotation.attributes.end(), [](const auto &said) {
                    return said.first == visibilityKey() ? !std::holds_alternative<QString>(said.second)
                                                         : attributeName(said.first, said.second).isEmpty();
                });
                if (lost > 0)
                    tally.add(tr("attributes that are neither a choice nor a yes"), tr("They are left out."), lost);
                extension::tallyTrackedFacts(tally, annotation, carried);
            }
            return {};
        });
    if (!visited)
        return fail(visited.error());
    return tally.take();
}

}  // namespace plumbline::nuscenes
