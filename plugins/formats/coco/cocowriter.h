// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"
#include "core/extension/formatsupport.h"
#include "plugins/formats/coco/annotationrecord.h"
#include "plugins/formats/coco/cocoskeleton.h"

#include <QHash>

#include <string>
#include <unordered_set>
#include <vector>

class QIODevice;

namespace plumbline::coco {

/// Ids of one list: those that came with the file stay when no other has them, the rest get numbers above the highest.
class IdAllotter
{
public:
    /// Announces a wanted id; all are announced before the first is taken.
    void want(const ForeignId &id);
    /// The id for this entry, in the same order as they were announced; Missing asks for a new one.
    [[nodiscard]] Json take(const ForeignId &wanted);

private:
    void prepare();

    std::vector<std::int64_t> m_wanted;
    std::unordered_set<std::int64_t> m_twice;  // wanted more than once and not yet given
    std::unordered_set<std::int64_t> m_given;  // of those
    std::unordered_set<std::string> m_texts;
    std::int64_t m_highest = 0;
    bool m_prepared = false;
};

/// Writes labels.json (and data/ with the pictures). One use, one thread. The source is visited twice: for ids, for content.
class Writer
{
public:
    Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request);

    [[nodiscard]] Result<QStringList> plannedOutputs();
    [[nodiscard]] Result<QStringList> write();

private:
    struct Image {
        ForeignId wantedId;
        std::int64_t ordinal = -1;  // of the file it came from
        std::int64_t rank = 0;      // place in the list that is written
        QString name;
    };
    [[nodiscard]] Result<> survey();
    [[nodiscard]] Result<> writeRecords(class Spool &images, class Spool &annotations);
    [[nodiscard]] QByteArray imageText(const model::Item &item, const Image &image, const Json &id, QSize size) const;
    [[nodiscard]] QByteArray annotationText(const model::Annotation &annotation, const Json &imageId, QSize size);
    [[nodiscard]] QByteArray categoriesText();
    [[nodiscard]] bool isWritten(const model::Annotation &annotation, QSize size) const;

    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
    jobs::JobControl m_control;
    extension::MediaHandling m_media = extension::MediaHandling::None;
    std::vector<Image> m_images;  // in the source's order, pictures only
    IdAllotter m_imageIds;
    IdAllotter m_annotationIds;
    QHash<ClassId, QByteArray> m_categoryIds;  // as text
    SkeletonsOfClasses m_skeletons;
    QStringList m_outputs;
    std::int64_t m_written = 0;  // annotations
};

/// Foreign id of an item, class or annotation under extra.coco.
[[nodiscard]] ForeignId originalId(const Json &extra);

}  // namespace plumbline::coco
