// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/base/atomicfile.h"
#include "core/model/schemacheck.h"
#include "core/rules/rulewords.h"
#include "core/rules/sweepprobe.h"
#include "core/workflow/desk.h"
#include "core/workflow/schemachange.h"

#include <CLI/CLI.hpp>

#include <QFileInfo>

namespace plumbline::cli {

using base::toJson;

namespace {

constexpr qint64 largestSchema = 16 << 20;
constexpr std::size_t mostIssues = 1000;

struct SchemaArguments {
    std::string folder;
    std::string file;
    std::string out;
    std::vector<std::string> merge;
    std::vector<std::string> renameAttribute;
    std::vector<std::string> replaceChoice;
    bool dryRun = false;
};

struct CheckArguments {
    std::string folder;
    std::string layer;
    std::string item;
    bool points = false;
};

Result<model::Schema> readSchema(const std::string &file)
{
    const auto text = base::readFile(q(file), largestSchema);
    if (!text)
        return fail(text.error());
    const auto json = base::parseJson(*text);
    if (!json)
        return fail(json.error());
    return model::schemaFromJson(*json);
}

Result<model::Schema> schemaOf(const Context &context, const std::string &folder)
{
    const auto project = context.openProject(folder, store::Project::Access::Read, workflow::Act::Look);
    if (!project)
        return fail(project.error());
    const auto reader = (*project)->store().reader();
    return reader ? (*reader)->schema() : fail(reader.error());
}

Result<Answer> show(Context &context, const SchemaArguments &a)
{
    const auto schema = schemaOf(context, a.folder);
    if (!schema)
        return fail(schema.error());
    Answer answer;
    answer.json = {{"schema_version", schema->version}, {"label_schema", model::schemaToJson(*schema)}};
    const QByteArray text = base::toJsonText(model::schemaToJson(*schema));
    answer.text = QString::fromUtf8(text);
    if (a.out.empty())
        return answer;
    if (const auto written = base::writeFileAtomically(q(a.out), text); !written)
        return fail(written.error());
    answer.json["out"] = a.out;
    answer.text = QStringLiteral("Wrote %1.").arg(q(a.out));
    return answer;
}

Result<Answer> checkSchemaOf(Context &context, const SchemaArguments &a)
{
    const auto schema = store::Project::isProject(q(a.folder)) ? schemaOf(context, a.folder) : readSchema(a.folder);
    if (!schema)
        return fail(schema.error());
    IssueList issues;
    for (const model::SchemaIssue &issue : model::checkSchema(*schema))
        issues.add({issue.severity, q(a.folder), model::placeOf(issue), issue.text});
    Json rules = Json::array();
    Answer answer;
    answer.text = QStringLiteral("%1 classes, %2 attributes, %3 skeletons, %4 rules, %5 issues\n")
                      .arg(schema->classes.size())
                      .arg(schema->attributes.size())
                      .arg(schema->skeletons.size())
                      .arg(schema->rules.size())
                      .arg(issues.count());
    for (const model::Rule &rule : schema->rules) {
        const QString words = rules::ruleSummary(rule);
        rules.push_back({{"id", toJson(rule.id)}, {"blocks", rule.blocks}, {"text", toJson(words)}});
        answer.text += QStringLiteral("  %1 (%2): %3\n").arg(rule.id, rule.blocks ? QStringLiteral("blocks") : QStringLiteral("warns"), words);
    }
    answer.json = {{"classes", schema->classes.size()},
                   {"attributes", schema->attributes.size()},
                   {"skeletons", schema->skeletons.size()},
                   {"rules", rules},
                   {"issues", issuesToJson(issues)}};
    answer.text += issuesToText(issues);
    answer.problems = hasProblems(issues);
    return answer;
}

// "OLD=NEW"; both sides not empty unless `mayEmpty` allows an empty new one.
Result<std::pair<QString, QString>> pairOf(const std::string &text, bool mayEmpty = false)
{
    const QString whole = q(text);
    const qsizetype at = whole.indexOf(QLatin1Char('='));
    if (at <= 0 || (!mayEmpty && at + 1 == whole.size()))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("“%1” must be OLD=NEW.").arg(whole));
    return std::pair{whole.left(at), whole.mid(at + 1)};
}

Result<model::SchemaDecisions> decisionsOf(const SchemaArguments &a, const model::Schema &before, const model::Schema &after)
{
    model::SchemaDecisions decisions;
    for (const std::string &text : a.merge) {
        const auto names = pairOf(text);
        if (!names)
            return fail(names.error());
        const model::LabelClass *from = before.find(QStringView(names->first));
        const model::LabelClass *to = after.find(QStringView(names->second));
        if (!from || !to)
            return fail(ErrorCode::NotFound, QStringLiteral("There is no class “%1” in the %2 schema.")
                                                 .arg(from ? names->second : names->first, from ? QStringLiteral("new") : QStringLiteral("present")));
        decisions.classes[from->id] = to->id;
    }
    for (const std::string &text : a.renameAttribute) {
        const auto keys = pairOf(text);
        if (!keys)
            return fail(keys.error());
        decisions.attributes[keys->first] = keys->second;
    }
    for (const std::string &text : a.replaceChoice) {
        const qsizetype colon = q(text).indexOf(QLatin1Char(':'));
        const auto choices = pairOf(text.substr(static_cast<std::size_t>(colon + 1)), true);
        if (colon <= 0 || !choices)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("“%1” must be ATTRIBUTE:OLD=NEW; an empty NEW takes the answers back.").arg(q(text)));
        decisions.choices[{q(text).left(colon), choices->first}] =
            choices->second.isEmpty() ? std::nullopt : std::optional<QString>(choices->second);
    }
    return decisions;
}

