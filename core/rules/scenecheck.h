// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scene.h"
#include "core/rules/finding.h"
#include "core/rules/ruleset.h"

#include <QHash>
#include <QSet>

#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace plumbline::rules {

/// What the cuboids of a scene break: of one layer, which the caller chooses. What a class states is in its convention; what it
/// leaves open has usual values (usualLimits). Points are asked of nobody: setPoints() brings what others have counted, and
/// cuboids that it does not know are not looked at for them. After start(), only labels that are named to update() are looked at
/// again, with their frame and their track. Crowd and ignore regions are left aside. None of the findings blocks. One thread at
/// a time.
class PLUMBLINE_CORE_EXPORT SceneCheck
{
public:
    explicit SceneCheck(std::shared_ptr<const RuleSet> rules);

    /// Forgets what was there.
    void start(const model::Scene &scene, const std::vector<const model::Annotation *> &labels);
    /// Each label's new value; null = it is gone.
    void update(const std::vector<std::pair<AnnotationId, const model::Annotation *>> &changes);
    /// Of cuboids that have changed since, nothing is said.
    void setPoints(const QHash<AnnotationId, model::BoxPoints> &points);

    /// By frame, then in the order in which the labels were made; the first few thousand.
    [[nodiscard]] std::vector<Finding> findings() const;

private:
    struct Label {
        model::Annotation value;
        std::int64_t frame = -1;
        std::vector<Finding> alone;
    };
    struct Key;
    using Labels = std::map<AnnotationId, Label>;

    void insert(const model::Annotation &annotation);
    void checkAlone(Label &label) const;
    void checkPoints(Label &label) const;
    void checkFrame(std::int64_t frame);
    void checkTrack(TrackId track);
    void checkMotion(std::vector<Finding> &found, const std::vector<Key> &keys) const;
    void checkHeadings(std::vector<Finding> &found, const std::vector<Key> &keys) const;
    void checkTurns(std::vector<Finding> &found, const std::vector<Key> &keys) const;
    void checkSizes(std::vector<Finding> &found, const std::vector<Key> &keys) const;
    [[nodiscard]] bool areParts(const Label &a, const Label &b) const;
    [[nodiscard]] const model::Convention &conventionOf(const model::Annotation &label) const;
    [[nodiscard]] QString titleOf(const model::Annotation &label) const;

    std::shared_ptr<const RuleSet> m_rules;
    model::Scene m_scene;
    geometry::Vector3 m_sensor{};  // label frame
    Labels m_labels;
    QHash<AnnotationId, model::BoxPoints> m_points;
    QHash<std::int64_t, QSet<AnnotationId>> m_frames;
    QHash<TrackId, QSet<AnnotationId>> m_tracks;
    std::map<std::int64_t, std::vector<Finding>> m_ofFrames;
    std::map<TrackId, std::vector<Finding>> m_ofTracks;
};

/// What is asked of a class that states nothing. Metres, seconds, degrees, shares.
struct SceneLimits {
    double below = 0.25;         ///< the bottom may lie so far below the ground
    double above = 0.4;          ///< and so far above it
    double overlap = 0.2;        ///< of the volume of the smaller one
    double sizeTolerance = 0.5;  ///< from prior / 1.5 to prior × 1.5
    double speed = 60;
    double acceleration = 12;
    double turnDegrees = 90;  ///< per second
    double place = 0.1;       ///< a box may be off by so much and still be right: faults less than that explains are none
    double angleDegrees = 15;
    double sizeMetres = 0.15;  ///< sizes of one track may differ by so much
    double sizeShare = 0.05;   ///< or so much
    double curve = 0.5;        ///< between key frames the straight line may be off by so much
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT const SceneLimits &usualLimits();

/// Share of the smaller cuboid's volume that lies in the other one, in [0, 1]; 0 when one has no volume.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double sharedVolume(const geometry::Cuboid &a, const geometry::Cuboid &b);
/// Usual size of a track: the middle one of the lengths, of the widths and of the heights. Zeros for none.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::array<double, 3> usualSize(const std::vector<geometry::Cuboid> &cuboids);

}  // namespace plumbline::rules
