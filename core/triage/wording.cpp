// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/wording.h"

#include <QCoreApplication>

namespace plumbline::triage {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::triage", text);
}

}  // namespace

QString wordsOf(const Entry &entry)
{
    if (entry.wentOn)
        return entry.ruling == Ruling::NewClass ? tr("The class “%1” is there: to do again").arg(entry.className)
                                                : tr("The medium was replaced: to do again");
    QString text = rulingTitle(entry.ruling);
    if (!entry.className.isEmpty())
        text += tr(" “%1”").arg(entry.className);
    if (!entry.guidelineText.isEmpty())
        text += tr(", also in the guideline");
    return entry.words.isEmpty() ? text : tr("%1: %2").arg(text, entry.words);
}

}  // namespace plumbline::triage
