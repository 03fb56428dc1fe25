// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/engines/lidar-classical/sweepdetector.h"

#include <cstdint>

namespace plumbline::engines::lidar {

/// One object as known after a sweep. World frame (or the frame of the sweep where the vehicle's way is not known).
struct TrackedObject {
    std::uint64_t track = 0;  ///< from 1
    Kind kind = Kind::Car;
    Footprint footprint;  ///< yaw points forward where motion has told
    double ground = 0;  ///< height of the bottom
    double height = 0;
    double score = 0;  ///< see Tracker
    bool moving = false;
};

/// Objects over a sequence: assignment of what is seen to what is foretold (Hungarian), one constant-velocity Kalman filter a track
/// (Kalman 1960) for the centre on the ground. A track that is not seen lives on for a second or eight sweeps, whichever is longer.
///
/// Score: likelihood of the size under the class (mean over the track, 1 = the usual size) × n / (n + 8) for the n points of this
/// sweep × (1 - 0.3^sweeps in which it was seen). It orders boxes; docs/scene-prelabels.md says how often a score was right.
class Tracker
{
public:
    /// What is tracked and seen in this sweep. `hasWorld`: the frame stands still, so that motion tells where an object is heading.
    [[nodiscard]] std::vector<TrackedObject> step(std::vector<Detection> seen, const Point2 &eye, std::int64_t microseconds,
                                                  bool hasWorld);
    void forget();

private:
    struct Track {
        std::uint64_t id = 0;
        std::array<double, 2> place{};
        std::array<double, 2> velocity{};
        // Covariance of place and velocity, the same for both axes: metres², m²/s, (m/s)².
        double pp = 0;
        double pv = 0;
        double vv = 0;
        double axisCos = 0;  ///< of twice the heading, weighted: an axis has no front
        double axisSin = 0;
        double forward = 0;  ///< evidence that the axis points forward; negative = backward
        double yaw = 0;
        std::array<double, 2> size{};  ///< longest seen twice
        std::array<double, 2> longest{};
        std::array<double, kindCount> evidence{};  ///< sums of log-likelihoods
        double top = 0;
        double ground = 0;
        Kind kind = Kind::Car;
        int hits = 0;
        int missed = 0;
        std::int64_t lastSeen = 0;
        Footprint footprint;
    };

    void foretell(Track &track, double seconds) const;
    void update(Track &track, Detection &detection, const Point2 &eye, bool hasWorld) const;
    [[nodiscard]] static Kind kindOf(const Track &track, bool hasWorld);
    [[nodiscard]] static double speedOf(const Track &track);
    void joinPieces(std::vector<Detection> &seen, const Point2 &eye) const;

    std::vector<Track> m_tracks;
    std::uint64_t m_next = 1;
    std::int64_t m_now = 0;
    bool m_started = false;
};

}  // namespace plumbline::engines::lidar
