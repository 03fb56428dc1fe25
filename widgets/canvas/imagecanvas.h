// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/canvasinput.h"
#include "widgets/canvas/canvaspicture.h"
#include "widgets/canvas/chiplayout.h"
#include "widgets/canvas/shapehittest.h"
#include "widgets/canvas/shapelayer.h"
#include "widgets/canvas/shapescene.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

namespace plumbline::canvas {

/// What the canvas says instead of, or over, a picture.
struct CanvasNotice {
    QString icon;
    QString title;
    QString text;        ///< what to do next
    bool failed = false; ///< the icon in the colour of errors
    bool busy = false;   ///< a pill over the dimmed picture instead of a page
    bool operator==(const CanvasNotice &) const = default;
};

/// A picture with shapes over it: zoom (wheel, about the cursor), pan (middle button, or Space held), fit, 1:1. Smooth when
/// shrunk, exact pixels from three times on, a pixel grid from twelve times on, in device pixels. Interprets nothing
/// else: the mouse goes to the CanvasInput. Picture and unselected shapes are kept as two layers that are shifted while panning and
/// repaired where something changes, so drawing and dragging cost what moves. Main thread only. Its shapes are not yet separate accessible
/// objects; the canvas itself has a name and a description.
class PLUMBLINE_WIDGETS_EXPORT ImageCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit ImageCanvas(QWidget *parent = nullptr);
    ~ImageCanvas() override;

    /// Shows a picture, fitted unless `keepView` and the size is the same; null shows nothing.
    /// `halves`: smaller copies that were made in the background (halvesOf()), or none.
    void setImage(const QImage &image, bool keepView = false, const std::vector<QImage> &halves = {});
    /// The same for a picture that is read in parts.
    void setParts(std::shared_ptr<extension::PictureParts> parts, bool keepView = false);
    /// Null when nothing is shown.
    [[nodiscard]] CanvasPicture *picture() const { return m_picture.get(); }
    [[nodiscard]] QSize imageSize() const { return m_picture ? m_picture->size() : QSize(); }
    /// What is seen of an area (image space) without shapes, RGB32 at `scale` ≤ 1 of its size; null without a picture. May
    /// read from the disk.
    [[nodiscard]] QImage pixels(const QRect &area, double scale) const { return m_picture ? m_picture->pixels(area, scale) : QImage(); }
    /// Kept from picture to picture; the window only while the numbers are of the same type.
    void setDisplay(const DisplaySettings &settings);
    [[nodiscard]] const DisplaySettings &display() const { return m_display; }
    /// The picture's area in image space; nothing without a picture.
    [[nodiscard]] std::optional<geometry::Box> imageBox() const;
    void setNotice(const std::optional<CanvasNotice> &notice);
    [[nodiscard]] const std::optional<CanvasNotice> &notice() const { return m_notice; }

    void setShapes(std::vector<CanvasShape> shapes);
    /// Changes some shapes in place; false when all have to be set again.
    bool updateShapes(const std::vector<CanvasShape> &shapes);
    [[nodiscard]] const ShapeScene &scene() const { return m_scene; }
    void setSelected(const QSet<AnnotationId> &ids);
    [[nodiscard]] const QSet<AnnotationId> &selected() const { return m_selected; }
    void setHovered(AnnotationId id);
    /// Shapes that are not drawn because a preview stands for them.
    void setReplaced(const QSet<AnnotationId> &ids);
    /// Parts the canvas at this x (screen): shapes with a side are seen on theirs only.
    void setDivider(std::optional<int> x);
    void setShapesVisible(bool visible);
    [[nodiscard]] bool shapesVisible() const { return m_shapesVisible; }
    [[nodiscard]] ShapeHitTest hitTest() const { return {m_scene, m_view, m_selected}; }

    [[nodiscard]] const ViewTransform &view() const { return m_view; }
    /// Clamped to the zoom limits and so that the picture stays in reach.
    void setView(const ViewTransform &view);
    [[nodiscard]] bool isFitted() const { return m_fitted; }
    /// Logical pixels at the lower edge that a fitted picture leaves free, for what lies over the canvas there.
    void setRoomBelow(int pixels);
    void fit();
    /// One image pixel per device pixel, about the centre.
    void actualSize();
    void zoomAbout(QPointF anchor, double factor);
    void panBy(QPointF delta);
    /// Moves, and zooms out when needed, until the box (image space) is in sight; zooms in on what would be a speck.
    void ensureVisible(const geometry::Box &box);
    /// Shows the box (image space) as large as it fits.
    void zoomTo(const geometry::Box &box);
    /// Makes a shape stand out for a moment.
    void flash(AnnotationId id);

