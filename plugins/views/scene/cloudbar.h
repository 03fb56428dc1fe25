// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/sceneclouds.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace plumbline::sceneview {

/// Which points of a scene are shown. A value.
struct CloudChoice {
    enum class Clip {
        Nothing,
        Box,    ///< around the selected box
        Slice,  ///< between two heights over the ground
    };
    SweepCount sweeps = 1;
    QSet<QString> switchedOff;  ///< names of lidars
    Clip clip = Clip::Nothing;
    double margin = 1;          ///< metres around the box
    double low = 0.2;           ///< metres over the ground
    double high = 3;
    bool operator==(const CloudChoice &) const = default;
};

/// The second line over a scene: how many sweeps, which lidars, and what is cut away. Main thread only.
class CloudBar final : public QWidget
{
    Q_OBJECT

public:
    explicit CloudBar(QWidget *parent = nullptr);
    [[nodiscard]] const CloudChoice &choice() const { return m_choice; }
    void setChoice(const CloudChoice &choice);
    /// What the shown frame has: one lidar needs no switch, one frame no sweeps. `why` they cannot be merged; empty when they can.
    void setOffers(const std::vector<LidarState> &lidars, std::size_t frames, const QString &why);
    /// Whether a clip to a box can begin: one is selected.
    void setHasBox(bool has);
    /// Makes the next one of the sweep counts the chosen one.
    void nextSweeps();

signals:
    void choiceChanged();

private:
    void refresh();
    void fillMenu();
    void chooseClip(CloudChoice::Clip clip);

    CloudChoice m_choice;
    std::vector<LidarState> m_lidars;
    QLabel *m_sweepsLabel;
    QComboBox *m_sweeps;
    QToolButton *m_lidarButton;
    QMenu *m_lidarMenu;
    QComboBox *m_clip;
    QLabel *m_lowLabel;
    QDoubleSpinBox *m_low;
    QSlider *m_lowSlider;
    QLabel *m_highLabel;
    QDoubleSpinBox *m_high;
    QSlider *m_highSlider;
    QLabel *m_marginLabel;
    QDoubleSpinBox *m_margin;
    QToolButton *m_off;
};

}  // namespace plumbline::sceneview
