// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "plugins/views/scene/calibrationpanel.h"
#include "plugins/views/scene/calibrationtrial.h"
#include "plugins/views/scene/cameraview.h"
#include "plugins/views/scene/clouddata.h"

#include <QObject>

namespace plumbline::sceneview {

/// Looking into and mending the calibration of one camera at a time: what is tried is only shown until it is applied, which is
/// one undoable change of the scene. Main thread only.
class CalibrationWork final : public QObject
{
    Q_OBJECT

public:
    CalibrationWork(document::Editing &editing, std::function<void(const QString &)> hint);

    /// For the view's layout, which owns it; hidden until opened.
    [[nodiscard]] CalibrationPanel *panel() const { return m_panel; }
    [[nodiscard]] bool isOpen() const { return m_open; }
    void setOpen(bool open);
    /// The scene with what is tried; null when nothing is, or there is no scene. Valid until changed().
    [[nodiscard]] const model::Scene *tried() const { return m_tried ? &*m_tried : nullptr; }
    /// Another item or scene: what was tried and shown is of no use any more when the item is another.
    void sceneChanged();
    /// Somebody showed a point of the cloud.
    void showPoint(const Vector3 &label);
    /// Somebody showed a place in a camera's picture. Without a point before it the nearest projected one of `pieces` is meant.
    void showPixel(std::int32_t sensor, const geometry::Point &pixel, const std::vector<CloudPointer> &pieces);
    /// What a camera's picture of the shown frame marks.
    [[nodiscard]] std::vector<CameraView::Mark> marksOf(std::int32_t sensor) const;
    /// Point that waits for its place in a picture.
    [[nodiscard]] const std::optional<Vector3> &waiting() const { return m_waiting; }
    [[nodiscard]] const std::vector<ShownPlace> &places() const { return m_places; }
    [[nodiscard]] const CameraChange &change() const { return m_change; }

    void chooseCamera(std::int32_t sensor);
    void setLater(double milliseconds);
    void fit();
    void apply();
    void discard();
    void remove(std::size_t row);

signals:
    void openChanged();
    void changed();  ///< tried() or marksOf()

private:
    void refresh();
    [[nodiscard]] const model::Scene *shown() const { return m_tried ? &*m_tried : m_editing.scene(); }
    [[nodiscard]] const geometry::Camera *camera() const;
    [[nodiscard]] bool knowsWay() const;

    document::Editing &m_editing;
    std::function<void(const QString &)> m_hint;
    CalibrationPanel *m_panel;
    bool m_open = false;
    ItemId m_item;
    std::int32_t m_sensor = -1;
    CameraChange m_change;
    std::optional<model::Scene> m_tried;
    std::vector<ShownPlace> m_places;  // of all cameras
    std::optional<Vector3> m_waiting;  // label frame of m_waitingFrame
    std::int64_t m_waitingFrame = 0;
    QString m_proposal;
};

}  // namespace plumbline::sceneview
