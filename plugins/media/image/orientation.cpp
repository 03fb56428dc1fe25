// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/image/orientation.h"

#include <cstring>

namespace plumbline::image {

QRect Orientation::uprightRect(const QRect &stored) const
{
    const int x = mirrors() ? m_stored.width() - stored.x() - stored.width() : stored.x();
    const int y = flips() ? m_stored.height() - stored.y() - stored.height() : stored.y();
    if (!turns())
        return {x, y, stored.width(), stored.height()};
    return {m_stored.height() - y - stored.height(), x, stored.height(), stored.width()};
}

QRect Orientation::storedRect(const QRect &upright) const
{
    QRect r = upright;
    if (turns())
        r = {upright.y(), m_stored.height() - upright.x() - upright.width(), upright.height(), upright.width()};
    const int x = mirrors() ? m_stored.width() - r.x() - r.width() : r.x();
    const int y = flips() ? m_stored.height() - r.y() - r.height() : r.y();
    return {x, y, r.width(), r.height()};
}

extension::PixelBlock Orientation::turned(extension::PixelBlock block) const
{
    if (!turns() && !mirrors() && !flips())
        return block;
    const int w = block.size.width();
    const int h = block.size.height();
    auto result = extension::PixelBlock::blank(turns() ? block.size.transposed() : block.size, block.channels, block.type);
    const auto pixel = static_cast<std::size_t>(block.pixelBytes());
    for (int y = 0; y < h; ++y) {
        const char *from = block.row(y);
        const int ty = flips() ? h - 1 - y : y;
        for (int x = 0; x < w; ++x, from += pixel) {
            const int tx = mirrors() ? w - 1 - x : x;
            char *to = turns() ? result.row(tx) + static_cast<std::size_t>(h - 1 - ty) * pixel
                               : result.row(ty) + static_cast<std::size_t>(tx) * pixel;
            std::memcpy(to, from, pixel);
        }
    }
    return result;
}

}  // namespace plumbline::image
