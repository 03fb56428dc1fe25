// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity/activityrecord.h"
#include "core/activity/eventlines.h"
#include "core/activity/material.h"
#include "core/activity/retention.h"
#include "core/store/purge.h"
#include "core/store/recordlog.h"
#include "tests/review/reviewproject.h"

#include <QFile>

using namespace plumbline;
using namespace plumbline::activity;

/// Time from a project: recorded visits, edits of the history, accepted labels; and what is left of it when the moments go.
class TestActivityMaterial : public QObject
{
    Q_OBJECT

    test::ReviewProject m_project;

    void record(const Uuid &visit, const std::vector<std::pair<std::int64_t, Event>> &moments, const store::Person &person)
    {
        Moments content{person.name, visit, {}};
        for (auto [at, event] : moments) {
            event.person = person.name;
            event.visit = visit;
            event.at = at;
            content.events.push_back(event);
        }
        history::GestureBuilder builder(m_project.ids().make<GestureId>(), QStringLiteral("Active time"));
        builder.put(nullptr, recordOf(m_project.ids().version4(), content)).notUndoable();
        QVERIFY_RESULT(store::wait(m_project.project->store().commit(builder.take(), person.name)));
    }

private slots:
    void fromAProject()
    {
        m_project.make(2);
        const std::int64_t start = m_project.clock.nowMicroseconds();
        const ItemId item = m_project.items[0];
        // Only the history knows: three labels, a second apart, then 100 s of nothing, one more, and two seconds later the last
        // one.
        std::vector<model::Annotation> drawn;
        for (int i = 0; i < 3; ++i)
            drawn.push_back(m_project.draw(item, m_project.anna, {0, 0, 10, 10}));
        m_project.clock.advance(100'000'000);
        drawn.push_back(m_project.draw(item, m_project.anna, {0, 0, 10, 10}));
        QVERIFY_RESULT(m_project.submit(item, m_project.anna));
        drawn.push_back(m_project.draw(item, m_project.anna, {0, 0, 10, 10}));
        // Somebody else's edit, and one in a layer that is not the person's own.
        m_project.draw(item, m_project.ben, {0, 0, 10, 10});
        model::Annotation accepted = drawn[0];
        accepted.id = m_project.ids().make<AnnotationId>();
        accepted.layer = model::acceptedLayer();
        accepted.parent = drawn[0].id;
        m_project.commit(history::GestureBuilder(m_project.ids().make<GestureId>(), QStringLiteral("Accept")).create(accepted),
                         m_project.rita);

        auto read = material(m_project.project->store());
        QVERIFY_RESULT(read);
        // 1 + 1 + 60 of the gap of 101 + 2 between the fourth and the fifth.
        auto table = timeTable(*read, {});
        QCOMPARE(table.rows.size(), std::size_t(1));
        QCOMPARE(table.rows[0].sums, (Sums{64'000'000, 0, 0}));
        QCOMPARE(table.rows[0].name, QStringLiteral("0.jpg"));
        QCOMPARE(table.people[0].acceptedLabels, std::int64_t(1));
        QCOMPARE(table.people[0].perLabel().value(), std::int64_t(64'000'000));

        // A window that saw the first ten seconds, with six of reading.
        using K = EventKind;
        const Uuid visit = Uuid::fromName("visit", "1");
        record(visit, {{start, {{}, {}, 0, K::Shown, item, 1}}, {start + 2'000'000, {{}, {}, 0, K::GuidelineShown, {}, 0}}},
               m_project.anna);
        record(visit,
               {{start + 8'000'000, {{}, {}, 0, K::GuidelineLeft, {}, 0}}, {start + 10'000'000, {{}, {}, 0, K::Left, item, 1}}},
               m_project.anna);
        read = material(m_project.project->store(), m_project.anna.name);
        QVERIFY_RESULT(read);
        table = timeTable(*read, {});
        // 2 + 2 labeling in the window, which has the first three labels; and the 2 s between the last two.
        QCOMPARE(table.rows[0].sums, (Sums{(4 + 2) * TimeRules::second, 6'000'000, 0}));
        QCOMPARE(timeTable(*fromLines(toLines(*read)), {}).total, table.total);
        QCOMPARE(timeTable(*material(m_project.project->store(), m_project.ben.name), {}).total, Sums{});
    }

    void whatIsNoRecordIsLeftOut()
    {
        history::GestureBuilder builder(m_project.ids().make<GestureId>(), QStringLiteral("Broken"));
        builder.put(nullptr, model::Record{m_project.ids().version4(), model::RecordKind::Activity, {}, "not JSON"})
            .notUndoable();
        QVERIFY_RESULT(store::wait(m_project.project->store().commit(builder.take(), m_project.anna.name)));
        const auto read = material(m_project.project->store());
        QVERIFY_RESULT(read);
        QCOMPARE(read->unreadable, std::int64_t(1));
        QVERIFY(toText(timeTable(*read, {})).contains(QStringLiteral("1 records")));
    }

    void momentsGoAndSumsStay()
    {
        store::Store &store = m_project.project->store();
        const auto before = timeTable(*material(store), {});
        QCOMPARE(fadeMoments(store, m_project.lea)->records, std::int64_t(0));
        const std::int64_t day = 86'400'000'000;
        m_project.clock.advance(89 * day);
        QCOMPARE(fadeMoments(store, m_project.lea)->records, std::int64_t(0));
        history::GestureBuilder builder(m_project.ids().make<GestureId>(), QStringLiteral("Keep for thirty days"));
        builder.setting(QLatin1String(retentionKey), nullptr, 30);
        QVERIFY_RESULT(store::wait(store.commit(builder.take(), m_project.lea.name)));
        // A visit of today stays as it is.
        using K = EventKind;
        const std::int64_t now = m_project.clock.nowMicroseconds();
        record(
            Uuid::fromName("visit", "2"),
            {{now, {{}, {}, 0, K::Shown, m_project.items[1], 1}}, {now + 7'000'000, {{}, {}, 0, K::Left, m_project.items[1], 1}}},
            m_project.anna);
        const auto faded = fadeMoments(store, m_project.lea);
        QVERIFY_RESULT(faded);
        QCOMPARE(faded->records, std::int64_t(2));
        QCOMPARE(faded->values, std::int64_t(2));
        QCOMPARE(store::purgedValues(store).value(), std::int64_t(2));
        QCOMPARE(fadeMoments(store, m_project.lea)->records, std::int64_t(0));

        const auto read = material(store);
        QVERIFY_RESULT(read);
        const auto after = timeTable(*read, {});
        Sums wanted = before.total;
        wanted.labeling += 7'000'000;
        QCOMPARE(after.total, wanted);
        QVERIFY(!after.otherCap);
        TimeQuery other;
        other.rules.idleCap = 30'000'000;
        QVERIFY(timeTable(*read, other).otherCap);
        QVERIFY(
            std::none_of(read->events.begin(), read->events.end(), [](const Event &e) { return e.kind == K::GuidelineShown; }));
        const auto problems = m_project.reader()->verify({});
        QVERIFY_RESULT(problems);
        QVERIFY2(problems->isEmpty(), qPrintable(problems->join(QLatin1Char('\n'))));

        const QString file = store.file();
        m_project.project.reset();
        QFile database(file);
        QVERIFY(database.open(QIODevice::ReadOnly));
        const QByteArray bytes = database.readAll();
        QVERIFY(bytes.contains("stretches"));
        QVERIFY2(!bytes.contains("guideline-shown"), "moments that should be gone are in the file");
    }
};

QTEST_GUILESS_MAIN(TestActivityMaterial)
#include "tst_activitymaterial.moc"
