// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/teamchartpage.h"

#include "core/base/atomicfile.h"
#include "widgets/theme/icons.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace plumbline::workstation {

TeamChartPage::TeamChartPage(charts::Plot *plot, QWidget *parent)
    : QWidget(parent), m_plot(plot), m_title(new QLabel), m_method(new QLabel), m_controls(new QHBoxLayout),
      m_save(new QToolButton)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    auto *top = new QHBoxLayout;
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setObjectName(QStringLiteral("chartTitle"));
    // A long one must not widen the window.
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    top->addWidget(m_title, 1);
    m_controls->setSpacing(8);
    top->addLayout(m_controls);
    m_save->setObjectName(QStringLiteral("saveChart"));
    m_save->setText(tr("Save as"));
    m_save->setIcon(theme::themedIcon(QStringLiteral("export")));
    m_save->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_save->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_save);
    for (const auto &[ending, title] : {std::pair{QStringLiteral("csv"), tr("Table (CSV)…")},
                                        {QStringLiteral("json"), tr("Data (JSON)…")},
                                        {QStringLiteral("png"), tr("Picture (PNG)…")},
                                        {QStringLiteral("pdf"), tr("Page (PDF)…")}}) {
        QAction *action = menu->addAction(title);
        action->setEnabled(m_plot || ending == QLatin1String("csv") || ending == QLatin1String("json"));
        connect(action, &QAction::triggered, this, [this, e = ending] { saveAs(e); });
    }
    m_save->setMenu(menu);
    top->addWidget(m_save);
    layout->addLayout(top);

    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    if (m_plot) {
        auto *scroll = new QScrollArea;
        scroll->setWidget(m_plot);
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setFocusPolicy(Qt::NoFocus);
        split->addWidget(scroll);
        connect(m_plot, &charts::Plot::activated, this, &TeamChartPage::activated);
    }
    auto *table = new QTableView;
    table->setObjectName(QStringLiteral("chartTable"));
    table->setAccessibleName(tr("The chart's figures"));
    table->setModel(&m_table);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    constexpr int rowHeight = 24;
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setMinimumWidth(180);
    split->addWidget(table);
    if (m_plot) {
        split->setStretchFactor(0, 1);
        split->setObjectName(QStringLiteral("chartSplit"));
        split->setSizes({700, 320});
    }
    layout->addWidget(split, 1);
    connect(table, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const auto row = static_cast<std::size_t>(index.row()); row < m_rowNames.size() && !m_rowNames[row].first.isEmpty())
            emit activated(m_rowNames[row].first, m_rowNames[row].second);
    });
    m_method->setObjectName(QStringLiteral("chartMethod"));
    m_method->setWordWrap(true);
    m_method->setForegroundRole(QPalette::PlaceholderText);
    m_method->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_method);
}

void TeamChartPage::addControl(const QString &label, QWidget *control)
{
    auto *words = new QLabel(label);
    words->setBuddy(control);
    control->setAccessibleName(label);
    m_controls->addWidget(words);
    m_controls->addWidget(control);
}

void TeamChartPage::setChart(const charts::Chart &chart)
{
    m_chart = chart;
    m_title->setText(chart.title);
    m_title->setToolTip(chart.title);
    m_method->setText(chart.empty.isEmpty() ? chart.method : m_plot ? QString() : chart.empty);
    m_table.setTable(chart.empty.isEmpty() ? charts::tableOf(chart) : charts::ChartTable());
    m_rowNames.clear();
    for (const charts::ChartSeries &series : chart.series)
        for (const charts::ChartPoint &point : series.points)
            m_rowNames.emplace_back(point.name, QString());
    if (chart.heat) {
        m_rowNames.clear();
        for (const QStringList &row : m_table.table().rows)
            m_rowNames.emplace_back(row[0], row[1]);
    }
    auto *table = findChild<QTableView *>(QStringLiteral("chartTable"));
    table->setVisible(chart.empty.isEmpty() || !m_plot);
    // Measuring every row of a large table takes longer than drawing it.
    constexpr int measuredRows = 200;
    table->horizontalHeader()->setResizeContentsPrecision(measuredRows);
    // Long titles of short figures are in the tip; names are read in full.
    constexpr int widestColumn = 210;
    constexpr int roomForTitle = 68;
    constexpr int air = 12;
    for (int column = 0; column < m_table.columnCount(); ++column)
        table->setColumnWidth(column, std::clamp(static_cast<QAbstractItemView *>(table)->sizeHintForColumn(column) + air,
                                                 std::min(table->horizontalHeader()->sectionSizeHint(column), roomForTitle),
                                                 widestColumn));
    m_save->setEnabled(chart.empty.isEmpty());
    if (m_plot)
        m_plot->setChart(chart);
}

Result<> TeamChartPage::save(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("csv"))
        return base::writeFileAtomically(path, charts::csvOf(m_table.table()));
    if (ending == QLatin1String("json"))
        return base::writeFileAtomically(path, charts::jsonOf(m_chart, m_table.table()));
    if (!m_plot)
        return fail(ErrorCode::Unsupported, tr("The plugin that draws charts is not there; save the table instead."));
    constexpr int width = 960;
    const auto bytes = m_plot->rendered(ending, {width, std::max(m_plot->minimumHeight() + 80, 600)});
    return bytes ? base::writeFileAtomically(path, *bytes) : fail(bytes.error());
}

void TeamChartPage::saveAs(const QString &ending)
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the chart"), m_chart.id + QLatin1Char('.') + ending,
                                                      QStringLiteral("*.%1").arg(ending));
    if (path.isEmpty())
        return;
    const auto saved = save(QFileInfo(path).suffix().isEmpty() ? path + QLatin1Char('.') + ending : path);
    emit this->said(saved ? tr("Saved as %1.").arg(QFileInfo(path).fileName()) : saved.error().text);
}

}  // namespace plumbline::workstation
