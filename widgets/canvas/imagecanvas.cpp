// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/imagecanvas.h"

#include "core/extension/imageparts.h"
#include "widgets/canvas/tiledpicture.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTabletEvent>
#include <QWheelEvent>

#include <cmath>

namespace plumbline::canvas {

namespace {

constexpr double fitMargin = 12;      // screen pixels
constexpr double keptInSight = 48;    // screen pixels of the picture that never leave the window
constexpr double largestScale = 96;   // screen pixels per image pixel
constexpr double zoomStep = 1.25;     // one notch of a wheel
constexpr double largestFit = 8;      // small pictures are not blown up beyond this
constexpr int tapMilliseconds = 250;
constexpr int flashMilliseconds = 700;
constexpr qsizetype mostLive = 200;   // selected shapes; more are drawn with those at rest
constexpr int restMilliseconds = 1;
constexpr int leastRooms = 5;         // of what lies over the canvas, in its height

bool isDeep(QImage::Format format)
{
    return format == QImage::Format_Grayscale16 || format == QImage::Format_RGBX64 || format == QImage::Format_RGBA64;
}

}  // namespace

CanvasInput::~CanvasInput() = default;

ImageCanvas::ImageCanvas(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 120);
    setAccessibleName(tr("Picture"));
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    m_flash.setDuration(flashMilliseconds);
    m_flash.setStartValue(0.0);
    m_flash.setEndValue(1.0);
    connect(&m_flash, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&m_flash, &QVariantAnimation::finished, this, [this] {
        m_flashed = {};
        update();
    });
}

ImageCanvas::~ImageCanvas() = default;

void ImageCanvas::invalidate()
{
    ++m_change;
    update();
}

void ImageCanvas::setImage(const QImage &image, bool keepView, const std::vector<QImage> &halves)
{
    std::unique_ptr<CanvasPicture> picture;
    if (isDeep(image.format()))
        picture = std::make_unique<TiledPicture>(std::make_shared<extension::ImageParts>(image));
    else if (!image.isNull())
        picture = std::make_unique<WholePicture>(image, halves);
    setPicture(std::move(picture), keepView);
}

void ImageCanvas::setParts(std::shared_ptr<extension::PictureParts> parts, bool keepView)
{
    setPicture(std::make_unique<TiledPicture>(std::move(parts)), keepView);
}

void ImageCanvas::setPicture(std::unique_ptr<CanvasPicture> picture, bool keepView)
{
    const bool same = keepView && picture && picture->size() == imageSize();
    if (picture && m_picture && picture->sampleType() != m_picture->sampleType())
        m_display.window.reset();
    m_picture = std::move(picture);
    if (m_picture) {
        m_picture->setDisplay(m_display);
        connect(m_picture.get(), &CanvasPicture::changed, this, [this] {
            invalidate();
            emit pictureChanged();
        });
        connect(m_picture.get(), &CanvasPicture::numbersChanged, this, &ImageCanvas::numbersChanged);
        connect(m_picture.get(), &CanvasPicture::failed, this, [this] { emit pictureFailed(m_picture->problem()); });
    }
    if (!same)
        fit();
    invalidate();
    emit pictureChanged();
}

void ImageCanvas::setDisplay(const DisplaySettings &settings)
{
    m_display = settings;
    if (m_picture)
        m_picture->setDisplay(settings);
}

std::optional<geometry::Box> ImageCanvas::imageBox() const
{
    if (!m_picture)
        return std::nullopt;
    return geometry::Box{0, 0, double(imageSize().width()), double(imageSize().height())};
}

void ImageCanvas::setNotice(const std::optional<CanvasNotice> &notice)
{
    if (m_notice == notice)
        return;
    m_notice = notice;
    setAccessibleDescription(notice ? notice->title + QLatin1Char(' ') + notice->text : QString());
    refreshCursor();
    update();
}

void ImageCanvas::setShapes(std::vector<CanvasShape> shapes)
{
    if (const auto changed = m_scene.setShapes(std::move(shapes))) {
        for (const geometry::Box &bounds : *changed)
            m_layer.invalidate(bounds);
    } else {
        m_layer.invalidate();
    }
    ++m_shapesChange;
    update();
}

bool ImageCanvas::updateShapes(const std::vector<CanvasShape> &shapes)
{
    std::vector<geometry::Box> changed;
    if (!m_scene.updateShapes(shapes, &changed))
        return false;
    for (const geometry::Box &bounds : changed)
        m_layer.invalidate(bounds);
    update();
    return true;
}

void ImageCanvas::touchShapes(const QSet<AnnotationId> &ids)
{
    for (const AnnotationId &id : ids)
        if (const ShapeScene::Entry *entry = m_scene.find(id))
            m_layer.invalidate(entry->bounds);
    ++m_shapesChange;
    update();
}

