// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"
#include "core/extension/formatsupport.h"
#include "core/extension/labelimage.h"
#include "plugins/formats/coco/cocowriter.h"

#include <map>
#include <optional>

namespace plumbline::coco {

/// Writes annotations/panoptic_SPLIT.json with annotations/panoptic_SPLIT/*.png, and images/SPLIT when asked. One use, one
/// thread.
class PanopticWriter
{
public:
    PanopticWriter(const extension::AnnotationSource &source, const extension::ExportRequest &request);

    [[nodiscard]] Result<QStringList> plannedOutputs();
    [[nodiscard]] Result<QStringList> write();
    [[nodiscard]] Result<std::vector<extension::Loss>> losses();

private:
    struct Picture {
        QString split;
        QString name;     ///< of the picture, below images/SPLIT
        QString png;      ///< below annotations/panoptic_SPLIT; empty = it has no segments
        bool renamed = false;
        ForeignId wantedId;
    };
    struct Segment {
        const model::Annotation *annotation = nullptr;
        std::uint32_t number = 0;  ///< on the canvas
        std::int64_t id = 0;
        geometry::Mask mask;
    };
    /// The segments of a picture in the order of the labels, drawn by z-order; nothing when its size is not known or too large.
    struct Drawing {
        extension::LabelCanvas canvas;
        std::vector<Segment> segments;
    };

    [[nodiscard]] Result<> survey();
    [[nodiscard]] std::optional<Drawing> draw(const model::Item &item, const std::vector<model::Annotation> &annotations) const;
    [[nodiscard]] Result<QByteArray> picture(const Drawing &drawing) const;
    [[nodiscard]] QByteArray record(const model::Item &item, const Picture &picture, const Json &imageId,
                                    const Drawing &drawing) const;
    [[nodiscard]] QByteArray categories();

    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
    jobs::JobControl m_control;
    extension::MediaHandling m_media = extension::MediaHandling::None;
    std::vector<Picture> m_pictures;  // in the source's order, pictures only
    QStringList m_splits;
    IdAllotter m_imageIds;
    QHash<ClassId, QByteArray> m_categoryIds;  // as text
    QStringList m_outputs;
};

}  // namespace plumbline::coco
