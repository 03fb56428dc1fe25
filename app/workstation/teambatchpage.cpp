// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/teambatchpage.h"

#include "app/workstation/teamcohortcharts.h"
#include "app/workstation/teamforms.h"

#include <QComboBox>
#include <QDateTime>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

namespace plumbline::workstation {

namespace {

QDoubleSpinBox *weightBox(const char *name, const QString &title, double value)
{
    auto *box = new QDoubleSpinBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(title);
    constexpr double most = 1000;
    box->setRange(0, most);
    box->setDecimals(1);
    box->setValue(value);
    return box;
}

}  // namespace

TeamBatchPage::TeamBatchPage(jobs::JobRunner &jobs, charts::Plot *plot, QWidget *parent)
    : QWidget(parent), m_jobs(jobs), m_show(new QComboBox), m_period(new QComboBox),
      m_acceptable(forms::shareBox("batchAcceptable", tr("Good: bad ones at most"), 0, 50, 5, 1)),
      m_refuse(forms::shareBox("batchRefuse", tr("Poor: bad ones at least"), 0.1, 90, 15, 1)),
      m_producer(forms::shareBox("batchProducer", tr("A good one refused"), 0.1, 50, 5, 1)),
      m_consumer(forms::shareBox("batchConsumer", tr("A poor one taken"), 0.1, 50, 10, 1)),
      m_weights{weightBox("weightMinor", tr("Minor"), m_options.weights.minor),
                weightBox("weightMajor", tr("Major"), m_options.weights.major),
                weightBox("weightCritical", tr("Critical"), m_options.weights.critical)},
      m_chart(new TeamChartPage(plot)), m_wrong(new TeamItemList("batchWrong", tr("Wrong answers of a batch")))
{
    auto *right = new QSplitter(Qt::Vertical);
    right->setChildrenCollapsible(false);
    right->addWidget(m_chart);
    right->addWidget(m_wrong);
    right->setStretchFactor(0, 1);
    right->setSizes({480, 200});
    QVBoxLayout *column = forms::twoColumns(this, right);
    if (auto *split = m_chart->findChild<QSplitter *>(QStringLiteral("chartSplit")))
        split->setSizes({600, 260});
    m_period->setObjectName(QStringLiteral("batchPeriod"));
    m_period->setAccessibleName(tr("A batch is"));
    m_period->addItem(tr("everything of a cohort"), int(workflow::BatchPeriod::Everything));
    m_period->addItem(tr("its month"), int(workflow::BatchPeriod::Month));
    m_period->addItem(tr("its week"), int(workflow::BatchPeriod::Week));
    m_period->addItem(tr("its day"), int(workflow::BatchPeriod::Day));
    m_period->addItem(tr("its work under a guideline"), int(workflow::BatchPeriod::Guideline));
    m_show->setObjectName(QStringLiteral("batchShow"));
    m_show->addItem(tr("Which to take"));
    m_show->addItem(tr("Weighted errors"));
    m_chart->addControl(tr("Show"), m_show);

    column->addWidget(forms::heading(tr("Batches")));
    auto *batches = new QFormLayout;
    batches->addRow(tr("A batch is"), m_period);
    column->addLayout(batches);
    column->addWidget(forms::heading(tr("What a sample must tell apart")));
    auto *limits = new QFormLayout;
    limits->addRow(tr("Good: bad ones at most"), m_acceptable);
    limits->addRow(tr("Poor: bad ones at least"), m_refuse);
    column->addLayout(limits);
    column->addWidget(forms::heading(tr("How often it may be mistaken")));
    auto *risks = new QFormLayout;
    risks->addRow(tr("A good one refused"), m_producer);
    risks->addRow(tr("A poor one taken"), m_consumer);
    column->addLayout(risks);
    column->addWidget(forms::heading(tr("What an error weighs")));
    auto *weights = new QFormLayout;
    weights->addRow(tr("Minor"), m_weights[0]);
    weights->addRow(tr("Major"), m_weights[1]);
    weights->addRow(tr("Critical"), m_weights[2]);
    column->addLayout(weights);
    auto *note = new QLabel(tr("A batch is taken or refused by a person; this says what the checked part of it allows to say."));
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(note);
    column->addStretch(1);

    for (QDoubleSpinBox *box : {m_acceptable, m_refuse, m_producer, m_consumer, m_weights[0], m_weights[1], m_weights[2]}) {
        box->setKeyboardTracking(false);
        connect(box, &QDoubleSpinBox::valueChanged, this, &TeamBatchPage::compute);
    }
    connect(m_period, &QComboBox::currentIndexChanged, this, &TeamBatchPage::compute);
    connect(m_show, &QComboBox::currentIndexChanged, this, &TeamBatchPage::refresh);
    connect(m_chart, &TeamChartPage::activated, this, &TeamBatchPage::showWrong);
    connect(m_wrong, &TeamItemList::taskRequested, this, &TeamBatchPage::taskRequested);
}

TeamBatchPage::~TeamBatchPage()
{
    m_jobs.cancel(m_job);
}

void TeamBatchPage::setTeam(std::shared_ptr<const workflow::TeamRecord> record,
                            std::shared_ptr<const std::vector<workflow::PictureWork>> pictures,
                            const workflow::ErrorSeverities &severities, const std::vector<std::int64_t> &guidelineChanges)
{
    if (m_record == record)
        return;
    m_record = std::move(record);
    m_pictures = std::move(pictures);
    m_options.severities = severities;
    m_options.guidelineChanges = guidelineChanges;
    compute();
}

void TeamBatchPage::compute()
{
    if (!m_record)
        return;
    m_options.period = static_cast<workflow::BatchPeriod>(m_period->currentData().toInt());
    m_options.limits = {m_acceptable->value() / 100, m_refuse->value() / 100, m_producer->value() / 100, m_consumer->value() / 100};
    m_options.weights = {m_weights[0]->value(), m_weights[1]->value(), m_weights[2]->value()};
    m_batches.reset();
    m_jobs.cancel(m_job);
    m_job = m_jobs.run(
        tr("Batches of the team"),
        [record = m_record, pictures = m_pictures, options = m_options](jobs::JobControl &control) {
            return workflow::teamBatches(*record, *pictures, options, control);
        },
        this,
        [this](Result<std::vector<workflow::Batch>> batches) {
            m_batches = std::move(batches);
            refresh();
        },
        jobs::JobRunner::Visibility::WhenSlow, m_generation.next());
}

void TeamBatchPage::refresh()
{
    if (!m_batches)
        return;
    if (!*m_batches) {
        charts::Chart words;
        words.id = QStringLiteral("batch-acceptance");
        words.title = tr("Which batches to take");
        words.empty = m_batches->error().text;
        m_chart->setChart(words);
        m_wrong->setItems({}, {});
        return;
    }
    m_chart->setChart(m_show->currentIndex() == 0 ? batchAcceptanceChart(**m_batches, m_options) : batchErrorsChart(**m_batches, m_options));
    showWrong(m_chosen);
}

void TeamBatchPage::showWrong(const QString &name)
{
    if (!m_batches || !*m_batches || (*m_batches)->empty())
        return;
    const auto &batches = **m_batches;
    auto found = std::find_if(batches.begin(), batches.end(), [&](const auto &batch) { return batchName(batch, m_options.period) == name; });
    if (found == batches.end())
        found = batches.begin();
    m_chosen = batchName(*found, m_options.period);
    charts::ChartTable table;
    table.header = {tr("Item"), tr("Annotator"), tr("In the sample"), tr("Time (UTC)")};
    for (const workflow::Batch::Wrong &wrong : found->wrong)
        table.rows.push_back({wrong.name, wrong.person, wrong.sampled ? tr("yes") : tr("no"),
                              QDateTime::fromMSecsSinceEpoch(wrong.microseconds / 1000, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd hh:mm:ss"))});
    const QLocale locale;
    m_wrong->setItems(tr("%1: %2 of %3 checked answers are wrong. Choose another batch in the chart or its table.")
                          .arg(m_chosen, locale.toString(qulonglong(found->wrong.size())), locale.toString(qlonglong(found->checked)))
                          + (found->wrong.size() == workflow::Batch::mostWrong ? tr(" Only the first ones are listed.") : QString()),
                      std::move(table));
}

}  // namespace plumbline::workstation
