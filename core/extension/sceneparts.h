// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/formatsupport.h"

#include <QHash>

#include <map>

/// What formats of scenes need and none should write again.
namespace plumbline::extension {

/// Says which frame of a scene a label belongs to, and back. Without a scene frames are numbers, ten a second.
class PLUMBLINE_CORE_EXPORT SceneFrames
{
public:
    /// `scene` may be null and is not kept. `stream` names the sensor of the labels when there is no scene.
    SceneFrames(const model::Scene *scene, const QString &stream);

    [[nodiscard]] bool known() const { return m_known; }
    [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(m_names.size()); }
    /// What a label of this frame names; `index` is below count() when the scene is known.
    [[nodiscard]] model::FrameRef ref(std::int64_t index) const;
    /// The same for what a camera saw; stands for the sweep where the camera has nothing.
    [[nodiscard]] model::FrameRef ref(std::int64_t index, const QString &sensor) const;
    /// Frame of an annotation by its time; nothing when the scene has none of that time. A label without a frame belongs to the
    /// only one.
    [[nodiscard]] std::optional<std::int64_t> indexOf(const model::Annotation &annotation) const;
    /// File name of the frame's sweep without folder and ending: "000012".
    [[nodiscard]] QString name(std::int64_t index) const;
    /// Frame of that name; nothing when there is none.
    [[nodiscard]] std::optional<std::int64_t> indexNamed(const QString &name) const;
    /// Frame whose sweep's name counts it as `number` ("000012" is 12); by position when no name is a number.
    [[nodiscard]] std::optional<std::int64_t> indexNumbered(std::int64_t number) const;
    /// The number that the frame's name tells, else its position.
    [[nodiscard]] std::int64_t numberOf(std::int64_t index) const;

private:
    bool m_known = false;
    bool m_numbered = false;
    QString m_stream;
    std::vector<std::int64_t> m_times;
    QStringList m_names;
    QHash<QString, std::int64_t> m_byName;
    QHash<std::int64_t, std::int64_t> m_byNumber;
    std::map<QString, QHash<std::int64_t, std::int64_t>> m_byTime;  // by sensor
    std::map<QString, QHash<std::int64_t, std::int64_t>> m_timeOf;  // by sensor: time by frame
};

/// A name for every track of a scene: the one that it came with, else a number that is free. Call keep() for every label, then
/// of().
class PLUMBLINE_CORE_EXPORT TrackNames
{
public:
    /// `kept`: the name that the label came with; empty when it has none.
    void keep(TrackId track, const QString &kept);
    [[nodiscard]] QString of(TrackId track);

private:
    std::map<TrackId, QString> m_names;
    QSet<QString> m_taken;
    std::int64_t m_next = 0;
};

/// Id for a reader to give to the labels of a track.
[[nodiscard]] PLUMBLINE_CORE_EXPORT TrackId trackNamed(const QString &item, const QString &name);

/// Visits the scenes of a source in its order, with what is known of their sensors. Stops when the job is cancelled.
using SceneVisitor = std::function<Result<>(const model::Item &item, const std::vector<model::Annotation> &annotations,
                                            const std::optional<model::Scene> &scene)>;
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> visitScenes(const AnnotationSource &source, const SceneVisitor &visitor);
/// Counts the items that visitScenes() passes over.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> tallyOtherItems(const AnnotationSource &source, LossTally &tally);

/// tallyFacts() for formats that carry tracks.
PLUMBLINE_CORE_EXPORT void tallyTrackedFacts(LossTally &tally, const model::Annotation &annotation, const CarriedFacts &carried);
/// Counts, for formats with a record for each frame, the frames between two keyframes of a track: they are not written.
PLUMBLINE_CORE_EXPORT void tallyBetweenKeyframes(LossTally &tally, const SceneFrames &frames,
                                                 const std::vector<model::Annotation> &annotations);

/// Whether two cuboids are the same up to what storing loses: 1e-7 m and radians.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool sameCuboid(const geometry::Cuboid &a, const geometry::Cuboid &b);
/// Why a cuboid of a file is no box: a number that is none, further than 1e7 m away, no size; empty when it is one.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString whyNoBox(const geometry::Cuboid &cuboid);
/// `value` to a millionth, in the shortest text: "1.5".
PLUMBLINE_CORE_EXPORT void appendMicro(QByteArray &text, double value);

}  // namespace plumbline::extension
