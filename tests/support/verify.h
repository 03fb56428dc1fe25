// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QTest>

/// Like QVERIFY for a Result: a failure prints the error's text and detail.
#define QVERIFY_RESULT(expression)                                                                                                \
    do {                                                                                                                          \
        const auto &plumblineResult = (expression);                                                                               \
        if (!plumblineResult)                                                                                                     \
            QFAIL(qPrintable(QStringLiteral("%1 failed: %2 [%3]")                                                                 \
                                 .arg(QStringLiteral(#expression), plumblineResult.error().text, plumblineResult.error().detail))); \
    } while (false)

/// Verifies that a Result failed with this code.
#define QVERIFY_FAILS(expression, expectedCode)                                                                       \
    do {                                                                                                              \
        const auto &plumblineResult = (expression);                                                                   \
        QVERIFY2(!plumblineResult, #expression " should have failed");                                                \
        QCOMPARE(plumbline::base::errorCodeName(plumblineResult.error().code), plumbline::base::errorCodeName(expectedCode)); \
        QVERIFY2(!plumblineResult.error().text.isEmpty(), "an error without words");                                  \
    } while (false)
