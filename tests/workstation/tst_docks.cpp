// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/docks.h"
#include "app/workstation/layoutpopup.h"
#include "app/workstation/layouts.h"
#include "pageobjects.h"
#include "tests/support/verify.h"
#include "widgets/panels/docktitle.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QToolButton>

using namespace plumbline;
using test::FreshHome;
using test::Program;

class TestDocks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("plumbline")); }
    void panelsFloatAndComeBack();
    void panelsAreDraggedAndTabbed();
    void layoutsAreKeptByName();
    void brokenLayoutsAreNoTrouble();
    void aKilledWindowComesBackAsItWas();
    void historyGoesWhereItIsClicked();
    void issuesLeadToTheirLabels();
    void endedJobsAreListed();
    void keysReachEveryPart();

private:
    static QDockWidget *dock(Program &program, const char *name)
    {
        return program.window().docks().find(QString::fromLatin1(name));
    }
};

void TestDocks::panelsFloatAndComeBack()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 2));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.active());
    QDockWidget *queue = dock(program, "queueDock");
    QVERIFY(!queue->isFloating());
    for (auto *button : queue->titleBarWidget()->findChildren<QToolButton *>()) {
        if (button->toolTip().contains(QLatin1String("window of its own")))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QVERIFY(queue->isFloating());
    QVERIFY(queue->isWindow());
    // Keys work from there too.
    const ItemId first = program.document()->item()->id;
    queue->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(queue));
    auto *list = program.part<QListView>("queueList");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_D);
    QTRY_VERIFY_WITH_TIMEOUT(program.document()->item()->id != first, 30'000);
    program.act("window.float.queue");
    QVERIFY(!queue->isFloating());
    // The bottom three share a place: their tabs are their titles.
    auto *title = qobject_cast<panels::DockTitle *>(dock(program, "jobDock")->titleBarWidget());
    QTRY_COMPARE_WITH_TIMEOUT(title->maximumHeight(), 0, 30'000);
    program.act("window.float.job");
    QTRY_VERIFY_WITH_TIMEOUT(title->height() > 0, 30'000);
    program.act("window.dock.queue");
    QVERIFY(!queue->isVisible());
    program.act("window.resetLayout");
    QVERIFY(queue->isVisible());
    QVERIFY(!dock(program, "jobDock")->isFloating());
}

void TestDocks::panelsAreDraggedAndTabbed()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 1));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.active());
    auto &window = program.window();
    QDockWidget *queue = dock(program, "queueDock");
    QCOMPARE(window.dockWidgetArea(queue), Qt::LeftDockWidgetArea);
    QWidget *title = queue->titleBarWidget();
    const QPoint grip = title->rect().center();
    QTest::mousePress(title, Qt::LeftButton, {}, grip);
    QTest::mouseMove(title, grip + QPoint(30, 10));
    QTest::mouseMove(title, grip + QPoint(200, 60));
    QTest::qWait(50);
    QVERIFY2(queue->isFloating(), "dragging its title lifts a panel");
    QTest::mouseRelease(title, Qt::LeftButton, {}, grip + QPoint(200, 60));
    window.addDockWidget(Qt::RightDockWidgetArea, queue);
    queue->setFloating(false);
    window.tabifyDockWidget(dock(program, "annotationDock"), queue);
    QCOMPARE(window.tabifiedDockWidgets(queue), QList{dock(program, "annotationDock")});
    // Both titles give way to the tabs.
    for (const char *name : {"queueDock", "annotationDock"})
        QTRY_COMPARE_WITH_TIMEOUT(dock(program, name)->titleBarWidget()->maximumHeight(), 0, 30'000);
    program.act("window.resetLayout");
    QCOMPARE(window.dockWidgetArea(queue), Qt::LeftDockWidgetArea);
    QVERIFY(window.tabifiedDockWidgets(queue).isEmpty());
}

