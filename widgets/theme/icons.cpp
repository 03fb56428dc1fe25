// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/icons.h"

#include "widgets/theme/iconengine.h"

#include <QDir>
#include <QFile>

namespace plumbline::theme {

QIcon themedIcon(const QString &name)
{
    return themedIcon(name, QColor());
}

QIcon themedIcon(const QString &name, const QColor &colour)
{
    QFile file(QStringLiteral(":/plumbline/icons/%1.svg").arg(name));
    if (name.contains(QLatin1Char('/')) || !file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new IconEngine(name, file.readAll(), colour));
}

QStringList iconNames()
{
    QStringList names = QDir(QStringLiteral(":/plumbline/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files);
    for (QString &name : names)
        name.chop(4);
    names.sort();
    return names;
}

}  // namespace plumbline::theme
