// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/sceneparts.h"

namespace plumbline::segments {

/// Writes release.json with labels of one kind, which the option `task` chooses.
class Writer
{
public:
    Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request)
        : m_source(source), m_request(request)
    {}

    [[nodiscard]] Result<std::vector<extension::Loss>> losses();
    /// Names of the files; with `writing` they are made.
    [[nodiscard]] Result<QStringList> run(bool writing);

private:
    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
};

}  // namespace plumbline::segments
