// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/pointblock.h"

#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

namespace plumbline::cloud {

namespace {

// Calls f with a value of the C++ type of a scalar.
template <typename F>
decltype(auto) withType(ScalarType type, F &&f)
{
    switch (type) {
    case ScalarType::Int8: return f(std::int8_t{});
    case ScalarType::UInt8: return f(std::uint8_t{});
    case ScalarType::Int16: return f(std::int16_t{});
    case ScalarType::UInt16: return f(std::uint16_t{});
    case ScalarType::Int32: return f(std::int32_t{});
    case ScalarType::UInt32: return f(std::uint32_t{});
    case ScalarType::Int64: return f(std::int64_t{});
    case ScalarType::UInt64: return f(std::uint64_t{});
    case ScalarType::Float32: return f(float{});
    case ScalarType::Float64: break;
    }
    return f(double{});
}

template <typename T>
T fitted(double value)
{
    if constexpr (std::is_floating_point_v<T>) {
        return static_cast<T>(value);
    } else {
        if (std::isnan(value))
            return 0;
        // The largest 64-bit integers are no doubles: compare before converting.
        const double rounded = std::round(value);
        if (rounded <= static_cast<double>(std::numeric_limits<T>::min()))
            return std::numeric_limits<T>::min();
        if (rounded >= static_cast<double>(std::numeric_limits<T>::max()))
            return std::numeric_limits<T>::max();
        return static_cast<T>(rounded);
    }
}

}  // namespace

std::size_t sizeOf(ScalarType type)
{
    return withType(type, [](auto value) { return sizeof(value); });
}

QString nameOf(ScalarType type)
{
    switch (type) {
    case ScalarType::Int8: return QStringLiteral("int8");
    case ScalarType::UInt8: return QStringLiteral("uint8");
    case ScalarType::Int16: return QStringLiteral("int16");
    case ScalarType::UInt16: return QStringLiteral("uint16");
    case ScalarType::Int32: return QStringLiteral("int32");
    case ScalarType::UInt32: return QStringLiteral("uint32");
    case ScalarType::Int64: return QStringLiteral("int64");
    case ScalarType::UInt64: return QStringLiteral("uint64");
    case ScalarType::Float32: return QStringLiteral("float32");
    case ScalarType::Float64: break;
    }
    return QStringLiteral("float64");
}

double Column::at(std::size_t index) const
{
    return withType(m_type, [&](auto value) {
        std::memcpy(&value, m_bytes.data() + index * sizeof(value), sizeof(value));
        return static_cast<double>(value);
    });
}

void Column::set(std::size_t index, double value)
{
    withType(m_type, [&](auto typed) {
        typed = fitted<decltype(typed)>(value);
        std::memcpy(m_bytes.data() + index * sizeof(typed), &typed, sizeof(typed));
    });
}

}  // namespace plumbline::cloud
