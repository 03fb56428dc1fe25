// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/log.h"
#include "core/model/codec.h"
#include "core/packet/packing.h"
#include "core/packet/packremarks.h"
#include "core/store/reader.h"
#include "core/workflow/desk.h"

#include <QFileInfo>

#include <algorithm>
#include <map>

namespace plumbline::packet {

using base::toJson;

namespace {

bool isOpen(model::TaskState state)
{
    return state == model::TaskState::ToDo || state == model::TaskState::InProgress || state == model::TaskState::Fix
           || state == model::TaskState::Rejected;
}

class WorkPacker
{
public:
    WorkPacker(store::Project &project, const WorkChoice &choice, const Packing &packing, const jobs::JobControl &control)
        : m_project(project), m_choice(choice), m_packing(packing), m_control(control)
    {}

    Result<PackReport> pack(const QString &path, const store::Person &person)
    {
        auto reader = m_project.store().reader();
        if (!reader)
            return fail(reader.error());
        m_reader = std::move(*reader);
        auto schema = m_reader->schema();
        if (!schema)
            return fail(schema.error());
        m_schema = std::move(*schema);
        m_report.manifest = begunManifest(m_project, PacketKind::Work, m_packing);
        for (const auto step : {&WorkPacker::choosePeople, &WorkPacker::chooseTasks, &WorkPacker::describe})
            if (const auto done = (this->*step)(); !done)
                return fail(done.error());
        auto writer = PacketWriter::begin(path, m_report.manifest, m_packing.receivers);
        if (!writer)
            return fail(writer.error());
        if (const auto written = write(**writer); !written)
            return fail(written.error());
        // Remembered first: a packet that nobody remembers could not be answered, a note without a packet harms nobody.
        if (const auto noted = note(person); !noted)
            return fail(noted.error());
        if (const auto finished = (*writer)->finish(*m_packing.key, m_control); !finished)
            return fail(finished.error());
        m_report.bytes = QFileInfo(path).size();
        return std::move(m_report);
    }

private:
    Result<> choosePeople()
    {
        const auto members = m_reader->members();
        if (!members)
            return fail(members.error());
        QSet<QString> people(m_choice.people.begin(), m_choice.people.end());
        for (const model::Member &member : *members)
            if (!m_choice.cohort.isEmpty() && member.cohort == m_choice.cohort)
                people.insert(member.name);
        for (const model::Member &member : *members)
            if (people.contains(member.name))
                m_members.push_back(member);
        for (const QString &name : m_choice.people)
            if (std::none_of(m_members.begin(), m_members.end(), [&](const model::Member &m) { return m.name == name; }))
                m_members.push_back({name, name, QStringLiteral("annotator"), m_choice.cohort});
        if (m_members.empty())
            return fail(ErrorCode::NotFound, m_choice.cohort.isEmpty()
                                                 ? tr("Say whose work is to be packed.")
                                                 : tr("Nobody is in the cohort “%1”.").arg(m_choice.cohort));
        Manifest &manifest = m_report.manifest;
        for (const model::Member &member : m_members) {
            if (member.name == model::acceptedLayer() || model::isModelLayer(member.name))
                return fail(ErrorCode::InvalidArgument, tr("“%1” is not the name of a person.").arg(member.name));
            manifest.people.append(member.name);
        }
        manifest.people.sort();
        manifest.cohort = m_choice.cohort;
        return {};
    }

    Result<> addTasksOf(const model::Item &item)
    {
        bool open = false;
        for (const QString &name : m_report.manifest.people) {
            const TaskId id = workflow::annotateTask(item.id, name);
            if (!m_choice.tasks.empty() && std::find(m_choice.tasks.begin(), m_choice.tasks.end(), id) == m_choice.tasks.end())
                continue;
            const auto stored = m_reader->task(id);
            if (!stored)
                return fail(stored.error());
            model::Task task;
            task.id = id;
            task.item = item.id;
            task.assignee = name;
            if (*stored)
                task = **stored;
            if (!isOpen(task.state))
                continue;
            m_tasks.push_back(task);
            open = true;
        }
        if (open)
            m_items.push_back(item);
        return {};
    }

