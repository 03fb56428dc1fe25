// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/clip.h"

#include "plugins/views/scene/viewcamera.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plumbline::sceneview {

ClipBox clipAround(const geometry::Cuboid &cuboid, double margin)
{
    ClipBox clip;
    clip.label_from_box = geometry::poseOf(cuboid);
    for (std::size_t axis = 0; axis < 3; ++axis)
        clip.half[axis] = std::max(0.01, cuboid.size[axis] / 2 + margin);
    return clip;
}

ClipBox clipBetween(double low, double high)
{
    constexpr double everywhere = 10'000;
    ClipBox clip;
    clip.label_from_box.translation = {0, 0, (low + high) / 2};
    clip.half = {everywhere, everywhere, std::max(0.0, (high - low) / 2)};
    return clip;
}

std::array<std::array<double, 4>, 6> planesOf(const ClipBox &clip, const Vector3 &origin)
{
    std::array<std::array<double, 4>, 6> planes{};
    const Vector3 middle = minus(clip.label_from_box.translation, origin);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        Vector3 along{};
        along[axis] = 1;
        along = geometry::rotated(clip.label_from_box.rotation, along);
        const double at = dot(along, middle);
        planes[2 * axis] = {along[0], along[1], along[2], clip.half[axis] - at};
        planes[2 * axis + 1] = {-along[0], -along[1], -along[2], clip.half[axis] + at};
    }
    return planes;
}

std::vector<std::size_t> pointsIn(const CloudData &data, const ClipBox &clip)
{
    const auto planes = planesOf(clip, data.origin);
    // Most pieces of a large cloud lie wholly inside or outside.
    bool whole = true;
    for (const auto &plane : planes) {
        double least = plane[3];
        double most = plane[3];
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double a = plane[axis] * double(data.least[axis]);
            const double b = plane[axis] * double(data.most[axis]);
            least += std::min(a, b);
            most += std::max(a, b);
        }
        if (most < 0)
            return {};
        whole = whole && least >= 0;
    }
    std::vector<std::size_t> kept;
    if (whole) {
        kept.resize(data.size());
        std::iota(kept.begin(), kept.end(), std::size_t(0));
        return kept;
    }
    for (std::size_t i = 0; i < data.size(); ++i) {
        const auto &p = data.positions[i];
        bool inside = true;
        for (const auto &plane : planes)
            inside = inside && plane[0] * double(p[0]) + plane[1] * double(p[1]) + plane[2] * double(p[2]) + plane[3] >= 0;
        if (inside)
            kept.push_back(i);
    }
    return kept;
}

void ClippedClouds::setClip(const std::optional<ClipBox> &clip)
{
    if (clip == m_clip)
        return;
    m_clip = clip;
    m_cut.clear();
}

std::vector<CloudPointer> ClippedClouds::of(const std::vector<CloudPointer> &pieces)
{
    if (!m_clip)
        return pieces;
    std::vector<CloudPointer> parts;
    for (const CloudPointer &piece : pieces) {
        auto known = m_cut.find(piece.get());
        if (known == m_cut.end()) {
            const auto kept = pointsIn(*piece, *m_clip);
            known = m_cut.emplace(piece.get(), Cut{piece, kept.size() == piece->size() ? piece : subsetOf(*piece, kept)}).first;
        }
        known->second.used = true;
        if (known->second.part)
            parts.push_back(known->second.part);
    }
    return parts;
}

void ClippedClouds::forgetUnused()
{
    std::erase_if(m_cut, [](const auto &entry) { return !entry.second.used; });
    for (auto &[piece, cut] : m_cut)
        cut.used = false;
}

}  // namespace plumbline::sceneview
