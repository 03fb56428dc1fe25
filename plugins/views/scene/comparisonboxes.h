// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/boxes.h"
#include "plugins/views/scene/pictureboxes.h"
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

/// Cuboids, and dotted ones where a source's labels of one track lie in frames before and after this one: marked with the one before.
[[nodiscard]] std::vector<SceneBox> comparedBoxes(const ComparedSources &sources, const model::Schema &schema,
                                                  const model::Scene &scene, std::int64_t frame,
                                                  const QSet<AnnotationId> &marked);
[[nodiscard]] std::vector<SceneLine> comparedLines(const ComparedSources &sources, const model::Schema &schema,
                                                   std::int64_t frame, const QSet<AnnotationId> &marked);
/// Boxes in pictures of the frame's cameras.
[[nodiscard]] std::vector<PictureBox> comparedPictureBoxes(const ComparedSources &sources, const model::Schema &schema,
                                                           std::int64_t frame, const QSet<AnnotationId> &marked);
/// Labels of the frame's points; null where there are several sources, or none of them.
[[nodiscard]] const geometry::PointLabels *comparedPoints(const ComparedSources &sources, std::int64_t frame);
/// Around what is selected of these, label frame; nothing when nothing is.
[[nodiscard]] std::optional<std::pair<Vector3, Vector3>> boundsOfSelected(const std::vector<SceneBox> &boxes,
                                                                          const std::vector<SceneLine> &lines);
/// Frame of the first of these labels that the sources have and that names one the scene has.
[[nodiscard]] std::optional<std::int64_t> frameOfFirst(const ComparedSources &sources, std::size_t frames,
                                                       const std::vector<AnnotationId> &labels);

}  // namespace plumbline::sceneview
