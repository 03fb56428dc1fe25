// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/cloudreader.h"

#include "core/cloud/formats.h"
#include "core/cloud/unpackprocess.h"

#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline::cloud {

namespace {

constexpr std::uint64_t blockPoints = 65536;
// Beyond this a float is coarser than half a millimetre.
constexpr double farOut = 4096;
constexpr double originStep = 1000;

enum class Kind { Pcd, Ply, Las, Kitti, NuScenes, Text };

struct Known {
    Kind kind;
    CloudGuess guess;
};

// Whether floats without a header make sense as points: finite, and within what a sensor sees.
bool plausible(QByteArrayView head, std::size_t floats)
{
    const std::size_t stride = floats * sizeof(float);
    const std::size_t points = std::min<std::size_t>(static_cast<std::size_t>(head.size()) / stride, 1000);
    std::size_t good = 0;
    for (std::size_t i = 0; i < points; ++i) {
        const auto *from = reinterpret_cast<const std::byte *>(head.data()) + i * stride;
        const auto value = [&](std::size_t k) { return numberAt(from + k * sizeof(float), ScalarType::Float32, false); };
        const bool near = std::abs(value(0)) < 1000 && std::abs(value(1)) < 1000 && std::abs(value(2)) < 500;
        const double ring = floats == 5 ? value(4) : 0;
        good += near && std::abs(value(3)) <= 65535 && ring >= 0 && ring < 1024 && ring == std::floor(ring);
    }
    return points > 0 && good * 10 >= points * 9;
}

std::optional<Known> know(const QString &path, QByteArrayView head)
{
    const QString name = QFileInfo(path).fileName().toLower();
    if (head.startsWith("LASF") && head.size() >= 227) {
        const bool packed = static_cast<std::uint8_t>(head[104]) & 0x80;
        return Known{Kind::Las, {packed ? QStringLiteral("laz") : QStringLiteral("las"), true}};
    }
    if (head.startsWith("ply\n") || head.startsWith("ply\r"))
        return Known{Kind::Ply, {QStringLiteral("ply"), true}};
    if (head.startsWith("# .PCD") || head.startsWith("VERSION 0.") || head.startsWith("VERSION .7"))
        return Known{Kind::Pcd, {QStringLiteral("pcd"), true}};
    if (name.endsWith(QLatin1String(".pcd")) && head.contains("\nDATA "))
        return Known{Kind::Pcd, {QStringLiteral("pcd"), true}};
    if (name.endsWith(QLatin1String(".pcd.bin")) && plausible(head, 5))
        return Known{Kind::NuScenes, {QStringLiteral("nuscenes bin"), false}};
    if (name.endsWith(QLatin1String(".bin")) && plausible(head, 4))
        return Known{Kind::Kitti, {QStringLiteral("kitti bin"), false}};
    if ((name.endsWith(QLatin1String(".xyz")) || name.endsWith(QLatin1String(".txt")) || name.endsWith(QLatin1String(".csv")))
        && looksLikeText(head))
        return Known{Kind::Text, {QStringLiteral("text"), false}};
    return std::nullopt;
}

}  // namespace

CloudReader::~CloudReader() = default;

void makeUnique(std::vector<Channel> &channels)
{
    QSet<QString> taken;
    QHash<QString, int> last;  // number given to a name; without it a thousand equal names take half a million tries
    for (Channel &channel : channels) {
        const QString name = channel.name;
        for (int n = last.value(name, 1) + 1; taken.contains(channel.name); ++n) {
            channel.name = QStringLiteral("%1 (%2)").arg(name).arg(n);
            last[name] = n;
        }
        taken.insert(channel.name);
    }
}

std::array<double, 3> originOf(const PointBlock &block)
{
    for (const auto &p : block.positions) {
        if (!std::isfinite(p[0]) || !std::isfinite(p[1]) || !std::isfinite(p[2]))
            continue;
        std::array<double, 3> origin{};
        for (std::size_t axis = 0; axis < 3; ++axis)
            if (std::abs(p[axis]) > farOut)
                origin[axis] = std::round(p[axis] / originStep) * originStep;
        return origin;
    }
    return {};
}

std::optional<CloudGuess> guessCloud(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto known = know(path, file.read(headBytes));
    return known ? std::optional(known->guess) : std::nullopt;
}

Result<std::unique_ptr<CloudReader>> openCloud(const QString &path, const CloudBudget &budget)
{
    // A pipe would be waited for.
    if (const QFileInfo info(path); info.exists() && !info.isFile())
        return fail(ErrorCode::Unsupported, Words::tr("%1 is no ordinary file.").arg(path));
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, Words::tr("%1 cannot be opened: %2").arg(path, file->errorString()));
    if (static_cast<std::uint64_t>(file->size()) > budget.fileBytes)
        return fail(ErrorCode::TooLarge, Words::tr("%1 is larger than is allowed.").arg(path));
    const QByteArray head = file->read(headBytes);
    const auto known = know(path, head);
    if (!known)
        return fail(
            ErrorCode::Unsupported,
            Words::tr("%1 is no point cloud that can be read (PCD, PLY, LAS, LAZ, KITTI .bin, nuScenes .pcd.bin, .xyz, .csv).")
                .arg(path));
    switch (known->kind) {
    case Kind::Pcd: return openPcd(std::move(file), head, budget);
    case Kind::Ply: return openPly(std::move(file), head);
    case Kind::Las: return openLas(std::move(file), head, UnpackProcess::forFile);
    case Kind::Kitti: return openRaw(std::move(file), 4);
    case Kind::NuScenes: return openRaw(std::move(file), 5);
    case Kind::Text: break;
    }
    return openText(std::move(file), head);
}

Result<CloudBounds> boundsOf(CloudReader &reader, const jobs::JobControl &control)
{
    constexpr double infinite = std::numeric_limits<double>::infinity();
    CloudBounds bounds{{infinite, infinite, infinite}, {-infinite, -infinite, -infinite}, 0};
    PointBlock block;
    for (std::uint64_t first = 0; first < reader.info().points; first += blockPoints) {
        if (const auto read = reader.read(first, blockPoints, block, control); !read)
            return fail(read.error());
        for (const auto &p : block.positions) {
            if (!std::isfinite(p[0]) || !std::isfinite(p[1]) || !std::isfinite(p[2]))
                continue;
            ++bounds.finite;
            for (std::size_t axis = 0; axis < 3; ++axis) {
                bounds.least[axis] = std::min<double>(bounds.least[axis], p[axis]);
                bounds.most[axis] = std::max<double>(bounds.most[axis], p[axis]);
            }
        }
        control.report(static_cast<std::int64_t>(first), static_cast<std::int64_t>(reader.info().points));
    }
    if (bounds.finite == 0)
        return CloudBounds{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        bounds.least[axis] += reader.info().origin[axis];
        bounds.most[axis] += reader.info().origin[axis];
    }
    return bounds;
}

}  // namespace plumbline::cloud
