// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/packedlas.h"

#include "core/cloud/formats.h"

#include <QtEndian>

#include <algorithm>

namespace plumbline::cloud {

namespace {

constexpr std::size_t bufferBytes = std::size_t(1) << 18;
// An adaptive model spends at least 1/32768 of a symbol's range on each of a point's symbols, of which there are several: no byte
// can stand for more points than this.
constexpr std::uint64_t mostPointsInByte = 32768;
// Finding a point in a larger chunk takes as long as reading the file.
constexpr std::uint32_t mostInChunk = 5'000'000;

}  // namespace

RecordStream::~RecordStream() = default;

tl::expected<Packing, QString> packingOf(QByteArrayView record, std::size_t length)
{
    constexpr qsizetype fixed = 34;
    if (record.isEmpty())
        return tl::unexpected(Words::tr("it does not say how it is compressed."));
    if (record.size() < fixed)
        return tl::unexpected(Words::tr("its description of the compression is cut off."));
    const auto word = [&](qsizetype offset) { return qFromLittleEndian<std::uint16_t>(record.data() + offset); };
    // 1 = in one piece, 2 = in chunks, 3 = in chunks and layers; the coder is 0, arithmetic.
    if (word(0) < 1 || word(0) > 3 || word(2) != 0)
        return tl::unexpected(Words::tr("it is compressed in a way that is not known (%1, %2).").arg(word(0)).arg(word(2)));
    Packing packing{qFromLittleEndian<std::uint32_t>(record.data() + 12)};
    if (packing.chunkPoints == 0)
        return tl::unexpected(Words::tr("its chunks are said to hold no points."));
    const qsizetype items = word(32);
    if (items == 0 || record.size() < fixed + items * 6)
        return tl::unexpected(Words::tr("its description of the compression is cut off."));
    // BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, then parts of points; a size of 0 is whatever is said. LASzip's own list.
    constexpr std::array<std::uint16_t, 15> sizes = {0, 0, 0, 0, 0, 0, 20, 8, 6, 29, 30, 6, 8, 29, 0};
    std::size_t bytes = 0;
    for (qsizetype i = 0; i < items; ++i) {
        const std::uint16_t type = word(fixed + i * 6);
        const std::uint16_t size = word(fixed + i * 6 + 2);
        if (type >= sizes.size() || (type > 0 && type < 6) || size == 0 || (sizes[type] != 0 && sizes[type] != size))
            return tl::unexpected(Words::tr("part %1 of its records is of a kind that is not known.").arg(i + 1));
        bytes += size;
    }
    if (bytes != length)
        return tl::unexpected(
            Words::tr("its records have %1 bytes, and the parts that were compressed %2.").arg(length).arg(bytes));
    if (word(0) == 1 || (packing.chunkPoints > mostInChunk && packing.chunkPoints != Packing::differing))
        packing.chunkPoints = 0;
    return packing;
}

PackedLasReader::PackedLasReader(const QString &path, std::unique_ptr<RecordStream> stream, RecordLayout layout, CloudInfo info)
    : m_path(path), m_stream(std::move(stream)), m_layout(std::move(layout)), m_info(std::move(info))
{}

Result<std::unique_ptr<CloudReader>> PackedLasReader::open(const QString &path, std::uint64_t fileBytes,
                                                           std::unique_ptr<RecordStream> stream, const Packing &packing,
                                                           RecordLayout layout, CloudInfo info)
{
    auto reader =
        std::unique_ptr<PackedLasReader>(new PackedLasReader(path, std::move(stream), std::move(layout), std::move(info)));
    // Without chunks the last point is found by unpacking all others.
    if (packing.chunkPoints != 0)
        if (const auto counted = reader->countPoints(fileBytes); !counted)
            return fail(counted.error());
    PointBlock start;
    // What is damaged is told when it is read; the cloud's other points may still be wanted.
    if (const auto read = reader->read(0, pointsLookedAt, start, {}); read)
        reader->m_info.origin = originOf(start);
    return std::unique_ptr<CloudReader>(std::move(reader));
}

Result<bool> PackedLasReader::canUnpack(std::uint64_t index)
{
    m_next.reset();
    if (const auto started = m_stream->start(index); !started)
        return fail(started.error());
    m_buffer.resize(m_layout.stride);
    const auto bytes = m_stream->read(m_buffer, {});
    if (!bytes)
        return fail(bytes.error());
    return *bytes == m_layout.stride;
}

Result<> PackedLasReader::countPoints(std::uint64_t fileBytes)
{
    const std::uint64_t claimed = m_info.points;
    std::uint64_t good = 0;
    std::uint64_t bad = std::min(claimed, fileBytes * mostPointsInByte) + 1;
    // The last point first: an honest file costs one try. Then from below, because the further a place lies behind the end, the
    // longer it may take to find that out.
    bool known = false;  // that `bad` is not much too large
    for (std::uint64_t tried = bad - 1; tried > good;) {
        const auto can = canUnpack(tried - 1);
        if (!can)
            return fail(can.error());
        known = known || (!*can && tried != bad - 1);
        (*can ? good : bad) = tried;
        tried = known ? good + (bad - good) / 2 : std::min(std::max<std::uint64_t>(2 * good, 1), good + (bad - good) / 2);
    }
    m_info.points = good;
    if (good < claimed)
        m_info.issues.problem(
            m_path, {},
            Words::tr("The header claims %1 points, but the file has room for %2. Those are read.").arg(claimed).arg(good));
    return {};
}

Result<> PackedLasReader::read(std::uint64_t first, std::uint64_t count, PointBlock &block, const jobs::JobControl &control)
{
    count = first < m_info.points ? std::min(count, m_info.points - first) : 0;
    prepare(block, m_info.channels, count);
    if (count == 0)
        return {};
    if (m_next != first) {
        if (auto started = m_stream->start(first); !started)
            return started;
        m_next = first;
    }
    const std::size_t atOnce = std::max<std::size_t>(1, bufferBytes / m_layout.stride);
    for (std::uint64_t done = 0; done < count;) {
        if (control.cancelled()) {
            m_next.reset();
            return jobs::JobControl::cancelledError();
        }
        const std::size_t now = std::min<std::uint64_t>(atOnce, count - done);
        m_buffer.resize(now * m_layout.stride);
        const auto bytes = m_stream->read(m_buffer, control);
        if (!bytes || *bytes != m_buffer.size()) {
            m_next.reset();
            if (!bytes)
                return fail(bytes.error());
            return fail(ErrorCode::Malformed, Words::tr("%1 is damaged: its points from number %2 on cannot be unpacked.")
                                                  .arg(m_path)
                                                  .arg(first + done + *bytes / m_layout.stride + 1));
        }
        unpackRecords(m_buffer, now, m_layout, m_info.origin, block, done);
        done += now;
        *m_next += now;
    }
    return {};
}

}  // namespace plumbline::cloud
