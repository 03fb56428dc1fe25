// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/measure.h"
#include "plugins/views/image/tests/imagefixture.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDir>
#include <QPainter>
#include <QTest>

using namespace plumbline;
using geometry::Box;
using geometry::Polygon;

namespace {

QImage court(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient ground(0, 0, 0, height);
    ground.setColorAt(0, QColor(176, 190, 196));
    ground.setColorAt(1, QColor(92, 110, 98));
    painter.fillRect(image.rect(), ground);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 6; ++i) {
        painter.save();
        painter.translate(140 + i * 150, 200 + 60 * (i % 3));
        painter.rotate(17 * i - 40);
        painter.setBrush(QColor(70 + 24 * i, 60 + 12 * i, 140 - 15 * i));
        painter.drawRoundedRect(QRectF(-50, -24, 100, 48), 10, 10);
        painter.restore();
    }
    painter.setBrush(QColor(214, 196, 150));
    painter.drawEllipse(QPointF(width * 0.78, height * 0.72), 110, 70);
    painter.setPen(QPen(QColor(235, 235, 225), 4));
    painter.drawLine(0, height - 70, width, height - 110);
    return image;
}

Polygon ring(std::vector<geometry::Point> points)
{
    return {{{std::move(points), {}}}};
}

}  // namespace

/// Every vector tool at work, for people to look at; checks that it is at work.
class TestVectorScreens : public QObject
{
    Q_OBJECT

    struct Scene {
        test::ViewHost host;
        imageview::ImageView view{host};
        canvas::ImageCanvas &canvas() { return *static_cast<canvas::ImageCanvas *>(view.widget()); }
        QPoint at(double x, double y) { return canvas().view().toScreen(geometry::Point{x, y}).toPoint(); }
        void click(double x, double y, Qt::KeyboardModifiers m = {})
        {
            QTest::mouseMove(&canvas(), at(x, y));
            QTest::mouseClick(&canvas(), Qt::LeftButton, m, at(x, y));
        }
        void press(double x, double y)
        {
            QTest::mouseMove(&canvas(), at(x, y));
            QTest::mousePress(&canvas(), Qt::LeftButton, {}, at(x, y));
        }
        void move(double x, double y, Qt::KeyboardModifiers m = {})
        {
            QTest::mouseEvent(QTest::MouseMove, &canvas(), Qt::NoButton, m, at(x, y));
        }
        void release(double x, double y) { QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, at(x, y)); }
        void tool(const char *name)
        {
            view.trigger(QStringLiteral("image.cancel"));
            host.document.select({});
            view.trigger(QStringLiteral("image.tool.") + QLatin1String(name));
        }
    };

    static void save(Scene &scene, const QString &theme, const char *name)
    {
        QVERIFY(QDir(QStringLiteral(PLUMBLINE_BINARY_DIR)).mkpath(QStringLiteral("screenshots")));
        QTest::qWait(20);
        const QImage image = scene.host.window.grab().toImage();
        QVERIFY(image.save(QStringLiteral(PLUMBLINE_BINARY_DIR "/screenshots/vector-%1-%2.png").arg(QLatin1String(name), theme)));
    }

