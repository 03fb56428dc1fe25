// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/gaugerelease.h"

#include "core/base/cbor.h"
#include "core/quality/fixedpoint.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline::quality {

namespace {

constexpr int encodingVersion = 1;
constexpr std::int32_t largestStretch = 8;
constexpr int largestSetting = 1'000'000;

std::int64_t shareOf(const GoldOutcome &outcome)
{
    return toFixedPoint(static_cast<double>(outcome.right) / static_cast<double>(outcome.n()));
}

// Uniform in [0, bound), without the bias of a bare remainder.
std::uint64_t below(base::RandomSource &random, std::uint64_t bound)
{
    const std::uint64_t limit = std::numeric_limits<std::uint64_t>::max() / bound * bound;
    std::uint64_t value = random.next();
    while (value >= limit)
        value = random.next();
    return value % bound;
}

}  // namespace

ReleasePolicy ReleasePolicy::forGoldShare(double goldShare)
{
    ReleasePolicy policy;
    const double share = std::isfinite(goldShare) ? std::clamp(goldShare, 0.001, 1.0) : 0.001;
    policy.lookEvery = static_cast<int>(std::ceil(2.5 * policy.minimumResults / share - 1e-9));
    policy.maximumDelay = std::max(5, policy.lookEvery / 5);
    return policy;
}

bool GaugeRelease::submitted(const std::optional<GoldOutcome> &blind, base::RandomSource &random)
{
    if (m_untilLook <= 0) {
        m_remainder = static_cast<double>(random.next() >> 11) * 0x1.0p-53;
        scheduleLook(random);
    }
    if (blind && blind->n() > 0) {
        m_complete.add(*blind);
        ++m_heldResults;
        m_heldShares += shareOf(*blind);
    }
    if (--m_untilLook > 0)
        return false;

    const bool full = m_heldResults >= std::max(1, m_policy.minimumResults);
    if (full)
        showBlock();
    else
        m_stretch = std::min(m_stretch * 2, largestStretch);
    scheduleLook(random);
    return full;
}

void GaugeRelease::scheduleLook(base::RandomSource &random)
{
    const auto delays = static_cast<std::uint64_t>(std::max(0, m_policy.maximumDelay)) + 1;
    m_untilLook = std::int64_t(std::max(1, m_policy.lookEvery)) * m_stretch + static_cast<std::int64_t>(below(random, delays));
}

void GaugeRelease::showBlock()
{
    const int block = std::max(1, m_policy.minimumResults);
    const double share = fromFixedPoint(m_heldShares) / static_cast<double>(m_heldResults);
    const double right = share * block + m_remainder;
    const double whole = std::min(std::floor(right), static_cast<double>(block));
    m_remainder = std::clamp(right - whole, 0.0, 1.0);
    m_shownRight += static_cast<std::int64_t>(whole);
    m_shownResults += block;
    m_heldResults = 0;
    m_heldShares = 0;
}

void GaugeRelease::practised(const GoldOutcome &outcome)
{
    if (outcome.n() <= 0)
        return;
    m_practice.add(outcome);
    m_complete.add(outcome);
    ++m_practiceResults;
    m_practiceShares += shareOf(outcome);
}

GaugeReading GaugeRelease::reading(BetaPrior prior) const
{
    const std::int64_t results = m_practiceResults + m_shownResults;
    if (results == 0 || results < m_policy.minimumToShow)
        return {};
    const double right = fromFixedPoint(m_practiceShares) + static_cast<double>(m_shownRight);
    const auto posterior = BetaPosterior::ofShares(right, static_cast<double>(results) - right, prior);
    return {results, posterior.mean(), posterior.interval(), true};
}

QByteArray GaugeRelease::encode() const
{
    base::CborWriter writer;
    writer.array(15);
    writer.unsignedInteger(encodingVersion);
    for (const int setting : {m_policy.minimumResults, m_policy.maximumDelay, m_policy.minimumToShow, m_policy.lookEvery})
        writer.integer(setting);
    m_practice.encode(writer);
    m_complete.encode(writer);
    for (const std::int64_t value : {m_practiceResults, m_practiceShares, m_shownResults, m_shownRight, m_heldResults, m_heldShares})
        writer.integer(value);
    writer.number(m_remainder);
    writer.array(2);
    writer.integer(m_untilLook);
    writer.integer(m_stretch);
    return writer.take();
}

Result<GaugeRelease> GaugeRelease::decode(QByteArrayView data)
{
    const auto corrupt = [](const char *detail) {
        return fail(ErrorCode::Corrupt,
                    QCoreApplication::translate("plumbline::quality",
                                                "The stored state of a quality gauge is damaged. Restore the gold file from its backup."),
                    QString::fromLatin1(detail));
    };
    base::CborReader reader(data);
    GaugeRelease release;
    reader.arrayOf(15);
    if (reader.unsignedInteger() != encodingVersion || reader.failed())
        return corrupt("not a gauge of version 1");
    bool plausible = true;
    for (int *setting : {&release.m_policy.minimumResults, &release.m_policy.maximumDelay, &release.m_policy.minimumToShow,
                         &release.m_policy.lookEvery}) {
        const std::int64_t value = reader.integer();
        plausible = plausible && value >= 0 && value <= largestSetting;
        *setting = plausible ? static_cast<int>(value) : 0;
    }
    release.m_practice = AnnotatorScore::decode(reader);
    release.m_complete = AnnotatorScore::decode(reader);
    for (std::int64_t *value : {&release.m_practiceResults, &release.m_practiceShares, &release.m_shownResults, &release.m_shownRight,
                                &release.m_heldResults, &release.m_heldShares}) {
        *value = reader.integer();
        plausible = plausible && *value >= 0;
    }
    release.m_remainder = reader.number();
    reader.arrayOf(2);
    release.m_untilLook = reader.integer();
    const std::int64_t stretch = reader.integer();
    if (!reader.complete())
        return corrupt("truncated or of another shape");
    plausible = plausible && release.m_remainder >= 0 && release.m_remainder <= 1 && release.m_untilLook >= 0
        && release.m_shownRight <= release.m_shownResults && stretch >= 1 && stretch <= largestStretch;
    if (!plausible)
        return corrupt("a value out of range");
    release.m_stretch = static_cast<std::int32_t>(stretch);
    return release;
}

}  // namespace plumbline::quality
