// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/colouring.h"

#include <QWidget>

class QComboBox;
class QSlider;
class QToolButton;

namespace plumbline::sceneview {

/// What of a scene is shown, and how. A value.
struct SceneDisplay {
    ColourMode mode;
    double pointSize = 1;
    bool edges = true;
    bool grid = true;
    bool rings = true;
    bool cameras = true;
    bool sides = true;
    bool cameraPoints = false;
    bool operator==(const SceneDisplay &) const = default;
};

/// The thin bar over a scene with the choices of SceneDisplay. Main thread only.
class SceneBar final : public QWidget
{
    Q_OBJECT

public:
    explicit SceneBar(QWidget *parent = nullptr);
    void setModes(const std::vector<ColourMode> &modes);
    void setDisplay(const SceneDisplay &display);
    /// Without cameras nothing is offered about them.
    void setHasCameras(bool has);
    [[nodiscard]] const SceneDisplay &display() const { return m_display; }
    [[nodiscard]] const std::vector<ColourMode> &modes() const { return m_modes; }

signals:
    void displayChanged();

private:
    void refresh();
    void toggle(bool SceneDisplay::*member, const QString &text, const QString &tip, const QString &name);

    QComboBox *m_colour;
    QSlider *m_size;
    std::vector<std::pair<bool SceneDisplay::*, QToolButton *>> m_toggles;
    std::vector<ColourMode> m_modes;
    SceneDisplay m_display;
};

}  // namespace plumbline::sceneview
