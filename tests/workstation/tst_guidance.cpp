// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/docks.h"
#include "app/workstation/guidelinepanel.h"
#include "app/workstation/recentprojects.h"
#include "app/workstation/startpage.h"
#include "app/workstation/tour.h"
#include "core/store/reader.h"
#include "pageobjects.h"
#include "tests/support/verify.h"
#include "widgets/panels/guidelineview.h"

#include <QDockWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextDocument>
#include <QToolButton>

using namespace plumbline;
using panels::GuidelineView;
using test::FreshHome;
using test::Program;
using workstation::GuidelinePanel;
using workstation::RecentProjects;
using workstation::Tour;

class TestGuidance : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("plumbline")); }
    void theTourIsSeenOnce();
    void theTourBlocksNothing();
    void guidelinesReadNothingElsewhere_data();
    void guidelinesReadNothingElsewhere();
    void guidelinesAreNoHtml();
    void sectionsBelongToTheirClass();
    void aGuidelineIsWrittenAndUndone();
    void helpBeginsWithTheClass();
    void favouritesStayAtTheTop();
    void projectsHaveTheirPicture();
};

void TestGuidance::theTourIsSeenOnce()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 2));
    {
        Program program({home.path(QStringLiteral("photos"))}, false, Program::Tour::New);
        QVERIFY(program.waitForProject());
        QVERIFY(program.active());
        QTRY_VERIFY_WITH_TIMEOUT(program.part<Tour>("tour") && program.part<Tour>("tour")->isVisible(), 30'000);
        auto *tour = program.part<Tour>("tour");
        QCOMPARE(tour->steps(), 5);
        for (int step = 0; step < 5; ++step) {
            QCOMPARE(tour->step(), step);
            QVERIFY(!program.part<QLabel>("tourText")->text().isEmpty());
            QVERIFY2(program.window().rect().contains(tour->geometry()), "a card stands out of the window");
            program.press("tourNext");
        }
        QVERIFY(!tour->isVisible());
    }
    Program again({home.path(QStringLiteral("photos"))}, false, Program::Tour::New);
    QVERIFY(again.waitForProject());
    QTest::qWait(100);
    QVERIFY(!again.part<Tour>("tour"));
    // Whoever wants it again finds it.
    again.act("window.tour");
    QVERIFY(again.part<Tour>("tour")->isVisible());
    again.press("tourNext");
    again.press("tourBack");
    QCOMPARE(again.part<Tour>("tour")->step(), 0);
    again.press("tourSkip");
    QVERIFY(!again.part<Tour>("tour")->isVisible());
}

void TestGuidance::theTourBlocksNothing()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 3));
    Program program({home.path(QStringLiteral("photos"))}, false, Program::Tour::New);
    QVERIFY(program.waitForProject());
    QVERIFY(program.active());
    QTRY_VERIFY_WITH_TIMEOUT(program.part<Tour>("tour") && program.part<Tour>("tour")->isVisible(), 30'000);
    const ItemId first = program.document()->item()->id;
    program.key(Qt::Key_D);
    QTRY_VERIFY_WITH_TIMEOUT(program.document()->item()->id != first, 30'000);
    program.window().closeProject();
    QVERIFY(!program.part<Tour>("tour")->isVisible());
}

void TestGuidance::guidelinesReadNothingElsewhere_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("shown");
    QTest::newRow("inside") << QStringLiteral("in.png") << true;
    QTest::newRow("folder inside") << QStringLiteral("sub/in.png") << true;
    QTest::newRow("above") << QStringLiteral("../secret.png") << false;
    QTest::newRow("above, escaped") << QStringLiteral("%2e%2e/secret.png") << false;
    QTest::newRow("absolute") << QStringLiteral("SECRET") << false;
    QTest::newRow("file url") << QStringLiteral("file://SECRET") << false;
    QTest::newRow("link out") << QStringLiteral("link.png") << false;
    QTest::newRow("net") << QStringLiteral("http://127.0.0.1:9/x.png") << false;
    QTest::newRow("resource") << QStringLiteral("qrc:/plumbline/icons/star.svg") << false;
    QTest::newRow("not there") << QStringLiteral("no.png") << false;
    QTest::newRow("no picture") << QStringLiteral("text.png") << false;
}

