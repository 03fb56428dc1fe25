// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "core/model/trackpath.h"

#include <QHash>

namespace plumbline::sceneview {

/// Where boxes are when a camera is exposed: moved by what their track says of their own motion. Keeps the paths of the tracks that
/// were asked for until it is told that labels changed. Main thread only.
class Exposure
{
public:
    /// The document outlives this.
    explicit Exposure(const document::Editing &editing) : m_editing(editing) {}

    /// A cuboid of a frame at another time. It stays where it is when it is in no track or its motion is not known.
    [[nodiscard]] geometry::Cuboid at(TrackId track, std::int64_t frame, const geometry::Cuboid &cuboid,
                                      std::int64_t microseconds);
    /// Null when there is no such track.
    [[nodiscard]] const model::TrackPath *pathOf(TrackId track);
    void forget();

private:
    const document::Editing &m_editing;
    bool m_grouped = false;
    QHash<TrackId, std::vector<const model::Annotation *>> m_labels;
    QHash<TrackId, model::TrackPath> m_paths;
};

}  // namespace plumbline::sceneview
