// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/session.h"

#include "core/base/atomicfile.h"
#include "core/base/logging.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

#include <spdlog/spdlog.h>

namespace plumbline::workstation {

namespace {

constexpr qint64 largestFile = 4 << 20;
constexpr int version = 1;

QString file(const QString &wanted)
{
    const QString folder = wanted.isEmpty() ? base::stateFolder() + QStringLiteral("/session") : wanted;
    QDir().mkpath(folder);
    return folder + QStringLiteral("/window.json");
}

}  // namespace

Session Session::load(const QString &folder)
{
    Session session;
    const auto text = base::readFile(file(folder), largestFile);
    if (!text)
        return session;
    const QJsonObject json = QJsonDocument::fromJson(*text).object();
    if (json.value(QStringLiteral("version")).toInt() != version)
        return session;
    session.project = json.value(QStringLiteral("project")).toString();
    session.item = json.value(QStringLiteral("item")).toString();
    session.search = json.value(QStringLiteral("search")).toString();
    session.state = json.value(QStringLiteral("state")).toInt(-1);
    session.labelClass = json.value(QStringLiteral("class")).toString();
    const QJsonObject views = json.value(QStringLiteral("views")).toObject();
    for (auto it = views.begin(); it != views.end(); ++it)
        session.views.insert(it.key(), it.value().toObject().toVariantMap());
    session.geometry = QByteArray::fromBase64(json.value(QStringLiteral("geometry")).toString().toLatin1());
    session.docks = QByteArray::fromBase64(json.value(QStringLiteral("docks")).toString().toLatin1());
    return session;
}

void Session::save(const QString &folder) const
{
    QJsonObject viewStates;
    for (auto it = views.begin(); it != views.end(); ++it)
        viewStates.insert(it.key(), QJsonObject::fromVariantMap(it.value()));
    const QJsonObject json{{QStringLiteral("version"), version},
                           {QStringLiteral("project"), project},
                           {QStringLiteral("item"), item},
                           {QStringLiteral("search"), search},
                           {QStringLiteral("state"), state},
                           {QStringLiteral("class"), labelClass},
                           {QStringLiteral("views"), viewStates},
                           {QStringLiteral("geometry"), QString::fromLatin1(geometry.toBase64())},
                           {QStringLiteral("docks"), QString::fromLatin1(docks.toBase64())}};
    if (const auto written = base::writeFileAtomically(file(folder), QJsonDocument(json).toJson()); !written)
        base::log().warn("session: {}", written.error().text.toStdString());
}

}  // namespace plumbline::workstation
