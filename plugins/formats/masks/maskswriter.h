// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"
#include "core/extension/formatsupport.h"
#include "core/extension/labelimage.h"
#include "plugins/formats/masks/classlist.h"

#include <map>

namespace plumbline::masks {

[[nodiscard]] extension::FormatOption kindOption();
[[nodiscard]] extension::FormatOption codingOption();
[[nodiscard]] extension::FormatOption emptyOption();

/// Writes SegmentationClass/STEM.png, SegmentationObject/STEM.png, labelmap.txt, class_names.txt, ImageSets/Segmentation/SET.txt
/// and, when asked, JPEGImages/NAME. One use, one thread.
class Writer
{
public:
    Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request);

    [[nodiscard]] Result<QStringList> plannedOutputs();
    [[nodiscard]] Result<QStringList> write();
    [[nodiscard]] Result<std::vector<extension::Loss>> losses();

private:
    struct Picture {
        QString stem;  ///< of the mask files, with folders
        QString name;  ///< below JPEGImages
        QSize size;
        bool renamed = false;
        bool hasFile = false;
        bool listed = false;  ///< in an image set, because it came from one
    };
    /// One shape in the order of painting.
    struct Stroke {
        const model::Annotation *annotation = nullptr;
        std::uint32_t classValue = 0;
        std::optional<std::int64_t> instance;  ///< that it came with; 0 = none
        bool isVoid = false;
    };
    struct Painting {
        extension::LabelCanvas canvas;
        std::vector<Stroke> strokes;  ///< by number on the canvas, less one
    };
    [[nodiscard]] Result<> survey();
    void numberClasses();
    [[nodiscard]] Painting paint(const Picture &picture, const std::vector<model::Annotation> &annotations) const;
    [[nodiscard]] QByteArray classPicture(const Painting &painting) const;
    [[nodiscard]] QByteArray instancePicture(const Painting &painting) const;
    [[nodiscard]] std::vector<std::uint32_t> instanceValues(const std::vector<Stroke> &strokes, bool &wide) const;
    void tallyLabel(extension::LossTally &tally, const model::Annotation &annotation, const Picture &picture, bool painted) const;
    void tallyPicture(extension::LossTally &tally, const Painting &painting) const;

    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
    jobs::JobControl m_control;
    extension::MediaHandling m_media = extension::MediaHandling::None;
    bool m_instances = true;
    bool m_grey = false;
    bool m_wideClasses = false;
    std::uint32_t m_nothing = 0;  ///< class value of pixels without a label
    std::vector<ClassEntry> m_entries;
    std::map<ClassId, std::uint32_t> m_values;
    std::map<ClassId, bool> m_void;
    std::vector<Picture> m_pictures;  // in the source's order, pictures only
    std::map<QString, QByteArray> m_sets;
    QStringList m_outputs;
};

}  // namespace plumbline::masks
