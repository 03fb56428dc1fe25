// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/calibrations.h"

#include "core/quality/driftbaseline.h"
#include "core/workflow/goldstore.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <tuple>

namespace plumbline::workflow {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

using Outcomes = std::vector<GoldStore::Scored>;

// First results of rounds that are the first of their item for the annotator: who meets an item again knows it.
std::vector<quality::ItemResult> firstResults(const Outcomes &outcomes, double passShare, std::vector<ItemId> &items,
                                              std::vector<QString> &people)
{
    std::map<std::pair<QString, ItemId>, const GoldStore::Scored *> first;
    for (const GoldStore::Scored &scored : outcomes) {
        const GoldStore::Scored *&kept = first[{scored.annotator, scored.item}];
        if (!kept
            || std::tuple(scored.round, scored.number, scored.submission)
                   < std::tuple(kept->round, kept->number, kept->submission))
            kept = &scored;
    }
    std::map<ItemId, std::uint32_t> itemIndex;
    std::map<QString, std::uint32_t> personIndex;
    std::vector<quality::ItemResult> results;
    for (const auto &[key, scored] : first) {
        const auto person = personIndex.try_emplace(key.first, static_cast<std::uint32_t>(people.size()));
        if (person.second)
            people.push_back(key.first);
        const auto item = itemIndex.try_emplace(key.second, static_cast<std::uint32_t>(items.size()));
        if (item.second)
            items.push_back(key.second);
        results.push_back({person.first->second, item.first->second, quality::passes(*scored->outcome, passShare)});
    }
    return results;
}

Result<> addDifficulty(ProjectCalibration &found, const Outcomes &outcomes, double passShare, const jobs::JobControl &control)
{
    constexpr std::size_t fewestPeople = 5;
    constexpr std::size_t fewestResults = 50;
    std::vector<ItemId> items;
    std::vector<QString> people;
    const auto results = firstResults(outcomes, passShare, items, people);
    if (people.size() < fewestPeople || results.size() < fewestResults)
        return {};
    const auto fit = quality::fitDifficulty(results, people.size(), items.size(), quality::ResponseModel::Rasch, [&] { return control.cancelled(); });
    if (!fit)
        return fail(fit.error());
    for (std::size_t i = 0; i < items.size(); ++i)
        found.difficulty[items[i]] = fit->items[i].relativeDifficulty;
    found.difficultyKnown = true;
    found.abilityMean = fit->averageEasiness;
    found.abilitySigma = fit->abilitySigma;
    for (const quality::GoldFinding &finding : quality::reviewGold(results, *fit))
        found.findings.emplace_back(items[finding.item], finding);
    return {};
}

}  // namespace

Result<ProjectCalibration> calibrations(const store::Project &project, const CalibrationSettings &settings,
                                        const QString &onlyPerson, const jobs::JobControl &control)
{
    if (!settings.rule.valid())
        return fail(ErrorCode::InvalidArgument,
                    tr("The rule for pause proposals needs accuracies and certainties between 0 and 100 %."));
    ProjectCalibration found;
    quality::DriftBaseline baseline;
    baseline.team = settings.acceptable;
    baseline.more = settings.tooMuch - settings.acceptable;
    baseline.items = settings.runLength;
    baseline.own = settings.ownBaseline;
    // Run lengths take a while, and many people have the same rate.
    std::map<double, quality::DriftPlan> plans;
    const auto planAt = [&](double acceptable) -> Result<quality::DriftPlan> {
        if (const auto known = plans.find(acceptable); known != plans.end())
            return known->second;
        auto made = settings.ownBaseline ? baseline.plan(acceptable)
                                         : quality::DriftPlan::forRunLength(acceptable, settings.tooMuch, baseline.items);
        if (made)
            plans.emplace(acceptable, *made);
        return made;
    };
    if (const auto drift = planAt(settings.acceptable))
        found.drift = *drift;
    else
        return fail(drift.error());
    found.plan = quality::pausePlan(settings.rule, settings.goodAccuracy, settings.horizon);
    const QString path = GoldStore::standardPath(project.id());
    if (!QFileInfo::exists(path))
        return found;
    const auto gold = GoldStore::open(path);
    if (!gold)
        return fail(gold.error());
    const auto names = (*gold)->annotators();
    if (!names)
        return fail(names.error());
    const auto outcomes = (*gold)->outcomes();
    if (!outcomes)
        return fail(outcomes.error());

    std::map<QString, quality::AnnotatorScore> scores;
    std::vector<quality::RightWrong> cohort;
    for (const QString &name : *names) {
        const auto state = (*gold)->gauge(name);
        if (!state)
            return fail(state.error());
        const quality::AnnotatorScore &score = scores[name] = state->complete();
        cohort.push_back({score.right(), score.wrong()});
        for (const auto &[classes, count] : score.confusion())
            found.confusion[classes] += count;
    }
    found.prior = quality::fitCohortPrior(cohort);
    if (const auto done = addDifficulty(found, *outcomes, settings.passShare, control); !done)
        return fail(done.error());

    quality::LiveOptions options;
    options.passShare = settings.passShare;
    options.rule = settings.rule;
    options.prior = found.prior.prior;
    options.abilityMean = found.abilityMean;
    options.abilitySigma = found.abilitySigma;
    std::map<QString, std::vector<const GoldStore::Scored *>> byPerson;
    for (const GoldStore::Scored &scored : *outcomes)
        byPerson[scored.annotator].push_back(&scored);
    if (settings.ownBaseline) {
        std::vector<quality::RightWrong> items;
        for (const auto &[name, own] : byPerson) {
            quality::RightWrong &counts = items.emplace_back();
            for (const GoldStore::Scored *scored : own)
                ++(quality::passes(*scored->outcome, settings.passShare) ? counts.right : counts.wrong);
        }
        baseline.team = quality::DriftBaseline::teamRate(items).value_or(settings.acceptable);
        if (const auto drift = planAt(baseline.rateOf({})))
            found.drift = *drift;
        else
            return fail(drift.error());
    }
    for (const auto &[name, score] : scores) {
        if (!onlyPerson.isEmpty() && name != onlyPerson)
            continue;
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        auto &own = byPerson[name];
        // In order of time each takes one step.
        std::sort(own.begin(), own.end(), [](const auto *a, const auto *b) {
            return std::tuple(a->timeMicroseconds, a->number, a->submission)
                   < std::tuple(b->timeMicroseconds, b->number, b->submission);
        });
        std::vector<quality::DriftInput> results;
        for (const GoldStore::Scored *scored : own) {
            const auto difficulty = found.difficulty.find(scored->item);
            results.push_back({quality::passes(*scored->outcome, settings.passShare),
                               difficulty != found.difficulty.end() ? difficulty->second : 0.0, scored->timeMicroseconds});
        }
        const auto plan = planAt(settings.ownBaseline ? baseline.rateOf(results) : settings.acceptable);
        if (!plan)
            return fail(plan.error());
        options.drift = *plan;
        quality::LiveCalibration live(options);
        for (const GoldStore::Scored *scored : own) {
            const auto difficulty = found.difficulty.find(scored->item);
            live.put({scored->submission,
                      scored->item,
                      scored->round,
                      scored->number,
                      scored->timeMicroseconds,
                      *scored->outcome,
                      {difficulty != found.difficulty.end() ? difficulty->second : 0.0, 1}});
        }
        found.people.push_back({name, score, std::move(live)});
    }
    return found;
}

}  // namespace plumbline::workflow
