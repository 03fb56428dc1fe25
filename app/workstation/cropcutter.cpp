// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/cropcutter.h"

#include "core/base/atomicfile.h"
#include "core/geometry/cuboids.h"
#include "core/geometry/maskoutline.h"
#include "widgets/canvas/shapescene.h"

#include <QFileInfo>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace plumbline::workstation {

namespace {

constexpr double around = 0.25;       // of the longer side, on each side
constexpr double leastAround = 12;    // pixels
constexpr std::int64_t mostPixels = 64'000'000;  // larger pictures are read as previews
constexpr qsizetype ofAnEntry = 200;  // bytes

QPainterPath outline(const geometry::Geometry &geometry)
{
    if (const auto *mask = std::get_if<geometry::Mask>(&geometry))
        return canvas::outlineOf(geometry::outlineOfMask(*mask));
    return canvas::outlineOf(geometry);
}

}  // namespace

std::vector<std::pair<AnnotationId, QImage>> cutCrops(const QImage &image, double scale, const std::vector<CropCut> &cuts)
{
    std::vector<std::pair<AnnotationId, QImage>> crops;
    const QRectF whole(0, 0, image.width() / scale, image.height() / scale);
    for (const CropCut &cut : cuts) {
        const auto bounds = geometry::boundsOf(cut.geometry);
        if (!bounds) {
            crops.emplace_back(cut.id, QImage());
            continue;
        }
        const double margin = std::max(leastAround, around * std::max(bounds->w, bounds->h));
        const QRectF wanted =
            QRectF(bounds->x, bounds->y, bounds->w, bounds->h).adjusted(-margin, -margin, margin, margin).intersected(whole);
        const QRect pixels = QRectF(wanted.topLeft() * scale, wanted.size() * scale).toAlignedRect().intersected(image.rect());
        if (pixels.isEmpty()) {
            crops.emplace_back(cut.id, QImage());
            continue;
        }
        QImage crop = image.copy(pixels);
        double zoom = double(CropCutter::side) / std::max(crop.width(), crop.height());
        if (zoom < 1)
            crop = crop.scaled(CropCutter::side, CropCutter::side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        else
            // Small things are enlarged so that the line around them is not thicker than they are.
            crop = crop.scaled(crop.size() * std::min(zoom, 4.0), Qt::KeepAspectRatio, Qt::SmoothTransformation);
        zoom = double(crop.width()) / pixels.width();
        crop = crop.convertToFormat(QImage::Format_RGB32);
        QPainter painter(&crop);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(zoom, zoom);
        painter.translate(-pixels.topLeft());
        painter.scale(scale, scale);
        const QPainterPath path = outline(cut.geometry);
        const auto stroke = [&](const QColor &colour, double width) {
            QPen pen(colour, width);
            pen.setCosmetic(true);
            pen.setJoinStyle(Qt::MiterJoin);
            painter.strokePath(path, pen);
        };
        stroke(QColor(0, 0, 0, 130), 4);
        stroke(cut.colour, 2);
        painter.end();
        crops.emplace_back(cut.id, crop);
    }
    return crops;
}

CropPlace cropPlace(const store::Project &project, const model::Item &item, const model::Scene *scene,
                    const model::Annotation &label)
{
    return cropPlace(project.mediaPath(item), scene, label);
}

CropPlace cropPlace(const QString &medium, const model::Scene *scene, const model::Annotation &label)
{
    const auto *cuboid = std::get_if<geometry::Cuboid>(&label.geometry);
    if (!scene)
        return {medium, label.frame ? label.frame->index : 0, label.geometry};
    const std::int64_t index = label.frame ? label.frame->index : 0;
    if (!cuboid || index < 0 || index >= static_cast<std::int64_t>(scene->frames.size()))
        return {};
    const QFileInfo info(medium);
    const QString folder = info.isDir() ? info.absoluteFilePath() : info.absolutePath();
    const model::SceneFrame &frame = scene->frames[static_cast<std::size_t>(index)];
    CropPlace best;
    double largest = 0;
    for (const model::SensorFile &file : frame.files) {
        const model::Sensor &sensor = scene->sensors[static_cast<std::size_t>(file.sensor)];
        if (sensor.kind != model::SensorKind::Camera || !sensor.camera)
            continue;
        const auto seen = geometry::projectedBounds(*sensor.camera, model::sensorFromLabel(*scene, frame, file), *cuboid);
        const auto path = base::safeRelativePath(file.path);
        if (!seen || !path || seen->w * seen->h <= largest)
            continue;
        largest = seen->w * seen->h;
        best = {folder + QLatin1Char('/') + *path, 0, *seen};
    }
    return best;
}

CropCutter::CropCutter(exchange::MediaOpener opener, review::CropModel &model, review::ContactSheet &sheet, QObject *parent)
    : QObject(parent), m_opener(std::move(opener)), m_model(model), m_sheet(sheet)
{
    m_model.setLookup([this](const review::Crop &crop) { return find(crop); });
    connect(&m_sheet, &review::ContactSheet::sightChanged, this, &CropCutter::look);
}

void CropCutter::setPlaces(std::unordered_map<AnnotationId, CropPlace> places)
{
    m_places = std::move(places);
    look();
}

review::CropModel::Picture CropCutter::find(const review::Crop &crop)
{
    using State = review::CropModel::PictureState;
    const auto kept = m_keptPlaces.find(crop.id);
    if (kept == m_keptPlaces.end()) {
        const auto place = m_places.find(crop.id);
        return {place == m_places.end() || place->second.path.isEmpty() ? State::Unreadable : State::Waiting, {}};
    }
    m_kept.splice(m_kept.begin(), m_kept, kept->second);
    const QImage &image = kept->second->image;
    return {image.isNull() ? State::Unreadable : State::Ready, image};
}

void CropCutter::look()
{
    if (m_running)
        return;
    const auto [first, last] = m_sheet.inSight();
    // The first picture that is missing, and with it whatever else is seen of the same one.
    QString path;
    std::int64_t frame = 0;
    std::vector<CropCut> cuts;
    for (int row = first; row <= last; ++row) {
        const review::Crop *crop = m_model.at(row);
        const auto place = crop ? m_places.find(crop->id) : m_places.end();
        if (place == m_places.end() || place->second.path.isEmpty() || m_keptPlaces.contains(crop->id))
            continue;
        if (cuts.empty()) {
            path = place->second.path;
            frame = place->second.frame;
        }
        if (place->second.path == path && place->second.frame == frame)
            cuts.push_back({crop->id, place->second.geometry, crop->colour});
    }
    if (cuts.empty()) {
        emit becameIdle();
        return;
    }
    using Crops = std::vector<std::pair<AnnotationId, QImage>>;
    m_running = m_runner.run(
        tr("Crops of %1").arg(QFileInfo(path).fileName()),
        [opener = m_opener, path, frame, cuts](jobs::JobControl &control) -> Result<Crops> {
            Crops none;
            for (const CropCut &cut : cuts)
                none.emplace_back(cut.id, QImage());
            const auto source = opener.open(path);
            if (!source)
                return none;
            const QSize size = (*source)->info().size;
            const bool huge = std::int64_t(size.width()) * size.height() > mostPixels;
            const auto loaded =
                (*source)->load(frame, huge ? extension::LoadQuality::Preview : extension::LoadQuality::Full, control);
            if (!loaded || loaded->image.isNull() || size.isEmpty())
                return none;
            return cutCrops(loaded->image, double(loaded->image.width()) / size.width(), cuts);
        },
        this,
        [this](const Result<Crops> &crops) {
            m_running = 0;
            if (crops)
                for (const auto &[id, image] : *crops)
                    keep(id, image);
            m_sheet.viewport()->update();
            look();
        },
        jobs::JobRunner::Visibility::Quiet, m_generation.next());
}

void CropCutter::keep(AnnotationId id, const QImage &image)
{
    if (m_keptPlaces.contains(id))
        return;
    m_kept.push_front({id, image});
    m_keptPlaces[id] = m_kept.begin();
    m_bytes += image.sizeInBytes() + ofAnEntry;
    while (m_bytes > mostBytes && m_kept.size() > 1) {
        m_bytes -= m_kept.back().image.sizeInBytes() + ofAnEntry;
        m_keptPlaces.erase(m_kept.back().id);
        m_kept.pop_back();
    }
}

}  // namespace plumbline::workstation
