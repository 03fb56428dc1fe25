// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"

namespace plumbline::document {

/// The label that accepting a prediction makes: a new one of the working layer with what the prediction says, made from it by the
/// person. It belongs to no track: those of a model's layer stay there. Nothing is pushed. Main thread.
[[nodiscard]] PLUMBLINE_CORE_EXPORT model::Annotation acceptedCopy(Editing &editing, const model::Annotation &prediction);

}  // namespace plumbline::document
