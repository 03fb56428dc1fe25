// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/missingplugin.h"

#include <QCoreApplication>

namespace plumbline::extension {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::extension", text);
}

QString wanted(const QString &kind, const QString &id)
{
    if (kind == QLatin1String("media"))
        return tr("Opening media of the kind “%1”").arg(id);
    if (kind == QLatin1String("format"))
        return tr("The file format “%1”").arg(id);
    if (kind == QLatin1String("engine"))
        return tr("The pre-labeling engine “%1”").arg(id);
    if (kind == QLatin1String("hub"))
        return tr("The team hub “%1”").arg(id);
    if (kind == QLatin1String("view"))
        return tr("The view “%1”").arg(id);
    return QStringLiteral("“%1:%2”").arg(kind, id);
}

QString staysSafe(const QString &kind)
{
    if (kind == QLatin1String("format"))
        return tr("Nothing was read or written; the project is as it was.");
    if (kind == QLatin1String("engine"))
        return tr("Labels and predictions that exist already stay as they are.");
    if (kind == QLatin1String("hub"))
        return tr("Your work is kept on this machine and can be sent later.");
    return tr("Items and labels stay in the project untouched and come back with the plugin.");
}

}  // namespace

QString describe(const MissingPlugin &missing)
{
    const QString kind = missing.provided.section(QLatin1Char(':'), 0, 0);
    const QString what = wanted(kind, missing.provided.section(QLatin1Char(':'), 1));
    const QString safe = staysSafe(kind);
    if (missing.plugin.isEmpty())
        return tr("%1 needs a plugin that is not installed (%2). %3").arg(what, missing.provided, safe);
    return tr("%1 needs the plugin “%2” (%3), which cannot be used: %4 %5")
        .arg(what, missing.name.isEmpty() ? missing.plugin : missing.name, missing.plugin, missing.reason, safe);
}

}  // namespace plumbline::extension
