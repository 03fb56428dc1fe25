// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "core/cloud/formats.h"
#include "core/cloud/octreefile.h"

#include <QDataStream>
#include <QTemporaryFile>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <map>

namespace plumbline::cloud {

namespace {

constexpr std::uint64_t blockPoints = 65536;
constexpr int chunkDepth = 6;                                  // of the grid by which a cloud is divided into chunks
constexpr std::size_t chunkGrid = std::size_t(1) << chunkDepth;
constexpr std::size_t chunkBuffer = std::size_t(16) << 10;     // bytes of a chunk that wait to be written

using Cell = std::array<std::uint32_t, 3>;

struct Cube {
    std::array<float, 3> corner{};
    float size = 0;
};

/// Whole points with their channels, one record after the other: position, index, channels.
struct Records {
    std::vector<std::byte> bytes;
    std::size_t stride = 0;

    [[nodiscard]] std::size_t count() const { return bytes.size() / stride; }
    [[nodiscard]] std::array<float, 3> position(std::size_t i) const
    {
        std::array<float, 3> p;
        std::memcpy(p.data(), bytes.data() + i * stride, sizeof p);
        return p;
    }
    void add(const std::byte *record) { bytes.insert(bytes.end(), record, record + stride); }
};

std::uint32_t cellOf(float value, float corner, float size, std::uint32_t cells)
{
    const double share = (double(value) - double(corner)) / double(size);
    return std::uint32_t(std::clamp(share * cells, 0.0, double(cells - 1)));
}

std::uint64_t spread(std::uint64_t value)
{
    // 21 bits, two zeros between each.
    value = (value | value << 32) & 0x1f00000000ffff;
    value = (value | value << 16) & 0x1f0000ff0000ff;
    value = (value | value << 8) & 0x100f00f00f00f00f;
    value = (value | value << 4) & 0x10c30c30c30c30c3;
    return (value | value << 2) & 0x1249249249249249;
}

std::uint64_t mortonOf(const Cell &cell)
{
    return spread(cell[0]) | spread(cell[1]) << 1 | spread(cell[2]) << 2;
}

std::size_t gridIndex(const Cell &cell)
{
    return (std::size_t(cell[2]) * chunkGrid + cell[1]) * chunkGrid + cell[0];
}

class Builder
{
public:
    Builder(CloudReader &reader, const QString &path, const QByteArray &source, const jobs::JobControl &control,
            const OctreeOptions &options)
        : m_reader(reader), m_control(control), m_options(options), m_source(source), m_out(path),
          m_temporary(path + QStringLiteral(".XXXXXX")), m_stride(pointBytes(reader.info().channels))
    {}

    Result<> run()
    {
        if (m_reader.info().points > std::numeric_limits<std::uint32_t>::max())
            return fail(ErrorCode::TooLarge, Words::tr("The cloud has more than 4,294,967,295 points."));
        if (!m_out.open(QIODevice::WriteOnly))
            return fail(m_out.whyNotWritten());
        m_out.write(QByteArray(sizeof(OctreeHead), '\0'));
        const auto bounds = boundsOf(m_reader, m_control);
        if (!bounds)
            return fail(bounds.error());
        if (bounds->finite > 0) {
            placeCube(*bounds);
            for (const auto step : {&Builder::count, &Builder::distribute, &Builder::growChunks})
                if (auto done = (this->*step)(); !done)
                    return done;
        }
        return finish();
    }

private:
    struct Chunk {
        int depth = 0;
        Cell cell{};
        std::uint64_t points = 0;
        std::uint64_t begin = 0;    // first point in the temporary file
        std::uint64_t written = 0;  // points there
        std::vector<std::byte> waiting;
    };

    struct Grown {
        std::int32_t node = -1;
        Records sample;  // what the parent thins
    };

