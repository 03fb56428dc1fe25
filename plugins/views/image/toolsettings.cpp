// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/toolsettings.h"

#include <cmath>

namespace plumbline::imageview {

namespace {

struct NumberField {
    const char *key;
    double ToolSettings::*member;
    double minimum;
    double maximum;
};
constexpr NumberField numbers[] = {{"brushSize", &ToolSettings::brushSize, 1, largestBrush},
                                   {"fillTolerance", &ToolSettings::fillTolerance, 0, 255},
                                   {"simplifyTolerance", &ToolSettings::simplifyTolerance, 0, 1000},
                                   {"outlineTolerance", &ToolSettings::outlineTolerance, 0, 100},
                                   {"growth", &ToolSettings::growth, 1, 256},
                                   {"smallestSpeck", &ToolSettings::smallestSpeck, 1, 1e9}};

struct ToggleField {
    const char *key;
    bool ToolSettings::*member;
};
constexpr ToggleField toggles[] = {{"squareTip", &ToolSettings::squareTip}, {"pressure", &ToolSettings::pressure}};

struct KindField {
    const char *key;
    RegionKind ToolSettings::*member;
};
constexpr KindField kinds[] = {{"fillMakes", &ToolSettings::fillMakes},
                               {"scissorsMake", &ToolSettings::scissorsMake},
                               {"grabCutMakes", &ToolSettings::grabCutMakes}};

}  // namespace

QVariantMap ToolSettings::toMap() const
{
    QVariantMap map;
    for (const NumberField &field : numbers)
        map.insert(QLatin1String(field.key), this->*field.member);
    for (const ToggleField &field : toggles)
        map.insert(QLatin1String(field.key), this->*field.member);
    for (const KindField &field : kinds)
        map.insert(QLatin1String(field.key),
                   this->*field.member == RegionKind::Mask ? QStringLiteral("mask") : QStringLiteral("polygon"));
    map.insert(QStringLiteral("relationType"), relationType);
    return map;
}

ToolSettings ToolSettings::fromMap(const QVariantMap &map)
{
    ToolSettings settings;
    for (const NumberField &field : numbers) {
        bool ok = false;
        const double value = map.value(QLatin1String(field.key)).toDouble(&ok);
        if (ok && value >= field.minimum && value <= field.maximum)
            settings.*field.member = value;
    }
    for (const ToggleField &field : toggles) {
        const QVariant value = map.value(QLatin1String(field.key));
        if (value.isValid())
            settings.*field.member = value.toBool();
    }
    for (const KindField &field : kinds) {
        const QString value = map.value(QLatin1String(field.key)).toString();
        if (value == QLatin1String("mask"))
            settings.*field.member = RegionKind::Mask;
        else if (value == QLatin1String("polygon"))
            settings.*field.member = RegionKind::Polygon;
    }
    settings.relationType = map.value(QStringLiteral("relationType")).toString();
    return settings;
}

}  // namespace plumbline::imageview
