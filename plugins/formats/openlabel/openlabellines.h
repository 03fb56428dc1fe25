// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/formats/openlabel/openlabelsystems.h"

/// Lines in space (poly3d).
namespace plumbline::openlabel {

/// A line in the frame of labels: val is x y z of one vertex after the other. One that is closed ends where it began. `system` stands
/// in when the entry names none. Fails when it is no line.
[[nodiscard]] Result<geometry::Polyline3> lineFrom(const Json &entry, const QString &system, const Systems &systems,
                                                   std::int64_t frame);
[[nodiscard]] Json lineEntry(const geometry::Polyline3 &line);
/// Whether the vertices are the same but for rounding.
[[nodiscard]] bool sameLine(const geometry::Polyline3 &a, const geometry::Polyline3 &b);

}  // namespace plumbline::openlabel
