// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/cloud/pointblock.h"
#include "core/jobs/jobcontrol.h"

#include <QString>

#include <memory>
#include <optional>

/// Reads point clouds from files that nobody vouches for: memory is bounded by what is asked for and by what the file really
/// holds, never by what its header claims. Nothing is written or fetched.
namespace plumbline::cloud {

/// What a cloud file is, known from its header and its length.
struct CloudInfo {
    QString format;            ///< "pcd ascii", "pcd binary", "ply binary", "las 1.4", "kitti bin"…
    std::uint64_t points = 0;  ///< that can be read; never more than the file has room for
    std::vector<Channel> channels;
    std::array<double, 3> origin{};  ///< added to a block's positions gives the file's coordinates
    std::uint64_t width = 0;         ///< of an organised cloud (one row a ring); 0 otherwise
    std::uint64_t height = 0;
    IssueList issues;                ///< such as "claims 4,294,967,296 points, holds 12"
};

/// How much one open cloud may take.
struct CloudBudget {
    std::uint64_t fileBytes = std::uint64_t(1) << 40;
    std::uint64_t unpackedBytes = std::uint64_t(2) << 30;  ///< of formats that must be unpacked whole
};

/// One open cloud file. One thread at a time; owns its file handle.
class PLUMBLINE_CORE_EXPORT CloudReader
{
public:
    virtual ~CloudReader();
    CloudReader() = default;
    CloudReader(const CloudReader &) = delete;
    CloudReader &operator=(const CloudReader &) = delete;

    [[nodiscard]] virtual const CloudInfo &info() const = 0;
    /// Whether any range costs the same. Otherwise reading forward is quick and going back starts over.
    [[nodiscard]] virtual bool readsAtRandom() const = 0;
    /// Points first to first + count - 1 in file order, fewer at the end. Replaces the contents of block. Fails when the
    /// file has become shorter, with Malformed where text is no number, and with Cancelled.
    [[nodiscard]] virtual Result<> read(std::uint64_t first, std::uint64_t count, PointBlock &block,
                                        const jobs::JobControl &control) = 0;
};

/// What a file's first bytes and its name say; nothing when it is no cloud that is known here, or cannot be read.
struct CloudGuess {
    QString format;
    bool certain = false;  ///< by content; otherwise by name and length only
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<CloudGuess> guessCloud(const QString &path);

/// Opens PCD (ascii, binary, binary_compressed), PLY (ascii, both byte orders), LAS 1.0 to 1.4 and LAZ, KITTI .bin (x y z
/// intensity), nuScenes .pcd.bin (x y z intensity ring) and text with a point a line (.xyz, .txt, .csv). Fails with words for everything
/// else, with TooLarge over budget.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::unique_ptr<CloudReader>> openCloud(const QString &path,
                                                                                   const CloudBudget &budget = {});

/// Smallest box around the finite points, and how many there are.
struct CloudBounds {
    std::array<double, 3> least{};
    std::array<double, 3> most{};
    std::uint64_t finite = 0;
};
/// Reads the whole cloud block by block.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<CloudBounds> boundsOf(CloudReader &reader, const jobs::JobControl &control);

}  // namespace plumbline::cloud