    Result<> chooseTasks()
    {
        std::vector<model::Item> candidates;
        const std::vector<ItemId> &wanted = m_choice.items;
        const auto visited = m_reader->visitItems([&](const model::Item &item) -> Result<> {
            if (wanted.empty() || std::find(wanted.begin(), wanted.end(), item.id) != wanted.end())
                candidates.push_back(item);
            return {};
        });
        if (!visited)
            return visited;
        // Ids are random, so their order tells nothing of where in the project an item lies.
        std::sort(candidates.begin(), candidates.end(), [](const model::Item &a, const model::Item &b) { return a.id < b.id; });
        for (const model::Item &item : candidates) {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            if (m_choice.most > 0 && static_cast<std::int64_t>(m_items.size()) >= m_choice.most)
                break;
            if (const auto added = addTasksOf(item); !added)
                return added;
        }
        return m_tasks.empty()
                   ? fail(ErrorCode::NotFound,
                          tr("There is nothing left to do for %1.").arg(m_report.manifest.people.join(QLatin1String(", "))))
                   : Result<>();
    }

    Result<> describeLabels(const model::Item &item)
    {
        auto labels = m_reader->annotations({item.id, std::nullopt});
        const auto tracks = m_reader->tracks({item.id, std::nullopt});
        if (!labels || !tracks)
            return fail(labels ? tracks.error() : labels.error());
        const auto carried = [this](const QString &layer) {
            return model::isModelLayer(layer) || m_report.manifest.people.contains(layer);
        };
        std::sort(labels->begin(), labels->end(),
                  [](const model::Annotation &a, const model::Annotation &b) { return a.id < b.id; });
        for (model::Annotation &label : *labels) {
            if (!carried(label.layer))
                continue;
            if (model::isModelLayer(label.layer)) {
                // What others made of a proposal, when it was made and where it came from are not for the one who looks at it now.
                label.verdict = model::Verdict::None;
                label.createdMicroseconds = 0;
                label.extra = nullptr;
            }
            label.revision = 0;
            addLine(m_labelLines, model::annotationToJson(label, m_schema));
            ++m_report.manifest.annotations;
        }
        for (model::Track track : *tracks) {
            if (!carried(track.layer))
                continue;
            if (model::isModelLayer(track.layer))
                track.extra = nullptr;
            track.revision = 0;
            addLine(m_trackLines, {{"track", toBase64Json(model::encode(track))}});
        }
        return {};
    }

    Result<> describe()
    {
        for (const model::Item &item : m_items) {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            const auto line = describeItem(m_project, *m_reader, item, m_media, m_sceneLines);
            if (!line)
                return fail(line.error());
            addLine(m_itemLines, *line);
            if (const auto described = describeLabels(item); !described)
                return described;
        }
        std::sort(m_tasks.begin(), m_tasks.end(), [](const model::Task &a, const model::Task &b) { return a.id < b.id; });
        for (const model::Task &task : m_tasks)
            addLine(m_taskLines, taskToJson(task));
        std::sort(m_members.begin(), m_members.end(),
                  [](const model::Member &a, const model::Member &b) { return a.name < b.name; });
        for (const model::Member &member : m_members)
            addLine(
                m_memberLines,
                {{"name", toJson(member.name)}, {"display_name", toJson(member.displayName)}, {"cohort", toJson(member.cohort)}});
        auto remarks = remarksForWork(m_project, *m_reader, m_tasks, m_report.manifest.people);
        if (!remarks)
            return fail(remarks.error());
        m_remarkLines = std::move(*remarks);
        const auto guideline = m_reader->setting(QStringLiteral("guideline"));
        if (!guideline)
            return fail(guideline.error());
        m_guideline = base::toQString(*guideline).toUtf8();
        Manifest &manifest = m_report.manifest;
        manifest.items = static_cast<std::int64_t>(m_items.size());
        manifest.tasks = static_cast<std::int64_t>(m_tasks.size());
        manifest.schemaVersion = m_schema.version;
        if (!m_guideline.isEmpty())
            manifest.guidelineSha256 = base::sha256(m_guideline).toHex();
        return {};
    }

