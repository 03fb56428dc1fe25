// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/mediummark.h"

#include "core/base/atomicfile.h"
#include "core/base/sha256.h"

#include <QDateTime>
#include <QFileInfo>

namespace plumbline::triage {

namespace {

MediumMark ofScene(const QString &medium, const model::Item &item, const model::Scene &scene)
{
    MediumMark mark;
    mark.path = item.path;
    const QFileInfo info(medium);
    const QString folder = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    base::Sha256 hash;
    for (const model::SceneFrame &frame : scene.frames)
        for (const model::SensorFile &file : frame.files) {
            const auto path = base::safeRelativePath(file.path);
            const QFileInfo found(path ? folder + QLatin1Char('/') + *path : QString());
            const qint64 bytes = path && found.isFile() ? found.size() : -1;
            mark.there = mark.there || bytes >= 0;
            mark.bytes += std::max<qint64>(0, bytes);
            hash.add(file.path.toUtf8() + '\0' + QByteArray::number(bytes) + '\n');
        }
    mark.sha256 = hash.finish().toHex();
    return mark;
}

}  // namespace

MediumMark markOf(const store::Project &project, const model::Item &item, const model::Scene *scene)
{
    const QString medium = project.mediaPath(item);
    if (scene)
        return ofScene(medium, item, *scene);
    MediumMark mark;
    mark.path = item.path;
    const QFileInfo info(medium);
    mark.there = info.isFile();
    if (!mark.there)
        return mark;
    mark.bytes = info.size();
    mark.modified = info.lastModified().toMSecsSinceEpoch();
    if (const auto digest = base::sha256OfFile(medium))
        mark.sha256 = digest->toHex();
    return mark;
}

bool isReplaced(const MediumMark &then, const store::Project &project, const model::Item &item, const model::Scene *scene)
{
    if (!scene && then.there && then.path == item.path) {
        const QFileInfo info(project.mediaPath(item));
        if (info.isFile() && info.size() == then.bytes && info.lastModified().toMSecsSinceEpoch() == then.modified)
            return false;
    }
    const MediumMark now = markOf(project, item, scene);
    return now.there && (!then.there || now.sha256 != then.sha256);
}

Json toJson(const MediumMark &mark)
{
    return {{"path", base::toJson(mark.path)},
            {"there", mark.there},
            {"bytes", mark.bytes},
            {"modified", mark.modified},
            {"sha256", base::toJson(mark.sha256)}};
}

MediumMark markFromJson(const Json &json)
{
    MediumMark mark;
    if (!json.is_object())
        return mark;
    const auto number = [&](const char *key) {
        return json.contains(key) && json.at(key).is_number_integer() ? json.at(key).get<std::int64_t>() : 0;
    };
    mark.path = json.contains("path") ? base::toQString(json.at("path")) : QString();
    mark.there = json.contains("there") && json.at("there") == true;
    mark.bytes = number("bytes");
    mark.modified = number("modified");
    mark.sha256 = json.contains("sha256") ? base::toQString(json.at("sha256")) : QString();
    return mark;
}

}  // namespace plumbline::triage