void TestGuidance::guidelinesReadNothingElsewhere()
{
    QFETCH(QString, name);
    QFETCH(bool, shown);
    const QTemporaryDir root;
    const QString folder = root.filePath(QStringLiteral("guideline"));
    const QString secret = root.filePath(QStringLiteral("secret.png"));
    QDir().mkpath(folder + QStringLiteral("/sub"));
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (const QString &path : {secret, folder + QStringLiteral("/in.png"), folder + QStringLiteral("/sub/in.png")})
        QVERIFY(image.save(path));
    QVERIFY(QFile::link(secret, folder + QStringLiteral("/link.png")));
    QFile text(folder + QStringLiteral("/text.png"));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("no picture at all");
    text.close();
    name.replace(QStringLiteral("SECRET"), secret);
    GuidelineView view;
    view.resize(300, 300);
    view.show(QStringLiteral("Look:\n\n![here](%1)\n").arg(name), folder);
    // Whatever Qt asks for, and then as it is drawn.
    const auto picture = view.document()->resource(QTextDocument::ImageResource, QUrl(name)).value<QImage>();
    QCOMPARE(picture.width() > 1, shown);
    const QImage drawn = view.grab().toImage();
    bool red = false;
    for (int y = 0; y < drawn.height() && !red; ++y) {
        for (int x = 0; x < drawn.width() && !red; ++x)
            red = drawn.pixelColor(x, y) == QColor(Qt::red);
    }
    QCOMPARE(red, shown);
}

void TestGuidance::guidelinesAreNoHtml()
{
    GuidelineView view;
    view.show(QStringLiteral("# Cars\n\nBoxes <b>tight</b>.<script>alert(1)</script>\n\n- one\n- two\n"), {});
    QVERIFY(view.toPlainText().contains(QLatin1String("<script>")));
    QVERIFY(view.toPlainText().contains(QLatin1String("Cars")));
    QVERIFY(!view.toPlainText().contains(QLatin1Char('#')));
}

void TestGuidance::sectionsBelongToTheirClass()
{
    const QString text = QStringLiteral("# Guideline\nAll.\n## car\nTight boxes.\n### vans\nToo.\n```\n## person\n```\n## Person\nHeads count.\n# End\n");
    QCOMPARE(GuidelinePanel::sectionOf(text, QStringLiteral("Car")), QStringLiteral("## car\nTight boxes.\n### vans\nToo.\n```\n## person\n```"));
    QCOMPARE(GuidelinePanel::sectionOf(text, QStringLiteral("person")), QStringLiteral("## Person\nHeads count."));
    QCOMPARE(GuidelinePanel::sectionOf(text, QStringLiteral("tram")), QString());
    QCOMPARE(GuidelinePanel::sectionOf({}, QStringLiteral("car")), QString());
}

