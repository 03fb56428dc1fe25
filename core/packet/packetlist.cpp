// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/packetlist.h"

#include "core/audit/log.h"
#include "core/model/jsonfields.h"
#include "core/packet/packing.h"

#include <algorithm>
#include <map>
#include <set>

namespace plumbline::packet {

using model::JsonFields;
using model::RecordKind;

namespace {

// Tasks of which a submission came back, by the packet that they answer.
Result<std::map<Uuid, std::set<QString>>> answersOf(const store::RecordLog &log, const jobs::JobControl &control)
{
    std::map<Uuid, std::set<QString>> answers;
    const auto visited = log.visit(RecordKind::Snapshot, {}, [&](const model::Record &record) -> Result<> {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const auto json = base::parseJson(record.data);
        if (!json)
            return fail(json.error());
        JsonFields f(*json, tr("The snapshot"));
        const Uuid packet = Uuid::fromString(f.text("packet")).value_or(Uuid{});
        JsonFields task(f.raw("task"), tr("The task"));
        answers[packet].insert(task.text("id"));
        return task.error() ? Result<>(fail(*task.error())) : Result<>();
    });
    return visited ? Result<std::map<Uuid, std::set<QString>>>(std::move(answers)) : fail(visited.error());
}

ListedPacket listed(const PacketNote &note, bool out)
{
    ListedPacket packet;
    packet.packet = note.packet;
    packet.kind = note.kind;
    packet.out = out;
    packet.createdMicroseconds = note.createdMicroseconds;
    packet.expiresMicroseconds = note.expiresMicroseconds;
    packet.sender = note.sender;
    packet.receiver = note.receiver;
    packet.people = note.people;
    packet.tasks = note.tasks.size();
    return packet;
}

bool isOpen(model::TaskState state)
{
    return state == model::TaskState::ToDo || state == model::TaskState::InProgress || state == model::TaskState::Fix
           || state == model::TaskState::Rejected;
}

}  // namespace

Result<std::vector<ListedPacket>> packetList(const store::Project &project, std::int64_t nowMicroseconds,
                                             const jobs::JobControl &control)
{
    const auto log = store::RecordLog::open(project.store());
    const auto reader = project.store().reader();
    if (!log || !reader)
        return fail(log ? reader.error() : log.error());
    const auto answers = answersOf(*log, control);
    if (!answers)
        return fail(answers.error());
    std::vector<ListedPacket> list;
    std::map<Uuid, std::int64_t> decisions;  // packets of them that came in, by the cases that they answer
    const auto in = log->visit(RecordKind::PacketIn, {}, [&](const model::Record &record) -> Result<> {
        const auto note = noteFromData(record.data);
        if (!note)
            return fail(note.error());
        if (note->kind == PacketKind::Decisions)
            ++decisions[note->answers];
        ListedPacket packet = listed(*note, false);
        for (const TaskId &id : note->tasks) {
            const auto task = (*reader)->task(id);
            if (!task)
                return fail(task.error());
            packet.answered += *task && !isOpen((*task)->state) ? 1 : 0;
        }
        packet.state = note->recalled ? PacketState::Recalled : PacketState::Taken;
        list.push_back(std::move(packet));
        return {};
    });
    if (!in)
        return fail(in.error());
    const auto out = log->visit(RecordKind::PacketOut, {}, [&](const model::Record &record) -> Result<> {
        const auto note = noteFromData(record.data);
        if (!note)
            return fail(note.error());
        ListedPacket packet = listed(*note, true);
        if (note->kind == PacketKind::Work) {
            const auto answered = answers->find(note->packet);
            packet.answered = answered == answers->end() ? 0 : static_cast<std::int64_t>(answered->second.size());
        } else if (note->kind == PacketKind::Adjudication) {
            packet.answered = decisions[note->packet];
        }
        const bool all = packet.answered > 0 && packet.answered >= packet.tasks;
        const bool over = note->expiresMicroseconds != 0 && nowMicroseconds > note->expiresMicroseconds;
        packet.state = note->recalled ? PacketState::Recalled
                       : all          ? PacketState::Answered
                       : over         ? PacketState::Expired
                                      : PacketState::Out;
        list.push_back(std::move(packet));
        return {};
    });
    if (!out)
        return fail(out.error());
    std::sort(list.begin(), list.end(), [](const ListedPacket &a, const ListedPacket &b) {
        return std::tuple(-a.createdMicroseconds, a.packet) < std::tuple(-b.createdMicroseconds, b.packet);
    });
    return list;
}

Result<> rememberPacket(store::Project &project, const Manifest &manifest, bool out, const store::Person &person)
{
    const RecordKind kind = out ? RecordKind::PacketOut : RecordKind::PacketIn;
    const auto log = store::RecordLog::open(project.store());
    if (!log)
        return fail(log.error());
    const auto known = findNote(*log, kind, manifest.id);
    if (!known)
        return fail(known.error());
    if (*known)
        return {};
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), out ? tr("Make a packet") : tr("Take a packet"));
    builder.put(nullptr, noteRecord(kind, noteOf(manifest))).notUndoable();
    if (const auto done = store::wait(project.store().commit(builder.take(), person.name)); !done)
        return fail(done.error());
    if (out)
        audit::note(project, person, audit::Action::PacketPacked, manifest.id.toString(),
                    {{"kind", base::toJson(packetKindName(manifest.kind))}, {"receiver", base::toJson(manifest.receiver)}});
    return {};
}

Result<TakenBefore> takenBefore(const store::Project &project, const Uuid &packet)
{
    const auto log = store::RecordLog::open(project.store());
    if (!log)
        return fail(log.error());
    const auto note = findNote(*log, RecordKind::PacketIn, packet);
    if (!note)
        return fail(note.error());
    return !*note ? TakenBefore::No : (*note)->recalled ? TakenBefore::Recalled : TakenBefore::Yes;
}

}  // namespace plumbline::packet
