// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/calibrationpopup.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>

#include <algorithm>

namespace plumbline::imageview {

CalibrationPopup::CalibrationPopup(double pixels, double millimetres, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_pixels(pixels), m_length(new QDoubleSpinBox(this)),
      m_project(new QCheckBox(tr("Also for pictures without a scale of their own"), this)), m_scale(new QLabel(this))
{
    setObjectName(QStringLiteral("calibrationPopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Scale of the picture"));
    m_length->setRange(0, 1e7);
    m_length->setDecimals(4);
    m_length->setSuffix(QStringLiteral(" mm"));
    m_length->setValue(millimetres);
    m_length->setAccessibleName(tr("Length of this line"));
    m_length->setMinimumWidth(160);
    auto *set = new QPushButton(tr("Set the scale"), this);
    set->setDefault(true);
    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addRow(tr("This line is"), m_length);
    layout->addRow(m_scale);
    layout->addRow(m_project);
    layout->addRow(set);
    connect(m_length, &QDoubleSpinBox::valueChanged, this, &CalibrationPopup::refresh);
    connect(set, &QPushButton::clicked, this, &CalibrationPopup::accept);
    refresh();
}

void CalibrationPopup::refresh()
{
    const double value = m_length->value();
    m_scale->setText(value > 0 && m_pixels > 0
                         ? tr("%1 px, so %2 mm per pixel").arg(m_pixels, 0, 'f', 1).arg(value / m_pixels, 0, 'g', 4)
                         : tr("%1 px; say how many millimetres that is").arg(m_pixels, 0, 'f', 1));
}

void CalibrationPopup::popup(const QPoint &globalTopLeft)
{
    adjustSize();
    QPoint place = globalTopLeft;
    if (const QScreen *screen = QGuiApplication::screenAt(globalTopLeft)) {
        const QRect room = screen->availableGeometry();
        place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - width())));
        place.setY(std::clamp(place.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    }
    move(place);
    show();
    m_length->setFocus(Qt::PopupFocusReason);
    m_length->selectAll();
}

void CalibrationPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        accept();
    else
        QFrame::keyPressEvent(event);
}

void CalibrationPopup::accept()
{
    m_length->interpretText();
    const double value = m_length->value();
    if (value <= 0)
        return;
    emit accepted(value, m_project->isChecked());
    close();
}

}  // namespace plumbline::imageview
