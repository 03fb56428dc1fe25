// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/gaugepanel.h"
#include "app/workstation/teammodel.h"
#include "core/simulation/street.h"
#include "core/store/reader.h"
#include "core/workflow/demoproject.h"
#include "core/workflow/goldkeys.h"
#include "drivefiles.h"
#include "scenepage.h"
#include "signedinas.h"
#include "teampage.h"
#include "tests/support/verify.h"
#include "widgets/charts/calibrationgauge.h"
#include "widgets/panels/noticebar.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>

using namespace plumbline;
using test::DriveFiles;
using test::FreshHome;
using test::Hands;
using test::Program;
using test::ScenePage;
using workstation::TeamModel;

namespace {

constexpr std::uint64_t seed = 3;
constexpr int pictureCount = 80;
const QString modelName = QStringLiteral("simulated");
constexpr std::int64_t enoughPoints = 60;
// The scenes of the queue, in its order.
enum class ScenePlan { Practice, Blind, Ordinary };
constexpr ScenePlan scenePlans[] = {ScenePlan::Practice, ScenePlan::Blind, ScenePlan::Ordinary, ScenePlan::Blind};

}  // namespace

/// Calibration as the two people see it that it is for, by key and mouse events in a real window: an annotator labels a queue with
/// practice and blind gold and watches the gauge; a lead opens the team view. docs/calibration-session.md is this session.
class TestCalibrationSession : public QObject
{
    Q_OBJECT

    std::unique_ptr<FreshHome> m_home;
    std::unique_ptr<Program> m_program;
    std::unique_ptr<Hands> m_hands;
    std::vector<std::unique_ptr<DriveFiles>> m_drives;
    QString m_folder;
    QString m_me = store::operatingSystemPerson().name;
    base::SeededRandom m_random{11};
    int m_mistakes = 0;
    int m_handedIn = 0;

    [[nodiscard]] document::Document &document() const { return *m_program->document(); }
    [[nodiscard]] Hands &hands() const { return *m_hands; }
    [[nodiscard]] charts::CalibrationGauge &gauge() const { return *m_program->part<charts::CalibrationGauge>("gauge"); }

    // What the demo painted there.
    [[nodiscard]] static simulation::StreetScene sceneOf(const QString &name)
    {
        const QString number = name.section(QLatin1Char('-'), 1).section(QLatin1Char('.'), 0, 0);
        return simulation::makeStreet(seed * 1'000'003 + number.toULongLong() - 1);
    }

    // Everything that is no gesture of the two: a guideline, and what a model found on some pictures.
    static Result<> prepare(store::Project &project)
    {
        const auto reader = project.store().reader();
        const auto schema = (*reader)->schema();
        if (!schema)
            return fail(schema.error());
        history::GestureBuilder builder(project.store().ids().make<GestureId>(), QStringLiteral("Prepare"));
        builder.setting(QStringLiteral("guideline"), Json(), Json("Boxes touch the outermost pixels."));
        int number = 0;
        const auto visited = (*reader)->visitItems([&](const model::Item &item) -> Result<> {
            constexpr int every = 4;
            if (++number % every != 0)
                return {};
            const auto accepted = (*reader)->annotations({item.id, model::acceptedLayer()});
            if (!accepted || !accepted->empty())
                return {};
            base::SeededRandom random(static_cast<std::uint64_t>(number));
            simulation::AnnotatorProfile machine;
            machine.missRate = 0.1;
            machine.wrongClassRate = 0.15;
            machine.jitterPixels = 2;
            for (const simulation::SimulatedLabel &label : simulation::annotate(sceneOf(item.name), machine, random).labels) {
                model::Annotation prediction;
                prediction.id = project.store().ids().make<AnnotationId>();
                prediction.item = item.id;
                prediction.layer = model::modelLayer(modelName);
                prediction.labelClass = schema->find(label.className)->id;
                prediction.geometry = label.geometry;
                prediction.score = random.uniform(0.6, 0.97);
                prediction.origin.kind = model::OriginKind::Model;
                prediction.origin.by = prediction.origin.model = modelName;
                builder.create(prediction);
            }
            return {};
        });
        if (!visited)
            return visited;
        const auto done = store::wait(project.store().commit(builder.take(), QStringLiteral("ada")));
        return done ? Result<>() : fail(done.error());
    }

