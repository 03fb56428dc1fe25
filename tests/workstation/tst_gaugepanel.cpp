// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/gaugepanel.h"
#include "core/store/reader.h"
#include "core/workflow/demoproject.h"
#include "core/workflow/desk.h"
#include "core/workflow/goldstore.h"
#include "tests/support/verify.h"
#include "tests/workstation/pageobjects.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPointer>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>

using namespace plumbline;
using test::FreshHome;
using test::Program;

/// The panel behind the gauge, with the mouse and with keys.
class TestGaugePanel : public QObject
{
    Q_OBJECT

    // A demo project whose practice items are handed in: half as the known answer, half with one object less.
    static QString makePractised(const FreshHome &home)
    {
        qputenv("PLUMBLINE_GOLD_FOLDER", home.path(QStringLiteral("keys")).toUtf8());
        const QString folder = home.path(QStringLiteral("streets.plumb"));
        if (!workflow::makeDemo(folder, {80, 3}, {}))
            return {};
        const auto project = store::Project::open(folder, store::Project::Access::Write);
        if (!project)
            return {};
        const store::Person me = store::operatingSystemPerson();
        const auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath((*project)->id()));
        const auto reader = (*project)->store().reader();
        base::SeededRandom random(1);
        int practised = 0;
        const auto visited = (*reader)->visitItems([&](const model::Item &item) -> Result<> {
            const auto key = (*gold)->key(item.id);
            if (!*key || (*key)->kind != workflow::GoldKind::Practice)
                return {};
            auto labels = (*key)->key.answers.front();
            if (practised++ % 2 == 0 && !labels.empty())
                labels.pop_back();
            history::GestureBuilder builder((*project)->store().ids().make<GestureId>(), QStringLiteral("Label"));
            for (model::Annotation label : labels) {
                label.id = (*project)->store().ids().make<AnnotationId>();
                label.layer = me.name;
                builder.create(label);
            }
            if (const auto done = store::wait((*project)->store().commit(builder.take(), me.name)); !done)
                return fail(done.error());
            workflow::SubmitOptions options;
            options.confidence = practised % 2 == 0 ? 0.9 : 0.7;
            const auto submitted = workflow::submit(**project, item.id, me, options, random);
            return submitted ? Result<>() : fail(submitted.error());
        });
        return visited && practised == 8 ? folder : QString();
    }

    static workstation::GaugePanel *panelOf(Program &program) { return program.part<workstation::GaugePanel>("gaugePanel"); }
    static void clickTab(QTabWidget &tabs, int index)
    {
        QTest::mouseClick(tabs.tabBar(), Qt::LeftButton, {}, tabs.tabBar()->tabRect(index).center());
    }

