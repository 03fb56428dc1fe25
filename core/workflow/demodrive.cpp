// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/demodrive.h"

#include "core/base/atomicfile.h"
#include "core/base/random.h"
#include "core/model/calibration.h"

#include <QCoreApplication>
#include <QDir>
#include <QImageWriter>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <map>

namespace plumbline::workflow {

namespace {

constexpr int keyFrameEvery = 4;          // sweeps
constexpr std::int64_t fewestPoints = 15;  // of what a person or a model would see

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

simulation::LidarDriveOptions driveOptions(const DemoDrive &drive)
{
    simulation::LidarDriveOptions options;
    options.sweeps = drive.sweeps;
    options.sweepSeconds = 0.2;
    options.rings = 32;
    options.columns = 600;
    return options;
}

model::Sensor camera(const char *name, const std::array<double, 9> &axes, double ahead)
{
    geometry::Camera lens;
    lens.width = 640;
    lens.height = 360;
    lens.fx = lens.fy = 400;
    lens.cx = 320;
    lens.cy = 180;
    return {QLatin1String(name), model::SensorKind::Camera, *geometry::poseFromMatrix(axes, {ahead, 0, 1.6}), lens};
}

QByteArray pcdOf(const simulation::LidarSweep &sweep)
{
    const QByteArray count = QByteArray::number(static_cast<qulonglong>(sweep.positions.size()));
    QByteArray content = "VERSION 0.7\nFIELDS x y z intensity ring\nSIZE 4 4 4 4 2\nTYPE F F F F U\nCOUNT 1 1 1 1 1\nWIDTH "
                         + count + "\nHEIGHT 1\nVIEWPOINT 0 0 0 1 0 0 0\nPOINTS " + count + "\nDATA binary\n";
    for (std::size_t i = 0; i < sweep.positions.size(); ++i) {
        const float values[4] = {sweep.positions[i][0], sweep.positions[i][1], sweep.positions[i][2], sweep.intensity[i]};
        content.append(reinterpret_cast<const char *>(values), sizeof(values));
        content.append(reinterpret_cast<const char *>(&sweep.ring[i]), sizeof(sweep.ring[i]));
    }
    return content;
}

// Sky, road, and the sides of what drives and stands there, the furthest first.
QImage pictureOf(const model::Scene &scene, const model::SceneFrame &frame, const model::SensorFile &file,
                 const simulation::LidarSweep &sweep)
{
    const geometry::Camera &lens = *scene.sensors[static_cast<std::size_t>(file.sensor)].camera;
    const geometry::Pose camera_from_label = model::sensorFromLabel(scene, frame, file);
    QImage image(static_cast<int>(lens.width), static_cast<int>(lens.height), QImage::Format_RGB32);
    image.fill(QColor(158, 184, 208));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.fillRect(0, static_cast<int>(lens.cy), image.width(), image.height(), QColor(96, 96, 100));
    struct Side {
        double distance = 0;
        QPolygonF outline;
        QColor colour;
    };
    std::vector<Side> sides;
    constexpr int corners[6][4] = {{0, 2, 6, 4}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 3, 7, 6}, {0, 1, 3, 2}, {4, 5, 7, 6}};
    constexpr double nearest = 0.4;
    for (const simulation::LidarSweep::Truth &truth : sweep.truth) {
        const auto places = geometry::cornersOf(truth.cuboid);
        for (int k = 0; k < 6; ++k) {
            Side side{0, {}, QColor::fromHsv((truth.actor * 53 + 10) % 360, 100, 110 + 20 * (k % 5))};
            for (const int corner : corners[k]) {
                const geometry::Vector3 seen = geometry::transformed(camera_from_label, places[static_cast<std::size_t>(corner)]);
                const auto at = seen[2] > nearest ? geometry::projected(lens, seen) : std::nullopt;
                if (!at)
                    break;
                side.distance += std::hypot(seen[0], seen[1], seen[2]) / 4;
                side.outline << QPointF(at->x, at->y);
            }
            if (side.outline.size() == 4)
                sides.push_back(side);
        }
    }
    std::sort(sides.begin(), sides.end(), [](const Side &a, const Side &b) { return a.distance > b.distance; });
    for (const Side &side : sides) {
        painter.setBrush(side.colour);
        painter.drawPolygon(side.outline);
    }
    return image;
}

class DriveWriter
{
public:
    DriveWriter(store::Project &project, const DemoDrive &drive, QString layer, const std::vector<ClassId> &classIds)
        : m_project(project), m_drive(drive), m_layer(std::move(layer)), m_classIds(classIds),
          m_world(drive.seed, driveOptions(drive)), m_random(drive.seed)
    {}

