// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/scenecheck.h"

#include "core/geometry/cuboids.h"
#include "core/rules/scenewords.h"
#include "core/rules/trackkey.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline::rules {

namespace {

constexpr std::size_t mostFindings = 5000;
constexpr int mostOverlapTests = 20'000;  // exact ones of a frame

const geometry::Cuboid &cuboidOf(const model::Annotation &label)
{
    return std::get<geometry::Cuboid>(label.geometry);
}

bool isMeant(const model::Annotation &label)
{
    return label.role == model::Role::Object && std::holds_alternative<geometry::Cuboid>(label.geometry);
}

struct Reach {
    double least[3] = {};
    double most[3] = {};
    AnnotationId id;
};

Reach reachOf(AnnotationId id, const geometry::Cuboid &cuboid)
{
    Reach reach;
    reach.id = id;
    const auto corners = geometry::cornersOf(cuboid);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        reach.least[axis] = reach.most[axis] = corners[0][axis];
        for (const geometry::Vector3 &corner : corners) {
            reach.least[axis] = std::min(reach.least[axis], corner[axis]);
            reach.most[axis] = std::max(reach.most[axis], corner[axis]);
        }
    }
    return reach;
}

}  // namespace

const SceneLimits &usualLimits()
{
    static const SceneLimits limits;
    return limits;
}

double sharedVolume(const geometry::Cuboid &a, const geometry::Cuboid &b)
{
    const double first = a.size[0] * a.size[1] * a.size[2];
    const double second = b.size[0] * b.size[1] * b.size[2];
    const double smaller = std::min(first, second);
    if (!(smaller > 0))
        return 0;
    const double iou = geometry::cuboidIou(a, b);
    return std::clamp(iou * (first + second) / (1 + iou) / smaller, 0.0, 1.0);
}

std::array<double, 3> usualSize(const std::vector<geometry::Cuboid> &cuboids)
{
    std::array<double, 3> size{};
    std::vector<double> values;
    for (std::size_t axis = 0; axis < 3 && !cuboids.empty(); ++axis) {
        values.clear();
        for (const geometry::Cuboid &cuboid : cuboids)
            values.push_back(cuboid.size[axis]);
        // The lower one of two in the middle is a size that somebody has given.
        const auto middle = values.begin() + std::ptrdiff_t((values.size() - 1) / 2);
        std::nth_element(values.begin(), middle, values.end());
        size[axis] = *middle;
    }
    return size;
}

SceneCheck::SceneCheck(std::shared_ptr<const RuleSet> rules) : m_rules(std::move(rules)) {}

void SceneCheck::start(const model::Scene &scene, const std::vector<const model::Annotation *> &labels)
{
    m_scene = scene;
    m_labels.clear();
    m_frames.clear();
    m_tracks.clear();
    m_ofFrames.clear();
    m_ofTracks.clear();
    m_points.clear();
    const std::int32_t lidar = model::firstSensor(scene, model::SensorKind::Lidar);
    m_sensor = {};
    if (lidar >= 0)
        m_sensor = geometry::composed(geometry::inverted(model::egoFromLabel(scene)),
                                      scene.sensors[static_cast<std::size_t>(lidar)].ego_from_sensor)
                       .translation;
    for (const model::Annotation *label : labels)
        insert(*label);
    const QList<std::int64_t> frames = m_frames.keys();
    for (const std::int64_t frame : frames)
        checkFrame(frame);
    const QList<TrackId> tracks = m_tracks.keys();
    for (const TrackId &track : tracks)
        checkTrack(track);
}

