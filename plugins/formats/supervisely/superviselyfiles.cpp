// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/supervisely/superviselyfiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace plumbline::supervisely {

namespace {

constexpr qsizetype mostDatasets = 10'000;
constexpr qsizetype mostFiles = 5'000'000;

bool isFile(const QString &path)
{
    const QFileInfo info(path);
    return info.isFile() && !info.isSymLink();
}

bool isFolder(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir() && !info.isSymLink();
}

QString annFolder()
{
    return QStringLiteral("/ann");
}

bool isDataset(const QString &folder)
{
    return isFile(folder + QLatin1Char('/') + episodeFile()) || isFolder(folder + annFolder());
}

Dataset datasetAt(const QString &folder)
{
    Dataset dataset;
    dataset.path = folder;
    dataset.name = QFileInfo(folder).fileName();
    dataset.episode = isFile(folder + QLatin1Char('/') + episodeFile());
    if (dataset.episode) {
        dataset.files = QStringList{episodeFile()};
        return dataset;
    }
    QDirIterator it(folder + annFolder(), {QStringLiteral("*.json")}, QDir::Files | QDir::NoSymLinks);
    while (it.hasNext() && dataset.files.size() < mostFiles) {
        it.next();
        dataset.files.append(it.fileName());
    }
    dataset.files.sort();
    return dataset;
}

}  // namespace

QString episodeFile()
{
    return QStringLiteral("annotation.json");
}

QString frameMapFile()
{
    return QStringLiteral("frame_pointcloud_map.json");
}

Layout explore(const QString &path)
{
    const QFileInfo given(path);
    QString folder = QDir::cleanPath(given.isDir() ? given.absoluteFilePath() : given.absolutePath());
    QString only;
    if (!given.isDir() && QFileInfo(folder).fileName() == QLatin1String("ann"))
        only = given.fileName();
    if (QFileInfo(folder).fileName() == QLatin1String("ann"))
        folder = QFileInfo(folder).absolutePath();
    Layout layout;
    layout.root = folder;
    if (isDataset(folder)) {
        layout.root = QFileInfo(folder).absolutePath();
        layout.datasets.push_back(datasetAt(folder));
        if (!only.isEmpty())
            layout.datasets.back().files = QStringList{only};
        return layout;
    }
    for (const QString &name :
         QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name).mid(0, mostDatasets))
        if (isDataset(folder + QLatin1Char('/') + name))
            layout.datasets.push_back(datasetAt(folder + QLatin1Char('/') + name));
    return layout;
}

}  // namespace plumbline::supervisely
