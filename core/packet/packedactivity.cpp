// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/packedactivity.h"

#include "core/activity/activityrecord.h"

#include <algorithm>
#include <set>

namespace plumbline::packet {

namespace {

constexpr const char *memberName = "activity.jsonl";

QString personOf(const activity::RecordContent &content)
{
    return std::visit([](const auto &part) { return part.person; }, content);
}

}  // namespace

Result<QByteArray> activityLines(const store::RecordLog &log, const QString &person)
{
    auto records = log.all(model::RecordKind::Activity);
    if (!records)
        return fail(records.error());
    std::sort(records->begin(), records->end(), [](const model::Record &a, const model::Record &b) { return a.id < b.id; });
    QByteArray lines;
    for (const model::Record &record : *records) {
        const auto content = activity::contentOf(record);
        if (content && personOf(*content) == person)
            lines += base::toJsonLine(
                         {{"id", base::toJson(record.id.toString())}, {"data", base::toJson(QString::fromUtf8(record.data))}})
                     + '\n';
    }
    return lines;
}

Result<std::int64_t> takeActivity(history::GestureBuilder &builder, const PacketReader &packet, const store::RecordLog &log,
                                  const QString &person)
{
    std::int64_t taken = 0;
    if (!packet.find(memberName))
        return taken;
    std::set<Uuid> seen;
    const auto read = packet.visitLines(memberName, [&](const Json &json, std::int64_t) -> Result<> {
        if (!json.is_object())
            return {};
        const auto id = Uuid::fromString(base::toQString(json.value("id", Json())));
        if (!id || id->isNull() || !seen.insert(*id).second)
            return {};
        const model::Record record{*id, model::RecordKind::Activity, {}, base::toQString(json.value("data", Json())).toUtf8()};
        const auto content = activity::contentOf(record);
        if (!content || personOf(*content) != person)
            return {};
        const auto known = log.find(*id);
        if (!known)
            return fail(known.error());
        if (*known)
            return {};
        // In the form that this program writes, whatever else stood beside it.
        builder.put(nullptr, activity::recordOf(*id, *content));
        ++taken;
        return {};
    });
    return read ? Result<std::int64_t>(taken) : fail(read.error());
}

}  // namespace plumbline::packet
