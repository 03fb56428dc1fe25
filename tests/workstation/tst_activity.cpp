// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/guidelinepanel.h"
#include "app/workstation/mytimepage.h"
#include "app/workstation/signin.h"
#include "core/activity/eventlines.h"
#include "core/activity/material.h"
#include "core/model/schema.h"
#include "core/store/purge.h"
#include "core/store/recordlog.h"
#include "pageobjects.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"

#include <QComboBox>
#include <QFile>
#include <QTableWidget>

using namespace plumbline;
using activity::EventKind;

/// What a person does in the real window, by a clock that the test moves: their time is the hand-computed figure.
class TestActivity : public QObject
{
    Q_OBJECT

    static constexpr std::int64_t second = 1'000'000;

    std::unique_ptr<test::FreshHome> m_home;
    std::unique_ptr<test::Program> m_program;
    test::ManualClock m_clock;
    QString m_folder;

    static QString s(const char *text) { return QString::fromUtf8(text); }
    document::Document &document() { return *m_program->document(); }
    void pass(std::int64_t seconds) { m_clock.advance(seconds * second); }
    void open()
    {
        store::Store::Options options;
        options.clock = &m_clock;
        // What the last window still does in the background ends first.
        auto project = store::Project::open(m_folder, store::Project::Access::Write, options);
        (void)QTest::qWaitFor(
            [&] { return project || (project = store::Project::open(m_folder, store::Project::Access::Write, options)); }, 30000);
        QVERIFY_RESULT(project);
        m_program->window().setProject(std::move(*project), {});
        QVERIFY(m_program->document());
    }
    void draw()
    {
        document().push(document().gesture(s("Draw")).create(document().newAnnotation(geometry::Box{10, 10, 50, 40})).take());
    }
    // Given to the window: moving the cursor of the screen is told at some later time.
    void touch(QWidget *widget)
    {
        const QPoint at = widget->mapTo(widget->window(), widget->rect().center() + QPoint(++m_moves % 7, 0));
        QTest::mouseMove(widget->window()->windowHandle(), at);
    }
    [[nodiscard]] QWidget *shownGuideline()
    {
        m_program->act("window.help");
        auto *panel = m_program->part<workstation::GuidelinePanel>("guidelinePanel");
        return QTest::qWaitFor([&] { return panel->isVisible(); }) ? panel : nullptr;
    }
    [[nodiscard]] activity::Material stored()
    {
        const auto project = store::Project::open(m_folder, store::Project::Access::Read);
        return project ? *activity::material((*project)->store()) : activity::Material{};
    }
    int m_moves = 0;

private slots:
    void initTestCase() { QCoreApplication::setApplicationName(s("plumbline")); }
    void init()
    {
        m_home = std::make_unique<test::FreshHome>();
        const QString pictures = m_home->path(s("pictures"));
        QVERIFY(test::writePictures(pictures, 2));
        m_program = std::make_unique<test::Program>(QStringList{pictures});
        QVERIFY(m_program->active());
        QVERIFY(m_program->waitForProject());
        QVERIFY(m_program->waitForPicture());
        m_folder = document().project().folder();
        m_program->window().closeProject();
    }
    void cleanup()
    {
        m_program.reset();
        m_home.reset();
    }

    // 2 s until the picture is there; 10 s and 20 s of labeling with a label between; 15 + 3 s in the guideline; back on the
    // picture, and 300 s of nothing, of which 60 count; then the project is left.
    void aVisit()
    {
        open();
        pass(2);
        QVERIFY(m_program->waitForPicture());
        pass(10);
        draw();
        QVERIFY(document().flush());
        pass(20);
        QWidget *guideline = shownGuideline();
        QVERIFY(guideline);
        touch(guideline);
        pass(15);
        touch(guideline);
        pass(3);
        touch(m_program->canvas());
        pass(300);
        touch(m_program->canvas());
        const ItemId item = document().item()->id;
        m_program->window().closeProject();

        const activity::Material material = stored();
        QCOMPARE(material.unreadable, std::int64_t(0));
        const auto table = activity::timeTable(material, {});
        // What was done before the clock was the test's is another visit.
        const auto row = std::find_if(table.rows.begin(), table.rows.end(), [&](const auto &r) { return r.item == item; });
        QVERIFY(row != table.rows.end());
        activity::TimeQuery query;
        query.to = m_clock.nowMicroseconds() + 1;
        query.from = m_clock.nowMicroseconds() - 400 * second;
        const activity::Sums sums = activity::timeTable(material, query).total;
        QVERIFY2(sums == (activity::Sums{90 * second, 18 * second, 2 * second}), activity::toLines(material).constData());
        // Nothing but moments is kept.
        const auto project = store::Project::open(m_folder, store::Project::Access::Read);
        QVERIFY_RESULT(project);
        const auto records = store::RecordLog::open((*project)->store())->all(model::RecordKind::Activity);
        QVERIFY_RESULT(records);
        QVERIFY(!records->empty());
        for (const model::Record &record : *records) {
            const auto json = base::parseJson(record.data);
            for (const Json &event : json->at("events"))
                QVERIFY(event.size() == 2 || event.size() == 4);
        }
        QCOMPARE((*project)->store().reader().value()->verify({}).value(), QStringList());
    }

