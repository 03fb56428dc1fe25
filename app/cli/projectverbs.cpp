// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"
#include "app/cli/newlead.h"

#include "core/base/atomicfile.h"
#include "core/geometry/shapes.h"
#include "core/workflow/demoproject.h"
#include "core/workflow/members.h"

#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;

namespace {

constexpr qint64 largestSchema = 16 << 20;

Result<Answer> demo(Context &context, const std::string &folder, const workflow::DemoOptions &options)
{
    const auto report = workflow::makeDemo(q(folder), options, context.control());
    if (!report)
        return fail(report.error());
    Answer answer;
    answer.json = {{"project", toJson(report->project)}, {"items", report->items}, {"scenes", report->scenes},
                   {"annotations", report->annotations}, {"gold", report->gold},   {"practice", report->practice},
                   {"submissions", report->submissions}};
    answer.text =
        QStringLiteral("Made %1: %2 pictures, %7 scene(s), %3 annotations, %4 blind gold and %5 practice items, %6 submissions.")
            .arg(report->project)
            .arg(report->items)
            .arg(report->annotations)
            .arg(report->gold)
            .arg(report->practice)
            .arg(report->submissions)
            .arg(report->scenes);
    return answer;
}

Result<Answer> create(Context &context, const std::string &folder, const std::string &schemaFile, bool team)
{
    store::Project::NewProject made;
    made.schema = model::emptySchema();
    made.team = team;
    if (!schemaFile.empty()) {
        const auto text = base::readFile(q(schemaFile), largestSchema);
        if (!text)
            return fail(text.error());
        const auto json = base::parseJson(*text);
        if (!json)
            return fail(json.error());
        auto schema = model::schemaFromJson(*json);
        if (!schema)
            return fail(schema.error());
        made.schema = std::move(*schema);
    }
    const auto lead = newLead(context);
    if (!lead)
        return fail(lead.error());
    made.creator = lead->person;
    const auto project = store::Project::create(q(folder), made);
    if (!project)
        return fail(project.error());
    if (const auto kept = keepSecret(**project, *lead); !kept)
        return fail(kept.error());
    Answer answer;
    answer.json = {{"project", toJson((*project)->folder())}, {"id", toJson((*project)->id().toString())}};
    answer.text = QStringLiteral("Made %1.").arg((*project)->folder());
    return answer;
}

Result<Answer> info(Context &context, const std::string &folder)
{
    const auto project = context.openProject(folder, store::Project::Access::Read, workflow::Act::Look);
    if (!project)
        return fail(project.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    const auto kinds = (*reader)->itemsByKind();
    const auto geometries = (*reader)->annotationsByGeometry({});
    const auto layers = (*reader)->layers();
    const auto members = (*reader)->members();
    const auto schema = (*reader)->schema();
    const auto last = (*reader)->lastOperation();
    for (const Error *error : {kinds ? nullptr : &kinds.error(), geometries ? nullptr : &geometries.error(),
                               layers ? nullptr : &layers.error(), members ? nullptr : &members.error(),
                               schema ? nullptr : &schema.error(), last ? nullptr : &last.error()})
        if (error)
            return fail(*error);

    Json items = Json::object();
    std::int64_t total = 0;
    for (const auto &[kind, count] : *kinds) {
        items[model::itemKindName(kind).toStdString()] = count;
        total += count;
    }
    Json annotations = Json::object();
    std::int64_t labels = 0;
    for (const auto &[kind, count] : *geometries) {
        annotations[geometry::geometryName(kind).toStdString()] = count;
        labels += count;
    }
    Json layerList = Json::object();
    for (const auto &[name, count] : *layers)
        layerList[name.toStdString()] = count;
    Json people = Json::array();
    for (const model::Member &member : *members)
        people.push_back({{"name", toJson(member.name)}, {"role", toJson(member.role)}, {"cohort", toJson(member.cohort)}});
    Json classes = Json::array();
    for (const model::LabelClass &labelClass : schema->classes)
        classes.push_back(toJson(labelClass.name));

    Answer answer;
    answer.json = {{"project", toJson((*project)->folder())},
                   {"name", toJson((*project)->name())},
                   {"id", toJson((*project)->id().toString())},
                   {"items", items},
                   {"annotations", annotations},
                   {"layers", layerList},
                   {"members", people},
                   {"classes", classes},
                   {"schema_version", schema->version},
                   {"operations", *last},
                   {"read_only", (*project)->store().whyNotWritable().isEmpty() ? Json() : toJson((*project)->store().whyNotWritable())}};
    answer.text = QStringLiteral("%1: %2 items, %3 annotations, %4 classes (schema version %5), %6 members, %7 operations.")
                      .arg((*project)->name())
                      .arg(total)
                      .arg(labels)
                      .arg(schema->classes.size())
                      .arg(schema->version)
                      .arg(members->size())
                      .arg(*last);
    if (const QString why = (*project)->store().whyNotWritable(); !why.isEmpty())
        answer.text += QLatin1Char('\n') + why;
    return answer;
}

}  // namespace

void addProjectVerbs(CLI::App &app, Context &context)
{
    {
        auto folder = std::make_shared<std::string>();
        auto options = std::make_shared<workflow::DemoOptions>();
        options->drive = true;
        CLI::App *verb = app.add_subcommand("demo", "Make a project that shows everything");
        verb->add_option("DIR", *folder, "Folder to make")->required();
        verb->add_option("--items", options->items, "How many pictures")->check(CLI::Range(1, 1'000'000))->capture_default_str();
        verb->add_option("--seed", options->seed, "Same seed, same content")->capture_default_str();
        verb->add_flag("!--no-drive", options->drive, "Only pictures, no simulated drive with a LiDAR");
        verb->callback([=, &context] { context.run = [=, &context] { return demo(context, *folder, *options); }; });
    }
    {
        auto folder = std::make_shared<std::string>();
        auto schema = std::make_shared<std::string>();
        auto team = std::make_shared<bool>(false);
        CLI::App *verb = app.add_subcommand("create", "Make an empty project");
        verb->add_option("PROJECT", *folder, "Folder to make, NAME.plumb")->required();
        verb->add_option("--schema", *schema, "Label schema (JSON, docs/schema.md)");
        verb->add_flag("--team", *team, "Everybody labels in a layer of their own");
        verb->callback([=, &context] { context.run = [=, &context] { return create(context, *folder, *schema, *team); }; });
    }
    {
        auto folder = std::make_shared<std::string>();
        CLI::App *verb = app.add_subcommand("info", "What is in a project");
        verb->add_option("PROJECT", *folder)->required();
        verb->callback([=, &context] { context.run = [=, &context] { return info(context, *folder); }; });
    }
}

}  // namespace plumbline::cli
