// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consensus/consensus.h"

#include "core/consensus/automatic.h"
#include "core/consensus/models.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace plumbline::consensus {

namespace {

constexpr std::array<std::pair<Method, const char *>, 8> methods{{{Method::Auto, "auto"},
                                                                  {Method::Majority, "majority"},
                                                                  {Method::Wawa, "wawa"},
                                                                  {Method::OneCoin, "one-coin"},
                                                                  {Method::DawidSkene, "dawid-skene"},
                                                                  {Method::DawidSkeneMl, "dawid-skene-ml"},
                                                                  {Method::Mace, "mace"},
                                                                  {Method::Glad, "glad"}}};

constexpr double equal = 1e-9;   // posteriors that differ by less are tied
constexpr double none = 1e-12;   // smaller ones are left out of the answer
constexpr double unused = 1e-9;  // the same of cells of a confusion

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::consensus", text);
}

struct Numbered {
    Votes votes;
    std::vector<std::uint32_t> unit;      // of each task
    std::vector<std::uint32_t> rater;     // of each worker
    std::vector<std::uint32_t> category;  // of each class
};

Numbered numbered(const quality::Ratings &ratings)
{
    Numbered n;
    std::vector<std::uint32_t> byName(static_cast<std::size_t>(ratings.raters.size()));
    std::iota(byName.begin(), byName.end(), 0U);
    std::sort(byName.begin(), byName.end(),
              [&](std::uint32_t a, std::uint32_t b) { return ratings.raters[a] < ratings.raters[b]; });
    std::vector<bool> raterUsed(byName.size(), false);
    std::vector<bool> categoryUsed(static_cast<std::size_t>(ratings.categories.size()), false);
    for (std::size_t j = 0; j < ratings.count(); ++j) {
        raterUsed[ratings.rater[j]] = true;
        categoryUsed[ratings.category[j]] = true;
    }
    std::vector<std::uint32_t> workerOf(byName.size());
    for (const std::uint32_t rater : byName)
        if (raterUsed[rater]) {
            workerOf[rater] = static_cast<std::uint32_t>(n.rater.size());
            n.rater.push_back(rater);
        }
    std::vector<std::uint32_t> classOf(categoryUsed.size());
    for (std::uint32_t c = 0; c < categoryUsed.size(); ++c)
        if (categoryUsed[c]) {
            classOf[c] = static_cast<std::uint32_t>(n.category.size());
            n.category.push_back(c);
        }

    Votes &votes = n.votes;
    votes.workers = static_cast<std::uint32_t>(n.rater.size());
    votes.classes = static_cast<std::uint32_t>(n.category.size());
    votes.worker.reserve(ratings.count());
    votes.label.reserve(ratings.count());
    std::vector<std::uint32_t> unit;
    for (std::uint32_t u = 0; u + 1 < ratings.begins.size(); ++u) {
        if (ratings.begins[u] == ratings.begins[u + 1])
            continue;
        for (std::size_t j = ratings.begins[u]; j < ratings.begins[u + 1]; ++j) {
            votes.worker.push_back(workerOf[ratings.rater[j]]);
            votes.label.push_back(classOf[ratings.category[j]]);
        }
        votes.begins.push_back(votes.label.size());
        unit.push_back(u);
    }
    votes.tasks = static_cast<std::uint32_t>(unit.size());
    for (const std::uint32_t place : votes.sortTasks())
        n.unit.push_back(unit[place]);
    return n;
}

void fillLabels(const Layout &layout, const Numbered &n, const Fit &fit, std::size_t units, Consensus &consensus)
{
    const Votes &votes = n.votes;
    std::vector<std::size_t> given(votes.classes, 0);
    for (const std::uint32_t label : votes.label)
        ++given[label];
    std::vector<std::uint32_t> taskOf(units, Consensus::noLabel);
    for (std::uint32_t i = 0; i < votes.tasks; ++i)
        taskOf[n.unit[i]] = i;
    consensus.label.assign(units, Consensus::noLabel);
    consensus.begins.reserve(units + 1);
    for (std::size_t u = 0; u < units; ++u) {
        if (const std::uint32_t i = taskOf[u]; i != Consensus::noLabel) {
            double best = -1;
            std::uint32_t winner = 0;
            int tied = 0;
            for (std::size_t c = 0; c < layout.candidates(i); ++c) {
                const double p = fit.posterior[layout.first(i) + c];
                const std::uint32_t k = layout.classAt(i, c);
                if (p > none) {
                    consensus.category.push_back(n.category[k]);
                    consensus.probability.push_back(p);
                }
                if (p > best + equal) {
                    tied = 1;
                    winner = k;
                } else if (p > best - equal) {
                    ++tied;
                    if (given[k] > given[winner])
                        winner = k;
                }
                best = std::max(best, p);
            }
            consensus.label[u] = n.category[winner];
            consensus.ties += tied > 1 ? 1 : 0;
        }
        consensus.begins.push_back(consensus.category.size());
    }
}

