// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/brushstroke.h"
#include "plugins/views/image/regionpreview.h"
#include "plugins/views/image/tooljob.h"

namespace plumbline::imageview {

/// GrabCut: drag a box around a thing and its outline is found in the background; scribble inside to say what belongs to
/// it, or (option, or Alt) what does not; Enter keeps the result, Backspace takes the last scribble back. Works on a copy of at most
/// some ten thousand pixels, so it answers at once at any size.
class GrabCutTool final : public Tool
{
    Q_DECLARE_TR_FUNCTIONS(plumbline::imageview::GrabCutTool)

public:
    using Tool::Tool;

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.grabcut"); }
    void press(const canvas::CanvasPointer &pointer) override;
    void move(const canvas::CanvasPointer &pointer) override;
    void release(const canvas::CanvasPointer &pointer) override;
    void doubleClick(const canvas::CanvasPointer &pointer) override { press(pointer); }
    void paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] QCursor cursor() const override { return Qt::CrossCursor; }
    [[nodiscard]] bool wantsGuides() const override { return m_state == State::Idle; }
    bool finish() override;
    [[nodiscard]] bool isBusy() const override { return m_state != State::Idle; }
    bool cancel() override;
    bool stepBack() override;
    bool trigger(const QString &actionId) override;
    [[nodiscard]] std::vector<ToolOption> options() override;
    [[nodiscard]] QString status() const override;

private:
    struct Scribbled {
        bool background = false;
        std::vector<geometry::Point> line;  // image space
    };

    void search();
    void keep();
    void reset();

    enum class State { Idle, Dragging, Boxed, Scribbling };
    State m_state = State::Idle;
    geometry::Point m_corner;
    geometry::Box m_box;
    WorkArea m_area;
    std::vector<Scribbled> m_scribbles;
    double m_lineRadius = 1;  // work pixels
    std::optional<geometry::Mask> m_found;
    bool m_keepsWhenFound = false;
    bool m_takesAway = false;  // scribbles without Alt say what does not belong
    std::unique_ptr<canvas::MaskPicture> m_picture;
    ToolJob m_job{m_context.jobs};
};

}  // namespace plumbline::imageview
