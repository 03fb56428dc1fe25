// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/geometry/mask.h"

#include <algorithm>
#include <vector>

namespace plumbline::test {

/// A small picture of yes and no, pixel by pixel: what the functions on runs are held against.
struct Raster {
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::vector<char> pixels;  ///< row by row

    Raster(std::int64_t w, std::int64_t h) : width(w), height(h), pixels(static_cast<std::size_t>(w * h)) {}
    explicit Raster(const geometry::Mask &mask) : Raster(mask.width, mask.height)
    {
        std::int64_t position = 0;
        for (std::size_t i = 0; i < mask.counts.size(); ++i)
            for (std::uint32_t k = 0; k < mask.counts[i]; ++k, ++position)
                set(position / height, position % height, i % 2 == 1);
    }
    [[nodiscard]] bool inside(std::int64_t x, std::int64_t y) const { return x >= 0 && y >= 0 && x < width && y < height; }
    [[nodiscard]] bool at(std::int64_t x, std::int64_t y) const
    {
        return inside(x, y) && pixels[static_cast<std::size_t>(y * width + x)];
    }
    void set(std::int64_t x, std::int64_t y, bool value) { pixels[static_cast<std::size_t>(y * width + x)] = value; }
    bool operator==(const Raster &) const = default;

    [[nodiscard]] geometry::Mask mask() const
    {
        geometry::Mask mask{static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height), {0}};
        bool foreground = false;
        for (std::int64_t x = 0; x < width; ++x) {
            for (std::int64_t y = 0; y < height; ++y) {
                if (at(x, y) != foreground) {
                    mask.counts.push_back(0);
                    foreground = !foreground;
                }
                ++mask.counts.back();
            }
        }
        return mask;
    }

    template <typename F>
    void fill(F f)
    {
        for (std::int64_t y = 0; y < height; ++y)
            for (std::int64_t x = 0; x < width; ++x)
                set(x, y, f(x, y));
    }

    /// Pixels with `value` that can be reached from (x, y) through pixels with that value.
    [[nodiscard]] std::vector<std::pair<std::int64_t, std::int64_t>> reach(std::int64_t x, std::int64_t y, bool corners) const
    {
        const bool value = at(x, y);
        Raster seen(width, height);
        std::vector<std::pair<std::int64_t, std::int64_t>> found{{x, y}};
        seen.set(x, y, true);
        for (std::size_t i = 0; i < found.size(); ++i) {
            for (int dy = -1; dy <= 1; ++dy) {
                for (int dx = -1; dx <= 1; ++dx) {
                    const auto [px, py] = found[i];
                    const std::int64_t nx = px + dx;
                    const std::int64_t ny = py + dy;
                    if ((!corners && dx != 0 && dy != 0) || !inside(nx, ny) || seen.at(nx, ny) || at(nx, ny) != value)
                        continue;
                    seen.set(nx, ny, true);
                    found.emplace_back(nx, ny);
                }
            }
        }
        return found;
    }
};

/// Blobs and noise, empty and full ones now and then.
inline Raster randomRaster(base::SeededRandom &random, std::int64_t largest = 24)
{
    Raster raster(1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(largest))),
                  1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(largest))));
    const double density = random.below(12) == 0 ? double(random.below(2)) : random.uniform(0.05, 0.95);
    raster.fill([&](auto, auto) { return random.uniform() < density; });
    if (random.below(2) == 0) {
        const Raster before = raster;
        raster.fill([&](std::int64_t x, std::int64_t y) {
            int count = 0;
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx)
                    count += before.at(x + dx, y + dy) ? 1 : 0;
            return count >= 5;
        });
    }
    return raster;
}

}  // namespace plumbline::test
