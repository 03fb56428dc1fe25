// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/pauserule.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace plumbline::quality {

namespace {

constexpr double tolerance = 1e-9;  // 8 of 10 is not below 80 %
constexpr int longestHorizon = 10'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::quality", text);
}

QString percent(double share)
{
    return QString::number(100 * share, 'g', 3);
}

bool inside(double value)
{
    return value > 0 && value < 1;
}

bool shareBelow(std::int64_t right, std::int64_t n, double threshold)
{
    return static_cast<double>(right) < threshold * static_cast<double>(n) - tolerance;
}

// Cumulative and Posterior.
bool firesOnCounts(const PauseRule &rule, std::int64_t n, std::int64_t right)
{
    if (n < std::max(rule.minimum, 1))
        return false;
    if (rule.kind == PauseRule::Kind::Cumulative)
        return shareBelow(right, n, rule.threshold);
    return 1 - BetaPosterior::of(right, n - right).above(rule.threshold) > rule.certainty;
}

double probabilityOnCounts(const PauseRule &rule, double accuracy, int horizon)
{
    std::vector<double> alive{1.0};  // by number right
    double fired = 0;
    std::int64_t limit = -1;  // largest number right that fires; never falls with n
    for (int n = 1; n <= horizon; ++n) {
        alive.push_back(0);
        for (auto right = alive.size() - 1; right > 0; --right)
            alive[right] = alive[right] * (1 - accuracy) + alive[right - 1] * accuracy;
        alive[0] *= 1 - accuracy;
        while (limit + 1 <= n && firesOnCounts(rule, n, limit + 1))
            ++limit;
        for (std::int64_t right = 0; right <= limit; ++right)
            fired += std::exchange(alive[static_cast<std::size_t>(right)], 0.0);
    }
    return fired;
}

bool firesOnWindow(const PauseRule &rule, std::int64_t n, std::uint32_t last)
{
    return n >= std::max(rule.minimum, 1)
           && shareBelow(std::popcount(last), std::min<std::int64_t>(n, rule.window), rule.threshold);
}

double probabilityOnWindow(const PauseRule &rule, double accuracy, int horizon)
{
    const std::uint32_t mask = (1U << static_cast<unsigned>(rule.window)) - 1;
    std::vector<double> alive(mask + 1, 0.0);  // by the last results
    alive[0] = 1;
    double fired = 0;
    for (int n = 1; n <= horizon; ++n) {
        std::vector<double> next(alive.size(), 0.0);
        for (std::uint32_t last = 0; last <= mask; ++last) {
            if (alive[last] == 0)
                continue;
            next[(last << 1U) & mask] += alive[last] * (1 - accuracy);
            next[((last << 1U) | 1U) & mask] += alive[last] * accuracy;
        }
        for (std::uint32_t last = 0; last <= mask; ++last)
            if (next[last] > 0 && firesOnWindow(rule, n, last))
                fired += std::exchange(next[last], 0.0);
        alive = std::move(next);
    }
    return fired;
}

// The strictest value in [low, high] whose rule keeps to the limit; `with` makes the rule of a value, stricter upwards.
template <typename With>
std::optional<PauseRule> bisected(double low, double high, int steps, With with, double accuracy, int horizon, double allowed)
{
    const auto keeps = [&](double value) { return pauseProbability(with(value), accuracy, horizon) <= allowed; };
    if (!keeps(low))
        return std::nullopt;
    if (keeps(high))
        return with(high);
    for (int i = 0; i < steps; ++i) {
        const double middle = (low + high) / 2;
        (keeps(middle) ? low : high) = middle;
    }
    return with(low);
}

}  // namespace

PauseRule PauseRule::ofWindow(int window, int minimum, double threshold)
{
    PauseRule rule;
    rule.kind = Kind::Window;
    rule.window = window;
    rule.minimum = minimum;
    rule.threshold = threshold;
    return rule;
}

PauseRule PauseRule::cumulative(int minimum, double threshold)
{
    PauseRule rule;
    rule.kind = Kind::Cumulative;
    rule.minimum = minimum;
    rule.threshold = threshold;
    return rule;
}

PauseRule PauseRule::posterior(int minimum, double threshold, double certainty)
{
    PauseRule rule;
    rule.kind = Kind::Posterior;
    rule.minimum = minimum;
    rule.threshold = threshold;
    rule.certainty = certainty;
    return rule;
}

PauseRule PauseRule::sequential(const Sprt &sprt)
{
    PauseRule rule;
    rule.kind = Kind::Sprt;
    rule.sprt = sprt;
    return rule;
}

bool PauseRule::valid() const
{
    switch (kind) {
    case Kind::Window: return window >= 1 && window <= largestWindow && minimum >= 1 && minimum <= window && inside(threshold);
    case Kind::Cumulative: return minimum >= 1 && inside(threshold);
    case Kind::Posterior: return minimum >= 1 && inside(threshold) && inside(certainty);
    case Kind::Sprt: return sprt.valid();
    }
    return false;
}

