// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"

#include <QImage>
#include <QWidget>

#include <optional>

namespace plumbline::workstation {

/// A picture as large as there is room, with one place in it marked; words where there is none. Main thread only.
class PlacePicture final : public QWidget
{
    Q_OBJECT

public:
    explicit PlacePicture(QWidget *parent = nullptr);

    /// `scale`: pixels of `image` a pixel of the medium; `place` in pixels of the medium.
    void setPicture(const QImage &image, double scale, const std::optional<geometry::Point> &place);
    void setWords(const QString &words);
    [[nodiscard]] bool hasPicture() const { return !m_image.isNull(); }
    /// Where the place is on this widget; nothing without one, or when it lies outside the picture.
    [[nodiscard]] std::optional<QPointF> mark() const;

    [[nodiscard]] QSize sizeHint() const override { return {480, 320}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 120}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF area() const;

    QImage m_image;
    double m_scale = 1;
    std::optional<geometry::Point> m_place;
    QString m_words;
};

}  // namespace plumbline::workstation
