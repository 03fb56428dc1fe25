// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/schemachange.h"

#include "core/audit/log.h"
#include "core/rules/imagecheck.h"
#include "core/rules/scenecheck.h"

#include <QCoreApplication>

namespace plumbline::workflow {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

// Walks over every item with the labels of every layer, reporting how far it is.
Result<> visitAll(const store::Reader &reader, const std::optional<QString> &layer, bool all, const QString &what,
                  const jobs::JobControl &control, const store::Reader::ItemVisitor &visitor)
{
    const auto total = reader.itemCount();
    if (!total)
        return fail(total.error());
    std::int64_t done = 0;
    return reader.visit(layer, all, [&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        control.report(done++, *total, what);
        return visitor(item, annotations);
    });
}

}  // namespace

Result<model::SchemaUsage> schemaUsage(const store::Reader &reader, const jobs::JobControl &control)
{
    model::SchemaUsage usage;
    const auto done = visitAll(reader, {}, false, tr("Counting labels"), control,
                               [&](const model::Item &, const std::vector<model::Annotation> &annotations) -> Result<> {
                                   for (const model::Annotation &annotation : annotations)
                                       usage.add(annotation);
                                   return {};
                               });
    if (!done)
        return fail(done.error());
    const auto tracks = reader.tracks({});
    if (!tracks)
        return fail(tracks.error());
    for (const model::Track &track : *tracks)
        usage.add(track);
    return usage;
}

Result<model::SchemaPlan> planChange(const store::Project &project, const model::Schema &after, const model::SchemaDecisions &decisions,
                                     const jobs::JobControl &control)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto before = (*reader)->schema();
    if (!before)
        return fail(before.error());
    const auto usage = schemaUsage(**reader, control);
    if (!usage)
        return fail(usage.error());
    return model::planSchemaChange(*before, model::withKnownIds(*before, after), *usage, decisions);
}

Result<SchemaChange> changeSchema(store::Project &project, const model::Schema &after, const model::SchemaDecisions &decisions,
                                  const store::Person &person, const jobs::JobControl &control)
{
    auto plan = planChange(project, after, decisions, control);
    if (!plan)
        return fail(plan.error());
    for (const model::SchemaStep &step : plan->steps)
        if (step.effect == model::StepEffect::Refused)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("%1 %2").arg(step.text, step.remedy));
    SchemaChange change{std::move(*plan), 0, std::nullopt};
    if (change.plan.empty())
        return change;
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    history::GestureBuilder builder(project.store().ids().make<GestureId>(),
                                    tr("Change the schema (version %1)").arg(change.plan.after.version));
    builder.put(change.plan.before, change.plan.after);
    if (change.plan.rewrites()) {
        const auto walked = visitAll(**reader, {}, false, tr("Changing labels"), control,
                                     [&](const model::Item &, const std::vector<model::Annotation> &annotations) -> Result<> {
                                         for (const model::Annotation &annotation : annotations) {
                                             const auto before = builder.gesture().changes.size();
                                             builder.update(annotation, change.plan.migrated(annotation));
                                             change.labels += builder.gesture().changes.size() > before;
                                         }
                                         return {};
                                     });
        if (!walked)
            return fail(walked.error());
        const auto tracks = (*reader)->tracks({});
        if (!tracks)
            return fail(tracks.error());
        for (const model::Track &track : *tracks) {
            const auto before = builder.gesture().changes.size();
            builder.put(&track, change.plan.migrated(track));
            change.labels += builder.gesture().changes.size() > before;
        }
    }
    auto ack = store::wait(project.store().commit(builder.take(), person.name));
    if (!ack)
        return fail(ack.error());
    change.ack = std::move(*ack);
    audit::note(project, person, audit::Action::SchemaChanged, QString::number(change.plan.after.version),
                {{"from_version", change.plan.before.version}, {"labels", change.labels}});
    return change;
}

Result<std::int64_t> replaceClass(store::Project &project, const QString &layer, ClassId from, ClassId to, const store::Person &person,
                                  const jobs::JobControl &control)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto schema = (*reader)->schema();
    if (!schema)
        return fail(schema.error());
    const model::LabelClass *target = schema->find(to);
    if (!target)
        return fail(ErrorCode::NotFound, tr("The class to replace with is not in the schema."));
    const model::LabelClass *source = schema->find(from);
    std::int64_t count = 0;
    history::GestureBuilder builder(project.store().ids().make<GestureId>(),
                                    tr("Replace %1 with %2").arg(source ? source->name : tr("no class"), target->name));
    const auto walked = visitAll(**reader, layer, false, tr("Replacing a class"), control,
                                 [&](const model::Item &, const std::vector<model::Annotation> &annotations) -> Result<> {
                                     for (const model::Annotation &annotation : annotations) {
                                         if (annotation.labelClass != from || from == to)
                                             continue;
                                         model::Annotation after = annotation;
                                         after.labelClass = to;
                                         builder.update(annotation, after);
                                         ++count;
                                     }
                                     return {};
                                 });
    if (!walked)
        return fail(walked.error());
    if (count == 0)
        return count;
    const auto ack = store::wait(project.store().commit(builder.take(), person.name));
    return ack ? Result<std::int64_t>(count) : fail(ack.error());
}

Result<> checkLabels(const store::Project &project, const QString &layer, std::optional<ItemId> only, const FindingVisitor &visitor,
                     const jobs::JobControl &control, const PointCounter &points)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto schema = (*reader)->schema();
    if (!schema)
        return fail(schema.error());
    const auto rules = std::make_shared<rules::RuleSet>(*schema);
    rules::ImageCheck check(rules);
    rules::SceneCheck sceneCheck(rules);
    const auto look = [&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        std::vector<const model::Annotation *> labels;
        for (const model::Annotation &annotation : annotations)
            labels.push_back(&annotation);
        check.start(item.width, item.height, labels);
        std::vector<rules::Finding> findings = check.findings();
        if (item.kind == model::ItemKind::Scene && !labels.empty()) {
            const auto scene = (*reader)->scene(item.id);
            if (!scene)
                return fail(scene.error());
            if (*scene) {
                sceneCheck.start(**scene, labels);
                if (points) {
                    const auto counted = points(item, **scene, annotations);
                    if (!counted)
                        return fail(counted.error());
                    sceneCheck.setPoints(*counted);
                }
                const auto ofScene = sceneCheck.findings();
                findings.insert(findings.end(), ofScene.begin(), ofScene.end());
            }
        }
        return visitor(item, labels.size(), findings);
    };
    if (!only)
        return visitAll(**reader, layer, true, tr("Checking labels"), control, look);
    const auto item = (*reader)->item(*only);
    if (!item)
        return fail(item.error());
    if (!*item)
        return fail(ErrorCode::NotFound, tr("The item is not in this project."));
    const auto annotations = (*reader)->annotations({*only, layer});
    return annotations ? look(**item, *annotations) : fail(annotations.error());
}

}  // namespace plumbline::workflow
