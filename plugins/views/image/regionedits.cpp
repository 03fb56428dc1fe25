// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/regionedits.h"

#include "core/geometry/mask.h"
#include "core/geometry/overlap.h"
#include "core/geometry/polygonoperations.h"

#include <algorithm>

namespace plumbline::imageview {

using geometry::Combination;
using geometry::Geometry;
using geometry::Mask;
using geometry::Polygon;

namespace {

constexpr double touchReach = 1;  // image pixels between neighbours that share a border

}  // namespace

std::uint32_t RegionEdits::width() const
{
    return m_context.edits.picture() ? static_cast<std::uint32_t>(m_context.edits.picture()->w) : 0;
}

std::uint32_t RegionEdits::height() const
{
    return m_context.edits.picture() ? static_cast<std::uint32_t>(m_context.edits.picture()->h) : 0;
}

QString RegionEdits::nounOf(const model::Annotation &annotation) const
{
    const model::LabelClass *labelClass = m_context.editing.schema().find(annotation.labelClass);
    return labelClass ? labelClass->name : tr("label");
}

bool RegionEdits::allows(const model::Annotation &annotation, const Geometry &geometry) const
{
    const model::LabelClass *labelClass = m_context.editing.schema().find(annotation.labelClass);
    if (!labelClass || labelClass->geometries.isEmpty() || labelClass->geometries.contains(geometry::geometryName(geometry)))
        return true;
    m_context.hint(tr("“%1” is labelled with: %2.").arg(labelClass->name, labelClass->geometries.join(QStringLiteral(", "))));
    return false;
}

std::vector<const model::Annotation *> RegionEdits::inDrawingOrder(std::vector<const model::Annotation *> annotations) const
{
    std::stable_sort(annotations.begin(), annotations.end(), [](const auto *a, const auto *b) { return a->zOrder < b->zOrder; });
    return annotations;
}

std::vector<const model::Annotation *> RegionEdits::selectedRegions() const
{
    std::vector<const model::Annotation *> list;
    for (const AnnotationId &id : m_context.edits.selectedInOrder()) {
        const model::Annotation *annotation = m_context.editing.annotation(id);
        if (annotation && geometry::hasRegion(annotation->geometry) && m_context.edits.isChangeable(*annotation))
            list.push_back(annotation);
    }
    return inDrawingOrder(std::move(list));
}

const model::Annotation *RegionEdits::paintTarget() const
{
    for (const model::Annotation *annotation : selectedRegions())
        if (std::holds_alternative<Mask>(annotation->geometry) && annotation->labelClass == m_context.editing.currentClass())
            return annotation;
    return nullptr;
}

const model::Annotation *RegionEdits::eraseTarget(geometry::Point at) const
{
    for (const model::Annotation *annotation : selectedRegions())
        if (std::holds_alternative<Mask>(annotation->geometry))
            return annotation;
    const auto &entries = m_context.canvas.scene().entries();
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const model::Annotation *annotation = m_context.editing.annotation(entry->shape.id);
        if (annotation && std::holds_alternative<Mask>(annotation->geometry) && m_context.edits.isChangeable(*annotation)
            && geometry::covers(annotation->geometry, at))
            return annotation;
    }
    return nullptr;
}

void RegionEdits::paint(const Mask &pixels, AnnotationId target)
{
    if (geometry::isEmpty(pixels))
        return;
    const model::Annotation *annotation = m_context.editing.annotation(target);
    const Mask *before = annotation ? std::get_if<Mask>(&annotation->geometry) : nullptr;
    if (!before) {
        m_context.edits.create(pixels);
        return;
    }
    Mask after = geometry::combined(pixels, *before, Combination::Unite);
    if (after != *before)
        m_context.edits.apply({{{target, std::move(after)}}, {}, {}}, tr("Paint %1").arg(nounOf(*annotation)));
}

void RegionEdits::erase(const Mask &pixels, AnnotationId target)
{
    const model::Annotation *annotation = m_context.editing.annotation(target);
    const Mask *before = annotation ? std::get_if<Mask>(&annotation->geometry) : nullptr;
    if (!before)
        return;
    Mask after = geometry::combined(geometry::fitted(*before, pixels.width, pixels.height), pixels, Combination::Subtract);
    if (geometry::isEmpty(after))
        m_context.edits.apply({{}, {}, {target}}, tr("Erase all of %1").arg(nounOf(*annotation)));
    else if (geometry::maskArea(after) != geometry::maskArea(*before))
        m_context.edits.apply({{{target, std::move(after)}}, {}, {}}, tr("Erase from %1").arg(nounOf(*annotation)));
}