    static tl::unexpected<Error> notWritten(const QFileDevice &file)
    {
        const bool full = file.error() == QFileDevice::ResourceError;
        return fail(full ? ErrorCode::NoSpace : ErrorCode::Failed,
                    Words::tr("The cloud's index cannot be written: %1").arg(file.errorString()));
    }

    void placeCube(const CloudBounds &bounds)
    {
        const auto &origin = m_reader.info().origin;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            m_cube.corner[axis] = float(bounds.least[axis] - origin[axis]);
            m_cube.size = std::max(m_cube.size, float(bounds.most[axis] - bounds.least[axis]));
        }
        // The largest coordinate lies inside; one point alone has a cube, too.
        m_cube.size = std::max(m_cube.size * 1.0001f, 1e-3f);
    }

    [[nodiscard]] Cell gridCell(const std::array<float, 3> &p) const
    {
        Cell cell;
        for (std::size_t axis = 0; axis < 3; ++axis)
            cell[axis] = cellOf(p[axis], m_cube.corner[axis], m_cube.size, chunkGrid);
        return cell;
    }

    template <typename F>
    Result<> forEachPoint(const QString &what, F &&take)
    {
        PointBlock block;
        const std::uint64_t all = m_reader.info().points;
        for (std::uint64_t first = 0; first < all; first += blockPoints) {
            if (auto read = m_reader.read(first, blockPoints, block, m_control); !read)
                return read;
            for (std::size_t i = 0; i < block.size(); ++i) {
                const auto &p = block.positions[i];
                if (std::isfinite(p[0]) && std::isfinite(p[1]) && std::isfinite(p[2]))
                    if (auto done = take(block, i, std::uint32_t(first + i)); !done)
                        return done;
            }
            m_control.report(std::int64_t(first), std::int64_t(all), what);
        }
        return {};
    }

    Result<> count()
    {
        std::vector<std::uint32_t> counts(chunkGrid * chunkGrid * chunkGrid);
        auto done = forEachPoint(Words::tr("Counting points"), [&](const PointBlock &block, std::size_t i, std::uint32_t) {
            ++counts[gridIndex(gridCell(block.positions[i]))];
            return Result<>();
        });
        if (!done)
            return done;
        m_chunkOf.assign(counts.size(), -1);
        divide(counts, 0, {});
        std::uint64_t begin = 0;
        for (Chunk &chunk : m_chunks) {
            chunk.begin = begin;
            begin += chunk.points;
            if (chunk.points > m_options.mostInOneSpot)
                return fail(ErrorCode::TooLarge, Words::tr("%1 points of the cloud lie in one spot; at most %2 can be shown.")
                                                     .arg(chunk.points)
                                                     .arg(m_options.mostInOneSpot));
        }
        return {};
    }

    // Cubes with few enough points become chunks.
    void divide(const std::vector<std::uint32_t> &counts, int depth, const Cell &cell)
    {
        const std::uint32_t side = std::uint32_t(1) << (chunkDepth - depth);
        const Cell from{cell[0] * side, cell[1] * side, cell[2] * side};
        std::uint64_t points = 0;
        const auto each = [&](auto &&visit) {
            for (std::uint32_t z = 0; z < side; ++z)
                for (std::uint32_t y = 0; y < side; ++y)
                    for (std::uint32_t x = 0; x < side; ++x)
                        visit(gridIndex({from[0] + x, from[1] + y, from[2] + z}));
        };
        each([&](std::size_t at) { points += counts[at]; });
        if (points == 0)
            return;
        if (points <= m_options.chunkPoints || depth == chunkDepth) {
            each([&](std::size_t at) { m_chunkOf[at] = std::int32_t(m_chunks.size()); });
            m_chunks.push_back({depth, cell, points, 0, 0, {}});
            return;
        }
        for (std::uint32_t child = 0; child < 8; ++child)
            divide(counts, depth + 1, {cell[0] * 2 + (child & 1), cell[1] * 2 + (child >> 1 & 1), cell[2] * 2 + (child >> 2)});
    }

