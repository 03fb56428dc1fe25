// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/sceneparts.h"
#include "core/geometry/cuboids.h"

#include <set>

/// Coordinate systems of a file and of a scene. A pose_wrt_parent takes points of the child into the parent.
namespace plumbline::openlabel {

/// Name of the vehicle's coordinate system in files made here: the standard's own example has it.
[[nodiscard]] QString vehicleSystem();
[[nodiscard]] QString worldSystem();

/// A pose of the standard: matrix4x4, or quaternion (x y z w) and translation; nothing when it is none.
[[nodiscard]] std::optional<geometry::Pose> poseFrom(const Json &transform);

/// Tells where coordinate systems lie in the frame that labels of a scene are given in.
class Systems
{
public:
    /// `systems` and `streams` as in the file, or null. Keeps the pointer.
    Systems(const Json &systems, const Json &streams, const model::Scene *scene);

    /// Nothing when the scene does not know the system, nor one that it is fixed to. Identity without a scene.
    [[nodiscard]] std::optional<geometry::Pose> labelFrom(const QString &system, std::int64_t frame) const;
    /// Coordinate frame of labels that are given in this system.
    [[nodiscard]] QString frameOf(const QString &system, std::int64_t frame) const;
    /// Up in frameOf().
    [[nodiscard]] geometry::Vector3 upIn(const QString &system, std::int64_t frame) const;

private:
    struct Placed {
        QString root;
        geometry::Pose root_from_system;
    };
    [[nodiscard]] std::optional<geometry::Pose> knownInScene(const QString &system) const;

    const model::Scene *m_scene;
    std::map<QString, Placed> m_placed;
    std::set<QString> m_cameras;
    std::set<QString> m_worlds;
};

/// coordinate_systems and streams of a scene.
[[nodiscard]] Json systemsOf(const model::Scene &scene);
[[nodiscard]] Json streamsOf(const model::Scene &scene);
/// frame_properties of a frame: time stamp in seconds, the vehicle's pose, the files of the streams.
[[nodiscard]] Json frameProperties(const model::Scene &scene, std::size_t frame);

}  // namespace plumbline::openlabel
