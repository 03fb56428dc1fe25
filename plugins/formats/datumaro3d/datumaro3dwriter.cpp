// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/datumaro3d/datumaro3dwriter.h"

#include "core/base/atomicfile.h"
#include "core/extension/cuboidlabels.h"
#include "core/extension/jsonparts.h"
#include "plugins/formats/datumaro3d/datumaro3dentry.h"

#include <QFileInfo>

#include <map>

namespace plumbline::datumaro3d {

namespace {

using extension::CuboidLabel;

const Json &kept(const Json &extra, const char *key)
{
    return extension::memberOf(extension::foreignData(extra, "datumaro3d"), key);
}

/// One file: its head with the classes, and its items as text.
class Subset
{
public:
    Subset(const Json &given, const model::Schema &schema) : m_root(given.is_object() ? given : Json::object())
    {
        if (!m_root.contains("dm_format_version"))
            m_root["dm_format_version"] = "1.0";
        if (!m_root.contains("media_type"))
            m_root["media_type"] = 6;
        for (const char *key : {"infos", "categories"})
            if (!extension::memberOf(m_root, key).is_object())
                m_root[key] = Json::object();
        Json &categories = m_root["categories"];
        if (!extension::memberOf(categories, "label").is_object())
            categories["label"] = {{"labels", Json::array()}, {"label_groups", Json::array()}, {"attributes", Json::array()}};
        Json &label = categories["label"];
        if (!extension::memberOf(label, "labels").is_array())
            label["labels"] = Json::array();
        for (std::size_t i = 0; i < label["labels"].size(); ++i) {
            const QString name = base::toQString(extension::memberOf(label["labels"][i], "name"));
            m_numbers.emplace(name.isEmpty() ? QStringLiteral("label %1").arg(i) : name, i);
        }
        for (const model::LabelClass &labelClass : schema.classes)
            if (m_numbers.emplace(labelClass.name, label["labels"].size()).second)
                label["labels"].push_back(
                    {{"name", base::toJson(labelClass.name)}, {"parent", ""}, {"attributes", Json::array()}});
    }

    [[nodiscard]] Json numberOf(const QString &className) const { return Json(m_numbers.at(className)); }
    void add(const Json &item)
    {
        m_items += m_items.isEmpty() ? "\n" : ",\n";
        m_items += base::toJsonLine(item).trimmed();
    }
    [[nodiscard]] QByteArray text() const
    {
        QByteArray text = "{\n";
        for (const auto &[key, value] : m_root.items())
            if (key != "items")
                text += base::toJsonLine(Json(key)).trimmed() + ": " + base::toJsonLine(value).trimmed() + ",\n";
        return text + "\"items\": [" + m_items + "\n]\n}\n";
    }

private:
    Json m_root;
    std::map<QString, std::size_t> m_numbers;
    QByteArray m_items;
};

/// How a scene is written.
struct Placed {
    Placed(const model::Item &item, const std::optional<model::Scene> &known)
        : scene(known ? &*known : nullptr), frames(scene, lidarFrame()), labelFrame(scene ? scene->labelFrame : lidarFrame()),
          given(kept(item.extra, "item")), subset(base::toQString(kept(item.extra, "subset"))),
          name(base::safeRelativePath(item.name).value_or(QStringLiteral("cloud")))
    {
        const bool plain = base::safeRelativePath(subset).has_value() && !subset.contains(QLatin1Char('/'));
        if (!plain)
            subset = QStringLiteral("default");
    }
    [[nodiscard]] bool isSequence() const { return frames.count() > 1; }
    [[nodiscard]] Json head(std::int64_t index) const
    {
        if (!isSequence() && given.is_object())
            return given;
        if (!isSequence())
            return {{"id", base::toJson(extension::withoutEnding(name))}, {"point_cloud", {{"path", base::toJson(name)}}}};
        QString ending = QStringLiteral("pcd");
        if (const auto &files = scene->frames[static_cast<std::size_t>(index)].files; !files.empty())
            ending = QFileInfo(files.front().path).suffix();
        const QString id = name + QLatin1Char('/') + extension::sweepName(frames, index);
        return {{"id", base::toJson(id)},
                {"attr", {{"frame", index}}},
                {"point_cloud", {{"path", base::toJson(id + QLatin1Char('.') + ending)}}}};
    }

