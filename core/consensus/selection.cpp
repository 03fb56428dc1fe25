// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consensus/selection.h"

#include <algorithm>

namespace plumbline::consensus {

namespace {

// The model without a common shape must predict labels better by this much a label, or the usual one is kept.
constexpr double worthIt = 0.005;
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

// Fits all members, decides, and leaves the one that was chosen in `found`. Answers what it was free to learn.
Freedom tryMembers(const Layout &layout, const GoOn &goOn, AutomaticFit &found)
{
    const Freedom shaped{true, true, true, true, true};
    const Freedom unshaped{false, true, true, true, true};
    found.labelsLookedAt = layout.votes().count();
    found.fit = shrunken(layout, shaped, 0, goOn);
    found.hard = found.fit.evidence;
    const auto evidenceOf = [&](const Freedom &freedom) {
        const Fit fit = shrunken(layout, freedom, 0, goOn);
        found.fit.cancelled = found.fit.cancelled || fit.cancelled;
        return fit.evidence;
    };
    found.voting = evidenceOf({false, false, false, true, false});
    found.abilities = evidenceOf({false, true, false, true, false});
    const Freedom easy{true, true, true, true, false};
    Fit plain = shrunken(layout, easy, 0, goOn);
    found.tables = plain.evidence;
    found.fit.cancelled = found.fit.cancelled || plain.cancelled;
    Fit other = shrunken(layout, unshaped, 0, goOn);
    found.unshaped = other.evidence;
    other.cancelled = other.cancelled || found.fit.cancelled;
    found.withShape = found.unshaped <= found.hard + worthIt;
    // Hard tasks have to be seen in what they predict. Where they are not, they would explain away a class that few know.
    found.withHard = !found.withShape || found.hard >= found.tables;
    if (!found.withShape || other.cancelled)
        found.fit = std::move(other);
    else if (!found.withHard)
        found.fit = std::move(plain);
    return !found.withShape ? unshaped : found.withHard ? shaped : easy;
}

AutomaticFit fitAll(const Layout &layout, const GoOn &goOn)
{
    AutomaticFit found;
    if (layout.votes().count() <= mostForSelection) {
        static_cast<void>(tryMembers(layout, goOn, found));
        return found;
    }
    const Votes some = sampled(layout.votes(), mostForSelection);
    const Freedom chosen = tryMembers(Layout(some), goOn, found);
    if (!found.fit.cancelled)
        found.fit = shrunken(layout, chosen, 0, goOn);
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