QString PauseRule::text() const
{
    switch (kind) {
    case Kind::Window:
        return tr("fewer than %1 % of the last %2 gold items right (from %3 on)")
            .arg(percent(threshold))
            .arg(window)
            .arg(minimum);
    case Kind::Cumulative: return tr("fewer than %1 % of all gold items right (from %2 on)").arg(percent(threshold)).arg(minimum);
    case Kind::Posterior:
        return tr("accuracy is below %1 % with %2 % certainty (from %3 gold items on)")
            .arg(percent(threshold), percent(certainty))
            .arg(minimum);
    case Kind::Sprt:
        return tr("sequential test of %1 % against %2 %, wrong in %3 % and %4 % of cases")
            .arg(percent(sprt.good), percent(sprt.bad), percent(sprt.falsePause), percent(sprt.missedBad));
    }
    return {};
}

double pauseProbability(const PauseRule &rule, double accuracy, int horizon)
{
    if (!rule.valid() || !(accuracy >= 0 && accuracy <= 1) || horizon < 1 || horizon > longestHorizon)
        return 0;
    if (rule.kind == PauseRule::Kind::Sprt)
        return rule.sprt.course(accuracy, horizon).paused;
    return rule.kind == PauseRule::Kind::Window ? probabilityOnWindow(rule, accuracy, horizon)
                                                : probabilityOnCounts(rule, accuracy, horizon);
}

Result<PauseRule> tunedRule(PauseRule rule, double goodAccuracy, int horizon, double allowed)
{
    if (!rule.valid() || !inside(goodAccuracy) || horizon < 1 || horizon > longestHorizon || !inside(allowed))
        return fail(ErrorCode::InvalidArgument,
                    tr("A rule needs accuracies and rates between 0 and 100 % and 1 to 10,000 planned gold items."));
    std::optional<PauseRule> found;
    switch (rule.kind) {
    case PauseRule::Kind::Window:
    case PauseRule::Kind::Cumulative: {
        const auto with = [&](double hundredths) {
            PauseRule candidate = rule;
            candidate.threshold = std::floor(hundredths) / 100;
            return candidate;
        };
        constexpr int halvings = 8;  // of 98 hundredths, below one
        found = bisected(1, 99, halvings, with, goodAccuracy, horizon, allowed);
        break;
    }
    case PauseRule::Kind::Posterior: {
        const auto with = [&](double strictness) {
            PauseRule candidate = rule;
            candidate.certainty = 1 - std::exp(strictness);
            return candidate;
        };
        found = bisected(std::log(1e-6), std::log(0.5), 20, with, goodAccuracy, horizon, allowed);
        break;
    }
    case PauseRule::Kind::Sprt: {
        const auto with = [&](double strictness) {
            PauseRule candidate = rule;
            candidate.sprt.falsePause = std::exp(strictness);
            return candidate;
        };
        found = bisected(std::log(1e-6), std::log(0.99 * (1 - rule.sprt.missedBad)), 20, with, goodAccuracy, horizon, allowed);
        break;
    }
    }
    if (!found)
        return fail(ErrorCode::InvalidArgument, tr("No setting of this rule pauses an annotator of %1 % in at most %2 % of cases "
                                                   "over %3 gold items; plan fewer, or allow more.")
                                                    .arg(percent(goodAccuracy), percent(allowed))
                                                    .arg(horizon));
    return *found;
}

void PauseTracker::add(bool right)
{
    ++m_n;
    m_right += right ? 1 : 0;
    m_last = ((m_last << 1U) | (right ? 1U : 0U)) & ((1U << static_cast<unsigned>(PauseRule::largestWindow)) - 1);
    if (!m_rule.valid())
        return;
    switch (m_rule.kind) {
    case PauseRule::Kind::Window:
        m_firing = firesOnWindow(m_rule, m_n, m_last & ((1U << static_cast<unsigned>(m_rule.window)) - 1));
        break;
    case PauseRule::Kind::Cumulative:
    case PauseRule::Kind::Posterior: m_firing = firesOnCounts(m_rule, m_n, m_right); break;
    case PauseRule::Kind::Sprt:
        if (m_firing || m_released)
            break;
        m_firing = m_rule.sprt.pauses(m_right, m_n - m_right);
        m_released = !m_firing && m_rule.sprt.releases(m_right, m_n - m_right);
        break;
    }
    if (m_firing && m_firstFired == 0)
        m_firstFired = m_n;
}

