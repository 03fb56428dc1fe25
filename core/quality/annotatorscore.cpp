// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/calibration.h"
#include "core/quality/fixedpoint.h"
#include "core/quality/goldscore.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace plumbline::quality {

namespace {

void encodeConfusion(base::CborWriter &writer, const ConfusionCounts &confusion)
{
    writer.array(confusion.size());
    for (const auto &[classes, count] : confusion) {
        writer.array(3);
        writer.uuid(classes.first.uuid);
        writer.uuid(classes.second.uuid);
        writer.integer(count);
    }
}

ConfusionCounts decodeConfusion(base::CborReader &reader)
{
    ConfusionCounts confusion;
    const std::uint64_t entries = reader.array();
    for (std::uint64_t i = 0; i < entries && !reader.failed(); ++i) {
        reader.arrayOf(3);
        const ClassId truth{reader.uuid()};
        const ClassId said{reader.uuid()};
        const std::int64_t count = reader.integer();
        if (count <= 0 || !confusion.emplace(std::pair(truth, said), count).second)
            reader.setFailed();
    }
    return confusion;
}

}  // namespace

void encode(base::CborWriter &writer, const GoldOutcome &outcome)
{
    // Only outcomes with cuboids hold sums of them.
    writer.array(outcome.cuboids.count > 0 ? 15 : 14);
    for (const std::int64_t count : {outcome.right, outcome.wrong, outcome.missed, outcome.invented, outcome.wrongClass, outcome.loose,
                                     outcome.cannotLabelWrong})
        writer.integer(count);
    writer.number(outcome.iouSum);
    writer.integer(outcome.iouCount);
    encodeConfusion(writer, outcome.confusion);
    if (outcome.confidence)
        writer.number(*outcome.confidence);
    else
        writer.null();
    writer.boolean(outcome.allRight);
    writer.number(outcome.boundarySum);
    writer.integer(outcome.boundaryCount);
    if (outcome.cuboids.count > 0)
        encode(writer, outcome.cuboids);
}

GoldOutcome decodeGoldOutcome(base::CborReader &reader)
{
    GoldOutcome outcome;
    // Outcomes of before boundaries were measured are two shorter.
    const std::uint64_t size = reader.array();
    if (size != 12 && size != 14 && size != 15)
        reader.setFailed();
    for (std::int64_t *count : {&outcome.right, &outcome.wrong, &outcome.missed, &outcome.invented, &outcome.wrongClass, &outcome.loose,
                                &outcome.cannotLabelWrong}) {
        *count = reader.integer();
        if (*count < 0)
            reader.setFailed();
    }
    outcome.iouSum = reader.number();
    outcome.iouCount = reader.integer();
    outcome.confusion = decodeConfusion(reader);
    if (!reader.isNull())
        outcome.confidence = reader.number();
    outcome.allRight = reader.boolean();
    if (size >= 14) {
        outcome.boundarySum = reader.number();
        outcome.boundaryCount = reader.integer();
    }
    if (size == 15)
        outcome.cuboids = decodeCuboidSums(reader);
    const bool plausible = outcome.boundaryCount >= 0 && outcome.boundarySum >= 0 && std::isfinite(outcome.boundarySum) && outcome.iouCount >= 0 && outcome.iouSum >= 0 && outcome.iouSum <= static_cast<double>(outcome.iouCount)
        && (!outcome.confidence || (*outcome.confidence >= 0 && *outcome.confidence <= 1));
    if (!plausible)
        reader.setFailed();
    return reader.failed() ? GoldOutcome{} : outcome;
}

void AnnotatorScore::add(const GoldOutcome &outcome)
{
    apply(outcome, 1);
}

void AnnotatorScore::remove(const GoldOutcome &outcome)
{
    apply(outcome, -1);
}

