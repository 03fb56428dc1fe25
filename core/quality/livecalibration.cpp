// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/livecalibration.h"

#include <algorithm>

namespace plumbline::quality {

namespace {

constexpr DriftChartKind kinds[] = {DriftChartKind::Cusum, DriftChartKind::Ewma, DriftChartKind::BernoulliCusum};

}  // namespace

bool passes(const GoldOutcome &outcome, double passShare)
{
    constexpr double tolerance = 1e-9;
    return outcome.n() > 0 && static_cast<double>(outcome.right) >= passShare * static_cast<double>(outcome.n()) - tolerance;
}

LiveCalibration::LiveCalibration(LiveOptions options)
    : m_options(std::move(options)), m_ability(m_options.abilityMean, m_options.abilitySigma)
{
    runAgainFrom({});
}

void LiveCalibration::put(const GoldResult &result)
{
    if (result.submission.isNull())
        return;
    const Round round{result.item, result.round};
    if (const auto known = m_all.find(result.submission); known != m_all.end()) {
        if (known->second == result)
            return;
        forget(known->second);
    }
    const std::optional<SubmissionId> before = counted(round);
    m_all[result.submission] = result;
    m_rounds[round][{result.number, result.submission}] = result.submission;
    change(before, counted(round));
}

void LiveCalibration::withdraw(SubmissionId submission)
{
    const auto known = m_all.find(submission);
    const Round round = known != m_all.end() ? Round{known->second.item, known->second.round} : Round{};
    const std::optional<SubmissionId> before = known != m_all.end() ? counted(round) : std::nullopt;
    m_withdrawn.insert(submission);
    if (known != m_all.end())
        change(before, counted(round));
}

// Takes a submission out as if it had never come.
void LiveCalibration::forget(const GoldResult &known)
{
    const Round round{known.item, known.round};
    const std::optional<SubmissionId> before = counted(round);
    const auto entry = m_rounds.find(round);
    entry->second.erase({known.number, known.submission});
    if (entry->second.empty())
        m_rounds.erase(entry);
    change(before, counted(round));
    m_all.erase(SubmissionId(known.submission));
}

std::optional<SubmissionId> LiveCalibration::counted(const Round &round) const
{
    const auto entry = m_rounds.find(round);
    if (entry == m_rounds.end())
        return std::nullopt;
    const SubmissionId first = entry->second.begin()->second;
    return m_withdrawn.count(first) > 0 ? std::nullopt : std::optional(first);
}

void LiveCalibration::change(const std::optional<SubmissionId> &before, const std::optional<SubmissionId> &after)
{
    if (before == after)
        return;
    const auto keyOf = [](const GoldResult &result) { return Key{result.timeMicroseconds, result.number, result.submission}; };
    std::optional<Key> earliest;  // from which the order is another than it was
    if (before) {
        const GoldResult &old = m_all.at(*before);
        earliest = keyOf(old);
        m_order.erase(*earliest);
        apply(old, -1);
    }
    if (after) {
        const GoldResult &result = m_all.at(*after);
        const Key key = keyOf(result);
        const auto place = m_order.emplace(key, *after).first;
        apply(result, 1);
        if (!earliest && std::next(place) == m_order.end()) {
            step(key, result);
            return;
        }
        earliest = earliest ? std::min(*earliest, key) : key;
    }
    runAgainFrom(*earliest);
}

void LiveCalibration::apply(const GoldResult &result, int sign)
{
    const GoldOutcome &outcome = result.outcome;
    const bool right = passes(outcome, m_options.passShare);
    if (sign > 0) {
        m_score.add(outcome);
        m_ability.add(result.parameters, right);
    } else {
        m_score.remove(outcome);
        m_ability.remove(result.parameters, right);
    }
    if (outcome.iouCount > 0)
        sign > 0 ? m_iou.add(outcome.iouSum, outcome.iouCount) : m_iou.remove(outcome.iouSum, outcome.iouCount);
    if (outcome.boundaryCount > 0)
        sign > 0 ? m_boundary.add(outcome.boundarySum, outcome.boundaryCount) : m_boundary.remove(outcome.boundarySum, outcome.boundaryCount);
    sign > 0 ? m_cuboids.add(outcome.cuboids) : m_cuboids.remove(outcome.cuboids);
    if (outcome.confidence)
        sign > 0 ? m_confidence.add(*outcome.confidence, outcome.allRight)
                 : m_confidence.remove(*outcome.confidence, outcome.allRight);
}

void LiveCalibration::step(const Key &key, const GoldResult &result)
{
    constexpr std::int64_t checkpointEvery = 128;
    ++m_steps;
    const bool right = passes(result.outcome, m_options.passShare);
    m_tracker.add(right);
    for (DriftChart &chart : m_charts)
        if (auto alarm = chart.add({right, result.parameters.difficulty, result.timeMicroseconds}))
            m_alarms.push_back(std::move(*alarm));
    if (++m_sinceCheckpoint < checkpointEvery)
        return;
    m_sinceCheckpoint = 0;
    m_checkpoints[key] = {m_tracker, m_charts, m_alarms.size()};
}

void LiveCalibration::runAgainFrom(const Key &key)
{
    m_checkpoints.erase(m_checkpoints.lower_bound(key), m_checkpoints.end());
    m_sinceCheckpoint = 0;
    auto next = m_order.begin();
    if (m_checkpoints.empty()) {
        m_tracker = PauseTracker(m_options.rule);
        for (std::size_t i = 0; i < m_charts.size(); ++i)
            m_charts[i] = DriftChart(kinds[i], m_options.drift);
        m_alarms.clear();
    } else {
        const auto &[at, checkpoint] = *m_checkpoints.rbegin();
        m_tracker = checkpoint.tracker;
        m_charts = checkpoint.charts;
        m_alarms.resize(checkpoint.alarms);
        next = m_order.upper_bound(at);
    }
    for (; next != m_order.end(); ++next)
        step(next->first, m_all.at(next->second));
}

const DriftChart &LiveCalibration::chart(DriftChartKind kind) const
{
    return *std::find_if(m_charts.begin(), m_charts.end(), [&](const DriftChart &chart) { return chart.kind() == kind; });
}

std::vector<GoldResult> LiveCalibration::results() const
{
    std::vector<GoldResult> list;
    list.reserve(m_order.size());
    for (const auto &[key, submission] : m_order)
        list.push_back(m_all.at(submission));
    return list;
}

DriftSeries LiveCalibration::series(DriftChartKind kind) const
{
    std::vector<DriftInput> inputs;
    inputs.reserve(m_order.size());
    for (const auto &[key, submission] : m_order) {
        const GoldResult &result = m_all.at(submission);
        inputs.push_back({passes(result.outcome, m_options.passShare), result.parameters.difficulty, result.timeMicroseconds});
    }
    return driftSeries(kind, m_options.drift, inputs);
}

}  // namespace plumbline::quality
