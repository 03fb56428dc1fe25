// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"

#include <vector>

/// What the window does to predictions in numbers; single ones are handled by views. Main thread only.
namespace plumbline::workstation {

/// Open predictions of the shown item with at least this score.
[[nodiscard]] std::vector<AnnotationId> openPredictions(const document::Editing &editing, double threshold);
/// One gesture: a label of the person for each, and the prediction marked as accepted.
void acceptPredictions(document::Editing &editing, const std::vector<AnnotationId> &ids);
/// One gesture: marked as rejected.
void rejectPredictions(document::Editing &editing, const std::vector<AnnotationId> &ids);

}  // namespace plumbline::workstation
