// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/shapes.h"
#include "core/jobs/jobcontrol.h"

#include <QImage>
#include <QString>

#include <memory>
#include <vector>

namespace plumbline::engines::classical {

struct Person {
    geometry::Box box;  ///< image space, clipped to the picture
    double score = 0;   ///< in [0, 1], see scoreFromMargin
    bool operator==(const Person &) const = default;
};

/// logistic(2 × (margin − 0.5)) of the support vector machine's margin: 0.5 at a margin of 0.5, 0.27 on the decision border.
/// It orders detections; it is no calibrated probability.
[[nodiscard]] double scoreFromMargin(double margin);

/// Upright people by histograms of oriented gradients and a linear SVM (Dalal and Triggs, 2005) with the coefficients that
/// OpenCV carries. Standing people at least about 100 pixels high are found; the same picture gives the same answer
/// whatever the number of cores. One thread at a time.
class PeopleDetector
{
public:
    PeopleDetector();
    ~PeopleDetector();

    /// Pictures with a side of more than 1,280 pixels are scaled down first. Best first. Fails with Cancelled, or when
    /// OpenCV fails.
    [[nodiscard]] Result<std::vector<Person>> detect(const QImage &image, double scoreThreshold, const jobs::JobControl &control);
    /// SHA-256 of the coefficients.
    [[nodiscard]] QString weightsSha256() const;
    /// Version of the library that carries them.
    [[nodiscard]] static QString libraryVersion();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace plumbline::engines::classical
