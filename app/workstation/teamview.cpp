// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/teamview.h"

#include "app/workstation/services.h"
#include "app/workstation/teambatchpage.h"
#include "app/workstation/teamcharts.h"
#include "app/workstation/teamcohortpage.h"
#include "app/workstation/teamprelabelpage.h"
#include "app/workstation/teamsignspage.h"
#include "app/workstation/teamtablepage.h"
#include "core/store/reader.h"
#include "widgets/panels/emptystate.h"
#include "widgets/theme/icons.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTime>
#include <QToolButton>
#include <QVBoxLayout>

namespace plumbline::workstation {

namespace {

const QString pauseKey = QStringLiteral("pauseRule");

}  // namespace

TeamView::TeamView(Services &services, std::shared_ptr<store::Project> project, QWidget *window)
    : ProjectWindow(window, Qt::Window), m_services(services), m_project(std::move(project)), m_cohort(new QComboBox),
      m_summary(new QLabel), m_reload(new QToolButton), m_list(new QListWidget), m_whole(new QStackedWidget),
      m_stack(new QStackedWidget), m_empty(new panels::EmptyState), m_table(new TeamTablePage),
      m_signs(new TeamSignsPage(m_services.jobs(), m_project))
{
    setObjectName(QStringLiteral("teamView"));
    setWindowTitle(tr("Team: %1").arg(m_project->name()));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 8, 16, 8);
    bar->setSpacing(8);
    auto *label = new QLabel(tr("Cohort"));
    label->setBuddy(m_cohort);
    m_cohort->setObjectName(QStringLiteral("teamCohort"));
    m_cohort->setAccessibleName(tr("Cohort"));
    m_cohort->setMinimumWidth(160);
    bar->addWidget(label);
    bar->addWidget(m_cohort);
    m_summary->setObjectName(QStringLiteral("teamSummary"));
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    bar->addWidget(m_summary, 1);
    m_reload->setObjectName(QStringLiteral("teamReload"));
    m_reload->setText(tr("Read again"));
    m_reload->setIcon(theme::themedIcon(QStringLiteral("redo")));
    m_reload->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addWidget(m_reload);
    layout->addLayout(bar);

    auto *below = new QHBoxLayout;
    below->setSpacing(0);
    below->setContentsMargins(8, 0, 0, 8);
    constexpr int listWidth = 150;
    m_list->setObjectName(QStringLiteral("teamPages"));
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFixedWidth(listWidth);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSpacing(1);
    below->addWidget(m_list);
    m_whole->addWidget(m_empty);
    m_whole->addWidget(m_stack);
    below->addWidget(m_whole, 1);
    layout->addLayout(below, 1);
    m_empty->setWords(QStringLiteral("user"), tr("Reading the team's answers…"), {});
    makePages();

    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_stack->setCurrentIndex(row);
        refreshPage();
    });
    connect(m_cohort, &QComboBox::currentIndexChanged, this, [this] {
        m_table->setCohort(cohort());
        refreshPeople();
        invalidate();
    });
    connect(m_reload, &QToolButton::clicked, this, &TeamView::reload);
    connect(m_table, &TeamTablePage::taskRequested, this, &TeamView::taskRequested);
    connect(m_table, &TeamTablePage::said, this, &TeamView::said);
    connect(m_signs, &TeamSignsPage::taskRequested, this, &TeamView::taskRequested);
    connect(m_signs, &TeamSignsPage::personRequested, this, &TeamView::showPerson);
    connect(this, &TeamView::said, m_summary, &QLabel::setText);
    connect(this, &TeamView::taskRequested, this, [this](const QString &name) {
        const auto reader = m_project->store().reader();
        const auto items = reader ? (*reader)->itemsByName(name) : Result<std::vector<model::Item>>(fail(reader.error()));
        if (items && !items->empty())
            emit itemRequested(items->front().id);
    });
    m_list->setCurrentRow(0);
    resize(1280, 800);
    reload();
}

// What is being read holds the project open.
TeamView::~TeamView()
{
    m_services.jobs().cancel(m_job);
}