void SceneCheck::update(const std::vector<std::pair<AnnotationId, const model::Annotation *>> &changes)
{
    QSet<std::int64_t> frames;
    QSet<TrackId> tracks;
    const auto touch = [&](const Label &label) {
        frames.insert(label.frame);
        if (!label.value.track.isNull())
            tracks.insert(label.value.track);
    };
    for (const auto &[id, value] : changes) {
        if (const auto known = m_labels.find(id); known != m_labels.end()) {
            touch(known->second);
            m_frames[known->second.frame].remove(id);
            m_tracks[known->second.value.track].remove(id);
            m_labels.erase(known);
        }
        if (!value)
            continue;
        insert(*value);
        if (const auto now = m_labels.find(id); now != m_labels.end())
            touch(now->second);
    }
    for (const std::int64_t frame : std::as_const(frames))
        checkFrame(frame);
    for (const TrackId &track : std::as_const(tracks))
        checkTrack(track);
}

void SceneCheck::setPoints(const QHash<AnnotationId, model::BoxPoints> &points)
{
    m_points = points;
    for (auto &[id, label] : m_labels)
        checkAlone(label);
}

void SceneCheck::insert(const model::Annotation &annotation)
{
    if (!isMeant(annotation) || !geometry::whyInvalid(annotation.geometry).isEmpty())
        return;
    Label label;
    label.value = annotation;
    if (annotation.frame && annotation.frame->index >= 0
        && static_cast<std::size_t>(annotation.frame->index) < m_scene.frames.size())
        label.frame = annotation.frame->index;
    else if (!annotation.frame && m_scene.frames.size() == 1)
        label.frame = 0;
    checkAlone(label);
    m_frames[label.frame].insert(annotation.id);
    if (!annotation.track.isNull() && label.frame >= 0)
        m_tracks[annotation.track].insert(annotation.id);
    m_labels.insert_or_assign(annotation.id, std::move(label));
}

void SceneCheck::checkAlone(Label &label) const
{
    label.alone.clear();
    const model::Convention &convention = conventionOf(label.value);
    const geometry::Cuboid &cuboid = cuboidOf(label.value);
    const QString title = titleOf(label.value);
    const auto add = [&](const char *rule, const QString &text, model::QuickFix fix = model::QuickFix::None) {
        label.alone.push_back({QLatin1String(rule), false, {label.value.id}, text, label.frame, fix});
    };
    checkPoints(label);
    if (convention.sizePriorMetres) {
        const double tolerance = 1 + convention.sizeTolerance.value_or(usualLimits().sizeTolerance);
        const std::array<QString, 3> sides{tr("long"), tr("wide"), tr("high")};
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double usual = (*convention.sizePriorMetres)[axis];
            const double least = usual / tolerance;
            const double most = usual * tolerance;
            // What is not seen is not there for a class whose visible extent counts.
            const bool small = cuboid.size[axis] < least && convention.amodalExtent.value_or(true);
            if (!(usual > 0) || !(small || cuboid.size[axis] > most))
                continue;
            add("scene.size",
                tr("%1 is %2 m %3; its class is about %4 m (%5 to %6 m).")
                    .arg(title, metres(cuboid.size[axis]), sides[axis], metres(usual), metres(least), metres(most)));
            break;
        }
    }
    if (convention.rangeLimitMetres) {
        const double range = std::hypot(cuboid.centre[0] - m_sensor[0], cuboid.centre[1] - m_sensor[1]);
        if (range > *convention.rangeLimitMetres)
            add("scene.range", tr("%1 is %2 m away; its class is labeled up to %3 m.")
                                   .arg(title, metres(range, 1), metres(*convention.rangeLimitMetres, 1)));
    }
    constexpr double alike = 1.05;
    if (convention.heading == model::Heading::LongerSide && cuboid.size[1] > cuboid.size[0] * alike)
        add("scene.heading", tr("%1 heads along its shorter side: it is %2 m long and %3 m wide.")
                                 .arg(title, metres(cuboid.size[0]), metres(cuboid.size[1])));
}

