// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/schema.h"

#include <QWidget>

namespace plumbline::workstation {

/// The template of a skeleton as a drawing: joints are dragged, two joints are joined or paired one after the other, new
/// ones are made by a double click. By keys: Tab goes through the joints, arrows move, E and M begin a line or a pair that
/// Enter ends at another joint, Delete removes. Main thread only.
class SkeletonCanvas final : public QWidget
{
    Q_OBJECT

public:
    enum class Mode { Move, Join, Pair };

    explicit SkeletonCanvas(QWidget *parent = nullptr);

    void setSkeleton(const model::Skeleton &skeleton);
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    void setCurrent(int joint);
    [[nodiscard]] int current() const { return m_current; }
    /// Where a joint is drawn, in this widget.
    [[nodiscard]] QPointF placeOf(int joint) const;
    [[nodiscard]] QSize sizeHint() const override { return {320, 320}; }

    /// Places for joints that have none: on a circle. One per joint.
    [[nodiscard]] static std::vector<geometry::Point> completeLayout(const model::Skeleton &skeleton);

signals:
    /// A finished change: one per drag, per line, per pair.
    void changed(const plumbline::model::Skeleton &skeleton);
    void currentChanged(int joint);
    void modeChanged();
    void addRequested(plumbline::geometry::Point place);
    void removeRequested(int joint);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] geometry::Point toLayout(QPointF place) const;
    [[nodiscard]] int jointAt(QPointF place) const;
    /// Makes or takes away the pair of joints in the list that the mode is about.
    void toggle(int from, int to);

    model::Skeleton m_skeleton;
    std::vector<geometry::Point> m_layout;
    Mode m_mode = Mode::Move;
    int m_current = -1;
    int m_from = -1;  // where a line or a pair begins
    bool m_dragging = false;
    QPointF m_mouse;
};

}  // namespace plumbline::workstation
