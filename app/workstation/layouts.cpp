// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/layouts.h"

#include "app/workstation/settings.h"
#include "core/base/atomicfile.h"
#include "core/base/json.h"

#include <QFileInfo>

namespace plumbline::workstation {

namespace {

constexpr qint64 largestFile = 4 << 20;

}  // namespace

Layouts::Layouts(QObject *parent) : Layouts(configFolder(), parent) {}

Layouts::Layouts(const QString &folder, QObject *parent) : QObject(parent), m_file(folder + QStringLiteral("/layouts.json"))
{
    if (!QFileInfo::exists(m_file))
        return;
    const auto text = base::readFile(m_file, largestFile);
    const auto json = text ? base::parseJson(*text, 4) : Result<Json>(Json());
    if (!json || !json->is_object())
        return;
    for (const auto &[name, value] : json->items()) {
        const QByteArray layout = QByteArray::fromBase64(base::toQString(value).toLatin1());
        if (!layout.isEmpty() && m_layouts.size() < most)
            m_layouts.insert(QString::fromStdString(name), layout);
    }
}

Result<> Layouts::put(const QString &name, const QByteArray &layout)
{
    QMap<QString, QByteArray> layouts = m_layouts;
    layouts.insert(name, layout);
    if (layouts.size() > most)
        return fail(ErrorCode::InvalidArgument, tr("There are %1 layouts already; remove one first.").arg(most));
    return write(std::move(layouts));
}

Result<> Layouts::remove(const QString &name)
{
    QMap<QString, QByteArray> layouts = m_layouts;
    layouts.remove(name);
    return write(std::move(layouts));
}

Result<> Layouts::write(QMap<QString, QByteArray> layouts)
{
    Json json = Json::object();
    for (auto it = layouts.begin(); it != layouts.end(); ++it)
        json[it.key().toStdString()] = it.value().toBase64().toStdString();
    if (const auto written = base::writeFileAtomically(m_file, base::toJsonText(json)); !written)
        return fail(written.error());
    m_layouts = std::move(layouts);
    emit changed();
    return {};
}

}  // namespace plumbline::workstation
