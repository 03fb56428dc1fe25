// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity/material.h"

#include "core/activity/activityrecord.h"
#include "core/store/gesturetimes.h"
#include "core/store/reader.h"
#include "core/store/recordlog.h"

#include <algorithm>
#include <map>
#include <set>

namespace plumbline::activity {

namespace {

using Work = std::pair<QString, ItemId>;  // whose, on which item

/// The rounds of a piece of work: when each was handed in first.
class Rounds
{
public:
    Result<> read(const store::Reader &reader, const QString &onlyPerson)
    {
        const auto submissions = reader.submissions(std::nullopt, onlyPerson);
        const auto tasks = reader.tasks(std::nullopt);
        if (!submissions || !tasks)
            return fail(submissions ? tasks.error() : submissions.error());
        for (const model::Submission &s : *submissions)
            m_handedIn[{s.annotator, s.item}].emplace_back(s.createdMicroseconds, s.round);
        for (auto &[work, list] : m_handedIn)
            std::sort(list.begin(), list.end());
        for (const model::Task &task : *tasks) {
            if (task.stage != model::Stage::Annotate)
                continue;
            m_now[{task.assignee, task.item}] = task.round;
            if (task.state == model::TaskState::Accepted || task.state == model::TaskState::Adjudicated
                || task.state == model::TaskState::Done)
                m_accepted.insert({task.assignee, task.item});
        }
        return {};
    }
    /// An edit belongs to the round that was handed in next; what was not handed in yet to the round that is.
    [[nodiscard]] int at(const Work &work, std::int64_t microseconds) const
    {
        if (const auto list = m_handedIn.find(work); list != m_handedIn.end()) {
            const auto next = std::lower_bound(list->second.begin(), list->second.end(), std::pair(microseconds, 0));
            if (next != list->second.end())
                return next->second;
        }
        const auto now = m_now.find(work);
        return now == m_now.end() ? 1 : now->second;
    }
    [[nodiscard]] bool accepted(const Work &work) const { return m_accepted.contains(work); }

private:
    std::map<Work, std::vector<std::pair<std::int64_t, int>>> m_handedIn;
    std::map<Work, int> m_now;
    std::set<Work> m_accepted;
};

// Whose an accepted label is: of the author that a review names, else of whoever made what it was made from, else of its maker.
Result<QString> authorOf(const store::Reader &reader, const model::Annotation &label)
{
    if (label.extra.is_object() && label.extra.contains(model::reviewKey)) {
        const Json &review = label.extra.at(model::reviewKey);
        const QString author = review.is_object() ? base::toQString(review.value("author", Json())) : QString();
        if (!author.isEmpty())
            return author;
    }
    if (!label.parent.isNull()) {
        const auto parent = reader.annotation(label.parent);
        if (!parent)
            return fail(parent.error());
        if (*parent && !model::isModelLayer((*parent)->layer) && (*parent)->layer != model::acceptedLayer())
            return (*parent)->layer;
    }
    return label.origin.kind == model::OriginKind::Human ? label.origin.by : QString();
}

}  // namespace

Result<Material> material(const store::Store &store, const QString &onlyPerson)
{
    Material material;
    const auto reader = store.reader();
    if (!reader)
        return fail(reader.error());
    const auto log = store::RecordLog::open(store);
    if (!log)
        return fail(log.error());
    const auto visited = log->visit(model::RecordKind::Activity, std::nullopt, [&](const model::Record &record) -> Result<> {
        auto content = contentOf(record);
        if (!content) {
            ++material.unreadable;
            return {};
        }
        if (auto *moments = std::get_if<Moments>(&*content)) {
            if (onlyPerson.isEmpty() || moments->person == onlyPerson)
                material.events.insert(material.events.end(), moments->events.begin(), moments->events.end());
        } else if (auto *summed = std::get_if<Summed>(&*content)) {
            if (onlyPerson.isEmpty() || summed->person == onlyPerson)
                material.summed.push_back(std::move(*summed));
        }
        return {};
    });
    if (!visited)
        return fail(visited.error());

    Rounds rounds;
    if (const auto read = rounds.read(**reader, onlyPerson); !read)
        return fail(read.error());
    const auto team = (*reader)->setting(QStringLiteral("team"));
    if (!team)
        return fail(team.error());
    const auto edits = store::visitGestureTimes(store, onlyPerson, *team != true, [&](const store::GestureTime &edit) {
        material.events.push_back({edit.actor,
                                   {},
                                   edit.microseconds,
                                   EventKind::Operation,
                                   edit.item,
                                   rounds.at({edit.actor, edit.item}, edit.microseconds)});
    });
    if (!edits)
        return fail(edits.error());
    std::sort(material.events.begin(), material.events.end(), before);

    std::map<Work, std::int64_t> labels;
    const auto counted = (*reader)->visit(
        model::acceptedLayer(), false, [&](const model::Item &item, const std::vector<model::Annotation> &accepted) -> Result<> {
            for (const model::Annotation &label : accepted) {
                const auto author = authorOf(**reader, label);
                if (!author)
                    return fail(author.error());
                ++labels[{*author, item.id}];
            }
            return {};
        });
    if (!counted)
        return fail(counted.error());
    std::set<Work> works;
    for (const Event &event : material.events)
        if (!event.item.isNull())
            works.insert({event.person, event.item});
    for (const Summed &summed : material.summed)
        for (const Summed::Day &day : summed.days)
            if (!day.item.isNull())
                works.insert({summed.person, day.item});
    for (const auto &[work, count] : labels)
        if (!work.first.isEmpty() && (onlyPerson.isEmpty() || work.first == onlyPerson))
            works.insert(work);
    for (const Work &work : works) {
        const auto item = (*reader)->item(work.second);
        if (!item)
            return fail(item.error());
        const auto count = labels.find(work);
        material.units.push_back({work.first, work.second, *item ? (*item)->name : QString(),
                                  count == labels.end() ? 0 : count->second, rounds.accepted(work)});
    }
    return material;
}

}  // namespace plumbline::activity
