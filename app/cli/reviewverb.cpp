// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"
#include "app/cli/reviewverbs.h"

#include "core/review/authorview.h"
#include "core/review/reviewing.h"
#include "core/review/reviewplan.h"
#include "core/review/undrawn.h"
#include "core/workflow/roles.h"
#include "core/review/threads.h"
#include "core/store/reader.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>

namespace plumbline::cli {

using base::toJson;

namespace {

struct ReviewArguments {
    std::string folder;
    std::string item;
    std::string author;
    std::string annotation;
    std::string decision;
    std::string code;
    std::string comment;
    std::string thread;
    std::optional<std::int64_t> frame;
    std::vector<double> place;
    bool lines = false;
    bool acceptRest = false;
    bool resolve = false;
};

/// What every step of a review needs.
struct Opened {
    std::unique_ptr<store::Project> project;
    std::unique_ptr<store::Reader> reader;
    model::Item item;
};

Result<Opened> open(Context &context, const ReviewArguments &arguments, store::Project::Access access,
                    workflow::Act act = workflow::Act::Review)
{
    auto project = context.openProject(arguments.folder, access, act);
    if (!project)
        return fail(project.error());
    auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    Opened opened{std::move(*project), std::move(*reader), {}};
    if (!arguments.item.empty()) {
        const auto item = Context::findItem(*opened.reader, q(arguments.item));
        if (!item)
            return fail(item.error());
        opened.item = *item;
    }
    return opened;
}

Json decisionJson(const model::Decision &decision)
{
    return {{"id", toJson(decision.id.toString())},
            {"annotation", decision.annotation.isNull() ? Json() : Json(toJson(decision.annotation.toString()))},
            {"submission", toJson(decision.submission.toString())},
            {"reviewer", toJson(decision.reviewer)},
            {"decision", toJson(model::decisionName(decision.kind))},
            {"code", toJson(decision.errorCode)},
            {"comment", toJson(decision.comment)},
            {"frame", decision.frame ? Json(decision.frame->index) : Json()},
            {"place", decision.place ? Json::array({decision.place->x, decision.place->y}) : Json()},
            {"created", toJson(model::isoFromMicroseconds(decision.createdMicroseconds))}};
}

Json decisionsJson(const std::vector<model::Decision> &decisions)
{
    Json list = Json::array();
    for (const model::Decision &decision : decisions)
        list.push_back(decisionJson(decision));
    return list;
}

Answer stateAnswer(model::TaskState state, const QString &item)
{
    Answer answer;
    answer.json = {{"state", toJson(model::taskStateName(state))}};
    answer.text = QStringLiteral("%1: %2.\n").arg(item, model::taskStateName(state));
    return answer;
}

Result<Answer> list(Context &context, const ReviewArguments &arguments)
{
    const auto opened = open(context, arguments, store::Project::Access::Read);
    if (!opened)
        return fail(opened.error());
    const auto queue = review::reviewQueue(*opened->project, context.person());
    if (!queue)
        return fail(queue.error());
    Answer answer;
    answer.json = {{"work", Json::array()}};
    for (const review::QueueEntry &entry : *queue) {
        answer.json["work"].push_back({{"item", toJson(entry.task.item.toString())},
                                       {"name", toJson(entry.itemName)},
                                       {"author", toJson(entry.submission.annotator)},
                                       {"round", entry.task.round},
                                       {"state", toJson(model::taskStateName(entry.task.state))},
                                       {"reviewer", toJson(entry.reviewer)},
                                       {"drawn", entry.drawn},
                                       {"submitted", toJson(model::isoFromMicroseconds(entry.submission.createdMicroseconds))}});
        answer.text += QStringLiteral("%1  %2  round %3  %4%5%6\n")
                           .arg(entry.itemName, -32)
                           .arg(entry.submission.annotator, -16)
                           .arg(entry.task.round)
                           .arg(model::taskStateName(entry.task.state))
                           .arg(entry.reviewer.isEmpty() ? QString() : QStringLiteral(" by %1").arg(entry.reviewer))
                           .arg(entry.drawn ? QString() : QStringLiteral("  (not drawn)"));
    }
    return answer;
}

Result<Answer> show(Context &context, const ReviewArguments &arguments)
{
    const auto opened = open(context, arguments, store::Project::Access::Read);
    if (!opened)
        return fail(opened.error());
    const auto schema = opened->reader->schema();
    if (!schema)
        return fail(schema.error());
    const auto work = review::reviewWork(*opened->project, opened->item.id, q(arguments.author), context.person());
    if (!work)
        return fail(work.error());
    Answer answer;
    Json labels = Json::array();
    for (const model::Annotation &label : work->labels) {
        const auto decided = work->decided.find(label.id);
        labels.push_back({{"annotation", model::annotationToJson(label, *schema)},
                          {"decision", decided == work->decided.end() ? Json() : decisionJson(decided->second)},
                          {"changed", work->changed.contains(label.id)}});
    }
    Json removed = Json::array();
    for (const model::Annotation &label : work->removed)
        removed.push_back(model::annotationToJson(label, *schema));
    answer.json = {{"item", toJson(work->item.id.toString())},
                   {"state", toJson(model::taskStateName(work->task.state))},
                   {"round", work->task.round},
                   {"submission", toJson(work->submission.id.toString())},
                   {"labels", labels},
                   {"general", decisionsJson(work->general)},
                   {"reworked", work->reworked},
                   {"asked", decisionsJson(work->asked)},
                   {"removed", removed},
                   {"edited_since", work->editedSince}};
    answer.text = QStringLiteral("%1, %2, round %3: %4 labels, %5 decided%6.\n")
                      .arg(work->item.name, model::taskStateName(work->task.state))
                      .arg(work->task.round)
                      .arg(work->labels.size())
                      .arg(work->decided.size())
                      .arg(work->reworked ? QStringLiteral(", %1 changed and %2 taken away since the last round")
                                                .arg(work->changed.size())
                                                .arg(work->removed.size())
                                          : QString());
    return answer;
}

Result<Answer> take(Context &context, const ReviewArguments &arguments, bool giveBack)
{
    const auto opened = open(context, arguments, store::Project::Access::Write);
    if (!opened)
        return fail(opened.error());
    const auto done = giveBack ? review::giveBack(*opened->project, opened->item.id, q(arguments.author), context.person())
                               : review::takeForReview(*opened->project, opened->item.id, q(arguments.author), context.person());
    if (!done)
        return fail(done.error());
    return stateAnswer(giveBack ? model::TaskState::Submitted : model::TaskState::InReview, opened->item.name);
}

Result<review::DecisionDraft> draftOf(const model::Item &item, const std::string &annotation, const std::string &decision,
                                      const std::string &code, const std::string &comment, std::optional<std::int64_t> frame,
                                      const std::vector<double> &place)
{
    review::DecisionDraft draft;
    const auto kind = model::decisionFromName(q(decision));
    if (!kind)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("“%1” is no decision: accept, fix or reject.").arg(q(decision)));
    draft.kind = *kind;
    if (!annotation.empty()) {
        const auto id = AnnotationId::fromString(q(annotation));
        if (!id)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("“%1” is no id of an annotation.").arg(q(annotation)));
        draft.annotation = *id;
    }
    draft.errorCode = q(code);
    draft.comment = q(comment);
    if (frame) {
        if (*frame < 0 || *frame >= std::max<std::int64_t>(1, item.frames))
            return fail(ErrorCode::InvalidArgument, QStringLiteral("%1 has no frame %2.").arg(item.name).arg(*frame));
        draft.frame = model::FrameRef{};
        draft.frame->index = *frame;
    }
    if (place.size() == 2)
        draft.place = geometry::Point{place[0], place[1]};
    return draft;
}

