// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/review/reassigning.h"
#include "core/workflow/taskscope.h"

#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;

namespace {

struct TaskArguments {
    std::string folder;
    std::string item;
    std::string person;
    std::string state;
    std::string to;
    std::string from;
    std::string frames;
    std::vector<std::string> classes;
    bool copy = false;
};

struct Opened {
    std::unique_ptr<store::Project> project;
    std::unique_ptr<store::Reader> reader;
    model::Item item;  ///< when one was named
};

Result<Opened> open(Context &context, const TaskArguments &arguments, store::Project::Access access)
{
    auto project = context.openProject(arguments.folder, access, access == store::Project::Access::Read ? workflow::Act::Look : workflow::Act::Plan);
    if (!project)
        return fail(project.error());
    auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    Opened opened{std::move(*project), std::move(*reader), {}};
    if (!arguments.item.empty()) {
        auto item = Context::findItem(*opened.reader, q(arguments.item));
        if (!item)
            return fail(item.error());
        opened.item = std::move(*item);
    }
    return opened;
}

Json rowJson(const review::TaskRow &row)
{
    Json classes = Json::array();
    for (const QString &name : row.task.scope.classes)
        classes.push_back(toJson(name));
    return {{"item", toJson(row.task.item.toString())},
            {"name", toJson(row.itemName)},
            {"person", toJson(row.task.assignee)},
            {"is_member", row.isMember},
            {"state", toJson(model::taskStateName(row.task.state))},
            {"round", row.task.round},
            {"part", toJson(row.part)},
            {"from_pts", row.task.scope.fromPts ? Json(*row.task.scope.fromPts) : Json()},
            {"to_pts", row.task.scope.toPts ? Json(*row.task.scope.toPts) : Json()},
            {"classes", classes},
            {"reviewer", toJson(row.reviewer)},
            {"reason", toJson(row.task.reason)},
            {"comment", toJson(row.task.comment)}};
}

Result<Answer> list(Context &context, const TaskArguments &arguments)
{
    review::TaskFilter filter;
    filter.person = q(arguments.person);
    if (!arguments.state.empty()) {
        filter.state = model::taskStateFromName(q(arguments.state));
        if (!filter.state)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("“%1” is no state of a task.").arg(q(arguments.state)));
    }
    const auto opened = open(context, arguments, store::Project::Access::Read);
    if (!opened)
        return fail(opened.error());
    if (!arguments.item.empty())
        filter.item = opened->item.id;
    const auto rows = review::tasksOf(*opened->project, filter, context.person());
    if (!rows)
        return fail(rows.error());
    Answer answer;
    answer.json = {{"tasks", Json::array()}};
    for (const review::TaskRow &row : *rows) {
        answer.json["tasks"].push_back(rowJson(row));
        answer.text += QStringLiteral("%1  %2  %3%4%5%6\n")
                           .arg(row.task.assignee, -16)
                           .arg(row.itemName, -32)
                           .arg(model::taskStateName(row.task.state))
                           .arg(row.part.isEmpty() ? QString() : QStringLiteral("  (%1)").arg(row.part))
                           .arg(row.reviewer.isEmpty() ? QString() : QStringLiteral("  reviewed by %1").arg(row.reviewer))
                           .arg(row.isMember ? QString() : QStringLiteral("  (no member any more)"));
    }
    return answer;
}

/// "13..27" or one number.
Result<std::pair<std::int64_t, std::int64_t>> rangeOf(const QString &text)
{
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    bool first = false;
    bool last = false;
    const std::pair<std::int64_t, std::int64_t> range{(dots < 0 ? text : text.left(dots)).toLongLong(&first),
                                                      (dots < 0 ? text : text.mid(dots + 2)).toLongLong(&last)};
    if (!first || !last)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("“%1” is no range of frames; write 0..19.").arg(text));
    return range;
}

Result<Answer> assign(Context &context, const TaskArguments &arguments)
{
    const auto opened = open(context, arguments, store::Project::Access::Write);
    if (!opened)
        return fail(opened.error());
    const auto scene = opened->reader->scene(opened->item.id);
    if (!scene)
        return fail(scene.error());
    model::TaskScope part;
    if (!arguments.frames.empty()) {
        const auto range = rangeOf(q(arguments.frames));
        if (!range)
            return fail(range.error());
        if (!*scene)
            return fail(ErrorCode::Unsupported,
                        QStringLiteral("Only scenes are parted by frames; %1 is none.").arg(opened->item.name));
        const auto frames = workflow::scopeOfFrames(**scene, range->first, range->second);
        if (!frames)
            return fail(frames.error());
        part = *frames;
    }
    for (const std::string &name : arguments.classes)
        part.classes.append(q(name));
    part.classes.removeDuplicates();
    part.classes.sort();
    const auto task = review::assign(*opened->project, opened->item.id, q(arguments.to), part, context.person());
    if (!task)
        return fail(task.error());
    const QString text = workflow::scopeText(task->scope, *scene ? &**scene : nullptr);
    Answer answer;
    answer.json = {
        {"task", toJson(task->id.toString())}, {"state", toJson(model::taskStateName(task->state))}, {"part", toJson(text)}};
    answer.text = QStringLiteral("%1: %2%3.\n")
                      .arg(opened->item.name, q(arguments.to), text.isEmpty() ? QString() : QStringLiteral(", %1").arg(text));
    return answer;
}

