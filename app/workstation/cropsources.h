// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/mediacatalog.h"
#include "core/geometry/camera.h"
#include "core/model/annotation.h"
#include "core/model/item.h"
#include "core/model/scene.h"
#include "core/store/project.h"

#include <QColor>
#include <QImage>
#include <QRectF>

#include <optional>
#include <utility>
#include <vector>

namespace plumbline::workstation {

/// A camera and where it stood, to draw the edges of a cuboid into its picture.
struct CropCamera {
    geometry::Camera camera;
    geometry::Pose camera_from_label;
    bool operator==(const CropCamera &) const = default;
};

/// Where a label can be seen: in which files and how it lies there. A value.
struct CropPlace {
    QString path;            ///< of the picture, absolute; empty = none
    std::int64_t frame = 0;  ///< of that file
    geometry::Geometry geometry;  ///< pixels of the picture; of a cuboid the box around it
    bool whole = false;      ///< a label of the item as a whole: all of the picture is shown, nothing drawn on
    std::optional<CropCamera> camera;  ///< of a cuboid's picture
    QString cloud;  ///< of a cuboid's sweep, absolute; empty = none
    geometry::Pose label_from_cloud;
    geometry::Cuboid cuboid;  ///< label frame

    bool operator==(const CropPlace &) const = default;
    [[nodiscard]] bool nowhere() const { return path.isEmpty() && cloud.isEmpty(); }
    /// Labels with the same source are cut in one go: each file is read once.
    [[nodiscard]] std::pair<QString, std::int64_t> source() const
    {
        return cloud.isEmpty() ? std::pair(path, frame) : std::pair(cloud, std::int64_t(0));
    }
};
/// Of a label of a picture: the picture. Of a cuboid: the sweep of its frame, and the camera in which it is largest. Of a label of
/// a scene's frame as a whole: the first camera. Labels that can be shown in no picture (spans, messages) are nowhere.
[[nodiscard]] CropPlace cropPlace(const store::Project &project, const model::Item &item, const model::Scene *scene,
                                  const model::Annotation &label);
/// The same of a medium that lies anywhere: a picture, or the folder of a scene.
[[nodiscard]] CropPlace cropPlace(const QString &medium, const model::Scene *scene, const model::Annotation &label);

/// What is cut out of one picture for one label.
struct CropCut {
    AnnotationId id;
    geometry::Geometry geometry;  ///< pixels of the picture
    QColor colour;  ///< of its outline
    bool whole = false;
    std::optional<CropCamera> camera;  ///< the edges of `cuboid` are drawn instead of the outline
    geometry::Cuboid cuboid;
    QSize tile = {};  ///< exactly this size, more of the surroundings shown; null = as large as the label needs
};

/// Pixels of the longer side of a crop at most.
inline constexpr int cropSide = 240;
/// Of one half of what is shown of a cuboid.
inline constexpr QSize cuboidTile(119, 136);

/// Cuts labels out of a picture with some of what is around them, their outlines drawn on. `scale` is pixels of `image` a pixel of
/// the labels. Any thread. Kinds without a place in a picture come back null.
[[nodiscard]] std::vector<std::pair<AnnotationId, QImage>> cutCrops(const QImage &image, double scale,
                                                                    const std::vector<CropCut> &cuts);

/// One label with its place.
struct PlacedCrop {
    AnnotationId id;
    QColor colour;
    CropPlace place;
};
/// The crops of labels that have one source: pictures, and of cuboids the points around them from above beside the picture. Reads
/// every file once. What cannot be read comes back null. Any thread; blocks.
[[nodiscard]] std::vector<std::pair<AnnotationId, QImage>>
readCrops(const exchange::MediaOpener &opener, const std::vector<PlacedCrop> &crops, jobs::JobControl &control);

}  // namespace plumbline::workstation
