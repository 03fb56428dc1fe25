// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adjudication/answers.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace plumbline::adjudication {

std::vector<model::Submission> lastAnswers(std::vector<model::Submission> submissions)
{
    std::sort(submissions.begin(), submissions.end(), [](const model::Submission &a, const model::Submission &b) {
        return std::tie(a.annotator, b.round, b.number, a.createdMicroseconds, a.id)
               < std::tie(b.annotator, a.round, a.number, b.createdMicroseconds, b.id);
    });
    submissions.erase(std::unique(submissions.begin(), submissions.end(),
                                  [](const auto &a, const auto &b) { return a.annotator == b.annotator; }),
                      submissions.end());
    return submissions;
}

std::vector<model::Submission> wholeAnswers(std::vector<model::Submission> submissions)
{
    auto answers = lastAnswers(std::move(submissions));
    std::set<QString> layers;
    std::erase_if(answers, [&](const model::Submission &answer) {
        return answer.cannotLabel || answer.partial || !layers.insert(answer.layer).second;
    });
    return answers;
}

}  // namespace plumbline::adjudication
