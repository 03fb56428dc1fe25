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
        ClassId classified;     ///< of a classification: the class of the folder it goes to; null = it is left out
    };
    /// What kinds of labels there are.
    struct Kinds {
        bool outlines = false;
        bool oriented = false;
        bool points = false;
        bool whole = false;
        bool other = false;
        bool hidden = false;  ///< key points that are labeled but not visible
        int joints = 0;
    };
    [[nodiscard]] Result<> survey();
    [[nodiscard]] Picture placeOf(const model::Item &item);
    [[nodiscard]] RowContext contextOf(const model::Item &item) const;
    void look(const std::vector<model::Annotation> &annotations, Kinds &kinds);
    void chooseTask(const QString &wanted, const Kinds &kinds, const Json &dataset);
    void placeLabels(const model::Item &item, const std::vector<model::Annotation> &annotations, Picture &picture);
    [[nodiscard]] QString mediumOf(const Picture &picture) const;
    void tallyClassified(extension::LossTally &tally, const std::vector<model::Annotation> &annotations,
                         const Picture &picture) const;
    [[nodiscard]] QStringList jointNames() const;
    [[nodiscard]] Json flips(const Json &dataset) const;
    void numberClasses();
    [[nodiscard]] QByteArray description() const;

    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
    jobs::JobControl m_control;
    extension::MediaHandling m_media = extension::MediaHandling::None;
    Task m_task = Task::Detect;
    int m_joints = 0;          // of every row of a pose data set
    int m_numbersOfJoint = 3;  // 2 without visibility
    const model::Skeleton *m_skeleton = nullptr;  // of the first key points
    bool m_allEmpty = false;
    extension::NameAllotter m_names;
    std::vector<Picture> m_pictures;  // in the source's order, pictures only
    QStringList m_splits;             // in order of first use
    QHash<ClassId, QString> m_folders;  // of a classification
    QHash<ClassId, std::int64_t> m_classIds;
    std::map<std::int64_t, QString> m_classNames;
    QStringList m_outputs;
};

}  // namespace plumbline::yolo
