// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cbor.h"
#include "core/geometry/shapes.h"

namespace plumbline::model {

/// [kind, …fields] with kind = the variant's index.
void writeGeometry(base::CborWriter &writer, const geometry::Geometry &geometry);
[[nodiscard]] geometry::Geometry readGeometry(base::CborReader &reader);

}  // namespace plumbline::model
