// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/tiledpicture.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStandardPaths>

#include <cmath>
#include <cstring>

namespace plumbline::canvas {

namespace {

constexpr double nearestFrom = 3;               // device pixels per image pixel
constexpr std::size_t fetchedAtOnce = 12;
constexpr std::size_t mostWanted = 512;
constexpr std::int64_t sampledPixels = 400'000;
constexpr std::int64_t atOncePixels = 4'000'000;

QString scratchFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
}

double sampleOf(const extension::PixelBlock &block, int x, int y, int channel)
{
    const char *at = block.row(y) + block.pixelBytes() * x + channel * extension::sampleBytes(block.type);
    switch (block.type) {
    case extension::SampleType::UInt8: return static_cast<uchar>(*at);
    case extension::SampleType::UInt16: {
        quint16 value = 0;
        std::memcpy(&value, at, sizeof value);
        return value;
    }
    case extension::SampleType::Float32: break;
    }
    float value = 0;
    std::memcpy(&value, at, sizeof value);
    return double(value);
}

}  // namespace

TiledPicture::TiledPicture(std::shared_ptr<extension::PictureParts> parts, std::int64_t memoryBytes, QObject *parent)
    : CanvasPicture(parent), m_store(std::make_shared<TileStore>(std::move(parts), memoryBytes, scratchFolder())),
      m_renderedLimit(memoryBytes / 4), m_jobs(std::make_unique<jobs::JobRunner>(2))
{
    const QColorSpace &space = m_store->layout().colourSpace;
    const QColorSpace srgb(QColorSpace::SRgb);
    if (space.isValid() && m_store->layout().channels == 3 && space != srgb)
        m_colours = space.transformationToColorSpace(srgb);
    refreshTable();
    const auto finished = [this](const Result<> &built) {
        m_complete = true;
        m_histogramFinal = false;
        if (!built)
            m_problem = built.error().text;
        refreshTable();
        m_rendered.clear();
        m_uses.clear();
        m_renderedBytes = 0;
        emit changed();
        if (!problem().isEmpty())
            emit failed();
    };
    const auto &layout = m_store->layout();
    if (layout.isDirect(0) && std::int64_t(size().width()) * size().height() <= atOncePixels) {
        finished(m_store->build(jobs::JobControl()));
        return;
    }
    connect(m_jobs.get(), &jobs::JobRunner::progressed, this, [this] {
        if (!m_histogramFinal)
            refreshTable();
        emit changed();
    });
    m_jobs->run(
        tr("Read the picture"), [store = m_store](jobs::JobControl &control) { return store->build(control); }, this, finished);
}

// Going on to the next picture must not wait for a decoder that cannot be stopped at once: the runner ends by itself.
TiledPicture::~TiledPicture()
{
    m_jobs->cancelAll();
    if (m_jobs->jobs().empty())
        return;
    jobs::JobRunner *runner = m_jobs.release();
    runner->setParent(QCoreApplication::instance());
    connect(runner, &jobs::JobRunner::finished, runner, [runner] {
        if (runner->jobs().empty())
            runner->deleteLater();
    });
}

void TiledPicture::displayChanged()
{
    refreshTable();
    m_rendered.clear();
    m_uses.clear();
    m_renderedBytes = 0;
}

void TiledPicture::refreshTable()
{
    const DisplayWindow before = m_histogram.automatic;
    if (!m_histogramFinal && (m_complete || sampleType() != extension::SampleType::UInt8)) {
        m_histogram = {};
        // The largest level that is a sample rather than the picture, as far as it has been read.
        int level = m_store->levels() - 1;
        const auto pixelsOf = [this](int k) {
            return std::int64_t(m_store->levelSize(k).width()) * m_store->levelSize(k).height();
        };
        while (level > 0 && pixelsOf(level - 1) <= sampledPixels)
            --level;
        std::vector<TileStore::Tile> tiles;
        for (; level < m_store->levels() && tiles.empty(); ++level) {
            const QSize size = m_store->levelSize(level);
            for (int row = 0; row * TileStore::side < size.height(); ++row)
                for (int column = 0; column * TileStore::side < size.width(); ++column)
                    if (const auto tile = m_store->cached({level, column, row}))
                        tiles.push_back(tile);
        }
        std::vector<const extension::PixelBlock *> blocks;
        for (const auto &tile : tiles)
            blocks.push_back(tile.get());
        if (!blocks.empty())
            m_histogram = Histogram::of(blocks);
        m_histogramFinal = m_complete;
    }
    if (m_histogram.channels == 0)
        m_histogram.automatic = {0, sampleType() == extension::SampleType::UInt8    ? 255.0
                                    : sampleType() == extension::SampleType::UInt16 ? 65535.0
                                                                                    : 1.0};
    if (m_histogram.automatic != before && !display().window) {
        m_rendered.clear();
        m_uses.clear();
        m_renderedBytes = 0;
    }
    m_table = DisplayTable(display(), sampleType(), m_histogram.automatic);
}

