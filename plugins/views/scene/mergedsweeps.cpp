// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/mergedsweeps.h"

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

constexpr double firstCell = 0.05;   // metres, once there are too many points
constexpr double coarser = 1.5;
constexpr double coarsestCell = 1e5;
constexpr double roomLeft = 0.8;     // of the budget, so that not every sweep makes the grid coarser
constexpr std::size_t mostAtOnce = 16;  // sweeps between two pictures
constexpr std::uint64_t noCell = ~std::uint64_t(0);

}  // namespace

std::vector<SweepRequest> sweepsAround(const model::Scene &scene, std::int64_t frame, SweepCount count, const QString &folder,
                                       const QSet<QString> &switchedOff, std::size_t mostFrames)
{
    std::vector<SweepRequest> sweeps;
    const auto frames = std::int64_t(scene.frames.size());
    if (frame < 0 || frame >= frames || count == 1 || count < 0 || mostFrames == 0
        || !scene.frames[std::size_t(frame)].world_from_ego)
        return sweeps;
    const std::int64_t wide = count == 0 ? frames : std::min<std::int64_t>(count, frames);
    // As many before as after, as far as the scene goes.
    const std::int64_t first = std::clamp<std::int64_t>(frame - wide / 2, 0, frames - wide);
    const auto step = std::max<std::int64_t>(1, (wide + std::int64_t(mostFrames) - 1) / std::int64_t(mostFrames));
    std::vector<std::int64_t> order;
    for (std::int64_t i = first; i < first + wide; i += step)
        if (i != frame && scene.frames[std::size_t(i)].world_from_ego)
            order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [frame](std::int64_t a, std::int64_t b) { return std::abs(a - frame) < std::abs(b - frame); });
    const geometry::Pose ego_from_label = model::egoFromLabel(scene);
    for (const std::int64_t i : order) {
        const model::SceneFrame &shown = scene.frames[std::size_t(i)];
        const geometry::Pose world_from_label = geometry::composed(*shown.world_from_ego, ego_from_label);
        for (const model::SensorFile &file : shown.files) {
            const model::Sensor &sensor = scene.sensors[std::size_t(file.sensor)];
            if (sensor.kind != model::SensorKind::Lidar || switchedOff.contains(sensor.name))
                continue;
            sweeps.push_back(
                {folder + QLatin1Char('/') + file.path,
                 file.path,
                 geometry::composed(world_from_label, geometry::inverted(model::sensorFromLabel(scene, shown, file))),
                 {std::int32_t(i), file.sensor}});
        }
    }
    return sweeps;
}

void SweepMerger::Cells::clear(std::size_t expected)
{
    std::size_t size = 1 << 12;
    while (size < 2 * expected)
        size *= 2;
    m_slots.assign(size, noCell);
    m_used = 0;
}

bool SweepMerger::Cells::take(std::uint64_t key)
{
    if (2 * (m_used + 1) > m_slots.size())
        grow();
    const std::size_t mask = m_slots.size() - 1;
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
    for (std::size_t at = std::size_t(key * 0x9E3779B97F4A7C15U >> 20U) & mask;; at = (at + 1) & mask) {
        if (m_slots[at] == key)
            return false;
        if (m_slots[at] == noCell) {
            m_slots[at] = key;
            ++m_used;
            return true;
        }
    }
}

void SweepMerger::Cells::grow()
{
    const std::vector<std::uint64_t> before = std::move(m_slots);
    clear(std::max<std::size_t>(m_used * 2, 1));
    for (const std::uint64_t key : before)
        if (key != noCell)
            take(key);
}

bool SweepMerger::holds(const SweepRequest &sweep) const
{
    return m_held.contains({sweep.tag.frame, sweep.tag.sensor});
}

std::uint64_t SweepMerger::points() const
{
    std::uint64_t points = 0;
    for (const Entry &entry : m_entries)
        points += entry.world ? entry.world->size() : 0;
    return points;
}

std::size_t SweepMerger::unreadable() const
{
    return std::size_t(std::count_if(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return !entry.world; }));
}

CloudPointer SweepMerger::thinned(const CloudPointer &cloud)
{
    if (m_cell <= 0)
        return cloud;
    std::vector<std::size_t> kept;
    const Vector3 from = {cloud->origin[0] - (*m_corner)[0], cloud->origin[1] - (*m_corner)[1],
                          cloud->origin[2] - (*m_corner)[2]};
    // 21 bits an axis: 100 km at the finest grid. Cells further out share their numbers with others, which only thins them more.
    constexpr std::uint64_t mask = (1U << 21) - 1;
    for (std::size_t i = 0; i < cloud->size(); ++i) {
        std::uint64_t key = 0;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double cell = std::floor((from[axis] + double(cloud->positions[i][axis])) / m_cell);
            key = key << 21U | (std::uint64_t(std::int64_t(std::clamp(cell, -1e15, 1e15))) & mask);
        }
        if (m_cells.take(key))
            kept.push_back(i);
    }
    if (kept.size() == cloud->size())
        return cloud;
    CloudPointer part = subsetOf(*cloud, kept);
    if (!part) {
        // All of it lies where other sweeps have points: it is there, with none of its own.
        auto none = std::make_shared<CloudData>();
        none->origin = cloud->origin;
        none->tag = cloud->tag;
        none->channels = cloud->channels;
        part = none;
    }
    return part;
}

void SweepMerger::rethin()
{
    m_cells.clear(m_cell > 0 ? points() : 0);
    for (Entry &entry : m_entries) {
        if (!entry.world)
            continue;
        const CloudPointer part = thinned(entry.world);
        if (part == entry.world)
            continue;
        entry.world = part;
        entry.shown.reset();
    }
}

