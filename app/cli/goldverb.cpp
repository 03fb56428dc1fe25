// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/audit/log.h"
#include "core/workflow/goldkeys.h"

#include <CLI/CLI.hpp>

#include <QFileInfo>

#include <algorithm>

namespace plumbline::cli {

using base::toJson;

namespace {

struct GoldArguments {
    std::string folder;
    std::string layer = "accepted";
    std::vector<std::string> items;
    bool allItems = false;
    bool practice = false;
    bool another = false;
    bool cannotLabel = false;
    bool empty = false;
    std::vector<int> frames;
    bool dryRun = false;
    std::string task;
    std::string annotator;
    std::string submission;
    std::string reason;
};

using Project = std::unique_ptr<store::Project>;

// Keys and what they led to are for leads.
Result<Project> opened(const Context &context, const GoldArguments &arguments, store::Project::Access access)
{
    return context.openProject(arguments.folder, access, workflow::Act::KeepGold);
}

Result<std::vector<ItemId>> itemsOf(const store::Project &project, const std::vector<std::string> &names)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    std::vector<ItemId> items;
    for (const std::string &name : names) {
        const auto item = Context::findItem(**reader, q(name));
        if (!item)
            return fail(item.error());
        if (std::find(items.begin(), items.end(), item->id) == items.end())
            items.push_back(item->id);
    }
    return items;
}

Answer answerOf(const workflow::KeyReport &report, IssueList issues)
{
    for (const Issue &issue : report.issues.issues)
        issues.issues.push_back(issue);
    Answer answer;
    answer.json = {{"keys", report.keys},           {"same", report.same},         {"removed", report.removed},
                   {"scored", report.scored},       {"rescored", report.rescored}, {"unscored", report.unscored},
                   {"issues", issuesToJson(issues)}};
    answer.text =
        QStringLiteral(
            "%1 keys set, %2 were so already, %3 taken away; %4 submissions scored, %5 scored anew, %6 no longer scored.\n")
            .arg(report.keys)
            .arg(report.same)
            .arg(report.removed)
            .arg(report.scored)
            .arg(report.rescored)
            .arg(report.unscored)
        + issuesToText(issues);
    answer.problems = hasProblems(issues);
    return answer;
}

Result<Answer> add(Context &context, const GoldArguments &arguments)
{
    if (arguments.items.empty() && !arguments.allItems)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("Name the items with --items, or take all that have labels in the layer with --all-items."));
    const auto project = opened(context, arguments, store::Project::Access::Write);
    if (!project)
        return fail(project.error());
    const auto items = itemsOf(**project, arguments.items);
    if (!items)
        return fail(items.error());
    workflow::LayerKeys wanted;
    wanted.layer = q(arguments.layer);
    wanted.items = *items;
    wanted.kind = arguments.practice ? workflow::GoldKind::Practice : workflow::GoldKind::Blind;
    wanted.another = arguments.another;
    wanted.cannotLabel = arguments.cannotLabel;
    wanted.emptyIsRight = arguments.empty;
    wanted.frames = arguments.frames;
    IssueList issues;
    const auto keys = workflow::keysFromLayer(**project, wanted, issues, context.control());
    if (!keys)
        return fail(keys.error());
    if (keys->empty() && issues.issues.empty())
        return fail(ErrorCode::NotFound, QStringLiteral("No item has labels in the layer “%1”.").arg(wanted.layer));
    if (arguments.dryRun) {
        Answer answer;
        Json list = Json::array();
        const auto reader = (*project)->store().reader();
        if (!reader)
            return fail(reader.error());
        for (const workflow::KeyChange &key : *keys) {
            const auto item = (*reader)->item(key.item);
            if (!item)
                return fail(item.error());
            const auto &answers = key.key->key.answers;
            list.push_back({{"item", toJson(key.item.toString())},
                            {"name", toJson(*item ? (*item)->name : QString())},
                            {"answers", answers.size()},
                            {"labels", answers.empty() ? std::size_t(0) : answers.back().size()}});
        }
        answer.json = {{"dry_run", true}, {"would_set", list}, {"issues", issuesToJson(issues)}};
        answer.text = QStringLiteral("%1 keys would be set.\n").arg(keys->size()) + issuesToText(issues);
        answer.problems = hasProblems(issues);
        return answer;
    }
    const auto report = workflow::changeKeys(**project, *keys, context.control());
    if (!report)
        return fail(report.error());
    audit::note(**project, context.person(), audit::Action::GoldChanged, QStringLiteral("add"),
                {{"keys", report->keys}, {"from_layer", toJson(wanted.layer)}});
    return answerOf(*report, issues);
}

