// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/adjudication.h"

#include "core/adjudication/casebuilder.h"
#include "core/model/jsonfields.h"
#include "core/packet/packing.h"
#include "core/packet/settlement.h"

#include <QFileInfo>

#include <algorithm>
#include <map>
#include <set>

namespace plumbline::packet {

using base::toJson;
using model::JsonFields;

namespace {

/// A version as the one who decides sees it: of somebody, made at some time.
Json hidden(model::Annotation label, const QString &letter, const model::Schema &schema)
{
    label.layer = letter;
    label.origin.by.clear();
    label.origin.authenticated = true;
    label.createdMicroseconds = 0;
    label.revision = 0;
    label.extra = nullptr;
    label.group = {};
    return model::annotationToJson(label, schema);
}

QString whyName(adjudication::Why why)
{
    switch (why) {
    case adjudication::Why::Missing: return QStringLiteral("missing");
    case adjudication::Why::Class: return QStringLiteral("class");
    case adjudication::Why::Shape: return QStringLiteral("shape");
    case adjudication::Why::Values: return QStringLiteral("values");
    case adjudication::Why::Agreed: break;
    }
    return QStringLiteral("agreed");
}

class CasePacker
{
public:
    CasePacker(const store::Project &project, const CaseChoice &choice, const Packing &packing, const jobs::JobControl &control)
        : m_project(project), m_choice(choice), m_packing(packing), m_control(control)
    {}

    Result<PackReport> pack(const QString &path)
    {
        auto reader = m_project.store().reader();
        if (!reader)
            return fail(reader.error());
        m_reader = std::move(*reader);
        auto schema = m_reader->schema();
        if (!schema)
            return fail(schema.error());
        m_schema = std::move(*schema);
        m_report.manifest = begunManifest(m_project, PacketKind::Adjudication, m_packing);
        m_report.manifest.schemaVersion = m_schema.version;
        auto handedIn = workflow::HandedIn::open(m_project.store());
        if (!handedIn)
            return fail(handedIn.error());
        // Not in the packet, so that letters cannot be computed from names.
        base::SystemRandom random;
        const QByteArray salt = QByteArray::number(qulonglong(random.next())) + QByteArray::number(qulonglong(random.next()));
        auto submissions = m_reader->submissions({}, {});
        if (!submissions)
            return fail(submissions.error());
        std::map<ItemId, std::vector<model::Submission>> byItem;
        for (model::Submission &submission : *submissions)
            byItem[submission.item].push_back(std::move(submission));
        const auto visited = m_reader->visitItems([&](const model::Item &item) -> Result<> {
            const auto own = byItem.find(item.id);
            return own == byItem.end() ? Result<>()
                                       : visit(item, workflow::wholeAnswers(std::move(own->second)), *handedIn, salt);
        });
        if (!visited)
            return fail(visited.error());
        if (m_report.manifest.cases == 0)
            return fail(ErrorCode::NotFound, tr("There is nothing that people disagree on."));
        auto writer = PacketWriter::begin(path, m_report.manifest, m_packing.receivers);
        if (!writer)
            return fail(writer.error());
        for (const auto &[name, content] : std::initializer_list<std::pair<QByteArray, QByteArray>>{
                 {"cases.jsonl", m_caseLines},
                 {"items.jsonl", m_itemLines},
                 {"scenes.jsonl", m_sceneLines},
                 {"context.jsonl", m_contextLines},
                 {"schema.json", base::toJsonText(model::schemaToJson(m_schema))}})
            if (const auto added = (*writer)->add(name, content); !added)
                return fail(added.error());
        if (const auto added = addMedia(**writer, m_media, m_control); !added)
            return fail(added.error());
        if (const auto finished = (*writer)->finish(*m_packing.key, m_control); !finished)
            return fail(finished.error());
        m_report.bytes = QFileInfo(path).size();
        return std::move(m_report);
    }

private:
    Result<> visit(const model::Item &item, const std::vector<model::Submission> &answers, const workflow::HandedIn &handedIn,
                   const QByteArray &salt)
    {
        const bool wanted =
            m_choice.items.empty() || std::find(m_choice.items.begin(), m_choice.items.end(), item.id) != m_choice.items.end();
        if (!wanted || answers.size() < 2)
            return {};
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        const auto sayings = adjudication::gather(*m_reader, handedIn, item, answers, salt, adjudication::Beside::No);
        if (!sayings)
            return fail(sayings.error());
        const auto cases = adjudication::casesOf(*sayings, *m_reader, {m_choice.iou, m_choice.alike}, m_control);
        if (!cases && cases.error().code == ErrorCode::TooLarge) {
            m_report.issues.problem(item.name, {}, cases.error().text);
            return {};
        }
        if (!cases)
            return fail(cases.error());
        std::vector<QString> compared;
        for (const model::Submission &answer : answers)
            compared.push_back(answer.id.toString());
        std::sort(compared.begin(), compared.end());
        const auto tracks = adjudication::joinedTracks(*cases);
        const std::int64_t before = m_report.manifest.cases;
        for (const adjudication::Case &one : *cases)
            if (one.why != adjudication::Why::Agreed)
                addCase(one, sayings->sources, compared, tracks);
        if (m_report.manifest.cases == before)
            return {};
        ++m_report.manifest.items;
        std::vector<Medium> media;
        const auto line = describeItem(m_project, *m_reader, item, media, m_sceneLines);
        const auto accepted = m_reader->annotations({item.id, model::acceptedLayer()});
        if (!line || !accepted)
            return fail(line ? accepted.error() : line.error());
        Json described = *line;
        if (m_choice.media)
            m_media.insert(m_media.end(), media.begin(), media.end());
        else
            described["media"] = Json::array();
        addLine(m_itemLines, described);
        for (const model::Annotation &label : *accepted)
            addLine(m_contextLines, hidden(label, model::acceptedLayer(), m_schema));
        return {};
    }

