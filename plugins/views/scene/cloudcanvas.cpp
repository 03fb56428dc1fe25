// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/cloudcanvas.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>

#include <algorithm>
#include <limits>

namespace plumbline::sceneview {

namespace {

constexpr int restMilliseconds = 160;
constexpr double wantedMilliseconds = 30;
constexpr double fewestPoints = 30'000;
constexpr double mostPoints = 20'000'000;

QSurfaceFormat wantedFormat()
{
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    return format;
}

bool tryOpenGl()
{
    // Beside an X server the offscreen platform has contexts, but no window can show what they draw: Qt 6.4 crashes over it.
    if (QGuiApplication::platformName() == QLatin1String("offscreen"))
        return false;
    QOpenGLContext context;
    context.setFormat(wantedFormat());
    QOffscreenSurface surface;
    surface.setFormat(wantedFormat());
    surface.create();
    if (!context.create() || !surface.isValid() || !context.makeCurrent(&surface))
        return false;
    const auto version = context.format().version();
    context.doneCurrent();
    return version >= qMakePair(3, 3);
}

}  // namespace

bool openGlWorks()
{
    static const bool works = tryOpenGl();
    return works;
}

CloudCanvas::CloudCanvas(QWidget *parent) : QOpenGLWidget(parent)
{
    setFormat(wantedFormat());
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        m_moving = false;
        update();
    });
}

CloudCanvas::~CloudCanvas()
{
    releaseDevice();
}

void CloudCanvas::releaseDevice()
{
    if (!m_painter)
        return;
    makeCurrent();
    m_painter.reset();
    doneCurrent();
}

void CloudCanvas::initializeGL()
{
    // A widget that moves into another window gets another context.
    connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &CloudCanvas::releaseDevice);
    m_painter = std::make_unique<CloudPainter>();
    if (const auto ready = m_painter->initialize(); !ready) {
        m_painter.reset();
        QMetaObject::invokeMethod(this, [this, why = ready.error().text] { emit failed(why); }, Qt::QueuedConnection);
        return;
    }
    m_painter->setPieces(m_pieces);
}

void CloudCanvas::paintGL()
{
    if (!m_painter)
        return;
    QElapsedTimer timer;
    timer.start();
    const QSize pixels(int(width() * devicePixelRatioF()), int(height() * devicePixelRatioF()));
    const auto most = m_moving ? std::size_t(m_movingPoints) : std::numeric_limits<std::size_t>::max();
    m_drawn = m_painter->paint(m_camera, m_look, pixels, devicePixelRatioF(), most);
    if (!m_moving)
        return;
    context()->functions()->glFinish();
    const double taken = std::max(1.0, double(timer.nsecsElapsed()) / 1e6);
    // Half of the way, so that one slow frame does not empty the picture.
    const double fits = m_movingPoints * wantedMilliseconds / taken;
    m_movingPoints = std::clamp((m_movingPoints + fits) / 2, fewestPoints, mostPoints);
}

void CloudCanvas::setPieces(const std::vector<CloudPointer> &pieces)
{
    m_pieces = pieces;
    if (m_painter) {
        makeCurrent();
        m_painter->setPieces(pieces);
        doneCurrent();
    }
    update();
}

void CloudCanvas::setCamera(const ViewCamera &camera)
{
    if (camera == m_camera)
        return;
    m_camera = camera;
    m_moving = true;
    m_rest.start();
    update();
}

void CloudCanvas::setLook(const CloudLook &look)
{
    if (look == m_look)
        return;
    m_look = look;
    update();
}

}  // namespace plumbline::sceneview
