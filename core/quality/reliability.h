// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cbor.h"
#include "core/base/export.h"

#include <cstdint>
#include <vector>

namespace plumbline::quality {

/// Everything the stated confidence is judged by, incrementally. Sums are integers and fixed-point numbers (2^-32): equal for
/// every order of arrival and after every removal. Bins are of equal width, bin = floor(bins·c) (calibration.h). A value.
class PLUMBLINE_CORE_EXPORT ConfidenceSums
{
public:
    explicit ConfidenceSums(int bins = 10);  ///< 1 … 100

    /// A confidence that is no number in [0, 1] is ignored.
    void add(double confidence, bool correct) { apply(confidence, correct, 1); }
    void remove(double confidence, bool correct) { apply(confidence, correct, -1); }

    struct Bin {
        double from = 0;
        double to = 1;
        std::int64_t n = 0;
        double confidence = 0;  ///< mean; 0 for an empty bin
        double accuracy = 0;  ///< share right; 0 for an empty bin
    };
    struct Summary {
        std::int64_t n = 0;
        int bins = 0;
        double brier = 0;
        double logLoss = 0;  ///< mean, nats; confidences are kept 1e-15 from 0 and 1
        double ece = 0;  ///< biased upward for small n: show n and bins
        double mce = 0;
        double reliability = 0;  ///< REL: sum of n_k/n (mean confidence - share right)^2
        double resolution = 0;  ///< RES: sum of n_k/n (share right - overall share)^2
        double uncertainty = 0;  ///< UNC: overall share · (1 - overall share)
    };
    [[nodiscard]] std::int64_t n() const;
    /// All 0 without answers. REL - RES + UNC is the Brier score but for the spread within bins (Murphy 1973).
    [[nodiscard]] Summary summary() const;
    /// For the reliability diagram.
    [[nodiscard]] std::vector<Bin> diagram() const;

    void encode(base::CborWriter &writer) const;
    /// A broken form sets reader.failed().
    [[nodiscard]] static ConfidenceSums decode(base::CborReader &reader);
    bool operator==(const ConfidenceSums &) const = default;

private:
    struct Counts {
        std::int64_t n = 0;
        std::int64_t right = 0;
        std::int64_t confidences = 0;  // fixed point
        bool operator==(const Counts &) const = default;
    };
    void apply(double confidence, bool correct, int sign);

    std::vector<Counts> m_bins;
    std::int64_t m_squares = 0;  // fixed point
    std::int64_t m_logs = 0;  // fixed point
};

/// Brier score over several classes: mean over answers of the sum over classes of (p - outcome)^2, in [0, 2]. Each answer is a
/// list of probabilities and the index of the true class; answers whose index lies outside are left out. 0 for none.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double multiClassBrier(const std::vector<std::vector<double>> &probabilities,
                                                           const std::vector<std::size_t> &truths);

}  // namespace plumbline::quality
