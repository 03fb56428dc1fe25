// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cbor.h"
#include "core/base/export.h"
#include "core/geometry/cuboids.h"
#include "core/quality/clusteredmean.h"

#include <array>
#include <cstdint>

namespace plumbline::quality {

/// How far the right cuboids of one submission are off, summed over them. Distances in metres, angles in radians.
struct CuboidSums {
    std::int64_t count = 0;
    std::int64_t flipped = 0;  ///< of them with a heading more than a quarter turn off: back taken for front
    double centre = 0;
    std::array<double, 3> sizeRatio{};  ///< length, width, height; smaller by larger, 1 = equal
    double heading = 0;                 ///< each in [0, π/2]: what a flipped one is off from the opposite heading
    /// Back, front, right, left, bottom, top of the key's cuboid; positive = outside of it.
    std::array<double, 6> face{};
    std::array<double, 6> faceAbsolute{};

    /// A difference that is not finite, or a face or centre more than 1000 m off, is left out.
    PLUMBLINE_CORE_EXPORT void add(const geometry::CuboidDifference &difference);
    bool operator==(const CuboidSums &) const = default;
};

PLUMBLINE_CORE_EXPORT void encode(base::CborWriter &writer, const CuboidSums &sums);
/// A broken form sets reader.failed().
[[nodiscard]] PLUMBLINE_CORE_EXPORT CuboidSums decodeCuboidSums(base::CborReader &reader);

/// Means of the same over one annotator's submissions, with intervals that take submissions as independent (ClusteredMean). add and
/// remove cost the same whatever came before and give the same state in every order. A value.
class PLUMBLINE_CORE_EXPORT CuboidErrors
{
public:
    void add(const CuboidSums &sums) { apply(sums, 1); }
    void remove(const CuboidSums &sums) { apply(sums, -1); }

    [[nodiscard]] std::int64_t objects() const { return m_objects; }
    [[nodiscard]] std::int64_t flipped() const { return m_flipped; }
    [[nodiscard]] const ClusteredMean &centre() const { return m_centre; }  ///< metres
    [[nodiscard]] const std::array<ClusteredMean, 3> &sizeRatio() const { return m_sizeRatio; }
    [[nodiscard]] const ClusteredMean &heading() const { return m_heading; }  ///< radians
    [[nodiscard]] const std::array<ClusteredMean, 6> &face() const { return m_face; }  ///< metres, signed
    [[nodiscard]] const std::array<ClusteredMean, 6> &faceAbsolute() const { return m_faceAbsolute; }

    bool operator==(const CuboidErrors &) const = default;

private:
    void apply(const CuboidSums &sums, int sign);

    std::int64_t m_objects = 0;
    std::int64_t m_flipped = 0;
    ClusteredMean m_centre;
    std::array<ClusteredMean, 3> m_sizeRatio;
    ClusteredMean m_heading;
    std::array<ClusteredMean, 6> m_face;
    std::array<ClusteredMean, 6> m_faceAbsolute;
};

}  // namespace plumbline::quality
