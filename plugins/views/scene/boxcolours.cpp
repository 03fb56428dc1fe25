// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/boxcolours.h"

#include "widgets/theme/theme.h"

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

constexpr double columnMetres = 2;
constexpr double farthestColumn = 1e9;
constexpr int mostColumnsOfABox = 4096;  // beyond that it is no object

std::int32_t columnOf(double metres)
{
    return std::int32_t(std::clamp(std::floor(metres / columnMetres), -farthestColumn, farthestColumn));
}

std::uint64_t keyOf(std::int32_t x, std::int32_t y)
{
    return std::uint64_t(std::uint32_t(x)) << 32U | std::uint32_t(y);
}

}  // namespace

QColor instanceColour(const SceneBox &box)
{
    // Steps of the golden section round the circle of hues: neighbours in the hash are far apart in colour.
    const auto hash = box.track.isNull() ? qHash(box.id.toString(), std::size_t(0)) : qHash(box.track.toString(), std::size_t(0));
    const double hue = std::fmod(double(hash % 4096) * 0.6180339887498949, 1.0);
    return QColor::fromHsvF(float(hue), 0.62F, 0.95F);
}

BoxColours::BoxColours(const std::vector<SceneBox> &boxes, By by, const QColor &ground)
{
    std::vector<std::pair<double, const SceneBox *>> order;
    for (const SceneBox &box : boxes)
        order.emplace_back(box.cuboid.size[0] * box.cuboid.size[1] * box.cuboid.size[2], &box);
    std::stable_sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[volume, box] : order) {
        const auto [least, most] = boundsOf(box->cuboid);
        bool finite = true;
        for (std::size_t axis = 0; axis < 3; ++axis)
            finite = finite && std::isfinite(least[axis]) && std::isfinite(most[axis]);
        const double wide = (most[0] - least[0]) / columnMetres + 2;
        const double deep = (most[1] - least[1]) / columnMetres + 2;
        if (!finite || wide * deep > mostColumnsOfABox)
            continue;
        const QColor colour = theme::legible(by == By::Class ? box->colour : instanceColour(*box), ground);
        const auto number = std::uint32_t(m_boxes.size());
        m_boxes.push_back({geometry::inverted(geometry::poseOf(box->cuboid)),
                           {box->cuboid.size[0] / 2, box->cuboid.size[1] / 2, box->cuboid.size[2] / 2},
                           packed(colour)});
        for (std::int32_t x = columnOf(least[0]); x <= columnOf(most[0]); ++x)
            for (std::int32_t y = columnOf(least[1]); y <= columnOf(most[1]); ++y)
                m_columns[keyOf(x, y)].push_back(number);
    }
}

std::shared_ptr<const PointColourer> BoxColouring::of(const std::vector<SceneBox> &boxes, BoxColours::By by, const QColor &ground)
{
    const bool same =
        m_colourer && by == m_by && ground == m_ground
        && std::equal(boxes.begin(), boxes.end(), m_boxes.begin(), m_boxes.end(), [](const SceneBox &a, const SceneBox &b) {
               return a.id == b.id && a.track == b.track && a.cuboid == b.cuboid && a.colour == b.colour;
           });
    if (!same) {
        m_boxes = boxes;
        m_by = by;
        m_ground = ground;
        m_colourer = std::make_shared<const BoxColours>(boxes, by, ground);
    }
    return m_colourer;
}

std::vector<float> BoxColours::coloursOf(const CloudData &data) const
{
    if (data.merged)
        return {};
    std::vector<float> colours(data.size(), noColour);
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const auto &p = data.positions[i];
        const Vector3 place{data.origin[0] + double(p[0]), data.origin[1] + double(p[1]), data.origin[2] + double(p[2])};
        const auto column = m_columns.find(keyOf(columnOf(place[0]), columnOf(place[1])));
        if (column == m_columns.end())
            continue;
        for (const std::uint32_t number : column->second) {
            const Place &box = m_boxes[number];
            const Vector3 local = geometry::transformed(box.box_from_label, place);
            if (std::abs(local[0]) <= box.half[0] && std::abs(local[1]) <= box.half[1] && std::abs(local[2]) <= box.half[2]) {
                colours[i] = box.colour;
                break;
            }
        }
    }
    return colours;
}

}  // namespace plumbline::sceneview
