// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/gaugepanel.h"

#include "app/workstation/contestdialog.h"
#include "app/workstation/gaugecharts.h"
#include "app/workstation/services.h"
#include "app/workstation/settings.h"
#include "app/workstation/statusline.h"
#include "app/workstation/teamchartpage.h"
#include "widgets/panels/emptystate.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::workstation {

GaugePanel::GaugePanel(Services &services, document::Document &document, QWidget *window)
    : QDialog(window), m_services(services), m_document(&document), m_words(new QLabel), m_contests(new QLabel), m_practiceWords(new QLabel),
      m_said(new QLabel), m_tabs(new QTabWidget), m_history(new TeamChartPage(services.createPlot(nullptr))),
      m_confidence(new TeamChartPage(services.createPlot(nullptr))), m_practice(new QStackedWidget),
      m_noPractice(new panels::EmptyState), m_table(new QTableView)
{
    setObjectName(QStringLiteral("gaugePanel"));
    setWindowTitle(StatusLine::gaugeTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    m_words->setObjectName(QStringLiteral("gaugeWords"));
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_words);
    m_contests->setObjectName(QStringLiteral("gaugeContests"));
    m_contests->setWordWrap(true);
    m_contests->setTextFormat(Qt::PlainText);
    m_contests->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_contests->hide();
    layout->addWidget(m_contests);
    m_tabs->setObjectName(QStringLiteral("gaugeTabs"));
    m_tabs->setAccessibleName(tr("What is behind the gauge"));
    m_tabs->addTab(m_history, tr("So far"));
    m_tabs->addTab(makePractice(), tr("Practice by class"));
    m_tabs->addTab(m_confidence, tr("Confidence"));
    layout->addWidget(m_tabs, 1);
    auto *below = new QHBoxLayout;
    auto *shown = new QCheckBox(tr("Show the gauge in the line at the bottom"));
    shown->setObjectName(QStringLiteral("gaugeShownTick"));
    shown->setChecked(services.settings().gaugeShown());
    shown->setToolTip(tr("Without it the command “%1” opens this panel.").arg(StatusLine::gaugeTitle()));
    auto *done = new QPushButton(tr("Close"));
    done->setObjectName(QStringLiteral("gaugeClose"));
    done->setAutoDefault(false);
    m_said->setForegroundRole(QPalette::PlaceholderText);
    below->addWidget(shown);
    below->addWidget(m_said, 1);
    auto *wrong = new QPushButton(tr("This is wrong…"));
    wrong->setObjectName(QStringLiteral("gaugeContest"));
    wrong->setToolTip(tr("Contest a score: a lead looks at it and answers here"));
    wrong->setAutoDefault(false);
    below->addWidget(wrong);
    below->addWidget(done);
    layout->addLayout(below);
    constexpr QSize usual(860, 540);
    resize(usual);

    Settings &settings = services.settings();
    connect(shown, &QCheckBox::toggled, this, [&settings](bool on) { settings.setGaugeShown(on); });
    connect(&settings, &Settings::gaugeShownChanged, shown, [&settings, shown] { shown->setChecked(settings.gaugeShown()); });
    connect(done, &QPushButton::clicked, this, &QWidget::close);
    connect(wrong, &QPushButton::clicked, this, &GaugePanel::contest);
    connect(&document, &QObject::destroyed, this, &QWidget::close);
    for (TeamChartPage *page : {m_history, m_confidence}) {
        connect(page, &TeamChartPage::said, m_said, &QLabel::setText);
        // Five columns of figures stand beside a small chart.
        if (auto *split = page->findChild<QSplitter *>(QStringLiteral("chartSplit")))
            split->setSizes({460, 340});
    }
    m_words->setText(tr("Reading…"));
    refresh();
}

