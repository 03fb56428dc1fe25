// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"
#include "core/extension/formatsupport.h"

#include <map>

namespace plumbline::voc {

[[nodiscard]] extension::FormatOption emptyOption();

/// Writes Annotations/STEM.xml, ImageSets/Main/SET.txt and, when asked, JPEGImages/NAME. One use, one thread.
class Writer
{
public:
    Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request);

    [[nodiscard]] Result<QStringList> plannedOutputs();
    [[nodiscard]] Result<QStringList> write();
    [[nodiscard]] Result<std::vector<extension::Loss>> losses();

private:
    struct Picture {
        QString stem;  ///< of the XML file, with folders
        QString name;  ///< below JPEGImages
        bool renamed = false;
        bool hasFile = false;
        bool listed = false;  ///< in an image set, because it came from one
    };
    [[nodiscard]] Result<> survey();
    [[nodiscard]] QByteArray document(const model::Item &item, const Picture &picture,
                                      const std::vector<model::Annotation> &annotations, std::int64_t &written) const;

    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
    jobs::JobControl m_control;
    extension::MediaHandling m_media = extension::MediaHandling::None;
    std::vector<Picture> m_pictures;  // in the source's order, pictures only
    std::map<QString, QByteArray> m_sets;
    QStringList m_outputs;
};

}  // namespace plumbline::voc
