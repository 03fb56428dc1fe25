// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/model/annotation.h"
#include "core/workflow/takingback.h"

#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;

namespace {

Result<Answer> takeBack(Context &context, const std::string &folder, bool undo)
{
    const auto project = context.openProject(folder, store::Project::Access::Write, workflow::Act::Label);
    if (!project)
        return fail(project.error());
    const store::Person person = context.person();
    const auto step = undo ? workflow::WalkStep::Undo : workflow::WalkStep::Redo;
    if (const auto allowed = workflow::mayWalk(**project, person, step); !allowed)
        return fail(allowed.error());
    const QString me = person.name;
    const auto ack = store::wait(undo ? (*project)->store().undo(me) : (*project)->store().redo(me));
    if (!ack)
        return fail(ack.error());
    Answer answer;
    answer.json = {{"gesture", toJson(ack->gesture.toString())}, {"label", toJson(ack->label)}, {"ops", ack->operations}, {"seq", ack->seq}};
    answer.text = QStringLiteral("%1: %2 (%3 operations)").arg(undo ? QStringLiteral("Undone") : QStringLiteral("Redone"), ack->label).arg(ack->operations);
    return answer;
}

Result<Answer> history(Context &context, const std::string &folder, std::int64_t limit)
{
    const auto project = context.openProject(folder, store::Project::Access::Read, workflow::Act::Look);
    if (!project)
        return fail(project.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    // What the others did and when is for those who see the team.
    const bool team = context.demand(**project, workflow::Act::SeeTeam).has_value();
    const auto gestures = (*reader)->gestures(limit, team ? QString() : context.person().name);
    if (!gestures)
        return fail(gestures.error());
    Answer answer;
    answer.json = {{"gestures", Json::array()}};
    for (const store::GestureRecord &gesture : *gestures) {
        const auto operations = (*reader)->operations(gesture.number);
        if (!operations)
            return fail(operations.error());
        Json ops = Json::array();
        for (const store::OperationRecord &op : *operations)
            ops.push_back({{"seq", op.seq},
                           {"op_id", toJson(op.id.toString())},
                           {"kind", toJson(history::changeKindName(op.kind))},
                           {"entity_type", toJson(history::entityTypeName(op.entityType))},
                           {"entity", toJson(op.entity.toString())},
                           {"field_group", toJson(op.fieldGroup)},
                           {"base_version", op.baseVersion}});
        answer.json["gestures"].push_back({{"number", gesture.number},
                                           {"gesture", toJson(gesture.id.toString())},
                                           {"actor", toJson(gesture.actor)},
                                           {"label", toJson(gesture.label)},
                                           {"undoes", gesture.undoes ? Json(*gesture.undoes) : Json()},
                                           {"created", toJson(model::isoFromMicroseconds(gesture.createdMicroseconds))},
                                           {"ops", ops}});
        answer.text += QStringLiteral("%1  %2  %3  %4  %5\n")
                           .arg(gesture.number, 6)
                           .arg(model::isoFromMicroseconds(gesture.createdMicroseconds), gesture.actor, gesture.label)
                           .arg(gesture.undoes ? QStringLiteral("(takes back %1)").arg(*gesture.undoes)
                                               : QStringLiteral("(%1 operations)").arg(gesture.operations));
    }
    return answer;
}

}  // namespace

void addHistoryVerbs(CLI::App &app, Context &context)
{
    for (const bool undo : {true, false}) {
        auto folder = std::make_shared<std::string>();
        CLI::App *verb = undo ? app.add_subcommand("undo", "Take back your last edit") : app.add_subcommand("redo", "Repeat what undo took back");
        verb->add_option("PROJECT", *folder)->required();
        verb->callback([=, &context] { context.run = [=, &context] { return takeBack(context, *folder, undo); }; });
    }
    auto folder = std::make_shared<std::string>();
    auto limit = std::make_shared<std::int64_t>(100);
    CLI::App *verb = app.add_subcommand("history", "Gestures and their operations, latest first");
    verb->add_option("PROJECT", *folder)->required();
    verb->add_option("--limit", *limit, "How many gestures; -1 = all")->capture_default_str();
    verb->callback([=, &context] { context.run = [=, &context] { return history(context, *folder, *limit); }; });
}

}  // namespace plumbline::cli
