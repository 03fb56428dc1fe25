// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/log.h"
#include "core/model/codec.h"
#include "core/model/jsonfields.h"
#include "core/packet/mergepacket.h"
#include "core/packet/packedactivity.h"
#include "core/packet/packing.h"
#include "core/packet/packremarks.h"
#include "core/packet/settlement.h"
#include "core/store/reader.h"
#include "core/workflow/desk.h"
#include "core/workflow/flow.h"
#include "core/workflow/handedin.h"
#include "core/workflow/roles.h"

#include <QHash>

#include <map>
#include <set>

namespace plumbline::packet {

using base::toJson;
using model::JsonFields;

namespace {

class Merger
{
public:
    Merger(store::Project &project, const PacketReader &packet, const Believed &sender, const jobs::JobControl &control)
        : m_project(project), m_packet(packet), m_sender(sender), m_control(control)
    {}

    Result<MergeReport> merge(const store::Person &person)
    {
        auto reader = m_project.store().reader();
        auto log = store::RecordLog::open(m_project.store());
        if (!reader || !log)
            return fail(reader ? log.error() : reader.error());
        m_reader = std::move(*reader);
        m_log.emplace(std::move(*log));
        auto schema = schemaOf(m_packet);
        auto own = m_reader->schema();
        if (!schema || !own)
            return fail(schema ? own.error() : schema.error());
        m_schema = std::move(*schema);
        m_own = std::move(*own);
        Settlement settlement(*m_reader, *m_log);
        const auto read =
            m_packet.manifest().kind == PacketKind::Submissions
                ? m_packet.visitLines("submissions.jsonl",
                                      [&](const Json &json, std::int64_t line) { return submission(json, line, settlement); })
                : m_packet.visitLines("decisions.jsonl",
                                      [&](const Json &json, std::int64_t line) { return decision(json, line, settlement); });
        if (!read)
            return fail(read.error());
        sayForeignClasses();
        const auto remarks = remarksOfAnswer(
            m_packet, *m_reader, m_sender.name,
            [this](const Uuid &answers, ItemId item, std::int64_t created) {
                return whyNot(answers, workflow::annotateTask(item, m_sender.name), created);
            },
            [this](std::int64_t line, const QString &why) { (void)hold(line, why); });
        if (!remarks)
            return fail(remarks.error());
        const QString label = tr("Merge a packet of %1").arg(m_sender.name);
        history::GestureBuilder builder(m_project.store().ids().make<GestureId>(), label);
        const auto times = m_sender.trusted ? takeActivity(builder, m_packet, *m_log, m_sender.name) : Result<std::int64_t>(0);
        if (!times)
            return fail(times.error());
        const auto united = uniteRemarks(*m_reader, *remarks, builder);
        const auto outcome = settlement.empty() ? Result<Settlement::Outcome>(Settlement::Outcome()) : settlement.into(builder, m_control);
        if (!united || !outcome)
            return fail(united ? outcome.error() : united.error());
        m_report.remarks = *united;
        if (settlement.empty() && *times == 0 && *united == 0)
            return std::move(m_report);
        const auto done = store::wait(m_project.store().commit(builder.notUndoable().take(), person.name));
        if (!done)
            return fail(done.error());
        m_report.labels = outcome->labels;
        m_report.accepted = outcome->accepted;
        m_report.conflicts = outcome->conflicts;
        return std::move(m_report);
    }

    std::vector<Snapshot> scored;  ///< what has to have gone through the scorer

private:
    Result<> hold(std::int64_t line, const QString &text)
    {
        ++m_report.held;
        m_report.issues.problem(QStringLiteral("packet"), tr("line %1").arg(line), text);
        return {};
    }