void ImageCanvas::setSelected(const QSet<AnnotationId> &ids)
{
    if (m_selected == ids)
        return;
    const bool wereFew = fewSelected();
    QSet<AnnotationId> touched = m_selected + ids;
    if (wereFew && ids.size() <= mostLive)
        touched -= m_selected & ids;
    m_selected = ids;
    touchShapes(touched);
}

void ImageCanvas::setReplaced(const QSet<AnnotationId> &ids)
{
    if (m_replaced == ids)
        return;
    const QSet<AnnotationId> touched = (m_replaced + ids) - (m_replaced & ids);
    m_replaced = ids;
    touchShapes(touched);
}

void ImageCanvas::setHovered(AnnotationId id)
{
    if (m_hovered == id)
        return;
    m_hovered = id;
    update();
}

void ImageCanvas::setDivider(std::optional<int> x)
{
    m_divider = x;
    m_layer.setDivider(x);
    ++m_shapesChange;
    update();
}

void ImageCanvas::setShapesVisible(bool visible)
{
    if (m_shapesVisible == visible)
        return;
    m_shapesVisible = visible;
    update();
}

bool ImageCanvas::fewSelected() const
{
    return m_selected.size() <= mostLive;
}

ViewTransform ImageCanvas::fittedView() const
{
    if (imageSize().isEmpty())
        return {};
    // A window that is hardly higher than what lies over it shows the picture.
    const double below = height() > leastRooms * m_roomBelow ? std::max(0.0, m_roomBelow - fitMargin) : 0;
    ViewTransform view = ViewTransform::fitted(imageSize(), QSizeF(width(), height() - below), fitMargin, largestFit);
    // In the middle of the whole, as long as it stays above.
    const double centred = (height() - imageSize().height() * view.scale) / 2;
    const double lowest = height() - below - fitMargin - imageSize().height() * view.scale;
    view.offset.setY(std::min(centred, std::max(view.offset.y(), lowest)));
    return view;
}

void ImageCanvas::setRoomBelow(int pixels)
{
    if (m_roomBelow == pixels)
        return;
    m_roomBelow = pixels;
    if (m_fitted)
        fit();
}

void ImageCanvas::setView(const ViewTransform &view)
{
    ViewTransform next = view;
    const double smallest = std::min(fittedView().scale, 1.0) / 4;
    if (next.scale < smallest || next.scale > largestScale) {
        const QPointF centre(width() / 2.0, height() / 2.0);
        next = next.zoomedAbout(centre, std::clamp(next.scale, smallest, largestScale));
    }
    next = next.kept(imageSize(), size(), keptInSight);
    m_fitted = false;
    m_viewSize = size();
    if (next == m_view)
        return;
    m_view = next;
    update();
    emit viewChanged();
}

void ImageCanvas::fit()
{
    m_fitted = true;
    m_viewSize = size();
    const ViewTransform next = fittedView();
    if (next == m_view)
        return;
    m_view = next;
    update();
    emit viewChanged();
}

void ImageCanvas::actualSize()
{
    setView(m_view.zoomedAbout(QPointF(width() / 2.0, height() / 2.0), 1.0 / devicePixelRatioF()));
}

void ImageCanvas::zoomAbout(QPointF anchor, double factor)
{
    const double smallest = std::min(fittedView().scale, 1.0) / 4;
    setView(m_view.zoomedAbout(anchor, std::clamp(m_view.scale * factor, smallest, largestScale)));
}

void ImageCanvas::panBy(QPointF delta)
{
    setView({m_view.scale, m_view.offset + delta});
}

void ImageCanvas::ensureVisible(const geometry::Box &box)
{
    constexpr double margin = 40;
    constexpr double speck = 24;
    const QRectF room = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
    const double longest = std::max(box.w, box.h);
    // A view that shows the shape well enough stays: a picture that jumps at every step tires the eyes.
    if (longest * m_view.scale >= speck && QRectF(rect()).contains(m_view.rectOf(box)))
        return;
    ViewTransform next = m_view;
    const double most = std::min(room.width() / std::max(1.0, box.w), room.height() / std::max(1.0, box.h));
    if (next.scale > most)
        next.scale = most;
    else if (longest * next.scale < speck && longest > 0)
        next.scale = std::min(most, 4 * speck / longest);
    const QRectF there = next.rectOf(box);
    if (next.scale != m_view.scale) {
        next.offset += room.center() - there.center();
    } else {
        next.offset += QPointF(std::max(0.0, room.left() - there.left()) + std::min(0.0, room.right() - there.right()),
                               std::max(0.0, room.top() - there.top()) + std::min(0.0, room.bottom() - there.bottom()));
    }
    if (next != m_view)
        setView(next);
}

void ImageCanvas::zoomTo(const geometry::Box &box)
{
    constexpr double margin = 40;
    ViewTransform next = ViewTransform::fitted(QSizeF(std::max(1.0, box.w), std::max(1.0, box.h)), size(), margin, largestScale / 4);
    next.offset -= QPointF(box.x, box.y) * next.scale;
    setView(next);
}

