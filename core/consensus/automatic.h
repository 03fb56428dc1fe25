// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/consensus/consensus.h"
#include "core/consensus/models.h"

namespace plumbline::consensus {

/// What `auto` answers, and why.
struct Choice {
    Fit fit;
    Method chosen = Method::DawidSkene;
    QString why;
    std::vector<Evidence> evidence;
};

/// The default method: see docs/consensus.md.
[[nodiscard]] Choice automatic(const Layout &layout, const GoOn &goOn);

}  // namespace plumbline::consensus
