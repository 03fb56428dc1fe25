// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Budgets 2 and 3: a cloud from being asked for to its first picture, against PCL's bare load of the same file, the time of a
// frame with 10 and 100 million points against that with one, and that of a step while a box is dragged over it. A frame is one turn
// of the camera until the window has been painted after it. Needs a display (xvfb-run). Beside it a lasso over half of the screen in
// 10 million points, and the change of their labels.
//
//   bench_cloud FOLDER PCLLOAD [MILLIONS…]     FOLDER: takes the clouds (17 MB a million); PCLLOAD: the peer, or "" without it

#include "core/base/random.h"
#include "core/geometry/pointlabeling.h"
#include "core/geometry/pointvolume.h"
#include "plugins/views/scene/scenesurface.h"
#include "plugins/views/scene/sceneview.h"
#include "tests/support/viewhost.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMouseEvent>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

#include <sys/resource.h>

using namespace plumbline;

namespace {

constexpr double million = 1e6;

double median(std::vector<double> of)
{
    std::nth_element(of.begin(), of.begin() + static_cast<std::ptrdiff_t>(of.size() / 2), of.end());
    return of[of.size() / 2];
}

// A rolling landscape with trees, 300 m to a side: x y z intensity, binary PCD.
bool writeCloud(const QString &path, std::uint64_t points)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(QStringLiteral("# .PCD v0.7\nVERSION 0.7\nFIELDS x y z intensity\nSIZE 4 4 4 4\nTYPE F F F F\nCOUNT 1 1 1 1\n"
                              "WIDTH %1\nHEIGHT 1\nVIEWPOINT 0 0 0 1 0 0 0\nPOINTS %1\nDATA binary\n")
                   .arg(points)
                   .toLatin1());
    base::SeededRandom random(points);
    std::vector<float> block;
    constexpr std::uint64_t atOnce = 1 << 18;
    for (std::uint64_t done = 0; done < points; done += atOnce) {
        block.clear();
        for (std::uint64_t i = done; i < std::min(points, done + atOnce); ++i) {
            const double x = random.uniform(-150, 150);
            const double y = random.uniform(-150, 150);
            const bool tree = i % 5 == 0 && std::fmod(std::abs(x) + std::abs(y), 17) < 3;
            const double ground = 3 * std::sin(x / 31) + 2 * std::cos(y / 23);
            block.insert(block.end(),
                         {float(x), float(y), float(ground + (tree ? random.uniform(0, 12) : random.normal(0, 0.02))),
                          float(random.uniform())});
        }
        file.write(reinterpret_cast<const char *>(block.data()), qint64(block.size() * sizeof(float)));
    }
    return file.flush();
}

struct Figures {
    double firstMilliseconds = 0;
    double refinedSeconds = 0;
    double turnMilliseconds = 0;  ///< median
    double restMilliseconds = 0;
    double dragMilliseconds = 0;  ///< median; with the count of points in the box
    double worstDragMilliseconds = 0;
    std::size_t drawnAtRest = 0;
};