/// One decision a line, as show prints them: {"annotation":…, "decision":"fix", "code":…, "comment":…}.
Result<std::vector<review::DecisionDraft>> draftsFromInput(const model::Item &item)
{
    std::vector<review::DecisionDraft> drafts;
    std::string line;
    for (std::int64_t number = 1; std::getline(std::cin, line); ++number) {
        const auto wrong = [&](const QString &why) {
            return fail(ErrorCode::Malformed, QStringLiteral("Line %1: %2 Nothing was recorded.").arg(number).arg(why));
        };
        if (line.empty())
            continue;
        const auto json = base::parseJson(QByteArray::fromStdString(line), 16);
        if (!json)
            return wrong(json.error().text);
        if (!json->is_object())
            return wrong(QStringLiteral("this is no object."));
        const auto text = [&](const char *key) -> std::optional<std::string> {
            if (!json->contains(key) || json->at(key).is_null())
                return std::string();
            return json->at(key).is_string() ? std::optional(json->at(key).get<std::string>()) : std::nullopt;
        };
        const auto annotation = text("annotation");
        const auto decision = text("decision");
        const auto code = text("code");
        const auto comment = text("comment");
        if (!annotation || !decision || !code || !comment)
            return wrong(QStringLiteral("annotation, decision, code and comment are texts."));
        const auto draft = draftOf(item, *annotation, *decision, *code, *comment, {}, {});
        if (!draft)
            return wrong(draft.error().text);
        drafts.push_back(*draft);
    }
    return drafts;
}

