// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"
#include "plugins/formats/cvat/cvatxml.h"

#include <QHash>

#include <map>

namespace plumbline::cvat {

/// What a file says about one of its labels.
struct Label {
    QHash<QString, QString> inputTypes;  ///< attribute → "checkbox", "number", "select", "radio" or "text"
    QStringList joints;  ///< of a skeleton, in the file's order
    /// The same with the edges of its drawing; nothing when there are no joints.
    std::optional<model::Skeleton> skeleton;
};

/// The labels of <labels>, by name. Labels that belong to a skeleton (<parent>) become its joints. All that is not understood
/// (colour, type, default values, drawing of the skeleton) goes to the class's extra and is written again.
struct Labels {
    std::vector<extension::ForeignClass> classes;  ///< in the file's order
    QHash<QString, Label> byName;
};
[[nodiscard]] Labels labelsFrom(const Element &labels);

/// Joints of a class's skeleton: the schema's skeleton of that name, else what the class was read with.
[[nodiscard]] QStringList jointsOf(const model::Schema &schema, const QString &skeleton);

/// Attributes of a class in the order of the file it was read from.
[[nodiscard]] QStringList attributeOrder(const model::LabelClass &labelClass);

/// Attribute keys that labels of a class use, with the input type that suits their values.
using UsedAttributes = std::map<QString, std::map<QString, QString>>;

/// <labels> of all classes of the schema; attributes that are used but not declared are declared.
[[nodiscard]] Element labelsElement(const model::Schema &schema, const UsedAttributes &used);

}  // namespace plumbline::cvat
