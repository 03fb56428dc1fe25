// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The team view over 500 annotators and a million judgements opens within 300 ms. Timed is all that lies between asking for it
// and having every figure of its table: reading the judgements and the gold, and the report. The index is there, as it is when
// somebody has looked before; reading without it and bringing it up to date are told beside it. Changes of the guideline are read
// with it. The pages that are computed aside, when somebody looks at them, are told beside it: they keep nobody waiting.
#include "core/base/atomicfile.h"
#include "core/base/json.h"
#include "core/base/random.h"
#include "core/simulation/judgementteam.h"
#include "core/store/reader.h"
#include "core/workflow/acceptederrors.h"
#include "core/workflow/cohortpairs.h"
#include "core/workflow/copiedwork.h"
#include "core/workflow/goldstore.h"
#include "core/workflow/judging.h"
#include "core/workflow/prelabelwork.h"
#include "core/workflow/teambatches.h"
#include "core/workflow/teamload.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace plumbline;

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// Of all threads.
double processorMilliseconds()
{
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Cost {
    double wall = 0;
    double processor = 0;  // above the wall time where threads share the work
};

Cost costSince(Clock::time_point start, double processorThen)
{
    return {millisecondsSince(start), processorMilliseconds() - processorThen};
}

// The one in the middle by wall time.
Cost median(std::vector<Cost> costs)
{
    std::sort(costs.begin(), costs.end(), [](const Cost &a, const Cost &b) { return a.wall < b.wall; });
    return costs[costs.size() / 2];
}

void print(const char *name, const Cost &cost, double limit, const char *limitName)
{
    const double ours = cost.wall;
    Json line;
    line["name"] = name;
    line["ours"] = ours;
    line["processor"] = cost.processor;
    line["peer"] = limit;
    line["peer_name"] = limitName;
    line["ratio"] = ours / limit;
    line["unit"] = "ms";
    std::printf("%s\n", base::toJsonLine(line).trimmed().constData());
    std::fflush(stdout);
}

bool failed(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.text));
    return true;
}

}  // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    constexpr int people = 500;
    constexpr int judgesPerTask = 5;
    const int judgements = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    const QTemporaryDir folder;
    qputenv("PLUMBLINE_GOLD_FOLDER", folder.filePath(QStringLiteral("gold")).toUtf8());

    const auto world =
        simulation::simulateJudgements(simulation::honestTeam(people), {judgements / judgesPerTask, judgesPerTask, 0.1});
    const workflow::JudgementFiles files{folder.filePath(QStringLiteral("l.csv")), folder.filePath(QStringLiteral("g.csv"))};
    store::Project::NewProject made;
    made.name = QStringLiteral("bench");
    made.creator = store::operatingSystemPerson();
    made.team = true;
    made.schema = model::emptySchema();
    auto project = store::Project::create(folder.filePath(QStringLiteral("b.plumb")), made);
    if (!project)
        return failed(project.error());
    if (const auto written = base::writeFileAtomically(files.labels, world.labelsCsv()); !written)
        return failed(written.error());
    if (const auto written = base::writeFileAtomically(files.gold, world.goldCsv()); !written)
        return failed(written.error());
    base::SeededRandom random(1);
    if (const auto recorded = workflow::recordJudgements(**project, files, made.creator, random, {}); !recorded)
        return failed(recorded.error());

    // Two guidelines, and three cohorts.
    for (const char *text : {"Boxes touch.", "Boxes touch; what is hidden is drawn whole."}) {
        const auto reader = (*project)->store().reader();
        if (!reader)
            return failed(reader.error());
        const auto before = (*reader)->setting(QStringLiteral("guideline"));
        const auto members = (*reader)->members();
        if (!before || !members)
            return failed(before ? members.error() : before.error());
        history::GestureBuilder builder((*project)->store().ids().make<GestureId>(), QStringLiteral("Guideline"));
        builder.setting(QStringLiteral("guideline"), *before, Json(text));
        if (before->is_null())
            for (int i = 0; i < people; ++i) {
                model::Member member;
                member.name = world.judges[static_cast<std::size_t>(i)].name;
                member.role = QStringLiteral("annotator");
                member.cohort = QStringLiteral("cohort %1").arg(i % 3);
                builder.put(nullptr, member);
            }
        if (const auto done = store::wait((*project)->store().commit(builder.take(), made.creator.name)); !done)
            return failed(done.error());
    }

    std::vector<Cost> reading;
    std::vector<Cost> figures;
    std::vector<Cost> whole;
    Cost cold;
    constexpr int runs = 10;
    for (int i = 0; i < runs; ++i) {
        const auto start = Clock::now();
        const double processor = processorMilliseconds();
        const auto data = workflow::loadTeam(**project);
        if (!data)
            return failed(data.error());
        const Cost read = costSince(start, processor);
        const auto accepted = workflow::AcceptedErrors::of(data->record, data->pictures, std::nullopt);
        const auto plan = accepted.errorPlan();
        if (!plan)
            return failed(plan.error());
        workflow::TeamOptions options;
        options.drift = *plan;
        options.baseline = accepted.baseline();
        const auto report = workflow::teamReport(data->record, data->pictures, options);
        if (!report)
            return failed(report.error());
        const Cost done = costSince(start, processor);
        if (data->guidelineChanges.size() != 2 || report->people.size() != people
            || report->judgements != static_cast<std::int64_t>(world.rows.size()))
            return 1;
        if (data->fromIndex) {
            reading.push_back(read);
            figures.push_back({done.wall - read.wall, done.processor - read.processor});
            whole.push_back(done);
        } else {
            cold = done;
        }
    }
    if (whole.empty())
        return 1;
    constexpr double limit = 300;
    print("team view, 500 annotators, 1 M judgements", median(whole), limit, "limit of 300 ms");
    print("of that, reading", median(reading), limit, "the same limit");
    print("of that, the report", median(figures), limit, "the same limit");
    print("the first time, without an index", cold, limit, "the same limit");

    const auto data = workflow::loadTeam(**project);
    if (!data)
        return failed(data.error());
    const auto report = workflow::teamReport(data->record, data->pictures, {});
    if (!report)
        return failed(report.error());
    const auto aside = [&](const char *name, const auto &work) {
        const auto start = Clock::now();
        const double processor = processorMilliseconds();
        const bool done = work();
        print(name, costSince(start, processor), limit, "the same limit, though it is computed aside");
        return done;
    };
    workflow::BatchOptions batches;
    batches.period = workflow::BatchPeriod::Guideline;
    batches.guidelineChanges = data->guidelineChanges;
    bool all = aside("aside: cohorts", [&] { return workflow::cohortPairs(data->record, data->pictures, *report).has_value(); });
    all =
        aside("aside: batches", [&] { return workflow::teamBatches(data->record, data->pictures, batches).has_value(); }) && all;
    all = aside("aside: predictions", [&] { return workflow::prelabelWork(**project).has_value(); }) && all;
    all = aside("aside: drawn labels that are too alike", [&] { return workflow::copiedWork(**project).has_value(); }) && all;
    all =
        aside("aside: gold results for a pause rule", [&] { return workflow::goldSeries(data->record).size() == people; }) && all;
    if (!all)
        return 1;
    return 0;
}