    Result<WrittenDrive> write(const jobs::JobControl &control)
    {
        const QString folder = m_project.folder() + QStringLiteral("/media/drive/");
        for (const char *sensor : {"top", "front", "back"})
            if (!QDir().mkpath(folder + QLatin1String(sensor)))
                return fail(ErrorCode::PermissionDenied, tr("The folder %1 cannot be made.").arg(folder));
        m_made.item.id = ItemId{m_project.store().ids().version4()};
        m_made.item.kind = model::ItemKind::Scene;
        m_made.item.name = QStringLiteral("drive");
        m_made.item.path = QStringLiteral("media/drive");
        m_made.item.frames = m_drive.sweeps;
        model::Scene &scene = m_made.scene;
        scene.item = m_made.item.id;
        scene.convention = QStringLiteral("scene-json");
        scene.labelFrame = QStringLiteral("lidar");
        scene.sensors = {{QStringLiteral("lidar"), model::SensorKind::Lidar, simulation::LidarDrive::lidarPlace(), {}},
                         camera("front", {0, 0, 1, -1, 0, 0, 0, -1, 0}, 0.6),
                         camera("back", {0, 0, -1, 1, 0, 0, 0, -1, 0}, -0.6)};
        model::stampCalibration(scene);
        for (int i = 0; i < m_drive.sweeps; ++i) {
            if (control.cancelled())
                return jobs::JobControl::cancelledError();
            m_sweeps.push_back(m_world.sweep(i));
            if (const auto done = writeFrame(folder, i); !done)
                return fail(done.error());
        }
        label();
        return std::move(m_made);
    }

private:
    Result<> writeFrame(const QString &folder, int index)
    {
        const simulation::LidarSweep &sweep = m_sweeps.back();
        const QString number = QStringLiteral("%1").arg(index, 3, 10, QLatin1Char('0'));
        model::SceneFrame frame;
        frame.microseconds = sweep.microseconds;
        frame.world_from_ego = sweep.world_from_ego;
        frame.files = {{0, QStringLiteral("top/%1.pcd").arg(number), sweep.microseconds, {}},
                       {1, QStringLiteral("front/%1.png").arg(number), sweep.microseconds, {}},
                       {2, QStringLiteral("back/%1.png").arg(number), sweep.microseconds, {}}};
        const QByteArray points = pcdOf(sweep);
        m_made.item.bytes += points.size();
        if (const auto written = base::writeFileAtomically(folder + frame.files[0].path, points); !written)
            return written;
        for (const std::size_t k : {1U, 2U}) {
            QImageWriter writer(folder + frame.files[k].path, "png");
            if (!writer.write(pictureOf(m_made.scene, frame, frame.files[k], sweep)))
                return fail(ErrorCode::Failed, tr("%1 cannot be written: %2").arg(writer.fileName(), writer.errorString()));
        }
        m_made.scene.frames.push_back(std::move(frame));
        return {};
    }

    model::Annotation annotation(int frame, const simulation::LidarSweep::Truth &truth, const QString &layer)
    {
        const QString name = m_world.actors()[static_cast<std::size_t>(truth.actor)].className;
        model::Annotation a;
        a.id = m_project.store().ids().make<AnnotationId>();
        a.item = m_made.item.id;
        a.layer = layer;
        a.labelClass = m_classIds[static_cast<std::size_t>(simulation::lidarDriveClasses().indexOf(name))];
        a.frame = model::FrameRef{m_made.scene.labelFrame,
                                  frame,
                                  m_made.scene.frames[static_cast<std::size_t>(frame)].microseconds,
                                  {1, 1'000'000},
                                  {}};
        geometry::Cuboid cuboid = truth.cuboid;
        cuboid.coordinateFrame = m_made.scene.labelFrame;
        a.geometry = cuboid;
        a.origin.by = layer;
        a.createdMicroseconds = m_project.store().clock().nowMicroseconds();
        model::setCalibration(a, m_made.scene.calibrationVersion);
        return a;
    }

