// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/sceneparts.h"

#include <array>
#include <string_view>

/// For formats of scenes whose labels are cuboids in the frame of the scene's labels.
namespace plumbline::extension {

/// A label that such a format writes.
struct CuboidLabel {
    const model::Annotation *annotation = nullptr;  ///< of the list that was given
    const geometry::Cuboid *cuboid = nullptr;  ///< its geometry
    QString className;
    std::int64_t frame = 0;  ///< index in the scene
};

/// The cuboids that have a class, a frame of the scene and coordinates in `labelFrame`, in their order.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<CuboidLabel> cuboidLabels(const std::vector<model::Annotation> &annotations,
                                                                          const model::Schema &schema, const SceneFrames &frames,
                                                                          const QString &labelFrame);

/// What a format of cuboids keeps of them.
struct CuboidCarrier {
    CarriedFacts carried;
    bool tracks = false;
    bool sequences = true;  ///< a scene of several sweeps stays one; otherwise each sweep becomes an item of its own
    QString stream;  ///< name of the labels' frame where the scene is not known
    /// Counts what else is lost of a scene's labels; may be empty.
    std::function<void(LossTally &tally, const std::vector<CuboidLabel> &labels, const SceneFrames &frames)> more = {};
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<Loss>> cuboidLosses(const AnnotationSource &source,
                                                                           const CuboidCarrier &carrier);

/// Three numbers of an object: {"x": 1, "y": 2, "z": 3}. Fails when one is missing or none, naming it as "NAME.x".
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::array<double, 3>>
vectorIn(const Json &object, std::string_view name, const std::array<const char *, 3> &keys = {"x", "y", "z"});
[[nodiscard]] PLUMBLINE_CORE_EXPORT Json vectorJson(const std::array<double, 3> &values,
                                                    const std::array<const char *, 3> &keys = {"x", "y", "z"});
/// Whether three angles are numbers that can be turned by.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool areAngles(const std::array<double, 3> &angles);
/// To 1e-9 of a metre or radian, so that no digits of rounding are written.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::array<double, 3> tidied(std::array<double, 3> values);

/// A number, text or yes/no as an answer, null as unset; nothing for lists and objects.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<model::AttributeValue> answerFrom(const Json &value);
/// And back; "cannot tell" is nothing.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<Json> answerJson(const model::AttributeValue &value);

/// Counts answers of "cannot tell", which JSON values have no word for. A CuboidCarrier::more.
PLUMBLINE_CORE_EXPORT void tallyUntold(LossTally &tally, const std::vector<CuboidLabel> &labels, const SceneFrames &frames);

/// label_from_sensor of the scene's first lidar, for files whose boxes are in its frame; identity when there is none.
[[nodiscard]] PLUMBLINE_CORE_EXPORT geometry::Pose labelFromLidar(const model::Scene *scene);

/// A name for a folder or file of an item: its last part when that is safe, else `otherwise`.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString fileNameOf(const model::Item &item, const QString &otherwise);
/// The name of a frame's sweep for a file: as it came, or a number when it would lead elsewhere.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString sweepName(const SceneFrames &frames, std::int64_t index);

}  // namespace plumbline::extension
