// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cloud/octree.h"

/// How an octree lies on disk. Private to this folder. Little-endian machines only, as a cache is never moved.
///
/// Fixed head, then the points of the nodes, then a table: channels and nodes. The points of a node are stored by column: positions,
/// indices, channel after channel, so that a view reads only what it colours by.
namespace plumbline::cloud {

struct OctreeHead {
    std::array<char, 8> magic{'P', 'L', 'M', 'B', 'O', 'C', 'T', '1'};
    std::uint64_t tableOffset = 0;
    std::uint64_t tableBytes = 0;
    std::array<double, 3> origin{};
    std::array<float, 3> corner{};
    float size = 0;
};
static_assert(sizeof(OctreeHead) == 64);

inline constexpr int mostDepth = 20;
inline constexpr std::size_t fixedBytes = 3 * sizeof(float) + sizeof(std::uint32_t);  ///< position and index of a point

/// Bytes of one point with all its channels.
[[nodiscard]] std::size_t pointBytes(const std::vector<Channel> &channels);

}  // namespace plumbline::cloud
