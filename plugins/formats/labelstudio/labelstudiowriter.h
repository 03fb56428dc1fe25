// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"
#include "core/extension/formatsupport.h"
#include "plugins/formats/labelstudio/labelstudioconfig.h"
#include "plugins/formats/labelstudio/labelstudioresult.h"

namespace plumbline::labelstudio {

[[nodiscard]] extension::FormatOption emptyOption();

/// Writes tasks.json, a task a line, config.xml and, when asked, images/NAME. One use, one thread.
class Writer
{
public:
    Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request);

    [[nodiscard]] Result<QStringList> plannedOutputs();
    [[nodiscard]] Result<QStringList> write();
    [[nodiscard]] Result<std::vector<extension::Loss>> losses();

private:
    struct Picture {
        QString name;
        bool renamed = false;
        bool listed = false;
    };
    /// Results of one picture, each with its place in the file it came from.
    using Results = std::vector<std::pair<std::uint64_t, Json>>;
    [[nodiscard]] Result<> survey();
    /// Adds to `written` how many labels are in them.
    [[nodiscard]] Json resultsOf(const Json &own, QSize picture, const std::vector<model::Annotation> &annotations,
                                 std::int64_t &written) const;
    /// `choices`: place in the file → place in `results` of what says classes of the whole picture.
    void addLabel(Results &results, std::map<std::uint64_t, std::size_t> &choices, std::map<AnnotationId, QString> &ids,
                  const model::Annotation &annotation, QSize picture) const;
    void addAnswers(Results &results, const model::Annotation &annotation, const QString &className, const QString &id,
                    const Json &region, QSize picture) const;
    [[nodiscard]] Json taskEntry(const model::Item &item, const Picture &picture,
                                 const std::vector<model::Annotation> &annotations, std::int64_t &written) const;
    void tallyLabel(extension::LossTally &tally, const model::Annotation &annotation, QSize size) const;

    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
    jobs::JobControl m_control;
    extension::MediaHandling m_media = extension::MediaHandling::None;
    std::vector<Picture> m_pictures;  // in the source's order, pictures only
    QStringList m_outputs;
};

}  // namespace plumbline::labelstudio
