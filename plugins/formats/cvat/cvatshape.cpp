// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/cvat/cvatshape.h"

#include <QCoreApplication>

#include <numbers>

namespace plumbline::cvat {

namespace {

using geometry::Geometry;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::cvat", text);
}

tl::unexpected<Error> malformed(const QString &text)
{
    return fail(ErrorCode::Malformed, text);
}

// The numbers of some XML attributes, in their order.
Result<std::vector<double>> numbersOf(const Element &element, std::initializer_list<QLatin1String> keys)
{
    std::vector<double> numbers;
    for (const QLatin1String key : keys) {
        const auto text = element.attribute(QString(key));
        const auto number = text ? numberOf(*text) : std::nullopt;
        if (!number)
            return malformed(tr("“%1” is missing or no finite number.").arg(key));
        numbers.push_back(*number);
    }
    return numbers;
}

Result<std::vector<geometry::Point>> pointsOf(const Element &element)
{
    const auto text = element.attribute(u"points");
    if (!text)
        return malformed(tr("It has no points."));
    std::vector<geometry::Point> points;
    for (const QStringView part : QStringView(*text).split(QLatin1Char(';'))) {
        const qsizetype comma = part.indexOf(QLatin1Char(','));
        const auto x = comma < 0 ? std::nullopt : numberOf(part.left(comma));
        const auto y = comma < 0 ? std::nullopt : numberOf(part.mid(comma + 1));
        if (!x || !y)
            return malformed(tr("“%1” is no point: two finite numbers are expected.").arg(part.left(40)));
        points.push_back({*x, *y});
    }
    return points;
}

double radiansOf(const Element &element)
{
    const auto degrees = numberOf(element.attribute(u"rotation").value_or(QString()));
    return degrees.value_or(0) * std::numbers::pi / 180;
}

Result<Geometry> boxFrom(const Element &element)
{
    const auto edges =
        numbersOf(element, {QLatin1String("xtl"), QLatin1String("ytl"), QLatin1String("xbr"), QLatin1String("ybr")});
    if (!edges)
        return fail(edges.error());
    const std::vector<double> &e = *edges;
    const geometry::Box box{e[0], e[1], e[2] - e[0], e[3] - e[1]};
    const double angle = radiansOf(element);
    if (angle == 0)
        return box;
    return geometry::RotatedBox{box.x + box.w / 2, box.y + box.h / 2, box.w, box.h, angle};
}

Result<Geometry> ellipseFrom(const Element &element)
{
    const auto numbers = numbersOf(element, {QLatin1String("cx"), QLatin1String("cy"), QLatin1String("rx"), QLatin1String("ry")});
    if (!numbers)
        return fail(numbers.error());
    const std::vector<double> &n = *numbers;
    return geometry::Ellipse{n[0], n[1], n[2], n[3], radiansOf(element)};
}

Result<Geometry> maskFrom(const Element &element, QSize picture, Json &kept)
{
    if (picture.isEmpty())
        return malformed(tr("The picture's size is not known."));
    PixelBox box;
    for (auto [key, value] :
         {std::pair{u"left", &box.left}, {u"top", &box.top}, {u"width", &box.width}, {u"height", &box.height}}) {
        bool good = false;
        *value = element.attribute(key).value_or(QString()).toUInt(&good);
        if (!good)
            return malformed(tr("“%1” is missing or no whole number.").arg(QStringView(key)));
    }
    auto mask = maskFromRle(element.attribute(u"rle").value_or(QString()), box, static_cast<std::uint32_t>(picture.width()),
                            static_cast<std::uint32_t>(picture.height()));
    if (!mask)
        return fail(mask.error());
    const auto bounds = geometry::boundsOf(*mask);
    const geometry::Box given{double(box.left), double(box.top), double(box.width), double(box.height)};
    if (!bounds || !(*bounds == given))
        kept["box"] = Json::array({box.left, box.top, box.width, box.height});
    return Geometry(std::move(*mask));
}

// XML attributes without a meaning here, and which of the usual ones are not there.
void keepAttributes(const Element &element, Json &kept)
{
    const QStringList shape = geometryKeys(element.name);
    const QStringList common = commonKeys(element.name);
    for (const auto &[key, value] : element.attributes) {
        const bool turned = key == QLatin1String("rotation") && shape.contains(key) && numberOf(value).value_or(0) != 0;
        const bool used = key == QLatin1String("rotation")
                              ? turned
                              : shape.contains(key) || key == QLatin1String("label")
                                    || (key == QLatin1String("z_order") && common.contains(key))
                                    || (key == QLatin1String("occluded") && element.name != QLatin1String("tag"));
        if (!used)
            kept["attributes"][key.toStdString()] = base::toJson(value);
    }
    for (const QString &key : common)
        if (!element.attribute(key))
            kept["without"].push_back(key.toStdString());
}

std::optional<model::AttributeValue> valueOf(const QString &text, const QString &input)
{
    if (input == QLatin1String("checkbox")) {
        const QString lower = text.trimmed().toLower();
        if (lower == QLatin1String("true") || lower == QLatin1String("1"))
            return true;
        if (lower == QLatin1String("false") || lower == QLatin1String("0"))
            return false;
        return std::nullopt;
    }
    if (input == QLatin1String("number")) {
        const auto number = numberOf(text);
        return number ? std::optional<model::AttributeValue>(*number) : std::nullopt;
    }
    return text;
}

void takeChildren(const Element &element, const Label &label, const Complaint &complain, model::Attributes &attributes,
                  Json &kept)
{
    int index = -1;
    for (const Element &child : element.children) {
        if (element.name == QLatin1String("skeleton") && child.name == QLatin1String("points"))
            continue;
        const auto name = child.name == QLatin1String("attribute") ? child.attribute(u"name") : std::nullopt;
        if (name)
            ++index;
        const QString place = QStringLiteral("attribute[%1]").arg(index);
        if (!name || name->isEmpty() || attributes.contains(*name) || !child.children.empty() || child.attributes.size() != 1) {
            if (name)
                complain(place, tr("It has no name, or the name is used twice; it is kept but not used."));
            kept["other"].push_back(toJson(child));
        } else if (const auto value = valueOf(child.text, label.inputTypes.value(*name))) {
            attributes[*name] = *value;
        } else {
            if (!child.text.isEmpty())
                complain(place,
                         tr("“%1” does not fit the attribute “%2”; it is kept but not used.").arg(child.text.left(40), *name));
            kept["other"].push_back(toJson(child));
        }
    }
}

// A joint says what its skeleton does not: it has the skeleton's source unless another is named.
Result<geometry::KeyPoint> jointFrom(const Element &element, const std::optional<QString> &source, Json &kept)
{
    const auto points = pointsOf(element);
    if (!points)
        return fail(points.error());
    if (points->size() != 1)
        return malformed(tr("A joint has %1 points instead of one.").arg(points->size()));
    const bool outside = element.attribute(u"outside") == QStringLiteral("1");
    const bool occluded = element.attribute(u"occluded") == QStringLiteral("1");
    for (const auto &[key, value] : element.attributes) {
        const bool used = key == QLatin1String("label") || key == QLatin1String("points") || key == QLatin1String("outside")
                          || (key == QLatin1String("occluded") && !(outside && occluded))
                          || (key == QLatin1String("source") && source == value);
        if (!used)
            kept["attributes"][key.toStdString()] = base::toJson(value);
    }
    for (const char *key : {"source", "outside", "occluded"})
        if (!element.attribute(QString::fromLatin1(key)) && (source || qstrcmp(key, "source") != 0))
            kept["without"].push_back(key);
    for (const Element &child : element.children)
        kept["other"].push_back(toJson(child));
    return geometry::KeyPoint{points->front().x, points->front().y, outside ? 0 : occluded ? 1 : 2};
}

Result<Geometry> skeletonFrom(const Element &element, const Label &label, Json &kept)
{
    geometry::KeyPoints shape;
    shape.skeleton = label.skeleton ? label.skeleton->name : element.attribute(u"label").value_or(QString());
    QStringList joints;
    Json points = Json::array();
    bool any = false;
    for (const Element &child : element.children) {
        if (child.name != QLatin1String("points"))
            continue;
        Json keptOfPoint = Json::object();
        const auto joint = jointFrom(child, element.attribute(u"source"), keptOfPoint);
        if (!joint)
            return fail(joint.error());
        shape.points.push_back(*joint);
        joints.append(child.attribute(u"label").value_or(QString()));
        any = any || !keptOfPoint.empty();
        points.push_back(std::move(keptOfPoint));
    }
    if (shape.points.empty())
        return malformed(tr("The skeleton has no points."));
    if (any)
        kept["points"] = std::move(points);
    if (joints != label.joints)
        for (const QString &joint : joints)
            kept["joints"].push_back(joint.toStdString());
    return Geometry(std::move(shape));
}

Result<Geometry> geometryFrom(const Element &element, const Label &label, QSize picture, Json &kept)
{
    if (element.name == QLatin1String("tag"))
        return geometry::ItemLabel{};
    if (element.name == QLatin1String("box"))
        return boxFrom(element);
    if (element.name == QLatin1String("ellipse"))
        return ellipseFrom(element);
    if (element.name == QLatin1String("mask"))
        return maskFrom(element, picture, kept);
    if (element.name == QLatin1String("skeleton"))
        return skeletonFrom(element, label, kept);
    auto points = pointsOf(element);
    if (!points)
        return fail(points.error());
    if (element.name == QLatin1String("polygon"))
        return geometry::Polygon{{{std::move(*points), {}}}};
    if (element.name == QLatin1String("polyline"))
        return geometry::Polyline{std::move(*points)};
    geometry::KeyPoints loose;
    for (const geometry::Point p : *points)
        loose.points.push_back({p.x, p.y, 2});
    return Geometry(std::move(loose));
}

}  // namespace

