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

constexpr int encodingVersion = 2;  // 1 kept no displays
constexpr std::int32_t largestStretch = 8;
constexpr int largestSetting = 1'000'000;

std::int64_t shareOf(const GoldOutcome &outcome)
{
    return toFixedPoint(static_cast<double>(outcome.right) / static_cast<double>(outcome.n()));
}

GaugeReading readingOf(std::int64_t results, double right, BetaPrior prior)
{
    const auto posterior = BetaPosterior::ofShares(right, static_cast<double>(results) - right, prior);
    return {results, posterior.mean(), posterior.interval(), true};
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
    ++m_submissions;
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

void GaugeRelease::rescored(const std::optional<GoldOutcome> &before, const std::optional<GoldOutcome> &after)
{
    const bool had = before && before->n() > 0;
    const bool has = after && after->n() > 0;
    if (had)
        m_complete.remove(*before);
    if (has)
        m_complete.add(*after);
    if (!had && has)
        ++m_heldResults;
    // A key that is taken away leaves the number of results that wait: whether its own is among them is not known.
    const std::int64_t difference = (has ? shareOf(*after) : 0) - (had && has ? shareOf(*before) : 0);
    m_heldShares = std::clamp(m_heldShares + difference, std::int64_t(0), m_heldResults * toFixedPoint(1.0));
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
    keepDisplay();
}

void GaugeRelease::practised(const GoldOutcome &outcome)
{
    if (outcome.n() <= 0)
        return;
    m_practice.add(outcome);
    m_complete.add(outcome);
    ++m_practiceResults;
    m_practiceShares += shareOf(outcome);
    keepDisplay();
}

void GaugeRelease::repractised(const std::optional<GoldOutcome> &before, const std::optional<GoldOutcome> &after)
{
    if (before == after)
        return;
    for (const auto &[outcome, sign] : {std::pair(&before, -1), std::pair(&after, 1)}) {
        if (!*outcome || (*outcome)->n() <= 0)
            continue;
        for (AnnotatorScore *score : {&m_practice, &m_complete})
            sign > 0 ? score->add(**outcome) : score->remove(**outcome);
        m_practiceResults += sign;
        m_practiceShares += sign * shareOf(**outcome);
    }
    keepDisplay();
}

double GaugeRelease::shownShares() const
{
    return fromFixedPoint(m_practiceShares) + static_cast<double>(m_shownRight);
}

void GaugeRelease::keepDisplay()
{
    const std::int64_t results = m_practiceResults + m_shownResults;
    if (results < m_policy.minimumToShow)
        return;
    // Nobody saw what was there for no time.
    if (!m_kept.empty() && m_kept.back().submissions == m_submissions)
        m_kept.pop_back();
    if (m_kept.size() >= keptDisplays)
        m_kept.erase(m_kept.begin());
    m_kept.push_back({m_submissions, results, shownShares()});
}

std::vector<GaugeDisplay> GaugeRelease::released(BetaPrior prior) const
{
    std::vector<GaugeDisplay> displays;
    displays.reserve(m_kept.size());
    for (const Kept &kept : m_kept)
        displays.push_back({kept.submissions, readingOf(kept.results, kept.right, prior)});
    return displays;
}

GaugeReading GaugeRelease::reading(BetaPrior prior) const
{
    const std::int64_t results = m_practiceResults + m_shownResults;
    if (results == 0 || results < m_policy.minimumToShow)
        return {};
    return readingOf(results, shownShares(), prior);
}

QByteArray GaugeRelease::encode() const
{
    base::CborWriter writer;
    writer.array(16);
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
    writer.array(1 + 3 * m_kept.size());
    writer.integer(m_submissions);
    for (const Kept &kept : m_kept) {
        writer.integer(kept.submissions);
        writer.integer(kept.results);
        writer.number(kept.right);
    }
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
    const std::uint64_t size = reader.array();
    const std::uint64_t version = reader.unsignedInteger();
    if (reader.failed() || version < 1 || version > encodingVersion || size != 14 + version)
        return corrupt("not a gauge of version 1 or 2");
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
    const std::uint64_t values = version > 1 ? reader.array() : 1;
    if (values % 3 != 1 || values > 1 + 3 * keptDisplays)
        return corrupt("a wrong number of displays");
    release.m_submissions = version > 1 ? reader.integer() : 0;
    Kept before;
    for (std::uint64_t i = 0; i < values / 3 && !reader.failed(); ++i) {
        const Kept kept{reader.integer(), reader.integer(), reader.number()};
        plausible = plausible && kept.submissions >= before.submissions && kept.results > 0 && kept.right >= 0
            && kept.right <= static_cast<double>(kept.results) && kept.submissions <= release.m_submissions;
        release.m_kept.push_back(kept);
        before = kept;
    }
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
