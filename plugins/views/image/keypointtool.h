// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/tool.h"

namespace plumbline::imageview {

/// Places key points. With a skeleton: joint by joint by clicks (it names the next), or all at once as its template in a
/// box that is dragged; with a skeleton selected that lacks joints, those are placed. Without one: loose points by clicks.
/// Alt+click, or J before it, places a joint as hidden; Shift+J leaves one out; Shift+K takes another skeleton or none;
/// Backspace takes the last back; Enter ends, and what has no place is not labeled.
class KeyPointTool final : public Tool
{
public:
    using Tool::Tool;

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.points"); }
    void press(const canvas::CanvasPointer &pointer) override;
    void move(const canvas::CanvasPointer &pointer) override;
    void release(const canvas::CanvasPointer &pointer) override;
    void doubleClick(const canvas::CanvasPointer &pointer) override;
    void leave() override { m_cursor.reset(); }
    void paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] QCursor cursor() const override { return Qt::CrossCursor; }
    [[nodiscard]] bool wantsGuides() const override { return true; }
    [[nodiscard]] bool isBusy() const override { return m_pressed || !m_placed.empty() || !m_skipped.empty(); }
    bool finish() override;
    bool cancel() override;
    bool stepBack() override;
    bool trigger(const QString &actionId) override;
    void documentChanged() override;

private:
    /// The skeleton that is placed; null for loose points.
    [[nodiscard]] const model::Skeleton *skeleton() const;
    /// The selected label when it lacks joints.
    [[nodiscard]] const model::Annotation *unfinished() const;
    void begin();
    void place(geometry::Point at, bool hidden);
    void skip();
    void takeOtherSkeleton();
    void commit();
    void reset();
    [[nodiscard]] geometry::Box templateBox() const;
    [[nodiscard]] QString readout() const;

    geometry::KeyPoints m_points;
    std::vector<std::size_t> m_placed;  // joints in the order they were placed
    std::vector<std::size_t> m_skipped;  // left out on purpose
    AnnotationId m_continued;  // whose missing joints are placed; null = a new label
    bool m_begun = false;
    bool m_hiddenNext = false;
    std::optional<QString> m_chosenSkeleton;  // by Shift+K; empty = loose points, nothing = as the class says
    bool m_pressed = false;
    geometry::Point m_anchor;
    QPointF m_anchorScreen;
    bool m_even = false;
    std::optional<geometry::Point> m_cursor;
    QPointF m_cursorScreen;
};

}  // namespace plumbline::imageview
