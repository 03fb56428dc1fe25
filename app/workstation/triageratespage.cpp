// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/triageratespage.h"

#include "core/itemmodels/words.h"
#include "widgets/charts/intervaldelegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace plumbline::workstation {

namespace {

constexpr int lowRole = Qt::UserRole + 1;
constexpr int meanRole = Qt::UserRole + 2;
constexpr int highRole = Qt::UserRole + 3;

}  // namespace

TriageRatesPage::TriageRatesPage(QWidget *parent) : QWidget(parent), m_rates(new QTreeWidget)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    auto *what =
        new QLabel(tr("One case is one item that one person has handed in; it counts when they said “cannot label” at least "
                      "once. The lines are 95 % intervals: with few cases they say little."));
    what->setWordWrap(true);
    m_rates->setObjectName(QStringLiteral("triageRates"));
    m_rates->setAccessibleName(tr("How often work could not be labeled"));
    m_rates->setHeaderLabels({tr("Name"), tr("Could not be labeled"), tr("Of"), tr("Share")});
    m_rates->setRootIsDecorated(false);
    m_rates->setItemsExpandable(false);
    m_rates->setItemDelegateForColumn(3, new charts::IntervalDelegate(lowRole, meanRole, highRole, m_rates));
    m_rates->header()->setStretchLastSection(true);
    layout->addWidget(what);
    layout->addWidget(m_rates, 1);
}

void TriageRatesPage::setRates(const triage::Rates &rates)
{
    m_rates->clear();
    const auto line = [](QTreeWidgetItem *row, const triage::Rate &rate) {
        const quality::Interval interval = rate.interval();
        row->setText(1, QLocale().toString(qlonglong(rate.cannotLabel)));
        row->setText(2, QLocale().toString(qlonglong(rate.handedIn)));
        row->setText(3, tr("%1 %  (%2 – %3 %)")
                            .arg(QLocale().toString(100 * rate.share(), 'f', 1), QLocale().toString(100 * interval.low, 'f', 1),
                                 QLocale().toString(100 * interval.high, 'f', 1)));
        row->setData(3, lowRole, interval.low);
        row->setData(3, meanRole, rate.share());
        row->setData(3, highRole, interval.high);
        for (const int column : {1, 2})
            row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    };
    line(new QTreeWidgetItem(m_rates, {tr("All work")}), rates.all);
    const std::pair<QString, const std::vector<triage::Rate> *> parts[] = {
        {tr("By reason"), &rates.reasons}, {tr("By class"), &rates.classes}, {tr("By person"), &rates.people}};
    QFont bold = m_rates->font();
    bold.setBold(true);
    for (const auto &[title, list] : parts) {
        if (list->empty())
            continue;
        auto *top = new QTreeWidgetItem(m_rates, {title});
        top->setFont(0, bold);
        for (const triage::Rate &rate : *list)
            line(new QTreeWidgetItem(top, {list == &rates.reasons ? itemmodels::cannotLabelReasonWord(rate.name) : rate.name}),
                 rate);
    }
    m_rates->expandAll();
    for (const int column : {0, 1, 2})
        m_rates->resizeColumnToContents(column);
}

}  // namespace plumbline::workstation
