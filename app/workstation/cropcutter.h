// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/mediacatalog.h"
#include "core/jobs/jobrunner.h"
#include "core/store/project.h"
#include "widgets/review/contactsheet.h"

#include <QObject>

#include <list>
#include <unordered_map>

namespace plumbline::workstation {

/// What is cut out of one picture for one label.
struct CropCut {
    AnnotationId id;
    geometry::Geometry geometry;  ///< pixels of the picture
    QColor colour;                ///< of its outline
};

/// Cuts labels out of a picture with some of what is around them, their outlines drawn on. `scale` is pixels of `image` a pixel of
/// the labels. Any thread. Kinds without a place in a picture come back null.
[[nodiscard]] std::vector<std::pair<AnnotationId, QImage>> cutCrops(const QImage &image, double scale,
                                                                    const std::vector<CropCut> &cuts);

/// Where a label can be seen: in which file and how it lies there.
struct CropPlace {
    QString path;  ///< absolute; empty = nowhere
    std::int64_t frame = 0;
    geometry::Geometry geometry;
};
/// Of a label of a picture: the picture. Of a cuboid: the camera of its frame in which it is largest.
[[nodiscard]] CropPlace cropPlace(const store::Project &project, const model::Item &item, const model::Scene *scene,
                                  const model::Annotation &label);
/// The same of a medium that lies anywhere: a picture, or the folder of a scene.
[[nodiscard]] CropPlace cropPlace(const QString &medium, const model::Scene *scene, const model::Annotation &label);

/// Decodes pictures in the background, each once for all crops of it that are in sight, and keeps the crops, bounded in memory.
/// Main thread only.
class CropCutter final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostBytes = qsizetype(96) << 20;
    static constexpr int side = 240;  ///< pixels of a crop's longer side at most

    CropCutter(exchange::MediaOpener opener, review::CropModel &model, review::ContactSheet &sheet, QObject *parent = nullptr);

    /// Where each label is; crops of others have no picture.
    void setPlaces(std::unordered_map<AnnotationId, CropPlace> places);
    [[nodiscard]] review::CropModel::Picture find(const review::Crop &crop);
    /// Nothing in sight waits for its picture.
    [[nodiscard]] bool idle() const { return m_running == 0; }

signals:
    void becameIdle();

private:
    struct Kept {
        AnnotationId id;
        QImage image;  // null = unreadable
    };
    void look();
    void keep(AnnotationId id, const QImage &image);

    exchange::MediaOpener m_opener;
    review::CropModel &m_model;
    review::ContactSheet &m_sheet;
    std::unordered_map<AnnotationId, CropPlace> m_places;
    std::list<Kept> m_kept;  // last used first
    std::unordered_map<AnnotationId, std::list<Kept>::iterator> m_keptPlaces;
    qsizetype m_bytes = 0;
    jobs::JobId m_running = 0;
    jobs::Generation m_generation;
    jobs::JobRunner m_runner{1};
};

}  // namespace plumbline::workstation
