// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/teamprelabelpage.h"

#include "app/workstation/teamforms.h"
#include "core/quality/posterior.h"

#include <QComboBox>
#include <QDateTime>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::workstation {

using workflow::PrelabelWork;

namespace {

QString count(std::int64_t n)
{
    return QLocale().toString(qlonglong(n));
}

}  // namespace

TeamPrelabelPage::TeamPrelabelPage(jobs::JobRunner &jobs, std::shared_ptr<store::Project> project, charts::Plot *plot, QWidget *parent)
    : QWidget(parent), m_jobs(jobs), m_project(std::move(project)), m_show(new QComboBox), m_chart(new TeamChartPage(plot)),
      m_taken(new TeamItemList("prelabelTaken", tr("Wrong predictions that were accepted")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_chart);
    split->addWidget(m_taken);
    split->setStretchFactor(0, 1);
    split->setSizes({480, 200});
    layout->addWidget(split);
    m_show->setObjectName(QStringLiteral("prelabelShow"));
    m_show->addItem(tr("Accepted of all"));
    m_show->addItem(tr("Accepted of the wrong ones"));
    m_chart->addControl(tr("Show"), m_show);
    connect(m_show, &QComboBox::currentIndexChanged, this, &TeamPrelabelPage::refresh);
    connect(m_chart, &TeamChartPage::activated, this, &TeamPrelabelPage::showTaken);
    connect(m_taken, &TeamItemList::taskRequested, this, &TeamPrelabelPage::taskRequested);
}

// What is being read holds the project open.
TeamPrelabelPage::~TeamPrelabelPage()
{
    m_jobs.cancel(m_job);
}

void TeamPrelabelPage::setTeam(std::shared_ptr<const workflow::TeamReport> report, const std::vector<int> &people)
{
    m_people = people;
    if (m_report != report) {
        m_report = std::move(report);
        m_work.reset();
        m_jobs.cancel(m_job);
        m_job = m_jobs.run(
            tr("What became of predictions"),
            [project = m_project](jobs::JobControl &control) { return workflow::prelabelWork(*project, control); }, this,
            [this](Result<std::vector<PrelabelWork>> work) {
                m_work = std::move(work);
                refresh();
            },
            jobs::JobRunner::Visibility::WhenSlow, m_generation.next());
    }
    refresh();
}

void TeamPrelabelPage::refresh()
{
    charts::Chart chart;
    const bool wrongOnes = m_show->currentIndex() == 1;
    chart.id = wrongOnes ? QStringLiteral("prelabels-wrong") : QStringLiteral("prelabels");
    chart.title = wrongOnes ? tr("Wrong predictions that were accepted") : tr("Predictions that were accepted");
    chart.xTitle = tr("Share accepted");
    chart.yTitle = chart.nameTitle = tr("Annotator");
    chart.xRange = {0, 1.02};
    charts::ChartSeries series;
    series.name = chart.xTitle;
    std::int64_t n = 0;
    if (m_work && *m_work)
        for (const PrelabelWork &work : **m_work) {
            const int row = m_report->indexOf(work.person);
            const std::int64_t of = wrongOnes ? work.wrong : work.decided();
            const std::int64_t part = wrongOnes ? work.wrongAccepted : work.accepted;
            // Whoever has handed nothing in is in no cohort, and is shown with all of them.
            const bool shown = row < 0 ? m_people.size() == m_report->people.size()
                                       : std::find(m_people.begin(), m_people.end(), row) != m_people.end();
            if (of == 0 || !shown)
                continue;
            n += of;
            const quality::Interval interval = quality::wilson(part, of);
            charts::ChartPoint point{double(part) / double(of), double(chart.names.size()), interval.low, interval.high, of, work.person};
            if (wrongOnes)
                point.more = {count(work.wrongAccepted), count(work.right), count(work.rightRejected),
                              work.standsOut() ? tr("look at it") : QString()};
            else
                point.more = {count(work.accepted), count(work.asProposed), count(work.corrected), count(work.removed),
                              count(work.rejected), count(work.atOnce)};
            series.points.push_back(std::move(point));
            chart.names << work.person;
        }
    if (wrongOnes) {
        chart.moreTitles = {tr("Wrong, accepted"), tr("Right ones decided"), tr("Right, rejected"), tr("Stands out")};
        chart.method =
            tr("Predictions on gold that fit no known answer, n = %1 decided ones; 95 % Wilson interval. A person stands out when more "
               "than %2 are accepted with certainty .999, of 20 or more: perhaps nobody looked. An accepted one may have been "
               "corrected; the list says so.")
                .arg(count(n), forms::percent(PrelabelWork::usualWrongAccepted));
    } else {
        chart.moreTitles = {tr("Accepted"), tr("As proposed"), tr("Corrected"), tr("Removed"), tr("Rejected"), tr("Many at once")};
        chart.method =
            tr("Of the predictions that each person accepted or rejected, n = %1 in all, those accepted; 95 % Wilson interval, which takes "
               "predictions of one picture as independent. Each counts for whoever decided last; what nobody decided is left out. "
               "“Many at once”: accepted in one step with %2 or more. People decided on different predictions, so shares do not compare skill.")
                .arg(count(n))
                .arg(PrelabelWork::manyAtOnce);
    }
    if (!m_work)
        chart.empty = tr("Being read…");
    else if (!*m_work)
        chart.empty = m_work->error().text;
    else if (series.points.empty())
        chart.empty = wrongOnes ? tr("Nobody here decided on a wrong prediction of a picture with gold.")
                                : tr("Nobody here accepted or rejected a model's prediction.");
    else
        chart.series.push_back(std::move(series));
    m_chart->setChart(chart);
    showTaken(m_chosen);
}

void TeamPrelabelPage::showTaken(const QString &person)
{
    const PrelabelWork *found = nullptr;
    const QStringList &names = m_chart->chart().names;
    const QString name = names.contains(person) ? person : names.value(0);
    if (m_work && *m_work)
        for (const PrelabelWork &work : **m_work)
            if (work.person == name)
                found = &work;
    if (!found || name.isEmpty()) {
        m_taken->setItems({}, {});
        return;
    }
    m_chosen = name;
    charts::ChartTable table;
    table.header = {tr("Item"), tr("Predicted"), tr("Model"), tr("Corrected later"), tr("Time (UTC)")};
    for (const PrelabelWork::Taken &taken : found->taken)
        table.rows.push_back({taken.item, taken.labelClass, taken.model, taken.corrected ? tr("yes") : tr("no"),
                              QDateTime::fromMSecsSinceEpoch(taken.microseconds / 1000, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd hh:mm:ss"))});
    m_taken->setItems(tr("%1: %2 of %3 wrong predictions on gold were accepted. Choose somebody else in the chart or its table.")
                          .arg(name, count(found->wrongAccepted), count(found->wrong)),
                      std::move(table));
}

}  // namespace plumbline::workstation
