// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/supervisely/superviselywriter.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"
#include "plugins/formats/supervisely/superviselyfiles.h"
#include "plugins/formats/supervisely/superviselyobject.h"
#include "plugins/formats/supervisely/superviselyproject.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace plumbline::supervisely {

namespace {

using extension::CuboidLabel;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::supervisely", text);
}

/// How a scene is written.
struct Placed {
    Placed(const model::Item &item, const std::optional<model::Scene> &known)
        : scene(known ? &*known : nullptr), frames(scene, lidarFrame()), labelFrame(scene ? scene->labelFrame : lidarFrame()),
          kept(extension::foreignData(item.extra, "supervisely")), rest(extension::memberOf(kept, "rest")),
          name(base::safeRelativePath(item.name).value_or(QStringLiteral("scene"))), key(keyOf(item.id.uuid))
    {}

    [[nodiscard]] bool isEpisode() const { return frames.count() > 1 || extension::memberOf(kept, "episode") == true; }
    [[nodiscard]] bool came() const { return kept.is_object(); }
    /// Numbers of frames, as the file that they came from has them.
    [[nodiscard]] Json frameMap(const std::vector<CuboidLabel> &labels) const
    {
        const Json &given = extension::memberOf(kept, "map");
        if (given.is_object() && (!scene || static_cast<std::int64_t>(given.size()) >= frames.count()))
            return given;
        std::int64_t count = frames.count();
        for (const CuboidLabel &label : labels)
            count = scene ? count : std::max(count, label.frame + 1);
        Json map = Json::object();
        constexpr std::int64_t most = 100'000;
        for (std::int64_t i = 0; i < std::min(count, most); ++i) {
            QString file = extension::sweepName(frames, i) + QStringLiteral(".pcd");
            if (scene && !scene->frames[static_cast<std::size_t>(i)].files.empty())
                file = QFileInfo(scene->frames[static_cast<std::size_t>(i)].files.front().path).fileName();
            map.get_ref<Json::object_t &>().Container::emplace_back(std::to_string(i), base::toJson(file));
        }
        return map;
    }
    [[nodiscard]] Json head() const
    {
        Json head = {{"description", ""}, {"key", base::toJson(key)}, {"tags", Json::array()}};
        if (rest.is_object())
            for (const auto &[name, value] : rest.items())
                head[name] = value;
        return head;
    }

    const model::Scene *scene;
    extension::SceneFrames frames;
    QString labelFrame;
    Json kept;
    Json rest;
    QString name;
    QString key;
};

/// Number of a frame in the file: that under which the map has its sweep.
QHash<QString, std::int64_t> numbersIn(const Json &map)
{
    QHash<QString, std::int64_t> numbers;
    for (const auto &[key, value] : map.items()) {
        bool good = false;
        const qlonglong number = QByteArray::fromStdString(key).toLongLong(&good);
        const QString stem = extension::withoutEnding(QFileInfo(base::toQString(value)).fileName());
        if (good && number >= 0 && number < 1'000'000'000 && !stem.isEmpty() && !numbers.contains(stem))
            numbers.insert(stem, number);
    }
    return numbers;
}

Json episodeJson(const Placed &placed, std::vector<CuboidLabel> labels, const Json &map, ProjectMeta &meta)
{
    if (placed.scene) {
        const auto numbers = numbersIn(map);
        for (CuboidLabel &label : labels)
            label.frame = numbers.value(placed.frames.name(label.frame), label.frame);
    }
    const ObjectList list(labels, true);
    std::map<std::int64_t, Json> frames;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        Json &figures = frames[labels[i].frame];
        if (figures.is_null())
            figures = Json::array();
        figures.push_back(list.figure(i));
    }
    Json content = placed.head();
    content["objects"] = list.objects(meta);
    content["framesCount"] = map.size();
    Json all = Json::array();
    for (auto &[index, figures] : frames) {
        Json frame = {{"index", index}};
        frame["figures"] = std::move(figures);
        all.push_back(std::move(frame));
    }
    content["frames"] = std::move(all);
    return content;
}

