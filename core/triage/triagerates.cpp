// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/triagerates.h"

#include "core/store/reader.h"
#include "core/store/recordlog.h"
#include "core/triage/triageentry.h"
#include "core/workflow/roles.h"

#include <map>
#include <set>

namespace plumbline::triage {

namespace {

struct Trial {
    bool cannotLabel = false;
    QString reason;
};

std::vector<Rate> listed(const std::map<QString, Rate> &rates)
{
    std::vector<Rate> list;
    for (const auto &[name, rate] : rates)
        list.push_back({name, rate.handedIn, rate.cannotLabel});
    return list;
}

}  // namespace

Result<Rates> ratesOf(const store::Project &project, const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = workflow::demand(**reader, person, workflow::Act::Triage); !allowed)
        return fail(allowed.error());
    const auto schema = (*reader)->schema();
    const auto submissions = (*reader)->submissions({}, {});
    const auto log = store::RecordLog::open(project.store());
    if (!schema)
        return fail(schema.error());
    if (!submissions)
        return fail(submissions.error());
    if (!log)
        return fail(log.error());

    std::map<std::pair<ItemId, QString>, Trial> trials;
    std::map<ItemId, std::set<QString>> classesOf;
    for (const model::Submission &submission : *submissions) {
        Trial &trial = trials[{submission.item, submission.annotator}];
        classesOf[submission.item];
        if (!submission.cannotLabel)
            continue;
        trial.cannotLabel = true;
        trial.reason = submission.reason;
    }
    const auto read =
        (*reader)->visit({}, false, [&](const model::Item &item, const std::vector<model::Annotation> &labels) -> Result<> {
            const auto found = classesOf.find(item.id);
            if (found == classesOf.end())
                return {};
            for (const model::Annotation &label : labels)
                if (const model::LabelClass *labelClass = schema->find(label.labelClass))
                    found->second.insert(labelClass->name);
            return {};
        });
    if (!read)
        return fail(read.error());
    const auto named = log->visit(model::RecordKind::Triage, {}, [&](const model::Record &record) -> Result<> {
        const auto entry = entryFromRecord(record);
        const auto found = classesOf.find(record.item);
        if (entry && entry->ruling == Ruling::NewClass && found != classesOf.end())
            found->second.insert(entry->className);
        return {};
    });
    if (!named)
        return fail(named.error());

    Rates rates;
    std::map<QString, Rate> people;
    std::map<QString, Rate> reasons;
    std::map<QString, Rate> classes;
    const auto count = [](Rate &rate, const Trial &trial) {
        ++rate.handedIn;
        rate.cannotLabel += trial.cannotLabel;
    };
    for (const auto &[what, trial] : trials) {
        count(rates.all, trial);
        count(people[what.second], trial);
        if (trial.cannotLabel)
            ++reasons[trial.reason].cannotLabel;
        for (const QString &name : classesOf[what.first])
            count(classes[name], trial);
    }
    for (auto &[name, rate] : reasons)
        rate.handedIn = rates.all.handedIn;
    rates.people = listed(people);
    rates.reasons = listed(reasons);
    rates.classes = listed(classes);
    return rates;
}

}  // namespace plumbline::triage
