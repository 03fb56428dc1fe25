// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/kitti3d/kittilabels.h"

#include "core/extension/jsonparts.h"

#include <algorithm>
#include <cmath>

namespace plumbline::kitti3d {

namespace {

constexpr double halfPixel = 0.5;

QString truncatedKey()
{
    return QStringLiteral("truncated");
}

QString occludedKey()
{
    return QStringLiteral("occluded");
}

const model::Sensor *sensorNamed(const model::Scene &scene, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        for (const model::Sensor &sensor : scene.sensors)
            if (sensor.name == QLatin1String(name) && sensor.camera)
                return &sensor;
    return nullptr;
}

std::optional<geometry::Pose> keptPose(const model::Scene &scene)
{
    const Json &list = extension::memberOf(extension::foreignData(scene.extra, "kitti"), "rect_from_velo");
    constexpr std::size_t numbers = 7;
    if (!list.is_array() || list.size() != numbers
        || !std::all_of(list.begin(), list.end(), [](const Json &v) { return v.is_number(); }))
        return std::nullopt;
    const auto at = [&list](std::size_t i) { return list[i].get<double>(); };
    geometry::Pose pose{{at(0), at(1), at(2), at(3)}, {at(4), at(5), at(6)}};
    double length = 0;
    for (const double part : pose.rotation)
        length += part * part;
    length = std::sqrt(length);
    constexpr double tolerance = 1e-2;
    if (!(std::abs(length - 1) <= tolerance) || !std::isfinite(pose.translation[0] + pose.translation[1] + pose.translation[2]))
        return std::nullopt;
    for (double &part : pose.rotation)
        part /= length;
    return pose;
}

double numberOr(const model::Attributes &attributes, const QString &key, double otherwise)
{
    const auto found = attributes.find(key);
    const double *number = found == attributes.end() ? nullptr : std::get_if<double>(&found->second);
    return number && std::isfinite(*number) ? *number : otherwise;
}

double wholeAngle(double angle)
{
    return geometry::wrappedAngle(angle);
}

/// The outline in the picture as KITTI has it: cut at the picture's edges, pixels from 0.
std::optional<std::array<double, 4>> boundsIn(const model::Scene *scene, const geometry::Cuboid &cuboid)
{
    const model::Sensor *camera = labelCamera(scene);
    if (!camera)
        return std::nullopt;
    const auto camera_from_label = geometry::composed(geometry::inverted(camera->ego_from_sensor), model::egoFromLabel(*scene));
    const auto box = geometry::projectedBounds(*camera->camera, camera_from_label, cuboid);
    if (!box)
        return std::nullopt;
    const double right = camera->camera->width - 1;
    const double bottom = camera->camera->height - 1;
    return std::array<double, 4>{std::clamp(box->x - halfPixel, 0.0, right), std::clamp(box->y - halfPixel, 0.0, bottom),
                                 std::clamp(box->right() - halfPixel, 0.0, right),
                                 std::clamp(box->bottom() - halfPixel, 0.0, bottom)};
}

geometry::Box pictureBox(const Row &row)
{
    return {row.bounds[0] + halfPixel, row.bounds[1] + halfPixel, row.bounds[2] - row.bounds[0], row.bounds[3] - row.bounds[1]};
}

std::array<double, 4> boundsOf(const geometry::Box &box)
{
    return {box.x - halfPixel, box.y - halfPixel, box.right() - halfPixel, box.bottom() - halfPixel};
}

bool sameBox(const geometry::Box &a, const geometry::Box &b)
{
    constexpr double little = 1e-7;
    return std::abs(a.x - b.x) <= little && std::abs(a.y - b.y) <= little && std::abs(a.w - b.w) <= little
           && std::abs(a.h - b.h) <= little;
}

geometry::Cuboid labelCuboid(const Row &row, const Rectified &rectified)
{
    const geometry::Cuboid inRect = cuboidOf(row);
    return rectified.known ? geometry::transformed(geometry::inverted(rectified.rect_from_label), inRect, rectified.labelFrame)
                           : inRect;
}

}  // namespace

const model::Sensor *labelCamera(const model::Scene *scene)
{
    return scene ? sensorNamed(*scene, {"image_2", "image_02"}) : nullptr;
}

Rectified rectifiedOf(const model::Scene *scene)
{
    Rectified rectified;
    rectified.labelFrame = rectifiedFrame();
    if (!scene)
        return rectified;
    const geometry::Pose ego_from_label = model::egoFromLabel(*scene);
    const std::int32_t lidar = model::firstSensor(*scene, model::SensorKind::Lidar);
    if (const auto rect_from_velo = keptPose(*scene); rect_from_velo && lidar >= 0) {
        const auto &ego_from_velo = scene->sensors[static_cast<std::size_t>(lidar)].ego_from_sensor;
        rectified.rect_from_label =
            geometry::composed(*rect_from_velo, geometry::composed(geometry::inverted(ego_from_velo), ego_from_label));
        rectified.known = true;
    } else if (const model::Sensor *first = sensorNamed(*scene, {"image_0", "image_00", "image_2", "image_02"})) {
        rectified.rect_from_label = geometry::composed(geometry::inverted(first->ego_from_sensor), ego_from_label);
        rectified.known = true;
        rectified.guessed = first->name.endsWith(QLatin1Char('2'));
    }
    if (rectified.known)
        rectified.labelFrame = scene->labelFrame;
    return rectified;
}

model::Annotation annotationFrom(const Row &row, const Rectified &rectified)
{
    model::Annotation annotation;
    if (row.hasBox3d())
        annotation.geometry = labelCuboid(row, rectified);
    else
        annotation.geometry = pictureBox(row);
    if (isDontCare(row.type))
        annotation.role = model::Role::Ignore;
    if (row.truncated >= 0)
        annotation.attributes[truncatedKey()] = row.truncated;
    if (row.occluded >= 0)
        annotation.attributes[occludedKey()] = row.occluded;
    if (row.score && *row.score >= 0 && *row.score <= 1)
        annotation.score = row.score;
    annotation.extra = Json{{"kitti", {{"row", lineOf(row).toStdString()}}}};
    return annotation;
}

std::optional<Row> keptRow(const model::Annotation &annotation)
{
    const QString line = base::toQString(extension::memberOf(extension::foreignData(annotation.extra, "kitti"), "row"));
    constexpr qsizetype longest = 2000;
    if (line.isEmpty() || line.size() > longest)
        return std::nullopt;
    auto row = rowFrom(line.toUtf8());
    return row ? std::optional(std::move(*row)) : std::nullopt;
}

std::optional<Row> rowOf(const model::Annotation &annotation, const QString &className, const Rectified &rectified,
                         const model::Scene *scene, double &tilt, const geometry::Box *picture)
{
    tilt = 0;
    const auto kept = keptRow(annotation);
    Row row;
    if (const auto *cuboid = std::get_if<geometry::Cuboid>(&annotation.geometry)) {
        if (cuboid->coordinateFrame != rectified.labelFrame)
            return std::nullopt;
        if (kept && kept->hasBox3d() && extension::sameCuboid(labelCuboid(*kept, rectified), *cuboid)) {
            row = *kept;
        } else {
            tilt = setCuboid(row, rectified.known ? geometry::transformed(rectified.rect_from_label, *cuboid, rectifiedFrame())
                                                  : *cuboid);
            row.alpha = wholeAngle(row.heading - std::atan2(row.location[0], row.location[2]));
            if (const auto bounds = boundsIn(scene, *cuboid))
                row.bounds = *bounds;
        }
        // What a person has drawn around it says more than the corners do.
        if (picture && !(row.hasBounds() && sameBox(pictureBox(row), *picture)))
            row.bounds = boundsOf(*picture);
    } else if (const auto *box = std::get_if<geometry::Box>(&annotation.geometry)) {
        if (kept && !kept->hasBox3d() && sameBox(pictureBox(*kept), *box))
            row = *kept;
        else
            row.bounds = boundsOf(*box);
    } else {
        return std::nullopt;
    }
    row.type = fileClassName(className);
    row.frame.reset();
    row.track = -1;
    row.truncated = numberOr(annotation.attributes, truncatedKey(), -1);
    row.occluded = numberOr(annotation.attributes, occludedKey(), -1);
    const bool keptScore = kept && kept->score && (*kept->score < 0 || *kept->score > 1);
    row.score = annotation.score ? annotation.score : keptScore ? kept->score : std::nullopt;
    return row;
}

QStringList carriedAttributes()
{
    return {truncatedKey(), occludedKey()};
}

QString fileClassName(const QString &name)
{
    QString word = name.simplified().replace(QLatin1Char(' '), QLatin1Char('_'));
    bool number = false;
    static_cast<void>(word.toDouble(&number));
    return number || word.isEmpty() ? QLatin1Char('_') + word : word;
}

bool isDontCare(const QString &name)
{
    return name == QLatin1String("DontCare");
}

}  // namespace plumbline::kitti3d