    // Short drives, two sweeps each.
    [[nodiscard]] bool writeDrives()
    {
        for (std::size_t i = 0; i < std::size(scenePlans); ++i) {
            simulation::LidarDriveOptions options;
            options.sweeps = 2;
            options.cars = 3;
            options.trucks = 1;
            options.pedestrians = options.cyclists = 1;
            m_drives.push_back(std::make_unique<DriveFiles>(seed + i, options));
            if (!m_drives.back()->write(m_home->path(QStringLiteral("drive-%1").arg(i + 1))))
                return false;
        }
        return true;
    }
    [[nodiscard]] std::vector<model::Item> scenes() const
    {
        std::vector<model::Item> list;
        const auto reader = document().project().store().reader();
        (void)(*reader)->visitItems([&](const model::Item &item) -> Result<> {
            if (item.kind == model::ItemKind::Scene)
                list.push_back(item);
            return {};
        });
        return list;
    }
    // The truth of a drive as labels of a layer, every frame.
    [[nodiscard]] std::vector<model::Annotation> truthOf(const DriveFiles &drive, const model::Scene &scene,
                                                         const QString &layer) const
    {
        std::vector<model::Annotation> labels;
        for (int frame = 0; frame < drive.frames(); ++frame)
            for (const auto &truth : drive.sweep(frame).truth) {
                if (truth.points < enoughPoints)
                    continue;
                model::Annotation label;
                label.id = document().project().store().ids().make<AnnotationId>();
                label.item = scene.item;
                label.layer = layer;
                label.labelClass =
                    document().schema().find(classOf(drive.actors()[static_cast<std::size_t>(truth.actor)].className))->id;
                label.frame = model::FrameRef{
                    QStringLiteral("top"), frame, scene.frames[static_cast<std::size_t>(frame)].microseconds, {1, 1'000'000}, {}};
                geometry::Cuboid cuboid = truth.cuboid;
                cuboid.coordinateFrame = QStringLiteral("top");
                label.geometry = cuboid;
                labels.push_back(std::move(label));
            }
        return labels;
    }
    // What the drive's people and riders are in the street's classes.
    [[nodiscard]] static QString classOf(const QString &actor)
    {
        return actor == QLatin1String("pedestrian") ? QStringLiteral("person")
               : actor == QLatin1String("cyclist")  ? QStringLiteral("bicycle")
                                                    : actor;
    }

    [[nodiscard]] Result<> giveMeTheRole(const QString &role)
    {
        const auto project = store::Project::open(m_folder, store::Project::Access::Write);
        if (!project)
            return fail(project.error());
        const auto members = (*(*project)->store().reader())->members();
        if (!members)
            return fail(members.error());
        history::GestureBuilder builder((*project)->store().ids().make<GestureId>(), QStringLiteral("Role"));
        for (const model::Member &member : *members)
            if (member.name == m_me) {
                model::Member other = member;
                other.role = role;
                other.cohort = QStringLiteral("in-house");
                builder.put(&member, other);
            }
        const auto done = store::wait((*project)->store().commit(builder.take(), QStringLiteral("ada")));
        return done ? Result<>() : fail(done.error());
    }

    [[nodiscard]] bool openAs(const char *role)
    {
        m_hands.reset();
        m_program.reset();
        if (const auto given = giveMeTheRole(QString::fromLatin1(role)); !given) {
            qWarning("%s", qPrintable(given.error().text));
            return false;
        }
        m_program = std::make_unique<Program>(QStringList{m_folder});
        m_program->window().setGeometry(
            QRect(QPoint(), QSize(1280, 800)).intersected(QGuiApplication::primaryScreen()->geometry()));
        m_hands = std::make_unique<Hands>(*m_program);
        return m_program->active() && m_program->waitForProject() && m_program->waitForPicture();
    }

