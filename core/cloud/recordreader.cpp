// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/formats.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace plumbline::cloud {

namespace {

constexpr std::size_t bufferBytes = std::size_t(1) << 20;

template <typename T>
T fromBytes(const std::byte *bytes, bool swap)
{
    std::array<std::byte, sizeof(T)> raw;
    std::memcpy(raw.data(), bytes, sizeof(T));
    if (swap)
        std::reverse(raw.begin(), raw.end());
    return std::bit_cast<T>(raw);
}

}  // namespace

double numberAt(const std::byte *bytes, ScalarType type, bool bigEndian)
{
    const bool swap = bigEndian != (std::endian::native == std::endian::big);
    switch (type) {
    case ScalarType::Int8: return fromBytes<std::int8_t>(bytes, false);
    case ScalarType::UInt8: return fromBytes<std::uint8_t>(bytes, false);
    case ScalarType::Int16: return fromBytes<std::int16_t>(bytes, swap);
    case ScalarType::UInt16: return fromBytes<std::uint16_t>(bytes, swap);
    case ScalarType::Int32: return fromBytes<std::int32_t>(bytes, swap);
    case ScalarType::UInt32: return fromBytes<std::uint32_t>(bytes, swap);
    case ScalarType::Int64: return static_cast<double>(fromBytes<std::int64_t>(bytes, swap));
    case ScalarType::UInt64: return static_cast<double>(fromBytes<std::uint64_t>(bytes, swap));
    case ScalarType::Float32: return fromBytes<float>(bytes, swap);
    case ScalarType::Float64: break;
    }
    return fromBytes<double>(bytes, swap);
}

void prepare(PointBlock &block, const std::vector<Channel> &channels, std::size_t count)
{
    block.positions.resize(count);
    block.columns.resize(channels.size());
    for (std::size_t i = 0; i < channels.size(); ++i) {
        if (block.columns[i].type() != channels[i].type)
            block.columns[i] = Column(channels[i].type);
        block.columns[i].resize(count);
    }
}

void unpackRecords(std::span<const std::byte> records, std::size_t count, const RecordLayout &layout,
                   const std::array<double, 3> &origin, PointBlock &block, std::size_t at)
{
    const bool swap = layout.bigEndian != (std::endian::native == std::endian::big);
    const bool plain = !swap && layout.scale == std::array<double, 3>{1, 1, 1} && layout.offset == std::array<double, 3>{}
                       && origin == std::array<double, 3>{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const RecordField &field = layout.position[axis];
        const std::byte *from = records.data() + field.offset;
        if (plain && field.type == ScalarType::Float32) {
            for (std::size_t i = 0; i < count; ++i, from += layout.stride)
                std::memcpy(&block.positions[at + i][axis], from, sizeof(float));
        } else {
            const double shift = layout.offset[axis] - origin[axis];
            for (std::size_t i = 0; i < count; ++i, from += layout.stride)
                block.positions[at + i][axis] =
                    static_cast<float>(numberAt(from, field.type, layout.bigEndian) * layout.scale[axis] + shift);
        }
    }
    for (std::size_t c = 0; c < layout.channels.size(); ++c) {
        const RecordField &field = layout.channels[c];
        const std::size_t size = sizeOf(field.type);
        const std::byte *from = records.data() + field.offset;
        std::byte *to = block.columns[c].bytes().data() + at * size;
        for (std::size_t i = 0; i < count; ++i, from += layout.stride, to += size) {
            std::memcpy(to, from, size);
            if (swap)
                std::reverse(to, to + size);
        }
    }
}

std::uint64_t pointsThatFit(const QString &path, std::uint64_t claimed, std::uint64_t fileBytes, const RecordLayout &layout,
                            CloudInfo &info)
{
    const std::uint64_t room = fileBytes > layout.begin ? (fileBytes - layout.begin) / layout.stride : 0;
    if (claimed > room)
        info.issues.problem(
            path, {},
            Words::tr("The header claims %1 points, but the file has room for %2. Those are read.").arg(claimed).arg(room));
    return std::min(claimed, room);
}

RecordReader::RecordReader(std::unique_ptr<QFile> file, RecordLayout layout, CloudInfo info)
    : m_file(std::move(file)), m_layout(std::move(layout)), m_info(std::move(info))
{}

Result<std::unique_ptr<CloudReader>> RecordReader::open(std::unique_ptr<QFile> file, RecordLayout layout, CloudInfo info)
{
    auto reader = std::unique_ptr<RecordReader>(new RecordReader(std::move(file), std::move(layout), std::move(info)));
    PointBlock start;
    if (const auto read = reader->read(0, pointsLookedAt, start, {}); !read)
        return fail(read.error());
    reader->m_info.origin = originOf(start);
    return std::unique_ptr<CloudReader>(std::move(reader));
}

Result<> RecordReader::read(std::uint64_t first, std::uint64_t count, PointBlock &block, const jobs::JobControl &control)
{
    count = first < m_info.points ? std::min(count, m_info.points - first) : 0;
    prepare(block, m_info.channels, count);
    if (count == 0)
        return {};
    if (!m_file->seek(static_cast<qint64>(m_layout.begin + first * m_layout.stride)))
        return fail(ErrorCode::Failed, Words::tr("%1 cannot be read.").arg(m_file->fileName()), m_file->errorString());
    const std::size_t atOnce = std::max<std::size_t>(1, bufferBytes / m_layout.stride);
    m_buffer.resize(std::min<std::uint64_t>(atOnce, count) * m_layout.stride);
    for (std::uint64_t done = 0; done < count;) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const std::size_t now = std::min<std::uint64_t>(atOnce, count - done);
        const auto bytes = static_cast<qint64>(now * m_layout.stride);
        if (m_file->read(reinterpret_cast<char *>(m_buffer.data()), bytes) != bytes)
            return fail(ErrorCode::Failed, Words::tr("%1 has become shorter while it was read.").arg(m_file->fileName()),
                        m_file->errorString());
        unpackRecords(m_buffer, now, m_layout, m_info.origin, block, done);
        done += now;
    }
    return {};
}

}  // namespace plumbline::cloud