Result<Answer> decide(Context &context, const ReviewArguments &arguments)
{
    const auto opened = open(context, arguments, store::Project::Access::Write);
    if (!opened)
        return fail(opened.error());
    std::vector<review::DecisionDraft> drafts;
    if (arguments.lines) {
        auto read = draftsFromInput(opened->item);
        if (!read)
            return fail(read.error());
        drafts = std::move(*read);
    } else {
        const auto draft = draftOf(opened->item, arguments.annotation, arguments.decision, arguments.code, arguments.comment,
                                   arguments.frame, arguments.place);
        if (!draft)
            return fail(draft.error());
        drafts.push_back(*draft);
    }
    const auto done = review::decide(*opened->project, opened->item.id, q(arguments.author), drafts, context.person());
    if (!done)
        return fail(done.error());
    Answer answer;
    answer.json = {{"decisions", drafts.size()}, {"seq", done->seq}};
    answer.text = QStringLiteral("Recorded %1 decisions.\n").arg(drafts.size());
    return answer;
}

Result<Answer> finish(Context &context, const ReviewArguments &arguments)
{
    const auto opened = open(context, arguments, store::Project::Access::Write);
    if (!opened)
        return fail(opened.error());
    const auto report =
        review::finishReview(*opened->project, opened->item.id, q(arguments.author), {arguments.acceptRest}, context.person());
    if (!report)
        return fail(report.error());
    Answer answer;
    answer.json = {{"state", toJson(model::taskStateName(report->state))},
                   {"round", report->round},
                   {"accepted", report->accepted},
                   {"to_fix", report->toFix},
                   {"rejected", report->rejected},
                   {"written", report->written},
                   {"removed", report->removed},
                   {"adjudicate", report->adjudicate}};
    answer.text = QStringLiteral("%1: %2. %3 labels accepted, %4 to fix, %5 rejected; the accepted layer got %6 and lost %7.%8\n")
                      .arg(opened->item.name, model::taskStateName(report->state))
                      .arg(report->accepted)
                      .arg(report->toFix)
                      .arg(report->rejected)
                      .arg(report->written)
                      .arg(report->removed)
                      .arg(report->adjudicate ? QStringLiteral(" It goes to adjudication.") : QString());
    return answer;
}

Result<Answer> move(Context &context, const ReviewArguments &arguments, bool reopen)
{
    const auto opened = open(context, arguments, store::Project::Access::Write,
                             reopen ? workflow::Act::Reopen : workflow::Act::Review);
    if (!opened)
        return fail(opened.error());
    const auto state = reopen ? review::reopen(*opened->project, opened->item.id, q(arguments.author), context.person())
                              : review::close(*opened->project, opened->item.id, q(arguments.author), context.person());
    return state ? Result<Answer>(stateAnswer(*state, opened->item.name)) : fail(state.error());
}

Result<Answer> conflicts(Context &context, const ReviewArguments &arguments)
{
    const auto opened = open(context, arguments, store::Project::Access::Read);
    if (!opened)
        return fail(opened.error());
    const auto decisions = opened->reader->decisions(arguments.item.empty() ? std::nullopt : std::optional(opened->item.id));
    if (!decisions)
        return fail(decisions.error());
    Answer answer;
    answer.json = {{"conflicts", Json::array()}};
    for (const review::DecisionConflict &conflict : review::conflictsOf(*decisions)) {
        answer.json["conflicts"].push_back(
            {{"item", toJson(conflict.item.toString())},
             {"annotation", conflict.annotation.isNull() ? Json() : Json(toJson(conflict.annotation.toString()))},
             {"submission", toJson(conflict.submission.toString())},
             {"decisions", decisionsJson(conflict.decisions)}});
        QStringList said;
        for (const model::Decision &decision : conflict.decisions)
            said.append(QStringLiteral("%1 says %2").arg(decision.reviewer, model::decisionName(decision.kind)));
        answer.text +=
            QStringLiteral("%1: %2\n")
                .arg(conflict.annotation.isNull() ? QStringLiteral("the work as a whole") : conflict.annotation.toString(),
                     said.join(QStringLiteral(", ")));
    }
    answer.problems = !answer.json["conflicts"].empty();
    return answer;
}

