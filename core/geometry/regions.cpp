// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/regions.h"

#include "core/geometry/mask.h"
#include "core/geometry/maskoutline.h"
#include "core/geometry/polygonoperations.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::geometry {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::geometry", text);
}

std::optional<Geometry> orNothing(Polygon polygon)
{
    if (polygon.parts.empty())
        return std::nullopt;
    return Geometry(std::move(polygon));
}

std::optional<Geometry> orNothing(Mask mask)
{
    if (isEmpty(mask))
        return std::nullopt;
    return Geometry(std::move(mask));
}

// Of the kind that `like` asks for.
std::optional<Geometry> ofKind(const Geometry &like, Mask mask)
{
    return std::holds_alternative<Mask>(like) ? orNothing(std::move(mask)) : orNothing(outlineOfMask(mask));
}

}  // namespace

bool hasRegion(const Geometry &geometry)
{
    return std::holds_alternative<Mask>(geometry) || polygonOf(geometry).has_value();
}

Result<Mask> maskOfRegion(const Geometry &geometry, std::uint32_t width, std::uint32_t height)
{
    constexpr std::uint64_t mostPixels = std::uint64_t(1) << 28;
    if (width == 0 || height == 0 || std::uint64_t(width) * height > mostPixels || width > widestMask)
        return fail(ErrorCode::TooLarge, tr("The picture is too large for masks: %1 × %2.").arg(width).arg(height));
    if (const auto *mask = std::get_if<Mask>(&geometry))
        return fitted(*mask, width, height);
    const std::optional<Polygon> polygon = polygonOf(geometry);
    if (!polygon)
        return fail(ErrorCode::InvalidArgument, tr("This shape has no area."));
    const QString why = whyTooLongToFill(*polygon, width);
    if (!why.isEmpty())
        return fail(ErrorCode::TooLarge, why);
    return rasterised(*polygon, width, height);
}

Result<Polygon> polygonOfRegion(const Geometry &geometry, double tolerance)
{
    if (const auto *mask = std::get_if<Mask>(&geometry))
        return simplified(outlineOfMask(*mask), tolerance);
    const std::optional<Polygon> polygon = polygonOf(geometry);
    if (!polygon)
        return fail(ErrorCode::InvalidArgument, tr("This shape has no area."));
    return *polygon;
}

Result<std::optional<Geometry>> combinedRegions(const std::vector<Geometry> &shapes, Combination combination, std::uint32_t width,
                                                std::uint32_t height)
{
    if (shapes.empty())
        return std::optional<Geometry>();
    std::vector<Polygon> polygons;
    for (const Geometry &shape : shapes)
        if (auto polygon = polygonOf(shape))
            polygons.push_back(std::move(*polygon));
    if (polygons.size() == shapes.size()) {
        Result<Polygon> polygon = combined(polygons, combination);
        if (polygon)
            return orNothing(std::move(*polygon));
        if (polygon.error().code != ErrorCode::TooLarge)
            return tl::unexpected(polygon.error());
    }
    Result<Mask> mask = maskOfRegion(shapes.front(), width, height);
    for (std::size_t i = 1; mask && i < shapes.size(); ++i) {
        const Result<Mask> other = maskOfRegion(shapes[i], width, height);
        if (!other)
            return tl::unexpected(other.error());
        mask = combined(*mask, *other, combination);
    }
    if (!mask)
        return tl::unexpected(mask.error());
    return ofKind(shapes.front(), std::move(*mask));
}

Result<std::pair<std::optional<Geometry>, std::optional<Geometry>>> splitRegion(const Geometry &shape, Point a, Point b,
                                                                                std::uint32_t width, std::uint32_t height)
{
    if (const std::optional<Polygon> polygon = polygonOf(shape)) {
        auto halves = splitByLine(*polygon, a, b);
        if (halves)
            return std::pair{orNothing(std::move(halves->first)), orNothing(std::move(halves->second))};
        if (halves.error().code != ErrorCode::TooLarge)
            return tl::unexpected(halves.error());
    }
    const Result<Mask> mask = maskOfRegion(shape, width, height);
    if (!mask)
        return tl::unexpected(mask.error());
    auto [left, right] = splitByLine(*mask, a, b);
    return std::pair{ofKind(shape, std::move(left)), ofKind(shape, std::move(right))};
}

}  // namespace plumbline::geometry