    Result<> distribute()
    {
        if (!m_temporary.open())
            return notWritten(m_temporary);
        auto done = forEachPoint(Words::tr("Sorting points"),
                                 [&](const PointBlock &block, std::size_t i, std::uint32_t index) -> Result<> {
                                     Chunk &chunk = m_chunks[std::size_t(m_chunkOf[gridIndex(gridCell(block.positions[i]))])];
                                     const std::size_t at = chunk.waiting.size();
                                     chunk.waiting.resize(at + m_stride);
                                     std::byte *to = chunk.waiting.data() + at;
                                     std::memcpy(to, block.positions[i].data(), 12);
                                     std::memcpy(to + 12, &index, 4);
                                     to += fixedBytes;
                                     for (const Column &column : block.columns) {
                                         const std::size_t size = sizeOf(column.type());
                                         std::memcpy(to, column.bytes().data() + i * size, size);
                                         to += size;
                                     }
                                     return chunk.waiting.size() < chunkBuffer ? Result<>() : flush(chunk);
                                 });
        for (Chunk &chunk : m_chunks)
            if (done)
                done = flush(chunk);
        return done;
    }

    Result<> flush(Chunk &chunk)
    {
        const std::size_t points = chunk.waiting.size() / m_stride;
        if (chunk.written + points > chunk.points)
            return fail(ErrorCode::Failed, Words::tr("The cloud's file has changed while it was read."));
        const auto bytes = qint64(chunk.waiting.size());
        if (!m_temporary.seek(qint64((chunk.begin + chunk.written) * m_stride))
            || m_temporary.write(reinterpret_cast<const char *>(chunk.waiting.data()), bytes) != bytes)
            return notWritten(m_temporary);
        chunk.written += points;
        chunk.waiting.clear();
        return {};
    }

    Result<> growChunks()
    {
        std::vector<Grown> grown(m_chunks.size());
        for (std::size_t i = 0; i < m_chunks.size(); ++i) {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            Chunk &chunk = m_chunks[i];
            if (chunk.written != chunk.points)
                return fail(ErrorCode::Failed, Words::tr("The cloud's file has changed while it was read."));
            Records records{std::vector<std::byte>(chunk.points * m_stride), m_stride};
            const auto bytes = qint64(records.bytes.size());
            if (!m_temporary.seek(qint64(chunk.begin * m_stride))
                || m_temporary.read(reinterpret_cast<char *>(records.bytes.data()), bytes) != bytes)
                return notWritten(m_temporary);
            auto made = growChunk(chunk, records);
            if (!made)
                return fail(made.error());
            grown[i] = std::move(*made);
            m_control.report(std::int64_t(i), std::int64_t(m_chunks.size()), Words::tr("Building the cloud's index"));
        }
        // Above the chunks, level by level.
        std::map<std::pair<int, std::uint64_t>, std::vector<Grown>> levels;
        for (std::size_t i = 0; i < m_chunks.size(); ++i)
            if (m_chunks[i].depth > 0)
                levels[{-(m_chunks[i].depth - 1), mortonOf(m_chunks[i].cell) >> 3}].push_back(std::move(grown[i]));
        while (!levels.empty()) {
            auto level = levels.extract(levels.begin());
            const int depth = -level.key().first;
            const OctreeNode &child = m_nodes[std::size_t(level.mapped().front().node)];
            auto made = inner(depth, {child.cell[0] / 2, child.cell[1] / 2, child.cell[2] / 2}, level.mapped());
            if (!made)
                return fail(made.error());
            if (depth > 0)
                levels[{-(depth - 1), level.key().second >> 3}].push_back(std::move(*made));
        }
        return {};
    }

