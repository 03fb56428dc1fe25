// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/bradleyterry.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace plumbline::quality {

namespace {

constexpr std::size_t mostItems = 1000;
constexpr int mostSteps = 200;
constexpr double farthest = 25;  // log parameters beyond it are on their way to infinity
constexpr double normal95 = 1.959963984540054;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::quality", text);
}

/// How often a pair in this order ended how.
struct Cell {
    std::size_t first;
    std::size_t second;
    std::array<double, 3> counts{};  ///< first, second, tie
};

std::vector<Cell> cellsOf(const Comparisons &comparisons)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::array<double, 3>> counts;
    for (const Comparison &row : comparisons.rows)
        ++counts[{row.first, row.second}][static_cast<std::size_t>(row.preferred)];
    std::vector<Cell> cells;
    for (const auto &[pair, count] : counts)
        cells.push_back({pair.first, pair.second, count});
    return cells;
}

// Items that can be reached from the first one over the edges.
std::vector<bool> reached(std::size_t items, const std::vector<std::vector<std::size_t>> &edges)
{
    std::vector<bool> seen(items, false);
    std::vector<std::size_t> open{0};
    seen[0] = true;
    while (!open.empty()) {
        const std::size_t item = open.back();
        open.pop_back();
        for (const std::size_t next : edges[item])
            if (!seen[next]) {
                seen[next] = true;
                open.push_back(next);
            }
    }
    return seen;
}

QStringList named(const QStringList &items, const std::vector<bool> &chosen, bool which)
{
    QStringList names;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        if (chosen[i] == which)
            names.append(items[static_cast<qsizetype>(i)]);
    return names;
}

// L. R. Ford, Am. Math. Monthly 64 (1957) 28-33: without it there is no maximum.
std::optional<NoFit> disconnected(const QStringList &items, const std::vector<Cell> &cells)
{
    const auto count = static_cast<std::size_t>(items.size());
    std::vector<std::vector<std::size_t>> beaten(count);
    std::vector<std::vector<std::size_t>> beatenBy(count);
    std::vector<std::vector<std::size_t>> met(count);
    const auto won = [&](std::size_t winner, std::size_t loser) {
        beaten[winner].push_back(loser);
        beatenBy[loser].push_back(winner);
    };
    for (const Cell &cell : cells) {
        met[cell.first].push_back(cell.second);
        met[cell.second].push_back(cell.first);
        if (cell.counts[0] > 0 || cell.counts[2] > 0)
            won(cell.first, cell.second);
        if (cell.counts[1] > 0 || cell.counts[2] > 0)
            won(cell.second, cell.first);
    }
    const auto all = [](const std::vector<bool> &seen) { return std::find(seen.begin(), seen.end(), false) == seen.end(); };
    if (const auto linked = reached(count, met); !all(linked)) {
        const QStringList inside = named(items, linked, true);
        const QStringList outside = named(items, linked, false);
        return NoFit{Unfitted::Unlinked, inside.size() <= outside.size() ? inside : outside};
    }
    // What the first item beats over any number of steps never beats the rest; what does not lead to it never beats it.
    if (const auto below = reached(count, beaten); !all(below))
        return NoFit{Unfitted::OneSided, named(items, below, true)};
    if (const auto above = reached(count, beatenBy); !all(above))
        return NoFit{Unfitted::OneSided, named(items, above, false)};
    return std::nullopt;
}

/// Symmetric positive definite matrix, its lower triangle turned into a Cholesky factor.
class Factor
{
public:
    explicit Factor(std::size_t size) : m_size(size), m_values(size * size, 0) {}

    double &at(std::size_t row, std::size_t column) { return m_values[row * m_size + column]; }