void TeamView::makePages()
{
    const auto plot = [this] { return m_services.createPlot(nullptr); };
    addPage("annotators", tr("Annotators"), m_table, nullptr, [this] { m_table->setTeam(m_record, m_pictures, m_report); });
    addChart("accuracy", tr("Accuracy"), [this] { return accuracyChart(*m_report, people()); });
    addChart("speed", tr("Speed"), [this] { return speedChart(*m_report, people()); });
    TeamChartPage *confusion = addChart("confusion", tr("Confusion"), [this] {
        return confusionChart(*m_report, chosen(m_confusionOf), m_confusionOf->currentText());
    });
    m_confusionOf = personBox("confusionOf", true);
    confusion->addControl(tr("Annotator"), m_confusionOf);
    addChart("agreement", tr("Agreement"), [this] { return agreementChart(*m_report, people()); });
    TeamChartPage *drift = addChart("drift", tr("Drift"), [this] {
        const auto kind = static_cast<quality::DriftChartKind>(m_driftKind->currentData().toInt());
        const QString person = m_driftOf->currentData().toString();
        auto inputs = workflow::driftInputs(*m_record, person);
        if (const int row = m_report->indexOf(person); inputs.empty() && row >= 0)
            inputs = m_report->people[static_cast<std::size_t>(row)].pictureResults;
        const double rate = m_accepted.baseline().rateOf(inputs);
        const auto plan = m_driftPlans.find(rate);
        if (plan == m_driftPlans.end() || !plan->second) {
            charts::Chart words;
            words.id = QStringLiteral("drift");
            words.title = tr("Drift");
            words.empty = plan == m_driftPlans.end() ? tr("Limits are being computed…") : plan->second.error().text;
            if (plan == m_driftPlans.end())
                computeDriftPlan(rate);
            return words;
        }
        charts::Chart chart = driftChart(inputs, kind, *plan->second, person, m_guidelineChanges);
        chart.method += QLatin1Char(' ') + m_accepted.text();
        return chart;
    });
    m_driftOf = personBox("driftOf", false);
    m_driftKind = new QComboBox;
    m_driftKind->setObjectName(QStringLiteral("driftKind"));
    m_driftKind->addItem(tr("Errors (CUSUM)"), int(quality::DriftChartKind::BernoulliCusum));
    m_driftKind->addItem(tr("Moving average (EWMA)"), int(quality::DriftChartKind::Ewma));
    m_driftKind->addItem(tr("Both ways (CUSUM)"), int(quality::DriftChartKind::Cusum));
    drift->addControl(tr("Annotator"), m_driftOf);
    drift->addControl(tr("Chart"), m_driftKind);
    m_driftAccepted = new QDoubleSpinBox;
    m_driftAccepted->setObjectName(QStringLiteral("driftAccepted"));
    m_driftAccepted->setRange(0, 100 * workflow::AcceptedErrors::highest);
    m_driftAccepted->setDecimals(1);
    m_driftAccepted->setSuffix(QStringLiteral(" %"));
    m_driftAccepted->setSpecialValueText(tr("median of all"));
    m_driftAccepted->setKeyboardTracking(false);
    m_driftAccepted->setEnabled(!m_project->store().readOnly());
    drift->addControl(tr("Accepted errors"), m_driftAccepted);
    connect(m_driftAccepted, &QDoubleSpinBox::valueChanged, this, [this](double percent) { saveAccepted(percent / 100); });
    TeamChartPage *confidence = addChart("confidence", tr("Confidence"), [this] {
        return reliabilityChart(*m_report, chosen(m_confidenceOf), m_confidenceOf->currentText());
    });
    m_confidenceOf = personBox("confidenceOf", true);
    confidence->addControl(tr("Annotator"), m_confidenceOf);
    m_cohorts = new TeamCohortPage(m_services.jobs(), plot());
    addPage("cohorts", tr("Cohorts"), m_cohorts, &m_cohorts->chartPage(),
            [this] { m_cohorts->setTeam(m_record, m_pictures, m_report); });
    connect(m_cohorts, &TeamCohortPage::taskRequested, this, &TeamView::taskRequested);
    m_batches = new TeamBatchPage(m_services.jobs(), plot());
    addPage("batches", tr("Batches"), m_batches, &m_batches->chartPage(),
            [this] { m_batches->setTeam(m_record, m_pictures, m_severities, m_guidelineChanges); });
    connect(m_batches, &TeamBatchPage::taskRequested, this, &TeamView::taskRequested);
    m_prelabels = new TeamPrelabelPage(m_services.jobs(), m_project, plot());
    addPage("prelabels", tr("Predictions"), m_prelabels, &m_prelabels->chartPage(),
            [this] { m_prelabels->setTeam(m_report, people()); });
    connect(m_prelabels, &TeamPrelabelPage::taskRequested, this, &TeamView::taskRequested);
    addPage("signs", tr("Signs"), m_signs, nullptr, [this] { m_signs->setReport(m_report, cohort()); });
    m_gold = new TeamGoldPlanPage(plot());
    addPage("gold", tr("What if: gold"), m_gold, &m_gold->chartPage(), [this] { m_gold->setReport(*m_report); });
    m_pause = new TeamPausePage(m_services.jobs(), plot());
    addPage("pause", tr("What if: pauses"), m_pause, &m_pause->chartPage(), [this] { m_pause->setTeam(m_record, m_report); });
    connect(m_pause, &TeamPausePage::settingsChanged, this, &TeamView::savePause);
    connect(m_pause, &TeamPausePage::personRequested, this, &TeamView::showPerson);
    for (QComboBox *box : {m_confusionOf, m_driftOf, m_driftKind, m_confidenceOf})
        connect(box, &QComboBox::currentIndexChanged, this, &TeamView::invalidate);
}

