// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/compareedit.h"
#include "comparepage.h"
#include "plugins/views/scene/scenesurface.h"
#include "signedinas.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace plumbline;
using adjudication::Why;
using geometry::Box;
using workstation::CaseState;
using workstation::CompareView;

/// Choosing between the work of three annotators in the real window, by keys.
class TestCompare : public test::ComparePage
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
        qstrncpy(test::signedInAs, "mara", sizeof(test::signedInAs));
    }
    void init()
    {
        m_home = std::make_unique<test::FreshHome>();
        qputenv("PLUMBLINE_GOLD_FOLDER", m_home->path(QStringLiteral("keys")).toUtf8());
    }
    void cleanup()
    {
        if (m_program) {
            const auto reader = m_program->document()->project().store().reader();
            QCOMPARE((*reader)->verify({}).value(), QStringList());
        }
        m_program.reset();
        m_team.reset();
        m_home.reset();
    }

    void decidedByKeys()
    {
        makeTeam(3);
        const ItemId item = addStreet(QStringLiteral("crossing.png"));
        m_team->propose(item, m_team->van, off(disputed, 2), 0.83);
        m_team->submit(item);
        const ItemId second = addStreet(QStringLiteral("avenue.png"));
        m_team->submit(second);
        open();
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(view()->queue().size(), std::size_t(2));
        QVERIFY(view()->comparison());
        QVERIFY(view()->comparison()->blind);
        const ItemId first = view()->comparison()->item.id;
        QCOMPARE(first, item);
        QVERIFY(pictured());
        QCOMPARE(canvases().size(), std::size_t(3));

        // Four differences, and what all agree on after them. Names of people are nowhere.
        QCOMPARE(cases().counts().differences, 4);
        QCOMPARE(cases().counts().open, 4);
        QCOMPARE(cases().rowCount(), 5);
        QCOMPARE(cases().stateAt(4), CaseState::Agreed);
        for (const auto &label : view()->findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(QLatin1String("anna")), qPrintable(label->text()));
        for (auto *header : view()->panes().headers())
            QVERIFY(!header->content().title.contains(QLatin1String("anna")));
        shot("compare-side-by-side");

        // What moves one pane moves all.
        auto *canvas = canvases()[1];
        canvas->zoomAbout(QPointF(canvas->width() / 2.0, canvas->height() / 2.0), 1.5);
        QVERIFY(QTest::qWaitFor([&] { return std::abs(canvases()[0]->view().scale - canvas->view().scale) < 1e-9; }, 2000));
        QCOMPARE(canvases()[2]->view().scale, canvas->view().scale);

        // Steps go round through the differences alone.
        const int from = current();
        std::set<int> seen;
        for (int i = 0; i < 4; ++i) {
            seen.insert(current());
            key(Qt::Key_Tab);
        }
        QCOMPARE(current(), from);
        QCOMPARE(seen, (std::set<int>{0, 1, 2, 3}));
        key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(current(), (from + 3) % 4);

        // One has it not: whoever that is, the letter says it.
        go(rowAt(missed));
        QCOMPARE(shown().why, Why::Missing);
        QCOMPARE(shown().absent.size(), std::size_t(1));
        const std::size_t without = shown().absent.front();
        QVERIFY(view()->panes().headers()[without]->content().absent);
        const auto *marked = canvases()[without == 0 ? 1 : 0];
        QCOMPARE(marked->selected().size(), 1);
        const Box seenBox = marked->scene().find(*marked->selected().begin())->bounds;
        QVERIFY(QRectF(marked->rect()).contains(marked->view().rectOf(seenBox)));
        QVERIFY(marked->view().rectOf(seenBox).width() > std::min(marked->width(), marked->height()) / 4.0);
        part<QLineEdit>("compareNote")->setText(QStringLiteral("only a shadow"));
        const Uuid noCase = shown().id;
        key(Qt::Key_X);
        QVERIFY(settled());
        QCOMPARE(cases().stateAt(cases().rowOf(noCase)), CaseState::Ruled);
        QCOMPARE(cases().at(cases().rowOf(noCase))->rulings.front().note, QStringLiteral("only a shadow"));

        // The class: the version of a pane by its number.
        go(rowAt(disputed));
        QCOMPARE(shown().why, Why::Class);
        std::size_t said = 0;
        for (const auto &version : shown().versions)
            if (version.label.labelClass == m_team->van)
                said = version.source;
        const Uuid vanCase = shown().id;
        key(static_cast<Qt::Key>(Qt::Key_1 + int(said)));
        QVERIFY(settled());
        QCOMPARE(cases().stateAt(cases().rowOf(vanCase)), CaseState::Ruled);
        go(cases().rowOf(vanCase));
        QVERIFY(view()->panes().headers()[said]->content().chosen);
        QVERIFY(text("compareRulings").contains(QLatin1String("You")));

        // Taken back, and decided again.
        QVERIFY(accepted(item).size() == 1);
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(settled());
        QCOMPARE(cases().stateAt(cases().rowOf(vanCase)), CaseState::Open);
        QVERIFY(accepted(item).empty());
        go(cases().rowOf(vanCase));
        key(static_cast<Qt::Key>(Qt::Key_1 + int(said)));
        QVERIFY(settled());

        // Merged, all in one picture.
        go(rowAt(loose));
        key(Qt::Key_O);
        QVERIFY(pictured());
        QCOMPARE(canvases().size(), std::size_t(1));
        shot("compare-overlay");
        QVERIFY(canvases().front()->selected().size() == 3);
        key(Qt::Key_M);
        QVERIFY(settled());
        key(Qt::Key_O);
        QCOMPARE(canvases().size(), std::size_t(3));
        QCOMPARE(part<QListWidget>("compareItems")->item(0)->toolTip().contains(QLatin1String("1 open")), true);

        // What a model said and what is accepted so far, beside them.
        go(rowAt(disputed));
        key(Qt::Key_L);
        key(Qt::Key_A);
        QVERIFY(part<QToolButton>("compareModel")->isChecked());
        QCOMPARE(canvases().size(), std::size_t(5));
        QVERIFY(pictured());
        QVERIFY(view()->panes().headers()[3]->content().said.contains(QLatin1String("0.83")));
        shot("compare-all");
        key(Qt::Key_L);
        key(Qt::Key_A);
        QCOMPARE(canvases().size(), std::size_t(3));

        // Ending it now says what is missing.
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(settled());
        QVERIFY(part<QLabel>("compareProblem")->isVisible());
        QCOMPARE(view()->comparison()->item.id, item);

        // Changed: another width.
        go(rowAt(painted));
        QCOMPARE(shown().why, Why::Values);
        QVERIFY(text("compareDetails").contains(QLatin1String("red")));
        const Uuid paintedCase = shown().id;
        key(Qt::Key_E);
        auto *form = part<workstation::CompareEdit>("compareEdit");
        QVERIFY(form->isVisible());
        QCOMPARE(canvases().size(), std::size_t(4));
        const auto numbers = form->findChildren<QDoubleSpinBox *>();
        QCOMPARE(numbers.size(), 4);
        numbers[2]->setValue(90);
        QCOMPARE(std::get<Box>(form->label().geometry).w, 90.0);
        shot("compare-change");
        numbers[2]->setFocus();
        key(Qt::Key_Return);
        QVERIFY(!form->isVisible());
        QVERIFY(settled());
        QCOMPARE(cases().counts().open, 0);
        QCOMPARE(cases().stateAt(cases().rowOf(paintedCase)), CaseState::Ruled);

        // What was decided and what all agree on is accepted; the next item comes.
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(settled());
        QVERIFY(QTest::qWaitFor([&] { return view()->idle() && view()->comparison() && view()->comparison()->item.id == second; },
                                10000));
        const auto labels = accepted(item);
        QCOMPARE(labels.size(), std::size_t(4));
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const auto &l) { return std::get<Box>(l.geometry).w == 90; }));
        QCOMPARE(std::count_if(labels.begin(), labels.end(), [&](const auto &l) { return l.labelClass == m_team->van; }), 1);
        const auto &queue = view()->queue();
        QCOMPARE(std::count_if(queue.begin(), queue.end(), [](const auto &entry) { return entry.adjudicated; }), 1);
    }

    void everyKindOfShape()
    {
        makeTeam(2);
        const ItemId item = m_team->addPicture(m_home->path(QStringLiteral("shapes.png")), {agreed, disputed});
        for (int i = 0; i < 2; ++i) {
            const store::Person &by = m_team->people[std::size_t(i)];
            const double d = 26.0 * i;
            const auto draw = [&](const geometry::Geometry &shape) { m_team->draw(item, by, m_team->car, shape); };
            m_team->draw(item, by, i == 0 ? m_team->car : m_team->van, geometry::ItemLabel{});
            draw(geometry::Polygon{{{{{40 + d, 210}, {160 + d, 215}, {150 + d, 280}, {45 + d, 275}}, {}}}});
            draw(geometry::RotatedBox{260, 250 + d, 110, 40, 0.3});
            draw(geometry::Ellipse{420 + d, 240, 60, 30, 0.2});
            draw(geometry::Polyline{{{20, 330 + d}, {200, 345 + d}, {300, 330 + d}}});
            draw(geometry::KeyPoints{{{500 + d, 220, 2}, {540 + d, 260, 2}, {520 + d, 300, 1}}, {}});
            geometry::Mask mask;
            mask.width = 640;
            mask.height = 400;
            // Sixty columns of forty pixels.
            const auto column = std::uint32_t(350 + i * 20);
            mask.counts.push_back(column * 400 + 300);
            for (int c = 0; c < 59; ++c) {
                mask.counts.push_back(40);
                mask.counts.push_back(360);
            }
            mask.counts.push_back(40);
            std::uint32_t sum = 0;
            for (const std::uint32_t run : mask.counts)
                sum += run;
            mask.counts.push_back(640U * 400U - sum);
            draw(mask);
        }
        m_team->submit(item);
        open();
        if (QTest::currentTestFailed())
            return;
        QVERIFY(pictured());
        QVERIFY(cases().counts().open >= 2);
        // Every label of every person is in a pane: six shapes with an extent, and the tag beside them.
        for (auto *canvas : canvases())
            QCOMPARE(canvas->scene().entries().size(), std::size_t(6));
        shot("compare-shapes");
        for (int i = 0; i < cases().counts().differences; ++i)
            key(Qt::Key_N);
        key(Qt::Key_O);
        QCOMPARE(canvases().front()->scene().entries().size(), std::size_t(12));
        shot("compare-shapes-overlay");
    }

    void scene()
    {
        simulation::LidarDriveOptions few;
        few.sweeps = 3;
        const test::DriveFiles drive(7, few);
        QVERIFY(drive.write(m_home->path(QStringLiteral("drive"))));
        makeTeam(3);
        const ItemId item = m_team->addScene(m_home->path(QStringLiteral("drive")));
        // The three nearest objects that were hit, in the second sweep; one of them is overlooked, one set too far.
        std::vector<simulation::LidarSweep::Truth> truths;
        for (const auto &truth : drive.sweep(1).truth)
            if (truth.points >= 30 && truth.cuboid.centre[0] > 4
                && std::abs(truth.cuboid.centre[1]) < 0.6 * truth.cuboid.centre[0])
                truths.push_back(truth);
        const auto distance = [](const auto &truth) { return std::hypot(truth.cuboid.centre[0], truth.cuboid.centre[1]); };
        std::sort(truths.begin(), truths.end(), [&](const auto &a, const auto &b) { return distance(a) < distance(b); });
        QVERIFY(truths.size() >= 3);
        for (std::size_t person = 0; person < 3; ++person) {
            for (std::size_t i = 0; i < 3; ++i) {
                if (i == 1 && person == 1)
                    continue;
                geometry::Cuboid cuboid = truths[i].cuboid;
                cuboid.coordinateFrame = QStringLiteral("top");
                if (i == 2)
                    cuboid.centre[0] += 0.55 * double(person);
                m_team->draw(item, m_team->people[person], i == 0 && person == 2 ? m_team->van : m_team->car, cuboid, {}, 1);
            }
        }
        m_team->submit(item);
        open();
        if (QTest::currentTestFailed())
            return;
        QVERIFY(view()->comparison());
        QVERIFY(cases().counts().open >= 2);
        const auto surfaces = [&] {
            std::vector<sceneview::SceneSurface *> found;
            for (extension::ComparisonPane *pane : view()->panes().shownPanes())
                found.push_back(
                    static_cast<sceneview::SceneSurface *>(pane->widget()->findChild<QWidget *>(QStringLiteral("sceneSurface"))));
            return found;
        };
        QCOMPARE(surfaces().size(), std::size_t(3));
        QVERIFY(QTest::qWaitFor(
            [&] {
                return surfaces()[0]->overlay().content().boxes.size() + surfaces()[1]->overlay().content().boxes.size() >= 5;
            },
            20000));
        QTest::qWait(300);
        shot("compare-scene");
        // The object that one overlooked: two have it marked, the camera of all looks at it.
        for (int i = 0; i < cases().rowCount() && shown().why != Why::Missing; ++i)
            key(Qt::Key_N);
        QCOMPARE(shown().why, Why::Missing);
        const auto centre = std::get<geometry::Cuboid>(shown().versions.front().label.geometry).centre;
        for (auto *surface : surfaces()) {
            const auto at = surface->camera().project(centre, surface->size());
            QVERIFY(at && QRectF(surface->rect()).contains(at->at));
        }
        QCOMPARE(surfaces()[0]->camera(), surfaces()[1]->camera());
        // Turned in one, turned in all.
        auto camera = surfaces()[2]->camera();
        camera.yaw += 0.5;
        surfaces()[2]->setCamera(camera);
        QCOMPARE(surfaces()[0]->camera().yaw, camera.yaw);
        QVERIFY(QTest::qWaitForWindowActive(view()));
        key(Qt::Key_O);
        QCOMPARE(surfaces().size(), std::size_t(1));
        auto *pictured = view()->findChild<QWidget *>(QStringLiteral("comparisonCamera"));
        QVERIFY(pictured && pictured->isVisible());
        QTest::qWait(300);
        shot("compare-scene-overlay");
        QVERIFY(shown().versions.size() == 2);
        const Uuid missing = shown().id;
        key(Qt::Key_M);
        QVERIFY(settled());
        QCOMPARE(cases().stateAt(cases().rowOf(missing)), CaseState::Ruled);
    }

    // A kind of item that nothing shows: the list is there, and works.
    void withoutPanes()
    {
        makeTeam(2);
        const ItemId item = m_team->addOther(QStringLiteral("talk.json"), model::ItemKind::Transcript);
        for (int i = 0; i < 2; ++i)
            m_team->draw(item, m_team->people[std::size_t(i)], m_team->car,
                         geometry::Rewrite{QStringLiteral("m1"), i == 0 ? QStringLiteral("Good day") : QStringLiteral("Hello")});
        m_team->submit(item);
        open();
        if (QTest::currentTestFailed())
            return;
        QVERIFY(view()->panes().shownPanes().empty());
        QCOMPARE(cases().counts().open, 1);
        QVERIFY(text("compareDetails").contains(QLatin1String("Hello")));
        shot("compare-without-panes");
        // Texts cannot be merged: said, and nothing is lost.
        key(Qt::Key_M);
        QVERIFY(settled());
        QVERIFY(part<QLabel>("compareProblem")->isVisible());
        QCOMPARE(cases().counts().open, 1);
        key(Qt::Key_2);
        QVERIFY(settled());
        QCOMPARE(cases().counts().open, 0);
    }

    void fivePeopleAndNoPicture()
    {
        makeTeam(5);
        const ItemId item = addStreet(QStringLiteral("gone.png"), false);
        m_team->submit(item);
        open();
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(canvases().size(), std::size_t(5));
        QVERIFY(QTest::qWaitFor([&] { return canvases().front()->notice() && canvases().front()->notice()->failed; }, 20000));
        shot("compare-five");
        // Without a picture there is still something to decide.
        const Uuid first = shown().id;
        key(Qt::Key_M);
        QVERIFY(settled());
        QCOMPARE(cases().stateAt(cases().rowOf(first)), CaseState::Ruled);
    }

    void changedMeanwhileAndTwoWindows()
    {
        makeTeam(3);
        const ItemId item = addStreet(QStringLiteral("crossing.png"));
        m_team->submit(item);
        open();
        if (QTest::currentTestFailed())
            return;
        // A second window about the same project decides the first difference; this one then decides it, too.
        const auto project = std::shared_ptr<store::Project>(&m_program->document()->project(), [](store::Project *) {});
        CompareView other(m_program->workstation(), project, &m_program->window());
        QVERIFY(QTest::qWaitFor([&] { return other.idle() && other.comparison(); }, 20000));
        const Uuid id = shown().id;
        other.none();
        QVERIFY(QTest::qWaitFor([&] { return other.idle(); }, 20000));
        QCOMPARE(other.cases().stateAt(other.cases().rowOf(id)), CaseState::Ruled);
        QCOMPARE(cases().stateAt(cases().rowOf(id)), CaseState::Open);
        view()->merge();
        QVERIFY(settled());
        QCOMPARE(cases().stateAt(cases().rowOf(id)), CaseState::Ruled);
        QVERIFY(cases().at(cases().rowOf(id))->rulings.front().result.has_value());

        // Somebody else who has not seen it says otherwise: both are shown, the next decision settles it.
        const adjudication::Comparison before = *other.comparison();
        go(rowAt(loose));
        const Uuid twice = shown().id;
        key(Qt::Key_1);
        QVERIFY(settled());
        adjudication::RulingDraft draft;
        draft.caseId = twice;
        draft.kind = adjudication::RulingDraft::Kind::None;
        QVERIFY_RESULT(adjudication::rule(*project, before, {draft}, m_team->reviewer));
        key(Qt::Key_F5);
        QVERIFY(settled());
        QCOMPARE(cases().stateAt(cases().rowOf(twice)), CaseState::Contradictory);
        QCOMPARE(cases().counts().contradictory, 1);
        go(cases().rowOf(twice));
        QVERIFY(text("compareRulings").contains(QLatin1String("no object")));
        QVERIFY(text("compareRulings").contains(QLatin1String("version A")));
        QVERIFY(!text("compareRulings").contains(m_team->reviewer.name));
        shot("compare-contradictory");
        key(Qt::Key_1);
        QVERIFY(settled());
        QCOMPARE(cases().stateAt(cases().rowOf(twice)), CaseState::Ruled);

        // What is to be decided about has been handed in anew: said in words, read again.
        go(rowAt(disputed));
        const auto mine = shown();
        const auto &version = mine.versions.front();
        const store::Person author{view()->comparison()->sources[version.source].layer, true};
        history::GestureBuilder builder(project->store().ids().make<GestureId>(), QStringLiteral("Move"));
        const auto stored = (*project->store().reader())->annotation(version.label.id);
        model::Annotation moved = **stored;
        moved.geometry = off(disputed, 9);
        builder.update(**stored, moved);
        QVERIFY_RESULT(store::wait(project->store().commit(builder.take(), author.name)));
        base::SeededRandom random(8);
        QVERIFY_RESULT(workflow::submit(*project, item, author, {}, random));
        key(Qt::Key_1);
        QVERIFY(settled());
        QVERIFY(part<QLabel>("compareProblem")->isVisible());
        qInfo("%s", qPrintable(text("compareProblem")));
        QCOMPARE(cases().stateAt(rowAt(disputed)), CaseState::Open);

        // Keys that come faster than they are written are all kept.
        go(rowAt(disputed));
        const int open = cases().counts().open;
        QVERIFY(open >= 2);
        for (int i = 0; i < open; ++i)
            key(Qt::Key_1);
        QVERIFY(settled());
        QCOMPARE(cases().counts().open, 0);
    }

    void manyDifferences()
    {
        makeTeam(2);
        const ItemId item = m_team->addPicture(m_home->path(QStringLiteral("crowd.png")), {});
        constexpr int many = 500;
        for (int person = 0; person < 2; ++person) {
            history::GestureBuilder builder(m_team->project->store().ids().make<GestureId>(), QStringLiteral("Draw"));
            const QString &by = m_team->people[std::size_t(person)].name;
            for (int i = 0; i < many; ++i) {
                model::Annotation label;
                label.id = m_team->project->store().ids().make<AnnotationId>();
                label.item = item;
                label.layer = by;
                label.labelClass = person == 0 ? m_team->car : m_team->person;
                label.geometry = Box{double(i % 25) * 25 + 2, double(i / 25) * 19 + 2, 18, 14};
                label.origin.by = by;
                builder.create(label);
            }
            m_team->commit(std::move(builder), m_team->people[std::size_t(person)]);
        }
        m_team->submit(item);
        open();
        if (QTest::currentTestFailed())
            return;
        QVERIFY(pictured());
        QCOMPARE(cases().counts().open, many);
        shot("compare-many");
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < 50; ++i)
            key(Qt::Key_N);
        qInfo("a step among %d differences takes %.1f ms", many, double(clock.elapsed()) / 50);
        QCOMPARE(current(), 50);
        clock.restart();
        key(Qt::Key_1);
        const auto shownAfter = clock.elapsed();
        QVERIFY(settled());
        qInfo("a decision is shown after %d ms and written after %d ms", int(shownAfter), int(clock.elapsed()));
        QCOMPARE(cases().counts().open, many - 1);
        QCOMPARE(current(), 51);
    }

    // Dark and light, on a small screen and a wide one: no words are cut off, nothing lies over anything else.
    void legible()
    {
        makeTeam(3);
        m_team->submit(addStreet(QStringLiteral("crossing.png")));
        open();
        if (QTest::currentTestFailed())
            return;
        QVERIFY(pictured());
        auto &application = *static_cast<QApplication *>(QCoreApplication::instance());
        for (const bool light : {false, true}) {
            theme::applyTheme(application, light ? theme::lightTheme() : theme::darkTheme());
            for (const QSize size : {QSize(1264, 752), QSize(2540, 1400)}) {
                view()->resize(size);
                QTest::qWait(50);
                for (QAbstractButton *button : view()->findChildren<QAbstractButton *>())
                    if (button->isVisible())
                        QVERIFY2(button->width() >= button->fontMetrics().horizontalAdvance(button->text()),
                                 qPrintable(button->text()));
                QList<QRect> taken;
                for (QWidget *pane : canvases())
                    taken.append(pane->geometry());
                for (QWidget *header : view()->panes().headers())
                    taken.append(header->geometry());
                for (int i = 0; i < taken.size(); ++i) {
                    QVERIFY(view()->panes().rect().contains(taken[i]));
                    for (int k = 0; k < i; ++k)
                        QVERIFY(!taken[i].intersects(taken[k]));
                }
                shot(qPrintable(QStringLiteral("compare-%1-%2")
                                    .arg(light ? QStringLiteral("light") : QStringLiteral("dark"))
                                    .arg(size.width())));
            }
        }
        theme::applyTheme(application, theme::darkTheme());
    }
};

QTEST_MAIN(TestCompare)
#include "tst_compare.moc"
