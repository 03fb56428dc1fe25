// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/settingsdialog.h"
#include "pageobjects.h"
#include "tests/support/verify.h"
#include "widgets/actions/commandpalette.h"
#include "widgets/actions/keymapeditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QTreeView>

using namespace plumbline;
using actions::Keymap;
using actions::KeymapEditor;
using test::FreshHome;
using test::Program;

class TestKeymap : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("plumbline")); }
    void untrustedMapsAreRefusedInWords_data();
    void untrustedMapsAreRefusedInWords();
    void mapsReadBackAsWritten();
    void keysClashWhenOneBeginsTheOther();
    void fixedKeysThenTheMapThenDefaults();
    void noShippedMapGivesAKeyTwice_data();
    void noShippedMapGivesAKeyTwice();
    void aKeyIsChangedInTheSettings();
    void aTakenKeyIsToldBeforeItIsSaved();
    void keysOfControlsStayWithThem();
    void mapsGoOutAndComeIn();
    void actionsThatComeLaterTakePart();
    void settingsAreFoundByTheirWords();
    void settingsAreInEffectAtOnce();
    void aHeldToolKeyGivesTheToolBack();

private:
    static KeymapEditor *openEditor(Program &program)
    {
        program.act("window.editKeys");
        return program.part<KeymapEditor>("keymapEditor");
    }
    static QString message(KeymapEditor *editor) { return editor->findChild<QLabel *>(QStringLiteral("keyMessage"))->text(); }
    static void click(KeymapEditor *editor, const char *button)
    {
        QTest::mouseClick(editor->findChild<QAbstractButton *>(QString::fromLatin1(button)), Qt::LeftButton);
    }
    static void pressNewKey(KeymapEditor *editor, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        click(editor, "changeKey");
        QTest::keyClick(editor->findChild<QWidget *>(QStringLiteral("keyCapture")), key, modifiers);
    }
};

void TestKeymap::untrustedMapsAreRefusedInWords_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray head = R"({"format":"plumbline-keymap","version":1,"keys":)";
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no map") << QByteArray("[]");
    QTest::newRow("other format") << QByteArray(R"({"format":"x","version":1,"keys":{}})");
    QTest::newRow("later version") << QByteArray(R"({"format":"plumbline-keymap","version":2,"keys":{}})");
    QTest::newRow("no list") << head + R"({"item.next":"D"}})";
    QTest::newRow("no key") << head + R"({"item.next":["Hyper+Nothing"]}})";
    QTest::newRow("number") << head + R"({"item.next":[7]}})";
    QTest::newRow("many keys") << head + R"({"item.next":["1","2","3","4","5","6","7","8","9"]}})";
    QTest::newRow("deep") << QByteArray(1000, '[');
}

void TestKeymap::untrustedMapsAreRefusedInWords()
{
    QFETCH(QByteArray, json);
    const auto map = Keymap::fromJson(json);
    QVERIFY(!map);
    QVERIFY(!map.error().text.isEmpty());
}

void TestKeymap::mapsReadBackAsWritten()
{
    Keymap map;
    map.id = QStringLiteral("cvat");
    map.title = QStringLiteral("Mine");
    map.keys = {{QStringLiteral("item.next"), {QKeySequence(Qt::Key_F), QKeySequence(Qt::CTRL | Qt::Key_Right)}},
                {QStringLiteral("item.previous"), {}},
                {QStringLiteral("a.plugin.that.is.not.here"), {QKeySequence(Qt::Key_F13)}}};
    const auto read = Keymap::fromJson(map.toJson());
    QVERIFY_RESULT(read);
    QCOMPARE(*read, map);
}

void TestKeymap::keysClashWhenOneBeginsTheOther()
{
    using actions::keysClash;
    const QKeySequence g(Qt::Key_G);
    const QKeySequence gb(Qt::Key_G, Qt::Key_B);
    QVERIFY(keysClash(g, g));
    QVERIFY(keysClash(g, gb));
    QVERIFY(keysClash(gb, g));
    QVERIFY(!keysClash(gb, QKeySequence(Qt::Key_G, Qt::Key_C)));
    QVERIFY(!keysClash(g, QKeySequence(Qt::CTRL | Qt::Key_G)));
    QVERIFY(!keysClash({}, {}));
}

