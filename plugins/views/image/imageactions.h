// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"
#include "core/model/schema.h"
#include "widgets/extension/uiplugin.h"

#include <optional>
#include <vector>

namespace plumbline::imageview {

/// What the image view offers, with its default keys (none twice). The nine class keys carry the names of the classes.
[[nodiscard]] std::vector<extension::ViewAction> imageActions(const model::Schema &schema);
/// Image pixels that a nudge action moves by; nothing for other actions.
[[nodiscard]] std::optional<geometry::Point> nudgeOf(const QString &actionId);
/// What an arrow key moves the crosshair by, in logical pixels of the screen: of the same actions, and of those for its
/// smallest step.
[[nodiscard]] std::optional<geometry::Point> cursorStepOf(const QString &actionId);

}  // namespace plumbline::imageview