void fillRaters(const Layout &layout, const Numbered &n, const Fit &fit, const quality::Ratings &ratings, Consensus &consensus)
{
    const auto raters = static_cast<std::size_t>(ratings.raters.size());
    consensus.skill.assign(raters, std::numeric_limits<double>::quiet_NaN());
    consensus.confusion.resize(raters);
    for (std::size_t w = 0; w < n.rater.size(); ++w)
        consensus.skill[n.rater[w]] = fit.skill[w];
    // Methods without tables of their own show what the answers look like under their posterior.
    std::vector<double> said = fit.said;
    if (said.empty()) {
        said = expectedCounts(layout, fit.posterior);
        const std::vector<double> rows = rowSums(layout, said);
        for (std::size_t s = 0; s < said.size(); ++s)
            said[s] /= std::max(rows[layout.at(s).row], none);
    }
    for (std::size_t s = 0; s < said.size(); ++s)
        if (said[s] > unused) {
            const Layout::Slot &slot = layout.at(s);
            consensus.confusion[n.rater[slot.worker]].push_back({n.category[slot.truth], n.category[slot.said], said[s]});
        }
    for (auto &cells : consensus.confusion)
        std::sort(cells.begin(), cells.end(), [](const ConfusionCell &a, const ConfusionCell &b) {
            return a.truth != b.truth ? a.truth < b.truth : a.said < b.said;
        });
    const std::vector<double> shares = classShares(layout, fit.posterior);
    consensus.shares.assign(static_cast<std::size_t>(ratings.categories.size()), 0.0);
    for (std::size_t k = 0; k < shares.size(); ++k)
        consensus.shares[n.category[k]] = shares[k];
}

}  // namespace

QString methodName(Method method)
{
    for (const auto &[known, name] : methods)
        if (known == method)
            return QLatin1String(name);
    return {};
}

std::optional<Method> methodFromName(QStringView name)
{
    for (const auto &[method, known] : methods)
        if (name == QLatin1String(known))
            return method;
    return std::nullopt;
}

QStringList methodNames()
{
    QStringList names;
    for (const auto &[method, name] : methods)
        names.append(QLatin1String(name));
    return names;
}

double Consensus::probabilityOf(std::uint32_t unit, std::uint32_t wanted) const
{
    const auto begin = category.begin() + static_cast<std::ptrdiff_t>(begins[unit]);
    const auto end = category.begin() + static_cast<std::ptrdiff_t>(begins[unit + 1]);
    const auto found = std::lower_bound(begin, end, wanted);
    return found != end && *found == wanted ? probability[static_cast<std::size_t>(found - category.begin())] : 0.0;
}

Result<Consensus> infer(const quality::Ratings &ratings, const Options &options, const std::function<bool(double)> &goOn)
{
    Consensus consensus;
    consensus.method = options.method;
    consensus.chosen = options.method;
    const auto units = static_cast<std::size_t>(ratings.units.size());
    const Numbered n = numbered(ratings);
    const Layout layout(n.votes);
    double done = 0;
    const GoOn step = [&] {
        done += (1 - done) * 0.02;  // how many rounds there will be is not known
        return !goOn || goOn(done);
    };

    Fit fit;
    if (!step()) {
        fit.cancelled = true;
    } else if (n.votes.tasks == 0) {
        consensus.why = tr("There are no labels.");
    } else {
        switch (options.method) {
        case Method::Auto: {
            Choice choice = automatic(layout, step);
            fit = std::move(choice.fit);
            consensus.chosen = choice.chosen;
            consensus.why = choice.why;
            consensus.evidence = std::move(choice.evidence);
            break;
        }
        case Method::Majority: fit = majority(layout); break;
        case Method::Wawa: fit = wawa(layout); break;
        case Method::OneCoin: fit = oneCoin(layout, options.rounds, step); break;
        case Method::DawidSkene: fit = shrunken(layout, {}, options.rounds, step); break;
        case Method::DawidSkeneMl: fit = dawidSkeneMl(layout, options.rounds, step, std::max(options.smoothing, 0.0)); break;
        case Method::Mace: fit = mace(layout, options.rounds, step); break;
        case Method::Glad: fit = glad(layout, options.rounds, step); break;
        }
    }
    if (fit.cancelled)
        return fail(ErrorCode::Cancelled, tr("The inference was stopped."));
    fit.skill.resize(n.rater.size(), 0.0);
    fillLabels(layout, n, fit, units, consensus);
    fillRaters(layout, n, fit, ratings, consensus);
    consensus.iterations = fit.iterations;
    consensus.converged = fit.converged;
    consensus.logLikelihood = std::move(fit.trace);
    return consensus;
}

}  // namespace plumbline::consensus