    const model::Scene *scene;
    extension::SceneFrames frames;
    QString labelFrame;
    Json given;
    QString subset;
    QString name;
};

/// Track numbers of a scene: those that its labels came with where they are free, else new ones.
std::map<TrackId, std::int64_t> tracksOf(const std::vector<CuboidLabel> &labels)
{
    extension::TrackNames names;
    for (const CuboidLabel &label : labels)
        names.keep(label.annotation->track, trackNameOf(keptEntry(*label.annotation)));
    std::map<TrackId, std::int64_t> tracks;
    for (const CuboidLabel &label : labels)
        if (const TrackId track = label.annotation->track; !track.isNull())
            tracks[track] = names.of(track).toLongLong();
    return tracks;
}

}  // namespace

Result<QStringList> Writer::run(bool writing)
{
    const Json given = extension::memberOf(m_source.datasetExtra(QStringLiteral("datumaro3d")), "subsets");
    std::map<QString, Subset> subsets;
    if (given.is_object())
        for (const auto &[key, root] : given.items())
            if (const QString name = QString::fromStdString(key);
                base::safeRelativePath(name) && !name.contains(QLatin1Char('/')))
                subsets.emplace(name, Subset(root, m_source.schema()));
    const auto visited = extension::visitScenes(
        m_source,
        [&](const model::Item &item, const std::vector<model::Annotation> &annotations,
            const std::optional<model::Scene> &scene) -> Result<> {
            const Placed placed(item, scene);
            const auto labels = extension::cuboidLabels(annotations, m_source.schema(), placed.frames, placed.labelFrame);
            if (labels.empty() && !placed.given.is_object())
                return {};
            const auto known = subsets.try_emplace(placed.subset, Json(), m_source.schema()).first;
            if (!writing)
                return {};
            const auto tracks = tracksOf(labels);
            std::map<std::int64_t, Json> lists;
            if (!placed.isSequence())
                lists[0] = Json::array();
            for (const CuboidLabel &label : labels) {
                Json &list = lists[placed.isSequence() ? label.frame : 0];
                if (list.is_null())
                    list = Json::array();
                const auto track = tracks.find(label.annotation->track);
                list.push_back(entryOf(*label.annotation, *label.cuboid, known->second.numberOf(label.className),
                                       static_cast<std::int64_t>(list.size()), track == tracks.end() ? -1 : track->second));
            }
            for (auto &[index, list] : lists) {
                Json content = placed.head(index);
                content["annotations"] = std::move(list);
                known->second.add(content);
            }
            m_source.wrote(1, static_cast<std::int64_t>(labels.size()));
            return {};
        });
    if (!visited)
        return fail(visited.error());
    QStringList outputs;
    for (const auto &[name, subset] : subsets) {
        outputs.append(QStringLiteral("annotations/%1.json").arg(name));
        if (writing)
            if (const auto put = extension::writeFileBelow(m_request.folder, outputs.last(), subset.text()); !put)
                return fail(put.error());
    }
    return outputs;
}

Result<std::vector<extension::Loss>> Writer::losses()
{
    extension::CuboidCarrier carrier;
    carrier.carried.space = "datumaro3d";
    carrier.carried.attributes = true;
    carrier.tracks = true;
    carrier.sequences = false;
    carrier.stream = lidarFrame();
    carrier.more = extension::tallyUntold;
    return extension::cuboidLosses(m_source, carrier);
}

}  // namespace plumbline::datumaro3d
