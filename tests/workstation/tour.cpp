// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/docks.h"
#include "core/base/json.h"
#include "core/simulation/street.h"
#include "pageobjects.h"
#include "teampage.h"
#include "widgets/actions/keymapeditor.h"
#include "widgets/charts/calibrationgauge.h"
#include "widgets/panels/noticebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCommandLineParser>
#include <QDialog>
#include <QListWidget>
#include <QScreen>

using namespace plumbline;

namespace {

QString folder;

// Waits for what is drawn, then saves the whole screen: popups and dialogs are windows of their own.
void shot(const QString &name)
{
    QTest::qWait(400);
    const QPixmap picture = QGuiApplication::primaryScreen()->grabWindow(0);
    const QString path = QStringLiteral("%1/%2.png").arg(folder, name);
    if (!picture.save(path))
        qFatal("%s cannot be written", qPrintable(path));
    qInfo("%s", qPrintable(path));
}

// A simulated model stands in for a real one, so that the pictures do not depend on what is on the machine: the sample's
// scenes are known exactly, and it finds what is there, a little off and not quite all.
void addPredictions(document::Document &document)
{
    constexpr std::uint64_t sampleSeed = 1'000'003;  // of the first item, as workflow::makeDemo numbers them
    const QString number = document.item()->name.section(QLatin1Char('-'), 1).section(QLatin1Char('.'), 0, 0);
    const auto scene = simulation::makeStreet(sampleSeed + number.toULongLong() - 1);
    base::SeededRandom random(7);
    simulation::AnnotatorProfile model;
    model.missRate = 0.1;
    model.jitterPixels = 2;
    auto builder = document.gesture(QStringLiteral("Predictions"));
    for (const simulation::SimulatedLabel &label : simulation::annotate(scene, model, random).labels) {
        const model::LabelClass *labelClass = document.schema().find(label.className);
        if (!labelClass)
            continue;
        model::Annotation prediction = document.newAnnotation(label.geometry);
        prediction.layer = model::modelLayer(QStringLiteral("simulated"));
        prediction.labelClass = labelClass->id;
        prediction.score = random.uniform(0.45, 0.97);
        prediction.origin.kind = model::OriginKind::Model;
        prediction.origin.model = QStringLiteral("simulated");
        builder.create(prediction);
    }
    document.push(builder.take());
    document.flush();
}

// What a lead sees of the simulated team.
void showTeam(test::Program &program)
{
    test::TeamPage team(program);
    if (!team.open())
        qFatal("the team view did not open");
    team.view()->setGeometry(QGuiApplication::primaryScreen()->geometry());
    team.view()->table().choose(QStringLiteral("elena"));
    for (const QString &id : team.view()->pages()) {
        team.go(id);
        if (id == QLatin1String("drift"))
            team.chooseIn("driftOf", QStringLiteral("elena"));
        if (id == QLatin1String("pause")) {
            team.part<QCheckBox>("pauseOn")->setChecked(true);
            team.waitForFigures();
        }
        shot(QStringLiteral("team-") + id);
        if (id == QLatin1String("cohorts"))
            for (const int kind : {1, 2, 3}) {
                team.part<QComboBox>("cohortComparison")->setCurrentIndex(kind);
                shot(QStringLiteral("team-") + team.view()->chartPage()->chart().id);
            }
        if (id == QLatin1String("batches")) {
            team.part<QComboBox>("batchShow")->setCurrentIndex(1);
            shot(QStringLiteral("team-batch-errors"));
        }
    }
    team.view()->close();
    QTest::qWait(50);
}

}  // namespace