    Result<Grown> growChunk(const Chunk &chunk, const Records &records)
    {
        constexpr std::uint32_t finest = std::uint32_t(1) << mostDepth;
        std::vector<std::pair<std::uint64_t, std::uint32_t>> order(records.count());
        for (std::size_t i = 0; i < order.size(); ++i) {
            const auto p = records.position(i);
            Cell cell;
            for (std::size_t axis = 0; axis < 3; ++axis) {
                // Rounding must not move a point out of the chunk that the grid gave it to.
                const std::uint32_t fine = cellOf(p[axis], m_cube.corner[axis], m_cube.size, finest);
                const int shift = mostDepth - chunk.depth;
                cell[axis] =
                    std::clamp(fine, chunk.cell[axis] << shift, (chunk.cell[axis] << shift) + (std::uint32_t(1) << shift) - 1);
            }
            order[i] = {mortonOf(cell), std::uint32_t(i)};
        }
        std::sort(order.begin(), order.end());
        return grow(records, order, chunk.depth, chunk.cell);
    }

    using Order = std::span<const std::pair<std::uint64_t, std::uint32_t>>;

    Result<Grown> grow(const Records &records, Order order, int depth, const Cell &cell)
    {
        if (order.size() <= m_options.leafPoints || depth == mostDepth) {
            Records own{{}, m_stride};
            own.bytes.reserve(order.size() * m_stride);
            for (const auto &[key, i] : order)
                own.add(records.bytes.data() + i * m_stride);
            return leaf(depth, cell, std::move(own));
        }
        std::vector<Grown> children;
        const int shift = 3 * (mostDepth - depth - 1);
        for (std::size_t from = 0; from < order.size();) {
            const std::uint64_t octant = order[from].first >> shift;
            std::size_t to = from;
            while (to < order.size() && order[to].first >> shift == octant)
                ++to;
            const auto child = std::uint32_t(octant & 7);
            auto made = grow(records, order.subspan(from, to - from), depth + 1,
                             {cell[0] * 2 + (child & 1), cell[1] * 2 + (child >> 1 & 1), cell[2] * 2 + (child >> 2)});
            if (!made)
                return made;
            children.push_back(std::move(*made));
            from = to;
        }
        return inner(depth, cell, children);
    }

    Result<Grown> leaf(int depth, const Cell &cell, Records own)
    {
        const std::uint64_t below = own.count();
        return add(depth, cell, std::move(own), below, {});
    }

    // One point a cell of the grid, the one that comes first in the order of the children's samples.
    Result<Grown> inner(int depth, const Cell &cell, std::vector<Grown> &children)
    {
        const float side = m_cube.size / float(std::uint32_t(1) << depth);
        std::array<float, 3> corner;
        for (std::size_t axis = 0; axis < 3; ++axis)
            corner[axis] = m_cube.corner[axis] + float(cell[axis]) * side;
        m_taken.assign(std::size_t(thinningGrid) * thinningGrid * thinningGrid, false);
        Records own{{}, m_stride};
        std::uint64_t below = 0;
        for (const Grown &child : children) {
            below += m_nodes[std::size_t(child.node)].below;
            for (std::size_t i = 0; i < child.sample.count(); ++i) {
                const auto p = child.sample.position(i);
                std::size_t at = 0;
                for (std::size_t axis = 3; axis-- > 0;)
                    at = at * thinningGrid + cellOf(p[axis], corner[axis], side, thinningGrid);
                if (m_taken[at])
                    continue;
                m_taken[at] = true;
                own.add(child.sample.bytes.data() + i * m_stride);
            }
        }
        return add(depth, cell, std::move(own), below, children);
    }

