// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrunner.h"
#include "plugins/views/scene/cameracolours.h"
#include "plugins/views/scene/cameraview.h"
#include "widgets/extension/uiplugin.h"

#include <QScrollArea>

#include <list>

class QGridLayout;

namespace plumbline::sceneview {

/// The cameras of a scene with the pictures of one frame, read in the background: as many beside each other as there is room
/// for, or one large and the others small under it. Main thread only.
class CameraStrip final : public QScrollArea
{
    Q_OBJECT

public:
    CameraStrip(jobs::JobRunner &jobs, extension::ViewContext::FrameLoader loader, QWidget *parent = nullptr);
    ~CameraStrip() override;

    /// Shows the cameras of a frame; `folder` is what paths are relative to. Null: none.
    void setFrame(const model::Scene *scene, std::int64_t frame, const QString &folder);
    void setBoxes(const std::vector<SceneBox> &boxes, int hovered);
    void setPreview(const std::optional<geometry::Cuboid> &cuboid, const QColor &colour, TrackId track = {});
    /// Where boxes of tracks are at the time of a picture.
    void setMover(BoxMover mover) { m_mover = std::move(mover); }
    void setPictureBoxes(const std::vector<PictureBox> &boxes);
    void setLines(const std::vector<SceneLine> &lines);
    void setPoints(const std::vector<CloudPointer> &pieces);
    [[nodiscard]] const std::vector<CameraView *> &views() const { return m_views; }
    [[nodiscard]] bool isEmpty() const { return m_views.empty(); }
    /// Whether points can be projected into any of them.
    [[nodiscard]] bool isCalibrated() const;
    /// Pictures that are there by now, with how they were taken.
    [[nodiscard]] std::vector<ColourShot> shots() const;
    /// Makes one large, or none (-1).
    void enlarge(int camera);
    /// The next one; after the last one none.
    void enlargeNext();
    [[nodiscard]] int enlarged() const { return m_enlarged; }
    [[nodiscard]] int columns() const { return m_columns % 100; }
    /// Index into Scene::sensors of a camera.
    [[nodiscard]] std::int32_t sensorOf(int camera) const { return m_sensors[std::size_t(camera)]; }

signals:
    void boxClicked(int index);
    void boxHovered(int index);
    void pictureBoxClicked(plumbline::AnnotationId id);
    void pictureBoxChanged(plumbline::AnnotationId id, const plumbline::geometry::Box &box);
    void picturesChanged();
    /// While places are picked: pixel of the calibrated picture.
    void placeClicked(int camera, QPointF pixel);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void addView();

    jobs::JobRunner &m_jobs;
    extension::ViewContext::FrameLoader m_loader;
    jobs::Generation m_generation;
    std::vector<jobs::JobId> m_loading;
    std::vector<CameraView *> m_views;  // owned by the content widget
    std::vector<std::int32_t> m_sensors;
    QWidget *m_content;
    QGridLayout *m_layout;
    int m_enlarged = -1;
    int m_columns = 0;
    std::list<std::pair<QString, QImage>> m_kept;  // by path, last used first
    std::vector<SceneBox> m_boxes;
    BoxMover m_mover;
    std::vector<SceneLine> m_lines;
    std::vector<PictureBox> m_pictureBoxes;
};

}  // namespace plumbline::sceneview