    void aClockThatGoesBackAndAnotherItem()
    {
        open();
        QVERIFY(m_program->waitForPicture());
        pass(30);
        draw();
        QVERIFY(document().flush());
        pass(5);
        m_program->act("item.next");
        QVERIFY(m_program->waitForPicture());
        pass(7);
        touch(m_program->canvas());
        pass(-3600);
        touch(m_program->canvas());
        pass(9);
        draw();
        QVERIFY(document().flush());
        m_program->window().closeProject();
        activity::TimeQuery query;
        query.from = m_clock.nowMicroseconds() - 7200 * second;
        query.to = m_clock.nowMicroseconds() + 7200 * second;
        const activity::Material material = stored();
        const auto table = activity::timeTable(material, query);
        QCOMPARE(table.total.waiting, std::int64_t(0));
        // 30 + 5 on the first, 7 and 9 on the second.
        QCOMPARE(table.rows.size(), std::size_t(2));
        QVERIFY2(table.rows[0].sums.labeling + table.rows[1].sums.labeling == 51 * second
                     && std::max(table.rows[0].sums.labeling, table.rows[1].sums.labeling) == 35 * second,
                 activity::toLines(material).constData());
        QCOMPARE(table.total.total(), 51 * second);
    }

    // 20 s of labeling; then the window is locked, and nothing of the 50 s before somebody types there counts.
    void nothingCountsWhileTheWindowIsLocked()
    {
        open();
        QVERIFY(m_program->waitForPicture());
        pass(20);
        draw();
        QVERIFY(document().flush());
        m_program->workstation().lock();
        auto *page = m_program->workstation().lockWindow();
        QVERIFY(page && QTest::qWaitForWindowExposed(page));
        pass(50);
        touch(page);
        pass(50);
        touch(page);
        m_program->window().closeProject();
        activity::TimeQuery query;
        query.from = m_clock.nowMicroseconds() - 400 * second;
        query.to = m_clock.nowMicroseconds() + 1;
        // The page holds the project, so the last visit may still be on its way to the disk.
        const auto total = [&] { return activity::timeTable(stored(), query).total.total(); };
        QVERIFY2(QTest::qWaitFor([&] { return total() == 20 * second; }, 10000), activity::toLines(stored()).right(900).constData());
    }

    void oldMomentsBecomeSumsWhenTheProjectIsOpened()
    {
        open();
        QVERIFY(m_program->waitForPicture());
        pass(25);
        draw();
        QVERIFY(document().flush());
        m_program->window().closeProject();
        pass(std::int64_t(91) * 86'400);
        open();
        QVERIFY(QTest::qWaitFor([&] { return store::purgedValues(document().project().store()).value_or(0) > 0; }, 30000));
        m_program->window().closeProject();
        activity::TimeQuery query;
        query.to = m_clock.nowMicroseconds() - 86'400 * second;
        const activity::Material material = stored();
        QVERIFY(!material.summed.empty());
        QCOMPARE(activity::timeTable(material, query).total.labeling, 25 * second);
    }

    void whoeverLooksSeesTheirTime()
    {
        // A day on which nothing else happens.
        const QDateTime noon(QDate::currentDate().addDays(3), QTime(12, 0));
        m_clock.advance(noon.toMSecsSinceEpoch() * 1000 - m_clock.nowMicroseconds());
        open();
        QVERIFY(m_program->waitForPicture());
        for (int i = 0; i < 40; ++i) {
            pass(13);
            draw();
        }
        QVERIFY(document().flush());
        touch(shownGuideline());
        pass(41);
        touch(m_program->canvas());
        m_program->act("window.time");
        auto *page = m_program->window().findChild<workstation::MyTimePage *>();
        QVERIFY(page && QTest::qWaitForWindowActive(page));
        QVERIFY(QTest::qWaitFor([&] { return page->idle(); }, 30000));
        auto *table = page->findChild<QTableWidget *>(s("myTimeTable"));
        auto *range = page->findChild<QComboBox *>(s("myTimeRange"));
        range->setCurrentIndex(0);
        // What was noted a moment ago is on its way to the disk.
        const auto read40 = [&] {
            page->reload();
            return QTest::qWaitFor([&] { return page->idle(); }, 30000) && table->rowCount() == 2
                   && table->item(0, 2)->text() == s("0:08:40");
        };
        QVERIFY(QTest::qWaitFor(read40, 10000));
        // 40 × 13 s.
        QCOMPARE(table->item(0, 2)->text(), s("0:08:40"));
        QCOMPARE(table->item(0, 3)->text(), s("0:00:41"));
        QVERIFY(page->findChild<QLabel *>(s("myTimeRules"))->text().contains(s("60 seconds")));
        const QString folder = qEnvironmentVariable("PLUMBLINE_SHOTS");
        if (!folder.isEmpty())
            QVERIFY(page->grab().save(folder + s("/mytime.png")));
        range->setCurrentIndex(2);
        // The export gives the same without the project.
        QVERIFY_RESULT(page->exportTo(m_home->path(s("time.csv"))));
        QFile lines(m_home->path(s("time.events.jsonl")));
        QVERIFY(lines.open(QIODevice::ReadOnly));
        const auto read = activity::fromLines(lines.readAll());
        QVERIFY_RESULT(read);
        QFile csv(m_home->path(s("time.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QCOMPARE(activity::toCsv(activity::timeTable(*read, {})), csv.readAll());
        // Work in a window about the project is other work than labeling.
        pass(50);
        touch(table);
        pass(50);
        touch(table);
        m_program->window().closeProject();
        activity::TimeQuery query;
        query.from = m_clock.nowMicroseconds() - 100 * second;
        QVERIFY(activity::timeTable(stored(), query).total.total() <= 50 * second);
    }
};

QTEST_MAIN(TestActivity)
#include "tst_activity.moc"
