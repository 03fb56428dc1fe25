// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/kitti3d/kittirow.h"

#include "core/extension/sceneparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline::kitti3d {

namespace {

constexpr int objectColumns = 15;
constexpr int trackingColumns = 17;
constexpr double furthestNumber = 1e12;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::kitti3d", text);
}

std::optional<double> numberOf(const QByteArray &word)
{
    bool good = false;
    const double value = word.toDouble(&good);
    return good && std::abs(value) <= furthestNumber ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> integerOf(const QByteArray &word)
{
    bool good = false;
    const int value = word.toInt(&good);
    return good ? std::optional<std::int64_t>(value) : std::nullopt;
}

// Columns of the box at a heading of 0 in the camera's frame: forward is x, left is z, up is -y.
geometry::Pose rectFromLevelBox()
{
    return *geometry::poseFromMatrix({1, 0, 0, 0, 0, -1, 0, 1, 0}, {});
}

}  // namespace

QString rectifiedFrame()
{
    return QStringLiteral("kitti-rectified");
}

Result<Row> rowFrom(const QByteArray &line)
{
    const QList<QByteArray> words = line.simplified().split(' ');
    const bool tracking = words.size() >= trackingColumns;
    const auto columns = tracking ? trackingColumns : objectColumns;
    if (words.size() != columns && words.size() != columns + 1)
        return fail(ErrorCode::Malformed, tr("A label of KITTI has 15 to 18 columns, this line has %1.").arg(words.size()));
    Row row;
    qsizetype at = 0;
    if (tracking) {
        row.frame = integerOf(words[at++]);
        const auto track = integerOf(words[at++]);
        if (!row.frame || *row.frame < 0 || !track || *track < -1)
            return fail(ErrorCode::Malformed, tr("Its frame or its track is no number."));
        row.track = *track;
    }
    row.type = QString::fromUtf8(words[at++]);
    if (row.type.isEmpty() || numberOf(row.type.toUtf8()))
        return fail(ErrorCode::Malformed, tr("It has no class."));
    std::vector<double> numbers;
    for (; at < words.size(); ++at) {
        const auto number = numberOf(words[at]);
        if (!number)
            return fail(ErrorCode::Malformed, tr("“%1” is no number.").arg(QString::fromUtf8(words[at].left(40))));
        numbers.push_back(*number);
    }
    row.truncated = numbers[0];
    row.occluded = numbers[1];
    row.alpha = numbers[2];
    std::copy_n(numbers.begin() + 3, 4, row.bounds.begin());
    std::copy_n(numbers.begin() + 7, 3, row.dimensions.begin());
    std::copy_n(numbers.begin() + 10, 3, row.location.begin());
    row.heading = numbers[13];
    if (words.size() > columns)
        row.score = numbers[14];
    return row;
}

QByteArray lineOf(const Row &row)
{
    QByteArray line;
    if (row.frame)
        line = QByteArray::number(qlonglong(*row.frame)) + ' ' + QByteArray::number(qlonglong(row.track)) + ' ';
    line += row.type.toUtf8();
    const auto add = [&line](double value) {
        line += ' ';
        extension::appendMicro(line, value);
    };
    for (const double value : {row.truncated, row.occluded, row.alpha})
        add(value);
    for (const double value : row.bounds)
        add(value);
    for (const double value : row.dimensions)
        add(value);
    for (const double value : row.location)
        add(value);
    add(row.heading);
    if (row.score)
        add(*row.score);
    return line;
}

geometry::Cuboid cuboidOf(const Row &row)
{
    const double c = std::cos(row.heading);
    const double s = std::sin(row.heading);
    const auto turn = geometry::poseFromMatrix({c, 0, s, 0, 1, 0, -s, 0, c}, {});
    geometry::Cuboid cuboid;
    cuboid.coordinateFrame = rectifiedFrame();
    cuboid.centre = {row.location[0], row.location[1] - row.dimensions[0] / 2, row.location[2]};
    cuboid.size = {row.dimensions[2], row.dimensions[1], row.dimensions[0]};
    if (turn)
        cuboid.rotation = geometry::composed(*turn, rectFromLevelBox()).rotation;
    return cuboid;
}

double setCuboid(Row &row, const geometry::Cuboid &cuboid)
{
    row.dimensions = {cuboid.size[2], cuboid.size[1], cuboid.size[0]};
    row.location = {cuboid.centre[0], cuboid.centre[1] + cuboid.size[2] / 2, cuboid.centre[2]};
    const geometry::Vector3 forward = geometry::rotated(cuboid.rotation, {1, 0, 0});
    row.heading = std::atan2(-forward[2], forward[0]);
    const geometry::Vector3 up = geometry::rotated(cuboid.rotation, {0, 0, 1});
    return std::atan2(std::hypot(up[0], up[2]), -up[1]);
}

}  // namespace plumbline::kitti3d
