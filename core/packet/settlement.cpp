// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/settlement.h"

#include "core/workflow/handedin.h"
#include "core/model/codec.h"
#include "core/model/jsonfields.h"

#include <algorithm>

namespace plumbline::packet {

using base::toJson;
using model::Annotation;
using model::JsonFields;

namespace {

template <typename T>
Json encodedList(const std::vector<T> &values)
{
    Json list = Json::array();
    for (const T &value : values)
        list.push_back(toBase64Json(model::encode(value)));
    return list;
}

template <typename T>
Result<std::vector<T>> decodedList(JsonFields &f, const char *key, Result<T> (*decode)(QByteArrayView))
{
    std::vector<T> values;
    for (const QString &text : f.texts(key)) {
        auto value = decode(QByteArray::fromBase64(text.toLatin1()));
        if (!value)
            return fail(value.error());
        values.push_back(std::move(*value));
    }
    return values;
}

}  // namespace

model::Record toRecord(const Snapshot &snapshot)
{
    const Json json = {{"submission", submissionToJson(snapshot.submission)},
                       {"authenticated", snapshot.submission.authenticated},
                       {"operation", snapshot.submission.operation},
                       {"task", taskToJson(snapshot.task)},
                       {"packet", toJson(snapshot.packet.toString())},
                       {"labels", encodedList(snapshot.labels)},
                       {"tracks", encodedList(snapshot.tracks)}};
    return {workflow::snapshotIdOf(snapshot.submission.id), model::RecordKind::Snapshot,
            snapshot.submission.item, base::toJsonLine(json)};
}

Result<Snapshot> snapshotFrom(const model::Record &record)
{
    const auto json = base::parseJson(record.data);
    if (!json)
        return fail(json.error());
    JsonFields f(*json, tr("The snapshot"));
    Snapshot snapshot;
    auto submission = submissionFromJson(f.raw("submission"));
    auto task = taskFromJson(f.raw("task"));
    auto labels = decodedList<Annotation>(f, "labels", model::decodeAnnotation);
    auto tracks = decodedList<model::Track>(f, "tracks", model::decodeTrack);
    for (const Error *error :
         {submission ? nullptr : &std::as_const(submission).error(), task ? nullptr : &std::as_const(task).error(),
          labels ? nullptr : &std::as_const(labels).error(), tracks ? nullptr : &std::as_const(tracks).error()})
        if (error)
            return fail(*error);
    snapshot.submission = *submission;
    snapshot.submission.authenticated = f.boolean("authenticated", false);
    snapshot.submission.operation = f.integer("operation", 0);
    snapshot.task = *task;
    snapshot.packet = Uuid::fromString(f.text("packet")).value_or(Uuid{});
    snapshot.labels = std::move(*labels);
    snapshot.tracks = std::move(*tracks);
    return f.error() ? Result<Snapshot>(fail(*f.error())) : Result<Snapshot>(std::move(snapshot));
}

/// One item while it is settled.
struct Settlement::Item {
    ItemId id;
    std::map<QString, std::map<AnnotationId, Annotation>> layers;
    std::set<AnnotationId> there;  // in any layer, after layers were settled
    adjudication::Conflicts conflicts;  // that there have to be
    std::map<QString, std::vector<model::Track>> tracks;  // of layers that are other than in the project

    void conflict(const QString &kind, const QString &subject, std::vector<QString> parts)
    {
        model::Record record = adjudication::conflictRecord(id, kind, subject, std::move(parts));
        const Uuid recordId = record.id;
        conflicts[recordId] = std::move(record);
    }
};

void Settlement::add(Snapshot snapshot)
{
    const ItemId item = snapshot.submission.item;
    m_snapshots[item].push_back(std::move(snapshot));
}

void Settlement::add(adjudication::Ruling ruling)
{
    const ItemId item = ruling.item;
    m_rulings[item].push_back(std::move(ruling));
}

Result<> Settlement::prefetch()
{
    const auto wanted = [this](ItemId item) { return m_snapshots.contains(item) || m_rulings.contains(item); };
    const auto rulings = m_log.visit(model::RecordKind::Decision, {}, [&](const model::Record &record) -> Result<> {
        if (!wanted(record.item))
            return {};
        auto ruling = adjudication::rulingFrom(record);
        if (!ruling)
            return fail(ruling.error());
        m_oldRulings[record.item].push_back(std::move(*ruling));
        return {};
    });
    if (!rulings)
        return rulings;
    return m_log.visit(model::RecordKind::Conflict, {}, [&](const model::Record &record) -> Result<> {
        if (wanted(record.item))
            m_oldConflicts[record.item].push_back(record);
        return {};
    });
}

Result<Settlement::Outcome> Settlement::into(history::GestureBuilder &builder, const jobs::JobControl &control)
{
    m_outcome = {};
    m_oldRulings.clear();
    m_oldConflicts.clear();
    if (const auto fetched = prefetch(); !fetched)
        return fail(fetched.error());
    std::set<ItemId> items;
    for (const auto &[item, list] : m_snapshots)
        items.insert(item);
    for (const auto &[item, list] : m_rulings)
        items.insert(item);
    std::int64_t done = 0;
    for (const ItemId &item : items) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        control.report(done++, static_cast<std::int64_t>(items.size()), tr("Merging"));
        if (const auto settled = settle(item, builder); !settled)
            return fail(settled.error());
    }
    return m_outcome;
}

