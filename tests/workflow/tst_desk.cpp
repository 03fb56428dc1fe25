// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reader.h"
#include "core/workflow/demoproject.h"
#include "core/workflow/desk.h"
#include "core/workflow/goldstore.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace plumbline;

class TestDesk : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<store::Project> m_project;
    std::unique_ptr<workflow::GoldStore> m_gold;
    const store::Person m_me = store::operatingSystemPerson();
    base::SeededRandom m_random{4};

    ItemId itemOf(workflow::GoldKind kind, int skip = 0)
    {
        ItemId found;
        const auto reader = m_project->store().reader();
        (void)(*reader)->visitItems([&](const model::Item &item) -> Result<> {
            const auto key = m_gold->key(item.id);
            if (*key && (*key)->kind == kind && found.isNull() && skip-- == 0)
                found = item.id;
            return {};
        });
        return found;
    }

    std::vector<model::Annotation> keyOf(ItemId item) { return m_gold->key(item)->value().key.answers.front(); }

    void label(ItemId item, const std::vector<model::Annotation> &labels)
    {
        history::GestureBuilder builder(m_project->store().ids().make<GestureId>(), QStringLiteral("Label"));
        for (model::Annotation a : labels) {
            a.id = m_project->store().ids().make<AnnotationId>();
            a.item = item;
            a.layer = m_me.name;
            builder.create(a);
        }
        QVERIFY_RESULT(store::wait(m_project->store().commit(builder.take(), m_me.name)));
    }

    quality::AnnotatorScore mine()
    {
        const auto list = workflow::scores(*m_project, m_me.name);
        return list && !list->empty() ? list->front().score : quality::AnnotatorScore();
    }

