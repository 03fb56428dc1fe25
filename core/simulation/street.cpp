// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/street.h"

#include "core/simulation/streetplan.h"

#include <QPainter>

#include <clipper.hpp>

#include <algorithm>
#include <cmath>

namespace plumbline::simulation {

namespace {

constexpr int maximumAttempts = 24;
constexpr double leftOutAbove = 0.90;
constexpr double retriedAbove = 0.70;
constexpr double smallestSide = 6;  // pixels; less can be neither seen nor labeled

// Clipper works on integers: 1024 steps a pixel.
constexpr double clipperScale = 1024;

bool labeledByOutline(const QString &className)
{
    return className == QLatin1String("tree") || className == QLatin1String("building");
}

StreetOptions sane(StreetOptions options)
{
    options.width = std::clamp(options.width, 64, 8192);
    options.height = std::clamp(options.height, 64, 8192);
    options.minimumObjects = std::clamp(options.minimumObjects, 1, 40);
    options.maximumObjects = std::clamp(options.maximumObjects, options.minimumObjects, 40);
    return options;
}

// Scan lines of 32-bit images are aligned to 32 bits (QImage's documentation).
const QRgb *rowOf(const QImage &image, int y)
{
    return static_cast<const QRgb *>(static_cast<const void *>(image.constScanLine(y)));
}

void paintBody(QPainter &painter, const Placed &object, QRgb owner)
{
    for (const Part &part : object.parts)
        if (part.body)
            painter.fillPath(part.path, QColor::fromRgb(owner));
}

// Owner of every pixel: plan index + 1.
QImage ownersOf(const StreetPlan &plan, int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t i = 0; i < plan.objects.size(); ++i)
        paintBody(painter, plan.objects[i], static_cast<QRgb>(i + 1));
    return image;
}

struct Counts {
    std::int64_t visible = 0;
    int left = INT_MAX, top = INT_MAX, right = -1, bottom = -1;
};

std::vector<Counts> countsOf(const QImage &owners, std::size_t objects)
{
    std::vector<Counts> counts(objects);
    for (int y = 0; y < owners.height(); ++y) {
        const QRgb *row = rowOf(owners, y);
        for (int x = 0; x < owners.width(); ++x) {
            const QRgb owner = row[x] & RGB_MASK;
            if (owner == 0)
                continue;
            Counts &c = counts[owner - 1];
            ++c.visible;
            c.left = std::min(c.left, x);
            c.right = std::max(c.right, x);
            c.top = std::min(c.top, y);
            c.bottom = std::max(c.bottom, y);
        }
    }
    return counts;
}

// Pixels of the object alone: all of it, and those inside the picture.
std::pair<std::int64_t, std::int64_t> ownPixels(const Placed &object, int width, int height)
{
    QRectF bounds;
    for (const Part &part : object.parts)
        if (part.body)
            bounds |= part.path.boundingRect();
    const QRect canvas = bounds.toAlignedRect().adjusted(-1, -1, 1, 1);
    QImage image(canvas.size(), QImage::Format_RGB32);
    image.fill(Qt::black);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.translate(-canvas.topLeft());
        paintBody(painter, object, 1);
    }
    std::int64_t all = 0;
    std::int64_t inside = 0;
    for (int y = 0; y < image.height(); ++y) {
        const QRgb *row = rowOf(image, y);
        const bool rowInside = y + canvas.top() >= 0 && y + canvas.top() < height;
        for (int x = 0; x < image.width(); ++x) {
            if ((row[x] & RGB_MASK) == 0)
                continue;
            ++all;
            inside += rowInside && x + canvas.left() >= 0 && x + canvas.left() < width;
        }
    }
    return {all, inside};
}

ClipperLib::Paths pathsOf(const QPainterPath &path)
{
    ClipperLib::Paths paths;
    for (const QPolygonF &polygon : path.toSubpathPolygons()) {
        ClipperLib::Path points;
        for (const QPointF &p : polygon)
            points.emplace_back(std::llround(p.x() * clipperScale), std::llround(p.y() * clipperScale));
        paths.push_back(std::move(points));
    }
    return paths;
}