    // A box around everything in the picture, by the mouse; now and then with the wrong class, or none. What a model found is taken
    // over first, whatever it is.
    void labelThePicture(bool careless = false)
    {
        const simulation::StreetScene scene = sceneOf(document().item()->name);
        hands().keys({"Esc", "F"});
        bool suggested = false;
        for (const model::Annotation &annotation : document().annotations())
            suggested = suggested || (model::isModelLayer(annotation.layer) && annotation.verdict == model::Verdict::None);
        int mistakes = 0;
        if (suggested) {
            hands().keys({"Ctrl+G", "Return"});
            m_program->window().viewHost().focusView();
        }
        for (std::size_t i = 0; i < scene.objects.size() && !suggested; ++i) {
            const simulation::StreetObject &object = scene.objects[i];
            if (m_random.uniform() < 0.06 || (careless && i == 0)) {
                ++mistakes;
                continue;
            }
            const auto classes = simulation::streetClasses();
            qsizetype labelClass = classes.indexOf(object.className);
            if (m_random.uniform() < 0.05) {
                ++mistakes;
                labelClass = (labelClass + 1) % classes.size();
            }
            const auto box = object.byOutline ? *geometry::boundsOf(object.outline) : object.visible;
            hands().key("Esc");
            hands().key(QByteArray::number(labelClass + 1).constData());
            hands().key("B");
            hands().drag({{box.x, box.y}, {box.right(), box.bottom()}});
        }
        // Sure of most pictures, less of those with much in them.
        const int sure = mistakes > 0 && m_random.uniform() < 0.6 ? 3 : m_random.uniform() < 0.7 ? 5 : 4;
        hands().keys({"Esc", "V", "Esc"});
        hands().key(QByteArray("Alt+").append(QByteArray::number(sure)).constData());
        m_mistakes += mistakes;
    }

    // A cuboid around everything that enough points hit: from above, fitted to the points, and into the second sweep. The first
    // `leftOut` of them are left out.
    void labelTheScene(const DriveFiles &drive, int leftOut)
    {
        ScenePage page(*m_program, hands());
        const auto arrived = [&] { return page.shows(drive.sweep(page.frame()).positions.size()); };
        QVERIFY(QTest::qWaitFor([&] { return document().scene() && m_program->part<QWidget>("sceneSurface"); }, 30000));
        m_program->window().activateWindow();
        QVERIFY(m_program->active() && arrived());
        const auto classes = simulation::streetClasses();
        for (int actor = 0; actor < static_cast<int>(drive.actors().size()); ++actor) {
            const auto frames = drive.framesOf(actor, enoughPoints);
            if (frames.empty() || frames.front() != 0)
                continue;
            if (leftOut-- > 0)
                continue;
            page.goTo(0);
            QVERIFY(arrived());
            page.lookDownOn(drive.truth(actor, 0)->cuboid.centre, 26);
            hands().key("Esc");
            const auto number = classes.indexOf(classOf(drive.actors()[static_cast<std::size_t>(actor)].className)) + 1;
            hands().key(QByteArray::number(number).constData());
            hands().key("C");
            page.drawFootprint(drive.truth(actor, 0)->cuboid, 0.2);
            hands().keys({"V", "J", "W"});
            hands().key("Ctrl+Shift+Right");
        }
        hands().keys({"Esc", "V", "Esc", "F", "Alt+4"});
    }

