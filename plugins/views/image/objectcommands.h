// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/commands.h"

namespace plumbline::imageview {

/// What can be done to the selection as a whole, to arrows, tags and measures, and to how labels are shown.
[[nodiscard]] std::span<const Command> objectCommands();

}  // namespace plumbline::imageview
