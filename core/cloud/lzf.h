// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace plumbline::cloud {

/// Unpacks Marc Lehmann's LZF, as PCD files use it. True when `packed` fills `unpacked` exactly. Private to this folder.
/// Literal runs: a byte n < 32, then n + 1 bytes. Copies: 3 bits length (7 = one more byte follows), 13 bits distance.
[[nodiscard]] bool unpackLzf(std::span<const std::byte> packed, std::span<std::byte> unpacked);

}  // namespace plumbline::cloud
