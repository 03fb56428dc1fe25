// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/reviewfigures.h"
#include "app/workstation/reviewview.h"
#include "core/review/reviewrisk.h"
#include "core/store/reader.h"
#include "core/workflow/demoproject.h"
#include "core/workflow/desk.h"
#include "pageobjects.h"
#include "tests/support/verify.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
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

    /// Somebody hands in what the sample project has on its drive.
    static bool handInCuboids(const QString &folder)
    {
        const auto project = store::Project::open(folder, store::Project::Access::Write);
        if (!project)
            return false;
        store::Store &store = (*project)->store();
        const auto reader = store.reader();
        const auto members = (*reader)->members();
        const auto labels = (*reader)->annotations({});
        const auto author = std::find_if(members->begin(), members->end(),
                                         [](const model::Member &m) { return m.role == QLatin1String("annotator"); });
        if (author == members->end())
            return false;
        const store::Person person{author->name, true};
        ItemId item;
        history::GestureBuilder builder(store.ids().make<GestureId>(), QStringLiteral("Draw"));
        for (model::Annotation label : *labels) {
            if (!std::holds_alternative<geometry::Cuboid>(label.geometry) || model::isModelLayer(label.layer))
                continue;
            item = label.item;
            label.id = store.ids().make<AnnotationId>();
            label.layer = person.name;
            label.track = {};
            label.parent = {};
            label.origin.by = person.name;
            label.revision = 0;
            builder.create(label);
        }
        base::SystemRandom random;
        return store::wait(store.commit(builder.take(), person.name)) && workflow::submit(**project, item, person, {}, random);
    }
    /// Cells that are wholly in sight.
    int cellsOfAPage()
    {
        const QSize cell = view()->sheet().gridSize();
        return (view()->sheet().viewport()->width() / cell.width()) * (view()->sheet().viewport()->height() / cell.height());
    }
    void takeAll()
    {
        part<QListWidget>("reviewWork")->selectAll();
        QTest::mouseClick(part<QPushButton>("reviewTake"), Qt::LeftButton);
        QVERIFY(settled());
    }
    bool allRead()
    {
        return QTest::qWaitFor(
            [&] {
                const auto [first, last] = view()->sheet().inSight();
                for (int row = first; row <= last; ++row)
                    if (view()->crops().pictureAt(row).state == review::CropModel::PictureState::Waiting)
                        return false;
                return view()->cutter().idle();
            },
            60000);
    }

