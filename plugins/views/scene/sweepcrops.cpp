// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/sweepcrops.h"

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

constexpr std::uint64_t wholeCloud = 2'000'000;   // points that are read of one sweep
constexpr std::uint64_t sampleOfCloud = 500'000;  // of a larger one
constexpr std::size_t mostOfOne = 20'000;         // points kept of one sweep
constexpr int cropWidth = 420;                    // pixels of a piece of a picture

Result<SweepCrop> readCrop(const SweepRequest &request, const geometry::Cuboid &cuboid, const jobs::JobControl &control)
{
    auto reader = cloud::openCloud(request.path);
    if (!reader)
        return fail(reader.error());
    SweepCrop crop;
    crop.around = cuboid;
    crop.sample = (*reader)->info().points > wholeCloud;
    auto cloud = crop.sample ? sampleCloud(**reader, sampleOfCloud, request.label_from_cloud, control)
                             : readCloud(**reader, request.label_from_cloud, control);
    if (!cloud)
        return fail(cloud.error());
    auto near = std::make_shared<CloudData>();
    near->origin = cuboid.centre;
    const geometry::Pose back = geometry::inverted(geometry::poseOf(cuboid));
    const CloudData &all = **cloud;
    for (const auto &p : all.positions) {
        const Vector3 place{all.origin[0] + double(p[0]), all.origin[1] + double(p[1]), all.origin[2] + double(p[2])};
        const Vector3 local = geometry::transformed(back, place);
        bool within = true;
        for (std::size_t axis = 0; axis < 3; ++axis)
            within = within && std::abs(local[axis]) <= cuboid.size[axis] / 2 + SweepCrops::margin;
        if (!within)
            continue;
        near->positions.push_back(
            {float(place[0] - cuboid.centre[0]), float(place[1] - cuboid.centre[1]), float(place[2] - cuboid.centre[2])});
        // Points come mixed: the first are a fair sample.
        if (near->positions.size() == mostOfOne) {
            crop.sample = true;
            break;
        }
    }
    near->inFile = all.inFile;
    near->sample = crop.sample;
    if (!near->positions.empty())
        finish(*near);
    crop.points = near;
    return crop;
}

/// Around the box with some surroundings, 4 to 3, within the picture.
QRectF partOf(const CameraChoice &choice)
{
    constexpr double more = 1.5;
    constexpr double least = 48;  // pixels
    const QRectF whole(0, 0, choice.camera.width, choice.camera.height);
    double width = std::max({choice.bounds.width() * more, choice.bounds.height() * more * 4 / 3, least});
    width = std::min({width, whole.width(), whole.height() * 4 / 3});
    QRectF part(0, 0, width, width * 3 / 4);
    part.moveCenter(choice.bounds.center());
    part.moveLeft(std::clamp(part.left(), 0.0, std::max(0.0, whole.width() - part.width())));
    part.moveTop(std::clamp(part.top(), 0.0, std::max(0.0, whole.height() - part.height())));
    return part;
}

bool sees(const CameraChoice &choice, const geometry::Cuboid &cuboid)
{
    const auto corners = geometry::cornersOf(cuboid);
    return std::all_of(corners.begin(), corners.end(), [&](const Vector3 &corner) {
        const auto at = geometry::projected(choice.camera, geometry::transformed(choice.camera_from_label, corner));
        return at && at->x >= 0 && at->y >= 0 && at->x <= choice.camera.width && at->y <= choice.camera.height;
    });
}

}  // namespace

