// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/objectconsensus.h"

#include "core/base/atomicfile.h"
#include "core/base/csv.h"
#include "core/consensus/consensus.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>

namespace plumbline::cli {

using base::toJson;

namespace {

constexpr qint64 largestTruth = qint64(1) << 30;

struct ConsensusArguments {
    std::string folder;
    std::string labels;
    std::string truth;
    std::string method = "auto";
    std::string out;
    std::vector<std::string> categories;
    int rounds = 0;
    double smoothing = 0;
    bool firstOnly = false;
    bool summary = false;
};

// Judgements that were recorded in a project, the first of each person for each task.
Result<quality::Ratings> recordedRatings(Context &context, const std::string &folder, const QStringList &categories,
                                         IssueList &issues)
{
    const auto project = context.openProject(folder, store::Project::Access::Read, workflow::Act::SeeTeam);
    if (!project)
        return fail(project.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    quality::RatingsBuilder builder;
    builder.declareCategories(categories);
    const auto visited = (*reader)->visitJudgements([&](const model::Judgement &judgement) -> Result<> {
        if (context.control().cancelled())
            return jobs::JobControl::cancelledError();
        if (builder.add(judgement.task, judgement.annotator, judgement.label) == quality::RatingsBuilder::Added::Undeclared)
            issues.problem(
                q(folder), judgement.task,
                QStringLiteral("The label “%1” is not one of the declared ones; it was left out.").arg(judgement.label));
        return {};
    });
    if (!visited)
        return fail(visited.error());
    return builder.take();
}

// Truth by task, from a CSV with the columns task and truth. The first line of a task counts.
Result<QHash<QString, QString>> readTruth(const QString &file, IssueList &issues)
{
    const auto data = base::readFile(file, largestTruth);
    if (!data)
        return fail(data.error());
    base::CsvReader csv(*data);
    const QStringList header = csv.next().value_or(QStringList());
    qsizetype task = -1;
    qsizetype truth = -1;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QString name = header[i].trimmed().toLower();
        if (name == QLatin1String("task") && task < 0)
            task = i;
        if (name == QLatin1String("truth") && truth < 0)
            truth = i;
    }
    if (task < 0 || truth < 0)
        return fail(ErrorCode::Malformed,
                    QStringLiteral("%1 must begin with a line naming the columns task and truth.").arg(file));
    QHash<QString, QString> known;
    while (const auto record = csv.next()) {
        if (record->size() == 1 && record->front().trimmed().isEmpty())
            continue;
        const QString place = QStringLiteral("line %1").arg(csv.line());
        if (csv.broken()) {
            issues.problem(file, place, QStringLiteral("A quoted cell never ends; the line was left out."));
            continue;
        }
        const QString item = record->value(task).trimmed();
        const QString label = record->value(truth).trimmed();
        if (item.isEmpty() || label.isEmpty())
            issues.problem(file, place, QStringLiteral("Task or truth is missing; the line was left out."));
        else if (const auto before = known.constFind(item); before == known.constEnd())
            known.insert(item, label);
        else if (*before != label)
            issues.problem(file, place, QStringLiteral("%1 has another truth on an earlier line, which counts.").arg(item));
    }
    return known;
}

// Accuracy over the units whose truth is known. Where the best labels tie, the rule picked one of them; `expected` is what a
// random pick would give.
void compareWithTruth(const quality::Ratings &ratings, const consensus::Consensus &found, const QHash<QString, QString> &truth,
                      const QString &file, IssueList &issues, Json &json)
{
    std::int64_t compared = 0;
    std::int64_t right = 0;
    std::int64_t ties = 0;
    double expected = 0;
    for (std::uint32_t u = 0; u < found.label.size(); ++u) {
        const auto known = truth.constFind(ratings.units[u]);
        if (known == truth.constEnd() || found.label[u] == consensus::Consensus::noLabel)
            continue;
        ++compared;
        right += ratings.categories[found.label[u]] == *known ? 1 : 0;
        double best = 0;
        for (std::size_t p = found.begins[u]; p < found.begins[u + 1]; ++p)
            best = std::max(best, found.probability[p]);
        int tied = 0;
        bool among = false;
        for (std::size_t p = found.begins[u]; p < found.begins[u + 1]; ++p)
            if (found.probability[p] > best - 1e-9) {
                ++tied;
                among = among || ratings.categories[found.category[p]] == *known;
            }
        ties += tied > 1 ? 1 : 0;
        expected += among ? 1.0 / tied : 0;
    }
    const std::int64_t unknown = truth.size() - compared;
    if (unknown > 0)
        issues.add({compared > 0 ? IssueSeverity::Note : IssueSeverity::Warning,
                    file,
                    {},
                    QStringLiteral("%1 tasks have a truth but no labels; they are not scored.").arg(unknown)});
    json["truth"] = compared;
    json["right"] = right;
    json["accuracy"] = compared > 0 ? Json(static_cast<double>(right) / static_cast<double>(compared)) : Json();
    json["accuracy_expected"] = compared > 0 ? Json(expected / static_cast<double>(compared)) : Json();
    json["ties_with_truth"] = ties;
    json["truth_without_labels"] = unknown;
}

Json itemsJson(const quality::Ratings &ratings, const consensus::Consensus &found)
{
    Json list = Json::array();
    for (std::uint32_t u = 0; u < found.label.size(); ++u) {
        if (found.label[u] == consensus::Consensus::noLabel)
            continue;
        Json posterior = Json::object();
        for (std::size_t p = found.begins[u]; p < found.begins[u + 1]; ++p)
            posterior[ratings.categories[found.category[p]].toStdString()] = found.probability[p];
        list.push_back({{"item", toJson(ratings.units[u])},
                        {"label", toJson(ratings.categories[found.label[u]])},
                        {"posterior", std::move(posterior)}});
    }
    return list;
}

Json annotatorsJson(const quality::Ratings &ratings, const consensus::Consensus &found)
{
    std::vector<std::int64_t> given(static_cast<std::size_t>(ratings.raters.size()), 0);
    for (const std::uint32_t rater : ratings.rater)
        ++given[rater];
    Json list = Json::array();
    for (std::size_t r = 0; r < given.size(); ++r) {
        Json confusion = Json::object();
        for (const consensus::ConfusionCell &cell : found.confusion[r])
            confusion[ratings.categories[cell.truth].toStdString()][ratings.categories[cell.said].toStdString()] =
                cell.probability;
        list.push_back({{"annotator", toJson(ratings.raters[static_cast<qsizetype>(r)])},
                        {"labels", given[r]},
                        {"skill", std::isnan(found.skill[r]) ? Json() : Json(found.skill[r])},
                        {"confusion", std::move(confusion)}});
    }
    return list;
}

QByteArray cell(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    if (bytes.contains('"') || bytes.contains(',') || bytes.contains('\n') || bytes.contains('\r'))
        bytes = '"' + bytes.replace("\"", "\"\"") + '"';
    return bytes;
}

Result<> writeLabels(const QString &file, const quality::Ratings &ratings, const consensus::Consensus &found)
{
    QByteArray text("task,label,probability\n");
    for (std::uint32_t u = 0; u < found.label.size(); ++u)
        if (found.label[u] != consensus::Consensus::noLabel)
            text += cell(ratings.units[u]) + ',' + cell(ratings.categories[found.label[u]]) + ','
                    + QByteArray::number(found.probabilityOf(u, found.label[u]), 'g', 9) + '\n';
    return base::writeFileAtomically(file, text);
}

QString textOf(const Json &json, const quality::Ratings &ratings, const consensus::Consensus &found)
{
    QString text = QStringLiteral("%1 items, %2 labels, %3 annotators, %4 categories\n")
                       .arg(json["items"].get<std::int64_t>())
                       .arg(json["labels"].get<std::int64_t>())
                       .arg(json["annotators"].get<std::int64_t>())
                       .arg(json["categories"].get<std::int64_t>());
    text += QStringLiteral("method %1").arg(consensus::methodName(found.method));
    if (found.chosen != found.method)
        text += QStringLiteral(", which chose %1").arg(consensus::methodName(found.chosen));
    if (found.iterations > 0)
        text += QStringLiteral(", %1 rounds%2")
                    .arg(found.iterations)
                    .arg(found.converged ? QString() : QStringLiteral(", not converged"));
    text += QLatin1Char('\n');
    if (!found.why.isEmpty())
        text += found.why + QLatin1Char('\n');
    if (found.ties > 0)
        text += QStringLiteral("%1 ties; %2\n").arg(found.ties).arg(q(json["tie_rule"].get<std::string>()));
    if (json.contains("accuracy") && json["accuracy"].is_number())
        text += QStringLiteral("accuracy %1 (%2 of %3 with truth; %4 under random ties)\n")
                    .arg(json["accuracy"].get<double>(), 0, 'f', 4)
                    .arg(json["right"].get<std::int64_t>())
                    .arg(json["truth"].get<std::int64_t>())
                    .arg(json["accuracy_expected"].get<double>(), 0, 'f', 4);
    text += QStringLiteral("\nshare of items by category\n");
    constexpr qsizetype shown = 20;
    std::vector<std::uint32_t> order(found.shares.size());
    for (std::uint32_t c = 0; c < order.size(); ++c)
        order[c] = c;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return found.shares[a] > found.shares[b]; });
    for (std::size_t i = 0; i < std::min<std::size_t>(shown, order.size()); ++i)
        text += QStringLiteral("  %1  %2\n").arg(found.shares[order[i]], 6, 'f', 3).arg(ratings.categories[order[i]]);
    text += QStringLiteral("\nannotators, least able first (labels, expected share right)\n");
    std::vector<std::int64_t> given(found.skill.size(), 0);
    for (const std::uint32_t rater : ratings.rater)
        ++given[rater];
    std::vector<std::uint32_t> raters;
    for (std::uint32_t r = 0; r < found.skill.size(); ++r)
        if (!std::isnan(found.skill[r]))
            raters.push_back(r);
    std::stable_sort(raters.begin(), raters.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return found.skill[a] < found.skill[b]; });
    for (std::size_t i = 0; i < std::min<std::size_t>(shown, raters.size()); ++i)
        text += QStringLiteral("  %1  %2  %3\n")
                    .arg(given[raters[i]], 7)
                    .arg(found.skill[raters[i]], 6, 'f', 3)
                    .arg(ratings.raters[raters[i]]);
    if (raters.size() > static_cast<std::size_t>(shown))
        text += QStringLiteral("  … and %1 more\n").arg(raters.size() - static_cast<std::size_t>(shown));
    return text;
}

