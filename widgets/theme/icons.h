// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export.h"

#include <QIcon>
#include <QString>
#include <QStringList>

namespace plumbline::theme {

/// Icon of our own set (resources/icons/NAME.svg: 24-pixel grid, 2-pixel round strokes in currentColor). It is coloured
/// when it is painted, so it follows a change of theme and of scale; disabled ones are dim, checked ones in the accent.
/// A name that does not exist gives a null icon. Main thread only.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QIcon themedIcon(const QString &name);
/// The same in a fixed colour.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QIcon themedIcon(const QString &name, const QColor &colour);
/// Names of all icons, sorted.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QStringList iconNames();

}  // namespace plumbline::theme
