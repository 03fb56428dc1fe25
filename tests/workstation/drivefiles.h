// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/lidardrive.h"
#include "plugins/media/pointcloud/scenejson.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>

#include <cmath>

namespace plumbline::test {

/// A simulated drive as a folder that a recording would leave: sweeps as binary PCD files, pictures of a camera ahead and one
/// behind, scene.json with the way of the vehicle. Knows the truth.
class DriveFiles
{
public:
    explicit DriveFiles(std::uint64_t seed, const simulation::LidarDriveOptions &options = {}) : m_drive(seed, options)
    {
        for (int i = 0; i < m_drive.options().sweeps; ++i)
            m_sweeps.push_back(m_drive.sweep(i));
    }

    [[nodiscard]] int frames() const { return static_cast<int>(m_sweeps.size()); }
    [[nodiscard]] const simulation::LidarSweep &sweep(int frame) const { return m_sweeps[std::size_t(frame)]; }
    [[nodiscard]] const std::vector<simulation::LidarActor> &actors() const { return m_drive.actors(); }
    /// Null where the actor is out of range.
    [[nodiscard]] const simulation::LidarSweep::Truth *truth(int actor, int frame) const
    {
        for (const auto &truth : sweep(frame).truth)
            if (truth.actor == actor)
                return &truth;
        return nullptr;
    }
    /// Frames in which at least so many points hit it.
    [[nodiscard]] std::vector<int> framesOf(int actor, std::int64_t points) const
    {
        std::vector<int> list;
        for (int i = 0; i < frames(); ++i)
            if (const auto *found = truth(actor, i); found && found->points >= points)
                list.push_back(i);
        return list;
    }

    [[nodiscard]] bool write(const QString &folder) const
    {
        for (const char *sensor : {"top", "front", "back"})
            if (!QDir().mkpath(folder + QLatin1Char('/') + QLatin1String(sensor)))
                return false;
        model::Scene scene;
        scene.convention = QStringLiteral("scene-json");
        scene.labelFrame = QStringLiteral("top");
        scene.sensors = {{QStringLiteral("top"), model::SensorKind::Lidar, simulation::LidarDrive::lidarPlace(), {}},
                         camera("front", {0, 0, 1, -1, 0, 0, 0, -1, 0}, 0.6), camera("back", {0, 0, -1, 1, 0, 0, 0, -1, 0}, -0.6)};
        for (int i = 0; i < frames(); ++i) {
            const simulation::LidarSweep &shown = sweep(i);
            model::SceneFrame frame;
            frame.microseconds = shown.microseconds;
            frame.world_from_ego = shown.world_from_ego;
            const auto path = [i](const char *sensor, const char *ending) {
                const QString name = QStringLiteral("%1").arg(i, 3, 10, QLatin1Char('0'));
                return QStringLiteral("%1/%2.%3").arg(QLatin1String(sensor), name, QLatin1String(ending));
            };
            frame.files = {{0, path("top", "pcd"), shown.microseconds, {}},
                           {1, path("front", "png"), shown.microseconds, {}},
                           {2, path("back", "png"), shown.microseconds, {}}};
            scene.frames.push_back(frame);
            if (!save(folder + QLatin1Char('/') + frame.files[0].path, pcd(shown)))
                return false;
            for (const std::size_t sensor : {1U, 2U})
                if (!picture(scene, scene.frames.back(), sensor, shown).save(folder + QLatin1Char('/') + frame.files[sensor].path))
                    return false;
        }
        return save(folder + QStringLiteral("/scene.json"), pointcloud::writeSceneJson(scene));
    }

private:
    static model::Sensor camera(const char *name, const std::array<double, 9> &axes, double ahead)
    {
        geometry::Camera lens;
        lens.width = 640;
        lens.height = 360;
        lens.fx = lens.fy = 420;
        lens.cx = 320;
        lens.cy = 180;
        return {QLatin1String(name), model::SensorKind::Camera, *geometry::poseFromMatrix(axes, {ahead, 0, 1.6}), lens};
    }
    static bool save(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }
    static QByteArray pcd(const simulation::LidarSweep &sweep)
    {
        const QByteArray count = QByteArray::number(qulonglong(sweep.positions.size()));
        QByteArray content = "VERSION 0.7\nFIELDS x y z intensity ring\nSIZE 4 4 4 4 2\nTYPE F F F F U\nCOUNT 1 1 1 1 1\nWIDTH " + count
                             + "\nHEIGHT 1\nVIEWPOINT 0 0 0 1 0 0 0\nPOINTS " + count + "\nDATA binary\n";
        for (std::size_t i = 0; i < sweep.positions.size(); ++i) {
            const auto &[x, y, z] = sweep.positions[i];
            const float values[4] = {x, y, z, sweep.intensity[i]};
            content.append(reinterpret_cast<const char *>(values), sizeof(values));
            content.append(reinterpret_cast<const char *>(&sweep.ring[i]), sizeof(sweep.ring[i]));
        }
        return content;
    }
    // Sky, street, and the faces of the actors from far to near.
    QImage picture(const model::Scene &scene, const model::SceneFrame &frame, std::size_t sensor,
                   const simulation::LidarSweep &sweep) const
    {
        const geometry::Camera &lens = *scene.sensors[sensor].camera;
        const geometry::Pose camera_from_label = model::sensorFromLabel(scene, frame, frame.files[sensor]);
        QImage image(int(lens.width), int(lens.height), QImage::Format_RGB32);
        image.fill(QColor(150, 176, 202));
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(0, int(lens.cy), image.width(), image.height(), QColor(92, 92, 96));
        struct Face {
            double depth;
            QPolygonF outline;
            QColor colour;
        };
        std::vector<Face> faces;
        constexpr int corners[6][4] = {{0, 2, 6, 4}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 3, 7, 6}, {0, 1, 3, 2}, {4, 5, 7, 6}};
        for (const auto &truth : sweep.truth) {
            const auto all = geometry::cornersOf(truth.cuboid);
            for (int side = 0; side < 6; ++side) {
                Face face{0, {}, QColor::fromHsv((truth.actor * 67) % 360, 90, 120 + 18 * (side % 5))};
                for (const int corner : corners[side]) {
                    const auto place = geometry::transformed(camera_from_label, all[std::size_t(corner)]);
                    if (place[2] < 0.3)
                        break;
                    face.depth += std::hypot(place[0], place[1], place[2]) / 4;
                    face.outline << QPointF(lens.cx + lens.fx * place[0] / place[2], lens.cy + lens.fy * place[1] / place[2]);
                }
                if (face.outline.size() == 4)
                    faces.push_back(face);
            }
        }
        std::sort(faces.begin(), faces.end(), [](const Face &a, const Face &b) { return a.depth > b.depth; });
        painter.setPen(Qt::NoPen);
        for (const Face &face : faces) {
            painter.setBrush(face.colour);
            painter.drawPolygon(face.outline);
        }
        return image;
    }

    simulation::LidarDrive m_drive;
    std::vector<simulation::LidarSweep> m_sweeps;
};

}  // namespace plumbline::test
