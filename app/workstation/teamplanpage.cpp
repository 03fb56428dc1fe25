// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/teamplanpage.h"

#include "app/workstation/teamforms.h"
#include "core/quality/goldplan.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::workstation {

using forms::countBox;
using forms::heading;
using forms::percent;
using forms::shareBox;
using forms::twoColumns;
using forms::words;

namespace {

constexpr std::pair<quality::PauseRule::Kind, const char *> kindNames[] = {
    {quality::PauseRule::Kind::Window, "window"},
    {quality::PauseRule::Kind::Cumulative, "cumulative"},
    {quality::PauseRule::Kind::Posterior, "posterior"},
    {quality::PauseRule::Kind::Sprt, "sequential"},
};

}  // namespace

PauseSettings pauseSettingsFromJson(const Json &json)
{
    PauseSettings settings;
    if (!json.is_object())
        return settings;
    const auto number = [&](const char *key, double ordinary) {
        const auto at = json.find(key);
        return at != json.end() && at->is_number() ? at->get<double>() : ordinary;
    };
    PauseSettings read;
    for (const auto &[kind, name] : kindNames)
        if (json.value("rule", Json()) == name)
            read.rule.kind = kind;
    read.rule.minimum = static_cast<int>(std::clamp(number("minimum", 5), 1.0, 1000.0));
    read.rule.window = static_cast<int>(std::clamp(number("window", 10), 1.0, double(quality::PauseRule::largestWindow)));
    read.rule.threshold = number("threshold", 0.8);
    read.rule.certainty = number("certainty", 0.99);
    read.goodAccuracy = std::clamp(number("good", 0.95), 0.5, 0.999);
    read.rule.sprt = {read.goodAccuracy, number("bad", 0.8), number("falsePause", 0.05), number("missedBad", 0.05)};
    read.horizon = static_cast<int>(std::clamp(number("horizon", 100), 10.0, 1000.0));
    read.on = json.value("on", Json()) == true;
    return read.rule.valid() ? read : settings;
}

Json pauseSettingsToJson(const PauseSettings &settings)
{
    Json json;
    for (const auto &[kind, name] : kindNames)
        if (settings.rule.kind == kind)
            json["rule"] = name;
    json["minimum"] = settings.rule.minimum;
    json["window"] = settings.rule.window;
    json["threshold"] = settings.rule.threshold;
    json["certainty"] = settings.rule.certainty;
    if (settings.rule.kind == quality::PauseRule::Kind::Sprt) {
        json["bad"] = settings.rule.sprt.bad;
        json["falsePause"] = settings.rule.sprt.falsePause;
        json["missedBad"] = settings.rule.sprt.missedBad;
    }
    json["good"] = settings.goodAccuracy;
    json["horizon"] = settings.horizon;
    json["on"] = settings.on;
    return json;
}

