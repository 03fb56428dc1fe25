// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"
#include "core/extension/formatsupport.h"
#include "plugins/formats/datumaro/datumaroentry.h"

#include <map>

namespace plumbline::datumaro {

[[nodiscard]] extension::FormatOption emptyOption();

/// Writes annotations/SUBSET.json, an item a line, and, when asked, images/SUBSET/PATH. One use, one thread.
class Writer
{
public:
    Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request);

    [[nodiscard]] Result<QStringList> plannedOutputs();
    [[nodiscard]] Result<QStringList> write();
    [[nodiscard]] Result<std::vector<extension::Loss>> losses();

private:
    struct Picture {
        QString subset;
        QString path;  ///< in "image"
        QString place;  ///< of the picture, below the export
        bool renamed = false;
        bool listed = false;
    };
    /// One file in the making; what has grown large is on disk already.
    struct Subset {
        QString path;
        QByteArray pending;
        bool begun = false;
        bool hasItems = false;
    };
    [[nodiscard]] Result<> survey();
    void orderClasses();
    [[nodiscard]] Json document(const QString &subset) const;
    [[nodiscard]] Json pointsCategories() const;
    /// Adds to `written` how many labels are in it.
    [[nodiscard]] Json itemEntry(const model::Item &item, const Picture &picture,
                                 const std::vector<model::Annotation> &annotations, std::int64_t &written) const;
    [[nodiscard]] Result<> flush(Subset &subset, qsizetype above);
    void tallyLabel(extension::LossTally &tally, const model::Annotation &annotation, QSize size) const;

    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
    jobs::JobControl m_control;
    extension::MediaHandling m_media = extension::MediaHandling::None;
    std::vector<const model::LabelClass *> m_classes;  // by number
    std::map<ClassId, std::size_t> m_numbers;
    std::map<std::size_t, QString> m_skeletons;  // class number → skeleton of its key points
    std::vector<Picture> m_pictures;  // in the source's order, pictures only
    std::map<QString, Subset> m_subsets;
    QStringList m_outputs;
};

}  // namespace plumbline::datumaro
