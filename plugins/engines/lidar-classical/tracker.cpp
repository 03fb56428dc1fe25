// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/lidar-classical/tracker.h"

#include "core/geometry/pose.h"
#include "core/matching/assignment.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::engines::lidar {

namespace {

constexpr double pi = std::numbers::pi;
constexpr double acceleration = 2.0;  // m/s², standard deviation of what a constant velocity leaves out
constexpr double startSpeed = 7;  // m/s, standard deviation of the speed of something new
constexpr int leastSweepsKept = 8;
constexpr std::int64_t leastTimeKept = 1'000'000;
constexpr std::size_t mostTracks = 1024;
constexpr double movingSpeed = 1.2;  // m/s; slower, the direction of motion is noise
constexpr double lowestLikelihood = 1e-3;
constexpr double unsureAtFirst = 0.3;     // share of the score that one sweep alone does not earn
constexpr double memory = 0.93;  // share of evidence kept from sweep to sweep

double lengthOf(const std::array<double, 2> &v)
{
    return std::hypot(v[0], v[1]);
}

// Which of the sizes holds: what was seen, but not less than is usual.
std::array<double, 2> completeSize(Kind kind, const std::array<double, 2> &seen)
{
    const SizePrior &prior = priorOf(kind);
    return {std::clamp(seen[0], prior.mean[0], prior.most[0]), std::clamp(seen[1], prior.mean[1], prior.most[1])};
}

}  // namespace

void Tracker::forget()
{
    m_tracks.clear();
    m_started = false;
}

double Tracker::speedOf(const Track &track)
{
    return lengthOf(track.velocity);
}

Kind Tracker::kindOf(const Track &track, bool hasWorld)
{
    std::array<double, kindCount> sum = track.evidence;
    if (hasWorld && track.hits >= 5) {
        const double speed = speedOf(track);
        auto &pedestrian = sum[static_cast<std::size_t>(Kind::Pedestrian)];
        auto &cyclist = sum[static_cast<std::size_t>(Kind::Cyclist)];
        if (speed > 2.6)
            pedestrian -= 6;
        else if (speed < 2)
            cyclist -= 3;
    }
    return static_cast<Kind>(std::max_element(sum.begin(), sum.end()) - sum.begin());
}

void Tracker::foretell(Track &track, double seconds) const
{
    for (std::size_t axis = 0; axis < 2; ++axis) {
        track.place[axis] += seconds * track.velocity[axis];
        track.footprint.centre[axis] += seconds * track.velocity[axis];
    }
    const double q = acceleration * acceleration;
    const double t = seconds;
    track.pp += 2 * t * track.pv + t * t * track.vv + q * t * t * t * t / 4;
    track.pv += t * track.vv + q * t * t * t / 2;
    track.vv += q * t * t;
}

