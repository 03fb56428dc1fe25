// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/sceneclouds.h"

#include <QLocale>

#include <algorithm>

namespace plumbline::sceneview {

SceneClouds::SceneClouds(jobs::JobRunner &jobs, std::function<QString()> cacheFolder, CloudLimits limits)
    : m_jobs(jobs), m_cacheFolder(std::move(cacheFolder)), m_limits(limits), m_first(jobs, m_cacheFolder, limits),
      m_merged(jobs, limits)
{
    connect(&m_first, &CloudSource::changed, this, &SceneClouds::rebuild);
    connect(&m_first, &CloudSource::stateChanged, this, &SceneClouds::stateChanged);
    connect(&m_merged, &MergedSweeps::changed, this, &SceneClouds::rebuild);
}

SceneClouds::~SceneClouds()
{
    disconnect(&m_first, nullptr, this, nullptr);
    disconnect(&m_merged, nullptr, this, nullptr);
    for (const auto &source : m_further)
        disconnect(source.get(), nullptr, this, nullptr);
}

void SceneClouds::addSource()
{
    // They share what the first one may take.
    CloudLimits limits = m_limits;
    limits.shown = std::max<std::uint64_t>(1, limits.shown / 2);
    limits.keptAhead /= 2;
    m_further.push_back(std::make_unique<CloudSource>(m_jobs, m_cacheFolder, limits));
    connect(m_further.back().get(), &CloudSource::changed, this, &SceneClouds::rebuild);
    connect(m_further.back().get(), &CloudSource::stateChanged, this, &SceneClouds::stateChanged);
}

std::vector<SweepRequest> SceneClouds::sweepsOf(const model::Scene &scene, std::int64_t frame, const QString &folder) const
{
    std::vector<SweepRequest> sweeps;
    if (frame < 0 || std::size_t(frame) >= scene.frames.size())
        return sweeps;
    const model::SceneFrame &shown = scene.frames[std::size_t(frame)];
    for (std::size_t i = 0; i < scene.sensors.size(); ++i) {
        const model::SensorFile *file = model::fileOf(shown, std::int32_t(i));
        if (file && scene.sensors[i].kind == model::SensorKind::Lidar && !m_switchedOff.contains(scene.sensors[i].name))
            sweeps.push_back({folder + QLatin1Char('/') + file->path,
                              file->path,
                              geometry::inverted(model::sensorFromLabel(scene, shown, *file)),
                              {std::int32_t(frame), std::int32_t(i)}});
    }
    return sweeps;
}

std::optional<SweepRequest> SceneClouds::sweepOf(const model::Scene &scene, std::int64_t frame, const QString &folder) const
{
    const auto sweeps = sweepsOf(scene, frame, folder);
    return sweeps.empty() ? std::nullopt : std::optional(sweeps.front());
}

std::vector<LidarState> SceneClouds::lidars(const model::Scene &scene, std::int64_t frame) const
{
    std::vector<LidarState> lidars;
    for (std::size_t i = 0; i < scene.sensors.size(); ++i) {
        const model::Sensor &sensor = scene.sensors[i];
        if (sensor.kind != model::SensorKind::Lidar)
            continue;
        LidarState state{std::int32_t(i), sensor.name, !m_switchedOff.contains(sensor.name), false, 0};
        if (frame >= 0 && std::size_t(frame) < scene.frames.size()) {
            const model::SceneFrame &shown = scene.frames[std::size_t(frame)];
            if (const model::SensorFile *file = model::fileOf(shown, std::int32_t(i))) {
                state.recorded = true;
                state.offsetMicroseconds = file->microseconds - shown.microseconds;
            }
        }
        lidars.push_back(state);
    }
    return lidars;
}

bool SceneClouds::show(const model::Scene &scene, std::int64_t frame, const QString &folder)
{
    const std::vector<SweepRequest> sweeps = sweepsOf(scene, frame, folder);
    if (sweeps.empty()) {
        clear();
        return false;
    }
    m_switching = true;
    while (m_further.size() + 1 < sweeps.size())
        addSource();
    m_first.show(sweeps.front());
    for (std::size_t i = 0; i < m_further.size(); ++i) {
        if (i + 1 < sweeps.size())
            m_further[i]->show(sweeps[i + 1]);
        else
            m_further[i]->clear();
    }
    const auto &pose = scene.frames[std::size_t(frame)].world_from_ego;
    m_merged.show(frame, pose ? geometry::inverted(geometry::composed(*pose, model::egoFromLabel(scene))) : geometry::Pose(),
                  sweepsAround(scene, frame, m_count, folder, m_switchedOff));
    m_switching = false;
    rebuild();
    return true;
}

void SceneClouds::prefetch(const model::Scene &scene, std::int64_t frame, const QString &folder)
{
    const std::vector<SweepRequest> sweeps = sweepsOf(scene, frame, folder);
    for (std::size_t i = 0; i < sweeps.size() && i <= m_further.size(); ++i)
        (i == 0 ? m_first : *m_further[i - 1]).prefetch(sweeps[i]);
}

void SceneClouds::clear()
{
    m_switching = true;
    m_first.clear();
    for (const auto &source : m_further)
        source->clear();
    m_merged.clear();
    m_switching = false;
    rebuild();
}

void SceneClouds::setView(const ViewCamera &camera, QSizeF viewport)
{
    const auto tell = [&](CloudSource &source) {
        cloud::CloudView view;
        const Vector3 origin = source.origin();
        for (const auto &plane : camera.planes(viewport, origin))
            view.planes.push_back(plane);
        // What is cut away needs no detail.
        if (m_clipped.clip())
            for (const auto &plane : planesOf(*m_clipped.clip(), origin))
                view.planes.push_back(plane);
        view.eye = minus(camera.eye(), origin);
        view.perspective = !camera.parallel;
        view.pixelsPerUnit = camera.pixelsPerMetre(viewport) * (camera.parallel ? 1 : camera.distance);
        source.setView(view);
    };
    tell(m_first);
    for (const auto &source : m_further)
        tell(*source);
}

void SceneClouds::setClip(const std::optional<ClipBox> &clip)
{
    if (clip == m_clipped.clip())
        return;
    m_clipped.setClip(clip);
    rebuild();
}

void SceneClouds::rebuild()
{
    if (m_switching)
        return;
    std::vector<CloudPointer> pieces = m_first.pieces();
    const std::int32_t frame = pieces.empty() ? -1 : pieces.front()->tag.frame;
    for (const auto &source : m_further)
        for (const CloudPointer &piece : source->pieces())
            // One that is still on its way shows the frame before.
            if (piece->tag.frame == frame)
                pieces.push_back(piece);
    m_whole = std::move(pieces);
    m_pieces = m_clipped.of(m_whole);
    m_mergedPieces = m_merged.frame() == frame ? m_clipped.of(m_merged.pieces()) : std::vector<CloudPointer>();
    m_clipped.forgetUnused();
    emit changed();
}

std::vector<CloudPointer> SceneClouds::all() const
{
    std::vector<CloudPointer> all = m_pieces;
    all.insert(all.end(), m_mergedPieces.begin(), m_mergedPieces.end());
    return all;
}

std::optional<std::pair<Vector3, Vector3>> SceneClouds::bounds() const
{
    auto bounds = m_first.bounds();
    for (const auto &source : m_further) {
        const auto other = source->bounds();
        if (!other)
            continue;
        if (!bounds)
            bounds = other;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            bounds->first[axis] = std::min(bounds->first[axis], other->first[axis]);
            bounds->second[axis] = std::max(bounds->second[axis], other->second[axis]);
        }
    }
    return bounds;
}

