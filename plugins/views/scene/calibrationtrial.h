// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scene.h"
#include "plugins/views/scene/extrinsicfit.h"

#include <map>

namespace plumbline::sceneview {

/// Where the vehicle was at any time. A value.
class VehicleWay
{
public:
    explicit VehicleWay(const model::Scene &scene);
    /// Between the poses that the scene knows, beyond them by at most half a second with the last motion. Nothing when fewer
    /// than two are known, or none near.
    [[nodiscard]] std::optional<geometry::Pose> at(std::int64_t microseconds) const;

private:
    std::map<std::int64_t, geometry::Pose> m_known;
};

/// Another place and another clock of one camera.
struct CameraChange {
    std::optional<geometry::Pose> ego_from_sensor;
    std::int64_t laterMicroseconds = 0;  ///< its pictures were taken so much later than the files say
    [[nodiscard]] bool isNothing() const { return !ego_from_sensor && laterMicroseconds == 0; }
    bool operator==(const CameraChange &) const = default;
};
/// The scene with it: extrinsic, times of its files with the vehicle's pose at them, and a new calibration version.
[[nodiscard]] model::Scene changed(const model::Scene &scene, std::int32_t sensor, const CameraChange &change);

/// A place that somebody showed: in the cloud of a frame, and in a picture of the same frame.
struct ShownPlace {
    std::int32_t sensor = -1;  ///< the camera
    std::int64_t frame = 0;
    geometry::Vector3 label{};
    geometry::Point pixel;
};
/// Places of one camera as fitExtrinsic() takes them, in the scene as it is given: its times decide where the vehicle was.
/// Those that fit no frame of the scene are left out.
[[nodiscard]] std::vector<Correspondence> correspondencesOf(const model::Scene &scene, std::int32_t sensor,
                                                            const std::vector<ShownPlace> &places);

}  // namespace plumbline::sceneview
