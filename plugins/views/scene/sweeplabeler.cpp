// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/sweeplabeler.h"

#include "core/cloud/cloudreader.h"

#include <QCoreApplication>

namespace plumbline::sceneview {

namespace {

constexpr std::uint64_t blockPoints = 1u << 18;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(plumbline::sceneview::SweepLabeler)
};

}  // namespace

std::optional<PointLabelEdits::FrameChange> labelSweep(std::int64_t frame, const std::optional<geometry::PointLabels> &before,
                                                       const QString &coordinateFrame,
                                                       const std::vector<geometry::PointSet> &chosen,
                                                       const std::vector<PointStep> &steps)
{
    PointLabelEdits::FrameChange change;
    change.frame = frame;
    change.before = before;
    change.after = before           ? *before
                   : chosen.empty() ? geometry::PointLabels()
                                    : geometry::unlabeledPoints(chosen.front().points(), coordinateFrame);
    for (std::size_t i = 0; i < steps.size() && i < chosen.size(); ++i) {
        auto edited = geometry::edited(change.after, chosen[i], steps[i].edit);
        if (!edited)
            return std::nullopt;
        change.after = std::move(edited->labels);
        change.changed += edited->changed;
    }
    return change;
}

Result<SweepsLabeled> labelSweeps(const std::vector<SweepToLabel> &sweeps, const std::vector<PointStep> &steps,
                                  const jobs::JobControl &control)
{
    SweepsLabeled result;
    for (std::size_t at = 0; at < sweeps.size(); ++at) {
        const SweepToLabel &sweep = sweeps[at];
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        auto reader = cloud::openCloud(sweep.path);
        if (!reader) {
            result.problems.append(reader.error().text);
            continue;
        }
        const cloud::CloudInfo &info = (*reader)->info();
        if (sweep.before && geometry::pointsOf(*sweep.before) != std::optional(info.points)) {
            result.problems.append(
                Words::tr("%1 has %2 points, its labels are for another number.").arg(sweep.name).arg(info.points));
            continue;
        }
        std::vector<geometry::PointSet> chosen(steps.size(), geometry::PointSet(info.points));
        bool inMemory = sweep.isShown;
        for (std::size_t i = 0; i < steps.size() && inMemory; ++i) {
            inMemory = steps[i].choice.exact && steps[i].choice.exact->points() == info.points;
            if (inMemory)
                chosen[i] = *steps[i].choice.exact;
        }
        const geometry::Pose pose = geometry::composed(sweep.volume_from_cloud, {{0, 0, 0, 1}, info.origin});
        cloud::PointBlock block;
        bool good = true;
        for (std::uint64_t first = 0; first < info.points && !inMemory; first += blockPoints) {
            if (control.cancelled())
                return jobs::JobControl::cancelledError();
            if (const auto read = (*reader)->read(first, blockPoints, block, control); !read) {
                if (read.error().code == ErrorCode::Cancelled)
                    return fail(read.error());
                result.problems.append(read.error().text);
                good = false;
                break;
            }
            for (std::size_t i = 0; i < steps.size(); ++i) {
                const PointChoice &choice = steps[i].choice;
                for (const std::uint32_t index :
                     geometry::pointsInside(sweep.isShown ? choice.here : choice.elsewhere, {block.positions, pose}))
                    chosen[i].insert(first + index);
            }
            const double share = double(first + block.size()) / double(info.points);
            control.report(std::int64_t((double(at) + share) * 1000), std::int64_t(sweeps.size()) * 1000,
                           Words::tr("Labeling points of %1").arg(sweep.name));
        }
        if (!good)
            continue;
        auto change = labelSweep(sweep.frame, sweep.before, sweep.coordinateFrame, chosen, steps);
        if (!change || change->changed == 0)
            continue;
        result.points += change->changed;
        result.changes.push_back(std::move(*change));
    }
    return result;
}

}  // namespace plumbline::sceneview