Result<Answer> reassign(Context &context, const TaskArguments &arguments)
{
    const auto opened = open(context, arguments, store::Project::Access::Write);
    if (!opened)
        return fail(opened.error());
    Answer answer;
    answer.json = {{"reassigned", Json::array()}, {"refused", Json::array()}};
    std::vector<std::pair<ItemId, QString>> items;
    const bool one = !arguments.item.empty();
    if (one) {
        items.emplace_back(opened->item.id, opened->item.name);
    } else {
        const auto rows = review::tasksOf(*opened->project, {{}, q(arguments.from), {}}, context.person());
        if (!rows)
            return fail(rows.error());
        // What is done is not left behind.
        for (const review::TaskRow &row : *rows)
            if (row.task.state != model::TaskState::Done && row.task.state != model::TaskState::Accepted
                && row.task.state != model::TaskState::Adjudicated)
                items.emplace_back(row.task.item, row.itemName);
    }
    for (const auto &[id, name] : items) {
        const auto done =
            review::reassign(*opened->project, id, q(arguments.from), q(arguments.to), arguments.copy, context.person());
        if (!done && (one || done.error().code != ErrorCode::Conflict))
            return fail(done.error());
        if (!done) {
            answer.json["refused"].push_back(
                {{"item", toJson(id.toString())}, {"name", toJson(name)}, {"why", toJson(done.error().text)}});
            answer.text += QStringLiteral("%1\n").arg(done.error().text);
            continue;
        }
        answer.json["reassigned"].push_back({{"item", toJson(id.toString())},
                                             {"name", toJson(name)},
                                             {"task", toJson(done->task.id.toString())},
                                             {"round", done->task.round},
                                             {"labels", done->labels},
                                             {"tracks", done->tracks}});
        answer.text += QStringLiteral("%1: handed on to %2%3.\n")
                           .arg(name, q(arguments.to),
                                arguments.copy ? QStringLiteral(" with %1 labels to begin with").arg(done->labels) : QString());
    }
    if (items.empty())
        answer.text = QStringLiteral("%1 has nothing open.\n").arg(q(arguments.from));
    answer.problems = !answer.json["refused"].empty();
    return answer;
}

Result<Answer> release(Context &context, const TaskArguments &arguments)
{
    const auto opened = open(context, arguments, store::Project::Access::Write);
    if (!opened)
        return fail(opened.error());
    const auto done = review::releaseReview(*opened->project, opened->item.id, q(arguments.from), context.person());
    if (!done)
        return fail(done.error());
    Answer answer;
    answer.json = {{"state", toJson(model::taskStateName(model::TaskState::Submitted))}};
    answer.text = QStringLiteral("%1: waits for a review again.\n").arg(opened->item.name);
    return answer;
}

}  // namespace

void addTaskVerb(CLI::App &app, Context &context)
{
    CLI::App *verb = app.add_subcommand("task", "Who does what: hand out items and parts of them, hand on what somebody left");
    verb->require_subcommand(1);
    auto arguments = std::make_shared<TaskArguments>();
    using Run = Result<Answer> (*)(Context &, const TaskArguments &);
    const auto step = [&](const char *name, const char *what, Run run) {
        CLI::App *sub = verb->add_subcommand(name, what);
        sub->add_option("PROJECT", arguments->folder)->required();
        sub->callback([=, &context] { context.run = [=, &context] { return run(context, *arguments); }; });
        return sub;
    };
    CLI::App *listed = step("list", "Tasks, by people and items", list);
    listed->add_option("--item", arguments->item, "Id or name");
    listed->add_option("--person", arguments->person, "Only theirs");
    listed->add_option("--state", arguments->state, "to-do, in-progress, submitted…");
    CLI::App *assigned = step("assign", "Hand an item, or a part of it, to somebody", assign);
    assigned->add_option("--item", arguments->item, "Id or name")->required();
    assigned->add_option("--to", arguments->to, "Member")->required();
    assigned->add_option("--frames", arguments->frames, "A..B, counted from 0, both included; of a scene");
    assigned->add_option("--classes", arguments->classes, "a,b,… of the schema")->delimiter(',');
    CLI::App *moved = step("reassign", "Hand on what somebody has begun; exit code 3 when some of it cannot be", reassign);
    moved->add_option("--from", arguments->from, "Whose it was")->required();
    moved->add_option("--to", arguments->to, "Member")->required();
    moved->add_option("--item", arguments->item, "Id or name; without it all that is open");
    moved->add_flag("--copy", arguments->copy, "Their labels are where the other one begins, as copies");
    CLI::App *freed = step("release", "End a review that somebody has taken, undecided", release);
    freed->add_option("--item", arguments->item, "Id or name")->required();
    freed->add_option("--author", arguments->from, "Whose work is in review")->required();
}

}  // namespace plumbline::cli
