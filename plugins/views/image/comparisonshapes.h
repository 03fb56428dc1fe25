// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/shapescene.h"
#include "widgets/extension/uiplugin.h"

namespace plumbline::imageview {

/// What a canvas draws for labels that are compared, back to front: in the colours of their classes where there is one source, else
/// in those of the sources. Where some are marked, the others are pale and without names. A label that is given twice is drawn once.
[[nodiscard]] std::vector<canvas::CanvasShape> comparedShapes(const std::vector<extension::ComparedLabels> &sources,
                                                              const model::Schema &schema, const QSet<AnnotationId> &marked);
/// Of what steps back behind something else.
[[nodiscard]] QColor paleColour(const QColor &colour);

}  // namespace plumbline::imageview
