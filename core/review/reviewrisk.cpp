// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewrisk.h"

#include "core/audit/log.h"
#include "core/overlap/likeness.h"
#include "core/quality/drift.h"
#include "core/quality/livecalibration.h"
#include "core/review/reviewrisklabels.h"
#include "core/workflow/handedin.h"
#include "core/workflow/goldstore.h"
#include "core/workflow/roles.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace plumbline::review {

namespace {

constexpr std::size_t ofAPart = 5000;  // tasks in one setting
constexpr std::int64_t mostParts = 100'000;
constexpr double step = 0.01;  // of fixed probabilities: finer ones would say more about people than a draw needs

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::review", text);
}

QString countKey()
{
    return QStringLiteral("review-draw");
}

QString partKey(std::int64_t part)
{
    return QStringLiteral("review-draw/%1").arg(part);
}

Result<std::int64_t> partsOf(const store::Reader &reader)
{
    const auto parts = reader.setting(countKey());
    if (!parts)
        return fail(parts.error());
    if (parts->is_null())
        return 0;
    if (!parts->is_number_integer() || parts->get<std::int64_t>() < 0 || parts->get<std::int64_t>() > mostParts)
        return fail(ErrorCode::Corrupt, tr("What was drawn for reviews cannot be read."));
    return parts->get<std::int64_t>();
}

/// Results in the order of time that the released gauge rests on: as many decisions as it shows.
double driftOf(std::vector<workflow::GoldStore::Scored> scored, std::int64_t decisions, const quality::DriftPlan &plan)
{
    std::sort(scored.begin(), scored.end(), [](const auto &a, const auto &b) {
        return std::tie(a.timeMicroseconds, a.round, a.number, a.submission)
               < std::tie(b.timeMicroseconds, b.round, b.number, b.submission);
    });
    quality::DriftChart chart(quality::DriftChartKind::BernoulliCusum, plan);
    std::int64_t counted = 0;
    bool alarmed = false;
    for (const auto &one : scored) {
        if (!one.outcome)
            continue;
        quality::AnnotatorScore score;
        score.add(*one.outcome);
        counted += score.n();
        if (counted > decisions)
            break;
        const bool right = quality::passes(*one.outcome, quality::LiveOptions().passShare);
        alarmed = chart.add({right, 0, one.timeMicroseconds}).has_value();
    }
    return alarmed ? 1 : chart.towardsAlarm();
}

/// Of one piece of handed-in work without a probability.
struct Open {
    TaskId task;
    WorkRisk risk;
    double least = 0;
    bool begun = false;
};

}  // namespace

double WorkRisk::value() const
{
    const auto kept = [](double of) { return 1 - std::clamp(of, 0.0, 1.0); };
    return 1 - kept(author) * kept(drift / 2) * kept(model.value_or(0) / 2);
}

std::vector<double> probabilities(const std::vector<double> &risks, const std::vector<double> &least, double share, double floor)
{
    const auto at = [&](double factor) {
        std::vector<double> values(risks.size());
        for (std::size_t i = 0; i < risks.size(); ++i) {
            const double lowest = std::max(floor, least.empty() ? 0 : least[i]);
            values[i] = std::clamp(factor * risks[i], std::min(lowest, 1.0), 1.0);
        }
        return values;
    };
    // In order of size: the sum is then the same in whatever order the work comes.
    const auto mean = [](std::vector<double> values) {
        std::sort(values.begin(), values.end());
        double sum = 0;
        for (const double value : values)
            sum += value;
        return values.empty() ? 0 : sum / double(values.size());
    };
    double low = 0;
    double high = 1;
    constexpr double most = 1e9;
    while (mean(at(high)) < share && high < most)
        high *= 2;
    if (high >= most)
        return at(high);
    constexpr int rounds = 60;
    for (int i = 0; i < rounds; ++i) {
        const double middle = (low + high) / 2;
        (mean(at(middle)) < share ? low : high) = middle;
    }
    return at(high);
}

Result<FixedDraw> fixedDraw(const store::Reader &reader)
{
    FixedDraw draw;
    const auto parts = partsOf(reader);
    if (!parts)
        return fail(parts.error());
    for (std::int64_t part = 0; part < *parts; ++part) {
        const auto json = reader.setting(partKey(part));
        if (!json)
            return fail(json.error());
        if (!json->is_object())
            continue;
        for (const auto &[name, value] : json->items()) {
            const auto id = TaskId::fromString(QString::fromStdString(name));
            const double probability = value.is_number() ? value.get<double>() : 0;
            if (!id || !(probability > 0) || probability > 1)
                return fail(ErrorCode::Corrupt, tr("What was drawn for reviews cannot be read."));
            draw.emplace(*id, probability);
        }
    }
    return draw;
}

