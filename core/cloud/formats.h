// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cloud/recordreader.h"

#include <QCoreApplication>

#include <functional>

/// What each format's opener shares. Private to this folder.
namespace plumbline::cloud {

using Opened = Result<std::unique_ptr<CloudReader>>;
class RecordStream;
struct Packing;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(plumbline::cloud::Cloud)
};

/// The file is open; `head` holds its first bytes.
[[nodiscard]] Opened openPcd(std::unique_ptr<QFile> file, QByteArrayView head, const CloudBudget &budget);
[[nodiscard]] Opened openPly(std::unique_ptr<QFile> file, QByteArrayView head);
/// Begins to unpack the records of a compressed file, which it takes.
using Unpack = std::function<Result<std::unique_ptr<RecordStream>>(std::unique_ptr<QFile> file, int format,
                                                                   std::size_t recordLength, const Packing &packing)>;
[[nodiscard]] Opened openLas(std::unique_ptr<QFile> file, QByteArrayView head, const Unpack &unpack);
/// Floats without a header: 4 a point (x y z intensity) or 5 (…, ring).
[[nodiscard]] Opened openRaw(std::unique_ptr<QFile> file, std::size_t floats);
/// Lines of numbers, with or without a line of names.
[[nodiscard]] Opened openText(std::unique_ptr<QFile> file, QByteArrayView head);
/// Whether the head looks like lines of at least three numbers.
[[nodiscard]] bool looksLikeText(QByteArrayView head);

/// Bytes of a header, in which PCD and PLY keep everything that must be known.
inline constexpr qsizetype headBytes = qsizetype(64) << 10;

/// Gives channels names of their own: a second "t" becomes "t (2)".
void makeUnique(std::vector<Channel> &channels);
/// Points at a file's start among which a finite one decides the origin.
inline constexpr std::uint64_t pointsLookedAt = 4096;
/// A round origin near the first finite position of a block when it lies so far out that float would lose millimetres there.
[[nodiscard]] std::array<double, 3> originOf(const PointBlock &block);

}  // namespace plumbline::cloud