void ImageCanvas::setGuides(bool guides)
{
    m_guides = guides;
    update();
}

void ImageCanvas::flash(AnnotationId id)
{
    m_flashed = id;
    m_flash.stop();
    m_flash.start();
}

void ImageCanvas::setInput(CanvasInput *input)
{
    m_input = input;
    refreshCursor();
    update();
}

void ImageCanvas::setPanning(bool panning)
{
    m_panning = panning;
    refreshCursor();
}

void ImageCanvas::refreshCursor()
{
    if (m_panButton != Qt::NoButton)
        setCursor(Qt::ClosedHandCursor);
    else if (m_spaceHeld || m_panning)
        setCursor(Qt::OpenHandCursor);
    else if (m_input && m_picture && !(m_notice && !m_notice->busy))
        setCursor(m_input->cursor());
    else
        setCursor(Qt::ArrowCursor);
}

CanvasPointer ImageCanvas::pointer(const QMouseEvent &event) const
{
    return {m_view.toImage(event.position()), event.position(), event.button(), event.buttons(), event.modifiers(), m_pressure};
}

bool ImageCanvas::event(QEvent *event)
{
    // Space is held to pan, which a shortcut cannot express.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ImageCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_fitted) {
        fit();
        return;
    }
    // What was in the middle stays there. A size that is only delivered late was already reckoned with.
    const QSize grown = event->size() - m_viewSize;
    setView({m_view.scale, m_view.offset + QPointF(grown.width(), grown.height()) / 2});
}

void ImageCanvas::wheelEvent(QWheelEvent *event)
{
    if (!m_picture)
        return;
    const double notches = event->angleDelta().y() / 120.0;
    const bool used = notches != 0 && event->modifiers() != Qt::NoModifier && m_input && m_input->wheel(notches, event->modifiers());
    if (notches != 0 && !used)
        zoomAbout(event->position(), std::pow(zoomStep, notches));
    event->accept();
}

void ImageCanvas::tabletEvent(QTabletEvent *event)
{
    // Left to Qt, which makes a mouse event of it at once; that carries the pressure to the tool.
    const bool down = event->type() != QEvent::TabletRelease && event->buttons() != Qt::NoButton;
    m_pressure = down ? event->pressure() : 1;
    event->ignore();
}

void ImageCanvas::mousePressEvent(QMouseEvent *event)
{
    m_cursor = event->position();
    const bool pans = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && (m_spaceHeld || m_panning));
    if (pans && m_panButton == Qt::NoButton && m_picture) {
        m_panButton = event->button();
        m_lastPan = event->position();
        m_spaceUsed = true;
        refreshCursor();
        return;
    }
    if (m_panButton == Qt::NoButton && m_input && m_picture) {
        m_inputPressed = m_inputPressed || event->button() == Qt::LeftButton;
        m_input->press(pointer(*event));
    }
}

void ImageCanvas::mouseMoveEvent(QMouseEvent *event)
{
    m_cursor = event->position();
    if (m_panButton != Qt::NoButton) {
        panBy(event->position() - m_lastPan);
        m_lastPan = event->position();
        return;
    }
    if (m_input && m_picture) {
        m_input->move(pointer(*event));
    }
    if (m_picture && (m_guides || (m_input && m_input->wantsGuides())))
        update();
}

void ImageCanvas::endPan()
{
    m_panButton = Qt::NoButton;
    refreshCursor();
}

void ImageCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_inputPressed = false;
    if (m_panButton != Qt::NoButton) {
        if (event->button() == m_panButton)
            endPan();
        return;
    }
    if (m_input && m_picture)
        m_input->release(pointer(*event));
}

void ImageCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton || m_spaceHeld || m_panning) {
        mousePressEvent(event);
    } else if (m_input && m_picture) {
        m_inputPressed = m_inputPressed || event->button() == Qt::LeftButton;
        m_input->doubleClick(pointer(*event));
    }
}

void ImageCanvas::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_cursor.reset();
    if (m_input)
        m_input->leave();
    update();
}

void ImageCanvas::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || event->modifiers() != Qt::NoModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (!event->isAutoRepeat()) {
        m_spaceHeld = true;
        m_spaceUsed = false;
        m_spaceTime.start();
        refreshCursor();
    }
}

void ImageCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || !m_spaceHeld) {
        QWidget::keyReleaseEvent(event);
        return;
    }
    if (event->isAutoRepeat())
        return;
    m_spaceHeld = false;
    refreshCursor();
    if (!m_spaceUsed && !m_inputPressed && m_spaceTime.elapsed() < tapMilliseconds)
        emit panTapped();
}

void ImageCanvas::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_spaceHeld = false;
    refreshCursor();
}

void ImageCanvas::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        invalidate();
        ++m_shapesChange;
    }
}

}  // namespace plumbline::canvas
