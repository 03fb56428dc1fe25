// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/trackpath.h"
#include "plugins/views/scene/sidedrawing.h"
#include "plugins/views/scene/sweepcrops.h"

#include <QAbstractScrollArea>

#include <optional>
#include <vector>

namespace plumbline::sceneview {

/// One frame of the sheet.
struct SheetFrame {
    std::int64_t frame = 0;
    model::TrackFrame::Kind kind = model::TrackFrame::Kind::Nothing;
    SceneBox box;  ///< where the object is, seen or not
    bool noSweep = false;      ///< the lidar recorded nothing in this frame
    bool cameraKnown = false;  ///< the two below have been looked for: only of frames that are seen
    std::optional<CameraChoice> camera;
    geometry::Cuboid exposed;  ///< the box at the time of the camera's picture
};

/// The frames of a track as a grid: of each its number, what it is, and tiles with the box from above, from the side, from the front
/// and in the camera that shows it best. Only what is seen is drawn and asked for. A box is dragged in any tile by the handles of the
/// three side views. Main thread only.
class TrackGrid final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TrackGrid(SweepCrops &crops, QWidget *parent = nullptr);

    /// Ascending frames. The current one stays where there still is one of its number.
    void setFrames(std::vector<SheetFrame> frames);
    [[nodiscard]] const std::vector<SheetFrame> &frames() const { return m_frames; }
    /// Null when it is not there.
    [[nodiscard]] SheetFrame *find(std::int64_t frame);
    [[nodiscard]] const SheetFrame *current() const;
    /// Makes the frame of a number the current one, and what is next to it in the grid when it is not there; brings it into view.
    void setCurrent(std::int64_t frame);
    /// By so many frames.
    void step(int by);
    /// To the next key frame after (1) or before (-1); false when there is none.
    bool stepToKey(int direction);
    void setOverlaid(const OverlaidPoints &points);
    /// Points in the box of a frame; nothing while they are not known.
    [[nodiscard]] std::optional<std::size_t> pointsIn(std::int64_t frame) const;
    /// Something of a frame was read.
    void refresh(std::int64_t frame);
    /// Says in words what a person sees of a frame: number, kind, points.
    [[nodiscard]] QString words(const SheetFrame &frame) const;
    /// Frames that are seen, and then those a page further: what is worth reading, most urgent first.
    [[nodiscard]] std::vector<std::int64_t> urgent() const;

    /// Where a tile lies in the viewport; null when the frame is not there.
    [[nodiscard]] QRectF tileOf(std::int64_t frame, SidePlane plane) const;
    /// A tile as it is drawn, for tests and for drags.
    [[nodiscard]] SideDrawing drawingOf(const SheetFrame &frame, const QRectF &tile, SidePlane plane) const;
    [[nodiscard]] bool isDragging() const { return m_held.has_value(); }
    /// Lets go without a change; false when nothing was held.
    bool cancelDrag();
    /// Height of tiles, about: they are made to fill the width.
    void setTileSize(int pixels);
    [[nodiscard]] int tileSize() const { return m_wish; }

signals:
    void currentChanged();
    void viewChanged();  ///< other frames are seen
    void dragged(std::int64_t frame, const plumbline::geometry::Cuboid &cuboid);
    void released(std::int64_t frame, const plumbline::geometry::Cuboid &cuboid, plumbline::sceneview::SceneEdits::Verb verb);
    void opened(std::int64_t frame);  ///< Enter or a double click

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    struct Tiles {
        QRectF head;
        std::array<QRectF, 3> sides;
        QRectF camera;
    };
    struct Near {
        geometry::Cuboid cuboid;
        CloudPointer of;
        std::shared_ptr<const NearPoints> points;
    };
    struct Held {
        std::int64_t frame = 0;
        SideDrawing drawing;
        std::optional<geometry::Cuboid> shown;
    };
    [[nodiscard]] QString pointWords(std::int64_t frame, std::size_t count) const;
    void layOut();
    void makeCurrent(std::size_t index, bool show);
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] QSizeF cellSize() const;
    [[nodiscard]] QRectF cellAt(std::size_t index) const;
    [[nodiscard]] Tiles tilesIn(const QRectF &cell) const;
    [[nodiscard]] std::optional<std::size_t> indexAt(QPointF at) const;
    [[nodiscard]] std::optional<std::size_t> indexOf(std::int64_t frame) const;
    [[nodiscard]] std::shared_ptr<const NearPoints> nearOf(const SheetFrame &frame) const;
    void paintCell(QPainter &painter, std::size_t index);
    void paintHead(QPainter &painter, const SheetFrame &frame, const QRectF &head);
    void paintCamera(QPainter &painter, const SheetFrame &frame, const QRectF &tile, const geometry::Cuboid &shown);

    SweepCrops &m_crops;
    std::vector<SheetFrame> m_frames;
    std::size_t m_current = 0;
    int m_wish = 96;
    double m_tile = 96;  ///< as it fills the width
    int m_columns = 1;
    bool m_chosen = false;  ///< the size, by a person
    OverlaidPoints m_overlaid;
    mutable std::map<std::int64_t, Near> m_near;
    std::optional<Held> m_held;
};

/// A sign for what a frame is, in a square: a filled diamond for a key frame, a hollow one for what is interpolated, a struck one for
/// a gap, a dot for nothing.
void paintSign(QPainter &painter, const QRectF &square, model::TrackFrame::Kind kind, const QColor &colour);

}  // namespace plumbline::sceneview
