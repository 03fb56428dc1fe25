// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/segments/segmentssample.h"

#include "core/extension/jsonparts.h"

#include <QFileInfo>
#include <QUrl>

namespace plumbline::segments {

namespace {

constexpr std::size_t mostClouds = 1'000'000;
constexpr qsizetype longest = 1 << 20;

Json parsed(QByteArrayView text)
{
    auto value = text.isNull() || text.size() > longest ? fail(ErrorCode::TooLarge, {}) : extension::parsedJsonPart(text);
    return value ? std::move(*value) : Json();
}

Cloud cloudIn(QByteArrayView frame)
{
    Cloud cloud;
    const QString address = base::toQString(extension::memberOf(parsed(partOf(frame, "pcd")), "url"));
    // Only what its path ends in is used, to look for such a file beside the release.
    const QUrl url(address);
    cloud.remote = !url.scheme().isEmpty() && url.scheme().size() > 1 && url.scheme() != QLatin1String("file");
    cloud.file = QFileInfo(cloud.remote ? url.path() : address).fileName();
    cloud.name = base::toQString(parsed(partOf(frame, "name")));
    cloud.world_from_sensor = egoPoseFrom(parsed(partOf(frame, "ego_pose")));
    return cloud;
}

}  // namespace

QByteArrayView partOf(QByteArrayView object, QByteArrayView key)
{
    QByteArrayView found;
    if (extension::jsonOpening(object) == '{')
        extension::visitJsonParts(object, [&](const extension::JsonPart &part) {
            if (part.key == key)
                found = part.text;
            return found.isNull();
        });
    return found;
}

std::vector<Cloud> cloudsIn(QByteArrayView attributes)
{
    const QByteArrayView frames = partOf(attributes, "frames");
    if (frames.isNull())
        return {cloudIn(attributes)};
    std::vector<Cloud> clouds;
    extension::visitJsonParts(frames, [&](const extension::JsonPart &part) {
        clouds.push_back(cloudIn(part.text));
        return clouds.size() < mostClouds;
    });
    return clouds;
}

QByteArrayView lidarPart(QByteArrayView attributes, std::int64_t &others)
{
    const QByteArrayView sensors = partOf(attributes, "sensors");
    if (sensors.isNull())
        return attributes;
    QByteArrayView lidar;
    extension::visitJsonParts(sensors, [&](const extension::JsonPart &part) {
        const QString task = base::toQString(parsed(partOf(part.text, "task_type")));
        if (lidar.isNull() && taskOf(task))
            lidar = partOf(part.text, "attributes");
        else
            ++others;
        return true;
    });
    return lidar;
}

}  // namespace plumbline::segments
