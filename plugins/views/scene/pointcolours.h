// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/pointlabeling.h"
#include "core/model/schema.h"
#include "plugins/views/scene/colouring.h"

#include <memory>

namespace plumbline::sceneview {

/// Labels of a sweep's points and the colours they are shown in. Never changes once made; owned by a shared pointer.
class PointColours : public std::enable_shared_from_this<PointColours>
{
public:
    /// Classes have the schema's colours; those it does not have a colour of their name.
    /// `sensor` is whose points they are (SweepTag::sensor); -1 = whoever's.
    PointColours(const geometry::PointLabels &labels, const model::Schema &schema, bool dark, std::int32_t sensor = -1);

    /// For ColourMode::showsLabels(); the same one for the same mode, so that what draws need not ask again.
    [[nodiscard]] std::shared_ptr<const PointColourer> colourer(const ColourMode &mode) const;
    [[nodiscard]] float colourAt(std::uint64_t place, bool instances) const;
    /// Class and instance of a place in the file, in words: "road", "car · instance 7"; empty without a label.
    [[nodiscard]] QString wordsFor(std::uint64_t place) const;
    struct Label {
        QString className;
        std::uint32_t instance = 0;
    };
    [[nodiscard]] Label labelAt(std::uint64_t place) const;
    [[nodiscard]] const geometry::PointLabels &labels() const { return m_labels; }
    [[nodiscard]] const geometry::PointCounts &counts() const { return m_counts; }
    [[nodiscard]] std::int32_t sensor() const { return m_sensor; }

private:
    geometry::PointLabels m_labels;
    geometry::PointLookup m_lookup;
    geometry::PointCounts m_counts;
    std::vector<float> m_colours;  // by class
    float m_none = 0;
    bool m_dark = true;
    std::int32_t m_sensor = -1;
    mutable std::weak_ptr<const PointColourer> m_byClass;
    mutable std::weak_ptr<const PointColourer> m_byInstance;
};

/// Points that stand out from the others for a while.
struct PointMarks {
    geometry::PointSet points;  ///< by their places in the file
    QColor colour;
    std::int32_t sensor = -1;  ///< as in PointColours

    /// 1 for those of a cloud that are among them, 0 for others; empty when none is, or the cloud does not know their places.
    [[nodiscard]] std::vector<float> scalarsOf(const CloudData &data) const;
};

/// Colour of a class by name: the schema's, else one that follows from the name.
[[nodiscard]] QColor colourOfClass(const model::Schema &schema, const QString &name);

}  // namespace plumbline::sceneview
