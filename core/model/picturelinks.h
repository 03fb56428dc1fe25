// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"

#include <QHash>

#include <map>
#include <utility>
#include <vector>

namespace plumbline::model {

/// Which boxes in pictures belong to which cuboids of a scene. A box in a picture names the camera as its frame's stream. It belongs
/// to the cuboid that is its `parent`; without one, to the only cuboid of its track in its frame, as files with one record for
/// both say. Made for one list of labels, which outlives it and does not change meanwhile. Pure.
class PLUMBLINE_CORE_EXPORT PictureLinks
{
public:
    explicit PictureLinks(const std::vector<Annotation> &labels);

    /// Null for what is no box, and for boxes that belong to none.
    [[nodiscard]] const Annotation *cuboidOf(const Annotation &box) const;
    /// The box of a cuboid in the picture of a camera, the one that was made last; null when there is none.
    [[nodiscard]] const Annotation *boxOf(const Annotation &cuboid, const QString &camera) const;

private:
    QHash<AnnotationId, const Annotation *> m_cuboids;
    std::map<std::pair<TrackId, std::int64_t>, const Annotation *> m_ofTracks;  // null = several
    std::map<std::pair<AnnotationId, QString>, const Annotation *> m_boxes;
};

}  // namespace plumbline::model
