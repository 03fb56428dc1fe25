// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/maskwindow.h"

#include "core/geometry/mask.h"

#include <algorithm>

namespace plumbline::extension {

geometry::Mask maskOf(const MaskWindow &window, QSize picture)
{
    geometry::Mask mask{static_cast<std::uint32_t>(picture.width()), static_cast<std::uint32_t>(picture.height()), {}};
    const QRect seen = window.place.intersected(QRect(QPoint(0, 0), picture));
    const auto stride = static_cast<std::size_t>(window.place.width());
    std::uint64_t written = 0;
    std::uint64_t runStart = 0;
    std::uint64_t runEnd = 0;  // of the foreground run that is still growing
    const auto close = [&] {
        if (runEnd == runStart)
            return;
        mask.counts.push_back(static_cast<std::uint32_t>(runStart - written));
        mask.counts.push_back(static_cast<std::uint32_t>(runEnd - runStart));
        written = runEnd;
    };
    for (int x = seen.left(); x <= seen.right(); ++x)
        for (int y = seen.top(); y <= seen.bottom(); ++y) {
            const std::size_t at =
                static_cast<std::size_t>(y - window.place.y()) * stride + static_cast<std::size_t>(x - window.place.x());
            if (window.pixels[at] == 0)
                continue;
            const std::uint64_t position = std::uint64_t(x) * mask.height + std::uint64_t(y);
            if (position != runEnd || runEnd == runStart) {
                close();
                runStart = position;
            }
            runEnd = position + 1;
        }
    close();
    const std::uint64_t total = std::uint64_t(mask.width) * mask.height;
    if (written < total)
        mask.counts.push_back(static_cast<std::uint32_t>(total - written));
    return mask;
}

MaskWindow windowOf(const geometry::Mask &mask, const QRect &place)
{
    MaskWindow window{
        place, std::vector<std::uint8_t>(static_cast<std::size_t>(place.width()) * static_cast<std::size_t>(place.height()))};
    std::uint64_t position = 0;
    for (std::size_t i = 0; i < mask.counts.size(); position += mask.counts[i++]) {
        if (i % 2 == 0 || mask.height == 0)
            continue;
        const std::uint64_t end = position + mask.counts[i];
        for (std::uint64_t at = position; at < end;) {
            const std::uint64_t column = at / mask.height;
            const std::uint64_t columnEnd = std::min(end, (column + 1) * mask.height);
            const auto x = static_cast<qint64>(column) - place.x();
            const qint64 first = std::max<qint64>(static_cast<qint64>(at - column * mask.height) - place.y(), 0);
            const qint64 last =
                std::min<qint64>(static_cast<qint64>(columnEnd - column * mask.height) - place.y(), place.height());
            if (x >= 0 && x < place.width())
                for (qint64 y = first; y < last; ++y)
                    window.pixels[static_cast<std::size_t>(y * place.width() + x)] = 1;
            at = columnEnd;
        }
    }
    return window;
}

QRect placeOf(const geometry::Mask &mask)
{
    const auto bounds = geometry::maskBounds(mask);
    return bounds ? QRect(static_cast<int>(bounds->x), static_cast<int>(bounds->y), static_cast<int>(bounds->w),
                          static_cast<int>(bounds->h))
                  : QRect();
}

}  // namespace plumbline::extension
