// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/teamcohortpage.h"

#include "app/workstation/teamcohortcharts.h"
#include "app/workstation/teammodel.h"

#include <QComboBox>
#include <QLocale>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

namespace plumbline::workstation {

namespace {

using Make = charts::Chart (*)(const CohortPairs &);
constexpr Make makers[] = {cohortAccuracyChart, cohortSharedChart, cohortMixedChart};  // of all pairs

}  // namespace

TeamCohortPage::TeamCohortPage(jobs::JobRunner &jobs, charts::Plot *plot, QWidget *parent)
    : QWidget(parent), m_jobs(jobs), m_kind(new QComboBox), m_pair(new QComboBox), m_chart(new TeamChartPage(plot)),
      m_items(new TeamItemList("cohortItems", tr("Items that only one cohort had right")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_chart);
    split->addWidget(m_items);
    split->setStretchFactor(0, 1);
    split->setSizes({480, 200});
    layout->addWidget(split);
    m_kind->setObjectName(QStringLiteral("cohortComparison"));
    m_kind->addItem(tr("Everything on gold"));
    m_kind->addItem(tr("Shared items, one answer each"));
    m_kind->addItem(tr("Shared items, mixed model"));
    m_kind->addItem(tr("What is said for what is true"));
    m_chart->addControl(tr("Compare"), m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TeamCohortPage::refresh);
    m_pair->setObjectName(QStringLiteral("cohortPair"));
    m_pair->setMinimumContentsLength(22);
    m_items->addControl(tr("Cohorts"), m_pair);
    connect(m_pair, &QComboBox::currentIndexChanged, this, &TeamCohortPage::refresh);
    connect(m_chart, &TeamChartPage::activated, this, [this](const QString &name) {
        if (const int row = m_pair->findText(name); row >= 0)
            m_pair->setCurrentIndex(row);
    });
    connect(m_items, &TeamItemList::taskRequested, this, &TeamCohortPage::taskRequested);
}

TeamCohortPage::~TeamCohortPage()
{
    m_jobs.cancel(m_job);
}

void TeamCohortPage::setTeam(std::shared_ptr<const workflow::TeamRecord> record,
                             std::shared_ptr<const std::vector<workflow::PictureWork>> pictures,
                             std::shared_ptr<const workflow::TeamReport> report)
{
    if (m_report == report)
        return;
    m_report = report;
    m_pairs.reset();
    m_jobs.cancel(m_job);
    m_job = m_jobs.run(
        tr("Compare cohorts"),
        [record, pictures, report](jobs::JobControl &control) {
            return workflow::cohortPairs(*record, *pictures, *report, control);
        },
        this,
        [this](Result<std::vector<workflow::CohortPair>> pairs) {
            m_pairs = std::move(pairs);
            {
                const QSignalBlocker blocked(m_pair);
                const QString before = m_pair->currentText();
                m_pair->clear();
                for (std::size_t i = 0; *m_pairs && i < (*m_pairs)->size(); ++i)
                    m_pair->addItem(cohortPairName((**m_pairs)[i]));
                m_pair->setCurrentIndex(m_pair->count() > 0 ? std::max(0, m_pair->findText(before)) : -1);
            }
            refresh();
        },
        jobs::JobRunner::Visibility::WhenSlow, m_generation.next());
    refresh();
}

void TeamCohortPage::refresh()
{
    if (!m_pairs || !*m_pairs) {
        charts::Chart words;
        words.id = QStringLiteral("cohorts");
        words.title = tr("Differences between cohorts");
        words.empty = m_pairs ? m_pairs->error().text : tr("Being computed…");
        m_chart->setChart(words);
        m_items->setItems({}, {});
        return;
    }
    const auto kind = static_cast<std::size_t>(m_kind->currentIndex());
    const int pair = m_pair->currentIndex();
    m_chart->setChart(kind < std::size(makers) || pair < 0
                          ? makers[std::min(kind, std::size(makers) - 1)](**m_pairs)
                          : cohortLabelsChart((**m_pairs)[static_cast<std::size_t>(pair)]));
    showItems();
}

void TeamCohortPage::showItems()
{
    const int row = m_pair->currentIndex();
    if (row < 0) {
        m_items->setItems({}, {});
        return;
    }
    const workflow::CohortPair *found = &(**m_pairs)[static_cast<std::size_t>(row)];
    const QString first = TeamModel::cohortText(found->first);
    const QString second = TeamModel::cohortText(found->second);
    charts::ChartTable table;
    table.header = {tr("Item"), tr("Right in"), tr("Wrong in")};
    for (const QString &item : found->shared.firstOnly)
        table.rows.push_back({item, first, second});
    for (const QString &item : found->shared.secondOnly)
        table.rows.push_back({item, second, first});
    const QLocale locale;
    m_items->setItems(tr("Of %1 shared items only %2 had %3 right, only %4 had %5.")
                          .arg(locale.toString(qlonglong(found->shared.items)), first,
                               locale.toString(qlonglong(found->shared.test.firstOnly)), second,
                               locale.toString(qlonglong(found->shared.test.secondOnly))),
                      std::move(table));
}

}  // namespace plumbline::workstation
