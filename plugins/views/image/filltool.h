// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/regionpreview.h"
#include "plugins/views/image/tooljob.h"

namespace plumbline::imageview {

/// Fills what looks alike: press on a pixel, drag to the right for more tolerance or to the left for less, let go to keep
/// it. Works on what is in sight, at the scale of the screen when that holds more than four million pixels. Alt takes the
/// region out of the selected mask.
class FillTool final : public Tool
{
    Q_DECLARE_TR_FUNCTIONS(plumbline::imageview::FillTool)

public:
    using Tool::Tool;

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.fill"); }
    void press(const canvas::CanvasPointer &pointer) override;
    void move(const canvas::CanvasPointer &pointer) override;
    void release(const canvas::CanvasPointer &pointer) override;
    void doubleClick(const canvas::CanvasPointer &pointer) override { press(pointer); }
    bool wheel(double notches, Qt::KeyboardModifiers modifiers) override;
    void paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] QCursor cursor() const override { return Qt::CrossCursor; }
    [[nodiscard]] bool isBusy() const override { return m_state != State::Idle; }
    bool cancel() override;
    bool trigger(const QString &actionId) override;
    [[nodiscard]] std::vector<ToolOption> options() override;
    [[nodiscard]] QString status() const override;

private:
    void search();
    void setTolerance(double tolerance);
    void keep();
    void reset();

    enum class State { Idle, Pressed, Released };
    State m_state = State::Idle;
    bool m_subtracts = false;
    WorkArea m_area;
    QPoint m_seed;  // work pixel
    QPointF m_pressed;
    double m_toleranceBefore = 0;
    std::optional<geometry::Mask> m_found;
    std::unique_ptr<canvas::MaskPicture> m_picture;
    ToolJob m_job{m_context.jobs};
};

}  // namespace plumbline::imageview
