// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/lidar-classical/pointsearch.h"

#include <pcl/console/print.h>
#include <pcl/pcl_config.h>
#include <pcl/point_cloud.h>
#include <pcl/point_types.h>
#include <pcl/sample_consensus/ransac.h>
#include <pcl/sample_consensus/sac_model_perpendicular_plane.h>
#include <pcl/segmentation/conditional_euclidean_clustering.h>

#include <QCoreApplication>

#include <cmath>
#include <numbers>

namespace plumbline::engines::lidar {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::engines::lidar", text);
}

using Cloud = pcl::PointCloud<pcl::PointXYZ>;
constexpr double steepest = 12 * std::numbers::pi / 180;
constexpr int ransacRounds = 60;

}  // namespace

Result<std::optional<PlaneFit>> fitLevelPlane(const std::vector<std::array<float, 3>> &points, double tolerance, int leastInliers)
{
    if (points.size() < 3 || points.size() < static_cast<std::size_t>(std::max(0, leastInliers)))
        return std::optional<PlaneFit>();
    try {
        // That there is no plane is an answer, not something to print.
        pcl::console::setVerbosityLevel(pcl::console::L_ALWAYS);
        auto cloud = std::make_shared<Cloud>();
        cloud->reserve(points.size());
        for (const auto &p : points)
            cloud->push_back({p[0], p[1], p[2]});
        auto model = std::make_shared<pcl::SampleConsensusModelPerpendicularPlane<pcl::PointXYZ>>(cloud);
        model->setAxis(Eigen::Vector3f::UnitZ());
        model->setEpsAngle(steepest);
        pcl::RandomSampleConsensus<pcl::PointXYZ> search(model, tolerance);
        search.setMaxIterations(ransacRounds);
        if (!search.computeModel())
            return std::optional<PlaneFit>();
        pcl::Indices inliers;
        search.getInliers(inliers);
        Eigen::VectorXf rough;
        search.getModelCoefficients(rough);
        Eigen::VectorXf plane;
        model->optimizeModelCoefficients(inliers, rough, plane);
        const bool usable = plane.size() == 4 && plane.allFinite() && std::abs(plane[2]) > std::cos(steepest);
        if (!usable || static_cast<int>(inliers.size()) < leastInliers)
            return std::optional<PlaneFit>();
        const double c = plane[2];
        return std::optional(PlaneFit{-plane[0] / c, -plane[1] / c, -plane[3] / c, static_cast<int>(inliers.size())});
    } catch (const std::exception &error) {
        return fail(ErrorCode::Failed, tr("The search for the ground failed in this sweep."), QString::fromUtf8(error.what()));
    }
}

Result<std::vector<std::vector<std::size_t>>> clustersOf(const std::vector<std::array<float, 2>> &points, double reach,
                                                         std::size_t least, std::size_t most, const PairTest &joins,
                                                         const jobs::JobControl &control)
{
    std::vector<std::vector<std::size_t>> result;
    if (points.empty())
        return result;
    try {
        auto cloud = std::make_shared<Cloud>();
        cloud->reserve(points.size());
        for (const auto &p : points)
            cloud->push_back({p[0], p[1], 0});
        pcl::ConditionalEuclideanClustering<pcl::PointXYZ> search;
        search.setInputCloud(cloud);
        search.setClusterTolerance(static_cast<float>(reach));
        search.setMinClusterSize(static_cast<int>(least));
        search.setMaxClusterSize(static_cast<int>(most));
        std::size_t asked = 0;
        bool cancelled = false;
        // Saying no to every pair is the way to make the library end soon.
        search.setConditionFunction(std::function<bool(const pcl::PointXYZ &, const pcl::PointXYZ &, float)>(
            [&](const pcl::PointXYZ &a, const pcl::PointXYZ &b, float) {
                if ((++asked & 0xfff) == 0)
                    cancelled = cancelled || control.cancelled();
                return !cancelled && joins({a.x, a.y}, {b.x, b.y});
            }));
        pcl::IndicesClusters clusters;
        search.segment(clusters);
        if (cancelled || control.cancelled())
            return jobs::JobControl::cancelledError();
        for (const pcl::PointIndices &cluster : clusters)
            result.emplace_back(cluster.indices.begin(), cluster.indices.end());
    } catch (const std::exception &error) {
        return fail(ErrorCode::Failed, tr("The search for clusters failed in this sweep."), QString::fromUtf8(error.what()));
    }
    return result;
}

QString libraryVersion()
{
    return QStringLiteral("pcl-" PCL_VERSION_PRETTY);
}

}  // namespace plumbline::engines::lidar