BoxCount SceneClouds::countIn(const geometry::Cuboid &cuboid) const
{
    const ClipBox box = clipAround(cuboid, 0);
    BoxCount count = m_first.countIn(box);
    for (const auto &source : m_further)
        count += source->countIn(box);
    return count;
}

bool SceneClouds::isRefining() const
{
    return m_first.isRefining() || m_merged.isReading()
           || std::any_of(m_further.begin(), m_further.end(), [](const auto &source) { return source->isRefining(); });
}

QString SceneClouds::words() const
{
    const QLocale locale;
    const auto number = [&](std::uint64_t count) { return locale.toString(qulonglong(count)); };
    const auto sum = [](const std::vector<CloudPointer> &pieces) {
        std::uint64_t points = 0;
        for (const CloudPointer &piece : pieces)
            points += piece->size();
        return points;
    };
    std::uint64_t there = m_first.pointsInFile();
    bool part = m_clipped.clip() || m_first.isLarge();
    std::uint64_t lost = 0;
    const auto look = [&](const CloudSource &source) {
        for (const CloudPointer &piece : source.pieces()) {
            part = part || piece->sample;
            lost += source.isLarge() ? 0 : piece->noReturn;
        }
    };
    look(m_first);
    for (const auto &source : m_further) {
        there += source->pieces().empty() ? 0 : source->pointsInFile();
        part = part || source->isLarge();
        look(*source);
    }
    QString text =
        part ? tr("%1 of %2 points").arg(number(sum(m_pieces)), number(there)) : tr("%1 points").arg(number(sum(m_pieces)));
    if (!part && lost > 0)
        text += tr(" · %1 without a place").arg(number(lost));
    if (!m_mergedPieces.empty())
        text += tr(" · and %1 of %2 other sweeps").arg(number(sum(m_mergedPieces))).arg(m_merged.pieces().size());
    if (const std::size_t unreadable = m_merged.sweepsUnreadable(); unreadable > 0)
        text += tr(" · %1 sweeps cannot be read").arg(unreadable);
    for (const auto &source : m_further)
        if (source->state() == CloudSource::State::Failed)
            text += tr(" · %1 cannot be shown").arg(source->request().name);
    if (isRefining())
        text += tr(" · refining…");
    return text;
}

}  // namespace plumbline::sceneview
