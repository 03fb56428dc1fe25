// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/comparisoncamera.h"

#include "core/base/atomicfile.h"
#include "plugins/views/scene/cameraview.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <map>

namespace plumbline::sceneview {

namespace {

constexpr double around = 0.9;    // of the longer side, on each side
constexpr double leastSide = 60;  // pixels of the picture that are seen at least
constexpr double share = 0.4;     // of the scene, across
constexpr double shape = 1.4;     // width by height
constexpr int narrowest = 110;
constexpr int widest = 340;
constexpr int margin = 8;

QRectF rectOf(const geometry::Box &box)
{
    return {box.x, box.y, box.w, box.h};
}

}  // namespace

ComparisonCamera::ComparisonCamera(extension::MediaContext &context, QWidget *over) : QWidget(over), m_context(context)
{
    setObjectName(QStringLiteral("comparisonCamera"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    over->installEventFilter(this);
    hide();
}

ComparisonCamera::~ComparisonCamera()
{
    if (m_loading)
        m_context.jobs().cancel(m_loading);
}

void ComparisonCamera::setMarked(const model::Scene *scene, std::int64_t frame, const QString &folder,
                                 const std::vector<SceneBox> &boxes, const std::vector<PictureBox> &pictureBoxes)
{
    m_lines.clear();
    const model::SensorFile *best = nullptr;
    QRectF seen;
    const bool known = scene && frame >= 0 && std::size_t(frame) < scene->frames.size();
    for (std::size_t i = 0; known && i < scene->frames[std::size_t(frame)].files.size(); ++i) {
        const model::SceneFrame &shown = scene->frames[std::size_t(frame)];
        const model::SensorFile &file = shown.files[i];
        const model::Sensor &sensor = scene->sensors[std::size_t(file.sensor)];
        if (sensor.kind != model::SensorKind::Camera)
            continue;
        QRectF area;
        for (const PictureBox &box : pictureBoxes)
            if (box.selected && box.camera == sensor.name)
                area = area.united(rectOf(box.box));
        if (sensor.camera && geometry::isUsable(*sensor.camera))
            for (const SceneBox &box : boxes)
                if (box.selected)
                    if (const auto bounds =
                            geometry::projectedBounds(*sensor.camera, model::sensorFromLabel(*scene, shown, file), box.cuboid))
                        area = area.united(rectOf(*bounds));
        if (area.width() * area.height() > seen.width() * seen.height()) {
            seen = area;
            best = &file;
        }
    }
    const auto path = base::safeRelativePath(best ? best->path : QString());
    if (!best || !path) {
        m_camera.clear();
        hide();
        return;
    }
    const model::SceneFrame &shown = scene->frames[std::size_t(frame)];
    const model::Sensor &sensor = scene->sensors[std::size_t(best->sensor)];
    m_camera = sensor.name;
    m_size = sensor.camera ? QSizeF(double(sensor.camera->width), double(sensor.camera->height)) : QSizeF();
    for (const SceneBox &box : boxes)
        if (box.selected && sensor.camera && geometry::isUsable(*sensor.camera))
            for (QPolygonF &line : projectedEdges(*sensor.camera, model::sensorFromLabel(*scene, shown, *best), box.cuboid))
                m_lines.push_back({std::move(line), box.colour, box.dashed || box.ghost});
    for (const PictureBox &box : pictureBoxes)
        if (box.selected && box.camera == sensor.name)
            m_lines.push_back({QPolygonF(rectOf(box.box)), box.colour, box.dashed});
    const double side = std::max(seen.width(), seen.height());
    const double wide = std::max({leastSide, side * (1 + 2 * around), seen.height() * shape * 1.2});
    m_shown = QRectF(seen.center() - QPointF(wide / 2, wide / shape / 2), QSizeF(wide, wide / shape));
    setAccessibleName(tr("Picture of camera %1").arg(m_camera));
    load(folder + QLatin1Char('/') + *path);
    place();
    show();
    raise();
    update();
}

void ComparisonCamera::load(const QString &path)
{
    if (path == m_path && (m_loading || !m_picture.isNull()))
        return;
    if (m_loading)
        m_context.jobs().cancel(std::exchange(m_loading, 0));
    m_path = path;
    m_picture = {};
    m_problem.clear();
    m_loading = m_context.jobs().run(
        tr("Read %1").arg(path),
        [loader = m_context.frameLoader(), path](jobs::JobControl &control) {
            return loader(path, 0, extension::LoadQuality::Preview, control);
        },
        this,
        [this](const Result<extension::LoadedFrame> &loaded) {
            m_loading = 0;
            if (loaded)
                m_picture = loaded->image;
            else
                m_problem = loaded.error().text;
            update();
        },
        jobs::JobRunner::Visibility::Quiet, m_generation.next());
}

void ComparisonCamera::place()
{
    const QWidget *over = parentWidget();
    const int wide = std::clamp(int(over->width() * share), narrowest, widest);
    setGeometry(over->width() - wide - margin, margin, wide, int(wide / shape));
}

bool ComparisonCamera::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void ComparisonCamera::paintEvent(QPaintEvent *)
{
    const theme::Theme &theme = theme::themeOf(palette());
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.fillRect(rect(), theme.colour(theme::Token::Surface0));
    const double zoom = width() / m_shown.width();
    if (!m_picture.isNull()) {
        // Previews may be smaller than what was calibrated.
        const QSizeF size = m_size.isEmpty() ? QSizeF(m_picture.size()) : m_size;
        const QRectF whole((QPointF() - m_shown.topLeft()) * zoom, size * zoom);
        painter.drawImage(whole, m_picture);
    }
    QTransform toWidget;
    toWidget.scale(zoom, zoom);
    toWidget.translate(-m_shown.x(), -m_shown.y());
    for (const bool casing : {true, false}) {
        for (const Line &line : m_lines) {
            QPen pen(casing ? QColor(8, 10, 12, 150) : theme::legible(line.colour, QColor(0, 0, 0), 4.0), casing ? 3.6 : 1.8);
            if (line.dashed && !casing)
                pen.setDashPattern({3, 2});
            painter.setPen(pen);
            painter.drawPolyline(toWidget.map(line.points));
        }
    }
    painter.setPen(theme.colour(theme::Token::Line));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    const QString words = m_problem.isEmpty() ? m_camera : m_camera + QStringLiteral(": ") + m_problem;
    const QFontMetricsF metrics(font());
    const QString shown = metrics.elidedText(words, Qt::ElideRight, width() - 16);
    const QRectF chip(4, height() - metrics.height() - 6, metrics.horizontalAdvance(shown) + 10, metrics.height() + 2);
    QColor ground = theme.colour(theme::Token::Surface1);
    ground.setAlpha(210);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(chip, 3, 3);
    painter.setPen(theme.colour(theme::Token::Text2));
    painter.drawText(chip, Qt::AlignCenter, shown);
}

}  // namespace plumbline::sceneview