void SceneCheck::checkPoints(Label &label) const
{
    const auto found = m_points.constFind(label.value.id);
    const geometry::Cuboid &cuboid = cuboidOf(label.value);
    if (found == m_points.constEnd() || !(found->cuboid == cuboid))
        return;
    const model::Convention &convention = conventionOf(label.value);
    const QString title = titleOf(label.value);
    const auto add = [&](const char *rule, const QString &text, model::QuickFix fix = model::QuickFix::None) {
        label.alone.push_back({QLatin1String(rule), false, {label.value.id}, text, label.frame, fix});
    };
    const int wanted = convention.minimumPoints.value_or(1);
    if (found->all && found->points == 0 && wanted > 0)
        add("scene.points", wanted == 1 ? tr("No point lies in %1.").arg(title)
                                        : tr("No point lies in %1; at least %2 are wanted.").arg(title).arg(wanted));
    else if (found->all && found->points < static_cast<std::uint64_t>(std::max(0, wanted)))
        add("scene.points", tr("Points in %1: %2; at least %3 are wanted.").arg(title).arg(found->points).arg(wanted));
    if (!found->ground)
        return;
    const double bottom = reachOf({}, cuboid).least[2] - *found->ground;
    // On a slope the ends of a long box lie higher and lower than the ground in its middle.
    const double slope = 0.03 * std::max(cuboid.size[0], cuboid.size[1]);
    if (bottom < -(usualLimits().below + slope))
        add("scene.ground", tr("The bottom of %1 is %2 m below the ground.").arg(title, metres(-bottom)),
            model::QuickFix::StandOnGround);
    else if (bottom > usualLimits().above + slope && convention.onGround.value_or(true))
        add("scene.ground", tr("The bottom of %1 is %2 m above the ground.").arg(title, metres(bottom)),
            model::QuickFix::StandOnGround);
}

bool SceneCheck::areParts(const Label &a, const Label &b) const
{
    if (!a.value.group.isNull() && a.value.group == b.value.group)
        return true;
    const auto isAbove = [this](ClassId above, ClassId below) {
        constexpr int deepest = 64;
        const model::LabelClass *labelClass = m_rules->find(below);
        for (int i = 0; labelClass && i < deepest && !labelClass->parent.isNull(); ++i) {
            if (labelClass->parent == above)
                return true;
            labelClass = m_rules->find(labelClass->parent);
        }
        return false;
    };
    return isAbove(a.value.labelClass, b.value.labelClass) || isAbove(b.value.labelClass, a.value.labelClass);
}

void SceneCheck::checkFrame(std::int64_t frame)
{
    std::vector<Finding> found;
    std::vector<Reach> reaches;
    if (frame >= 0)
        for (const AnnotationId &id : std::as_const(m_frames[frame]))
            reaches.push_back(reachOf(id, cuboidOf(m_labels.at(id).value)));
    // From left to right: only those that have begun and not ended are compared.
    std::sort(reaches.begin(), reaches.end(),
              [](const Reach &a, const Reach &b) { return std::pair(a.least[0], a.id) < std::pair(b.least[0], b.id); });
    int tests = 0;
    for (std::size_t i = 0; i < reaches.size() && tests < mostOverlapTests; ++i) {
        for (std::size_t j = i + 1; j < reaches.size() && reaches[j].least[0] < reaches[i].most[0] && tests < mostOverlapTests;
             ++j) {
            bool apart = false;
            for (std::size_t axis = 1; axis < 3; ++axis)
                apart =
                    apart || reaches[i].most[axis] <= reaches[j].least[axis] || reaches[j].most[axis] <= reaches[i].least[axis];
            if (apart)
                continue;
            const Label &a = m_labels.at(reaches[i].id);
            const Label &b = m_labels.at(reaches[j].id);
            if (areParts(a, b))
                continue;
            ++tests;
            const double share = sharedVolume(cuboidOf(a.value), cuboidOf(b.value));
            const double limit = std::max(conventionOf(a.value).maximumOverlap.value_or(usualLimits().overlap),
                                          conventionOf(b.value).maximumOverlap.value_or(usualLimits().overlap));
            if (!(share > limit))
                continue;
            const bool inOrder = a.value.id < b.value.id;
            const Label &first = inOrder ? a : b;
            const Label &second = inOrder ? b : a;
            found.push_back({QStringLiteral("scene.overlap"),
                             false,
                             {first.value.id, second.value.id},
                             tr("%1 and %2 overlap: %3 % of the smaller one, at most %4 % are usual.")
                                 .arg(titleOf(first.value), titleOf(second.value))
                                 .arg(std::lround(share * 100))
                                 .arg(std::lround(limit * 100)),
                             frame});
        }
    }
    if (found.empty())
        m_ofFrames.erase(frame);
    else
        m_ofFrames[frame] = std::move(found);
}