Result<Answer> acceptUndrawn(Context &context, const ReviewArguments &arguments)
{
    const auto opened = open(context, arguments, store::Project::Access::Write);
    if (!opened)
        return fail(opened.error());
    const auto report = review::acceptUndrawn(*opened->project, context.person(), context.control());
    if (!report)
        return fail(report.error());
    Answer answer;
    answer.json = {{"accepted", report->accepted}, {"adjudicate", report->adjudicate}, {"written", report->written}};
    answer.text = QStringLiteral("%1 pieces of work accepted without a look, %2 of them go to adjudication.\n")
                      .arg(report->accepted)
                      .arg(report->adjudicate);
    return answer;
}

Json threadJson(const review::ThreadWithComments &entry)
{
    Json comments = Json::array();
    for (const model::Comment &comment : entry.comments) {
        Json mentions = Json::array();
        for (const QString &name : comment.mentions)
            mentions.push_back(toJson(name));
        comments.push_back({{"author", toJson(comment.author)},
                            {"text", toJson(comment.text)},
                            {"mentions", mentions},
                            {"created", toJson(model::isoFromMicroseconds(comment.createdMicroseconds))}});
    }
    const model::Thread &thread = entry.thread;
    return {{"thread", toJson(thread.id.toString())},
            {"annotation", thread.annotation.isNull() ? Json() : Json(toJson(thread.annotation.toString()))},
            {"frame", thread.frame ? Json(thread.frame->index) : Json()},
            {"place", thread.place ? Json::array({thread.place->x, thread.place->y}) : Json()},
            {"resolved", thread.resolved},
            {"resolved_by", toJson(thread.resolvedBy)},
            {"comments", comments}};
}

// What concerns the person, without names where the plan is blind: as the window shows it.
Result<std::vector<review::ThreadWithComments>> threadsFor(const Opened &opened, const store::Person &person)
{
    const auto plan = review::reviewPlan(*opened.reader);
    auto concern = review::Concern::open(*opened.project, *opened.reader, person);
    if (!plan || !concern)
        return fail(plan ? concern.error() : plan.error());
    auto list = concern->threads(opened.item.id);
    if (!list || !plan->blind || concern->role() == workflow::Role::Lead)
        return list;
    const auto view = review::authorView(*opened.project, opened.item.id, person);
    if (!view)
        return fail(view.error());
    std::vector<review::ThreadWithComments> shown;
    for (review::ThreadWithComments &entry : *list) {
        const auto talk = std::find_if(view->talks.begin(), view->talks.end(),
                                       [&](const review::Talk &one) { return one.id == entry.thread.id; });
        // Something was said in between: the next look shows it.
        if (talk == view->talks.end() || talk->entries.size() < entry.comments.size())
            continue;
        if (entry.thread.resolvedBy != person.name)
            entry.thread.resolvedBy = talk->resolvedBy;
        for (std::size_t i = 0; i < entry.comments.size(); ++i) {
            model::Comment &comment = entry.comments[i];
            comment.text = talk->entries[i].text;
            if (comment.author != person.name)
                comment.author = talk->entries[i].who;
            comment.mentions.removeIf([&](const QString &name) { return name != person.name; });
        }
        shown.push_back(std::move(entry));
    }
    return shown;
}

Result<Answer> threads(Context &context, const ReviewArguments &arguments)
{
    const bool writes = !arguments.comment.empty() || arguments.resolve;
    const auto opened = open(context, arguments, writes ? store::Project::Access::Write : store::Project::Access::Read,
                             writes ? workflow::Act::Label : workflow::Act::Look);
    if (!opened)
        return fail(opened.error());
    const store::Person person = context.person();
    std::optional<ThreadId> thread;
    if (!arguments.thread.empty()) {
        thread = ThreadId::fromString(q(arguments.thread));
        if (!thread)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("“%1” is no id of a remark.").arg(q(arguments.thread)));
    }
    if (arguments.resolve && !thread)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("Name the remark to resolve: --thread ID."));
    if (!arguments.comment.empty() && thread) {
        if (const auto done = review::answer(*opened->project, opened->item.id, *thread, q(arguments.comment), person); !done)
            return fail(done.error());
    } else if (!arguments.comment.empty()) {
        const auto draft = draftOf(opened->item, arguments.annotation, "accept", {}, {}, arguments.frame, arguments.place);
        if (!draft)
            return fail(draft.error());
        const auto done = review::openThread(*opened->project, {opened->item.id, draft->annotation, draft->frame, draft->place},
                                             q(arguments.comment), person);
        if (!done)
            return fail(done.error());
    }
    if (arguments.resolve)
        if (const auto done = review::resolve(*opened->project, opened->item.id, *thread, person); !done)
            return fail(done.error());
    const auto list = threadsFor(*opened, person);
    if (!list)
        return fail(list.error());
    Answer answer;
    answer.json = {{"threads", Json::array()}};
    for (const review::ThreadWithComments &entry : *list) {
        answer.json["threads"].push_back(threadJson(entry));
        answer.text +=
            entry.thread.id.toString() + (entry.thread.resolved ? QStringLiteral("  resolved\n") : QStringLiteral("\n"));
        for (const model::Comment &comment : entry.comments)
            answer.text += QStringLiteral("    %1: %2\n").arg(comment.author, comment.text);
    }
    return answer;
}

}  // namespace

