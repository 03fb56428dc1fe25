// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/docks.h"
#include "pageobjects.h"
#include "tests/support/verify.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QTabBar>
#include <QToolBar>

using namespace plumbline;
using test::FreshHome;
using test::Program;

namespace {

QString describe(const QWidget &widget)
{
    QStringList path;
    for (const QWidget *at = &widget; at && path.size() < 5; at = at->parentWidget())
        path.append(at->objectName().isEmpty() ? QString::fromLatin1(at->metaObject()->className()) : at->objectName());
    return path.join(QStringLiteral(" in "));
}

QString describe(QAccessibleInterface &interface)
{
    const auto *widget = qobject_cast<QWidget *>(interface.object());
    return QStringLiteral("role %1 %2").arg(interface.role()).arg(widget ? describe(*widget) : QString());
}

// Something that a person does something with.
bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::List:
    case QAccessible::Tree:
    case QAccessible::Table:
    case QAccessible::MenuItem:
    case QAccessible::PageTab:
    case QAccessible::PageTabList:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::Link:
    case QAccessible::ListItem:
    case QAccessible::TreeItem:
    case QAccessible::Dialog:
        return true;
    default:
        return false;
    }
}

struct Found {
    QStringList nameless;
    QStringList roleless;
    int controls = 0;
};

void walk(QAccessibleInterface &interface, Found &found, int depth = 0)
{
    constexpr int deepest = 40;
    constexpr int mostChildren = 60;
    if (!interface.isValid() || depth > deepest)
        return;
    const QAccessible::State state = interface.state();
    const auto *widget = qobject_cast<QWidget *>(interface.object());
    // Parts of Qt's own widgets (the button that extends a tool bar, corners of views) speak for themselves.
    const bool qtOwn = widget && widget->objectName().startsWith(QLatin1String("qt_"));
    if (state.invisible || qtOwn)
        return;
    const QAccessible::Role role = interface.role();
    // Qt keeps tab bars of panels that share a place no more.
    if (const auto *bar = qobject_cast<const QTabBar *>(widget); bar && bar->count() == 0)
        return;
    const bool focusable = widget && widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() && !widget->isWindow();
    if (role == QAccessible::NoRole)
        found.roleless.append(describe(interface));
    if (isControl(role) || focusable) {
        ++found.controls;
        if (interface.text(QAccessible::Name).trimmed().isEmpty())
            found.nameless.append(describe(interface));
    }
    for (int i = 0; i < std::min(interface.childCount(), mostChildren); ++i) {
        if (QAccessibleInterface *child = interface.child(i))
            walk(*child, found, depth + 1);
    }
}

// Opens everything that the program can open over a project.
void openEverything(Program &program)
{
    for (const char *action : {"file.export", "file.import", "window.settings", "label.model", "label.schema", "window.keys", "window.tour"})
        program.act(action);
    QTest::qWait(400);
}

// The widgets that a layout places, those of layouts inside it included.
void placed(const QLayout &layout, QList<QWidget *> &widgets)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem *item = layout.itemAt(i);
        if (QWidget *widget = item->widget(); widget && widget->isVisible())
            widgets.append(widget);
        else if (item->layout())
            placed(*item->layout(), widgets);
    }
}

// What lies over something else or outside of what holds it, and words that have less room than they need.
QStringList misplaced(QWidget &window)
{
    QStringList found;
    QList<QWidget *> all = window.findChildren<QWidget *>();
    all.prepend(&window);
    for (QWidget *widget : all) {
        if (!widget->isVisible() || !widget->layout() || qobject_cast<QMainWindow *>(widget) || qobject_cast<QToolBar *>(widget)
            || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        QList<QWidget *> children;
        placed(*widget->layout(), children);
        for (qsizetype i = 0; i < children.size(); ++i) {
            const QRect place = children[i]->geometry();
            if (place.width() <= 0 || place.height() <= 0)
                continue;
            if (!widget->rect().adjusted(-1, -1, 1, 1).contains(place) && !qobject_cast<QScrollArea *>(widget))
                found.append(QStringLiteral("outside: ") + describe(*children[i]));
            for (qsizetype j = i + 1; j < children.size(); ++j) {
                // The pages of a stack lie over each other; only one is visible.
                if (!place.intersected(children[j]->geometry()).isEmpty())
                    found.append(QStringLiteral("overlap: %1 and %2").arg(describe(*children[i]), describe(*children[j])));
            }
            if (const auto *button = qobject_cast<QAbstractButton *>(children[i]);
                button && !button->text().isEmpty() && button->width() + 2 < button->minimumSizeHint().width())
                found.append(QStringLiteral("clipped: ") + describe(*button));
            if (const auto *label = qobject_cast<QLabel *>(children[i]);
                label && !label->wordWrap() && !label->text().isEmpty() && label->width() + 2 < label->minimumSizeHint().width())
                found.append(QStringLiteral("clipped: %1 “%2”").arg(describe(*label), label->text()));
        }
    }
    return found;
}

}  // namespace

class TestAccess : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("plumbline")); }
    void everythingHasNameAndRole();
    void tabGoesThroughEveryDialog();
    void labelingNeedsNoMouse();
    void nothingOverlaps_data();
    void nothingOverlaps();
};

