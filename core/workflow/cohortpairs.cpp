// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/cohortpairs.h"

#include "core/base/id.h"
#include "core/base/random.h"
#include "core/quality/confusiondifference.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>

namespace plumbline::workflow {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

struct Answer {
    std::uint32_t item = 0;
    std::uint32_t person = 0;
    bool right = false;
};

/// Everything on gold, by item, then by person; items in the order of their names, so that draws depend on nothing else.
struct Answers {
    QStringList items;
    std::vector<Answer> rows;
};

Answers answersOnGold(const TeamRecord &record, const std::vector<PictureWork> &pictures)
{
    Answers answers;
    std::map<std::pair<QString, bool>, std::uint32_t> items;  // by name, and whether it is a picture
    std::vector<std::uint32_t> ofTask(record.tasks.size());
    for (std::uint32_t task = 0; task < record.tasks.size(); ++task)
        if (record.truth[task] != TeamRecord::none)
            items.try_emplace({record.tasks.at(task), false}, 0);
    for (const PictureWork &work : pictures)
        for (const CheckedPicture &picture : work.checked)
            if (!picture.practice)
                items.try_emplace({picture.name, true}, 0);
    for (auto &[item, number] : items) {
        number = static_cast<std::uint32_t>(answers.items.size());
        answers.items.append(item.first);
    }
    for (std::uint32_t task = 0; task < record.tasks.size(); ++task)
        if (record.truth[task] != TeamRecord::none)
            ofTask[task] = items.at({record.tasks.at(task), false});
    for (std::uint32_t row = 0; row < record.size(); ++row) {
        const std::uint32_t task = record.task[row];
        if (record.truth[task] != TeamRecord::none)
            answers.rows.push_back({ofTask[task], record.person[row], record.label[row] == record.truth[task]});
    }
    for (const PictureWork &work : pictures) {
        const qsizetype person = record.people.indexOf(work.person);
        for (const CheckedPicture &picture : work.checked)
            if (person >= 0 && !picture.practice)
                answers.rows.push_back({items.at({picture.name, true}), static_cast<std::uint32_t>(person), picture.right});
    }
    std::vector<std::uint32_t> byName(static_cast<std::size_t>(record.people.size()));
    QStringList names = record.people;
    names.sort();
    for (std::size_t person = 0; person < byName.size(); ++person)
        byName[person] = static_cast<std::uint32_t>(names.indexOf(record.people[static_cast<qsizetype>(person)]));
    std::stable_sort(answers.rows.begin(), answers.rows.end(), [&](const Answer &a, const Answer &b) {
        return std::pair(a.item, byName[a.person]) < std::pair(b.item, byName[b.person]);
    });
    return answers;
}

/// The answers of two cohorts to items that both answered.
struct Shared {
    SharedItems figures;
    std::vector<quality::CohortResult> results;
    std::vector<std::uint32_t> items;
};

Shared sharedOf(const Answers &answers, const std::vector<int> &cohortOf, int first, int second)
{
    Shared shared;
    base::SeededRandom random(1);
    std::vector<const Answer *> sides[2];
    for (auto from = answers.rows.begin(); from != answers.rows.end();) {
        auto to = from;
        sides[0].clear();
        sides[1].clear();
        for (; to != answers.rows.end() && to->item == from->item; ++to) {
            const int cohort = cohortOf[to->person];
            if (cohort == first || cohort == second)
                sides[cohort == second].push_back(&*to);
        }
        if (!sides[0].empty() && !sides[1].empty()) {
            SharedItems &figures = shared.figures;
            ++figures.items;
            shared.items.push_back(from->item);
            bool right[2];
            for (const int side : {0, 1}) {
                right[side] = sides[side][random.below(sides[side].size())]->right;
                quality::RightWrong &counts = side == 0 ? figures.first : figures.second;
                ++(right[side] ? counts.right : counts.wrong);
                for (const Answer *answer : sides[side])
                    shared.results.push_back({answer->person, answer->item, side == 1, answer->right});
            }
            if (right[0] != right[1]) {
                QStringList &names = right[0] ? figures.firstOnly : figures.secondOnly;
                if (names.size() < SharedItems::mostNames)
                    names.append(answers.items[from->item]);
                ++(right[0] ? figures.test.firstOnly : figures.test.secondOnly);
            }
        }
        from = to;
    }
    const quality::McNemar counts = shared.figures.test;
    shared.figures.test = quality::mcNemar(counts.firstOnly, counts.secondOnly);
    shared.figures.firstShare = quality::wilson(counts.firstOnly, counts.firstOnly + counts.secondOnly);
    return shared;
}

void fitMixed(CohortPair &pair, Shared &shared, const jobs::JobControl &control)
{
    if (shared.figures.items > mixedModelItems) {
        base::SeededRandom random(1);
        for (std::size_t i = 0; i < static_cast<std::size_t>(mixedModelItems); ++i)
            std::swap(shared.items[i], shared.items[i + random.below(shared.items.size() - i)]);
        shared.items.resize(static_cast<std::size_t>(mixedModelItems));
        std::sort(shared.items.begin(), shared.items.end());
        std::erase_if(shared.results, [&](const quality::CohortResult &result) {
            return !std::binary_search(shared.items.begin(), shared.items.end(), result.item);
        });
        pair.mixedLeftOut = shared.figures.items - mixedModelItems;
    }
    const auto fitted = quality::fitMixedModel(shared.results, [&control] { return control.cancelled(); });
    if (fitted)
        pair.mixed = *fitted;
    else
        pair.whyNoMixed = fitted.error().text;
}

std::vector<LabelDifference> labelDifferences(const TeamReport &report, const CohortFigures &first, const CohortFigures &second)
{
    std::map<std::int32_t, std::int64_t> used;
    for (const CohortFigures *cohort : {&first, &second})
        for (const int person : cohort->people)
            for (const auto &[cell, n] : report.people[static_cast<std::size_t>(person)].confusion)
                for (const std::int32_t label : {cell.first, cell.second})
                    if (label != TeamRecord::none)
                        used[label] += n;
    std::vector<std::pair<std::int64_t, QString>> order;
    for (const auto &[label, n] : used)
        order.emplace_back(-n, report.labels[label]);
    std::sort(order.begin(), order.end());
    QSet<QString> kept;
    for (std::size_t i = 0; i < std::min(mostComparedLabels, order.size()); ++i)
        kept.insert(order[i].second);

    std::map<ClassId, QString> names;
    const auto idOf = [&](std::int32_t label) {
        if (label == TeamRecord::none)
            return ClassId{};
        const QString name = kept.contains(report.labels[label]) ? report.labels[label] : tr("all other labels");
        const ClassId id{Uuid::fromName("label", name.toUtf8())};
        names.try_emplace(id, name);
        return id;
    };
    const auto countsOf = [&](const CohortFigures &cohort) {
        std::vector<quality::ConfusionCounts> counts;
        for (const int person : cohort.people) {
            quality::ConfusionCounts own;
            for (const auto &[cell, n] : report.people[static_cast<std::size_t>(person)].confusion)
                own[{idOf(cell.first), idOf(cell.second)}] += n;
            counts.push_back(std::move(own));
        }
        return counts;
    };
    std::vector<LabelDifference> list;
    for (const quality::ConfusionDifference &cell : quality::confusionDifferences(countsOf(first), countsOf(second)))
        list.push_back({names[cell.truth], names[cell.said], {cell.firstCount, cell.firstN - cell.firstCount},
                        {cell.secondCount, cell.secondN - cell.secondCount}, cell.share});
    std::stable_sort(list.begin(), list.end(), [](const LabelDifference &a, const LabelDifference &b) {
        return std::pair(a.truth, a.said) < std::pair(b.truth, b.said);
    });
    return list;
}

}  // namespace

