// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window is made of; what it does is in reviewview.cpp.
#include "app/workstation/reviewview.h"

#include "widgets/panels/emptystate.h"
#include "widgets/theme/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace plumbline::workstation {

using model::DecisionKind;

QWidget *ReviewView::makeWorkList()
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    m_summary = new QLabel;
    m_summary->setObjectName(QStringLiteral("reviewSummary"));
    m_summary->setWordWrap(true);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("reviewWork"));
    m_list->setAccessibleName(tr("Work that was handed in"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setUniformItemSizes(true);
    m_take = new QPushButton(tr("Begin review"));
    m_take->setObjectName(QStringLiteral("reviewTake"));
    m_take->setToolTip(tr("The authors cannot edit what is being reviewed"));
    m_giveBack = new QPushButton(tr("Give back"));
    m_giveBack->setObjectName(QStringLiteral("reviewGiveBack"));
    m_giveBack->setToolTip(tr("End the review of the selected work undecided; decisions that were made stay"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_take, 1);
    buttons->addWidget(m_giveBack);
    m_acceptUndrawn = new QPushButton;
    m_acceptUndrawn->setObjectName(QStringLiteral("reviewAcceptUndrawn"));
    m_acceptUndrawn->setToolTip(tr("Work that the plan of reviews did not draw is accepted without a look"));
    m_acceptUndrawn->setAutoDefault(false);
    m_acceptUndrawn->hide();
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    layout->addWidget(m_acceptUndrawn);
    connect(m_acceptUndrawn, &QPushButton::clicked, this, &ReviewView::acceptUndrawn);
    connect(m_take, &QPushButton::clicked, this, &ReviewView::takeChosen);
    connect(m_giveBack, &QPushButton::clicked, this, &ReviewView::giveBack);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ReviewView::refreshState);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *begin = new QShortcut(key, m_list);
        begin->setContext(Qt::WidgetShortcut);
        connect(begin, &QShortcut::activated, this, &ReviewView::takeChosen);
    }
    return column;
}

QWidget *ReviewView::makeSheet()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *bar = new QHBoxLayout;
    m_order = new QComboBox;
    m_order->setObjectName(QStringLiteral("reviewOrder"));
    m_order->setAccessibleName(tr("Order"));
    const std::pair<review::CropOrder, QString> orders[] = {{review::CropOrder::ByClass, tr("By class")},
                                                            {review::CropOrder::SuspiciousFirst, tr("Most suspicious first")},
                                                            {review::CropOrder::SmallestFirst, tr("Smallest first")},
                                                            {review::CropOrder::LowestScoreFirst, tr("Lowest score first")},
                                                            {review::CropOrder::UndecidedFirst, tr("Undecided first")},
                                                            {review::CropOrder::AsLabeled, tr("As labeled")}};
    for (const auto &[order, title] : orders)
        m_order->addItem(title, static_cast<int>(order));
    m_class = new QComboBox;
    m_class->setObjectName(QStringLiteral("reviewClass"));
    m_class->setAccessibleName(tr("Class"));
    m_class->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_settled = new QCheckBox;
    m_settled->setObjectName(QStringLiteral("reviewSettled"));
    m_settled->setToolTip(tr("Labels that are as they were in the round before, when nobody asked for anything"));
    m_progress = new QLabel;
    m_progress->setObjectName(QStringLiteral("reviewProgress"));
    bar->addWidget(m_order);
    bar->addWidget(m_class);
    bar->addWidget(m_settled);
    bar->addStretch(1);
    bar->addWidget(m_progress);
    m_sheet = new review::ContactSheet(m_crops);
    m_empty = new panels::EmptyState;
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_sheet);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);
    connect(m_order, &QComboBox::activated, this,
            [this] { m_crops.setOrder(static_cast<review::CropOrder>(m_order->currentData().toInt())); });
    connect(m_class, &QComboBox::activated, this,
            [this] { m_crops.setClass(ClassId::fromString(m_class->currentData().toString()).value_or(ClassId{})); });
    connect(m_settled, &QCheckBox::toggled, this, [this](bool shown) { m_crops.setSettledShown(shown); });
    connect(m_sheet->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ReviewView::refreshState);
    return part;
}

QWidget *ReviewView::makeDecisions()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("reviewProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_error = new QComboBox;
    m_error->setObjectName(QStringLiteral("reviewError"));
    m_error->setAccessibleName(tr("What is wrong"));
    m_error->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_error->setToolTip(tr("What is wrong, for “fix” and “reject”; digits choose"));
    m_comment = new QLineEdit;
    m_comment->setObjectName(QStringLiteral("reviewComment"));
    m_comment->setPlaceholderText(tr("Words for the author (optional)"));
    const struct {
        DecisionKind kind;
        QString title;
        const char *icon;
        const char *name;
    } verdicts[] = {{DecisionKind::Accept, tr("Accept  Y"), "accept", "reviewAccept"},
                    {DecisionKind::Fix, tr("Fix  F"), "issues", "reviewFix"},
                    {DecisionKind::Reject, tr("Reject  X"), "reject", "reviewReject"}};
    auto *bar = new QHBoxLayout;
    for (const auto &verdict : verdicts) {
        auto *button = new QPushButton(theme::themedIcon(QLatin1String(verdict.icon)), verdict.title);
        button->setObjectName(QLatin1String(verdict.name));
        button->setFocusPolicy(Qt::NoFocus);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, kind = verdict.kind] { decide(kind); });
        m_verdicts.push_back(button);
        bar->addWidget(button);
    }
    bar->addWidget(m_error);
    bar->addWidget(m_comment, 1);
    m_acceptRest = new QPushButton(tr("Accept the rest and end"));
    m_acceptRest->setObjectName(QStringLiteral("reviewAcceptRest"));
    m_finish = new QPushButton(tr("End review  Ctrl+Enter"));
    m_finish->setObjectName(QStringLiteral("reviewFinish"));
    m_finish->setToolTip(tr("Every piece of work whose labels are all decided goes on: accepted, or back to its author"));
    bar->addWidget(m_acceptRest);
    bar->addWidget(m_finish);
    for (QPushButton *button : {m_take, m_giveBack, m_acceptRest, m_finish})
        button->setAutoDefault(false);
    layout->addWidget(m_problem);
    layout->addLayout(bar);
    connect(m_acceptRest, &QPushButton::clicked, this, [this] { finish(true); });
    connect(m_finish, &QPushButton::clicked, this, [this] { finish(false); });
    return part;
}

void ReviewView::makeKeys()
{
    // Of the sheet alone: in the line for words letters are letters.
    const auto key = [this](const QKeySequence &keys, auto run) {
        auto *shortcut = new QShortcut(keys, m_sheet);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(Qt::Key_Y, [this] { decide(DecisionKind::Accept); });
    key(Qt::Key_F, [this] { decide(DecisionKind::Fix); });
    key(Qt::Key_X, [this] { decide(DecisionKind::Reject); });
    key(Qt::Key_Tab, [this] { m_sheet->goOn(); });
    key(QKeySequence::Undo, [this] { undo(); });
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        key(QKeySequence(Qt::CTRL | enter), [this] { m_finish->click(); });
    constexpr int digits = 9;
    for (int i = 0; i < digits; ++i)
        key(QKeySequence(Qt::Key_1 + i), [this, i] {
            if (i < m_error->count())
                m_error->setCurrentIndex(i);
        });
}

}  // namespace plumbline::workstation