private slots:
    void initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("plumbline")); }

    void aClickOnTheGaugeOpensIt()
    {
        const FreshHome home;
        const QString folder = makePractised(home);
        QVERIFY(!folder.isEmpty());
        Program program({folder});
        QVERIFY(program.active());
        QVERIFY(program.waitForProject());
        auto *gauge = program.part<QWidget>("gauge");
        QVERIFY(QTest::qWaitFor([&] { return gauge->property("text").toString().endsWith(QLatin1String("8")); }, 30'000));
        QTest::mouseClick(gauge, Qt::LeftButton);
        QPointer<workstation::GaugePanel> panel = panelOf(program);
        QVERIFY(panel);
        QVERIFY(QTest::qWaitForWindowActive(panel));
        auto *words = program.part<QLabel>("gaugeWords");
        QVERIFY(QTest::qWaitFor([&] { return words->text().startsWith(QLatin1String("Of 8 checked items")); }, 30'000));
        QCOMPARE(words->text().count(QStringLiteral(". ")) + 1, 2);

        // Displays from the fifth result on.
        auto *tabs = program.part<QTabWidget>("gaugeTabs");
        auto *method = tabs->widget(0)->findChild<QLabel *>(QStringLiteral("chartMethod"));
        QVERIFY(!method->text().contains(QLatin1String("Guideline")));
        // What is changed while the panel is open is marked when it is read again.
        auto guideline = program.document()->gesture(QStringLiteral("Guideline"));
        guideline.setting(QStringLiteral("guideline"), Json(), Json("Wheels are round."));
        program.document()->push(guideline.take());
        QVERIFY(program.document()->flush());
        panel->refresh();
        QVERIFY(QTest::qWaitFor([&] { return method->text().contains(QLatin1String("Guideline: version 1 on ")); }, 30'000));
        QVERIFY(method->text().endsWith(QLatin1String("after 8.")));
        auto *figures = tabs->widget(0)->findChild<QTableView *>(QStringLiteral("chartTable"));
        QVERIFY(figures->isVisible());
        QCOMPARE(figures->model()->rowCount(), 4);
        QCOMPARE(figures->model()->index(0, 0).data().toInt(), 5);
        QCOMPARE(figures->model()->index(3, 4).data().toInt(), 8);

        clickTab(*tabs, 1);
        auto *practice = program.part<QTableView>("gaugePractice");
        QVERIFY(practice->isVisible());
        QVERIFY(program.part<QLabel>("gaugePracticeWords")->text().contains(QLatin1String("differs most often")));
        QVERIFY(practice->model()->rowCount() >= 2);
        QVERIFY(practice->model()->index(0, 2).data().toString().contains(QLatin1String("missed or too far off")));
        const QString name = practice->model()->index(0, 3).data().toString().section(QLatin1Char(','), 0, 0);
        QVERIFY(name.endsWith(QLatin1String(".png")));
        const QPoint cell = practice->visualRect(practice->model()->index(0, 0)).center();
        QTest::mouseClick(practice->viewport(), Qt::LeftButton, {}, cell);
        QTest::mouseDClick(practice->viewport(), Qt::LeftButton, {}, cell);
        QVERIFY(QTest::qWaitFor([&] { return program.window().windowTitle().contains(name); }, 30'000));

        clickTab(*tabs, 2);
        auto *bins = tabs->widget(2)->findChild<QTableView *>(QStringLiteral("chartTable"));
        QVERIFY(bins->isVisible());
        QCOMPARE(bins->model()->rowCount(), 2);
        QCOMPARE(bins->model()->index(0, 4).data().toInt(), 4);
        QCOMPARE(bins->model()->index(1, 1).data().toDouble(), 1.0);
        QVERIFY(tabs->widget(2)
                    ->findChild<QLabel *>(QStringLiteral("chartMethod"))
                    ->text()
                    .startsWith(QLatin1String("8 practice items")));

        QTest::mouseClick(program.part<QWidget>("gaugeClose"), Qt::LeftButton);
        QTRY_VERIFY(!panel);
    }

    void keysOpenAndHideIt()
    {
        const FreshHome home;
        QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 1));
        Program program({home.path(QStringLiteral("photos"))});
        QVERIFY(program.active());
        QVERIFY(program.waitForProject());
        auto *gauge = program.part<QWidget>("gauge");
        gauge->setFocus();
        QTest::keyClick(gauge, Qt::Key_Return);
        QPointer<workstation::GaugePanel> panel = panelOf(program);
        QVERIFY(panel);
        QVERIFY(QTest::qWaitForWindowActive(panel));
        // A project that knows no answers.
        auto *words = program.part<QLabel>("gaugeWords");
        QVERIFY(
            QTest::qWaitFor([&] { return words->text().startsWith(QLatin1String("Some items have known answers")); }, 30'000));
        auto *tabs = program.part<QTabWidget>("gaugeTabs");
        for (const int page : {0, 2})
            QVERIFY(!tabs->widget(page)->findChild<QTableView *>(QStringLiteral("chartTable"))->isVisibleTo(tabs->widget(page)));
        QVERIFY(!program.part<QTableView>("gaugePractice")->isVisibleTo(tabs->widget(1)));

        auto *tick = program.part<QCheckBox>("gaugeShownTick");
        tick->setFocus();
        QTest::keyClick(tick, Qt::Key_Space);
        QVERIFY(!gauge->isVisible());
        QVERIFY(!workstation::Settings().gaugeShown());
        QTest::keyClick(panel, Qt::Key_Escape);
        QTRY_VERIFY(!panel);

        // Without the gauge the command is the way back.
        program.window().activateWindow();
        QVERIFY(program.active());
        program.act("window.palette");
        auto *palette = program.part<QWidget>("commandPalette");
        QTest::keyClicks(palette->findChild<QLineEdit *>(), QStringLiteral("agree with known answers"));
        QTest::keyClick(palette->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_VERIFY(panelOf(program));
        QVERIFY(QTest::qWaitForWindowActive(panelOf(program)));
        QVERIFY(!program.part<QCheckBox>("gaugeShownTick")->isChecked());
        QTest::mouseClick(program.part<QCheckBox>("gaugeShownTick"), Qt::LeftButton, {},
                          QPoint(8, program.part<QCheckBox>("gaugeShownTick")->height() / 2));
        QVERIFY(gauge->isVisible());
        // It goes with the project.
        panel = panelOf(program);
        program.window().activateWindow();
        program.act("file.close");
        QTRY_VERIFY(!panel);
    }
};

QTEST_MAIN(TestGaugePanel)
#include "tst_gaugepanel.moc"
