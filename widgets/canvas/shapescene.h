// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/geometry/shapes.h"
#include "core/model/annotation.h"
#include "widgets/canvas/maskpicture.h"
#include "widgets/canvas/shapeindex.h"
#include "widgets/export.h"

#include <QColor>
#include <QHash>
#include <QPainterPath>
#include <QSet>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace plumbline::canvas {

/// What is drawn besides the line of a shape.
enum class Ornament {
    None,
    Arrow,  ///< a head at the end: a relation
    Ruler,  ///< bars across both ends: a length
    Angle,  ///< an arc between the arms of three points
};

/// One label as the canvas draws it. A value; the canvas knows nothing of documents.
struct CanvasShape {
    AnnotationId id;
    geometry::Geometry geometry;  ///< image space; kinds without an extent there are not drawn
    QColor colour;                ///< of the class
    QString label;                ///< class name, translated
    std::optional<double> score;  ///< of a prediction
    model::Role role = model::Role::Object;
    bool predicted = false;  ///< a model's proposal: dashed
    bool unsure = false;
    bool flagged = false;  ///< breaks a rule of the schema
    bool locked = false;   ///< cannot be changed: no handles
    bool hatched = false;  ///< locked while others are not
    int zOrder = 0;        ///< shapes come in this order; not used for drawing
    bool outlineOnly = false;  ///< the mouse finds its line, not its inside
    Ornament ornament = Ornament::None;
    std::vector<std::pair<int, int>> bones;  ///< of key points: joints that are joined by a line
    /// Side of the divider, when the canvas has one, on which it is seen.
    enum class Side : std::uint8_t { Both, Left, Right };
    Side side = Side::Both;
    bool operator==(const CanvasShape &) const = default;
};

/// Outline of a geometry in image space: closed rings for areas, open for lines; empty for masks and key points.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QPainterPath outlineOf(const geometry::Geometry &geometry);
/// The bones whose two joints are both there and labeled.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT std::vector<std::pair<geometry::KeyPoint, geometry::KeyPoint>> visibleBones(
    const geometry::KeyPoints &points, const std::vector<std::pair<int, int>> &bones);

/// The shapes of one picture with what drawing and hitting them needs, computed once per shape. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT ShapeScene
{
public:
    struct Entry {
        CanvasShape shape;
        geometry::Box bounds;  ///< image space
        double area = 0;       ///< square pixels; of the bounds for shapes without one
    };

    /// Replaces everything; entries whose shape is unchanged keep their caches. Returns the bounds of what changed, before and
    /// after; nothing when the order changed or so much that it is not worth telling.
    std::optional<std::vector<geometry::Box>> setShapes(std::vector<CanvasShape> shapes);
    /// Changes shapes in place, as setShapes() would; false, and nothing is done, when one of them is not there, cannot be drawn
    /// or has another place in the order.
    bool updateShapes(const std::vector<CanvasShape> &shapes, std::vector<geometry::Box> *changed);
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    [[nodiscard]] const Entry *find(AnnotationId id) const;
    [[nodiscard]] std::optional<int> indexOf(AnnotationId id) const;
    /// Bounds of the entries, packed: for looking at all of them.
    [[nodiscard]] const std::vector<geometry::Box> &bounds() const { return m_bounds; }
    /// Indices of entries whose bounds meet the region (image space) and have a side of this length, in drawing order.
    [[nodiscard]] std::vector<int> within(const geometry::Box &region, double leastSide = 0) const;
    /// How many entries within() finds, counted up to `most`.
    [[nodiscard]] std::size_t countWithin(const geometry::Box &region, std::size_t most) const;
    /// Cached outline, image space.
    [[nodiscard]] const QPainterPath &outline(int index) const;
    /// Cached picture of a mask's foreground; null for other kinds.
    [[nodiscard]] const MaskPicture *maskPicture(int index) const;
    /// Grows with every change.
    [[nodiscard]] quint64 revision() const { return m_revision; }

private:
    struct Cache {
        std::optional<QPainterPath> outline;
        std::shared_ptr<const MaskPicture> mask;
    };
    std::vector<Entry> m_entries;
    std::vector<geometry::Box> m_bounds;  // the same boxes packed
    mutable std::optional<ShapeIndex> m_grid;  // of the present bounds
    mutable std::vector<Cache> m_caches;
    QHash<AnnotationId, int> m_index;
    quint64 m_revision = 0;
};

}  // namespace plumbline::canvas