geometry::Ring ringOf(ClipperLib::Path path)
{
    // Flattened curves have more corners than an eye can see: those within a quarter of a pixel of a chord go.
    ClipperLib::CleanPolygon(path, clipperScale * 0.25);
    geometry::Ring ring;
    ring.reserve(path.size());
    for (const ClipperLib::IntPoint &p : path)
        ring.push_back({static_cast<double>(p.X) / clipperScale, static_cast<double>(p.Y) / clipperScale});
    return ring;
}

void collect(const ClipperLib::PolyNode &node, geometry::Polygon &outline)
{
    constexpr double dust = 3 * clipperScale * clipperScale;
    for (const ClipperLib::PolyNode *outer : node.Childs) {
        geometry::PolygonPart part;
        part.outer = ringOf(outer->Contour);
        for (const ClipperLib::PolyNode *hole : outer->Childs) {
            geometry::Ring ring = ringOf(hole->Contour);
            if (ring.size() >= 3 && std::abs(ClipperLib::Area(hole->Contour)) > dust)
                part.holes.push_back(std::move(ring));
            collect(*hole, outline);
        }
        if (part.outer.size() >= 3 && std::abs(ClipperLib::Area(outer->Contour)) > dust)
            outline.parts.push_back(std::move(part));
    }
}

geometry::Polygon outlineOf(const Placed &object, int width, int height)
{
    geometry::Polygon outline;
    try {
        ClipperLib::Clipper unite;
        for (const Part &part : object.parts) {
            if (!part.body)
                continue;
            // Each part alone first: its own fill rule decides what its inside is.
            ClipperLib::Paths filled;
            ClipperLib::SimplifyPolygons(pathsOf(part.path), filled,
                                         part.path.fillRule() == Qt::WindingFill ? ClipperLib::pftNonZero
                                                                                 : ClipperLib::pftEvenOdd);
            unite.AddPaths(filled, ClipperLib::ptSubject, true);
        }
        ClipperLib::Paths whole;
        unite.Execute(ClipperLib::ctUnion, whole, ClipperLib::pftNonZero, ClipperLib::pftNonZero);
        const auto right = static_cast<ClipperLib::cInt>(width * clipperScale);
        const auto bottom = static_cast<ClipperLib::cInt>(height * clipperScale);
        ClipperLib::Clipper clip;
        clip.AddPaths(whole, ClipperLib::ptSubject, true);
        clip.AddPath({{0, 0}, {right, 0}, {right, bottom}, {0, bottom}}, ClipperLib::ptClip, true);
        ClipperLib::PolyTree tree;
        clip.Execute(ClipperLib::ctIntersection, tree, ClipperLib::pftNonZero, ClipperLib::pftNonZero);
        collect(tree, outline);
    } catch (const ClipperLib::clipperException &) {
        outline.parts.clear();
    }
    return outline;
}

struct Judged {
    std::vector<StreetObject> objects;
    std::vector<int> objectOfPlan;  ///< index into objects, or -1 for those left out
    bool clear = true;              ///< nothing is left out or mostly hidden
};

Judged judge(const StreetPlan &plan, const StreetOptions &options)
{
    const QStringList names = streetClasses();
    const std::vector<Counts> counts = countsOf(ownersOf(plan, options.width, options.height), plan.objects.size());
    Judged result;
    for (std::size_t i = 0; i < plan.objects.size(); ++i) {
        const Counts &c = counts[i];
        const auto [all, inside] = ownPixels(plan.objects[i], options.width, options.height);
        StreetObject object;
        object.className = names[plan.objects[i].classIndex];
        object.byOutline = labeledByOutline(object.className);
        object.truncatedShare = all == 0 ? 1.0 : 1.0 - static_cast<double>(inside) / static_cast<double>(all);
        object.occludedShare =
            inside == 0 ? 1.0 : std::max(0.0, 1.0 - static_cast<double>(c.visible) / static_cast<double>(inside));
        const bool seen = c.visible > 0 && object.occludedShare <= leftOutAbove && c.right - c.left + 1 >= smallestSide
                          && c.bottom - c.top + 1 >= smallestSide;
        result.clear = result.clear && seen && object.occludedShare <= retriedAbove;
        result.objectOfPlan.push_back(seen ? static_cast<int>(result.objects.size()) : -1);
        if (!seen)
            continue;
        object.visible = {double(c.left), double(c.top), double(c.right - c.left + 1), double(c.bottom - c.top + 1)};
        result.objects.push_back(std::move(object));
    }
    return result;
}

}  // namespace