    // True when it is handed in; practice explains what was different and waits.
    [[nodiscard]] bool handIn()
    {
        const ItemId item = document().item()->id;
        hands().key("Ctrl+Return");
        test::confirmGuideline(*m_program, hands());
        ++m_handedIn;
        return QTest::qWaitFor([&] { return m_program->stateOf(item) == model::TaskState::Submitted; }, 30000);
    }
    [[nodiscard]] bool goesOn(ItemId from)
    {
        auto *practice = m_program->part<QWidget>("practicePanel");
        const auto left = [&] { return document().item()->id != from; };
        if (!QTest::qWaitFor([&] { return left() || practice->isVisible(); }, 30000))
            return false;
        if (practice->isVisible())
            hands().click(m_program->part<QWidget>("practiceGoOn"));
        return QTest::qWaitFor(left, 30000) && m_program->waitForPicture();
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
        m_home = std::make_unique<FreshHome>();
        qputenv("PLUMBLINE_GOLD_FOLDER", m_home->path(QStringLiteral("keys")).toUtf8());
        m_folder = m_home->path(QStringLiteral("streets.plumb"));
        QVERIFY_RESULT(workflow::makeDemo(m_folder, {pictureCount, seed}, {}));
        QVERIFY(m_me == QLatin1String("mara"));
        QVERIFY(writeDrives());
        const auto project = store::Project::open(m_folder, store::Project::Access::Write);
        QVERIFY_RESULT(project);
        QVERIFY_RESULT(prepare(**project));
    }
    void cleanupTestCase()
    {
        m_hands.reset();
        m_program.reset();
        m_home.reset();
    }

