// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consensus/selection.h"

#include <algorithm>

namespace plumbline::consensus {

namespace {

// Hard tasks must predict labels better by this much a label, or the simpler model is kept.
constexpr double worthIt = 0.002;
constexpr std::size_t mostForSelection = 100'000;

// Every so many-th task, in the order of the votes, which is that of a hash: a sample, the same in every run.
Votes sampled(const Votes &votes, std::size_t labels)
{
    const std::size_t step = (votes.count() + labels - 1) / labels;
    Votes some;
    some.workers = votes.workers;
    some.classes = votes.classes;
    for (std::size_t i = 0; i < votes.tasks; i += step) {
        const auto begin = static_cast<std::ptrdiff_t>(votes.begins[i]);
        const auto end = static_cast<std::ptrdiff_t>(votes.begins[i + 1]);
        some.worker.insert(some.worker.end(), votes.worker.begin() + begin, votes.worker.begin() + end);
        some.label.insert(some.label.end(), votes.label.begin() + begin, votes.label.begin() + end);
        some.begins.push_back(some.label.size());
        ++some.tasks;
    }
    return some;
}

struct Tried {
    Fit fit;
    Freedom freedom;
};

// Fits all members, decides, and leaves the fits that were chosen in `tables` and `even`.
bool tryMembers(const Layout &layout, const GoOn &goOn, AutomaticFit &found, Tried &tables, Tried &even)
{
    const auto fit = [&](const Freedom &freedom) { return Tried{shrunken(layout, freedom, 0, goOn), freedom}; };
    found.labelsLookedAt = layout.votes().count();
    const Tried voting = fit({false, false, false, true, false});
    const Tried abilities = fit({false, true, false, true, false});
    tables = fit({true, true, true, true, false});
    Tried hard = fit({true, true, true, true, true});
    found.voting = voting.fit.evidence;
    found.abilities = abilities.fit.evidence;
    found.tables = tables.fit.evidence;
    found.hard = hard.fit.evidence;
    found.withHard = found.hard > found.tables + worthIt;
    if (found.withHard)
        std::swap(tables, hard);
    even = fit({true, true, true, false, found.withHard});
    found.even = even.fit.evidence;
    found.withEven = found.even > tables.fit.evidence;
    return !(voting.fit.cancelled || abilities.fit.cancelled || tables.fit.cancelled || hard.fit.cancelled || even.fit.cancelled);
}

AutomaticFit fitAll(const Layout &layout, const GoOn &goOn)
{
    AutomaticFit found;
    Tried tables;
    Tried even;
    bool complete = false;
    if (layout.votes().count() > mostForSelection) {
        const Votes some = sampled(layout.votes(), mostForSelection);
        complete = tryMembers(Layout(some), goOn, found, tables, even);
        if (complete) {
            tables.fit = shrunken(layout, tables.freedom, 0, goOn);
            if (found.withEven)
                even.fit = shrunken(layout, even.freedom, 0, goOn);
            complete = !tables.fit.cancelled && !even.fit.cancelled;
        }
    } else {
        complete = tryMembers(layout, goOn, found, tables, even);
    }
    found.fit = std::move(tables.fit);
    found.fit.cancelled = !complete;
    if (complete && found.withEven) {
        for (std::size_t p = 0; p < found.fit.posterior.size(); ++p)
            found.fit.posterior[p] = (found.fit.posterior[p] + even.fit.posterior[p]) / 2;
        found.fit.skill = skillsUnder(layout, found.fit.posterior);
    }
    return found;
}

}  // namespace

AutomaticFit automaticFit(const Layout &layout, const GoOn &goOn)
{
    const Copies copies = findCopies(layout.votes());
    if (copies.groups.empty() || !layout.complete())
        return fitAll(layout, goOn);
    const Votes votes = withoutCopies(layout.votes(), copies);
    AutomaticFit found = fitAll(Layout(votes), goOn);
    found.copies = copies;
    if (found.fit.cancelled)
        return found;
    found.fit.skill = skillsUnder(layout, found.fit.posterior);
    // Copies share the table of the one who stands for them.
    const std::size_t table = std::size_t(votes.classes) * votes.classes;
    for (const auto &group : copies.groups)
        for (const std::uint32_t worker : group)
            if (worker != group.front())
                std::copy_n(found.fit.said.begin() + static_cast<std::ptrdiff_t>(group.front() * table), table,
                            found.fit.said.begin() + static_cast<std::ptrdiff_t>(worker * table));
    return found;
}

}  // namespace plumbline::consensus
