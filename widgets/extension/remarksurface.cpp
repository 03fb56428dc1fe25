// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/extension/remarksurface.h"

namespace plumbline::extension {

RemarkSurface::~RemarkSurface() = default;

}  // namespace plumbline::extension
