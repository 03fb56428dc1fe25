// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/cuboids.h"
#include "plugins/views/scene/sceneview.h"
#include "tests/support/viewhost.h"

#include <QFile>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numbers>
#include <random>

namespace plumbline::test {

/// A street of cars, seen by a turning lidar and a camera from a vehicle that drives along +x: files on disk, with the truth.
class GeneratedStreet
{
public:
    static constexpr double lidarHeight = 1.8;

    explicit GeneratedStreet(int frames = 5, int pointsPerCar = 1200, int groundPoints = 30'000)
    {
        scene.convention = QStringLiteral("scene-json");
        model::Sensor lidar;
        lidar.name = QStringLiteral("lidar");
        lidar.ego_from_sensor.translation = {0, 0, lidarHeight};
        model::Sensor camera;
        camera.name = QStringLiteral("front");
        camera.kind = model::SensorKind::Camera;
        // x right, y down, z forward of a camera that looks along the vehicle's +x.
        camera.ego_from_sensor = *geometry::poseFromMatrix({0, 0, 1, -1, 0, 0, 0, -1, 0}, {0.2, 0, 1.6});
        geometry::Camera lens;
        lens.lens = geometry::LensModel::BrownConrady;
        lens.width = 800;
        lens.height = 450;
        lens.fx = lens.fy = 480;
        lens.cx = 400;
        lens.cy = 225;
        lens.distortion = {-0.12, 0.02, 0, 0, 0, 0, 0, 0};
        camera.camera = lens;
        scene.sensors = {lidar, camera};
        scene.labelFrame = QStringLiteral("lidar");
        std::mt19937 random(7);
        for (int frame = 0; frame < frames; ++frame) {
            const double driven = 1.0 * frame;
            model::SceneFrame shown;
            shown.microseconds = 100'000 * frame;
            shown.world_from_ego = geometry::Pose{{0, 0, 0, 1}, {driven, 0, 0}};
            model::SensorFile sweep;
            sweep.sensor = 0;
            sweep.path = QStringLiteral("sweep%1.bin").arg(frame);
            sweep.microseconds = shown.microseconds;
            model::SensorFile picture;
            picture.sensor = 1;
            picture.path = QStringLiteral("front%1.png").arg(frame);
            picture.microseconds = shown.microseconds + 20'000;
            shown.files = {sweep, picture};
            scene.frames.push_back(shown);
            writeSweep(frame, driven, pointsPerCar, groundPoints, random);
            writePicture(frame);
        }
    }

    /// The cars of a frame in the label frame: the first one parks, the second drives ahead at 2 m a frame, the third comes.
    [[nodiscard]] std::vector<geometry::Cuboid> cars(int frame) const
    {
        const double driven = 1.0 * frame;
        const auto car = [&](double x, double y, double yaw, std::array<double, 3> size) {
            geometry::Cuboid cuboid;
            cuboid.centre = {x - driven, y, size[2] / 2 - lidarHeight};
            cuboid.size = size;
            cuboid.rotation = geometry::rotationFromYaw(yaw);
            cuboid.coordinateFrame = QStringLiteral("lidar");
            return cuboid;
        };
        return {car(12, 5, 0.1, {4.4, 1.8, 1.5}), car(9 + 2.0 * frame, -2.5, 0, {4.2, 1.8, 1.6}),
                car(30 - 1.5 * frame, 2.5, std::numbers::pi, {8, 2.4, 3})};
    }

    QTemporaryDir folder;
    model::Scene scene;

private:
    void writeSweep(int frame, double driven, int pointsPerCar, int groundPoints, std::mt19937 &random)
    {
        std::vector<float> values;
        std::normal_distribution<float> noise(0, 0.01F);
        std::uniform_real_distribution<double> share(0, 1);
        const auto point = [&](double x, double y, double z, double intensity) {
            for (const double value : {x, y, z, intensity})
                values.push_back(float(value));
        };
        const auto boxes = cars(frame);
        // Rings of a turning sensor on flat ground, thinner with distance.
        for (int i = 0; i < groundPoints; ++i) {
            const double ring = 3.0 * std::pow(16.0, (i % 40) / 40.0);
            const double angle = 2 * std::numbers::pi * share(random);
            const double x = ring * std::cos(angle);
            const double y = ring * std::sin(angle);
            bool hidden = false;
            for (const geometry::Cuboid &box : boxes)
                hidden = hidden || geometry::contains(box, {x, y, box.centre[2]});
            if (!hidden)
                point(x, y, -lidarHeight + double(noise(random)), std::fmod(std::abs(y + 100), 3.5) < 0.15 ? 0.9 : 0.25);
        }
        // Walls along the street.
        for (int i = 0; i < groundPoints / 4; ++i)
            point(-30 + 80 * share(random) - std::fmod(driven, 1.0), i % 2 ? 12 : -11, -lidarHeight + 6 * share(random), 0.5);
        // The sides that the sensor sees.
        for (const geometry::Cuboid &box : boxes) {
            const geometry::Pose pose = geometry::poseOf(box);
            const geometry::Vector3 eye = geometry::transformed(geometry::inverted(pose), {0, 0, 0});
            for (int i = 0; i < pointsPerCar; ++i) {
                geometry::Vector3 p{(share(random) - 0.5) * box.size[0], (share(random) - 0.5) * box.size[1],
                                    (share(random) - 0.5) * box.size[2]};
                const std::size_t face = i % 3 == 2 ? 2 : i % 2;
                p[face] = (eye[face] > 0 ? 0.5 : -0.5) * box.size[face];
                if (face == 2 && eye[2] < box.size[2] / 2)
                    continue;
                const auto place = geometry::transformed(pose, p);
                point(place[0] + double(noise(random)), place[1] + double(noise(random)), place[2], 0.7);
            }
        }
        QFile file(folder.filePath(QStringLiteral("sweep%1.bin").arg(frame)));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("a sweep cannot be written");
        file.write(reinterpret_cast<const char *>(values.data()), qint64(values.size() * sizeof(float)));
    }

    // Road, sky, and the cars as filled hulls of their corners.
    void writePicture(int frame)
    {
        QImage image(800, 450, QImage::Format_RGB32);
        image.fill(QColor(120, 150, 180));
        QPainter painter(&image);
        painter.fillRect(0, 225, 800, 225, QColor(88, 88, 92));
        const auto &file = scene.frames[std::size_t(frame)].files[1];
        const auto camera_from_label = model::sensorFromLabel(scene, scene.frames[std::size_t(frame)], file);
        auto boxes = cars(frame);
        std::sort(boxes.begin(), boxes.end(), [](const auto &a, const auto &b) { return a.centre[0] > b.centre[0]; });
        for (const geometry::Cuboid &box : boxes) {
            if (const auto bounds = geometry::projectedBounds(*scene.sensors[1].camera, camera_from_label, box)) {
                painter.setBrush(QColor(60, 70, 110));
                painter.setPen(Qt::NoPen);
                painter.drawRect(QRectF(bounds->x, bounds->y, bounds->w, bounds->h));
            }
        }
        painter.end();
        if (!image.save(folder.filePath(QStringLiteral("front%1.png").arg(frame))))
            qFatal("a picture cannot be written");
    }
};

/// A scene view in a window, showing a generated street, and hands to work it.
class SceneFixture
{
public:
    explicit SceneFixture(GeneratedStreet &street, QSize size = QSize(1280, 800), sceneview::CloudLimits limits = {},
                          bool shown = true)
        : view(std::make_unique<sceneview::SceneView>(host, limits))
    {
        host.medium = street.folder.path();
        host.document.shownScene = street.scene;
        if (shown) {
            host.show(*view, size);
            open(street);
        }
    }

