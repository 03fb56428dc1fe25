// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/lidar-classical/lidarclassicalengine.h"

#include "core/base/sha256.h"
#include "core/geometry/cuboids.h"
#include "plugins/engines/lidar-classical/pointsearch.h"
#include "plugins/engines/lidar-classical/tracker.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSysInfo>

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace plumbline::engines::lidar {

namespace {

constexpr double defaultThreshold = 0.25;
constexpr int measuredRuns = 3;
constexpr int revision = 1;  // of the method: raise it when the same sweep gives other boxes

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::engines::lidar", text);
}

QString modelId()
{
    return QStringLiteral("ground-and-clusters");
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

QString processorName()
{
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (file.open(QIODevice::ReadOnly)) {
        for (QByteArray line = file.readLine(4096); !line.isEmpty(); line = file.readLine(4096)) {
            if (line.startsWith("model name"))
                return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).simplified();
        }
    }
    return QSysInfo::currentCpuArchitecture();
}

// There are no weights; what stands for them is everything that is set in numbers.
QString parametersSha256()
{
    QByteArray text = modelId().toUtf8() + ' ' + QByteArray::number(revision);
    for (std::size_t kind = 0; kind < kindCount; ++kind) {
        const SizePrior &prior = priorOf(kind);
        text += ' ';
        text += prior.name;
        for (const auto *row : {&prior.mean, &prior.deviation, &prior.most})
            for (const double value : *row)
                text += ' ' + QByteArray::number(value, 'g', 6);
    }
    return base::sha256(text).toHex();
}

// A level street with one box on it, to measure with.
extension::InferenceSweep probeSweep()
{
    extension::InferenceSweep sweep;
    sweep.labelFrame = QStringLiteral("probe");
    for (int ring = 1; ring <= 32; ++ring)
        for (int column = 0; column < 720; ++column) {
            const double range = 3.0 + ring * 1.2;
            const double bearing = column * 3.14159265 / 360;
            sweep.positions.push_back(
                {static_cast<float>(range * std::cos(bearing)), static_cast<float>(range * std::sin(bearing)), -1.8F});
        }
    for (int i = 0; i < 40; ++i)
        for (int z = 0; z < 10; ++z)
            sweep.positions.push_back({10.0F + float(i) * 0.1F, 4.0F, -1.7F + float(z) * 0.15F});
    return sweep;
}

Detection inWorld(Detection detection, const geometry::Pose &world_from_ego)
{
    const double turn = geometry::yawOf(world_from_ego.rotation);
    double ground = 0;
    for (Point2 &p : detection.outline) {
        const geometry::Vector3 moved = geometry::transformed(world_from_ego, {p[0], p[1], detection.ground});
        p = {moved[0], moved[1]};
        ground += moved[2];
    }
    detection.ground = ground / double(detection.outline.size());
    for (double &yaw : detection.yaws)
        yaw += turn;
    return detection;
}

// Where buildings, trees and poles stand in the world. Beside one, a sensor does not see how high it is; it did on the way.
class StructureMap
{
public:
    [[nodiscard]] bool has(const Point2 &place, bool nearby) const
    {
        return nearby ? m_coarse.contains(cellOf(place, coarseMetres)) : m_fine.contains(cellOf(place, fineMetres));
    }
    void add(const Point2 &place, bool wide)
    {
        constexpr std::size_t mostCells = 500'000;
        if (m_fine.size() >= mostCells) {
            m_fine.clear();
            m_coarse.clear();
        }
        m_fine.insert(cellOf(place, fineMetres));
        if (wide)
            m_coarse.insert(cellOf(place, coarseMetres));
    }

private:
    using Cell = std::uint64_t;
    static constexpr double fineMetres = 0.4;
    static constexpr double coarseMetres = 2;
    [[nodiscard]] static Cell cellOf(const Point2 &place, double cellMetres)
    {
        const auto index = [cellMetres](double at) {
            return static_cast<std::uint64_t>(static_cast<std::int64_t>(std::floor(std::clamp(at, -1e8, 1e8) / cellMetres)))
                   & 0xffffffff;
        };
        return index(place[0]) << 32 | index(place[1]);
    }

    std::unordered_set<Cell> m_fine;
    std::unordered_set<Cell> m_coarse;
};

class SweepSession final : public extension::InferenceSession
{
public:
    SweepSession()
    {
        m_provenance.engine = QStringLiteral("lidar-classical");
        m_provenance.model = modelId();
        m_provenance.modelVersion = QStringLiteral("%1, %2").arg(revision).arg(libraryVersion());
        m_provenance.weightsSha256 = parametersSha256();
        m_provenance.provider = QStringLiteral("cpu");
        m_provenance.device = processorName();
    }

    [[nodiscard]] const extension::InferenceProvenance &provenance() const override { return m_provenance; }
    [[nodiscard]] double warmUpMilliseconds() const override { return 0; }
    [[nodiscard]] QStringList classNames() const override { return kindNames(); }
    [[nodiscard]] bool stateful() const override { return true; }

    [[nodiscard]] Result<extension::InferenceOutput> run(const QImage &, const extension::InferenceOptions &,
                                                         const jobs::JobControl &) override
    {
        return fail(ErrorCode::Unsupported, tr("This model looks at sweeps of a LiDAR, not at pictures."));
    }

    [[nodiscard]] Result<extension::InferenceOutput> runSweep(const extension::InferenceSweep &sweep,
                                                              const extension::InferenceOptions &options,
                                                              const jobs::JobControl &control) override
    {
        const double threshold = options.scoreThreshold.value_or(defaultThreshold);
        if (!(threshold >= 0 && threshold <= 1))
            return fail(ErrorCode::InvalidArgument, tr("The score threshold must be from 0 to 1."));
        const bool hasWorld = sweep.world_from_label.has_value();
        if (!m_last || sweep.frame <= *m_last || hasWorld != m_hadWorld) {
            m_tracker.forget();
            m_structure = {};
        }
        m_hadWorld = hasWorld;
        m_last.reset();

        extension::InferenceOutput output;
        QElapsedTimer timer;
        timer.start();
        std::vector<std::array<float, 3>> points;
        points.reserve(sweep.positions.size());
        for (const auto &p : sweep.positions) {
            const geometry::Vector3 ego = geometry::transformed(sweep.ego_from_label, {p[0], p[1], p[2]});
            points.push_back({static_cast<float>(ego[0]), static_cast<float>(ego[1]), static_cast<float>(ego[2])});
        }
        output.times.preprocessMilliseconds = milliseconds(timer);
        timer.restart();
        const geometry::Pose label_from_ego = geometry::inverted(sweep.ego_from_label);
        const geometry::Pose world_from_ego =
            hasWorld ? geometry::composed(*sweep.world_from_label, label_from_ego) : geometry::Pose();
        const auto placeOf = [&](const Point2 &p) {
            const geometry::Vector3 world = geometry::transformed(world_from_ego, {p[0], p[1], 0});
            return Point2{world[0], world[1]};
        };
        const auto view = Detector::look(
            points, sweep.ego_from_label.translation,
            hasWorld ? KnownStructure([&](const Point2 &p, bool nearby) { return m_structure.has(placeOf(p), nearby); })
                     : KnownStructure(),
            control);
        if (!view)
            return fail(view.error());
        output.times.runMilliseconds = milliseconds(timer);
        timer.restart();

        if (hasWorld) {
            for (const Point2 &p : view->structure)
                m_structure.add(placeOf(p), true);
            for (const Point2 &p : view->poles)
                m_structure.add(placeOf(p), false);
        }
        const geometry::Pose ego_from_world = geometry::inverted(world_from_ego);
        std::vector<Detection> detections;
        for (const Detection &detection : view->detections)
            detections.push_back(inWorld(detection, world_from_ego));
        const geometry::Vector3 eye = geometry::transformed(world_from_ego, sweep.ego_from_label.translation);
        std::vector<std::pair<extension::Prediction, geometry::Cuboid>> found;
        for (const TrackedObject &object :
             m_tracker.step(std::move(detections), {eye[0], eye[1]}, sweep.microseconds, hasWorld)) {
            if (object.score < threshold)
                continue;
            const auto &footprint = object.footprint;
            geometry::Cuboid cuboid;
            cuboid.centre = geometry::transformed(ego_from_world,
                                                  {footprint.centre[0], footprint.centre[1], object.ground + object.height / 2});
            cuboid.size = {footprint.length, footprint.width, object.height};
            cuboid.rotation = geometry::rotationFromYaw(footprint.yaw + geometry::yawOf(ego_from_world.rotation));
            cuboid = geometry::transformed(label_from_ego, cuboid, sweep.labelFrame);
            found.emplace_back(extension::Prediction{nameOf(object.kind), cuboid, object.score, object.track}, cuboid);
        }
        // Two boxes in one place are one object in pieces; the likelier stays.
        std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first.score > b.first.score; });
        constexpr double samePlace = 0.15;
        std::vector<geometry::Cuboid> kept;
        for (auto &[prediction, cuboid] : found) {
            const bool covered = std::any_of(kept.begin(), kept.end(), [&](const geometry::Cuboid &better) {
                return geometry::footprintIou(better, cuboid) > samePlace;
            });
            if (covered)
                continue;
            kept.push_back(cuboid);
            output.predictions.push_back(std::move(prediction));
        }
        output.times.postprocessMilliseconds = milliseconds(timer);
        m_last = sweep.frame;
        return output;
    }

