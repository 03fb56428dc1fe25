// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/pose.h"
#include "core/rules/scenewords.h"
#include "core/rules/trackkey.h"

#include <algorithm>
#include <cmath>
#include <numbers>

/// Checks of a track's key frames against each other.
namespace plumbline::rules {

namespace {

using geometry::Vector3;

constexpr double degree = std::numbers::pi / 180;
constexpr double halfTurn = 150;  // degrees from which on front and back are taken for each other

Vector3 between(const Vector3 &to, const Vector3 &from, double by)
{
    return {(to[0] - from[0]) / by, (to[1] - from[1]) / by, (to[2] - from[2]) / by};
}

double lengthOf(const Vector3 &v)
{
    return std::hypot(v[0], v[1], v[2]);
}

QString oneDigit(double value)
{
    return QLocale().toString(value, 'f', 1);
}

Finding finding(const char *rule, const model::Annotation &label, std::int64_t frame, const QString &text,
                model::QuickFix fix = model::QuickFix::None)
{
    return {QLatin1String(rule), false, {label.id}, text, frame, fix};
}

}  // namespace

// A box is never placed better than to some centimetres: what that explains is no fault. One wrong box makes its neighbours look
// wrong, too: of several in a row the worst is named.
void SceneCheck::checkMotion(std::vector<Finding> &found, const std::vector<Key> &keys) const
{
    const SceneLimits &usual = usualLimits();
    const model::Convention &convention = conventionOf(*keys.front().label);
    const QString title = titleOf(*keys.front().label);
    const double fastest = convention.maximumSpeed.value_or(usual.speed);
    const double strongest = convention.maximumAcceleration.value_or(usual.acceleration);
    const std::size_t parts = keys.size() - 1;
    std::vector<Vector3> speeds(parts);
    std::vector<double> seconds(parts);
    for (std::size_t i = 0; i < parts; ++i) {
        seconds[i] = keys[i + 1].seconds - keys[i].seconds;
        speeds[i] = between(keys[i + 1].cuboid.centre, keys[i].cuboid.centre, seconds[i]);
    }
    std::vector<bool> tooFast(parts, false);
    for (std::size_t i = 0; i < parts; ++i)
        tooFast[i] = lengthOf(speeds[i]) > fastest + 2 * usual.place / seconds[i];
    for (std::size_t i = 0; i < parts; ++i) {
        if (!tooFast[i])
            continue;
        std::size_t worst = i;
        for (; i < parts && tooFast[i]; ++i)
            if (lengthOf(speeds[i]) > lengthOf(speeds[worst]))
                worst = i;
        const double speed = lengthOf(speeds[worst]);
        found.push_back(finding("scene.speed", *keys[worst + 1].label, keys[worst + 1].frame,
                                tr("%1 jumps: %2 m in %3 s since its key frame in frame %4 is %5 m/s, at most %6 m/s are usual.")
                                    .arg(title, metres(speed * seconds[worst]), metres(seconds[worst]))
                                    .arg(keys[worst].frame + 1)
                                    .arg(oneDigit(speed), oneDigit(fastest))));
    }
    std::vector<double> excess(keys.size(), 0);
    std::vector<double> accelerations(keys.size(), 0);
    for (std::size_t i = 1; i < parts; ++i) {
        if (tooFast[i - 1] || tooFast[i])
            continue;
        const double span = (seconds[i - 1] + seconds[i]) / 2;
        accelerations[i] = lengthOf(between(speeds[i], speeds[i - 1], span));
        excess[i] = accelerations[i] - strongest - 2 * usual.place * (1 / seconds[i - 1] + 1 / seconds[i]) / span;
    }
    for (std::size_t i = 1; i < parts; ++i) {
        if (!(excess[i] > 0))
            continue;
        std::size_t worst = i;
        for (; i < parts && excess[i] > 0; ++i)
            if (excess[i] > excess[worst])
                worst = i;
        const double step = accelerations[worst] * seconds[worst - 1] * seconds[worst] / 2;
        found.push_back(finding("scene.acceleration", *keys[worst].label, keys[worst].frame,
                                tr("%1 is %2 m off the way of its track here: that takes %3 m/s², at most %4 m/s² are usual.")
                                    .arg(title, metres(step), oneDigit(accelerations[worst]), oneDigit(strongest))));
    }
    // Where an object speeds up between two key frames, the straight line between them is left: at most by Δv · t / 8 in the
    // middle, when it does so evenly.
    for (std::size_t i = 1; i + 1 < parts; ++i) {
        const std::int64_t apart = keys[i + 1].frame - keys[i].frame;
        if (apart < 2 || tooFast[i - 1] || tooFast[i] || tooFast[i + 1])
            continue;
        const double change = lengthOf(between(speeds[i + 1], speeds[i - 1], 1));
        const double off = change * seconds[i] / 8;
        const double slack = usual.curve + 2 * usual.place * (1 / seconds[i - 1] + 1 / seconds[i + 1]) * seconds[i] / 8;
        if (off > slack)
            found.push_back(
                finding("scene.key-frame", *keys[i].label, keys[i].frame,
                        tr("%1 changes its speed by %2 m/s between frames %3 and %4: in between it may be %5 m off. Add a "
                           "key frame near frame %6.")
                            .arg(title, oneDigit(change))
                            .arg(keys[i].frame + 1)
                            .arg(keys[i + 1].frame + 1)
                            .arg(metres(off, 1))
                            .arg(keys[i].frame + 1 + apart / 2)));
    }
}

void SceneCheck::checkHeadings(std::vector<Finding> &found, const std::vector<Key> &keys) const
{
    const model::Convention &convention = conventionOf(*keys.front().label);
    const bool stated = convention.heading == model::Heading::Motion;
    if (convention.heading && !stated)
        return;
    // Without a rule only what nearly every object does is asked for: that nothing drives backwards at 3 m/s.
    const double leastSpeed = stated ? 1 : 3;
    const double mostDegrees = stated ? 45 : 135;
    constexpr double leastWay = 0.5;  // metres; of less the direction is not known
    Finding broken;
    double worst = 0;
    double speed = 0;
    bool back = true;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Key &from = keys[i == 0 ? 0 : i - 1];
        const Key &to = keys[std::min(i + 1, keys.size() - 1)];
        const double dx = to.cuboid.centre[0] - from.cuboid.centre[0];
        const double dy = to.cuboid.centre[1] - from.cuboid.centre[1];
        const double way = std::hypot(dx, dy);
        const double fast = way / (to.seconds - from.seconds);
        if (way < leastWay || fast < leastSpeed)
            continue;
        const double off =
            std::abs(geometry::wrappedAngle(geometry::yawOf(keys[i].cuboid.rotation) - std::atan2(dy, dx))) / degree;
        if (off <= mostDegrees)
            continue;
        back = back && off > 135;
        if (broken.labels.empty())
            broken.frame = keys[i].frame;
        broken.labels.push_back(keys[i].label->id);
        if (off > worst) {
            worst = off;
            speed = fast;
        }
    }
    if (broken.labels.empty())
        return;
    const QString title = titleOf(*keys.front().label);
    broken.rule = QStringLiteral("scene.heading");
    broken.fix = back ? model::QuickFix::TurnRound : model::QuickFix::None;
    broken.text = back ? tr("%1 moves backwards at %2 m/s in %3 of its %4 key frames: front and back may be mixed up.")
                             .arg(title, oneDigit(speed))
                             .arg(broken.labels.size())
                             .arg(keys.size())
                       : tr("%1 heads %2° off the way it moves, at %3 m/s, in %4 of its %5 key frames.")
                             .arg(title)
                             .arg(std::lround(worst))
                             .arg(oneDigit(speed))
                             .arg(broken.labels.size())
                             .arg(keys.size());
    found.push_back(std::move(broken));
}

