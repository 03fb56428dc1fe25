// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/pointset.h"
#include "core/geometry/shapes.h"

#include <map>

/// Changing and counting the labels of a cloud's points. Everything works on the runs: the cost follows the runs and the chosen
/// points, memory does not follow the cloud. Pure functions of values, any thread.
namespace plumbline::geometry {

/// Name of the class of points that nobody has labeled, as in SemanticKITTI (number 0).
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString unlabeledName();
/// Whether a class of PointLabels says that its points have no label: unlabeledName() or an empty name.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isUnlabeled(const QString &className);

/// Labels of so many points of which none has a label yet.
[[nodiscard]] PLUMBLINE_CORE_EXPORT PointLabels unlabeledPoints(std::uint64_t points, const QString &coordinateFrame);
/// How many points the runs describe; nothing when they contradict each other, point beyond the classes, or overflow. Labels
/// without instance runs are those of points without instances.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<std::uint64_t> pointsOf(const PointLabels &labels);

/// What becomes of chosen points.
struct PointEdit {
    std::optional<QString> className;       ///< nothing = stays
    std::optional<std::uint32_t> instance;  ///< nothing = stays; 0 = none
    bool onlyUnlabeled = false;             ///< points with a label stay
    std::optional<QString> onlyClass;       ///< points of other classes stay
    bool operator==(const PointEdit &) const = default;
};
/// Takes label and instance away.
[[nodiscard]] PLUMBLINE_CORE_EXPORT PointEdit clearingEdit();

struct EditedPoints {
    PointLabels labels;
    std::uint64_t changed = 0;  ///< points whose class or instance is another one now
};
/// Classes without points are dropped from the result, new ones come last. Nothing when the labels are not those of
/// `chosen.points()` points.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<EditedPoints> edited(const PointLabels &before, const PointSet &chosen,
                                                                       const PointEdit &edit);

/// Those of the chosen points that an edit changes; all of them where the labels are not those of `chosen.points()` points.
[[nodiscard]] PLUMBLINE_CORE_EXPORT PointSet changedBy(const PointLabels &before, const PointSet &chosen, const PointEdit &edit);

struct PointCounts {
    std::uint64_t points = 0;
    std::uint64_t labeled = 0;
    std::map<QString, std::uint64_t> ofClass;  ///< unlabeled ones not among them
};
/// Of labels for which pointsOf() says something.
[[nodiscard]] PLUMBLINE_CORE_EXPORT PointCounts countsOf(const PointLabels &labels);
/// Largest instance number in use; 0 for none.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::uint32_t largestInstance(const PointLabels &labels);

/// Class and instance of single points, without unpacking the runs. Memory as the runs and a 64th of a byte a point.
class PLUMBLINE_CORE_EXPORT PointLookup
{
public:
    PointLookup() = default;
    /// Of labels for which pointsOf() says something; others give an empty lookup.
    explicit PointLookup(const PointLabels &labels);

    struct Label {
        std::uint32_t classIndex = 0;  ///< into the labels' classes
        std::uint32_t instance = 0;
    };
    /// Nothing beyond the cloud.
    [[nodiscard]] std::optional<Label> at(std::uint64_t place) const;
    [[nodiscard]] std::uint64_t points() const { return m_points; }

private:
    struct Part {
        std::uint64_t first = 0;
        Label label;
    };
    std::uint64_t m_points = 0;
    std::vector<Part> m_parts;
    std::vector<std::uint32_t> m_starts;  // part of every 256th point
};

}  // namespace plumbline::geometry