Figures look(const QString &path)
{
    QTemporaryDir cache;
    test::ViewHost host;
    host.medium = path;
    host.cache = cache.path();
    model::Item item;
    item.id = host.document.identity.ids.make<ItemId>();
    item.kind = model::ItemKind::Scene;
    item.name = QFileInfo(path).fileName();
    model::Scene scene;
    scene.item = item.id;
    scene.sensors.push_back({QStringLiteral("lidar"), model::SensorKind::Lidar, {}, {}});
    scene.labelFrame = QStringLiteral("lidar");
    scene.frames.push_back({0, {}, {{0, item.name, 0, {}}}});
    host.document.shownScene = scene;
    sceneview::SceneView view(host);
    host.show(view, {1280, 800});
    QTest::qWait(300);
    auto *surface = view.widget()->findChild<sceneview::SceneSurface *>();
    sceneview::CloudCanvas *canvas = surface->canvas();
    Figures figures;
    if (!canvas)
        return figures;
    QElapsedTimer timer;
    timer.start();
    host.document.showItem(item);
    view.showFrame(item, extension::LoadedFrame{});
    while (canvas->drawn() == 0 && timer.elapsed() < 60'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    host.window.repaint();
    figures.firstMilliseconds = double(timer.nsecsElapsed()) / 1e6;
    // Until nothing is read any more.
    while (timer.elapsed() < 900'000) {
        QTest::qWait(500);
        if (host.runner.jobs().empty())
            break;
    }
    figures.refinedSeconds = double(timer.elapsed()) / 1e3;
    QTest::qWait(1000);
    const auto frame = [&] {
        QElapsedTimer one;
        one.start();
        canvas->update();
        host.window.repaint();
        QCoreApplication::processEvents();
        return double(one.nsecsElapsed()) / 1e6;
    };
    figures.restMilliseconds = median({frame(), frame(), frame()});
    figures.drawnAtRest = canvas->drawn();
    std::vector<double> turns;
    for (int i = 0; i < 60; ++i) {
        sceneview::ViewCamera camera = surface->camera();
        camera.orbit({i < 30 ? 6.0 : -6.0, 0});
        QElapsedTimer one;
        one.start();
        surface->setCamera(camera);
        host.window.repaint();
        QCoreApplication::processEvents();
        if (i >= 10)
            turns.push_back(double(one.nsecsElapsed()) / 1e6);
    }
    figures.turnMilliseconds = median(turns);
    // A selected box is moved by hand, from above.
    QTest::qWait(1500);
    geometry::Cuboid cuboid;
    cuboid.centre = {10, 10, 2};
    cuboid.size = {4.5, 1.9, 6};
    cuboid.coordinateFrame = QStringLiteral("lidar");
    host.document.select({host.document.add(cuboid).id});
    view.trigger(QStringLiteral("scene.view.selection"));
    view.trigger(QStringLiteral("scene.view.top"));
    QTest::qWait(3000);
    const auto send = [&](QEvent::Type type, QPointF at) {
        const bool moves = type == QEvent::MouseMove;
        QMouseEvent event(type, at, surface->mapToGlobal(at), moves ? Qt::NoButton : Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(surface, &event);
    };
    const QPointF from = surface->camera().project(cuboid.centre, surface->size())->at;
    send(QEvent::MouseButtonPress, from);
    std::vector<double> drags;
    for (int i = 1; i <= 60; ++i) {
        QElapsedTimer one;
        one.start();
        send(QEvent::MouseMove, from + QPointF(3.0 * i, 1.0 * i));
        host.window.repaint();
        QCoreApplication::processEvents();
        drags.push_back(double(one.nsecsElapsed()) / 1e6);
    }
    send(QEvent::MouseButtonRelease, from + QPointF(180, 60));
    figures.dragMilliseconds = median(drags);
    figures.worstDragMilliseconds = *std::max_element(drags.begin(), drags.end());
    return figures;
}

// Points in the order of a turning sensor, so that labels lie in runs as they do in sweeps.
void lasso()
{
    constexpr std::uint32_t count = 10'000'000;
    std::vector<std::array<float, 3>> positions(count);
    base::SeededRandom random(7);
    for (std::uint32_t i = 0; i < count; ++i) {
        const double angle = double(i % 2000) / 2000 * 6.283185307179586;
        const double range = 5 + 60 * double(i / 2000) / (count / 2000.0);
        positions[i] = {float(range * std::cos(angle)), float(range * std::sin(angle)), float(random.uniform(-2, 2))};
    }
    geometry::ScreenProjection view;
    view.eye = {-30, 0, 30};
    view.forward = {0.7071067811865476, 0, -0.7071067811865476};
    view.right = {0, -1, 0};
    view.up = {0.7071067811865476, 0, 0.7071067811865476};
    view.width = 1280;
    view.height = 800;
    view.scale = 800;
    std::vector<geometry::Point> outline;
    for (int i = 0; i < 400; ++i)
        outline.push_back({640 + 450 * std::cos(i * 0.0157), 400 + 300 * std::sin(i * 0.0157)});
    std::vector<double> choosing;
    std::vector<double> changing;
    std::vector<double> busy;  // of all threads together
    std::size_t found = 0;
    std::uint64_t changed = 0;
    for (int round = 0; round < 5; ++round) {
        QElapsedTimer timer;
        timer.start();
        const std::clock_t before = std::clock();
        const auto volume = geometry::lassoOver(view, outline);
        if (!volume)
            return;
        const auto inside = geometry::pointsInside(*volume, {positions, {}});
        geometry::PointSet chosen(count);
        for (const std::uint32_t index : inside)
            chosen.insert(index);
        choosing.push_back(double(timer.nsecsElapsed()) / 1e6);
        busy.push_back(double(std::clock() - before) * 1e3 / CLOCKS_PER_SEC);
        found = inside.size();
        timer.restart();
        geometry::PointEdit edit;
        edit.className = QStringLiteral("road");
        const auto edited = geometry::edited(geometry::unlabeledPoints(count, {}), chosen, edit);
        changing.push_back(double(timer.nsecsElapsed()) / 1e6);
        changed = edited ? edited->changed : 0;
    }
    constexpr double wanted = 100;
    std::printf("{\"name\": \"cloud-10M-lasso\", \"ours\": %.1f, \"peer\": %.1f, \"peer_name\": \"100 ms\", \"ratio\": %.3f, "
                "\"points\": %zu, \"processor\": %.1f, \"unit\": \"ms\"}\n",
                median(choosing), wanted, median(choosing) / wanted, found, median(busy));
    std::printf("{\"name\": \"cloud-10M-labels\", \"ours\": %.1f, \"points\": %llu, \"unit\": \"ms\"}\n", median(changing),
                static_cast<unsigned long long>(changed));
    std::fflush(stdout);
}

double pclLoad(const QString &program, const QString &path)
{
    QProcess peer;
    peer.start(program, {path});
    if (program.isEmpty() || !peer.waitForFinished(300'000) || peer.exitCode() != 0)
        return 0;
    return peer.readAllStandardOutput().trimmed().toDouble();
}

}  // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 3) {
        std::fprintf(stderr, "bench_cloud FOLDER PCLLOAD [MILLIONS…]\n");
        return 2;
    }
    lasso();
    QStringList sizes = arguments.mid(3);
    // 0: the lasso alone.
    if (sizes == QStringList{QStringLiteral("0")})
        return 0;
    if (sizes.isEmpty())
        sizes = {QStringLiteral("10")};
    const auto pathOf = [&](int millions) { return QStringLiteral("%1/cloud%2.pcd").arg(arguments[1]).arg(millions); };
    if (!writeCloud(pathOf(1), std::uint64_t(million)))
        return 1;
    const Figures one = look(pathOf(1));
    for (const QString &size : std::as_const(sizes)) {
        const int millions = size.toInt();
        const QString path = pathOf(millions);
        if (!writeCloud(path, std::uint64_t(millions * million)))
            return 1;
        const double peer = pclLoad(arguments[2], path);
        const Figures figures = look(path);
        if (peer > 0)
            std::printf(
                "{\"name\": \"cloud-%dM-first-picture\", \"ours\": %.1f, \"peer\": %.1f, \"peer_name\": \"PCL loadPCDFile\", "
                "\"ratio\": %.3f, \"unit\": \"ms\"}\n",
                millions, figures.firstMilliseconds, peer, figures.firstMilliseconds / peer);
        else
            std::printf("{\"name\": \"cloud-%dM-first-picture\", \"ours\": %.1f, \"skipped\": \"PCL's loader is not built\"}\n",
                        millions, figures.firstMilliseconds);
        std::printf("{\"name\": \"cloud-%dM-turn\", \"ours\": %.1f, \"peer\": %.1f, \"peer_name\": \"the same with 1 M points\", "
                    "\"ratio\": %.3f, \"unit\": \"ms\"}\n",
                    millions, figures.turnMilliseconds, one.turnMilliseconds, figures.turnMilliseconds / one.turnMilliseconds);
        std::printf("{\"name\": \"cloud-%dM-drag-box\", \"ours\": %.1f, \"worst\": %.1f, \"peer\": %.1f, \"peer_name\": \"the "
                    "same with 1 M "
                    "points\", \"ratio\": %.3f, \"unit\": \"ms\"}\n",
                    millions, figures.dragMilliseconds, figures.worstDragMilliseconds, one.dragMilliseconds,
                    figures.dragMilliseconds / one.dragMilliseconds);
        rusage used{};
        ::getrusage(RUSAGE_SELF, &used);
        std::printf(
            "{\"name\": \"cloud-%dM-rest\", \"ours\": %.1f, \"points\": %zu, \"refined_after_s\": %.1f, \"memory_MB\": %ld, "
            "\"unit\": \"ms\"}\n",
            millions, figures.restMilliseconds, figures.drawnAtRest, figures.refinedSeconds, used.ru_maxrss / 1024);
        std::fflush(stdout);
        QFile::remove(path);
    }
    return 0;
}
