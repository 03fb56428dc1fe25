// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/sceneparts.h"

namespace plumbline::openlabel {

/// Writes a file for each scene: its sensors as coordinate systems and streams, its tracks as objects, its frames.
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
    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
};

}  // namespace plumbline::openlabel
