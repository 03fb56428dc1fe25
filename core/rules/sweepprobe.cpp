// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/sweepprobe.h"

#include "core/cloud/cloudreader.h"
#include "core/geometry/cuboids.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace plumbline::rules {

namespace {

constexpr int around = 9;  // cells on each side in which ground is looked for
constexpr double furthest = 1e9;
constexpr double widest = 200;  // metres of a cuboid that is entered in cells

std::int64_t cellOf(double coordinate)
{
    return static_cast<std::int64_t>(std::floor(std::clamp(coordinate, -furthest, furthest)));
}

}  // namespace

std::int64_t SweepProbe::keyOf(std::int64_t column, std::int64_t row)
{
    constexpr std::int64_t spread = std::int64_t(1) << 32;
    return column * spread + row;
}

SweepProbe::SweepProbe(const std::vector<std::pair<AnnotationId, geometry::Cuboid>> &cuboids)
{
    for (const auto &[id, cuboid] : cuboids) {
        if (!geometry::whyInvalid(cuboid).isEmpty())
            continue;
        const std::size_t index = m_counted.size();
        m_counted.push_back({id, cuboid, geometry::inverted(geometry::poseOf(cuboid)), 0});
        const std::int64_t column = cellOf(cuboid.centre[0]);
        const std::int64_t row = cellOf(cuboid.centre[1]);
        for (std::int64_t c = column - around; c <= column + around; ++c)
            for (std::int64_t r = row - around; r <= row + around; ++r)
                m_cells[keyOf(c, r)];
        std::array<double, 4> reach{cuboid.centre[0], cuboid.centre[1], cuboid.centre[0], cuboid.centre[1]};
        for (const geometry::Vector3 &corner : geometry::cornersOf(cuboid))
            reach = {std::min(reach[0], corner[0]), std::min(reach[1], corner[1]), std::max(reach[2], corner[0]),
                     std::max(reach[3], corner[1])};
        if (!(std::max(reach[2] - reach[0], reach[3] - reach[1]) <= widest)) {
            m_wide.push_back(index);
            continue;
        }
        for (std::int64_t c = cellOf(reach[0]); c <= cellOf(reach[2]); ++c)
            for (std::int64_t r = cellOf(reach[1]); r <= cellOf(reach[3]); ++r)
                m_cells[keyOf(c, r)].cuboids.push_back(index);
    }
}

void SweepProbe::count(Counted &counted, const geometry::Vector3 &point) const
{
    const geometry::Vector3 inside = geometry::transformed(counted.box_from_label, point);
    for (std::size_t axis = 0; axis < 3; ++axis)
        if (std::abs(inside[axis]) > counted.cuboid.size[axis] / 2)
            return;
    ++counted.points;
}

void SweepProbe::add(const geometry::Vector3 &point)
{
    if (!std::isfinite(point[0]) || !std::isfinite(point[1]) || !std::isfinite(point[2]))
        return;
    for (const std::size_t index : m_wide)
        count(m_counted[index], point);
    const auto found = m_cells.find(keyOf(cellOf(point[0]), cellOf(point[1])));
    if (found == m_cells.end())
        return;
    Cell &cell = found->second;
    if (!cell.seen || float(point[2]) < cell.lowest)
        cell.lowest = float(point[2]);
    cell.seen = true;
    for (const std::size_t index : cell.cuboids)
        count(m_counted[index], point);
}

std::optional<double> SweepProbe::groundAt(double x, double y) const
{
    const std::int64_t column = cellOf(x);
    const std::int64_t row = cellOf(y);
    std::vector<float> lowest;
    // Wide enough to see the road beside a car, wider where few points are.
    for (int radius = 3; radius <= around; radius += 3) {
        lowest.clear();
        for (std::int64_t c = column - radius; c <= column + radius; ++c)
            for (std::int64_t r = row - radius; r <= row + radius; ++r)
                if (const auto cell = m_cells.find(keyOf(c, r)); cell != m_cells.end() && cell->second.seen)
                    lowest.push_back(cell->second.lowest);
        constexpr std::size_t enough = 6;
        if (lowest.size() >= enough)
            break;
    }
    if (lowest.empty())
        return std::nullopt;
    // A third of the cells may be roofs and hedges entirely.
    const auto place = lowest.begin() + std::ptrdiff_t(lowest.size() * 35 / 100);
    std::nth_element(lowest.begin(), place, lowest.end());
    return double(*place);
}

QHash<AnnotationId, model::BoxPoints> SweepProbe::result(bool all) const
{
    QHash<AnnotationId, model::BoxPoints> points;
    for (const Counted &counted : m_counted)
        points.insert(counted.id,
                      {counted.cuboid, counted.points, all, groundAt(counted.cuboid.centre[0], counted.cuboid.centre[1])});
    return points;
}

Result<> probeFile(const QString &path, const geometry::Pose &label_from_cloud, SweepProbe &probe,
                   const jobs::JobControl &control)
{
    const auto reader = cloud::openCloud(path);
    if (!reader)
        return fail(reader.error());
    constexpr std::uint64_t block = 262'144;
    const std::array<double, 3> origin = (*reader)->info().origin;
    const std::uint64_t points = (*reader)->info().points;
    cloud::PointBlock read;
    for (std::uint64_t first = 0; first < points; first += block) {
        if (const auto done = (*reader)->read(first, block, read, control); !done)
            return done;
        for (const auto &p : read.positions)
            probe.add(geometry::transformed(label_from_cloud,
                                            {origin[0] + double(p[0]), origin[1] + double(p[1]), origin[2] + double(p[2])}));
        if (read.size() == 0)
            break;
    }
    return {};
}

Result<SceneProbe> probeScene(const model::Scene &scene, const QString &folder, const std::vector<model::Annotation> &labels,
                              const jobs::JobControl &control)
{
    std::map<std::size_t, std::vector<std::pair<AnnotationId, geometry::Cuboid>>> cuboids;
    for (const model::Annotation &label : labels) {
        const auto *cuboid = std::get_if<geometry::Cuboid>(&label.geometry);
        const std::int64_t frame = label.frame ? label.frame->index : 0;
        if (cuboid && frame >= 0 && static_cast<std::size_t>(frame) < scene.frames.size())
            cuboids[static_cast<std::size_t>(frame)].emplace_back(label.id, *cuboid);
    }
    SceneProbe found;
    const std::int32_t lidar = model::firstSensor(scene, model::SensorKind::Lidar);
    std::int64_t done = 0;
    for (const auto &[index, ofFrame] : cuboids) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        control.report(done++, static_cast<std::int64_t>(cuboids.size()),
                       QCoreApplication::translate("plumbline::rules", "Counting points"));
        const model::SceneFrame &frame = scene.frames[index];
        const model::SensorFile *file = lidar < 0 ? nullptr : model::fileOf(frame, lidar);
        if (!file)
            continue;
        SweepProbe probe(ofFrame);
        const auto read = probeFile(folder + QLatin1Char('/') + file->path,
                                    geometry::inverted(model::sensorFromLabel(scene, frame, *file)), probe, control);
        if (read)
            found.points.insert(probe.result(true));
        else if (read.error().code == ErrorCode::Cancelled)
            return fail(read.error());
        else
            found.unread.append(QStringLiteral("%1: %2").arg(file->path, read.error().text));
    }
    return found;
}

}  // namespace plumbline::rules