bool isShape(QStringView elementName)
{
    for (const char *name : {"tag", "box", "ellipse", "mask", "skeleton", "polygon", "polyline", "points"})
        if (elementName == QLatin1String(name))
            return true;
    return false;
}

QStringList geometryKeys(QStringView elementName)
{
    if (elementName == QLatin1String("box"))
        return {QStringLiteral("xtl"), QStringLiteral("ytl"), QStringLiteral("xbr"), QStringLiteral("ybr"),
                QStringLiteral("rotation")};
    if (elementName == QLatin1String("ellipse"))
        return {QStringLiteral("cx"), QStringLiteral("cy"), QStringLiteral("rx"), QStringLiteral("ry"),
                QStringLiteral("rotation")};
    if (elementName == QLatin1String("mask"))
        return {QStringLiteral("rle"), QStringLiteral("left"), QStringLiteral("top"), QStringLiteral("width"),
                QStringLiteral("height")};
    if (elementName == QLatin1String("tag") || elementName == QLatin1String("skeleton"))
        return {};
    return {QStringLiteral("points")};
}

QStringList commonKeys(QStringView elementName)
{
    if (elementName == QLatin1String("tag"))
        return {QStringLiteral("source")};
    if (elementName == QLatin1String("skeleton"))
        return {QStringLiteral("source"), QStringLiteral("z_order")};
    return {QStringLiteral("source"), QStringLiteral("occluded"), QStringLiteral("z_order")};
}

