// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/docks.h"
#include "app/workstation/services.h"
#include "app/workstation/thumbnails.h"
#include "tests/support/verify.h"
#include "tests/workstation/pageobjects.h"

#include <QDockWidget>
#include <QScrollBar>

using namespace plumbline;
using panels::ThumbnailStrip;
using test::FreshHome;
using test::Program;
using workstation::Thumbnails;

namespace {

struct Strip {
    explicit Strip(Program &program)
        : view(*program.part<ThumbnailStrip>("thumbnailStrip")), pictures(*view.findChild<Thumbnails *>())
    {
    }
    [[nodiscard]] bool allReady()
    {
        const auto items = view.inSight();
        return !items.empty() && pictures.waiting() == 0
               && std::all_of(items.begin(), items.end(),
                              [this](ItemId item) { return pictures.find(item).state != ThumbnailStrip::State::Waiting; });
    }
    [[nodiscard]] QColor colourAt(int row)
    {
        const QRect cell = view.visualRect(view.model()->index(row, 0));
        return view.viewport()->grab().toImage().pixelColor((QPointF(cell.center()) * view.devicePixelRatioF()).toPoint() - QPoint(0, 12));
    }
    ThumbnailStrip &view;
    Thumbnails &pictures;
};

// A project of many items that are the same few pictures.
Result<QString> manyItems(const FreshHome &home, int count)
{
    const QString photos = home.path(QStringLiteral("photos"));
    if (!test::writePictures(photos, 10))
        return fail(ErrorCode::Failed, photos);
    const QString folder = home.path(QStringLiteral("many.plumb"));
    auto made = store::Project::create(folder, {{}, model::emptySchema(), {QStringLiteral("me"), true}, false});
    if (!made)
        return fail(made.error());
    store::Store &db = (*made)->store();
    const auto added = db.bulk(QStringLiteral("Add"), QStringLiteral("me"), [&](store::BulkSink &sink) {
        std::vector<model::Item> items;
        for (int i = 0; i < count; ++i) {
            model::Item item;
            item.id = ItemId{db.ids().version4()};
            item.name = QStringLiteral("%1.png").arg(i, 6, 10, QLatin1Char('0'));
            item.path = QStringLiteral("%1/p%2.png").arg(photos).arg(i % 10, 2, 10, QLatin1Char('0'));
            items.push_back(std::move(item));
        }
        return sink.addItems(std::move(items));
    });
    return added ? Result<QString>(folder) : fail(added.error());
}

}  // namespace

class TestThumbnails : public QObject
{
    Q_OBJECT

private slots:
    void appearAndOpen();
    void longQueue();
    void decodedSmall();
};