void TeamView::addPage(const char *id, const QString &title, QWidget *widget, TeamChartPage *chart, std::function<void()> fill)
{
    m_pages.push_back({QString::fromLatin1(id), widget, chart, std::move(fill)});
    m_stack->addWidget(widget);
    constexpr int rowHeight = 30;
    auto *item = new QListWidgetItem(title, m_list);
    item->setSizeHint({0, rowHeight});
    if (chart)
        connect(chart, &TeamChartPage::said, this, &TeamView::said);
}

TeamChartPage *TeamView::addChart(const char *id, const QString &title, std::function<charts::Chart()> make)
{
    auto *page = new TeamChartPage(m_services.createPlot(nullptr));
    page->setObjectName(QString::fromLatin1(id) + QStringLiteral("Page"));
    addPage(id, title, page, page, [page, make = std::move(make)] { page->setChart(make()); });
    connect(page, &TeamChartPage::activated, this, &TeamView::showPerson);
    return page;
}

QComboBox *TeamView::personBox(const char *name, bool withAll)
{
    auto *box = new QComboBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setProperty("withAll", withAll);
    box->setMinimumWidth(140);
    m_personBoxes.append(box);
    return box;
}

void TeamView::reload()
{
    m_reload->setEnabled(false);
    m_job = m_services.jobs().run(
        tr("Team figures"),
        [project = m_project](jobs::JobControl &control) -> Result<Team> {
            auto data = workflow::loadTeam(*project, control);
            if (!data)
                return fail(data.error());
            const auto reader = project->store().reader();
            const auto chosen =
                reader ? (*reader)->setting(workflow::AcceptedErrors::settingKey()) : Result<Json>(fail(reader.error()));
            if (!chosen)
                return fail(chosen.error());
            const auto accepted =
                workflow::AcceptedErrors::of(data->record, data->pictures, workflow::AcceptedErrors::chosenFrom(*chosen));
            const auto plan = accepted.errorPlan();
            if (!plan)
                return fail(plan.error());
            workflow::TeamOptions options;
            options.drift = *plan;
            options.baseline = accepted.baseline();
            auto report = workflow::teamReport(data->record, data->pictures, options, control);
            if (!report)
                return fail(report.error());
            if (const auto named = workflow::nameSigns(*report, *project); !named)
                return fail(named.error());
            report->guidelineChanges = data->guidelineChanges;
            Team team;
            team.accepted = accepted;
            team.guidelineChanges = std::move(data->guidelineChanges);
            team.record = std::make_shared<const workflow::TeamRecord>(std::move(data->record));
            team.report = std::make_shared<const workflow::TeamReport>(std::move(*report));
            team.severities = workflow::ErrorSeverities::of(data->schema);
            team.pictures = std::make_shared<const std::vector<workflow::PictureWork>>(std::move(data->pictures));
            const auto pause = (*reader)->setting(pauseKey);
            if (!pause)
                return fail(pause.error());
            team.pause = pauseSettingsFromJson(*pause);
            return team;
        },
        this, [this](const Result<Team> &team) { take(team); }, jobs::JobRunner::Visibility::Listed, m_generation.next());
}

