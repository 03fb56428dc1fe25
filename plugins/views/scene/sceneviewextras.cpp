// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/sceneview.h"

#include <algorithm>

/// Checks, lines and boxes in pictures: what their actions do in the view of scenes.
namespace plumbline::sceneview {

std::optional<geometry::Cuboid> SceneView::placeOf(const model::Annotation &annotation) const
{
    const auto *line = std::get_if<geometry::Polyline3>(&annotation.geometry);
    if (!line || line->points.empty())
        return std::nullopt;
    Vector3 least = line->points.front();
    Vector3 most = least;
    for (const Vector3 &point : line->points)
        for (std::size_t axis = 0; axis < 3; ++axis) {
            least[axis] = std::min(least[axis], point[axis]);
            most[axis] = std::max(most[axis], point[axis]);
        }
    geometry::Cuboid around;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        around.centre[axis] = (least[axis] + most[axis]) / 2;
        around.size[axis] = std::max(most[axis] - least[axis], 0.1);
    }
    return around;
}

QWidget *SceneView::remarkSurface()
{
    return m_widget ? &m_surface->overlay() : nullptr;
}

std::optional<QPointF> SceneView::signPlace(AnnotationId id) const
{
    if (id.isNull() || !m_widget || !m_surface->overlay().content().boxesShown)
        return std::nullopt;
    const ViewCamera &camera = m_surface->camera();
    const QSizeF viewport = m_surface->overlay().size();
    QRectF around;
    const auto add = [&](const QLineF &line) {
        const QRectF part = QRectF(line.p1(), line.p2()).normalized();
        around = around.isNull() ? part : around.united(part);
    };
    const auto box = std::find_if(m_boxes.begin(), m_boxes.end(), [&](const SceneBox &b) { return b.id == id; });
    if (box != m_boxes.end())
        for (const QLineF &edge : edgesOf(box->cuboid, camera, viewport))
            add(edge);
    for (const SceneLine &line : m_surface->overlay().content().lines)
        for (std::size_t i = 1; line.id == id && i < line.points.size(); ++i)
            if (const auto segment = segmentOf(line.points[i - 1], line.points[i], camera, viewport))
                add(*segment);
    return around.isNull() ? std::nullopt : std::optional(around.topRight());
}

bool SceneView::triggerExtra(const QString &actionId)
{
    if (actionId == QLatin1String("scene.check.next")) {
        m_checks->step(1);
    } else if (actionId == QLatin1String("scene.check.previous")) {
        m_checks->step(-1);
    } else if (actionId == QLatin1String("scene.check.fix")) {
        m_checks->putRight();
    } else if (actionId == QLatin1String("scene.check.all")) {
        m_checks->checkAllFrames(folder());
    } else if (actionId == QLatin1String("scene.picture.box")) {
        m_pictureEdits.make(true);
    } else if (actionId == QLatin1String("scene.picture.boxes")) {
        m_pictureEdits.make(false);
    } else if (actionId == QLatin1String("scene.line.end")) {
        m_line->finish();
    } else if (actionId == QLatin1String("scene.line.back")) {
        m_line->takeBack();
    } else if (actionId == QLatin1String("scene.line.ground")) {
        m_line->toggleGround();
    } else if (actionId == QLatin1String("scene.delete")) {
        return m_line->removeVertex();
    } else {
        return false;
    }
    return true;
}

}  // namespace plumbline::sceneview
