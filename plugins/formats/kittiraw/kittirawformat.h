// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::kittiraw {

/// tracklet_labels.xml of KITTI's raw recordings: boxes of tracked objects in the frame of the LiDAR. Source: the development kit of the raw data (tracklets.h, readme) and Geiger et al. 2013, section on annotations.
class TrackletFormat final : public extension::AnnotationFormat
{
public:
    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] extension::FormatCapabilities capabilities() const override;
    [[nodiscard]] extension::ProbeResult probe(const QString &path) const override;
    [[nodiscard]] Result<> read(const extension::ImportRequest &request, extension::AnnotationSink &sink) const override;
    [[nodiscard]] Result<std::vector<extension::Loss>> checkExport(const extension::AnnotationSource &source,
                                                                   const extension::ExportRequest &request) const override;
    [[nodiscard]] Result<QStringList> plannedOutputs(const extension::AnnotationSource &source,
                                                     const extension::ExportRequest &request) const override;
    [[nodiscard]] Result<QStringList> write(const extension::AnnotationSource &source,
                                            const extension::ExportRequest &request) const override;
};

}  // namespace plumbline::kittiraw