RightWrong PauseTracker::judged() const
{
    if (m_rule.kind != PauseRule::Kind::Window || !m_rule.valid())
        return counts();
    const std::int64_t n = std::min<std::int64_t>(m_n, m_rule.window);
    const std::int64_t right = std::popcount(m_last & ((1U << static_cast<unsigned>(m_rule.window)) - 1));
    return {right, n - right};
}

std::optional<std::int64_t> PauseTracker::firstFired() const
{
    return m_firstFired > 0 ? std::optional(m_firstFired) : std::nullopt;
}

void PauseTracker::encode(base::CborWriter &writer) const
{
    writer.array(15);
    for (const int value : {static_cast<int>(m_rule.kind), m_rule.minimum, m_rule.window})
        writer.integer(value);
    for (const double value :
         {m_rule.threshold, m_rule.certainty, m_rule.sprt.good, m_rule.sprt.bad, m_rule.sprt.falsePause, m_rule.sprt.missedBad})
        writer.number(value);
    writer.integer(m_n);
    writer.integer(m_right);
    writer.unsignedInteger(m_last);
    writer.integer(m_firstFired);
    writer.boolean(m_firing);
    writer.boolean(m_released);
}

PauseTracker PauseTracker::decode(base::CborReader &reader)
{
    PauseTracker tracker;
    reader.arrayOf(15);
    const std::int64_t kind = reader.integer();
    const std::int64_t minimum = reader.integer();
    const std::int64_t window = reader.integer();
    PauseRule &rule = tracker.m_rule;
    for (double *value :
         {&rule.threshold, &rule.certainty, &rule.sprt.good, &rule.sprt.bad, &rule.sprt.falsePause, &rule.sprt.missedBad})
        *value = reader.number();
    tracker.m_n = reader.integer();
    tracker.m_right = reader.integer();
    const std::uint64_t last = reader.unsignedInteger();
    tracker.m_firstFired = reader.integer();
    tracker.m_firing = reader.boolean();
    tracker.m_released = reader.boolean();
    constexpr std::int64_t largestMinimum = 1'000'000;
    const bool plausible = kind >= 0 && kind <= static_cast<int>(PauseRule::Kind::Sprt) && minimum >= 0
                           && minimum <= largestMinimum && window >= 0 && window <= PauseRule::largestWindow
                           && tracker.m_right >= 0 && tracker.m_right <= tracker.m_n
                           && last < (1U << static_cast<unsigned>(PauseRule::largestWindow)) && tracker.m_firstFired >= 0
                           && tracker.m_firstFired <= tracker.m_n;
    if (!plausible)
        reader.setFailed();
    if (reader.failed())
        return PauseTracker();
    rule.kind = static_cast<PauseRule::Kind>(kind);
    rule.minimum = static_cast<int>(minimum);
    rule.window = static_cast<int>(window);
    tracker.m_last = static_cast<std::uint32_t>(last);
    return tracker;
}

QString PauseProposal::text() const
{
    const auto dp = [](double rate) { return QString::number(100 * rate, 'f', 1); };
    const Interval interval = posterior.interval();
    const QString known = tr("%1 of %2 gold items right: %3 % (%4 to %5 %).")
                              .arg(counts.right)
                              .arg(counts.n())
                              .arg(dp(posterior.mean()), dp(interval.low), dp(interval.high));
    const QString rate = tr("The rule pauses an annotator of %1 % in %2 % of cases within %3 gold items.")
                             .arg(percent(goodAccuracy), QString::number(100 * falsePauseRate, 'g', 2))
                             .arg(horizon);
    if (!proposed)
        return tr("No pause is proposed: %1 %2").arg(known, rate);
    const QString when = stillHolds ? tr("A pause is proposed since gold item %1 (rule: %2).")
                                    : tr("A pause was proposed at gold item %1 (rule: %2) and would not be now.");
    return when.arg(firedAt).arg(rule.text()) + QLatin1Char(' ') + known + QLatin1Char(' ') + rate;
}

PausePlan pausePlan(const PauseRule &rule, double goodAccuracy, int horizon)
{
    return {goodAccuracy, horizon, pauseProbability(rule, goodAccuracy, horizon)};
}

PauseProposal pauseProposal(const PauseTracker &tracker, const PausePlan &plan, BetaPrior prior)
{
    PauseProposal proposal;
    proposal.firedAt = tracker.firstFired().value_or(0);
    proposal.proposed = proposal.firedAt > 0;
    proposal.stillHolds = tracker.firing();
    proposal.counts = tracker.counts();
    proposal.judged = tracker.judged();
    proposal.posterior = BetaPosterior::of(proposal.counts.right, proposal.counts.wrong, prior);
    proposal.rule = tracker.rule();
    proposal.goodAccuracy = plan.goodAccuracy;
    proposal.horizon = plan.horizon;
    proposal.falsePauseRate = plan.falsePauseRate;
    return proposal;
}

}  // namespace plumbline::quality