    Result<Grown> add(int depth, const Cell &cell, Records own, std::uint64_t below, const std::vector<Grown> &children)
    {
        OctreeNode node;
        node.depth = std::uint8_t(depth);
        node.cell = cell;
        node.points = std::uint32_t(own.count());
        node.below = below;
        node.offset = std::uint64_t(m_out.pos());
        node.least = node.most = own.position(0);
        for (std::size_t i = 0; i < own.count(); ++i) {
            const auto p = own.position(i);
            for (std::size_t axis = 0; axis < 3; ++axis) {
                node.least[axis] = std::min(node.least[axis], p[axis]);
                node.most[axis] = std::max(node.most[axis], p[axis]);
            }
        }
        const auto index = std::int32_t(m_nodes.size());
        for (const Grown &child : children) {
            OctreeNode &below2 = m_nodes[std::size_t(child.node)];
            below2.parent = index;
            node.children[(below2.cell[0] & 1) + 2 * (below2.cell[1] & 1) + 4 * (below2.cell[2] & 1)] = child.node;
            for (std::size_t axis = 0; axis < 3; ++axis) {
                node.least[axis] = std::min(node.least[axis], below2.least[axis]);
                node.most[axis] = std::max(node.most[axis], below2.most[axis]);
            }
        }
        m_nodes.push_back(node);
        if (auto written = writeColumns(own); !written)
            return fail(written.error());
        return Grown{index, std::move(own)};
    }

    Result<> writeColumns(const Records &records)
    {
        const std::size_t count = records.count();
        std::vector<std::byte> columns(count * m_stride);
        std::byte *to = columns.data();
        std::size_t from = 0;
        const auto column = [&](std::size_t size) {
            for (std::size_t i = 0; i < count; ++i, to += size)
                std::memcpy(to, records.bytes.data() + i * m_stride + from, size);
            from += size;
        };
        column(12);
        column(4);
        for (const Channel &channel : m_reader.info().channels)
            column(sizeOf(channel.type));
        const auto bytes = qint64(columns.size());
        if (m_out.write(reinterpret_cast<const char *>(columns.data()), bytes) != bytes)
            return fail(m_out.whyNotWritten());
        return {};
    }

    Result<> finish()
    {
        // The root was made last and comes first.
        std::reverse(m_nodes.begin(), m_nodes.end());
        const auto turned = [this](std::int32_t &index) {
            if (index >= 0)
                index = std::int32_t(m_nodes.size()) - 1 - index;
        };
        for (OctreeNode &node : m_nodes) {
            turned(node.parent);
            for (std::int32_t &child : node.children)
                turned(child);
        }
        QByteArray table;
        QDataStream stream(&table, QIODevice::WriteOnly);
        stream.setVersion(QDataStream::Qt_6_0);
        stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
        stream << m_source << quint32(m_reader.info().channels.size());
        for (const Channel &channel : m_reader.info().channels)
            stream << channel.name << quint8(channel.type);
        stream << quint32(m_nodes.size());
        for (const OctreeNode &node : m_nodes) {
            stream << node.depth << node.cell[0] << node.cell[1] << node.cell[2] << node.parent;
            for (const std::int32_t child : node.children)
                stream << child;
            stream << node.points << quint64(node.below) << quint64(node.offset);
            for (std::size_t axis = 0; axis < 3; ++axis)
                stream << node.least[axis] << node.most[axis];
        }
        OctreeHead head;
        head.tableOffset = std::uint64_t(m_out.pos());
        head.tableBytes = std::uint64_t(table.size());
        head.origin = m_reader.info().origin;
        head.corner = m_cube.corner;
        head.size = m_cube.size;
        m_out.write(table);
        m_out.seek(0);
        m_out.write(reinterpret_cast<const char *>(&head), sizeof head);
        return m_out.finish();
    }

    CloudReader &m_reader;
    const jobs::JobControl &m_control;
    OctreeOptions m_options;
    QByteArray m_source;
    base::AtomicFile m_out;
    QTemporaryFile m_temporary;
    std::size_t m_stride;
    Cube m_cube;
    std::vector<Chunk> m_chunks;
    std::vector<std::int32_t> m_chunkOf;  // of each cell of the grid
    std::vector<OctreeNode> m_nodes;      // children before their parents
    std::vector<bool> m_taken;
};

}  // namespace

Result<> buildOctree(CloudReader &reader, const QString &path, const QByteArray &source, const jobs::JobControl &control,
                     const OctreeOptions &options)
{
    return Builder(reader, path, source, control, options).run();
}

}  // namespace plumbline::cloud