    void addCase(const adjudication::Case &one, const std::vector<adjudication::Source> &sources,
                 const std::vector<QString> &submissions, const std::map<TrackId, TrackId> &tracks)
    {
        Json versions = Json::array();
        Json absent = Json::array();
        Json compared = Json::array();
        for (const adjudication::Case::Version &version : one.versions) {
            model::Annotation label = version.label;
            if (const auto joined = tracks.find(label.track); joined != tracks.end())
                label.track = joined->second;
            const QString &letter = sources[version.source].letter;
            versions.push_back({{"by", toJson(letter)}, {"annotation", hidden(label, letter, m_schema)}});
        }
        for (const std::size_t source : one.absent)
            absent.push_back(toJson(sources[source].letter));
        for (const QString &submission : submissions)
            compared.push_back(toJson(submission));
        addLine(m_caseLines, {{"id", toJson(one.id.toString())},
                              {"item", toJson(one.item.toString())},
                              {"why", toJson(whyName(one.why))},
                              {"likeness", one.likeness},
                              {"versions", versions},
                              {"absent", absent},
                              {"base", one.base ? hidden(*one.base, QStringLiteral("base"), m_schema) : Json(nullptr)},
                              {"submissions", compared}});
        ++m_report.manifest.cases;
        m_report.manifest.annotations += static_cast<std::int64_t>(one.versions.size());
    }

