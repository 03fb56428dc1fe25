// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/geometry/cuboids.h"
#include "core/geometry/overlap.h"
#include "tests/support/samples.h"

#include <QFile>
#include <QTest>

#include <opencv2/calib3d.hpp>

#include <cmath>
#include <numbers>

using namespace plumbline;
using namespace plumbline::geometry;

namespace {

constexpr double pi = std::numbers::pi;

double apart(const Vector3 &a, const Vector3 &b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

std::array<double, 4> randomRotation(base::SeededRandom &random)
{
    std::array<double, 4> q;
    double length = 0;
    for (double &part : q) {
        part = random.uniform() * 2 - 1;
        length += part * part;
    }
    for (double &part : q)
        part /= std::sqrt(length) * (q[3] < 0 ? -1 : 1);
    return q;
}

Camera camera(LensModel lens, const std::array<double, 8> &distortion)
{
    return {lens, 1280, 720, 900, 910, 640, 355, 0, distortion};
}

}  // namespace

class TestSceneGeometry : public QObject
{
    Q_OBJECT

private slots:
    void posesComposeAndInvert()
    {
        base::SeededRandom random(1);
        for (int i = 0; i < 200; ++i) {
            const auto v = [&] {
                return Vector3{random.uniform() * 20 - 10, random.uniform() * 20 - 10, random.uniform() * 20 - 10};
            };
            const Pose a{randomRotation(random), v()};
            const Pose b{randomRotation(random), v()};
            const Vector3 p = v();
            QVERIFY(apart(transformed(composed(a, b), p), transformed(a, transformed(b, p))) < 1e-12);
            QVERIFY(apart(transformed(inverted(a), transformed(a, p)), p) < 1e-12);
            const auto again = poseFromMatrix(rotationMatrix(a), a.translation);
            QVERIFY(again && apart(transformed(*again, p), transformed(a, p)) < 1e-12);
        }
    }

    void yawTurnsCounterClockwise()
    {
        const Vector3 left = rotated(rotationFromYaw(pi / 2), {1, 0, 0});
        QVERIFY(apart(left, {0, 1, 0}) < 1e-15);
        for (const double yaw : {-3.0, -.5, 0.0, 1.0, 3.1})
            QVERIFY(std::abs(yawOf(rotationFromYaw(yaw)) - yaw) < 1e-12);
        QCOMPARE(wrappedAngle(-pi), pi);
        QVERIFY(std::abs(wrappedAngle(7) - (7 - 2 * pi)) < 1e-15);
    }

    void brokenRotationsAreRefused()
    {
        QVERIFY(!poseFromMatrix({1, 0, 0, 0, 1, 0, 0, 0, 0}, {}));
        QVERIFY(!poseFromMatrix({1, 0, 0, 0, 1, 0, 0, 0, -1}, {}));
        QVERIFY(!poseFromMatrix({2, 0, 0, 0, 2, 0, 0, 0, 2}, {}));
        QVERIFY(!poseFromMatrix({1, 0, 0, 0, 1, 0, 0, 0, std::nan("")}, {}));
        QVERIFY(poseFromMatrix({1.001, 0, 0, 0, 1, 0, 0, 0, 1}, {}));
    }

    void interpolationTakesTheShorterArcAtConstantSpeed()
    {
        const Pose from{rotationFromYaw(3), {0, 0, 0}};
        const Pose to{rotationFromYaw(-3), {4, 0, 0}};
        const double whole = 2 * pi - 6;
        for (const double share : {0.0, .25, .5, 1.0}) {
            const Pose between = interpolated(from, to, share);
            QVERIFY(std::abs(wrappedAngle(yawOf(between.rotation) - 3 - share * whole)) < 1e-12);
            QVERIFY(std::abs(between.translation[0] - 4 * share) < 1e-12);
        }
    }

