// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSlider;
class QTableWidget;
class QToolButton;

namespace plumbline::sceneview {

/// What the panel shows. A value.
struct CalibrationWords {
    struct Row {
        QString place;
        QString pixel;
        QString residual;  ///< as the scene is shown
        bool far = false;  ///< much further off than the others
    };
    QStringList cameras;
    int camera = 0;
    double laterMilliseconds = 0;
    bool timeOffers = true;    ///< the vehicle's way is known, so a time offset means something
    std::vector<Row> rows;
    QString rms;
    QString proposal;          ///< what the fit says, or why there is none
    QString next;              ///< what to do now
    bool canFit = false;
    bool canApply = false;
    bool canRemove = false;
};

/// Below a scene: one camera's time offset, the places shown in cloud and picture with their residuals, and what a fit proposes.
/// Main thread only.
class CalibrationPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CalibrationPanel(QWidget *parent = nullptr);
    void setWords(const CalibrationWords &words);
    [[nodiscard]] const CalibrationWords &words() const { return m_words; }
    /// Row that is chosen; nothing without one.
    [[nodiscard]] std::optional<std::size_t> row() const;

signals:
    void cameraChosen(int camera);
    void laterChosen(double milliseconds);
    void fitWanted();
    void applyWanted();
    void discardWanted();
    void removeWanted();
    void closeWanted();

private:
    CalibrationWords m_words;
    QComboBox *m_camera;
    QSlider *m_laterSlider;
    QDoubleSpinBox *m_later;
    QTableWidget *m_table;
    QLabel *m_rms;
    QLabel *m_proposal;
    QLabel *m_next;
    QToolButton *m_fit;
    QToolButton *m_apply;
    QToolButton *m_discard;
    QToolButton *m_remove;
};

}  // namespace plumbline::sceneview
