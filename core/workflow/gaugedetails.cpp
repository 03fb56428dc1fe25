// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/gaugedetails.h"

#include "core/store/judgementlog.h"
#include "core/store/reader.h"
#include "core/workflow/goldstore.h"

#include <QFileInfo>

#include <algorithm>

namespace plumbline::workflow {

namespace {

using PracticeClass = GaugeDetails::PracticeClass;

std::map<ClassId, PracticeClass> countsByClass(const quality::ConfusionCounts &confusion)
{
    std::map<ClassId, PracticeClass> classes;
    for (const auto &[pair, count] : confusion) {
        const auto &[truth, said] = pair;
        if (truth.isNull()) {
            classes[said].invented += count;
            continue;
        }
        PracticeClass &entry = classes[truth];
        entry.n += count;
        if (said == truth)
            entry.right += count;
        else if (said.isNull())
            entry.notFound += count;
        else
            entry.otherwise[said] += count;
    }
    return classes;
}

// The person's outcomes on open items, and their names.
Result<> addExamples(std::map<ClassId, PracticeClass> &classes, const std::vector<GoldStore::Scored> &outcomes,
                     const store::Reader &reader)
{
    for (const GoldStore::Scored &scored : outcomes) {
        std::optional<QString> name;
        for (const auto &[pair, count] : scored.outcome->confusion) {
            if (pair.first == pair.second)
                continue;
            const auto entry = classes.find(pair.first.isNull() ? pair.second : pair.first);
            if (entry == classes.end())
                continue;
            auto &examples = entry->second.examples;
            const bool known =
                std::any_of(examples.begin(), examples.end(), [&](const auto &example) { return example.item == scored.item; });
            if (known || examples.size() >= GaugeDetails::mostExamples)
                continue;
            if (!name) {
                const auto item = reader.item(scored.item);
                if (!item)
                    return fail(item.error());
                name = *item ? (*item)->name : QString();
            }
            if (!name->isEmpty())
                examples.push_back({scored.item, *name});
        }
    }
    return {};
}

}  // namespace

Result<GaugeDetails> gaugeDetails(const store::Project &project, const store::Person &person)
{
    const QString path = GoldStore::standardPath(project.id());
    if (!QFileInfo::exists(path) || !person.authenticated)
        return GaugeDetails{};
    const auto gold = GoldStore::open(path);
    if (!gold)
        return fail(gold.error());
    const auto gauge = (*gold)->gauge(person.name);
    if (!gauge)
        return fail(gauge.error());
    const auto outcomes = (*gold)->practiceOutcomes(person.name);
    if (!outcomes)
        return fail(outcomes.error());
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());

    const quality::AnnotatorScore &practice = gauge->shown();
    GaugeDetails details;
    details.reading = gauge->reading();
    details.released = gauge->released();
    const auto log = store::JudgementLog::open(project.store());
    const auto changes = log ? log->settingChanges(QStringLiteral("guideline"), person.name)
                             : Result<std::vector<store::JudgementLog::PersonalChange>>(fail(log.error()));
    if (!changes)
        return fail(changes.error());
    int version = 0;
    // Counted from the last one: the gauge may not have seen the first.
    for (const auto &change : *changes) {
        ++version;
        if (const std::int64_t before = gauge->submissions() - change.after; before > 0)
            details.guidelineChanges.push_back({version, change.microseconds, before});
    }
    details.practiceItems = practice.items();
    details.calibration = practice.confidence();
    if (details.calibration)
        details.confidence = practice.confidenceBins();
    auto classes = countsByClass(practice.confusion());
    if (const auto added = addExamples(classes, *outcomes, **reader); !added)
        return fail(added.error());
    for (auto &[id, entry] : classes) {
        entry.labelClass = id;
        details.classes.push_back(std::move(entry));
    }
    std::stable_sort(details.classes.begin(), details.classes.end(), [](const PracticeClass &a, const PracticeClass &b) {
        return std::pair(a.different(), a.n) > std::pair(b.different(), b.n);
    });
    return details;
}

}  // namespace plumbline::workflow