TeamGoldPlanPage::TeamGoldPlanPage(charts::Plot *plot, QWidget *parent)
    : QWidget(parent), m_accuracy(shareBox("planAccuracy", tr("Expected accuracy"), 50, 99.9, 90, 1)),
      m_halfWidth(shareBox("planHalfWidth", tr("Wanted: plus or minus"), 0.5, 30, 5, 1)),
      m_annotators(countBox("planAnnotators", tr("Annotators"), 1, 100'000, 20)),
      m_labelsPerItem(countBox("planLabels", tr("Labels per ordinary item"), 1, 100, 1)),
      m_available(countBox("planAvailable", tr("Gold items there are"), 0, 10'000'000, 100)),
      m_wanted(shareBox("planMajority", tr("Majority right in"), 51, 99.9, 99, 1)), m_goldWords(words("goldWords")),
      m_poolWords(words("poolWords")), m_labelWords(words("labelWords")), m_chart(new TeamChartPage(plot))
{
    QVBoxLayout *column = twoColumns(this, m_chart);
    column->addWidget(heading(tr("Gold for an interval")));
    auto *gold = new QFormLayout;
    gold->addRow(tr("Expected accuracy"), m_accuracy);
    gold->addRow(tr("Wanted: plus or minus"), m_halfWidth);
    column->addLayout(gold);
    column->addWidget(m_goldWords);
    column->addWidget(heading(tr("Gold that nobody can tell apart")));
    auto *pool = new QFormLayout;
    pool->addRow(tr("Annotators"), m_annotators);
    pool->addRow(tr("Labels per ordinary item"), m_labelsPerItem);
    pool->addRow(tr("Gold items there are"), m_available);
    column->addLayout(pool);
    column->addWidget(m_poolWords);
    column->addWidget(heading(tr("Labels per item")));
    auto *labels = new QFormLayout;
    labels->addRow(tr("Majority right in"), m_wanted);
    column->addLayout(labels);
    column->addWidget(m_labelWords);
    column->addStretch(1);
    for (QDoubleSpinBox *box : {m_accuracy, m_halfWidth, m_wanted})
        connect(box, &QDoubleSpinBox::valueChanged, this, &TeamGoldPlanPage::refresh);
    for (QSpinBox *box : {m_annotators, m_labelsPerItem, m_available})
        connect(box, &QSpinBox::valueChanged, this, &TeamGoldPlanPage::refresh);
    refresh();
}

void TeamGoldPlanPage::setReport(const workflow::TeamReport &report)
{
    if (std::exchange(m_filled, true))
        return;
    quality::RightWrong all;
    int annotators = 0;
    for (const workflow::PersonFigures &person : report.people) {
        all.right += person.gold.right;
        all.wrong += person.gold.wrong;
        annotators += person.answers > 0;
    }
    if (all.n() > 0)
        m_accuracy->setValue(100 * double(all.right) / double(all.n()));
    m_annotators->setValue(std::max(1, annotators));
    m_available->setValue(static_cast<int>(std::min<std::int64_t>(report.goldTasks, m_available->maximum())));
}

void TeamGoldPlanPage::refresh()
{
    const double accuracy = m_accuracy->value() / 100;
    const double halfWidth = m_halfWidth->value() / 100;
    const auto needed = quality::resultsForHalfWidth(accuracy, halfWidth);
    const QLocale locale;
    m_goldWords->setText(needed ? tr("%1 decisions on gold for each annotator.").arg(locale.toString(qlonglong(*needed)))
                                : tr("No number of gold decisions gets there."));
    quality::GoldPool pool;
    pool.annotators = m_annotators->value();
    pool.goldEach = needed.value_or(0);
    pool.labelsPerItem = m_labelsPerItem->value();
    pool.available = m_available->value();
    m_poolWords->setText(needed ? pool.text() : QString());
    const double wanted = m_wanted->value() / 100;
    const auto labels = quality::labelsForMajority(accuracy, wanted);
    m_labelWords->setText(
        labels ? tr("%n label(s) an item: the majority is then right in %1 of items, if errors are independent and all fall on "
                    "the same wrong label (the worst case).",
                    nullptr, *labels)
                     .arg(percent(quality::majorityRight(accuracy, *labels)))
               : tr("No number of labels gets there: annotators must be right more often than not."));

    charts::Chart chart;
    chart.id = QStringLiteral("gold-plan");
    chart.title = tr("Interval by number of gold decisions");
    chart.xTitle = tr("Gold decisions of one annotator");
    chart.yTitle = tr("Half width of the 95 % interval");
    charts::ChartSeries series;
    series.name = tr("Half width");
    series.shape = charts::ChartSeries::Shape::Line;
    const double last = std::clamp(2.0 * double(needed.value_or(200)), 50.0, 20'000.0);
    constexpr int steps = 50;
    for (int i = 1; i <= steps; ++i) {
        const auto n = std::max<std::int64_t>(1, qRound64(last * i / steps));
        series.points.push_back({double(n), quality::accuracyHalfWidth(accuracy, n), {}, {}, n, {}});
    }
    chart.series.push_back(std::move(series));
    chart.yRange = {0, std::min(0.5, std::max(0.12, 3 * halfWidth))};
    chart.lines.push_back({false, halfWidth, tr("wanted"), theme::Token::Good});
    if (needed)
        chart.lines.push_back({true, double(*needed), tr("n = %1").arg(*needed), theme::Token::Good});
    chart.method = tr("Equal-tailed 95 % interval of the Beta posterior (uniform prior) when %1 of the decisions are right.")
                       .arg(percent(accuracy));
    m_chart->setChart(chart);
}

Result<PauseFigures> pauseFigures(const PauseSettings &settings, const std::shared_ptr<const workflow::TeamRecord> &record,
                                  const std::shared_ptr<const workflow::TeamReport> &report,
                                  std::shared_ptr<const GoldSeries> series, const jobs::JobControl &control)
{
    const quality::PauseRule &rule = settings.rule;
    const int horizon = settings.horizon;
    PauseFigures figures;
    constexpr int steps = 25;
    figures.rate = quality::pauseProbability(rule, settings.goodAccuracy, horizon);
    if (rule.kind == quality::PauseRule::Kind::Sprt) {
        figures.poorRate = quality::pauseProbability(rule, rule.sprt.bad, horizon);
        figures.good = rule.sprt.course(rule.sprt.good, horizon);
        figures.poor = rule.sprt.course(rule.sprt.bad, horizon);
    }
    for (int i = 0; i <= steps; ++i) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        control.report(i, steps + 1);
        const double accuracy = 0.5 + 0.5 * i / steps;
        // Nobody is certain to be right; the last point stands for nearly always.
        figures.curve.emplace_back(accuracy, quality::pauseProbability(rule, std::min(accuracy, 0.9999), horizon));
    }
    figures.series = std::move(series);
    if (!record || !report || !settings.on)
        return figures;
    if (!figures.series) {
        GoldSeries made = workflow::goldSeries(*record);
        // Who works on pictures alone is judged by those.
        for (const workflow::PersonFigures &person : report->people)
            if (auto &own = made[static_cast<std::size_t>(record->people.indexOf(person.name))]; own.empty())
                own = person.pictureResults;
        figures.series = std::make_shared<const GoldSeries>(std::move(made));
    }
    const quality::PausePlan plan{settings.goodAccuracy, horizon, figures.rate};
    for (const workflow::PersonFigures &person : report->people) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        quality::PauseTracker tracker(rule);
        for (const quality::DriftInput &result : (*figures.series)[static_cast<std::size_t>(record->people.indexOf(person.name))])
            tracker.add(result.right);
        if (const auto proposal = quality::pauseProposal(tracker, plan, {}); proposal.proposed)
            figures.proposals.emplace_back(person.name, proposal.text());
    }
    return figures;
}

TeamPausePage::TeamPausePage(jobs::JobRunner &jobs, charts::Plot *plot, QWidget *parent)
    : QWidget(parent), m_jobs(jobs), m_form(new QFormLayout), m_kind(new QComboBox),
      m_window(countBox("pauseWindow", tr("Of the last"), 3, 12, 10)),
      m_minimum(countBox("pauseMinimum", tr("From result"), 1, 200, 5)),
      m_threshold(shareBox("pauseThreshold", tr("Accuracy below"), 30, 99, 80)),
      m_certainty(shareBox("pauseCertainty", tr("Certainty"), 80, 99.99, 99, 2)),
      m_bad(shareBox("pauseBad", tr("A poor annotator's accuracy"), 30, 99, 80)),
      m_falsePause(shareBox("pauseFalse", tr("Pause a good one in"), 0.1, 40, 5, 1)),
      m_missed(shareBox("pauseMissed", tr("Release a poor one in"), 0.1, 40, 5, 1)),
      m_good(shareBox("pauseGood", tr("A good annotator's accuracy"), 50, 99.9, 95, 1)),
      m_horizon(countBox("pauseHorizon", tr("Gold results planned"), 10, 1000, 100)), m_rate(words("pauseRate")),
      m_on(new QCheckBox(tr("Propose pauses by this rule"))), m_proposals(words("pauseProposals")),
      m_chart(new TeamChartPage(plot))
{
    m_kind->setObjectName(QStringLiteral("pauseKind"));
    m_kind->setAccessibleName(tr("Rule"));
    m_kind->addItem(tr("Certain to be too low"), int(quality::PauseRule::Kind::Posterior));
    m_kind->addItem(tr("Share of all too low"), int(quality::PauseRule::Kind::Cumulative));
    m_kind->addItem(tr("Share of the last ones too low"), int(quality::PauseRule::Kind::Window));
    m_kind->addItem(tr("Sequential test"), int(quality::PauseRule::Kind::Sprt));
    // The longest rule must not widen the column.
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(10);
    m_on->setObjectName(QStringLiteral("pauseOn"));
    QVBoxLayout *column = twoColumns(this, m_chart);
    column->addWidget(heading(tr("When to propose a pause")));
    m_form->addRow(tr("Rule"), m_kind);
    m_form->addRow(tr("Accuracy below"), m_threshold);
    m_form->addRow(tr("Certainty"), m_certainty);
    m_form->addRow(tr("Of the last"), m_window);
    m_form->addRow(tr("From result"), m_minimum);
    m_form->addRow(tr("A poor annotator's accuracy"), m_bad);
    m_form->addRow(tr("Pause a good one in"), m_falsePause);
    m_form->addRow(tr("Release a poor one in"), m_missed);
    column->addLayout(m_form);
    column->addWidget(heading(tr("How often it hits a good one")));
    auto *plan = new QFormLayout;
    plan->addRow(tr("A good annotator's accuracy"), m_good);
    plan->addRow(tr("Gold results planned"), m_horizon);
    column->addLayout(plan);
    column->addWidget(m_rate);
    column->addWidget(m_on);
    column->addWidget(heading(tr("Proposals")));
    column->addWidget(m_proposals);
    column->addStretch(1);
    for (QDoubleSpinBox *box : {m_threshold, m_certainty, m_good, m_bad, m_falsePause, m_missed})
        connect(box, &QDoubleSpinBox::valueChanged, this, &TeamPausePage::edited);
    for (QSpinBox *box : {m_window, m_minimum, m_horizon})
        connect(box, &QSpinBox::valueChanged, this, &TeamPausePage::edited);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TeamPausePage::edited);
    connect(m_on, &QCheckBox::toggled, this, &TeamPausePage::edited);
    m_proposals->setTextFormat(Qt::RichText);
    m_proposals->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_proposals, &QLabel::linkActivated, this, &TeamPausePage::personRequested);
    setSettings({});
}