std::optional<CameraChoice> bestCamera(const model::Scene &scene, std::size_t frame,
                                       const std::function<geometry::Cuboid(std::int64_t)> &at)
{
    std::optional<CameraChoice> best;
    if (frame >= scene.frames.size())
        return best;
    const model::SceneFrame &shown = scene.frames[frame];
    for (const model::SensorFile &file : shown.files) {
        const model::Sensor &sensor = scene.sensors[std::size_t(file.sensor)];
        if (sensor.kind != model::SensorKind::Camera || !sensor.camera)
            continue;
        CameraChoice choice{file.sensor, file.path, file.microseconds, *sensor.camera, model::sensorFromLabel(scene, shown, file),
                            {},          false};
        const geometry::Cuboid cuboid = at(file.microseconds);
        const auto bounds = geometry::projectedBounds(choice.camera, choice.camera_from_label, cuboid);
        if (!bounds)
            continue;
        choice.bounds = QRectF(bounds->x, bounds->y, bounds->w, bounds->h);
        choice.cut = !sees(choice, cuboid);
        const auto area = [](const CameraChoice &of) { return of.bounds.width() * of.bounds.height(); };
        if (!best || (best->cut && !choice.cut) || (best->cut == choice.cut && area(choice) > area(*best)))
            best = choice;
    }
    return best;
}

SweepCrops::SweepCrops(jobs::JobRunner &jobs, extension::ViewContext::FrameLoader loader, QObject *parent)
    : QObject(parent), m_jobs(jobs), m_loader(std::move(loader)), m_token(m_generation.next())
{}

SweepCrops::~SweepCrops()
{
    for (const jobs::JobId job : {m_sweepJob, m_pictureJob})
        if (job)
            m_jobs.cancel(job);
}

void SweepCrops::clear()
{
    m_token = m_generation.next();
    for (jobs::JobId *job : {&m_sweepJob, &m_pictureJob})
        if (*job)
            m_jobs.cancel(std::exchange(*job, 0));
    m_wants.clear();
    m_sweeps.clear();
    m_pictures.clear();
    m_pointsHeld = 0;
}

const SweepCrop *SweepCrops::sweep(std::int64_t frame) const
{
    const auto at = m_sweeps.find(frame);
    return at == m_sweeps.end() ? nullptr : &at->second.crop;
}

const PictureCrop *SweepCrops::picture(std::int64_t frame) const
{
    const auto at = m_pictures.find(frame);
    return at == m_pictures.end() ? nullptr : &at->second.crop;
}

bool SweepCrops::fits(const geometry::Cuboid &read, const geometry::Cuboid &wanted)
{
    // The view shows 1.2 m, or 40 % of the size, around the box.
    double grown = 0;
    for (std::size_t axis = 0; axis < 3; ++axis)
        grown = std::max(grown, wanted.size[axis] - read.size[axis]);
    return std::hypot(read.centre[0] - wanted.centre[0], read.centre[1] - wanted.centre[1], read.centre[2] - wanted.centre[2])
               + grown / 2
           <= 1.0;
}

void SweepCrops::want(std::vector<Want> wants)
{
    m_wants = std::move(wants);
    ++m_clock;
    for (const Want &want : m_wants) {
        if (const auto at = m_sweeps.find(want.frame); at != m_sweeps.end())
            at->second.used = m_clock;
        if (const auto at = m_pictures.find(want.frame); at != m_pictures.end())
            at->second.used = m_clock;
    }
    trim();
    pump();
}

void SweepCrops::pump()
{
    pumpSweeps();
    pumpPictures();
}

