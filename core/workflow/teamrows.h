// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/teamrecord.h"

#include <memory>
#include <span>

namespace plumbline::workflow {

/// The answers of a record in the two orders that figures are made in, each gathered once so that a person's or a task's answers
/// lie side by side. Moved, never copied; holds nothing of the record.
class TeamRows
{
public:
    /// One of a person's answers.
    struct Answer {
        std::int64_t microseconds;
        std::uint32_t task;
        std::int32_t label;
        float confidence;  ///< NaN = not given
        float seconds;     ///< since the person's answer before; NaN = none before it, or too long or too short ago
    };
    /// One of a task's answers.
    struct Vote {
        std::uint32_t person;
        std::int32_t label;
        float seconds;
        std::uint32_t row;  ///< of the record
    };

    /// Pauses above longestSeconds are none of an answer's time. Any thread.
    [[nodiscard]] static TeamRows of(const TeamRecord &record, std::int64_t longestSeconds);

    /// In order of time.
    [[nodiscard]] std::span<const Answer> ofPerson(std::uint32_t person) const { return m_answers.group(person); }
    /// In the record's order.
    [[nodiscard]] std::span<const Vote> ofTask(std::uint32_t task) const { return m_votes.group(task); }
    /// The median of all known seconds; 0 = none are known.
    [[nodiscard]] float usualSeconds() const { return m_usualSeconds; }

private:
    template <typename T>
    struct Groups {
        std::vector<std::uint32_t> begins;  // one more than there are groups
        std::unique_ptr<T[]> values;
        [[nodiscard]] std::span<const T> group(std::uint32_t i) const
        {
            return {values.get() + begins[i], values.get() + begins[i + 1]};
        }
    };

    void gatherAnswers(const TeamRecord &record, std::int64_t longestSeconds, std::vector<float> &seconds);
    void orderByTime(const TeamRecord &record, const std::vector<bool> &whose, std::int64_t longestSeconds,
                     std::vector<float> &seconds);

    Groups<Answer> m_answers;
    Groups<Vote> m_votes;
    float m_usualSeconds = 0;
};

}  // namespace plumbline::workflow
