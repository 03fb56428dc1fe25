// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/sceneparts.h"

class QXmlStreamWriter;

/// One tracklet: an object of one size with a pose in each of consecutive frames. The pose's tx ty tz is the middle of the bottom face
/// in the frame of the LiDAR, rx ry rz are angles of the matrix Rz · Ry · Rx (KITTI's own data have rz alone), w h l are along y z x.
namespace plumbline::kittiraw {

/// Name of the labels' frame when there is no scene.
[[nodiscard]] QString lidarFrame();

/// Values of a pose or of a tracklet by their element's name, as text; only short ones.
using Texts = std::vector<std::pair<QString, QString>>;
[[nodiscard]] QString textOf(const Texts &texts, QStringView name);
void setText(Texts &texts, const QString &name, const QString &text);
[[nodiscard]] Json toJson(const Texts &texts);
/// From JSON that may come from anywhere: names that are none of XML are left out.
[[nodiscard]] Texts textsFrom(const Json &json);

struct Tracklet {
    Texts head;  ///< objectType, h, w, l, first_frame, finished
    std::vector<Texts> poses;
};

struct Size {
    double length = 0;
    double width = 0;
    double height = 0;
};
/// Fails in words when one is missing, no number, or not above 0.
[[nodiscard]] Result<Size> sizeOf(const Texts &head);
/// first_frame, from 0 to a thousand million.
[[nodiscard]] std::optional<std::int64_t> firstFrameOf(const Texts &head);

[[nodiscard]] Result<geometry::Cuboid> cuboidOf(const Texts &pose, const Size &size, const QString &frame);
/// Puts the place of a cuboid into a pose.
void setCuboid(Texts &pose, const geometry::Cuboid &cuboid);

/// Attributes: state, occlusion and truncation as their numbers; -1 is unset.
[[nodiscard]] model::Attributes answersOf(const Texts &pose);
/// Writes those that the attributes say, and -1 for the others.
void setAnswers(Texts &pose, const model::Attributes &attributes);
[[nodiscard]] QStringList carriedAttributes();
/// Whether an answer is one of the numbers that the file knows.
[[nodiscard]] bool carries(const QString &key, const model::AttributeValue &value);

/// What the label came with; empty when nothing.
[[nodiscard]] Texts keptPose(const model::Annotation &annotation);
[[nodiscard]] Texts keptHead(const model::Annotation &annotation);

}  // namespace plumbline::kittiraw
