// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/clouddata.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace plumbline::sceneview {

namespace {

constexpr std::uint64_t blockPoints = 1u << 16;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(plumbline::sceneview::CloudData)
};

/// Rotates blocks into the label frame and gathers what is finite.
class Collector
{
public:
    Collector(const cloud::CloudInfo &info, const geometry::Pose &label_from_cloud, SweepTag tag)
        : m_matrix(geometry::rotationMatrix(label_from_cloud))
    {
        m_data.origin = geometry::transformed(label_from_cloud, info.origin);
        m_data.channels = info.channels;
        m_data.inFile = info.points;
        m_data.tag = tag;
        for (const cloud::Channel &channel : info.channels)
            m_data.columns.emplace_back(channel.type);
    }

    /// `indexOf` names a point of the block in the file.
    template <typename IndexOf>
    void add(const cloud::PointBlock &block, IndexOf indexOf)
    {
        const std::size_t before = m_data.positions.size();
        m_kept.clear();
        for (std::size_t i = 0; i < block.size(); ++i) {
            const auto &p = block.positions[i];
            if (!std::isfinite(p[0]) || !std::isfinite(p[1]) || !std::isfinite(p[2])) {
                ++m_data.noReturn;
                continue;
            }
            m_kept.push_back(i);
            m_data.indices.push_back(indexOf(i));
            std::array<float, 3> turned{};
            for (std::size_t row = 0; row < 3; ++row)
                turned[row] = float(m_matrix[row * 3] * double(p[0]) + m_matrix[row * 3 + 1] * double(p[1])
                                    + m_matrix[row * 3 + 2] * double(p[2]));
            m_data.positions.push_back(turned);
        }
        for (std::size_t c = 0; c < m_data.columns.size() && c < block.columns.size(); ++c) {
            const std::size_t size = cloud::sizeOf(m_data.columns[c].type());
            m_data.columns[c].resize(before + m_kept.size());
            const auto from = block.columns[c].bytes();
            const auto to = m_data.columns[c].bytes();
            for (std::size_t i = 0; i < m_kept.size(); ++i)
                std::copy_n(from.begin() + std::ptrdiff_t(m_kept[i] * size), size,
                            to.begin() + std::ptrdiff_t((before + i) * size));
        }
    }

    [[nodiscard]] Result<CloudPointer> take(bool sample, float spacing = 0)
    {
        if (m_data.positions.empty())
            return fail(ErrorCode::NotFound, m_data.noReturn > 0
                                                 ? Words::tr("None of its %1 points has a position.").arg(m_data.noReturn)
                                                 : Words::tr("It holds no points."));
        m_data.sample = sample;
        if (m_data.inFile > std::numeric_limits<std::uint32_t>::max())
            m_data.indices.clear();
        finish(m_data);
        if (spacing > 0)
            m_data.spacing = spacing;
        return CloudPointer(std::make_shared<CloudData>(std::move(m_data)));
    }

private:
    std::array<double, 9> m_matrix;
    CloudData m_data;
    std::vector<std::size_t> m_kept;
};

}  // namespace

namespace {

void setBounds(CloudData &data)
{
    data.least.fill(std::numeric_limits<float>::max());
    data.most.fill(std::numeric_limits<float>::lowest());
    for (const auto &p : data.positions)
        for (std::size_t axis = 0; axis < 3; ++axis) {
            data.least[axis] = std::min(data.least[axis], p[axis]);
            data.most[axis] = std::max(data.most[axis], p[axis]);
        }
}

}  // namespace

void finish(CloudData &data)
{
    const std::size_t count = data.positions.size();
    setBounds(data);
    if (count < 2)
        return;
    const double area = std::max(1e-9, double(data.most[0] - data.least[0]) * double(data.most[1] - data.least[1]));
    data.spacing = float(0.25 * std::sqrt(area / double(count)));
    // Steps of the golden section through the file: every first part of them lies evenly over it.
    std::size_t step = std::max<std::size_t>(1, std::size_t(double(count) * 0.6180339887498949));
    while (std::gcd(step, count) != 1)
        ++step;
    std::vector<std::array<float, 3>> mixed(count);
    for (std::size_t i = 0, at = 0; i < count; ++i, at = (at + step) % count)
        mixed[i] = data.positions[at];
    data.positions = std::move(mixed);
    if (data.indices.size() == count) {
        std::vector<std::uint32_t> indices(count);
        for (std::size_t i = 0, at = 0; i < count; ++i, at = (at + step) % count)
            indices[i] = data.indices[at];
        data.indices = std::move(indices);
    }
    for (cloud::Column &column : data.columns) {
        cloud::Column other(column.type());
        other.resize(count);
        const std::size_t size = cloud::sizeOf(column.type());
        const auto from = column.bytes();
        const auto to = other.bytes();
        for (std::size_t i = 0, at = 0; i < count; ++i, at = (at + step) % count)
            std::copy_n(from.begin() + std::ptrdiff_t(at * size), size, to.begin() + std::ptrdiff_t(i * size));
        column = std::move(other);
    }
}