    Result<> write(PacketWriter &writer)
    {
        const std::initializer_list<std::pair<QByteArray, const QByteArray *>> members{
            {"items.jsonl", &m_itemLines},        {"tasks.jsonl", &m_taskLines},   {"people.jsonl", &m_memberLines},
            {"annotations.jsonl", &m_labelLines}, {"tracks.jsonl", &m_trackLines}, {"scenes.jsonl", &m_sceneLines},
            {"guideline.md", &m_guideline}};
        for (const auto &[name, content] : members)
            if (const auto added = writer.add(name, *content); !added)
                return added;
        if (!m_remarkLines.isEmpty())
            if (const auto added = writer.add(remarksMember(), m_remarkLines); !added)
                return added;
        if (const auto added = writer.add("schema.json", base::toJsonText(model::schemaToJson(m_schema))); !added)
            return added;
        return addMedia(writer, m_media, m_control);
    }

    Result<> note(const store::Person &person)
    {
        PacketNote note = noteOf(m_report.manifest);
        for (const model::Task &task : m_tasks)
            note.tasks.insert(task.id);
        history::GestureBuilder builder(m_project.store().ids().make<GestureId>(), tr("Pack work"));
        builder.put(nullptr, noteRecord(model::RecordKind::PacketOut, note)).notUndoable();
        const auto done = store::wait(m_project.store().commit(builder.take(), person.name));
        return done ? Result<>() : fail(done.error());
    }

    store::Project &m_project;
    const WorkChoice &m_choice;
    const Packing &m_packing;
    const jobs::JobControl &m_control;
    std::unique_ptr<store::Reader> m_reader;
    model::Schema m_schema;
    std::vector<model::Member> m_members;
    std::vector<model::Item> m_items;
    std::vector<model::Task> m_tasks;
    std::vector<Medium> m_media;
    QByteArray m_itemLines, m_taskLines, m_memberLines, m_labelLines, m_trackLines, m_sceneLines, m_guideline, m_remarkLines;
    PackReport m_report;
};

}  // namespace

Result<PackReport> packWork(store::Project &project, const QString &path, const WorkChoice &choice, const Packing &packing,
                            const store::Person &person, const jobs::JobControl &control)
{
    auto report = WorkPacker(project, choice, packing, control).pack(path, person);
    if (report)
        audit::note(project, person, audit::Action::PacketPacked, report->manifest.id.toString(),
                    {{"kind", "work"}, {"tasks", report->manifest.tasks}, {"receiver", base::toJson(report->manifest.receiver)}});
    return report;
}

Result<> recall(store::Project &project, const Uuid &packet, const store::Person &person)
{
    const auto log = store::RecordLog::open(project.store());
    if (!log)
        return fail(log.error());
    const auto note = findNote(*log, model::RecordKind::PacketOut, packet);
    if (!note)
        return fail(note.error());
    if (!*note)
        return fail(ErrorCode::NotFound, tr("No packet %1 was made from this project.").arg(packet.toString()));
    if ((*note)->recalled)
        return {};
    PacketNote recalled = **note;
    recalled.recalled = true;
    const model::Record before = noteRecord(model::RecordKind::PacketOut, **note);
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Recall a packet"));
    builder.put(&before, noteRecord(model::RecordKind::PacketOut, recalled)).notUndoable();
    const auto done = store::wait(project.store().commit(builder.take(), person.name));
    if (!done)
        return fail(done.error());
    audit::note(project, person, audit::Action::PacketRecalled, packet.toString());
    return {};
}

Result<PackReport> packRecall(const store::Project &project, const Uuid &packet, const QString &path, const Packing &packing,
                              const jobs::JobControl &control)
{
    PackReport report;
    report.manifest = begunManifest(project, PacketKind::Recall, packing);
    report.manifest.answers = packet;
    auto writer = PacketWriter::begin(path, report.manifest, packing.receivers);
    if (!writer)
        return fail(writer.error());
    if (const auto finished = (*writer)->finish(*packing.key, control); !finished)
        return fail(finished.error());
    report.bytes = QFileInfo(path).size();
    return report;
}

}  // namespace plumbline::packet
