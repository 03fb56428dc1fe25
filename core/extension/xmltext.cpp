// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/xmltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::extension {

namespace {

bool isForbidden(QChar c)
{
    return (c < QLatin1Char(' ') && c != QLatin1Char('\n') && c != QLatin1Char('\t')) || c == QChar(0xFFFE) || c == QChar(0xFFFF);
}

}  // namespace

QString xmlText(const QString &text)
{
    QString clean = text;
    clean.removeIf(isForbidden);
    return clean;
}

bool fitsXml(QStringView text)
{
    return std::none_of(text.begin(), text.end(), isForbidden);
}

void tallyXmlTexts(LossTally &tally, std::int64_t texts)
{
    if (texts > 0)
        tally.add(QCoreApplication::translate("plumbline::extension", "texts with control characters"),
                  QCoreApplication::translate("plumbline::extension", "XML cannot hold these characters; they are left out."), texts);
}

}  // namespace plumbline::extension