    void lensesAgreeWithOpenCv_data()
    {
        QTest::addColumn<int>("lens");
        QTest::addColumn<QList<double>>("k");
        QTest::newRow("pinhole") << int(LensModel::Pinhole) << QList<double>{};
        QTest::newRow("brown") << int(LensModel::BrownConrady) << QList<double>{-.28, .07, .0002, -.0003, .02};
        QTest::newRow("rational") << int(LensModel::BrownConrady) << QList<double>{.3, -.1, .001, -.002, .01, .5, -.05, .02};
        QTest::newRow("fisheye") << int(LensModel::FisheyeEquidistant) << QList<double>{-.02, .006, -.003, .0005};
    }

    void lensesAgreeWithOpenCv()
    {
        QFETCH(int, lens);
        QFETCH(QList<double>, k);
        std::array<double, 8> distortion{};
        std::copy(k.begin(), k.end(), distortion.begin());
        const Camera own = camera(LensModel(lens), distortion);
        QVERIFY(isUsable(own));
        const cv::Matx33d matrix(own.fx, 0, own.cx, 0, own.fy, own.cy, 0, 0, 1);
        base::SeededRandom random(2);
        int compared = 0;
        for (int i = 0; i < 400; ++i) {
            const Vector3 p{random.uniform() * 8 - 4, random.uniform() * 4 - 2, 4 + random.uniform() * 20};
            const auto pixel = projected(own, p);
            if (!pixel)
                continue;
            ++compared;
            std::vector<cv::Point2d> expected;
            const std::vector<cv::Point3d> points{{p[0], p[1], p[2]}};
            const cv::Vec3d none(0, 0, 0);
            if (LensModel(lens) == LensModel::FisheyeEquidistant)
                cv::fisheye::projectPoints(points, expected, none, none, matrix, std::vector<double>(k.begin(), k.end()));
            else
                cv::projectPoints(points, none, none, matrix, std::vector<double>(k.begin(), k.end()), expected);
            QVERIFY(std::hypot(pixel->x - expected[0].x, pixel->y - expected[0].y) < 1e-9);
            const auto ray = rayThrough(own, *pixel);
            QVERIFY(ray);
            const double length = std::hypot(p[0], p[1], p[2]);
            QVERIFY(apart(*ray, {p[0] / length, p[1] / length, p[2] / length}) < 1e-8);
        }
        QVERIFY(compared > 300);
    }

    void whatTheCameraDoesNotSeeHasNoPixel()
    {
        const Camera pinhole = camera(LensModel::Pinhole, {});
        QVERIFY(!projected(pinhole, {0, 0, -1}));
        QVERIFY(!projected(pinhole, {1, 1, 0}));
        QVERIFY(!projected(pinhole, {std::nan(""), 0, 1}));
        // Strong barrel distortion: beyond its turning point the polynomial leads back into the picture.
        const Camera barrel = camera(LensModel::BrownConrady, {-.3, 0, 0, 0, 0, 0, 0, 0});
        const double limit = fieldLimit(barrel);
        QVERIFY(std::abs(std::tan(limit) - 1 / std::sqrt(.9)) < .02);
        QVERIFY(projected(barrel, {std::tan(limit - .01), 0, 1}));
        QVERIFY(!projected(barrel, {std::tan(limit + .01), 0, 1}));
        QVERIFY(!projected(barrel, {1.8, 0, 1}));
        const Camera fisheye = camera(LensModel::FisheyeEquidistant, {});
        QVERIFY(projected(fisheye, {1, 0, -.5}));
        QVERIFY(!projected(fisheye, {0, 0, -1}));
        QVERIFY(!isUsable(Camera{}));
    }

    void segmentsAreCutWhereTheyLeaveTheView()
    {
        const Camera pinhole = camera(LensModel::Pinhole, {});
        const auto lines = projectedSegment(pinhole, {1, 0, 5}, {1, 0, -5});
        QCOMPARE(lines.size(), std::size_t(1));
        QCOMPARE(lines.front().front().x, 900.0 / 5 + 640);
        QVERIFY(lines.front().back().x > 1e5);
        QVERIFY(projectedSegment(pinhole, {1, 0, -1}, {2, 0, -5}).empty());
    }

