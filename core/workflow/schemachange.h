// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobcontrol.h"
#include "core/model/scene.h"
#include "core/model/schemaplan.h"
#include "core/rules/finding.h"
#include "core/store/project.h"
#include "core/store/reader.h"

#include <functional>
#include <optional>
#include <vector>

/// Changes that concern the labels of a whole project: a new schema, one class for another, and what the rules say of all
/// of them. Shared by window and command line. All of them block; any thread but the store's.
namespace plumbline::workflow {

/// What is used of the project's schema, over every layer.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<model::SchemaUsage> schemaUsage(const store::Reader &reader, const jobs::JobControl &control);

/// What changing to this schema would mean now; nothing is written. Classes without a known id are found by name.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<model::SchemaPlan> planChange(const store::Project &project, const model::Schema &after,
                                                                         const model::SchemaDecisions &decisions,
                                                                         const jobs::JobControl &control);

struct SchemaChange {
    model::SchemaPlan plan;
    std::int64_t labels = 0;        ///< labels and tracks that were changed
    std::optional<store::Ack> ack;  ///< nothing when nothing had to change
};
/// Plans anew and applies: schema and labels in one gesture that undo takes back. InvalidArgument naming the first reason
/// when the plan refuses; Conflict when somebody edited meanwhile; nothing is written then.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<SchemaChange> changeSchema(store::Project &project, const model::Schema &after,
                                                                      const model::SchemaDecisions &decisions,
                                                                      const store::Person &person, const jobs::JobControl &control);

/// Gives every label of one class in a layer another class, in one gesture. Returns how many; 0 writes nothing.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::int64_t> replaceClass(store::Project &project, const QString &layer, ClassId from, ClassId to,
                                                                      const store::Person &person, const jobs::JobControl &control);

/// Called for each item, with what its labels break; an error that it returns ends the walk.
using FindingVisitor = std::function<Result<>(const model::Item &, std::size_t labels, const std::vector<rules::Finding> &)>;
/// Counts the points of a scene's cuboids; what it leaves out is not checked for points and ground.
using PointCounter =
    std::function<Result<QHash<AnnotationId, model::BoxPoints>>(const model::Item &, const model::Scene &, const std::vector<model::Annotation> &)>;
/// Checks the labels of one layer in every item (or in one) against the rules of the project's schema, cuboids of scenes against
/// the conventions of their classes as well.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> checkLabels(const store::Project &project, const QString &layer, std::optional<ItemId> only,
                                                         const FindingVisitor &visitor, const jobs::JobControl &control,
                                                         const PointCounter &points = {});

}  // namespace plumbline::workflow
