// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/labelimage.h"
#include "core/model/annotation.h"
#include "core/model/schema.h"

#include <QHash>

#include <optional>
#include <vector>

class QImage;

namespace plumbline::voc {

/// Which pixels of SegmentationClass and SegmentationObject the labels of one picture get.
class Segments
{
public:
    struct Segment {
        const model::Annotation *annotation = nullptr;
        std::uint32_t number = 0;  ///< on the canvas; 0 = not drawn, because the numbers ran out
        int value = 0;             ///< in SegmentationObject; voidValue for regions to ignore
        int classValue = 0;
        bool voidInObjects = true;
        std::int64_t pixels = 0;  ///< of the whole shape
    };

    /// Nothing when no label has pixels or the picture's size is not known or too large. `xmlNumber` says which object of the
    /// XML file a label is, from 1, or 0.
    [[nodiscard]] static std::optional<Segments> of(const std::vector<model::Annotation> &annotations, QSize picture,
                                                    const QHash<ClassId, int> &classValues,
                                                    const QHash<const model::Annotation *, int> &xmlNumbers);
    [[nodiscard]] const std::vector<Segment> &list() const { return m_list; }
    [[nodiscard]] const Segment *find(const model::Annotation &annotation) const;
    [[nodiscard]] std::int64_t seen(const Segment &segment) const { return segment.number ? m_canvas.seen(segment.number) : 0; }
    [[nodiscard]] Result<QByteArray> classPicture() const;
    [[nodiscard]] Result<QByteArray> objectPicture() const;

private:
    explicit Segments(QSize size) : m_canvas(size) {}
    [[nodiscard]] Result<QByteArray> picture(const std::vector<uchar> &values) const;

    extension::LabelCanvas m_canvas;
    std::vector<Segment> m_list;
};

/// Whether the label has a place in the pictures of segments: an area and a class, or an area to ignore.
[[nodiscard]] bool isSegment(const model::Annotation &annotation, const QHash<ClassId, int> &classValues);
/// An area that nobody may judge: void pixels.
[[nodiscard]] bool isVoid(const model::Annotation &annotation);
/// A mask that came from the pictures of segments alone and has no object in an XML file.
[[nodiscard]] bool isPictureOnly(const model::Annotation &annotation);

/// Number of each class in SegmentationClass: as it came, as VOC has it, else the next free one. Classes beyond the last number
/// have none.
[[nodiscard]] QHash<ClassId, int> classValuesOf(const model::Schema &schema);
/// labelmap.txt for classes whose numbers are not those of VOC; empty when all are.
[[nodiscard]] QByteArray labelMapOf(const model::Schema &schema, const QHash<ClassId, int> &classValues);

}  // namespace plumbline::voc
