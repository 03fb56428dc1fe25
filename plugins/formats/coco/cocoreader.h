// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"
#include "core/extension/formatsupport.h"
#include "core/model/foreigntext.h"
#include "plugins/formats/coco/annotationrecord.h"
#include "plugins/formats/coco/rootindex.h"

#include <QHash>

#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace plumbline::coco {

/// Reads COCO instances, key points and results lists into a sink. One use, one thread.
class Reader
{
public:
    Reader(const extension::ImportRequest &request, extension::AnnotationSink &sink);

    /// Everything good goes to the sink; fails when no file is COCO or the sink fails or the work is cancelled.
    [[nodiscard]] Result<> read();

private:
    template <typename T>
    struct ById {
        QHash<std::int64_t, T> numbers;  // fewer cache misses than the standard one
        std::unordered_map<std::string, T> texts;
        [[nodiscard]] const T *find(const ForeignId &id) const;
        bool insert(const ForeignId &id, T value);
        void clear();
    };

    [[nodiscard]] Result<> readFile(const QString &path);
    [[nodiscard]] Result<> readReference(const QString &path);
    void takeMembers(QByteArrayView json, const RootIndex &index);
    void takeImages(QByteArrayView json, const RootMember &member);
    void takeImage(qsizetype index, Json &&image);
    void takeCategories(QByteArrayView json, const RootMember &member);
    void takeCategory(qsizetype index, Json &&category);
    [[nodiscard]] Result<> takeAnnotations(QByteArrayView json, const RootMember &member);
    void takeAnnotation(qsizetype index, AnnotationRecord &record);
    void nameJoints(geometry::KeyPoints &points, extension::ClassRef labelClass);
    void checkShape(const geometry::Geometry &shape, extension::ItemRef item);
    void reportCrossings();
    void tellDuplicate(const QString &place, const std::string &key);
    void takeFacts(AnnotationRecord &record, extension::ForeignAnnotation &label, extension::ItemRef item);
    void takeUnknown(const Json &unknown);
    void takeAttributes(Json &&source, model::Attributes &attributes);
    void takeRole(const AnnotationRecord &record, model::Annotation &annotation);
    [[nodiscard]] const extension::ItemRef *itemOf(const ForeignId &id);
    [[nodiscard]] extension::ClassRef classOf(const ForeignId &id);
    void reportDuplicates();
    void reportEnd(const AnnotationArrayEnd &end, const QString &what);
    [[nodiscard]] Result<> flush();
    void problem(const QString &place, const QString &text, base::IssueSeverity severity = base::IssueSeverity::Problem);
    [[nodiscard]] QString placeOf(const char *field = "") const;

    const extension::ImportRequest &m_request;
    extension::AnnotationSink &m_sink;
    jobs::JobControl m_control;
    std::unique_ptr<extension::MediaFinder> m_media;
    QString m_fileName;  // as issues name it
    bool m_isResults = false;
    ById<extension::ItemRef> m_items;
    ById<extension::ClassRef> m_classes;
    struct Joints {
        QString skeleton;
        qsizetype count = 0;
    };
    std::unordered_map<extension::ClassRef, Joints> m_joints;
    std::vector<QSize> m_sizes;  // by item; empty where the file does not say
    std::int64_t m_crossings = 0;
    QString m_firstCrossing;
    std::unordered_map<std::int64_t, QString> m_picturesByNumber;  // for results without images
    std::vector<std::pair<std::int64_t, qsizetype>> m_ids;         // annotation id, index
    std::unordered_set<std::string> m_textIds;
    Json m_dataset;
    model::ForeignText m_kept{"coco"};   // of the shape in hand
    model::ForeignText m_extra{"coco"};  // of the annotation in hand
    std::vector<extension::ForeignAnnotation> m_batch;
    Error m_sinkError;
    bool m_failed = false;
    qsizetype m_index = 0;  // of the annotation in hand
    std::int64_t m_imageOrdinal = 0;
    std::int64_t m_ordinal = 0;
    extension::ItemRef m_lastItem = 0;
    bool m_grouped = true;
    qsizetype m_fileEnd = 0;
    qint64 m_bytesBefore = 0;
    qint64 m_bytesTotal = 0;
};

}  // namespace plumbline::coco
