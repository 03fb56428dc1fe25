// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QSet>

namespace plumbline::imageview {

/// What one person has put aside while working: how labels are seen, not what they are. Kept with the session, never with
/// the data, so it is neither undone nor exported.
struct ViewMarks {
    QSet<AnnotationId> hidden;
    QSet<AnnotationId> locked;  ///< cannot be changed, and the mouse finds their line only
    QSet<AnnotationId> solo;  ///< when there are some, nothing else is shown

    [[nodiscard]] bool shows(AnnotationId id) const { return !hidden.contains(id) && (solo.isEmpty() || solo.contains(id)); }
    bool operator==(const ViewMarks &) const = default;
};

}  // namespace plumbline::imageview
