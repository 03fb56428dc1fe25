// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace plumbline::base {

enum class IssueSeverity { Note, Warning, Problem };

/// Something found in a file that did not stop the work: shown in the issues panel with jump-to, printed by the CLI.
struct Issue {
    IssueSeverity severity = IssueSeverity::Problem;
    QString file;   ///< path as the user gave it or inside the data set; unprintable bytes percent-escaped
    QString place;  ///< where in the file: "annotations[12].bbox", "line 7", "byte 103"; may be empty
    QString text;   ///< translated, says what is wrong and what was done about it
    bool operator==(const Issue &) const = default;
};

/// Issues of one run. Keeps the first `maximum` in full and counts the rest, so a broken 2 GB file cannot fill memory.
struct IssueList {
    std::vector<Issue> issues;
    std::int64_t more = 0;  ///< found but not kept
    std::size_t maximum = 1000;

    void add(Issue issue)
    {
        if (issues.size() < maximum)
            issues.push_back(std::move(issue));
        else
            ++more;
    }
    void problem(QString file, QString place, QString text)
    {
        add({IssueSeverity::Problem, std::move(file), std::move(place), std::move(text)});
    }
    void warning(QString file, QString place, QString text)
    {
        add({IssueSeverity::Warning, std::move(file), std::move(place), std::move(text)});
    }
    [[nodiscard]] bool empty() const { return issues.empty(); }
    [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(issues.size()) + more; }
};

}  // namespace plumbline::base

namespace plumbline {
using base::Issue;
using base::IssueList;
using base::IssueSeverity;
}  // namespace plumbline
