// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/skeletons.h"

#include <algorithm>

namespace plumbline::imageview {

const model::Skeleton *skeletonNamed(const model::Schema &schema, const QString &name)
{
    const auto it =
        std::find_if(schema.skeletons.begin(), schema.skeletons.end(), [&](const model::Skeleton &s) { return s.name == name; });
    return it == schema.skeletons.end() ? nullptr : &*it;
}

const model::Skeleton *skeletonOf(const model::Schema &schema, ClassId labelClass)
{
    if (const model::LabelClass *found = schema.find(labelClass))
        if (const model::Skeleton *own = skeletonNamed(schema, found->name))
            return own;
    return schema.skeletons.size() == 1 ? &schema.skeletons.front() : nullptr;
}

std::vector<geometry::Point> jointPlaces(const model::Skeleton &skeleton)
{
    const auto count = static_cast<std::size_t>(skeleton.joints.size());
    if (skeleton.layout.size() == count)
        return skeleton.layout;
    // Rows by distance from the first joint; what hangs on nothing comes last.
    std::vector<int> row(count, -1);
    int rows = 0;
    std::vector<std::size_t> reached;
    if (count > 0) {
        row[0] = 0;
        reached.push_back(0);
    }
    for (std::size_t i = 0; i < reached.size(); ++i) {
        const auto joint = static_cast<int>(reached[i]);
        for (const auto &[a, b] : skeleton.edges) {
            const int other = a == joint ? b : b == joint ? a : -1;
            if (other < 0 || static_cast<std::size_t>(other) >= count || row[static_cast<std::size_t>(other)] >= 0)
                continue;
            row[static_cast<std::size_t>(other)] = row[reached[i]] + 1;
            reached.push_back(static_cast<std::size_t>(other));
        }
    }
    for (const int r : row)
        rows = std::max(rows, r + 1);
    if (reached.size() < count) {
        std::replace(row.begin(), row.end(), -1, rows);
        ++rows;
    }
    std::vector<geometry::Point> places(count);
    for (int r = 0; r < rows; ++r) {
        const auto inRow = std::count(row.begin(), row.end(), r);
        double position = 0;
        for (std::size_t joint = 0; joint < count; ++joint)
            if (row[joint] == r)
                places[joint] = {(position++ + 0.5) / static_cast<double>(inRow), (r + 0.5) / rows};
    }
    return places;
}

geometry::KeyPoints templateIn(const model::Skeleton &skeleton, const geometry::Box &box)
{
    geometry::KeyPoints points;
    points.skeleton = skeleton.name;
    for (const geometry::Point &p : jointPlaces(skeleton))
        points.points.push_back({box.x + p.x * box.w, box.y + p.y * box.h, 2});
    return points;
}

geometry::KeyPoints noJoints(const model::Skeleton &skeleton)
{
    geometry::KeyPoints points;
    points.skeleton = skeleton.name;
    points.points.resize(static_cast<std::size_t>(skeleton.joints.size()));
    return points;
}

std::size_t nextMissing(const geometry::KeyPoints &points, std::size_t start)
{
    while (start < points.points.size() && points.points[start].visibility > 0)
        ++start;
    return start;
}

}  // namespace plumbline::imageview
