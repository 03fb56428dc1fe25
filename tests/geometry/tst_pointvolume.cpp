// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/geometry/cuboids.h"
#include "core/geometry/groundsurface.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace plumbline;
using namespace plumbline::geometry;

namespace {

using Positions = std::vector<std::array<float, 3>>;

Positions randomPoints(base::SeededRandom &random, int count, double reach)
{
    Positions points;
    for (int i = 0; i < count; ++i)
        points.push_back(
            {float(random.uniform(-reach, reach)), float(random.uniform(-reach, reach)), float(random.uniform(-reach, reach))});
    return points;
}

Pose somePose(double yaw, const Vector3 &shift)
{
    return {rotationFromYaw(yaw), shift};
}

// Looks along +x from (-20, 0, 0), 400 × 300 pixels.
ScreenProjection view(bool parallel = false)
{
    ScreenProjection projection;
    projection.eye = {-20, 0, 0};
    projection.right = {0, -1, 0};
    projection.up = {0, 0, 1};
    projection.forward = {1, 0, 0};
    projection.scale = parallel ? 10 : 300;
    projection.parallel = parallel;
    projection.width = 400;
    projection.height = 300;
    return projection;
}

std::vector<std::uint32_t> expected(const Positions &points, const Pose &pose, const std::function<bool(const Vector3 &)> &inside)
{
    std::vector<std::uint32_t> list;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (inside(transformed(pose, {double(points[i][0]), double(points[i][1]), double(points[i][2])})))
            list.push_back(std::uint32_t(i));
    return list;
}

double toSegment(const Vector3 &p, const Vector3 &a, const Vector3 &b)
{
    double along = 0;
    double length = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        along += (p[i] - a[i]) * (b[i] - a[i]);
        length += (b[i] - a[i]) * (b[i] - a[i]);
    }
    const double share = length > 0 ? std::clamp(along / length, 0.0, 1.0) : 0;
    return std::hypot(p[0] - a[0] - share * (b[0] - a[0]), p[1] - a[1] - share * (b[1] - a[1]),
                      p[2] - a[2] - share * (b[2] - a[2]));
}

}  // namespace

