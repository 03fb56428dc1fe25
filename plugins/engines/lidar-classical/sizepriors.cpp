// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/lidar-classical/sizepriors.h"

#include <algorithm>
#include <cmath>

namespace plumbline::engines::lidar {

namespace {

const std::array<SizePrior, kindCount> priors{{
    {"car", {4.4, 1.8, 1.6}, {0.45, 0.2, 0.2}, {5.6, 2.4, 2.3}, true},
    {"truck", {8.2, 2.5, 3.2}, {1.6, 0.25, 0.45}, {13.5, 3.1, 4.2}, true},
    {"pedestrian", {0.65, 0.6, 1.7}, {0.2, 0.18, 0.2}, {1.3, 1.1, 2.1}, false},
    {"cyclist", {1.75, 0.6, 1.7}, {0.22, 0.18, 0.2}, {2.3, 1.1, 2.2}, false},
}};
constexpr double overLimit = 0.25;  // beyond what noise and the spacing of points explain
constexpr double hiddenTopCost = 0.7;  // what has no end above may as well be a wall
constexpr double missingShare = 0.35;  // of a side that is looked at: hidden by something else

double sideCost(double seen, double mean, double deviation, double shown, double gap)
{
    if (seen > mean) {
        const double over = (seen - mean) / deviation;
        return over * over / 2;
    }
    const double missing = std::max(0.0, mean - seen - gap) / mean / missingShare * shown;
    return missing * missing / 2;
}

}  // namespace

const SizePrior &priorOf(std::size_t kind)
{
    return priors[kind];
}

const SizePrior &priorOf(Kind kind)
{
    return priors[static_cast<std::size_t>(kind)];
}

QString nameOf(Kind kind)
{
    return QLatin1String(priorOf(kind).name);
}

QStringList kindNames()
{
    QStringList names;
    for (const SizePrior &prior : priors)
        names.append(QLatin1String(prior.name));
    return names;
}

double likelihood(std::size_t kind, const SeenSize &seen)
{
    const SizePrior &prior = priors[kind];
    if (seen.length > prior.most[0] + overLimit || seen.width > prior.most[1] + overLimit || seen.top > prior.most[2] + overLimit)
        return 0;
    if (seen.topHidden && !prior.vehicle)
        return 0;
    double cost = sideCost(seen.length, prior.mean[0], prior.deviation[0], seen.lengthShown, seen.gap)
                  + sideCost(seen.width, prior.mean[1], prior.deviation[1], seen.widthShown, seen.gap);
    const double above = std::max(0.0, seen.top - prior.mean[2]) / prior.deviation[2];
    const double below = seen.topHidden ? 0 : std::max(0.0, prior.mean[2] - seen.top - seen.topSlack) / prior.deviation[2];
    cost += (above * above + below * below) / 2 + (seen.topHidden ? hiddenTopCost : 0);
    return std::exp(-cost);
}

}  // namespace plumbline::engines::lidar