    // Words when an answer to a packet is not to be taken, nothing when it is.
    Result<QString> whyNot(const Uuid &packet, const TaskId &task, std::int64_t createdMicroseconds)
    {
        auto known = m_notes.find(packet);
        if (known == m_notes.end()) {
            const auto note = findNote(*m_log, model::RecordKind::PacketOut, packet);
            if (!note)
                return fail(note.error());
            known = m_notes.emplace(packet, *note).first;
        }
        const std::optional<PacketNote> &note = known->second;
        if (!note || note->kind != PacketKind::Work)
            return tr("It answers a packet that was not made from this project.");
        if (!note->tasks.contains(task))
            return tr("Its task was not in the packet that it answers.");
        if (note->recalled && !m_sender.includeLate)
            return tr("It answers a packet that was recalled. “--late” takes it all the same.");
        if (note->expiresMicroseconds != 0 && createdMicroseconds > note->expiresMicroseconds && !m_sender.includeLate)
            return tr("It was handed in after the packet had expired. “--late” takes it all the same.");
        return QString();
    }

    Result<> submission(const Json &json, std::int64_t line, Settlement &settlement)
    {
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        JsonFields f(json, tr("The submission"));
        f.only({"packet", "submission", "task", "labels", "tracks"});
        Snapshot snapshot;
        auto submission = submissionFromJson(f.raw("submission"));
        auto task = taskFromJson(f.raw("task"));
        const auto packet = Uuid::fromString(f.requiredText("packet"));
        if (f.error())
            return fail(*f.error());
        if (!submission || !task || !packet)
            return !submission ? fail(submission.error())
                   : !task     ? fail(task.error())
                               : fail(ErrorCode::Malformed, tr("It names no packet."));
        snapshot.submission = std::move(*submission);
        snapshot.task = std::move(*task);
        snapshot.packet = *packet;
        model::Submission &s = snapshot.submission;
        s.authenticated = m_sender.trusted;
        // Operations of another copy have no number here; this puts a person's submissions in their order.
        s.operation = s.number;
        if (s.task != snapshot.task.id || s.item != snapshot.task.item || s.annotator != snapshot.task.assignee
            || s.round > snapshot.task.round || s.task != workflow::annotateTask(s.item, s.annotator))
            return hold(line, tr("The submission and its task do not belong together."));
        if (snapshot.task.state != model::TaskState::Submitted && snapshot.task.state != model::TaskState::CannotLabel)
            snapshot.task.state = s.cannotLabel ? model::TaskState::CannotLabel : model::TaskState::Submitted;
        if (s.annotator != m_sender.name)
            return hold(line, tr("%1 sends work of %2; everybody sends their own.").arg(m_sender.name, s.annotator));
        const auto why = whyNot(*packet, s.task, s.createdMicroseconds);
        if (!why)
            return fail(why.error());
        if (!why->isEmpty())
            return hold(line, *why);
        if (const auto read = readLabels(f, snapshot); !read)
            return hold(line, read.error().text);
        if (contentSha256(snapshot.labels) != s.contentSha256)
            return hold(line, tr("The labels are not those that the submission was made of."));
        const auto old = m_log->find(toRecord(snapshot).id);
        const auto item = m_reader->item(s.item);
        if (!old || !item)
            return fail(old ? item.error() : old.error());
        if (*old || !m_seen.insert(s.id.uuid).second)
            return *old ? seenBefore(std::move(snapshot), **old, line, settlement) : Result<>();
        if (!*item)
            return hold(line, tr("Its item is no longer in the project; the packet keeps the work."));
        if (const auto free = idsAreFree(snapshot); !free || !*free)
            return free ? hold(line, tr("It has labels with the ids of somebody else's.")) : fail(free.error());
        const auto locked = whyLocked(s);
        if (!locked)
            return fail(locked.error());
        if (!locked->isEmpty())
            return hold(line, *locked);
        ++m_report.merged;
        m_report.submissions.push_back(s);
        scored.push_back(snapshot);
        settlement.add(std::move(snapshot));
        return {};
    }

