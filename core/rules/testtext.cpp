// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/testtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace plumbline::rules {

using model::AttributeTest;
using model::Comparison;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::rules", text);
}

struct Sign {
    const char *text;
    Comparison comparison;
};
// Longer ones first: "!=" is not "=".
constexpr Sign signs[] = {{"!=", Comparison::IsNot}, {">=", Comparison::AtLeast}, {"<=", Comparison::AtMost}, {"=", Comparison::Is}};

}  // namespace

QString testsToText(const std::vector<AttributeTest> &tests)
{
    QStringList parts;
    for (const AttributeTest &test : tests) {
        switch (test.comparison) {
        case Comparison::Is: parts.append(test.key + QLatin1Char('=') + test.value); break;
        case Comparison::IsNot: parts.append(test.key + QStringLiteral("!=") + test.value); break;
        case Comparison::AtLeast:
        case Comparison::AtMost:
            parts.append(test.key + QLatin1String(test.comparison == Comparison::AtLeast ? ">=" : "<=")
                         + QString::number(test.number, 'g', QLocale::FloatingPointShortest));
            break;
        case Comparison::Answered: parts.append(test.key + QLatin1Char('?')); break;
        case Comparison::NotAnswered: parts.append(test.key + QLatin1Char('!')); break;
        }
    }
    return parts.join(QStringLiteral(", "));
}

Result<std::vector<AttributeTest>> testsFromText(const QString &text)
{
    std::vector<AttributeTest> tests;
    for (const QString &raw : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString part = raw.trimmed();
        if (part.isEmpty())
            continue;
        AttributeTest test;
        bool read = false;
        for (const Sign &sign : signs) {
            const qsizetype at = part.indexOf(QLatin1String(sign.text));
            if (at <= 0)
                continue;
            test.comparison = sign.comparison;
            test.key = part.left(at).trimmed();
            const QString value = part.mid(at + qsizetype(qstrlen(sign.text))).trimmed();
            const bool bound = sign.comparison == Comparison::AtLeast || sign.comparison == Comparison::AtMost;
            read = !value.isEmpty();
            if (bound)
                test.number = value.toDouble(&read);
            else
                test.value = value;
            break;
        }
        if (!read && test.key.isEmpty() && part.size() > 1 && (part.endsWith(QLatin1Char('?')) || part.endsWith(QLatin1Char('!')))) {
            test.comparison = part.endsWith(QLatin1Char('?')) ? Comparison::Answered : Comparison::NotAnswered;
            test.key = part.chopped(1).trimmed();
            read = true;
        }
        if (!read)
            return fail(ErrorCode::InvalidArgument, tr("“%1” is not a test. Write moving=true, colour!=red, speed>=3, plate? or plate!.").arg(part));
        tests.push_back(std::move(test));
    }
    return tests;
}

}  // namespace plumbline::rules