    // The lead adds four scenes and makes keys of what is known about three of them.
    void a0_scenes()
    {
        QVERIFY(openAs("lead"));
        QStringList folders;
        for (std::size_t i = 0; i < m_drives.size(); ++i)
            folders << m_home->path(QStringLiteral("drive-%1").arg(i + 1));
        QVERIFY(hands().drop(folders));
        QVERIFY(QTest::qWaitFor([&] { return scenes().size() == m_drives.size(); }, 60000));
        const QString layer = QStringLiteral("reference");
        auto &project = document().project();
        // What half hidden things measure is agreed on beforehand.
        model::Schema schema = document().schema();
        ++schema.version;
        for (model::LabelClass &labelClass : schema.classes)
            for (const auto &[name, size] : {std::pair<const char *, std::array<double, 3>>("car", {4.4, 1.8, 1.6}),
                                             {"truck", {8.5, 2.5, 3.2}},
                                             {"person", {0.7, 0.7, 1.75}},
                                             {"bicycle", {1.8, 0.7, 1.7}}})
                if (labelClass.name == QLatin1String(name))
                    labelClass.convention.sizePriorMetres = size;
        history::GestureBuilder sizes(project.store().ids().make<GestureId>(), QStringLiteral("Schema"));
        sizes.put(document().schema(), schema);
        QVERIFY_RESULT(store::wait(project.store().commit(sizes.take(), QStringLiteral("ada"))));
        const auto items = scenes();
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (scenePlans[i] == ScenePlan::Ordinary)
                continue;
            const auto scene = (*project.store().reader())->scene(items[i].id);
            QVERIFY_RESULT(scene);
            const auto labels = truthOf(*m_drives[i], **scene, layer);
            QVERIFY2(labels.size() >= 4, qPrintable(QString::number(labels.size())));
            history::GestureBuilder drawn(project.store().ids().make<GestureId>(), QStringLiteral("Reference"));
            history::GestureBuilder gone(project.store().ids().make<GestureId>(), QStringLiteral("Reference"));
            for (const model::Annotation &label : labels)
                drawn.create(label);
            QVERIFY_RESULT(store::wait(project.store().commit(drawn.take(), QStringLiteral("ada"))));
            workflow::LayerKeys wanted;
            wanted.layer = layer;
            wanted.items = {items[i].id};
            wanted.kind = scenePlans[i] == ScenePlan::Practice ? workflow::GoldKind::Practice : workflow::GoldKind::Blind;
            IssueList issues;
            const auto keys = workflow::keysFromLayer(project, wanted, issues);
            QVERIFY_RESULT(keys);
            QVERIFY_RESULT(workflow::changeKeys(project, *keys));
            for (const model::Annotation &label : labels)
                gone.remove(label);
            QVERIFY_RESULT(store::wait(project.store().commit(gone.take(), QStringLiteral("ada"))));
        }
    }

    // Practice: open gold, explained at once. The gauge begins to speak after five.
    void a1_practice()
    {
        QVERIFY(openAs("annotator"));
        QVERIFY(!m_program->window().registry().action(QStringLiteral("window.team"))->isVisible());
        QCOMPARE(gauge().text(), QStringLiteral("not enough checks yet"));
        bool explained = false;
        for (int done = 0; done < pictureCount / 10; ++done) {
            const ItemId item = document().item()->id;
            labelThePicture(done == 5);
            QVERIFY(handIn());
            auto *practice = m_program->part<QWidget>("practicePanel");
            QVERIFY(QTest::qWaitFor([&] { return practice->isVisible() || document().item()->id != item; }, 30000));
            if (practice->isVisible() && done == 5) {
                explained = true;
                QVERIFY(m_program->part<QListWidget>("practiceRemarks")->count() > 0);
                hands().shot("calibration-practice");
            }
            if (done < 4)
                QCOMPARE(gauge().text(), QStringLiteral("not enough checks yet"));
            QVERIFY(goesOn(item));
        }
        QVERIFY(explained);
        QVERIFY2(QTest::qWaitFor([&] { return gauge().reading().decisions == 8; }, 30000), qPrintable(gauge().text()));
    }

    // Ordinary work with blind gold in it: the gauge stands still, whatever was gold, and moves by blocks of five.
    void a2_ordinaryWork()
    {
        const auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(document().project().id()));
        QVERIFY_RESULT(gold);
        int blind = 0;
        int moved = 0;
        std::int64_t before = gauge().reading().decisions;
        while (true) {
            // What is accepted already lies between.
            if (m_program->stateOf(document().item()->id) != model::TaskState::ToDo)
                hands().key("N");
            if (document().item()->kind == model::ItemKind::Scene)
                break;
            if (!m_program->waitForPicture() || m_program->stateOf(document().item()->id) != model::TaskState::ToDo)
                break;
            const ItemId item = document().item()->id;
            const auto key = (*gold)->key(item);
            QVERIFY_RESULT(key);
            labelThePicture();
            // Half way the lead writes another guideline.
            if (m_handedIn == 30) {
                history::GestureBuilder builder(document().project().store().ids().make<GestureId>(),
                                                QStringLiteral("Guideline"));
                builder.setting(QStringLiteral("guideline"), Json("Boxes touch the outermost pixels."),
                                Json("Boxes touch the outermost pixels. What is hidden by less than half is drawn whole."));
                QVERIFY_RESULT(store::wait(document().project().store().commit(builder.take(), QStringLiteral("ada"))));
                document().reload();
            }
            QVERIFY(handIn());
            const std::int64_t now = gauge().reading().decisions;
            QVERIFY2(now == before || now == before + 5, qPrintable(QStringLiteral("%1 %2").arg(before).arg(gauge().text())));
            moved += now != before;
            blind += key->has_value() && now == before;
            before = now;
            // The last one stays.
            (void)QTest::qWaitFor([&] { return document().item()->id != item; }, 2000);
        }
        QVERIFY2(m_handedIn >= 55, qPrintable(QString::number(m_handedIn)));
        QVERIFY2(blind >= 10, qPrintable(QString::number(blind)));
        QCOMPARE(moved, 1);
        QVERIFY(m_mistakes > 5);
        hands().shot("calibration-gauge");
    }

    // Scenes: one for practice, two hidden checks, one that is none. Practice moves the gauge by one, the others do not.
    void a2_scenes()
    {
        const auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(document().project().id()));
        QVERIFY_RESULT(gold);
        const auto items = scenes();
        std::int64_t before = gauge().reading().decisions;
        for (std::size_t i = 0; i < items.size(); ++i) {
            QCOMPARE(document().item()->id, items[i].id);
            const ScenePlan plan = scenePlans[i];
            labelTheScene(*m_drives[i], plan == ScenePlan::Ordinary ? 0 : 1);
            if (QTest::currentTestFailed())
                return;
            if (i == 1)
                hands().shot("calibration-scene");
            QVERIFY(handIn());
            auto *practice = m_program->part<QWidget>("practicePanel");
            if (plan == ScenePlan::Practice) {
                QVERIFY(QTest::qWaitFor([&] { return practice->isVisible(); }, 30000));
                const auto *remarks = m_program->part<QListWidget>("practiceRemarks");
                QVERIFY(remarks->count() > 0 && remarks->item(0)->text().contains(QLatin1String("rame ")));
                hands().shot("calibration-scene-practice");
                QVERIFY(QTest::qWaitFor([&] { return gauge().reading().decisions == before + 1; }, 30000));
                before = gauge().reading().decisions;
                QVERIFY(goesOn(items[i].id));
            } else {
                QVERIFY(!practice->isVisible());
                QCOMPARE(gauge().reading().decisions, before);
                (void)QTest::qWaitFor([&] { return document().item()->id != items[i].id; }, 2000);
            }
        }
        // What the lead knows of them.
        const auto outcomes = (*gold)->outcomes(m_me);
        QVERIFY_RESULT(outcomes);
        int checked = 0;
        for (const auto &scored : *outcomes) {
            const auto at = std::find_if(items.begin(), items.end(), [&](const auto &item) { return item.id == scored.item; });
            if (at == items.end())
                continue;
            ++checked;
            qInfo("%s: %lld right, %lld missed, %lld too far off, %lld invented", qPrintable(at->name),
                  static_cast<long long>(scored.outcome->right), static_cast<long long>(scored.outcome->missed),
                  static_cast<long long>(scored.outcome->loose), static_cast<long long>(scored.outcome->invented));
            QVERIFY2(scored.outcome->right >= 2 && scored.outcome->missed >= 1,
                     qPrintable(QStringLiteral("%1 right, %2 missed, %3 loose, %4 invented")
                                    .arg(scored.outcome->right)
                                    .arg(scored.outcome->missed)
                                    .arg(scored.outcome->loose)
                                    .arg(scored.outcome->invented)));
            QVERIFY(scored.outcome->cuboids.count > 0);
        }
        QCOMPARE(checked, 3);
    }

    // The panel behind the gauge.
    void a3_panel()
    {
        hands().click(&gauge());
        auto *panel = m_program->part<workstation::GaugePanel>("gaugePanel");
        QVERIFY(panel && QTest::qWaitForWindowExposed(panel));
        auto *tabs = panel->findChild<QTabWidget *>(QStringLiteral("gaugeTabs"));
        auto *method = tabs->widget(0)->findChild<QLabel *>(QStringLiteral("chartMethod"));
        QVERIFY(QTest::qWaitFor([&] { return method->text().contains(QLatin1String("Guideline: version 2 on ")); }, 30000));
        QVERIFY(!method->text().contains(QLatin1String("version 1")));
        auto *figures = tabs->widget(0)->findChild<QTableView *>(QStringLiteral("chartTable"));
        QCOMPARE(figures->model()->rowCount(), 6);  // from the fifth practice picture on, one block, the practice scene
        hands().shot("calibration-panel");
        hands().click(tabs->tabBar(), tabs->tabBar()->tabRect(1).center());
        QVERIFY(panel->findChild<QTableView *>(QStringLiteral("gaugePractice"))->model()->rowCount() > 0);
        hands().click(tabs->tabBar(), tabs->tabBar()->tabRect(2).center());
        QVERIFY(tabs->widget(2)
                    ->findChild<QLabel *>(QStringLiteral("chartMethod"))
                    ->text()
                    .startsWith(QLatin1String("9 practice items")));
        hands().click(panel->findChild<QWidget *>(QStringLiteral("gaugeClose")));
        m_program->window().activateWindow();
        QVERIFY(m_program->active());
    }

    // The lead, by the palette.
    void b1_team()
    {
        QVERIFY(openAs("lead"));
        hands().key("Ctrl+K");
        hands().type("team");
        hands().key("Return");
        test::TeamPage team(*m_program);
        QVERIFY(QTest::qWaitFor([&] { return team.view() && team.view()->ready(); }, 60000));
        team.view()->setGeometry(m_program->window().geometry());
        auto *table = team.part<QTableView>("teamTable");
        const auto row = [&] {
            for (int i = 0; i < team.rows().rowCount(); ++i)
                if (team.rows().index(i, TeamModel::Name).data().toString() == m_me)
                    return i;
            return -1;
        };
        QVERIFY(row() >= 0);
        table->scrollTo(team.rows().index(row(), 0), QAbstractItemView::PositionAtCenter);
        hands().click(table->viewport(), table->visualRect(team.rows().index(row(), 0)).center());
        QCOMPARE(table->currentIndex().row(), row());
        // The pictures behind the figure, with what was wrong in them.
        auto *evidence = team.part<QTableView>("evidenceTable")->model();
        QVERIFY(evidence->rowCount() > 3);
        QVERIFY(evidence->index(0, 0).data().toString().startsWith(QLatin1String("street-")));
        const auto behind = [&](const char *name) {
            for (int i = 0; i < evidence->rowCount(); ++i)
                if (evidence->index(i, 0).data().toString().startsWith(QLatin1String(name)))
                    return true;
            return false;
        };
        QVERIFY(behind("drive-"));
        hands().shot("calibration-team");
    }

    void b2_charts()
    {
        test::TeamPage team(*m_program);
        auto *list = team.part<QListWidget>("teamPages");
        const auto go = [&](const char *id) {
            const auto row = static_cast<int>(team.view()->pages().indexOf(QLatin1String(id)));
            hands().click(list->viewport(), list->visualItemRect(list->item(row)).center());
            QVERIFY(QTest::qWaitFor([&] { return !team.view()->computing(); }, 60000));
            QCOMPARE(team.view()->page(), QLatin1String(id));
        };
        const auto chart = [&] { return team.view()->chartPage()->chart(); };
        go("drift");
        team.chooseIn("driftOf", m_me);
        // Limits for what is accepted of this person are computed aside.
        QVERIFY(QTest::qWaitFor([&] { return !team.view()->computing(); }, 60000));
        QVERIFY2(chart().method.contains(QStringLiteral("Guideline: version 2 on ")), qPrintable(chart().method));
        const auto lines = chart().lines;
        QVERIFY(std::any_of(lines.begin(), lines.end(),
                            [](const auto &line) { return line.name.startsWith(QLatin1String("guideline 2")); }));
        hands().shot("calibration-drift");
        go("confidence");
        QVERIFY(chart().empty.isEmpty() && chart().diagonal);
        hands().shot("calibration-reliability");
        go("cohorts");
        team.chooseIn("cohortComparison", QStringLiteral("Shared items, mixed model"));
        QVERIFY(chart().empty.isEmpty());
        hands().shot("calibration-cohorts");
        go("batches");
        team.chooseIn("batchPeriod", QStringLiteral("its week"));
        QVERIFY(QTest::qWaitFor([&] { return !team.view()->computing(); }, 60000));
        QVERIFY(chart().empty.isEmpty());
        hands().shot("calibration-batches");
        go("prelabels");
        QCOMPARE(chart().names, QStringList{m_me});
        hands().shot("calibration-predictions");
        go("gold");
        hands().shot("calibration-what-if-gold");
        go("pause");
        team.chooseIn("pauseKind", QStringLiteral("Sequential test"));
        team.waitForFigures();
        hands().click(team.part<QWidget>("pauseOn"), QPoint(8, team.part<QWidget>("pauseOn")->height() / 2));
        QVERIFY(team.part<QCheckBox>("pauseOn")->isChecked());
        team.waitForFigures();
        hands().shot("calibration-what-if-pauses");
        qInfo("%d gestures by the lead", hands().gestures());
    }
};

QTEST_MAIN(TestCalibrationSession)
#include "tst_calibrationsession.moc"