    void open(GeneratedStreet &street)
    {
        model::Item item = *host.document.item();
        item.kind = model::ItemKind::Scene;
        item.name = QStringLiteral("street");
        item.frames = std::int64_t(street.scene.frames.size());
        host.document.showItem(item);
        view->showFrame(item, extension::LoadedFrame{});
        waitForPoints();
    }

    void waitForPoints() { QTRY_COMPARE(int(view->source().state()), int(sceneview::CloudSource::State::Shown)); }

    ViewHost host;
    std::unique_ptr<sceneview::SceneView> view;

    FakeEditing &document() { return host.document; }
    sceneview::SceneSurface &surface() { return view->surface(); }
    QPoint screen(const geometry::Vector3 &place) { return surface().camera().project(place, surface().size())->at.toPoint(); }
    void move(QPoint at) { QTest::mouseMove(&surface(), at); }
    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {})
    {
        move(from);
        QTest::mousePress(&surface(), button, modifiers, from);
        sendMove((from + to) / 2, button);
        sendMove(to, button);
        QTest::mouseRelease(&surface(), button, modifiers, to);
    }
    void click(QPoint at, Qt::KeyboardModifiers modifiers = {}) { QTest::mouseClick(&surface(), Qt::LeftButton, modifiers, at); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&surface(), key, modifiers); }

    geometry::Cuboid cuboidOf(AnnotationId id)
    {
        const model::Annotation *annotation = document().annotation(id);
        return annotation ? std::get<geometry::Cuboid>(annotation->geometry) : geometry::Cuboid();
    }

    /// Into the folder that PLUMBLINE_SHOTS names, for people to look at.
    void shot(const char *name)
    {
        QTest::qWait(250);
        const QString folder = qEnvironmentVariable("PLUMBLINE_SHOTS");
        if (!folder.isEmpty())
            host.window.grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
    }

private:
    // A drag over a widget whose events QTest would send without the button.
    void sendMove(QPoint at, Qt::MouseButton button)
    {
        QMouseEvent event(QEvent::MouseMove, at, surface().mapToGlobal(at), Qt::NoButton, button, Qt::NoModifier);
        QCoreApplication::sendEvent(&surface(), &event);
    }
};

}  // namespace plumbline::test
