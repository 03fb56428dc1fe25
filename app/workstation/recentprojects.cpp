// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/recentprojects.h"

#include "core/base/atomicfile.h"
#include "core/base/json.h"
#include "core/base/logging.h"

#include <QDir>

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
        read.opened = QDateTime::fromString(base::toQString(entry.value("opened", Json())), Qt::ISODate);
        if (!read.folder.isEmpty())
            m_entries.push_back(std::move(read));
    }
}

void RecentProjects::remember(Entry entry)
{
    std::erase_if(m_entries, [&](const Entry &known) { return known.folder == entry.folder; });
    m_entries.insert(m_entries.begin(), std::move(entry));
    if (m_entries.size() > most)
        m_entries.resize(most);
    save();
    emit changed();
}

void RecentProjects::remove(const QString &folder)
{
    std::erase_if(m_entries, [&](const Entry &known) { return known.folder == folder; });
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
                        {"opened", base::toJson(entry.opened.toString(Qt::ISODate))}});
    }
    if (const auto written = base::writeFileAtomically(file(), base::toJsonText(list)); !written)
        base::log().warn("recent projects: {}", written.error().text.toStdString());
}

}  // namespace plumbline::workstation