QWidget *GaugePanel::makePractice()
{
    m_table->setObjectName(QStringLiteral("gaugePractice"));
    m_table->setAccessibleName(tr("Practice by class"));
    m_table->setModel(&m_classes);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        const auto row = static_cast<std::size_t>(index.row());
        if (row < m_details.classes.size() && !m_details.classes[row].examples.empty())
            emit itemRequested(m_details.classes[row].examples.front().item);
    });
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    m_practiceWords->setObjectName(QStringLiteral("gaugePracticeWords"));
    m_practiceWords->setWordWrap(true);
    layout->addWidget(m_practiceWords);
    layout->addWidget(m_table, 1);
    auto *note =
        new QLabel(tr("Practice items alone, which say so themselves; of other checks nothing but the gauge is ever shown. "
                      "Enter or a double click on a row opens its first picture."));
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(note);
    m_noPractice->setWords(
        QStringLiteral("gauge"), tr("No practice item yet"),
        tr("Practice items explain what was different as soon as you hand them in; what came of them is collected here."));
    m_practice->addWidget(m_noPractice);
    m_practice->addWidget(page);
    return m_practice;
}

void GaugePanel::refresh()
{
    if (!m_document)
        return;
    m_services.jobs().run(
        tr("Read the gauge"),
        [project = m_document->sharedProject(), person = m_document->person()](jobs::JobControl &) {
            return workflow::gaugeDetails(*project, person);
        },
        this,
        [this](const Result<workflow::GaugeDetails> &details) {
            // It may have gone while this was read.
            if (!m_document)
                return;
            if (details)
                setDetails(*details);
            else if (details.error().code != ErrorCode::Cancelled)
                m_words->setText(details.error().text);
        },
        jobs::JobRunner::Visibility::Quiet, m_generation.next());
    refreshContests();
}

// The latest of what the person contested; the rest is in the dialog.
void GaugePanel::refreshContests()
{
    if (!m_document)
        return;
    m_services.jobs().run(
        tr("Read what was contested"),
        [project = m_document->sharedProject(), person = m_document->person()](jobs::JobControl &) -> Result<QString> {
            auto contests = workflow::contests(*project, person);
            if (!contests)
                return fail(contests.error());
            const workflow::Contest *latest = nullptr;
            for (const workflow::Contest &contest : *contests)
                if (contest.by == person.name && (!latest || contest.createdMicroseconds > latest->createdMicroseconds))
                    latest = &contest;
            return latest ? contestWords(*latest, tr("a practice item")) : QString();
        },
        this,
        [this](const Result<QString> &words) {
            m_contests->setText(words.value_or(QString()));
            m_contests->setVisible(!m_contests->text().isEmpty());
        },
        jobs::JobRunner::Visibility::Quiet, m_contestGeneration.next());
}

void GaugePanel::contest()
{
    if (!m_document)
        return;
    auto *dialog = new ContestDialog(m_services, m_document->sharedProject(), m_document->person(), this);
    connect(m_document, &QObject::destroyed, dialog, &QWidget::close);
    connect(dialog, &ContestDialog::sent, this, &GaugePanel::refreshContests);
    dialog->show();
}

void GaugePanel::setDetails(const workflow::GaugeDetails &details)
{
    m_details = details;
    m_words->setText(gaugeWords(details.reading));
    m_history->setChart(gaugeHistoryChart(details));
    m_confidence->setChart(gaugeConfidenceChart(details));
    m_classes.setTable(gaugePracticeTable(details, m_document->schema()));
    m_practiceWords->setText(gaugePracticeWords(details, m_document->schema()));
    m_practice->setCurrentIndex(details.classes.empty() ? 0 : 1);
    m_table->resizeColumnsToContents();
    constexpr int widestColumn = 260;
    for (int column = 0; column < m_classes.columnCount() - 1; ++column)
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column) + 8, widestColumn));
}

void GaugePanel::placeAbove(const QWidget &widget)
{
    const QRect room = widget.screen()->availableGeometry();
    constexpr int gap = 8;
    constexpr int titleBar = 40;
    const QWidget &window = *widget.window();
    const QPoint corner(window.mapToGlobal(QPoint(window.width(), 0)).x() - gap, widget.mapToGlobal(QPoint(0, 0)).y() - gap);
    resize(size().boundedTo(room.size() - QSize(2 * gap, titleBar + 2 * gap)));
    move(std::max(room.left() + gap, std::min(corner.x(), room.right()) - width()),
         std::max(room.top() + gap, corner.y() - height() - titleBar));
}

}  // namespace plumbline::workstation