    /// False when the matrix is not positive definite by a clear margin.
    [[nodiscard]] bool factorise()
    {
        for (std::size_t i = 0; i < m_size; ++i) {
            double *row = &m_values[i * m_size];
            const double diagonal = row[i];
            for (std::size_t j = 0; j <= i; ++j) {
                const double *other = &m_values[j * m_size];
                double rest = row[j];
                for (std::size_t k = 0; k < j; ++k)
                    rest -= row[k] * other[k];
                if (j < i)
                    row[j] = rest / other[j];
                else if (!(rest > 1e-10 * diagonal) || !(rest > 1e-280))
                    return false;
                else
                    row[i] = std::sqrt(rest);
            }
        }
        return true;
    }
    void solve(std::vector<double> &x) const
    {
        for (std::size_t i = 0; i < m_size; ++i) {
            for (std::size_t k = 0; k < i; ++k)
                x[i] -= m_values[i * m_size + k] * x[k];
            x[i] /= m_values[i * m_size + i];
        }
        for (std::size_t i = m_size; i-- > 0;) {
            x[i] /= m_values[i * m_size + i];
            for (std::size_t k = 0; k < i; ++k)
                x[k] -= m_values[i * m_size + k] * x[i];
        }
    }

private:
    std::size_t m_size;
    std::vector<double> m_values;
};

/// Log-likelihood of the log parameters: abilities, then order effect, then tie.
class Likelihood
{
public:
    Likelihood(std::vector<Cell> cells, std::size_t items, bool order, bool ties, double deviation)
        : m_cells(std::move(cells)), m_items(items), m_order(order), m_ties(ties),
          m_precision(deviation > 0 ? 1 / (deviation * deviation) : 0)
    {}

    [[nodiscard]] std::size_t size() const { return m_items + (m_order ? 1 : 0) + (m_ties ? 1 : 0); }
    [[nodiscard]] std::size_t orderPlace() const { return m_items; }
    [[nodiscard]] std::size_t tiePlace() const { return m_items + (m_order ? 1 : 0); }

    [[nodiscard]] double ofData(const std::vector<double> &at) const
    {
        double sum = 0;
        for (const Cell &cell : m_cells) {
            const auto p = probabilities(cell, at);
            for (std::size_t k = 0; k < 3; ++k)
                if (cell.counts[k] > 0)
                    sum += cell.counts[k] * std::log(p[k]);
        }
        return sum;
    }
    [[nodiscard]] double value(const std::vector<double> &at) const
    {
        double sum = ofData(at);
        for (const double x : at)
            sum -= m_precision * x * x / 2;
        return sum;
    }
    /// Gradient, and minus the second derivatives. Without a prior the abilities are free up to a constant; a term along it
    /// keeps their mean at 0, where they start.
    void derivatives(const std::vector<double> &at, std::vector<double> &gradient, Factor &curvature) const
    {
        gradient.assign(size(), 0);
        for (std::size_t i = 0; i < size(); ++i) {
            gradient[i] = -m_precision * at[i];
            curvature.at(i, i) += m_precision;
        }
        if (m_precision == 0)
            for (std::size_t i = 0; i < m_items; ++i)
                for (std::size_t j = 0; j <= i; ++j)
                    curvature.at(i, j) += 1.0;
        // What first, second and tie add up from: first ability, second ability, order, tie.
        constexpr double parts[3][4] = {{1, 0, .5, 0}, {0, 1, -.5, 0}, {.5, .5, 0, 1}};
        for (const Cell &cell : m_cells) {
            const auto p = probabilities(cell, at);
            const double total = cell.counts[0] + cell.counts[1] + cell.counts[2];
            const std::array<std::size_t, 4> places{cell.first, cell.second, m_order ? orderPlace() : size(),
                                                    m_ties ? tiePlace() : size()};
            std::array<double, 4> mean{};
            for (std::size_t a = 0; a < 4; ++a)
                for (std::size_t k = 0; k < 3; ++k)
                    mean[a] += p[k] * parts[k][a];
            for (std::size_t a = 0; a < 4; ++a) {
                if (places[a] == size())
                    continue;
                for (std::size_t k = 0; k < 3; ++k)
                    gradient[places[a]] += (cell.counts[k] - total * p[k]) * parts[k][a];
                for (std::size_t b = 0; b < 4; ++b) {
                    if (places[b] > places[a])
                        continue;
                    double product = -mean[a] * mean[b];
                    for (std::size_t k = 0; k < 3; ++k)
                        product += p[k] * parts[k][a] * parts[k][b];
                    curvature.at(places[a], places[b]) += total * product;
                }
            }
        }
    }

private:
    [[nodiscard]] std::array<double, 3> probabilities(const Cell &cell, const std::vector<double> &at) const
    {
        const double order = m_order ? at[orderPlace()] / 2 : 0;
        const double first = at[cell.first] + order;
        const double second = at[cell.second] - order;
        const double tie = (at[cell.first] + at[cell.second]) / 2 + (m_ties ? at[tiePlace()] : 0);
        const double most = std::max({first, second, m_ties ? tie : first});
        std::array<double, 3> p{std::exp(first - most), std::exp(second - most), m_ties ? std::exp(tie - most) : 0};
        const double sum = p[0] + p[1] + p[2];
        for (double &value : p)
            value /= sum;
        return p;
    }