    const store::Project &m_project;
    const CaseChoice &m_choice;
    const Packing &m_packing;
    const jobs::JobControl &m_control;
    std::unique_ptr<store::Reader> m_reader;
    model::Schema m_schema;
    std::vector<Medium> m_media;
    QByteArray m_caseLines, m_itemLines, m_sceneLines, m_contextLines;
    PackReport m_report;
};

/// A case of a packet that is to be decided.
struct OpenCase {
    ItemId item;
    std::vector<std::pair<QString, model::Annotation>> versions;
    QStringList submissions;
};

Result<std::map<Uuid, OpenCase>> casesOf(const PacketReader &packet, const model::Schema &schema)
{
    std::map<Uuid, OpenCase> cases;
    const auto visited = packet.visitLines("cases.jsonl", [&](const Json &json, std::int64_t) -> Result<> {
        JsonFields f(json, tr("The case"));
        const auto id = Uuid::fromString(f.requiredText("id"));
        const auto item = ItemId::fromString(f.requiredText("item"));
        OpenCase open;
        open.item = item.value_or(ItemId{});
        open.submissions = f.texts("submissions");
        for (const Json &entry : f.list("versions")) {
            JsonFields v(entry, tr("The version"));
            auto label = model::annotationFromJson(v.raw("annotation"), schema);
            if (!label)
                return fail(label.error());
            open.versions.emplace_back(v.requiredText("by"), std::move(*label));
            if (v.error())
                return fail(*v.error());
        }
        if (f.error())
            return fail(*f.error());
        if (!id || !item || open.versions.empty() || !cases.emplace(*id, std::move(open)).second)
            return fail(ErrorCode::Malformed, tr("The case has no id, no item or no versions, or is there twice."));
        return {};
    });
    return visited ? Result<std::map<Uuid, OpenCase>>(std::move(cases)) : fail(visited.error());
}

Result<Json> decisionLine(const Json &json, const std::map<Uuid, OpenCase> &cases, const model::Schema &schema,
                          base::IdSource &ids, std::int64_t nowMicroseconds)
{
    JsonFields f(json, tr("The decision"));
    f.only({"case", "choose", "annotation", "note", "supersedes"});
    const auto found = cases.find(Uuid::fromString(f.requiredText("case")).value_or(Uuid{}));
    if (f.error())
        return fail(*f.error());
    if (found == cases.end())
        return fail(ErrorCode::NotFound, tr("The packet has no case %1.").arg(f.text("case")));
    const OpenCase &open = found->second;
    std::vector<AnnotationId> versions;
    for (const auto &[letter, label] : open.versions)
        versions.push_back(label.id);
    std::sort(versions.begin(), versions.end());
    Json list = Json::array();
    for (const AnnotationId &id : versions)
        list.push_back(toJson(id.toString()));
    Json choice = nullptr;
    Json result = nullptr;
    if (f.has("annotation")) {
        Json wanted = f.raw("annotation");
        if (wanted.is_object())
            wanted["item"] = toJson(open.item.toString());
        auto label = model::annotationFromJson(wanted, schema);
        if (!label)
            return fail(label.error());
        label->layer = model::acceptedLayer();
        result = model::annotationToJson(*label, schema);
    } else if (f.has("choose")) {
        const QString letter = f.text("choose");
        const auto version =
            std::find_if(open.versions.begin(), open.versions.end(), [&](const auto &v) { return v.first == letter; });
        if (version == open.versions.end())
            return fail(ErrorCode::NotFound, tr("The case has no version “%1”.").arg(letter));
        model::Annotation label = version->second;
        label.layer = model::acceptedLayer();
        choice = toJson(label.id.toString());
        result = model::annotationToJson(label, schema);
    } else if (!json.contains("choose")) {
        return fail(ErrorCode::Malformed, tr("A decision has “choose” or “annotation”."));
    }
    Json submissions = Json::array();
    for (const QString &id : open.submissions)
        submissions.push_back(toJson(id));
    Json supersedes = Json::array();
    for (const QString &id : f.texts("supersedes"))
        supersedes.push_back(toJson(id));
    const QString note = f.text("note");
    if (f.error())
        return fail(*f.error());
    return Json{{"id", toJson(ids.version4().toString())},
                {"case", toJson(found->first.toString())},
                {"item", toJson(open.item.toString())},
                {"versions", list},
                {"choice", choice},
                {"result", result},
                {"supersedes", supersedes},
                {"submissions", submissions},
                {"note", toJson(note)},
                {"created", toJson(model::isoFromMicroseconds(nowMicroseconds))}};
}

}  // namespace

Result<PackReport> packCases(const store::Project &project, const QString &path, const CaseChoice &choice, const Packing &packing,
                             const jobs::JobControl &control)
{
    return CasePacker(project, choice, packing, control).pack(path);
}

Result<PackReport> packDecisions(const PacketReader &packet, const QString &path, const std::vector<Json> &lines,
                                 const Packing &packing, const jobs::JobControl &control)
{
    if (packet.manifest().kind != PacketKind::Adjudication)
        return fail(
            ErrorCode::InvalidArgument,
            tr("This is a packet of kind “%1”; there is nothing in it to decide.").arg(packetKindName(packet.manifest().kind)));
    const base::SystemClock clock;
    base::SystemRandom random;
    base::IdSource ids(clock, random);
    if (const auto good = stillGood(packet.manifest(), clock.nowMicroseconds()); !good)
        return fail(good.error());
    if (const auto verified = packet.verify(control); !verified)
        return fail(verified.error());
    const auto schema = schemaOf(packet);
    if (!schema)
        return fail(schema.error());
    const auto cases = casesOf(packet, *schema);
    if (!cases)
        return fail(cases.error());
    QByteArray decisions;
    std::set<std::string> decided;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto line = decisionLine(lines[i], *cases, *schema, ids, clock.nowMicroseconds());
        if (!line)
            return fail(line.error().code, tr("Line %1: %2").arg(i + 1).arg(line.error().text));
        // Neither could name the other as superseded: they would come back as a conflict of somebody with themselves.
        if (!decided.insert(line->value("case", std::string())).second)
            return fail(ErrorCode::InvalidArgument,
                        tr("Line %1: %2").arg(i + 1).arg(tr("A line before decides this case already; leave one of them.")));
        addLine(decisions, *line);
    }
    if (lines.empty())
        return fail(ErrorCode::InvalidArgument, tr("There are no decisions to pack."));
    PackReport report;
    Manifest &m = report.manifest;
    m = packet.manifest();
    m.kind = PacketKind::Decisions;
    m.id = ids.version4();
    m.answers = packet.manifest().id;
    m.createdMicroseconds = clock.nowMicroseconds();
    m.expiresMicroseconds = 0;
    m.sender = packing.sender;
    m.receiver = packing.receiver;
    m.items = m.annotations = m.cases = 0;
    m.decisions = static_cast<std::int64_t>(lines.size());
    auto writer = PacketWriter::begin(path, m, packing.receivers);
    if (!writer)
        return fail(writer.error());
    if (const auto added = (*writer)->add("decisions.jsonl", decisions); !added)
        return fail(added.error());
    if (const auto added = (*writer)->add("schema.json", base::toJsonText(model::schemaToJson(*schema))); !added)
        return fail(added.error());
    if (const auto finished = (*writer)->finish(*packing.key, control); !finished)
        return fail(finished.error());
    report.bytes = QFileInfo(path).size();
    return report;
}

