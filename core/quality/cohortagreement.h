// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/agreement.h"

#include <vector>

namespace plumbline::quality {

/// Agreement within two cohorts of raters and between them, nominal.
struct CohortAgreement {
    Agreement first = tl::unexpected(Undefined::NoPairs);  ///< Krippendorff's alpha of the first cohort's ratings alone
    Agreement second = tl::unexpected(Undefined::NoPairs);  ///< likewise
    /// Cross-replication reliability (Wong, Paritosh, Aroyo, ACL 2021): 1 - Do/De over pairs of one rating from each cohort on
    /// the same unit, against pairs of any two ratings of the two cohorts. Units weigh by their ratings, as in alpha.
    Agreement cross = tl::unexpected(Undefined::NoPairs);
};

/// `second` says of each rater (index into ratings.raters) whether they belong to the second cohort; as long as raters. A cross
/// value well below both others: the cohorts agree each within itself and mean different things.
[[nodiscard]] PLUMBLINE_CORE_EXPORT CohortAgreement cohortAgreement(const Ratings &ratings, const std::vector<bool> &second);

}  // namespace plumbline::quality
