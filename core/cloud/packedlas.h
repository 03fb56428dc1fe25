// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cloud/recordreader.h"

#include <memory>
#include <span>

/// LAZ: LAS whose records are packed in chunks by LASzip (M. Isenburg, "LASzip: lossless compression of LiDAR data", 2013).
namespace plumbline::cloud {

/// The records of a packed file, one after the other. Private to this folder; fuzzers put their own in.
class RecordStream
{
public:
    virtual ~RecordStream();
    RecordStream() = default;
    RecordStream(const RecordStream &) = delete;
    RecordStream &operator=(const RecordStream &) = delete;

    /// What is read next begins with this record.
    [[nodiscard]] virtual Result<> start(std::uint64_t first) = 0;
    /// How many bytes came: fewer than `to` holds when nothing more can be unpacked. Fails with Cancelled.
    [[nodiscard]] virtual Result<std::size_t> read(std::span<std::byte> to, const jobs::JobControl &control) = 0;
};

/// How a file says that its records are packed. Private to this folder.
struct Packing {
    static constexpr std::uint32_t differing = 0xFFFFFFFF;
    /// Of a chunk; `differing` when each has its own number; 0 when there are no chunks, so that reading begins at the start.
    std::uint32_t chunkPoints = 0;
};

/// From the variable length record that LASzip adds. Fails with words for why it does not fit records of `length` bytes.
[[nodiscard]] tl::expected<Packing, QString> packingOf(QByteArrayView record, std::size_t length);

class PackedLasReader final : public CloudReader
{
public:
    /// info.points is what the header claims. Tries the last of them, and looks for the last one that can be unpacked when that
    /// fails; the difference is told in info.issues. Chooses info.origin.
    [[nodiscard]] static Result<std::unique_ptr<CloudReader>> open(const QString &path, std::uint64_t fileBytes,
                                                                   std::unique_ptr<RecordStream> stream, const Packing &packing,
                                                                   RecordLayout layout, CloudInfo info);

    [[nodiscard]] const CloudInfo &info() const override { return m_info; }
    [[nodiscard]] bool readsAtRandom() const override { return false; }
    [[nodiscard]] Result<> read(std::uint64_t first, std::uint64_t count, PointBlock &block,
                                const jobs::JobControl &control) override;

private:
    PackedLasReader(const QString &path, std::unique_ptr<RecordStream> stream, RecordLayout layout, CloudInfo info);
    [[nodiscard]] Result<bool> canUnpack(std::uint64_t index);
    [[nodiscard]] Result<> countPoints(std::uint64_t fileBytes);

    QString m_path;
    std::unique_ptr<RecordStream> m_stream;
    RecordLayout m_layout;
    CloudInfo m_info;
    std::optional<std::uint64_t> m_next;  ///< record that the stream gives next
    std::vector<std::byte> m_buffer;
};

}  // namespace plumbline::cloud