void AnnotatorScore::apply(const GoldOutcome &outcome, int sign)
{
    m_items += sign;
    m_right += sign * outcome.right;
    m_wrong += sign * outcome.wrong;
    m_missed += sign * outcome.missed;
    m_invented += sign * outcome.invented;
    m_wrongClass += sign * outcome.wrongClass;
    m_loose += sign * outcome.loose;
    m_cannotLabelWrong += sign * outcome.cannotLabelWrong;
    m_iouSum += sign * toFixedPoint(outcome.iouSum);
    m_iouCount += sign * outcome.iouCount;
    for (const auto &[classes, count] : outcome.confusion) {
        const auto entry = m_confusion.try_emplace(classes, 0).first;
        entry->second += sign * count;
        if (entry->second == 0)
            m_confusion.erase(entry);
    }
    if (outcome.confidence) {
        const double difference = *outcome.confidence - (outcome.allRight ? 1.0 : 0.0);
        m_brierSum += sign * toFixedPoint(difference * difference);
        Bin &bin = m_bins[static_cast<std::size_t>(confidenceBin(*outcome.confidence, binCount))];
        bin.n += sign;
        bin.right += outcome.allRight ? sign : 0;
        bin.confidenceSum += sign * toFixedPoint(*outcome.confidence);
    }
}

std::optional<double> AnnotatorScore::meanIou() const
{
    if (m_iouCount <= 0)
        return std::nullopt;
    return fromFixedPoint(m_iouSum) / static_cast<double>(m_iouCount);
}

std::map<ClassId, AnnotatorScore::ClassScore> AnnotatorScore::perClass() const
{
    std::map<ClassId, ClassScore> scores;
    for (const auto &[classes, count] : m_confusion) {
        if (classes.first.isNull())
            continue;
        ClassScore &score = scores[classes.first];
        score.n += count;
        score.right += classes.first == classes.second ? count : 0;
    }
    return scores;
}

std::vector<AnnotatorScore::ConfidenceBin> AnnotatorScore::confidenceBins() const
{
    std::vector<ConfidenceBin> bins;
    for (const Bin &bin : m_bins)
        bins.push_back({bin.n, bin.right, bin.n > 0 ? fromFixedPoint(bin.confidenceSum) / static_cast<double>(bin.n) : 0});
    return bins;
}

std::optional<AnnotatorScore::ConfidenceCalibration> AnnotatorScore::confidence() const
{
    ConfidenceCalibration result;
    result.bins = binCount;
    for (const Bin &bin : m_bins) {
        result.n += bin.n;
        result.ece += std::abs(static_cast<double>(bin.right) - fromFixedPoint(bin.confidenceSum));
    }
    if (result.n <= 0)
        return std::nullopt;
    result.ece /= static_cast<double>(result.n);
    result.brier = fromFixedPoint(m_brierSum) / static_cast<double>(result.n);
    return result;
}

void AnnotatorScore::encode(base::CborWriter &writer) const
{
    writer.array(13);
    for (const std::int64_t value : {m_items, m_right, m_wrong, m_missed, m_invented, m_wrongClass, m_loose, m_cannotLabelWrong, m_iouSum,
                                     m_iouCount, m_brierSum})
        writer.integer(value);
    writer.array(m_bins.size());
    for (const Bin &bin : m_bins) {
        writer.array(3);
        writer.integer(bin.n);
        writer.integer(bin.right);
        writer.integer(bin.confidenceSum);
    }
    encodeConfusion(writer, m_confusion);
}

AnnotatorScore AnnotatorScore::decode(base::CborReader &reader)
{
    AnnotatorScore score;
    reader.arrayOf(13);
    for (std::int64_t *value : {&score.m_items, &score.m_right, &score.m_wrong, &score.m_missed, &score.m_invented, &score.m_wrongClass,
                                &score.m_loose, &score.m_cannotLabelWrong, &score.m_iouSum, &score.m_iouCount, &score.m_brierSum}) {
        *value = reader.integer();
        if (*value < 0)
            reader.setFailed();
    }
    reader.arrayOf(score.m_bins.size());
    for (Bin &bin : score.m_bins) {
        reader.arrayOf(3);
        bin.n = reader.integer();
        bin.right = reader.integer();
        bin.confidenceSum = reader.integer();
        if (bin.n < 0 || bin.right < 0 || bin.right > bin.n || bin.confidenceSum < 0)
            reader.setFailed();
    }
    score.m_confusion = decodeConfusion(reader);
    return reader.failed() ? AnnotatorScore{} : score;
}

}  // namespace plumbline::quality