void TestAccess::everythingHasNameAndRole()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 3));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.active());
    QVERIFY(program.waitForProject());
    QVERIFY(program.waitForPicture());
    openEverything(program);
    // A panel lifted out is a window of its own.
    program.act("window.float.queue");
    QTest::qWait(100);
    Found found;
    int windows = 0;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (!window->isVisible())
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(window);
        QVERIFY2(interface, qPrintable(describe(*window)));
        ++windows;
        walk(*interface, found);
    }
    // Each tab of the bottom panels once more: those behind are not there for anybody.
    for (QDockWidget *dock : program.window().docks().all()) {
        workstation::Docks::reveal(dock);
        QTest::qWait(20);
        walk(*QAccessible::queryAccessibleInterface(dock), found);
    }
    for (const char *popup : {"window.palette", "label.class", "item.cannotLabel", "window.layouts"}) {
        program.act(popup);
        QTest::qWait(50);
        QWidget *shown = QApplication::activePopupWidget();
        QVERIFY2(shown, popup);
        walk(*QAccessible::queryAccessibleInterface(shown), found);
        shown->close();
    }
    program.window().closeProject();
    QTest::qWait(50);
    walk(*QAccessible::queryAccessibleInterface(program.part<QWidget>("startPage")), found);
    QVERIFY(windows >= 6);
    QVERIFY2(found.controls > 120, qPrintable(QString::number(found.controls)));
    found.nameless.removeDuplicates();
    QVERIFY2(found.nameless.isEmpty(), qPrintable(found.nameless.join(QLatin1Char('\n'))));
    QVERIFY2(found.roleless.isEmpty(), qPrintable(found.roleless.join(QLatin1Char('\n'))));
}

void TestAccess::tabGoesThroughEveryDialog()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 1));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.active());
    QVERIFY(program.waitForProject());
    for (const auto &[action, name] : {std::pair{"file.export", "exportDialog"}, std::pair{"file.import", "importDialog"},
                                       std::pair{"window.settings", "settingsDialog"}, std::pair{"label.model", "modelDialog"}}) {
        program.act(action);
        auto *dialog = program.part<QDialog>(name);
        QVERIFY(dialog);
        dialog->activateWindow();
        QVERIFY2(QTest::qWaitForWindowActive(dialog), name);
        QTest::qWait(200);
        QSet<QWidget *> wanted;
        for (QWidget *widget : dialog->findChildren<QWidget *>()) {
            if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled() && !widget->focusProxy()
                && !widget->objectName().startsWith(QLatin1String("qt_")))
                wanted.insert(widget);
        }
        QVERIFY(!wanted.isEmpty());
        QSet<QWidget *> visited;
        for (qsizetype i = 0; i < 3 * wanted.size() + 10; ++i) {
            QWidget *focus = QApplication::focusWidget();
            QVERIFY2(focus, name);
            visited.insert(focus);
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        QStringList missed;
        for (QWidget *widget : wanted) {
            if (!visited.contains(widget))
                missed.append(describe(*widget));
        }
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(QLatin1Char('\n'))));
        dialog->close();
        QTest::qWait(50);
    }
}

void TestAccess::labelingNeedsNoMouse()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 2));
    Program program;
    QVERIFY(program.active());
    // Whoever starts with a folder on the command line or the start page has the keys at once.
    program.window().openPaths({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.waitForPicture());
    const ItemId item = program.document()->item()->id;
    // To the queue by F6, one item down and back by Enter.
    auto *list = program.part<QListView>("queueList");
    for (int i = 0; i < 10 && !(QApplication::focusWidget() == list); ++i)
        program.key(program.part<QWidget>("queueDock")->isAncestorOf(QApplication::focusWidget()) ? Qt::Key_Tab : Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), list);
    program.key(Qt::Key_Down);
    program.key(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(program.document()->item()->id != item, 30'000);
    program.window().viewHost().focusView();
    program.key(Qt::Key_A);
    QTRY_COMPARE_WITH_TIMEOUT(program.document()->item()->id, item, 30'000);
    // "Cannot label" with its reason, by keys alone, is a submission too.
    program.key(Qt::Key_Backspace, Qt::ControlModifier);
    auto *reasons = program.part<QListWidget>("cannotLabelReasons");
    QTRY_VERIFY_WITH_TIMEOUT(reasons && reasons->isVisible(), 30'000);
    QTest::keyClick(reasons, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(program.stateOf(item), model::TaskState::CannotLabel, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(program.document()->item()->id != item, 30'000);
    const ItemId second = program.document()->item()->id;
    program.window().activateWindow();
    QVERIFY(program.active());
    program.window().viewHost().focusView();
    program.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(program.stateOf(second), model::TaskState::Submitted, 30'000);
}

void TestAccess::nothingOverlaps_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void TestAccess::nothingOverlaps()
{
    QFETCH(Qt::LayoutDirection, direction);
    QGuiApplication::setLayoutDirection(direction);
    const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 3));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.active());
    QVERIFY(program.waitForProject());
    QVERIFY(program.waitForPicture());
    openEverything(program);
    QStringList found;
    int windows = 0;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (!window->isVisible())
            continue;
        ++windows;
        found += misplaced(*window);
    }
    QVERIFY(windows >= 5);
    // The queue is where reading begins.
    auto *queue = program.window().docks().find(QStringLiteral("queueDock"));
    const int middle = queue->mapTo(&program.window(), queue->rect().center()).x();
    QCOMPARE(middle < program.window().width() / 2, direction == Qt::LeftToRight);
    program.window().closeProject();
    QTest::qWait(50);
    found += misplaced(*program.part<QWidget>("startPage"));
    found.removeDuplicates();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestAccess)
#include "tst_access.moc"
