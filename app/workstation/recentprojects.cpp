// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/recentprojects.h"

#include "core/base/atomicfile.h"
#include "core/base/id.h"
#include "core/base/json.h"
#include "core/base/logging.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

#include <spdlog/spdlog.h>

#include <algorithm>

namespace plumbline::workstation {

namespace {

constexpr qint64 largestFile = 1 << 20;

QString file()
{
    const QString folder = base::stateFolder() + QStringLiteral("/recent");
    QDir().mkpath(folder);
    return folder + QStringLiteral("/projects.json");
}

QString thumbnailFile(const QString &folder)
{
    return QFileInfo(file()).absolutePath() + QStringLiteral("/%1.png").arg(Uuid::fromName("recent", folder.toUtf8()).toString());
}

qint64 numberOf(const Json &entry, const char *key)
{
    const Json value = entry.value(key, Json());
    return value.is_number_integer() ? value.get<qint64>() : 0;
}

}  // namespace

RecentProjects::RecentProjects(QObject *parent) : QObject(parent)
{
    const auto text = base::readFile(file(), largestFile);
    const auto json = text ? base::parseJson(*text, 8) : Result<Json>(Json());
    if (!json || !json->is_array())
        return;
    for (const Json &entry : *json) {
        if (!entry.is_object() || m_entries.size() >= most)
            continue;
        Entry read;
        read.folder = base::toQString(entry.value("folder", Json()));
        read.name = base::toQString(entry.value("name", Json()));
        read.items = numberOf(entry, "items");
        read.finished = numberOf(entry, "finished");
        const Json favourite = entry.value("favourite", Json());
        read.favourite = favourite.is_boolean() && favourite.get<bool>();
        read.opened = QDateTime::fromString(base::toQString(entry.value("opened", Json())), Qt::ISODate);
        if (!read.folder.isEmpty())
            m_entries.push_back(std::move(read));
    }
}

void RecentProjects::remember(Entry entry)
{
    for (const Entry &known : m_entries)
        entry.favourite = entry.favourite || (known.folder == entry.folder && known.favourite);
    std::erase_if(m_entries, [&](const Entry &known) { return known.folder == entry.folder; });
    m_entries.insert(m_entries.begin(), std::move(entry));
    sort();
    while (m_entries.size() > most) {
        QFile::remove(thumbnailFile(m_entries.back().folder));
        m_entries.pop_back();
    }
    save();
    emit changed();
}

void RecentProjects::setFavourite(const QString &folder, bool favourite)
{
    for (Entry &known : m_entries) {
        if (known.folder == folder)
            known.favourite = favourite;
    }
    sort();
    save();
    emit changed();
}

void RecentProjects::sort()
{
    std::stable_sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
        return a.favourite != b.favourite ? a.favourite : a.opened > b.opened;
    });
}

QImage RecentProjects::thumbnail(const QString &folder)
{
    QImageReader reader(thumbnailFile(folder));
    // Whatever lies there, only what was kept there is shown.
    const QSize size = reader.size();
    return size.isValid() && size.width() <= thumbnailSize.width() && size.height() <= thumbnailSize.height() ? reader.read() : QImage();
}

void RecentProjects::keepThumbnail(const QString &folder, const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (picture.isNull() || !picture.scaled(thumbnailSize, Qt::KeepAspectRatio, Qt::SmoothTransformation).save(&buffer, "PNG"))
        return;
    if (const auto written = base::writeFileAtomically(thumbnailFile(folder), bytes); !written)
        base::log().warn("recent projects: {}", written.error().text.toStdString());
}

void RecentProjects::remove(const QString &folder)
{
    std::erase_if(m_entries, [&](const Entry &known) { return known.folder == folder; });
    QFile::remove(thumbnailFile(folder));
    save();
    emit changed();
}

void RecentProjects::save() const
{
    Json list = Json::array();
    for (const Entry &entry : m_entries) {
        list.push_back({{"folder", base::toJson(entry.folder)},
                        {"name", base::toJson(entry.name)},
                        {"items", entry.items},
                        {"finished", entry.finished},
                        {"favourite", entry.favourite},
                        {"opened", base::toJson(entry.opened.toString(Qt::ISODate))}});
    }
    if (const auto written = base::writeFileAtomically(file(), base::toJsonText(list)); !written)
        base::log().warn("recent projects: {}", written.error().text.toStdString());
}

}  // namespace plumbline::workstation