double probabilityOf(const ReviewPlan &plan, const FixedDraw &fixed, const model::Task &task,
                     const std::vector<model::Annotation> &labels)
{
    if (task.round > 1)
        return 1;
    const auto found = fixed.find(task.id);
    return found == fixed.end() ? plannedProbability(plan, task, labels) : found->second;
}

Result<std::map<QString, AuthorRisk>> authorRisks(const QString &goldFile)
{
    std::map<QString, AuthorRisk> risks;
    if (goldFile.isEmpty() || !QFileInfo::exists(goldFile))
        return risks;
    const auto gold = workflow::GoldStore::open(goldFile);
    if (!gold)
        return fail(gold.error());
    const auto people = (*gold)->annotators();
    if (!people)
        return fail(people.error());
    std::map<QString, std::int64_t> released;
    std::vector<double> rates;
    for (const QString &person : *people) {
        const auto gauge = (*gold)->gauge(person);
        if (!gauge)
            return fail(gauge.error());
        const quality::GaugeReading reading = gauge->reading();
        if (!reading.enough)
            continue;
        risks[person].errors = std::clamp(1 - reading.mean, 0.0, 1.0);
        released[person] = reading.decisions;
        rates.push_back(risks[person].errors);
    }
    if (rates.empty())
        return risks;
    // Charts around what is ordinary here, as the team's figures have them.
    std::sort(rates.begin(), rates.end());
    constexpr double lowest = 0.02;
    constexpr double highest = 0.5;
    constexpr double more = 0.1;
    constexpr double betweenAlarms = 200;
    const double ordinary = std::clamp(rates[(rates.size() - 1) / 2], lowest, highest);
    const auto plan = quality::DriftPlan::forRunLength(ordinary, ordinary + more, betweenAlarms);
    if (!plan)
        return fail(plan.error());
    for (auto &[person, risk] : risks) {
        const auto outcomes = (*gold)->outcomes(person);
        if (!outcomes)
            return fail(outcomes.error());
        risk.drift = driftOf(*outcomes, released[person], *plan);
    }
    return risks;
}

