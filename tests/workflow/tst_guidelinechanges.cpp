// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/store/judgementlog.h"
#include "core/store/reader.h"
#include "core/workflow/demoproject.h"
#include "core/workflow/desk.h"
#include "core/workflow/gaugedetails.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;

/// Where the guideline changed among a person's own work.
class TestGuidelineChanges : public QObject
{
    Q_OBJECT

private slots:
    void placesAmongOnesOwnWork()
    {
        const QTemporaryDir home;
        qputenv("PLUMBLINE_GOLD_FOLDER", home.filePath(QStringLiteral("keys")).toUtf8());
        QVERIFY_RESULT(workflow::makeDemo(home.filePath(QStringLiteral("demo")), {20, 3}, {}));
        const auto project = store::Project::open(home.filePath(QStringLiteral("demo")), store::Project::Access::Write);
        QVERIFY_RESULT(project);
        const store::Person me = store::operatingSystemPerson();
        std::vector<ItemId> items;
        const auto reader = (*project)->store().reader();
        QVERIFY_RESULT((*reader)->visitItems([&](const model::Item &item) -> Result<> {
            const auto task = (*reader)->task(workflow::annotateTask(item.id, me.name));
            if (task && (!*task || !model::isLocked((*task)->state)))
                items.push_back(item.id);
            return {};
        }));
        QVERIFY(items.size() >= 9);
        Json before;
        const auto change = [&](const char *text) {
            history::GestureBuilder builder((*project)->store().ids().make<GestureId>(), QStringLiteral("Guideline"));
            builder.setting(QStringLiteral("guideline"), before, Json(text));
            before = Json(text);
            return store::wait((*project)->store().commit(builder.take(), QStringLiteral("the lead")));
        };
        base::SeededRandom random(1);
        const auto handIn = [&](std::size_t from, std::size_t to) -> Result<> {
            for (std::size_t i = from; i < to; ++i)
                if (const auto done = workflow::submit(**project, items[i], me, {}, random); !done)
                    return fail(done.error());
            return {};
        };
        const auto places = [&] {
            QStringList list;
            const auto details = workflow::gaugeDetails(**project, me);
            if (details)
                for (const auto &found : details->guidelineChanges)
                    list << QStringLiteral("%1 after %2").arg(found.version).arg(found.submissions);
            return list;
        };
        // Before anything was handed in there is no place for it.
        QVERIFY_RESULT(change("one"));
        QVERIFY_RESULT(handIn(0, 3));
        QCOMPARE(places(), QStringList());
        QVERIFY_RESULT(change("two"));
        QCOMPARE(places(), QStringList{QStringLiteral("2 after 3")});
        QVERIFY_RESULT(handIn(3, 8));
        // Handed in again counts as the gauge counts it.
        QVERIFY_RESULT(handIn(0, 1));
        QVERIFY_RESULT(change("three"));
        QVERIFY_RESULT(handIn(8, 9));
        QCOMPARE(places(), (QStringList{QStringLiteral("2 after 3"), QStringLiteral("3 after 9")}));

        // Of somebody without work: the times alone.
        const auto log = store::JudgementLog::open((*project)->store());
        QVERIFY_RESULT(log);
        const auto ofNobody = log->settingChanges(QStringLiteral("guideline"), QStringLiteral("nobody"));
        QVERIFY_RESULT(ofNobody);
        QCOMPARE(ofNobody->size(), std::size_t(3));
        QCOMPARE(ofNobody->front().after, 0);
        QVERIFY(std::is_sorted(ofNobody->begin(), ofNobody->end(),
                               [](const auto &a, const auto &b) { return a.microseconds < b.microseconds; }));
    }
};

QTEST_GUILESS_MAIN(TestGuidelineChanges)
#include "tst_guidelinechanges.moc"
