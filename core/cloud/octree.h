// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cloud/cloudreader.h"

#include <QFile>

/// A cloud in pieces that can be loaded one by one, coarse ones first: what a view and searches work with when a cloud is larger
/// than memory. Leaves hold every finite point once; an inner node holds a thinned copy of its children, one point a cell of a
/// grid over it, so that a node is shown either itself or by its children.
namespace plumbline::cloud {

/// Cells of the grid by which an inner node thins, along each side.
inline constexpr int thinningGrid = 64;

/// One cube of the octree. Coordinates as in PointBlock::positions: relative to CloudInfo::origin.
struct OctreeNode {
    std::uint8_t depth = 0;                            ///< 0 = the root
    std::array<std::uint32_t, 3> cell{};               ///< place among the 2^depth cubes along each axis
    std::int32_t parent = -1;
    std::array<std::int32_t, 8> children{-1, -1, -1, -1, -1, -1, -1, -1};  ///< by x + 2 y + 4 z; -1 = empty
    std::uint32_t points = 0;                          ///< stored with this node
    std::uint64_t below = 0;                           ///< points of all leaves under it, itself included
    std::array<float, 3> least{};                      ///< smallest box around them
    std::array<float, 3> most{};
    std::uint64_t offset = 0;                          ///< of its points in the file

    [[nodiscard]] bool isLeaf() const
    {
        for (const std::int32_t child : children)
            if (child >= 0)
                return false;
        return true;
    }
};

/// An octree on disk. Nodes never change; any thread may read them, loading is one thread at a time.
class PLUMBLINE_CORE_EXPORT Octree
{
public:
    /// Refuses a file that is damaged, of another version, or made from another file than `source` says.
    [[nodiscard]] static Result<std::unique_ptr<Octree>> open(const QString &path, const QByteArray &source);

    [[nodiscard]] const std::vector<OctreeNode> &nodes() const { return m_nodes; }  ///< the root first; empty without points
    [[nodiscard]] const std::vector<Channel> &channels() const { return m_channels; }
    [[nodiscard]] const std::array<double, 3> &origin() const { return m_origin; }
    [[nodiscard]] const std::array<float, 3> &corner() const { return m_corner; }  ///< least corner of the root's cube
    [[nodiscard]] float size() const { return m_size; }                             ///< side of the root's cube
    /// Mean distance of the points that an inner node shows, about.
    [[nodiscard]] float spacing(const OctreeNode &node) const { return m_size / float(1u << node.depth) / thinningGrid; }

    struct Piece {
        std::vector<std::array<float, 3>> positions;
        std::vector<std::uint32_t> indices;  ///< of each point in the cloud's file
        std::vector<Column> columns;         ///< of the channels asked for, in that order
    };
    /// The points of a node with some of their channels (indices into channels()).
    [[nodiscard]] Result<Piece> load(std::size_t node, std::span<const std::size_t> wanted = {});

private:
    Octree() = default;

    QFile m_file;
    std::vector<OctreeNode> m_nodes;
    std::vector<Channel> m_channels;
    std::array<double, 3> m_origin{};
    std::array<float, 3> m_corner{};
    float m_size = 0;
};

struct OctreeOptions {
    std::uint32_t leafPoints = 32768;       ///< a cube with more is divided
    std::uint32_t chunkPoints = 1u << 20;   ///< that are sorted in memory at once
    std::uint32_t mostInOneSpot = 1u << 24; ///< more in a cube that cannot be divided are refused
};

/// Writes the octree of a cloud to `path`, through a temporary file beside it that is removed in any case. `source` names what
/// it was made from, such as the hash of the file. Reads the cloud three times; memory does not depend on its length. Fails
/// with TooLarge beyond 2^32 points, with NoSpace when the disk is full, and with Cancelled.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> buildOctree(CloudReader &reader, const QString &path, const QByteArray &source,
                                                         const jobs::JobControl &control, const OctreeOptions &options = {});

}  // namespace plumbline::cloud
