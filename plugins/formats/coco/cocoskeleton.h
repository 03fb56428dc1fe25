// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/schema.h"

#include <QHash>

#include <optional>

namespace plumbline::coco {

/// What a category's "keypoints" (names) and "skeleton" (pairs, numbered from 1) say.
struct CategorySkeleton {
    std::optional<model::Skeleton> skeleton;  ///< called like the class; nothing when there are no usable names
    QStringList problems;                     ///< translated
};
[[nodiscard]] CategorySkeleton skeletonOf(const QString &className, const Json &category);

/// The two members of a category, as a file has them.
[[nodiscard]] Json jointNames(const model::Skeleton &skeleton);
[[nodiscard]] Json jointPairs(const model::Skeleton &skeleton);

/// The schema's skeleton of that name, or null.
[[nodiscard]] const model::Skeleton *findSkeleton(const model::Schema &schema, const QString &name);

/// A category has room for one skeleton: that of the class's first key points that have one.
class SkeletonsOfClasses
{
public:
    void add(const model::Annotation &annotation);
    /// Empty when the class has none.
    [[nodiscard]] QString nameFor(const ClassId &labelClass) const { return m_names.value(labelClass); }

private:
    QHash<ClassId, QString> m_names;
};

}  // namespace plumbline::coco
