// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/nuscenes/nuscenesreader.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"
#include "plugins/formats/nuscenes/nuscenesbox.h"
#include "plugins/formats/nuscenes/nuscenestable.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace plumbline::nuscenes {

namespace {

constexpr std::size_t batchSize = 4096;
constexpr int mostTold = 50;
constexpr std::int64_t nearestMicroseconds = 50'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::nuscenes", text);
}

struct SampleRow {
    QString token;
    Json timestamp;
    double microseconds = 0;
};

struct SceneRow {
    Json record;
    std::vector<SampleRow> samples;
};

/// A scene as the sink has it.
struct Declared {
    extension::ItemRef ref = 0;
    QString name;
    const model::Scene *scene = nullptr;
    extension::SceneFrames frames{nullptr, {}};
};

struct Place {
    std::size_t scene = 0;
    std::int64_t frame = 0;
};

class Reader
{
public:
    Reader(const Version &version, extension::AnnotationSink &sink) : m_version(version), m_sink(sink) {}

    Result<> read()
    {
        if (const auto named = readNames(); !named)
            return named;
        if (const auto scenes = readScenes(); !scenes)
            return scenes;
        if (const auto matched = matchFiles(); !matched)
            return matched;
        declareScenes();
        if (const auto instances = readInstances(); !instances)
            return instances;
        return readAnnotations();
    }

private:
    /// Tables that are small and written out again as they are.
    Result<> readNames()
    {
        Json kept = Json::object();
        const auto table = [&](const char *name, const char *label, QHash<QString, QString> &into) {
            Json records = Json::array();
            auto visited = visitTable(m_version, name, m_sink, [&](Json &record, std::int64_t) {
                into.insert(textOf(record, "token"), textOf(record, label));
                records.push_back(std::move(record));
                return static_cast<std::size_t>(into.size()) < extension::maximumKeys;
            });
            kept[name] = std::move(records);
            return visited;
        };
        if (const auto read = table("category", "name", m_categories); !read)
            return read;
        for (const Json &record : kept["category"])
            if (const QString name = textOf(record, "name"); !name.isEmpty())
                static_cast<void>(m_sink.declareClass({name, Json{{"nuscenes", record}}}));
        kept.erase("category");
        if (hasTable(m_version, "attribute"))
            if (const auto read = table("attribute", "name", m_attributes); !read)
                return read;
        if (hasTable(m_version, "visibility"))
            if (const auto read = table("visibility", "level", m_visibilities); !read)
                return read;
        m_sink.declareDataset(QStringLiteral("nuscenes"), std::move(kept));
        return {};
    }

    Result<> readScenes()
    {
        QHash<QString, std::size_t> byToken;
        if (hasTable(m_version, "scene"))
            if (const auto read = visitTable(m_version, "scene", m_sink,
                                             [&](Json &record, std::int64_t) {
                                                 byToken.insert(textOf(record, "token"), m_scenes.size());
                                                 m_scenes.push_back({std::move(record), {}});
                                                 return true;
                                             });
                !read)
                return read;
        const auto read = visitTable(m_version, "sample", m_sink, [&](Json &record, std::int64_t) {
            const QString scene = textOf(record, "scene_token");
            const auto known = byToken.constFind(scene);
            const std::size_t place = known == byToken.constEnd() ? m_scenes.size() : *known;
            if (known == byToken.constEnd()) {
                byToken.insert(scene, place);
                m_scenes.push_back({Json{{"token", scene.toStdString()}}, {}});
            }
            const Json &time = extension::memberOf(record, "timestamp");
            const double microseconds = time.is_number() ? time.get<double>() : 0;
            m_scenes[place].samples.push_back({textOf(record, "token"), time, microseconds});
            return true;
        });
        for (SceneRow &scene : m_scenes)
            std::stable_sort(scene.samples.begin(), scene.samples.end(),
                             [](const SampleRow &a, const SampleRow &b) { return a.microseconds < b.microseconds; });
        return read;
    }