void SweepMerger::add(const SweepRequest &sweep, CloudPointer world)
{
    if (holds(sweep))
        return;
    if (world && !m_corner)
        m_corner = world->origin;
    m_held.insert({sweep.tag.frame, sweep.tag.sensor});
    m_entries.push_back({sweep, world ? thinned(world) : nullptr, nullptr, {}});
    if (points() <= m_budget)
        return;
    do {
        m_cell = m_cell > 0 ? m_cell * coarser : firstCell;
        rethin();
    } while (double(points()) > roomLeft * double(m_budget) && m_cell < coarsestCell);
}

void SweepMerger::keepOnly(const std::vector<SweepRequest> &sweeps)
{
    std::map<Place, const SweepRequest *> wanted;
    for (const SweepRequest &sweep : sweeps)
        wanted.emplace(Place{sweep.tag.frame, sweep.tag.sensor}, &sweep);
    const auto gone = std::erase_if(m_entries, [&](const Entry &entry) {
        const Place place{entry.sweep.tag.frame, entry.sweep.tag.sensor};
        const auto known = wanted.find(place);
        const bool goes = known == wanted.end() || !(*known->second == entry.sweep);
        if (goes)
            m_held.erase(place);
        return goes;
    });
    if (gone > 0 && m_cell > 0)
        rethin();
}

std::vector<CloudPointer> SweepMerger::shown(const geometry::Pose &label_from_world, std::int64_t frame)
{
    std::vector<CloudPointer> pieces;
    for (Entry &entry : m_entries) {
        if (!entry.world || entry.world->size() == 0 || entry.sweep.tag.frame == frame)
            continue;
        if (!entry.shown || !(entry.shownFrom == label_from_world)) {
            auto piece = moved(label_from_world, *entry.world);
            piece->merged = true;
            entry.shown = std::move(piece);
            entry.shownFrom = label_from_world;
        }
        pieces.push_back(entry.shown);
    }
    return pieces;
}

MergedSweeps::MergedSweeps(jobs::JobRunner &jobs, const CloudLimits &limits) : m_jobs(jobs), m_limits(limits) {}

MergedSweeps::~MergedSweeps()
{
    m_generation.next();
    if (m_job)
        m_jobs.cancel(m_job);
}

void MergedSweeps::clear()
{
    m_generation.next();
    if (m_job)
        m_jobs.cancel(std::exchange(m_job, 0));
    m_shared.reset();
    m_sweeps.clear();
    m_wanted = -1;
    m_unreadable = 0;
    if (m_pieces.empty())
        return;
    m_pieces.clear();
    emit changed();
}

void MergedSweeps::show(std::int64_t frame, const geometry::Pose &label_from_world, std::vector<SweepRequest> sweeps)
{
    if (sweeps.empty()) {
        clear();
        return;
    }
    if (m_shared && frame == m_wanted && label_from_world == m_label_from_world && sweeps == m_sweeps)
        return;
    m_generation.next();
    if (m_job)
        m_jobs.cancel(std::exchange(m_job, 0));
    if (!m_shared)
        m_shared = std::make_shared<Shared>(m_limits.merged);
    m_wanted = frame;
    m_label_from_world = label_from_world;
    m_sweeps = std::move(sweeps);
    m_atOnce = 1;
    next();
}

Result<MergedSweeps::Step> MergedSweeps::read(Shared &shared, const std::vector<SweepRequest> &sweeps, std::size_t most,
                                              std::int64_t frame, const geometry::Pose &label_from_world,
                                              const CloudLimits &limits, const jobs::JobControl &control)
{
    const std::lock_guard lock(shared.busy);
    shared.merger.keepOnly(sweeps);
    Step step;
    std::size_t done = 0;
    for (const SweepRequest &sweep : sweeps) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        if (shared.merger.holds(sweep))
            continue;
        if (done == most) {
            ++step.missing;
            continue;
        }
        ++done;
        auto reader = cloud::openCloud(sweep.path);
        Result<CloudPointer> cloud = reader
                                         ? (*reader)->info().points > limits.whole
                                               ? sampleCloud(**reader, limits.sample, sweep.label_from_cloud, control, sweep.tag)
                                               : readCloud(**reader, sweep.label_from_cloud, control, sweep.tag)
                                         : fail(reader.error());
        if (!cloud && cloud.error().code == ErrorCode::Cancelled)
            return fail(cloud.error());
        shared.merger.add(sweep, cloud ? std::move(*cloud) : nullptr);
    }
    step.pieces = shared.merger.shown(label_from_world, frame);
    step.unreadable = shared.merger.unreadable();
    return step;
}

void MergedSweeps::next()
{
    m_job = m_jobs.run(
        tr("Lay sweeps over each other"),
        [shared = m_shared, sweeps = m_sweeps, most = m_atOnce, frame = m_wanted, pose = m_label_from_world,
         limits = m_limits](jobs::JobControl &control) { return read(*shared, sweeps, most, frame, pose, limits, control); },
        this,
        [this](Result<Step> step) {
            m_job = 0;
            if (!step)
                return;
            m_pieces = std::move(step->pieces);
            m_frame = m_wanted;
            m_unreadable = step->unreadable;
            m_atOnce = std::min(2 * m_atOnce, mostAtOnce);
            if (step->missing > 0)
                next();
            emit changed();
        },
        jobs::JobRunner::Visibility::WhenSlow, m_generation.next());
}

}  // namespace plumbline::sceneview