void TestKeymap::fixedKeysThenTheMapThenDefaults()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    const QKeySequence a(Qt::Key_A);
    const QKeySequence b(Qt::Key_B);
    const QKeySequence space(Qt::Key_Space);
    const std::vector<actions::KeyWish> wishes{{s("one"), actions::windowContext(), {a}, {}},
                                               {s("two"), s("image"), {b}, {}},
                                               {s("three"), s("video"), {b}, {}},
                                               {s("pan"), s("image"), {}, {space}}};
    Keymap map;
    auto given = actions::assignKeys(wishes, map);
    QCOMPARE(given.value(s("one")), QList{a});
    QCOMPARE(given.value(s("two")), QList{b});
    QCOMPARE(given.value(s("three")), QList{b});
    QCOMPARE(given.value(s("pan")), QList{space});
    // What the map says goes before what an action would like; the window's keys work in every view.
    map.keys = {{s("two"), {a}}, {s("one"), {b, space}}};
    given = actions::assignKeys(wishes, map);
    QCOMPARE(given.value(s("two")), QList{a});
    QCOMPARE(given.value(s("one")), QList{b});
    QVERIFY(!given.contains(s("three")));
    const auto clashes = actions::conflictsOf(wishes, map);
    QCOMPARE(clashes.size(), std::size_t(1));
    QCOMPARE(clashes.front(), (actions::KeyConflict{s("one"), space, s("pan")}));
}

void TestKeymap::noShippedMapGivesAKeyTwice_data()
{
    QTest::addColumn<QString>("id");
    for (const Keymap &map : actions::shippedKeymaps())
        QTest::newRow(qPrintable(map.id)) << map.id;
}

void TestKeymap::noShippedMapGivesAKeyTwice()
{
    QFETCH(QString, id);
    QCOMPARE(actions::shippedKeymaps().size(), std::size_t(4));
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 1));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    const auto &registry = program.window().registry();
    const Keymap &map = actions::shippedKeymap(id);
    QVERIFY(actions::conflictsOf(registry.wishes(), map).empty());
    Keymap own;
    own.id = id;
    program.workstation().settings().setKeymap(own);
    QCOMPARE(registry.conflicts(), QStringList());
    // Every key that the map names for an action that is here is in force.
    for (auto it = map.keys.begin(); it != map.keys.end(); ++it) {
        if (const auto *entry = registry.entry(it.key()))
            QCOMPARE(entry->keys, it.value());
    }
    // What people do all day has a key in every map.
    for (const char *action : {"item.next", "item.previous", "item.submit", "item.nextUnfinished", "item.cannotLabel", "image.tool.box",
                               "image.tool.polygon", "image.tool.select", "image.delete", "image.next", "image.accept", "image.reject",
                               "image.nudge.left", "image.nudge.left.far", "image.cursor", "image.cursor.left", "image.cursor.right", "image.cursor.up",
                               "image.cursor.down", "image.finish", "image.cancel", "image.view.zoomIn", "image.view.zoomOut",
                               "label.class", "edit.undo", "edit.redo", "image.view.fit", "window.palette", "window.settings"})
        QVERIFY2(!registry.entry(QString::fromLatin1(action))->keys.isEmpty(), action);
}