Result<PackReport> packRulings(const store::Project &project, const QString &path, const QString &person, const Packing &packing,
                               const jobs::JobControl &control)
{
    const auto origin = originOf(project);
    const auto reader = project.store().reader();
    const auto log = store::RecordLog::open(project.store());
    if (!origin || !reader || !log)
        return fail(!origin ? origin.error() : !reader ? reader.error() : log.error());
    const auto schema = (*reader)->schema();
    if (!schema)
        return fail(schema.error());
    PackReport report;
    report.manifest = begunManifest(project, PacketKind::Decisions, packing);
    report.manifest.schemaVersion = schema->version;
    if (*origin) {
        report.manifest.project = (*origin)->project;
        report.manifest.projectName = (*origin)->name;
    }
    QByteArray lines;
    const auto visited = log->visit(model::RecordKind::Decision, {}, [&](const model::Record &record) -> Result<> {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const auto ruling = adjudication::rulingFrom(record);
        if (!ruling)
            return fail(ruling.error());
        if (ruling->by != person)
            return {};
        const auto list = [](const auto &ids) {
            Json texts = Json::array();
            for (const auto &id : ids)
                texts.push_back(toJson(id.toString()));
            return texts;
        };
        addLine(lines, {{"id", toJson(ruling->id.toString())},
                        {"case", toJson(ruling->caseId.toString())},
                        {"item", toJson(ruling->item.toString())},
                        {"versions", list(ruling->versions)},
                        {"choice", ruling->choice.isNull() ? Json(nullptr) : toJson(ruling->choice.toString())},
                        {"result", ruling->result ? model::annotationToJson(*ruling->result, *schema) : Json(nullptr)},
                        {"supersedes", list(ruling->supersedes)},
                        {"submissions", list(ruling->submissions)},
                        {"note", toJson(ruling->note)},
                        {"created", toJson(model::isoFromMicroseconds(ruling->createdMicroseconds))}});
        ++report.manifest.decisions;
        return {};
    });
    if (!visited)
        return fail(visited.error());
    if (report.manifest.decisions == 0)
        return fail(ErrorCode::NotFound, tr("%1 has decided nothing here.").arg(person));
    auto writer = PacketWriter::begin(path, report.manifest, packing.receivers);
    if (!writer)
        return fail(writer.error());
    if (const auto added = (*writer)->add("decisions.jsonl", lines); !added)
        return fail(added.error());
    if (const auto added = (*writer)->add("schema.json", base::toJsonText(model::schemaToJson(*schema))); !added)
        return fail(added.error());
    if (const auto finished = (*writer)->finish(*packing.key, control); !finished)
        return fail(finished.error());
    report.bytes = QFileInfo(path).size();
    return report;
}

}  // namespace plumbline::packet
