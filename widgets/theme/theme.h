// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "widgets/export.h"

#include <QColor>
#include <QPalette>
#include <QString>

#include <array>

class QApplication;

/// Colours of the program, in one place. Main thread only, except for the pure functions on colours.
namespace plumbline::theme {

/// What a colour is for. Surfaces go from the dimmest ground (behind pictures) to raised and hovered parts; texts from
/// the most to the least important. Texts reach a contrast of 4.5:1 on every surface, signals on surfaces 0 to 2.
enum class Token { Surface0, Surface1, Surface2, Surface3, Text1, Text2, Text3, Line, Accent, Good, Warn, Bad, Focus };
inline constexpr int tokenCount = 13;

/// Name of a token as in resources/theme/*.json: "surface0", "accent"…
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QString tokenName(Token token);

/// A complete set of colours. A value.
struct PLUMBLINE_WIDGETS_EXPORT Theme {
    QString name;
    bool dark = true;
    std::array<QColor, tokenCount> colours;

    [[nodiscard]] QColor colour(Token token) const { return colours[static_cast<std::size_t>(token)]; }
    bool operator==(const Theme &) const = default;
};

/// Reads a theme from JSON: name, dark, and every token as "#RRGGBB"; fails naming what is missing.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT Result<Theme> themeFromJson(QByteArrayView json);
/// The built-in themes.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT const Theme &darkTheme();
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT const Theme &lightTheme();
/// The theme behind a widget's palette, so that widgets which paint themselves need no reference to it.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT const Theme &themeOf(const QPalette &palette);

[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QPalette paletteOf(const Theme &theme);
/// Fusion style, our palette, 13-pixel text. Call again at any time to switch; widgets get a PaletteChange.
PLUMBLINE_WIDGETS_EXPORT void applyTheme(QApplication &application, const Theme &theme);

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.1, "contrast ratio").
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT double contrastRatio(const QColor &a, const QColor &b);
/// `colour`, made lighter or darker (hue kept) until it has this contrast on the ground.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QColor legible(const QColor &colour, const QColor &ground, double ratio = 3.0);
/// Black or white, whichever reads better on the ground.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QColor textOn(const QColor &ground);

}  // namespace plumbline::theme
