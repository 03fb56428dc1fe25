// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export.h"

#include <QStyledItemDelegate>

namespace plumbline::charts {

/// An interval in [0, 1] with its mean, small: a line with a dot on a faint scale that has a tick at every quarter.
PLUMBLINE_WIDGETS_EXPORT void paintInterval(QPainter &painter, const QRectF &area, double low, double mean, double high,
                                            const QPalette &palette);

/// A cell with an interval at the left and its text at the right of it. Roles say where the model has the three numbers; a cell
/// without them is an ordinary one.
class PLUMBLINE_WIDGETS_EXPORT IntervalDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    IntervalDelegate(int lowRole, int meanRole, int highRole, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_low;
    int m_mean;
    int m_high;
};

}  // namespace plumbline::charts
