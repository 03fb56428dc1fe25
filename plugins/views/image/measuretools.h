// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/measure.h"
#include "plugins/views/image/pathtool.h"

namespace plumbline::imageview {

/// Draws measures: lines that are kept as labels without a class and say what they measure (core/model/measure.h). Points
/// snap to shapes; Shift steps the direction by 15°.
class MeasureTool : public PathTool
{
public:
    using PathTool::PathTool;

protected:
    [[nodiscard]] bool mayBegin() const override { return m_context.edits.picture() && m_context.edits.canCreate(); }
    [[nodiscard]] std::size_t fewest() const override { return most(); }
    [[nodiscard]] Shift shift() const override { return Shift::StepsAngle; }
    [[nodiscard]] QColor colour() const override;
    [[nodiscard]] virtual model::MeasureKind kind() const = 0;
    [[nodiscard]] QString readout(const std::vector<geometry::Point> &points) const override;
    void commit(std::vector<geometry::Point> points) override;
    void paintMore(QPainter &painter, const canvas::ViewTransform &view, const std::vector<geometry::Point> &points) override;
};

/// From here to there, in pixels and, once the picture has a scale, in millimetres.
class RulerTool final : public MeasureTool
{
public:
    using MeasureTool::MeasureTool;
    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.ruler"); }
    void release(const canvas::CanvasPointer &pointer) override;
    void press(const canvas::CanvasPointer &pointer) override;

protected:
    [[nodiscard]] std::size_t most() const override { return 2; }
    [[nodiscard]] QString tooFew() const override;
    [[nodiscard]] model::MeasureKind kind() const override { return model::MeasureKind::Length; }

private:
    QPointF m_pressed;
};

/// Between two arms: their end, the corner, the other end.
class AngleTool final : public MeasureTool
{
public:
    using MeasureTool::MeasureTool;
    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.angle"); }

protected:
    [[nodiscard]] std::size_t most() const override { return 3; }
    [[nodiscard]] QString tooFew() const override;
    [[nodiscard]] model::MeasureKind kind() const override { return model::MeasureKind::Angle; }
};

/// Of labels without a class that measure something.
[[nodiscard]] QColor measureColour();

}  // namespace plumbline::imageview
