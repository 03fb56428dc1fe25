// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/lidar-classical/tests/drivescore.h"

#include "core/matching/assignment.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::test {

namespace {

constexpr double leastIou = 0.5;
constexpr std::int64_t leastPoints = 20;
constexpr double mostRange = 50;

}  // namespace

void DriveScore::add(const DriveScore &other)
{
    for (const auto &[name, score] : other.classes) {
        ClassScore &mine = classes[name];
        mine.objects += score.objects;
        mine.found += score.found;
        mine.boxes += score.boxes;
        mine.wrong += score.wrong;
        mine.switches += score.switches;
        mine.directions += score.directions;
        mine.backward += score.backward;
        mine.iou += score.iou;
    }
    for (std::size_t i = 0; i < byScore.size(); ++i)
        for (std::size_t j = 0; j < 2; ++j)
            byScore[i][j] += other.byScore[i][j];
    milliseconds.insert(milliseconds.end(), other.milliseconds.begin(), other.milliseconds.end());
}

extension::InferenceSweep sweepOf(const simulation::LidarSweep &sweep, std::int64_t frame, bool poses)
{
    extension::InferenceSweep input;
    input.frame = frame;
    input.microseconds = sweep.microseconds;
    input.positions = sweep.positions;
    input.intensity = sweep.intensity;
    input.ego_from_label = simulation::LidarDrive::lidarPlace();
    if (poses)
        input.world_from_label = geometry::composed(sweep.world_from_ego, input.ego_from_label);
    input.labelFrame = QStringLiteral("lidar");
    return input;
}

Result<DriveScore> scoreDrive(const extension::InferenceEngine &engine, std::uint64_t seed,
                              const simulation::LidarDriveOptions &options)
{
    DriveScore score;
    const auto session = engine.createSession({});
    if (!session)
        return fail(session.error());
    const simulation::LidarDrive drive(seed, options);
    std::map<std::int32_t, std::uint64_t> lastTrack;
    for (int i = 0; i < options.sweeps; ++i) {
        const simulation::LidarSweep sweep = drive.sweep(i);
        const auto output = (*session)->runSweep(sweepOf(sweep, i), {}, {});
        if (!output)
            return fail(output.error());
        score.milliseconds.push_back(output->times.preprocessMilliseconds + output->times.runMilliseconds
                                     + output->times.postprocessMilliseconds);
        const auto &actors = drive.actors();
        const auto actorOf = [&](std::size_t t) { return actors[static_cast<std::size_t>(sweep.truth[t].actor)]; };
        const auto counts = [&](std::size_t t) {
            const auto &truth = sweep.truth[t];
            return truth.points >= leastPoints && std::hypot(truth.cuboid.centre[0], truth.cuboid.centre[1]) <= mostRange;
        };
        std::vector<matching::BenefitPair> pairs;
        for (std::size_t p = 0; p < output->predictions.size(); ++p)
            for (std::size_t t = 0; t < sweep.truth.size(); ++t) {
                const auto &prediction = output->predictions[p];
                const double iou = geometry::footprintIou(std::get<geometry::Cuboid>(prediction.geometry), sweep.truth[t].cuboid);
                if (iou >= leastIou && prediction.className == actorOf(t).className)
                    pairs.push_back({p, t, (counts(t) ? 1 : 0) + iou});
            }
        for (std::size_t t = 0; t < sweep.truth.size(); ++t)
            if (counts(t))
                ++score.classes[actorOf(t).className].objects;
        std::vector<int> state(output->predictions.size(), 0);
        for (const auto &[p, t] : matching::assign(output->predictions.size(), sweep.truth.size(), pairs)) {
            const auto &prediction = output->predictions[p];
            const auto &box = std::get<geometry::Cuboid>(prediction.geometry);
            if (!counts(t)) {
                state[p] = 2;
                continue;
            }
            state[p] = 1;
            ClassScore &row = score.classes[prediction.className];
            ++row.found;
            row.iou += geometry::footprintIou(box, sweep.truth[t].cuboid);
            const auto last = lastTrack.find(sweep.truth[t].actor);
            row.switches += last != lastTrack.end() && last->second != prediction.track ? 1 : 0;
            lastTrack[sweep.truth[t].actor] = prediction.track;
            if (actorOf(t).speedMetresPerSecond > 1) {
                ++row.directions;
                row.backward += geometry::differenceOf(box, sweep.truth[t].cuboid).headingRadians > std::numbers::pi / 2 ? 1 : 0;
            }
        }
        for (std::size_t p = 0; p < output->predictions.size(); ++p) {
            const auto &prediction = output->predictions[p];
            const auto &box = std::get<geometry::Cuboid>(prediction.geometry);
            // A box on an object that does not count, be it loose, says nothing about precision; nor does one beyond the range.
            if (state[p] == 0) {
                const bool onOther = std::any_of(sweep.truth.begin(), sweep.truth.end(), [&](const auto &truth) {
                    return !counts(static_cast<std::size_t>(&truth - sweep.truth.data()))
                           && geometry::footprintIou(box, truth.cuboid) > 0.1;
                });
                if (onOther || std::hypot(box.centre[0], box.centre[1]) > mostRange)
                    state[p] = 2;
            }
            if (state[p] == 2)
                continue;
            ClassScore &row = score.classes[prediction.className];
            ++row.boxes;
            row.wrong += state[p] == 0 ? 1 : 0;
            auto &bin = score.byScore[static_cast<std::size_t>(std::min(9.0, prediction.score * 10))];
            ++bin[0];
            bin[1] += state[p];
        }
    }
    return score;
}

}  // namespace plumbline::test
