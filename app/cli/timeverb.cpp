// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/activity/eventlines.h"
#include "core/activity/material.h"
#include "core/activity/retention.h"
#include "core/base/atomicfile.h"
#include "core/workflow/roles.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

#include <cmath>

namespace plumbline::cli {

namespace {

constexpr qint64 largestExport = qint64(2) << 30;

struct TimeArguments {
    std::string folder;
    std::string person;
    std::string from;
    std::string to;
    std::string csv;
    std::string events;
    std::string recompute;
    double idleCap = 60;
    std::optional<int> keepDays;
    bool purge = false;
};

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::cli", text);
}

Result<std::optional<std::int64_t>> momentOf(const std::string &text)
{
    if (text.empty())
        return std::optional<std::int64_t>();
    const QString day = q(text) + QStringLiteral("T00:00:00Z");
    for (const QString &form : {q(text), day})
        if (const auto moment = model::microsecondsFromIso(form))
            return std::optional(*moment);
    return fail(ErrorCode::InvalidArgument, tr("“%1” is no day (2026-11-20) and no time (2026-11-20T08:00:00Z).").arg(q(text)));
}

Result<activity::TimeQuery> queryOf(const TimeArguments &arguments)
{
    using activity::TimeRules;
    activity::TimeQuery query;
    constexpr double second = TimeRules::second;
    if (!(arguments.idleCap >= TimeRules::leastIdleCap / second && arguments.idleCap <= TimeRules::mostIdleCap / second))
        return fail(ErrorCode::InvalidArgument, tr("The idle cap is 10 to 3600 seconds."));
    query.rules.idleCap = std::llround(arguments.idleCap * second);
    const auto from = momentOf(arguments.from);
    const auto to = momentOf(arguments.to);
    if (!from || !to)
        return fail(from ? to.error() : from.error());
    if (*from && *to && **from > **to)
        return fail(ErrorCode::InvalidArgument, tr("--from is later than --to."));
    query.from = *from;
    query.to = *to;
    query.person = q(arguments.person);
    return query;
}

// Everybody's own figures; other people's for those whose role has them.
Result<QString> whose(const store::Store &store, const store::Person &person, const QString &asked)
{
    const auto reader = store.reader();
    if (!reader)
        return fail(reader.error());
    if (workflow::demand(**reader, person, workflow::Act::SeeTeam))
        return asked;
    if (!person.authenticated)
        return fail(
            ErrorCode::PermissionDenied,
            tr("Times are shown to the person themselves and to leads, and nothing proves that you are %1.").arg(person.name));
    if (!asked.isEmpty() && asked != person.name)
        return fail(ErrorCode::PermissionDenied, tr("Other people's times are for leads; yours are shown without --person."));
    return person.name;
}

Result<Answer> answerOf(const activity::Material &material, const activity::TimeQuery &query, const TimeArguments &arguments)
{
    const activity::TimeTable table = activity::timeTable(material, query);
    if (!arguments.csv.empty())
        if (const auto written = base::writeFileAtomically(q(arguments.csv), activity::toCsv(table)); !written)
            return fail(written.error());
    if (!arguments.events.empty())
        if (const auto written = base::writeFileAtomically(q(arguments.events), activity::toLines(material)); !written)
            return fail(written.error());
    Answer answer;
    answer.json = activity::toJson(table);
    answer.text = activity::toText(table);
    answer.problems = table.unreadable > 0;
    return answer;
}

Result<Answer> purge(Context &context, const TimeArguments &arguments)
{
    const auto project = context.openProject(arguments.folder, store::Project::Access::Write, workflow::Act::ChangeProject);
    if (!project)
        return fail(project.error());
    if (arguments.keepDays)
        if (const auto set = activity::setRetentionDays((*project)->store(), *arguments.keepDays, context.person()); !set)
            return fail(set.error());
    const auto days = activity::retentionDays((*project)->store());
    if (!days)
        return fail(days.error());
    const auto faded = activity::fadeMoments((*project)->store(), context.person());
    if (!faded)
        return fail(faded.error());
    Answer answer;
    answer.json = {{"retention_days", *days}, {"records", faded->records}, {"purged_values", faded->values}};
    answer.text = tr("Moments older than %1 days: %2 records became sums, %3 values of the history were emptied.")
                      .arg(*days)
                      .arg(faded->records)
                      .arg(faded->values);
    return answer;
}

Result<Answer> time(Context &context, const TimeArguments &arguments)
{
    auto query = queryOf(arguments);
    if (!query)
        return fail(query.error());
    if (arguments.folder.empty() == arguments.recompute.empty())
        return fail(ErrorCode::InvalidArgument, tr("Give a project, or --recompute with an export of --events."));
    if (!arguments.recompute.empty()) {
        if (arguments.purge)
            return fail(ErrorCode::InvalidArgument, tr("--purge needs a project."));
        const auto lines = base::readFile(q(arguments.recompute), largestExport);
        if (!lines)
            return fail(lines.error());
        const auto material = activity::fromLines(*lines);
        return material ? answerOf(*material, *query, arguments) : Result<Answer>(fail(material.error()));
    }
    if (arguments.purge)
        return purge(context, arguments);
    if (arguments.keepDays)
        return fail(ErrorCode::InvalidArgument, tr("--keep-days goes with --purge."));
    const auto project = context.openProject(arguments.folder, store::Project::Access::Read, workflow::Act::Look);
    if (!project)
        return fail(project.error());
    const auto person = whose((*project)->store(), context.person(), query->person);
    if (!person)
        return fail(person.error());
    query->person = *person;
    const auto material = activity::material((*project)->store(), *person);
    return material ? answerOf(*material, *query, arguments) : Result<Answer>(fail(material.error()));
}

}  // namespace

void addTimeVerb(CLI::App &app, Context &context)
{
    auto arguments = std::make_shared<TimeArguments>();
    CLI::App *verb = app.add_subcommand("time", "Active time per item, round and person, and the moments it is computed from");
    verb->add_option("project", arguments->folder, "Project folder");
    verb->add_option("--person", arguments->person, "One person; other people's times are for leads");
    verb->add_option("--from", arguments->from, "Day or time, UTC");
    verb->add_option("--to", arguments->to, "Day or time, UTC; up to it");
    verb->add_option("--idle-cap", arguments->idleCap, "Seconds of a gap that count, 10 to 3600; 60 unless given");
    verb->add_option("--csv", arguments->csv, "Write the table to this file");
    verb->add_option("--events", arguments->events, "Write what the table is computed from to this file, as JSON lines");
    verb->add_option("--recompute", arguments->recompute, "Compute the table from such a file, without a project");
    verb->add_flag("--purge", arguments->purge, "Replace moments that are older than the project keeps them by their sums");
    verb->add_option("--keep-days", arguments->keepDays, "With --purge: from now on keep moments for so many days, 1 to 36500");
    verb->callback([&context, arguments] { context.run = [&context, arguments] { return time(context, *arguments); }; });
}

}  // namespace plumbline::cli