Result<std::vector<CohortPair>> cohortPairs(const TeamRecord &record, const std::vector<PictureWork> &pictures, const TeamReport &report,
                                            const jobs::JobControl &control)
{
    const Answers answers = answersOnGold(record, pictures);
    std::vector<const CohortFigures *> cohorts;
    for (const CohortFigures &cohort : report.cohorts)
        if (cohort.gold.n() > 0 && cohorts.size() < mostComparedCohorts)
            cohorts.push_back(&cohort);
    std::vector<int> cohortOf(static_cast<std::size_t>(record.people.size()), -1);
    for (std::size_t person = 0; person < cohortOf.size(); ++person)
        for (std::size_t i = 0; i < cohorts.size(); ++i)
            if (record.cohorts[static_cast<qsizetype>(person)] == cohorts[i]->name)
                cohortOf[person] = static_cast<int>(i);
    const auto resultsOf = [&](const CohortFigures &cohort) {
        std::vector<quality::RightWrong> results;
        for (const int person : cohort.people)
            results.push_back(report.people[static_cast<std::size_t>(person)].gold);
        return results;
    };
    std::vector<CohortPair> pairs;
    const auto total = static_cast<std::int64_t>(cohorts.size() * (cohorts.size() - std::min<std::size_t>(1, cohorts.size())) / 2);
    for (std::size_t a = 0; a < cohorts.size(); ++a)
        for (std::size_t b = a + 1; b < cohorts.size(); ++b) {
            control.report(static_cast<std::int64_t>(pairs.size()), total, tr("Comparing cohorts"));
            CohortPair pair;
            pair.first = cohorts[a]->name;
            pair.second = cohorts[b]->name;
            pair.firstGold = cohorts[a]->gold;
            pair.secondGold = cohorts[b]->gold;
            if (const auto difference = quality::bootstrapDifference(resultsOf(*cohorts[a]), resultsOf(*cohorts[b])))
                pair.accuracy = *difference;
            Shared shared = sharedOf(answers, cohortOf, static_cast<int>(a), static_cast<int>(b));
            fitMixed(pair, shared, control);
            pair.shared = std::move(shared.figures);
            pair.labels = labelDifferences(report, *cohorts[a], *cohorts[b]);
            if (control.cancelled())
                return jobs::JobControl::cancelledError();
            pairs.push_back(std::move(pair));
        }
    return pairs;
}

}  // namespace plumbline::workflow
