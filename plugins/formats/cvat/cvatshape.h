// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"
#include "plugins/formats/cvat/cvatlabels.h"
#include "plugins/formats/cvat/cvatmask.h"
#include "plugins/formats/cvat/cvatxml.h"

#include <QSize>

#include <functional>

/// One label: the child of an <image>, both ways. What is not understood stays in the annotation's extra under "cvat":
/// "attributes" (XML attributes by name), "without" (usual ones that were not there), "other" (elements), "joints" and "points"
/// of skeletons, "box" of masks that are larger than what they hold.
namespace plumbline::cvat {

/// Whether elements of this name are labels that can be read.
[[nodiscard]] bool isShape(QStringView elementName);

/// Told about what could not be used: the part of the element ("points", "attribute[1]") and words.
using Complaint = std::function<void(const QString &part, const QString &text)>;

/// Shape, attributes, order and extra; without class. Fails with words when the element is no label that can be stored.
[[nodiscard]] Result<model::Annotation> annotationFrom(const Element &element, const Label &label, QSize picture,
                                                       const Complaint &complain);

/// What becomes of a label in the file.
enum class Fate { Exact, LoosePoints, Rasterised, Parts, OtherPicture, EmptyMask, TooManyRuns, LeftOut };

struct Written {
    Fate fate = Fate::Exact;
    std::vector<Element> elements;  ///< none when it is left out
};

/// The elements of a label. `picture` may be invalid. Attributes named in `order` come first, in that order.
[[nodiscard]] Written elementsOf(const model::Annotation &annotation, const QString &className, const model::Schema &schema,
                                 QSize picture, const QStringList &order = {});

/// The "group_id" that the label came with; 0 is none.
[[nodiscard]] std::optional<std::int64_t> keptGroup(const model::Annotation &annotation);
/// Says the group of a label's elements, or that it has none.
void setGroup(Written &written, std::optional<std::int64_t> group);

/// Names of the XML attributes that carry the shape of an element of this name.
[[nodiscard]] QStringList geometryKeys(QStringView elementName);
/// XML attributes beside the shape that every element of this name has.
[[nodiscard]] QStringList commonKeys(QStringView elementName);

}  // namespace plumbline::cvat
