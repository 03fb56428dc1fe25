// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"
#include "core/packet/mergepacket.h"
#include "core/packet/packedactivity.h"
#include "core/packet/packing.h"
#include "core/packet/packremarks.h"
#include "core/store/reader.h"
#include "core/workflow/handedin.h"

#include <QFileInfo>

#include <algorithm>
#include <map>
#include <set>

namespace plumbline::packet {

using base::toJson;

namespace {

class SubmissionPacker
{
public:
    SubmissionPacker(const store::Project &project, const QString &annotator, const store::Reader &reader,
                     const workflow::HandedIn &layers)
        : m_project(project), m_annotator(annotator), m_reader(reader), m_layers(layers)
    {}

    Result<> collect(const Origin &origin, PackReport &report, const jobs::JobControl &control)
    {
        if (const auto found = findPackets(origin); !found)
            return found;
        auto submissions = m_reader.submissions({}, m_annotator);
        if (!submissions)
            return fail(submissions.error());
        std::sort(submissions->begin(), submissions->end(),
                  [](const model::Submission &a, const model::Submission &b) { return a.id < b.id; });
        for (const model::Submission &submission : *submissions) {
            if (control.cancelled())
                return jobs::JobControl::cancelledError();
            const auto packet = m_packets.find(submission.task);
            if (packet == m_packets.end())
                continue;
            if (const auto added = add(submission, packet->second, report); !added)
                return added;
        }
        auto written = remarksOf(m_reader, m_annotator, m_packets, packets);
        if (!written)
            return fail(written.error());
        remarks = std::move(*written);
        return {};
    }

    QByteArray lines;
    QByteArray remarks;
    std::set<Uuid> packets;
    model::Schema schema;

private:
    Result<> findPackets(const Origin &origin)
    {
        return m_layers.log().visit(model::RecordKind::PacketIn, {}, [&](const model::Record &record) -> Result<> {
            const auto note = noteFromData(record.data);
            if (!note)
                return fail(note.error());
            if (note->kind != PacketKind::Work || note->project != origin.project || note->recalled)
                return {};
            for (const TaskId &task : note->tasks) {
                const auto [place, isNew] = m_packets.try_emplace(task, note->packet);
                // A task that came twice is answered under the later packet.
                if (!isNew && m_created[task] < note->createdMicroseconds)
                    place->second = note->packet;
                m_created[task] = std::max(m_created[task], note->createdMicroseconds);
            }
            return {};
        });
    }

    Result<> add(const model::Submission &submission, const Uuid &packet, PackReport &report)
    {
        const auto handedIn = m_layers.of(submission);
        if (!handedIn)
            return fail(handedIn.error());
        if (contentSha256(handedIn->annotations) != submission.contentSha256) {
            report.issues.problem(
                m_project.folder(), submission.id.toString(),
                tr("The labels of this submission cannot be restored as they were handed in; it was left out."));
            return {};
        }
        const auto task = m_reader.task(submission.task);
        if (!task)
            return fail(task.error());
        if (!*task)
            return fail(ErrorCode::Corrupt, tr("The task of a submission is missing."));
        Json list = Json::array();
        for (const model::Annotation &label : handedIn->annotations)
            list.push_back(model::annotationToJson(label, schema));
        Json trackList = Json::array();
        for (const model::Track &track : handedIn->tracks)
            trackList.push_back(toBase64Json(model::encode(track)));
        addLine(lines, {{"packet", toJson(packet.toString())},
                        {"submission", submissionToJson(submission)},
                        {"task", taskToJson(**task)},
                        {"labels", list},
                        {"tracks", trackList}});
        packets.insert(packet);
        ++report.manifest.submissions;
        report.manifest.annotations += static_cast<std::int64_t>(handedIn->annotations.size());
        return {};
    }

    const store::Project &m_project;
    const QString &m_annotator;
    const store::Reader &m_reader;
    const workflow::HandedIn &m_layers;
    std::map<TaskId, Uuid> m_packets;
    std::map<TaskId, std::int64_t> m_created;
};

}  // namespace

Result<PackReport> packSubmissions(store::Project &project, const QString &path, const QString &annotator, const Packing &packing,
                                   const jobs::JobControl &control)
{
    const auto origin = originOf(project);
    if (!origin)
        return fail(origin.error());
    if (!*origin)
        return fail(ErrorCode::InvalidArgument,
                    tr("This project was not made from a packet; there is nobody to send submissions to."));
    const auto reader = project.store().reader();
    const auto layers = workflow::HandedIn::open(project.store());
    if (!reader || !layers)
        return fail(reader ? layers.error() : reader.error());
    const auto schema = (*reader)->schema();
    if (!schema)
        return fail(schema.error());
    PackReport report;
    report.manifest = begunManifest(project, PacketKind::Submissions, packing);
    report.manifest.project = (*origin)->project;
    report.manifest.projectName = (*origin)->name;
    report.manifest.people = QStringList{annotator};
    report.manifest.schemaVersion = schema->version;
    SubmissionPacker packer(project, annotator, **reader, *layers);
    packer.schema = *schema;
    if (const auto collected = packer.collect(**origin, report, control); !collected)
        return fail(collected.error());
    if (report.manifest.submissions == 0 && packer.remarks.isEmpty())
        return fail(ErrorCode::NotFound, tr("%1 has handed in nothing of the work that came in packets.").arg(annotator));
    if (packer.packets.size() == 1)
        report.manifest.answers = *packer.packets.begin();
    auto writer = PacketWriter::begin(path, report.manifest, packing.receivers);
    if (!writer)
        return fail(writer.error());
    if (const auto added = (*writer)->add("submissions.jsonl", packer.lines); !added)
        return fail(added.error());
    const auto activity = activityLines(layers->log(), annotator);
    if (!activity)
        return fail(activity.error());
    if (const auto added = activity->isEmpty() ? Result<>() : (*writer)->add("activity.jsonl", *activity); !added)
        return fail(added.error());
    if (!packer.remarks.isEmpty())
        if (const auto added = (*writer)->add(remarksMember(), packer.remarks); !added)
            return fail(added.error());
    if (const auto added = (*writer)->add("schema.json", base::toJsonText(model::schemaToJson(*schema))); !added)
        return fail(added.error());
    if (const auto finished = (*writer)->finish(*packing.key, control); !finished)
        return fail(finished.error());
    report.bytes = QFileInfo(path).size();
    return report;
}

}  // namespace plumbline::packet
