// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/itemmodels/queuemodel.h"
#include "widgets/export.h"

#include <QAbstractItemView>
#include <QImage>
#include <QTimer>

#include <functional>
#include <vector>

namespace plumbline::panels {

/// Small pictures of the queue, with the same signs of state: one row where there is more room across than down, else a grid.
/// Only what is in sight costs anything, however long the queue is. Where pictures come from is not its business: it says
/// which ones are in sight and asks for them when it paints. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT ThumbnailStrip final : public QAbstractItemView
{
    Q_OBJECT

public:
    enum class State { Waiting, Ready, Unreadable };
    struct Thumbnail {
        State state = State::Waiting;
        QImage image;  ///< of Ready
    };
    using Lookup = std::function<Thumbnail(ItemId)>;

    /// Pixels, of the longer side: more are not shown, at twice the usual number of pixels an inch either.
    static constexpr int mostPixels = 192;

    /// The model must outlive the strip.
    explicit ThumbnailStrip(itemmodels::QueueModel &model, QWidget *parent = nullptr);

    void setLookup(Lookup lookup) { m_lookup = std::move(lookup); }
    /// Marks the shown item and brings it into sight, without saying so by chosen().
    void setShown(ItemId item);
    /// What is in sight now, and half as many that follow; empty while hidden.
    [[nodiscard]] std::vector<ItemId> inSight() const;

    // QAbstractItemView
    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void reset() override;
    [[nodiscard]] QSize sizeHint() const override { return {300, 120}; }

signals:
    /// By click or Enter.
    void chosen(plumbline::ItemId item);
    /// inSight() is other than before; not for every step of a scroll.
    void sightChanged();

protected:
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override;
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    struct Grid {
        bool across = true;  ///< one row that scrolls sideways
        int columns = 1;     ///< of a grid that scrolls down
        QSize cell;
    };
    [[nodiscard]] Grid grid() const;
    [[nodiscard]] int rows() const;
    /// First and last row of which something is in sight; the last is smaller when there is none.
    [[nodiscard]] std::pair<int, int> rowsInSight() const;
    void paintCell(QPainter &painter, const QModelIndex &index, const QRect &cell) const;
    void follow();

    itemmodels::QueueModel &m_model;
    Lookup m_lookup;
    ItemId m_shown;
    QTimer m_sight;
    bool m_painted = false;  // since it was last out of sight
};

}  // namespace plumbline::panels