    void cornersFollowTheirBits()
    {
        const Cuboid car{{10, 5, 1}, {4, 2, 1.5}, rotationFromYaw(pi / 2), QStringLiteral("ego")};
        const auto corners = cornersOf(car);
        QVERIFY(apart(corners[0], {11, 3, .25}) < 1e-12);
        QVERIFY(apart(corners[1], {11, 7, .25}) < 1e-12);
        QVERIFY(apart(corners[6], {9, 3, 1.75}) < 1e-12);
        QVERIFY(contains(car, {10.9, 6.9, 1.7}));
        QVERIFY(!contains(car, {11.1, 5, 1}));
    }

    void volumesOverlapAsCounted()
    {
        const Cuboid unit{{0, 0, 0}, {2, 2, 2}, {0, 0, 0, 1}, {}};
        Cuboid other = unit;
        QVERIFY(std::abs(cuboidIou(unit, other) - 1) < 1e-12);
        other.centre = {1, 1, 1};
        QVERIFY(std::abs(cuboidIou(unit, other) - 1.0 / 15) < 1e-12);
        other.centre = {2, 0, 0};
        QCOMPARE(cuboidIou(unit, other), 0.0);
        other = {{0, 0, 0}, {1, 1, 1}, {0, 0, 0, 1}, {}};
        QVERIFY(std::abs(cuboidIou(unit, other) - .125) < 1e-12);
        // Standing on the same ground, partly beside each other: two faces lie in one plane.
        other = {{1, 0, -.5}, {2, 2, 1}, {0, 0, 0, 1}, {}};
        QVERIFY(std::abs(cuboidIou(unit, other) - 2.0 / 10) < 1e-12);
        // A square turned by 45 degrees: the regular octagon has 8 (√2 - 1) of its 4.
        other = unit;
        other.rotation = rotationFromYaw(pi / 4);
        const double common = 2 * 8 * (std::sqrt(2.0) - 1);
        QVERIFY(std::abs(cuboidIou(unit, other) - common / (16 - common)) < 1e-9);
        other.size[2] = 0;
        QCOMPARE(cuboidIou(unit, other), 0.0);
    }

    void overlapDoesNotDependOnWhereAndHowItIsLookedAt()
    {
        base::SeededRandom random(4);
        for (int i = 0; i < 300; ++i) {
            const auto v = [&](double reach) {
                return Vector3{random.uniform() * reach, random.uniform() * reach, random.uniform() * reach};
            };
            const auto sides = [&] {
                return Vector3{.5 + random.uniform() * 4, .5 + random.uniform() * 2, .5 + random.uniform() * 2};
            };
            const Cuboid a{v(2), sides(), randomRotation(random), {}};
            const Cuboid b{v(2), sides(), randomRotation(random), {}};
            const double here = cuboidIou(a, b);
            QVERIFY(here >= 0 && here <= 1);
            QVERIFY(std::abs(cuboidIou(b, a) - here) < 1e-9);
            const Pose elsewhere{randomRotation(random), {6e5, -4e6, 100}};
            QVERIFY(std::abs(cuboidIou(transformed(elsewhere, a, {}), transformed(elsewhere, b, {})) - here) < 1e-6);
            // Against counting points.
            if (i < 8) {
                int inA = 0;
                int inB = 0;
                int inBoth = 0;
                for (int n = 0; n < 20000; ++n) {
                    const Vector3 p{random.uniform() * 10 - 4, random.uniform() * 10 - 4, random.uniform() * 10 - 4};
                    const bool ia = contains(a, p);
                    const bool ib = contains(b, p);
                    inA += ia;
                    inB += ib;
                    inBoth += ia && ib;
                }
                QVERIFY(std::abs(double(inBoth) / std::max(1, inA + inB - inBoth) - here) < .1);
            }
        }
    }

