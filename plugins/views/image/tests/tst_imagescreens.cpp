// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/tests/imagefixture.h"
#include "tests/support/samples.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QPainter>
#include <QTest>

using namespace plumbline;
using geometry::Box;
using geometry::Polygon;

namespace {

// A picture that needs no sample data: sky, road, houses.
QImage street(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 0, height * 0.55);
    sky.setColorAt(0, QColor(120, 165, 215));
    sky.setColorAt(1, QColor(222, 230, 236));
    painter.fillRect(0, 0, width, height, sky);
    painter.fillRect(0, int(height * 0.55), width, height, QColor(86, 88, 92));
    for (int i = 0; i < 9; ++i)
        painter.fillRect(i * width / 8, int(height * (0.25 + 0.05 * (i % 3))), width / 9, int(height * 0.35), QColor(120 + 12 * (i % 4), 96 + 6 * i, 84));
    painter.setPen(QPen(QColor(230, 230, 220), 6, Qt::DashLine));
    painter.drawLine(0, int(height * 0.8), width, int(height * 0.8));
    painter.setPen(Qt::NoPen);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < 4; ++i) {
        painter.setBrush(QColor(40 + 50 * i, 60, 150 - 30 * i));
        painter.drawRoundedRect(QRectF(100 + i * 310, height * 0.6 + 20 * (i % 2), 220, 90), 24, 24);
    }
    return image;
}

}  // namespace

/// Pictures of the image view for people to look at; checks that what must be seen is really on them.
class TestImageScreens : public QObject
{
    Q_OBJECT

    struct Scene {
        test::ViewHost host;
        imageview::ImageView view{host};
        canvas::ImageCanvas &canvas() { return *static_cast<canvas::ImageCanvas *>(view.widget()); }
    };

    static QString scaleName() { return qEnvironmentVariable("QT_SCALE_FACTOR") == QLatin1String("2") ? QStringLiteral("2x") : QStringLiteral("1x"); }

    static void save(Scene &scene, const QString &name)
    {
        QVERIFY(QDir(QStringLiteral(PLUMBLINE_BINARY_DIR)).mkpath(QStringLiteral("screenshots")));
        QTest::qWait(150);  // after a zoom the canvas refines what it drew
        const QImage image = scene.canvas().grab().toImage();
        QCOMPARE(image.size(), scene.canvas().size() * scene.canvas().devicePixelRatioF());
        QVERIFY(image.save(QStringLiteral(PLUMBLINE_BINARY_DIR "/screenshots/imageview-%1-%2.png").arg(name, scaleName())));
    }

    static void fill(test::FakeEditing &document)
    {
        document.add(Box{100, 432, 220, 90});
        document.add(Box{410, 452, 220, 90});
        const auto crowd = document.add(Box{40, 300, 150, 110}, "person");
        document.change(crowd.id, [](model::Annotation &a) { a.role = model::Role::Crowd; });
        document.add(Polygon{{{{{700, 440}, {760, 428}, {900, 430}, {942, 470}, {935, 520}, {720, 522}}, {}}}});
        document.addPrediction(Box{1028, 450, 226, 96}, 0.82);
        document.addPrediction(Box{560, 380, 36, 84}, 0.44, "person");
        const auto unsure = document.add(Box{330, 370, 34, 80}, "person");
        document.change(unsure.id, [](model::Annotation &a) { a.unsure = true; });
        const auto ignore = document.add(Polygon{{{{{950, 560}, {1200, 580}, {1180, 660}, {960, 650}}, {}}}}, "bicycle");
        document.change(ignore.id, [](model::Annotation &a) { a.role = model::Role::Ignore; });
        const auto locked = document.add(Box{1100, 330, 130, 70}, "bicycle");
        document.change(locked.id, [](model::Annotation &a) { a.layer = QStringLiteral("accepted"); });
    }