const Histogram &TiledPicture::histogram()
{
    return m_histogram;
}

int TiledPicture::levelFor(double devicePixelsPerImagePixel) const
{
    if (devicePixelsPerImagePixel >= 1)
        return 0;
    return std::clamp(static_cast<int>(std::floor(-std::log2(devicePixelsPerImagePixel))), 0, m_store->levels() - 1);
}

QImage TiledPicture::render(const extension::PixelBlock &block) const
{
    QImage image = m_table.rendered(block);
    if (m_colours)
        image.applyColorTransform(*m_colours);
    return image;
}

QImage TiledPicture::rendered(const TileKey &key)
{
    const auto known = m_rendered.find(key);
    if (known != m_rendered.end()) {
        m_uses.splice(m_uses.begin(), m_uses, known->second.use);
        return known->second.image;
    }
    const auto tile = m_store->cached(key);
    if (!tile)
        return {};
    const QImage image = render(*tile);
    m_uses.push_front(key);
    m_rendered.emplace(key, Rendered{image, m_uses.begin()});
    m_renderedBytes += image.sizeInBytes();
    while (m_renderedBytes > m_renderedLimit && m_uses.size() > 1) {
        m_renderedBytes -= m_rendered.at(m_uses.back()).image.sizeInBytes();
        m_rendered.erase(m_uses.back());
        m_uses.pop_back();
    }
    return image;
}

bool TiledPicture::fillFromCoarser(QImage &target, const TileKey &key, const QRect &wanted, QPoint place)
{
    for (int level = key.level + 1; level < m_store->levels(); ++level) {
        const int step = level - key.level;
        const TileKey parent{level, key.column >> step, key.row >> step};
        const QImage image = rendered(parent);
        if (image.isNull())
            continue;
        const double factor = std::ldexp(1.0, -step);
        const QPoint corner = m_store->area(parent).topLeft();
        const QRectF source(wanted.x() * factor - corner.x(), wanted.y() * factor - corner.y(), wanted.width() * factor,
                            wanted.height() * factor);
        QPainter painter(&target);
        painter.setCompositionMode(QPainter::CompositionMode_Source);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, true);
        painter.drawImage(QRectF(place, wanted.size()), image, source);
        return true;
    }
    return false;
}

QImage TiledPicture::mosaic(int level, const QRect &area, bool wait)
{
    QImage result(area.size(), QImage::Format_ARGB32_Premultiplied);
    if (result.isNull())
        return result;
    bool gaps = false;
    for (int row = area.top() / TileStore::side; row <= area.bottom() / TileStore::side; ++row) {
        for (int column = area.left() / TileStore::side; column <= area.right() / TileStore::side; ++column) {
            const TileKey key{level, column, row};
            const QRect whole = m_store->area(key);
            const QRect common = whole & area;
            if (common.isEmpty())
                continue;
            QImage tile = rendered(key);
            if (tile.isNull() && wait && m_store->has(key)) {
                if (const auto read = m_store->read(key, jobs::JobControl()); read)
                    tile = render(**read);
            }
            const QPoint place = common.topLeft() - area.topLeft();
            if (tile.isNull()) {
                want(key);
                if (!fillFromCoarser(result, key, common, place)) {
                    gaps = true;
                    for (int y = 0; y < common.height(); ++y)
                        std::memset(result.scanLine(place.y() + y) + place.x() * 4, 0,
                                    static_cast<std::size_t>(common.width()) * 4);
                }
                continue;
            }
            const QPoint first = common.topLeft() - whole.topLeft();
            for (int y = 0; y < common.height(); ++y)
                std::memcpy(result.scanLine(place.y() + y) + place.x() * 4, tile.constScanLine(first.y() + y) + first.x() * 4,
                            static_cast<std::size_t>(common.width()) * 4);
        }
    }
    if (!gaps)
        result.reinterpretAsFormat(QImage::Format_RGB32);
    return result;
}