void TestKeymap::aKeyIsChangedInTheSettings()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 3));
    {
        Program program({home.path(QStringLiteral("photos"))});
        QVERIFY(program.waitForProject());
        QVERIFY(program.active());
        auto *editor = openEditor(program);
        QVERIFY(editor);
        editor->choose(QStringLiteral("item.next"));
        pressNewKey(editor, Qt::Key_F12);
        QCOMPARE(program.window().registry().entry(QStringLiteral("item.next"))->keys, QList{QKeySequence(Qt::Key_F12)});
        // Palette, tool tip and key sheet say the new key.
        QVERIFY(program.window().registry().action(QStringLiteral("item.next"))->toolTip().contains(QLatin1String("(F12)")));
        program.part<QDialog>("settingsDialog")->close();
        program.window().activateWindow();
        QVERIFY(program.active());
        program.window().viewHost().focusView();
        program.key(Qt::Key_F12);
        QTRY_COMPARE_WITH_TIMEOUT(program.document()->item()->name, QStringLiteral("p01.png"), 30'000);
        program.key(Qt::Key_D);
        QTest::qWait(100);
        QCOMPARE(program.document()->item()->name, QStringLiteral("p01.png"));
        program.act("window.palette");
        auto *palette = program.part<actions::CommandPalette>("commandPalette");
        const auto &choices = palette->choices();
        const auto next = std::find_if(choices.begin(), choices.end(), [](const auto &choice) { return choice.id == QLatin1String("item.next"); });
        QCOMPARE(next->detail, QStringLiteral("F12"));
        palette->close();
        program.act("window.keys");
        bool told = false;
        for (const QLabel *label : program.part<QDialog>("keySheet")->findChildren<QLabel *>())
            told = told || label->text() == QLatin1String("F12");
        QVERIFY(told);
        program.part<QDialog>("keySheet")->close();
    }
    // It is the person's, not the window's.
    Program again;
    QCOMPARE(again.window().registry().entry(QStringLiteral("item.next"))->keyText(), QStringLiteral("F12"));
}

void TestKeymap::aTakenKeyIsToldBeforeItIsSaved()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 1));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.active());
    auto &registry = program.window().registry();
    auto *editor = openEditor(program);
    editor->choose(QStringLiteral("item.next"));
    pressNewKey(editor, Qt::Key_F);
    QVERIFY2(message(editor).contains(registry.action(QStringLiteral("image.view.fit"))->iconText()), qPrintable(message(editor)));
    QCOMPARE(registry.entry(QStringLiteral("item.next"))->keyText(), QStringLiteral("D"));
    QVERIFY(program.workstation().settings().keymap().keys.isEmpty());
    click(editor, "takeKey");
    QCOMPARE(registry.entry(QStringLiteral("item.next"))->keyText(), QStringLiteral("F"));
    QVERIFY(registry.entry(QStringLiteral("image.view.fit"))->keys.isEmpty());
    QCOMPARE(registry.conflicts(), QStringList());
    // Reset: the key of the map is free again.
    click(editor, "resetKey");
    QCOMPARE(registry.entry(QStringLiteral("item.next"))->keyText(), QStringLiteral("D"));
    // Esc gives up.
    click(editor, "addKey");
    QTest::keyClick(editor->findChild<QWidget *>(QStringLiteral("keyCapture")), Qt::Key_Escape);
    QVERIFY(!editor->findChild<QWidget *>(QStringLiteral("keyCapture"))->isVisible());
    click(editor, "addKey");
    QTest::keyClick(editor->findChild<QWidget *>(QStringLiteral("keyCapture")), Qt::Key_J, Qt::AltModifier);
    QCOMPARE(registry.entry(QStringLiteral("item.next"))->keys.size(), 2);
    click(editor, "removeKey");
    QVERIFY(registry.entry(QStringLiteral("item.next"))->keys.isEmpty());
}

void TestKeymap::keysOfControlsStayWithThem()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 1));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.active());
    auto &registry = program.window().registry();
    auto *editor = openEditor(program);
    editor->choose(QStringLiteral("item.next"));
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Tab, Qt::Key_Left}) {
        pressNewKey(editor, key);
        QVERIFY(!message(editor).isEmpty());
        QCOMPARE(registry.entry(QStringLiteral("item.next"))->keyText(), QStringLiteral("D"));
    }
    // Space moves the picture while it is held, which no map can change.
    editor->choose(QStringLiteral("image.delete"));
    pressNewKey(editor, Qt::Key_Space);
    QVERIFY(message(editor).contains(registry.action(QStringLiteral("image.tool.pan"))->iconText()));
    QVERIFY(!editor->findChild<QWidget *>(QStringLiteral("takeKey"))->isVisible());
}

