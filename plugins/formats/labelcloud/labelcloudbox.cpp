// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelcloud/labelcloudbox.h"

#include "core/extension/cuboidlabels.h"
#include "core/extension/jsonparts.h"
#include "core/geometry/eulerangles.h"

#include <QCoreApplication>

#include <cmath>
#include <numbers>

namespace plumbline::labelcloud {

namespace {

constexpr std::array<const char *, 3> dimensionKeys{"length", "width", "height"};
constexpr double degree = std::numbers::pi / 180;
constexpr std::size_t corners = 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::labelcloud", text);
}

geometry::Vector3 minus(const geometry::Vector3 &a, const geometry::Vector3 &b)
{
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}

double lengthOf(const geometry::Vector3 &v)
{
    return std::hypot(v[0], v[1], v[2]);
}

Result<geometry::Vector3> corner(const Json &list, std::size_t i)
{
    geometry::Vector3 point{};
    const Json &values = list[i];
    for (std::size_t k = 0; k < point.size(); ++k) {
        if (!values.is_array() || values.size() != point.size() || !values[k].is_number())
            return fail(ErrorCode::Malformed, tr("vertices[%1] is no list of three numbers.").arg(i));
        point[k] = values[k].get<double>();
    }
    return point;
}

Result<geometry::Cuboid> fromVertices(const Json &list, const QString &frame)
{
    if (!list.is_array() || list.size() != corners)
        return fail(ErrorCode::Malformed, tr("vertices is no list of eight corners."));
    std::array<geometry::Vector3, corners> points{};
    for (std::size_t i = 0; i < corners; ++i) {
        const auto point = corner(list, i);
        if (!point)
            return fail(point.error());
        points[i] = *point;
    }
    const std::array<geometry::Vector3, 3> edges{minus(points[3], points[0]), minus(points[1], points[0]),
                                                 minus(points[4], points[0])};
    geometry::Cuboid cuboid;
    cuboid.coordinateFrame = frame;
    std::array<double, 9> rotation{};
    for (std::size_t axis = 0; axis < edges.size(); ++axis) {
        cuboid.size[axis] = lengthOf(edges[axis]);
        for (std::size_t k = 0; k < edges.size(); ++k)
            rotation[k * 3 + axis] = edges[axis][k] / cuboid.size[axis];
    }
    for (std::size_t k = 0; k < cuboid.centre.size(); ++k)
        cuboid.centre[k] = (points[0][k] + points[6][k]) / 2;
    const auto pose = geometry::poseFromMatrix(rotation, {});
    if (!pose)
        return fail(ErrorCode::Malformed, tr("Its vertices are not the corners of a box."));
    cuboid.rotation = pose->rotation;
    const auto written = verticesOf(cuboid);
    constexpr double share = 0.02;
    for (std::size_t i = 0; i < corners; ++i)
        if (!(lengthOf(minus(written[i], points[i])) <= share * lengthOf(cuboid.size)))
            return fail(ErrorCode::Malformed, tr("Its vertices are not the corners of a box."));
    return cuboid;
}

Result<geometry::Cuboid> fromCentroid(const Json &record, Form form, const QString &frame)
{
    const auto centroid = extension::vectorIn(record, "centroid");
    const auto dimensions = extension::vectorIn(record, "dimensions", dimensionKeys);
    const auto rotations = extension::vectorIn(record, "rotations");
    for (const auto *part : {&centroid, &dimensions, &rotations})
        if (!*part)
            return fail(part->error());
    if (!extension::areAngles(*rotations))
        return fail(ErrorCode::Malformed, tr("Its rotation is no number."));
    geometry::Vector3 angles = *rotations;
    if (form != Form::Relative)
        for (double &angle : angles)
            angle *= degree;
    return geometry::Cuboid{*centroid, *dimensions, geometry::rotationFromEuler(angles, geometry::EulerOrder::Zyx), frame};
}

}  // namespace

QString formName(Form form)
{
    return form == Form::Absolute   ? QStringLiteral("centroid_abs")
           : form == Form::Relative ? QStringLiteral("centroid_rel")
                                    : QStringLiteral("vertices");
}

std::optional<Form> formNamed(const QString &name)
{
    for (const Form form : {Form::Absolute, Form::Relative, Form::Vertices})
        if (name == formName(form))
            return form;
    return std::nullopt;
}

std::vector<extension::FormatOption> options()
{
    const QString automatic = QStringLiteral("auto");
    return {{QStringLiteral("form"),
             tr("Form of the boxes"),
             {automatic, formName(Form::Absolute), formName(Form::Relative), formName(Form::Vertices)},
             automatic},
            {QStringLiteral("rotations"),
             tr("Angles in the files"),
             {automatic, QStringLiteral("degrees"), QStringLiteral("radians")},
             automatic}};
}

QString lidarFrame()
{
    return QStringLiteral("lidar");
}

Result<geometry::Cuboid> cuboidFrom(const Json &record, Form form, const QString &frame)
{
    const Json &vertices = extension::memberOf(record, "vertices");
    auto cuboid = vertices.is_null() ? fromCentroid(record, form, frame) : fromVertices(vertices, frame);
    if (cuboid)
        if (const QString why = extension::whyNoBox(*cuboid); !why.isEmpty())
            return fail(ErrorCode::Malformed, why);
    return cuboid;
}

std::array<geometry::Vector3, corners> verticesOf(const geometry::Cuboid &cuboid)
{
    constexpr std::array<std::array<int, 3>, corners> signs{
        {{-1, -1, -1}, {-1, 1, -1}, {1, 1, -1}, {1, -1, -1}, {-1, -1, 1}, {-1, 1, 1}, {1, 1, 1}, {1, -1, 1}}};
    std::array<geometry::Vector3, corners> vertices{};
    for (std::size_t i = 0; i < corners; ++i) {
        geometry::Vector3 local{};
        for (std::size_t k = 0; k < local.size(); ++k)
            local[k] = signs[i][k] * cuboid.size[k] / 2;
        vertices[i] = geometry::transformed({cuboid.rotation, cuboid.centre}, local);
    }
    return vertices;
}

Json withCuboid(Json record, const geometry::Cuboid &cuboid, Form form)
{
    for (const char *key : {"centroid", "dimensions", "rotations", "vertices"})
        record.erase(key);
    if (form == Form::Vertices) {
        Json list = Json::array();
        for (const geometry::Vector3 &vertex : verticesOf(cuboid))
            list.push_back(extension::tidied(vertex));
        record["vertices"] = std::move(list);
        return record;
    }
    geometry::Vector3 angles = geometry::eulerFromRotation(cuboid.rotation, geometry::EulerOrder::Zyx);
    if (form == Form::Absolute)
        for (double &angle : angles)
            angle = angle < 0 ? angle / degree + 360 : angle / degree;
    record["centroid"] = extension::vectorJson(extension::tidied(cuboid.centre));
    record["dimensions"] = extension::vectorJson(extension::tidied(cuboid.size), dimensionKeys);
    record["rotations"] = extension::vectorJson(extension::tidied(angles));
    return record;
}

}  // namespace plumbline::labelcloud
