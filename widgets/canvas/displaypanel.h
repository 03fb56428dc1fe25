// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/histogramview.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSlider;

namespace plumbline::canvas {

/// How numbers become light: histogram with window, brightness, contrast, gamma, channel, inverted. Says what was changed;
/// changes nothing itself. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT DisplayPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit DisplayPanel(QWidget *parent = nullptr);

    void setPicture(const Histogram &histogram, extension::SampleType type);
    void setSettings(const DisplaySettings &settings);
    [[nodiscard]] const DisplaySettings &settings() const { return m_settings; }

signals:
    /// By the person, not by setSettings().
    void edited(const plumbline::canvas::DisplaySettings &settings);
    void closed();

private:
    QSlider *addSlider(const QString &name, int row, double DisplaySettings::*field, bool logarithmic);
    void refresh();
    void edit(const std::function<void(DisplaySettings &)> &change);
    [[nodiscard]] DisplayWindow window() const;

    DisplaySettings m_settings;
    Histogram m_histogram;
    extension::SampleType m_type = extension::SampleType::UInt8;
    bool m_refreshing = false;
    HistogramView *m_view;
    QDoubleSpinBox *m_low;
    QDoubleSpinBox *m_high;
    QSlider *m_brightness;
    QSlider *m_contrast;
    QSlider *m_gamma;
    QComboBox *m_channel;
    QCheckBox *m_invert;
};

}  // namespace plumbline::canvas
