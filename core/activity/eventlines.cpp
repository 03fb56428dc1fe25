// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity/eventlines.h"

#include "core/activity/activityrecord.h"

#include <QCoreApplication>

namespace plumbline::activity {

namespace {

constexpr const char *form = "plumbline-active-time/1";

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::activity", text);
}

bool takeEvent(const Json &json, Material &material)
{
    const auto kind = eventKindFromName(base::toQString(json["event"]));
    const QString person = base::toQString(json.value("person", Json()));
    const Json visit = json.value("visit", Json());
    const auto visitId = visit.is_null() ? std::optional(Uuid{}) : Uuid::fromString(base::toQString(visit));
    const Json moment = json.value("at", Json());
    const auto item = itemFromJson(json.value("item", Json()));
    const Json round = json.value("round", Json(0));
    if (!kind || person.isEmpty() || !visitId || !isMoment(moment) || !item || !isRound(round))
        return false;
    material.events.push_back({person, *visitId, moment.get<std::int64_t>(), *kind, *item, round.get<int>()});
    return true;
}

bool takeUnit(const Json &json, Material &material)
{
    const Json &unit = json["unit"];
    if (!unit.is_object())
        return false;
    const auto item = itemFromJson(unit.value("item", Json()));
    const Json labels = unit.value("accepted_labels", Json());
    const Json accepted = unit.value("accepted", Json());
    if (!item || item->isNull() || !isMoment(labels) || !accepted.is_boolean())
        return false;
    material.units.push_back({base::toQString(unit.value("person", Json())), *item, base::toQString(unit.value("name", Json())),
                              labels.get<std::int64_t>(), accepted.get<bool>()});
    return true;
}

bool takeLine(const Json &json, Material &material)
{
    if (!json.is_object())
        return false;
    if (json.contains("event"))
        return takeEvent(json, material);
    if (json.contains("unit"))
        return takeUnit(json, material);
    if (!json.contains("summed"))
        return false;
    auto summed = summedFromJson(json["summed"]);
    if (summed)
        material.summed.push_back(std::move(*summed));
    return summed.has_value();
}

}  // namespace

QByteArray toLines(const Material &material)
{
    QByteArray lines = base::toJsonLine({{"form", form}, {"unreadable", material.unreadable}}) + '\n';
    for (const Event &event : material.events) {
        Json json{{"event", base::toJson(eventKindName(event.kind))},
                  {"person", base::toJson(event.person)},
                  {"visit", event.visit.isNull() ? Json() : base::toJson(event.visit.toString())},
                  {"at", event.at}};
        if (!event.item.isNull())
            json["item"] = base::toJson(event.item.toString());
        if (event.round != 0)
            json["round"] = event.round;
        lines += base::toJsonLine(json) + '\n';
    }
    for (const Summed &summed : material.summed)
        lines += base::toJsonLine({{"summed", summedToJson(summed)}}) + '\n';
    for (const Unit &unit : material.units)
        lines += base::toJsonLine({{"unit",
                                    {{"person", base::toJson(unit.person)},
                                     {"item", base::toJson(unit.item.toString())},
                                     {"name", base::toJson(unit.name)},
                                     {"accepted_labels", unit.acceptedLabels},
                                     {"accepted", unit.accepted}}}})
                 + '\n';
    return lines;
}

Result<Material> fromLines(QByteArrayView lines)
{
    constexpr int deepest = 8;
    Material material;
    std::int64_t number = 0;
    while (!lines.isEmpty()) {
        const qsizetype end = lines.indexOf('\n');
        const QByteArrayView line = end < 0 ? lines : lines.first(end);
        lines = end < 0 ? QByteArrayView() : lines.sliced(end + 1);
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const auto json = base::parseJson(line, deepest);
        if (!json)
            return fail(ErrorCode::Malformed, tr("Line %1: %2").arg(number).arg(json.error().text));
        const bool head = number == 1;
        if (head != (json->is_object() && json->contains("form")) || (head && (*json)["form"] != form))
            return fail(ErrorCode::Malformed,
                        tr("Line %1: this is not an export of active time (%2).").arg(number).arg(QLatin1String(form)));
        if (head) {
            const Json unreadable = json->value("unreadable", Json(0));
            material.unreadable = isMoment(unreadable) ? unreadable.get<std::int64_t>() : 0;
        } else if (!takeLine(*json, material)) {
            return fail(ErrorCode::Malformed, tr("Line %1: this is no event, sum or unit of work.").arg(number));
        }
    }
    if (number == 0)
        return fail(ErrorCode::Malformed, tr("The file is empty."));
    return material;
}

}  // namespace plumbline::activity
