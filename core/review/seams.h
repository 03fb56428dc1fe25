// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/partobjects.h"

#include <vector>

/// What two parts of an item say about the same objects. Private to this folder.
namespace plumbline::review {

/// Two objects, of different parts, that are taken for one.
struct SeamLink {
    std::size_t a = 0;  ///< into the objects
    std::size_t b = 0;
    double benefit = 0;
};

/// What goes on between two parts.
struct Seam {
    std::vector<SeamLink> links;
    /// Of Missing: one object; of the others two or more.
    struct Finding {
        SeamKind kind = SeamKind::Missing;
        std::vector<std::size_t> objects;
        std::size_t frame = 0;
        std::size_t lacking = 0;  ///< of Missing: the part that does not have it
    };
    std::vector<Finding> findings;
};

/// Between two parts, the one that begins earlier first. `scene` null for other kinds of item.
[[nodiscard]] Seam seamBetween(const std::vector<PartObject> &objects, std::size_t partA, std::size_t partB,
                               const std::vector<PartReach> &reaches, const model::Scene *scene, const StitchOptions &options);

}  // namespace plumbline::review
