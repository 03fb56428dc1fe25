// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/regions.h"
#include "plugins/views/image/tool.h"

namespace plumbline::imageview {

/// What can be done to the areas of labels, each call one gesture or a line that says why not. Made for one use; the
/// context outlives it.
class RegionEdits
{
    Q_DECLARE_TR_FUNCTIONS(plumbline::imageview::RegionEdits)

public:
    explicit RegionEdits(ToolContext &context) : m_context(context) {}

    // Painting
    /// The selected mask of the current class, if it may be changed: what a brush goes on with.
    [[nodiscard]] const model::Annotation *paintTarget() const;
    /// A selected mask that may be changed, else the topmost one under the point.
    [[nodiscard]] const model::Annotation *eraseTarget(geometry::Point at) const;
    /// Adds the pixels to the target, or makes a new mask of them when it is null.
    void paint(const geometry::Mask &pixels, AnnotationId target);
    /// Takes the pixels away; a label of which nothing is left goes.
    void erase(const geometry::Mask &pixels, AnnotationId target);
    /// A new label of the current class, or more of the selected mask (see paintTarget()) where a mask is wanted.
    /// `outline`: image space, cut to the picture.
    void addRegion(const geometry::Polygon &outline, RegionKind kind);

    // The selection
    void unite();
    void subtract();
    void intersect();
    /// Masks become polygons, everything else with an area becomes a mask.
    void convert();
    void fillHoles();
    void removeSpecks();
    void grow(double radius);
    /// What lies on either side becomes a label of its own. Without a selection: of the shape in the middle of the line.
    void split(geometry::Point a, geometry::Point b);
    void cutHole(const geometry::Ring &ring);
    void addPart(const geometry::Ring &ring);

    /// Selected labels with an area that may be changed, in the order they are drawn.
    [[nodiscard]] std::vector<const model::Annotation *> selectedRegions() const;

private:
    using Reshape = std::function<Result<std::optional<geometry::Geometry>>(const model::Annotation &)>;

    /// Each label reshaped; those without a result stay. `nothing` is said when no label changed.
    void reshape(const std::vector<const model::Annotation *> &annotations, const QString &label, const QString &nothing,
                 const Reshape &change);
    void combineSelected(geometry::Combination combination, const QString &label);
    [[nodiscard]] std::vector<const model::Annotation *> inDrawingOrder(std::vector<const model::Annotation *> annotations) const;
    /// Shapes that overlap this one; the one that shares most first. With `touching` also those up to a pixel away.
    [[nodiscard]] std::vector<const model::Annotation *> neighboursOf(const model::Annotation &annotation, bool touching) const;
    [[nodiscard]] bool allows(const model::Annotation &annotation, const geometry::Geometry &geometry) const;
    [[nodiscard]] QString nounOf(const model::Annotation &annotation) const;
    [[nodiscard]] std::uint32_t width() const;
    [[nodiscard]] std::uint32_t height() const;

    ToolContext &m_context;
};

}  // namespace plumbline::imageview
