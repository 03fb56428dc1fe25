// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <QString>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace plumbline::cloud {

/// How one number of a point is stored.
enum class ScalarType { Int8, UInt8, Int16, UInt16, Int32, UInt32, Int64, UInt64, Float32, Float64 };

[[nodiscard]] PLUMBLINE_CORE_EXPORT std::size_t sizeOf(ScalarType type);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString nameOf(ScalarType type);  ///< "float32"

/// One value that every point of a cloud has, beside its position: intensity, ring, time, colour…
struct Channel {
    QString name;  ///< as the file calls it, "normal[2]" for the third of several values; unique within a cloud
    ScalarType type = ScalarType::Float32;
    bool operator==(const Channel &) const = default;
};

/// Values of one channel, one a point, in the machine's byte order.
class PLUMBLINE_CORE_EXPORT Column
{
public:
    explicit Column(ScalarType type = ScalarType::Float32) : m_type(type) {}

    [[nodiscard]] ScalarType type() const { return m_type; }
    [[nodiscard]] std::size_t size() const { return m_bytes.size() / sizeOf(m_type); }
    void resize(std::size_t count) { m_bytes.resize(count * sizeOf(m_type)); }
    /// As a double; 64-bit integers beyond 2^53 lose their last digits.
    [[nodiscard]] double at(std::size_t index) const;
    /// Rounded and clamped to the type; NaN becomes 0 where the type has none.
    void set(std::size_t index, double value);
    [[nodiscard]] std::span<std::byte> bytes() { return m_bytes; }
    [[nodiscard]] std::span<const std::byte> bytes() const { return m_bytes; }

private:
    ScalarType m_type;
    std::vector<std::byte> m_bytes;
};

/// Consecutive points of a cloud in file order. Positions in metres (or the file's unit) in the sensor's or the file's frame,
/// relative to CloudInfo::origin so that float keeps millimetres in projected coordinates. A position may be NaN or infinite:
/// "no return". It keeps its place, because labels go by file order.
struct PointBlock {
    std::vector<std::array<float, 3>> positions;
    std::vector<Column> columns;  ///< one for each of CloudInfo::channels

    [[nodiscard]] std::size_t size() const { return positions.size(); }
};

}  // namespace plumbline::cloud