Result<Answer> remove(Context &context, const GoldArguments &arguments)
{
    const auto project = opened(context, arguments, store::Project::Access::Write);
    if (!project)
        return fail(project.error());
    const auto items = itemsOf(**project, arguments.items);
    if (!items)
        return fail(items.error());
    std::vector<workflow::KeyChange> changes;
    for (const ItemId &item : *items)
        changes.push_back({item, std::nullopt});
    const auto report = workflow::changeKeys(**project, changes, context.control());
    if (!report)
        return fail(report.error());
    audit::note(**project, context.person(), audit::Action::GoldChanged, QStringLiteral("remove"), {{"keys", report->removed}});
    return answerOf(*report, {});
}

Result<Answer> withdraw(Context &context, const GoldArguments &arguments, bool readmit)
{
    const bool byPerson = !arguments.annotator.empty() && (arguments.items.size() == 1) != !arguments.task.empty();
    if (arguments.submission.empty() != byPerson || arguments.items.size() > 1)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("Name what is meant: --submission ID, or --annotator NAME with --item ITEM or --task TASK."));
    const auto project = opened(context, arguments, store::Project::Access::Write);
    if (!project)
        return fail(project.error());
    SubmissionId id;
    if (!arguments.submission.empty()) {
        const auto named = SubmissionId::fromString(q(arguments.submission));
        if (!named)
            return fail(ErrorCode::InvalidArgument,
                        QStringLiteral("“%1” is no id of a submission.").arg(q(arguments.submission)));
        id = *named;
    } else {
        Result<SubmissionId> found = fail(ErrorCode::NotFound, QString());
        if (arguments.task.empty()) {
            const auto item = itemsOf(**project, arguments.items);
            if (!item)
                return fail(item.error());
            found = workflow::scoredSubmission(**project, item->front(), q(arguments.annotator));
        } else {
            found = workflow::scoredJudgement(**project, q(arguments.task), q(arguments.annotator));
        }
        if (!found)
            return fail(found.error());
        id = *found;
    }
    const auto report = workflow::withdraw(**project, {id}, {readmit, q(arguments.reason)}, context.control());
    if (!report)
        return fail(report.error());
    audit::note(**project, context.person(), audit::Action::GoldChanged,
                readmit ? QStringLiteral("readmit") : QStringLiteral("withdraw"), {{"submission", toJson(id.toString())}});
    Answer answer = answerOf(*report, {});
    answer.json["submission"] = toJson(id.toString());
    return answer;
}

