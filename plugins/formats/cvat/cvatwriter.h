// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"
#include "core/extension/formatsupport.h"
#include "plugins/formats/cvat/cvatlabels.h"

#include <QSize>

namespace plumbline::cvat {

/// Writes annotations.xml (or the files the pictures came from) and, when asked, images/NAME. One use, one thread.
class Writer
{
public:
    Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request);

    [[nodiscard]] Result<QStringList> plannedOutputs();
    [[nodiscard]] Result<QStringList> write();
    [[nodiscard]] Result<std::vector<extension::Loss>> losses();

private:
    struct Picture {
        QString name;  ///< in the file and below images
        QString file;  ///< that it is written to
        qint64 id = 0;
        bool renamed = false;
    };
    [[nodiscard]] Result<> survey();
    void giveIds(const std::vector<std::optional<qint64>> &known);
    void noteAttributes(const model::Annotation &annotation, const QString &className);
    [[nodiscard]] Result<> writeFile(const QString &file);
    [[nodiscard]] Element imageElement(const model::Item &item, const Picture &picture,
                                       const std::vector<model::Annotation> &annotations, std::int64_t &count);

    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
    jobs::JobControl m_control;
    extension::MediaHandling m_media = extension::MediaHandling::None;
    std::vector<Picture> m_pictures;  // in the source's order, pictures only
    QStringList m_files;
    QStringList m_outputs;
    UsedAttributes m_used;
    std::int64_t m_nextGroup = 1;  // number that no label of the project came with
    std::map<QString, QStringList> m_orders;  // of attributes, by class
};

}  // namespace plumbline::cvat
