// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/annotation.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

/// What speaks for a look at a single label, from what everybody may see: the label itself, the others of its class, and layers that
/// a model or a consensus made of the same item. Known answers play no part. Pure; any thread.
namespace plumbline::review {

/// How far a layer contradicts a label, in [0, 1]: 1 minus the likeness (IoU of areas and cuboids) of the best object of the same
/// class and frame; 1 where the best object of any class is alike by one half and more and has another class. Nothing when the
/// label's kind cannot be compared, and when the layer is empty.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<double>
contradiction(const model::Annotation &label, std::span<const model::Annotation> layer, double tolerance);

/// Share of the work that a model's layer contradicts by more than one half or has and the work has not; nothing for an empty
/// layer. Predictions with a score below one half and rejected ones are left out.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<double>
disagreement(std::span<const model::Annotation> work, std::span<const model::Annotation> model, double tolerance);

/// One label of a sheet with what it is compared with.
struct LabelFacts {
    const model::Annotation *label = nullptr;
    bool changed = false;  ///< in rework
    std::span<const model::Annotation> model;  ///< a model's labels of the item
    std::span<const model::Annotation> consensus;  ///< what several people came to
    double tolerance = 10;  ///< pixels; overlap::tolerancePixels()
};

/// In [0, 1]: 1 − Π (1 − w·c) over what is known of a label.
///   c                                                            w
///   1 − score of the prediction it was made from                 0.5
///   contradiction() by the model                                 0.6
///   contradiction() by the consensus                             0.7
///   min(1, |z| / 7), z the robust z-score of the logarithm of
///   size or aspect within its class, whichever is larger         0.6
///   1 when it was changed in rework                              0.4
///   1 when its author was not sure                               0.5
/// z = 0.6745 (x − median) / MAD (Iglewicz and Hoaglin, How to detect and handle outliers, 1993; 3.5 is what they call an outlier);
/// known from eight labels of a class.
struct Suspicion {
    double value = 0;
    double size = 0;  ///< the |z| that counted; 0 = not known
    std::optional<double> model;
    std::optional<double> consensus;
    [[nodiscard]] PLUMBLINE_CORE_EXPORT QString
    why(const LabelFacts &facts) const;  ///< translated; empty when nothing stands out
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<Suspicion> suspicions(const std::vector<LabelFacts> &labels);

/// Robust z-scores; all 0 for fewer than eight values. Where the median deviation is 0, the mean deviation times 1.2533 stands for
/// 1/0.6745 of it, as the same authors say.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<double> robustScores(const std::vector<double> &values);

}  // namespace plumbline::review