TeamPausePage::~TeamPausePage()
{
    m_jobs.cancel(m_job);
}

void TeamPausePage::setTeam(std::shared_ptr<const workflow::TeamRecord> record,
                            std::shared_ptr<const workflow::TeamReport> report)
{
    if (m_record == record && m_report == report && m_figures)
        return;
    if (m_record != record || m_report != report)
        m_series.reset();
    m_record = std::move(record);
    m_report = std::move(report);
    compute();
}

// The rate of another rule is not known: what was computed is of no use.
void TeamPausePage::compute()
{
    m_jobs.cancel(m_job);
    m_figures.reset();
    refresh();
    if (!m_settings.rule.valid())
        return;
    m_job = m_jobs.run(
        tr("What a pause rule does"),
        [settings = m_settings, record = m_record, report = m_report, series = m_series](jobs::JobControl &control) {
            return pauseFigures(settings, record, report, series, control);
        },
        this,
        [this](Result<PauseFigures> figures) {
            if (!figures)
                return;
            m_series = figures->series;
            m_figures = std::move(*figures);
            refresh();
        },
        jobs::JobRunner::Visibility::WhenSlow, m_generation.next());
}

void TeamPausePage::setSettings(const PauseSettings &settings)
{
    m_filling = true;
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(settings.rule.kind))));
    m_window->setValue(settings.rule.window);
    m_minimum->setValue(settings.rule.minimum);
    m_threshold->setValue(100 * settings.rule.threshold);
    m_certainty->setValue(100 * settings.rule.certainty);
    m_bad->setValue(100 * settings.rule.sprt.bad);
    m_falsePause->setValue(100 * settings.rule.sprt.falsePause);
    m_missed->setValue(100 * settings.rule.sprt.missedBad);
    m_good->setValue(100 * settings.goodAccuracy);
    m_horizon->setValue(settings.horizon);
    m_on->setChecked(settings.on);
    m_filling = false;
    if (m_settings != settings)
        m_figures.reset();
    m_settings = settings;
    refresh();
}

