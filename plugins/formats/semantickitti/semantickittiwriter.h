// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/sceneparts.h"

namespace plumbline::semantickitti {

/// Writes sequences/NAME/labels/SWEEP.label.
class Writer
{
public:
    Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request)
        : m_source(source), m_request(request)
    {}

    [[nodiscard]] Result<std::vector<extension::Loss>> losses();
    [[nodiscard]] Result<QStringList> plannedOutputs();
    [[nodiscard]] Result<QStringList> write();

private:
    /// One file.
    using Take = std::function<Result<>(const QString &name, const geometry::PointLabels &labels)>;
    [[nodiscard]] Result<> visit(extension::LossTally &tally, const Take &take);

    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
    std::int64_t m_scenes = 0;
    std::int64_t m_written = 0;
};

}  // namespace plumbline::semantickitti
