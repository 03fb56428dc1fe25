// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/image/tiffparts.h"

#include "plugins/media/image/tiffdirectory.h"

#include <QCoreApplication>

#include <cstring>

#include <tiffio.h>

namespace plumbline::image {

namespace {

using extension::PixelBlock;

constexpr int mostLevels = 24;
constexpr int mostDirectories = 64;  // looked through for smaller copies
constexpr int blockRows = 256;       // of a strip that is handed on

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::image", text);
}

// Writers round a half either way.
bool isReduction(QSize whole, QSize reduced, int level)
{
    const auto fits = [level](int side, int smaller) {
        const std::int64_t exact = std::int64_t(side) >> level;
        return smaller >= std::max<std::int64_t>(1, exact) && smaller <= exact + 1;
    };
    return fits(whole.width(), reduced.width()) && fits(whole.height(), reduced.height());
}

// The last row and column again where a smaller copy was rounded down.
PixelBlock grown(const PixelBlock &block, QSize size)
{
    PixelBlock result = PixelBlock::blank(size, block.channels, block.type);
    const auto pixel = static_cast<std::size_t>(block.pixelBytes());
    for (int y = 0; y < size.height(); ++y) {
        const char *from = block.row(std::min(y, block.size.height() - 1));
        std::memcpy(result.row(y), from, static_cast<std::size_t>(block.stride()));
        for (int x = block.size.width(); x < size.width(); ++x)
            std::memcpy(result.row(y) + static_cast<std::size_t>(x) * pixel,
                        from + static_cast<std::size_t>(block.size.width() - 1) * pixel, pixel);
    }
    return result;
}

}  // namespace

TiffParts::TiffParts(QString path, const Orientation &orientation) : m_path(std::move(path)), m_orientation(orientation) {}

TiffParts::~TiffParts() = default;

Result<std::shared_ptr<extension::PictureParts>> TiffParts::open(const QString &path, const Orientation &orientation)
{
    auto first = TiffDirectory::open(path, 0);
    if (!first)
        return fail(first.error());
    const std::shared_ptr<TiffParts> parts(new TiffParts(path, orientation.of((*first)->size())));
    parts->m_layout.size = parts->m_orientation.upright();
    parts->m_layout.channels = (*first)->channels();
    parts->m_layout.type = (*first)->type();
    parts->m_layout.colourSpace = (*first)->colourSpace();
    parts->m_levels.push_back({0, (*first)->offset()});
    parts->m_open.push_back(*std::move(first));
    parts->findReduced();
    for (const Level &level : parts->m_levels)
        parts->m_layout.direct.push_back(level.level);
    return std::shared_ptr<extension::PictureParts>(parts);
}

void TiffParts::findReduced()
{
    TIFF *tiff = m_open.front()->handle();
    std::vector<std::uint64_t> offsets;
    std::uint16_t count = 0;
    std::uint64_t *subs = nullptr;
    if (TIFFGetField(tiff, TIFFTAG_SUBIFD, &count, &subs) && subs)
        offsets.assign(subs, subs + std::min<int>(count, mostDirectories));
    // Moving through the chain leaves the first directory; another handle is used for it.
    if (auto walker = TiffDirectory::open(m_path, 0)) {
        TIFF *chain = (*walker)->handle();
        for (int i = 0; i < mostDirectories && TIFFReadDirectory(chain); ++i) {
            std::uint32_t kind = 0;
            if (TIFFGetField(chain, TIFFTAG_SUBFILETYPE, &kind) && (kind & FILETYPE_REDUCEDIMAGE))
                offsets.push_back(TIFFCurrentDirOffset(chain));
        }
    }
    const QSize whole = m_open.front()->size();
    for (const std::uint64_t offset : offsets) {
        auto directory = TiffDirectory::open(m_path, offset);
        if (!directory || (*directory)->channels() != m_layout.channels || (*directory)->type() != m_layout.type)
            continue;
        for (int level = 1; level < mostLevels; ++level) {
            const bool known =
                std::any_of(m_levels.begin(), m_levels.end(), [level](const Level &other) { return other.level == level; });
            if (!known && isReduction(whole, (*directory)->size(), level)) {
                m_levels.push_back({level, offset});
                m_open.push_back(*std::move(directory));
                break;
            }
        }
    }
    std::vector<std::size_t> order(m_levels.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) { return m_levels[a].level < m_levels[b].level; });
    std::vector<Level> levels;
    std::vector<std::unique_ptr<TiffDirectory>> open;
    for (const std::size_t i : order) {
        levels.push_back(m_levels[i]);
        open.push_back(std::move(m_open[i]));
    }
    m_levels = std::move(levels);
    m_open = std::move(open);
}

