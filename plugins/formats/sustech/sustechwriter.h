// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/sceneparts.h"

namespace plumbline::sustech {

/// Writes SCENE/label/SWEEP.json for every sweep that has labels, or had a file.
class Writer
{
public:
    Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request)
        : m_source(source), m_request(request)
    {}

    [[nodiscard]] Result<std::vector<extension::Loss>> losses();
    [[nodiscard]] Result<QStringList> plannedOutputs() { return run(false); }
    [[nodiscard]] Result<QStringList> write() { return run(true); }

private:
    [[nodiscard]] Result<QStringList> run(bool writing);

    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
};

}  // namespace plumbline::sustech
