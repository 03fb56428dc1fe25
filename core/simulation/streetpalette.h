// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <QColor>

namespace plumbline::simulation {

/// The light of one picture: a time of day and the colours of everything that stands still. Private to this folder.
struct StreetPalette {
    QColor skyTop;
    QColor skyBottom;
    QColor disc;         ///< sun or moon
    QColor cloud;
    QColor farHill;
    QColor nearHill;
    QColor grass;
    QColor pavement;
    QColor road;
    QColor marking;
    QColor tint;         ///< colour of the light…
    double tintShare;    ///< …and how much of it everything takes on
    QColor glass;        ///< unlit windows
    double litShare;     ///< share of windows with a light on
    bool dark;           ///< stars, and headlights that shine
    bool overcast;

    [[nodiscard]] QColor lit(const QColor &colour) const;
};

[[nodiscard]] StreetPalette paletteFor(base::SeededRandom &random);

}  // namespace plumbline::simulation