Result<Answer> list(Context &context, const GoldArguments &arguments)
{
    const auto project = opened(context, arguments, store::Project::Access::Read);
    if (!project)
        return fail(project.error());
    Answer answer;
    answer.json = {{"items", Json::array()}, {"answers", 0}, {"withdrawn", Json::array()}};
    const QString path = workflow::GoldStore::standardPath((*project)->id());
    if (!QFileInfo::exists(path)) {
        answer.text = QStringLiteral("There is no gold.\n");
        return answer;
    }
    const auto gold = workflow::GoldStore::open(path);
    if (!gold)
        return fail(gold.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    const auto keys = (*gold)->keys();
    const auto answers = (*gold)->answers();
    const auto withdrawals = (*gold)->withdrawals();
    for (const Error *error :
         {keys ? nullptr : &keys.error(), answers ? nullptr : &answers.error(), withdrawals ? nullptr : &withdrawals.error()})
        if (error)
            return fail(*error);
    for (const auto &[id, kind] : *keys) {
        const auto item = (*reader)->item(id);
        const auto key = (*gold)->key(id);
        if (!item || !key)
            return fail(item ? key.error() : item.error());
        if (!*key)
            continue;
        const QString name = *item ? (*item)->name : QString();
        const bool practice = kind == workflow::GoldKind::Practice;
        Json labels = Json::array();
        for (const auto &one : (*key)->key.answers)
            labels.push_back(one.size());
        answer.json["items"].push_back({{"item", toJson(id.toString())},
                                        {"name", *item ? toJson(name) : Json()},
                                        {"kind", practice ? "practice" : "blind"},
                                        {"labels", labels},
                                        {"cannot_label", (*key)->key.cannotLabelIsRight},
                                        {"frames", (*key)->key.frames.size()}});
        answer.text += QStringLiteral("%1  %2  %3 answers\n")
                           .arg(practice ? QStringLiteral("practice") : QStringLiteral("blind"), -8)
                           .arg(*item ? name : id.toString() + QStringLiteral(" (not in the project)"))
                           .arg((*key)->key.answers.size());
    }
    answer.json["answers"] = answers->size();
    if (!answers->empty())
        answer.text += QStringLiteral("%1 tasks with a right answer.\n").arg(answers->size());
    for (const auto &withdrawal : *withdrawals) {
        answer.json["withdrawn"].push_back({{"submission", toJson(withdrawal.submission.toString())},
                                            {"annotator", toJson(withdrawal.annotator)},
                                            {"task", withdrawal.task.isEmpty() ? Json() : toJson(withdrawal.task)},
                                            {"item", withdrawal.item.isNull() ? Json() : toJson(withdrawal.item.toString())},
                                            {"reason", toJson(withdrawal.reason)},
                                            {"time", toJson(model::isoFromMicroseconds(withdrawal.timeMicroseconds))}});
        answer.text += QStringLiteral("withdrawn: %1 of %2 %3\n")
                           .arg(withdrawal.submission.toString(), withdrawal.annotator, withdrawal.reason);
    }
    return answer;
}

}  // namespace

void addGoldVerbs(CLI::App &app, Context &context)
{
    auto a = std::make_shared<GoldArguments>();
    CLI::App *gold = app.add_subcommand("gold", "Known answers of items: made from a layer, changed, taken away");
    gold->require_subcommand(1);
    const auto verb = [&](const char *name, const char *does, auto run) {
        CLI::App *one = gold->add_subcommand(name, does);
        one->add_option("PROJECT", a->folder)->required();
        one->callback([=, &context] { context.run = [=, &context] { return run(context, *a); }; });
        return one;
    };
    CLI::App *added = verb("add", "Make keys of what a layer says; what was handed in before is scored anew", add);
    added->add_option("--from-layer", a->layer, "Layer that is right")->capture_default_str();
    added->add_option("--items", a->items, "Items (ids or names)");
    added->add_flag("--all-items", a->allItems, "Every item with labels in the layer");
    added->add_flag("--practice", a->practice, "Open gold, explained at once; otherwise nobody is told");
    added->add_flag("--another", a->another, "One more accepted answer, beside those that there are");
    added->add_flag("--cannot-label", a->cannotLabel,
                    "Handing in as cannot label is right too (where the layer is empty: only that)");
    added->add_flag("--empty", a->empty, "Of items without labels in the layer: nothing to find is what is right");
    added->add_option("--frames", a->frames, "Of a scene: the frames that are judged, from 0")->delimiter(',');
    added->add_flag("--dry-run", a->dryRun, "Only say what would be set");
    verb("remove", "Take keys away", remove)->add_option("--items", a->items, "Items (ids or names)")->required();
    verb("list", "Keys, and what is withdrawn", list);
    for (const bool readmit : {false, true}) {
        CLI::App *one = readmit ? verb("readmit", "Score again what was withdrawn",
                                       [](Context &c, const GoldArguments &arguments) { return withdraw(c, arguments, true); })
                                : verb("withdraw", "Take a submission or judgement out of all scores",
                                       [](Context &c, const GoldArguments &arguments) { return withdraw(c, arguments, false); });
        one->add_option("--submission", a->submission, "Its id, as judge and gold list print it");
        one->add_option("--annotator", a->annotator, "Whose…");
        one->add_option("--item", a->items, "…on this item");
        one->add_option("--task", a->task, "…on this task");
        if (!readmit)
            one->add_option("--reason", a->reason, "Why; kept with it");
    }
}

}  // namespace plumbline::cli
