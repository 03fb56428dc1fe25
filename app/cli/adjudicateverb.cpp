// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/adjudication/casebuilder.h"
#include "core/adjudication/comparison.h"
#include "core/model/jsonfields.h"
#include "core/packet/mergepacket.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>

namespace plumbline::cli {

using adjudication::Case;
using adjudication::Comparison;
using adjudication::RulingDraft;
using adjudication::Why;
using base::toJson;

namespace {

constexpr std::size_t longestLine = std::size_t(64) << 20;

struct AdjudicateArguments {
    std::string folder;
    std::string item;
    std::string caseId;
    std::string choose;
    std::vector<std::string> merge;
    std::string note;
    bool none = false;
    bool lines = false;
    bool all = false;
    double iou = 0.5;
    double alike = 0.75;

    [[nodiscard]] adjudication::CompareOptions options() const { return {iou, alike}; }
};

/// A project and the item of it that is adjudicated.
struct Opened {
    std::unique_ptr<store::Project> project;
    std::unique_ptr<store::Reader> reader;
    model::Item item;
};

Result<Opened> open(const Context &context, const AdjudicateArguments &a, store::Project::Access access)
{
    auto project = context.openProject(a.folder, access);
    if (!project)
        return fail(project.error());
    auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    Opened opened{std::move(*project), std::move(*reader), {}};
    if (!a.item.empty()) {
        auto item = Context::findItem(*opened.reader, q(a.item));
        if (!item)
            return fail(item.error());
        opened.item = std::move(*item);
    }
    return opened;
}

const char *whyName(Why why)
{
    switch (why) {
    case Why::Missing: return "missing";
    case Why::Class: return "class";
    case Why::Shape: return "shape";
    case Why::Values: return "values";
    case Why::Agreed: break;
    }
    return "agreed";
}

const char *kindName(adjudication::SourceKind kind)
{
    switch (kind) {
    case adjudication::SourceKind::Consensus: return "consensus";
    case adjudication::SourceKind::Model: return "model";
    case adjudication::SourceKind::Accepted: return "accepted";
    case adjudication::SourceKind::Person: break;
    }
    return "person";
}

Json textOrNull(const QString &text)
{
    return text.isEmpty() ? Json(nullptr) : toJson(text);
}

template <typename T>
Json idList(const std::vector<T> &ids)
{
    Json list = Json::array();
    for (const T &id : ids)
        list.push_back(toJson(id.toString()));
    return list;
}

Json conflictJson(const packet::Conflict &conflict)
{
    Json parts = Json::array();
    for (const QString &part : conflict.parts)
        parts.push_back(toJson(part));
    return {{"id", toJson(conflict.id.toString())},
            {"item", toJson(conflict.item.toString())},
            {"kind", toJson(conflict.kind)},
            {"subject", toJson(conflict.subject)},
            {"parts", parts},
            {"text", toJson(packet::conflictWords(conflict.kind))}};
}

Result<Answer> list(Context &context, const AdjudicateArguments &a)
{
    const auto opened = open(context, a, store::Project::Access::Read);
    if (!opened)
        return fail(opened.error());
    const auto queue = adjudication::compareQueue(*opened->project, context.person(), context.control());
    if (!queue)
        return fail(queue.error());
    const auto conflicts = packet::conflicts(*opened->project);
    if (!conflicts)
        return fail(conflicts.error());
    Answer answer;
    answer.json = {{"items", Json::array()}, {"conflicts", Json::array()}};
    for (const adjudication::CompareEntry &entry : *queue) {
        answer.json["items"].push_back({{"item", toJson(entry.item.toString())},
                                        {"name", toJson(entry.name)},
                                        {"people", entry.people},
                                        {"open", entry.open},
                                        {"asked", entry.asked},
                                        {"adjudicated", entry.adjudicated}});
        answer.text += QStringLiteral("%1  %2 people  %3 open%4%5\n")
                           .arg(entry.name, -32)
                           .arg(entry.people)
                           .arg(entry.open)
                           .arg(entry.asked ? QStringLiteral("  asked for by a review") : QString())
                           .arg(entry.adjudicated ? QStringLiteral("  adjudicated") : QString());
    }
    for (const packet::Conflict &conflict : *conflicts) {
        answer.json["conflicts"].push_back(conflictJson(conflict));
        answer.text +=
            QStringLiteral("%1  %2: %3\n").arg(conflict.item.toString(), conflict.subject, packet::conflictWords(conflict.kind));
    }
    if (queue->empty())
        answer.text += QStringLiteral("Nothing was handed in by two people.\n");
    answer.problems = !conflicts->empty();
    return answer;
}

Json labelJson(model::Annotation label, const QString &name, bool blind, const model::Schema &schema)
{
    if (blind) {
        label.layer = name;
        label.origin = {};
        label.createdMicroseconds = 0;
        label.extra = nullptr;
    }
    return model::annotationToJson(label, schema);
}

Json rulingJson(const adjudication::Ruling &ruling, const model::Schema &schema)
{
    return {{"id", toJson(ruling.id.toString())},
            {"by", toJson(ruling.by)},
            {"choice", ruling.choice.isNull() ? Json(nullptr) : toJson(ruling.choice.toString())},
            {"result", ruling.result ? model::annotationToJson(*ruling.result, schema) : Json(nullptr)},
            {"supersedes", idList(ruling.supersedes)},
            {"note", toJson(ruling.note)},
            {"created", toJson(model::isoFromMicroseconds(ruling.createdMicroseconds))}};
}

QString nameOf(const Comparison &comparison, std::size_t source)
{
    const adjudication::Source &s = comparison.sources[source];
    return s.kind == adjudication::SourceKind::Person ? s.letter : s.layer;
}

Json caseJson(const Comparison &comparison, const Case &one, const model::Schema &schema)
{
    const auto versions = [&](const std::vector<Case::Version> &list) {
        Json json = Json::array();
        for (const Case::Version &version : list) {
            const QString name = nameOf(comparison, version.source);
            const bool person = comparison.sources[version.source].kind == adjudication::SourceKind::Person;
            json.push_back(
                {{"by", toJson(name)}, {"annotation", labelJson(version.label, name, person && comparison.blind, schema)}});
        }
        return json;
    };
    Json absent = Json::array();
    for (const std::size_t source : one.absent)
        absent.push_back(toJson(nameOf(comparison, source)));
    Json rulings = Json::array();
    for (const adjudication::Ruling &ruling : one.rulings)
        rulings.push_back(rulingJson(ruling, schema));
    return {{"case", toJson(one.id.toString())},
            {"why", whyName(one.why)},
            {"likeness", one.likeness},
            {"open", one.open()},
            {"contradictory", one.contradictory()},
            {"versions", versions(one.versions)},
            {"absent", absent},
            {"beside", versions(one.beside)},
            {"base", one.base ? labelJson(*one.base, QStringLiteral("base"), comparison.blind, schema) : Json(nullptr)},
            {"rulings", rulings}};
}

Result<Answer> show(Context &context, const AdjudicateArguments &a)
{
    const auto opened = open(context, a, store::Project::Access::Read);
    if (!opened)
        return fail(opened.error());
    const auto schema = opened->reader->schema();
    if (!schema)
        return fail(schema.error());
    const auto comparison =
        adjudication::compare(*opened->project, opened->item.id, a.options(), context.person(), context.control());
    if (!comparison)
        return fail(comparison.error());
    Answer answer;
    answer.json = {{"item", toJson(comparison->item.id.toString())},
                   {"name", toJson(comparison->item.name)},
                   {"blind", comparison->blind},
                   {"sources", Json::array()},
                   {"cases", Json::array()}};
    for (std::size_t s = 0; s < comparison->sources.size(); ++s) {
        const adjudication::Source &source = comparison->sources[s];
        const bool hidden = comparison->blind && source.kind == adjudication::SourceKind::Person;
        answer.json["sources"].push_back({{"by", toJson(nameOf(*comparison, s))},
                                          {"kind", kindName(source.kind)},
                                          {"layer", hidden ? Json(nullptr) : textOrNull(source.layer)},
                                          {"labels", source.labels.size()}});
    }
    std::size_t shown = 0;
    for (const Case &one : comparison->cases) {
        if (one.why == Why::Agreed && !a.all && !one.open())
            continue;
        ++shown;
        answer.json["cases"].push_back(caseJson(*comparison, one, *schema));
        QStringList said;
        for (const Case::Version &version : one.versions) {
            const model::LabelClass *known = schema->find(version.label.labelClass);
            said.append(
                QStringLiteral("%1 %2").arg(nameOf(*comparison, version.source), known ? known->name : QStringLiteral("-")));
        }
        for (const std::size_t source : one.absent)
            said.append(QStringLiteral("%1 nothing").arg(nameOf(*comparison, source)));
        answer.text += QStringLiteral("%1  %2  %3  %4\n")
                           .arg(one.id.toString(), QLatin1String(whyName(one.why)), said.join(QStringLiteral(", ")),
                                one.contradictory() ? QStringLiteral("contradictory")
                                : one.open()        ? QStringLiteral("open")
                                                    : QStringLiteral("ruled"));
    }
    answer.text +=
        QStringLiteral("%1: %2 cases, %3 shown.\n").arg(comparison->item.name).arg(comparison->cases.size()).arg(shown);
    return answer;
}

Result<std::size_t> sourceOf(const Comparison &comparison, const QString &letter)
{
    for (std::size_t s = 0; s < comparison.sources.size(); ++s)
        if (comparison.sources[s].kind == adjudication::SourceKind::Person && comparison.sources[s].letter == letter)
            return s;
    return fail(ErrorCode::NotFound, QStringLiteral("There is no “%1” among those compared.").arg(letter));
}

Result<RulingDraft> begunDraft(const QString &caseId, const QString &note)
{
    const auto id = Uuid::fromString(caseId);
    if (!id)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("“%1” is no id of a case.").arg(caseId));
    RulingDraft draft;
    draft.caseId = *id;
    draft.note = note;
    return draft;
}

/// {"case":ID, "choose":LETTER or null | "annotation":{…} | "merge":[LETTER…], "note":TEXT}
Result<RulingDraft> draftOf(const Json &json, const Comparison &comparison, const model::Schema &schema)
{
    model::JsonFields f(json, QStringLiteral("The ruling"));
    f.only({"case", "choose", "annotation", "merge", "note"});
    auto draft = begunDraft(f.requiredText("case"), f.text("note"));
    const QString choose = f.text("choose");
    const QStringList merge = f.texts("merge");
    if (f.error())
        return fail(*f.error());
    if (!draft)
        return draft;
    if (int(json.contains("choose")) + int(json.contains("annotation")) + int(json.contains("merge")) != 1)
        return fail(ErrorCode::Malformed, QStringLiteral("A ruling has one of “choose”, “annotation” and “merge”."));
    if (json.contains("annotation")) {
        draft->kind = RulingDraft::Kind::Edit;
        Json wanted = json["annotation"];
        if (wanted.is_object())
            wanted["item"] = toJson(comparison.item.id.toString());
        auto label = model::annotationFromJson(wanted, schema);
        if (!label)
            return fail(label.error());
        draft->result = std::move(*label);
        return draft;
    }
    draft->kind = json.contains("merge") ? RulingDraft::Kind::Merge
                  : f.has("choose")      ? RulingDraft::Kind::Choose
                                         : RulingDraft::Kind::None;
    for (const QString &letter : json.contains("merge") ? merge : f.has("choose") ? QStringList{choose} : QStringList{}) {
        const auto source = sourceOf(comparison, letter);
        if (!source)
            return fail(source.error());
        draft->sources.push_back(*source);
    }
    return draft;
}

Result<std::vector<RulingDraft>> draftsFromInput(const Comparison &comparison, const model::Schema &schema)
{
    std::vector<RulingDraft> drafts;
    std::string line;
    for (std::int64_t number = 1; std::getline(std::cin, line); ++number) {
        if (line.empty())
            continue;
        const auto json = line.size() > longestLine
                              ? Result<Json>(fail(ErrorCode::TooLarge, QStringLiteral("The line is too long.")))
                              : base::parseJson(QByteArrayView(line.data(), static_cast<qsizetype>(line.size())));
        const auto draft = json ? draftOf(*json, comparison, schema) : Result<RulingDraft>(fail(json.error()));
        if (!draft)
            return fail(draft.error().code,
                        QStringLiteral("Line %1: %2 Nothing was recorded.").arg(number).arg(draft.error().text));
        drafts.push_back(*draft);
    }
    return drafts;
}

Result<RulingDraft> draftFromOptions(const AdjudicateArguments &a, const Comparison &comparison)
{
    if (int(!a.choose.empty()) + int(a.none) + int(!a.merge.empty()) != 1)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("Say what is right: --choose LETTER, --merge LETTERS or --none."));
    auto draft = begunDraft(q(a.caseId), q(a.note));
    if (!draft)
        return draft;
    draft->kind = a.none ? RulingDraft::Kind::None : a.choose.empty() ? RulingDraft::Kind::Merge : RulingDraft::Kind::Choose;
    std::vector<std::string> letters = a.merge;
    if (!a.choose.empty())
        letters.push_back(a.choose);
    for (const std::string &letter : letters) {
        const auto source = sourceOf(comparison, q(letter));
        if (!source)
            return fail(source.error());
        draft->sources.push_back(*source);
    }
    return draft;
}

