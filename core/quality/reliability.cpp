// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/reliability.h"

#include "core/quality/calibration.h"
#include "core/quality/fixedpoint.h"

#include <algorithm>
#include <cmath>

namespace plumbline::quality {

namespace {

constexpr int mostBins = 100;

double logLossOf(double confidence, bool correct)
{
    constexpr double edge = 1e-15;
    const double p = std::clamp(confidence, edge, 1 - edge);
    return -std::log(correct ? p : 1 - p);
}

}  // namespace

ConfidenceSums::ConfidenceSums(int bins) : m_bins(static_cast<std::size_t>(std::clamp(bins, 1, mostBins))) {}

void ConfidenceSums::apply(double confidence, bool correct, int sign)
{
    if (!(confidence >= 0 && confidence <= 1))
        return;
    Counts &bin = m_bins[static_cast<std::size_t>(confidenceBin(confidence, static_cast<int>(m_bins.size())))];
    bin.n += sign;
    bin.right += correct ? sign : 0;
    bin.confidences += sign * toFixedPoint(confidence);
    const double difference = confidence - (correct ? 1.0 : 0.0);
    m_squares += sign * toFixedPoint(difference * difference);
    m_logs += sign * toFixedPoint(logLossOf(confidence, correct));
}

std::int64_t ConfidenceSums::n() const
{
    std::int64_t sum = 0;
    for (const Counts &bin : m_bins)
        sum += bin.n;
    return sum;
}

ConfidenceSums::Summary ConfidenceSums::summary() const
{
    Summary result;
    result.n = n();
    result.bins = static_cast<int>(m_bins.size());
    if (result.n <= 0)
        return result;
    const auto all = static_cast<double>(result.n);
    double right = 0;
    for (const Counts &bin : m_bins)
        right += static_cast<double>(bin.right);
    const double overall = right / all;
    for (const Bin &bin : diagram()) {
        if (bin.n <= 0)
            continue;
        const double share = static_cast<double>(bin.n) / all;
        const double gap = bin.confidence - bin.accuracy;
        result.ece += share * std::abs(gap);
        result.mce = std::max(result.mce, std::abs(gap));
        result.reliability += share * gap * gap;
        result.resolution += share * (bin.accuracy - overall) * (bin.accuracy - overall);
    }
    result.uncertainty = overall * (1 - overall);
    result.brier = fromFixedPoint(m_squares) / all;
    result.logLoss = fromFixedPoint(m_logs) / all;
    return result;
}

std::vector<ConfidenceSums::Bin> ConfidenceSums::diagram() const
{
    std::vector<Bin> result;
    const auto bins = static_cast<double>(m_bins.size());
    for (std::size_t i = 0; i < m_bins.size(); ++i) {
        const Counts &counts = m_bins[i];
        Bin bin;
        bin.from = static_cast<double>(i) / bins;
        bin.to = static_cast<double>(i + 1) / bins;
        bin.n = counts.n;
        if (counts.n > 0) {
            bin.confidence = fromFixedPoint(counts.confidences) / static_cast<double>(counts.n);
            bin.accuracy = static_cast<double>(counts.right) / static_cast<double>(counts.n);
        }
        result.push_back(bin);
    }
    return result;
}

void ConfidenceSums::encode(base::CborWriter &writer) const
{
    writer.array(3);
    writer.integer(m_squares);
    writer.integer(m_logs);
    writer.array(m_bins.size());
    for (const Counts &bin : m_bins) {
        writer.array(3);
        for (const std::int64_t value : {bin.n, bin.right, bin.confidences})
            writer.integer(value);
    }
}

ConfidenceSums ConfidenceSums::decode(base::CborReader &reader)
{
    reader.arrayOf(3);
    const std::int64_t squares = reader.integer();
    const std::int64_t logs = reader.integer();
    const std::uint64_t bins = reader.array();
    if (bins < 1 || bins > mostBins || squares < 0 || logs < 0)
        reader.setFailed();
    if (reader.failed())
        return ConfidenceSums();
    ConfidenceSums sums(static_cast<int>(bins));
    sums.m_squares = squares;
    sums.m_logs = logs;
    for (Counts &bin : sums.m_bins) {
        reader.arrayOf(3);
        for (std::int64_t *value : {&bin.n, &bin.right, &bin.confidences})
            *value = reader.integer();
        if (bin.n < 0 || bin.right < 0 || bin.right > bin.n || bin.confidences < 0)
            reader.setFailed();
    }
    return reader.failed() ? ConfidenceSums() : sums;
}

double multiClassBrier(const std::vector<std::vector<double>> &probabilities, const std::vector<std::size_t> &truths)
{
    double sum = 0;
    double n = 0;
    for (std::size_t i = 0; i < std::min(probabilities.size(), truths.size()); ++i) {
        if (truths[i] >= probabilities[i].size())
            continue;
        n += 1;
        for (std::size_t k = 0; k < probabilities[i].size(); ++k) {
            const double difference = probabilities[i][k] - (k == truths[i] ? 1.0 : 0.0);
            sum += difference * difference;
        }
    }
    return n > 0 ? sum / n : 0;
}

}  // namespace plumbline::quality
