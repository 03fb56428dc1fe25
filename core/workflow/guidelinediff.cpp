// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/guidelinediff.h"

#include <QStringList>

#include <algorithm>
#include <cstdint>

namespace plumbline::workflow {

std::vector<DiffLine> lineDiff(const QString &before, const QString &after)
{
    using Kind = DiffLine::Kind;
    const QStringList a = before.isEmpty() ? QStringList() : before.split(QLatin1Char('\n'));
    const QStringList b = after.isEmpty() ? QStringList() : after.split(QLatin1Char('\n'));
    qsizetype head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        ++head;
    qsizetype tail = 0;
    while (tail < a.size() - head && tail < b.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    const auto n = static_cast<std::size_t>(a.size() - head - tail);
    const auto m = static_cast<std::size_t>(b.size() - head - tail);
    std::vector<DiffLine> lines;
    for (qsizetype i = 0; i < head; ++i)
        lines.push_back({Kind::Same, a[i]});
    constexpr std::size_t most = 4'000'000;
    const auto old = [&](std::size_t i) -> const QString & { return a[head + static_cast<qsizetype>(i)]; };
    const auto fresh = [&](std::size_t j) -> const QString & { return b[head + static_cast<qsizetype>(j)]; };
    std::size_t i = 0;
    std::size_t j = 0;
    if (n > 0 && m > 0 && n <= most / m) {
        // common[i][j]: how many lines the rests from i and j on have in common.
        std::vector<std::uint32_t> common((n + 1) * (m + 1));
        const auto at = [&](std::size_t x, std::size_t y) -> std::uint32_t & { return common[x * (m + 1) + y]; };
        for (std::size_t x = n; x-- > 0;)
            for (std::size_t y = m; y-- > 0;)
                at(x, y) = old(x) == fresh(y) ? at(x + 1, y + 1) + 1 : std::max(at(x + 1, y), at(x, y + 1));
        while (i < n && j < m) {
            if (old(i) == fresh(j)) {
                lines.push_back({Kind::Same, old(i)});
                ++i, ++j;
            } else if (at(i + 1, j) >= at(i, j + 1)) {
                lines.push_back({Kind::Removed, old(i++)});
            } else {
                lines.push_back({Kind::Added, fresh(j++)});
            }
        }
    }
    while (i < n)
        lines.push_back({Kind::Removed, old(i++)});
    while (j < m)
        lines.push_back({Kind::Added, fresh(j++)});
    for (qsizetype k = a.size() - tail; k < a.size(); ++k)
        lines.push_back({Kind::Same, a[k]});
    return lines;
}

std::vector<DiffLine> shortened(const std::vector<DiffLine> &lines, int around)
{
    std::vector<char> wanted(lines.size(), 0);
    const auto count = static_cast<std::ptrdiff_t>(lines.size());
    for (std::ptrdiff_t i = 0; i < count; ++i)
        if (lines[static_cast<std::size_t>(i)].kind != DiffLine::Kind::Same)
            for (std::ptrdiff_t k = std::max<std::ptrdiff_t>(0, i - around); k <= std::min(count - 1, i + around); ++k)
                wanted[static_cast<std::size_t>(k)] = 1;
    std::vector<DiffLine> result;
    bool gap = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!wanted[i] && !gap)
            result.push_back({DiffLine::Kind::Same, QStringLiteral("…")});
        gap = !wanted[i];
        if (wanted[i])
            result.push_back(lines[i]);
    }
    return result;
}

}  // namespace plumbline::workflow
