// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/importdialog.h"
#include "app/workstation/importpreview.h"
#include "app/workstation/projectpages.h"
#include "core/store/reader.h"
#include "app/workstation/projectpages.h"
#include "pageobjects.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"
#include "widgets/actions/commandpalette.h"
#include "widgets/panels/noticebar.h"

#include <QComboBox>
#include <QDialog>
#include <QHash>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSignalSpy>
#include <QToolBar>
#include <QToolButton>

using namespace plumbline;
using test::FreshHome;
using test::Program;
using test::writePictures;

namespace {

bool drop(QWidget &window, const QStringList &paths, bool really)
{
    QMimeData mime;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    mime.setUrls(urls);
    const QPoint middle = window.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    if (!enter.isAccepted() || !really)
        return enter.isAccepted();
    QDropEvent event(middle, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
    return event.isAccepted();
}

}  // namespace

class TestWorkstation : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("plumbline")); }
    void sampleFromStartToSubmission();
    void sessionSurvivesWithoutQuestions();
    void droppedFolderBecomesAProject();
    void aClassIsMadeByTypingItsName();
    void droppedSamplePicturesHaveTheirLabels();
    void importCountsBeforeItStores();
    void uncertainLabelsAreAskedAbout();
    void exportSaysLossesFirst();
    void cannotLabelHasAReason();
    void requiredAnswersAreAskedFor();
    void paletteListsEveryAction();
    void noTwoActionsShareAKey();
    void submitStaysInSight();
    void toolsOfAGroupShareAButton();
    void aPictureThatIsShownIsNotWaitedFor();
    void lettersBelongToTextFields();
    void nothingLeavesTheNamedFolders();
    void chineseWindowIsChinese();
};

