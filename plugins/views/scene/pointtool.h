// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/pointchoice.h"
#include "plugins/views/scene/pointpick.h"
#include "plugins/views/scene/scenetools.h"

namespace plumbline::sceneview {

/// What chooses points.
enum class PointToolKind {
    Lasso,    ///< a drag round them
    Polygon,  ///< corners round them
    Brush,    ///< a ball over what is under the mouse
    Ground,   ///< a click takes the ground that hangs together
    Cluster   ///< a click takes the object that hangs together
};

/// What a point tool is told. The functions outlive it.
struct PointToolContext {
    ToolContext &scene;
    std::function<const PointOptions &()> options;
    std::function<const std::vector<CloudPointer> &()> pieces;  ///< of the sweep whose points are labeled
    /// Whether a gesture may begin; says why not.
    std::function<bool(bool erases)> begin;
    std::function<std::uint64_t()> places;  ///< in the file of the sweep
    std::function<const geometry::SurfaceVolume *()> ground;
    /// Makes the points stand out; null = none.
    std::function<void(const geometry::PointSet *, bool erases)> mark;
    /// The gesture has ended.
    std::function<void(PointChoice, bool erases)> choose;
    std::function<void(double factor)> resize;  ///< the brush
};

/// Chooses points with the mouse. Alt does the other of labeling and erasing; Shift and Ctrl leave the drag to the camera. Until
/// the gesture ends its points only stand out.
class PointTool final : public SceneInput
{
    Q_DECLARE_TR_FUNCTIONS(plumbline::sceneview::PointTool)

public:
    explicit PointTool(PointToolContext context) : m_context(std::move(context)) {}

    void setKind(PointToolKind kind);
    [[nodiscard]] PointToolKind kind() const { return m_kind; }

    [[nodiscard]] bool press(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void drag(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void clicked(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void hover(QPointF at) override;
    void leave() override;
    [[nodiscard]] bool wheel(double delta, QPointF at, Qt::KeyboardModifiers modifiers) override;
    /// True when something was under way.
    bool cancel();
    /// Shows the brush in its present size.
    void refresh();
    /// Where the mouse was last; nothing outside.
    [[nodiscard]] std::optional<QPointF> mouse() const { return m_mouse; }

private:
    [[nodiscard]] std::optional<PickedPoint> pick(QPointF at) const;
    /// Where the brush is: on the point under the mouse, on one near it, or as deep as before.
    [[nodiscard]] std::optional<Vector3> ballAt(QPointF at) const;
    [[nodiscard]] double pixelsOf(double metres, const Vector3 &place) const;
    void paintTo(QPointF at);
    void addDab(QPointF at);
    void showRing(QPointF at);
    void showOutline(const std::vector<geometry::Point> &outline);
    void endOutline();
    void fillGround(QPointF at);
    void growCluster(QPointF at);
    void addCorner(QPointF at);

    PointToolContext m_context;
    PointToolKind m_kind = PointToolKind::Lasso;
    bool m_busy = false;
    bool m_erases = false;
    QPointF m_pressed;
    QPointF m_last;
    std::optional<QPointF> m_mouse;
    std::vector<geometry::Point> m_outline;  // pixels
    ViewCamera m_camera;                     // in which the outline means something
    geometry::StrokeVolume m_stroke;
    geometry::PointSet m_chosen;
};

}  // namespace plumbline::sceneview