private slots:
    void init()
    {
        static int run = 0;
        m_project.reset();
        qputenv("PLUMBLINE_GOLD_FOLDER", m_dir.filePath(QStringLiteral("gold%1").arg(++run)).toUtf8());
        const QString folder = m_dir.filePath(QStringLiteral("d%1.plumb").arg(run));
        QVERIFY_RESULT(workflow::makeDemo(folder, {25, 9}, {}));
        m_project = std::move(*store::Project::open(folder, store::Project::Access::Write));
        m_gold = std::move(*workflow::GoldStore::open(workflow::GoldStore::standardPath(m_project->id())));
    }

    void practiceGoldIsExplainedAndMovesTheGaugeAtOnce()
    {
        const ItemId item = itemOf(workflow::GoldKind::Practice);
        auto labels = keyOf(item);
        QVERIFY(labels.size() >= 2);
        labels.pop_back();
        label(item, labels);
        const auto result = workflow::submit(*m_project, item, m_me, {}, m_random);
        QVERIFY_RESULT(result);
        QVERIFY(result->practice);
        QCOMPARE(result->remarks.size(), std::size_t(1));
        QVERIFY(result->remarks.front().kind == quality::GoldRemark::Kind::Missed);
        QVERIFY(mine().n() > 0);
    }

    void blindGoldIsScoredSilently()
    {
        const ItemId item = itemOf(workflow::GoldKind::Blind);
        label(item, keyOf(item));
        const auto before = workflow::gauge(*m_project, m_me);
        const auto result = workflow::submit(*m_project, item, m_me, {}, m_random);
        QVERIFY_RESULT(result);
        QVERIFY(!result->practice);
        QVERIFY(result->remarks.empty());
        QVERIFY(result->gauge == *before);
        QCOMPARE(mine().wrong(), 0);
        QCOMPARE(mine().right(), static_cast<std::int64_t>(keyOf(item).size()));
    }

    void whoOnlySaysTheNameSeesNoGauge()
    {
        const ItemId item = itemOf(workflow::GoldKind::Practice);
        const auto outcome = quality::scoreAgainstGold((*m_gold->key(item))->key, keyOf(item), false);
        auto release = m_gold->gauge(m_me.name).value();
        for (int i = 0; i < 10; ++i) {
            release.submitted(std::nullopt, m_random);
            release.practised(outcome);
        }
        QVERIFY_RESULT(
            m_gold->record({m_project->store().ids().make<SubmissionId>(), item, m_me.name, 1, 1, 1, std::nullopt}, release));
        const store::Person claimed{m_me.name, false};
        QVERIFY(!(workflow::gauge(*m_project, m_me).value() == quality::GaugeReading()));
        QVERIFY(workflow::gauge(*m_project, claimed).value() == quality::GaugeReading());
        const auto again = workflow::submit(*m_project, item, claimed, {}, m_random);
        QVERIFY_RESULT(again);
        QVERIFY(again->gauge == quality::GaugeReading());
    }

    void onlyTheFirstSubmissionOfARoundCounts()
    {
        const ItemId item = itemOf(workflow::GoldKind::Blind);
        QVERIFY_RESULT(workflow::submit(*m_project, item, m_me, {}, m_random));
        const quality::AnnotatorScore first = mine();
        QCOMPARE(first.missed(), static_cast<std::int64_t>(keyOf(item).size()));
        label(item, keyOf(item));
        const auto second = workflow::submit(*m_project, item, m_me, {}, m_random);
        QVERIFY_RESULT(second);
        QCOMPARE(second->submission.number, 2);
        QVERIFY(mine() == first);
    }

    void cannotLabelKeepsReasonAndState()
    {
        const ItemId item = itemOf(workflow::GoldKind::Blind, 1);
        workflow::SubmitOptions options;
        options.cannotLabel = true;
        options.reason = QStringLiteral("media-broken");
        options.comment = QStringLiteral("half of it is grey");
        QVERIFY_RESULT(workflow::submit(*m_project, item, m_me, options, m_random));
        const auto task = (*m_project->store().reader())->task(workflow::annotateTask(item, m_me.name));
        QVERIFY((*task)->state == model::TaskState::CannotLabel);
        QCOMPARE((*task)->reason, options.reason);
        QCOMPARE((*task)->comment, options.comment);
        QVERIFY(mine().wrong() > 0);
    }

    void beginningIsRememberedOnce()
    {
        const ItemId item = itemOf(workflow::GoldKind::Blind, 2);
        QVERIFY_RESULT(workflow::markBegun(*m_project, item, m_me));
        const auto operations = (*m_project->store().reader())->lastOperation();
        QVERIFY_RESULT(workflow::markBegun(*m_project, item, m_me));
        QCOMPARE((*m_project->store().reader())->lastOperation().value(), operations.value());
        const auto counts = (*m_project->store().reader())->queueCounts(m_me.name);
        QCOMPARE(counts->at(model::TaskState::InProgress), 1);
    }

    void beginningAndSubmittingAtOnceEndsSubmitted()
    {
        const auto reader = m_project->store().reader();
        std::vector<ItemId> items;
        QVERIFY_RESULT((*reader)->visitItems([&](const model::Item &item) -> Result<> {
            items.push_back(item.id);
            return {};
        }));
        int submissions = 0;
        for (const ItemId item : items) {
            const auto before = (*reader)->task(workflow::annotateTask(item, m_me.name));
            QVERIFY_RESULT(before);
            if (*before && model::isLocked((*before)->state))
                continue;
            ++submissions;
            // One of the two may find that the other was faster; the submission must win all the same.
            std::thread beginning([&] { (void)workflow::markBegun(*m_project, item, m_me); });
            const auto submitted = workflow::submit(*m_project, item, m_me, {}, m_random);
            beginning.join();
            QVERIFY_RESULT(submitted);
            QVERIFY((*(*reader)->task(workflow::annotateTask(item, m_me.name)))->state == model::TaskState::Submitted);
        }
        QVERIFY(submissions > 10);
    }

    void submissionsAreNotUndoneAndTheProjectVerifies()
    {
        const ItemId item = itemOf(workflow::GoldKind::Blind);
        label(item, keyOf(item));
        QVERIFY_RESULT(workflow::submit(*m_project, item, m_me, {}, m_random));
        QVERIFY_RESULT(store::wait(m_project->store().undo(m_me.name)));
        const auto reader = m_project->store().reader();
        QCOMPARE((*reader)->submissions(item, m_me.name)->size(), std::size_t(1));
        QVERIFY((*reader)->annotations({item, m_me.name})->empty());
        QCOMPARE((*reader)->verify({}).value(), QStringList());
    }

    void theSameSeedMakesTheSameDemo()
    {
        const auto content = [](const QString &folder) {
            if (!workflow::makeDemo(folder, {12, 77}, {}))
                return QStringList();
            const auto project = store::Project::open(folder, store::Project::Access::Read);
            QStringList list;
            const auto reader = (*project)->store().reader();
            (void)(*reader)->visit({}, true, [&](const model::Item &item, const std::vector<model::Annotation> &labels) -> Result<> {
                list.append(item.name + item.contentSha256.toHex());
                for (const model::Annotation &a : labels)
                    list.append(a.layer + QString::fromUtf8(base::toJsonLine(model::geometryToJson(a.geometry))));
                return {};
            });
            return list;
        };
        const QStringList first = content(m_dir.filePath(QStringLiteral("one.plumb")));
        QVERIFY(first.size() > 12);
        QCOMPARE(content(m_dir.filePath(QStringLiteral("two.plumb"))), first);
    }

    void aCancelledDemoLeavesNothing()
    {
        jobs::JobControl control;
        control.cancel();
        const QString folder = m_dir.filePath(QStringLiteral("cancelled.plumb"));
        QVERIFY_FAILS(workflow::makeDemo(folder, {10, 1}, control), ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(folder));
    }
};

QTEST_GUILESS_MAIN(TestDesk)
#include "tst_desk.moc"
