// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/snapper.h"

namespace plumbline::imageview {

/// Draws what is given point by point: a click adds a point, Enter or a double-click ends, Backspace takes the last point
/// back, Esc drops all. Points near other shapes come to lie on their corners and borders, and between two points on one
/// border they follow it, so that neighbours share it; Ctrl suspends that. Dragging with Shift sets points by itself.
/// Kept inside the picture unless the class may reach outside it.
class PathTool : public Tool
{
public:
    using Tool::Tool;

    void press(const canvas::CanvasPointer &pointer) override;
    void move(const canvas::CanvasPointer &pointer) override;
    void release(const canvas::CanvasPointer &pointer) override;
    void doubleClick(const canvas::CanvasPointer &pointer) override;
    void leave() override;
    void paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] QCursor cursor() const override;
    [[nodiscard]] bool wantsGuides() const override { return true; }
    [[nodiscard]] bool isBusy() const override { return !m_points.empty(); }
    bool finish() override;
    bool cancel() override;
    bool stepBack() override;

protected:
    enum class Shift { SetsPoints, StepsAngle };

    /// Before the first point; says why not.
    [[nodiscard]] virtual bool mayBegin() const = 0;
    [[nodiscard]] virtual std::size_t fewest() const = 0;
    /// Ends by itself with so many points; 0 = never.
    [[nodiscard]] virtual std::size_t most() const { return 0; }
    /// A click on the first point ends it, and the line back to it is shown.
    [[nodiscard]] virtual bool isClosed() const { return false; }
    [[nodiscard]] virtual Shift shift() const { return Shift::SetsPoints; }
    [[nodiscard]] virtual QString tooFew() const = 0;
    [[nodiscard]] virtual QColor colour() const { return currentColour(); }
    /// Of the points so far and the cursor.
    [[nodiscard]] virtual QString readout(const std::vector<geometry::Point> &points) const = 0;
    virtual void commit(std::vector<geometry::Point> points) = 0;
    virtual void paintMore(QPainter &, const canvas::ViewTransform &, const std::vector<geometry::Point> &) {}

private:
    struct Place {
        geometry::Point point;
        std::optional<Snap> snap;
    };

    [[nodiscard]] bool closes(QPointF screen) const;
    [[nodiscard]] Place placeOf(const canvas::CanvasPointer &pointer) const;
    /// The corners of the followed border, then the point itself.
    [[nodiscard]] std::vector<geometry::Point> way(const Place &to) const;
    void add(const Place &place);

    struct Step {
        std::size_t points = 0;  // that there were before it
        std::optional<Snap> snap;
    };
    std::vector<geometry::Point> m_points;
    std::vector<Step> m_steps;  // one per click: Backspace takes a followed border back as a whole
    std::optional<Place> m_cursor;
    bool m_setting = false;  // the mouse is down with Shift
    QPointF m_lastSet;
};

}  // namespace plumbline::imageview
