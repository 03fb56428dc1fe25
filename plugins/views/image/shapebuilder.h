// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/comparison.h"
#include "plugins/views/image/imageedits.h"
#include "widgets/canvas/shapescene.h"

namespace plumbline::imageview {

/// What the canvas draws for the labels of a document: their geometry, relations as arrows, measures with their values,
/// bones of skeletons, in the colours of a comparison. Borrows all three for the time of a call.
class ShapeBuilder
{
public:
    ShapeBuilder(const document::Editing &editing, const ImageEdits &edits, const Comparison &comparison)
        : m_editing(editing), m_edits(edits), m_comparison(comparison)
    {
    }

    /// Back to front; without labels that are judged, put aside or filtered out.
    [[nodiscard]] std::vector<canvas::CanvasShape> shapes() const;
    /// Nothing for labels that are not shown.
    [[nodiscard]] std::optional<canvas::CanvasShape> shape(const model::Annotation &annotation) const;
    /// With the arrows that start or end at one of these labels.
    [[nodiscard]] QSet<AnnotationId> withArrows(QSet<AnnotationId> ids) const;
    /// Translated name of a class.
    [[nodiscard]] QString titleOf(ClassId id) const;

private:
    [[nodiscard]] canvas::CanvasShape shapeOf(const model::Annotation &annotation) const;
    void makeArrow(canvas::CanvasShape &shape, const geometry::Relation &relation) const;
    [[nodiscard]] bool shows(const model::Annotation &annotation) const;

    const document::Editing &m_editing;
    const ImageEdits &m_edits;
    const Comparison &m_comparison;
};

}  // namespace plumbline::imageview
