// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace plumbline::review {

/// Paints one crop: picture, class with its colour, and the sign of what was decided. Main thread only.
class CropDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Of one cell, in pixels of the interface.
    void setCell(QSize cell) { m_cell = cell; }
    /// Room for the picture in a cell.
    [[nodiscard]] static QRect pictureRect(const QRect &cell);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return m_cell; }

private:
    QSize m_cell{120, 120};
};

}  // namespace plumbline::review
