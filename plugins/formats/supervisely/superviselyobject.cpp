// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/supervisely/superviselyobject.h"

#include "core/extension/cuboidlabels.h"
#include "core/extension/jsonparts.h"
#include "core/geometry/eulerangles.h"

#include <QCoreApplication>

#include <numbers>

namespace plumbline::supervisely {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::supervisely", text);
}

/// From a box of ours, that faces +x, to one that faces +y.
geometry::Pose quarterTurn(double sign)
{
    return {geometry::rotationFromYaw(sign * std::numbers::pi / 2), {}};
}

struct Tag {
    QString name;
    model::AttributeValue value;
    std::optional<std::pair<std::int64_t, std::int64_t>> range;
};

std::optional<Tag> tagFrom(const Json &record)
{
    Tag tag;
    tag.name = base::toQString(extension::memberOf(record, "name"));
    const Json &value = extension::memberOf(record, "value");
    const auto answer = value.is_null() ? model::AttributeValue(true) : extension::answerFrom(value);
    if (tag.name.isEmpty() || !answer || (value.is_boolean() && !value.get<bool>()))
        return std::nullopt;
    tag.value = *answer;
    const Json &range = extension::memberOf(record, "frameRange");
    if (range.is_null())
        return tag;
    const auto isFrame = [](const Json &v) { return v.is_number_integer() && v >= 0 && v <= 1'000'000'000; };
    if (!range.is_array() || range.size() != 2 || !isFrame(range[0]) || !isFrame(range[1]))
        return std::nullopt;
    tag.range = std::pair(range[0].get<std::int64_t>(), range[1].get<std::int64_t>());
    return tag;
}

bool holdsIn(const Tag &tag, std::int64_t frame)
{
    return !tag.range || (frame >= tag.range->first && frame <= tag.range->second);
}

}  // namespace

QString lidarFrame()
{
    return QStringLiteral("lidar");
}

Result<geometry::Cuboid> cuboidFrom(const Json &geometry, const QString &frame)
{
    const auto position = extension::vectorIn(geometry, "position");
    const auto dimensions = extension::vectorIn(geometry, "dimensions");
    const auto rotation = extension::vectorIn(geometry, "rotation");
    for (const auto *part : {&position, &dimensions, &rotation})
        if (!*part)
            return fail(part->error());
    if (!extension::areAngles(*rotation))
        return fail(ErrorCode::Malformed, tr("Its rotation is no number."));
    const geometry::Pose turned{geometry::rotationFromEuler(*rotation, geometry::EulerOrder::Zyx), {}};
    geometry::Cuboid cuboid{*position,
                            {(*dimensions)[1], (*dimensions)[0], (*dimensions)[2]},
                            geometry::composed(turned, quarterTurn(1)).rotation,
                            frame};
    if (const QString why = extension::whyNoBox(cuboid); !why.isEmpty())
        return fail(ErrorCode::Malformed, why);
    return cuboid;
}

Json geometryOf(const geometry::Cuboid &cuboid)
{
    const auto rotation = geometry::composed({cuboid.rotation, {}}, quarterTurn(-1)).rotation;
    Json geometry = Json::object();
    geometry["position"] = extension::vectorJson(extension::tidied(cuboid.centre));
    geometry["rotation"] =
        extension::vectorJson(extension::tidied(geometry::eulerFromRotation(rotation, geometry::EulerOrder::Zyx)));
    geometry["dimensions"] = extension::vectorJson(extension::tidied({cuboid.size[1], cuboid.size[0], cuboid.size[2]}));
    return geometry;
}

QString plainKey(const QString &key)
{
    return QString(key).remove(QLatin1Char('-')).toLower();
}

QString keyOf(const Uuid &uuid)
{
    return plainKey(uuid.toString());
}

model::Attributes answersIn(const Json &tags, std::optional<std::int64_t> frame)
{
    model::Attributes answers;
    if (!tags.is_array())
        return answers;
    for (const Json &record : tags)
        if (const auto tag = tagFrom(record); tag && (!frame || holdsIn(*tag, *frame)))
            answers.emplace(tag->name, tag->value);
    return answers;
}

bool carries(const model::AttributeValue &value)
{
    const auto *yes = std::get_if<bool>(&value);
    return (yes && *yes) || std::holds_alternative<QString>(value)
           || (std::holds_alternative<double>(value) && extension::answerJson(value));
}

std::string valueType(const model::AttributeValue &value)
{
    return std::holds_alternative<bool>(value) ? "none" : std::holds_alternative<double>(value) ? "any_number" : "any_string";
}

Json tagsOf(const std::map<std::int64_t, model::Attributes> &answers, const Json &kept, bool ranges)
{
    std::map<std::int64_t, model::Attributes> open = answers;
    Json tags = Json::array();
    const auto says = [](const model::Attributes &attributes, const Tag &tag) {
        const auto said = attributes.find(tag.name);
        return said != attributes.end() && said->second == tag.value;
    };
    if (kept.is_array())
        for (const Json &record : kept) {
            const auto tag = tagFrom(record);
            bool holds = true;
            for (const auto &[frame, attributes] : answers)
                holds = holds && (!tag || (ranges && !holdsIn(*tag, frame)) || says(attributes, *tag));
            if (!holds || !record.is_object())
                continue;
            tags.push_back(record);
            for (auto &[frame, attributes] : open)
                if (tag && (!ranges || holdsIn(*tag, frame)))
                    attributes.erase(tag->name);
        }
    // What is left, in runs of frames that say the same.
    std::set<QString> names;
    for (const auto &[frame, attributes] : open)
        for (const auto &[name, value] : attributes)
            names.insert(name);
    for (const QString &name : names) {
        std::size_t inAll = 0;
        std::vector<Tag> runs;
        bool follows = false;
        for (const auto &[frame, attributes] : open) {
            const auto said = attributes.find(name);
            const bool carried = said != attributes.end() && carries(said->second);
            inAll += carried ? 1 : 0;
            if (carried && follows && runs.back().value == said->second)
                runs.back().range->second = frame;
            else if (carried)
                runs.push_back({name, said->second, std::pair(frame, frame)});
            follows = carried;
        }
        const bool whole = runs.size() == 1 && inAll == open.size();
        for (const Tag &tag : runs) {
            Json record = {{"name", base::toJson(name)}};
            if (!std::holds_alternative<bool>(tag.value))
                record["value"] = *extension::answerJson(tag.value);
            if (ranges && !whole)
                record["frameRange"] = {tag.range->first, tag.range->second};
            tags.push_back(std::move(record));
        }
    }
    return tags;
}

}  // namespace plumbline::supervisely
