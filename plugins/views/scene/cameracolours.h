// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/camera.h"
#include "core/jobs/jobrunner.h"
#include "plugins/views/scene/colouring.h"

#include <QImage>
#include <QObject>

#include <map>

namespace plumbline::sceneview {

/// One picture that points may take their colour from.
struct ColourShot {
    geometry::Camera camera;
    geometry::Pose camera_from_label;  ///< at the moment of its exposure
    QImage picture;                    ///< of any size; stands for the whole calibrated picture
    bool operator==(const ColourShot &other) const
    {
        return camera == other.camera && camera_from_label == other.camera_from_label
               && picture.cacheKey() == other.picture.cacheKey();
    }
};

/// For every point the colour of its pixel in the picture in which it lies nearest to the middle, as a share of half the
/// diagonal; PointColourer::noColour where no camera sees it. Hidden points take the colour of what hides them. Any thread.
[[nodiscard]] std::vector<float> cameraColours(const CloudData &data, const std::vector<ColourShot> &shots,
                                               const jobs::JobControl &control);

/// Colours the points of a frame from its pictures, in the background. Main thread only.
class CameraColouring final : public QObject
{
    Q_OBJECT

public:
    explicit CameraColouring(jobs::JobRunner &jobs);
    ~CameraColouring() override;

    /// Points of other frames stay without colour: the pictures were taken at another time.
    void update(const std::vector<CloudPointer> &pieces, const std::vector<ColourShot> &shots);
    void clear();
    /// What is known by now; null before anything is.
    [[nodiscard]] const std::shared_ptr<const PointColourer> &colourer() const { return m_colourer; }
    [[nodiscard]] bool isBusy() const { return m_job != 0; }

signals:
    void changed();  ///< colourer()

private:
    using Known = std::map<const CloudData *, std::pair<CloudPointer, std::shared_ptr<const std::vector<float>>>>;
    class Colourer;

    jobs::JobRunner &m_jobs;
    jobs::Generation m_generation;
    jobs::JobId m_job = 0;
    std::vector<CloudPointer> m_pieces;
    std::vector<ColourShot> m_shots;
    Known m_known;
    std::shared_ptr<const PointColourer> m_colourer;
};

}  // namespace plumbline::sceneview