Result<Answer> rule(Context &context, const AdjudicateArguments &a)
{
    const auto opened = open(context, a, store::Project::Access::Write);
    if (!opened)
        return fail(opened.error());
    const auto schema = opened->reader->schema();
    if (!schema)
        return fail(schema.error());
    const auto comparison =
        adjudication::compare(*opened->project, opened->item.id, a.options(), context.person(), context.control());
    if (!comparison)
        return fail(comparison.error());
    std::vector<RulingDraft> drafts;
    if (a.lines) {
        auto read = draftsFromInput(*comparison, *schema);
        if (!read)
            return fail(read.error());
        drafts = std::move(*read);
    } else {
        const auto draft = draftFromOptions(a, *comparison);
        if (!draft)
            return fail(draft.error());
        drafts.push_back(*draft);
    }
    const auto done = adjudication::rule(*opened->project, *comparison, drafts, context.person());
    if (!done)
        return fail(done.error());
    const auto after = adjudication::compare(*opened->project, opened->item.id, a.options(), context.person(), context.control());
    if (!after)
        return fail(after.error());
    const auto left = std::count_if(after->cases.begin(), after->cases.end(), [](const Case &one) { return one.open(); });
    Answer answer;
    answer.json = {{"rulings", drafts.size()}, {"seq", done->seq}, {"open", left}};
    answer.text =
        QStringLiteral("Recorded %1 rulings about %2; %3 cases are open.\n").arg(drafts.size()).arg(opened->item.name).arg(left);
    return answer;
}