    Result<> seenBefore(Snapshot snapshot, const model::Record &old, std::int64_t line, Settlement &settlement)
    {
        const auto known = snapshotFrom(old);
        if (!known)
            return fail(known.error());
        if (known->submission.contentSha256 != snapshot.submission.contentSha256)
            return hold(line, tr("A submission with the same id and other labels is there already."));
        ++m_report.known;
        // Its task is as it was when it was packed, which may be often. The greater text stands, whichever came first.
        snapshot.submission.authenticated = known->submission.authenticated;
        scored.push_back(snapshot);
        if (toRecord(snapshot).data > old.data && m_seen.insert(snapshot.submission.id.uuid).second) {
            snapshot.before = old;
            settlement.add(std::move(snapshot));
        }
        return {};
    }

    Result<> readLabels(JsonFields &f, Snapshot &snapshot)
    {
        const model::Submission &s = snapshot.submission;
        std::set<AnnotationId> ids;
        for (const Json &json : f.list("labels")) {
            auto label = model::annotationFromJson(json, m_schema);
            if (!label)
                return fail(label.error());
            if (label->item != s.item || label->layer != s.annotator || label->id.isNull() || !ids.insert(label->id).second)
                return fail(ErrorCode::Malformed, tr("A label is not of the item and the person of the submission."));
            label->revision = 0;
            if (!label->labelClass.isNull() && !m_own.find(label->labelClass))
                ++m_foreignClasses[label->labelClass];
            snapshot.labels.push_back(std::move(*label));
        }
        for (const QString &text : f.texts("tracks")) {
            auto track = model::decodeTrack(QByteArray::fromBase64(text.toLatin1()));
            if (!track)
                return fail(track.error());
            if (track->item != s.item || track->layer != s.annotator || track->id.isNull())
                return fail(ErrorCode::Malformed, tr("A track is not of the item and the person of the submission."));
            snapshot.tracks.push_back(std::move(*track));
        }
        return f.error() ? Result<>(fail(*f.error())) : Result<>();
    }

    // Words when it would take the place of work that somebody is looking at: the packet keeps it until the review has ended. What is
    // older than the last answer here takes nothing's place.
    Result<QString> whyLocked(const model::Submission &submission) const
    {
        const auto task = m_reader->task(submission.task);
        auto answers = m_reader->submissions(submission.item, submission.annotator);
        if (!task || !answers)
            return fail(task ? answers.error() : task.error());
        if (!*task || (*task)->state != model::TaskState::InReview)
            return QString();
        answers->push_back(submission);
        if (workflow::lastAnswers(std::move(*answers)).front().id != submission.id)
            return QString();
        const auto next = workflow::after((*task)->state, workflow::FlowEvent::Submit);
        return next ? QString() : next.error().text;
    }

    // A label of a submission may have an id that its own layer of its own item knows, and no other.
    Result<bool> idsAreFree(const Snapshot &snapshot)
    {
        for (const model::Annotation &label : snapshot.labels) {
            const auto known = m_reader->annotation(label.id);
            if (!known)
                return fail(known.error());
            if (*known && ((*known)->item != label.item || (*known)->layer != label.layer))
                return false;
            if (const auto [place, isNew] = m_owners.try_emplace(label.id, std::pair(label.item, label.layer));
                !isNew && place->second != std::pair(label.item, label.layer))
                return false;
        }
        return true;
    }

