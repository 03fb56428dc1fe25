// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/exposure.h"

namespace plumbline::sceneview {

void Exposure::forget()
{
    m_grouped = false;
    m_labels.clear();
    m_paths.clear();
}

const model::TrackPath *Exposure::pathOf(TrackId id)
{
    const model::Scene *scene = m_editing.scene();
    if (id.isNull() || !scene)
        return nullptr;
    if (const auto known = m_paths.constFind(id); known != m_paths.constEnd())
        return &*known;
    if (!m_grouped) {
        m_grouped = true;
        for (const model::Annotation &label : m_editing.annotations())
            if (!label.track.isNull())
                m_labels[label.track].push_back(&label);
    }
    for (const model::Track &track : m_editing.tracks())
        if (track.id == id)
            return &*m_paths.insert(id, model::TrackPath(track, m_labels.value(id), *scene));
    return nullptr;
}

geometry::Cuboid Exposure::at(TrackId track, std::int64_t frame, const geometry::Cuboid &cuboid, std::int64_t microseconds)
{
    const model::TrackPath *path = pathOf(track);
    return path && frame >= 0 ? model::cuboidAt(*path, *m_editing.scene(), std::size_t(frame), cuboid, microseconds) : cuboid;
}

}  // namespace plumbline::sceneview
