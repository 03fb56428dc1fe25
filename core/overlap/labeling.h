// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/annotation.h"

#include <QString>

#include <cstdint>
#include <vector>

/// Several people's objects of the same picture: which ones mean the same thing, how far the people agree, and the shape they
/// agree on. Pure functions over values; definitions: docs/shape-agreement.md.
namespace plumbline::overlap {

/// What one person drew on one item. No objects = the person saw the item and found nothing.
struct Labeling {
    QString annotator;  ///< unique within an item
    std::vector<model::Annotation> objects;
};

/// What everybody who saw an item drew on it.
struct ItemLabelings {
    ItemId item;
    QString name;
    std::uint32_t width = 0;  ///< pixels of the upright picture; 0 = unknown
    std::uint32_t height = 0;
    std::vector<Labeling> labelings;  ///< in any order
};

}  // namespace plumbline::overlap
