// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"
#include "core/extension/formatsupport.h"
#include "plugins/formats/yolo/yolorows.h"

#include <QHash>
#include <QSet>

#include <map>

namespace plumbline::yolo {

[[nodiscard]] extension::FormatOption taskOption();
[[nodiscard]] extension::FormatOption emptyOption();

/// Writes data.yaml, labels/SPLIT/STEM.txt and, when asked, images/SPLIT/NAME. One use, one thread.
class Writer
{
public:
    Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request);

    [[nodiscard]] Result<QStringList> plannedOutputs();
    [[nodiscard]] Result<QStringList> write();
    [[nodiscard]] Result<std::vector<extension::Loss>> losses();

private:
    struct Picture {
        QString split;
        QString name;         ///< below images/SPLIT
        bool renamed = false;
        bool hasLabelFile = false;
    };
    [[nodiscard]] Result<> survey();
    [[nodiscard]] Picture placeOf(const model::Item &item);
    [[nodiscard]] RowContext contextOf(const model::Item &item) const;
    void numberClasses();
    [[nodiscard]] QByteArray description() const;

    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
    jobs::JobControl m_control;
    extension::MediaHandling m_media = extension::MediaHandling::None;
    Task m_task = Task::Detect;
    int m_padKeyPoints = 0;
    bool m_allEmpty = false;
    extension::NameAllotter m_names;
    std::vector<Picture> m_pictures;  // in the source's order, pictures only
    QStringList m_splits;             // in order of first use
    QHash<ClassId, std::int64_t> m_classIds;
    std::map<std::int64_t, QString> m_classNames;
    QStringList m_outputs;
};

}  // namespace plumbline::yolo
