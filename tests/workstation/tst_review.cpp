// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/reviewview.h"
#include "core/store/reader.h"
#include "core/workflow/demoproject.h"
#include "core/workflow/desk.h"
#include "pageobjects.h"
#include "tests/support/verify.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace plumbline;
using model::DecisionKind;
using model::TaskState;

/// Reviewing in the real window: the sample project's members have handed in labels.
class TestReview : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FreshHome> m_home;
    std::unique_ptr<test::Program> m_program;

    workstation::ReviewView *view() { return m_program->window().findChild<workstation::ReviewView *>(); }
    template <typename T>
    T *part(const char *name)
    {
        return view()->findChild<T *>(QString::fromLatin1(name));
    }
    bool settled()
    {
        return QTest::qWaitFor([this] { return view()->idle(); }, 30000);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&view()->sheet(), key, modifiers);
        QVERIFY(settled());
    }
    void shot(const char *name)
    {
        const QString folder = qEnvironmentVariable("PLUMBLINE_SHOTS");
        if (!folder.isEmpty())
            view()->grab().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name)));
    }
    std::map<TaskState, int> states()
    {
        std::map<TaskState, int> counts;
        const auto reader = m_program->document()->project().store().reader();
        const auto tasks = (*reader)->tasks({});
        for (const model::Task &task : *tasks)
            if (task.stage == model::Stage::Annotate && task.assignee != m_program->document()->person().name)
                ++counts[task.state];
        return counts;
    }
    std::size_t reviewedCopies()
    {
        const auto reader = m_program->document()->project().store().reader();
        const auto labels = (*reader)->annotations({{}, model::acceptedLayer()});
        return static_cast<std::size_t>(std::count_if(labels->begin(), labels->end(), [](const model::Annotation &a) {
            return a.extra.is_object() && a.extra.contains(model::reviewKey);
        }));
    }

private slots:
    void initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("plumbline")); }
    void init()
    {
        m_home = std::make_unique<test::FreshHome>();
        qputenv("PLUMBLINE_GOLD_FOLDER", m_home->path(QStringLiteral("keys")).toUtf8());
        const QString folder = m_home->path(QStringLiteral("demo.plumb"));
        QVERIFY_RESULT(workflow::makeDemo(folder, {30, 4}, {}));
        m_program = std::make_unique<test::Program>(QStringList{folder});
        QVERIFY(m_program->active());
        QVERIFY(m_program->waitForProject());
        m_program->act("window.review");
        QVERIFY(view() && QTest::qWaitForWindowActive(view()));
        QVERIFY(settled());
    }
    void cleanup()
    {
        const auto reader = m_program->document()->project().store().reader();
        QCOMPARE((*reader)->verify({}).value(), QStringList());
        m_program.reset();
        m_home.reset();
    }

    void workIsTakenDecidedAndEnded()
    {
        auto *list = part<QListWidget>("reviewWork");
        QVERIFY(list->count() >= 3);
        shot("review-empty");
        const int waiting = list->count();
        list->setCurrentRow(0);
        list->item(1)->setSelected(true);
        list->item(2)->setSelected(true);
        QTest::mouseClick(part<QPushButton>("reviewTake"), Qt::LeftButton);
        QVERIFY(settled());
        QCOMPARE(states()[TaskState::InReview], 3);
        review::CropModel &crops = view()->crops();
        const int count = crops.rowCount();
        QVERIFY(count >= 3);
        QVERIFY(QTest::qWaitFor(
            [&] { return crops.pictureAt(0).state == review::CropModel::PictureState::Ready && view()->cutter().idle(); }, 30000));
        const auto [first, last] = view()->sheet().inSight();
        QVERIFY(last > first);
        for (int row = first; row <= last; ++row)
            QCOMPARE(crops.pictureAt(row).state, review::CropModel::PictureState::Ready);

        // By class: equal things lie beside each other.
        QStringList titles;
        for (int row = 0; row < count; ++row)
            titles << crops.at(row)->title;
        QVERIFY(std::is_sorted(titles.begin(), titles.end()));

        view()->sheet().setFocus();
        view()->sheet().setCurrentIndex(crops.index(0));
        key(Qt::Key_Y);
        QVERIFY(crops.at(0)->decision == DecisionKind::Accept);
        QCOMPARE(view()->sheet().currentIndex().row(), 1);
        key(Qt::Key_2);
        QCOMPARE(part<QComboBox>("reviewError")->currentIndex(), 1);
        part<QLineEdit>("reviewComment")->setText(QStringLiteral("too wide"));
        const AnnotationId fixed = crops.at(1)->id;
        key(Qt::Key_F);
        QVERIFY(crops.at(1)->decision == DecisionKind::Fix);
        shot("review-sheet");
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(std::any_of(crops.crops().begin(), crops.crops().end(),
                            [&](const review::Crop &c) { return c.id == fixed && !c.decision; }));
        view()->sheet().setCurrentIndex(crops.index(1));
        QCOMPARE(crops.at(1)->id, fixed);
        key(Qt::Key_F);

        QTest::mouseClick(part<QPushButton>("reviewAcceptRest"), Qt::LeftButton);
        QVERIFY(settled());
        QVERIFY(settled());
        auto after = states();
        QCOMPARE(after[TaskState::Fix], 1);
        QCOMPARE(after[TaskState::Accepted], 2);
        QCOMPARE(list->count(), waiting - 3);
        QCOMPARE(crops.rowCount(), 0);
        QVERIFY(reviewedCopies() > 0);
    }

    void manyAtOnceAndGivenBack()
    {
        auto *list = part<QListWidget>("reviewWork");
        list->selectAll();
        const int all = list->count();
        QTest::mouseClick(part<QPushButton>("reviewTake"), Qt::LeftButton);
        QVERIFY(settled());
        QCOMPARE(states()[TaskState::InReview], all);
        view()->sheet().setFocus();
        view()->sheet().selectAll();
        QTest::mouseClick(part<QPushButton>("reviewReject"), Qt::LeftButton);
        QVERIFY(settled());
        QCOMPARE(view()->crops().undecided(), std::size_t(0));
        list->selectAll();
        QTest::mouseClick(part<QPushButton>("reviewGiveBack"), Qt::LeftButton);
        QVERIFY(settled());
        QCOMPARE(states()[TaskState::InReview], 0);
        // What was decided is there when the work is taken again.
        list->selectAll();
        QTest::mouseClick(part<QPushButton>("reviewTake"), Qt::LeftButton);
        QVERIFY(settled());
        QCOMPARE(view()->crops().undecided(), std::size_t(0));
    }
};

QTEST_MAIN(TestReview)
#include "tst_review.moc"