void RegionEdits::addRegion(const Polygon &outline, RegionKind kind)
{
    const Polygon frame = *geometry::polygonOf(geometry::Box{0, 0, double(width()), double(height())});
    if (kind == RegionKind::Mask) {
        const Result<Mask> mask = geometry::maskOfRegion(outline, width(), height());
        if (!mask)
            m_context.hint(mask.error().text);
        else if (geometry::isEmpty(*mask))
            m_context.hint(tr("Nothing was found here."));
        else if (const model::Annotation *target = paintTarget())
            paint(*mask, target->id);
        else
            m_context.edits.create(*mask);
        return;
    }
    const auto inside = geometry::combinedRegions({outline, frame}, Combination::Intersect, width(), height());
    if (!inside)
        m_context.hint(inside.error().text);
    else if (!*inside)
        m_context.hint(tr("Nothing was found here."));
    else
        m_context.edits.create(**inside);
}

void RegionEdits::reshape(const std::vector<const model::Annotation *> &annotations, const QString &label, const QString &nothing,
                          const Reshape &change)
{
    if (annotations.empty()) {
        m_context.hint(tr("Select a shape with an area first."));
        return;
    }
    ImageEdits::Regions regions;
    QString said;
    for (const model::Annotation *annotation : annotations) {
        Result<std::optional<Geometry>> after = change(*annotation);
        if (!after)
            said = after.error().text;
        else if (!*after)
            said = tr("Nothing would be left of %1.").arg(nounOf(*annotation));
        else if (**after == annotation->geometry)
            continue;
        else if (allows(*annotation, **after))
            regions.changes.emplace_back(annotation->id, std::move(**after));
        else
            return;
    }
    const QString noun =
        annotations.size() == 1 ? nounOf(*annotations.front()) : tr("%n label(s)", nullptr, static_cast<int>(annotations.size()));
    if (regions.changes.empty())
        m_context.hint(said.isEmpty() ? nothing : said);
    else
        m_context.edits.apply(regions, label.arg(noun));
}