    std::vector<Cell> m_cells;
    std::size_t m_items;
    bool m_order;
    bool m_ties;
    double m_precision;
};

LogParameter parameter(double value, double variance)
{
    const double error = std::sqrt(std::max(0.0, variance));
    return {value, error, {value - normal95 * error, value + normal95 * error}};
}

}  // namespace

QString unfittedText(const NoFit &reason)
{
    constexpr qsizetype shown = 5;
    QString items = reason.items.mid(0, shown).join(QStringLiteral(", "));
    if (reason.items.size() > shown)
        items += tr(" and %1 more").arg(reason.items.size() - shown);
    switch (reason.reason) {
    case Unfitted::NoComparisons: return tr("There is no comparison.");
    case Unfitted::UnknownReference: return tr("The reference was never compared with anything.");
    case Unfitted::TooManyItems: return tr("More than %1 different items cannot be fitted at once.").arg(mostItems);
    case Unfitted::Unlinked:
        return tr("These were never compared with the others: %1. Compare them, or give a prior.").arg(items);
    case Unfitted::OneSided:
        return tr("These never won against the others nor tied with them: %1. Their abilities have no lower limit; compare more, "
                  "or give a prior.")
            .arg(items);
    case Unfitted::OnlyTies: return tr("Every comparison is a tie: nothing was preferred.");
    case Unfitted::OrderConfounded:
        return tr("Every pair was always shown in one order, so an effect of the order cannot be told from ability. Show pairs "
                  "both ways, leave the order out, or give a prior.");
    case Unfitted::NoMaximum:
        return tr("The comparisons fit ever better the farther the abilities are apart. Compare more, or give a prior.");
    }
    return {};
}

