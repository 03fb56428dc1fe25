// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/teamforms.h"

#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>

namespace plumbline::workstation::forms {

namespace {

constexpr int formWidth = 380;

}  // namespace

QString percent(double share)
{
    constexpr double least = 0.001;
    if (share > 0 && share < least)
        return QCoreApplication::translate("plumbline::workstation::TeamPausePage", "below %1").arg(percent(least));
    return QLocale().toString(100 * share, 'f', share < 0.1 ? 1 : 0) + QStringLiteral(" %");
}

QDoubleSpinBox *shareBox(const char *name, const QString &title, double from, double to, double value, int decimals)
{
    auto *box = new QDoubleSpinBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(title);
    box->setRange(from, to);
    box->setDecimals(decimals);
    box->setSuffix(QStringLiteral(" %"));
    box->setValue(value);
    return box;
}

QSpinBox *countBox(const char *name, const QString &title, int from, int to, int value)
{
    auto *box = new QSpinBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(title);
    box->setRange(from, to);
    box->setValue(value);
    return box;
}

QLabel *words(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

QVBoxLayout *twoColumns(QWidget *page, QWidget *chart)
{
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFixedWidth(formWidth);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *column = new QWidget;
    auto *form = new QVBoxLayout(column);
    form->setContentsMargins(16, 12, 8, 12);
    form->setSpacing(12);
    scroll->setWidget(column);
    // The form takes room; the table has two columns only.
    if (auto *split = chart->findChild<QSplitter *>(QStringLiteral("chartSplit")))
        split->setSizes({490, 210});
    layout->addWidget(scroll);
    layout->addWidget(chart, 1);
    return form;
}

}  // namespace plumbline::workstation::forms
