// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/review/cropmodel.h"

#include <QListView>
#include <QTimer>

namespace plumbline::review {

class CropDelegate;

/// Crops in rows, many to a page, to be flagged by key. Only what is in sight is painted and asked for. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT ContactSheet final : public QListView
{
    Q_OBJECT

public:
    static constexpr int smallest = 72;  ///< pixels of a cell's side
    static constexpr int largest = 320;

    /// The model must outlive the sheet.
    explicit ContactSheet(CropModel &model, QWidget *parent = nullptr);

    void setCell(int side);
    [[nodiscard]] int cell() const { return m_side; }
    /// Cells twice as wide as high, for crops of two pictures beside each other.
    void setWide(bool wide);
    /// The last scroll went towards the beginning.
    [[nodiscard]] bool goesUp() const { return m_upwards; }
    /// The crops that are selected, in the order of the sheet; the current one when none is.
    [[nodiscard]] std::vector<AnnotationId> chosen() const;
    /// Rows in sight, and one page more in the direction of the last scroll. Empty while hidden.
    [[nodiscard]] std::pair<int, int> inSight() const;
    /// Goes to the next undecided crop after the last chosen one.
    void goOn();

signals:
    void sightChanged();

protected:
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    /// Letters are keys of decisions, not a search.
    void keyboardSearch(const QString &) override {}

private:
    CropModel &m_model;
    CropDelegate *m_delegate;
    void applyCell();

    int m_side = 0;
    bool m_wide = false;
    bool m_upwards = false;
    QTimer m_sight;
};

}  // namespace plumbline::review
