// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/boxes.h"
#include "plugins/views/scene/colouring.h"
#include "plugins/views/scene/scenelines.h"

#include <QWidget>

#include <optional>

namespace plumbline::sceneview {

/// What lies over the points: boxes, previews, the legend. A value.
struct OverlayContent {
    std::vector<SceneBox> boxes;
    std::vector<SceneLine> lines;
    LineDraft lineDraft;
    int hovered = -1;
    int flashed = -1;                              ///< stands out for a moment
    bool boxesShown = true;
    std::optional<geometry::Cuboid> preview;       ///< of a gesture that has not ended
    QColor previewColour;
    AnnotationId replaced;                         ///< not drawn: the preview stands for it
    TrackId replacedGhost;
    std::vector<Vector3> footprint;                ///< of a cuboid being drawn, on the ground
    std::optional<Vector3> pickedPoint;
    QString pickedText;
    QPolygonF outline;                             ///< round points that are being chosen, pixels
    struct Ring {
        QPointF at;
        double radius = 0;                         ///< pixels; 0 = nothing is under the mouse
    };
    std::optional<Ring> ring;                      ///< of the brush
    QStringList remarks;                           ///< what is wrong with the selected box
    // Legend
    bool rings = false;
    Vector3 sensor{};
    double groundHeight = 0;
    QString legendTitle;                           ///< empty = none
    QString legendLow;
    QString legendHigh;
    bool legendBar = false;
    QString status;                                ///< "1,204,511 points"
};

/// Draws boxes over a scene, with the widget's own painter: thin lines stay sharp without OpenGL. Takes no input. Main thread only.
class SceneOverlay final : public QWidget
{
    Q_OBJECT

public:
    explicit SceneOverlay(QWidget *parent = nullptr);

    void setCamera(const ViewCamera &camera);
    /// The caller calls update() after changes.
    [[nodiscard]] OverlayContent &content() { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBox(QPainter &painter, const SceneBox &box, bool hovered, bool flashed) const;
    void paintTitle(QPainter &painter, const SceneBox &box) const;
    void paintRings(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;
    void paintAxes(QPainter &painter) const;
    void paintRemarks(QPainter &painter) const;

    ViewCamera m_camera;
    OverlayContent m_content;
};

}  // namespace plumbline::sceneview
