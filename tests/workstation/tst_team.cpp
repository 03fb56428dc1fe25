// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/teammodel.h"
#include "core/base/atomicfile.h"
#include "core/base/csv.h"
#include "core/simulation/judgementteam.h"
#include "core/store/reader.h"
#include "core/workflow/desk.h"
#include "core/workflow/goldstore.h"
#include "core/workflow/judging.h"
#include "hands.h"
#include "teampage.h"
#include "tests/support/simulatedrecord.h"
#include "tests/support/verify.h"
#include "widgets/actions/commandpalette.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSpinBox>

using namespace plumbline;
using workstation::TeamModel;

class TestTeam : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FreshHome> m_home;

    // A team project with one picture, whose lead is `lead`; the simulated team has answered when `answers`.
    QString makeProject(const QString &lead, bool answers)
    {
        const QString folder = m_home->path(QStringLiteral("team.plumb"));
        store::Project::NewProject made;
        made.name = QStringLiteral("Crossings");
        made.creator = {lead, true};
        made.team = true;
        made.schema = model::emptySchema();
        auto project = store::Project::create(folder, made);
        if (!project)
            return {};
        history::GestureBuilder builder((*project)->store().ids().make<GestureId>(), QStringLiteral("Members"));
        for (const auto &judge : simulation::judgementTeam())
            builder.put(nullptr, model::Member{judge.name, judge.name, QStringLiteral("annotator"), judge.cohort});
        builder.setting(QStringLiteral("guideline"), Json(), Json("Cars have four wheels."));
        (void)store::wait((*project)->store().commit(builder.take(), lead));
        if (!answers)
            return folder;
        simulation::JudgementTeamOptions options;
        options.tasks = 800;
        options.goldShare = 0.4;
        const auto world = simulation::simulateJudgements(simulation::judgementTeam(), options);
        const workflow::JudgementFiles files{m_home->path(QStringLiteral("l.csv")), m_home->path(QStringLiteral("g.csv"))};
        if (!base::writeFileAtomically(files.labels, world.labelsCsv())
            || !base::writeFileAtomically(files.gold, world.goldCsv()))
            return {};
        base::SeededRandom random(1);
        return workflow::recordJudgements(**project, files, made.creator, random, {}) ? folder : QString();
    }

    bool openWith(test::Program &program, const QString &folder)
    {
        const QString pictures = m_home->path(QStringLiteral("pictures"));
        return test::writePictures(pictures, 1) && program.active()
               && QTest::qWaitFor([&] { return program.document() != nullptr; }, 60000) && !folder.isEmpty();
    }