QStringList streetClasses()
{
    return {QStringLiteral("car"),     QStringLiteral("truck"),         QStringLiteral("bus"),  QStringLiteral("person"),
            QStringLiteral("bicycle"), QStringLiteral("traffic light"), QStringLiteral("tree"), QStringLiteral("building")};
}

StreetScene makeStreet(std::uint64_t seed, const StreetOptions &options)
{
    StreetScene scene;
    scene.options = sane(options);
    scene.width = scene.options.width;
    scene.height = scene.options.height;
    scene.seed = seed;
    StreetPlan plan;
    std::vector<int> objectOfPlan;
    for (int attempt = 0; attempt < maximumAttempts; ++attempt) {
        StreetPlan tried = planStreet(seed, attempt, scene.options);
        Judged judged = judge(tried, scene.options);
        const bool enough = static_cast<int>(judged.objects.size()) >= scene.options.minimumObjects;
        if (attempt > 0 && !(judged.clear && enough) && judged.objects.size() <= scene.objects.size())
            continue;
        scene.attempt = attempt;
        scene.objects = std::move(judged.objects);
        objectOfPlan = std::move(judged.objectOfPlan);
        plan = std::move(tried);
        if (judged.clear && enough)
            break;
    }
    for (std::size_t i = 0; i < plan.objects.size(); ++i)
        if (objectOfPlan[i] >= 0)
            scene.objects[static_cast<std::size_t>(objectOfPlan[i])].outline =
                outlineOf(plan.objects[i], scene.width, scene.height);
    return scene;
}

QImage renderStreet(const StreetScene &scene)
{
    const StreetPlan plan = planStreet(scene.seed, scene.attempt, scene.options);
    QImage image(scene.width, scene.height, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawBackground(painter, scene.seed, plan.palette, scene.width, scene.height);
    for (const Placed &object : plan.objects)
        for (const Part &part : object.parts)
            painter.fillPath(part.path, part.shines ? part.colour : plan.palette.lit(part.colour));
    return image;
}

std::vector<std::uint16_t> streetPixelOwners(const StreetScene &scene)
{
    const StreetPlan plan = planStreet(scene.seed, scene.attempt, scene.options);
    const QImage owners = ownersOf(plan, scene.width, scene.height);
    const std::vector<int> objectOfPlan = judge(plan, scene.options).objectOfPlan;
    std::vector<std::uint16_t> result;
    result.reserve(static_cast<std::size_t>(scene.width) * static_cast<std::size_t>(scene.height));
    for (int y = 0; y < owners.height(); ++y) {
        const QRgb *row = rowOf(owners, y);
        for (int x = 0; x < owners.width(); ++x) {
            const QRgb owner = row[x] & RGB_MASK;
            result.push_back(owner == 0 ? 0 : static_cast<std::uint16_t>(objectOfPlan[owner - 1] + 1));
        }
    }
    return result;
}

std::vector<SimulatedLabel> truthOf(const StreetScene &scene)
{
    std::vector<SimulatedLabel> labels;
    labels.reserve(scene.objects.size());
    for (const StreetObject &object : scene.objects) {
        if (object.byOutline && !object.outline.parts.empty())
            labels.push_back({object.className, object.outline});
        else
            labels.push_back({object.className, object.visible});
    }
    return labels;
}

}  // namespace plumbline::simulation
