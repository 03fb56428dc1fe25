// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/scenelines.h"
#include "plugins/views/scene/scenetools.h"

namespace plumbline::sceneview {

/// Lines in space. While it draws, a click places a vertex on the ground under the mouse or, with snapping to the ground off, on
/// the nearest point. Otherwise it lets the selected line's vertices be dragged, put into its edges and taken away, selects lines
/// by clicks and leaves all else to the tool behind it. Main thread only.
class LineTool final : public SceneInput
{
public:
    /// Both outlive this.
    LineTool(ToolContext &context, SceneInput &behind) : m_context(context), m_behind(behind) {}

    /// False when no line may be made now; says why.
    [[nodiscard]] bool canCreate() const;
    void setDrawing(bool drawing);
    /// Makes a label of the vertices that are there.
    void finish();
    /// Takes the last vertex back. False when there is none.
    bool takeBack();
    /// True when something was under way.
    bool cancel();
    /// Takes the active vertex of the selected line away. False when there is none, or the line would be none any more.
    bool removeVertex();
    void toggleGround();
    [[nodiscard]] bool snapsToGround() const { return m_onGround; }

    [[nodiscard]] bool press(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void drag(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void clicked(QPointF at, Qt::KeyboardModifiers modifiers) override;
    void hover(QPointF at) override;
    void leave() override;

private:
    enum class Held { Nothing, Vertex, Behind };
    [[nodiscard]] std::optional<Vector3> placeAt(QPointF pixel) const;
    [[nodiscard]] LineDraft &draft() const { return m_context.surface.overlay().content().lineDraft; }
    [[nodiscard]] const std::vector<SceneLine> &lines() const { return m_context.surface.overlay().content().lines; }
    [[nodiscard]] const SceneLine *selectedLine() const;
    void store(const QString &label, AnnotationId id, const std::vector<Vector3> &points);
    void update() const { m_context.surface.overlay().update(); }

    ToolContext &m_context;
    SceneInput &m_behind;
    bool m_drawing = false;
    bool m_onGround = true;
    Held m_held = Held::Nothing;
    bool m_changed = false;
    QPointF m_pressed;
};

}  // namespace plumbline::sceneview
