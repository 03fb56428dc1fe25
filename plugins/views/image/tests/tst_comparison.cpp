// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/imageparts.h"
#include "plugins/views/image/comparison.h"
#include "plugins/views/image/tests/imagefixture.h"
#include "widgets/canvas/displaypanel.h"
#include "widgets/canvas/minimap.h"
#include "widgets/canvas/splitdivider.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QPainter>

using namespace plumbline;
using namespace plumbline::test;
using imageview::Comparison;
using imageview::Difference;

namespace {

geometry::Polygon diamond(double x, double y, double r)
{
    return {{{{{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}}, {}}}};
}

QColor seen(ImageFixture &f, double x, double y)
{
    return f.canvas().grab().toImage().pixelColor(f.screen(x, y));
}

}  // namespace

class TestComparison : public QObject
{
    Q_OBJECT

    static Comparison &comparison(ImageFixture &f) { return *f.canvas().findChild<Comparison *>(); }
    static void trigger(ImageFixture &f, const char *id) { f.view.trigger(QLatin1String(id)); }

private slots:
    void differences()
    {
        FakeEditing document;
        const auto car = document.add(geometry::Box{10, 10, 50, 40});
        const auto person = document.add(geometry::Box{100, 100, 30, 60}, "person");
        const auto bicycle = document.add(geometry::Box{200, 50, 40, 40}, "bicycle");
        const auto loose = document.add(geometry::Box{300, 200, 50, 50});
        const auto same = document.addPrediction(geometry::Box{10, 10, 50, 40}, 0.9);
        const auto other = document.addPrediction(geometry::Box{100, 100, 30, 60}, 0.8, "car");
        const auto shifted = document.addPrediction(geometry::Box{300, 200, 50, 35}, 0.8);
        const auto invented = document.addPrediction(geometry::Box{20, 200, 50, 50}, 0.4);
        const auto found = imageview::differencesOf({car, person, bicycle, loose}, {same, other, shifted, invented});
        QCOMPARE(found.size(), std::size_t(4));
        QCOMPARE(found[0], (Difference{Difference::Kind::OnlyMine, bicycle.id, {}, 0}));
        QCOMPARE(found[1], (Difference{Difference::Kind::OnlyTheirs, {}, invented.id, 0}));
        QCOMPARE(found[2], (Difference{Difference::Kind::OtherClass, person.id, other.id, 1}));
        QCOMPARE(int(found[3].kind), int(Difference::Kind::OtherShape));
        QVERIFY(std::abs(found[3].iou - 0.7) < 1e-9);
        QVERIFY(imageview::differencesOf({car}, {same}).empty());
        QVERIFY(imageview::differencesOf({}, {}).empty());
    }

    void oneLayerIsNotCompared()
    {
        ImageFixture f;
        f.document().add(geometry::Box{10, 10, 50, 40});
        trigger(f, "image.compare.overlay");
        QCOMPARE(int(comparison(f).mode()), int(Comparison::Mode::Off));
        QVERIFY(!comparison(f).isVisible());
        QVERIFY(f.host.hints.last().contains(QStringLiteral("one layer")));
    }

