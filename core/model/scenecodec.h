// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cbor.h"
#include "core/model/scene.h"

/// Pieces of a scene's record. Private to this folder. Readers report trouble through the CborReader.
namespace plumbline::model {

void writeSensors(base::CborWriter &w, const std::vector<Sensor> &sensors);
[[nodiscard]] std::vector<Sensor> readSensors(base::CborReader &r);
void writeFrames(base::CborWriter &w, const std::vector<SceneFrame> &frames);
[[nodiscard]] std::vector<SceneFrame> readFrames(base::CborReader &r);

}  // namespace plumbline::model