    void differencesAreToldInTheirOwnUnits()
    {
        const Cuboid truth{{10, 0, 1}, {4, 2, 1.5}, {0, 0, 0, 1}, {}};
        Cuboid said = truth;
        said.size[0] = 4.5;
        said.centre[0] = 10.25;
        CuboidDifference difference = differenceOf(said, truth);
        QVERIFY(std::abs(difference.faceMetres[0]) < 1e-12);
        QVERIFY(std::abs(difference.faceMetres[1] - .5) < 1e-12);
        QVERIFY(std::abs(difference.sizeRatio[0] - 4 / 4.5) < 1e-12);
        said = truth;
        said.rotation = rotationFromYaw(pi);
        difference = differenceOf(said, truth);
        QVERIFY(std::abs(difference.headingRadians - pi) < 1e-9);
        QVERIFY(std::abs(cuboidIou(said, truth) - 1) < 1e-9);
        for (const double face : difference.faceMetres)
            QVERIFY(std::abs(face) < 1e-9);
    }

    // KITTI's own 2D boxes of unoccluded, untruncated cars against their cuboids through its calibration.
    void kittiCuboidsCoverTheirObjects()
    {
        PLUMBLINE_SAMPLE(folder, "lidar/kitti-object/training");
        int compared = 0;
        for (const QString &name : {QStringLiteral("000000"), QStringLiteral("000001")}) {
            QFile calibration(folder + QStringLiteral("/calib/%1.txt").arg(name));
            QVERIFY(calibration.open(QIODevice::ReadOnly));
            std::vector<double> p2;
            for (const QByteArray &line : calibration.readAll().split('\n'))
                if (line.startsWith("P2:"))
                    for (const QByteArray &word : line.mid(4).simplified().split(' '))
                        p2.push_back(word.toDouble());
            QCOMPARE(p2.size(), std::size_t(12));
            const Camera left{LensModel::Pinhole, 1242, 375, p2[0], p2[5], p2[2] + .5, p2[6] + .5, 0, {}};
            // The last column of P2 is the shift of camera 2 from camera 0, times the focal length.
            const Vector3 shift{(p2[3] - p2[2] * p2[11]) / p2[0], (p2[7] - p2[6] * p2[11]) / p2[5], p2[11]};
            QFile labels(folder + QStringLiteral("/label_2/%1.txt").arg(name));
            QVERIFY(labels.open(QIODevice::ReadOnly));
            for (const QByteArray &line : labels.readAll().split('\n')) {
                const auto w = line.simplified().split(' ');
                if (w.size() < 15 || w[0] == "DontCare" || w[1].toDouble() > 0 || w[2].toInt() > 0)
                    continue;
                const auto d = [&w](int i) { return w[i].toDouble(); };
                // Camera frame, y down: the location is the middle of the bottom; rotation_y turns about y, 0 = along +x.
                const auto turned =
                    poseFromMatrix({std::cos(d(14)), 0, std::sin(d(14)), 0, 1, 0, -std::sin(d(14)), 0, std::cos(d(14))}, {});
                const auto axes = poseFromMatrix({1, 0, 0, 0, 0, -1, 0, 1, 0}, {});
                QVERIFY(turned && axes);
                const Cuboid cuboid{{d(11), d(12) - d(8) / 2, d(13)}, {d(10), d(9), d(8)}, composed(*turned, *axes).rotation, {}};
                const auto seen = projectedBounds(left, {{0, 0, 0, 1}, shift}, cuboid);
                QVERIFY(seen);
                const double overlap = boxIou(*seen, {d(4), d(5), d(6) - d(4), d(7) - d(5)});
                qInfo("%s %s: overlap with its own box %.3f", qPrintable(name), w[0].constData(), overlap);
                QVERIFY(overlap >= .7);
                ++compared;
            }
        }
        QVERIFY(compared >= 3);
    }
};

QTEST_GUILESS_MAIN(TestSceneGeometry)
#include "tst_scenegeometry.moc"