void TestWorkstation::sampleFromStartToSubmission()
{
    const FreshHome home;
    Program program;
    QVERIFY(program.active());
    QVERIFY(!program.document());
    program.press("sampleTile");
    QVERIFY(program.waitForProject());
    QVERIFY(program.waitForPicture());
    const ItemId item = program.document()->item()->id;
    const std::size_t before = program.document()->annotations().size();

    program.act("image.tool.box");
    program.drag(0.4, 0.4, 0.6, 0.6);
    QCOMPARE(program.document()->annotations().size(), before + 1);
    const model::Annotation drawn = program.document()->annotations().back();
    QVERIFY(std::holds_alternative<geometry::Box>(drawn.geometry));
    QTRY_COMPARE_WITH_TIMEOUT(program.stateOf(item), model::TaskState::InProgress, 30'000);
    QVERIFY(program.document()->flush());

    // Whatever the schema asks is answered with "cannot tell".
    auto answer = program.document()->gesture(QStringLiteral("Answer"));
    model::Annotation answered = drawn;
    for (const model::Attribute &attribute : program.document()->schema().attributes)
        answered.attributes[attribute.key] = model::CannotTell{};
    program.document()->push(answer.update(drawn, answered).take());
    program.act("item.submit");
    QTRY_COMPARE_WITH_TIMEOUT(program.stateOf(item), model::TaskState::Submitted, 30'000);
    QVERIFY(program.part<QLabel>("counts")->text().contains(QLatin1Char('1')));
}

void TestWorkstation::sessionSurvivesWithoutQuestions()
{
    const FreshHome home;
    QVERIFY(writePictures(home.path(QStringLiteral("photos")), 6));
    ItemId item;
    QString project;
    {
        Program program({home.path(QStringLiteral("photos"))});
        QVERIFY(program.waitForProject());
        QVERIFY(program.active());
        program.key(Qt::Key_D);
        program.key(Qt::Key_D);
        QTRY_COMPARE_WITH_TIMEOUT(program.document()->item()->name, QStringLiteral("p02.png"), 30'000);
        item = program.document()->item()->id;
        project = program.document()->project().folder();
        // As the idle timer does; then the program just ends.
        program.window().saveSession();
    }
    Program again({}, true);
    QVERIFY(again.waitForProject());
    QCOMPARE(again.document()->project().folder(), project);
    QCOMPARE(again.document()->item()->id, item);
    QCOMPARE(again.workstation().recent().entries().front().items, 6);
    // A start with a path does not open the old project.
    again.window().closeProject();
    QVERIFY(!again.document());
    QVERIFY(again.part<QWidget>("startPage")->isVisible());
}

void TestWorkstation::droppedFolderBecomesAProject()
{
    const FreshHome home;
    const QString folder = home.path(QStringLiteral("photos"));
    QVERIFY(writePictures(folder, 4));
    Program program;
    QVERIFY(program.active());
    QVERIFY(!drop(program.window(), {home.path(QStringLiteral("not there"))}, true));
    QVERIFY(drop(program.window(), {folder}, true));
    QVERIFY(program.waitForProject());
    QCOMPARE(program.window().queue().rowCount(), 4);
    QCOMPARE(program.document()->project().folder(), folder + QStringLiteral("/photos.plumb"));

    // More files go into the open project; the same ones do not come twice.
    QVERIFY(writePictures(home.path(QStringLiteral("more")), 7));
    QVERIFY(drop(program.window(), {home.path(QStringLiteral("more"))}, true));
    QTRY_COMPARE_WITH_TIMEOUT(program.window().queue().rowCount(), 7, 20000);

    // Again the same folder: the same project.
    program.window().closeProject();
    program.window().openPaths({folder});
    QVERIFY(program.waitForProject());
    QCOMPARE(program.window().queue().rowCount(), 7);
}

void TestWorkstation::aClassIsMadeByTypingItsName()
{
    const FreshHome home;
    const QString folder = home.path(QStringLiteral("photos"));
    QVERIFY(writePictures(folder, 1));
    Program program({folder});
    QVERIFY(program.active());
    QVERIFY(program.waitForProject());
    QVERIFY(program.waitForPicture());
    program.canvas()->setFocus();
    program.key(Qt::Key_B);
    program.drag(0.4, 0.4, 0.6, 0.6);
    QTRY_COMPARE_WITH_TIMEOUT(program.document()->annotations().size(), std::size_t(1), 30'000);
    QVERIFY(program.document()->annotations().front().labelClass.isNull());

    program.act("label.class");
    auto *choices = program.part<QWidget>("classChoices");
    QTRY_VERIFY_WITH_TIMEOUT(choices->isVisible(), 30'000);
    QTest::keyClicks(choices->focusProxy(), QStringLiteral("tram"));
    QTest::keyClick(choices->focusProxy(), Qt::Key_Return);
    const model::LabelClass *tram = program.document()->schema().find(QStringView(u"tram"));
    QVERIFY(tram != nullptr);
    QVERIFY(program.document()->annotations().front().labelClass == tram->id);
    QVERIFY(program.document()->flush());

    // The class and its use are two steps of the same history.
    program.document()->undo();
    QTRY_VERIFY_WITH_TIMEOUT(program.document()->annotations().front().labelClass.isNull(), 30'000);
    program.document()->undo();
    QTRY_VERIFY_WITH_TIMEOUT(program.document()->schema().classes.empty(), 30'000);
}

void TestWorkstation::droppedSamplePicturesHaveTheirLabels()
{
    PLUMBLINE_SAMPLE(pictures, "images/coco-val2017/images");
    const FreshHome home;
    const QString folder = home.path(QStringLiteral("coco"));
    QDir().mkpath(folder);
    const QStringList names = QDir(pictures).entryList({QStringLiteral("*.jpg")}, QDir::Files, QDir::Name).mid(0, 3);
    Json images = Json::array();
    Json annotations = Json::array();
    for (qsizetype i = 0; i < names.size(); ++i) {
        QVERIFY(QFile::copy(pictures + QLatin1Char('/') + names[i], folder + QLatin1Char('/') + names[i]));
        const QSize size = QImage(folder + QLatin1Char('/') + names[i]).size();
        images.push_back({{"id", i + 1}, {"file_name", names[i].toStdString()}, {"width", size.width()}, {"height", size.height()}});
        annotations.push_back({{"id", i + 1}, {"image_id", i + 1}, {"category_id", 3}, {"bbox", {10, 20, 30, 40}}, {"area", 1200}, {"iscrowd", 0}});
    }
    QFile file(folder + QStringLiteral("/labels.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(base::toJsonText(Json{{"images", images}, {"annotations", annotations}, {"categories", {{{"id", 3}, {"name", "car"}}}}}));
    file.close();
    Program program;
    QElapsedTimer time;
    time.start();
    QVERIFY(drop(program.window(), {folder}, true));
    QVERIFY(program.waitForProject());
    QTRY_COMPARE_WITH_TIMEOUT(program.document()->annotations().size(), std::size_t(1), 30'000);
    qInfo("folder with labels to boxes on screen: %lld ms", static_cast<long long>(time.elapsed()));
    QCOMPARE(program.document()->schema().classes.size(), std::size_t(1));
    QCOMPARE(program.document()->schema().classes.front().name, QStringLiteral("car"));
    QVERIFY(QApplication::topLevelWidgets().size() > 0);
    for (const QWidget *widget : QApplication::topLevelWidgets())
        QVERIFY2(!qobject_cast<const QDialog *>(widget) || !widget->isVisible(), "a dialog was shown");
}

void TestWorkstation::importCountsBeforeItStores()
{
    const FreshHome home;
    QVERIFY(writePictures(home.path(QStringLiteral("photos")), 2));
    const QString labels = home.path(QStringLiteral("labels.json"));
    QFile file(labels);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(base::toJsonText(Json{{"images", {{{"id", 1}, {"file_name", "p00.png"}, {"width", 320}, {"height", 200}}}},
                                     {"annotations", {{{"id", 1}, {"image_id", 1}, {"category_id", 3}, {"bbox", {10, 20, 30, 40}}},
                                                      {{"id", 2}, {"image_id", 1}, {"category_id", 3}, {"bbox", {1, 2, -3, 4}}}}},
                                     {"categories", {{{"id", 3}, {"name", "car"}}}}}));
    file.close();
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    program.act("file.import");
    auto *dialog = program.part<workstation::ImportDialog>("importDialog");
    QVERIFY(dialog);
    dialog->setPath(labels);
    auto *button = dialog->findChild<QAbstractButton *>(QStringLiteral("importButton"));
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), 30'000);
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("importSummary"))->text().contains(QLatin1String("car")));
    QVERIFY2(program.document()->annotations().empty(), "counting must not store anything");
    // Formats with how sure and why; the picture with its label.
    auto *guesses = dialog->findChild<QListWidget *>(QStringLiteral("importGuesses"));
    QVERIFY(guesses->count() > 0);
    QVERIFY2(guesses->item(0)->text().contains(QLatin1Char(':')), qPrintable(guesses->item(0)->text()));
    auto *preview = dialog->findChild<workstation::ImportPreview *>(QStringLiteral("importPreview"));
    QTRY_COMPARE_WITH_TIMEOUT(preview->drawn(), 1, 30'000);
    QVERIFY(preview->accessibleDescription().contains(QLatin1String("p00.png")));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(program.document()->annotations().size(), std::size_t(1), 30'000);
    // The broken record is in the list of issues.
    auto *issues = program.part<QListView>("issueList");
    QVERIFY(issues->model()->rowCount() > 0);
}

void TestWorkstation::uncertainLabelsAreAskedAbout()
{
    const FreshHome home;
    const QString folder = home.path(QStringLiteral("photos"));
    QVERIFY(writePictures(folder, 2));
    QFile file(folder + QStringLiteral("/classes.yaml"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("names: [car, person]\n");
    file.close();
    Program program;
    QVERIFY(program.active());
    QVERIFY(drop(program.window(), {folder}, true));
    QVERIFY(program.waitForProject());
    QCOMPARE(program.window().queue().rowCount(), 2);
    QVERIFY2(program.document()->schema().classes.empty(), "what is not certain is not read");
    auto &notices = program.window().viewHost().notices();
    QTRY_VERIFY_WITH_TIMEOUT(notices.text().contains(QLatin1String("classes.yaml")), 30'000);
    QVERIFY(!program.part<QDialog>("importDialog"));
    QCOMPARE(notices.answers().size(), std::size_t(1));
    notices.answers().front().run();
    auto *dialog = program.part<QDialog>("importDialog");
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QLineEdit *>(QStringLiteral("importPath"))->text().endsWith(QLatin1String("classes.yaml")));
    auto *guesses = dialog->findChild<QListWidget *>(QStringLiteral("importGuesses"));
    QVERIFY(guesses->count() >= 1);
    dialog->close();
}

void TestWorkstation::exportSaysLossesFirst()
{
    const FreshHome home;
    QVERIFY(writePictures(home.path(QStringLiteral("photos")), 2));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.waitForPicture());
    auto &document = *program.document();
    auto schema = document.schema();
    model::addClass(schema, document.project().store().ids().make<ClassId>(), QStringLiteral("car"));
    auto change = document.gesture(QStringLiteral("Schema"));
    document.push(change.put(document.schema(), schema).take());
    QVERIFY(document.flush());
    document.reload();
    document.setCurrentClass(schema.classes.front().id);
    auto label = document.newAnnotation(geometry::Polygon{{{{{10, 10}, {100, 20}, {60, 90}}, {}}}});
    auto gesture = document.gesture(QStringLiteral("Draw"));
    document.push(gesture.create(label).take());
    QVERIFY(document.flush());

    program.act("file.export");
    auto *dialog = program.part<QDialog>("exportDialog");
    QVERIFY(dialog);
    auto *formats = dialog->findChild<QComboBox *>(QStringLiteral("exportFormat"));
    auto *button = dialog->findChild<QAbstractButton *>(QStringLiteral("exportButton"));
    auto *losses = dialog->findChild<QListWidget *>(QStringLiteral("exportLosses"));
    const int voc = formats->findData(QStringLiteral("voc"));
    QVERIFY(voc >= 0);
    formats->setCurrentIndex(voc);
    QVERIFY2(!button->isEnabled(), "nothing may be written before the losses are known");
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), 30'000);
    QVERIFY2(losses->count() > 0, "a polygon does not fit into VOC, and nobody said so");
    const QString folder = dialog->findChild<QLineEdit *>(QStringLiteral("exportFolder"))->text();
    QVERIFY(!QFileInfo::exists(folder));
    QTest::mouseClick(button, Qt::LeftButton);
    auto *open = dialog->findChild<QAbstractButton *>(QStringLiteral("openExportFolder"));
    QTRY_VERIFY_WITH_TIMEOUT(open->isVisible(), 30'000);
    QVERIFY(QFileInfo(folder).isDir());
    dialog->close();
}

void TestWorkstation::cannotLabelHasAReason()
{
    const FreshHome home;
    QVERIFY(writePictures(home.path(QStringLiteral("photos")), 2));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    const ItemId item = program.document()->item()->id;
    program.act("item.cannotLabel");
    auto *reasons = program.part<QListWidget>("cannotLabelReasons");
    QVERIFY(reasons && reasons->count() > 1);
    QTest::keyClick(reasons, Qt::Key_Down);
    const QString reason = reasons->currentItem()->data(Qt::UserRole).toString();
    QTest::keyClick(reasons, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(program.stateOf(item), model::TaskState::CannotLabel, 30'000);
    const auto task = program.document()->reader().task(workflow::annotateTask(item, program.document()->person().name));
    QVERIFY_RESULT(task);
    QCOMPARE((*task)->reason, reason);
}

void TestWorkstation::requiredAnswersAreAskedFor()
{
    const FreshHome home;
    QVERIFY(writePictures(home.path(QStringLiteral("photos")), 2));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.waitForPicture());
    auto &document = *program.document();
    auto schema = document.schema();
    model::addClass(schema, document.project().store().ids().make<ClassId>(), QStringLiteral("car"));
    model::Attribute asked;
    asked.key = QStringLiteral("occluded");
    asked.required = true;
    schema.attributes.push_back(asked);
    document.push(document.gesture(QStringLiteral("Schema")).put(document.schema(), schema).take());
    QVERIFY(document.flush());
    document.reload();
    document.setCurrentClass(schema.classes.front().id);
    program.act("image.tool.box");
    program.drag(0.4, 0.4, 0.6, 0.6);
    QCOMPARE(document.annotations().size(), std::size_t(1));
    const ItemId item = document.item()->id;
    program.act("item.submit");
    QVERIFY(program.window().viewHost().notices().text().contains(QLatin1String("occluded")));
    QVERIFY(document.selection().contains(document.annotations().front().id));
    auto *box = program.part<QComboBox>("attribute:occluded");
    QVERIFY(box && box->isVisible());
    box->setCurrentIndex(box->count() - 1);
    emit box->activated(box->count() - 1);
    QCOMPARE(document.annotations().front().attributes.at(QStringLiteral("occluded")), model::AttributeValue(model::CannotTell{}));
    program.act("item.submit");
    QTRY_COMPARE_WITH_TIMEOUT(program.stateOf(item), model::TaskState::Submitted, 30'000);
}

void TestWorkstation::paletteListsEveryAction()
{
    const FreshHome home;
    QVERIFY(writePictures(home.path(QStringLiteral("photos")), 1));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.active());
    program.key(Qt::Key_K, Qt::ControlModifier);
    auto *palette = program.part<actions::CommandPalette>("commandPalette");
    QTRY_VERIFY_WITH_TIMEOUT(palette->isVisible(), 30'000);
    QStringList ids;
    // Nobody reviews in a project of one.
    const auto &pages = workstation::projectPages();
    for (const auto &entry : program.window().registry().entries())
        if (std::none_of(pages.begin(), pages.end(),
                         [&](const workstation::ProjectPage &p) { return p.teamOnly && entry.id == QStringLiteral("window.") + p.id; }))
            ids.append(entry.id);
    QVERIFY(ids.size() > 60);
    QCOMPARE(palette->shownIds(), ids);
    for (const actions::Choice &choice : palette->choices()) {
        const QAction *action = program.window().registry().action(choice.id);
        QCOMPARE(choice.detail, program.window().registry().entry(choice.id)->keyText());
        QVERIFY2(!action->iconText().isEmpty(), qPrintable(choice.id));
    }
    QTest::keyClicks(palette->focusProxy(), QStringLiteral("next unf"));
    QCOMPARE(palette->shownIds().first(), QStringLiteral("item.nextUnfinished"));
    palette->close();
    QList<const QMenu *> menus;
    for (const QAction *menu : program.window().menuBar()->actions())
        menus.append(menu->menu());
    for (qsizetype i = 0; i < menus.size(); ++i) {
        QHash<QString, QString> letters;
        for (QAction *action : menus[i]->actions()) {
            // Every menu entry is in the registry, hence in the palette.
            if (action->menu())
                menus.append(action->menu());
            else
                QVERIFY2(action->isSeparator() || program.window().registry().action(action->objectName()) == action,
                         qPrintable(action->text()));
            // Of two entries with the same underlined letter the letter would choose neither.
            const QString letter = QKeySequence::mnemonic(action->text()).toString();
            QVERIFY2(letter.isEmpty() || !letters.contains(letter),
                     qPrintable(letters.value(letter) + QLatin1Char('/') + action->text()));
            letters.insert(letter, action->text());
        }
    }
    QVERIFY(menus.size() > program.window().menuBar()->actions().size());
}

void TestWorkstation::noTwoActionsShareAKey()
{
    const FreshHome home;
    QVERIFY(writePictures(home.path(QStringLiteral("photos")), 1));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QCOMPARE(program.window().registry().conflicts(), QStringList());
    // The view's own keys are all there: none was taken by the window.
    for (const extension::ViewAction &offered : program.window().viewHost().view()->actions()) {
        if (!offered.key.isEmpty() && offered.key != QKeySequence(Qt::Key_Space))
            QCOMPARE(program.window().registry().action(offered.id)->shortcut(), offered.key);
    }
}

void TestWorkstation::submitStaysInSight()
{
    const FreshHome home;
    QVERIFY(writePictures(home.path(QStringLiteral("photos")), 1));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.waitForPicture());
    program.window().resize(1000, 700);
    auto *submit = program.part<QToolButton>("submitButton");
    QTRY_VERIFY(submit->isVisible() && program.window().rect().contains(submit->mapTo(&program.window(), submit->rect().bottomRight())));
    QVERIFY(submit->width() >= submit->sizeHint().width());
}

void TestWorkstation::toolsOfAGroupShareAButton()
{
    const FreshHome home;
    QVERIFY(writePictures(home.path(QStringLiteral("photos")), 1));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.waitForPicture());
    QVERIFY(program.active());
    const auto groups = [&] {
        QList<QToolButton *> found = program.window().viewHost().toolBar().findChildren<QToolButton *>();
        found.removeIf([](const QToolButton *button) { return !button->menu() || !button->defaultAction(); });
        return found;
    };
    const auto buttonOf = [&](const char *tool) -> QToolButton * {
        for (QToolButton *button : groups())
            if (button->menu()->actions().contains(program.window().registry().action(QString::fromLatin1(tool))))
                return button;
        return nullptr;
    };
    QToolButton *boxes = buttonOf("image.tool.box");
    QVERIFY(boxes && boxes->isVisible());
    QCOMPARE(buttonOf("image.tool.rotated"), boxes);
    QCOMPARE(buttonOf("image.tool.ellipse"), boxes);
    QVERIFY(buttonOf("image.tool.polygon") && buttonOf("image.tool.polygon") != boxes);
    QVERIFY2(!buttonOf("image.tool.points"), "a tool without a group has a button of its own");
    const auto shows = [&](const char *tool) { return boxes->defaultAction() == program.window().registry().action(QString::fromLatin1(tool)); };
    QVERIFY(shows("image.tool.box"));

    // It shows the tool that was used last, pressed while it is in use.
    program.window().viewHost().focusView();
    program.key(Qt::Key_R);
    QVERIFY(shows("image.tool.rotated") && boxes->isChecked());
    program.key(Qt::Key_V);
    QVERIFY(shows("image.tool.rotated") && !boxes->isChecked());
    QTest::mouseClick(boxes, Qt::LeftButton, {}, QPoint(6, boxes->height() / 2));
    QCOMPARE(program.window().viewHost().view()->currentTool(), QStringLiteral("image.tool.rotated"));
    boxes->menu()->popup(boxes->mapToGlobal(QPoint(0, boxes->height())));
    QTRY_VERIFY(boxes->menu()->isVisible());
    QAction *ellipse = program.window().registry().action(QStringLiteral("image.tool.ellipse"));
    QTest::mouseClick(boxes->menu(), Qt::LeftButton, {}, boxes->menu()->actionGeometry(ellipse).center());
    QCOMPARE(program.window().viewHost().view()->currentTool(), QStringLiteral("image.tool.ellipse"));
    QVERIFY(shows("image.tool.ellipse") && boxes->isChecked());

    // Another schema brings the actions again; the buttons do not become more, and go on showing the tool in use.
    const auto before = groups().size();
    auto &document = *program.document();
    auto schema = document.schema();
    model::addClass(schema, document.project().store().ids().make<ClassId>(), QStringLiteral("car"));
    document.push(document.gesture(QStringLiteral("Schema")).put(document.schema(), schema).take());
    QTRY_COMPARE(groups().size(), before);
    boxes = buttonOf("image.tool.box");
    QVERIFY(boxes && shows("image.tool.ellipse") && boxes->isChecked());
}

void TestWorkstation::aPictureThatIsShownIsNotWaitedFor()
{
    const FreshHome home;
    QVERIFY(writePictures(home.path(QStringLiteral("photos")), 2));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.waitForPicture());
    // Again, with nothing on its way.
    QVERIFY(program.waitForPicture());
    // The next one is not taken for the one before.
    const ItemId first = program.document()->item()->id;
    program.act("item.next");
    QVERIFY(program.document()->item()->id != first);
    QVERIFY(program.waitForPicture());
    // What cannot be decoded is said.
    QFile broken(home.path(QStringLiteral("photos/p00.png")));
    QVERIFY(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QVERIFY(broken.write("no picture") > 0);
    broken.close();
    program.act("item.previous");
    QVERIFY(!program.waitForPicture());
}

void TestWorkstation::lettersBelongToTextFields()
{
    const FreshHome home;
    QVERIFY(writePictures(home.path(QStringLiteral("photos")), 3));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    QVERIFY(program.active());
    const ItemId item = program.document()->item()->id;
    program.key(Qt::Key_F, Qt::ControlModifier);
    auto *search = program.part<QLineEdit>("queueSearch");
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), search, 30'000);
    QTest::keyClicks(search, QStringLiteral("dab01"));
    QCOMPARE(search->text(), QStringLiteral("dab01"));
    QCOMPARE(program.document()->item()->id, item);
    search->clear();
    program.window().viewHost().focusView();
    program.key(Qt::Key_D);
    QTRY_VERIFY_WITH_TIMEOUT(program.document()->item()->id != item, 30'000);
}

void TestWorkstation::nothingLeavesTheNamedFolders()
{
    const FreshHome home;
    const QTemporaryDir elsewhere;
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", elsewhere.path().toUtf8());
    {
        Program program;
        program.workstation().settings().setTheme(QStringLiteral("light"));
        program.window().saveSession();
    }
    qputenv("HOME", before);
    QCOMPARE(QDir(elsewhere.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    QVERIFY(QFileInfo::exists(home.path(QStringLiteral("XDG_CONFIG_HOME/plumbline/plumbline.conf"))));
    QVERIFY(QFileInfo::exists(home.path(QStringLiteral("XDG_STATE_HOME/plumbline/session/window.json"))));
}

void TestWorkstation::chineseWindowIsChinese()
{
    const FreshHome home;
    QVERIFY(writePictures(home.path(QStringLiteral("photos")), 1));
    Program program({home.path(QStringLiteral("photos"))});
    QVERIFY(program.waitForProject());
    const ItemId item = program.document()->item()->id;
    program.workstation().settings().setLanguage(QStringLiteral("zh_CN"));
    QVERIFY(program.waitForProject());
    QCOMPARE(program.document()->item()->id, item);
    QStringList latin;
    for (const auto &entry : program.window().registry().entries()) {
        const QString title = entry.action->iconText();
        if (std::none_of(title.begin(), title.end(), [](QChar c) { return c.script() == QChar::Script_Han; }))
            latin.append(entry.id + QStringLiteral(": ") + title);
    }
    program.workstation().settings().setLanguage(QStringLiteral("en"));
    QCOMPARE(latin, QStringList());
}

QTEST_MAIN(TestWorkstation)
#include "tst_workstation.moc"
