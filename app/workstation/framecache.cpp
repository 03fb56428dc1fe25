// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/framecache.h"

#include <QFileInfo>

#include <algorithm>

namespace plumbline::workstation {

std::optional<extension::LoadedFrame> FrameCache::find(ItemId item, const QString &path)
{
    const auto it = std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept &kept) { return kept.item == item; });
    if (it == m_kept.end())
        return std::nullopt;
    const QFileInfo file(path);
    if (!file.exists() || file.lastModified() != it->changed || file.size() != it->fileBytes) {
        m_kept.erase(it);
        return std::nullopt;
    }
    m_kept.splice(m_kept.begin(), m_kept, it);
    return it->frame;
}

void FrameCache::keep(ItemId item, const QString &path, const extension::LoadedFrame &frame)
{
    std::erase_if(m_kept, [&](const Kept &kept) { return kept.item == item; });
    const QFileInfo file(path);
    m_kept.push_front({item, file.lastModified(), file.size(), frame});
    qsizetype bytes = 0;
    std::size_t count = 0;
    for (auto it = m_kept.begin(); it != m_kept.end();) {
        bytes += it->frame.image.sizeInBytes();
        for (const QImage &half : it->frame.halves)
            bytes += half.sizeInBytes();
        ++count;
        // One is kept however large it is: it is shown anyway.
        it = count > 1 && (count > mostFrames || bytes > mostBytes) ? m_kept.erase(it) : std::next(it);
    }
}

}  // namespace plumbline::workstation
