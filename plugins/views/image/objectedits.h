// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/objectops.h"
#include "plugins/views/image/tool.h"

/// What can be done to the selected labels as wholes. Each call is one gesture or none, and says why when it is none.
namespace plumbline::imageview::objectedits {

/// With every label of the same groups.
[[nodiscard]] QSet<AnnotationId> withGroups(const document::Editing &editing, const QSet<AnnotationId> &ids);

/// Groups are moved as wholes.
void align(ToolContext &context, Alignment alignment);
void distribute(ToolContext &context, bool across);
void restack(ToolContext &context, Restack how);
/// About the middle of all of them.
void turn(ToolContext &context, double radians);
void group(ToolContext &context);
void ungroup(ToolContext &context);

/// Marks of the view: neither data nor history.
void toggleLock(ToolContext &context);
void hide(ToolContext &context);
void toggleSolo(ToolContext &context);
void showAll(ToolContext &context);
void selectSameClass(ToolContext &context);

/// What an arrow can say: a class for relations, or a name without one.
struct RelationType {
    QString name;
    ClassId labelClass;
};
/// Classes for relations of the schema, in its order, then other names that arrows of this picture have.
[[nodiscard]] std::vector<RelationType> relationTypes(const document::Editing &editing);
/// Which of these a new arrow gets: the current class, else the one chosen last, else the first.
[[nodiscard]] std::size_t newRelationType(const ToolContext &context, const std::vector<RelationType> &types);
void chooseRelationType(ToolContext &context, const RelationType &type);
/// An arrow from one label to another, of newRelationType(), or without a name when there is none.
void relate(ToolContext &context, AnnotationId from, AnnotationId to);
/// The two selected labels, in the order they were made.
void relateSelected(ToolContext &context);
void reverseRelations(ToolContext &context);

/// Puts a label of this class on the whole picture, or takes it away; a prediction of it is accepted.
void toggleTag(ToolContext &context, ClassId id);
/// Classes that may be tags of a picture.
[[nodiscard]] bool mayBeTag(const model::LabelClass &labelClass);

/// Makes the selected ruler the picture's scale: it is known to be this long. `project`: for every picture without a
/// calibration of its own, too. Measures of this picture are read anew.
void calibrate(ToolContext &context, AnnotationId line, double millimetres, bool project);

}  // namespace plumbline::imageview::objectedits