void SweepCrops::pumpSweeps()
{
    if (m_sweepJob)
        return;
    const auto missing = std::find_if(m_wants.begin(), m_wants.end(), [&](const Want &want) {
        if (!want.sweep)
            return false;
        const auto at = m_sweeps.find(want.frame);
        return at == m_sweeps.end() || !(at->second.request == *want.sweep) || !fits(at->second.crop.around, want.around);
    });
    if (missing == m_wants.end())
        return;
    // What is wanted is more than may be held: the least urgent gives way, or is not read at all.
    while (m_pointsHeld > mostPoints && !m_sweeps.contains(missing->frame)) {
        const auto least = std::find_if(m_wants.rbegin(), std::make_reverse_iterator(missing),
                                        [this](const Want &want) { return m_sweeps.contains(want.frame); });
        if (least == std::make_reverse_iterator(missing))
            return;
        drop(m_sweeps.find(least->frame));
    }
    m_sweepJob = m_jobs.run(
        tr("Read %1").arg(missing->sweep->name),
        [request = *missing->sweep, around = missing->around](jobs::JobControl &control) {
            return readCrop(request, around, control);
        },
        this,
        [this, frame = missing->frame, request = *missing->sweep, around = missing->around](Result<SweepCrop> crop) {
            m_sweepJob = 0;
            SweepCrop taken;
            taken.around = around;
            if (crop)
                taken = std::move(*crop);
            else
                taken.problem = crop.error().text;
            KeptSweep &kept = m_sweeps[frame];
            m_pointsHeld -= kept.crop.points ? kept.crop.points->size() : 0;
            kept = {std::move(taken), request, m_clock};
            m_pointsHeld += kept.crop.points ? kept.crop.points->size() : 0;
            trim();
            emit changed(frame);
            pumpSweeps();
        },
        jobs::JobRunner::Visibility::WhenSlow, m_token);
}

void SweepCrops::pumpPictures()
{
    if (m_pictureJob)
        return;
    const auto missing = std::find_if(m_wants.begin(), m_wants.end(), [&](const Want &want) {
        if (!want.camera)
            return false;
        const auto at = m_pictures.find(want.frame);
        if (at == m_pictures.end())
            return true;
        const PictureCrop &crop = at->second.crop;
        const QRectF part = partOf(*want.camera);
        return crop.choice.path != want.camera->path || !crop.part.contains(part.center()) || part.width() > 2 * crop.part.width()
               || crop.part.width() > 2 * part.width();
    });
    if (missing == m_wants.end())
        return;
    const CameraChoice choice = *missing->camera;
    const QRectF part = partOf(choice);
    m_pictureJob = m_jobs.run(
        tr("Read %1").arg(choice.path),
        [loader = m_loader, path = missing->picturePath, choice, part](jobs::JobControl &control) -> Result<QImage> {
            const auto loaded = loader(path, 0, extension::LoadQuality::Preview, control);
            if (!loaded)
                return fail(loaded.error());
            const double sx = loaded->image.width() / choice.camera.width;
            const double sy = loaded->image.height() / choice.camera.height;
            const QImage piece =
                loaded->image.copy(QRectF(part.x() * sx, part.y() * sy, part.width() * sx, part.height() * sy).toAlignedRect());
            return piece.width() > cropWidth ? piece.scaledToWidth(cropWidth, Qt::SmoothTransformation) : piece;
        },
        this,
        [this, frame = missing->frame, choice, part](const Result<QImage> &picture) {
            m_pictureJob = 0;
            PictureCrop crop{choice, part, {}, {}};
            if (picture)
                crop.picture = *picture;
            else
                crop.problem = picture.error().text;
            m_pictures[frame] = {std::move(crop), m_clock};
            trim();
            emit changed(frame);
            pumpPictures();
        },
        jobs::JobRunner::Visibility::WhenSlow, m_token);
}

void SweepCrops::drop(std::map<std::int64_t, KeptSweep>::iterator kept)
{
    m_pointsHeld -= kept->second.crop.points ? kept->second.crop.points->size() : 0;
    m_sweeps.erase(kept);
}

void SweepCrops::trim()
{
    const auto oldest = [this](auto &kept) {
        auto worst = kept.end();
        for (auto at = kept.begin(); at != kept.end(); ++at)
            if (at->second.used < m_clock && (worst == kept.end() || at->second.used < worst->second.used))
                worst = at;
        return worst;
    };
    while (m_pointsHeld > mostPoints) {
        const auto at = oldest(m_sweeps);
        if (at == m_sweeps.end())
            break;
        drop(at);
    }
    while (m_pictures.size() > mostPictures) {
        const auto at = oldest(m_pictures);
        if (at == m_pictures.end())
            break;
        m_pictures.erase(at);
    }
}

}  // namespace plumbline::sceneview
