// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/placepicture.h"
#include "app/workstation/tasksview.h"
#include "app/workstation/triageview.h"
#include "core/store/reader.h"
#include "core/workflow/demoproject.h"
#include "core/workflow/desk.h"
#include "pageobjects.h"
#include "tests/support/verify.h"
#include "widgets/panels/noticebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTreeWidget>

using namespace plumbline;
using model::TaskState;

/// Triage in the real window: annotators of the sample project could not label some of it.
class TestTriage : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FreshHome> m_home;
    std::unique_ptr<test::Program> m_program;
    std::vector<model::Item> m_items;
    QString m_author;

    workstation::TriageView *view() { return m_program->window().findChild<workstation::TriageView *>(); }
    store::Project &project() { return m_program->document()->project(); }
    template <typename T>
    T *part(const char *name)
    {
        return view()->findChild<T *>(QString::fromLatin1(name));
    }
    QTreeWidget *list() { return part<QTreeWidget>("triageList"); }
    bool settled()
    {
        return QTest::qWaitFor([this] { return view()->idle(); }, 30000);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(list(), static_cast<Qt::Key>(key), modifiers);
        QVERIFY(settled());
    }
    void shot(const char *name)
    {
        const QString folder = qEnvironmentVariable("PLUMBLINE_SHOTS");
        if (!folder.isEmpty())
            view()->grab().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name)));
    }
    void cannot(std::size_t item, const char *reason, const char *comment, std::optional<geometry::Point> place = {})
    {
        base::SystemRandom random;
        workflow::SubmitOptions options;
        options.cannotLabel = true;
        options.reason = QLatin1String(reason);
        options.comment = QLatin1String(comment);
        options.place = place;
        QVERIFY_RESULT(workflow::submit(project(), m_items[item].id, {m_author, true}, options, random));
    }
    TaskState state(std::size_t item, const QString &who)
    {
        const auto task = (*project().store().reader())->task(workflow::annotateTask(m_items[item].id, who));
        return task && *task ? (*task)->state : TaskState::ToDo;
    }
    QTreeWidgetItem *line(int group, int row) { return list()->topLevelItem(group)->child(row); }

