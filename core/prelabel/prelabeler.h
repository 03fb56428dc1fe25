// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/exchange/mediacatalog.h"
#include "core/extension/inferenceengine.h"
#include "core/store/project.h"

#include <functional>
#include <map>
#include <vector>

/// Running a model over items and keeping what it says as proposals.
namespace plumbline::prelabel {

struct PrelabelOptions {
    QString modelId;               ///< names the layer: "model:ID"
    std::vector<ItemId> items;     ///< empty = every item
    bool again = false;            ///< also items that have proposals of this model and weights already
    bool addClasses = false;       ///< classes the schema lacks are added; else their predictions are left out and counted.
                                   ///< A schema without any class always takes them.
    std::optional<double> scoreThreshold;
    extension::ModelInput input = extension::ModelInput::Picture;  ///< what the model looks at
    /// What labels of a scene say frame by frame, as workflow::labelsByFrame does; without it a track counts where it has keyframes.
    std::function<std::vector<model::Annotation>(const std::vector<model::Annotation> &labels, const std::vector<model::Track> &tracks,
                                                 const model::Scene &scene)>
        labelsByFrame;
};

struct PrelabelReport {
    std::int64_t items = 0;         ///< looked at
    std::int64_t sweeps = 0;  ///< of scenes, looked at
    std::int64_t skipped = 0;       ///< had proposals already
    std::int64_t predictions = 0;   ///< kept
    std::int64_t labeled = 0;       ///< left out in scenes, because they cover a label or an earlier proposal of these weights
    std::map<QString, std::int64_t> leftOut;  ///< class name → predictions without a class in the schema
    extension::InferenceProvenance provenance;
    double warmUpMilliseconds = 0;
    double latencyMilliseconds = 0; ///< median of run() per picture or sweep
    IssueList issues;
};

/// Decodes, runs, stores in pieces of some dozens of items, each piece one undoable gesture: cancelling keeps what is done,
/// and a second run goes on where the first stopped. A scene is stored as a whole, because the tracks of a sweep come from the
/// ones before it: one that was interrupted begins again. What the person, the accepted layer or these weights have in a sweep of
/// a scene already is not proposed there again. Models for sweeps look at scenes and models for pictures at pictures:
/// items of the other kind that are named fail with Unsupported, and so does a project that has none of the right kind.
/// Blocks; call it on a worker.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<PrelabelReport> prelabel(store::Project &project, const exchange::MediaOpener &opener,
                                                                    extension::InferenceSession &session,
                                                                    const PrelabelOptions &options, const store::Person &person,
                                                                    const jobs::JobControl &control);

/// Finds models: built-in ones of every engine, then the project's and the user's model folders. Broken ones are listed with
/// their problem.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<extension::ModelInfo> listModels(
    const std::vector<const extension::InferenceEngine *> &engines, const QStringList &folders);

}  // namespace plumbline::prelabel