void TeamView::take(const Result<Team> &team)
{
    m_reload->setEnabled(true);
    if (!team) {
        m_empty->setWords(QStringLiteral("issues"), tr("The team's answers cannot be read"), team.error().text);
        m_whole->setCurrentIndex(m_report ? 1 : 0);
        m_summary->setText(team.error().text);
        return;
    }
    m_record = team->record;
    m_report = team->report;
    m_pictures = team->pictures;
    m_severities = team->severities;
    m_guidelineChanges = team->guidelineChanges;
    m_accepted = team->accepted;
    {
        const QSignalBlocker blocked(m_driftAccepted);
        m_driftAccepted->setValue(m_accepted.basis == workflow::AcceptedErrors::Basis::Chosen ? 100 * m_accepted.rate : 0);
    }
    {
        const QSignalBlocker blocked(m_cohort);
        const QVariant before = m_cohort->currentData();
        m_cohort->clear();
        m_cohort->addItem(tr("All cohorts"));
        for (const workflow::CohortFigures &cohort : m_report->cohorts)
            m_cohort->addItem(TeamModel::cohortText(cohort.name), cohort.name);
        m_cohort->setCurrentIndex(before.isValid() ? std::max(0, m_cohort->findData(before)) : 0);
    }
    m_table->setCohort(cohort());
    m_pause->setSettings(team->pause);
    refreshPeople();
    const bool nobody = m_report->people.empty();
    if (nobody)
        m_empty->setWords(QStringLiteral("user"), tr("Nobody has answered anything yet"),
                          tr("Figures come with the first submissions. Answers from elsewhere can be read from a table with "
                             "plumbline-cli judge: task, annotator, label."));
    m_whole->setCurrentIndex(nobody ? 0 : 1);
    m_list->setEnabled(!nobody);
    const QLocale locale;
    std::int64_t answers = 0;
    for (const workflow::PersonFigures &person : m_report->people)
        answers += person.answers;
    m_summary->setText(tr("%n annotator(s)", nullptr, static_cast<int>(m_report->people.size())) + QStringLiteral(" · ")
                       + tr("%1 answers").arg(locale.toString(qlonglong(answers))) + QStringLiteral(" · ")
                       + tr("%1 tasks with gold").arg(locale.toString(qlonglong(m_report->goldTasks))) + QStringLiteral(" · ")
                       + tr("read at %1").arg(locale.toString(QTime::currentTime(), QLocale::ShortFormat)));
    invalidate();
    emit loaded();
}

// Run lengths of all three charts take a tenth of a second and more.
void TeamView::computeDriftPlan(double rate)
{
    m_planning = true;
    m_services.jobs().run(
        tr("Limits of drift charts"),
        [baseline = m_accepted.baseline(), rate](jobs::JobControl &) { return baseline.plan(rate); }, this,
        [this, rate](const Result<quality::DriftPlan> &plan) {
            m_planning = false;
            m_driftPlans.insert_or_assign(rate, plan);
            for (Page &page : m_pages)
                page.stale = page.stale || page.id == QLatin1String("drift");
            refreshPage();
        },
        jobs::JobRunner::Visibility::Quiet, m_planGeneration.next());
}

bool TeamView::computing() const
{
    return m_report
           && ((page() == QLatin1String("drift") && m_planning) || (page() == QLatin1String("cohorts") && m_cohorts->computing())
               || (page() == QLatin1String("batches") && m_batches->computing())
               || (page() == QLatin1String("prelabels") && m_prelabels->computing())
               || (page() == QLatin1String("signs") && m_signs->computing())
               || (page() == QLatin1String("pause") && m_pause->computing()));
}

std::optional<QString> TeamView::cohort() const
{
    const QVariant chosen = m_cohort->currentData();
    return chosen.isValid() ? std::optional(chosen.toString()) : std::nullopt;
}