void SceneCheck::checkTrack(TrackId track)
{
    std::vector<Key> keys;
    bool posed = true;
    for (const AnnotationId &id : std::as_const(m_tracks[track])) {
        const Label &label = m_labels.at(id);
        const model::SceneFrame &frame = m_scene.frames[static_cast<std::size_t>(label.frame)];
        Key key;
        key.label = &label.value;
        key.frame = label.frame;
        key.seconds = double(frame.microseconds) / 1e6;
        key.cuboid = cuboidOf(label.value);
        posed = posed && frame.world_from_ego.has_value();
        keys.push_back(std::move(key));
    }
    std::sort(keys.begin(), keys.end(),
              [](const Key &a, const Key &b) { return std::pair(a.frame, a.label->id) < std::pair(b.frame, b.label->id); });
    keys.erase(std::unique(keys.begin(), keys.end(), [](const Key &a, const Key &b) { return a.frame == b.frame; }), keys.end());
    std::vector<Finding> found;
    if (keys.size() > 1) {
        for (Key &key : keys) {
            const model::SceneFrame &frame = m_scene.frames[static_cast<std::size_t>(key.frame)];
            if (posed)
                key.cuboid = geometry::transformed(geometry::composed(*frame.world_from_ego, model::egoFromLabel(m_scene)),
                                                   key.cuboid, QString());
        }
        const bool timed =
            std::adjacent_find(keys.begin(), keys.end(), [](const Key &a, const Key &b) { return !(b.seconds > a.seconds); })
            == keys.end();
        // Without the vehicle's way nobody knows how fast the others are. A tripod has none, and says so by poses that stand still.
        if (posed && timed) {
            checkMotion(found, keys);
            checkHeadings(found, keys);
        }
        if (timed)
            checkTurns(found, keys);
        checkSizes(found, keys);
    }
    if (found.empty())
        m_ofTracks.erase(track);
    else
        m_ofTracks[track] = std::move(found);
}

const model::Convention &SceneCheck::conventionOf(const model::Annotation &label) const
{
    static const model::Convention none;
    const model::LabelClass *labelClass = m_rules->find(label.labelClass);
    return labelClass ? labelClass->convention : none;
}

QString SceneCheck::titleOf(const model::Annotation &label) const
{
    const model::LabelClass *labelClass = m_rules->find(label.labelClass);
    return labelClass ? labelClass->name : tr("A label without a class");
}

std::vector<Finding> SceneCheck::findings() const
{
    std::vector<Finding> all;
    const auto take = [&all](const std::vector<Finding> &found) { all.insert(all.end(), found.begin(), found.end()); };
    for (const auto &[id, label] : m_labels)
        take(label.alone);
    for (const auto &[frame, found] : m_ofFrames)
        take(found);
    for (const auto &[track, found] : m_ofTracks)
        take(found);
    std::stable_sort(all.begin(), all.end(), [](const Finding &a, const Finding &b) {
        return std::pair(a.frame, a.labels.front()) < std::pair(b.frame, b.labels.front());
    });
    if (all.size() > mostFindings)
        all.resize(mostFindings);
    return all;
}

}  // namespace plumbline::rules