void SceneCheck::checkTurns(std::vector<Finding> &found, const std::vector<Key> &keys) const
{
    const SceneLimits &usual = usualLimits();
    const model::Convention &convention = conventionOf(*keys.front().label);
    const double rate = convention.maximumTurnDegrees.value_or(usual.turnDegrees);
    const std::size_t parts = keys.size() - 1;
    std::vector<double> turns(parts);
    std::vector<bool> broken(parts);
    for (std::size_t i = 0; i < parts; ++i) {
        turns[i] = std::abs(geometry::wrappedAngle(geometry::yawOf(keys[i + 1].cuboid.rotation)
                                                   - geometry::yawOf(keys[i].cuboid.rotation)))
                   / degree;
        broken[i] = turns[i] > rate * (keys[i + 1].seconds - keys[i].seconds) + usual.angleDegrees;
    }
    for (std::size_t i = 0; i < parts; ++i) {
        if (!broken[i])
            continue;
        // Whichever side has fewer key frames of one mind is wrong: the part up to the next jump, or what lies before.
        std::size_t after = i + 1;
        while (after < parts && !broken[after])
            ++after;
        std::size_t before = i;
        while (before > 0 && !broken[before - 1])
            --before;
        const std::size_t behind = i - before + 1;
        const std::size_t ahead = after - i;
        const bool blamed = behind < ahead;
        const Key &wrong = keys[blamed ? i : i + 1];
        found.push_back(finding("scene.turn", *wrong.label, wrong.frame,
                                tr("%1 turns by %2° from frame %3 to frame %4, in %5 s; at most %6° are usual.")
                                    .arg(titleOf(*wrong.label))
                                    .arg(std::lround(turns[i]))
                                    .arg(keys[i].frame + 1)
                                    .arg(keys[i + 1].frame + 1)
                                    .arg(metres(keys[i + 1].seconds - keys[i].seconds))
                                    .arg(std::lround(rate * (keys[i + 1].seconds - keys[i].seconds) + usual.angleDegrees)),
                                turns[i] > halfTurn ? model::QuickFix::TurnRound : model::QuickFix::None));
        // The jump back again is the same fault.
        if (!blamed && after < parts && after == i + 1)
            ++i;
    }
}

void SceneCheck::checkSizes(std::vector<Finding> &found, const std::vector<Key> &keys) const
{
    const SceneLimits &usual = usualLimits();
    const model::Convention &convention = conventionOf(*keys.front().label);
    if (!convention.rigid.value_or(true) || !convention.amodalExtent.value_or(true))
        return;
    std::vector<geometry::Cuboid> cuboids;
    for (const Key &key : keys)
        cuboids.push_back(key.cuboid);
    const std::array<double, 3> size = usualSize(cuboids);
    const std::array<QString, 3> sides{tr("long"), tr("wide"), tr("high")};
    for (const Key &key : keys) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double off = std::abs(key.cuboid.size[axis] - size[axis]);
            if (off <= std::max(usual.sizeMetres, usual.sizeShare * size[axis]))
                continue;
            found.push_back(finding("scene.track-size", *key.label, key.frame,
                                    tr("%1 is %2 m %3 here, %4 m in its track.")
                                        .arg(titleOf(*key.label), metres(key.cuboid.size[axis]), sides[axis], metres(size[axis])),
                                    model::QuickFix::TrackSize));
            break;
        }
    }
}

}  // namespace plumbline::rules
