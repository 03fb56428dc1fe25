// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/tilestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace plumbline::canvas {

namespace {

using extension::PixelBlock;
using extension::SampleType;

constexpr std::int64_t pinnedBytes = std::int64_t(12) << 20;
constexpr std::int64_t largestScratch = std::int64_t(3) << 30;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::canvas", text);
}

template <typename T, typename Sum>
void halveRow(const T *top, const T *bottom, T *out, int width, int channels)
{
    const int pairs = width / 2;
    for (int x = 0; x < pairs; ++x, top += 2 * channels, bottom += 2 * channels, out += channels) {
        for (int c = 0; c < channels; ++c) {
            const Sum sum = Sum(top[c]) + Sum(top[c + channels]) + Sum(bottom[c]) + Sum(bottom[c + channels]);
            out[c] = std::is_floating_point_v<T> ? static_cast<T>(sum / 4) : static_cast<T>((sum + 2) / 4);
        }
    }
    if (width % 2 == 0)
        return;
    for (int c = 0; c < channels; ++c) {
        const Sum sum = Sum(top[c]) + Sum(bottom[c]);
        out[c] = std::is_floating_point_v<T> ? static_cast<T>(sum / 2) : static_cast<T>((sum + 1) / 2);
    }
}

template <typename T, typename Sum>
void halve(const PixelBlock &from, PixelBlock &to)
{
    for (int y = 0; y < to.size.height(); ++y) {
        const char *bottom = from.row(std::min(2 * y + 1, from.size.height() - 1));
        halveRow<T, Sum>(static_cast<const T *>(static_cast<const void *>(from.row(2 * y))),
                         static_cast<const T *>(static_cast<const void *>(bottom)),
                         static_cast<T *>(static_cast<void *>(to.row(y))), from.size.width(), from.channels);
    }
}

// `area` of `from` to `place` in `to`.
void copyPixels(const PixelBlock &from, const QRect &area, PixelBlock &to, QPoint place)
{
    const auto pixel = static_cast<std::size_t>(from.pixelBytes());
    for (int y = 0; y < area.height(); ++y)
        std::memcpy(to.row(place.y() + y) + static_cast<std::size_t>(place.x()) * pixel,
                    from.row(area.y() + y) + static_cast<std::size_t>(area.x()) * pixel,
                    static_cast<std::size_t>(area.width()) * pixel);
}

}  // namespace

PixelBlock halved(const PixelBlock &block)
{
    PixelBlock result =
        PixelBlock::blank({(block.size.width() + 1) / 2, (block.size.height() + 1) / 2}, block.channels, block.type);
    switch (block.type) {
    case SampleType::UInt8: halve<quint8, quint32>(block, result); break;
    case SampleType::UInt16: halve<quint16, quint32>(block, result); break;
    case SampleType::Float32: halve<float, float>(block, result); break;
    }
    return result;
}

/// Cuts blocks into tiles and halves complete tiles into the level above. One thread.
class TileStore::Assembly
{
public:
    /// Fills the levels from `first` to `last`.
    Assembly(TileStore &store, int first, int last) : m_store(store), m_first(first), m_last(last) {}

    void add(int level, const PixelBlock &block, QPoint place)
    {
        const QRect area(place, block.size);
        for (int row = area.top() / side; row <= area.bottom() / side; ++row) {
            for (int column = area.left() / side; column <= area.right() / side; ++column) {
                const TileKey key{level, column, row};
                const QRect whole = m_store.area(key);
                const QRect common = whole & area;
                if (common.isEmpty())
                    continue;
                auto it = m_pending.find(key);
                if (it == m_pending.end())
                    it = m_pending
                             .emplace(key, Pending{PixelBlock::blank(whole.size(), block.channels, block.type),
                                                   std::int64_t(whole.width()) * whole.height()})
                             .first;
                copyPixels(block, common.translated(-place), it->second.block, common.topLeft() - whole.topLeft());
                it->second.missing -= std::int64_t(common.width()) * common.height();
                if (it->second.missing <= 0)
                    finish(key);
            }
        }
    }

    /// Takes tiles that stayed incomplete as they are.
    void flush()
    {
        for (int level = m_first; level <= m_last; ++level) {
            std::vector<TileKey> keys;
            for (const auto &[key, pending] : m_pending)
                if (key.level == level)
                    keys.push_back(key);
            for (const TileKey &key : keys)
                finish(key);
        }
    }

private:
    struct Pending {
        PixelBlock block;
        std::int64_t missing = 0;
    };

