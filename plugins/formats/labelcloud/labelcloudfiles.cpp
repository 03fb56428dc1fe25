// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelcloud/labelcloudfiles.h"

#include "core/base/atomicfile.h"
#include "core/extension/cuboidlabels.h"
#include "core/extension/jsonparts.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <cmath>
#include <deque>
#include <numbers>

namespace plumbline::labelcloud {

namespace {

constexpr int mostLevels = 3;
constexpr qsizetype looks = 1000;

QString labelsName()
{
    return QStringLiteral("labels");
}

QStringList filesIn(const QString &folder, qsizetype most)
{
    QStringList names;
    QDirIterator it(folder, {QStringLiteral("*.json")}, QDir::Files | QDir::NoSymLinks);
    while (it.hasNext() && names.size() < most) {
        it.next();
        if (it.fileName() != classesFile())
            names.append(it.fileName());
    }
    names.sort();
    return names;
}

/// Degrees, Radians, or Unsure when the record's angles could be both.
Angles anglesOf(const Json &record)
{
    const auto rotations = extension::vectorIn(record, "rotations");
    if (!rotations)
        return Angles::None;
    Angles found = Angles::None;
    for (const double angle : *rotations) {
        if (angle < 0)
            return Angles::Radians;
        if (angle > std::numbers::pi + 1e-6)
            return Angles::Degrees;
        found = angle > 0 ? Angles::Unsure : found;
    }
    return found;
}

}  // namespace

QString classesFile()
{
    return QStringLiteral("_classes.json");
}

QByteArrayView objectsIn(QByteArrayView text)
{
    QByteArrayView objects;
    if (extension::jsonOpening(text) == '{')
        extension::visitJsonParts(text, [&](const extension::JsonPart &part) {
            if (part.key == "objects")
                objects = part.text;
            return objects.isNull();
        });
    return objects;
}

Layout explore(const QString &path, Reach reach)
{
    const QFileInfo given(path);
    Layout layout;
    if (!given.isDir()) {
        const QString folder = given.absolutePath();
        layout.base = QFileInfo(folder).fileName() == labelsName() ? QFileInfo(folder).absolutePath() : folder;
        layout.folders.push_back({folder, {}, {given.fileName()}});
        return layout;
    }
    const QString root = QDir::cleanPath(given.absoluteFilePath());
    layout.base = QFileInfo(root).fileName() == labelsName() ? QFileInfo(root).absolutePath() : root;
    if (layout.base != root) {
        layout.folders.push_back({root, {}, filesIn(root, reach.files)});
        return layout;
    }
    qsizetype found = 0;
    std::deque<std::pair<QString, int>> open{{root, 0}};
    for (int seen = 0; !open.empty() && seen < reach.folders && found < reach.files; ++seen) {
        const auto [folder, level] = open.front();
        open.pop_front();
        for (const QString &name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name)) {
            const QString below = folder + QLatin1Char('/') + name;
            if (name == labelsName()) {
                QString prefix = QDir(root).relativeFilePath(folder) + QLatin1Char('/');
                layout.folders.push_back(
                    {below, prefix == QLatin1String("./") ? QString() : prefix, filesIn(below, reach.files)});
                found += layout.folders.back().files.size();
            } else if (level < mostLevels) {
                open.emplace_back(below, level + 1);
            }
        }
    }
    if (layout.folders.empty())
        layout.folders.push_back({root, {}, filesIn(root, reach.files)});
    return layout;
}

Result<Json> classesIn(const QString &folder)
{
    constexpr qint64 most = 4 << 20;
    const QFileInfo file(folder + QLatin1Char('/') + classesFile());
    if (!file.isFile() || file.isSymLink())
        return Json();
    const auto text = base::readTextFile(file.absoluteFilePath(), most);
    return text ? extension::parsedJsonPart(*text) : fail(text.error());
}

Angles anglesIn(const LabelFolder &folder)
{
    Angles found = Angles::None;
    for (const QString &name : folder.files.mid(0, looks)) {
        const auto text = base::readTextFile(folder.path + QLatin1Char('/') + name, maximumFile);
        if (!text)
            continue;
        extension::visitJsonParts(objectsIn(*text), [&](const extension::JsonPart &part) {
            const auto record = extension::parsedJsonPart(part.text);
            const Angles said = record ? anglesOf(*record) : Angles::None;
            if (said != Angles::None && found != Angles::Degrees && found != Angles::Radians)
                found = said;
            return found != Angles::Degrees && found != Angles::Radians;
        });
        if (found == Angles::Degrees || found == Angles::Radians)
            break;
    }
    return found;
}

}  // namespace plumbline::labelcloud
