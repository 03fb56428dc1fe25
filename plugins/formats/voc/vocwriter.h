// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"
#include "core/extension/formatsupport.h"
#include "plugins/formats/voc/vocsegments.h"

#include <map>

namespace plumbline::voc {

[[nodiscard]] extension::FormatOption emptyOption();
[[nodiscard]] extension::FormatOption masksOption();

/// Writes Annotations/STEM.xml, SegmentationClass/STEM.png and SegmentationObject/STEM.png, ImageSets/*/SET.txt and, when asked,
/// JPEGImages/NAME. One use, one thread.
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
        bool hasMasks = false;
        bool listed = false;  ///< in an image set, because it came from one
    };
    [[nodiscard]] Result<> survey();
    /// Which labels of a picture are objects of its XML file, and as which number.
    [[nodiscard]] QHash<const model::Annotation *, int> xmlNumbers(const std::vector<model::Annotation> &annotations) const;
    [[nodiscard]] std::optional<Segments> segmentsOf(const model::Item &item, const Picture &picture,
                                                     const std::vector<model::Annotation> &annotations) const;
    void tally(extension::LossTally &losses, const model::Annotation &annotation, const Segments *segments) const;
    [[nodiscard]] QByteArray document(const model::Item &item, const Picture &picture,
                                      const std::vector<model::Annotation> &annotations, std::int64_t &written) const;

    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
    jobs::JobControl m_control;
    extension::MediaHandling m_media = extension::MediaHandling::None;
    std::vector<Picture> m_pictures;  // in the source's order, pictures only
    std::map<QString, QByteArray> m_sets;
    bool m_masks = true;
    QHash<ClassId, int> m_classValues;
    QByteArray m_labelMap;  // empty when nothing asks for one
    std::map<QString, QByteArray> m_maskSets;
    QStringList m_outputs;
};

}  // namespace plumbline::voc
