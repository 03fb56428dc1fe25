// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/settlement.h"

#include "core/model/codec.h"
#include "core/model/jsonfields.h"

#include <algorithm>

namespace plumbline::packet {

using base::toJson;
using model::Annotation;
using model::JsonFields;

namespace {

const char *const space = "plumbline-case";

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

template <typename T>
Json idList(const std::vector<T> &ids)
{
    Json list = Json::array();
    for (const T &id : ids)
        list.push_back(toJson(id.toString()));
    return list;
}

// What a result is, apart from which label it is and how it came about.
QByteArray contentOf(const std::optional<Annotation> &result)
{
    if (!result)
        return {};
    Annotation plain = *result;
    plain.id = {};
    plain.layer.clear();
    plain.origin = {};
    plain.parent = {};
    plain.createdMicroseconds = 0;
    plain.extra = nullptr;
    return model::encode(plain);
}

QString digestOf(Annotation label)
{
    label.revision = 0;
    label.verdict = model::Verdict::None;
    if (label.extra.is_object() && label.extra.contains(space) && label.extra[space].is_object())
        label.extra[space].erase("digest");
    return base::sha256(model::encode(label)).toHex();
}

// Whether a result is as a settlement left it.
bool isUntouched(const Annotation &label)
{
    if (!label.extra.is_object() || !label.extra.contains(space) || !label.extra[space].is_object())
        return false;
    return base::toQString(label.extra[space].value("digest", Json())) == digestOf(label);
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
    return {Uuid::fromName("snapshot", snapshot.submission.id.uuid.toBytes()), model::RecordKind::Snapshot,
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

model::Record toRecord(const Decision &d)
{
    const Json json = {{"case", toJson(d.caseId.toString())},
                       {"by", toJson(d.by)},
                       {"authenticated", d.authenticated},
                       {"versions", idList(d.versions)},
                       {"choice", d.choice.isNull() ? Json(nullptr) : toJson(d.choice.toString())},
                       {"result", d.result ? toBase64Json(model::encode(*d.result)) : Json(nullptr)},
                       {"supersedes", idList(d.supersedes)},
                       {"note", toJson(d.note)},
                       {"created", toJson(model::isoFromMicroseconds(d.createdMicroseconds))}};
    return {d.id, model::RecordKind::Decision, d.item, base::toJsonLine(json)};
}

Result<Decision> decisionFrom(const model::Record &record)
{
    const auto json = base::parseJson(record.data);
    if (!json)
        return fail(json.error());
    JsonFields f(*json, tr("The decision"));
    Decision d;
    d.id = record.id;
    d.item = record.item;
    d.caseId = Uuid::fromString(f.text("case")).value_or(Uuid{});
    d.by = f.text("by");
    d.authenticated = f.boolean("authenticated", false);
    for (const QString &id : f.texts("versions"))
        d.versions.push_back(AnnotationId::fromString(id).value_or(AnnotationId{}));
    d.choice = AnnotationId::fromString(f.text("choice")).value_or(AnnotationId{});
    if (f.has("result")) {
        auto result = model::decodeAnnotation(QByteArray::fromBase64(f.text("result").toLatin1()));
        if (!result)
            return fail(result.error());
        d.result = std::move(*result);
    }
    for (const QString &id : f.texts("supersedes"))
        d.supersedes.push_back(Uuid::fromString(id).value_or(Uuid{}));
    d.note = f.text("note");
    d.createdMicroseconds = model::microsecondsFromIso(f.text("created")).value_or(0);
    return f.error() ? Result<Decision>(fail(*f.error())) : Result<Decision>(std::move(d));
}

Uuid caseIdOf(ItemId item, std::vector<AnnotationId> versions)
{
    std::sort(versions.begin(), versions.end());
    QByteArray name = item.uuid.toBytes();
    for (const AnnotationId &version : versions)
        name += version.uuid.toBytes();
    return Uuid::fromName("adjudication-case", name);
}

AnnotationId resultIdOf(const Uuid &caseId)
{
    return AnnotationId{Uuid::fromName("adjudication-result", caseId.toBytes())};
}

/// One item while it is settled.
struct Settlement::Item {
    ItemId id;
    std::map<QString, std::map<AnnotationId, Annotation>> layers;
    std::set<AnnotationId> there;  // in any layer, after layers were settled
    std::map<Uuid, model::Record> conflicts;  // that there have to be

    void conflict(const char *kind, const QString &subject, std::vector<QString> parts)
    {
        std::sort(parts.begin(), parts.end());
        Json list = Json::array();
        for (const QString &part : parts)
            list.push_back(toJson(part));
        const Json json = {{"kind", kind}, {"subject", toJson(subject)}, {"parts", list}};
        const Uuid record = Uuid::fromName("packet-conflict", id.uuid.toBytes() + kind + '\0' + subject.toUtf8());
        conflicts[record] = {record, model::RecordKind::Conflict, id, base::toJsonLine(json)};
    }
};

void Settlement::add(Snapshot snapshot)
{
    const ItemId item = snapshot.submission.item;
    m_snapshots[item].push_back(std::move(snapshot));
}

void Settlement::add(Decision decision)
{
    const ItemId item = decision.item;
    m_decisions[item].push_back(std::move(decision));
}

Result<> Settlement::prefetch()
{
    const auto wanted = [this](ItemId item) { return m_snapshots.contains(item) || m_decisions.contains(item); };
    const auto decisions = m_log.visit(model::RecordKind::Decision, {}, [&](const model::Record &record) -> Result<> {
        if (!wanted(record.item))
            return {};
        auto decision = decisionFrom(record);
        if (!decision)
            return fail(decision.error());
        m_oldDecisions[record.item].push_back(std::move(*decision));
        return {};
    });
    if (!decisions)
        return decisions;
    return m_log.visit(model::RecordKind::Conflict, {}, [&](const model::Record &record) -> Result<> {
        if (wanted(record.item))
            m_oldConflicts[record.item].push_back(record);
        return {};
    });
}

Result<Settlement::Outcome> Settlement::into(history::GestureBuilder &builder, const jobs::JobControl &control)
{
    m_outcome = {};
    m_oldDecisions.clear();
    m_oldConflicts.clear();
    if (const auto fetched = prefetch(); !fetched)
        return fail(fetched.error());
    std::set<ItemId> items;
    for (const auto &[item, list] : m_snapshots)
        items.insert(item);
    for (const auto &[item, list] : m_decisions)
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
    settleConflicts(item, builder);
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
        item.conflict("two-submissions", annotator, rivals);

    auto &layer = item.layers[annotator];
    std::vector<Annotation> now;
    for (const auto &[id, label] : layer)
        now.push_back(label);
    const QString is = contentSha256(now);
    if (is != top.submission.contentSha256 && !now.empty() && !contents.contains(is)) {
        // Somebody worked in the person's layer here. What was handed in is kept beside it, in its record.
        item.conflict("layer-edited", annotator, {top.submission.id.toString()});
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

    const auto isNew = [&] {
        const auto fresh = m_snapshots.find(item.id);
        return fresh != m_snapshots.end() && std::any_of(fresh->second.begin(), fresh->second.end(), [&](const Snapshot &s) {
                   return s.submission.id == top.submission.id;
               });
    };
    if (!isNew())
        return {};
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
    if (!*task || (*task)->round <= top.task.round) {
        // Where it stands in this project's queue is this project's to say.
        model::Task wanted = top.task;
        if (*task) {
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
    std::map<Uuid, std::vector<Decision>> cases;
    if (auto old = m_oldDecisions.find(item.id); old != m_oldDecisions.end())
        for (Decision &decision : old->second)
            cases[decision.caseId].push_back(decision);
    if (const auto fresh = m_decisions.find(item.id); fresh != m_decisions.end())
        for (const Decision &decision : fresh->second) {
            cases[decision.caseId].push_back(decision);
            builder.put(nullptr, toRecord(decision));
        }
    for (auto &[id, decisions] : cases) {
        std::set<Uuid> superseded;
        for (const Decision &decision : decisions)
            superseded.insert(decision.supersedes.begin(), decision.supersedes.end());
        std::erase_if(decisions, [&](const Decision &d) { return superseded.contains(d.id); });
        std::sort(decisions.begin(), decisions.end(), [](const Decision &a, const Decision &b) {
            return std::tie(a.createdMicroseconds, a.id) < std::tie(b.createdMicroseconds, b.id);
        });
        if (!decisions.empty())
            settleCase(item, id, decisions, builder);
    }
    return {};
}

void Settlement::settleCase(Item &item, const Uuid &caseId, const std::vector<Decision> &decisions,
                            history::GestureBuilder &builder)
{
    std::vector<QString> ids;
    std::set<QByteArray> results;
    for (const Decision &decision : decisions) {
        ids.push_back(decision.id.toString());
        results.insert(contentOf(decision.result));
    }
    const Decision &first = decisions.front();
    const bool contradiction = results.size() > 1;
    if (contradiction)
        item.conflict("contradiction", caseId.toString(), ids);
    const bool gone = std::any_of(decisions.begin(), decisions.end(),
                                  [&](const Decision &d) { return !d.choice.isNull() && !item.there.contains(d.choice); });
    if (gone && !contradiction)
        item.conflict("object-gone", caseId.toString(), ids);

    auto &accepted = item.layers[model::acceptedLayer()];
    const auto known = accepted.find(resultIdOf(caseId));
    std::optional<Annotation> wanted;
    if (!contradiction && first.result) {
        wanted = first.result;
        wanted->id = resultIdOf(caseId);
        wanted->item = item.id;
        wanted->layer = model::acceptedLayer();
        wanted->parent = first.choice;
        wanted->track = {};
        wanted->origin = {};
        wanted->origin.by = first.by;
        wanted->origin.authenticated = first.authenticated;
        wanted->createdMicroseconds = first.createdMicroseconds;
        wanted->verdict = model::Verdict::None;
        wanted->revision = 0;
        wanted->extra = {
            {space, {{"case", toJson(caseId.toString())}, {"parents", idList(first.versions)}, {"decisions", Json::array()}}}};
        for (const QString &id : ids)
            wanted->extra[space]["decisions"].push_back(toJson(id));
        wanted->extra[space]["digest"] = toJson(digestOf(*wanted));
    }
    if (known != accepted.end() && !isUntouched(known->second)) {
        if (!wanted || contentOf(known->second) != contentOf(wanted))
            item.conflict("result-edited", caseId.toString(), ids);
        return;
    }
    if (known == accepted.end() && wanted) {
        builder.create(*wanted);
        ++m_outcome.accepted;
    } else if (known != accepted.end() && !wanted) {
        builder.remove(known->second);
        ++m_outcome.withdrawn;
    } else if (wanted && model::encode(known->second) != model::encode(*wanted)) {
        // The day and the author may change with an earlier equal decision, and those never change in place.
        builder.remove(known->second).create(*wanted);
        ++m_outcome.accepted;
    }
}

void Settlement::settleConflicts(Item &item, history::GestureBuilder &builder)
{
    std::map<Uuid, model::Record> old;
    for (const model::Record &record : m_oldConflicts[item.id])
        old.emplace(record.id, record);
    for (const auto &[id, record] : item.conflicts) {
        const auto known = old.find(id);
        if (known == old.end()) {
            builder.put(nullptr, record);
            ++m_outcome.conflicts;
        } else if (!(known->second == record)) {
            builder.put(&known->second, record);
        }
    }
    for (const auto &[id, record] : old)
        if (!item.conflicts.contains(id))
            builder.remove(record);
}

}  // namespace plumbline::packet
