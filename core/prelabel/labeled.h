// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/prelabel/scenepredictions.h"

/// What somebody has labeled already need not be proposed again. Private to this folder.
namespace plumbline::prelabel {

/// A proposal and a label that share more than this part of their footprints (IoU) are taken for one object.
inline constexpr double mostShared = 0.5;

/// Takes out the rows that cover one of the labels' cuboids in the same frame; whatever their classes. Labels that name no sweep
/// of the scene, or lie in another frame of coordinates, do not count. Returns how many rows were taken out.
std::int64_t leaveOutLabeled(std::vector<ScenePredictions::Row> &rows, const std::vector<model::Annotation> &labels,
                             const model::Scene &scene);

}  // namespace plumbline::prelabel