void TestDocks::layoutsAreKeptByName()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 1));
    {
        Program program({home.path(QStringLiteral("photos"))});
        QVERIFY(program.waitForProject());
        QVERIFY(program.active());
        program.act("window.dock.annotation");
        program.window().addDockWidget(Qt::RightDockWidgetArea, dock(program, "queueDock"));
        program.key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        auto *popup = program.part<workstation::LayoutPopup>("layoutPopup");
        QTRY_VERIFY_WITH_TIMEOUT(popup->isVisible(), 30'000);
        QTest::keyClicks(popup->focusProxy(), QStringLiteral("Right hand"));
        QTest::keyClick(popup->focusProxy(), Qt::Key_Return);
        QCOMPARE(program.workstation().layouts().names(), QStringList{QStringLiteral("Right hand")});
        program.act("window.resetLayout");
        QCOMPARE(program.window().dockWidgetArea(dock(program, "queueDock")), Qt::LeftDockWidgetArea);
    }
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.active());
    program.act("window.layouts");
    auto *popup = program.part<workstation::LayoutPopup>("layoutPopup");
    QTest::keyClicks(popup->focusProxy(), QStringLiteral("right"));
    QTest::keyClick(popup->focusProxy(), Qt::Key_Return);
    QCOMPARE(program.window().dockWidgetArea(dock(program, "queueDock")), Qt::RightDockWidgetArea);
    QVERIFY(dock(program, "annotationDock")->isHidden());
    QVERIFY_RESULT(program.workstation().layouts().remove(QStringLiteral("Right hand")));
    QVERIFY(workstation::Layouts().names().isEmpty());
}

void TestDocks::brokenLayoutsAreNoTrouble()
{
    const FreshHome home;
    const QString file = workstation::configFolder() + QStringLiteral("/layouts.json");
    for (const QByteArray &text : {QByteArray("nonsense"), QByteArray("[1]"), QByteArray(R"({"a": 7, "b": "!!!"})"), QByteArray()}) {
        QFile broken(file);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write(text);
        broken.close();
        QVERIFY(workstation::Layouts().names().isEmpty());
    }
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 1));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    const QByteArray before = program.window().docks().save();
    QVERIFY(!program.window().docks().restore(QByteArray("no layout")));
    QCOMPARE(program.window().docks().save(), before);
}

void TestDocks::aKilledWindowComesBackAsItWas()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 6));
    QProcess window;
    window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    window.start(QStringLiteral(PLUMBLINE_KILLED_WINDOW), {home.path(QStringLiteral("photos"))});
    QVERIFY(window.waitForStarted());
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += window.readAllStandardOutput()).contains("ready") || window.state() == QProcess::NotRunning, 60'000);
    QVERIFY2(said.contains("ready"), "the window ended by itself");
    window.kill();
    QVERIFY(window.waitForFinished());
    QCOMPARE(window.exitStatus(), QProcess::CrashExit);

    Program program({}, true);
    QVERIFY(program.waitForProject());
    QCOMPARE(program.document()->project().folder(), home.path(QStringLiteral("photos/photos.plumb")));
    QCOMPARE(program.document()->item()->name, QStringLiteral("p02.png"));
    QVERIFY(program.waitForPicture());
    QCOMPARE(program.window().viewHost().view()->currentTool(), QStringLiteral("image.tool.polygon"));
    const QVariantMap state = program.window().viewHost().view()->saveState();
    QVERIFY(!state.value(QStringLiteral("fitted")).toBool());
    QCOMPARE(state.value(QStringLiteral("scale")).toDouble(), 1.0);
    QCOMPARE(program.part<QLineEdit>("queueSearch")->text(), QStringLiteral("p0"));
    QCOMPARE(program.window().queue().filter().text, QStringLiteral("p0"));
    QVERIFY(dock(program, "propertiesDock")->isHidden());
    QCOMPARE(program.window().dockWidgetArea(dock(program, "annotationDock")), Qt::LeftDockWidgetArea);
}

