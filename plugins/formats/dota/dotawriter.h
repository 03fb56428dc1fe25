// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"
#include "core/extension/formatsupport.h"

namespace plumbline::dota {

[[nodiscard]] extension::FormatOption emptyOption();

/// Writes labelTxt/STEM.txt (below the folder of its split) and, when asked, images/NAME. One use, one thread.
class Writer
{
public:
    Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request);

    [[nodiscard]] Result<QStringList> plannedOutputs();
    [[nodiscard]] Result<QStringList> write();
    [[nodiscard]] Result<std::vector<extension::Loss>> losses();

private:
    struct Picture {
        QString labels;  ///< path of the label file
        QString picture;  ///< path of the picture
        bool renamed = false;
        bool hasFile = false;
    };
    [[nodiscard]] Result<> survey();

    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
    jobs::JobControl m_control;
    extension::MediaHandling m_media = extension::MediaHandling::None;
    std::vector<Picture> m_pictures;  // in the source's order, pictures only
    QStringList m_outputs;
};

}  // namespace plumbline::dota