void Tracker::update(Track &track, Detection &detection, const Point2 &eye, bool hasWorld) const
{
    const bool fresh = track.hits == 0;
    ++track.hits;
    track.missed = 0;
    for (std::size_t kind = 0; kind < kindCount; ++kind)
        track.evidence[kind] = memory * track.evidence[kind] + std::log(std::max(lowestLikelihood, detection.likelihoods[kind]));
    const Kind kind = kindOf(track, hasWorld);
    if (kind != track.kind) {
        track.axisCos = 0;
        track.axisSin = 0;
        track.kind = kind;
    }
    // Direction of the sides: many points on long sides tell it well.
    const double yawSeen = detection.yaws[static_cast<std::size_t>(kind)];
    const double weight = std::clamp(std::max(detection.seen.length, detection.seen.width) - 0.5, 0.1, 3.0)
                          * std::min(1.0, detection.points / 60.0);
    track.axisCos = memory * track.axisCos + weight * std::cos(2 * yawSeen);
    track.axisSin = memory * track.axisSin + weight * std::sin(2 * yawSeen);
    const double speed = speedOf(track);
    const bool moves = hasWorld && track.hits > 2 && speed > movingSpeed && speed > 2.5 * std::sqrt(track.vv);
    if (moves) {
        const double course = std::atan2(track.velocity[1], track.velocity[0]);
        const double courseWeight = std::min(2.0, speed / 2.5);
        track.axisCos += courseWeight * std::cos(2 * course);
        track.axisSin += courseWeight * std::sin(2 * course);
    }
    double yaw = std::atan2(track.axisSin, track.axisCos) / 2;
    // The axis turns slowly: keep pointing where it did.
    if (!fresh && std::cos(yaw - track.yaw) < 0)
        yaw += pi;
    track.yaw = geometry::wrappedAngle(yaw);
    track.forward *= memory;
    if (moves)
        track.forward += std::cos(track.yaw - std::atan2(track.velocity[1], track.velocity[0]));
    if (track.forward < -0.5) {
        track.yaw = geometry::wrappedAngle(track.yaw + pi);
        track.forward = -track.forward;
    }

    const Extent extent = extentAlong(detection.outline, track.yaw);
    for (std::size_t axis = 0; axis < 2; ++axis) {
        const double seen = std::min(extent.size(axis), priorOf(kind).most[axis]);
        if (seen > track.longest[axis]) {
            track.size[axis] = track.longest[axis];
            track.longest[axis] = seen;
        } else {
            track.size[axis] = std::max(track.size[axis], seen);
        }
    }
    track.top = detection.seen.topHidden ? std::max(track.top, detection.seen.top)
                                         : (fresh ? detection.seen.top : 0.7 * track.top + 0.3 * detection.seen.top);
    track.ground = fresh ? detection.ground : 0.5 * track.ground + 0.5 * detection.ground;
    const auto size = completeSize(kind, track.size);
    track.footprint = completed(extent, size[0], size[1], eye);

    // Measured is the middle of the completed rectangle.
    const double noise = 0.12 + 0.004 * detection.range + (detection.points < 30 ? 0.2 : 0.0);
    if (fresh) {
        track.place = track.footprint.centre;
        track.pp = noise * noise;
        track.pv = 0;
        track.vv = hasWorld ? startSpeed * startSpeed : 4 * startSpeed * startSpeed;
    } else {
        const double s = track.pp + noise * noise;
        const double gainPlace = track.pp / s;
        const double gainVelocity = track.pv / s;
        for (std::size_t axis = 0; axis < 2; ++axis) {
            const double off = track.footprint.centre[axis] - track.place[axis];
            track.place[axis] += gainPlace * off;
            track.velocity[axis] += gainVelocity * off;
        }
        track.vv -= gainVelocity * track.pv;
        track.pv *= 1 - gainPlace;
        track.pp *= 1 - gainPlace;
    }
    track.footprint.centre = track.place;
    track.footprint.length = size[0];
    track.footprint.width = size[1];
}

// What stands between the sensor and an object cuts it into pieces; where a track is, they belong together.
void Tracker::joinPieces(std::vector<Detection> &seen, const Point2 &eye) const
{
    constexpr double margin = 0.35;
    constexpr double inside = 0.8;
    for (const Track &track : m_tracks) {
        if (track.hits < 3 || !priorOf(kindOf(track, true)).vehicle)
            continue;
        std::vector<std::size_t> pieces;
        for (std::size_t i = 0; i < seen.size(); ++i) {
            const auto within = std::count_if(seen[i].outline.begin(), seen[i].outline.end(),
                                              [&](const Point2 &p) { return contains(track.footprint, p, margin); });
            if (double(within) >= inside * double(seen[i].outline.size()))
                pieces.push_back(i);
        }
        for (std::size_t i = pieces.size(); i-- > 1;) {
            Detection both = joined(seen[pieces[0]], seen[pieces[i]], eye);
            if (both.likelihoods[static_cast<std::size_t>(both.likeliest())] <= 0)
                continue;
            seen[pieces[0]] = std::move(both);
            seen.erase(seen.begin() + static_cast<std::ptrdiff_t>(pieces[i]));
        }
    }
}