    void finish(const TileKey &key)
    {
        PixelBlock block = std::move(m_pending.at(key).block);
        m_pending.erase(key);
        PixelBlock smaller;
        const bool more = key.level < m_last;
        if (more)
            smaller = halved(block);
        m_store.put(key, std::move(block), m_store.stores(key.level));
        if (more)
            add(key.level + 1, smaller, m_store.area(key).topLeft() / 2);
    }

    TileStore &m_store;
    int m_first;
    int m_last;
    std::unordered_map<TileKey, Pending, TileKeyHash> m_pending;
};

TileStore::TileStore(std::shared_ptr<extension::PictureParts> parts, std::int64_t memoryBytes, QString scratchFolder)
    : m_parts(std::move(parts)), m_layout(m_parts->layout()), m_memoryBytes(memoryBytes),
      m_scratchFolder(std::move(scratchFolder))
{
    while (std::max(levelSize(m_levels - 1).width(), levelSize(m_levels - 1).height()) > side)
        ++m_levels;
    const auto bytesOf = [this](int level) {
        const QSize size = levelSize(level);
        return std::int64_t(size.width()) * size.height() * m_layout.channels * extension::sampleBytes(m_layout.type);
    };
    m_pinnedFrom = m_levels - 1;
    while (m_pinnedFrom > 0 && bytesOf(m_pinnedFrom - 1) <= pinnedBytes)
        --m_pinnedFrom;
    while (!m_layout.direct.empty() && m_firstStored < m_pinnedFrom
           && (m_layout.isDirect(m_firstStored) || bytesOf(m_firstStored) > largestScratch * 3 / 4))
        ++m_firstStored;
}

TileStore::~TileStore()
{
    if (m_scratch >= 0)
        ::close(m_scratch);
}

QRect TileStore::area(const TileKey &key) const
{
    return QRect(key.column * side, key.row * side, side, side) & QRect(QPoint(0, 0), levelSize(key.level));
}

Result<> TileStore::build(const jobs::JobControl &control)
{
    const int top = m_levels - 1;
    const int source = m_layout.direct.empty() ? 0 : m_layout.direct.back();
    if (m_layout.coarse > 0 && m_layout.coarse <= top && m_layout.direct.empty()) {
        Assembly assembly(*this, m_layout.coarse, top);
        const auto quick = m_parts->stream(
            m_layout.coarse,
            [&](const PixelBlock &block, QPoint place) {
                assembly.add(m_layout.coarse, block, place);
                control.report(place.y(), 0);
            },
            control);
        if (!quick && quick.error().code == ErrorCode::Cancelled)
            return quick;
        assembly.flush();
    }
    const int last = m_layout.coarse > 0 && m_layout.coarse <= top && m_layout.direct.empty() ? m_layout.coarse - 1 : top;
    if (m_layout.isDirect(top)) {
        if (const auto overview = read({top, 0, 0}, control); !overview)
            return fail(overview.error());
        return {};
    }
    Assembly assembly(*this, source, last);
    const QSize size = levelSize(source);
    const std::int64_t total = std::int64_t(size.width()) * size.height();
    std::int64_t done = 0;
    const auto read = m_parts->stream(
        source,
        [&](const PixelBlock &block, QPoint place) {
            assembly.add(source, block, place);
            done += std::int64_t(block.size.width()) * block.size.height();
            control.report(done, total);
        },
        control);
    if (!read && read.error().code == ErrorCode::Cancelled)
        return read;
    assembly.flush();
    control.report(total, total);
    return read;
}

void TileStore::put(const TileKey &key, PixelBlock block, bool stored)
{
    if (!stored && !m_layout.isDirect(key.level))
        return;
    const std::lock_guard lock(m_mutex);
    Slot &slot = m_slots[key];
    if (slot.tile)
        return;
    slot.tile = std::make_shared<const PixelBlock>(std::move(block));
    m_bytes += slot.tile->bytes.size();
    if (key.level < m_pinnedFrom) {
        m_uses.push_front(key);
        slot.use = m_uses.begin();
    }
    evict();
}

void TileStore::evict()
{
    while (m_bytes > m_memoryBytes && m_uses.size() > 1) {
        const TileKey key = m_uses.back();
        Slot &slot = m_slots.at(key);
        const bool kept = slot.scratchAt >= 0 || !stores(key.level) || writeScratch(slot);
        m_bytes -= slot.tile->bytes.size();
        m_uses.pop_back();
        slot.tile.reset();
        if (!kept || slot.scratchAt < 0)
            m_slots.erase(key);
    }
}

