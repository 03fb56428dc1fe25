// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"

#include <QByteArrayView>
#include <QVarLengthArray>

#include <optional>

/// Compact form of rings whose coordinates have at most two decimals, as most files in the field do: hundredths of a pixel,
/// each as the difference to the one before (x and y apart), zigzag, LEB128. Exact: a ring packs only when every coordinate
/// comes back as the same double. Private to the codec.
namespace plumbline::model {

using PackedRing = QVarLengthArray<char, 1024>;

/// Nothing when some coordinate is not a multiple of 0.01 below 10^9.
[[nodiscard]] std::optional<PackedRing> packedRing(const geometry::Ring &ring);
/// Nothing for bytes that packedRing() does not make.
[[nodiscard]] std::optional<geometry::Ring> unpackedRing(QByteArrayView packed);

}  // namespace plumbline::model
