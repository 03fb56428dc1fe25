// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/cuboiderrors.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::quality {

namespace {

constexpr double farthest = 1000;  // metres

template <typename Sums, typename Visitor>
void visitAll(Sums &sums, const Visitor &visit)
{
    visit(sums.centre);
    for (auto &value : sums.sizeRatio)
        visit(value);
    visit(sums.heading);
    for (auto &value : sums.face)
        visit(value);
    for (auto &value : sums.faceAbsolute)
        visit(value);
}

}  // namespace

void CuboidSums::add(const geometry::CuboidDifference &difference)
{
    const auto usable = [](double value) { return std::abs(value) <= farthest; };
    if (!usable(difference.centreMetres) || !usable(difference.headingRadians)
        || !std::all_of(difference.sizeRatio.begin(), difference.sizeRatio.end(), usable)
        || !std::all_of(difference.faceMetres.begin(), difference.faceMetres.end(), usable))
        return;
    const bool backwards = difference.headingRadians > std::numbers::pi / 2;
    ++count;
    flipped += backwards ? 1 : 0;
    centre += difference.centreMetres;
    heading += std::max(0.0, backwards ? std::numbers::pi - difference.headingRadians : difference.headingRadians);
    for (std::size_t axis = 0; axis < 3; ++axis)
        sizeRatio[axis] += difference.sizeRatio[axis];
    for (std::size_t i = 0; i < 6; ++i) {
        face[i] += difference.faceMetres[i];
        faceAbsolute[i] += std::abs(difference.faceMetres[i]);
    }
}

void encode(base::CborWriter &writer, const CuboidSums &sums)
{
    writer.array(19);
    writer.integer(sums.count);
    writer.integer(sums.flipped);
    visitAll(sums, [&](double value) { writer.number(value); });
}

CuboidSums decodeCuboidSums(base::CborReader &reader)
{
    CuboidSums sums;
    reader.arrayOf(19);
    sums.count = reader.integer();
    sums.flipped = reader.integer();
    bool plausible = sums.count >= 0 && sums.flipped >= 0 && sums.flipped <= sums.count;
    visitAll(sums, [&](double &value) {
        value = reader.number();
        plausible = plausible && std::isfinite(value);
    });
    plausible = plausible && sums.centre >= 0 && sums.heading >= 0;
    for (const double ratio : sums.sizeRatio)
        plausible = plausible && ratio >= 0;
    for (const double distance : sums.faceAbsolute)
        plausible = plausible && distance >= 0;
    if (!plausible)
        reader.setFailed();
    return reader.failed() ? CuboidSums{} : sums;
}

void CuboidErrors::apply(const CuboidSums &sums, int sign)
{
    if (sums.count < 1)
        return;
    m_objects += sign * sums.count;
    m_flipped += sign * sums.flipped;
    const auto put = [&](ClusteredMean &mean, double sum) {
        sign > 0 ? mean.add(sum, sums.count) : mean.remove(sum, sums.count);
    };
    put(m_centre, sums.centre);
    put(m_heading, sums.heading);
    for (std::size_t axis = 0; axis < 3; ++axis)
        put(m_sizeRatio[axis], sums.sizeRatio[axis]);
    for (std::size_t i = 0; i < 6; ++i) {
        put(m_face[i], sums.face[i]);
        put(m_faceAbsolute[i], sums.faceAbsolute[i]);
    }
}

}  // namespace plumbline::quality
