// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/cropsources.h"

#include "app/workstation/cropsourceclouds.h"
#include "core/base/atomicfile.h"
#include "core/geometry/cuboids.h"
#include "core/geometry/maskoutline.h"
#include "widgets/canvas/shapescene.h"

#include <QFileInfo>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace plumbline::workstation {

namespace {

constexpr double around = 0.25;   // of the longer side, on each side
constexpr double leastAround = 12;  // pixels
constexpr double mostZoom = 4;    // small things are enlarged, so that the line around them is not thicker than they are
constexpr std::int64_t mostPixels = 64'000'000;  // larger pictures are read as previews
constexpr int gap = 2;  // pixels between the two halves of a cuboid's crop
constexpr QRgb empty = qRgb(18, 21, 26);

QPainterPath outline(const CropCut &cut)
{
    QPainterPath path;
    if (cut.camera) {
        const auto corners = geometry::cornersOf(cut.cuboid);
        const auto at = [&](int corner) {
            return geometry::transformed(cut.camera->camera_from_label, corners[static_cast<std::size_t>(corner)]);
        };
        for (const auto &edge : geometry::cuboidEdges())
            for (const auto &line : geometry::projectedSegment(cut.camera->camera, at(edge[0]), at(edge[1])))
                for (std::size_t i = 0; i < line.size(); ++i) {
                    const QPointF point(line[i].x, line[i].y);
                    i == 0 ? path.moveTo(point) : path.lineTo(point);
                }
        return path;
    }
    if (const auto *mask = std::get_if<geometry::Mask>(&cut.geometry))
        return canvas::outlineOf(geometry::outlineOfMask(*mask));
    return canvas::outlineOf(cut.geometry);
}

/// What of a picture is shown of a label, pixels of the labels.
QRectF partOf(const geometry::Box &bounds, QSize tile, const QRectF &whole)
{
    const double margin = std::max(leastAround, around * std::max(bounds.w, bounds.h));
    QRectF part = QRectF(bounds.x, bounds.y, bounds.w, bounds.h).adjusted(-margin, -margin, margin, margin);
    if (tile.isEmpty())
        return part.intersected(whole);
    // The shape of the tile, moved into the picture where it can be.
    const double aspect = double(tile.width()) / tile.height();
    QSizeF size(std::max(part.width(), part.height() * aspect), 0);
    size.setWidth(std::min({size.width(), whole.width(), whole.height() * aspect}));
    size.setHeight(size.width() / aspect);
    const QPointF middle = part.center();
    return {std::clamp(middle.x() - size.width() / 2, 0.0, std::max(0.0, whole.width() - size.width())),
            std::clamp(middle.y() - size.height() / 2, 0.0, std::max(0.0, whole.height() - size.height())), size.width(),
            size.height()};
}

QImage cutOne(const QImage &image, double scale, const CropCut &cut)
{
    const QRectF whole(0, 0, image.width() / scale, image.height() / scale);
    QRectF wanted = whole;
    if (!cut.whole) {
        const auto bounds = geometry::boundsOf(cut.geometry);
        if (!bounds)
            return {};
        wanted = partOf(*bounds, cut.tile, whole);
    }
    const QRect pixels = QRectF(wanted.topLeft() * scale, wanted.size() * scale).toAlignedRect().intersected(image.rect());
    if (pixels.isEmpty())
        return {};
    const QSize most = cut.tile.isEmpty() ? QSize(cropSide, cropSide) : cut.tile;
    const double fits = std::min(double(most.width()) / pixels.width(), double(most.height()) / pixels.height());
    const QSize size = (QSizeF(pixels.size()) * std::min(fits, mostZoom)).toSize().expandedTo(QSize(1, 1));
    QImage crop = image.copy(pixels).scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    crop = crop.convertToFormat(QImage::Format_RGB32);
    if (cut.whole)
        return crop;
    QPainter painter(&crop);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(double(size.width()) / pixels.width(), double(size.height()) / pixels.height());
    painter.translate(-pixels.topLeft());
    painter.scale(scale, scale);
    const QPainterPath path = outline(cut);
    const auto stroke = [&](const QColor &colour, double width) {
        QPen pen(colour, width);
        pen.setCosmetic(true);
        pen.setJoinStyle(Qt::MiterJoin);
        painter.strokePath(path, pen);
    };
    stroke(QColor(0, 0, 0, 130), 4);
    stroke(cut.colour, 2);
    return crop;
}

/// The file of a sensor on disk; empty when its path leaves the item's folder.
QString fileIn(const QString &folder, const model::SensorFile &file)
{
    const auto path = base::safeRelativePath(file.path);
    return path ? folder + QLatin1Char('/') + *path : QString();
}

CropPlace scenePlace(const QString &folder, const model::Scene &scene, const model::SceneFrame &frame,
                     const model::Annotation &label)
{
    CropPlace place;
    const auto *cuboid = std::get_if<geometry::Cuboid>(&label.geometry);
    double largest = 0;
    for (const model::SensorFile &file : frame.files) {
        const model::Sensor &sensor = scene.sensors[static_cast<std::size_t>(file.sensor)];
        const QString path = fileIn(folder, file);
        if (path.isEmpty())
            continue;
        if (!cuboid) {
            if (sensor.kind == model::SensorKind::Camera && place.path.isEmpty()) {
                place.path = path;
                place.whole = true;
            }
            continue;
        }
        const geometry::Pose sensor_from_label = model::sensorFromLabel(scene, frame, file);
        if (sensor.kind == model::SensorKind::Lidar && place.cloud.isEmpty()) {
            place.cloud = path;
            place.label_from_cloud = geometry::inverted(sensor_from_label);
        }
        if (sensor.kind != model::SensorKind::Camera || !sensor.camera)
            continue;
        const auto seen = geometry::projectedBounds(*sensor.camera, sensor_from_label, *cuboid);
        if (!seen || seen->w * seen->h <= largest)
            continue;
        largest = seen->w * seen->h;
        place.path = path;
        place.geometry = *seen;
        place.camera = CropCamera{*sensor.camera, sensor_from_label};
    }
    if (cuboid)
        place.cuboid = *cuboid;
    return place;
}

QImage besideEachOther(const QImage &left, const QImage &right)
{
    if (left.isNull() || right.isNull())
        return left.isNull() ? right : left;
    QImage both(2 * cuboidTile.width() + gap, cuboidTile.height(), QImage::Format_RGB32);
    both.fill(empty);
    QPainter painter(&both);
    painter.drawImage(0, 0, left);
    painter.drawImage(cuboidTile.width() + gap + (cuboidTile.width() - right.width()) / 2,
                      (cuboidTile.height() - right.height()) / 2, right);
    return both;
}

}  // namespace

