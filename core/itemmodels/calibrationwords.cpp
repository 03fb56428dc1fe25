// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/calibrationwords.h"

#include "core/model/calibration.h"

#include <QCoreApplication>

namespace plumbline::itemmodels {

QString calibrationWords(const model::Scene *scene, const model::Annotation &annotation)
{
    const QString version = model::calibrationOf(annotation);
    if (!scene || version.isEmpty() || version == scene->calibrationVersion)
        return {};
    constexpr qsizetype digits = 6;
    return QCoreApplication::translate("plumbline::itemmodels", "Made under another calibration (%1, now %2)")
        .arg(version.left(digits), scene->calibrationVersion.left(digits));
}

}  // namespace plumbline::itemmodels