private slots:
    void initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("plumbline")); }
    void init()
    {
        m_home = std::make_unique<test::FreshHome>();
        qputenv("PLUMBLINE_GOLD_FOLDER", m_home->path(QStringLiteral("keys")).toUtf8());
    }
    void cleanup() { m_home.reset(); }

    void onlyLeadsAreShownIt()
    {
        const QString folder = makeProject(QStringLiteral("the-lead"), true);
        test::Program program({folder});
        QVERIFY(openWith(program, folder));
        QVERIFY(!program.window().registry().action(QStringLiteral("window.team"))->isVisible());
        QVERIFY(!program.window().registry().action(QStringLiteral("window.team"))->isEnabled());
        program.act("window.team");
        QVERIFY(!program.window().findChild<workstation::TeamView *>());
        // Nor does the palette know of it.
        program.act("window.palette");
        auto *palette = program.part<QWidget>("commandPalette");
        QVERIFY(palette);
        for (auto *list : palette->findChildren<QAbstractItemView *>())
            for (int row = 0; row < list->model()->rowCount(); ++row)
                QVERIFY(!list->model()->index(row, 0).data().toString().contains(QStringLiteral("Team")));
        palette->close();
    }

    void aTeamWithoutAnswersSaysSo()
    {
        const QString folder = makeProject(store::operatingSystemPerson().name, false);
        test::Program program({folder});
        QVERIFY(openWith(program, folder));
        test::TeamPage team(program);
        QVERIFY(team.open());
        bool said = false;
        for (const QLabel *label : team.view()->findChildren<QLabel *>())
            said = said || (label->isVisible() && label->text().contains(QStringLiteral("Nobody has answered anything yet")));
        QVERIFY(said);
    }

    void tableOfTheTeam()
    {
        const QString folder = makeProject(store::operatingSystemPerson().name, true);
        test::Program program({folder});
        QVERIFY(openWith(program, folder));
        test::TeamPage team(program);
        QVERIFY(team.open());
        QCOMPARE(team.rows().rowCount(), 20);
        QStringList names = team.column(TeamModel::Name);
        QVERIFY(std::is_sorted(names.begin(), names.end()));
        QCOMPARE(names.front(), QStringLiteral("agnes"));
        QVERIFY(team.column(TeamModel::Accuracy).front().contains(QLatin1Char('[')));

        auto *table = team.part<QTableView>("teamTable");
        table->sortByColumn(TeamModel::Accuracy, Qt::AscendingOrder);
        QCOMPARE(team.column(TeamModel::Name).front(), QStringLiteral("julia"));
        team.chooseIn("teamCohort", QStringLiteral("partner A"));
        QCOMPARE(team.rows().rowCount(), 7);
        for (const QString &cohort : team.column(TeamModel::Cohort))
            QCOMPARE(cohort, QStringLiteral("partner A"));
        team.chooseIn("teamCohort", QStringLiteral("All cohorts"));
        table->sortByColumn(TeamModel::Name, Qt::AscendingOrder);
        QTest::keyClicks(team.part<QLineEdit>("teamSearch"), QStringLiteral("gret"));
        QCOMPARE(team.column(TeamModel::Name), QStringList{QStringLiteral("greta")});
        team.part<QLineEdit>("teamSearch")->clear();

        // The answers behind a figure.
        team.view()->table().choose(QStringLiteral("julia"));
        auto *evidence = team.part<QTableView>("evidenceTable");
        const int wrong = evidence->model()->rowCount();
        const auto &julia =
            team.view()->report()->people[static_cast<std::size_t>(team.view()->report()->indexOf(QStringLiteral("julia")))];
        QCOMPARE(std::int64_t(wrong), julia.gold.wrong);
        team.chooseIn("evidenceKind", QStringLiteral("All on gold"));
        QCOMPARE(std::int64_t(evidence->model()->rowCount()), julia.gold.n());

        for (const char *ending : {"csv", "json"}) {
            const QString path = m_home->path(QStringLiteral("team.") + QLatin1String(ending));
            QVERIFY_RESULT(team.view()->table().save(path));
            const auto data = base::readFile(path, 1'000'000);
            QVERIFY_RESULT(data);
            QVERIFY(data->contains("agnes") && data->contains("tessa"));
        }
    }

    // Every chart has a table with the same figures, words on n and method, and can be saved in four ways.
    void chartsTablesAndFiles()
    {
        const QString folder = makeProject(store::operatingSystemPerson().name, true);
        test::Program program({folder});
        QVERIFY(openWith(program, folder));
        test::TeamPage team(program);
        QVERIFY(team.open());
        int seen = 0;
        for (const QString &id : team.view()->pages()) {
            team.go(id);
            QCOMPARE(team.view()->page(), id);
            workstation::TeamChartPage *page = team.view()->chartPage();
            if (!page)
                continue;
            // There is no picture with predictions in this team.
            if (id == QLatin1String("prelabels")) {
                QVERIFY(page->chart().empty.startsWith(QLatin1String("Nobody here accepted or rejected")));
                continue;
            }
            ++seen;
            const charts::Chart &chart = page->chart();
            QVERIFY2(chart.empty.isEmpty(), qPrintable(id + QLatin1Char(' ') + chart.empty));
            QVERIFY(!chart.title.isEmpty() && !chart.method.isEmpty() && !chart.id.isEmpty());
            auto *table = page->findChild<QTableView *>(QStringLiteral("chartTable"));
            QVERIFY(table->isVisible() && table->model()->rowCount() > 0);
            auto *plot = page->findChild<charts::Plot *>();
            QVERIFY2(plot, "the plugin that draws charts was not loaded");
            QCOMPARE(plot->accessibleName(), chart.title);
            for (const char *ending : {"csv", "json", "png", "pdf"}) {
                const QString path = m_home->path(id + QLatin1Char('.') + QLatin1String(ending));
                QVERIFY_RESULT(page->save(path));
            }
            const auto csv = base::readFile(m_home->path(id + QStringLiteral(".csv")), 10'000'000);
            base::CsvReader reader(*csv);
            qsizetype records = 0;
            while (const auto record = reader.next()) {
                QCOMPARE(record->size(), qsizetype(table->model()->columnCount()));
                ++records;
            }
            QCOMPARE(records, qsizetype(table->model()->rowCount()) + 1);
            const auto json = base::parseJson(*base::readFile(m_home->path(id + QStringLiteral(".json")), 10'000'000));
            QVERIFY_RESULT(json);
            QCOMPARE(qsizetype((*json)["rows"].size()), qsizetype(table->model()->rowCount()));
            const QImage picture(m_home->path(id + QStringLiteral(".png")));
            QVERIFY(picture.width() >= 1900);
            QSet<QRgb> colours;
            for (int y = 0; y < picture.height(); y += 7)
                for (int x = 0; x < picture.width(); x += 7)
                    colours.insert(picture.pixel(x, y));
            QVERIFY2(colours.size() > 8, qPrintable(id));
            QVERIFY(base::readFile(m_home->path(id + QStringLiteral(".pdf")), 10'000'000)->startsWith("%PDF-"));
        }
        QCOMPARE(seen, 10);
        QVERIFY_FAILS(team.view()->chartPage()->save(m_home->path(QStringLiteral("x.gif"))), ErrorCode::InvalidArgument);
    }

    // Of four people who draw the same 25 things one draws what another has drawn.
    void copiedOutlinesHaveEvidence()
    {
        const QString folder = makeProject(store::operatingSystemPerson().name, true);
        {
            const auto project = store::Project::open(folder, store::Project::Access::Write);
            QVERIFY_RESULT(project);
            auto &store = (*project)->store();
            base::SeededRandom random(9);
            const QStringList people{QStringLiteral("agnes"), QStringLiteral("bruno"), QStringLiteral("carla"),
                                     QStringLiteral("dario")};
            for (int number = 0; number < 25; ++number) {
                history::GestureBuilder builder(store.ids().make<GestureId>(), QStringLiteral("Draw"));
                model::Item item;
                item.id = store.ids().make<ItemId>();
                item.name = QStringLiteral("crossing-%1.png").arg(number, 2, 10, QLatin1Char('0'));
                item.width = item.height = 400;
                builder.put(nullptr, item);
                geometry::Box agnes;
                for (const QString &person : people) {
                    model::Annotation label;
                    label.id = store.ids().make<AnnotationId>();
                    label.item = item.id;
                    label.layer = person;
                    geometry::Box box{100 + random.normal(0, 2), 90 + random.normal(0, 2), 80 + random.normal(0, 2),
                                      70 + random.normal(0, 2)};
                    agnes = person == people[0] ? box : agnes;
                    label.geometry = person == people[2] ? agnes : box;
                    builder.create(label);
                }
                QVERIFY_RESULT(store::wait(store.commit(builder.take(), people[0])));
                for (const QString &person : people)
                    QVERIFY_RESULT(workflow::submit(**project, item.id, {person, true}, {}, random));
            }
        }
        test::Program program({folder});
        QVERIFY(openWith(program, folder));
        test::TeamPage team(program);
        QVERIFY(team.open());
        team.go(QStringLiteral("signs"));
        auto *list = team.part<QListWidget>("signList");
        const auto found = list->findItems(QStringLiteral("carla\nSame outlines as another"), Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        QCOMPARE(list->findItems(QStringLiteral("Same outlines as another"), Qt::MatchContains).size(), 2);
        list->setCurrentItem(found.front());
        const QString text = team.part<QLabel>("signText")->text();
        QVERIFY2(text.startsWith(QLatin1String("Of the objects that agnes drew too, 25 of 25 (100 %")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("handed in 0 of them first")), qPrintable(text));
        auto *tasks = team.part<QListWidget>("signTasks");
        QCOMPARE(tasks->count(), 25);
        QVERIFY(tasks->item(0)->text().startsWith(QLatin1String("crossing-")));
        QVERIFY(!team.part<QLabel>("signState")->isVisible());
        test::Hands::shot("team-signs-copied");
        // A cohort without the two has neither.
        team.chooseIn("teamCohort", QStringLiteral("partner A"));
        team.waitForFigures();
        QVERIFY(list->findItems(QStringLiteral("Same outlines as another"), Qt::MatchContains).isEmpty());
    }

    void signsHaveEvidence()
    {
        const QString folder = makeProject(store::operatingSystemPerson().name, true);
        test::Program program({folder});
        QVERIFY(openWith(program, folder));
        test::TeamPage team(program);
        QVERIFY(team.open());
        team.go(QStringLiteral("signs"));
        auto *list = team.part<QListWidget>("signList");
        QStringList named;
        for (int row = 0; row < list->count(); ++row) {
            list->setCurrentRow(row);
            named << list->item(row)->text().section(QLatin1Char('\n'), 0, 0);
            QVERIFY(team.part<QListWidget>("signTasks")->count() > 0);
            QVERIFY(!team.part<QLabel>("signText")->text().isEmpty());
        }
        for (const char *name : {"felix", "greta", "ivan", "julia", "marco", "nadia"})
            QVERIFY2(named.contains(QLatin1String(name)), name);
        QCOMPARE(named.size(), 6);
    }

    // Four ways to compare, each with its table, and the items behind it.
    void cohortsAreComparedOnSharedItems()
    {
        const QString folder = makeProject(store::operatingSystemPerson().name, true);
        test::Program program({folder});
        QVERIFY(openWith(program, folder));
        test::TeamPage team(program);
        QVERIFY(team.open());
        team.go(QStringLiteral("cohorts"));
        const auto chart = [&] { return team.view()->chartPage()->chart(); };
        QStringList ids{chart().id};
        for (const char *kind : {"Shared items, one answer each", "Shared items, mixed model", "What is said for what is true"}) {
            team.chooseIn("cohortComparison", QLatin1String(kind));
            QVERIFY2(chart().empty.isEmpty() && !chart().method.isEmpty() && chart().names.size() >= 3, kind);
            ids << chart().id;
            auto *table = team.view()->chartPage()->findChild<QTableView *>(QStringLiteral("chartTable"));
            QCOMPARE(qsizetype(table->model()->rowCount()), chart().names.size());
            QVERIFY(table->model()->columnCount() > 5);
        }
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 4);
        team.chooseIn("cohortComparison", QStringLiteral("Shared items, one answer each"));
        // Enter on another row shows what is behind it, Enter there asks for the item.
        auto *table = team.view()->chartPage()->findChild<QTableView *>(QStringLiteral("chartTable"));
        table->setFocus();
        table->setCurrentIndex(table->model()->index(1, 0));
        QTest::keyClick(table, Qt::Key_Return);
        auto *items = team.part<QTableView>("cohortItems");
        const charts::ChartPoint second = chart().series.front().points[1];
        QCOMPARE(std::int64_t(items->model()->rowCount()), second.n);
        QString asked;
        connect(team.view(), &workstation::TeamView::taskRequested, this, [&](const QString &name) { asked = name; });
        items->setFocus();
        items->setCurrentIndex(items->model()->index(0, 0));
        QTest::keyClick(items, Qt::Key_Return);
        QCOMPARE(asked, items->model()->index(0, 0).data().toString());
        QVERIFY(!asked.isEmpty());
    }

    void batchesAreTakenOrNot()
    {
        const QString folder = makeProject(store::operatingSystemPerson().name, true);
        test::Program program({folder});
        QVERIFY(openWith(program, folder));
        test::TeamPage team(program);
        QVERIFY(team.open());
        team.go(QStringLiteral("batches"));
        const auto computed = [&] { return QTest::qWaitFor([&] { return !team.view()->computing(); }, 30000); };
        const auto chart = [&] { return team.view()->chartPage()->chart(); };
        QCOMPARE(chart().names.size(), 3);
        QVERIFY(team.part<QTableView>("batchWrong")->model()->rowCount() > 0);
        // Limits above what anybody does: all are taken.
        team.part<QDoubleSpinBox>("batchRefuse")->setValue(80);
        team.part<QDoubleSpinBox>("batchAcceptable")->setValue(50);
        QVERIFY(computed());
        QCOMPARE(chart().series.size(), std::size_t(1));
        QCOMPARE(chart().series.front().name, QStringLiteral("take"));
        team.part<QDoubleSpinBox>("batchAcceptable")->setValue(1);
        team.part<QDoubleSpinBox>("batchRefuse")->setValue(3);
        QVERIFY(computed());
        QCOMPARE(chart().series.front().name, QStringLiteral("refuse"));
        team.chooseIn("batchPeriod", QStringLiteral("its week"));
        QVERIFY(computed());
        QVERIFY(chart().names.size() > 3 && chart().names.front().contains(QStringLiteral("2026-W")));
        team.chooseIn("batchShow", QStringLiteral("Weighted errors"));
        QCOMPARE(chart().id, QStringLiteral("batch-errors"));
        QVERIFY(chart().method.contains(QStringLiteral("1, 5 and 10")));
        // What makes no sense is said, not drawn.
        team.part<QDoubleSpinBox>("batchAcceptable")->setValue(40);
        QVERIFY(computed());
        QVERIFY(!chart().empty.isEmpty());
    }

    // The rate is on the screen before the rule can be switched on, and another rule switches it off.
    void pauseRuleIsReadBeforeItIsSwitchedOn()
    {
        const QString folder = makeProject(store::operatingSystemPerson().name, true);
        test::Program program({folder});
        QVERIFY(openWith(program, folder));
        test::TeamPage team(program);
        QVERIFY(team.open());
        team.go(QStringLiteral("pause"));
        const auto rate = [&] { return team.part<QLabel>("pauseRate")->text(); };
        const auto stored = [&] {
            const auto reader = program.document()->project().store().reader();
            return workstation::pauseSettingsFromJson((*reader)->setting(QStringLiteral("pauseRule")).value());
        };
        // P(accuracy < .8) > .99, at least 5 results, 100 results, true .95: below one in a thousand.
        QVERIFY2(rate().contains(QStringLiteral("below 0.1 %")), qPrintable(rate()));
        QVERIFY(!stored().on);
        team.chooseIn("pauseKind", QStringLiteral("Share of all too low"));
        team.part<QSpinBox>("pauseMinimum")->setValue(10);
        team.part<QDoubleSpinBox>("pauseGood")->setValue(90);
        // Until its rate is known nobody can switch it on.
        QVERIFY(team.view()->computing() && !team.part<QCheckBox>("pauseOn")->isEnabled());
        team.waitForFigures();
        QVERIFY(team.part<QCheckBox>("pauseOn")->isEnabled());
        // The rule of a usual product: one good annotator of five (.207 in the literature's terms, 40,000 simulations).
        QVERIFY2(rate().contains(QStringLiteral("20 %")) || rate().contains(QStringLiteral("21 %")), qPrintable(rate()));
        QVERIFY(!stored().on);
        team.part<QCheckBox>("pauseOn")->setChecked(true);
        QVERIFY(stored().on);
        team.waitForFigures();
        QVERIFY(team.part<QLabel>("pauseProposals")->text().contains(QStringLiteral("julia")));
        team.part<QDoubleSpinBox>("pauseThreshold")->setValue(60);
        QVERIFY(!team.part<QCheckBox>("pauseOn")->isChecked());
        QVERIFY(!stored().on);
        // Wald's test, .95 against .80 at 5 %/5 %: 3.2 %, 30.6 and 22.6 results in the end, hardly less within 100.
        team.part<QDoubleSpinBox>("pauseGood")->setValue(95);
        team.chooseIn("pauseKind", QStringLiteral("Sequential test"));
        team.waitForFigures();
        QVERIFY(!team.part<QDoubleSpinBox>("pauseThreshold")->isVisible() && team.part<QDoubleSpinBox>("pauseBad")->isVisible());
        QVERIFY2(rate().contains(QStringLiteral("False-pause rate: 3.2 %")), qPrintable(rate()));
        QVERIFY2(rate().contains(QStringLiteral("30.5 results for a good one and 22.5 for a poor one")), qPrintable(rate()));
        QVERIFY(!stored().on);
        team.part<QCheckBox>("pauseOn")->setChecked(true);
        QVERIFY(stored().on);
        QCOMPARE(stored().rule.kind, quality::PauseRule::Kind::Sprt);
        QCOMPARE(stored().rule.sprt.bad, 0.8);
        team.waitForFigures();
        QVERIFY(team.part<QLabel>("pauseProposals")->text().contains(QStringLiteral("julia")));
        // Poor above good is no rule, and cannot be switched on.
        team.part<QDoubleSpinBox>("pauseBad")->setValue(97);
        QVERIFY(!stored().on && !team.part<QCheckBox>("pauseOn")->isEnabled());
        team.part<QDoubleSpinBox>("pauseBad")->setValue(80);
        team.waitForFigures();
        QVERIFY(team.part<QCheckBox>("pauseOn")->isEnabled());
        // One step each, and undone like any other.
        const auto reader = program.document()->project().store().reader();
        QCOMPARE((*reader)->gestures(1)->front().label, QStringLiteral("Change the pause rule"));
    }

    // What is ordinary in the team is accepted until a lead says otherwise, and the page tells which.
    void acceptedErrorsAreTheLeads()
    {
        const QString folder = makeProject(store::operatingSystemPerson().name, true);
        test::Program program({folder});
        QVERIFY(openWith(program, folder));
        test::TeamPage team(program);
        QVERIFY(team.open());
        const double median = team.view()->report()->options.drift.acceptable;
        QVERIFY2(median > 0.05 && median < 0.2, qPrintable(QString::number(median)));
        team.go(QStringLiteral("drift"));
        const auto method = [&] { return team.view()->chartPage()->chart().method; };
        // Limits for another rate are computed aside.
        const auto computed = [&] { return QTest::qWaitFor([&] { return !team.view()->computing(); }, 30000); };
        QVERIFY2(method().contains(QStringLiteral("the median of the 20 annotators")), qPrintable(method()));
        auto *box = team.part<QDoubleSpinBox>("driftAccepted");
        QCOMPARE(box->text(), QStringLiteral("median of all"));
        const auto accepts = [&](double rate) {
            return QTest::qWaitFor([&] { return team.view()->report()->options.drift.acceptable == rate; }, 30000);
        };
        box->setValue(12);
        QVERIFY(accepts(0.12));
        QVERIFY(computed());
        QVERIFY2(method().contains(QStringLiteral("12.0 % errors are accepted: a lead")), qPrintable(method()));
        const auto reader = program.document()->project().store().reader();
        QCOMPARE((*reader)->gestures(1)->front().label, QStringLiteral("Change the accepted error rate"));
        QCOMPARE(box->value(), 12.0);
        box->setValue(0);
        QVERIFY(accepts(median));
        QVERIFY((*reader)->setting(QStringLiteral("acceptedErrors")).value().is_null());
    }

    void closesWithItsProject()
    {
        const QString folder = makeProject(store::operatingSystemPerson().name, true);
        test::Program program({folder});
        QVERIFY(openWith(program, folder));
        test::TeamPage team(program);
        QVERIFY(team.open());
        program.act("file.close");
        QVERIFY(!team.view());
    }

    void everythingHasAName()
    {
        const QString folder = makeProject(store::operatingSystemPerson().name, true);
        test::Program program({folder});
        QVERIFY(openWith(program, folder));
        test::TeamPage team(program);
        QVERIFY(team.open());
        for (const QString &id : team.view()->pages()) {
            team.go(id);
            for (const QWidget *widget : team.view()->findChildren<QWidget *>()) {
                const bool control = widget->focusPolicy() != Qt::NoFocus && widget->isVisible()
                                     && (qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
                                         || qobject_cast<const QAbstractItemView *>(widget));
                if (control && !widget->parentWidget()->inherits("QComboBoxPrivateContainer"))
                    QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(id + QLatin1Char(' ') + widget->objectName()));
            }
        }
    }

    void modelKeepsItsPromises()
    {
        const auto world = simulation::simulateJudgements(simulation::judgementTeam(), {300, 6, 0.3, 0.85, 2});
        const auto report = workflow::teamReport(test::recordOf(world), {}, {});
        QVERIFY_RESULT(report);
        TeamModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setReport(std::make_shared<const workflow::TeamReport>(*report));
        QCOMPARE(model.rowCount(), 20);
        workstation::TeamFilter filter;
        const QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        filter.setCohort(QStringLiteral("in-house"));
        QCOMPARE(filter.rowCount(), 7);
        filter.setCohort(std::nullopt);
        QCOMPARE(filter.rowCount(), 20);
        model.setReport(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestTeam)
#include "tst_team.moc"
