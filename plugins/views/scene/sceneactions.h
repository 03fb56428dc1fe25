// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/cuboidmoves.h"
#include "widgets/extension/uiplugin.h"

#include <optional>

namespace plumbline::sceneview {

/// Everything the view offers, with its default keys. Class titles follow the schema.
[[nodiscard]] std::vector<extension::ViewAction> sceneActions(const model::Schema &schema);

/// What a key does to the selected boxes.
struct Step {
    Freedom freedom = Freedom::Forward;
    double amount = 0;  ///< metres or radians
};
[[nodiscard]] std::optional<Step> stepOf(const QString &actionId);
/// How many frames an action goes on, or back; 0 when it is another one.
[[nodiscard]] int frameStepOf(const QString &actionId);

}  // namespace plumbline::sceneview
