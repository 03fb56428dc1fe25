// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/tool.h"

namespace plumbline::imageview {

/// The left button moves the picture; the canvas does it, this only stands for the mode. What the tool before it was making
/// stays: it is drawn on, and Enter, Backspace and Esc still reach it.
class PanTool final : public Tool
{
public:
    using Tool::Tool;

    /// The tool that waits meanwhile, or null. Not owned.
    void setWaiting(Tool *tool) { m_waiting = tool; }
    [[nodiscard]] Tool *waiting() const { return m_waiting; }

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.pan"); }
    void press(const canvas::CanvasPointer &) override {}
    void move(const canvas::CanvasPointer &) override {}
    void release(const canvas::CanvasPointer &) override {}
    void doubleClick(const canvas::CanvasPointer &) override {}
    void paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio) override
    {
        if (isBusy())
            m_waiting->paint(painter, view, clip, devicePixelRatio);
    }
    [[nodiscard]] QCursor cursor() const override { return Qt::OpenHandCursor; }
    bool finish() override { return isBusy() && m_waiting->finish(); }
    [[nodiscard]] bool isBusy() const override { return m_waiting && m_waiting->isBusy(); }
    bool cancel() override { return m_waiting && m_waiting->cancel(); }
    bool stepBack() override { return isBusy() && m_waiting->stepBack(); }
    void documentChanged() override
    {
        if (m_waiting)
            m_waiting->documentChanged();
    }
    [[nodiscard]] QString status() const override { return isBusy() ? m_waiting->status() : QString(); }

private:
    Tool *m_waiting = nullptr;
};

}  // namespace plumbline::imageview
