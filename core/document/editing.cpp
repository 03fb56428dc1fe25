// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/editing.h"

namespace plumbline::document {

// Anchors the vtable and the meta-object in this library.

}  // namespace plumbline::document