Result<Answer> inferConsensus(Context &context, const ConsensusArguments &arguments)
{
    if (arguments.folder.empty() == arguments.labels.empty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("Name either a project or --labels FILE.csv."));
    const auto method = consensus::methodFromName(q(arguments.method));
    if (!method)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("There is no method “%1”. There are: %2.")
                        .arg(q(arguments.method), consensus::methodNames().join(QStringLiteral(", "))));
    QStringList categories;
    for (const std::string &category : arguments.categories)
        categories.append(q(category));

    IssueList issues;
    const auto ratings =
        arguments.labels.empty()
            ? recordedRatings(context, arguments.folder, categories, issues)
            : quality::readRatings(q(arguments.labels), categories, issues,
                                   arguments.firstOnly ? quality::Repeats::FirstCounts : quality::Repeats::AllCount,
                                   [&](std::int64_t lines) {
                                       context.control().report(lines, 0, QStringLiteral("Reading labels"));
                                       return !context.control().cancelled();
                                   });
    if (!ratings)
        return fail(ratings.error());
    QHash<QString, QString> truth;
    if (!arguments.truth.empty()) {
        auto read = readTruth(q(arguments.truth), issues);
        if (!read)
            return fail(read.error());
        truth = std::move(*read);
    }
    const auto found = consensus::infer(*ratings, {*method, arguments.rounds, arguments.smoothing}, [&](double share) {
        constexpr int whole = 1000;
        context.control().report(static_cast<std::int64_t>(share * whole), whole, QStringLiteral("Inferring the truth"));
        return !context.control().cancelled();
    });
    if (!found)
        return fail(found.error());

    Answer answer;
    answer.json = {{"method", arguments.method},
                   {"chosen", toJson(consensus::methodName(found->chosen))},
                   {"why", found->why.isEmpty() ? Json() : toJson(found->why)},
                   {"iterations", found->iterations},
                   {"converged", found->converged},
                   {"log_likelihood", found->logLikelihood.empty() ? Json() : Json(found->logLikelihood.back())},
                   {"items", ratings->units.size()},
                   {"annotators", ratings->raters.size()},
                   {"labels", ratings->count()},
                   {"categories", ratings->categories.size()},
                   {"ties", found->ties},
                   {"tie_rule", "a tie goes to the label with the larger share of all labels, then to the first in order"}};
    Json evidence = Json::array();
    for (const consensus::Evidence &one : found->evidence)
        evidence.push_back({{"member", toJson(one.member)}, {"score", one.score}, {"weight", one.weight}});
    answer.json["evidence"] = std::move(evidence);
    Json shares = Json::object();
    for (std::size_t c = 0; c < found->shares.size(); ++c)
        shares[ratings->categories[static_cast<qsizetype>(c)].toStdString()] = found->shares[c];
    answer.json["shares"] = std::move(shares);
    if (!arguments.truth.empty())
        compareWithTruth(*ratings, *found, truth, q(arguments.truth), issues, answer.json);
    if (context.json && !arguments.summary) {
        answer.json["per_item"] = itemsJson(*ratings, *found);
        answer.json["per_annotator"] = annotatorsJson(*ratings, *found);
    }
    if (!arguments.out.empty())
        if (const auto written = writeLabels(q(arguments.out), *ratings, *found); !written)
            return fail(written.error());
    answer.json["issues"] = issuesToJson(issues);
    answer.problems = hasProblems(issues);
    if (!context.json)
        answer.text = textOf(answer.json, *ratings, *found) + issuesToText(issues);
    return answer;
}

}  // namespace