void TeamPausePage::edited()
{
    if (m_filling)
        return;
    PauseSettings now;
    now.rule.kind = static_cast<quality::PauseRule::Kind>(m_kind->currentData().toInt());
    now.rule.window = m_window->value();
    now.rule.minimum = m_minimum->value();
    now.rule.threshold = m_threshold->value() / 100;
    now.rule.certainty = m_certainty->value() / 100;
    now.goodAccuracy = m_good->value() / 100;
    now.rule.sprt = {now.goodAccuracy, m_bad->value() / 100, m_falsePause->value() / 100, m_missed->value() / 100};
    now.horizon = m_horizon->value();
    now.on = m_on->isChecked();
    // Another rule is another decision: its rate is read before it is switched on.
    const bool sameRule =
        now.rule == m_settings.rule && now.goodAccuracy == m_settings.goodAccuracy && now.horizon == m_settings.horizon;
    if (!sameRule && now.on) {
        m_filling = true;
        m_on->setChecked(false);
        m_filling = false;
        now.on = false;
    }
    m_settings = now;
    if (sameRule && !now.on && m_figures)
        refresh();
    else
        compute();
    emit settingsChanged(now);
}

void TeamPausePage::refreshFields()
{
    const quality::PauseRule &rule = m_settings.rule;
    using Kind = quality::PauseRule::Kind;
    const bool sequential = rule.kind == Kind::Sprt;
    for (const auto &[box, used] : {std::pair<QWidget *, bool>(m_certainty, rule.kind == Kind::Posterior),
                                    {m_window, rule.kind == Kind::Window},
                                    {m_threshold, !sequential},
                                    {m_minimum, !sequential},
                                    {m_bad, sequential},
                                    {m_falsePause, sequential},
                                    {m_missed, sequential}}) {
        box->setEnabled(used);
        box->setVisible(used);
        m_form->labelForField(box)->setVisible(used);
    }
    // Its rate is read before a rule is switched on; one that is on may always be switched off.
    m_on->setEnabled(rule.valid() && (m_figures || m_settings.on));
}

