// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace plumbline::itemmodels {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::itemmodels", text);
}

// Three significant places at least, never more than the mouse can mean.
QString shortNumber(double value)
{
    const int decimals = value >= 100 ? 1 : value >= 1 ? 2 : 4;
    return QLocale().toString(value, 'f', decimals);
}

}  // namespace

QString taskStateWord(model::TaskState state)
{
    switch (state) {
    case model::TaskState::ToDo:
        return tr("to do");
    case model::TaskState::InProgress:
        return tr("begun");
    case model::TaskState::Submitted:
        return tr("submitted");
    case model::TaskState::CannotLabel:
        return tr("cannot label");
    case model::TaskState::InReview:
        return tr("in review");
    case model::TaskState::Accepted:
        return tr("accepted");
    case model::TaskState::Fix:
        return tr("to fix");
    case model::TaskState::Rejected:
        return tr("rejected");
    case model::TaskState::Done:
        return tr("done");
    case model::TaskState::Adjudicated:
        return tr("adjudicated");
    }
    return {};
}

QString originWord(model::OriginKind kind)
{
    switch (kind) {
    case model::OriginKind::Human:
        return tr("human");
    case model::OriginKind::Model:
        return tr("model");
    case model::OriginKind::Import:
        return tr("imported");
    case model::OriginKind::Propagated:
        return tr("propagated");
    }
    return {};
}

QString titleOf(const model::LabelClass &labelClass)
{
    const QString language = QLocale().name();
    const QString exact = labelClass.titles.value(language);
    if (!exact.isEmpty())
        return exact;
    const QString general = labelClass.titles.value(language.section(QLatin1Char('_'), 0, 0));
    return general.isEmpty() ? labelClass.name : general;
}

QString classTitle(const model::Schema &schema, ClassId id)
{
    if (id.isNull())
        return tr("no class");
    const model::LabelClass *found = schema.find(id);
    if (!found)
        return id.toString();
    return titleOf(*found);
}

QString labelTitle(const model::Schema &schema, const model::Annotation &annotation)
{
    if (!annotation.labelClass.isNull())
        return classTitle(schema, annotation.labelClass);
    if (const auto measure = model::measureOf(annotation))
        return measure->kind == model::MeasureKind::Angle         ? tr("angle")
               : measure->kind == model::MeasureKind::Calibration ? tr("scale")
                                                                  : tr("ruler");
    if (const auto *relation = std::get_if<geometry::Relation>(&annotation.geometry))
        return relation->type.isEmpty() ? tr("relation") : relation->type;
    return classTitle(schema, {});
}

QString measureText(const geometry::Polyline &line, const model::Measure &measure)
{
    if (measure.kind == model::MeasureKind::Angle) {
        const auto degrees = model::angleDegrees(line);
        return degrees ? QLocale().toString(*degrees, 'f', 1) + QStringLiteral("°") : QString();
    }
    const double length = model::lengthPixels(line);
    const QString pixels = QLocale().toString(length, 'f', 1) + QStringLiteral(" px");
    if (measure.kind == model::MeasureKind::Calibration)
        return QStringLiteral("%1 mm = %2").arg(QLocale().toString(measure.knownMillimetres, 'g', 6), pixels);
    if (!measure.millimetresPerPixel)
        return pixels;
    return pixels + QStringLiteral(" · ") + shortNumber(length * *measure.millimetresPerPixel) + QStringLiteral(" mm");
}

QString faceErrorWords(const geometry::CuboidDifference &difference)
{
    constexpr double leastMetres = 0.05;
    constexpr double leastDegrees = 3;
    constexpr double backDegrees = 150;
    const std::array<QString, 6> outside{tr("back %1 cm too far"),  tr("front %1 cm too far"),  tr("right %1 cm too far"),
                                         tr("left %1 cm too far"),  tr("bottom %1 cm too low"), tr("top %1 cm too high")};
    const std::array<QString, 6> inside{tr("back %1 cm too near"), tr("front %1 cm too near"),  tr("right %1 cm too near"),
                                        tr("left %1 cm too near"), tr("bottom %1 cm too high"), tr("top %1 cm too low")};
    std::vector<std::size_t> faces;
    for (std::size_t face = 0; face < 6; ++face)
        if (std::abs(difference.faceMetres[face]) >= leastMetres)
            faces.push_back(face);
    std::stable_sort(faces.begin(), faces.end(), [&](std::size_t a, std::size_t b) {
        return std::abs(difference.faceMetres[a]) > std::abs(difference.faceMetres[b]);
    });
    QStringList parts;
    for (const std::size_t face : faces)
        parts.append((difference.faceMetres[face] > 0 ? outside : inside)[face].arg(
            QLocale().toString(std::abs(difference.faceMetres[face]) * 100, 'f', 0)));
    const double degrees = difference.headingRadians * 180 / std::numbers::pi;
    if (degrees >= backDegrees)
        parts.append(tr("front and back mixed up"));
    else if (degrees >= leastDegrees)
        parts.append(tr("heading %1° off").arg(QLocale().toString(degrees, 'f', 0)));
    return parts.join(QStringLiteral(", "));
}

QStringList conventionWords(const model::Convention &convention)
{
    const QLocale locale;
    QStringList lines;
    if (!convention.belongsToObject.isEmpty())
        lines.append(tr("Belongs to it: %1").arg(convention.belongsToObject));
    if (convention.amodalExtent)
        lines.append(*convention.amodalExtent ? tr("The whole object, hidden parts too") : tr("Only what is seen of it"));
    if (!convention.headingRule.isEmpty())
        lines.append(tr("Heading: %1").arg(convention.headingRule));
    if (convention.minimumPoints && *convention.minimumPoints > 0)
        lines.append(tr("Fewest points: %1").arg(*convention.minimumPoints));
    if (convention.rangeLimitMetres)
        lines.append(tr("Up to %1 m away").arg(locale.toString(*convention.rangeLimitMetres)));
    if (convention.sizePriorMetres)
        lines.append(tr("About %1 × %2 × %3 m")
                         .arg(locale.toString((*convention.sizePriorMetres)[0]), locale.toString((*convention.sizePriorMetres)[1]),
                              locale.toString((*convention.sizePriorMetres)[2])));
    return lines;
}

QString shortDuration(std::int64_t milliseconds)
{
    const std::int64_t seconds = (milliseconds + 500) / 1000;
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min").arg((seconds + 30) / 60);
    if (seconds < 48 * 3600)
        return tr("%1 h").arg((seconds + 1800) / 3600);
    return tr("%1 days").arg((seconds + 43200) / 86400);
}

QString cannotLabelReasonWord(const QString &reason)
{
    if (reason == QLatin1String("media-broken"))
        return tr("The medium is broken");
    if (reason == QLatin1String("guideline-unclear"))
        return tr("The guideline does not say how");
    if (reason == QLatin1String("class-missing"))
        return tr("A class is missing");
    if (reason == QLatin1String("out-of-scope"))
        return tr("It does not belong to this project");
    return reason;
}

bool isUnfinished(model::TaskState state)
{
    return state == model::TaskState::ToDo || state == model::TaskState::InProgress || state == model::TaskState::Fix;
}

}  // namespace plumbline::itemmodels
