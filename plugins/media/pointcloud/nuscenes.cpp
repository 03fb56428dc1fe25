// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/layouts.h"
#include "plugins/media/pointcloud/nuscenestables.h"
#include "plugins/media/pointcloud/scenenumbers.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace plumbline::pointcloud {

namespace {

constexpr qint64 mostTableBytes = qint64(4) << 30;
constexpr std::size_t mostSensors = 256;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::pointcloud", text);
}

QString tableFile(const QString &version, const QByteArray &table)
{
    return version + QLatin1Char('/') + QString::fromLatin1(table) + QStringLiteral(".json");
}

/// Folders that hold the tables: "v1.0-mini".
QStringList versionsOf(DataFolder &folder)
{
    QStringList versions;
    for (const QString &name : folder.folders({})) {
        const auto &tables = nuScenesTables();
        if (name.startsWith(QLatin1Char('v')) && std::all_of(tables.begin(), tables.end(), [&](const QByteArray &table) {
                return !folder.file(tableFile(name, table)).isEmpty();
            }))
            versions.append(name);
    }
    return versions;
}

Result<> readTableFile(DataFolder &folder, const QString &name, const QByteArray &table, NuTables &tables, IssueList &issues)
{
    QFile file(folder.absolute(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Failed, tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
    if (file.size() > mostTableBytes)
        return fail(ErrorCode::TooLarge, tr("%1 is larger than is allowed.").arg(file.fileName()));
    const uchar *mapped = file.size() > 0 ? file.map(0, file.size()) : nullptr;
    if (!mapped)
        return fail(ErrorCode::Malformed, tr("%1 is empty or cannot be read.").arg(file.fileName()));
    tables.read(table, QByteArrayView(mapped, file.size()), file.fileName(), issues);
    return {};
}

model::SensorKind kindOf(const QString &modality)
{
    if (modality == QLatin1String("camera"))
        return model::SensorKind::Camera;
    return modality == QLatin1String("radar") ? model::SensorKind::Radar : model::SensorKind::Lidar;
}

/// Builds the scenes of one version from its tables.
class Builder
{
public:
    Builder(DataFolder &folder, const QString &version, const NuTables &tables)
        : m_folder(folder), m_version(version), m_tables(tables)
    {
        for (std::size_t i = 0; i < tables.data.size(); ++i)
            m_dataOf[tables.data[i].sample].push_back(i);
        for (std::size_t i = 0; i < tables.samples.size(); ++i)
            m_samplesOf[tables.samples[i].scene].push_back(i);
    }

    SceneDraft build(const NuScene &scene)
    {
        SceneDraft draft;
        draft.path = m_folder.path();
        draft.folder = m_folder.path();
        draft.name = scene.name.isEmpty() ? QString::fromUtf8(scene.token) : scene.name;
        draft.scene.convention = QStringLiteral("nuscenes");
        draft.expectsPoses = true;
        m_missing = 0;
        m_otherCalibrations.clear();
        m_calibrationOf.clear();
        // Taken, so that tokens that repeat cost their records once.
        const auto samples = m_samplesOf.take(scene.token);
        for (const std::size_t i : samples) {
            const NuSample &sample = m_tables.samples[i];
            model::SceneFrame frame;
            frame.microseconds = sample.microseconds;
            const auto recorded = m_dataOf.take(sample.token);
            for (const std::size_t d : recorded)
                addData(draft, frame, m_tables.data[d]);
            placeFrame(draft.scene, frame);
            if (!frame.files.empty())
                draft.scene.frames.push_back(std::move(frame));
        }
        if (m_missing > 0)
            draft.issues.problem(
                m_firstMissing, {},
                tr("The file is not there; so are %1 of scene %2 in all. They were left out.").arg(m_missing).arg(draft.name));
        for (const QString &name : std::as_const(m_otherCalibrations))
            draft.issues.problem(m_folder.absolute(tableFile(m_version, "calibrated_sensor")), {},
                                 tr("%1 has more than one calibration in scene %2; the first is used.").arg(name, draft.name));
        draft.scene.extra =
            Json{{"nuscenes", {{"version", m_version.toStdString()}, {"scene_token", scene.token.toStdString()}}}};
        return draft;
    }

private:
    /// Index of the sensor that recorded it, added with its calibration the first time; -1 when the tables do not tell.
    std::int32_t sensorOf(SceneDraft &draft, const NuData &data)
    {
        const auto calibration = m_tables.calibrations.constFind(data.calibration);
        if (calibration == m_tables.calibrations.constEnd())
            return -1;
        const auto known = m_tables.sensors.constFind(calibration->sensor);
        if (known == m_tables.sensors.constEnd() || known->channel.isEmpty())
            return -1;
        if (const std::int32_t index = sensorNamed(draft.scene, known->channel); index >= 0) {
            if (m_calibrationOf.value(index) != data.calibration && !m_otherCalibrations.contains(known->channel))
                m_otherCalibrations.append(known->channel);
            return index;
        }
        if (draft.scene.sensors.size() >= mostSensors)
            return -1;
        const model::SensorKind kind = kindOf(known->modality);
        const std::int32_t index = addSensor(draft.scene, known->channel, kind);
        m_calibrationOf.insert(index, data.calibration);
        model::Sensor &sensor = draft.scene.sensors.back();
        const QString table = m_folder.absolute(tableFile(m_version, "calibrated_sensor"));
        const QString place = QString::fromUtf8(data.calibration);
        if (calibration->ego_from_sensor)
            sensor.ego_from_sensor = *calibration->ego_from_sensor;
        if (kind == model::SensorKind::Camera) {
            const auto camera = cameraOfMatrix(calibration->intrinsic, QSize(data.width, data.height));
            if (camera && calibration->ego_from_sensor)
                sensor.camera = camera;
            else
                tellUncalibrated(draft, sensor.name, table, place);
        } else if (!calibration->ego_from_sensor) {
            draft.issues.problem(table, place, tr("The place of %1 is no rotation and shift.").arg(sensor.name));
        }
        return index;
    }

    void addData(SceneDraft &draft, model::SceneFrame &frame, const NuData &data)
    {
        const QString file = m_folder.file(data.file);
        if (file.isEmpty()) {
            if (m_missing++ == 0)
                m_firstMissing = m_folder.absolute(data.file);
            return;
        }
        const std::int32_t index = sensorOf(draft, data);
        if (index < 0 || model::fileOf(frame, index)) {
            draft.issues.problem(m_folder.absolute(tableFile(m_version, "sample_data")), data.file,
                                 index < 0 ? tr("Its sensor is not in the tables; it was left out.")
                                           : tr("Its sensor has two files in one sample; it was left out."));
            return;
        }
        const auto pose = m_tables.poses.constFind(data.pose);
        frame.files.push_back(
            {index, file, data.microseconds, pose == m_tables.poses.constEnd() ? std::nullopt : std::optional(*pose)});
    }

    /// A frame's time and pose are those of its sweep: LIDAR_TOP where there are several.
    static void placeFrame(const model::Scene &scene, model::SceneFrame &frame)
    {
        const model::SensorFile *sweep = nullptr;
        for (const model::SensorFile &file : frame.files) {
            const model::Sensor &sensor = scene.sensors[static_cast<std::size_t>(file.sensor)];
            if (sensor.kind == model::SensorKind::Lidar && (!sweep || sensor.name == QLatin1String("LIDAR_TOP")))
                sweep = &file;
        }
        if (sweep) {
            frame.microseconds = sweep->microseconds;
            frame.world_from_ego = sweep->world_from_ego;
        } else if (!frame.files.empty()) {
            frame.world_from_ego = frame.files.front().world_from_ego;
        }
    }

    DataFolder &m_folder;
    QString m_version;
    const NuTables &m_tables;
    QHash<QByteArray, std::vector<std::size_t>> m_dataOf;
    QHash<QByteArray, std::vector<std::size_t>> m_samplesOf;
    QHash<std::int32_t, QByteArray> m_calibrationOf;
    QStringList m_otherCalibrations;
    std::int64_t m_missing = 0;
    QString m_firstMissing;
};

}  // namespace

QString whyNuScenes(DataFolder &folder)
{
    const QStringList versions = versionsOf(folder);
    if (versions.isEmpty())
        return {};
    return tr("Its folder %1 holds the tables of nuScenes.").arg(versions.front());
}

Drafts readNuScenes(DataFolder &folder, const jobs::JobControl &control)
{
    std::vector<SceneDraft> drafts;
    const QStringList versions = versionsOf(folder);
    for (const QString &version : versions) {
        NuTables tables;
        IssueList issues;
        for (const QByteArray &table : nuScenesTables()) {
            if (control.cancelled())
                return jobs::JobControl::cancelledError();
            const QString name = tableFile(version, table);
            control.report(0, 0, tr("Reading %1").arg(name));
            if (const auto read = readTableFile(folder, name, table, tables, issues); !read)
                return fail(read.error());
        }
        Builder builder(folder, version, tables);
        for (const NuScene &scene : tables.scenes) {
            if (control.cancelled())
                return jobs::JobControl::cancelledError();
            SceneDraft draft = builder.build(scene);
            draft.name = version + QLatin1Char('/') + draft.name;
            // What is wrong with the tables is told once.
            for (const Issue &issue : issues.issues)
                draft.issues.add(issue);
            issues = {};
            drafts.push_back(std::move(draft));
        }
    }
    return drafts;
}

}  // namespace plumbline::pointcloud