    Result<> decision(const Json &json, std::int64_t line, Settlement &settlement)
    {
        JsonFields f(json, tr("The decision"));
        f.only({"id", "case", "item", "versions", "choice", "result", "supersedes", "submissions", "note", "created"});
        adjudication::Ruling d;
        d.id = Uuid::fromString(f.requiredText("id")).value_or(Uuid{});
        d.caseId = Uuid::fromString(f.requiredText("case")).value_or(Uuid{});
        d.item = ItemId::fromString(f.requiredText("item")).value_or(ItemId{});
        for (const QString &id : f.texts("versions"))
            d.versions.push_back(AnnotationId::fromString(id).value_or(AnnotationId{}));
        std::sort(d.versions.begin(), d.versions.end());
        d.choice = AnnotationId::fromString(f.text("choice")).value_or(AnnotationId{});
        for (const QString &id : f.texts("supersedes"))
            d.supersedes.push_back(Uuid::fromString(id).value_or(Uuid{}));
        for (const QString &id : f.texts("submissions"))
            d.submissions.push_back(SubmissionId::fromString(id).value_or(SubmissionId{}));
        std::sort(d.submissions.begin(), d.submissions.end());
        d.note = f.text("note");
        d.createdMicroseconds = model::microsecondsFromIso(f.requiredText("created")).value_or(0);
        d.by = m_sender.name;
        d.authenticated = m_sender.trusted;
        if (f.has("result")) {
            auto result = model::annotationFromJson(f.raw("result"), m_schema);
            if (!result)
                return fail(result.error());
            result->item = d.item;
            d.result = std::move(*result);
        }
        if (f.error())
            return fail(*f.error());
        const bool known = std::binary_search(d.versions.begin(), d.versions.end(), d.choice);
        if (d.id.isNull() || d.versions.empty() || d.caseId != adjudication::caseIdOf(d.item, d.versions) || (!d.choice.isNull() && !known))
            return hold(line, tr("The decision does not fit the case that it names."));
        const auto old = m_log->find(d.id);
        const auto item = m_items.contains(d.item) ? Result<bool>(true) : itemIsThere(d.item);
        if (!old || !item)
            return fail(old ? item.error() : old.error());
        if (*old || !m_seen.insert(d.id).second) {
            if (*old && !saysTheSame(**old, d))
                return hold(line, tr("Another decision with the same id is there already."));
            ++m_report.known;
            return {};
        }
        if (!*item)
            return hold(line, tr("Its item is no longer in the project; the packet keeps the decision."));
        ++m_report.merged;
        settlement.add(std::move(d));
        return {};
    }

    // A ruling that was made here may come back in a packet: what counts is what it says.
    static bool saysTheSame(const model::Record &record, const adjudication::Ruling &ruling)
    {
        const auto known = record.kind == model::RecordKind::Decision ? adjudication::rulingFrom(record)
                                                                      : Result<adjudication::Ruling>(fail(ErrorCode::NotFound, {}));
        if (!known)
            return false;
        const auto supersedes = [](const adjudication::Ruling &r) { return std::set<Uuid>(r.supersedes.begin(), r.supersedes.end()); };
        return known->caseId == ruling.caseId && known->by == ruling.by && known->versions == ruling.versions
               && known->choice == ruling.choice && supersedes(*known) == supersedes(ruling)
               && known->createdMicroseconds == ruling.createdMicroseconds
               && adjudication::contentOf(known->result) == adjudication::contentOf(ruling.result);
    }

    Result<bool> itemIsThere(ItemId id)
    {
        const auto item = m_reader->item(id);
        if (!item)
            return fail(item.error());
        if (*item)
            m_items.insert(id);
        return item->has_value();
    }

    void sayForeignClasses()
    {
        for (const auto &[id, count] : m_foreignClasses) {
            const model::LabelClass *theirs = m_schema.find(id);
            m_report.issues.warning(
                QStringLiteral("packet"), theirs ? theirs->name : id.toString(),
                tr("%1 labels have a class that the label schema here no longer has; they keep it.").arg(count));
        }
    }

