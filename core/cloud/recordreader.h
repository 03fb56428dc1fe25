// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cloud/cloudreader.h"

#include <QFile>

namespace plumbline::cloud {

/// Where in a record a number lies. Private to this folder.
struct RecordField {
    std::size_t offset = 0;  ///< bytes from the start of the record
    ScalarType type = ScalarType::Float32;
};

/// A file of equally long records, one a point. Private to this folder.
struct RecordLayout {
    std::uint64_t begin = 0;  ///< of the first record, bytes
    std::size_t stride = 0;   ///< bytes of a record, > 0
    bool bigEndian = false;
    std::array<RecordField, 3> position;
    std::array<double, 3> scale{1, 1, 1};   ///< coordinate = number · scale + offset
    std::array<double, 3> offset{0, 0, 0};
    std::vector<RecordField> channels;      ///< one for each of CloudInfo::channels
};

/// Takes numbers out of records that lie in memory. `records` holds `count` whole records.
void unpackRecords(std::span<const std::byte> records, std::size_t count, const RecordLayout &layout,
                   const std::array<double, 3> &origin, PointBlock &block, std::size_t at);
/// One number, in the machine's byte order.
[[nodiscard]] double numberAt(const std::byte *bytes, ScalarType type, bool bigEndian);
/// Sizes a block for count points of a cloud.
void prepare(PointBlock &block, const std::vector<Channel> &channels, std::size_t count);
/// Records that really fit into the file behind layout.begin; says so in info.issues when `claimed` is more.
[[nodiscard]] std::uint64_t pointsThatFit(const QString &path, std::uint64_t claimed, std::uint64_t fileBytes,
                                          const RecordLayout &layout, CloudInfo &info);

class RecordReader final : public CloudReader
{
public:
    /// The file is open for reading; info.points records fit into it. Chooses info.origin.
    [[nodiscard]] static Result<std::unique_ptr<CloudReader>> open(std::unique_ptr<QFile> file, RecordLayout layout,
                                                                   CloudInfo info);

    [[nodiscard]] const CloudInfo &info() const override { return m_info; }
    [[nodiscard]] bool readsAtRandom() const override { return true; }
    [[nodiscard]] Result<> read(std::uint64_t first, std::uint64_t count, PointBlock &block,
                                const jobs::JobControl &control) override;

private:
    RecordReader(std::unique_ptr<QFile> file, RecordLayout layout, CloudInfo info);

    std::unique_ptr<QFile> m_file;
    RecordLayout m_layout;
    CloudInfo m_info;
    std::vector<std::byte> m_buffer;
};

}  // namespace plumbline::cloud
