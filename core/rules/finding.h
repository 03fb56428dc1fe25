// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/model/remark.h"

#include <QString>

#include <vector>

namespace plumbline::rules {

/// A rule that the labels of an image break.
struct Finding {
    QString rule;         ///< id of the schema's rule; "schema.…" for what the schema says without one
    bool blocks = false;  ///< the image cannot be submitted like this
    std::vector<AnnotationId> labels;  ///< what it is about; empty = the image as a whole
    QString text;                      ///< translated, one sentence
    std::int64_t frame = -1;           ///< of a scene, in which it is seen; -1 = not of one frame
    model::QuickFix fix = model::QuickFix::None;  ///< of each of the labels
    bool operator==(const Finding &) const = default;
};

}  // namespace plumbline::rules