    /// Not owned; null = the mouse does nothing. It must outlive the canvas or be replaced first.
    void setInput(CanvasInput *input);
    /// The left button pans.
    void setPanning(bool panning);
    /// Lines through the cursor, whatever the tool wants.
    void setGuides(bool guides);
    [[nodiscard]] bool guides() const { return m_guides; }
    void refreshCursor();

signals:
    void viewChanged();
    /// Another picture, or more of it.
    void pictureChanged();
    /// The picture knows more numbers than when they were asked for.
    void numbersChanged();
    /// Words for the user about a picture that cannot be shown in full.
    void pictureFailed(const QString &text);
    /// Space was tapped, not held, while nothing was being dragged.
    void panTapped();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void tabletEvent(QTabletEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// Everything the backdrop depends on.
    struct BackdropKey {
        ViewTransform view;
        QSize pixels;
        double ratio = 0;
        quint64 change = 0;
        bool operator==(const BackdropKey &) const = default;
    };
    struct ChipsKey {
        ViewTransform view;
        QSize size;
        quint64 scene = 0;
        quint64 change = 0;
        AnnotationId hovered;
        bool operator==(const ChipsKey &) const = default;
    };

    [[nodiscard]] CanvasPointer pointer(const QMouseEvent &event) const;
    [[nodiscard]] bool live(const CanvasShape &shape) const;
    [[nodiscard]] bool fewSelected() const;
    /// These are drawn otherwise from now on.
    void touchShapes(const QSet<AnnotationId> &ids);
    [[nodiscard]] ViewTransform fittedView() const;
    void invalidate();
    void refreshBackdrop();
    void renderBackdrop(QPainter &painter, const ViewTransform &view, const QRectF &clip);
    void paintShapes(QPainter &painter, const ViewTransform &view);
    void paintGrid(QPainter &painter, const ViewTransform &view, const QRectF &clip) const;
    void paintLive(QPainter &painter, const ViewTransform &view);
    void paintChips(QPainter &painter, const ViewTransform &view);
    void paintGuides(QPainter &painter, const ViewTransform &view) const;
    void paintNotice(QPainter &painter) const;
    void paintHiddenMark(QPainter &painter) const;
    void endPan();

    void setPicture(std::unique_ptr<CanvasPicture> picture, bool keepView);

    std::unique_ptr<CanvasPicture> m_picture;
    DisplaySettings m_display;
    ShapeScene m_scene;
    QSet<AnnotationId> m_selected;
    QSet<AnnotationId> m_replaced;
    AnnotationId m_hovered;
    bool m_shapesVisible = true;
    std::optional<int> m_divider;
    std::optional<CanvasNotice> m_notice;

    ViewTransform m_view;
    QSize m_viewSize;  // of the canvas, which m_view was made for
    bool m_fitted = true;
    int m_roomBelow = 0;

    QImage m_backdrop;
    BackdropKey m_backdropKey;
    std::vector<Chip> m_chips;
    ChipsKey m_chipsKey;
    ChipPictures m_chipPictures;
    quint64 m_change = 0;        // of the picture
    quint64 m_shapesChange = 0;  // of what is selected, hidden, replaced
    ShapeLayer m_layer;
    QTimer m_rest;  // until a layer that is not complete is painted again

    CanvasInput *m_input = nullptr;
    double m_pressure = 1;  // of the stylus that makes the next mouse events
    bool m_panning = false;
    bool m_guides = false;
    bool m_spaceHeld = false;
    bool m_spaceUsed = false;
    bool m_inputPressed = false;  // the left button went to the input and is still down
    QElapsedTimer m_spaceTime;
    Qt::MouseButton m_panButton = Qt::NoButton;
    QPointF m_lastPan;
    std::optional<QPointF> m_cursor;

    AnnotationId m_flashed;
    QVariantAnimation m_flash;
};

}  // namespace plumbline::canvas
