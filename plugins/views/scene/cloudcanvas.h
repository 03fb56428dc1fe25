// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/cloudpainter.h"

#include <QOpenGLWidget>
#include <QTimer>

namespace plumbline::sceneview {

/// Whether this machine draws with OpenGL 3.3 core, in hardware or in software. Asked once; main thread.
[[nodiscard]] bool openGlWorks();

/// The points of a scene on the screen. Draws fewer of them while the camera moves, as many as this machine draws in time, and
/// all of them once it rests. Takes no input. Main thread only.
class CloudCanvas final : public QOpenGLWidget
{
    Q_OBJECT

public:
    explicit CloudCanvas(QWidget *parent = nullptr);
    ~CloudCanvas() override;

    void setPieces(const std::vector<CloudPointer> &pieces);
    void setCamera(const ViewCamera &camera);
    void setLook(const CloudLook &look);
    [[nodiscard]] const CloudLook &look() const { return m_look; }
    /// Points drawn last.
    [[nodiscard]] std::size_t drawn() const { return m_drawn; }

signals:
    /// The driver cannot do it after all; in words.
    void failed(const QString &why);

protected:
    void initializeGL() override;
    void paintGL() override;

private:
    void releaseDevice();

    std::unique_ptr<CloudPainter> m_painter;
    std::vector<CloudPointer> m_pieces;
    ViewCamera m_camera;
    CloudLook m_look;
    QTimer m_rest;
    bool m_moving = false;
    double m_movingPoints = 400'000;  // that are drawn while the camera moves
    std::size_t m_drawn = 0;
};

}  // namespace plumbline::sceneview
