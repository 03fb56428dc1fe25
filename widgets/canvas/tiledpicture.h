// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrunner.h"
#include "widgets/canvas/canvaspicture.h"
#include "widgets/canvas/tilestore.h"

#include <QColorTransform>
#include <QImage>

#include <list>
#include <set>

namespace plumbline::canvas {

/// A huge or deep picture, painted from tiles: what is not there yet is drawn from a coarser level and asked for in the
/// background, so painting never waits. Reads the picture once by itself. Memory: tiles up to `memoryBytes`, as much again
/// at most a quarter for their rendered form.
class PLUMBLINE_WIDGETS_EXPORT TiledPicture final : public CanvasPicture
{
    Q_OBJECT

public:
    static constexpr std::int64_t defaultMemory = std::int64_t(160) << 20;

    /// Begins to read at once. Pictures of few pixels in memory are read here and now.
    explicit TiledPicture(std::shared_ptr<extension::PictureParts> parts, std::int64_t memoryBytes = defaultMemory,
                          QObject *parent = nullptr);
    ~TiledPicture() override;

    [[nodiscard]] QSize size() const override { return m_store->layout().size; }
    void paint(QPainter &painter, const ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] const Histogram &histogram() override;
    [[nodiscard]] extension::SampleType sampleType() const override { return m_store->layout().type; }
    [[nodiscard]] std::vector<double> valueAt(QPoint pixel) override;
    [[nodiscard]] QImage pixels(const QRect &area, double scale) override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] bool isComplete() const override { return m_complete; }

    [[nodiscard]] const TileStore &store() const { return *m_store; }

protected:
    void displayChanged() override;

private:
    struct Rendered {
        QImage image;
        std::list<TileKey>::iterator use;
    };
    struct KeyLess {
        bool operator()(const TileKey &a, const TileKey &b) const
        {
            return std::tuple(-a.level, a.row, a.column) < std::tuple(-b.level, b.row, b.column);
        }
    };

    void refreshTable();
    [[nodiscard]] int levelFor(double devicePixelsPerImagePixel) const;
    [[nodiscard]] QImage render(const extension::PixelBlock &block) const;
    /// Null when the tile is not in memory.
    [[nodiscard]] QImage rendered(const TileKey &key);
    /// Pixels of a level; gaps from coarser ones. Asks for what is missing unless `wait`, which reads it.
    [[nodiscard]] QImage mosaic(int level, const QRect &area, bool wait);
    [[nodiscard]] bool fillFromCoarser(QImage &target, const TileKey &key, const QRect &wanted, QPoint place);
    void want(const TileKey &key);
    void fetch();

    std::shared_ptr<TileStore> m_store;
    std::int64_t m_renderedLimit;
    DisplayTable m_table;
    std::optional<QColorTransform> m_colours;  // when the picture is not sRGB
    int m_paintedLevel = 0;
    Histogram m_histogram;
    bool m_histogramFinal = false;
    bool m_complete = false;
    QString m_problem;

    std::unordered_map<TileKey, Rendered, TileKeyHash> m_rendered;
    std::list<TileKey> m_uses;
    std::int64_t m_renderedBytes = 0;

    std::set<TileKey, KeyLess> m_wanted;
    std::set<TileKey, KeyLess> m_hopeless;  // could not be read; not asked for again
    bool m_fetching = false;
    std::unique_ptr<jobs::JobRunner> m_jobs;
};

}  // namespace plumbline::canvas
