// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/supervisely/superviselyproject.h"

#include "core/extension/jsonparts.h"
#include "plugins/formats/supervisely/superviselyobject.h"

namespace plumbline::supervisely {

namespace {

using extension::CuboidLabel;

const Json &kept(const CuboidLabel &label, const char *key)
{
    return extension::memberOf(extension::foreignData(label.annotation->extra, "supervisely"), key);
}

bool isKey(const QString &key)
{
    constexpr qsizetype longest = 64;
    return !key.isEmpty() && key.size() <= longest;
}

Json listIn(const Json &object, const char *key)
{
    const Json &list = extension::memberOf(object, key);
    return list.is_array() ? list : Json::array();
}

}  // namespace

ProjectMeta::ProjectMeta(const Json &kept, const model::Schema &schema, bool episodes)
    : m_meta(kept.is_object() ? kept : Json::object())
{
    Json classes = listIn(m_meta, "classes");
    std::set<QString> known;
    for (const Json &entry : classes)
        known.insert(base::toQString(extension::memberOf(entry, "title")));
    for (const model::LabelClass &labelClass : schema.classes)
        if (known.insert(labelClass.name).second)
            classes.push_back(
                {{"title", base::toJson(labelClass.name)},
                 {"shape", "cuboid_3d"},
                 {"color", base::toJson(labelClass.colour.isValid() ? labelClass.colour.name() : QStringLiteral("#9da2ab"))},
                 {"geometry_config", Json::object()}});
    m_meta["classes"] = std::move(classes);
    m_meta["tags"] = listIn(m_meta, "tags");
    m_meta["projectType"] = episodes ? "point_cloud_episodes" : "point_clouds";
    for (const Json &entry : m_meta["tags"])
        m_tags.insert(base::toQString(extension::memberOf(entry, "name")));
}

void ProjectMeta::addTag(const QString &name, const model::AttributeValue &value)
{
    if (m_tags.insert(name).second)
        m_meta["tags"].push_back({{"name", base::toJson(name)},
                                  {"value_type", valueType(value)},
                                  {"color", "#3a3fe9"},
                                  {"applicable_type", "objectsOnly"},
                                  {"classes", Json::array()}});
}

ObjectList::ObjectList(const std::vector<CuboidLabel> &labels, bool episode) : m_labels(labels), m_episode(episode)
{
    std::map<TrackId, std::size_t> byTrack;
    std::map<QString, std::size_t> byKey;
    std::set<QString> taken;
    std::set<QString> figures;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const model::Annotation &annotation = *labels[i].annotation;
        const QString wanted = base::toQString(extension::memberOf(kept(labels[i], "object"), "key"));
        std::size_t place = m_objects.size();
        if (const auto known = byTrack.find(annotation.track); episode && known != byTrack.end())
            place = known->second;
        else if (const auto shared = byKey.find(wanted); !episode && shared != byKey.end()) {
            const CuboidLabel &first = labels[m_objects[shared->second].labels.front()];
            if (first.annotation->attributes == annotation.attributes && first.className == labels[i].className)
                place = shared->second;
        }
        if (place == m_objects.size()) {
            const Uuid own = episode && !annotation.track.isNull() ? annotation.track.uuid : annotation.id.uuid;
            const QString key = isKey(wanted) && taken.insert(plainKey(wanted)).second ? wanted : keyOf(own);
            taken.insert(plainKey(key));
            m_objects.push_back({key, {}});
            if (episode && !annotation.track.isNull())
                byTrack.emplace(annotation.track, place);
            if (!wanted.isEmpty())
                byKey.emplace(wanted, place);
        }
        m_objects[place].labels.push_back(i);
        m_objectOf.push_back(place);
        const QString figure = base::toQString(extension::memberOf(kept(labels[i], "figure"), "key"));
        m_figureKeys.push_back(isKey(figure) && figures.insert(plainKey(figure)).second ? figure : keyOf(annotation.id.uuid));
        figures.insert(plainKey(m_figureKeys.back()));
    }
}

Json ObjectList::objects(ProjectMeta &meta) const
{
    Json list = Json::array();
    for (const Object &object : m_objects) {
        const CuboidLabel &first = m_labels[object.labels.front()];
        std::map<std::int64_t, model::Attributes> answers;
        for (const std::size_t label : object.labels)
            answers.emplace(m_episode ? m_labels[label].frame : 0, m_labels[label].annotation->attributes);
        const Json &record = kept(first, "object");
        Json written = {{"key", base::toJson(object.key)}, {"classTitle", base::toJson(first.className)}};
        written["tags"] = tagsOf(answers, extension::memberOf(record, "tags"), m_episode);
        if (record.is_object())
            for (const auto &[key, value] : record.items())
                if (!written.contains(key))
                    written[key] = value;
        for (const auto &[frame, attributes] : answers)
            for (const auto &[name, value] : attributes)
                if (carries(value))
                    meta.addTag(name, value);
        list.push_back(std::move(written));
    }
    return list;
}

Json ObjectList::figure(std::size_t label) const
{
    const CuboidLabel &given = m_labels[label];
    const Json &record = kept(given, "figure");
    const Json &before = extension::memberOf(record, "geometry");
    const auto same = cuboidFrom(before, given.cuboid->coordinateFrame);
    Json written = {{"key", base::toJson(m_figureKeys[label])},
                    {"objectKey", base::toJson(m_objects[m_objectOf[label]].key)},
                    {"geometryType", "cuboid_3d"}};
    written["geometry"] = same && extension::sameCuboid(*same, *given.cuboid) ? before : geometryOf(*given.cuboid);
    if (record.is_object())
        for (const auto &[key, value] : record.items())
            if (!written.contains(key))
                written[key] = value;
    return written;
}

}  // namespace plumbline::supervisely
