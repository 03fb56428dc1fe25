// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/sceneparts.h"

namespace plumbline::nuscenes {

/// Writes VERSION/{sample_annotation,instance,category,attribute,visibility,sample,scene}.json. Boxes go out one scene at a time;
/// sensors and files are not written: the tables go beside those of the data set.
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
    [[nodiscard]] Result<QStringList> versions() const;

    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
};

}  // namespace plumbline::nuscenes
