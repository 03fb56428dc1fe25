// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/editing.h"

#include <algorithm>

namespace plumbline::document {

void Editing::setFrame(std::int64_t index)
{
    const auto shown = item();
    index = std::clamp<std::int64_t>(index, 0, shown ? std::max<std::int64_t>(shown->frames - 1, 0) : 0);
    if (index == m_frame)
        return;
    m_frame = index;
    emit changed(FrameShown{index});
}

std::optional<model::FrameRef> Editing::frameRef(std::int64_t index) const
{
    const model::Scene *shown = scene();
    if (!shown || index < 0 || static_cast<std::size_t>(index) >= shown->frames.size())
        return std::nullopt;
    model::FrameRef frame;
    frame.stream = shown->labelFrame;
    frame.index = index;
    frame.pts = shown->frames[static_cast<std::size_t>(index)].microseconds;
    frame.timeBase = {1, 1'000'000};
    return frame;
}

void Editing::setMarks(const Marks &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    emit marksChanged();
}

void Editing::setBoxPoints(const QHash<AnnotationId, model::BoxPoints> &points)
{
    if (points == m_boxPoints)
        return;
    m_boxPoints = points;
    emit boxPointsChanged();
}

}  // namespace plumbline::document
