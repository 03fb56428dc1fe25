// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/shapes.h"
#include "core/jobs/jobcontrol.h"

#include <QImage>
#include <QPoint>
#include <QRect>

#include <memory>

/// Regions and edges found in pixels. Pure functions of a cut-out of the picture, for worker threads; every coordinate is
/// of the cut-out. OpenCV's answers in our words.
namespace plumbline::imageview {

/// Pixels that a path of straight steps joins with `seed`, none of which differs from the seed's by more than `tolerance`
/// (0 to 255) in any channel. Fails when the seed lies outside.
[[nodiscard]] Result<geometry::Mask> similarRegion(const QImage &picture, QPoint seed, int tolerance);

/// Cheapest ways along edges from one pixel to any other (Mortensen and Barrett, "Intelligent scissors for image
/// composition", 1995). Immutable once made: paths may be asked for on any thread.
class LiveWire
{
public:
    /// Takes some 100 ms for 400,000 pixels.
    [[nodiscard]] static Result<std::shared_ptr<const LiveWire>> fromSeed(const QImage &picture, QPoint seed,
                                                                          jobs::JobControl &control);
    virtual ~LiveWire() = default;
    /// Centres of the pixels from the seed to `target`, both included; the target is moved into the picture.
    [[nodiscard]] virtual std::vector<QPoint> pathTo(QPoint target) const = 0;
};

/// What a person has said about a pixel of a GrabCut.
enum class Scribble : uchar { None = 0, Background = 1, Foreground = 2 };

/// The foreground inside `box` (Rother, Kolmogorov, Blake, "GrabCut", 2004). `hints`: Format_Grayscale8, of the picture's
/// size, values of Scribble; a null image says nothing. Outside the box all is background. Empty when nothing is foreground;
/// fails when there is no background to compare with, or cancelled.
[[nodiscard]] Result<geometry::Mask> grabCut(const QImage &picture, const QRect &box, const QImage &hints,
                                             jobs::JobControl &control);

}  // namespace plumbline::imageview
