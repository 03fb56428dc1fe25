// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity/timetable.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace plumbline::activity {

namespace {

constexpr std::int64_t dayLength = 86'400 * TimeRules::second;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::activity", text);
}

Json sumsJson(const Sums &sums)
{
    return {{"labeling", sums.labeling}, {"reading", sums.reading}, {"waiting", sums.waiting}, {"total", sums.total()}};
}

QByteArray cell(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    // A program for tables must not take a name for a formula.
    if (!bytes.isEmpty() && QByteArrayLiteral("=+-@\t\r").contains(bytes.front()))
        bytes.prepend('\'');
    bytes.replace('"', "\"\"");
    return '"' + bytes + '"';
}

}  // namespace

std::vector<Summed::Day> byDay(const std::vector<Span> &spans)
{
    std::map<std::tuple<std::int64_t, ItemId, int>, Sums> days;
    for (const Span &span : spans)
        for (std::int64_t begin = span.begin; begin < span.end;) {
            const std::int64_t day = begin - begin % dayLength;
            const std::int64_t end = std::min(span.end, day + dayLength);
            days[{day, span.item, span.round}].of(span.use) += end - begin;
            begin = end;
        }
    std::vector<Summed::Day> list;
    for (const auto &[key, sums] : days)
        list.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), sums});
    return list;
}

TimeTable timeTable(const Material &material, const TimeQuery &query)
{
    TimeTable table;
    table.rules = query.rules;
    table.unreadable = material.unreadable;
    const std::int64_t from = query.from.value_or(0);
    const std::int64_t to = query.to.value_or(latestMoment);
    const auto wanted = [&](const QString &person) { return query.person.isEmpty() || person == query.person; };

    std::map<std::tuple<QString, ItemId, int>, Sums> sums;
    std::map<QString, Stretches> summed;
    for (const Summed &part : material.summed) {
        if (!wanted(part.person))
            continue;
        Stretches &known = summed[part.person];
        known.insert(known.end(), part.stretches.begin(), part.stretches.end());
        for (const Summed::Day &day : part.days) {
            // A day cannot be cut any more: it belongs to where it begins.
            if (day.begin < from - from % dayLength || day.begin >= to)
                continue;
            sums[{part.person, day.item, day.round}] += day.sums;
            table.otherCap = table.otherCap || part.idleCap != query.rules.idleCap;
        }
    }
    for (auto &[person, stretches] : summed)
        stretches = united(std::move(stretches));
    std::vector<Event> events;
    std::copy_if(material.events.begin(), material.events.end(), std::back_inserter(events),
                 [&](const Event &event) { return wanted(event.person); });
    for (const Span &span : spans(std::move(events), query.rules, summed))
        if (const std::int64_t length = std::min(span.end, to) - std::max(span.begin, from); length > 0)
            sums[{span.person, span.item, span.round}].of(span.use) += length;

    std::map<std::pair<QString, ItemId>, const Unit *> units;
    std::map<ItemId, QString> names;
    std::map<QString, TimeTable::Person> people;
    for (const Unit &unit : material.units) {
        names.try_emplace(unit.item, unit.name);
        if (!wanted(unit.person) || unit.person.isEmpty())
            continue;
        units[{unit.person, unit.item}] = &unit;
        if (unit.accepted || unit.acceptedLabels > 0) {
            TimeTable::Person &person = people[unit.person];
            person.acceptedItems += unit.accepted;
            person.acceptedLabels += unit.acceptedLabels;
        }
    }
    for (const auto &[key, time] : sums) {
        const auto &[name, item, round] = key;
        const auto itemName = names.find(item);
        table.rows.push_back({name, item, itemName == names.end() ? QString() : itemName->second, round, time});
        TimeTable::Person &person = people[name];
        person.sums += time;
        table.total += time;
        const auto unit = units.find({name, item});
        if (unit != units.end() && (unit->second->accepted || unit->second->acceptedLabels > 0))
            person.onAccepted += time;
    }
    std::sort(table.rows.begin(), table.rows.end(), [](const TimeTable::Row &a, const TimeTable::Row &b) {
        return std::tie(a.person, a.name, a.item, a.round) < std::tie(b.person, b.name, b.item, b.round);
    });
    for (auto &[name, person] : people) {
        person.name = name;
        table.people.push_back(person);
    }
    return table;
}

