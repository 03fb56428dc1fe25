// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/review/cropmodel.h"

#include <QPixmap>
#include <QStyledItemDelegate>

#include <list>

namespace plumbline::review {

/// Paints one crop: picture, class with its colour, and the sign of what was decided. Cells are kept as they were painted, so that
/// scrolling copies them. Main thread only.
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
    /// All that a painted cell depends on.
    struct Look {
        QSize size;
        double ratio = 1;
        qint64 palette = 0;
        QString font;
        QStyle::State state;
        CropModel::PictureState picture = CropModel::PictureState::Waiting;
        qint64 image = 0;
        QString title;
        QColor colour;
        bool changed = false;
        std::optional<model::DecisionKind> decision;
        bool operator==(const Look &) const = default;
    };
    struct Painted {
        AnnotationId id;
        Look look;
        QPixmap cell;
    };
    void paintCell(QPainter &painter, const QStyleOptionViewItem &option, const Crop &crop, const CropModel::Picture &picture) const;

    QSize m_cell{120, 120};
    mutable std::list<Painted> m_painted;  // last used first
    mutable std::unordered_map<AnnotationId, std::list<Painted>::iterator> m_places;
};

}  // namespace plumbline::review
