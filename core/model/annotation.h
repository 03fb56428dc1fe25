// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/json.h"
#include "core/geometry/shapes.h"
#include "core/model/frame.h"

#include <QString>

#include <cstdint>
#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace plumbline::model {

enum class Role { Object, Crowd, Ignore };

[[nodiscard]] PLUMBLINE_CORE_EXPORT QString roleName(Role role);
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<Role> roleFromName(QStringView name);

/// The annotator looked and cannot tell: a value of its own, unlike unset.
struct CannotTell {
    bool operator==(const CannotTell &) const = default;
};

/// Value of one attribute. std::monostate = unset: nobody has answered; nothing defaults silently.
using AttributeValue = std::variant<std::monostate, CannotTell, bool, double, QString>;
/// By key, sorted, so that equal annotations encode equally.
using Attributes = std::map<QString, AttributeValue>;

/// An answer as text, as conditions and rules name it: "true", "red", "2.5"; empty for unset and for "cannot tell".
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString attributeText(const AttributeValue &value);
/// Whether somebody has answered, be it with "cannot tell".
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isAnswered(const Attributes &answers, const QString &key);

enum class OriginKind { Human, Model, Import, Propagated };

[[nodiscard]] PLUMBLINE_CORE_EXPORT QString originKindName(OriginKind kind);
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<OriginKind> originKindFromName(QStringView name);

/// Where a label came from.
struct Origin {
    OriginKind kind = OriginKind::Human;
    QString by;             ///< member, or name of the import batch
    QString model;          ///< model id, when a model had a part in it
    QString weightsSha256;  ///< hexadecimal
    QString provider;       ///< execution provider that really ran: "cpu", "webgpu", "cuda"…
    QString device;         ///< its name as the provider reports it
    int guidelineVersion = 0;
    bool authenticated = true;  ///< false: made without proof of identity; never scored
    bool operator==(const Origin &) const = default;
};

/// What became of a prediction.
enum class Verdict { None, Accepted, Rejected };

/// One label. A value; equality is exact.
struct Annotation {
    AnnotationId id;
    ItemId item;
    /// Owner of the label: "accepted", a member's name, or "model:ID". One writer each, except "accepted".
    QString layer;
    ClassId labelClass;  ///< null = no class
    Role role = Role::Object;
    TrackId track;  ///< null = not part of a track
    bool unsure = false;
    std::optional<FrameRef> frame;  ///< nothing for single images and whole-item labels
    geometry::Geometry geometry;
    Attributes attributes;
    std::optional<double> score;  ///< of a prediction, in [0, 1]
    Origin origin;
    AnnotationId parent;  ///< the prediction or label it was made from
    Verdict verdict = Verdict::None;
    std::int32_t zOrder = 0;
    GroupId group;  ///< labels of one group are selected and moved together; null = in none
    Json extra;  ///< namespaced foreign data; null when none
    std::int64_t createdMicroseconds = 0;
    /// Number of operations applied to it; kept by the store, not part of its encoded content.
    std::int64_t revision = 0;

    bool operator==(const Annotation &) const = default;
};

/// Key of `extra` in labels and tracks that a review brought into the accepted layer: author, reviewer, submission.
inline constexpr const char *reviewKey = "plumbline-review";

/// Name of the layer that exports, batches and consumers read.
[[nodiscard]] inline QString acceptedLayer()
{
    return QStringLiteral("accepted");
}
[[nodiscard]] inline QString modelLayer(const QString &modelId)
{
    return QStringLiteral("model:") + modelId;
}
[[nodiscard]] inline bool isModelLayer(QStringView layer)
{
    return layer.startsWith(QLatin1String("model:"));
}

/// Annotation JSON of docs/annotation-json.md. `className` resolves ids to names and back.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Json geometryToJson(const geometry::Geometry &geometry);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<geometry::Geometry> geometryFromJson(const Json &json);

struct Schema;
[[nodiscard]] PLUMBLINE_CORE_EXPORT Json annotationToJson(const Annotation &annotation, const Schema &schema);
/// Unknown class names fail with NotFound; id, created and revision may be absent. Names the key that is wrong.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Annotation> annotationFromJson(const Json &json, const Schema &schema);

/// "2026-11-20T03:00:00.000000Z" and back, exactly for the years 1 to 9999. Reading takes up to six decimals and only "Z".
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString isoFromMicroseconds(std::int64_t microseconds);
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<std::int64_t> microsecondsFromIso(QStringView text);

}  // namespace plumbline::model
