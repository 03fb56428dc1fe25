// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/lidardrive.h"
#include "plugins/views/scene/sceneview.h"
#include "tests/support/viewhost.h"

#include <QFile>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace plumbline::test {

/// A simulated drive on disk, with the truth of every point.
class PointDrive
{
public:
    explicit PointDrive(int count = 3, int rings = 40, int columns = 900)
    {
        simulation::LidarDriveOptions options;
        options.sweeps = count;
        options.rings = rings;
        options.columns = columns;
        const simulation::LidarDrive drive(17, options);
        actors = drive.actors();
        scene.convention = QStringLiteral("scene-json");
        scene.labelFrame = QStringLiteral("lidar");
        scene.sensors = {{QStringLiteral("lidar"), model::SensorKind::Lidar, simulation::LidarDrive::lidarPlace(), {}}};
        for (int i = 0; i < count; ++i) {
            sweeps.push_back(drive.sweep(i));
            const simulation::LidarSweep &sweep = sweeps.back();
            model::SceneFrame frame;
            frame.microseconds = sweep.microseconds;
            frame.world_from_ego = sweep.world_from_ego;
            frame.files = {{0, QStringLiteral("%1.bin").arg(i, 6, 10, QLatin1Char('0')), sweep.microseconds, {}}};
            scene.frames.push_back(frame);
            QFile file(folder.filePath(frame.files[0].path));
            if (!file.open(QIODevice::WriteOnly))
                qFatal("a sweep cannot be written");
            for (std::size_t p = 0; p < sweep.positions.size(); ++p) {
                const float values[4] = {sweep.positions[p][0], sweep.positions[p][1], sweep.positions[p][2], sweep.intensity[p]};
                file.write(reinterpret_cast<const char *>(values), sizeof(values));
            }
        }
    }

    /// The car that stands and is hit most in a sweep, or the next one after it.
    [[nodiscard]] simulation::LidarSweep::Truth parked(int which = 0) const
    {
        auto truth = sweeps[0].truth;
        std::erase_if(truth, [&](const auto &one) {
            const simulation::LidarActor &actor = actors[std::size_t(one.actor)];
            return actor.className != QLatin1String("car") || actor.speedMetresPerSecond != 0;
        });
        std::sort(truth.begin(), truth.end(), [](const auto &a, const auto &b) { return a.points > b.points; });
        return truth.at(std::size_t(which));
    }

    QTemporaryDir folder;
    model::Scene scene;
    std::vector<simulation::LidarActor> actors;
    std::vector<simulation::LidarSweep> sweeps;
};

/// How well chosen points are those that were meant.
struct Score {
    double precision = 0;
    double recall = 0;
    std::uint64_t chosen = 0;
};

/// The view on a drive, and hands.
class PointFixture
{
public:
    explicit PointFixture(PointDrive &shown, sceneview::CloudLimits limits = {}, bool withCache = false)
        : drive(shown), view(std::make_unique<sceneview::SceneView>(host, limits))
    {
        host.medium = drive.folder.path();
        if (withCache)
            host.cache = cache.path();
        host.document.shownScene = drive.scene;
        for (const char *name : {"road", "building"})
            model::addClass(host.document.mutableSchema(), host.document.identity.ids.make<ClassId>(), QString::fromLatin1(name));
        host.show(*view, QSize(1280, 820));
        model::Item item = *host.document.item();
        item.kind = model::ItemKind::Scene;
        item.name = QStringLiteral("drive");
        item.frames = std::int64_t(drive.scene.frames.size());
        host.document.showItem(item);
        view->showFrame(item, extension::LoadedFrame{});
        waitForPoints();
    }