tl::expected<BradleyTerryFit, NoFit> bradleyTerry(const Comparisons &comparisons, const BradleyTerryOptions &options)
{
    const auto items = static_cast<std::size_t>(comparisons.items.size());
    const bool prior = options.priorDeviation > 0 && std::isfinite(options.priorDeviation);
    const qsizetype reference = comparisons.items.indexOf(options.reference);
    if (comparisons.rows.empty())
        return tl::unexpected(NoFit{Unfitted::NoComparisons});
    if (!options.reference.isEmpty() && reference < 0)
        return tl::unexpected(NoFit{Unfitted::UnknownReference});
    if (items > mostItems)
        return tl::unexpected(NoFit{Unfitted::TooManyItems});
    const std::vector<Cell> cells = cellsOf(comparisons);
    BradleyTerryFit fit;
    std::int64_t ties = 0;
    fit.abilities.resize(items);
    for (const Cell &cell : cells) {
        Ability &first = fit.abilities[cell.first];
        Ability &second = fit.abilities[cell.second];
        const auto firstWon = static_cast<std::int64_t>(cell.counts[0]);
        const auto secondWon = static_cast<std::int64_t>(cell.counts[1]);
        const auto tied = static_cast<std::int64_t>(cell.counts[2]);
        first.wins += firstWon;
        second.losses += firstWon;
        second.wins += secondWon;
        first.losses += secondWon;
        first.ties += tied;
        second.ties += tied;
        ties += tied;
    }
    if (!prior) {
        if (ties == static_cast<std::int64_t>(comparisons.rows.size()))
            return tl::unexpected(NoFit{Unfitted::OnlyTies});
        if (auto problem = disconnected(comparisons.items, cells))
            return tl::unexpected(std::move(*problem));
    }

    const Likelihood likelihood(cells, items, options.orderEffect, ties > 0, prior ? options.priorDeviation : 0);
    std::vector<double> at(likelihood.size(), 0);
    std::vector<double> gradient;
    double now = likelihood.value(at);
    bool converged = false;
    for (int step = 0; step < mostSteps && !converged; ++step) {
        Factor curvature(likelihood.size());
        likelihood.derivatives(at, gradient, curvature);
        if (!curvature.factorise())
            return tl::unexpected(NoFit{step == 0 && options.orderEffect ? Unfitted::OrderConfounded : Unfitted::NoMaximum});
        curvature.solve(gradient);
        double length = 0;
        for (const double x : gradient)
            length = std::max(length, std::abs(x));
        converged = length < 1e-9;
        // A full step may overshoot far from the maximum; some part of it always climbs.
        std::vector<double> next(at.size());
        double part = std::min(1.0, 5 / std::max(length, 1e-300));
        double then = now;
        for (int half = 0; half < 40; ++half, part /= 2) {
            for (std::size_t i = 0; i < at.size(); ++i)
                next[i] = at[i] + part * gradient[i];
            then = likelihood.value(next);
            if (then >= now - 1e-12 * std::abs(now))
                break;
        }
        at = next;
        now = then;
        if (!prior && std::any_of(at.begin(), at.end(), [](double x) { return !(std::abs(x) < farthest); }))
            return tl::unexpected(NoFit{Unfitted::NoMaximum});
    }
    Factor curvature(likelihood.size());
    likelihood.derivatives(at, gradient, curvature);
    if (!converged || !curvature.factorise())
        return tl::unexpected(NoFit{Unfitted::NoMaximum});

    // Covariances; what the term along the constant has added comes off again.
    const std::size_t size = likelihood.size();
    std::vector<double> variances(size);
    std::vector<double> withReference(size, 0);
    const double constant = prior ? 0 : 1 / (static_cast<double>(items) * static_cast<double>(items));
    for (std::size_t i = 0; i < size; ++i) {
        std::vector<double> column(size, 0);
        column[i] = 1;
        curvature.solve(column);
        variances[i] = column[i] - (i < items ? constant : 0);
        if (static_cast<qsizetype>(i) == reference)
            for (std::size_t j = 0; j < items; ++j)
                withReference[j] = column[j] - constant;
    }
    const std::size_t zero = reference < 0 ? 0 : static_cast<std::size_t>(reference);
    for (std::size_t i = 0; i < items; ++i) {
        fit.abilities[i].item = static_cast<std::uint32_t>(i);
        fit.abilities[i].log = reference < 0 ? parameter(at[i], variances[i])
                                             : parameter(at[i] - at[zero], variances[i] + variances[zero] - 2 * withReference[i]);
    }
    std::stable_sort(fit.abilities.begin(), fit.abilities.end(),
                     [](const Ability &a, const Ability &b) { return a.log.value > b.log.value; });
    if (options.orderEffect)
        fit.orderEffect = parameter(at[likelihood.orderPlace()], variances[likelihood.orderPlace()]);
    if (ties > 0)
        fit.tie = parameter(at[likelihood.tiePlace()], variances[likelihood.tiePlace()]);
    fit.logLikelihood = likelihood.ofData(at);
    return fit;
}

}  // namespace plumbline::quality
