// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/formatattack.h"

#include <cmath>

/// What the tests of formats of scenes share.
namespace plumbline::test {

/// One lidar that is the ego frame, and frames whose sweeps have these names, ten a second.
[[nodiscard]] inline model::Scene sceneOf(const QString &lidar, const QStringList &sweeps)
{
    model::Scene scene;
    scene.convention = QStringLiteral("test");
    scene.labelFrame = lidar;
    scene.sensors.push_back({lidar, model::SensorKind::Lidar, {}, std::nullopt});
    for (const QString &sweep : sweeps) {
        const auto time = static_cast<std::int64_t>(scene.frames.size()) * 100'000;
        scene.frames.push_back({time, std::nullopt, {{0, sweep, time, std::nullopt}}});
    }
    return scene;
}

/// Says that all items are scenes: what the import knows and a set in memory does not.
inline void markScenes(MemoryDataset &data)
{
    data.kinds.assign(data.items.size(), model::ItemKind::Scene);
}

/// Why two sets of scenes differ, with frames and tracks; empty when they do not. Tracks are compared by who shares one.
[[nodiscard]] inline QString sceneDifference(const MemoryDataset &a, const MemoryDataset &b)
{
    if (const QString found = difference(a, b); !found.isEmpty())
        return found;
    std::map<TrackId, TrackId> tracks;
    for (std::size_t i = 0; i < a.arrival.size(); ++i) {
        const model::Annotation &x = a.arrived(i);
        const model::Annotation &y = b.arrived(i);
        if (x.frame != y.frame)
            return QStringLiteral("annotation %1: frames differ").arg(i);
        const auto [known, isNew] = tracks.emplace(x.track, y.track);
        if (x.track.isNull() != y.track.isNull() || known->second != y.track)
            return QStringLiteral("annotation %1: tracks differ").arg(i);
    }
    return {};
}

/// Breaks the files, reads them, breaks the foreign data, and writes what there is; `rounds` times. Fails with the round that
/// went wrong.
[[nodiscard]] inline Result<> attackScenes(const extension::AnnotationFormat &format,
                                           const std::vector<std::pair<QString, QByteArray>> &good,
                                           const std::map<QString, model::Scene> &scenes, int rounds)
{
    for (int round = 0; round < rounds; ++round) {
        base::SeededRandom random(static_cast<std::uint64_t>(round));
        const QTemporaryDir bad;
        const std::size_t victim = random.below(good.size());
        for (std::size_t i = 0; i < good.size(); ++i) {
            const bool hit = i == victim && round > 0;
            const bool text = !good[i].second.contains('\0');
            const QByteArray bytes = !hit   ? good[i].second
                                     : text ? mutated(good[i].second, random)
                                            : damaged(good[i].second, random);
            if (auto written = put(bad.path(), good[i].first, bytes); !written)
                return written;
        }
        const auto said = [&](const Error &error) {
            return fail(error.code, QStringLiteral("round %1: %2").arg(round).arg(error.text), error.detail);
        };
        static_cast<void>(format.probe(bad.path()));
        MemoryDataset data;
        data.scenes = scenes;
        if (const auto done = format.read({bad.path(), {}, {}}, data); !done && done.error().text.isEmpty())
            return fail(ErrorCode::Failed, QStringLiteral("round %1: refused without a word").arg(round));
        markScenes(data);
        for (auto &item : data.items)
            item.extra = confused(item.extra, random);
        for (auto &labels : data.annotations)
            for (model::Annotation &label : labels) {
                if (const QString why = geometry::whyInvalid(label.geometry); !why.isEmpty())
                    return fail(ErrorCode::Corrupt, QStringLiteral("round %1: %2").arg(round).arg(why));
                label.extra = confused(label.extra, random);
            }
        for (auto &[space, extra] : data.datasets)
            extra = confused(extra, random);
        for (auto &[name, scene] : data.scenes)
            scene.extra = confused(scene.extra, random);
        for (model::LabelClass &labelClass : data.mutableSchema().classes)
            labelClass.extra = confused(labelClass.extra, random);
        const QTemporaryDir around;
        const QString out = around.filePath(QStringLiteral("out"));
        QDir().mkpath(out);
        if (const auto checked = format.checkExport(data, {out, {}}); !checked)
            return said(checked.error());
        if (const auto written = writeFormat(format, data, out, {}); !written)
            return said(written.error());
        if (QDir(around.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size() != 1)
            return fail(ErrorCode::Failed, QStringLiteral("round %1: it left its folder").arg(round));
    }
    return {};
}

}  // namespace plumbline::test
