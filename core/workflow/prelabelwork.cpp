// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/prelabelwork.h"

#include "core/quality/posterior.h"
#include "core/store/reader.h"
#include "core/store/verdictlog.h"
#include "core/workflow/goldstore.h"
#include "core/workflow/teamsigns.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <map>

namespace plumbline::workflow {

namespace {

bool sameLabel(const model::Annotation &label, const model::Annotation &prediction)
{
    return label.labelClass == prediction.labelClass && label.geometry == prediction.geometry
           && label.attributes == prediction.attributes;
}

class Counter
{
public:
    Counter(const std::vector<store::VerdictChange> &changes, const GoldStore *gold, const model::Schema &schema)
        : m_gold(gold), m_schema(schema)
    {
        for (const store::VerdictChange &change : changes) {
            m_changes.insert(change.prediction, &change);
            ++m_together[change.gesture];
        }
    }

    Result<> add(const model::Item &item, const std::vector<model::Annotation> &annotations)
    {
        QHash<AnnotationId, const model::Annotation *> made;
        for (const model::Annotation &annotation : annotations)
            if (!annotation.parent.isNull() && !model::isModelLayer(annotation.layer))
                made.insert(annotation.parent, &annotation);
        std::optional<GoldStore::StoredKey> key;
        bool asked = false;
        for (const model::Annotation &prediction : annotations) {
            if (!model::isModelLayer(prediction.layer) || prediction.verdict == model::Verdict::None)
                continue;
            // Verdicts that came with imported labels have nobody who gave them here.
            const store::VerdictChange *change = m_changes.value(prediction.id);
            if (!change)
                continue;
            if (m_gold && !std::exchange(asked, true)) {
                auto found = m_gold->key(item.id);
                if (!found)
                    return fail(found.error());
                key = std::move(*found);
            }
            count(item, prediction, *change, made.value(prediction.id), key);
        }
        return {};
    }

    std::vector<PrelabelWork> take()
    {
        std::vector<PrelabelWork> list;
        for (auto &[name, work] : m_work) {
            work.person = name;
            list.push_back(std::move(work));
        }
        return list;
    }

private:
    void count(const model::Item &item, const model::Annotation &prediction, const store::VerdictChange &change,
               const model::Annotation *made, const std::optional<GoldStore::StoredKey> &key)
    {
        PrelabelWork &work = m_work[change.actor];
        const bool accepted = prediction.verdict == model::Verdict::Accepted;
        const bool corrected = made && !sameLabel(*made, prediction);
        if (accepted) {
            ++work.accepted;
            ++(!made ? work.removed : corrected ? work.corrected : work.asProposed);
            work.atOnce += m_together.value(change.gesture) >= PrelabelWork::manyAtOnce;
        } else {
            ++work.rejected;
        }
        if (!key)
            return;
        const bool right = quality::scoreAgainstGold(key->key, {prediction}, false).right > 0;
        if (right) {
            ++work.right;
            work.rightRejected += !accepted;
            return;
        }
        ++work.wrong;
        work.wrongAccepted += accepted;
        if (!accepted || work.taken.size() >= PrelabelWork::mostTaken)
            return;
        const model::LabelClass *labelClass = m_schema.find(prediction.labelClass);
        work.taken.push_back({item.name, labelClass ? labelClass->name : QString(), prediction.origin.model, change.microseconds,
                              corrected || !made});
    }

    const GoldStore *m_gold;
    const model::Schema &m_schema;
    QHash<AnnotationId, const store::VerdictChange *> m_changes;
    QHash<std::int64_t, std::int64_t> m_together;  // changes in each step
    std::map<QString, PrelabelWork> m_work;
};

}  // namespace

bool PrelabelWork::standsOut() const
{
    const SignOptions usual;
    return wrong >= usual.minimum
           && quality::BetaPosterior::of(wrongAccepted, wrong - wrongAccepted).above(usualWrongAccepted) > 1 - usual.falseAlarm;
}

Result<std::vector<PrelabelWork>> prelabelWork(const store::Project &project, const jobs::JobControl &control)
{
    const auto changes = store::latestVerdictChanges(project.store());
    if (!changes)
        return fail(changes.error());
    if (changes->empty())
        return std::vector<PrelabelWork>();
    const auto reader = project.store().reader();
    const auto schema = reader ? (*reader)->schema() : Result<model::Schema>(fail(reader.error()));
    if (!schema)
        return fail(schema.error());
    std::unique_ptr<GoldStore> gold;
    if (const QString path = GoldStore::standardPath(project.id()); QFileInfo::exists(path)) {
        auto opened = GoldStore::open(path);
        if (!opened)
            return fail(opened.error());
        gold = std::move(*opened);
    }
    Counter counter(*changes, gold.get(), *schema);
    const auto visited = (*reader)->visit(std::nullopt, false, [&](const model::Item &item, const auto &annotations) -> Result<> {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        return counter.add(item, annotations);
    });
    if (!visited)
        return fail(visited.error());
    return counter.take();
}

}  // namespace plumbline::workflow