Result<model::Annotation> annotationFrom(const Element &element, const Label &label, QSize picture, const Complaint &complain)
{
    model::Annotation annotation;
    Json kept = Json::object();
    keepAttributes(element, kept);
    auto shape = geometryFrom(element, label, picture, kept);
    if (!shape)
        return fail(shape.error());
    if (const QString why = geometry::whyInvalid(*shape); !why.isEmpty())
        return malformed(why);
    annotation.geometry = std::move(*shape);
    const auto keepText = [&](const QString &key, const QString &text) {
        complain(key, tr("“%1” is not understood; it is kept but not used.").arg(text.left(40)));
        kept["attributes"][key.toStdString()] = base::toJson(text);
    };
    const QString rotation = element.attribute(u"rotation").value_or(QStringLiteral("0"));
    if (!numberOf(rotation))
        complain(QStringLiteral("rotation"), tr("“%1” is not understood; it is kept but not used.").arg(rotation.left(40)));
    if (const auto order = element.attribute(u"z_order"); order && commonKeys(element.name).contains(QStringLiteral("z_order"))) {
        bool good = false;
        annotation.zOrder = order->toInt(&good);
        if (!good)
            keepText(QStringLiteral("z_order"), *order);
    }
    if (const auto occluded = element.attribute(u"occluded"); occluded && element.name != QLatin1String("tag")) {
        if (*occluded == QLatin1String("1") || *occluded == QLatin1String("0"))
            annotation.attributes[QStringLiteral("occluded")] = *occluded == QLatin1String("1");
        else
            keepText(QStringLiteral("occluded"), *occluded);
    }
    takeChildren(element, label, complain, annotation.attributes, kept);
    annotation.origin.kind = model::OriginKind::Import;
    if (!kept.empty()) {
        annotation.extra = Json::object();
        annotation.extra["cvat"] = std::move(kept);
    }
    return annotation;
}

}  // namespace plumbline::cvat
