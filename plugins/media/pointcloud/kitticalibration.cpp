// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/kitticalibration.h"

#include "plugins/media/pointcloud/scenenumbers.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::pointcloud {

namespace {

constexpr std::size_t mostKeys = 256;

std::optional<geometry::Pose> poseOfParts(const std::vector<double> &r, const std::vector<double> &t)
{
    if (r.size() != 9 || t.size() != 3)
        return std::nullopt;
    const std::array<double, 12> rows{r[0], r[1], r[2], t[0], r[3], r[4], r[5], t[1], r[6], r[7], r[8], t[2]};
    return poseOfRows(rows);
}

}  // namespace

KittiValues readKittiValues(QByteArrayView text)
{
    KittiValues values;
    for (const QByteArrayView line : linesOf(text)) {
        // The odometry of some copies has "Tr " without a colon.
        qsizetype end = line.indexOf(':');
        if (end < 0)
            end = line.indexOf(' ');
        if (end <= 0 || static_cast<std::size_t>(values.size()) >= mostKeys)
            continue;
        auto numbers = numbersOf(line.sliced(end + 1));
        if (!numbers.empty())
            values.insert(line.first(end).toByteArray(), std::move(numbers));
    }
    return values;
}

std::vector<double> valueOf(const KittiValues &values, std::initializer_list<const char *> keys)
{
    for (const char *key : keys)
        if (const auto it = values.constFind(QByteArray(key)); it != values.constEnd())
            return *it;
    return {};
}

std::optional<geometry::Pose> rectFromVelodyne(const KittiValues &values)
{
    if (const auto odometry = valueOf(values, {"Tr"}); !odometry.empty())
        return poseOfRows(odometry);
    const auto rect_from_cam = poseOfParts(valueOf(values, {"R0_rect", "R_rect"}), {0, 0, 0});
    const auto cam_from_velo = poseOfRows(valueOf(values, {"Tr_velo_to_cam", "Tr_velo_cam"}));
    if (!rect_from_cam || !cam_from_velo)
        return std::nullopt;
    return geometry::composed(*rect_from_cam, *cam_from_velo);
}

std::optional<geometry::Pose> rectFromVelodyne(const KittiValues &camToCam, const KittiValues &veloToCam)
{
    const auto rect_from_cam = poseOfParts(valueOf(camToCam, {"R_rect_00"}), {0, 0, 0});
    const auto cam_from_velo = poseOfParts(valueOf(veloToCam, {"R"}), valueOf(veloToCam, {"T"}));
    if (!rect_from_cam || !cam_from_velo)
        return std::nullopt;
    return geometry::composed(*rect_from_cam, *cam_from_velo);
}

std::optional<KittiCamera> cameraOfProjection(const std::vector<double> &p, QSize size)
{
    if (p.size() != 12)
        return std::nullopt;
    const std::array<double, 9> k{p[0], p[1], p[2], p[4], p[5], p[6], p[8], p[9], p[10]};
    const auto camera = cameraOfMatrix(k, size);
    if (!camera)
        return std::nullopt;
    // K times the shift is the last column.
    const double z = p[11];
    const double y = (p[7] - p[6] * z) / p[5];
    const double x = (p[3] - p[2] * z - p[1] * y) / p[0];
    if (!std::isfinite(x) || !std::isfinite(y) || !std::isfinite(z))
        return std::nullopt;
    return KittiCamera{*camera, {{0, 0, 0, 1}, {-x, -y, -z}}};
}

std::vector<std::optional<geometry::Pose>> readKittiPoses(QByteArrayView text)
{
    std::vector<std::optional<geometry::Pose>> poses;
    for (const QByteArrayView line : linesOf(text)) {
        const auto numbers = numbersOf(line);
        poses.push_back(numbers.size() == 12 ? poseOfRows(numbers) : std::nullopt);
    }
    return poses;
}

std::vector<std::optional<std::int64_t>> readKittiTimes(QByteArrayView text)
{
    std::vector<std::optional<std::int64_t>> times;
    for (const QByteArrayView line : linesOf(text)) {
        const auto numbers = numbersOf(line);
        times.push_back(numbers.size() == 1 ? rounded(numbers[0] * 1e6) : std::nullopt);
    }
    return times;
}

std::vector<std::optional<std::int64_t>> readKittiDates(QByteArrayView text)
{
    std::vector<std::optional<std::int64_t>> times;
    for (const QByteArrayView line : linesOf(text))
        times.push_back(microsecondsOfDate(line));
    return times;
}

std::optional<Oxts> readOxts(QByteArrayView text)
{
    const auto lines = linesOf(text);
    if (lines.empty())
        return std::nullopt;
    const auto numbers = numbersOf(lines.front());
    constexpr std::size_t least = 6;
    if (numbers.size() < least
        || !std::all_of(numbers.begin(), numbers.begin() + least, [](double v) { return std::isfinite(v); }))
        return std::nullopt;
    constexpr double pole = 89;
    if (std::abs(numbers[0]) > pole || std::abs(numbers[1]) > 360)
        return std::nullopt;
    return Oxts{numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]};
}

std::optional<geometry::Pose> poseOfOxts(const Oxts &oxts, const Oxts &origin)
{
    constexpr double pi = std::numbers::pi;
    constexpr double earthRadius = 6378137;
    const double scale = std::cos(origin.latitude * pi / 180);
    const auto east = [&](const Oxts &o) { return scale * earthRadius * o.longitude * pi / 180; };
    const auto north = [&](const Oxts &o) { return scale * earthRadius * std::log(std::tan((90 + o.latitude) * pi / 360)); };
    const double cx = std::cos(oxts.roll);
    const double sx = std::sin(oxts.roll);
    const double cy = std::cos(oxts.pitch);
    const double sy = std::sin(oxts.pitch);
    const double cz = std::cos(oxts.yaw);
    const double sz = std::sin(oxts.yaw);
    // Rz · Ry · Rx
    return geometry::poseFromMatrix({cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx,  //
                                     sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx,  //
                                     -sy, cy * sx, cy * cx},
                                    {east(oxts) - east(origin), north(oxts) - north(origin), oxts.altitude - origin.altitude});
}

}  // namespace plumbline::pointcloud
