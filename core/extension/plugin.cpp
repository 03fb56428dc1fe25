// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/plugin.h"

namespace plumbline::extension {

PluginContext::~PluginContext() = default;
Plugin::~Plugin() = default;

}  // namespace plumbline::extension