    void waitForPoints() { QTRY_COMPARE(int(view->source().state()), int(sceneview::CloudSource::State::Shown)); }
    FakeEditing &document() { return host.document; }
    sceneview::SceneSurface &surface() { return view->surface(); }
    sceneview::PointBar &bar() { return *view->points().bar(); }
    void useClass(const char *name) { document().setCurrentClass(document().classNamed(name)); }
    void tool(const char *id) { view->trigger(QLatin1String(id)); }
    void options(const std::function<void(sceneview::PointOptions &)> &change)
    {
        sceneview::PointOptions options = bar().options();
        change(options);
        bar().setOptions(options);
    }
    void lookDown(const geometry::Vector3 &place, double distance)
    {
        view->trigger(QStringLiteral("scene.view.top"));
        sceneview::ViewCamera camera = surface().camera();
        camera.target = place;
        camera.distance = distance;
        surface().setCamera(camera);
    }
    QPoint screen(const geometry::Vector3 &place) { return surface().camera().project(place, surface().size())->at.toPoint(); }
    /// Along places, with the button held.
    void stroke(const std::vector<QPoint> &way, Qt::KeyboardModifiers modifiers = {}, const char *shotAtEnd = nullptr)
    {
        QTest::mouseMove(&surface(), way.front());
        QTest::mousePress(&surface(), Qt::LeftButton, modifiers, way.front());
        for (std::size_t i = 1; i < way.size(); ++i)
            for (int part = 1; part <= 4; ++part) {
                const QPoint at = way[i - 1] + (way[i] - way[i - 1]) * part / 4;
                QMouseEvent event(QEvent::MouseMove, at, surface().mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
                QCoreApplication::sendEvent(&surface(), &event);
            }
        if (shotAtEnd)
            shot(shotAtEnd);
        QTest::mouseRelease(&surface(), Qt::LeftButton, modifiers, way.back());
    }
    void click(const geometry::Vector3 &place, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(&surface(), Qt::LeftButton, modifiers, screen(place));
    }
    /// The point of the first sweep's ground that is nearest to a place.
    geometry::Vector3 onGround(double x, double y)
    {
        const auto &sweep = drive.sweeps[0];
        geometry::Vector3 best{};
        double nearest = 1e9;
        for (std::size_t i = 0; i < sweep.positions.size(); ++i) {
            const auto &p = sweep.positions[i];
            const double off = std::hypot(double(p[0]) - x, double(p[1]) - y);
            if (sweep.ground[i] == 0 || off >= nearest)
                continue;
            nearest = off;
            best = {double(p[0]), double(p[1]), double(p[2])};
        }
        return best;
    }
    /// Round a car on the ground, so far from it.
    std::vector<QPoint> round(const geometry::Cuboid &car, double off)
    {
        geometry::Cuboid wider = car;
        wider.size = {car.size[0] + 2 * off, car.size[1] + 2 * off, car.size[2]};
        const auto corners = geometry::cornersOf(wider);
        return {screen(corners[0]), screen(corners[1]), screen(corners[3]), screen(corners[2])};
    }

    const geometry::PointLabels *labels(std::int64_t frame)
    {
        for (const model::Annotation &annotation : document().annotations())
            if (annotation.frame && annotation.frame->index == frame)
                if (const auto *found = std::get_if<geometry::PointLabels>(&annotation.geometry))
                    return found;
        return nullptr;
    }
    Score score(std::int64_t frame, const char *className, const std::function<bool(std::size_t)> &meant)
    {
        const geometry::PointLabels *found = labels(frame);
        const geometry::PointLookup lookup(found ? *found : geometry::PointLabels());
        std::uint64_t both = 0;
        std::uint64_t wanted = 0;
        Score score;
        for (std::size_t i = 0; i < drive.sweeps[std::size_t(frame)].positions.size(); ++i) {
            const auto label = lookup.at(i);
            const bool chosen = label && found->classes[label->classIndex] == QLatin1String(className);
            score.chosen += chosen;
            wanted += meant(i);
            both += chosen && meant(i);
        }
        score.precision = score.chosen ? double(both) / double(score.chosen) : 0;
        score.recall = wanted ? double(both) / double(wanted) : 0;
        return score;
    }
    Score groundScore(std::int64_t frame)
    {
        return score(frame, "road", [&](std::size_t i) { return drive.sweeps[std::size_t(frame)].ground[i] != 0; });
    }
    Score actorScore(std::int64_t frame, std::int32_t actor, const char *className = "car")
    {
        return score(frame, className, [&](std::size_t i) { return drive.sweeps[std::size_t(frame)].actor[i] == actor; });
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&surface(), key, modifiers); }

    void shot(const char *name)
    {
        if (!qEnvironmentVariableIsSet("PLUMBLINE_SHOTS"))
            return;
        QTest::qWait(250);
        const QString path = qEnvironmentVariable("PLUMBLINE_SHOTS");
        if (!path.isEmpty())
            host.window.grab().save(path + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
    }

    PointDrive &drive;
    QTemporaryDir cache;
    ViewHost host;
    std::unique_ptr<sceneview::SceneView> view;
};

}  // namespace plumbline::test
