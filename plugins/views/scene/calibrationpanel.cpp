// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/calibrationpanel.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSlider>
#include <QTableWidget>
#include <QToolButton>

#include <cmath>

namespace plumbline::sceneview {

namespace {

constexpr double farthestMilliseconds = 200;

}  // namespace

CalibrationPanel::CalibrationPanel(QWidget *parent)
    : QWidget(parent), m_camera(new QComboBox), m_laterSlider(new QSlider(Qt::Horizontal)), m_later(new QDoubleSpinBox),
      m_table(new QTableWidget(0, 3)), m_rms(new QLabel), m_proposal(new QLabel), m_next(new QLabel), m_fit(new QToolButton),
      m_apply(new QToolButton), m_discard(new QToolButton), m_remove(new QToolButton)
{
    setObjectName(QStringLiteral("sceneCalibration"));
    setAccessibleName(tr("Calibration of a camera"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    const auto label = [](const QString &text, QWidget *buddy) {
        auto *made = new QLabel(text);
        made->setBuddy(buddy);
        return made;
    };
    m_camera->setObjectName(QStringLiteral("calibrationCamera"));
    m_camera->setAccessibleName(tr("Camera"));
    m_camera->setMinimumContentsLength(12);
    m_laterSlider->setRange(int(-farthestMilliseconds), int(farthestMilliseconds));
    m_laterSlider->setAccessibleName(tr("Time offset in milliseconds"));
    m_laterSlider->setMinimumWidth(160);
    m_later->setObjectName(QStringLiteral("calibrationLater"));
    m_later->setAccessibleName(m_laterSlider->accessibleName());
    m_later->setRange(-farthestMilliseconds, farthestMilliseconds);
    m_later->setDecimals(1);
    m_later->setSuffix(tr(" ms"));
    m_later->setKeyboardTracking(false);
    m_table->setObjectName(QStringLiteral("calibrationPlaces"));
    m_table->setAccessibleName(tr("Places shown in the cloud and in the picture"));
    m_table->setHorizontalHeaderLabels({tr("In the cloud"), tr("In the picture"), tr("Off by")});
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumSize(400, 110);
    m_proposal->setWordWrap(true);
    m_proposal->setObjectName(QStringLiteral("calibrationProposal"));
    m_next->setWordWrap(true);
    m_rms->setObjectName(QStringLiteral("calibrationRms"));
    const auto button = [](QToolButton *made, const char *name, const QString &text, const QString &tip) {
        made->setObjectName(QLatin1String(name));
        made->setText(text);
        made->setToolTip(tip);
        made->setFocusPolicy(Qt::TabFocus);
    };
    button(m_fit, "calibrationFit", tr("Propose"),
           tr("Turn and shift the camera so that the places fit best; shown, not applied"));
    button(m_apply, "calibrationApply", tr("Apply to the scene"),
           tr("Part of the scene from now on; can be undone. Labels keep the calibration they were made under"));
    button(m_discard, "calibrationDiscard", tr("Discard"), tr("Show the calibration of the scene again"));
    button(m_remove, "calibrationRemove", tr("Remove the place"), {});
    auto *close = new QToolButton;
    close->setIcon(theme::themedIcon(QStringLiteral("reject")));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close the calibration"));
    close->setAccessibleName(close->toolTip());
    close->setFocusPolicy(Qt::TabFocus);

    layout->addWidget(label(tr("Camera"), m_camera), 0, 0);
    layout->addWidget(m_camera, 0, 1, 1, 2);
    layout->addWidget(label(tr("Taken later by"), m_later), 1, 0);
    layout->addWidget(m_laterSlider, 1, 1);
    layout->addWidget(m_later, 1, 2);
    layout->addWidget(m_next, 2, 0, 2, 3);
    layout->addWidget(m_table, 0, 3, 4, 1);
    layout->addWidget(m_rms, 0, 4, 1, 4);
    layout->addWidget(close, 0, 8, Qt::AlignRight | Qt::AlignTop);
    layout->addWidget(m_proposal, 1, 4, 2, 5);
    auto *buttons = new QHBoxLayout;
    for (QToolButton *made : {m_fit, m_apply, m_discard, m_remove})
        buttons->addWidget(made);
    buttons->addStretch(1);
    layout->addLayout(buttons, 3, 4, 1, 5);
    layout->setColumnStretch(3, 2);
    layout->setColumnStretch(7, 3);
    layout->setRowStretch(2, 1);
    connect(m_camera, &QComboBox::activated, this, &CalibrationPanel::cameraChosen);
    connect(m_laterSlider, &QSlider::valueChanged, this, [this](int value) { emit laterChosen(value); });
    connect(m_later, &QDoubleSpinBox::valueChanged, this, &CalibrationPanel::laterChosen);
    connect(m_fit, &QToolButton::clicked, this, &CalibrationPanel::fitWanted);
    connect(m_apply, &QToolButton::clicked, this, &CalibrationPanel::applyWanted);
    connect(m_discard, &QToolButton::clicked, this, &CalibrationPanel::discardWanted);
    connect(m_remove, &QToolButton::clicked, this, &CalibrationPanel::removeWanted);
    connect(close, &QToolButton::clicked, this, &CalibrationPanel::closeWanted);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] { m_remove->setEnabled(row().has_value()); });
}

std::optional<std::size_t> CalibrationPanel::row() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(std::size_t(rows.front().row()));
}

void CalibrationPanel::setWords(const CalibrationWords &words)
{
    m_words = words;
    const QSignalBlocker cameraQuiet(m_camera);
    m_camera->clear();
    m_camera->addItems(words.cameras);
    m_camera->setCurrentIndex(words.camera);
    const QSignalBlocker sliderQuiet(m_laterSlider);
    const QSignalBlocker laterQuiet(m_later);
    m_laterSlider->setValue(int(std::lround(words.laterMilliseconds)));
    m_later->setValue(words.laterMilliseconds);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_laterSlider, m_later}) {
        widget->setEnabled(words.timeOffers);
        widget->setToolTip(words.timeOffers ? QString()
                                            : tr("The way of the vehicle is not known, so a time offset changes nothing."));
    }
    const auto before = row();
    const QSignalBlocker tableQuiet(m_table);
    m_table->setRowCount(int(words.rows.size()));
    for (int i = 0; i < m_table->rowCount(); ++i) {
        const CalibrationWords::Row &shown = words.rows[std::size_t(i)];
        int column = 0;
        for (const QString &text : {shown.place, shown.pixel, shown.residual}) {
            auto *item = new QTableWidgetItem(text);
            if (shown.far && column == 2)
                item->setForeground(theme::themeOf(palette()).colour(theme::Token::Bad));
            m_table->setItem(i, column++, item);
        }
    }
    if (before && *before < words.rows.size())
        m_table->selectRow(int(*before));
    m_rms->setText(words.rms);
    m_proposal->setText(words.proposal);
    m_next->setText(words.next);
    m_fit->setEnabled(words.canFit);
    m_apply->setEnabled(words.canApply);
    m_discard->setEnabled(words.canApply);
    m_remove->setEnabled(row().has_value());
}

}  // namespace plumbline::sceneview
