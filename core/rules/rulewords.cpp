// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rulewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace plumbline::rules {

using model::Comparison;
using model::RuleKind;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::rules", text);
}

QString percent(double share)
{
    return QLocale().toString(share * 100, 'f', 0);
}

QString demand(const model::Rule &rule)
{
    const QLocale locale;
    switch (rule.kind) {
    case RuleKind::MinimumSize:
        if (rule.areaPixels > 0 && rule.sizePixels > 0)
            return tr("at least %1 pixels on the shorter side and %2 square pixels")
                .arg(locale.toString(rule.sizePixels), locale.toString(rule.areaPixels));
        return rule.areaPixels > 0 ? tr("at least %1 square pixels").arg(locale.toString(rule.areaPixels))
                                   : tr("at least %1 pixels on the shorter side").arg(locale.toString(rule.sizePixels));
    case RuleKind::NoOverlap:
        return rule.others.isEmpty() ? tr("overlap by %1 % at most").arg(percent(rule.iou))
                                     : tr("overlap with %2 by %1 % at most").arg(percent(rule.iou), rule.others.join(QStringLiteral(", ")));
    case RuleKind::Count:
        if (rule.least && rule.most && *rule.least == *rule.most)
            return tr("exactly %1 in an image").arg(*rule.least);
        if (rule.least && rule.most)
            return tr("%1 to %2 in an image").arg(*rule.least).arg(*rule.most);
        return rule.most ? tr("at most %1 in an image").arg(*rule.most) : tr("at least %1 in an image").arg(rule.least.value_or(0));
    case RuleKind::InsideImage: return tr("inside the picture");
    case RuleKind::RequiredAttributes: return tr("required attributes answered");
    case RuleKind::Geometries:
        return rule.geometries.isEmpty() ? tr("only the shapes of its class") : tr("only %1").arg(rule.geometries.join(QStringLiteral(", ")));
    case RuleKind::MinimumVertices: return tr("at least %1 points").arg(rule.vertices);
    case RuleKind::Attributes: {
        QStringList tests;
        for (const model::AttributeTest &test : rule.require)
            tests.append(testWords(test));
        return tests.join(QStringLiteral(", "));
    }
    }
    return {};
}

}  // namespace

QString ruleKindTitle(RuleKind kind)
{
    switch (kind) {
    case RuleKind::MinimumSize: return tr("Minimum size");
    case RuleKind::NoOverlap: return tr("No overlap");
    case RuleKind::Count: return tr("How many in an image");
    case RuleKind::InsideImage: return tr("Inside the picture");
    case RuleKind::RequiredAttributes: return tr("Required attributes");
    case RuleKind::Geometries: return tr("Kinds of shape");
    case RuleKind::MinimumVertices: return tr("Fewest points");
    case RuleKind::Attributes: return tr("Attribute values");
    }
    return {};
}

QString testWords(const model::AttributeTest &test)
{
    const QLocale locale;
    switch (test.comparison) {
    case Comparison::Is: return tr("%1 is %2").arg(test.key, test.value);
    case Comparison::IsNot: return tr("%1 is not %2").arg(test.key, test.value);
    case Comparison::AtLeast: return tr("%1 is at least %2").arg(test.key, locale.toString(test.number));
    case Comparison::AtMost: return tr("%1 is at most %2").arg(test.key, locale.toString(test.number));
    case Comparison::Answered: return tr("%1 is answered").arg(test.key);
    case Comparison::NotAnswered: return tr("%1 is not answered").arg(test.key);
    }
    return {};
}

QString ruleSummary(const model::Rule &rule)
{
    QString who = rule.classes.isEmpty() ? tr("all classes") : rule.classes.join(QStringLiteral(", "));
    QStringList conditions;
    for (const model::AttributeTest &test : rule.when)
        conditions.append(testWords(test));
    if (!conditions.isEmpty())
        who = tr("%1 where %2").arg(who, conditions.join(QStringLiteral(", ")));
    return QStringLiteral("%1: %2").arg(who, demand(rule));
}

}  // namespace plumbline::rules