Json stepsToJson(const model::SchemaPlan &plan)
{
    Json steps = Json::array();
    for (const model::SchemaStep &step : plan.steps) {
        Json j = {{"what", toJson(model::stepName(step.what))},
                  {"effect", toJson(model::effectName(step.effect))},
                  {"labels", step.labels},
                  {"text", toJson(step.text)}};
        if (!step.remedy.isEmpty())
            j["remedy"] = toJson(step.remedy);
        steps.push_back(std::move(j));
    }
    return steps;
}

Result<Answer> applySchema(Context &context, const SchemaArguments &a)
{
    const auto project = context.openProject(a.folder, a.dryRun ? store::Project::Access::Read : store::Project::Access::Write, workflow::Act::ChangeProject);
    if (!project)
        return fail(project.error());
    const auto after = readSchema(a.file);
    if (!after)
        return fail(after.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    const auto before = (*reader)->schema();
    if (!before)
        return fail(before.error());
    const model::Schema known = model::withKnownIds(*before, *after);
    const auto decisions = decisionsOf(a, *before, known);
    if (!decisions)
        return fail(decisions.error());
    const auto plan = workflow::planChange(**project, known, *decisions, context.control());
    if (!plan)
        return fail(plan.error());
    Answer answer;
    IssueList issues;
    for (const model::SchemaStep &step : plan->steps) {
        const bool refused = step.effect == model::StepEffect::Refused;
        if (refused)
            issues.problem(q(a.file), model::stepName(step.what), QStringLiteral("%1 %2").arg(step.text, step.remedy));
        answer.text += QStringLiteral("  %1 %2\n").arg(refused ? QStringLiteral("refused:") : QStringLiteral("-"), step.text);
    }
    answer.json = {{"schema_version", plan->after.version}, {"steps", stepsToJson(*plan)}, {"applied", false}, {"labels", 0},
                   {"issues", issuesToJson(issues)}};
    answer.problems = plan->refused();
    if (plan->empty())
        answer.text = QStringLiteral("Nothing changes.");
    else if (plan->refused())
        answer.text = QStringLiteral("Refused, nothing was changed:\n") + answer.text;
    else if (a.dryRun)
        answer.text = QStringLiteral("This would change:\n") + answer.text;
    if (a.dryRun || plan->empty() || plan->refused())
        return answer;
    const auto change = workflow::changeSchema(**project, known, *decisions, context.person(), context.control());
    if (!change)
        return fail(change.error());
    answer.json["applied"] = true;
    answer.json["labels"] = change->labels;
    if (change->ack) {
        answer.json["gesture"] = toJson(change->ack->gesture.toString());
        answer.json["seq"] = change->ack->seq;
    }
    answer.text = QStringLiteral("Schema version %1, %2 labels changed:\n").arg(plan->after.version).arg(change->labels) + answer.text;
    return answer;
}

Result<Answer> check(Context &context, const CheckArguments &a)
{
    const auto project = context.openProject(a.folder, store::Project::Access::Read, workflow::Act::Look);
    if (!project)
        return fail(project.error());
    const auto layer = a.layer.empty() ? workflow::workingLayer(**project, context.person()) : Result<QString>(q(a.layer));
    if (!layer)
        return fail(layer.error());
    if (const auto allowed = context.demandLayer(**project, *layer); !allowed)
        return fail(allowed.error());
    std::optional<ItemId> only;
    if (!a.item.empty()) {
        const auto reader = (*project)->store().reader();
        if (!reader)
            return fail(reader.error());
        const auto item = Context::findItem(**reader, q(a.item));
        if (!item)
            return fail(item.error());
        only = item->id;
    }
    std::int64_t items = 0;
    std::int64_t broken = 0;
    std::int64_t labels = 0;
    std::int64_t blocking = 0;
    std::int64_t findings = 0;
    std::map<QString, std::int64_t> byRule;
    Json list = Json::array();
    Answer answer;
    const auto countPoints = [&](const model::Item &item, const model::Scene &scene, const std::vector<model::Annotation> &labels)
        -> Result<QHash<AnnotationId, model::BoxPoints>> {
        const QFileInfo medium((*project)->mediaPath(item));
        const auto probed = rules::probeScene(scene, medium.isDir() ? medium.absoluteFilePath() : medium.absolutePath(), labels,
                                              context.control());
        if (!probed)
            return fail(probed.error());
        for (const QString &why : probed->unread) {
            ++findings;
            ++byRule[QStringLiteral("scene.sweep")];
            list.push_back({{"severity", "problem"},
                            {"file", toJson(item.name)},
                            {"item", toJson(item.id.toString())},
                            {"rule", "scene.sweep"},
                            {"annotations", Json::array()},
                            {"text", toJson(why)}});
            answer.text += QStringLiteral("  %1: %2\n").arg(item.name, why);
        }
        return probed->points;
    };
    const auto done = workflow::checkLabels(
        **project, *layer, only,
        [&](const model::Item &item, std::size_t count, const std::vector<rules::Finding> &found) -> Result<> {
            ++items;
            broken += !found.empty();
            labels += static_cast<std::int64_t>(count);
            for (const rules::Finding &finding : found) {
                ++findings;
                ++byRule[finding.rule];
                blocking += finding.blocks;
                if (list.size() >= mostIssues)
                    continue;
                Json ids = Json::array();
                for (const AnnotationId &id : finding.labels)
                    ids.push_back(toJson(id.toString()));
                list.push_back({{"severity", finding.blocks ? "problem" : "warning"},
                                {"file", toJson(item.name)},
                                {"item", toJson(item.id.toString())},
                                {"rule", toJson(finding.rule)},
                                {"annotations", ids},
                                {"text", toJson(finding.text)}});
                if (finding.frame >= 0)
                    list.back()["frame"] = finding.frame;
                answer.text += finding.frame < 0
                                   ? QStringLiteral("  %1: %2\n").arg(item.name, finding.text)
                                   : QStringLiteral("  %1, frame %2: %3\n").arg(item.name).arg(finding.frame + 1).arg(finding.text);
            }
            return {};
        },
        context.control(), a.points ? workflow::PointCounter(countPoints) : workflow::PointCounter());
    if (!done)
        return fail(done.error());
    Json counts = Json::object();
    for (const auto &[rule, count] : byRule)
        counts[rule.toStdString()] = count;
    answer.json = {{"layer", toJson(*layer)}, {"items", items},       {"labels", labels},   {"items_with_findings", broken},
                   {"findings", findings},    {"blocking", blocking}, {"by_rule", counts}, {"issues", list}};
    answer.text.prepend(QStringLiteral("%1 labels on %2 items: %3 findings, %4 of them block\n").arg(labels).arg(items).arg(findings).arg(blocking));
    if (findings > static_cast<std::int64_t>(list.size()))
        answer.text += QStringLiteral("  … and %1 more.\n").arg(findings - static_cast<std::int64_t>(list.size()));
    answer.problems = findings > 0;
    return answer;
}

}  // namespace