    store::Project &m_project;
    const PacketReader &m_packet;
    const Believed &m_sender;
    const jobs::JobControl &m_control;
    std::unique_ptr<store::Reader> m_reader;
    std::optional<store::RecordLog> m_log;
    model::Schema m_schema;
    model::Schema m_own;
    std::map<Uuid, std::optional<PacketNote>> m_notes;
    std::map<ClassId, std::int64_t> m_foreignClasses;
    std::map<AnnotationId, std::pair<ItemId, QString>> m_owners;
    std::set<Uuid> m_seen;
    std::set<ItemId> m_items;
    MergeReport m_report;
};

// What is accepted is for reviewers and leads to say, and for outsiders whom the lead trusts.
Result<> mayDecide(const store::Project &project, const QString &name)
{
    const auto reader = project.store().reader();
    const auto role = reader ? workflow::roleOfMember(**reader, name) : Result<std::optional<workflow::Role>>(fail(reader.error()));
    if (!role)
        return fail(role.error());
    if (*role && !workflow::allows(**role, workflow::Act::Adjudicate))
        return fail(ErrorCode::PermissionDenied,
                    tr("%1 is no reviewer of this project; their decisions are not taken.").arg(name));
    return {};
}

}  // namespace

Result<MergeReport> mergePacket(store::Project &project, const PacketReader &packet, const Believed &sender,
                                const store::Person &person, base::RandomSource &random, const jobs::JobControl &control)
{
    const Manifest &manifest = packet.manifest();
    if (manifest.kind != PacketKind::Submissions && manifest.kind != PacketKind::Decisions)
        return fail(ErrorCode::InvalidArgument,
                    tr("A packet of kind “%1” is opened, not merged.").arg(packetKindName(manifest.kind)));
    if (manifest.project != project.id())
        return fail(ErrorCode::Conflict, tr("The packet belongs to another project (“%1”).").arg(manifest.projectName));
    if (manifest.kind == PacketKind::Decisions)
        if (const auto may = mayDecide(project, sender.name); !may)
            return fail(may.error());
    if (const auto verified = packet.verify(control); !verified)
        return fail(verified.error());
    // A person who works at the same time may make what was read stale; reading again is all it takes.
    constexpr int tries = 3;
    for (int i = 1;; ++i) {
        Merger merger(project, packet, sender, control);
        auto report = merger.merge(person);
        if (!report && report.error().code == ErrorCode::Conflict && i < tries)
            continue;
        if (!report)
            return report;
        // Also what was there already: a merge that was interrupted here is made whole by the next one.
        for (const Snapshot &snapshot : merger.scored)
            if (const auto done = workflow::scoreReceived(project, snapshot.submission, snapshot.labels, snapshot.tracks, random);
                !done)
                return fail(done.error());
        if (report->merged > 0)
            audit::note(project, person, audit::Action::PacketMerged, manifest.id.toString(),
                        {{"kind", base::toJson(packetKindName(manifest.kind))},
                         {"sender", base::toJson(sender.name)},
                         {"merged", report->merged},
                         {"held", report->held}});
        return report;
    }
}

Result<std::vector<Conflict>> conflicts(const store::Project &project)
{
    const auto log = store::RecordLog::open(project.store());
    if (!log)
        return fail(log.error());
    std::vector<Conflict> list;
    const auto visited = log->visit(model::RecordKind::Conflict, {}, [&](const model::Record &record) -> Result<> {
        const auto json = base::parseJson(record.data);
        if (!json)
            return fail(json.error());
        JsonFields f(*json, tr("The conflict"));
        list.push_back({record.id, record.item, f.text("kind"), f.text("subject"), f.texts("parts")});
        return f.error() ? Result<>(fail(*f.error())) : Result<>();
    });
    return visited ? Result<std::vector<Conflict>>(std::move(list)) : fail(visited.error());
}

QString conflictWords(const QString &kind)
{
    if (kind == QLatin1String("contradiction"))
        return tr("Two decisions about the same objects differ; neither was taken.");
    if (kind == QLatin1String("object-gone"))
        return tr("The object that was chosen was deleted meanwhile; the decision was kept.");
    if (kind == QLatin1String("result-edited"))
        return tr("The accepted label was changed by hand; the decision says something else.");
    if (kind == QLatin1String("layer-edited"))
        return tr("The person's labels were changed here; what was handed in lies beside them.");
    if (kind == QLatin1String("two-submissions"))
        return tr("Two different submissions have the same number; the earlier one stands in the layer.");
    return kind;
}

}  // namespace plumbline::packet
