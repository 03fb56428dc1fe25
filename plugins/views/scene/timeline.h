// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scene.h"

#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace plumbline::sceneview {

/// Which frame of a scene is looked at: steps, a slider with marks where the selected track has keyframes and bars under
/// its gaps, number and time.
/// Hidden for scenes with one frame. Main thread only.
class Timeline final : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(QWidget *parent = nullptr);
    /// Null: no scene. Values are copied.
    void setScene(const model::Scene *scene);
    void setFrame(std::int64_t index);
    /// Frames of keyframes, ascending.
    void setMarks(std::vector<std::int64_t> frames);
    /// Frames in which a gap hides the track, ascending.
    void setHidden(std::vector<std::int64_t> frames);
    [[nodiscard]] const std::vector<std::int64_t> &hiddenFrames() const { return m_hidden; }
    [[nodiscard]] QString text() const;  ///< "3 of 40 · 0.200 s"

signals:
    void frameChosen(std::int64_t index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *m_previous;
    QToolButton *m_next;
    QSlider *m_slider;
    QLabel *m_text;
    std::vector<std::int64_t> m_times;
    std::vector<std::int64_t> m_marks;
    std::vector<std::int64_t> m_hidden;
};

}  // namespace plumbline::sceneview