private slots:
    void initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("plumbline")); }
    void init()
    {
        m_home = std::make_unique<test::FreshHome>();
        qputenv("PLUMBLINE_GOLD_FOLDER", m_home->path(QStringLiteral("keys")).toUtf8());
        const QString folder = m_home->path(QStringLiteral("demo.plumb"));
        const bool drive = qstrcmp(QTest::currentTestFunction(), "cuboidsAreSeenFromAboveAndInACamera") == 0;
        QVERIFY_RESULT(workflow::makeDemo(folder, {30, 4, drive}, {}));
        if (drive)
            QVERIFY(handInCuboids(folder));
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
        // The keyboard alone begins a review, without a look for where it is.
        QVERIFY(list->hasFocus());
        QCOMPARE(list->selectedItems().size(), 1);
        QVERIFY(part<QPushButton>("reviewTake")->isEnabled());
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(settled());
        QCOMPARE(states()[TaskState::InReview], 1);
        QVERIFY(view()->sheet().hasFocus());
        list->setCurrentRow(0);
        QTest::mouseClick(part<QPushButton>("reviewGiveBack"), Qt::LeftButton);
        QVERIFY(settled());
        QCOMPARE(states()[TaskState::InReview], 0);
        QVERIFY(list->hasFocus());
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

    void aPageHoldsAHundredCrops()
    {
        takeAll();
        view()->resize(1920, 1080);
        QVERIFY(allRead());
        QVERIFY2(cellsOfAPage() >= 100, qPrintable(QString::number(cellsOfAPage())));
        // The most suspicious ones come first, and say why.
        auto *order = part<QComboBox>("reviewOrder");
        order->setCurrentIndex(order->findData(static_cast<int>(review::CropOrder::SuspiciousFirst)));
        emit order->activated(order->currentIndex());
        const review::CropModel &crops = view()->crops();
        for (int row = 1; row < crops.rowCount(); ++row)
            QVERIFY(crops.at(row - 1)->suspicion >= crops.at(row)->suspicion);
        QVERIFY(crops.at(0)->suspicion > 0.3 && !crops.at(0)->suspicionWhy.isEmpty());
        QVERIFY(crops.data(crops.index(0), Qt::ToolTipRole).toString().contains(crops.at(0)->suspicionWhy));
        QVERIFY(allRead());
        shot("review-suspicious");
        // Larger cells show the crops anew, smaller ones too.
        view()->sheet().setCell(200);
        QVERIFY(allRead());
        view()->sheet().setCell(80);
        QVERIFY(allRead());
        QCOMPARE(crops.pictureAt(0).state, review::CropModel::PictureState::Ready);
    }

    void cuboidsAreSeenFromAboveAndInACamera()
    {
        takeAll();
        view()->resize(1920, 1080);
        QVERIFY(allRead());
        QVERIFY2(cellsOfAPage() >= 100, qPrintable(QString::number(cellsOfAPage())));
        const review::CropModel &crops = view()->crops();
        int both = 0;
        int bright = 0;
        int shown = 0;
        for (int row = 0; row < crops.rowCount(); ++row) {
            if (crops.pictureAt(row).state != review::CropModel::PictureState::Ready)
                continue;
            const QImage image = crops.pictureAt(row).image;
            // Two tiles with a gap are that wide for their height; what was packed may be smaller.
            if (std::abs(double(image.width()) / image.height() - 240.0 / 136) > 0.05)
                continue;
            ++both;
            shown = row;
            int points = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width() / 2; ++x)
                    points += qGray(image.pixel(x, y)) > 200 ? 1 : 0;
            bright += points > 5 ? 1 : 0;
        }
        QVERIFY2(both >= 3, qPrintable(QString::number(both)));
        QVERIFY2(bright * 2 > both, qPrintable(QStringLiteral("%1 of %2").arg(bright).arg(both)));
        view()->sheet().setCell(150);
        view()->sheet().setCurrentIndex(crops.index(shown));
        QVERIFY(allRead());
        shot("review-cuboids");
    }

    void leadsPlanAndSeeFigures()
    {
        takeAll();
        view()->sheet().setFocus();
        view()->sheet().selectAll();
        QTest::mouseClick(part<QPushButton>("reviewAccept"), Qt::LeftButton);
        QVERIFY(settled());
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(settled());
        m_program->act("window.reviewing");
        auto *figures = m_program->window().findChild<workstation::ReviewFigures *>();
        QVERIFY(figures);
        const auto quiet = [&] { return QTest::qWaitFor([&] { return figures->idle(); }, 30000); };
        QVERIFY(quiet());
        const auto words = [&](const char *name) { return figures->findChild<QLabel *>(QString::fromLatin1(name))->text(); };
        QVERIFY2(words("reviewErrors").contains(QStringLiteral("95")), qPrintable(words("reviewErrors")));
        auto *save = figures->findChild<QPushButton *>(QStringLiteral("reviewSavePlan"));
        auto *draw = figures->findChild<QPushButton *>(QStringLiteral("reviewDraw"));
        QVERIFY(!save->isEnabled() && draw->isEnabled());
        figures->findChild<QDoubleSpinBox *>(QStringLiteral("reviewShare"))->setValue(40);
        figures->findChild<QCheckBox *>(QStringLiteral("reviewByRisk"))->setChecked(true);
        QVERIFY(save->isEnabled() && !draw->isEnabled());
        QTest::mouseClick(save, Qt::LeftButton);
        QVERIFY(quiet());
        const auto reader = m_program->document()->project().store().reader();
        const auto plan = review::reviewPlan(**reader);
        QVERIFY(plan && plan->byRisk && plan->share == 0.4);
        QVERIFY(!review::fixedDraw(**reader)->empty());
        // The sample project has no reviewers but its lead.
        QTest::mouseClick(figures->findChild<QPushButton *>(QStringLiteral("reviewPlant")), Qt::LeftButton);
        QVERIFY(quiet());
        QVERIFY(!words("reviewSaid").isEmpty());
        const QString folder = qEnvironmentVariable("PLUMBLINE_SHOTS");
        if (!folder.isEmpty())
            figures->grab().save(folder + QStringLiteral("/review-figures.png"));
    }
};

QTEST_MAIN(TestReview)
#include "tst_review.moc"
