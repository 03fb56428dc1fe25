// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scene.h"
#include "plugins/views/scene/boxes.h"
#include "plugins/views/scene/pictureboxes.h"
#include "widgets/extension/uiplugin.h"

#include <QImage>
#include <QWidget>

namespace plumbline::sceneview {

/// What is compared in the picture of the camera that sees it largest, cut out with what lies around it: a small picture in the corner
/// of a scene, its child. Hidden while no camera sees it. Main thread only; the picture is read in the background.
class ComparisonCamera final : public QWidget
{
    Q_OBJECT

public:
    ComparisonCamera(extension::MediaContext &context, QWidget *over);
    ~ComparisonCamera() override;

    /// Those that are selected are meant; null: nothing is.
    void setMarked(const model::Scene *scene, std::int64_t frame, const QString &folder, const std::vector<SceneBox> &boxes,
                   const std::vector<PictureBox> &pictureBoxes);
    [[nodiscard]] QString camera() const { return m_camera; }
    [[nodiscard]] bool hasPicture() const { return !m_picture.isNull(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line {
        QPolygonF points;  ///< pixels of the calibrated picture
        QColor colour;
        bool dashed = false;
    };
    void place();
    void load(const QString &path);

    extension::MediaContext &m_context;
    QString m_camera;
    QString m_path;
    QString m_problem;
    QImage m_picture;
    QSizeF m_size;  // of the calibrated picture
    QRectF m_shown;  // of it
    std::vector<Line> m_lines;
    jobs::Generation m_generation;
    jobs::JobId m_loading = 0;
};

}  // namespace plumbline::sceneview