void addReviewVerb(CLI::App &app, Context &context)
{
    CLI::App *verb = app.add_subcommand("review", "Decide about handed-in work; see docs/review.md");
    verb->require_subcommand(1);
    auto arguments = std::make_shared<ReviewArguments>();
    using Run = Result<Answer> (*)(Context &, const ReviewArguments &);
    const auto step = [&](const char *name, const char *what, bool ofWork, Run run) {
        CLI::App *sub = verb->add_subcommand(name, what);
        sub->add_option("PROJECT", arguments->folder)->required();
        if (ofWork) {
            sub->add_option("--item", arguments->item, "Id or name")->required();
            sub->add_option("--author", arguments->author, "Whose work")->required();
        }
        sub->callback([=, &context] { context.run = [=, &context] { return run(context, *arguments); }; });
        return sub;
    };
    step("list", "What waits for a review, without one's own work", false, list);
    step("show", "One piece of work as it was handed in, with decisions and what changed since the last round", true, show);
    step("take", "Begin a review; the author cannot edit until it ends", true,
         [](Context &c, const ReviewArguments &a) { return take(c, a, false); });
    step("give-back", "End it undecided", true, [](Context &c, const ReviewArguments &a) { return take(c, a, true); });
    CLI::App *decision = step("decide", "Record decisions", true, decide);
    auto *lines =
        decision->add_flag("--lines", arguments->lines, "Read them from standard input, one JSON object a line, all or none");
    decision->add_option("--annotation", arguments->annotation, "Id of the label; without it the work as a whole")
        ->excludes(lines);
    decision->add_option("--decision", arguments->decision, "accept, fix or reject")->excludes(lines);
    decision->add_option("--code", arguments->code, "One of the schema's error codes; for fix and reject")->excludes(lines);
    decision->add_option("--comment", arguments->comment)->excludes(lines);
    decision->add_option("--frame", arguments->frame, "Where something is missing")->excludes(lines);
    decision->add_option("--place", arguments->place, "x y in pixels")->expected(2)->excludes(lines);
    step("finish", "End a review with what the decisions come to", true, finish)
        ->add_flag("--accept-rest", arguments->acceptRest, "Accept labels without a decision");
    step("reopen", "Unlock accepted, rejected or closed work", true,
         [](Context &c, const ReviewArguments &a) { return move(c, a, true); });
    step("close", "Close accepted work, leave out what cannot be labeled", true,
         [](Context &c, const ReviewArguments &a) { return move(c, a, false); });
    step("accept-undrawn", "Accept, without a look, what the plan did not draw for review", false, acceptUndrawn);
    step("conflicts", "What reviewers contradict each other about; exit code 3 when there is something", false, conflicts)
        ->add_option("--item", arguments->item, "Id or name; without it the whole project");
    addReviewPlanVerb(*verb, context);
    addReviewFiguresVerb(*verb, context);
    CLI::App *remarks = step("threads", "Questions and remarks of an item; with --say one more", false, threads);
    remarks->add_option("--item", arguments->item, "Id or name")->required();
    remarks->add_option("--say", arguments->comment, "Text; @name mentions a member");
    remarks->add_option("--thread", arguments->thread, "Answer to this one instead of opening another");
    remarks->add_option("--annotation", arguments->annotation, "Label it is about");
    remarks->add_option("--frame", arguments->frame);
    remarks->add_option("--place", arguments->place, "x y in pixels")->expected(2);
    remarks->add_flag("--resolve", arguments->resolve, "Mark --thread as resolved");
    addStitchVerb(*verb, context);
}

}  // namespace plumbline::cli
