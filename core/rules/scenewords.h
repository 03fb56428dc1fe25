// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>

/// Words of findings about scenes. Private to this folder.
namespace plumbline::rules {

inline QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::rules", text);
}

inline QString metres(double value, int digits = 2)
{
    return QLocale().toString(value, 'f', digits);
}

}  // namespace plumbline::rules
