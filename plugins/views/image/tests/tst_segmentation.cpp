// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/mask.h"
#include "plugins/views/image/imagesegmentation.h"
#include "tests/geometry/rasters.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace plumbline;
using test::Raster;

/// Regions found in pixels, against the same found by brute force.
class TestSegmentation : public QObject
{
    Q_OBJECT

private slots:
    void fillAgainstBruteForce()
    {
        base::SeededRandom random(21);
        for (int round = 0; round < 60; ++round) {
            const int width = 1 + int(random.below(30));
            const int height = 1 + int(random.below(30));
            QImage picture(width, height, QImage::Format_RGB32);
            for (int y = 0; y < height; ++y)
                for (int x = 0; x < width; ++x)
                    picture.setPixel(x, y, qRgb(int(random.below(60)), int(random.below(40)), 100));
            const QPoint seed(int(random.below(std::uint64_t(width))), int(random.below(std::uint64_t(height))));
            const int tolerance = int(random.below(50));
            Raster alike(width, height);
            const QRgb colour = picture.pixel(seed);
            alike.fill([&](std::int64_t x, std::int64_t y) {
                const QRgb p = picture.pixel(int(x), int(y));
                return std::abs(qRed(p) - qRed(colour)) <= tolerance && std::abs(qGreen(p) - qGreen(colour)) <= tolerance
                       && std::abs(qBlue(p) - qBlue(colour)) <= tolerance;
            });
            Raster wanted(width, height);
            for (const auto &[x, y] : alike.reach(seed.x(), seed.y(), false))
                wanted.set(x, y, true);
            const auto found = imageview::similarRegion(picture, seed, tolerance);
            QVERIFY_RESULT(found);
            QCOMPARE(*found, wanted.mask());
        }
        QVERIFY_FAILS(imageview::similarRegion(QImage(5, 5, QImage::Format_RGB32), QPoint(5, 2), 3), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(imageview::similarRegion(QImage(), QPoint(0, 0), 3), ErrorCode::InvalidArgument);
    }

    void wireKeepsToTheEdge()
    {
        // A dark half and a bright one; the way along the border beats the straight one.
        QImage picture(120, 120, QImage::Format_RGB32);
        for (int y = 0; y < 120; ++y)
            for (int x = 0; x < 120; ++x)
                picture.setPixel(x, y, x + (y > 60 ? y - 60 : 60 - y) / 2 < 60 ? qRgb(20, 20, 20) : qRgb(220, 220, 220));
        jobs::JobControl control;
        const auto wire = imageview::LiveWire::fromSeed(picture, QPoint(30, 2), control);
        QVERIFY_RESULT(wire);
        const std::vector<QPoint> path = (*wire)->pathTo(QPoint(30, 117));
        QVERIFY(path.size() > 100);
        QCOMPARE(path.front(), QPoint(30, 2));
        QCOMPARE(path.back(), QPoint(30, 117));
        int onEdge = 0;
        for (const QPoint p : path) {
            const int border = 60 - (p.y() > 60 ? p.y() - 60 : 60 - p.y()) / 2;
            onEdge += std::abs(p.x() - border) <= 2 ? 1 : 0;
        }
        QVERIFY2(onEdge > int(path.size()) * 8 / 10, qPrintable(QString::number(onEdge)));
        QCOMPARE((*wire)->pathTo(QPoint(30, 2)).size(), std::size_t(1));
        QCOMPARE((*wire)->pathTo(QPoint(-50, 500)).back(), QPoint(0, 119));
        QVERIFY_FAILS(imageview::LiveWire::fromSeed(picture, QPoint(200, 2), control), ErrorCode::InvalidArgument);
        control.cancel();
        QVERIFY_FAILS(imageview::LiveWire::fromSeed(picture, QPoint(2, 2), control), ErrorCode::Cancelled);
        // Pictures without anything to follow.
        jobs::JobControl again;
        for (const QSize size : {QSize(1, 1), QSize(1, 50), QSize(3, 3)}) {
            QImage plain(size, QImage::Format_Grayscale8);
            plain.fill(9);
            const auto odd = imageview::LiveWire::fromSeed(plain, QPoint(0, 0), again);
            if (odd)
                QVERIFY(!(*odd)->pathTo(QPoint(40, 40)).empty());
        }
    }

    void grabCutOddities()
    {
        QImage plain(40, 30, QImage::Format_RGB32);
        plain.fill(Qt::gray);
        jobs::JobControl control;
        // Everything alike: an answer or words, never a crash.
        (void)imageview::grabCut(plain, QRect(5, 5, 20, 20), {}, control);
        (void)imageview::grabCut(plain, QRect(0, 0, 39, 30), {}, control);
        QVERIFY_FAILS(imageview::grabCut(plain, QRect(100, 100, 5, 5), {}, control), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(imageview::grabCut(plain, plain.rect(), {}, control), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(imageview::grabCut(QImage(), QRect(0, 0, 5, 5), {}, control), ErrorCode::InvalidArgument);
        QImage hints(plain.size(), QImage::Format_Grayscale8);
        hints.fill(int(imageview::Scribble::Background));
        const auto nothing = imageview::grabCut(plain, QRect(5, 5, 20, 20), hints, control);
        QVERIFY_RESULT(nothing);
        QCOMPARE(geometry::maskArea(*nothing), std::uint64_t(0));
        control.cancel();
        QVERIFY_FAILS(imageview::grabCut(plain, QRect(5, 5, 20, 20), {}, control), ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestSegmentation)
#include "tst_segmentation.moc"