Json cloudJson(const Placed &placed, const std::vector<CuboidLabel> &labels, ProjectMeta &meta)
{
    const ObjectList list(labels, false);
    Json content = placed.head();
    content["objects"] = list.objects(meta);
    Json figures = Json::array();
    for (std::size_t i = 0; i < labels.size(); ++i)
        figures.push_back(list.figure(i));
    content["figures"] = std::move(figures);
    return content;
}

bool isCloudName(const QString &name)
{
    return name.contains(QLatin1Char('.'));
}

}  // namespace

Result<QStringList> Writer::run(bool writing)
{
    bool episodes = false;
    const auto looked = extension::visitScenes(
        m_source, [&](const model::Item &item, const auto &, const std::optional<model::Scene> &scene) -> Result<> {
            episodes = episodes || Placed(item, scene).isEpisode();
            return {};
        });
    if (!looked)
        return fail(looked.error());
    const Json dataset = m_source.datasetExtra(QStringLiteral("supervisely"));
    ProjectMeta meta(extension::memberOf(dataset, "meta"), m_source.schema(), episodes);
    extension::NameAllotter names;
    QStringList outputs;
    const auto put = [&](const QString &name, const Json &content) -> Result<> {
        outputs.append(name);
        return writing ? extension::writeFileBelow(m_request.folder, name, base::toJsonText(content)) : Result<>();
    };
    const auto visited = extension::visitScenes(
        m_source,
        [&](const model::Item &item, const std::vector<model::Annotation> &annotations,
            const std::optional<model::Scene> &scene) -> Result<> {
            const Placed placed(item, scene);
            const auto labels = extension::cuboidLabels(annotations, m_source.schema(), placed.frames, placed.labelFrame);
            if (labels.empty() && !placed.came())
                return {};
            if (writing)
                m_source.wrote(1, static_cast<std::int64_t>(labels.size()));
            if (episodes) {
                const QString folder = names.take(QString(placed.name).replace(QLatin1Char('/'), QLatin1Char('_')), false);
                const Json map = placed.frameMap(labels);
                if (const auto done = put(folder + QLatin1Char('/') + episodeFile(), episodeJson(placed, labels, map, meta));
                    !done)
                    return done;
                return put(folder + QLatin1Char('/') + frameMapFile(), map);
            }
            const qsizetype slash = placed.name.lastIndexOf(QLatin1Char('/'));
            QString folder = slash < 0 ? QStringLiteral("ds0") : placed.name.left(slash);
            folder.replace(QLatin1Char('/'), QLatin1Char('_'));
            QString cloud = placed.name.mid(slash + 1);
            cloud = isCloudName(cloud) ? cloud : cloud + QStringLiteral(".pcd");
            return put(names.take(folder + QStringLiteral("/ann/") + cloud + QStringLiteral(".json"), false),
                       cloudJson(placed, labels, meta));
        });
    if (!visited)
        return fail(visited.error());
    Json ids = extension::memberOf(dataset, "ids");
    if (!ids.is_object())
        ids = Json::object();
    for (const char *kind : {"tags", "objects", "figures", "videos"})
        if (!extension::memberOf(ids, kind).is_object())
            ids[kind] = Json::object();
    if (const auto done = put(QStringLiteral("meta.json"), meta.json()); !done)
        return fail(done.error());
    if (const auto done = put(QStringLiteral("key_id_map.json"), ids); !done)
        return fail(done.error());
    return outputs;
}

Result<std::vector<extension::Loss>> Writer::losses()
{
    extension::CuboidCarrier carrier;
    carrier.carried.space = "supervisely";
    carrier.carried.attributes = true;
    carrier.tracks = true;
    carrier.stream = lidarFrame();
    carrier.more = [](extension::LossTally &tally, const std::vector<CuboidLabel> &labels, const extension::SceneFrames &) {
        for (const CuboidLabel &label : labels)
            for (const auto &[key, value] : label.annotation->attributes)
                if (!carries(value))
                    tally.add(tr("answers that are no, unset or cannot be told"),
                              tr("A tag says yes, a number or a text; they are left out."));
    };
    return extension::cuboidLosses(m_source, carrier);
}

}  // namespace plumbline::supervisely