void TestThumbnails::appearAndOpen()
{
    const FreshHome home;
    const QString photos = home.path(QStringLiteral("photos"));
    QVERIFY(test::writePictures(photos, 6));
    Program program({photos});
    QVERIFY(program.waitForProject());
    QVERIFY(program.active());
    Strip strip(program);
    // A tab behind another one: nothing is decoded.
    QVERIFY(strip.view.viewport()->visibleRegion().isEmpty());
    QTest::qWait(200);
    QCOMPARE(strip.pictures.begun(), 0);
    QFile damaged(photos + QStringLiteral("/p04.png"));
    QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.resize(100));
    damaged.close();

    program.key(Qt::Key_F9);
    QTRY_VERIFY_WITH_TIMEOUT(!strip.view.viewport()->visibleRegion().isEmpty(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(strip.allReady(), 30'000);
    const auto &queue = program.window().queue();
    QCOMPARE(strip.pictures.find(queue.itemAt(4)).state, ThumbnailStrip::State::Unreadable);
    for (const int row : {0, 1, 3, 5})
        QCOMPARE(strip.colourAt(row).hue() / 10, ((row * 37) % 360) / 10);
    QCOMPARE(strip.view.currentIndex().row(), 0);

    QTest::mouseClick(strip.view.viewport(), Qt::LeftButton, {}, strip.view.visualRect(strip.view.model()->index(3, 0)).center());
    QCOMPARE(program.document()->item()->id, queue.itemAt(3));
    QCOMPARE(strip.view.currentIndex().row(), 3);
    // Keys walk; Enter opens.
    strip.view.setFocus();
    QTest::keyClick(&strip.view, Qt::Key_Left);
    QCOMPARE(strip.view.currentIndex().row(), 2);
    QCOMPARE(program.document()->item()->id, queue.itemAt(3));
    QTest::keyClick(&strip.view, Qt::Key_Return);
    QCOMPARE(program.document()->item()->id, queue.itemAt(2));
    // It follows the work.
    program.act("item.next");
    QCOMPARE(strip.view.currentIndex().row(), 3);
    // Files that changed are decoded again, and only they.
    const auto begun = strip.pictures.begun();
    QImage other(64, 48, QImage::Format_RGB32);
    other.fill(QColor::fromHsv(300, 255, 255));
    QVERIFY(other.save(photos + QStringLiteral("/p01.png")));
    QVERIFY(other.save(photos + QStringLiteral("/p04.png")));
    program.act("item.previous");
    QTRY_COMPARE_WITH_TIMEOUT(strip.pictures.begun(), begun + 2, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(strip.allReady(), 30'000);
    for (const int row : {1, 4})
        QCOMPARE(strip.colourAt(row).hue(), 300);
    QCOMPARE(strip.colourAt(0).hue() / 10, 0);
    program.act("item.next");
    program.key(Qt::Key_F9);
    QVERIFY(!strip.view.isVisible());
    QVERIFY(strip.view.inSight().empty());
}

void TestThumbnails::longQueue()
{
    constexpr int count = 20'000;
    const FreshHome home;
    const auto folder = manyItems(home, count);
    QVERIFY_RESULT(folder);
    Program program({*folder});
    QVERIFY(program.waitForProject());
    QVERIFY(program.active());
    program.act("window.dock.thumbnail");
    Strip strip(program);
    QTRY_VERIFY_WITH_TIMEOUT(strip.allReady(), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(program.window().queue().indexed(), 60'000);
    QScrollBar *bar = strip.view.horizontalScrollBar();
    constexpr int steps = 200;
    for (int step = 1; step <= steps; ++step) {
        bar->setValue(int(qint64(bar->maximum()) * step / steps));
        QCoreApplication::processEvents();
        strip.view.viewport()->repaint();
    }
    QTRY_VERIFY_WITH_TIMEOUT(strip.allReady(), 60'000);
    QCOMPARE(strip.view.inSight().back(), program.window().queue().itemAt(count - 1));
    QCOMPARE(strip.view.indexAt(strip.view.visualRect(strip.view.model()->index(count - 1, 0)).center()).row(), count - 1);
    // What went by was not decoded, or only where the scroll rested.
    const auto seen = strip.pictures.begun();
    QVERIFY2(seen < count / 4, qPrintable(QString::number(seen)));
    QVERIFY(strip.pictures.keptBytes() <= Thumbnails::mostBytes);
    // Hidden while some are waiting: they are not decoded any more.
    bar->setValue(bar->maximum() / 2);
    QTRY_VERIFY_WITH_TIMEOUT(strip.pictures.waiting() > 0, 30'000);
    program.act("window.dock.thumbnail");
    QVERIFY(strip.pictures.waiting() <= 1);
    QTRY_COMPARE_WITH_TIMEOUT(strip.pictures.waiting(), std::size_t(0), 30'000);
}

void TestThumbnails::decodedSmall()
{
    const FreshHome home;
    Program program;
    const QString file = home.path(QStringLiteral("wide.png"));
    QImage image(3000, 500, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QVERIFY(image.save(file));
    const auto opener = static_cast<workstation::Services &>(program.workstation()).mediaOpener();
    const auto small = Thumbnails::decode(opener, file, {});
    QVERIFY_RESULT(small);
    QCOMPARE(small->size(), QSize(192, 32));
    QCOMPARE(small->format(), QImage::Format_RGB32);
    jobs::JobControl stopped;
    stopped.cancel();
    QCOMPARE(Thumbnails::decode(opener, file, stopped).error().code, ErrorCode::Cancelled);
    QVERIFY(!Thumbnails::decode(opener, home.path(QStringLiteral("none.png")), {}));
}

QTEST_MAIN(TestThumbnails)
#include "tst_thumbnails.moc"
