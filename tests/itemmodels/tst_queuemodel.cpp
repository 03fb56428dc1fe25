// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/queuemodel.h"
#include "core/store/project.h"
#include "fakeediting.h"
#include "tests/support/verify.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using itemmodels::QueueModel;

namespace {

struct QueueProject {
    QTemporaryDir folder;
    std::unique_ptr<store::Project> project;
    std::unique_ptr<store::Reader> reader;
    std::vector<model::Item> items;

    Result<> make(int count)
    {
        store::Project::NewProject made;
        made.schema = model::emptySchema();
        made.creator = {QStringLiteral("ana"), true};
        auto created = store::Project::create(folder.filePath(QStringLiteral("p.plumb")), made);
        if (!created)
            return fail(created.error());
        project = std::move(*created);
        for (int i = 0; i < count; ++i) {
            model::Item item;
            item.id = ItemId{project->store().ids().version4()};
            item.name = QStringLiteral("%1.jpg").arg(i, 6, 10, QLatin1Char('0'));
            item.path = item.name;
            items.push_back(item);
        }
        const auto added = project->store().bulk(QStringLiteral("Add"), QStringLiteral("ana"),
                                                 [&](store::BulkSink &sink) { return sink.addItems(items); });
        if (!added)
            return fail(added.error());
        auto opened = project->store().reader();
        if (!opened)
            return fail(opened.error());
        reader = std::move(*opened);
        return {};
    }

    Result<> setState(int item, model::TaskState state)
    {
        model::Task task;
        task.id = project->store().ids().make<TaskId>();
        task.item = items[static_cast<std::size_t>(item)].id;
        task.assignee = QStringLiteral("ana");
        task.state = state;
        auto gesture = history::GestureBuilder(project->store().ids().make<GestureId>(), QStringLiteral("State"));
        gesture.put(nullptr, task);
        const auto done = store::wait(project->store().commit(gesture.take(), QStringLiteral("ana")));
        return done ? Result<>{} : fail(done.error());
    }
};

}  // namespace

class TestQueueModel : public QObject
{
    Q_OBJECT

private slots:
    void filtersAndStates();
    void findsWhatIsNext();
    void staysFastWithManyItems();
    void indexAndStoreSayTheSame();
    void removedItemsAndUnknownRows();
    void theOnlyItemIsTakenAway();
};

void TestQueueModel::filtersAndStates()
{
    QueueProject made;
    QVERIFY_RESULT(made.make(600));
    test::FakeEditing editing;
    QueueModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSource(made.reader.get(), &editing, QStringLiteral("ana"));
    QCOMPARE(model.rowCount(), 600);
    QCOMPARE(model.index(599).data().toString(), QStringLiteral("000599.jpg"));

    QVERIFY_RESULT(made.setState(300, model::TaskState::Submitted));
    QSignalSpy data(&model, &QAbstractItemModel::dataChanged);
    editing.say(document::QueueChanged{});
    QCOMPARE(data.size(), 1);
    QCOMPARE(model.stateAt(300), model::TaskState::Submitted);
    QCOMPARE(model.index(300).data(QueueModel::StateWordRole).toString(), QStringLiteral("submitted"));
    QCOMPARE(model.finished(), 1);
    QCOMPARE(model.total(), 600);

    model.setFilter(QString(), model::TaskState::Submitted);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.itemAt(0), made.items[300].id);
    model.setFilter(QStringLiteral("0005"), std::nullopt);
    QCOMPARE(model.rowCount(), 111);  // 000005, 000050 … 59, 000500 … 599
    model.setFilter(QStringLiteral("nothing like that"), std::nullopt);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.itemAt(0), ItemId{});
    model.setSource(nullptr, nullptr, {});
    QCOMPARE(model.rowCount(), 0);
}

void TestQueueModel::findsWhatIsNext()
{
    QueueProject made;
    QVERIFY_RESULT(made.make(300));
    for (int i = 0; i < 299; ++i) {
        if (i != 10)
            QVERIFY_RESULT(made.setState(i, i % 2 ? model::TaskState::Submitted : model::TaskState::CannotLabel));
    }
    test::FakeEditing editing;
    QueueModel model;
    model.setSource(made.reader.get(), &editing, QStringLiteral("ana"));
    QCOMPARE(model.nextUnfinished(-1), 10);
    QCOMPARE(model.nextUnfinished(10), 299);
    QCOMPARE(model.nextUnfinished(299), 10);
    QCOMPARE(model.rowOf(made.items[299].id), 299);
    QCOMPARE(model.rowOf(made.items[3].id), 3);
    QCOMPARE(model.rowOf(ItemId{}), -1);
    QVERIFY_RESULT(made.setState(10, model::TaskState::Done));
    QVERIFY_RESULT(made.setState(299, model::TaskState::Done));
    editing.say(document::QueueChanged{});
    QCOMPARE(model.nextUnfinished(5), -1);
}

