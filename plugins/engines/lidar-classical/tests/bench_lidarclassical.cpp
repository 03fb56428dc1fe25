// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Precision, recall and switches of ids of the built-in LiDAR detector on simulated drives: the table of docs/scene-prelabels.md.
//
//   bench_lidarclassical [FIRST_SEED [DRIVES [SWEEPS]]]     default 1 5 40
#include "plugins/engines/lidar-classical/lidarclassicalengine.h"
#include "plugins/engines/lidar-classical/tests/drivescore.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace plumbline;

int main(int argc, char **argv)
{
    const int first = argc > 1 ? std::atoi(argv[1]) : 1;
    const int drives = argc > 2 ? std::atoi(argv[2]) : 5;
    simulation::LidarDriveOptions options;
    options.sweeps = argc > 3 ? std::atoi(argv[3]) : 40;
    const engines::lidar::LidarClassicalEngine engine;
    test::DriveScore total;
    for (int seed = first; seed < first + drives; ++seed) {
        const auto score = test::scoreDrive(engine, static_cast<std::uint64_t>(seed), options);
        if (!score) {
            std::fprintf(stderr, "%s\n", qPrintable(score.error().text));
            return 1;
        }
        total.add(*score);
    }
    std::printf(
        "%d drives of %d sweeps, seeds from %d; objects with 20 points or more within 50 m; right: IoU from above >= 0.5\n\n",
        drives, options.sweeps, first);
    std::printf("| class | objects | recall | boxes | precision | mean IoU | id switches | backward |\n");
    std::printf("|---|---|---|---|---|---|---|---|\n");
    for (const QString &name : simulation::lidarDriveClasses()) {
        const test::ClassScore &row = total.classes[name];
        std::printf("| %s | %d | %.3f | %d | %.3f | %.2f | %d | %d of %d |\n", qPrintable(name), row.objects,
                    double(row.found) / std::max(1, row.objects), row.boxes, 1 - double(row.wrong) / std::max(1, row.boxes),
                    row.iou / std::max(1, row.found), row.switches, row.backward, row.directions);
    }
    std::printf("\n| score | boxes | right |\n|---|---|---|\n");
    for (std::size_t i = 0; i < total.byScore.size(); ++i)
        if (total.byScore[i][0] > 0)
            std::printf("| %.1f to %.1f | %d | %.2f |\n", double(i) / 10, double(i + 1) / 10, total.byScore[i][0],
                        double(total.byScore[i][1]) / total.byScore[i][0]);
    std::sort(total.milliseconds.begin(), total.milliseconds.end());
    if (!total.milliseconds.empty())
        std::printf("\nmilliseconds a sweep: median %.1f, most %.1f\n", total.milliseconds[total.milliseconds.size() / 2],
                    total.milliseconds.back());
    return 0;
}