    static void open(Scene &scene, const QImage &picture)
    {
        scene.host.field.hide();
        scene.host.show(scene.view, QSize(1280, 800));
        model::Item item = *scene.host.document.item();
        item.width = picture.width();
        item.height = picture.height();
        scene.host.document.showItem(item);
        scene.view.showFrame(item, extension::LoadedFrame{picture, {}});
    }

private slots:
    void everything_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }
    void everything()
    {
        QFETCH(bool, dark);
        const theme::Theme &theme = dark ? theme::darkTheme() : theme::lightTheme();
        theme::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), theme);
        Scene scene;
        open(scene, street(1280, 720));
        fill(scene.host.document);
        save(scene, QStringLiteral("overview-") + theme.name);

        scene.host.document.select({scene.host.document.annotations()[0].id});
        save(scene, QStringLiteral("selected-box-") + theme.name);
        scene.host.document.select({scene.host.document.annotations()[3].id});
        scene.canvas().setView({2.2, QPointF(-1250, -750)});
        QTest::mouseMove(&scene.canvas(), QPoint(350, 300));
        save(scene, QStringLiteral("selected-polygon-") + theme.name);

        scene.host.document.select({});
        scene.view.trigger(QStringLiteral("image.tool.box"));
        scene.canvas().fit();
        const auto at = [&](double x, double y) { return scene.canvas().view().toScreen(geometry::Point{x, y}).toPoint(); };
        QTest::mousePress(&scene.canvas(), Qt::LeftButton, {}, at(420, 200));
        QTest::mouseMove(&scene.canvas(), at(560, 330));
        save(scene, QStringLiteral("drawing-box-") + theme.name);
        scene.view.trigger(QStringLiteral("image.cancel"));
        scene.view.trigger(QStringLiteral("image.tool.polygon"));
        for (const QPoint &corner : {at(420, 200), at(560, 180), at(600, 300)})
            QTest::mouseClick(&scene.canvas(), Qt::LeftButton, {}, corner);
        QTest::mouseMove(&scene.canvas(), at(480, 340));
        save(scene, QStringLiteral("drawing-polygon-") + theme.name);
        scene.view.trigger(QStringLiteral("image.cancel"));

        scene.view.trigger(QStringLiteral("image.tool.select"));
        scene.host.document.select({scene.host.document.annotations()[0].id});
        scene.canvas().setView({24, QPointF(-2200, -10200)});
        save(scene, QStringLiteral("pixels-") + theme.name);
        scene.canvas().fit();
        scene.view.trigger(QStringLiteral("image.view.hide"));
        save(scene, QStringLiteral("hidden-") + theme.name);
        scene.view.trigger(QStringLiteral("image.view.hide"));

        const model::Item item = *scene.host.document.item();
        scene.view.showLoading(item);
        QTRY_VERIFY(scene.canvas().notice());
        save(scene, QStringLiteral("loading-") + theme.name);
        scene.view.showFrame(item, fail(ErrorCode::Malformed,
                                        QStringLiteral("The file ends after 12,288 of 48,113 bytes. Copy it again from the camera.")));
        save(scene, QStringLiteral("failed-") + theme.name);
        scene.view.clear();
        save(scene, QStringLiteral("empty-") + theme.name);
    }

    void crowded()
    {
        theme::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), theme::darkTheme());
        Scene scene;
        open(scene, street(1280, 720));
        base::SeededRandom random(5);
        const char *names[] = {"car", "person", "bicycle"};
        for (int i = 0; i < 160; ++i) {
            const Box box{random.uniform(0, 1180), random.uniform(250, 640), random.uniform(14, 90), random.uniform(14, 70)};
            if (i % 3)
                scene.host.document.add(box, names[i % 3]);
            else
                scene.host.document.addPrediction(box, random.uniform(0.3, 1), names[i / 3 % 3]);
        }
        save(scene, QStringLiteral("crowded-dark"));
    }

    void photo()
    {
        PLUMBLINE_SAMPLE(folder, "images/coco-val2017/images");
        QDirIterator files(folder, {QStringLiteral("*.jpg")}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        const QImage picture(files.next());
        QVERIFY(!picture.isNull());
        theme::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), theme::darkTheme());
        Scene scene;
        open(scene, picture);
        const double w = picture.width();
        const double h = picture.height();
        scene.host.document.add(Box{w * 0.1, h * 0.2, w * 0.3, h * 0.5});
        scene.host.document.add(Box{w * 0.3, h * 0.4, w * 0.25, h * 0.4}, "person");
        scene.host.document.addPrediction(Box{w * 0.6, h * 0.3, w * 0.3, h * 0.45}, 0.91, "bicycle");
        save(scene, QStringLiteral("photo-dark"));
    }
};

QTEST_MAIN(TestImageScreens)
#include "tst_imagescreens.moc"
