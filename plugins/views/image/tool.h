// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrunner.h"
#include "plugins/views/image/imageedits.h"
#include "plugins/views/image/toolsettings.h"
#include "widgets/canvas/imagecanvas.h"

namespace plumbline::imageview {

/// What a tool works with. Borrowed; all of it outlives the tools.
struct ToolContext {
    canvas::ImageCanvas &canvas;
    document::Editing &editing;
    ImageEdits &edits;
    jobs::JobRunner &jobs;
    std::function<void(const QString &)> hint;
    /// Reads labels and marks again, after marks changed.
    std::function<void()> refresh = [] {};
    bool snaps = true;  ///< points drawn near other shapes come to lie on them
    /// Pixels of a part of the picture (image pixels, cut to the picture), `scale` times as large, 0 < scale ≤ 1: for
    /// tools that look at the picture. Null where there is none. Main thread; costs as the result.
    std::function<QImage(const QRect &area, double scale)> pixels = [](const QRect &, double) { return QImage(); };
    ToolSettings settings = {};
    /// Shows settings that a tool has changed, and its status.
    std::function<void()> settingsChanged = [] {};
    /// Gives the keys to the bar of tool options; false when there is nothing to set.
    std::function<bool()> focusOptions = [] { return false; };
};

/// One way of using the mouse on a picture. Its only effect on data goes through ImageEdits, once, when a gesture ends;
/// until then what it makes is a preview of its own. Main thread only.
class Tool : public canvas::CanvasInput
{
public:
    explicit Tool(ToolContext &context) : m_context(context) {}

    [[nodiscard]] virtual QString id() const = 0;  ///< of its action: "image.tool.box"
    /// Enter: ends what is being made. False when nothing was.
    virtual bool finish() { return false; }
    /// Whether something is being made: then the right mouse button offers no menu.
    [[nodiscard]] virtual bool isBusy() const { return false; }
    /// Esc, or another tool or picture: drops what is being made. False when nothing was.
    virtual bool cancel() { return false; }
    /// Backspace: takes the last step back. False when there was none.
    virtual bool stepBack() { return false; }
    /// Del: removes a chosen part. False when none is chosen.
    virtual bool removeChosen() { return false; }
    /// Any action but a change of the tool, before everybody else; true = the tool has done it.
    virtual bool trigger(const QString &) { return false; }
    /// Labels or selection changed.
    virtual void documentChanged() {}
    /// It has become the current tool.
    virtual void enter() {}
    /// What can be set about it, for the bar of tool options. Asked for each time it becomes current.
    [[nodiscard]] virtual std::vector<ToolOption> options() { return {}; }
    /// A few words for the bar: what is being made, and how it would end.
    [[nodiscard]] virtual QString status() const { return {}; }

protected:
    [[nodiscard]] QColor currentColour() const;

    ToolContext &m_context;
};

/// Mouse travel, in screen pixels, from which a press is a drag.
inline constexpr double dragThreshold = 4;
/// What Shift turns by, in radians: 15°.
inline constexpr double angleStep = 0.26179938779914943654;
/// Smallest side of a drawn box, in image pixels.
inline constexpr double smallestBox = 2;

[[nodiscard]] inline double travel(QPointF a, QPointF b)
{
    return (a - b).manhattanLength();
}

/// A quiet line beside the cursor, such as the size of a box.
void paintReadout(QPainter &painter, QPointF at, const QString &text, const QRectF &clip, const QFont &font);

}  // namespace plumbline::imageview
