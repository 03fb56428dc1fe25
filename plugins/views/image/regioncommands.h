// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/commands.h"

namespace plumbline::imageview {

/// What can be done to the areas of the selection, and the keys of the tools' options.
[[nodiscard]] std::span<const Command> regionCommands();

}  // namespace plumbline::imageview