    /// Key frames by the file names that scenes know them by.
    Result<> matchFiles()
    {
        for (std::size_t i = 0; i < m_scenes.size(); ++i) {
            declare(i);
            const Declared &declared = m_declared.back();
            if (!declared.scene)
                continue;
            std::int64_t index = 0;
            for (const model::SceneFrame &frame : declared.scene->frames) {
                for (const model::SensorFile &file : frame.files)
                    m_byFile.insert(file.path, {i, index});
                ++index;
            }
        }
        if (m_byFile.isEmpty() || !hasTable(m_version, "sample_data"))
            return {};
        return visitTable(m_version, "sample_data", m_sink, [&](Json &record, std::int64_t) {
            if (extension::memberOf(record, "is_key_frame") == true)
                if (const auto place = m_byFile.constFind(textOf(record, "filename")); place != m_byFile.constEnd())
                    m_places.insert(textOf(record, "sample_token"), *place);
            return true;
        });
    }

    void declare(std::size_t number)
    {
        const SceneRow &row = m_scenes[number];
        Declared declared;
        const QString token = textOf(row.record, "token");
        const QString name = textOf(row.record, "name");
        const QString wanted = m_version.name + QLatin1Char('/') + (name.isEmpty() ? token : name);
        declared.name = base::safeRelativePath(wanted).value_or(QStringLiteral("scene-%1").arg(number));
        extension::ForeignItem item;
        item.kind = model::ItemKind::Scene;
        item.name = declared.name;
        item.path = m_version.root;
        Json samples = Json::array();
        for (const SampleRow &sample : row.samples)
            samples.push_back({{"token", sample.token.toStdString()}, {"timestamp", sample.timestamp}});
        item.extra = Json{
            {"nuscenes", {{"version", m_version.name.toStdString()}, {"scene", row.record}, {"samples", std::move(samples)}}}};
        declared.ref = m_sink.declareItem(std::move(item));
        declared.scene = m_sink.scene(declared.ref);
        declared.frames = extension::SceneFrames(declared.scene, globalFrame());
        m_declared.push_back(std::move(declared));
    }

    /// What the files did not match: by time, or by order where there is no scene.
    void declareScenes()
    {
        for (std::size_t i = 0; i < m_scenes.size(); ++i) {
            const Declared &declared = m_declared[i];
            std::int64_t order = 0;
            for (const SampleRow &sample : m_scenes[i].samples) {
                const std::int64_t number = order++;
                if (m_places.contains(sample.token))
                    continue;
                if (!declared.scene)
                    m_places.insert(sample.token, {i, number});
                else if (const auto frame = nearest(*declared.scene, sample.microseconds))
                    m_places.insert(sample.token, {i, *frame});
            }
        }
    }

    static std::optional<std::int64_t> nearest(const model::Scene &scene, double microseconds)
    {
        std::optional<std::int64_t> best;
        double apart = nearestMicroseconds;
        for (std::size_t i = 0; i < scene.frames.size(); ++i)
            if (const double away = std::abs(double(scene.frames[i].microseconds) - microseconds); away <= apart) {
                apart = away;
                best = static_cast<std::int64_t>(i);
            }
        return best;
    }

    Result<> readInstances()
    {
        return visitTable(m_version, "instance", m_sink, [&](Json &record, std::int64_t) {
            m_categoryOf.insert(textOf(record, "token"), m_categories.value(textOf(record, "category_token")));
            return true;
        });
    }

    Result<> readAnnotations()
    {
        Result<> stored;
        m_table = tableName(m_version, "sample_annotation");
        const auto read = visitTable(m_version, "sample_annotation", m_sink, [&](Json &record, std::int64_t number) {
            take(record, number);
            if (m_batch.size() >= batchSize)
                stored = m_sink.add(std::exchange(m_batch, {}));
            return stored.has_value();
        });
        if (!read)
            return read;
        if (!stored)
            return stored;
        if (m_told > mostTold)
            m_sink.issue({IssueSeverity::Problem, m_table, {}, tr("%1 more boxes were left out.").arg(m_told - mostTold)});
        if (m_unplaced > 0)
            m_sink.issue({IssueSeverity::Warning,
                          m_table,
                          {},
                          tr("%1 boxes are of frames without a known pose of the vehicle; they stay in the map's frame.")
                              .arg(m_unplaced)});
        return m_batch.empty() ? Result<>() : m_sink.add(std::exchange(m_batch, {}));
    }

