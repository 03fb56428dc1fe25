// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/cuboidfit.h"
#include "plugins/views/scene/sceneedits.h"
#include "plugins/views/scene/scenesurface.h"

#include <functional>

namespace plumbline::sceneview {

/// What the view tells its tools. The functions outlive them.
struct ToolContext {
    document::Editing &editing;
    SceneEdits &edits;
    SceneSurface &surface;
    std::function<const std::vector<SceneBox> &()> boxes;
    std::function<const std::vector<CloudPointer> &()> pieces;
    std::function<const GroundMap &()> ground;
    std::function<double()> groundElsewhere;  ///< height of the grid
    std::function<Vector3()> sensor;
    std::function<void(int box)> hovered;     ///< -1 = none
    std::function<void(const std::optional<geometry::Cuboid> &, const SceneBox *)> preview;
    std::function<void(QPointF at)> pickPoint;
    std::function<void(const QString &)> hint;
};

/// Prior and extent of a class, for fitting.
[[nodiscard]] FitHints hintsFor(const model::Schema &schema, ClassId id, const Vector3 &sensor);
/// Fits a cuboid anew to the points in and near it; nothing when there are too few.
[[nodiscard]] std::optional<geometry::Cuboid> refitted(const geometry::Cuboid &cuboid, const std::vector<CloudPointer> &pieces,
                                                       const GroundMap &ground, double groundElsewhere, const FitHints &hints);
/// Rectangle between two places, with sides along and across `yaw`; it heads where the drag went along its longer side.
[[nodiscard]] Footprint footprintOf(const Vector3 &from, const Vector3 &to, double yaw);

/// Selects boxes and points by clicks; from above it also moves the selected box.
class SelectTool final : public SceneInput
{
public:
    explicit SelectTool(ToolContext &context) : m_context(context) {}
    [[nodiscard]] bool press(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void drag(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void clicked(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void hover(QPointF at) override;
    void leave() override;
    void cancel();

private:
    ToolContext &m_context;
    std::optional<SceneBox> m_box;
    geometry::Cuboid m_moved;
    Vector3 m_from{};
    QPointF m_pressed;
};

/// Draws cuboids: a drag on the ground is the footprint, a click fits one to the points under it.
class CuboidTool final : public SceneInput
{
public:
    explicit CuboidTool(ToolContext &context) : m_context(context) {}
    [[nodiscard]] bool press(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void drag(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void clicked(QPointF, Qt::KeyboardModifiers) override {}
    void hover(QPointF at) override;
    void leave() override;
    /// True when something was under way.
    bool cancel();

private:
    [[nodiscard]] std::optional<Vector3> groundAt(QPointF pixel) const;
    void fitAt(const Vector3 &place);

    ToolContext &m_context;
    std::optional<Vector3> m_from;
    QPointF m_pressed;
};

}  // namespace plumbline::sceneview
