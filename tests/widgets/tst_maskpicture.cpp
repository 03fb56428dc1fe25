// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/brushstroke.h"
#include "core/geometry/maskoperations.h"
#include "tests/geometry/rasters.h"
#include "widgets/canvas/maskpicture.h"

#include <QPainter>
#include <QTest>

using namespace plumbline;
using canvas::MaskPicture;
using canvas::ViewTransform;
using geometry::Mask;
using test::Raster;

namespace {

QImage painted(const Mask &mask, const ViewTransform &view, QSize size, double ratio = 1)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(0);
    QPainter painter(&image);
    MaskPicture(mask, QColor(10, 200, 30)).paint(painter, view, QRectF(QPointF(0, 0), QSizeF(size) / ratio), ratio);
    return image;
}

}  // namespace

/// What a mask looks like on the screen, pixel by pixel.
class TestMaskPicture final : public QObject
{
    Q_OBJECT

private slots:
    void everyPixelAtItsPlace_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("ratio");
        QTest::newRow("1") << 1.0 << 1.0;
        QTest::newRow("3") << 3.0 << 1.0;
        QTest::newRow("7") << 7.0 << 1.0;
        QTest::newRow("2 at ratio 2") << 2.0 << 2.0;
    }
    void everyPixelAtItsPlace()
    {
        QFETCH(double, scale);
        QFETCH(double, ratio);
        base::SeededRandom random(3);
        const ViewTransform view{scale, QPointF(-20, -31)};
        // Larger than a tile, so that borders between tiles are in it.
        Raster raster(300, 290);
        raster.fill([&](std::int64_t x, std::int64_t y) { return random.below(3) > 0 && (x + y) % 7 != 0; });
        const QImage image = painted(raster.mask(), view, QSize(700, 640), ratio);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const auto at = view.toImage(QPointF(x + 0.5, y + 0.5) / ratio);
                const bool wanted = raster.at(std::int64_t(std::floor(at.x)), std::int64_t(std::floor(at.y)));
                QVERIFY2((qAlpha(image.pixel(x, y)) == 255) == wanted, qPrintable(QStringLiteral("%1 %2").arg(x).arg(y)));
            }
        }
    }

    void shrunkHasNoSeams()
    {
        // A full mask of 12,000 × 9,000 at a scale that puts borders between tiles anywhere.
        const Mask full{12000, 9000, {0, 12000u * 9000u}};
        for (const double scale : {0.0631, 0.1, 0.37, 0.9}) {
            const QImage image = painted(full, {scale, QPointF(-3.4, -7.7)}, QSize(500, 400));
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    QVERIFY2(image.pixel(x, y) == qRgb(10, 200, 30),
                             qPrintable(QStringLiteral("%1: %2 %3").arg(scale).arg(x).arg(y)));
        }
    }

    void shrunkKeepsTheShare()
    {
        const Mask disc = geometry::maskOfStroke({geometry::TipShape::Round, {{{2000, 1500}, 900}}}, 4000, 3000);
        const QImage image = painted(disc, {0.1, QPointF(0, 0)}, QSize(400, 300));
        double sum = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                sum += qAlpha(image.pixel(x, y)) / 255.0;
        const double wanted = double(geometry::maskArea(disc)) / 100;
        QVERIFY2(std::abs(sum - wanted) < wanted * 0.01, qPrintable(QStringLiteral("%1 instead of %2").arg(sum).arg(wanted)));
    }

    void nothingToDraw()
    {
        for (const Mask &mask : {Mask{}, geometry::emptyMask(50, 40), Mask{0xFFFFFFFF, 1, {0, 0xFFFFFFFF}}}) {
            const QImage image = painted(mask, {1, {}}, QSize(60, 60));
            QCOMPARE(image, QImage(painted(Mask{}, {1, {}}, QSize(60, 60))));
        }
    }
};

QTEST_MAIN(TestMaskPicture)
#include "tst_maskpicture.moc"