    void take(Json &record, std::int64_t number)
    {
        const auto cuboid = cuboidFrom(record);
        if (!cuboid)
            return left(number, cuboid.error().text);
        const QString instance = textOf(record, "instance_token");
        const QString name = m_categoryOf.contains(instance) ? m_categoryOf.value(instance) : textOf(record, "category_name");
        if (name.isEmpty())
            return left(number, tr("Its instance or category is not in the tables."));
        const auto place = m_places.constFind(textOf(record, "sample_token"));
        if (place == m_places.constEnd())
            return left(number, tr("Its sample is not in the tables, or the scene has no frame of its time."));
        const Declared &declared = m_declared[place->scene];
        const auto global_from_label = globalFromLabel(declared.scene, place->frame);
        if (!global_from_label)
            ++m_unplaced;
        extension::ForeignAnnotation label;
        label.item = declared.ref;
        label.labelClass = m_sink.declareClass({name, {}});
        model::Annotation &annotation = label.annotation;
        annotation.geometry = labelCuboid(*cuboid, global_from_label, declared.scene ? declared.scene->labelFrame : QString());
        annotation.frame = declared.frames.ref(place->frame);
        if (!instance.isEmpty())
            annotation.track = extension::trackNamed(declared.name, instance);
        if (const QString level = m_visibilities.value(textOf(record, "visibility_token")); !level.isEmpty())
            annotation.attributes[visibilityKey()] = level;
        if (const Json &tokens = extension::memberOf(record, "attribute_tokens"); tokens.is_array())
            for (const Json &token : tokens)
                if (const QString attribute = m_attributes.value(base::toQString(token)); !attribute.isEmpty())
                    addAttribute(annotation.attributes, attribute);
        annotation.extra = Json{{"nuscenes", {{"record", std::move(record)}}}};
        m_batch.push_back(std::move(label));
    }

    void left(std::int64_t number, const QString &why)
    {
        if (++m_told <= mostTold)
            m_sink.issue(
                {IssueSeverity::Problem, m_table, QStringLiteral("[%1]").arg(number), tr("%1 The box was left out.").arg(why)});
    }

    const Version &m_version;
    extension::AnnotationSink &m_sink;
    QString m_table;
    QHash<QString, QString> m_categories;
    QHash<QString, QString> m_attributes;
    QHash<QString, QString> m_visibilities;
    QHash<QString, QString> m_categoryOf;
    std::vector<SceneRow> m_scenes;
    std::vector<Declared> m_declared;
    QHash<QString, Place> m_byFile;
    QHash<QString, Place> m_places;
    std::vector<extension::ForeignAnnotation> m_batch;
    int m_told = 0;
    std::int64_t m_unplaced = 0;
};

}  // namespace

Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink)
{
    const std::vector<Version> versions = versionsAt(request.path);
    if (versions.empty())
        return fail(ErrorCode::NotFound, tr("There is no sample_annotation.json of nuScenes in %1.").arg(request.path));
    std::optional<Error> first;
    bool good = false;
    for (const Version &version : versions) {
        const auto read = Reader(version, sink).read();
        good = good || read.has_value();
        if (read)
            continue;
        if (read.error().code == ErrorCode::Cancelled || versions.size() == 1)
            return read;
        sink.issue({IssueSeverity::Problem, version.name, {}, read.error().text});
        first = first ? first : read.error();
    }
    return good || !first ? Result<>() : Result<>(fail(*first));
}

}  // namespace plumbline::nuscenes
