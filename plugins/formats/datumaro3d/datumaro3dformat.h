// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

namespace plumbline::datumaro3d {

/// Datumaro data sets whose items are point clouds with boxes of type cuboid_3d. Source: the data format page of Datumaro's documentation; angles as CVAT writes them.
class Datumaro3dFormat final : public extension::AnnotationFormat
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

}  // namespace plumbline::datumaro3d