std::vector<TrackedObject> Tracker::step(std::vector<Detection> seen, const Point2 &eye, std::int64_t microseconds, bool hasWorld)
{
    double seconds = m_started ? double(microseconds - m_now) / 1e6 : 0;
    // Times that stand still or jump are no times: a usual turn of a sensor instead.
    if (m_started && !(seconds > 1e-3 && seconds < 5))
        seconds = 0.1;
    m_now = microseconds;
    m_started = true;
    for (Track &track : m_tracks)
        foretell(track, seconds);
    joinPieces(seen, eye);

    std::vector<matching::BenefitPair> pairs;
    for (std::size_t t = 0; t < m_tracks.size(); ++t) {
        const Track &track = m_tracks[t];
        const Kind kind = kindOf(track, hasWorld);
        const auto size = completeSize(kind, track.size);
        const double gate = (priorOf(kind).vehicle ? 2.2 : 0.9) + std::min(2.0, 2 * std::sqrt(track.pp));
        for (std::size_t d = 0; d < seen.size(); ++d) {
            if (!(seen[d].likelihoods[static_cast<std::size_t>(kind)] > 0))
                continue;
            const Footprint there = completed(extentAlong(seen[d].outline, track.yaw), size[0], size[1], eye);
            const double off = std::hypot(there.centre[0] - track.place[0], there.centre[1] - track.place[1]);
            if (off < gate)
                pairs.push_back({t, d, 1 - off / gate + 0.2 * std::min(1.0, track.hits / 10.0) + 1e-6});
        }
    }
    std::vector<bool> taken(seen.size(), false);
    for (Track &track : m_tracks)
        ++track.missed;
    std::vector<std::pair<std::size_t, std::size_t>> shown;  // track, detection
    for (const auto &[t, d] : matching::assign(m_tracks.size(), seen.size(), pairs)) {
        taken[d] = true;
        update(m_tracks[t], seen[d], eye, hasWorld);
        m_tracks[t].lastSeen = microseconds;
        shown.emplace_back(t, d);
    }
    for (std::size_t d = 0; d < seen.size(); ++d) {
        if (taken[d] || m_tracks.size() >= mostTracks)
            continue;
        Track track;
        track.id = m_next++;
        track.lastSeen = microseconds;
        update(track, seen[d], eye, hasWorld);
        m_tracks.push_back(track);
        shown.emplace_back(m_tracks.size() - 1, d);
    }

    std::vector<TrackedObject> objects;
    for (const auto &[t, d] : shown) {
        const Track &track = m_tracks[t];
        const Kind kind = kindOf(track, hasWorld);
        const auto index = static_cast<std::size_t>(kind);
        const SizePrior &prior = priorOf(kind);
        // Mean log-likelihood: evidence is a sum in which older sweeps count less.
        const double weights = (1 - std::pow(memory, track.hits)) / (1 - memory);
        const double n = seen[d].points;
        TrackedObject object;
        object.track = track.id;
        object.kind = kind;
        object.footprint = track.footprint;
        object.ground = track.ground;
        // The highest ring on an object may pass well below its top.
        const double top = seen[d].seen.topHidden
                               ? std::max(track.top, prior.mean[2])
                               : std::max(track.top, std::min(prior.mean[2], track.top + seen[d].seen.topSlack));
        object.height = std::clamp(top, prior.mean[2] - 2 * prior.deviation[2], prior.most[2]);
        object.score = std::exp(track.evidence[index] / weights) * n / (n + 8) * (1 - std::pow(unsureAtFirst, track.hits));
        object.moving = hasWorld && speedOf(track) > movingSpeed;
        objects.push_back(object);
    }
    std::erase_if(m_tracks, [&](const Track &track) {
        return track.missed > leastSweepsKept && microseconds - track.lastSeen > leastTimeKept;
    });
    return objects;
}

}  // namespace plumbline::engines::lidar
