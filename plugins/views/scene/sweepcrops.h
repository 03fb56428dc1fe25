// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/cuboids.h"
#include "core/jobs/jobrunner.h"
#include "core/model/scene.h"
#include "plugins/views/scene/cloudsource.h"
#include "widgets/extension/uiplugin.h"

#include <QImage>
#include <QObject>
#include <QRectF>

#include <functional>
#include <map>
#include <optional>

namespace plumbline::sceneview {

/// Which camera shows a box best in a frame, and where.
struct CameraChoice {
    std::int32_t sensor = -1;
    QString path;  ///< of the picture, relative to the scene's folder
    std::int64_t microseconds = 0;
    geometry::Camera camera;
    geometry::Pose camera_from_label;
    QRectF bounds;  ///< of the box, pixels of the calibrated picture
    bool cut = false;  ///< part of the box lies outside the picture
};
/// The camera in which the box is largest, of those that see the whole of it; of those that see a part, where none sees the whole.
/// `at` says where the box is at the time of a picture. Nothing when no calibrated camera sees it.
[[nodiscard]] std::optional<CameraChoice> bestCamera(const model::Scene &scene, std::size_t frame,
                                                     const std::function<geometry::Cuboid(std::int64_t microseconds)> &at);

/// What is around the box of one frame.
struct SweepCrop {
    geometry::Cuboid around;  ///< the box for which it was read
    CloudPointer points;  ///< null while they are read and when none is there
    QString problem;  ///< why the sweep cannot be read, in words
    bool sample = false;  ///< not all points around the box: of a large file, or of very many
};
/// A piece of a camera's picture.
struct PictureCrop {
    CameraChoice choice;
    QRectF part;  ///< of the calibrated picture, pixels; what `picture` shows
    QImage picture;
    QString problem;
};

/// Reads small pieces of many sweeps and pictures in the background, the most urgent first, one sweep and one picture at a time.
/// Holds at most `mostPoints` points and `mostPictures` pieces of pictures. Main thread only.
class SweepCrops final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t mostPoints = 3'000'000;
    static constexpr std::size_t mostPictures = 160;
    /// Metres around the box that are read, so that it can be moved without reading again.
    static constexpr double margin = 2.5;

    SweepCrops(jobs::JobRunner &jobs, extension::ViewContext::FrameLoader loader, QObject *parent = nullptr);
    ~SweepCrops() override;

    struct Want {
        std::int64_t frame = 0;
        geometry::Cuboid around;
        std::optional<SweepRequest> sweep;
        std::optional<CameraChoice> camera;  ///< nothing: no picture is wanted
        QString picturePath;  ///< absolute
    };
    /// What is needed, the most urgent first; replaces what was wanted before. What is there already stays.
    void want(std::vector<Want> wants);
    /// Forgets everything, such as for another track.
    void clear();

    /// Null while it is read.
    [[nodiscard]] const SweepCrop *sweep(std::int64_t frame) const;
    [[nodiscard]] const PictureCrop *picture(std::int64_t frame) const;
    [[nodiscard]] std::size_t pointsHeld() const { return m_pointsHeld; }

signals:
    void changed(std::int64_t frame);

private:
    struct KeptSweep {
        SweepCrop crop;
        SweepRequest request;
        std::uint64_t used = 0;
    };
    struct KeptPicture {
        PictureCrop crop;
        std::uint64_t used = 0;
    };
    void pump();
    void pumpSweeps();
    void pumpPictures();
    void trim();
    void drop(std::map<std::int64_t, KeptSweep>::iterator kept);
    [[nodiscard]] static bool fits(const geometry::Cuboid &read, const geometry::Cuboid &wanted);

    jobs::JobRunner &m_jobs;
    extension::ViewContext::FrameLoader m_loader;
    jobs::Generation m_generation;
    jobs::Generation::Token m_token;
    jobs::JobId m_sweepJob = 0;
    jobs::JobId m_pictureJob = 0;
    std::vector<Want> m_wants;
    std::map<std::int64_t, KeptSweep> m_sweeps;
    std::map<std::int64_t, KeptPicture> m_pictures;
    std::size_t m_pointsHeld = 0;
    std::uint64_t m_clock = 0;
};

}  // namespace plumbline::sceneview