void TestGuidance::aGuidelineIsWrittenAndUndone()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 2));
    {
        Program program({home.path(QStringLiteral("photos"))});
        QVERIFY(program.waitForProject());
        QVERIFY(program.active());
        program.key(Qt::Key_F1);
        auto *panel = program.part<GuidelinePanel>("guidelinePanel");
        QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible(), 30'000);
        for (auto *button : panel->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == QLatin1String("Write it"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        auto *editor = program.part<QPlainTextEdit>("guidelineEditor");
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), editor, 30'000);
        QTest::keyClicks(editor, QStringLiteral("Boxes are tight. "));
        panel->addPicture(home.path(QStringLiteral("photos/p00.png")));
        program.press("guidelineSave");
        QVERIFY(program.document()->flush());
        QVERIFY(panel->shownText().contains(QLatin1String("Boxes are tight.")));
        const auto kept = program.document()->reader().setting(QStringLiteral("guideline"));
        QVERIFY_RESULT(kept);
        QVERIFY(base::toQString(*kept).contains(QLatin1String("![p00](")));
        QCOMPARE(QDir(program.document()->project().folder() + QStringLiteral("/guideline")).entryList(QDir::Files).size(), 1);
    }
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    auto *panel = program.part<GuidelinePanel>("guidelinePanel");
    QVERIFY(panel->shownText().contains(QLatin1String("Boxes are tight.")));
    program.act("edit.undo");
    QTRY_VERIFY_WITH_TIMEOUT(panel->shownText().isEmpty(), 30'000);
}

void TestGuidance::helpBeginsWithTheClass()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 1));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.active());
    auto &document = *program.document();
    auto schema = document.schema();
    for (const char *name : {"car", "person"})
        model::addClass(schema, document.project().store().ids().make<ClassId>(), QString::fromLatin1(name));
    document.push(document.gesture(QStringLiteral("Schema")).put(document.schema(), schema).take());
    auto gesture = document.gesture(QStringLiteral("Guideline"));
    gesture.setting(QStringLiteral("guideline"), Json(), Json("# All\nEverything.\n## person\nHeads count.\n## car\nWheels count."));
    document.push(gesture.take());
    QVERIFY(document.flush());
    document.reload();
    document.setCurrentClass(document.schema().find(QStringView(u"car"))->id);
    program.window().viewHost().focusView();
    program.key(Qt::Key_F1);
    auto *panel = program.part<GuidelinePanel>("guidelinePanel");
    QTRY_VERIFY_WITH_TIMEOUT(panel->shownText().startsWith(QLatin1String("car")), 30'000);
    QVERIFY(panel->isAncestorOf(QApplication::focusWidget()));
    document.setCurrentClass(document.schema().find(QStringView(u"person"))->id);
    QVERIFY(panel->shownText().startsWith(QLatin1String("person")));
    QVERIFY(panel->shownText().contains(QLatin1String("Everything.")));
}

void TestGuidance::favouritesStayAtTheTop()
{
    const FreshHome home;
    RecentProjects recent;
    const auto at = [](int minute) { return QDateTime(QDate(2026, 1, 1), QTime(8, minute)); };
    for (int i = 0; i < 3; ++i)
        recent.remember({QStringLiteral("/p/%1").arg(i), QString::number(i), 10, i, at(i), false});
    QCOMPARE(recent.entries().front().folder, QStringLiteral("/p/2"));
    recent.setFavourite(QStringLiteral("/p/0"), true);
    QCOMPARE(recent.entries().front().folder, QStringLiteral("/p/0"));
    recent.remember({QStringLiteral("/p/1"), QStringLiteral("1"), 10, 5, at(9), false});
    QCOMPARE(recent.entries()[1].folder, QStringLiteral("/p/1"));
    // Opening it again does not end it.
    recent.remember({QStringLiteral("/p/0"), QStringLiteral("0"), 10, 5, at(10), false});
    QVERIFY(recent.entries().front().favourite);
    QCOMPARE(RecentProjects().entries(), recent.entries());
    // More projects than are kept push others out first.
    for (int i = 10; i < 40; ++i)
        recent.remember({QStringLiteral("/p/%1").arg(i), QString::number(i), 1, 0, at(i), false});
    QCOMPARE(recent.entries().size(), std::size_t(20));
    QCOMPARE(recent.entries().front().folder, QStringLiteral("/p/0"));

    workstation::StartPage page(recent);
    page.resize(900, 700);
    static_cast<QWidget &>(page).show();
    QTest::mouseClick(page.findChildren<QToolButton *>(QStringLiteral("favourite")).at(1), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(recent.entries()[1].favourite, 30'000);
}

void TestGuidance::projectsHaveTheirPicture()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 1));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.waitForPicture());
    const QString folder = program.document()->project().folder();
    QTRY_VERIFY_WITH_TIMEOUT(!RecentProjects::thumbnail(folder).isNull(), 30'000);
    program.window().closeProject();
    const QImage picture = RecentProjects::thumbnail(folder);
    QVERIFY(!picture.isNull());
    QVERIFY(picture.width() <= RecentProjects::thumbnailSize.width() && picture.height() <= RecentProjects::thumbnailSize.height());
    program.workstation().recent().remove(folder);
    QVERIFY(RecentProjects::thumbnail(folder).isNull());
}

QTEST_MAIN(TestGuidance)
#include "tst_guidance.moc"
