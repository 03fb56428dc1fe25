// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/pictureparts.h"
#include "widgets/export.h"

#include <QString>

#include <atomic>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace plumbline::canvas {

struct TileKey {
    int level = 0;
    int column = 0;
    int row = 0;
    bool operator==(const TileKey &) const = default;
};

struct TileKeyHash {
    std::size_t operator()(const TileKey &key) const
    {
        return (static_cast<std::size_t>(key.level) << 52) ^ (static_cast<std::size_t>(key.row) << 26)
               ^ static_cast<std::size_t>(key.column);
    }
};

/// The pyramid of a picture in tiles: kept in memory up to a limit, what does not fit goes to a nameless scratch file that
/// ends with the process. Levels that the medium reads at random are never stored. Thread-safe.
class PLUMBLINE_WIDGETS_EXPORT TileStore
{
public:
    using Tile = std::shared_ptr<const extension::PixelBlock>;
    static constexpr int side = 256;

    /// `memoryBytes`: of all tiles in memory, not counting the smallest levels, which always stay. `scratchFolder` is made
    /// when it is first needed.
    TileStore(std::shared_ptr<extension::PictureParts> parts, std::int64_t memoryBytes, QString scratchFolder);
    ~TileStore();
    TileStore(const TileStore &) = delete;
    TileStore &operator=(const TileStore &) = delete;

    [[nodiscard]] const extension::PictureLayout &layout() const { return m_layout; }
    /// The last level fits into one tile.
    [[nodiscard]] int levels() const { return m_levels; }
    [[nodiscard]] QSize levelSize(int level) const { return m_layout.levelSize(level); }
    /// Area of a tile in pixels of its level.
    [[nodiscard]] QRect area(const TileKey &key) const;

    /// Reads the picture once and fills the levels; progress counts pixels. Call it once, on a worker. What was filled
    /// before an error stays.
    [[nodiscard]] Result<> build(const jobs::JobControl &control);

    /// The tile when it is in memory, else null; never waits for the disk.
    [[nodiscard]] Tile cached(const TileKey &key);
    /// Whether read() would give it now.
    [[nodiscard]] bool has(const TileKey &key) const;
    /// From memory, the scratch file or the medium; may wait.
    [[nodiscard]] Result<Tile> read(const TileKey &key, const jobs::JobControl &control);

    [[nodiscard]] std::int64_t memoryUsed() const;
    [[nodiscard]] std::int64_t scratchUsed() const;
    /// Words for the user when the scratch file cannot grow any more; full detail is missing then.
    [[nodiscard]] QString scratchProblem() const;

private:
    struct Slot {
        Tile tile;
        std::int64_t scratchAt = -1;
        std::list<TileKey>::iterator use;  // valid while the tile is in memory and its level is not pinned
    };
    class Assembly;

    [[nodiscard]] bool stores(int level) const { return level >= m_firstStored && !m_layout.isDirect(level); }
    void put(const TileKey &key, extension::PixelBlock block, bool stored);
    void evict();
    [[nodiscard]] bool writeScratch(Slot &slot);
    [[nodiscard]] Result<Tile> readScratch(const TileKey &key, std::int64_t at) const;
    [[nodiscard]] Result<Tile> composed(const TileKey &key, const jobs::JobControl &control);

    const std::shared_ptr<extension::PictureParts> m_parts;
    const extension::PictureLayout m_layout;
    const std::int64_t m_memoryBytes;
    const QString m_scratchFolder;
    int m_levels = 1;
    int m_pinnedFrom = 0;   // levels that always stay in memory
    int m_firstStored = 0;  // levels below are put together when asked for

    mutable std::mutex m_mutex;
    std::unordered_map<TileKey, Slot, TileKeyHash> m_slots;
    std::list<TileKey> m_uses;  // last used first
    std::int64_t m_bytes = 0;
    int m_scratch = -1;
    std::int64_t m_scratchEnd = 0;
    QString m_scratchProblem;
};

/// Each 2 × 2 pixels averaged; the last column and row repeat where a side is odd.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT extension::PixelBlock halved(const extension::PixelBlock &block);

}  // namespace plumbline::canvas
