// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/quality/agreement.h"

#include <optional>

/// Stretches of a text, a sound or a film that several annotators marked, and how far they agree.
namespace plumbline::quality {

/// From start up to end, which is outside; end > start, both finite. Any unit: characters, frames, milliseconds.
struct Span {
    double start = 0;
    double end = 0;
    std::uint32_t label = 0;
    bool operator==(const Span &) const = default;
    [[nodiscard]] double length() const { return end - start; }
};

/// One task: what each of its annotators marked, in order of start. An annotator who found nothing has an empty list.
struct Continuum {
    std::vector<std::vector<Span>> annotators;
    [[nodiscard]] std::size_t spans() const
    {
        std::size_t count = 0;
        for (const auto &own : annotators)
            count += own.size();
        return count;
    }
};

/// A value. tasks[i] is the name of continua[i].
struct Spans {
    QStringList tasks;
    QStringList annotators;
    QStringList labels;
    std::vector<Continuum> continua;
};

/// Whether spans of one annotator with one label may overlap.
enum class Overlaps { Refused, Allowed };

/// Reads task,annotator,start,end,label (by the names of the first line; other columns are ignored). A line with nothing but
/// task and annotator says that the annotator found nothing there. Broken lines, ends that are not after their starts,
/// positions that are no number up to 1e12, repeated spans and, where overlaps are refused, the later one of two that overlap
/// are named in `issues` and left out. Fails when the file cannot be read or has no such columns.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Spans> readSpans(const QString &file, Overlaps overlaps, IssueList &issues);

/// Disagreement of one task, seen and expected by chance, and how much it counts.
struct SpanPart {
    std::uint32_t task = 0;
    double observed = 0;
    double expected = 0;
    double weight = 1;
    std::int64_t spans = 0;
};
/// 1 - sum of observed / sum of expected, weighted. NoPairs without parts, NoVariation when nothing was expected.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Agreement spanAgreement(std::span<const SpanPart> parts);
/// Percentile interval of spanAgreement() from resampled tasks; nothing for fewer than two tasks, or when fewer than half of
/// the resamples have a value.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<AgreementInterval>
bootstrapSpans(std::span<const SpanPart> parts, int resamples, std::uint64_t seed, double mass = 0.95);

}  // namespace plumbline::quality
