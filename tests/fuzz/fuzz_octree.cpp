// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/detail.h"
#include "core/cloud/octree.h"
#include "tests/fuzz/cloudcase.h"

using namespace plumbline;

/// The cached index of a large cloud, made from a file called "s": what opens is walked, shown and loaded whole.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static fuzz::MemoryFile memory;
    memory.fill(data, size);
    static const QString path = memory.path();
    const auto octree = cloud::Octree::open(path, QByteArrayLiteral("s"));
    if (!octree)
        return 0;
    const auto &nodes = (*octree)->nodes();
    for (const bool perspective : {false, true}) {
        cloud::CloudView view;
        view.pixelsPerUnit = 1000;
        view.perspective = perspective;
        for (const std::size_t shown : cloud::nodesToShow(**octree, view))
            if (shown >= nodes.size())
                __builtin_trap();
    }
    std::vector<std::size_t> all((*octree)->channels().size());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = i;
    for (std::size_t i = 0; i < nodes.size() && i < 64; ++i) {
        const auto piece = (*octree)->load(i, all);
        if (piece && piece->positions.size() != nodes[i].points)
            __builtin_trap();
        std::size_t up = 0;
        for (std::int32_t at = std::int32_t(i); at >= 0; at = nodes[std::size_t(at)].parent)
            if (std::size_t(at) >= nodes.size() || ++up > nodes.size())
                __builtin_trap();
    }
    return 0;
}