void TeamPausePage::refresh()
{
    const quality::PauseRule &rule = m_settings.rule;
    refreshFields();
    charts::Chart chart;
    chart.id = QStringLiteral("pause-rule");
    chart.title = tr("Chance to be proposed for a pause");
    if (!rule.valid() || !m_figures) {
        m_rate->setText(rule.valid() ? tr("The rule's false-pause rate is being computed…")
                                     : tr("This is no rule: a poor annotator's accuracy must be below a good one's."));
        chart.empty = m_rate->text();
        m_chart->setChart(chart);
        refreshProposals();
        return;
    }
    m_rate->setText(rateWords());
    chart.xTitle = tr("True accuracy");
    chart.yTitle = tr("Proposed within %n gold result(s)", nullptr, m_settings.horizon);
    chart.xRange = {0.5, 1};
    chart.yRange = {0, 1.02};
    charts::ChartSeries series;
    series.name = tr("Chance");
    series.shape = charts::ChartSeries::Shape::Line;
    for (const auto &[accuracy, chance] : m_figures->curve)
        series.points.push_back({accuracy, chance, {}, {}, m_settings.horizon, {}});
    chart.series.push_back(std::move(series));
    chart.lines.push_back({true, m_settings.goodAccuracy, tr("good: %1").arg(percent(m_figures->rate)), theme::Token::Good});
    if (rule.kind == quality::PauseRule::Kind::Sprt)
        chart.lines.push_back({true, rule.sprt.bad, tr("poor: %1").arg(percent(m_figures->poorRate)), theme::Token::Bad});
    chart.method = tr("Rule: %1. Exact, over all courses of %n independent result(s), looked at after every one.", nullptr,
                      m_settings.horizon)
                       .arg(rule.text());
    m_chart->setChart(chart);
    refreshProposals();
}

QString TeamPausePage::rateWords() const
{
    QString text = tr("False-pause rate: %1. So often would an annotator who is right in %2 be proposed at least once within %n "
                      "gold result(s).",
                      nullptr, m_settings.horizon)
                       .arg(percent(m_figures->rate), percent(m_settings.goodAccuracy));
    if (m_settings.rule.kind != quality::PauseRule::Kind::Sprt)
        return text;
    // The wanted rates are limits; the test ends between two results, so the true ones differ.
    const QLocale locale;
    return text + QLatin1Char(' ')
           + tr("A poor one is proposed in %1, released in %2. The test takes %3 results for a good one and %4 for a poor one on "
                "average; "
                "once it has released somebody it is silent, so charts of drift must do the rest.")
                 .arg(percent(m_figures->poor.paused), percent(m_figures->poor.released),
                      locale.toString(m_figures->good.meanResults, 'f', 1), locale.toString(m_figures->poor.meanResults, 'f', 1));
}

void TeamPausePage::refreshProposals()
{
    if (!m_settings.on || !m_settings.rule.valid() || !m_report || !m_record) {
        m_proposals->setText(tr("Switched off: nobody is proposed."));
        return;
    }
    if (!m_figures) {
        m_proposals->clear();
        return;
    }
    QStringList list;
    for (const auto &[person, evidence] : m_figures->proposals)
        list << QStringLiteral("<p><a href=\"%1\">%1</a><br/>%2</p>").arg(person.toHtmlEscaped(), evidence.toHtmlEscaped());
    m_proposals->setText(list.isEmpty()
                             ? tr("The rule proposes nobody.")
                             : tr("Only a person pauses a person; look at the evidence first.") + list.join(QString()));
}

}  // namespace plumbline::workstation