void TestKeymap::mapsGoOutAndComeIn()
{
    const FreshHome home;
    Program program;
    QVERIFY(program.active());
    auto &registry = program.window().registry();
    auto *editor = openEditor(program);
    auto *maps = editor->findChild<QComboBox *>(QStringLiteral("keymapBox"));
    maps->setCurrentIndex(maps->findData(QStringLiteral("cvat")));
    emit maps->activated(maps->currentIndex());
    QCOMPARE(registry.entry(QStringLiteral("item.next"))->keyText(), QStringLiteral("F"));
    editor->choose(QStringLiteral("item.nextUnfinished"));
    pressNewKey(editor, Qt::Key_J, Qt::ControlModifier);
    const QString file = home.path(QStringLiteral("keys.json"));
    editor->exportTo(file);
    const Keymap mine = program.workstation().settings().keymap();
    maps->setCurrentIndex(0);
    emit maps->activated(0);
    QCOMPARE(registry.entry(QStringLiteral("item.next"))->keyText(), QStringLiteral("D"));
    editor->importFrom(file);
    QCOMPARE(program.workstation().settings().keymap(), mine);
    QCOMPARE(maps->currentData().toString(), QStringLiteral("cvat"));
    QCOMPARE(registry.entry(QStringLiteral("item.nextUnfinished"))->keyText(), QStringLiteral("Ctrl+J"));
    // A map that clashes is refused as a whole.
    QFile broken(file);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(R"({"format":"plumbline-keymap","version":1,"id":"plumbline","keys":{"item.next":["Z"],"item.previous":["Z"]}})");
    broken.close();
    editor->importFrom(file);
    QCOMPARE(program.workstation().settings().keymap(), mine);
    QVERIFY(message(editor).contains(QLatin1Char('Z')));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("nonsense");
    broken.close();
    editor->importFrom(file);
    QCOMPARE(program.workstation().settings().keymap(), mine);
    editor->importFrom(home.path(QStringLiteral("not there.json")));
    QVERIFY(!message(editor).isEmpty());
}

void TestKeymap::actionsThatComeLaterTakePart()
{
    const FreshHome home;
    Program program;
    Keymap own;
    own.id = QStringLiteral("plumbline");
    own.keys = {{QStringLiteral("test.late"), {QKeySequence(Qt::Key_F12)}}, {QStringLiteral("item.next"), {QKeySequence(Qt::Key_F10)}}};
    program.workstation().settings().setKeymap(own);
    auto &registry = program.window().registry();
    actions::ActionRegistry::Spec spec;
    spec.id = QStringLiteral("test.late");
    spec.title = QStringLiteral("Late");
    spec.context = QStringLiteral("test");
    spec.keys = {QKeySequence(Qt::Key_L)};
    int ran = 0;
    registry.add(spec, [&] { ++ran; });
    QCOMPARE(registry.entry(spec.id)->keyText(), QStringLiteral("F12"));
    spec.id = QStringLiteral("test.clashing");
    spec.keys = {QKeySequence(Qt::Key_F10)};
    registry.add(spec, [] {});
    QVERIFY(registry.entry(spec.id)->keys.isEmpty());
    QCOMPARE(registry.conflicts(), QStringList());
    QVERIFY(program.active());
    program.key(Qt::Key_F12);
    QCOMPARE(ran, 1);
}

void TestKeymap::settingsAreFoundByTheirWords()
{
    const FreshHome home;
    Program program;
    QVERIFY(program.active());
    program.act("window.settings");
    auto *dialog = program.part<workstation::SettingsDialog>("settingsDialog");
    const qsizetype all = dialog->shownTitles().size();
    QVERIFY(all >= 8);
    auto *search = program.part<QLineEdit>("settingsSearch");
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), search, 30'000);
    QTest::keyClicks(search, QStringLiteral("gauge"));
    // And the keys, for the command that opens the panel behind it.
    QCOMPARE(dialog->shownTitles(), (QStringList{QStringLiteral("Show the gauge"), QStringLiteral("Keys")}));
    search->clear();
    QTest::keyClicks(search, QStringLiteral("colours"));
    QCOMPARE(dialog->shownTitles().size(), 1);
    search->clear();
    QTest::keyClicks(search, QStringLiteral("next unfinished"));
    auto *table = program.part<QTreeView>("keymapTable");
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 1);
    search->clear();
    QTest::keyClicks(search, QStringLiteral("no such words at all"));
    QCOMPARE(dialog->shownTitles(), QStringList());
    search->clear();
    QCOMPARE(dialog->shownTitles().size(), all);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(dialog->isVisible());
}

