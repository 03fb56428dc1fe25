// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity/spans.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace plumbline::activity {

namespace {

using EventIterator = std::vector<Event>::const_iterator;

/// What one window is doing at a moment.
struct State {
    ItemId item;
    int round = 0;
    bool guideline = false;
    bool remark = false;
    bool away = false;
    int waits = 0;

    void apply(const Event &event)
    {
        switch (event.kind) {
        case EventKind::Left:
            if (event.item.isNull() || event.item == item) {
                item = {};
                round = 0;
            }
            waits = 0;
            remark = false;
            break;
        case EventKind::Shown:
            item = event.item;
            round = event.round;
            waits = 0;
            remark = away = false;
            break;
        case EventKind::Input: away = false; break;
        case EventKind::Operation:
            away = guideline = remark = false;
            waits = 0;
            break;
        case EventKind::GuidelineShown: guideline = true; break;
        case EventKind::GuidelineLeft: guideline = false; break;
        case EventKind::RemarkShown: remark = true; break;
        case EventKind::RemarkLeft: remark = false; break;
        case EventKind::WaitBegun: ++waits; break;
        case EventKind::WaitEnded: waits = std::max(0, waits - 1); break;
        case EventKind::Away: away = true; break;
        case EventKind::Back: away = false; break;
        }
    }
    [[nodiscard]] bool counts() const { return !away && (!item.isNull() || guideline); }
    [[nodiscard]] Use use() const { return waits > 0 ? Use::Waiting : guideline || remark ? Use::Reading : Use::Labeling; }
};

std::vector<Span> ofVisit(EventIterator begin, EventIterator end, const TimeRules &rules)
{
    std::vector<Span> list;
    State state;
    for (auto event = begin; event != end; ++event) {
        state.apply(*event);
        const auto next = event + 1;
        if (next == end || !state.counts())
            continue;
        const Use use = state.use();
        const std::int64_t cap = use == Use::Waiting ? std::max(rules.waitCap, rules.idleCap) : rules.idleCap;
        const std::int64_t length = std::min(next->at - event->at, cap);
        if (length > 0)
            list.push_back({event->person, state.item, state.round, use, event->at, event->at + length});
    }
    return list;
}

// The history alone says on which item somebody worked, and when; the rest is the idle cap.
// What a window saw is finer: edits in a visit, or so soon after it that they were on their way to the disk, are left to it.
std::vector<Span> ofHistory(EventIterator begin, EventIterator end, const TimeRules &rules, const Stretches &known)
{
    constexpr std::int64_t onItsWay = 10 * TimeRules::second;
    std::vector<const Event *> edits;
    for (auto event = begin; event != end; ++event) {
        const auto visit =
            std::partition_point(known.begin(), known.end(), [&](const auto &s) { return s.second + onItsWay < event->at; });
        if (visit == known.end() || visit->first > event->at)
            edits.push_back(&*event);
    }
    std::vector<Span> list;
    for (std::size_t i = 0; i + 1 < edits.size(); ++i) {
        const Event &edit = *edits[i];
        const std::int64_t length = std::min(edits[i + 1]->at - edit.at, rules.idleCap);
        if (length > 0 && !edit.item.isNull())
            list.push_back({edit.person, edit.item, edit.round, Use::Labeling, edit.at, edit.at + length});
    }
    return list;
}

void cutOut(std::vector<Span> &list, const Stretches &stretches)
{
    if (stretches.empty())
        return;
    std::vector<Span> left;
    for (Span span : list) {
        auto stretch =
            std::partition_point(stretches.begin(), stretches.end(), [&](const auto &s) { return s.second <= span.begin; });
        for (; stretch != stretches.end() && stretch->first < span.end; ++stretch) {
            if (stretch->first > span.begin) {
                Span head = span;
                head.end = stretch->first;
                left.push_back(head);
            }
            span.begin = stretch->second;
        }
        if (span.begin < span.end)
            left.push_back(span);
    }
    list = std::move(left);
}

/// Of two windows at the same moment one counts: labeling before reading before waiting; of the same use the one whose last sign
/// of life is later.
struct Stronger {
    const std::vector<Span> &spans;
    bool operator()(std::size_t a, std::size_t b) const
    {
        const Span &x = spans[a];
        const Span &y = spans[b];
        return std::tie(x.use, y.begin, x.item, x.round, x.end, a) < std::tie(y.use, x.begin, y.item, y.round, y.end, b);
    }
};

std::vector<Span> oneAtATime(std::vector<Span> list)
{
    std::sort(list.begin(), list.end(), [](const Span &a, const Span &b) {
        return std::tie(a.begin, a.use, a.item, a.round, a.end) < std::tie(b.begin, b.use, b.item, b.round, b.end);
    });
    std::vector<std::pair<std::int64_t, std::size_t>> ends;
    for (std::size_t i = 0; i < list.size(); ++i)
        ends.emplace_back(list[i].end, i);
    std::sort(ends.begin(), ends.end());
    std::vector<Span> result;
    std::set<std::size_t, Stronger> running(Stronger{list});
    std::size_t begun = 0;
    std::size_t ended = 0;
    std::int64_t now = 0;
    while (ended < ends.size()) {
        const std::int64_t next = begun < list.size() ? std::min(list[begun].begin, ends[ended].first) : ends[ended].first;
        if (!running.empty() && next > now) {
            const Span &counts = list[*running.begin()];
            Span *last = result.empty() ? nullptr : &result.back();
            if (last && last->end == now && last->item == counts.item && last->round == counts.round && last->use == counts.use)
                last->end = next;
            else
                result.push_back({counts.person, counts.item, counts.round, counts.use, now, next});
        }
        now = next;
        while (ended < ends.size() && ends[ended].first == now)
            running.erase(ends[ended++].second);
        while (begun < list.size() && list[begun].begin == now)
            running.insert(begun++);
    }
    return result;
}

}  // namespace