void TestQueueModel::staysFastWithManyItems()
{
    QueueProject made;
    QVERIFY_RESULT(made.make(100'000));
    test::FakeEditing editing;
    QueueModel model;
    QElapsedTimer time;
    time.start();
    model.setSource(made.reader.get(), &editing, QStringLiteral("ana"));
    QCOMPARE(model.rowCount(), 100'000);
    for (int row = 0; row < 40; ++row)
        QVERIFY(!model.index(row).data().toString().isEmpty());
    const qint64 opening = time.restart();
    QCOMPARE(model.index(99'999).data().toString(), QStringLiteral("099999.jpg"));
    const qint64 jump = time.restart();
    qInfo("100,000 items: first screen %lld ms, last row %lld ms", static_cast<long long>(opening), static_cast<long long>(jump));
    QVERIFY2(opening < 1500, "opening the queue must not depend on reading all of it");
    QVERIFY2(jump < 1500, "a jump to the end must not block the window");
}

void TestQueueModel::indexAndStoreSayTheSame()
{
    // More than one piece: rows come from the store first, then from the index.
    QueueProject made;
    QVERIFY_RESULT(made.make(9'000));
    test::FakeEditing editing;
    QueueModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSource(made.reader.get(), &editing, QStringLiteral("ana"));
    QVERIFY(!model.indexed());
    QCOMPARE(model.rowCount(), 9'000);
    QCOMPARE(model.index(8'999).data().toString(), QStringLiteral("008999.jpg"));
    model.setFilter(QStringLiteral("0899"), std::nullopt);
    QCOMPARE(model.rowCount(), 1);  // of the first piece; the others follow
    QCOMPARE(model.itemAt(0), made.items[899].id);
    QCOMPARE(model.rowOf(made.items[899].id), 0);
    QCOMPARE(model.rowOf(made.items[900].id), -1);
    // Changed while the index is on its way.
    QVERIFY_RESULT(made.setState(8'990, model::TaskState::Submitted));
    editing.say(document::QueueChanged{});
    QTRY_VERIFY_WITH_TIMEOUT(model.indexed(), 60'000);
    QCOMPARE(model.rowCount(), 11);  // 000899, 008990 … 99
    QCOMPARE(model.stateAt(1), model::TaskState::Submitted);
    QCOMPARE(model.finished(), 1);
    QCOMPARE(model.total(), 9'000);
    QCOMPARE(model.rowOf(made.items[8'991].id), 2);
    QCOMPARE(model.rowOf(made.items[1].id), -1);
    model.setFilter(QStringLiteral("JPG"), model::TaskState::Submitted);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY_RESULT(made.setState(5, model::TaskState::Submitted));
    editing.say(document::QueueChanged{});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.itemAt(0), made.items[5].id);
    // More items: the index is made again behind the rows.
    std::vector<model::Item> more(1);
    more[0].id = ItemId{made.project->store().ids().version4()};
    more[0].name = QStringLiteral("Größe\nzwei.jpg");
    QVERIFY_RESULT(made.project->store().bulk(QStringLiteral("Add"), QStringLiteral("ana"),
                                              [&](store::BulkSink &sink) { return sink.addItems(more); }));
    editing.say(document::QueueChanged{});
    model.setFilter(QStringLiteral("GRÖßE ZWEI"), std::nullopt);
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 1, 60'000);
    QCOMPARE(model.itemAt(0), more[0].id);
    model.setFilter(QStringLiteral("e\nz"), std::nullopt);
    QCOMPARE(model.rowCount(), 0);
}

// Before the index is there, items that were taken away leave a row without a name; nobody is sent there.
void TestQueueModel::removedItemsAndUnknownRows()
{
    QueueProject made;
    QVERIFY_RESULT(made.make(5'000));
    auto gesture = history::GestureBuilder(made.project->store().ids().make<GestureId>(), QStringLiteral("Remove"));
    for (const std::size_t gone : {std::size_t(0), std::size_t(300), std::size_t(4'999)})
        gesture.remove(made.items[gone]);
    QVERIFY_RESULT(store::wait(made.project->store().commit(gesture.take(), QStringLiteral("ana"))));
    QVERIFY_RESULT(made.setState(1, model::TaskState::Submitted));
    test::FakeEditing editing;
    QueueModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSource(made.reader.get(), &editing, QStringLiteral("ana"));
    QVERIFY(!model.indexed());
    QCOMPARE(model.rowCount(), 5'000);
    QCOMPARE(model.total(), 5'000);
    QCOMPARE(model.itemAt(0), ItemId{});
    QCOMPARE(model.index(300).data().toString(), QString());
    QCOMPARE(model.index(301).data().toString(), QStringLiteral("000301.jpg"));
    QCOMPARE(model.rowOf(made.items[4'998].id), 4'998);
    QCOMPARE(model.rowOf(made.items[300].id), -1);
    QCOMPARE(model.nextUnfinished(-1), 2);
    QCOMPARE(model.nextUnfinished(299), 301);
    QTRY_VERIFY_WITH_TIMEOUT(model.indexed(), 60'000);
    QCOMPARE(model.rowCount(), 4'997);
    QCOMPARE(model.total(), 4'997);
    QCOMPARE(model.finished(), 1);
    QCOMPARE(model.rowOf(made.items[4'998].id), 4'996);
    QCOMPARE(model.itemAt(0), made.items[1].id);
}

// As undo does with a folder that was just added.
void TestQueueModel::theOnlyItemIsTakenAway()
{
    QueueProject made;
    QVERIFY_RESULT(made.make(1));
    test::FakeEditing editing;
    QueueModel model;
    model.setSource(made.reader.get(), &editing, QStringLiteral("ana"));
    QCOMPARE(model.total(), 1);
    auto gesture = history::GestureBuilder(made.project->store().ids().make<GestureId>(), QStringLiteral("Remove"));
    gesture.remove(made.items[0]);
    QVERIFY_RESULT(store::wait(made.project->store().commit(gesture.take(), QStringLiteral("ana"))));
    editing.say(document::QueueChanged{});
    QCOMPARE(model.total(), 0);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.itemAt(0), ItemId{});
}

QTEST_GUILESS_MAIN(TestQueueModel)
#include "tst_queuemodel.moc"