std::vector<std::pair<AnnotationId, QImage>> cutCrops(const QImage &image, double scale, const std::vector<CropCut> &cuts)
{
    std::vector<std::pair<AnnotationId, QImage>> crops;
    crops.reserve(cuts.size());
    for (const CropCut &cut : cuts)
        crops.emplace_back(cut.id, cutOne(image, scale, cut));
    return crops;
}

CropPlace cropPlace(const store::Project &project, const model::Item &item, const model::Scene *scene,
                    const model::Annotation &label)
{
    return cropPlace(project.mediaPath(item), scene, label);
}

CropPlace cropPlace(const QString &medium, const model::Scene *scene, const model::Annotation &label)
{
    const std::int64_t index = label.frame ? label.frame->index : 0;
    if (scene) {
        if (index < 0 || index >= static_cast<std::int64_t>(scene->frames.size()))
            return {};
        const QFileInfo info(medium);
        return scenePlace(info.isDir() ? info.absoluteFilePath() : info.absolutePath(), *scene,
                          scene->frames[static_cast<std::size_t>(index)], label);
    }
    CropPlace place;
    const bool placed = geometry::boundsOf(label.geometry).has_value();
    if (!placed && !std::holds_alternative<geometry::ItemLabel>(label.geometry))
        return place;
    place.path = medium;
    place.frame = index;
    place.geometry = label.geometry;
    place.whole = !placed;
    return place;
}

std::vector<std::pair<AnnotationId, QImage>> readCrops(const exchange::MediaOpener &opener, const std::vector<PlacedCrop> &crops,
                                                       jobs::JobControl &control)
{
    std::unordered_map<AnnotationId, QImage> pictures;
    std::unordered_map<AnnotationId, QImage> tops;
    std::map<std::pair<QString, std::int64_t>, std::vector<CropCut>> byPicture;
    std::map<QString, std::vector<const PlacedCrop *>> byCloud;
    for (const PlacedCrop &crop : crops) {
        const CropPlace &place = crop.place;
        if (!place.cloud.isEmpty())
            byCloud[place.cloud].push_back(&crop);
        if (!place.path.isEmpty())
            byPicture[{place.path, place.frame}].push_back({crop.id, place.geometry, crop.colour, place.whole, place.camera,
                                                            place.cuboid, place.cloud.isEmpty() ? QSize() : cuboidTile});
    }
    for (const auto &[source, cuts] : byPicture) {
        const auto opened = opener.open(source.first);
        const QSize size = opened ? (*opened)->info().size : QSize();
        if (size.isEmpty() || control.cancelled())
            continue;
        const bool huge = std::int64_t(size.width()) * size.height() > mostPixels;
        const auto loaded =
            (*opened)->load(source.second, huge ? extension::LoadQuality::Preview : extension::LoadQuality::Full, control);
        if (!loaded || loaded->image.isNull())
            continue;
        for (auto &[id, image] : cutCrops(loaded->image, double(loaded->image.width()) / size.width(), cuts))
            pictures[id] = std::move(image);
    }
    for (const auto &[cloud, list] : byCloud) {
        std::vector<TopCut> cuts;
        for (const PlacedCrop *crop : list)
            cuts.push_back({crop->place.cuboid, crop->colour});
        std::vector<QImage> views = topViews(cloud, list.front()->place.label_from_cloud, cuts, cuboidTile, control);
        for (std::size_t i = 0; i < list.size(); ++i)
            tops[list[i]->id] = std::move(views[i]);
    }
    std::vector<std::pair<AnnotationId, QImage>> done;
    done.reserve(crops.size());
    for (const PlacedCrop &crop : crops)
        done.emplace_back(crop.id, besideEachOther(tops[crop.id], pictures[crop.id]));
    return done;
}

}  // namespace plumbline::workstation
