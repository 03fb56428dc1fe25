// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::segments {

/// Release files of Segments.ai: cuboids, lines and labels of points of clouds and of sequences of clouds. Source: the label formats and sample formats pages of its documentation.
class SegmentsFormat final : public extension::AnnotationFormat
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

}  // namespace plumbline::segments