Result<> Settlement::settle(ItemId id, history::GestureBuilder &builder)
{
    Item item;
    item.id = id;
    auto labels = m_reader.annotations({id, std::nullopt});
    if (!labels)
        return fail(labels.error());
    for (Annotation &label : *labels) {
        item.there.insert(label.id);
        auto &layer = item.layers[label.layer];
        const AnnotationId labelId = label.id;
        layer.emplace(labelId, std::move(label));
    }
    if (const auto settled = settleLayers(item, builder); !settled)
        return settled;
    if (const auto settled = settleCases(item, builder); !settled)
        return settled;
    m_outcome.conflicts += adjudication::settleConflicts(m_oldConflicts[id], item.conflicts, builder);
    return {};
}

Result<> Settlement::settleLayers(Item &item, history::GestureBuilder &builder)
{
    std::map<QString, std::vector<Snapshot>> people;
    const auto old = m_log.visit(model::RecordKind::Snapshot, item.id, [&](const model::Record &record) -> Result<> {
        auto snapshot = snapshotFrom(record);
        if (!snapshot)
            return fail(snapshot.error());
        people[snapshot->submission.annotator].push_back(std::move(*snapshot));
        return {};
    });
    if (!old)
        return old;
    if (const auto fresh = m_snapshots.find(item.id); fresh != m_snapshots.end())
        for (const Snapshot &snapshot : fresh->second) {
            std::vector<Snapshot> &own = people[snapshot.submission.annotator];
            builder.put(snapshot.before ? &*snapshot.before : nullptr, toRecord(snapshot));
            if (snapshot.before)
                std::erase_if(own, [&](const Snapshot &s) { return s.submission.id == snapshot.submission.id; });
            else
                builder.put(snapshot.submission);
            own.push_back(snapshot);
        }
    for (auto &[name, snapshots] : people) {
        std::sort(snapshots.begin(), snapshots.end(), [](const Snapshot &a, const Snapshot &b) {
            const model::Submission &x = a.submission;
            const model::Submission &y = b.submission;
            // Of two with one number the earlier one stands; both are shown.
            return std::tie(x.round, x.number, y.createdMicroseconds, y.id)
                   < std::tie(y.round, y.number, x.createdMicroseconds, x.id);
        });
        if (const auto settled = settleLayer(item, name, snapshots, builder); !settled)
            return settled;
    }
    return {};
}