void TiledPicture::paint(QPainter &painter, const ViewTransform &view, const QRectF &clip, double devicePixelRatio)
{
    const double deviceScale = view.scale * devicePixelRatio;
    const int level = levelFor(deviceScale);
    const double pixel = std::ldexp(1.0, level);
    const QSize levelSize = m_store->levelSize(level);
    const geometry::Box seen = view.toImage(clip);
    const int left = std::max(0, static_cast<int>(std::floor(seen.x / pixel)) - 1);
    const int top = std::max(0, static_cast<int>(std::floor(seen.y / pixel)) - 1);
    const int right = std::min(levelSize.width(), static_cast<int>(std::ceil(seen.right() / pixel)) + 1);
    const int bottom = std::min(levelSize.height(), static_cast<int>(std::ceil(seen.bottom() / pixel)) + 1);
    if (left >= right || top >= bottom)
        return;
    m_paintedLevel = level;
    std::erase_if(m_wanted, [level](const TileKey &key) { return key.level != level; });
    const QRect area(left, top, right - left, bottom - top);
    const QImage image = mosaic(level, area, false);
    const geometry::Box covered{left * pixel, top * pixel, area.width() * pixel, area.height() * pixel};
    painter.save();
    const QRectF picture = view.rectOf(geometry::Box{0, 0, double(size().width()), double(size().height())});
    painter.setClipRect(picture.intersected(clip), Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, deviceScale < nearestFrom && deviceScale != 1);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawImage(view.rectOf(covered), image);
    painter.restore();
    fetch();
}

void TiledPicture::want(const TileKey &key)
{
    if (m_store->has(key) && !m_hopeless.contains(key) && m_wanted.size() < mostWanted)
        m_wanted.insert(key);
}

void TiledPicture::fetch()
{
    if (m_fetching || m_wanted.empty())
        return;
    std::vector<TileKey> keys;
    while (!m_wanted.empty() && keys.size() < fetchedAtOnce)
        keys.push_back(m_wanted.extract(m_wanted.begin()).value());
    m_fetching = true;
    m_jobs->run(
        tr("Read a part of the picture"),
        [store = m_store, keys](jobs::JobControl &control) -> Result<std::vector<TileKey>> {
            std::vector<TileKey> failed;
            for (const TileKey &key : keys)
                if (!store->read(key, control))
                    failed.push_back(key);
            return failed;
        },
        this,
        [this, seen = std::any_of(keys.begin(), keys.end(), [this](const TileKey &key) { return key.level == m_paintedLevel; })](
            const Result<std::vector<TileKey>> &failed) {
            m_fetching = false;
            if (failed)
                m_hopeless.insert(failed->begin(), failed->end());
            if (seen)
                emit changed();
            else
                emit numbersChanged();
            fetch();
        },
        jobs::JobRunner::Visibility::Quiet);
}

std::vector<double> TiledPicture::valueAt(QPoint pixel)
{
    if (!QRect(QPoint(0, 0), size()).contains(pixel))
        return {};
    const TileKey key{0, pixel.x() / TileStore::side, pixel.y() / TileStore::side};
    const auto tile = m_store->cached(key);
    if (!tile) {
        want(key);
        fetch();
        return {};
    }
    const QPoint place = pixel - m_store->area(key).topLeft();
    std::vector<double> values;
    for (int channel = 0; channel < tile->channels; ++channel)
        values.push_back(sampleOf(*tile, place.x(), place.y(), channel));
    return values;
}

QImage TiledPicture::pixels(const QRect &area, double scale)
{
    const QRect inside = area & QRect(QPoint(0, 0), size());
    if (inside.isEmpty() || !(scale > 0))
        return {};
    const double wantedScale = std::min(1.0, scale);
    const int level = levelFor(wantedScale);
    const double pixel = std::ldexp(1.0, level);
    const QRect there =
        QRectF(inside.x() / pixel, inside.y() / pixel, inside.width() / pixel, inside.height() / pixel).toAlignedRect()
        & QRect(QPoint(0, 0), m_store->levelSize(level));
    const QImage part = mosaic(level, there, true).convertToFormat(QImage::Format_RGB32);
    const QSize wanted(std::max(1, static_cast<int>(std::lround(inside.width() * wantedScale))),
                       std::max(1, static_cast<int>(std::lround(inside.height() * wantedScale))));
    return part.size() == wanted
               ? part
               : part.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
}

QString TiledPicture::problem() const
{
    return m_problem.isEmpty() ? m_store->scratchProblem() : m_problem;
}

}  // namespace plumbline::canvas
