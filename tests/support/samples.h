// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QTest>

namespace plumbline::test {

/// Folder of real sample data: $PLUMBLINE_SAMPLES, else shared/data beside the checkout. Empty when there is none.
inline QString samplesFolder()
{
    const QString named = qEnvironmentVariable("PLUMBLINE_SAMPLES");
    const QString folder = named.isEmpty() ? QStringLiteral(PLUMBLINE_SOURCE_DIR "/../shared/data") : named;
    return QFileInfo(folder).isDir() ? QDir(folder).canonicalPath() : QString();
}

}  // namespace plumbline::test

/// Skips the test with a reason when a sample is not on this machine; otherwise declares `variable` as its path.
#define PLUMBLINE_SAMPLE(variable, relative)                                                                  \
    const QString variable = plumbline::test::samplesFolder() + QLatin1Char('/') + QStringLiteral(relative); \
    if (plumbline::test::samplesFolder().isEmpty() || !QFileInfo::exists(variable))                          \
    QSKIP("sample data are not on this machine: " relative " (set PLUMBLINE_SAMPLES)")