std::vector<const model::Annotation *> RegionEdits::neighboursOf(const model::Annotation &annotation, bool touching) const
{
    const auto bounds = geometry::boundsOf(annotation.geometry);
    std::vector<std::pair<double, const model::Annotation *>> found;
    if (!bounds)
        return {};
    const double reach = touching ? touchReach : 0;
    std::optional<Mask> near;  // the shape and what touches it
    for (const canvas::ShapeScene::Entry &entry : m_context.canvas.scene().entries()) {
        const model::Annotation *other = m_context.editing.annotation(entry.shape.id);
        if (!other || other->id == annotation.id || !geometry::hasRegion(other->geometry))
            continue;
        const geometry::Box &b = entry.bounds;
        if (b.x > bounds->right() + reach || b.right() < bounds->x - reach || b.y > bounds->bottom() + reach
            || b.bottom() < bounds->y - reach)
            continue;
        // On pixels where either is a mask, so that masks of another size count by what they cover.
        const auto common =
            geometry::combinedRegions({annotation.geometry, other->geometry}, Combination::Intersect, width(), height());
        double shared = common && *common ? geometry::areaOf(**common).value_or(0) : 0;
        if (!(shared > 0) && touching) {
            if (!near) {
                const auto own = geometry::maskOfRegion(annotation.geometry, width(), height());
                near = own ? geometry::grown(*own, touchReach) : Mask{};
            }
            const auto mask = geometry::maskOfRegion(other->geometry, width(), height());
            // Less than any overlap, more than nothing.
            shared = mask ? 1e-6 * double(geometry::maskIntersection(*near, *mask)) : 0;
        }
        if (shared > 0)
            found.emplace_back(shared, other);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<const model::Annotation *> list;
    for (const auto &[shared, other] : found)
        list.push_back(other);
    return list;
}

void RegionEdits::combineSelected(Combination combination, const QString &label)
{
    std::vector<const model::Annotation *> selected = selectedRegions();
    if (selected.empty()) {
        m_context.hint(tr("Select a shape with an area first."));
        return;
    }
    const model::Annotation *base = selected.front();
    std::vector<const model::Annotation *> others(selected.begin() + 1, selected.end());
    const bool alone = others.empty();
    if (alone) {
        others = neighboursOf(*base, combination == Combination::Unite);
        std::erase_if(others, [&](const auto *other) {
            return combination == Combination::Unite && !m_context.edits.isChangeable(*other);
        });
        if (combination != Combination::Subtract && others.size() > 1)
            others.resize(1);
        if (others.empty()) {
            m_context.hint(tr("No other shape overlaps or touches %1. Select several shapes, or one that has a neighbour.")
                               .arg(nounOf(*base)));
            return;
        }
    }
    std::vector<Geometry> shapes{base->geometry};
    for (const model::Annotation *other : others)
        shapes.push_back(other->geometry);
    Result<std::optional<Geometry>> result = geometry::combinedRegions(shapes, combination, width(), height());
    if (!result) {
        m_context.hint(result.error().text);
    } else if (!*result) {
        m_context.hint(tr("Nothing would be left of %1.").arg(nounOf(*base)));
    } else if (allows(*base, **result)) {
        ImageEdits::Regions regions{{{base->id, std::move(**result)}}, {}, {}};
        // A union swallows the others; what is only cut by them leaves them as they are.
        if (combination == Combination::Unite)
            for (const model::Annotation *other : others)
                regions.removals.push_back(other->id);
        if (!m_context.edits.apply(regions, label.arg(nounOf(*base))))
            m_context.hint(tr("Nothing changes: the shapes do not overlap."));
    }
}

void RegionEdits::unite()
{
    combineSelected(Combination::Unite, tr("Unite with %1"));
}

void RegionEdits::subtract()
{
    combineSelected(Combination::Subtract, tr("Cut the others out of %1"));
}

void RegionEdits::intersect()
{
    combineSelected(Combination::Intersect, tr("Keep what %1 has in common"));
}

void RegionEdits::convert()
{
    const double tolerance = m_context.settings.outlineTolerance;
    reshape(selectedRegions(), tr("Convert %1"), tr("Nothing would be left."), [&](const model::Annotation &annotation) {
        Result<std::optional<Geometry>> converted = std::optional<Geometry>();
        if (std::holds_alternative<Mask>(annotation.geometry)) {
            const auto polygon =
                geometry::polygonOfRegion(geometry::fitted(std::get<Mask>(annotation.geometry), width(), height()), tolerance);
            if (!polygon)
                return Result<std::optional<Geometry>>(tl::unexpected(polygon.error()));
            if (!polygon->parts.empty())
                converted = std::optional<Geometry>(*polygon);
            return converted;
        }
        const auto mask = geometry::maskOfRegion(annotation.geometry, width(), height());
        if (!mask)
            return Result<std::optional<Geometry>>(tl::unexpected(mask.error()));
        if (!geometry::isEmpty(*mask))
            converted = std::optional<Geometry>(*mask);
        return converted;
    });
}

void RegionEdits::fillHoles()
{
    reshape(selectedRegions(), tr("Fill the holes of %1"), tr("There are no holes."),
            [&](const model::Annotation &annotation) -> Result<std::optional<Geometry>> {
                if (const auto *polygon = std::get_if<Polygon>(&annotation.geometry)) {
                    Polygon filled = *polygon;
                    for (geometry::PolygonPart &part : filled.parts)
                        part.holes.clear();
                    return std::optional<Geometry>(std::move(filled));
                }
                const auto *mask = std::get_if<Mask>(&annotation.geometry);
                return std::optional<Geometry>(mask ? Geometry(geometry::withoutHoles(*mask)) : annotation.geometry);
            });
}

void RegionEdits::removeSpecks()
{
    const double smallest = m_context.settings.smallestSpeck;
    reshape(selectedRegions(), tr("Remove the specks of %1"), tr("There are no parts below %1 square pixels.").arg(smallest),
            [&](const model::Annotation &annotation) -> Result<std::optional<Geometry>> {
                if (const auto *polygon = std::get_if<Polygon>(&annotation.geometry)) {
                    Polygon kept = *polygon;
                    std::erase_if(kept.parts, [&](const geometry::PolygonPart &part) {
                        return geometry::areaOf(Polygon{{part}}).value_or(0) < smallest;
                    });
                    for (geometry::PolygonPart &part : kept.parts)
                        std::erase_if(part.holes, [&](const geometry::Ring &hole) {
                            return geometry::areaOf(Polygon{{{hole, {}}}}).value_or(0) < smallest;
                        });
                    return kept.parts.empty() ? std::optional<Geometry>() : std::optional<Geometry>(std::move(kept));
                }
                const auto *mask = std::get_if<Mask>(&annotation.geometry);
                if (!mask)
                    return std::optional<Geometry>(annotation.geometry);
                const auto area = static_cast<std::uint64_t>(smallest);
                Mask kept = geometry::withoutHoles(geometry::withoutSpecks(*mask, area), area > 0 ? area - 1 : 0);
                return geometry::isEmpty(kept) ? std::optional<Geometry>() : std::optional<Geometry>(std::move(kept));
            });
}

void RegionEdits::grow(double radius)
{
    const Polygon frame = *geometry::polygonOf(geometry::Box{0, 0, double(width()), double(height())});
    const auto grownMask = [&](const model::Annotation &annotation) -> Result<std::optional<Geometry>> {
        const auto mask = geometry::maskOfRegion(annotation.geometry, width(), height());
        if (!mask)
            return tl::unexpected(mask.error());
        Mask after = geometry::grown(*mask, radius);
        if (geometry::isEmpty(after))
            return std::optional<Geometry>();
        if (std::holds_alternative<Mask>(annotation.geometry))
            return std::optional<Geometry>(std::move(after));
        const auto polygon = geometry::polygonOfRegion(after, m_context.settings.outlineTolerance);
        if (!polygon)
            return tl::unexpected(polygon.error());
        return polygon->parts.empty() ? std::optional<Geometry>() : std::optional<Geometry>(*polygon);
    };
    reshape(selectedRegions(), radius > 0 ? tr("Grow %1") : tr("Shrink %1"), tr("Nothing changes."),
            [&](const model::Annotation &annotation) -> Result<std::optional<Geometry>> {
                const auto polygon = geometry::polygonOf(annotation.geometry);
                const auto moved =
                    polygon ? geometry::offset(*polygon, radius) : Result<Polygon>(fail(ErrorCode::TooLarge, QString()));
                if (!moved && moved.error().code == ErrorCode::TooLarge)
                    return grownMask(annotation);
                if (!moved)
                    return tl::unexpected(moved.error());
                if (moved->parts.empty())
                    return std::optional<Geometry>();
                return geometry::combinedRegions({*moved, frame}, Combination::Intersect, width(), height());
            });
}

void RegionEdits::split(geometry::Point a, geometry::Point b)
{
    std::vector<const model::Annotation *> targets = selectedRegions();
    if (targets.empty()) {
        const geometry::Point middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
        for (const canvas::ShapeScene::Entry &entry : m_context.canvas.scene().entries()) {
            const model::Annotation *annotation = m_context.editing.annotation(entry.shape.id);
            if (annotation && geometry::hasRegion(annotation->geometry) && m_context.edits.isChangeable(*annotation)
                && geometry::covers(annotation->geometry, middle))
                targets = {annotation};
        }
    }
    if (targets.empty()) {
        m_context.hint(tr("Select the shape to cut, or draw the line across it."));
        return;
    }
    ImageEdits::Regions regions;
    for (const model::Annotation *annotation : targets) {
        auto halves = geometry::splitRegion(annotation->geometry, a, b, width(), height());
        if (!halves) {
            m_context.hint(halves.error().text);
            return;
        }
        if (!halves->first || !halves->second)
            continue;
        if (!allows(*annotation, *halves->first))
            return;
        // The larger half stays the label that it was.
        if (geometry::areaOf(*halves->first).value_or(0) < geometry::areaOf(*halves->second).value_or(0))
            std::swap(halves->first, halves->second);
        regions.changes.emplace_back(annotation->id, std::move(*halves->first));
        regions.creations.emplace_back(annotation->id, std::move(*halves->second));
    }
    if (regions.changes.empty())
        m_context.hint(tr("The line does not cut through."));
    else
        m_context.edits.apply(regions, tr("Cut %1 in two").arg(nounOf(*targets.front())));
}

void RegionEdits::cutHole(const geometry::Ring &ring)
{
    const Polygon hole{{{ring, {}}}};
    reshape(selectedRegions(), tr("Cut a hole into %1"), tr("The hole lies outside of the shape."),
            [&](const model::Annotation &annotation) {
        // A hole beside it would only turn a box into a polygon.
                const auto common =
                    geometry::combinedRegions({annotation.geometry, hole}, Combination::Intersect, width(), height());
                if (common && !*common)
                    return Result<std::optional<Geometry>>(std::optional<Geometry>(annotation.geometry));
                return geometry::combinedRegions({annotation.geometry, hole}, Combination::Subtract, width(), height());
            });
}

void RegionEdits::addPart(const geometry::Ring &ring)
{
    const std::vector<const model::Annotation *> selected = selectedRegions();
    if (selected.size() != 1) {
        m_context.hint(tr("Select the one shape that gets another part."));
        return;
    }
    reshape(selected, tr("Add a part to %1"), tr("The part lies inside the shape already."),
            [&](const model::Annotation &annotation) {
                return geometry::combinedRegions({annotation.geometry, Polygon{{{ring, {}}}}}, Combination::Unite, width(),
                                                 height());
            });
}

}  // namespace plumbline::imageview