    // One thing that moves is a track with key frames, two that stand are boxes of the first frame; a model found the rest,
    // a little beside the truth.
    void label()
    {
        std::map<int, std::vector<int>> seen;  // sweeps in which enough points hit what moves
        for (int i = 0; i < m_drive.sweeps; ++i)
            for (const simulation::LidarSweep::Truth &truth : m_sweeps[static_cast<std::size_t>(i)].truth)
                if (truth.points >= fewestPoints
                    && m_world.actors()[static_cast<std::size_t>(truth.actor)].speedMetresPerSecond > 1)
                    seen[truth.actor].push_back(i);
        const auto longest = std::max_element(
            seen.begin(), seen.end(), [](const auto &one, const auto &other) { return one.second.size() < other.second.size(); });
        const int tracked = longest == seen.end() ? -1 : longest->first;
        const auto isKey = [&](int sweep) {
            const std::vector<int> &sweeps = longest->second;
            const auto at = std::find(sweeps.begin(), sweeps.end(), sweep) - sweeps.begin();
            return at % keyFrameEvery == 0 || sweep == sweeps.back();
        };
        model::Track track;
        track.id = m_project.store().ids().make<TrackId>();
        track.item = m_made.item.id;
        track.layer = m_layer;
        track.origin.by = m_layer;
        int standing = 0;
        std::vector<int> boxed;
        const QString modelLayer = model::modelLayer(QStringLiteral("demo-sweeps"));
        std::map<int, TrackId> predicted;
        for (int i = 0; i < m_drive.sweeps; ++i)
            for (const simulation::LidarSweep::Truth &truth : m_sweeps[static_cast<std::size_t>(i)].truth) {
                if (truth.points < fewestPoints)
                    continue;
                const bool stands = m_world.actors()[static_cast<std::size_t>(truth.actor)].speedMetresPerSecond < 0.1;
                if (truth.actor == tracked) {
                    if (!isKey(i))
                        continue;
                    model::Annotation key = annotation(i, truth, m_layer);
                    key.track = track.id;
                    track.labelClass = key.labelClass;
                    m_made.annotations.push_back(std::move(key));
                } else if (i == 0 && stands && standing < 2) {
                    ++standing;
                    boxed.push_back(truth.actor);
                    m_made.annotations.push_back(annotation(i, truth, m_layer));
                } else if (i > 0 || std::find(boxed.begin(), boxed.end(), truth.actor) == boxed.end()) {
                    predict(annotation(i, truth, modelLayer), predicted, truth.actor);
                }
            }
        if (!track.labelClass.isNull())
            m_made.tracks.push_back(track);
    }

    void predict(model::Annotation prediction, std::map<int, TrackId> &tracks, int actor)
    {
        auto &cuboid = std::get<geometry::Cuboid>(prediction.geometry);
        for (std::size_t axis = 0; axis < 2; ++axis)
            cuboid.centre[axis] += m_random.normal(0, 0.08);
        for (double &side : cuboid.size)
            side *= 1 + m_random.normal(0, 0.03);
        auto known = tracks.find(actor);
        if (known == tracks.end()) {
            model::Track track;
            track.id = m_project.store().ids().make<TrackId>();
            track.item = m_made.item.id;
            track.layer = prediction.layer;
            track.labelClass = prediction.labelClass;
            track.interpolation = model::Interpolation::None;
            track.origin.kind = model::OriginKind::Model;
            track.origin.model = QStringLiteral("demo-sweeps");
            m_made.tracks.push_back(track);
            known = tracks.emplace(actor, track.id).first;
        }
        prediction.track = known->second;
        prediction.origin = {};
        prediction.origin.kind = model::OriginKind::Model;
        prediction.origin.model = QStringLiteral("demo-sweeps");
        prediction.score = std::clamp(0.75 + m_random.normal(0, 0.1), 0.3, 0.99);
        m_made.annotations.push_back(std::move(prediction));
    }

    store::Project &m_project;
    const DemoDrive &m_drive;
    QString m_layer;
    const std::vector<ClassId> &m_classIds;
    simulation::LidarDrive m_world;
    base::SeededRandom m_random;
    std::vector<simulation::LidarSweep> m_sweeps;
    WrittenDrive m_made;
};

}  // namespace

Result<WrittenDrive> writeDemoDrive(store::Project &project, const DemoDrive &drive, const QString &layer,
                                    const std::vector<ClassId> &classIds, const jobs::JobControl &control)
{
    return DriveWriter(project, drive, layer, classIds).write(control);
}

}  // namespace plumbline::workflow