void TestKeymap::settingsAreInEffectAtOnce()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 1));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.active());
    program.act("window.settings");
    auto *gauge = program.part<QWidget>("gauge");
    QVERIFY(gauge->isVisible());
    program.part<QCheckBox>("gaugeTick")->click();
    QVERIFY(!gauge->isVisible());
    auto *theme = program.part<QComboBox>("themeBox");
    theme->setFocus();
    const QColor before = program.window().palette().color(QPalette::Window);
    theme->setCurrentIndex(theme->findData(QStringLiteral("light")));
    emit theme->activated(theme->currentIndex());
    QVERIFY(QApplication::palette().color(QPalette::Window) != before);
    theme->setCurrentIndex(theme->findData(QStringLiteral("dark")));
    emit theme->activated(theme->currentIndex());
    // Kept for the next start.
    workstation::Settings read;
    QVERIFY(!read.gaugeShown());
    QCOMPARE(read.theme(), QStringLiteral("dark"));
    read.setScale(1000);
    QCOMPARE(read.scale(), 300);
    read.setScale(1);
    QCOMPARE(read.scale(), 100);
}

void TestKeymap::aHeldToolKeyGivesTheToolBack()
{
    const FreshHome home;
    QVERIFY(test::writePictures(home.path(QStringLiteral("photos")), 1));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.active());
    QTRY_VERIFY_WITH_TIMEOUT(program.canvas() && program.canvas()->isVisible(), 30'000);
    program.act("image.tool.select");
    QWidget *canvas = program.canvas()->focusProxy() ? program.canvas()->focusProxy() : program.canvas();
    canvas->setFocus();
    const auto tool = [&] { return program.window().viewHost().view()->currentTool(); };
    // A tap stays.
    QTest::keyClick(canvas, Qt::Key_B);
    QCOMPARE(tool(), QStringLiteral("image.tool.box"));
    QTest::qWait(300);
    program.drag(0.3, 0.3, 0.4, 0.4);
    QCOMPARE(tool(), QStringLiteral("image.tool.box"));
    QTest::keyClick(canvas, Qt::Key_V);
    // Held while a box is drawn: a box, and then the tool of before.
    const std::size_t before = program.document()->annotations().size();
    QTest::keyPress(canvas, Qt::Key_B);
    QCOMPARE(tool(), QStringLiteral("image.tool.box"));
    program.drag(0.5, 0.5, 0.7, 0.7);
    QTest::qWait(300);
    QTest::keyRelease(canvas, Qt::Key_B);
    QTRY_COMPARE_WITH_TIMEOUT(tool(), QStringLiteral("image.tool.select"), 30'000);
    QCOMPARE(program.document()->annotations().size(), before + 1);
    // Held without the mouse: a slow tap.
    QTest::keyPress(canvas, Qt::Key_B);
    QTest::qWait(300);
    QTest::keyRelease(canvas, Qt::Key_B);
    QCOMPARE(tool(), QStringLiteral("image.tool.box"));
    // Those who do not want it turn it off.
    program.workstation().settings().setHoldTools(false);
    program.act("image.tool.select");
    QTest::keyPress(canvas, Qt::Key_B);
    program.drag(0.1, 0.1, 0.2, 0.2);
    QTest::qWait(300);
    QTest::keyRelease(canvas, Qt::Key_B);
    QTest::qWait(50);
    QCOMPARE(tool(), QStringLiteral("image.tool.box"));
}

QTEST_MAIN(TestKeymap)
#include "tst_keymap.moc"
