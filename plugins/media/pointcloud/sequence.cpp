// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/formatsupport.h"
#include "plugins/media/pointcloud/layouts.h"
#include "plugins/media/pointcloud/scenenumbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::pointcloud {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::pointcloud", text);
}

struct Sweep {
    QString name;
    QString prefix;            ///< what stands before the number
    QString source;            ///< what stands before a time
    std::int64_t number = 0;   ///< of a counter
    std::optional<std::int64_t> time;
};

/// Sweeps of a sensor come as these; LAS tiles and tables of points are numbered too, and are no sequences.
QStringList sweepNames(DataFolder &folder)
{
    for (const char *ending : {".pcd.bin", ".pcd", ".bin", ".ply"}) {
        QStringList names = folder.files({}, {QLatin1String(ending)});
        if (names.isEmpty())
            continue;
        // One kind only, and no pictures among them, which nobody would add then.
        const QStringList all = folder.files({}, {});
        for (const QString &name : all)
            if (!names.contains(name)
                && (extension::isPictureName(name) || name.endsWith(QLatin1String(".pcd"), Qt::CaseInsensitive)
                    || name.endsWith(QLatin1String(".bin"), Qt::CaseInsensitive)
                    || name.endsWith(QLatin1String(".ply"), Qt::CaseInsensitive)))
                return {};
        return names;
    }
    return {};
}

bool followInTime(std::vector<Sweep> &sweeps)
{
    for (const Sweep &sweep : sweeps)
        if (!sweep.time || sweep.source != sweeps.front().source)
            return false;
    std::stable_sort(sweeps.begin(), sweeps.end(), [](const Sweep &a, const Sweep &b) { return *a.time < *b.time; });
    constexpr std::int64_t mostGap = 5'000'000;
    for (std::size_t i = 1; i < sweeps.size(); ++i)
        if (*sweeps[i].time - *sweeps[i - 1].time > mostGap)
            return false;
    return true;
}

bool followInNumber(std::vector<Sweep> &sweeps)
{
    for (const Sweep &sweep : sweeps)
        if (sweep.number < 0 || sweep.prefix != sweeps.front().prefix)
            return false;
    std::stable_sort(sweeps.begin(), sweeps.end(), [](const Sweep &a, const Sweep &b) { return a.number < b.number; });
    const std::int64_t step = sweeps[1].number - sweeps[0].number;
    for (std::size_t i = 1; i < sweeps.size(); ++i)
        if (sweeps[i].number - sweeps[i - 1].number != step || step <= 0)
            return false;
    return true;
}

/// The sweeps in order; empty when the folder is no sequence.
std::vector<Sweep> sequenceOf(DataFolder &folder)
{
    std::vector<Sweep> sweeps;
    for (const QString &name : sweepNames(folder)) {
        const QString stem = stemOf(name);
        Sweep sweep{name, {}, stem, -1, microsecondsOfName(stem)};
        while (!sweep.source.isEmpty() && (sweep.source.back().isDigit() || QStringLiteral("._-T").contains(sweep.source.back())))
            sweep.source.chop(1);
        qsizetype digits = 0;
        while (digits < stem.size() && stem[stem.size() - 1 - digits].isDigit())
            ++digits;
        sweep.prefix = stem.chopped(digits);
        bool isNumber = false;
        const qint64 number = stem.right(digits).toLongLong(&isNumber);
        sweep.number = isNumber ? number : -1;
        sweeps.push_back(std::move(sweep));
    }
    if (sweeps.size() < 2)
        return {};
    if (followInTime(sweeps))
        return sweeps;
    for (Sweep &sweep : sweeps)
        sweep.time.reset();
    return followInNumber(sweeps) ? sweeps : std::vector<Sweep>();
}

}  // namespace

QString whySequence(DataFolder &folder)
{
    const auto sweeps = sequenceOf(folder);
    if (sweeps.empty())
        return {};
    return sweeps.front().time ? tr("The names of its clouds tell times that follow each other.")
                               : tr("The names of its clouds are numbered without a gap.");
}

Drafts readSequence(DataFolder &folder, const jobs::JobControl &)
{
    SceneDraft draft;
    draft.path = folder.path();
    draft.folder = folder.path();
    draft.scene.convention = QStringLiteral("cloud-sequence");
    draft.scene.labelFrame = QStringLiteral("lidar");
    addSensor(draft.scene, draft.scene.labelFrame, model::SensorKind::Lidar);
    std::int64_t assumed = 0;
    for (const Sweep &sweep : sequenceOf(folder)) {
        draft.hasTimes = sweep.time.has_value();
        const std::int64_t time = sweep.time.value_or(assumed);
        draft.scene.frames.push_back({time, std::nullopt, {{0, sweep.name, time, std::nullopt}}});
        assumed += assumedStep;
    }
    std::vector<SceneDraft> drafts;
    drafts.push_back(std::move(draft));
    return drafts;
}

const std::vector<Layout> &layouts()
{
    static const std::vector<Layout> all{
        {"scene-json", false, whySceneJson, readSceneJsonFolder},
        {"nuscenes", true, whyNuScenes, readNuScenes},
        {"kitti-raw", false, whyKittiRaw, readKittiRaw},
        {"kitti-tracking", true, whyKittiTracking, readKittiTracking},
        {"kitti-object", true, whyKittiObject, readKittiObject},
        {"kitti-odometry", false, whyKittiOdometry, readKittiOdometry},
        {"argoverse2", false, whyArgoverse, readArgoverse},
        {"sustech", false, whySustech, readSustech},
        {"supervisely-episode", false, whySuperviselyEpisode, readSuperviselyEpisode},
        {"supervisely-clouds", true, whySuperviselyClouds, readSuperviselyClouds},
        {"cloud-sequence", false, whySequence, readSequence},
    };
    return all;
}

}  // namespace plumbline::pointcloud