/// What volumes choose, against the plain definition of each, point by point.
class TestPointVolume : public QObject
{
    Q_OBJECT

private slots:
    void lassosChooseWhatTheyCover_data()
    {
        QTest::addColumn<bool>("parallel");
        QTest::newRow("perspective") << false;
        QTest::newRow("parallel") << true;
    }
    void lassosChooseWhatTheyCover()
    {
        QFETCH(bool, parallel);
        base::SeededRandom random(3);
        Positions points = randomPoints(random, 150'000, 30);
        points[7] = {std::numeric_limits<float>::quiet_NaN(), 0, 0};
        points[8] = {0, std::numeric_limits<float>::infinity(), 0};
        const Pose pose = somePose(0.4, {2, -1, 0.5});
        const ScreenProjection screen = view(parallel);
        // A triangle.
        const std::vector<Point> outline{{100, 80}, {330, 150}, {120, 260}};
        const auto lasso = lassoOver(screen, outline);
        QVERIFY(lasso);
        const auto chosen = pointsInside(*lasso, {points, pose});
        const auto wanted = expected(points, pose, [&](const Vector3 &p) {
            const double depth = p[0] + 20;
            if (!std::isfinite(p[0] + p[1] + p[2]) || (!parallel && depth < screen.nearest))
                return false;
            const double scale = parallel ? screen.scale : screen.scale / depth;
            // The pixel's middle decides.
            const double x = std::floor(200 - p[1] * scale) + 0.5;
            const double y = std::floor(150 - p[2] * scale) + 0.5;
            bool all = true;
            for (std::size_t i = 0; i < 3; ++i) {
                const Point &a = outline[i];
                const Point &b = outline[(i + 1) % 3];
                all = all && (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) > 0;
            }
            return all;
        });
        QVERIFY(wanted.size() > 1000);
        // Pixels whose middle lies on the outline may fall to either side.
        std::vector<std::uint32_t> other;
        std::set_symmetric_difference(chosen.begin(), chosen.end(), wanted.begin(), wanted.end(), std::back_inserter(other));
        QVERIFY2(other.size() * 500 < wanted.size(), qPrintable(QStringLiteral("%1 of %2").arg(other.size()).arg(wanted.size())));
        QCOMPARE(pointsInside(*lasso, {points, pose}, 1), chosen);
        QCOMPARE(pointsInside(*lasso, {points, pose}, 3), chosen);
    }

    void outlinesThatCoverNothing()
    {
        const auto nan = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(!lassoOver(view(), {}));
        QVERIFY(!lassoOver(view(), {{10, 10}, {20, 20}}));
        QVERIFY(!lassoOver(view(), {{10, 10}, {20, 20}, {30, 30}}));
        QVERIFY(!lassoOver(view(), {{-50, 10}, {-20, 20}, {-50, 40}}));
        QVERIFY(!lassoOver(view(), {{10, nan}, {20, 20}, {30, 0}}));
        QVERIFY(!lassoOver({}, {{10, 10}, {20, 20}, {30, 0}}));
        // Outside in part: the screen ends it. A loop that is gone round twice has no hole.
        const auto all = lassoOver(view(), {{-1e9, -1e9}, {1e9, -1e9}, {1e9, 1e9}, {-1e9, 1e9}});
        QVERIFY(all);
        QCOMPARE(std::count(all->inside.begin(), all->inside.end(), 1), 400 * 300);
        const auto twice = lassoOver(view(), {{10, 10}, {50, 10}, {50, 50}, {10, 50}, {10, 10}, {50, 10}, {50, 50}, {10, 50}});
        QVERIFY(twice);
        QCOMPARE(std::count(twice->inside.begin(), twice->inside.end(), 1), 40 * 40);
    }

    void hiddenPointsStayOut()
    {
        // A wall before another one, and the second seen beside it.
        Positions points;
        for (double z = -4; z <= 4; z += 0.1)
            for (double y = -4; y <= 4; y += 0.1) {
                if (y < 0)
                    points.push_back({0, float(y), float(z)});
                points.push_back({10, float(y), float(z)});
            }
        auto lasso = lassoOver(view(), {{0, 0}, {400, 0}, {400, 300}, {0, 300}});
        QVERIFY(lasso);
        QCOMPARE(pointsInside(*lasso, {points, {}}).size(), points.size());
        keepSeen(*lasso, {{points, {}}});
        std::size_t front = 0;
        std::size_t hidden = 0;
        std::size_t open = 0;
        for (const std::uint32_t i : pointsInside(*lasso, {points, {}}))
            ++(points[i][0] < 5 ? front : points[i][1] < -0.4F ? hidden : open);
        const auto ahead = std::count_if(points.begin(), points.end(), [](const auto &p) { return p[0] < 5; });
        QCOMPARE(front, std::size_t(ahead));
        // The wall behind reaches further out on the screen than the one before does on its lower edge: none of it is seen there.
        QCOMPARE(hidden, std::size_t(0));
        QVERIFY(open > 1500);
    }

    void surfacesAreCarriedOn()
    {
        base::SeededRandom random(11);
        const auto wall = [&](double x) {
            Positions points;
            for (int i = 0; i < 4000; ++i)
                points.push_back({float(x + random.normal(0, 0.02)), float(random.uniform(-5, 5)), float(random.uniform(-3, 3))});
            return points;
        };
        auto lasso = lassoOver(view(), {{120, 80}, {280, 80}, {280, 220}, {120, 220}});
        QVERIFY(lasso);
        const Positions first = wall(0);
        Positions chosen;
        for (const std::uint32_t i : pointsInside(*lasso, {first, {}}))
            chosen.push_back(first[i]);
        QVERIFY(chosen.size() > 500);
        keepNear(*lasso, {{chosen, {}}}, 0.3);
        // The same wall seen again from a vehicle that went on by a metre: as many points. The one behind it: none.
        const auto again = pointsInside(*lasso, {wall(-1), somePose(0, {1, 0, 0})});
        QVERIFY(std::abs(double(again.size()) - double(chosen.size())) < 0.15 * double(chosen.size()));
        QVERIFY(pointsInside(*lasso, {wall(4), {}}).empty());
        QVERIFY(pointsInside(*lasso, {wall(-2), {}}).empty());
    }

    void strokesBoxesAndCells()
    {
        base::SeededRandom random(9);
        const Positions points = randomPoints(random, 30'000, 12);
        const Pose pose = somePose(-1.1, {1, 2, 3});
        StrokeVolume stroke;
        stroke.dabs = {{{0, 0, 0}, 1.5, false}, {{6, 2, 1}, 1.5, true}, {{-5, -5, -5}, 2, false}};
        const auto inStroke = pointsInside(stroke, {points, pose});
        QCOMPARE(inStroke, expected(points, pose, [](const Vector3 &p) {
                     return toSegment(p, {0, 0, 0}, {6, 2, 1}) <= 1.5 || toSegment(p, {-5, -5, -5}, {-5, -5, -5}) <= 2;
                 }));
        QVERIFY(inStroke.size() > 100);
        QVERIFY(pointsInside(StrokeVolume{}, {points, pose}).empty());

        BoxVolume box;
        box.cuboid.centre = {1, 2, 0};
        box.cuboid.size = {6, 3, 2};
        box.cuboid.rotation = rotationFromYaw(0.7);
        const auto inBox = pointsInside(box, {points, pose});
        QCOMPARE(inBox, expected(points, pose, [&](const Vector3 &p) { return contains(box.cuboid, p); }));
        QVERIFY(inBox.size() > 20);

        // Cells hold the points they were made of and nothing further than two cells away.
        Positions some(points.begin(), points.begin() + 50);
        const CellsVolume cells = cellsAround({{some, pose}}, 0.5);
        const auto inCells = pointsInside(cells, {points, pose});
        for (std::uint32_t i = 0; i < 50; ++i)
            QVERIFY(std::binary_search(inCells.begin(), inCells.end(), i));
        for (const std::uint32_t i : inCells) {
            float nearest = 1e9F;
            for (const auto &p : some)
                nearest = std::min(nearest, std::hypot(p[0] - points[i][0], p[1] - points[i][1], p[2] - points[i][2]));
            QVERIFY(nearest < 2 * 0.5 * std::sqrt(3.0));
        }
        QVERIFY(!cellKey({1e9, 0, 0}, 0.1));
        QVERIFY(!cellKey({std::numeric_limits<double>::quiet_NaN(), 0, 0}, 0.1));
    }

    void groundUnderCarsAndHouses()
    {
        base::SeededRandom random(21);
        Positions points;
        std::vector<bool> isGround;
        const auto height = [](double x, double y) { return 0.04 * x + 0.2 * std::sin(y / 9); };
        for (int i = 0; i < 60'000; ++i) {
            const double x = random.uniform(-30, 30);
            const double y = random.uniform(-30, 30);
            const bool house = y > 15;
            const bool car = x > 3 && x < 8 && y > -4 && y < -2;
            const double z = height(x, y)
                             + (house ? random.uniform(3, 9)
                                : car ? random.uniform(0.4, 1.5)
                                      : random.normal(0, 0.02));
            points.push_back({float(x), float(y), float(z)});
            isGround.push_back(!house && !car);
        }
        // Reflections below the road.
        for (int i = 0; i < 30; ++i) {
            points.push_back({float(random.uniform(-30, 30)), float(random.uniform(-30, 10)), -4});
            isGround.push_back(false);
        }
        const auto surface = groundSurface({{points, {}}}, 0.15);
        QVERIFY(surface);
        const SurfaceVolume street = connectedFrom(*surface, -5, 0);
        const auto chosen = pointsInside(street, {points, {}});
        std::size_t right = 0;
        for (const std::uint32_t i : chosen)
            right += isGround[i];
        const auto all = std::size_t(std::count(isGround.begin(), isGround.end(), true));
        QVERIFY2(double(right) > 0.97 * double(all), qPrintable(QStringLiteral("%1 of %2").arg(right).arg(all)));
        QVERIFY2(double(right) > 0.995 * double(chosen.size()),
                 qPrintable(QStringLiteral("%1 of %2").arg(right).arg(chosen.size())));
        QVERIFY(surface->heightAt(0, 25) && !street.heightAt(0, 25));
        QVERIFY(!surface->heightAt(500, 0));
        QVERIFY(!connectedFrom(*surface, 500, 0).heightAt(0, 0));
        QVERIFY(!groundSurface({}));
        const Positions none{{std::numeric_limits<float>::quiet_NaN(), 0, 0}};
        QVERIFY(!groundSurface({{none, {}}}));
        const Positions single{{1, 2, 3}};
        QVERIFY(pointsInside(*groundSurface({{single, {}}}), {single, {}}).empty());
    }

    void clustersEndAtGaps()
    {
        base::SeededRandom random(4);
        std::vector<Vector3> points;
        const auto ball = [&](double x, int count) {
            for (int i = 0; i < count; ++i)
                points.push_back({x + random.uniform(-1, 1), random.uniform(-1, 1), random.uniform(-1, 1)});
        };
        ball(0, 800);
        ball(4, 500);
        const auto first = clusterFrom(points, 3);
        QCOMPARE(first.size(), std::size_t(800));
        QCOMPARE(first.front(), 3U);
        QVERIFY(std::all_of(first.begin(), first.end(), [](std::uint32_t i) { return i < 800; }));
        QCOMPARE(clusterFrom(points, 1000).size(), std::size_t(500));
        QCOMPARE(clusterFrom(points, 3, {2.5, 20, 1'000'000}).size(), points.size());
        QCOMPARE(clusterFrom(points, 3, {0.5, 12, 100}).size(), std::size_t(100));
        QVERIFY(clusterFrom(points, 3, {0.5, 0.4, 1'000'000}).size() < 400);
        QVERIFY(clusterFrom(points, 99'999).empty());
        QVERIFY(clusterFrom(points, 3, {0, 12, 100}).empty());
    }
};

QTEST_APPLESS_MAIN(TestPointVolume)
#include "tst_pointvolume.moc"
