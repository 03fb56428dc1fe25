// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/cvat/cvatshape.h"

#include "core/extension/formatsupport.h"
#include "core/extension/jsonparts.h"
#include "core/extension/labelgroups.h"
#include "core/geometry/mask.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::cvat {

namespace {

bool lacks(const Json &kept, const QString &key)
{
    const Json &without = extension::memberOf(kept, "without");
    return without.is_array() && std::find(without.begin(), without.end(), Json(key.toStdString())) != without.end();
}

// Text of a kept XML attribute, or nothing.
std::optional<QString> keptText(const Json &kept, const QString &key)
{
    const Json &attributes = extension::memberOf(kept, "attributes");
    if (!attributes.is_object() || !attributes.contains(key.toStdString()))
        return std::nullopt;
    return base::toQString(attributes[key.toStdString()]);
}

QString sourceOf(const model::Annotation &annotation)
{
    switch (annotation.origin.kind) {
    case model::OriginKind::Model: return QStringLiteral("auto");
    case model::OriginKind::Propagated: return QStringLiteral("semi-auto");
    case model::OriginKind::Import: return QStringLiteral("file");
    case model::OriginKind::Human: break;
    }
    return annotation.origin.model.isEmpty() ? QStringLiteral("manual") : QStringLiteral("semi-auto");
}

QString pointsText(const std::vector<geometry::Point> &points)
{
    QStringList texts;
    for (const geometry::Point p : points)
        texts.append(numberText(p.x) + QLatin1Char(',') + numberText(p.y));
    return texts.join(QLatin1Char(';'));
}

QString degreesText(double radians, bool fresh)
{
    double degrees = radians * 180 / std::numbers::pi;
    if (fresh && (degrees < 0 || degrees >= 360))
        return numberText(degrees - 360 * std::floor(degrees / 360));
    return numberText(degrees, [&](double d) { return d * std::numbers::pi / 180 == radians; });
}

// Both ends of a span that reads back with this centre and length.
std::pair<QString, QString> spanText(double centre, double length)
{
    for (int digits = 1; digits <= 17; ++digits) {
        const double from = QString::number(centre - length / 2, 'g', digits).toDouble();
        const double to = QString::number(centre + length / 2, 'g', digits).toDouble();
        if (to - from == length && from + (to - from) / 2 == centre)
            return {numberText(from), numberText(to)};
    }
    return {numberText(centre - length / 2), numberText(centre + length / 2)};
}

Element boxElement(const geometry::Box &box)
{
    const auto far = [](double start, double length) {
        return numberText(start + length, [&](double end) { return end - start == length; });
    };
    return {QStringLiteral("box"),
            {},
            {{QStringLiteral("xtl"), numberText(box.x)},
             {QStringLiteral("ytl"), numberText(box.y)},
             {QStringLiteral("xbr"), far(box.x, box.w)},
             {QStringLiteral("ybr"), far(box.y, box.h)}},
            {}};
}

Element boxElement(const geometry::RotatedBox &box, bool fresh)
{
    const auto [left, right] = spanText(box.cx, box.w);
    const auto [top, bottom] = spanText(box.cy, box.h);
    Element element{QStringLiteral("box"),
                    {},
                    {{QStringLiteral("xtl"), left},
                     {QStringLiteral("ytl"), top},
                     {QStringLiteral("xbr"), right},
                     {QStringLiteral("ybr"), bottom}},
                    {}};
    if (box.angleRadians != 0)
        element.attributes.emplace_back(QStringLiteral("rotation"), degreesText(box.angleRadians, fresh));
    return element;
}

Element ellipseElement(const geometry::Ellipse &e, bool fresh)
{
    Element element{QStringLiteral("ellipse"),
                    {},
                    {{QStringLiteral("cx"), numberText(e.cx)},
                     {QStringLiteral("cy"), numberText(e.cy)},
                     {QStringLiteral("rx"), numberText(e.rx)},
                     {QStringLiteral("ry"), numberText(e.ry)}},
                    {}};
    if (e.angleRadians != 0)
        element.attributes.emplace_back(QStringLiteral("rotation"), degreesText(e.angleRadians, fresh));
    return element;
}

// The box that the mask came in, when it still holds it, else the one around its pixels.
std::optional<PixelBox> boxOf(const geometry::Mask &mask, const Json &kept)
{
    const auto bounds = geometry::maskBounds(mask);
    const Json &given = extension::memberOf(kept, "box");
    if (given.is_array() && given.size() == 4
        && std::all_of(given.begin(), given.end(), [](const Json &v) { return v.is_number_unsigned(); })) {
        const std::uint64_t x = given[0], y = given[1], w = given[2], h = given[3];
        const bool inside = x < mask.width && y < mask.height && w > 0 && h > 0 && w <= mask.width - x && h <= mask.height - y;
        const bool holds = !bounds
                           || (double(x) <= bounds->x && double(y) <= bounds->y && double(x + w) >= bounds->right()
                               && double(y + h) >= bounds->bottom());
        if (inside && holds)
            return PixelBox{std::uint32_t(x), std::uint32_t(y), std::uint32_t(w), std::uint32_t(h)};
    }
    if (!bounds)
        return std::nullopt;
    return PixelBox{std::uint32_t(bounds->x), std::uint32_t(bounds->y), std::uint32_t(bounds->w), std::uint32_t(bounds->h)};
}

Written maskElement(const geometry::Mask &mask, const Json &kept, QSize picture)
{
    if (!picture.isEmpty()
        && (mask.width != static_cast<std::uint32_t>(picture.width())
            || mask.height != static_cast<std::uint32_t>(picture.height())))
        return {Fate::OtherPicture, {}};
    const auto box = boxOf(mask, kept);
    if (!box)
        return {Fate::EmptyMask, {}};
    const auto rle = rleFromMask(mask, *box);
    if (!rle)
        return {Fate::TooManyRuns, {}};
    return {Fate::Exact,
            {{QStringLiteral("mask"),
              {},
              {{QStringLiteral("rle"), *rle},
               {QStringLiteral("left"), QString::number(box->left)},
               {QStringLiteral("top"), QString::number(box->top)},
               {QStringLiteral("width"), QString::number(box->width)},
               {QStringLiteral("height"), QString::number(box->height)}},
              {}}}};
}

Element ringElement(const QString &name, const geometry::Ring &ring)
{
    return {name, {}, {{QStringLiteral("points"), pointsText(ring)}}, {}};
}

Written polygonElements(const geometry::Polygon &polygon, QSize picture)
{
    if (polygon.parts.size() == 1 && polygon.parts.front().holes.empty())
        return {Fate::Exact, {ringElement(QStringLiteral("polygon"), polygon.parts.front().outer)}};
    if (!picture.isEmpty() && std::uint64_t(picture.width()) * std::uint64_t(picture.height()) <= (std::uint64_t(1) << 28)) {
        Written written = maskElement(geometry::rasterised(polygon, static_cast<std::uint32_t>(picture.width()),
                                                           static_cast<std::uint32_t>(picture.height())),
                                      {}, picture);
        if (written.fate == Fate::Exact)
            written.fate = Fate::Rasterised;
        return written;
    }
    Written written{Fate::Parts, {}};
    for (const geometry::PolygonPart &part : polygon.parts)
        written.elements.push_back(ringElement(QStringLiteral("polygon"), part.outer));
    return written;
}

QString flag(bool value)
{
    return value ? QStringLiteral("1") : QStringLiteral("0");
}

void addOther(Element &element, const Json &kept, const model::Attributes *set)
{
    const Json &other = extension::memberOf(kept, "other");
    if (!other.is_array())
        return;
    for (const Json &json : other) {
        Element child = elementFrom(json);
        const auto name = child.attribute(u"name");
        // A value given since then takes the place of the one that was not understood.
        if (!(set && name && child.name == QLatin1String("attribute") && set->contains(*name)))
            element.children.push_back(std::move(child));
    }
}

QStringList jointNames(const geometry::KeyPoints &shape, const Json &kept, const model::Schema &schema)
{
    QStringList joints;
    if (const Json &named = extension::memberOf(kept, "joints"); named.is_array())
        for (const Json &name : named)
            joints.append(base::toQString(name));
    if (static_cast<std::size_t>(joints.size()) != shape.points.size())
        joints = jointsOf(schema, shape.skeleton);
    return static_cast<std::size_t>(joints.size()) == shape.points.size() ? joints : QStringList();
}

Written pointsElement(const model::Annotation &annotation, const geometry::KeyPoints &shape, const model::Schema &schema,
                      const Json &kept)
{
    const QStringList joints = jointNames(shape, kept, schema);
    if (shape.points.empty())
        return {Fate::LeftOut, {}};
    if (joints.isEmpty()) {
        std::vector<geometry::Point> points;
        bool exact = shape.skeleton.isEmpty();
        for (const geometry::KeyPoint &p : shape.points) {
            exact = exact && p.visibility == 2;
            if (p.visibility > 0)
                points.push_back({p.x, p.y});
        }
        if (points.empty())
            return {Fate::LeftOut, {}};
        return {exact ? Fate::Exact : Fate::LoosePoints, {ringElement(QStringLiteral("points"), points)}};
    }
    Element skeleton{QStringLiteral("skeleton"), {}, {}, {}};
    const Json &keptPoints = extension::memberOf(kept, "points");
    const QString source = keptText(kept, QStringLiteral("source")).value_or(sourceOf(annotation));
    for (std::size_t i = 0; i < shape.points.size(); ++i) {
        const geometry::KeyPoint &p = shape.points[i];
        const bool aligned = keptPoints.is_array() && keptPoints.size() == shape.points.size();
        const Json &mine = aligned ? keptPoints[i] : extension::memberOf({}, "");
        Element joint{QStringLiteral("points"), {}, {{QStringLiteral("label"), joints[static_cast<qsizetype>(i)]}}, {}};
        const auto put = [&](const QString &key, const QString &value, bool overridable) {
            const auto text = keptText(mine, key);
            if (!lacks(mine, key))
                joint.attributes.emplace_back(key, text && overridable ? *text : value);
        };
        if (!lacks(kept, QStringLiteral("source")))
            put(QStringLiteral("source"), source, true);
        put(QStringLiteral("outside"), flag(p.visibility == 0), false);
        put(QStringLiteral("occluded"), flag(p.visibility == 1), p.visibility == 0);
        joint.attributes.emplace_back(QStringLiteral("points"), pointsText({{p.x, p.y}}));
        if (const Json &rest = extension::memberOf(mine, "attributes"); rest.is_object())
            for (const auto &[key, value] : rest.items())
                if (const QString name = QString::fromStdString(key); !joint.attribute(name) && name != QLatin1String("occluded"))
                    joint.attributes.emplace_back(name, base::toQString(value));
        addOther(joint, mine, nullptr);
        skeleton.children.push_back(std::move(joint));
    }
    return {Fate::Exact, {std::move(skeleton)}};
}

Written bareElements(const model::Annotation &annotation, const model::Schema &schema, QSize picture, const Json &kept)
{
    const auto &shape = annotation.geometry;
    const bool fresh = !kept.is_object();
    if (!geometry::whyInvalid(shape).isEmpty())
        return {Fate::LeftOut, {}};
    if (std::holds_alternative<geometry::ItemLabel>(shape))
        return {Fate::Exact, {{QStringLiteral("tag"), {}, {}, {}}}};
    if (const auto *box = std::get_if<geometry::Box>(&shape))
        return {Fate::Exact, {boxElement(*box)}};
    if (const auto *turned = std::get_if<geometry::RotatedBox>(&shape))
        return {Fate::Exact, {boxElement(*turned, fresh)}};
    if (const auto *ellipse = std::get_if<geometry::Ellipse>(&shape))
        return {Fate::Exact, {ellipseElement(*ellipse, fresh)}};
    if (const auto *polygon = std::get_if<geometry::Polygon>(&shape))
        return polygonElements(*polygon, picture);
    if (const auto *line = std::get_if<geometry::Polyline>(&shape))
        return {Fate::Exact, {ringElement(QStringLiteral("polyline"), line->points)}};
    if (const auto *points = std::get_if<geometry::KeyPoints>(&shape))
        return pointsElement(annotation, *points, schema, kept);
    if (const auto *mask = std::get_if<geometry::Mask>(&shape))
        return maskElement(*mask, kept, picture);
    return {Fate::LeftOut, {}};
}

void addCommon(Element &element, const model::Annotation &annotation, const QString &className, const Json &kept)
{
    const Attributes shape = std::exchange(element.attributes, {});
    const QStringList common = commonKeys(element.name);
    const auto put = [&](const QString &key, const QString &value) {
        if (const auto text = keptText(kept, key))
            element.attributes.emplace_back(key, *text);
        else if (!value.isEmpty() && !lacks(kept, key))
            element.attributes.emplace_back(key, value);
    };
    element.attributes.emplace_back(QStringLiteral("label"), className);
    put(QStringLiteral("source"), sourceOf(annotation));
    const auto it = annotation.attributes.find(QStringLiteral("occluded"));
    const bool *occluded = it == annotation.attributes.end() ? nullptr : std::get_if<bool>(&it->second);
    if (occluded && element.name != QLatin1String("tag"))
        element.attributes.emplace_back(QStringLiteral("occluded"), flag(*occluded));
    else
        put(QStringLiteral("occluded"), common.contains(QStringLiteral("occluded")) ? flag(false) : QString());
    element.attributes.insert(element.attributes.end(), shape.begin(), shape.end());
    if (annotation.zOrder != 0 && common.contains(QStringLiteral("z_order")))
        element.attributes.emplace_back(QStringLiteral("z_order"), QString::number(annotation.zOrder));
    else
        put(QStringLiteral("z_order"), common.contains(QStringLiteral("z_order")) ? QStringLiteral("0") : QString());
    const QStringList own = geometryKeys(element.name);
    if (const Json &rest = extension::memberOf(kept, "attributes"); rest.is_object())
        for (const auto &[key, value] : rest.items()) {
            const QString name = QString::fromStdString(key);
            // A turn by nothing, as it was written.
            const bool zeroTurn = name == QLatin1String("rotation") && own.contains(name);
            if (!element.attribute(name) && (zeroTurn || !own.contains(name)))
                element.attributes.emplace_back(name, base::toQString(value));
        }
}

void addValue(Element &element, const QString &key, const model::AttributeValue &value)
{
    QString text;
    if (const auto *yes = std::get_if<bool>(&value)) {
        if (key == QLatin1String("occluded") && element.name != QLatin1String("tag"))
            return;
        text = *yes ? QStringLiteral("true") : QStringLiteral("false");
    } else if (const auto *number = std::get_if<double>(&value)) {
        text = numberText(*number);
    } else if (const auto *words = std::get_if<QString>(&value)) {
        text = *words;
    } else {
        return;
    }
    element.children.push_back({QStringLiteral("attribute"), text, {{QStringLiteral("name"), key}}, {}});
}

void addValues(Element &element, const model::Attributes &attributes, const QStringList &order)
{
    for (const QString &key : order)
        if (const auto it = attributes.find(key); it != attributes.end())
            addValue(element, key, it->second);
    for (const auto &[key, value] : attributes)
        if (!order.contains(key))
            addValue(element, key, value);
}

}  // namespace

Written elementsOf(const model::Annotation &annotation, const QString &className, const model::Schema &schema, QSize picture,
                   const QStringList &order)
{
    const Json &kept = extension::foreignData(annotation.extra, "cvat");
    Written written = bareElements(annotation, schema, picture, kept);
    for (Element &element : written.elements) {
        addCommon(element, annotation, className, kept);
        addValues(element, annotation.attributes, order);
        addOther(element, kept, &annotation.attributes);
    }
    return written;
}

std::optional<std::int64_t> keptGroup(const model::Annotation &annotation)
{
    const auto text = keptText(extension::foreignData(annotation.extra, "cvat"), QStringLiteral("group_id"));
    bool good = false;
    const qlonglong number = text ? text->toLongLong(&good) : 0;
    return good && number != 0 ? extension::groupNumberIn(Json(number)) : std::nullopt;
}

void setGroup(Written &written, std::optional<std::int64_t> group)
{
    for (Element &element : written.elements) {
        std::erase_if(element.attributes, [](const auto &attribute) { return attribute.first == QLatin1String("group_id"); });
        if (group)
            element.attributes.emplace_back(QStringLiteral("group_id"), QString::number(*group));
    }
}

}  // namespace plumbline::cvat