Result<> Settlement::settleLayer(Item &item, const QString &annotator, const std::vector<Snapshot> &snapshots,
                                 history::GestureBuilder &builder)
{
    const Snapshot &top = snapshots.back();
    std::vector<QString> rivals;
    std::set<QString> contents;
    std::set<QString> rivalContents;
    for (const Snapshot &snapshot : snapshots) {
        contents.insert(snapshot.submission.contentSha256);
        if (snapshot.submission.round == top.submission.round && snapshot.submission.number == top.submission.number) {
            rivals.push_back(snapshot.submission.id.toString());
            rivalContents.insert(snapshot.submission.contentSha256);
        }
    }
    if (rivalContents.size() > 1)
        item.conflict(QStringLiteral("two-submissions"), annotator, rivals);

    auto &layer = item.layers[annotator];
    std::vector<Annotation> now;
    for (const auto &[id, label] : layer)
        now.push_back(label);
    const QString is = contentSha256(now);
    if (is != top.submission.contentSha256 && !now.empty() && !contents.contains(is)) {
        // Somebody worked in the person's layer here. What was handed in is kept beside it, in its record.
        item.conflict(QStringLiteral("layer-edited"), annotator, {top.submission.id.toString()});
    } else if (is != top.submission.contentSha256) {
        std::map<AnnotationId, Annotation> wanted;
        for (const Annotation &label : top.labels)
            wanted.emplace(label.id, label);
        for (const Annotation &label : now)
            if (!wanted.contains(label.id)) {
                builder.remove(label);
                item.there.erase(label.id);
                ++m_outcome.labels;
            }
        for (const auto &[id, label] : wanted) {
            const auto known = layer.find(id);
            if (known == layer.end())
                builder.create(label);
            else if (known->second.createdMicroseconds != label.createdMicroseconds)
                builder.remove(known->second).create(label);
            else if (model::encode(known->second) != model::encode(label))
                builder.update(known->second, label);
            else
                continue;
            item.there.insert(id);
            ++m_outcome.labels;
        }
        layer = std::move(wanted);
    }

    const auto fresh = m_snapshots.find(item.id);
    if (fresh == m_snapshots.end())
        return {};
    const auto arrived = std::find_if(fresh->second.begin(), fresh->second.end(),
                                      [&](const Snapshot &s) { return s.submission.id == top.submission.id; });
    if (arrived == fresh->second.end())
        return {};
    item.tracks[annotator] = top.tracks;
    const auto tracks = m_reader.tracks({item.id, annotator});
    const auto task = m_reader.task(top.task.id);
    if (!tracks || !task)
        return fail(tracks ? task.error() : tracks.error());
    for (const model::Track &wanted : top.tracks) {
        const auto known = std::find_if(tracks->begin(), tracks->end(), [&](const model::Track &t) { return t.id == wanted.id; });
        if (known == tracks->end())
            builder.put(nullptr, wanted);
        else if (model::encode(*known) != model::encode(wanted))
            builder.put(&*known, wanted);
    }
    for (const model::Track &known : *tracks)
        if (std::none_of(top.tracks.begin(), top.tracks.end(), [&](const model::Track &t) { return t.id == known.id; }))
            builder.remove(known);
    // It is kept, and opens nothing that was accepted or adjudicated: that is for people to do.
    if (*task && model::isLocked((*task)->state))
        return {};
    if (!*task || (*task)->round <= top.task.round) {
        // Which part of the item it is and where it stands in this project's queue is this project's to say.
        model::Task wanted = top.task;
        if (*task) {
            wanted.scope = (*task)->scope;
            wanted.order = (*task)->order;
            wanted.priority = (*task)->priority;
            wanted.dueMicroseconds = (*task)->dueMicroseconds;
        }
        if (!*task || model::encode(**task) != model::encode(wanted))
            builder.put(*task ? &**task : nullptr, wanted);
    }
    return {};
}

Result<> Settlement::settleCases(Item &item, history::GestureBuilder &builder)
{
    std::vector<adjudication::Ruling> rulings;
    if (const auto old = m_oldRulings.find(item.id); old != m_oldRulings.end())
        rulings = old->second;
    if (const auto fresh = m_rulings.find(item.id); fresh != m_rulings.end())
        for (const adjudication::Ruling &ruling : fresh->second) {
            builder.put(nullptr, toRecord(ruling));
            rulings.push_back(ruling);
        }
    if (rulings.empty())
        return {};
    adjudication::CaseState state;
    state.item = item.id;
    state.there = std::move(item.there);
    state.accepted = std::move(item.layers[model::acceptedLayer()]);
    const auto inTrack = [](const adjudication::Ruling &r) { return r.result && !r.result->track.isNull(); };
    if (std::any_of(rulings.begin(), rulings.end(), inTrack)) {
        const auto tracks = m_reader.tracks({item.id, std::nullopt});
        if (!tracks)
            return fail(tracks.error());
        for (const model::Track &track : *tracks)
            if (!item.tracks.contains(track.layer))
                state.tracks.emplace(track.id, track);
        for (const auto &[layer, own] : item.tracks)
            for (const model::Track &track : own)
                state.tracks.emplace(track.id, track);
    }
    if (std::any_of(rulings.begin(), rulings.end(), [](const adjudication::Ruling &r) { return !r.submissions.empty(); })) {
        const auto submissions = m_reader.submissions(item.id, {});
        if (!submissions)
            return fail(submissions.error());
        for (const model::Submission &submission : *submissions)
            state.authors.emplace(submission.id, submission.annotator);
        if (const auto fresh = m_snapshots.find(item.id); fresh != m_snapshots.end())
            for (const Snapshot &snapshot : fresh->second)
                state.authors.emplace(snapshot.submission.id, snapshot.submission.annotator);
    }
    adjudication::CaseOutcome outcome = adjudication::settleCases(state, rulings, builder);
    m_outcome.accepted += outcome.accepted;
    m_outcome.withdrawn += outcome.withdrawn;
    item.conflicts.merge(outcome.conflicts);
    return {};
}

}  // namespace plumbline::packet