Json toJson(const TimeTable &table)
{
    Json rows = Json::array();
    for (const TimeTable::Row &row : table.rows) {
        Json json{{"person", base::toJson(row.person)},
                  {"item", row.item.isNull() ? Json() : base::toJson(row.item.toString())},
                  {"name", base::toJson(row.name)},
                  {"round", row.round}};
        json.update(sumsJson(row.sums));
        rows.push_back(std::move(json));
    }
    Json people = Json::array();
    for (const TimeTable::Person &person : table.people) {
        Json json{{"person", base::toJson(person.name)}};
        json.update(sumsJson(person.sums));
        json["accepted"] = {{"items", person.acceptedItems},
                            {"labels", person.acceptedLabels},
                            {"time", sumsJson(person.onAccepted)},
                            {"per_label", person.perLabel() ? Json(*person.perLabel()) : Json()}};
        people.push_back(std::move(json));
    }
    return {{"unit", "microseconds"},
            {"idle_cap", table.rules.idleCap},
            {"wait_cap", table.rules.waitCap},
            {"tasks", std::move(rows)},
            {"people", std::move(people)},
            {"total", sumsJson(table.total)},
            {"sums_with_other_cap", table.otherCap},
            {"unreadable", table.unreadable}};
}

QString clockText(std::int64_t microseconds)
{
    const std::int64_t seconds = microseconds / TimeRules::second;
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString toText(const TimeTable &table)
{
    const auto line = [](const QString &person, const QString &what, const QString &round, const QStringList &times) {
        QString text = QStringLiteral("%1  %2  %3").arg(person, -16).arg(what, -32).arg(round, 5);
        for (const QString &time : times)
            text += QStringLiteral("  %1").arg(time, 9);
        return text + QLatin1Char('\n');
    };
    const auto times = [](const Sums &s) {
        return QStringList{clockText(s.labeling), clockText(s.reading), clockText(s.waiting), clockText(s.total())};
    };
    QString text = line(tr("person"), tr("item"), tr("round"), {tr("labeling"), tr("reading"), tr("waiting"), tr("all")});
    for (const TimeTable::Row &row : table.rows)
        text += line(row.person,
                     row.item.isNull()    ? tr("(no item)")
                     : row.name.isEmpty() ? row.item.toString()
                                          : row.name,
                     QString::number(row.round), times(row.sums));
    text += QLatin1Char('\n');
    for (const TimeTable::Person &person : table.people) {
        text += line(person.name, tr("together"), {}, times(person.sums));
        if (const auto each = person.perLabel())
            text += tr("  accepted: %1 labels, %2 each\n").arg(person.acceptedLabels).arg(clockText(*each));
    }
    text += line(tr("everybody"), tr("together"), {}, times(table.total));
    text += tr("A gap counts for %1 s at most, waiting for %2 s.\n")
                .arg(table.rules.idleCap / TimeRules::second)
                .arg(table.rules.waitCap / TimeRules::second);
    if (table.otherCap)
        text += tr("Some of it are sums that were made with another limit; their moments are no longer kept.\n");
    if (table.unreadable > 0)
        text += tr("%1 records could not be read and are left out.\n").arg(table.unreadable);
    return text;
}

QByteArray toCsv(const TimeTable &table)
{
    QByteArray csv = "person,item,name,round,labeling_us,reading_us,waiting_us,total_us\r\n";
    for (const TimeTable::Row &row : table.rows)
        csv += cell(row.person) + ',' + (row.item.isNull() ? QByteArray() : row.item.toString().toUtf8()) + ',' + cell(row.name)
               + ',' + QByteArray::number(row.round) + ',' + QByteArray::number(qint64(row.sums.labeling)) + ','
               + QByteArray::number(qint64(row.sums.reading)) + ',' + QByteArray::number(qint64(row.sums.waiting)) + ','
               + QByteArray::number(qint64(row.sums.total())) + "\r\n";
    return csv;
}

}  // namespace plumbline::activity
