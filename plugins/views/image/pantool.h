// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/tool.h"

namespace plumbline::imageview {

/// The left button moves the picture; the canvas does it, this only stands for the mode.
class PanTool final : public Tool
{
public:
    using Tool::Tool;

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.pan"); }
    void press(const canvas::CanvasPointer &) override {}
    void move(const canvas::CanvasPointer &) override {}
    void release(const canvas::CanvasPointer &) override {}
    void doubleClick(const canvas::CanvasPointer &) override {}
    void paint(QPainter &, const canvas::ViewTransform &, const QRectF &, double) override {}
    [[nodiscard]] QCursor cursor() const override { return Qt::OpenHandCursor; }
};

}  // namespace plumbline::imageview