Result<DrawReport> fixDraw(store::Project &project, const store::Person &person, const QString &goldFile, DrawMoment moment,
                           const jobs::JobControl &control)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = workflow::demand(**reader, person, workflow::Act::Plan); !allowed)
        return fail(allowed.error());
    const auto plan = reviewPlan(**reader);
    const auto fixed = fixedDraw(**reader);
    const auto tasks = (*reader)->tasks({});
    const auto submissions = (*reader)->submissions({}, {});
    const auto layers = (*reader)->layers();
    const auto parts = partsOf(**reader);
    const auto history = workflow::HandedIn::open(project.store());
    if (!plan)
        return fail(plan.error());
    if (!fixed)
        return fail(fixed.error());
    if (!tasks)
        return fail(tasks.error());
    if (!submissions)
        return fail(submissions.error());
    if (!layers)
        return fail(layers.error());
    if (!parts)
        return fail(parts.error());
    if (!history)
        return fail(history.error());
    std::map<QString, AuthorRisk> authors;
    QString modelLayer;
    if (plan->byRisk) {
        auto known = authorRisks(goldFile);
        if (!known)
            return fail(known.error());
        authors = std::move(*known);
        std::int64_t most = 0;
        for (const auto &[name, count] : *layers)
            if (model::isModelLayer(name) && count > most) {
                most = count;
                modelLayer = name;
            }
    }
    // Somebody of whom little is known is as risky as people are on average.
    double ordinary = 0.1;
    if (!authors.empty()) {
        ordinary = 0;
        for (const auto &[name, risk] : authors)
            ordinary += risk.errors / double(authors.size());
    }

    DrawReport report;
    report.people = static_cast<std::int64_t>(authors.size());
    std::map<TaskId, const model::Task *> byId;
    for (const model::Task &task : *tasks)
        byId.emplace(task.id, &task);
    std::map<TaskId, const model::Submission *> firsts;
    for (const model::Submission &submission : *submissions)
        if (submission.round == 1 && byId.contains(submission.task))
            firsts[submission.task] = &submission;  // the latest of the round: what a review looks at
    std::vector<Open> open;
    for (const auto &[id, submission] : firsts) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        if (fixed->contains(id)) {
            ++report.before;
            continue;
        }
        const auto handedIn = history->of(*submission);
        if (!handedIn)
            return fail(handedIn.error());
        const model::Task &task = *byId.at(id);
        model::Task first = task;
        first.round = 1;
        Open one;
        one.task = id;
        one.least = plannedProbability(*plan, first, handedIn->annotations);
        one.begun = task.round > 1 || task.state != model::TaskState::Submitted;
        if (plan->byRisk && !one.begun) {
            // What the plan says of every piece of work is the mean; classes and doubts are asked for beside it.
            one.least = one.least > plan->share ? one.least : 0;
            const auto author = authors.find(submission->annotator);
            one.risk.author = author == authors.end() ? ordinary : author->second.errors;
            one.risk.drift = author == authors.end() ? 0 : author->second.drift;
            if (!modelLayer.isEmpty()) {
                const auto predicted = (*reader)->annotations({submission->item, modelLayer});
                const auto item = (*reader)->item(submission->item);
                if (!predicted)
                    return fail(predicted.error());
                if (!item)
                    return fail(item.error());
                const auto side = [](std::int32_t of) { return static_cast<std::uint32_t>(std::max(0, of)); };
                const double tolerance = *item ? overlap::tolerancePixels(side((*item)->width), side((*item)->height))
                                               : overlap::tolerancePixels(0, 0);
                one.risk.model = disagreement(handedIn->annotations, *predicted, tolerance);
            }
        }
        open.push_back(one);
    }
    if (moment == DrawMoment::BeforeChange && fixed->empty()
        && std::none_of(open.begin(), open.end(), [](const Open &one) { return one.begun; })) {
        report.least = report.most = 0;
        return report;
    }
    std::vector<double> risks;
    std::vector<double> least;
    for (const Open &one : open)
        if (plan->byRisk && !one.begun) {
            risks.push_back(one.risk.value());
            least.push_back(one.least);
        }
    const std::vector<double> byRisk = probabilities(risks, least, plan->share, plan->floor);
    std::map<TaskId, double> added;
    std::size_t at = 0;
    for (const Open &one : open) {
        double probability = plan->byRisk && !one.begun ? byRisk[at++] : one.least;
        // A probability of 0 draws nothing and says nothing: such work stays open until a plan wants some of it.
        if (!(probability > 0))
            continue;
        probability = std::min(1.0, std::ceil(probability / step - 1e-9) * step);
        added.emplace(one.task, probability);
        report.drawn += drawOf(project.id(), one.task) < probability ? 1 : 0;
        report.least = std::min(report.least, probability);
        report.most = std::max(report.most, probability);
    }
    report.fixed = static_cast<std::int64_t>(added.size());
    if (added.empty()) {
        report.least = report.most = 0;
        return report;
    }
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Draw reviews"));
    std::int64_t part = *parts;
    Json json = Json::object();
    const auto flush = [&] {
        if (json.empty())
            return;
        builder.setting(partKey(part++), Json(), json);
        json = Json::object();
    };
    for (const auto &[id, probability] : added) {
        json[id.toString().toStdString()] = probability;
        if (json.size() == ofAPart)
            flush();
    }
    flush();
    builder.setting(countKey(), *parts == 0 ? Json() : Json(*parts), Json(part)).notUndoable();
    if (const auto done = store::wait(project.store().commit(builder.take(), person.name)); !done)
        return fail(done.error());
    return report;
}

Result<> changePlan(store::Project &project, const ReviewPlan &plan, const store::Person &person, const QString &goldFile,
                    const jobs::JobControl &control)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = workflow::demand(**reader, person, workflow::Act::Plan); !allowed)
        return allowed;
    const Json json = planToJson(plan);
    if (const auto sound = planFromJson(json); !sound)
        return fail(sound.error());
    const auto before = (*reader)->setting(QStringLiteral("review"));
    if (!before)
        return fail(before.error());
    if (*before == json)
        return {};
    if (const auto fixed = fixDraw(project, person, goldFile, DrawMoment::BeforeChange, control); !fixed)
        return fail(fixed.error());
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Plan reviews"));
    builder.setting(QStringLiteral("review"), *before, json);
    const auto done = store::wait(project.store().commit(builder.take(), person.name));
    if (!done)
        return fail(done.error());
    audit::note(project, person, audit::Action::ReviewPlanChanged, QStringLiteral("review"), {{"plan", json}});
    return {};
}

}  // namespace plumbline::review
