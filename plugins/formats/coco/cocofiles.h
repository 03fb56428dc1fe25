// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/mediasource.h"

#include <QStringList>

namespace plumbline::coco {

/// The annotation files of a data set: the file itself, or in a folder labels.json, annotations/*.json, *.json and
/// */_annotations.coco.json. Of several kinds of annotations/KIND_SPLIT.json only "instances" when there is one.
[[nodiscard]] QStringList annotationFiles(const QString &path);

/// Reads at most 64 KiB of at most eight files.
[[nodiscard]] extension::ProbeResult probe(const QString &path);

/// Files with "segments_info": the file itself, or in a folder annotations/*.json and *.json.
[[nodiscard]] QStringList panopticFiles(const QString &path);
[[nodiscard]] extension::ProbeResult probePanoptic(const QString &path);

}  // namespace plumbline::coco
