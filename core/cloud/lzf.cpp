// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/lzf.h"

#include <cstring>

namespace plumbline::cloud {

bool unpackLzf(std::span<const std::byte> packed, std::span<std::byte> unpacked)
{
    std::size_t in = 0;
    std::size_t out = 0;
    while (in < packed.size()) {
        const auto control = std::to_integer<std::size_t>(packed[in++]);
        if (control < 32) {
            const std::size_t length = control + 1;
            if (length > packed.size() - in || length > unpacked.size() - out)
                return false;
            std::memcpy(unpacked.data() + out, packed.data() + in, length);
            in += length;
            out += length;
            continue;
        }
        std::size_t length = control >> 5;
        if (length == 7) {
            if (in == packed.size())
                return false;
            length += std::to_integer<std::size_t>(packed[in++]);
        }
        length += 2;
        if (in == packed.size())
            return false;
        const std::size_t distance = ((control & 31) << 8) + std::to_integer<std::size_t>(packed[in++]) + 1;
        if (distance > out || length > unpacked.size() - out)
            return false;
        // The copy may overlap what it makes: byte by byte.
        for (std::size_t i = 0; i < length; ++i, ++out)
            unpacked[out] = unpacked[out - distance];
    }
    return out == unpacked.size();
}

}  // namespace plumbline::cloud