bool TileStore::writeScratch(Slot &slot)
{
    if (!m_scratchProblem.isEmpty())
        return false;
    const auto failed = [this](int error) {
        m_scratchProblem =
            error == ENOSPC || error == EDQUOT || error == EFBIG
                ? tr("There is no room in %1 for the full detail of this picture. Free some space and open it again.")
                      .arg(m_scratchFolder)
                : tr("The full detail of this picture cannot be kept in %1: %2").arg(m_scratchFolder, qt_error_string(error));
        return false;
    };
    if (m_scratch < 0) {
        QDir().mkpath(m_scratchFolder);
        QByteArray pattern = QFile::encodeName(m_scratchFolder) + "/tiles-XXXXXX";
        m_scratch = ::mkostemp(pattern.data(), O_CLOEXEC);
        if (m_scratch < 0)
            return failed(errno);
        ::unlink(pattern.constData());
    }
    const QByteArray &bytes = slot.tile->bytes;
    if (m_scratchEnd + bytes.size() > largestScratch)
        return failed(EFBIG);
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto wrote =
            ::pwrite(m_scratch, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done), m_scratchEnd + done);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return failed(wrote < 0 ? errno : ENOSPC);
        done += wrote;
    }
    slot.scratchAt = m_scratchEnd;
    m_scratchEnd += bytes.size();
    return true;
}

Result<TileStore::Tile> TileStore::readScratch(const TileKey &key, std::int64_t at) const
{
    PixelBlock block = PixelBlock::blank(area(key).size(), m_layout.channels, m_layout.type);
    qsizetype done = 0;
    while (done < block.bytes.size()) {
        const auto got =
            ::pread(m_scratch, block.bytes.data() + done, static_cast<std::size_t>(block.bytes.size() - done), at + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return fail(ErrorCode::Failed, tr("A part of the picture cannot be read back from %1.").arg(m_scratchFolder),
                        qt_error_string(errno));
        done += got;
    }
    return std::make_shared<const PixelBlock>(std::move(block));
}

TileStore::Tile TileStore::cached(const TileKey &key)
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_slots.find(key);
    if (it == m_slots.end() || !it->second.tile)
        return {};
    if (key.level < m_pinnedFrom)
        m_uses.splice(m_uses.begin(), m_uses, it->second.use);
    return it->second.tile;
}

bool TileStore::has(const TileKey &key) const
{
    if (m_layout.isDirect(key.level) || key.level < m_firstStored)
        return true;
    const std::lock_guard lock(m_mutex);
    return m_slots.contains(key);
}

Result<TileStore::Tile> TileStore::read(const TileKey &key, const jobs::JobControl &control)
{
    std::int64_t at = -1;
    {
        const std::lock_guard lock(m_mutex);
        const auto it = m_slots.find(key);
        if (it != m_slots.end() && it->second.tile)
            return it->second.tile;
        if (it != m_slots.end())
            at = it->second.scratchAt;
    }
    Result<Tile> tile = nullptr;
    if (at >= 0) {
        tile = readScratch(key, at);
    } else if (m_layout.isDirect(key.level)) {
        auto block = m_parts->region(key.level, area(key), control);
        if (!block)
            return fail(block.error());
        tile = std::make_shared<const PixelBlock>(*std::move(block));
    } else if (key.level < m_firstStored) {
        tile = composed(key, control);
    } else {
        return fail(ErrorCode::NotFound, tr("This part of the picture has not been read yet."));
    }
    if (!tile)
        return tile;
    const std::lock_guard lock(m_mutex);
    Slot &slot = m_slots[key];
    if (!slot.tile) {
        slot.tile = *tile;
        m_bytes += slot.tile->bytes.size();
        if (key.level < m_pinnedFrom) {
            m_uses.push_front(key);
            slot.use = m_uses.begin();
        }
        evict();
    }
    return tile;
}

// From the four tiles of the level below.
Result<TileStore::Tile> TileStore::composed(const TileKey &key, const jobs::JobControl &control)
{
    const QRect whole = area(key);
    PixelBlock block = PixelBlock::blank(whole.size(), m_layout.channels, m_layout.type);
    for (int i = 0; i < 4; ++i) {
        const TileKey child{key.level - 1, 2 * key.column + i % 2, 2 * key.row + i / 2};
        const QRect below = area(child);
        if (below.isEmpty())
            continue;
        const auto tile = read(child, control);
        if (!tile)
            return tile;
        const PixelBlock smaller = halved(**tile);
        copyPixels(smaller, QRect(QPoint(0, 0), smaller.size), block, below.topLeft() / 2 - whole.topLeft());
    }
    return std::make_shared<const PixelBlock>(std::move(block));
}

std::int64_t TileStore::memoryUsed() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

std::int64_t TileStore::scratchUsed() const
{
    const std::lock_guard lock(m_mutex);
    return m_scratchEnd;
}

QString TileStore::scratchProblem() const
{
    const std::lock_guard lock(m_mutex);
    return m_scratchProblem;
}

}  // namespace plumbline::canvas
