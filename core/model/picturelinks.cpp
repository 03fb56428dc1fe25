// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/picturelinks.h"

namespace plumbline::model {

namespace {

std::int64_t frameOf(const Annotation &label)
{
    return label.frame ? label.frame->index : -1;
}

}  // namespace

PictureLinks::PictureLinks(const std::vector<Annotation> &labels)
{
    for (const Annotation &label : labels) {
        if (!std::holds_alternative<geometry::Cuboid>(label.geometry))
            continue;
        m_cuboids.insert(label.id, &label);
        if (label.track.isNull())
            continue;
        const std::pair place(label.track, frameOf(label));
        const auto [known, isNew] = m_ofTracks.emplace(place, &label);
        if (!isNew)
            known->second = nullptr;
    }
    for (const Annotation &label : labels)
        if (const Annotation *cuboid = cuboidOf(label))
            m_boxes.insert_or_assign({cuboid->id, label.frame->stream}, &label);
}

const Annotation *PictureLinks::cuboidOf(const Annotation &box) const
{
    if (!std::holds_alternative<geometry::Box>(box.geometry) || !box.frame)
        return nullptr;
    if (const auto parent = m_cuboids.constFind(box.parent); parent != m_cuboids.constEnd())
        return frameOf(**parent) == frameOf(box) ? *parent : nullptr;
    const auto found = box.track.isNull() ? m_ofTracks.end() : m_ofTracks.find({box.track, frameOf(box)});
    return found == m_ofTracks.end() ? nullptr : found->second;
}

const Annotation *PictureLinks::boxOf(const Annotation &cuboid, const QString &camera) const
{
    const auto found = m_boxes.find({cuboid.id, camera});
    return found == m_boxes.end() ? nullptr : found->second;
}

}  // namespace plumbline::model