    void steppingThroughDifferences()
    {
        ImageFixture f;
        const auto mine = f.document().add(geometry::Box{10, 10, 50, 40});
        const auto both = f.document().add(geometry::Box{100, 100, 60, 60});
        f.document().addPrediction(geometry::Box{100, 100, 60, 60}, 0.9);
        const auto theirs = f.document().addPrediction(geometry::Box{300, 200, 50, 50}, 0.9);
        f.key(Qt::Key_F7);
        QCOMPARE(int(comparison(f).mode()), int(Comparison::Mode::Overlay));
        QVERIFY(comparison(f).isVisible());
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{mine.id});
        f.key(Qt::Key_F7);
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{theirs.id});
        f.key(Qt::Key_F7);
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{mine.id});
        f.key(Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(f.document().selection(), QSet<AnnotationId>{theirs.id});
        // An edit is compared at once.
        QCOMPARE(comparison(f).differences().size(), std::size_t(2));
        f.document().change(both.id, [](model::Annotation &a) { a.geometry = geometry::Box{100, 100, 60, 40}; });
        QCOMPARE(comparison(f).differences().size(), std::size_t(3));
        QVERIFY(f.document().pushed.empty());  // looking changes nothing
        trigger(f, "image.compare.overlay");
        QVERIFY(!comparison(f).isVisible());
    }

    void theDividerPartsTheLayers()
    {
        ImageFixture f;
        f.document().add(geometry::Box{50, 50, 300, 200});
        f.document().addPrediction(geometry::Box{80, 80, 240, 140}, 0.9);
        const QColor ground = seen(f, 200, 270);
        trigger(f, "image.compare.split");
        auto *divider = f.canvas().findChild<canvas::SplitDivider *>();
        QVERIFY(divider->isVisible());
        const auto dragTo = [&](double imageX) {
            const QPoint from(divider->width() / 2, 400);
            QTest::mousePress(divider, Qt::LeftButton, {}, from);
            QTest::mouseMove(divider, QPoint(f.screen(imageX, 0).x() - divider->x(), 400));
            QTest::mouseRelease(divider, Qt::LeftButton, {}, QPoint(divider->width() / 2, 400));
        };
        dragTo(200);
        // Left of it my box's side, right of it the prediction's.
        QVERIFY(seen(f, 50, 230).blue() > seen(f, 50, 230).red() + 40);
        QCOMPARE(seen(f, 349.5, 230), ground);
        for (int y = 200; y < 215; ++y)
            QCOMPARE(seen(f, 80, y), ground);
        bool orange = false;
        for (int dx = -3; dx <= 3; ++dx)
            for (int y = 190; y < 215; ++y)
                orange = orange || (seen(f, 320 + dx, y).red() > seen(f, 320 + dx, y).blue() + 40);
        QVERIFY(orange);
        dragTo(380);
        for (int y = 190; y < 215; ++y)
            QCOMPARE(seen(f, 320, y), ground);
        f.canvas().panBy(QPointF(-150, 0));
        for (int y = 190; y < 215; ++y)
            QCOMPARE(seen(f, 320, y), ground);
        trigger(f, "image.compare.split");
        QVERIFY(!divider->isVisible());
    }

    void rejectedPredictionsAreCompared()
    {
        ImageFixture f;
        f.document().add(geometry::Box{10, 10, 50, 40});
        const auto prediction = f.document().addPrediction(geometry::Box{200, 100, 50, 50}, 0.9);
        f.document().change(prediction.id, [](model::Annotation &a) { a.verdict = model::Verdict::Rejected; });
        QVERIFY(!f.canvas().scene().find(prediction.id));
        trigger(f, "image.compare.overlay");
        QVERIFY(f.canvas().scene().find(prediction.id));
        trigger(f, "image.compare.overlay");
        QVERIFY(!f.canvas().scene().find(prediction.id));
    }

    void hugePicturesInTheView()
    {
        ImageFixture f;
        QImage picture(3000, 2000, QImage::Format_RGB32);
        picture.fill(QColor(10, 200, 30));
        extension::LoadedFrame frame;
        frame.parts = std::make_shared<extension::ImageParts>(picture);
        f.view.showFrame(*f.host.document.item(), frame);
        QCOMPARE(f.canvas().imageSize(), QSize(3000, 2000));
        QTRY_VERIFY(f.canvas().picture()->isComplete());
        f.view.trigger(QStringLiteral("image.view.fit"));
        QCOMPARE(seen(f, 1500, 1000), QColor(10, 200, 30));
        QCOMPARE(f.canvas().pixels(QRect(0, 0, 100, 100), 0.5).size(), QSize(50, 50));
    }

    void screens_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }
    // Saved to be looked at; that the parts are there and inside the canvas is checked.
    void screens()
    {
        QFETCH(bool, dark);
        const theme::Theme &theme = dark ? theme::darkTheme() : theme::lightTheme();
        theme::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), theme);
        ImageFixture f;
        QImage picture(1600, 1200, QImage::Format_RGB32);
        QPainter painter(&picture);
        QLinearGradient sky(0, 0, 1600, 1200);
        sky.setColorAt(0, QColor(40, 60, 90));
        sky.setColorAt(0.5, QColor(150, 130, 100));
        sky.setColorAt(1, QColor(70, 110, 60));
        painter.fillRect(picture.rect(), sky);
        for (int i = 0; i < 40; ++i)
            painter.fillRect((i * 397) % 1500, (i * 211) % 1100, 60 + i, 40 + i,
                             QColor::fromHsv((i * 37) % 360, 120, 90 + 3 * i));
        painter.end();
        f.view.showFrame(*f.host.document.item(), extension::LoadedFrame{picture, {}});
        for (int i = 0; i < 5; ++i) {
            f.document().add(geometry::Box{100.0 + 260 * i, 200.0 + 60 * i, 160, 120}, i % 2 ? "person" : "car");
            if (i != 2)
                f.document().addPrediction(geometry::Box{105.0 + 260 * i, 190.0 + 60 * i, 150, i == 3 ? 200.0 : 125.0}, 0.9,
                                           i == 1  ? "bicycle"
                                           : i % 2 ? "person"
                                                   : "car");
        }
        f.document().addPrediction(diamond(900, 900, 120), 0.7, "bicycle");
        f.canvas().fit();
        f.view.trigger(QStringLiteral("image.view.minimap"));
        f.view.trigger(QStringLiteral("image.view.display"));
        f.move(QPoint(310, 320));
        f.move(QPoint(300, 300));
        QTest::qWait(250);
        const auto save = [&](const QString &name) {
            QVERIFY(QDir(QStringLiteral(PLUMBLINE_BINARY_DIR)).mkpath(QStringLiteral("screenshots")));
            QVERIFY(f.canvas().grab().save(
                QStringLiteral(PLUMBLINE_BINARY_DIR "/screenshots/display-%1-%2.png").arg(name, theme.name)));
        };
        save(QStringLiteral("panels"));
        for (QWidget *part : {static_cast<QWidget *>(f.canvas().findChild<canvas::DisplayPanel *>()),
                              static_cast<QWidget *>(f.canvas().findChild<canvas::Minimap *>()),
                              static_cast<QWidget *>(f.canvas().findChild<QLabel *>(QStringLiteral("pixelReadout")))}) {
            QVERIFY(part->isVisible());
            QVERIFY(f.canvas().rect().contains(part->geometry()));
        }
        f.view.trigger(QStringLiteral("image.view.display"));
        f.view.trigger(QStringLiteral("image.view.minimap"));
        f.view.trigger(QStringLiteral("image.compare.overlay"));
        QTest::qWait(50);
        save(QStringLiteral("overlay"));
        QVERIFY(f.canvas().rect().contains(comparison(f).geometry()));
        QCOMPARE(comparison(f).findChild<QListWidget *>()->count(), int(comparison(f).differences().size()));
        f.view.trigger(QStringLiteral("image.compare.split"));
        save(QStringLiteral("split"));
    }
};

QTEST_MAIN(TestComparison)
#include "tst_comparison.moc"
