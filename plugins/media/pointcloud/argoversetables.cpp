// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/argoversetables.h"

#include "core/base/csv.h"
#include "plugins/media/pointcloud/scenenumbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline::pointcloud {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::pointcloud", text);
}

/// Rows of a table with named columns.
class Table
{
public:
    Table(QByteArrayView text, const QString &file, IssueList &issues) : m_reader(text), m_file(file), m_issues(issues)
    {
        if (const auto names = m_reader.next())
            m_names = *names;
    }

    /// Where columns are; empty, and told, when one is missing.
    [[nodiscard]] std::vector<qsizetype> columns(std::initializer_list<const char *> names)
    {
        std::vector<qsizetype> places;
        for (const char *name : names) {
            const qsizetype place = m_names.indexOf(QLatin1String(name));
            if (place < 0) {
                m_issues.problem(m_file, tr("line 1"),
                                 tr("There is no column %1; the table is not used.").arg(QLatin1String(name)));
                return {};
            }
            places.push_back(place);
        }
        return places;
    }
    bool next()
    {
        auto row = m_reader.next();
        if (row)
            m_row = std::move(*row);
        return row.has_value();
    }
    [[nodiscard]] QString text(qsizetype column) const { return m_row.value(column); }
    [[nodiscard]] bool isEmpty() const { return m_row.size() == 1 && m_row.front().isEmpty(); }
    /// Numbers of these columns; empty when one is none.
    [[nodiscard]] std::vector<double> numbers(std::span<const qsizetype> columns) const
    {
        std::vector<double> values;
        for (const qsizetype column : columns) {
            bool isNumber = false;
            values.push_back(m_row.value(column).toDouble(&isNumber));
            if (!isNumber)
                return {};
        }
        return values;
    }
    void tellBroken(const QString &text) { m_issues.problem(m_file, tr("line %1").arg(m_reader.line()), text); }

private:
    base::CsvReader m_reader;
    QString m_file;
    IssueList &m_issues;
    QStringList m_names;
    QStringList m_row;
};

std::optional<geometry::Pose> poseOf(const std::vector<double> &seven)
{
    if (seven.size() != 7)
        return std::nullopt;
    return poseOfQuaternion(std::span(seven).first(4), std::span(seven).subspan(4));
}

}  // namespace

std::vector<TimedPose> readArgoversePoses(QByteArrayView text, const QString &file, IssueList &issues)
{
    Table table(text, file, issues);
    const auto columns = table.columns({"timestamp_ns", "qw", "qx", "qy", "qz", "tx_m", "ty_m", "tz_m"});
    std::vector<TimedPose> poses;
    bool back = false;
    while (!columns.empty() && table.next()) {
        if (table.isEmpty())
            continue;
        bool isNumber = false;
        const qint64 time = table.text(columns[0]).toLongLong(&isNumber);
        const auto pose = poseOf(table.numbers(std::span(columns).subspan(1)));
        if (!isNumber || !pose) {
            table.tellBroken(tr("It is no time with a rotation and a shift; it was left out."));
            continue;
        }
        back = back || (!poses.empty() && time < poses.back().nanoseconds);
        poses.push_back({time, *pose});
    }
    if (back) {
        issues.problem(file, {}, tr("The times of the poses go back. The poses were put in the order of their times."));
        std::stable_sort(poses.begin(), poses.end(),
                         [](const TimedPose &a, const TimedPose &b) { return a.nanoseconds < b.nanoseconds; });
    }
    return poses;
}

std::vector<ArgoverseSensor> readArgoverseExtrinsics(QByteArrayView text, const QString &file, IssueList &issues)
{
    Table table(text, file, issues);
    const auto columns = table.columns({"sensor_name", "qw", "qx", "qy", "qz", "tx_m", "ty_m", "tz_m"});
    std::vector<ArgoverseSensor> sensors;
    constexpr std::size_t most = 256;
    while (!columns.empty() && sensors.size() < most && table.next()) {
        const QString name = table.text(columns[0]);
        if (name.isEmpty() || std::any_of(sensors.begin(), sensors.end(), [&](const auto &s) { return s.name == name; }))
            continue;
        sensors.push_back({name, poseOf(table.numbers(std::span(columns).subspan(1))), std::nullopt});
        if (!sensors.back().ego_from_sensor)
            table.tellBroken(tr("The place of %1 is no rotation and shift.").arg(name));
    }
    return sensors;
}

void readArgoverseIntrinsics(QByteArrayView text, const QString &file, std::vector<ArgoverseSensor> &sensors, IssueList &issues)
{
    Table table(text, file, issues);
    const auto columns =
        table.columns({"sensor_name", "fx_px", "fy_px", "cx_px", "cy_px", "k1", "k2", "k3", "height_px", "width_px"});
    while (!columns.empty() && table.next()) {
        const auto sensor =
            std::find_if(sensors.begin(), sensors.end(), [&](const auto &s) { return s.name == table.text(columns[0]); });
        if (sensor == sensors.end())
            continue;
        const auto n = table.numbers(std::span(columns).subspan(1));
        if (n.size() == 9) {
            constexpr double half = .5;
            const geometry::Camera camera{geometry::LensModel::BrownConrady, n[8], n[7], n[0], n[1], n[2] + half, n[3] + half, 0,
                                          {n[4], n[5], 0, 0, n[6], 0, 0, 0}};
            if (geometry::isUsable(camera))
                sensor->camera = camera;
        }
        if (!sensor->camera)
            table.tellBroken(tr("The lens of %1 cannot be used.").arg(sensor->name));
    }
}

std::optional<geometry::Pose> poseAt(const std::vector<TimedPose> &poses, std::int64_t nanoseconds)
{
    const auto after = std::lower_bound(poses.begin(), poses.end(), nanoseconds,
                                        [](const TimedPose &pose, std::int64_t time) { return pose.nanoseconds < time; });
    if (after == poses.end())
        return std::nullopt;
    if (after->nanoseconds == nanoseconds)
        return after->world_from_ego;
    if (after == poses.begin())
        return std::nullopt;
    const TimedPose &before = *(after - 1);
    // As doubles: hostile times lie further apart than 64 bits count.
    const double gap = double(after->nanoseconds) - double(before.nanoseconds);
    constexpr double mostGap = 5e8;
    if (gap > mostGap)
        return std::nullopt;
    return geometry::interpolated(before.world_from_ego, after->world_from_ego, double(nanoseconds - before.nanoseconds) / gap);
}

}  // namespace plumbline::pointcloud