Result<Answer> finish(Context &context, const AdjudicateArguments &a)
{
    const auto opened = open(context, a, store::Project::Access::Write);
    if (!opened)
        return fail(opened.error());
    const auto report =
        adjudication::finishAdjudication(*opened->project, opened->item.id, a.options(), context.person(), context.control());
    if (!report)
        return fail(report.error());
    Answer answer;
    answer.json = {
        {"agreed", report->agreed}, {"ruled", report->ruled}, {"written", report->written}, {"removed", report->removed}};
    answer.text = QStringLiteral("%1: %2 accepted because people agree, %3 ruled; the accepted layer got %4 and lost %5.\n")
                      .arg(opened->item.name)
                      .arg(report->agreed)
                      .arg(report->ruled)
                      .arg(report->written)
                      .arg(report->removed);
    return answer;
}

}  // namespace

void addAdjudicateVerb(CLI::App &app, Context &context)
{
    CLI::App *verb = app.add_subcommand("adjudicate", "Choose between several people's labels; see docs/review.md");
    verb->require_subcommand(1);
    auto arguments = std::make_shared<AdjudicateArguments>();
    using Run = Result<Answer> (*)(Context &, const AdjudicateArguments &);
    const auto step = [&](const char *name, const char *what, bool ofItem, Run run) {
        CLI::App *sub = verb->add_subcommand(name, what);
        sub->add_option("PROJECT", arguments->folder)->required();
        if (ofItem) {
            sub->add_option("--item", arguments->item, "Id or name")->required();
            sub->add_option("--iou", arguments->iou, "From where objects can be the same one")->check(CLI::Range(0.1, 1.0));
            sub->add_option("--alike", arguments->alike, "Below this mean likeness shapes disagree")->check(CLI::Range(0.0, 1.0));
        }
        sub->callback([=, &context] { context.run = [=, &context] { return run(context, *arguments); }; });
        return sub;
    };
    step("list", "Items that two or more people handed in, and open conflicts; exit code 3 when there are conflicts", false,
         list);
    step("show", "What people disagree on, with versions, rulings and what stands beside", true, show)
        ->add_flag("--all", arguments->all, "What they agree on as well");
    CLI::App *ruling = step("rule", "Record rulings", true, rule);
    auto *lines =
        ruling->add_flag("--lines", arguments->lines, "Read them from standard input, one JSON object a line, all or none");
    ruling->add_option("--case", arguments->caseId, "Id of the case")->excludes(lines);
    ruling->add_option("--choose", arguments->choose, "Letter of the version that is right")->excludes(lines);
    ruling->add_option("--merge", arguments->merge, "Letters of versions to merge")->excludes(lines);
    ruling->add_flag("--none", arguments->none, "There is no such object")->excludes(lines);
    ruling->add_option("--note", arguments->note)->excludes(lines);
    step("finish", "End it: what people agree on joins what was ruled in the accepted layer", true, finish);
}

}  // namespace plumbline::cli
