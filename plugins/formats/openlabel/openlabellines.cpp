// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/openlabel/openlabellines.h"

#include "core/extension/jsonparts.h"
#include "plugins/formats/openlabel/openlabelboxes.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline::openlabel {

namespace {

constexpr std::size_t mostNumbers = 3'000'000;
constexpr double furthest = 1e9;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::openlabel", text);
}

}  // namespace

Result<geometry::Polyline3> lineFrom(const Json &entry, const QString &system, const Systems &systems, std::int64_t frame)
{
    const Json &list = extension::memberOf(entry, "val");
    if (!list.is_array() || list.size() % 3 != 0 || list.size() < 6 || list.size() > mostNumbers)
        return fail(ErrorCode::Malformed, tr("A line has three numbers for each of two or more vertices, this one has not."));
    geometry::Polyline3 line;
    line.points.resize(list.size() / 3);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const double value = list[i].is_number() ? list[i].get<double>() : furthest * 2;
        if (!(std::abs(value) <= furthest))
            return fail(ErrorCode::Malformed, tr("“val” is missing or no list of numbers."));
        line.points[i / 3][i % 3] = value;
    }
    const QString named = systemOf(entry, system);
    line.coordinateFrame = systems.frameOf(named, frame);
    if (const auto label_from_system = systems.labelFrom(named, frame))
        for (geometry::Vector3 &point : line.points)
            point = geometry::transformed(*label_from_system, point);
    if (extension::memberOf(entry, "closed") == true && line.points.front() != line.points.back())
        line.points.push_back(line.points.front());
    return line;
}

Json lineEntry(const geometry::Polyline3 &line)
{
    const bool closed = line.points.size() > 3 && line.points.front() == line.points.back();
    Json values = Json::array();
    for (std::size_t i = 0; i + (closed ? 1 : 0) < line.points.size(); ++i)
        for (const double value : line.points[i])
            values.push_back(value);
    return {{"name", "line"},
            {"val", std::move(values)},
            {"closed", closed},
            {"coordinate_system", base::toJson(line.coordinateFrame.isEmpty() ? vehicleSystem() : line.coordinateFrame)}};
}

bool sameLine(const geometry::Polyline3 &a, const geometry::Polyline3 &b)
{
    constexpr double little = 1e-7;
    if (a.points.size() != b.points.size() || a.coordinateFrame != b.coordinateFrame)
        return false;
    for (std::size_t i = 0; i < a.points.size(); ++i)
        for (std::size_t axis = 0; axis < 3; ++axis)
            if (!(std::abs(a.points[i][axis] - b.points[i][axis]) <= little))
                return false;
    return true;
}

}  // namespace plumbline::openlabel
