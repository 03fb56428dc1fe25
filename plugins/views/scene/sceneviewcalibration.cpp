// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/sceneview.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

/// The cameras of the view of scenes: how much room they have, and their calibration.
namespace plumbline::sceneview {

void SceneView::setUpCalibration()
{
    m_calibration = std::make_unique<CalibrationWork>(m_editing, [this](const QString &text) { m_context.showHint(text); });
    static_cast<QVBoxLayout *>(m_widget->layout())->addWidget(m_calibration->panel());
    connect(m_calibration.get(), &CalibrationWork::changed, this, &SceneView::showTrial);
    connect(m_calibration.get(), &CalibrationWork::openChanged, this, [this] {
        const bool open = m_calibration->isOpen();
        for (CameraView *view : m_cameras->views())
            view->setPicking(open);
        SceneDisplay display = m_bar->display();
        if (!open || (display.cameras && display.cameraPoints))
            return;
        // What is looked into is where points fall in the pictures.
        display.cameras = true;
        display.cameraPoints = true;
        m_bar->setDisplay(display);
        showDisplay();
    });
    connect(m_cameras, &CameraStrip::placeClicked, this, [this](int camera, QPointF pixel) {
        m_calibration->showPixel(m_cameras->sensorOf(camera), {pixel.x(), pixel.y()}, m_clouds.pieces());
    });
    connect(m_across, &QSplitter::splitterMoved, this, [this] { m_acrossChosen = true; });
}

void SceneView::showTrial()
{
    const model::Scene *scene = m_editing.scene();
    const model::Scene *tried = m_calibration->tried();
    if (!scene || std::size_t(m_editing.frame()) >= scene->frames.size())
        return;
    if (tried || m_trialShown) {
        m_trialShown = tried != nullptr;
        m_cameras->setFrame(tried ? tried : scene, m_editing.frame(), folder());
        if (m_bar->display().cameraPoints)
            m_cameras->setPoints(m_clouds.pieces());
    }
    for (std::size_t i = 0; i < m_cameras->views().size(); ++i)
        m_cameras->views()[i]->setMarks(m_calibration->marksOf(m_cameras->sensorOf(int(i))));
}

// Six cameras under each other in a narrow column show nothing.
void SceneView::fitCameras()
{
    constexpr std::size_t many = 3;
    if (m_acrossChosen || m_cameras->views().size() < many || m_across->width() <= 0)
        return;
    const int width = m_across->width();
    m_across->setSizes({width * 3 / 5, width * 2 / 5});
}

}  // namespace plumbline::sceneview