void TestDocks::historyGoesWhereItIsClicked()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 1));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.active());
    QVERIFY(program.waitForPicture());
    program.act("image.tool.box");
    for (int i = 0; i < 3; ++i) {
        program.drag(0.3 + 0.1 * i, 0.3, 0.35 + 0.1 * i, 0.5);
        QVERIFY(program.document()->flush());
    }
    QCOMPARE(program.document()->annotations().size(), std::size_t(3));
    dock(program, "historyDock")->raise();
    auto *list = program.part<QListView>("historyList");
    QTRY_VERIFY_WITH_TIMEOUT(list->isVisible() && list->model()->rowCount() >= 4, 30'000);
    const auto click = [&](int row) {
        const QModelIndex index = list->model()->index(row, 0);
        list->scrollTo(index);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
    };
    // That work on the item began is a row too, and no step of anybody's.
    const auto rowOf = [&](int steps) {
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QVariant there = list->model()->index(row, 0).data(itemmodels::HistoryModel::StepsRole);
            if (there.isValid() && there.toInt() == steps)
                return row;
        }
        return -1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(-2) >= 0, 30'000);
    click(rowOf(-2));
    QTRY_COMPARE_WITH_TIMEOUT(program.document()->annotations().size(), std::size_t(1), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(2) >= 0, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(program.document()->saveState() == document::SaveState::Saved, 30'000);
    // By keys as well.
    list->setFocus();
    list->setCurrentIndex(list->model()->index(rowOf(1), 0));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(program.document()->annotations().size(), std::size_t(2), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(1) >= 0 && rowOf(2) < 0, 30'000);
    QVERIFY(list->model()->index(rowOf(0), 0).data(itemmodels::HistoryModel::CurrentRole).toBool());
}

void TestDocks::issuesLeadToTheirLabels()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 3));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.active());
    QVERIFY(program.waitForPicture());
    program.act("image.tool.box");
    program.drag(0.3, 0.3, 0.4, 0.4);
    QVERIFY(program.document()->flush());
    const ItemId item = program.document()->item()->id;
    const AnnotationId label = program.document()->annotations().front().id;
    program.act("item.next");
    QTRY_VERIFY_WITH_TIMEOUT(program.document()->item()->id != item, 30'000);

    class Rule final : public itemmodels::IssueSource
    {
    public:
        [[nodiscard]] QString title() const override { return QStringLiteral("Rule"); }
        [[nodiscard]] std::vector<itemmodels::Finding> findings() const override { return found; }
        std::vector<itemmodels::Finding> found;
    };
    Rule rule;
    rule.found = {{{IssueSeverity::Warning, QStringLiteral("p00.png"), {}, QStringLiteral("Too small.")}, item, label}};
    program.window().issues().addSource(&rule);
    dock(program, "issueDock")->raise();
    auto *list = program.part<QListView>("issueList");
    QTRY_VERIFY_WITH_TIMEOUT(list->isVisible(), 30'000);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(program.document()->item()->id, item, 30'000);
    QCOMPARE(program.document()->selection(), QSet<AnnotationId>{label});
}

void TestDocks::endedJobsAreListed()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 4));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    auto *list = program.part<QListView>("jobList");
    QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() > 0, 30'000);
    const QString words = list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(words.contains(QLatin1String("4 item")), qPrintable(words));
    program.act("window.forgetJobs");
    QCOMPARE(list->model()->rowCount(), 0);
}

void TestDocks::keysReachEveryPart()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 2));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.active());
    QVERIFY(program.waitForPicture());
    // An empty list has nothing to stop at.
    program.act("image.tool.box");
    program.drag(0.3, 0.3, 0.4, 0.4);
    QVERIFY(program.document()->flush());
    dock(program, "historyDock")->raise();
    program.window().viewHost().focusView();
    const auto inside = [&](const char *name) {
        QWidget *part = program.part<QWidget>(name);
        return part && QApplication::focusWidget() && part->isAncestorOf(QApplication::focusWidget());
    };
    QStringList visited;
    for (int i = 0; i < 8; ++i) {
        program.key(Qt::Key_F6);
        for (const char *name : {"queueDock", "viewHost", "annotationDock", "propertiesDock", "historyDock", "statusLine"}) {
            if (inside(name))
                visited.append(QString::fromLatin1(name));
        }
    }
    for (const char *name : {"queueDock", "viewHost", "annotationDock", "historyDock", "statusLine"})
        QVERIFY2(visited.contains(QLatin1String(name)), qPrintable(QString::fromLatin1(name) + QStringLiteral(" not in ") + visited.join(QLatin1Char(' '))));
    // Back the way it came.
    program.window().viewHost().focusView();
    program.key(Qt::Key_F6);
    program.key(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(inside("viewHost"));
}

QTEST_MAIN(TestDocks)
#include "tst_docks.moc"