Stretches united(Stretches stretches)
{
    std::sort(stretches.begin(), stretches.end());
    Stretches result;
    for (const auto &[begin, end] : stretches) {
        if (!result.empty() && begin <= result.back().second)
            result.back().second = std::max(result.back().second, end);
        else
            result.emplace_back(begin, end);
    }
    return result;
}

std::map<QString, Stretches> covered(const std::vector<Event> &events)
{
    std::map<std::pair<QString, Uuid>, std::pair<std::int64_t, std::int64_t>> visits;
    for (const Event &event : events) {
        if (event.visit.isNull())
            continue;
        const auto [at, made] = visits.try_emplace({event.person, event.visit}, event.at, event.at);
        at->second = {std::min(at->second.first, event.at), std::max(at->second.second, event.at)};
    }
    std::map<QString, Stretches> people;
    for (const auto &[visit, stretch] : visits)
        people[visit.first].push_back(stretch);
    for (auto &[person, stretches] : people)
        stretches = united(std::move(stretches));
    return people;
}

std::vector<Span> spans(std::vector<Event> events, const TimeRules &rules, const std::map<QString, Stretches> &summed)
{
    std::sort(events.begin(), events.end(), before);
    events.erase(std::unique(events.begin(), events.end()), events.end());
    auto known = covered(events);
    for (const auto &[person, stretches] : summed)
        known[person].insert(known[person].end(), stretches.begin(), stretches.end());
    for (auto &[person, stretches] : known)
        stretches = united(std::move(stretches));
    std::vector<Span> result;
    for (auto person = events.cbegin(); person != events.cend();) {
        const auto after = std::find_if(person, events.cend(), [&](const Event &e) { return e.person != person->person; });
        std::vector<Span> history;
        std::vector<Span> recorded;
        for (auto visit = person; visit != after;) {
            const auto end = std::find_if(visit, after, [&](const Event &e) { return e.visit != visit->visit; });
            if (visit->visit.isNull()) {
                history = ofHistory(visit, end, rules, known[visit->person]);
            } else {
                const std::vector<Span> list = ofVisit(visit, end, rules);
                recorded.insert(recorded.end(), list.begin(), list.end());
            }
            visit = end;
        }
        cutOut(history, known[person->person]);
        recorded.insert(recorded.end(), history.begin(), history.end());
        if (const auto elsewhere = summed.find(person->person); elsewhere != summed.end())
            cutOut(recorded, elsewhere->second);
        const std::vector<Span> list = oneAtATime(std::move(recorded));
        result.insert(result.end(), list.begin(), list.end());
        person = after;
    }
    return result;
}

}  // namespace plumbline::activity
