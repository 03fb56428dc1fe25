// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/model/annotation.h"
#include "core/model/item.h"
#include "core/model/review.h"
#include "core/model/schema.h"
#include "core/quality/posterior.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

/// Labels with known mistakes, to see how many of them a reviewer finds. Pure functions over values; where they are kept is the
/// business of planteddefectstore.h.
namespace plumbline::review {

enum class DefectKind {
    Shifted,  ///< moved by two fifths of its size
    WrongClass,
    Doubled,  ///< there a second time, a little beside
    Dropped,  ///< not there any more
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString defectName(DefectKind kind);  ///< "shifted", "class", "doubled", "dropped"
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<DefectKind> defectFromName(QStringView name);

struct Defect {
    AnnotationId label;   ///< of the original
    DefectKind kind = DefectKind::Shifted;
    AnnotationId second;  ///< of the double; null for other kinds
    bool operator==(const Defect &) const = default;
};

struct DefectiveWork {
    std::vector<model::Annotation> labels;
    std::vector<Defect> defects;
};

/// A copy with at most `count` defects of the kinds given, each on another label, labels and kinds drawn at random among those that
/// fit: boxes, rotated boxes, ellipses, polygons, polylines, key points and cuboids can be shifted and doubled; a class can be wrong
/// where the schema has another one that takes the same kind; what is labeled as a whole can only have a wrong class. Shifted
/// shapes stay in the picture where its size is known. No defects when nothing fits. Ids are the originals'; those of doubles come from `ids`.
[[nodiscard]] PLUMBLINE_CORE_EXPORT DefectiveWork withDefects(const std::vector<model::Annotation> &labels,
                                                              const model::Item &item, const model::Schema &schema,
                                                              const std::vector<DefectKind> &kinds, int count,
                                                              base::RandomSource &random, base::IdSource &ids);

/// What a reviewer made of such a copy: the latest decision about each label counts.
struct PlantedResult {
    std::map<DefectKind, std::pair<std::int64_t, std::int64_t>> found;  ///< by kind: found, planted
    std::int64_t flagged = 0;  ///< untouched labels that were to be fixed or rejected
    std::int64_t untouched = 0;
};
/// Found is: the label, or either one of a double, is to be fixed or rejected. A dropped one: the work as a whole is, without a place or
/// with one in the label's bounds and half their size around. Rejecting the whole work finds all. No decision about a label is an
/// acceptance: `decisions` are those of an ended review.
[[nodiscard]] PLUMBLINE_CORE_EXPORT PlantedResult judge(const DefectiveWork &copy, const std::vector<model::Annotation> &original,
                                                        const std::vector<model::Decision> &decisions);

}  // namespace plumbline::review
