// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/octree.h"

#include "core/cloud/formats.h"
#include "core/cloud/octreefile.h"

#include <QDataStream>

#include <cmath>
#include <cstring>

namespace plumbline::cloud {

namespace {

constexpr std::uint64_t largestTable = std::uint64_t(1) << 30;

tl::unexpected<Error> unusable(const QString &path, const QString &detail)
{
    return fail(ErrorCode::Corrupt, Words::tr("The cloud's index %1 cannot be used; it is made again.").arg(path), detail);
}

// A child that several nodes share would be visited once for each way to it: their number doubles with every level.
bool isTree(const std::vector<OctreeNode> &nodes)
{
    std::vector<bool> reached(nodes.size(), false);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        for (const std::int32_t child : nodes[i].children) {
            if (child < 0)
                continue;
            const auto at = std::size_t(child);
            if (reached[at] || nodes[at].parent != std::int32_t(i))
                return false;
            reached[at] = true;
        }
    return true;
}

template <typename T>
bool readColumn(QFile &file, std::uint64_t at, std::size_t count, T *to, std::size_t size)
{
    const auto bytes = static_cast<qint64>(count * size);
    return file.seek(static_cast<qint64>(at)) && file.read(reinterpret_cast<char *>(to), bytes) == bytes;
}

}  // namespace

std::size_t pointBytes(const std::vector<Channel> &channels)
{
    std::size_t bytes = fixedBytes;
    for (const Channel &channel : channels)
        bytes += sizeOf(channel.type);
    return bytes;
}

Result<std::unique_ptr<Octree>> Octree::open(const QString &path, const QByteArray &source)
{
    auto octree = std::unique_ptr<Octree>(new Octree);
    octree->m_file.setFileName(path);
    if (!octree->m_file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, Words::tr("%1 cannot be opened: %2").arg(path, octree->m_file.errorString()));
    OctreeHead head;
    const OctreeHead expected;
    const auto length = static_cast<std::uint64_t>(octree->m_file.size());
    if (!readColumn(octree->m_file, 0, 1, &head, sizeof head) || head.magic != expected.magic)
        return unusable(path, QStringLiteral("another magic"));
    if (head.tableBytes > largestTable || head.tableOffset > length || head.tableBytes > length - head.tableOffset)
        return unusable(path, QStringLiteral("the table lies outside the file"));
    QByteArray table(static_cast<qsizetype>(head.tableBytes), Qt::Uninitialized);
    if (!readColumn(octree->m_file, head.tableOffset, 1, table.data(), head.tableBytes))
        return unusable(path, QStringLiteral("the table is cut off"));
    QDataStream stream(table);
    stream.setVersion(QDataStream::Qt_6_0);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
    QByteArray from;
    quint32 channels = 0;
    stream >> from >> channels;
    if (from != source)
        return unusable(path, QStringLiteral("made from another file"));
    for (quint32 i = 0; i < channels && stream.status() == QDataStream::Ok; ++i) {
        QString name;
        quint8 type = 0;
        stream >> name >> type;
        if (type > quint8(ScalarType::Float64))
            return unusable(path, QStringLiteral("an unknown type"));
        octree->m_channels.push_back({name, ScalarType(type)});
    }
    quint32 nodes = 0;
    stream >> nodes;
    const std::size_t bytes = pointBytes(octree->m_channels);
    for (quint32 i = 0; i < nodes && stream.status() == QDataStream::Ok; ++i) {
        OctreeNode node;
        stream >> node.depth >> node.cell[0] >> node.cell[1] >> node.cell[2] >> node.parent;
        for (std::int32_t &child : node.children)
            stream >> child;
        quint64 below = 0;
        quint64 offset = 0;
        stream >> node.points >> below >> offset;
        node.below = below;
        node.offset = offset;
        for (std::size_t axis = 0; axis < 3; ++axis)
            stream >> node.least[axis] >> node.most[axis];
        // A child comes after its parent, so no walk can go round in circles.
        const bool childrenFollow = std::all_of(node.children.begin(), node.children.end(), [&](std::int32_t child) {
            return child == -1 || (child > std::int32_t(i) && child < std::int32_t(nodes));
        });
        const bool parentBefore = i == 0 ? node.parent == -1 : node.parent >= 0 && node.parent < std::int32_t(i);
        bool boxed = true;
        for (std::size_t axis = 0; axis < 3; ++axis)
            boxed = boxed && std::isfinite(node.least[axis]) && std::isfinite(node.most[axis]);
        if (node.depth > mostDepth || !childrenFollow || !parentBefore || !boxed || node.offset > head.tableOffset
            || node.points > (head.tableOffset - node.offset) / bytes)
            return unusable(path, QStringLiteral("node %1 does not fit").arg(i));
        octree->m_nodes.push_back(node);
    }
    if (stream.status() != QDataStream::Ok || !(head.size >= 0) || !std::isfinite(head.size)
        || !std::all_of(head.corner.begin(), head.corner.end(), [](float c) { return std::isfinite(c); })
        || !std::all_of(head.origin.begin(), head.origin.end(), [](double o) { return std::isfinite(o); }))
        return unusable(path, QStringLiteral("the table is damaged"));
    if (!isTree(octree->m_nodes))
        return unusable(path, QStringLiteral("a node has two parents"));
    octree->m_origin = head.origin;
    octree->m_corner = head.corner;
    octree->m_size = head.size;
    return octree;
}

Result<Octree::Piece> Octree::load(std::size_t index, std::span<const std::size_t> wanted)
{
    const OctreeNode &node = m_nodes[index];
    Piece piece;
    piece.positions.resize(node.points);
    piece.indices.resize(node.points);
    std::uint64_t at = node.offset;
    bool ok = readColumn(m_file, at, node.points, piece.positions.data(), sizeof piece.positions[0]);
    at += node.points * sizeof piece.positions[0];
    ok = ok && readColumn(m_file, at, node.points, piece.indices.data(), sizeof piece.indices[0]);
    at += node.points * sizeof piece.indices[0];
    std::vector<std::uint64_t> starts;
    for (const Channel &channel : m_channels) {
        starts.push_back(at);
        at += node.points * sizeOf(channel.type);
    }
    for (const std::size_t channel : wanted) {
        Column column(m_channels[channel].type);
        column.resize(node.points);
        ok = ok && readColumn(m_file, starts[channel], node.points, column.bytes().data(), sizeOf(column.type()));
        piece.columns.push_back(std::move(column));
    }
    if (!ok)
        return unusable(m_file.fileName(), m_file.errorString());
    return piece;
}

}  // namespace plumbline::cloud