private slots:
    void initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("plumbline")); }
    void init()
    {
        m_home = std::make_unique<test::FreshHome>();
        qputenv("PLUMBLINE_GOLD_FOLDER", m_home->path(QStringLiteral("keys")).toUtf8());
        const QString folder = m_home->path(QStringLiteral("demo.plumb"));
        QVERIFY_RESULT(workflow::makeDemo(folder, {12, 4}, {}));
        m_program = std::make_unique<test::Program>(QStringList{folder});
        QVERIFY(m_program->active());
        QVERIFY(m_program->waitForProject());
        // Items that the author has not touched.
        const auto reader = project().store().reader();
        const auto members = (*reader)->members();
        for (const model::Member &member : *members)
            if (member.role == QLatin1String("annotator"))
                m_author = member.name;
        m_items.clear();
        QVERIFY_RESULT((*reader)->visitItems([&](const model::Item &item) -> Result<> {
            const auto task = (*reader)->task(workflow::annotateTask(item.id, m_author));
            if (item.kind == model::ItemKind::Image && task && !*task)
                m_items.push_back(item);
            return {};
        }));
        QVERIFY(m_items.size() >= 4);
        cannot(0, "guideline-unclear", "Is the trailer part of the car?",
               geometry::Point{m_items[0].width * 0.7, m_items[0].height * 0.6});
        cannot(1, "class-missing", "a tram");
        cannot(2, "media-broken", "");
        m_program->act("window.triage");
        QVERIFY(view() && QTest::qWaitForWindowActive(view()));
        QVERIFY(settled());
    }
    void cleanup()
    {
        QCOMPARE((*project().store().reader())->verify({}).value(), QStringList());
        m_program.reset();
        m_home.reset();
    }

    void isDecidedByKey()
    {
        QCOMPARE(list()->topLevelItemCount(), 3);
        list()->setFocus();
        list()->setCurrentItem(line(1, 0));
        QVERIFY(settled());
        auto *picture = part<workstation::PlacePicture>("triagePicture");
        QVERIFY(picture->hasPicture());
        QVERIFY(picture->mark());
        QVERIFY(std::abs(picture->mark()->x() / picture->width() - 0.7) < 0.15);
        QVERIFY(part<QLabel>("triageSaid")->text().contains(QStringLiteral("trailer")));
        shot("triage");

        // An answer asks for its words, and Enter gives it.
        key(Qt::Key_2);
        auto *words = part<QLineEdit>("triageWords");
        QCOMPARE(QApplication::focusWidget(), words);
        QVERIFY(part<QLabel>("triageProblem")->isVisible());
        shot("triage-asks");
        part<QCheckBox>("triageGuideline")->setChecked(true);
        QTest::keyClicks(words, QStringLiteral("Yes, 1 thing with it."));
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(settled());
        QCOMPARE(state(0, m_author), TaskState::ToDo);
        QVERIFY(base::toQString(*(*project().store().reader())->setting(QStringLiteral("guideline")))
                    .contains(QStringLiteral("1 thing")));
        QCOMPARE(list()->topLevelItemCount(), 2);
        QVERIFY(!part<QLabel>("triageProblem")->isVisible());

        // Taken back, and it is there again.
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(state(0, m_author), TaskState::CannotLabel);
        QCOMPARE(list()->topLevelItemCount(), 3);

        list()->setCurrentItem(line(2, 0));
        QVERIFY(settled());
        key(Qt::Key_3);
        auto *named = part<QComboBox>("triageClass");
        QTest::keyClicks(named->lineEdit(), QStringLiteral("tram"));
        QTest::keyClick(named->lineEdit(), Qt::Key_Return);
        QVERIFY(settled());
        QCOMPARE(state(1, m_author), TaskState::CannotLabel);
        QVERIFY(line(2, 0)->text(0).contains(QStringLiteral("waits")));

        list()->setCurrentItem(line(0, 0));
        QVERIFY(settled());
        key(Qt::Key_1);
        QVERIFY(line(0, 0)->text(0).contains(QStringLiteral("waits")));
        list()->setCurrentItem(line(1, 0));
        QVERIFY(settled());
        key(Qt::Key_5);
        QCOMPARE(state(0, m_author), TaskState::ToDo);
        shot("triage-waiting");
    }

    void isLeftOutAndTakenInAgain()
    {
        list()->setFocus();
        list()->setCurrentItem(line(2, 0));
        QVERIFY(settled());
        const QString me = m_program->document()->person().name;
        const TaskState mine = state(1, me);
        key(Qt::Key_4);
        QCOMPARE(state(1, m_author), TaskState::Done);
        QCOMPARE(state(1, me), TaskState::Done);
        QCOMPARE(list()->topLevelItem(2)->text(0), QStringLiteral("Left out"));
        list()->setCurrentItem(line(2, 0));
        QVERIFY(settled());
        QVERIFY(!part<QPushButton>("triage-answer")->isVisible());
        shot("triage-left-out");
        key(Qt::Key_4);  // nothing: it is decided
        key(Qt::Key_6);
        QCOMPARE(state(1, m_author), TaskState::ToDo);
        QCOMPARE(state(1, me), mine);
        QCOMPARE(list()->topLevelItemCount(), 2);
    }

    void whatCameInBetweenIsTold()
    {
        list()->setFocus();
        list()->setCurrentItem(line(1, 0));
        QVERIFY(settled());
        cannot(0, "out-of-scope", "no, it is a map");
        key(Qt::Key_5);
        QVERIFY(settled());
        QVERIFY(part<QLabel>("triageProblem")->isVisible());
        QVERIFY2(part<QLabel>("triageProblem")->text().contains(QStringLiteral("again meanwhile")),
                 qPrintable(part<QLabel>("triageProblem")->text()));
        QCOMPARE(state(0, m_author), TaskState::CannotLabel);
        QCOMPARE(list()->topLevelItemCount(), 3);
    }

    void workIsHandedOn()
    {
        m_program->act("window.tasks");
        auto *tasks = m_program->window().findChild<workstation::TasksView *>();
        QVERIFY(tasks && QTest::qWaitForWindowActive(tasks));
        const auto idle = [&] { return QTest::qWaitFor([&] { return tasks->idle(); }, 30000); };
        QVERIFY(idle());
        auto *table = tasks->findChild<QTableView *>(QStringLiteral("tasksTable"));
        const auto press = [&](const char *name) {
            QTest::mouseClick(tasks->findChild<QPushButton *>(QLatin1String(name)), Qt::LeftButton);
        };
        const int before = table->model()->rowCount();
        QVERIFY(before > 3);
        const QString folder = qEnvironmentVariable("PLUMBLINE_SHOTS");
        if (!folder.isEmpty())
            tasks->grab().save(folder + QStringLiteral("/tasks.png"));
        // Somebody is given an item, and it goes on to somebody else.
        auto *to = tasks->findChild<QComboBox *>(QStringLiteral("tasksTo"));
        auto *item = tasks->findChild<QLineEdit *>(QStringLiteral("tasksItem"));
        to->setCurrentIndex(to->findData(m_author));
        item->setText(QStringLiteral("no such item"));
        press("tasksAssign");
        QVERIFY(idle());
        QVERIFY(tasks->findChild<QLabel *>(QStringLiteral("tasksProblem"))->isVisible());
        item->setText(m_items[3].name);
        press("tasksAssign");
        QVERIFY(idle());
        QCOMPARE(table->model()->rowCount(), before + 1);
        QVERIFY(!tasks->findChild<QLabel *>(QStringLiteral("tasksProblem"))->isVisible());
        auto *people = tasks->findChild<QComboBox *>(QStringLiteral("tasksPerson"));
        people->setCurrentIndex(people->findData(m_author));
        emit people->activated(people->currentIndex());
        auto *states = tasks->findChild<QComboBox *>(QStringLiteral("tasksState"));
        states->setCurrentIndex(states->findData(static_cast<int>(TaskState::ToDo)));
        emit states->activated(states->currentIndex());
        QCOMPARE(table->model()->rowCount(), 1);
        table->selectAll();
        const QString other = QStringLiteral("rosa");
        to->setCurrentIndex(to->findData(other));
        press("tasksHandOn");
        QVERIFY(idle());
        QCOMPARE(state(3, m_author), TaskState::Done);
        QCOMPARE(state(3, other), TaskState::ToDo);
        QCOMPARE(table->model()->rowCount(), 0);
        states->setCurrentIndex(0);
        emit states->activated(0);
        QVERIFY(table->model()->rowCount() > 3);
        // What cannot be labeled is for the triage to decide about.
        table->selectRow(0);
        press("tasksHandOn");
        QVERIFY(idle());
        QVERIFY(tasks->findChild<QLabel *>(QStringLiteral("tasksProblem"))->isVisible());
        if (!folder.isEmpty())
            tasks->grab().save(folder + QStringLiteral("/tasks-refused.png"));
    }

    void onesPartIsSaid()
    {
        model::TaskScope part;
        part.classes = QStringList{QStringLiteral("bus"), QStringLiteral("car")};
        const store::Person me = m_program->document()->person();
        const auto mine = (*project().store().reader())->queue({{}, TaskState::ToDo, model::ItemKind::Image, me.name});
        QVERIFY(mine && mine->size() > 1);
        const ItemId item = mine->at(1).item;
        QVERIFY_RESULT(review::assign(project(), item, me.name, part, me));
        m_program->document()->show(item);
        auto *notice = m_program->window().findChild<panels::NoticeBar *>();
        QVERIFY(QTest::qWaitFor([&] { return notice->text().contains(QStringLiteral("classes bus, car")); }));
        const QString folder = qEnvironmentVariable("PLUMBLINE_SHOTS");
        if (!folder.isEmpty())
            m_program->window().grab().save(folder + QStringLiteral("/part.png"));
    }

    void ratesAreByName()
    {
        part<QTabWidget>("triageTabs")->setCurrentIndex(1);
        auto *rates = part<QTreeWidget>("triageRates");
        QVERIFY(rates->topLevelItemCount() >= 3);
        const QTreeWidgetItem *people = rates->topLevelItem(rates->topLevelItemCount() - 1);
        QStringList names;
        for (int i = 0; i < people->childCount(); ++i)
            names.append(people->child(i)->text(0));
        QVERIFY(names.size() > 1 && names.contains(m_author));
        QVERIFY(std::is_sorted(names.begin(), names.end()));
        QVERIFY(!rates->isSortingEnabled());
        shot("triage-rates");
    }
};

QTEST_MAIN(TestTriage)
#include "tst_triage.moc"
