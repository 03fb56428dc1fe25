// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrunner.h"
#include "plugins/views/scene/cameraview.h"
#include "widgets/extension/uiplugin.h"

#include <QScrollArea>

#include <list>

class QVBoxLayout;

namespace plumbline::sceneview {

/// The cameras of a scene under each other, with the pictures of one frame, read in the background. Main thread only.
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

signals:
    void boxClicked(int index);
    void boxHovered(int index);
    void pictureBoxClicked(plumbline::AnnotationId id);
    void pictureBoxChanged(plumbline::AnnotationId id, const plumbline::geometry::Box &box);

private:
    jobs::JobRunner &m_jobs;
    extension::ViewContext::FrameLoader m_loader;
    jobs::Generation m_generation;
    std::vector<jobs::JobId> m_loading;
    std::vector<CameraView *> m_views;  // owned by the content widget
    QWidget *m_content;
    QVBoxLayout *m_layout;
    std::list<std::pair<QString, QImage>> m_kept;  // by path, last used first
    std::vector<SceneBox> m_boxes;
    BoxMover m_mover;
    std::vector<SceneLine> m_lines;
    std::vector<PictureBox> m_pictureBoxes;
};

}  // namespace plumbline::sceneview
