// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sha256.h"

#include <QString>

#include <cstdint>

namespace plumbline::model {

/// A fraction of a second per tick; media times are int64 ticks.
struct TimeBase {
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
    bool operator==(const TimeBase &) const = default;
};

/// Which frame of an item. Identity is stream + pts + content hash; the index is a convenience and may be stale.
struct FrameRef {
    QString stream;  ///< camera or sensor name; empty for the only stream
    std::int64_t index = 0;
    std::int64_t pts = 0;  ///< presentation time in ticks of timeBase
    TimeBase timeBase;
    Sha256Digest sha256;  ///< of the decoded frame's RGB24 bytes or of the file; none when not computed
    bool operator==(const FrameRef &) const = default;
};

}  // namespace plumbline::model