Result<PixelBlock> TiffParts::region(int level, const QRect &area, const jobs::JobControl &control)
{
    const auto at = std::find_if(m_levels.begin(), m_levels.end(), [level](const Level &l) { return l.level == level; });
    if (at == m_levels.end() || !QRect(QPoint(0, 0), m_layout.levelSize(level)).contains(area))
        return fail(ErrorCode::InvalidArgument, tr("%1 has no such part.").arg(m_path));
    const std::lock_guard lock(m_mutex);
    TiffDirectory &directory = *m_open[static_cast<std::size_t>(at - m_levels.begin())];
    const Orientation orientation = m_orientation.of(directory.size());
    const QRect there = area & QRect(QPoint(0, 0), orientation.upright());
    if (there.isEmpty())
        return PixelBlock::blank(area.size(), m_layout.channels, m_layout.type);
    const QRect stored = orientation.storedRect(there);
    PixelBlock result = PixelBlock::blank(stored.size(), m_layout.channels, m_layout.type);
    const QSize piece = directory.pieceSize();
    const auto pixel = static_cast<std::size_t>(result.pixelBytes());
    for (int row = stored.top() / piece.height(); row <= stored.bottom() / piece.height(); ++row) {
        for (int column = stored.left() / piece.width(); column <= stored.right() / piece.width(); ++column) {
            if (control.cancelled())
                return jobs::JobControl::cancelledError();
            const auto block = directory.piece(column, row);
            if (!block)
                return fail(block.error());
            const QRect place(QPoint(column * piece.width(), row * piece.height()), block->size);
            const QRect common = place & stored;
            for (int y = common.top(); y <= common.bottom(); ++y)
                std::memcpy(result.row(y - stored.top()) + static_cast<std::size_t>(common.left() - stored.left()) * pixel,
                            block->row(y - place.top()) + static_cast<std::size_t>(common.left() - place.left()) * pixel,
                            static_cast<std::size_t>(common.width()) * pixel);
        }
    }
    result = orientation.turned(std::move(result));
    return result.size == area.size() ? result : grown(result, area.size());
}

Result<> TiffParts::stream(int level, const Take &take, const jobs::JobControl &control)
{
    const auto at = std::find_if(m_levels.begin(), m_levels.end(), [level](const Level &l) { return l.level == level; });
    if (at == m_levels.end())
        return fail(ErrorCode::InvalidArgument, tr("%1 has no such part.").arg(m_path));
    const auto opened = TiffDirectory::open(m_path, at->offset);
    if (!opened)
        return fail(opened.error());
    TiffDirectory &directory = **opened;
    const QSize size = directory.size();
    const Orientation orientation = m_orientation.of(size);
    const QSize piece = directory.pieceSize();
    std::optional<Error> damage;
    for (int top = 0; top < size.height(); top += piece.height()) {
        for (int left = 0; left < size.width(); left += piece.width()) {
            if (control.cancelled())
                return jobs::JobControl::cancelledError();
            const auto block = directory.piece(left / piece.width(), top / piece.height());
            if (!block) {
                // One bad piece says nothing about the others.
                damage = block.error();
                continue;
            }
            for (int y = 0; y < block->size.height(); y += blockRows) {
                const int rows = std::min(blockRows, block->size.height() - y);
                PixelBlock part{{block->size.width(), rows},
                                block->channels,
                                block->type,
                                block->bytes.mid(block->stride() * y, block->stride() * rows)};
                const QPoint place = orientation.uprightRect({left, top + y, part.size.width(), rows}).topLeft();
                take(orientation.turned(std::move(part)), place);
            }
        }
    }
    if (damage)
        return fail(*damage);
    return {};
}

}  // namespace plumbline::image