std::vector<int> TeamView::people() const
{
    std::vector<int> rows;
    const auto only = cohort();
    for (std::size_t row = 0; m_report && row < m_report->people.size(); ++row)
        if (!only || m_report->people[row].cohort == *only)
            rows.push_back(static_cast<int>(row));
    return rows;
}

std::vector<int> TeamView::chosen(const QComboBox *box) const
{
    const QVariant person = box->currentData();
    return person.isValid() ? std::vector<int>{m_report->indexOf(person.toString())} : people();
}

void TeamView::refreshPeople()
{
    const std::vector<int> rows = people();
    for (QComboBox *box : std::as_const(m_personBoxes)) {
        const QSignalBlocker blocked(box);
        const QVariant before = box->currentData();
        box->clear();
        if (box->property("withAll").toBool())
            box->addItem(cohort() ? m_cohort->currentText() : tr("Everybody"));
        for (const int row : rows) {
            const QString &name = m_report->people[static_cast<std::size_t>(row)].name;
            box->addItem(name, name);
        }
        box->setCurrentIndex(before.isValid() ? std::max(0, box->findData(before)) : 0);
    }
}

void TeamView::invalidate()
{
    for (Page &page : m_pages)
        page.stale = true;
    refreshPage();
}

void TeamView::refreshPage()
{
    const int row = m_stack->currentIndex();
    if (!m_report || row < 0)
        return;
    Page &page = m_pages[static_cast<std::size_t>(row)];
    if (std::exchange(page.stale, false))
        page.fill();
}

void TeamView::showPerson(const QString &name)
{
    if (!m_report || m_report->indexOf(name) < 0)
        return;
    showPage(QStringLiteral("annotators"));
    m_table->choose(name);
}

void TeamView::showPage(const QString &id)
{
    for (std::size_t i = 0; i < m_pages.size(); ++i)
        if (m_pages[i].id == id)
            m_list->setCurrentRow(static_cast<int>(i));
}

QString TeamView::page() const
{
    const int row = m_stack->currentIndex();
    return row < 0 ? QString() : m_pages[static_cast<std::size_t>(row)].id;
}

QStringList TeamView::pages() const
{
    QStringList ids;
    for (const Page &page : m_pages)
        ids << page.id;
    return ids;
}

TeamChartPage *TeamView::chartPage() const
{
    const int row = m_stack->currentIndex();
    return row < 0 ? nullptr : m_pages[static_cast<std::size_t>(row)].chart;
}

// One change of the rule is one step in the history; what was typed on the way there stays out of it while the rule is off.
void TeamView::savePause(const PauseSettings &settings)
{
    if (m_project->store().readOnly())
        return;
    const auto reader = m_project->store().reader();
    const auto stored = reader ? (*reader)->setting(pauseKey) : Result<Json>(fail(reader.error()));
    if (!stored) {
        emit said(stored.error().text);
        return;
    }
    const PauseSettings before = pauseSettingsFromJson(*stored);
    if (before == settings || (!before.on && !settings.on))
        return;
    saveSetting(pauseKey, tr("Change the pause rule"), *stored, pauseSettingsToJson(settings),
                settings.on ? tr("Pauses are proposed by this rule from now on.") : tr("No pauses are proposed any more."));
}

// 0 = none.
void TeamView::saveAccepted(double rate)
{
    if (m_project->store().readOnly())
        return;
    const QString key = workflow::AcceptedErrors::settingKey();
    const auto reader = m_project->store().reader();
    const auto stored = reader ? (*reader)->setting(key) : Result<Json>(fail(reader.error()));
    if (!stored) {
        emit said(stored.error().text);
        return;
    }
    const Json after = rate > 0 ? Json(rate) : Json();
    if (*stored == after)
        return;
    saveSetting(key, tr("Change the accepted error rate"), *stored, after, tr("The figures are read again."));
    reload();
}

void TeamView::saveSetting(const QString &key, const QString &step, const Json &before, const Json &after, const QString &saved)
{
    history::GestureBuilder builder(m_project->store().ids().make<GestureId>(), step);
    builder.setting(key, before, after);
    const auto done = store::wait(m_project->store().commit(builder.take(), m_services.person().name));
    if (done)
        emit projectChanged();
    emit said(done ? saved : done.error().text);
}

}  // namespace plumbline::workstation