void addConsensusVerb(CLI::App &app, Context &context)
{
    auto a = std::make_shared<ConsensusArguments>();
    CLI::App *verb = app.add_subcommand("consensus", "The truth behind the labels of several annotators");
    verb->add_option("PROJECT", a->folder, "Use the judgements recorded in this project");
    verb->add_option("--labels", a->labels, "CSV task,annotator,label[,…]: no project needed");
    verb->add_option("--truth", a->truth, "CSV task,truth: says how many labels are right");
    verb->add_option("--method", a->method, "auto, majority, dawid-skene, … (an unknown one lists all)");
    verb->add_option("--categories", a->categories, "All labels there may be; others are left out")->delimiter(',');
    verb->add_option("--rounds", a->rounds, "Exactly so many rounds; 0 = until it converges")->check(CLI::Range(0, 100000));
    verb->add_option("--smoothing", a->smoothing, "Of dawid-skene-ml: added to every cell of the expected counts")
        ->check(CLI::Range(0.0, 1e6));
    verb->add_option("--out", a->out, "Write task,label,probability to this CSV");
    verb->add_flag("--first-only", a->firstOnly,
                   "Of an annotator's repeated labels of one task count the first; else every one counts");
    verb->add_flag("--summary", a->summary, "Leave items and annotators out of the JSON");
    const auto objects = std::make_shared<ObjectConsensusArguments>();
    objects->addTo(*verb);
    verb->callback([=, &context] {
        context.run = [=, &context]() -> Result<Answer> {
            if (!objects->objects)
                return inferConsensus(context, *a);
            if (a->folder.empty())
                return fail(ErrorCode::InvalidArgument, QStringLiteral("--objects needs a project."));
            return makeObjectConsensus(context, a->folder, *objects);
        };
    });
}

}  // namespace plumbline::cli