private:
    extension::InferenceProvenance m_provenance;
    Tracker m_tracker;
    StructureMap m_structure;
    std::optional<std::int64_t> m_last;
    bool m_hadWorld = false;
};

}  // namespace

QString LidarClassicalEngine::id() const
{
    return QStringLiteral("lidar-classical");
}

QString LidarClassicalEngine::title() const
{
    return tr("Classical LiDAR detector");
}

std::vector<extension::ModelInfo> LidarClassicalEngine::builtInModels() const
{
    extension::ModelInfo info;
    info.id = modelId();
    info.title = tr("LiDAR objects and tracks (ground and clusters, built in)");
    info.engine = id();
    info.licence = QStringLiteral("GPL-3.0-or-later");
    info.task = QStringLiteral("detect");
    info.input = extension::ModelInput::Sweep;
    info.classNames = kindNames();
    return {info};
}

std::optional<extension::ModelInfo> LidarClassicalEngine::describe(const QString &) const
{
    return std::nullopt;
}

std::vector<extension::InferenceDevice> LidarClassicalEngine::devices(bool measure) const
{
    extension::InferenceDevice device;
    device.provider = QStringLiteral("cpu");
    device.name = processorName();
    device.available = true;
    if (measure) {
        SweepSession session;
        const extension::InferenceSweep sweep = probeSweep();
        std::vector<double> times;
        for (int i = 0; i < measuredRuns + 1; ++i) {
            QElapsedTimer timer;
            timer.start();
            (void)session.runSweep(sweep, {}, jobs::JobControl());
            times.push_back(milliseconds(timer));
        }
        device.warmUpMilliseconds = times.front();
        std::nth_element(times.begin() + 1, times.begin() + 1 + measuredRuns / 2, times.end());
        device.latencyMilliseconds = times[1 + measuredRuns / 2];
    }
    return {device};
}

Result<std::unique_ptr<extension::InferenceSession>>
LidarClassicalEngine::createSession(const extension::SessionRequest &request) const
{
    if (!request.model.isEmpty() && request.model != modelId())
        return fail(ErrorCode::NotFound, tr("There is no built-in model “%1”; there is %2.").arg(request.model, modelId()));
    if (request.device != QLatin1String("auto") && request.device != QLatin1String("cpu"))
        return fail(ErrorCode::NotFound,
                    tr("The LiDAR detector runs on the CPU only; “%1” is not available to it.").arg(request.device));
    return std::make_unique<SweepSession>();
}

}  // namespace plumbline::engines::lidar
