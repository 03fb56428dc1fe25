// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consensus/models.h"

#include <algorithm>

namespace plumbline::consensus {

std::vector<double> skillsUnder(const Layout &layout, const std::vector<double> &posterior)
{
    const Votes &votes = layout.votes();
    std::vector<double> right(votes.workers, 0.0);
    std::vector<double> all(votes.workers, 0.0);
    for (std::size_t i = 0; i < votes.tasks; ++i)
        for (std::size_t j = votes.begins[i]; j < votes.begins[i + 1]; ++j) {
            all[votes.worker[j]] += 1;
            for (std::size_t c = 0; c < layout.candidates(i); ++c)
                if (layout.classAt(i, c) == votes.label[j])
                    right[votes.worker[j]] += posterior[layout.first(i) + c];
        }
    for (std::size_t w = 0; w < right.size(); ++w)
        right[w] /= std::max(all[w], 1.0);
    return right;
}

Fit majority(const Layout &layout)
{
    Fit fit;
    fit.posterior = voteShares(layout);
    fit.skill = skillsUnder(layout, fit.posterior);
    return fit;
}

Fit wawa(const Layout &layout)
{
    const Votes &votes = layout.votes();
    const std::vector<double> shares = voteShares(layout);
    // A tie of k classes is 1/k right for each of them.
    std::vector<double> winners(shares.size(), 0.0);
    for (std::size_t i = 0; i < votes.tasks; ++i) {
        const double most = *std::max_element(shares.begin() + static_cast<std::ptrdiff_t>(layout.first(i)),
                                              shares.begin() + static_cast<std::ptrdiff_t>(layout.first(i + 1)));
        double tied = 0;
        for (std::size_t p = layout.first(i); p < layout.first(i + 1); ++p)
            tied += shares[p] >= most - 1e-12 ? 1 : 0;
        for (std::size_t p = layout.first(i); p < layout.first(i + 1); ++p)
            winners[p] = shares[p] >= most - 1e-12 ? 1 / tied : 0;
    }
    Fit fit;
    fit.skill = skillsUnder(layout, winners);
    fit.posterior.assign(shares.size(), 0.0);
    for (std::size_t i = 0; i < votes.tasks; ++i) {
        double sum = 0;
        for (std::size_t j = votes.begins[i]; j < votes.begins[i + 1]; ++j)
            for (std::size_t c = 0; c < layout.candidates(i); ++c)
                if (layout.classAt(i, c) == votes.label[j]) {
                    fit.posterior[layout.first(i) + c] += fit.skill[votes.worker[j]];
                    sum += fit.skill[votes.worker[j]];
                }
        for (std::size_t p = layout.first(i); p < layout.first(i + 1); ++p)
            fit.posterior[p] = sum > 0 ? fit.posterior[p] / sum : shares[p];
    }
    return fit;
}

}  // namespace plumbline::consensus
