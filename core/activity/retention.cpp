// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity/retention.h"

#include "core/activity/activityrecord.h"
#include "core/store/purge.h"
#include "core/store/reader.h"
#include "core/store/recordlog.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace plumbline::activity {

namespace {

constexpr int mostDays = 36500;
constexpr std::int64_t day = 86'400 * TimeRules::second;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::activity", text);
}

struct Stored {
    model::Record record;
    Moments moments;
};

/// Everything of one person that is due to go.
struct Due {
    std::vector<Stored> records;
    Stretches stretches;
};

bool within(const Moments &moments, const Stretches &stretches)
{
    return std::any_of(stretches.begin(), stretches.end(), [&](const auto &stretch) {
        return moments.events.front().at >= stretch.first && moments.events.front().at <= stretch.second;
    });
}

}  // namespace

Result<int> retentionDays(const store::Store &store)
{
    const auto reader = store.reader();
    if (!reader)
        return fail(reader.error());
    const auto setting = (*reader)->setting(QLatin1String(retentionKey));
    if (!setting)
        return fail(setting.error());
    if (!isMoment(*setting) || *setting < 1)
        return defaultRetentionDays;
    return static_cast<int>(std::min<std::int64_t>(setting->get<std::int64_t>(), mostDays));
}

Result<> setRetentionDays(store::Store &store, int days, const store::Person &person)
{
    if (days < 1 || days > mostDays)
        return fail(ErrorCode::InvalidArgument, tr("Moments are kept for 1 to %1 days.").arg(mostDays));
    const auto reader = store.reader();
    if (!reader)
        return fail(reader.error());
    const auto before = (*reader)->setting(QLatin1String(retentionKey));
    if (!before)
        return fail(before.error());
    history::GestureBuilder builder(store.ids().make<GestureId>(), tr("Keep moments of work for %1 days").arg(days));
    builder.setting(QLatin1String(retentionKey), *before, days);
    if (*before == days)
        return {};
    const auto done = store::wait(store.commit(builder.take(), person.name));
    return done ? Result<>() : fail(done.error());
}

Result<RetentionReport> fadeMoments(store::Store &store, const store::Person &person)
{
    const auto days = retentionDays(store);
    if (!days)
        return fail(days.error());
    const auto log = store::RecordLog::open(store);
    if (!log)
        return fail(log.error());
    std::map<QString, std::vector<Stored>> people;
    std::map<QString, Stretches> elsewhere;
    std::vector<Uuid> changed;
    const auto visited = log->visit(model::RecordKind::Activity, std::nullopt, [&](const model::Record &record) -> Result<> {
        auto content = contentOf(record);
        if (!content)
            return {};
        if (auto *moments = std::get_if<Moments>(&*content); moments && !moments->events.empty())
            people[moments->person].push_back({record, std::move(*moments)});
        else if (!moments)
            changed.push_back(record.id);  // once more, in case that it was cut short
        if (const auto *summed = std::get_if<Summed>(&*content))
            elsewhere[summed->person].insert(elsewhere[summed->person].end(), summed->stretches.begin(), summed->stretches.end());
        return {};
    });
    if (!visited)
        return fail(visited.error());
    for (auto &[name, stretches] : elsewhere)
        stretches = united(std::move(stretches));

    const std::int64_t limit = store.clock().nowMicroseconds() - *days * day;
    RetentionReport report;
    history::GestureBuilder builder(store.ids().make<GestureId>(), tr("Replace old moments of work by their sums"));
    builder.notUndoable();
    for (auto &[name, records] : people) {
        std::vector<Event> events;
        for (const Stored &stored : records)
            events.insert(events.end(), stored.moments.events.begin(), stored.moments.events.end());
        Stretches old = covered(events)[name];
        std::erase_if(old, [&](const auto &stretch) { return stretch.second >= limit; });
        std::erase_if(records, [&](const Stored &stored) { return !within(stored.moments, old); });
        if (records.empty())
            continue;
        events.clear();
        for (const Stored &stored : records)
            events.insert(events.end(), stored.moments.events.begin(), stored.moments.events.end());
        const TimeRules rules;
        Summed summed{name, rules.idleCap, old, byDay(spans(std::move(events), rules, elsewhere))};
        for (std::size_t i = 0; i < records.size(); ++i) {
            const Stored &stored = records[i];
            const RecordContent content = i == 0 ? RecordContent(summed) : RecordContent(Faded{name, stored.moments.visit});
            builder.put(&stored.record, recordOf(stored.record.id, content));
            changed.push_back(stored.record.id);
            ++report.records;
        }
    }
    if (report.records == 0)
        return report;
    if (const auto done = store::wait(store.commit(builder.take(), person.name)); !done)
        return fail(done.error());
    const auto gone = store::purgeEarlierValues(store, changed);
    if (!gone)
        return fail(gone.error());
    report.values = *gone;
    return report;
}

}  // namespace plumbline::activity