void addSchemaVerbs(CLI::App &app, Context &context)
{
    auto a = std::make_shared<SchemaArguments>();
    CLI::App *schema = app.add_subcommand("schema", "Show, check and change the label schema");
    schema->require_subcommand(1);
    CLI::App *shown = schema->add_subcommand("show", "The project's schema as JSON");
    shown->add_option("PROJECT", a->folder)->required();
    shown->add_option("--out", a->out, "File to write");
    shown->callback([=, &context] { context.run = [=, &context] { return show(context, *a); }; });
    CLI::App *checked = schema->add_subcommand("check", "What does not fit together in a schema");
    checked->add_option("PROJECT", a->folder, "Project, or a schema file")->required();
    checked->callback([=, &context] { context.run = [=, &context] { return checkSchemaOf(context, *a); }; });
    CLI::App *applied = schema->add_subcommand("apply", "Change the schema and migrate the labels, or refuse with the list");
    applied->add_option("PROJECT", a->folder)->required();
    applied->add_option("FILE", a->file, "The new schema (JSON, docs/schema.md)")->required();
    applied->add_flag("--dry-run", a->dryRun, "Only say what would change, for how many labels");
    applied->add_option("--merge", a->merge, "OLD=NEW: labels of a class that goes get this one");
    applied->add_option("--rename-attribute", a->renameAttribute, "OLD=NEW: answers go along");
    applied->add_option("--replace-choice", a->replaceChoice, "ATTRIBUTE:OLD=NEW: answers that go become this one");
    applied->callback([=, &context] { context.run = [=, &context] { return applySchema(context, *a); }; });
    auto c = std::make_shared<CheckArguments>();
    CLI::App *verb = app.add_subcommand("check", "Check labels against the rules of the schema");
    verb->add_option("PROJECT", c->folder)->required();
    verb->add_option("--layer", c->layer, "Whose labels; yours when not named");
    verb->add_option("--item", c->item, "Only this item (id or name)");
    verb->add_flag("--points", c->points, "Read the sweeps of scenes: points in cuboids, and whether they stand on the ground");
    verb->callback([=, &context] { context.run = [=, &context] { return check(context, *c); }; });
}

}  // namespace plumbline::cli