Result<CloudPointer> readCloud(cloud::CloudReader &reader, const geometry::Pose &label_from_cloud,
                               const jobs::JobControl &control, SweepTag tag)
{
    Collector collector(reader.info(), label_from_cloud, tag);
    cloud::PointBlock block;
    const std::uint64_t points = reader.info().points;
    for (std::uint64_t first = 0; first < points; first += blockPoints) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        if (const auto read = reader.read(first, std::min(blockPoints, points - first), block, control); !read)
            return fail(read.error());
        if (block.size() == 0)
            break;
        collector.add(block, [first](std::size_t i) { return std::uint32_t(first + i); });
        control.report(std::int64_t(first + block.size()), std::int64_t(points), Words::tr("Reading points"));
    }
    return collector.take(false);
}

Result<CloudPointer> sampleCloud(cloud::CloudReader &reader, std::uint64_t count, const geometry::Pose &label_from_cloud,
                                 const jobs::JobControl &control, SweepTag tag)
{
    const std::uint64_t points = reader.info().points;
    if (points <= count)
        return readCloud(reader, label_from_cloud, control, tag);
    Collector collector(reader.info(), label_from_cloud, tag);
    cloud::PointBlock block;
    constexpr std::uint64_t piece = 2048;
    const std::uint64_t pieces = std::max<std::uint64_t>(1, count / piece);
    for (std::uint64_t i = 0; i < pieces; ++i) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        // Files that are read forward only are read up to where the sample is full.
        const std::uint64_t first = reader.readsAtRandom() ? points / pieces * i : piece * i;
        if (const auto read = reader.read(first, std::min(piece, points - first), block, control); !read)
            return fail(read.error());
        collector.add(block, [first](std::size_t k) { return std::uint32_t(first + k); });
        control.report(std::int64_t(i + 1), std::int64_t(pieces), Words::tr("Reading a sample"));
    }
    return collector.take(true);
}

Result<CloudPointer> SharedOctree::load(std::size_t node)
{
    std::vector<std::size_t> wanted(tree->channels().size());
    std::iota(wanted.begin(), wanted.end(), std::size_t(0));
    cloud::Octree::Piece piece;
    {
        const std::lock_guard lock(loading);
        auto loaded = tree->load(node, wanted);
        if (!loaded)
            return fail(loaded.error());
        piece = std::move(*loaded);
    }
    cloud::CloudInfo info;
    info.origin = tree->origin();
    info.channels = tree->channels();
    info.points = tree->nodes()[node].below;
    Collector collector(info, label_from_cloud, tag);
    collector.add({std::move(piece.positions), std::move(piece.columns)}, [&](std::size_t i) { return piece.indices[i]; });
    const cloud::OctreeNode &shown = tree->nodes()[node];
    return collector.take(!shown.isLeaf(), shown.isLeaf() ? 0 : tree->spacing(shown) * 0.7F);
}

CloudPointer subsetOf(const CloudData &data, const std::vector<std::size_t> &kept)
{
    if (kept.empty())
        return nullptr;
    auto part = std::make_shared<CloudData>();
    part->origin = data.origin;
    part->channels = data.channels;
    part->tag = data.tag;
    part->merged = data.merged;
    part->inFile = data.inFile;
    part->noReturn = data.noReturn;
    part->sample = data.sample;
    part->spacing = data.spacing;
    part->positions.reserve(kept.size());
    for (const std::size_t i : kept)
        part->positions.push_back(data.positions[i]);
    if (data.indices.size() == data.size()) {
        part->indices.reserve(kept.size());
        for (const std::size_t i : kept)
            part->indices.push_back(data.indices[i]);
    }
    for (const cloud::Column &column : data.columns) {
        cloud::Column own(column.type());
        own.resize(kept.size());
        const std::size_t size = cloud::sizeOf(column.type());
        const auto from = column.bytes();
        const auto to = own.bytes();
        for (std::size_t k = 0; k < kept.size(); ++k)
            std::copy_n(from.begin() + std::ptrdiff_t(kept[k] * size), size, to.begin() + std::ptrdiff_t(k * size));
        part->columns.push_back(std::move(own));
    }
    setBounds(*part);
    return part;
}

std::shared_ptr<CloudData> moved(const geometry::Pose &target_from_source, const CloudData &data)
{
    auto other = std::make_shared<CloudData>(data);
    const auto matrix = geometry::rotationMatrix(target_from_source);
    other->origin = geometry::transformed(target_from_source, data.origin);
    for (auto &p : other->positions) {
        const std::array<float, 3> from = p;
        for (std::size_t row = 0; row < 3; ++row)
            p[row] = float(matrix[row * 3] * double(from[0]) + matrix[row * 3 + 1] * double(from[1])
                           + matrix[row * 3 + 2] * double(from[2]));
    }
    setBounds(*other);
    return other;
}

std::array<double, 2> usualRange(std::vector<double> values, double tail)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.empty())
        return {0, 1};
    const auto at = [&](double share) {
        const auto place = values.begin() + std::ptrdiff_t(share * double(values.size() - 1));
        std::nth_element(values.begin(), place, values.end());
        return *place;
    };
    const double low = at(tail);
    const double high = at(1 - tail);
    return {low, high > low ? high : low + 1};
}

}  // namespace plumbline::sceneview
