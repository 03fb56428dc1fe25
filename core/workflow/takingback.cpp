// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/takingback.h"

#include "core/store/reader.h"
#include "core/workflow/desk.h"
#include "core/workflow/roles.h"

namespace plumbline::workflow {

namespace {

using history::ChangeKind;
using history::EntityType;

/// What it takes to do this to something that is no label.
Act actOf(const store::OperationRecord &operation)
{
    switch (operation.entityType) {
    case EntityType::Decision: return Act::Review;
    case EntityType::Record: return Act::Adjudicate;
    case EntityType::Member: return Act::KeepMembers;
    case EntityType::Schema:
    case EntityType::Setting:
    case EntityType::Scene: return Act::ChangeProject;
    // Tags of an item are for everybody who labels; that it is there is not.
    case EntityType::Item: return operation.kind == ChangeKind::Update ? Act::Label : Act::ChangeProject;
    case EntityType::Annotation:
    case EntityType::Track:
    case EntityType::Task:
    case EntityType::Submission:
    case EntityType::Judgement:
    case EntityType::Thread:
    case EntityType::Comment: return Act::Label;
    }
    return Act::ChangeProject;
}

}  // namespace

Result<> mayWalk(const store::Project &project, const store::Person &person, WalkStep step)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    // Who may do everything is not asked what it was.
    if (demand(**reader, person, Act::ChangeProject))
        return {};
    const auto layer = workingLayer(project, person);
    const auto steps = (*reader)->undoSteps(person.name, -1);
    if (!layer || !steps)
        return fail(layer ? steps.error() : layer.error());
    const std::vector<std::int64_t> &walked = step == WalkStep::Undo ? steps->done : steps->undone;
    if (walked.empty())
        return {};
    const auto operations = (*reader)->operations(walked.back());
    if (!operations)
        return fail(operations.error());
    for (const store::OperationRecord &operation : *operations) {
        Act act = actOf(operation);
        if (operation.entityType == EntityType::Annotation && operation.kind != ChangeKind::BulkCreate
            && operation.kind != ChangeKind::BulkDelete) {
            const auto label = (*reader)->annotation(AnnotationId{operation.entity});
            if (!label)
                return fail(label.error());
            // Their own layer and what models propose is theirs to change.
            if (*label && (*label)->layer != *layer && !model::isModelLayer((*label)->layer))
                act = Act::Adjudicate;
        }
        if (const auto allowed = demand(**reader, person, act); !allowed)
            return allowed;
    }
    return {};
}

}  // namespace plumbline::workflow