// Visits every page of the workstation and saves pictures of it; packaging/screenshots.sh runs it.
int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("theme"), QString(), QStringLiteral("name"), QStringLiteral("dark")});
    parser.addOption({QStringLiteral("language"), QString(), QStringLiteral("code"), QStringLiteral("en")});
    parser.addOption({QStringLiteral("team"), QStringLiteral("the team view alone")});
    parser.addPositionalArgument(QStringLiteral("folder"), QString());
    parser.process(application);
    folder = parser.positionalArguments().value(0, QStringLiteral("."));
    QDir().mkpath(folder);

    const test::FreshHome home;
    test::Program program;
    program.workstation().settings().setTheme(parser.value(QStringLiteral("theme")));
    program.workstation().settings().setLanguage(parser.value(QStringLiteral("language")));
    const auto show = [&] { program.window().setGeometry(QGuiApplication::primaryScreen()->geometry()); };
    show();
    program.press("sampleTile");
    if (!program.waitForProject() || !program.waitForPicture())
        qFatal("the sample project did not open");
    if (parser.isSet(QStringLiteral("team"))) {
        showTeam(program);
        return 0;
    }
    program.act("image.view.fit");
    addPredictions(*program.document());
    program.window().viewHost().focusView();
    shot(QStringLiteral("image-view"));
    program.act("image.next");
    program.act("image.next");
    shot(QStringLiteral("selection"));
    program.act("image.cancel");
    program.act("image.view.fit");
    quality::GaugeReading reading;
    reading.decisions = 38;
    reading.mean = 0.91;
    reading.interval = {0.86, 0.95};
    reading.enough = true;
    auto *gauge = program.part<charts::CalibrationGauge>("gauge");
    gauge->setReading(reading);
    shot(QStringLiteral("gauge"));
    program.act("window.gauge");
    shot(QStringLiteral("gauge-panel"));
    program.part<QWidget>("gaugePanel")->close();
    program.act("window.palette");
    shot(QStringLiteral("palette"));
    program.part<QWidget>("commandPalette")->close();
    program.act("item.cannotLabel");
    shot(QStringLiteral("cannot-label"));
    program.part<QWidget>("cannotLabelPopup")->close();
    program.act("label.class");
    shot(QStringLiteral("class-picker"));
    program.part<QWidget>("classChoices")->close();
    program.act("label.acceptAll");
    shot(QStringLiteral("accept-all"));
    if (const auto &answers = program.window().viewHost().notices().answers(); !answers.empty())
        answers.front().run();
    program.document()->flush();
    workstation::Docks::reveal(program.window().docks().find(QStringLiteral("historyDock")));
    shot(QStringLiteral("history"));
    workstation::Docks::reveal(program.window().docks().find(QStringLiteral("jobDock")));
    shot(QStringLiteral("jobs"));
    auto guideline = program.document()->gesture(QStringLiteral("Guideline"));
    guideline.setting(QStringLiteral("guideline"), Json(),
                      Json("# Street scenes\n\nBoxes touch the outermost pixels. What is hidden by less than half is drawn whole.\n\n"
                           "## car\n\n- Mirrors belong to the car.\n- Vans are cars, trucks are not.\n"));
    program.document()->push(guideline.take());
    program.document()->flush();
    program.act("window.help");
    shot(QStringLiteral("guideline"));
    program.act("window.layouts");
    shot(QStringLiteral("layouts"));
    program.part<QWidget>("layoutPopup")->close();
    program.act("window.float.annotation");
    shot(QStringLiteral("floating"));
    program.act("window.resetLayout");
    program.act("window.tour");
    shot(QStringLiteral("tour"));
    program.press("tourSkip");
    program.act("window.editKeys");
    QTest::qWait(300);
    auto *keys = program.part<actions::KeymapEditor>("keymapEditor");
    keys->choose(QStringLiteral("item.next"));
    QTest::mouseClick(program.part<QAbstractButton>("changeKey"), Qt::LeftButton);
    QTest::keyClick(program.part<QWidget>("keyCapture"), Qt::Key_F);
    shot(QStringLiteral("edit-keys"));
    program.part<QDialog>("settingsDialog")->close();
    QTest::qWait(50);
    for (const auto &[action, dialog, name] :
         {std::tuple{"file.export", "exportDialog", "export"}, std::tuple{"file.import", "importDialog", "import"},
          std::tuple{"window.settings", "settingsDialog", "settings"}, std::tuple{"label.model", "modelDialog", "models"},
          std::tuple{"window.keys", "keySheet", "keys"}}) {
        program.act(action);
        auto *opened = program.part<QDialog>(dialog);
        if (auto *formats = opened->findChild<QComboBox *>(QStringLiteral("exportFormat"))) {
            QTest::qWait(300);
            formats->setCurrentIndex(formats->findData(QStringLiteral("yolo")));
        }
        opened->move((program.window().width() - opened->width()) / 2, (program.window().height() - opened->height()) / 2);
        QTest::qWait(600);
        shot(QString::fromLatin1(name));
        opened->close();
        QTest::qWait(50);
    }
    showTeam(program);
    program.window().closeProject();
    show();
    shot(QStringLiteral("start"));
    return 0;
}
