// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/boxes.h"
#include "plugins/views/scene/pointcolours.h"
#include "plugins/views/scene/scenelines.h"
#include "widgets/extension/uiplugin.h"

#include <QSet>

#include <optional>
#include <vector>

/// What a view draws in a frame for labels that are compared: in the colours of their classes where there is one source, else in
/// those of the sources. Where some are marked, the others are pale and without names. No widgets.
namespace plumbline::sceneview {

using ComparedSources = std::vector<extension::ComparedLabels>;

/// Cuboids, and dotted ones where a source's labels of one track lie in frames before and after this one.
[[nodiscard]] std::vector<SceneBox> comparedBoxes(const ComparedSources &sources, const model::Schema &schema,
                                                  const model::Scene &scene, std::int64_t frame,
                                                  const QSet<AnnotationId> &marked);
[[nodiscard]] std::vector<SceneLine> comparedLines(const ComparedSources &sources, const model::Schema &schema,
                                                   std::int64_t frame, const QSet<AnnotationId> &marked);
/// Labels of the frame's points; null where there are several sources, or none of them.
[[nodiscard]] const geometry::PointLabels *comparedPoints(const ComparedSources &sources, std::int64_t frame);
/// Around all marked labels that lie in space and belong to the frame, label frame.
[[nodiscard]] std::optional<std::pair<Vector3, Vector3>> boundsOfMarked(const ComparedSources &sources, std::int64_t frame,
                                                                        const QSet<AnnotationId> &marked);
/// Frame of the first marked label that names one the scene has.
[[nodiscard]] std::optional<std::int64_t> frameOfMarked(const ComparedSources &sources, std::size_t frames,
                                                        const QSet<AnnotationId> &marked);

}  // namespace plumbline::sceneview
