// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"
#include "core/extension/formatsupport.h"
#include "plugins/formats/labelme/labelmefacts.h"

namespace plumbline::labelme {

[[nodiscard]] extension::FormatOption emptyOption();
/// Whose files are written; "auto" keeps that of each file that was read and takes Labelme's for the others.
[[nodiscard]] extension::FormatOption dialectOption();

/// Writes STEM.json and, when asked, the pictures beside them. One use, one thread.
class Writer
{
public:
    Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request);

    [[nodiscard]] Result<QStringList> plannedOutputs();
    [[nodiscard]] Result<QStringList> write();
    [[nodiscard]] Result<std::vector<extension::Loss>> losses();

private:
    struct Picture {
        QString stem;  ///< of the JSON file, with folders
        QString name;
        Dialect dialect = Dialect::Labelme;
        bool renamed = false;
        bool hasFile = false;
    };
    /// Labels of one picture as they will stand in "shapes".
    struct Shapes {
        std::vector<Json> entries;
        std::map<AnnotationId, std::size_t> single;  ///< labels that are one entry
        Links links;
        std::int64_t labels = 0;  ///< that have an entry
        std::int64_t nextGroup = 1;  ///< number that no label of the picture has
    };
    [[nodiscard]] Result<> survey();
    [[nodiscard]] Shapes shapesOf(const Picture &picture, QSize size, const std::vector<model::Annotation> &annotations) const;
    void link(Shapes &shapes, const Picture &picture, const std::vector<model::Annotation> &annotations) const;
    /// Adds to `written` how many labels are in it.
    [[nodiscard]] QByteArray document(const model::Item &item, const Picture &picture,
                                      const std::vector<model::Annotation> &annotations, std::int64_t &written) const;
    void tallyLabel(extension::LossTally &tally, const model::Annotation &annotation, Dialect dialect, QSize size) const;

    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
    jobs::JobControl m_control;
    extension::MediaHandling m_media = extension::MediaHandling::None;
    std::vector<Picture> m_pictures;  // in the source's order, pictures only
    QStringList m_outputs;
};

}  // namespace plumbline::labelme
