// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity/activityrecord.h"
#include "core/activity/material.h"
#include "tests/packet/sampleproject.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace plumbline;
using activity::EventKind;

/// Active time comes back with the work, once, and nobody sends somebody else's.
class TestPackedActivity : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir{test::quickFolder()};
    test::Party m_boss{QStringLiteral("boss")};
    test::Party m_ann{QStringLiteral("ann")};
    base::SystemRandom m_random;

    static void record(store::Project &at, const QString &person, ItemId item, const char *visit)
    {
        const Uuid id = Uuid::fromName("visit", visit);
        const std::int64_t begin = 1'700'000'000'000'000;
        const activity::Moments moments{person,
                                        id,
                                        {{person, id, begin, EventKind::Shown, item, 1},
                                         {person, id, begin + 40'000'000, EventKind::Input, {}, 0},
                                         {person, id, begin + 50'000'000, EventKind::Left, item, 1}}};
        auto builder = test::gesture(at);
        builder.put(nullptr, activity::recordOf(at.store().ids().version4(), moments)).notUndoable();
        QVERIFY_RESULT(test::commit(at, builder, person));
    }

private slots:
    void thereAndBack()
    {
        qputenv("PLUMBLINE_GOLD_FOLDER", m_dir.filePath(QStringLiteral("gold")).toUtf8());
        const auto path = [&](const char *name) { return m_dir.filePath(QString::fromLatin1(name)); };
        auto lead = test::makeProject(path("lead.plumb"), m_boss, {m_ann.name}, 2);
        QVERIFY_RESULT(lead);
        packet::WorkChoice choice;
        choice.people = {m_ann.name};
        QVERIFY_RESULT(packet::packWork(**lead, path("work.plumbpack"), choice, m_boss.packing(), m_boss.person(), {}));
        const auto work = packet::PacketReader::open(path("work.plumbpack"));
        QVERIFY_RESULT(work);
        QVERIFY_RESULT(packet::openWork(**work, path("ann.plumb"), m_ann.person(), {}));
        auto mine = store::Project::open(path("ann.plumb"), store::Project::Access::Write);
        QVERIFY_RESULT(mine);
        const ItemId item = test::itemsOf(**mine).front().id;
        auto builder = test::gesture(**mine);
        builder.create(test::box(**mine, item, m_ann.name, 3));
        QVERIFY_RESULT(test::commit(**mine, builder, m_ann.name));
        QVERIFY_RESULT(workflow::submit(**mine, item, m_ann.person(), {}, m_random));
        record(**mine, m_ann.name, item, "ann");
        record(**mine, m_boss.name, item, "boss");
        QVERIFY_RESULT(packet::packSubmissions(**mine, path("back.plumbpack"), m_ann.name, m_ann.packing(), {}));

        const auto back = packet::PacketReader::open(path("back.plumbpack"));
        QVERIFY_RESULT(back);
        QVERIFY((*back)->find("activity.jsonl"));
        const auto merge = [&](const packet::Believed &sender) {
            return packet::mergePacket(**lead, **back, sender, m_boss.person(), m_random, {});
        };
        // A stranger's time is not taken, nor is it taken under another name.
        QVERIFY_RESULT(merge({m_ann.name, false, false}));
        QVERIFY(activity::material((*lead)->store())->events.empty());
        QVERIFY_RESULT(merge({QStringLiteral("bob"), true, false}));
        QVERIFY(activity::material((*lead)->store())->events.empty());
        QVERIFY_RESULT(merge({m_ann.name, true, false}));
        const auto first = (*(*lead)->store().reader())->lastOperation().value();
        QVERIFY_RESULT(merge({m_ann.name, true, false}));
        QCOMPARE((*(*lead)->store().reader())->lastOperation().value(), first);
        const auto table = activity::timeTable(*activity::material((*lead)->store()), {});
        QCOMPARE(table.rows.size(), std::size_t(1));
        QCOMPARE(table.rows[0].person, m_ann.name);
        QCOMPARE(table.total, (activity::Sums{50'000'000, 0, 0}));
    }
};

QTEST_GUILESS_MAIN(TestPackedActivity)
#include "tst_packedactivity.moc"
