// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity/activityrecord.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::activity {

namespace {

constexpr qsizetype largestRecord = 64 << 20;
constexpr std::size_t mostEvents = 1'000'000;
constexpr int mostRounds = 1'000'000;
constexpr qsizetype longestName = 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::activity", text);
}

tl::unexpected<Error> malformed()
{
    return fail(ErrorCode::Malformed, tr("A record of active time is not in a form that is known."));
}

const Json &at(const Json &object, const char *key)
{
    static const Json none;
    const auto found = object.find(key);
    return found == object.end() ? none : *found;
}

Json itemJson(ItemId item)
{
    return item.isNull() ? Json() : base::toJson(item.toString());
}

bool hasItem(EventKind kind)
{
    return kind == EventKind::Shown || kind == EventKind::Left || kind == EventKind::Operation;
}

}  // namespace

bool isMoment(const Json &json)
{
    return json.is_number_integer() && (!json.is_number_unsigned() || json.get<std::uint64_t>() <= std::uint64_t(latestMoment))
           && json.get<std::int64_t>() >= 0 && json.get<std::int64_t>() <= latestMoment;
}

bool isRound(const Json &json)
{
    return isMoment(json) && json.get<std::int64_t>() <= mostRounds;
}

std::optional<ItemId> itemFromJson(const Json &json)
{
    if (json.is_null())
        return ItemId{};
    return json.is_string() ? ItemId::fromString(base::toQString(json)) : std::nullopt;
}

Json summedToJson(const Summed &summed)
{
    Json stretches = Json::array();
    for (const auto &[begin, end] : summed.stretches)
        stretches.push_back({begin, end});
    Json days = Json::array();
    for (const Summed::Day &day : summed.days)
        days.push_back({day.begin, itemJson(day.item), day.round, day.sums.labeling, day.sums.reading, day.sums.waiting});
    return {{"person", base::toJson(summed.person)},
            {"idle_cap", summed.idleCap},
            {"stretches", std::move(stretches)},
            {"days", std::move(days)}};
}

Result<Summed> summedFromJson(const Json &json)
{
    if (!json.is_object())
        return malformed();
    Summed summed;
    summed.person = base::toQString(at(json, "person"));
    const Json &cap = at(json, "idle_cap");
    const Json &stretches = at(json, "stretches");
    const Json &days = at(json, "days");
    if (summed.person.isEmpty() || summed.person.size() > longestName || !isMoment(cap) || !stretches.is_array()
        || !days.is_array() || stretches.size() > mostEvents || days.size() > mostEvents)
        return malformed();
    summed.idleCap = cap.get<std::int64_t>();
    for (const Json &stretch : stretches) {
        if (!stretch.is_array() || stretch.size() != 2 || !isMoment(stretch[0]) || !isMoment(stretch[1])
            || stretch[1] < stretch[0])
            return malformed();
        summed.stretches.emplace_back(stretch[0].get<std::int64_t>(), stretch[1].get<std::int64_t>());
    }
    for (const Json &day : days) {
        constexpr std::size_t columns = 6;
        constexpr std::int64_t longest = 86'400 * TimeRules::second;
        if (!day.is_array() || day.size() != columns || !isMoment(day[0]) || !isRound(day[2]))
            return malformed();
        const auto item = itemFromJson(day[1]);
        Sums sums;
        std::int64_t *const parts[] = {&sums.labeling, &sums.reading, &sums.waiting};
        for (std::size_t i = 0; i < 3; ++i) {
            if (!isMoment(day[3 + i]) || day[3 + i].get<std::int64_t>() > longest)
                return malformed();
            *parts[i] = day[3 + i].get<std::int64_t>();
        }
        if (!item || sums.total() > longest)
            return malformed();
        summed.days.push_back({day[0].get<std::int64_t>(), *item, day[2].get<int>(), sums});
    }
    return summed;
}

model::Record recordOf(const Uuid &id, const RecordContent &content)
{
    Json json{{"form", 1}};
    if (const auto *moments = std::get_if<Moments>(&content)) {
        const std::int64_t first = moments->events.empty() ? 0 : moments->events.front().at;
        Json events = Json::array();
        for (const Event &event : moments->events) {
            Json entry = Json::array({event.at - first, base::toJson(eventKindName(event.kind))});
            if (hasItem(event.kind)) {
                entry.push_back(itemJson(event.item));
                entry.push_back(event.round);
            }
            events.push_back(std::move(entry));
        }
        json["person"] = base::toJson(moments->person);
        json["visit"] = base::toJson(moments->visit.toString());
        json["from"] = first;
        json["events"] = std::move(events);
    } else if (const auto *summed = std::get_if<Summed>(&content)) {
        json["summed"] = summedToJson(*summed);
    } else {
        const auto &faded = std::get<Faded>(content);
        json["person"] = base::toJson(faded.person);
        json["visit"] = base::toJson(faded.visit.toString());
        json["faded"] = true;
    }
    return {id, model::RecordKind::Activity, {}, base::toJsonLine(json)};
}

Result<RecordContent> contentOf(const model::Record &record)
{
    constexpr int deepest = 6;
    if (record.kind != model::RecordKind::Activity || record.data.size() > largestRecord)
        return malformed();
    const auto json = base::parseJson(record.data, deepest);
    if (!json || !json->is_object() || at(*json, "form") != 1)
        return malformed();
    if (json->contains("summed")) {
        auto summed = summedFromJson(at(*json, "summed"));
        return summed ? Result<RecordContent>(std::move(*summed)) : fail(summed.error());
    }
    const QString person = base::toQString(at(*json, "person"));
    const auto visit = Uuid::fromString(base::toQString(at(*json, "visit")));
    if (person.isEmpty() || person.size() > longestName || !visit || visit->isNull())
        return malformed();
    if (at(*json, "faded") == true)
        return RecordContent(Faded{person, *visit});
    const Json &from = at(*json, "from");
    const Json &events = at(*json, "events");
    if (!isMoment(from) || !events.is_array() || events.size() > mostEvents)
        return malformed();
    Moments moments{person, *visit, {}};
    for (const Json &entry : events) {
        // A clock that went back within a part is possible: the difference may be negative, the moment may not.
        if (!entry.is_array() || entry.size() < 2 || entry.size() > 4 || !entry[0].is_number_integer())
            return malformed();
        const std::int64_t difference =
            entry[0].is_number_unsigned() && entry[0].get<std::uint64_t>() > std::uint64_t(latestMoment)
                ? latestMoment + 1
                : entry[0].get<std::int64_t>();
        if (difference > latestMoment || difference < -latestMoment)
            return malformed();
        const auto kind = eventKindFromName(base::toQString(entry[1]));
        const std::int64_t moment = from.get<std::int64_t>() + difference;
        if (!kind || moment < 0 || moment > latestMoment || (entry.size() == 4) != hasItem(*kind))
            return malformed();
        Event event{person, *visit, moment, *kind, {}, 0};
        if (hasItem(*kind)) {
            const auto item = itemFromJson(entry[2]);
            if (!item || !isRound(entry[3]))
                return malformed();
            event.item = *item;
            event.round = entry[3].get<int>();
        }
        moments.events.push_back(std::move(event));
    }
    return RecordContent(std::move(moments));
}

}  // namespace plumbline::activity
