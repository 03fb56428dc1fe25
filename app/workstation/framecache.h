// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/extension/mediasource.h"

#include <QDateTime>

#include <list>
#include <optional>

namespace plumbline::workstation {

/// The last decoded pictures, so that going on and back waits for nothing. Bounded in memory; a file that was changed since is
/// decoded again. Main thread only.
class FrameCache
{
public:
    static constexpr std::size_t mostFrames = 4;
    static constexpr qsizetype mostBytes = qsizetype(400) << 20;

    [[nodiscard]] std::optional<extension::LoadedFrame> find(ItemId item, const QString &path);
    void keep(ItemId item, const QString &path, const extension::LoadedFrame &frame);
    void clear() { m_kept.clear(); }

private:
    struct Kept {
        ItemId item;
        QDateTime changed;
        qint64 fileBytes = 0;
        extension::LoadedFrame frame;
    };
    std::list<Kept> m_kept;  // last used first
};

}  // namespace plumbline::workstation