private slots:
    void tools_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }
    void tools()
    {
        QFETCH(bool, dark);
        const theme::Theme &theme = dark ? theme::darkTheme() : theme::lightTheme();
        theme::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), theme);
        Scene s;
        s.host.field.hide();
        s.host.show(s.view, QSize(1100, 700));
        test::FakeEditing &d = s.host.document;
        d.mutableSchema().skeletons = {
            {QStringLiteral("person"),
             {QStringLiteral("head"), QStringLiteral("neck"), QStringLiteral("left hand"), QStringLiteral("right hand"),
              QStringLiteral("hip"), QStringLiteral("left foot"), QStringLiteral("right foot")},
             {{0, 1}, {1, 2}, {1, 3}, {1, 4}, {4, 5}, {4, 6}},
             {{0.5, 0}, {0.5, 0.2}, {0, 0.45}, {1, 0.45}, {0.5, 0.55}, {0.2, 1}, {0.8, 1}},
             {}}};
        const QImage picture = court(1000, 640);
        model::Item item = *d.item();
        item.width = picture.width();
        item.height = picture.height();
        d.showItem(item);
        s.view.showFrame(item, extension::LoadedFrame{picture, {}});

        s.tool("rotated");
        s.click(330, 180);
        s.click(400, 250);
        s.move(350, 290);
        save(s, theme.name, "rotated-drawing");
        s.tool("select");
        const auto rotated = d.add(geometry::RotatedBox{290, 260, 110, 60, -0.4});
        d.select({rotated.id});
        save(s, theme.name, "rotated-selected");
        s.press(290 - 41, 260 - 70);  // not on its handle: a band
        s.release(290 - 41, 260 - 70);
        d.select({rotated.id});

        s.tool("ellipse");
        s.press(660, 390);
        s.move(880, 530);
        save(s, theme.name, "ellipse-drawing");
        s.release(880, 530);
        QVERIFY(std::holds_alternative<geometry::Ellipse>(d.annotations().back().geometry));
        s.view.trigger(QStringLiteral("image.tool.select"));
        save(s, theme.name, "ellipse-selected");

        const auto field = d.add(ring({{60, 380}, {260, 360}, {300, 470}, {210, 540}, {80, 520}}), "bicycle");
        s.tool("polygon");
        s.click(276, 402);
        s.click(302, 468);
        s.click(212, 538);
        s.click(330, 590);
        s.move(420, 480);
        save(s, theme.name, "polygon-following-a-border");
        s.move(302, 470);
        save(s, theme.name, "polygon-snapping");
        s.tool("polyline");
        s.click(40, 570);
        s.click(300, 555);
        s.click(520, 548);
        s.move(760, 540);
        save(s, theme.name, "line-drawing");
        s.click(760, 540);
        s.view.trigger(QStringLiteral("image.finish"));
        s.view.trigger(QStringLiteral("image.tool.select"));
        save(s, theme.name, "line-selected");
        d.select({field.id});
        s.click(60, 380);
        s.click(80, 520, Qt::ShiftModifier);
        save(s, theme.name, "corners-chosen");

        d.setCurrentClass(d.classNamed("person"));
        s.tool("points");
        s.click(600, 60);
        s.click(602, 90);
        s.click(560, 130, Qt::AltModifier);
        s.move(650, 130);
        save(s, theme.name, "joints-placing");
        s.tool("points");
        s.press(420, 60);
        s.move(520, 230);
        save(s, theme.name, "skeleton-template");
        s.release(520, 230);
        s.view.trigger(QStringLiteral("image.tool.select"));
        s.click(520, 136, Qt::ControlModifier);
        save(s, theme.name, "skeleton-selected");

        s.tool("ruler");
        s.press(180, 90);
        s.move(380, 120);
        save(s, theme.name, "ruler-drawing");
        s.release(380, 120);
        s.view.trigger(QStringLiteral("image.measure.calibrate"));
        QWidget *popup = s.host.window.findChild<QWidget *>(QStringLiteral("calibrationPopup"));
        QVERIFY(popup);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("40"));
        const QImage asked = popup->grab().toImage();
        QVERIFY(asked.save(QStringLiteral(PLUMBLINE_BINARY_DIR "/screenshots/vector-calibration-%1.png").arg(theme.name)));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        s.tool("ruler");
        s.press(700, 60);
        s.release(820, 160);
        s.press(820, 160);
        s.move(820, 160);
        s.tool("angle");
        s.click(860, 60);
        s.click(860, 200);
        s.move(960, 170);
        save(s, theme.name, "angle-drawing");
        s.click(960, 170);

        const auto from = d.add(Box{90, 180, 90, 60});
        const auto to = d.add(Box{640, 250, 100, 70}, "bicycle");
        s.tool("relation");
        s.press(130, 210);
        s.move(690, 280);
        save(s, theme.name, "relation-drawing");
        s.release(690, 280);
        QVERIFY(std::holds_alternative<geometry::Relation>(d.annotations().back().geometry));
        save(s, theme.name, "relation-selected");

        s.tool("select");
        d.select({from.id, to.id, rotated.id});
        save(s, theme.name, "several-selected");
        s.press(740, 320);
        s.move(800, 380);
        save(s, theme.name, "several-scaling");
        s.release(800, 380);
        s.view.trigger(QStringLiteral("image.tag.1"));
        s.view.trigger(QStringLiteral("image.tag.3"));
        d.select({from.id});
        s.view.trigger(QStringLiteral("image.lock"));
        d.setMarks({{}, {to.id}});
        d.select({});
        save(s, theme.name, "everything");
        QContextMenuEvent event(QContextMenuEvent::Mouse, s.at(690, 320), s.canvas().mapToGlobal(s.at(690, 320)));
        QApplication::sendEvent(&s.canvas(), &event);
        QWidget *menu = s.host.window.findChild<QWidget *>(QStringLiteral("shapeMenu"));
        QVERIFY(menu);
        QVERIFY(
            menu->grab().toImage().save(QStringLiteral(PLUMBLINE_BINARY_DIR "/screenshots/vector-menu-%1.png").arg(theme.name)));
        menu->close();
    }
};

QTEST_MAIN(TestVectorScreens)
#include "tst_vectorscreens.moc"
