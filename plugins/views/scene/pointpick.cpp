// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/pointpick.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline::sceneview {

std::optional<PickedPoint> pointAt(const std::vector<CloudPointer> &pieces, QPointF pixel, const ViewCamera &camera,
                                   QSizeF viewport, double radius)
{
    const Vector3 right = camera.right();
    const Vector3 up = camera.up();
    const Vector3 forward = camera.forward();
    const double fixedScale = camera.pixelsPerMetre(viewport);
    const double wantedX = pixel.x() - viewport.width() / 2;
    const double wantedY = viewport.height() / 2 - pixel.y();
    const double nearest = camera.nearest();
    std::optional<PickedPoint> best;
    double bestDepth = 0;
    for (const CloudPointer &piece : pieces) {
        const Vector3 eye = minus(camera.eye(), piece->origin);
        for (std::size_t i = 0; i < piece->positions.size(); ++i) {
            const auto &p = piece->positions[i];
            const Vector3 off{double(p[0]) - eye[0], double(p[1]) - eye[1], double(p[2]) - eye[2]};
            const double depth = dot(off, forward);
            if (!camera.parallel && depth < nearest)
                continue;
            const double scale = camera.parallel ? fixedScale : fixedScale * camera.distance / depth;
            if (std::abs(dot(off, right) * scale - wantedX) > radius || std::abs(dot(off, up) * scale - wantedY) > radius
                || (best && depth >= bestDepth))
                continue;
            bestDepth = depth;
            best = PickedPoint{plus(piece->origin, {double(p[0]), double(p[1]), double(p[2])}), piece, i};
        }
    }
    return best;
}

QString wordsFor(const PickedPoint &point, const Vector3 &sensor)
{
    const Vector3 off = minus(point.place, sensor);
    QString text = QCoreApplication::translate("plumbline::sceneview::PointPick", "%1, %2, %3 · %4 m")
                       .arg(point.place[0], 0, 'f', 2)
                       .arg(point.place[1], 0, 'f', 2)
                       .arg(point.place[2], 0, 'f', 2)
                       .arg(std::sqrt(dot(off, off)), 0, 'f', 1);
    constexpr std::size_t most = 3;
    for (std::size_t c = 0; c < std::min(most, point.piece->columns.size()); ++c)
        text +=
            QStringLiteral(" · %1 %2").arg(point.piece->channels[c].name).arg(point.piece->columns[c].at(point.index), 0, 'g', 4);
    return text;
}

}  // namespace plumbline::sceneview
