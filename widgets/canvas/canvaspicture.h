// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/display.h"
#include "widgets/canvas/mipimage.h"
#include "widgets/canvas/viewtransform.h"

#include <QObject>
#include <QRect>

#include <vector>

class QPainter;

namespace plumbline::canvas {

/// What a canvas shows: a whole image, or one read in parts. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT CanvasPicture : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual QSize size() const = 0;
    /// Paints what lies in `clip` (screen space), in as much detail as is there; changed() follows when there is more.
    virtual void paint(QPainter &painter, const ViewTransform &view, const QRectF &clip, double devicePixelRatio) = 0;

    void setDisplay(const DisplaySettings &settings);
    [[nodiscard]] const DisplaySettings &display() const { return m_display; }
    /// Of a sample of the picture; without channels while nothing has been read.
    [[nodiscard]] virtual const Histogram &histogram() = 0;
    [[nodiscard]] virtual extension::SampleType sampleType() const = 0;
    /// Stored numbers of a pixel, one per channel; empty outside, or while they are being read.
    [[nodiscard]] virtual std::vector<double> valueAt(QPoint pixel) = 0;
    /// What is seen of an area, as RGB32 of `scale` times its size (0 < scale ≤ 1): what tools that look at the picture
    /// work on. May read from the disk; parts that have not been decoded yet come from a coarser level.
    [[nodiscard]] virtual QImage pixels(const QRect &area, double scale) = 0;
    /// Words about what is missing from the picture; empty when nothing is.
    [[nodiscard]] virtual QString problem() const { return {}; }
    /// Whether everything that is ever there is there.
    [[nodiscard]] virtual bool isComplete() const { return true; }

signals:
    void changed();
    /// valueAt() knows more; nothing that is seen has changed.
    void numbersChanged();
    /// problem() has words now.
    void failed();

protected:
    virtual void displayChanged() = 0;

private:
    DisplaySettings m_display;
};

/// A picture of eight bits that is in memory as a whole.
class PLUMBLINE_WIDGETS_EXPORT WholePicture final : public CanvasPicture
{
    Q_OBJECT

public:
    /// `halves` as halvesOf() makes them, or none.
    explicit WholePicture(const QImage &image, const std::vector<QImage> &halves = {}, QObject *parent = nullptr);

    [[nodiscard]] QSize size() const override { return m_image.size(); }
    void paint(QPainter &painter, const ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] const Histogram &histogram() override;
    [[nodiscard]] extension::SampleType sampleType() const override { return extension::SampleType::UInt8; }
    [[nodiscard]] std::vector<double> valueAt(QPoint pixel) override;
    [[nodiscard]] QImage pixels(const QRect &area, double scale) override;

protected:
    void displayChanged() override;

private:
    MipImage m_image;
    bool m_grey = false;
    Histogram m_histogram;
    std::optional<DisplayTable> m_table;  // when the display is not neutral
};

}  // namespace plumbline::canvas
