// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/geometry/pose.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QSet>
#include <QString>

#include <functional>
#include <vector>

/// The tables of nuScenes (Caesar et al., 2020; the devkit's schema), in which ego_pose and sample_data have millions of records:
/// pure functions that keep only what is asked for. A record that is broken is told and left out.
namespace plumbline::pointcloud {

/// Top-level members of one record.
class TableRecord
{
public:
    [[nodiscard]] QByteArray text(const char *key) const { return m_texts.value(QByteArray(key)); }
    /// A number, or a list of them with nested lists in a row; empty when it is none.
    [[nodiscard]] const std::vector<double> &numbers(const char *key) const;
    [[nodiscard]] bool flag(const char *key) const { return m_flags.contains(QByteArray(key)); }

private:
    friend class RecordHandler;
    QHash<QByteArray, QByteArray> m_texts;
    QHash<QByteArray, std::vector<double>> m_numbers;
    QSet<QByteArray> m_flags;  ///< that are true
};

/// Calls `take` for every record of a table. Memory is that of one record, at most a megabyte of text.
void readTable(QByteArrayView text, const QString &file, IssueList &issues, const std::function<void(const TableRecord &)> &take);

struct NuSensor {
    QString channel;
    QString modality;
};
struct NuCalibration {
    QByteArray sensor;
    std::optional<geometry::Pose> ego_from_sensor;
    std::vector<double> intrinsic;  ///< nine numbers for cameras
};
/// What one sensor recorded once at a key frame.
struct NuData {
    QByteArray sample;
    QByteArray calibration;
    QByteArray pose;
    QString file;
    std::int64_t microseconds = 0;
    int width = 0;
    int height = 0;
};
struct NuScene {
    QByteArray token;
    QString name;
};
struct NuSample {
    QByteArray token;
    QByteArray scene;
    std::int64_t microseconds = 0;
};

/// What the tables of one folder say, by their tokens.
struct NuTables {
    QHash<QByteArray, NuSensor> sensors;
    QHash<QByteArray, NuCalibration> calibrations;
    QHash<QByteArray, geometry::Pose> poses;  ///< of `data` only
    std::vector<NuScene> scenes;
    std::vector<NuSample> samples;
    std::vector<NuData> data;  ///< of key frames

    /// By the table's name, "sample_data"; ego_pose last, because it keeps only what `data` asks for.
    void read(const QByteArray &table, QByteArrayView text, const QString &file, IssueList &issues);
};
/// The tables that are read, in this order.
[[nodiscard]] const std::vector<QByteArray> &nuScenesTables();

}  // namespace plumbline::pointcloud
