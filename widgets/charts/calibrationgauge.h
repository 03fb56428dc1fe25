// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/gaugerelease.h"
#include "widgets/export.h"

#include <QWidget>

#include <optional>

namespace plumbline::charts {

/// How well a person's labels agree with known answers: a short scale with the interval as a bar and the mean as a dot,
/// then the same in figures, "0.91 [0.86–0.95] · 38". Below the minimum it says "not enough checks yet" and nothing else.
/// It shows the reading it was given and knows nothing of single checks, so it cannot tell which item was one. Main thread.
class PLUMBLINE_WIDGETS_EXPORT CalibrationGauge : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text NOTIFY readingChanged)

public:
    explicit CalibrationGauge(QWidget *parent = nullptr);

    void setReading(const quality::GaugeReading &reading);
    [[nodiscard]] const quality::GaugeReading &reading() const { return m_reading; }
    /// The range that the team accepts, a faint band on the scale; nothing = none agreed.
    void setAcceptedRange(const std::optional<quality::Interval> &range);

    /// What is written beside the scale.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void readingChanged();
    /// Clicked, or Enter or Space with the focus: the host opens the panel behind it.
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QFont figures() const;
    void describe();

    quality::GaugeReading m_reading;
    std::optional<quality::Interval> m_accepted;
};

}  // namespace plumbline::charts
