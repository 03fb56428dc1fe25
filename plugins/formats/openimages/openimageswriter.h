// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/atomicfile.h"
#include "core/extension/annotationformat.h"
#include "core/extension/formatsupport.h"
#include "plugins/formats/openimages/openimageslayout.h"

#include <map>
#include <memory>

namespace plumbline::openimages {

/// Writes annotations/*.csv, masks/SUBSET/NAME.png and, when asked, images/SUBSET/NAME. One use, one thread.
class Writer
{
public:
    Writer(const extension::AnnotationSource &source, const extension::ExportRequest &request);
    ~Writer();

    [[nodiscard]] Result<QStringList> plannedOutputs();
    [[nodiscard]] Result<QStringList> write();
    [[nodiscard]] Result<std::vector<extension::Loss>> losses();

private:
    struct Picture {
        QString id;
        QString subset;
        QString file;  ///< below the folder; where the picture goes
        QSize size;
        bool renamed = false;
    };
    struct Table {
        QString name;
        QStringList columns;
        std::unique_ptr<base::AtomicFile> file;
    };
    using TableKey = std::pair<TableKind, QString>;

    [[nodiscard]] Result<> survey();
    void nameClasses();
    /// Table of a label and the shape it gets there; Other when it is left out.
    [[nodiscard]] TableKind tableOf(const model::Annotation &annotation, const Picture &picture) const;
    Table &table(TableKind kind, const QString &subset);
    [[nodiscard]] QString maskName(const model::Annotation &annotation, const Picture &picture, const QString &labelId);
    [[nodiscard]] Result<> writeLabel(const model::Annotation &annotation, const Picture &picture, TableKind kind);
    [[nodiscard]] Result<> writeClasses() const;
    [[nodiscard]] Result<> append(Table &table, const QStringList &cells) const;
    void tallyLabel(extension::LossTally &tally, const model::Annotation &annotation, const Picture &picture,
                    TableKind kind) const;

    const extension::AnnotationSource &m_source;
    const extension::ExportRequest &m_request;
    jobs::JobControl m_control;
    extension::MediaHandling m_media = extension::MediaHandling::None;
    Json m_dataset;
    QString m_defaultSubset;
    QString m_classesFile;
    std::map<ClassId, QString> m_classIds;
    std::vector<Picture> m_pictures;  // in the source's order, pictures only
    std::map<TableKey, Table> m_tables;
    std::vector<QString> m_masks;  // in the order of the labels
    std::size_t m_nextMask = 0;
    extension::NameAllotter m_maskNames;
    QStringList m_outputs;
};

}  // namespace plumbline::openimages
