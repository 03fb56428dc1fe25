// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::coco {

/// COCO panoptic: each picture has a PNG whose colours are segment ids (R + 256 G + 256² B, 0 = unlabeled), and a JSON list of
/// its segments. Source: the data format page of cocodataset.org.
class PanopticFormat final : public extension::AnnotationFormat
{
public:
    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] extension::FormatCapabilities capabilities() const override;
    [[nodiscard]] std::vector<extension::FormatOption> options() const override;
    [[nodiscard]] extension::ProbeResult probe(const QString &path) const override;
    [[nodiscard]] Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const override;
    [[nodiscard]] Result<std::vector<extension::Loss>> checkExport(const extension::AnnotationSource &source,
                                                                   const extension::ExportRequest &request) const override;
    [[nodiscard]] Result<QStringList> plannedOutputs(const extension::AnnotationSource &source,
                                                     const extension::ExportRequest &request) const override;
    [[nodiscard]] Result<QStringList> write(const extension::AnnotationSource &source,
                                            const extension::ExportRequest &request) const override;
};

/// Namespace in `extra` of what only panoptic files have; images and categories share "coco" with instances.
inline constexpr char panopticSpace[] = "panoptic";
/// Largest id that a colour can be.
inline constexpr std::int64_t maximumSegmentId = 0xFFFFFF;

}  // namespace plumbline::coco
