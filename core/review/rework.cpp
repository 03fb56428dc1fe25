// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/rework.h"

#include "core/model/codec.h"

#include <algorithm>
#include <map>

namespace plumbline::review {

Result<std::optional<Rework>> reworkOf(const workflow::HandedIn &layers, const std::vector<model::Submission> &submissions,
                                       const std::vector<model::Annotation> &handedIn,
                                       const std::vector<model::Decision> &decisions)
{
    const int round = submissions.back().round;
    const auto previous =
        std::find_if(submissions.rbegin(), submissions.rend(), [&](const model::Submission &s) { return s.round < round; });
    if (previous == submissions.rend())
        return std::optional<Rework>();
    auto then = layers.of(*previous);
    if (!then)
        return fail(then.error());
    Rework rework;
    rework.before = *previous;
    std::map<std::pair<QString, AnnotationId>, const model::Decision *> latest;
    for (const model::Decision &decision : decisions)
        if (decision.submission == previous->id)
            latest[{decision.reviewer, decision.annotation}] = &decision;
    std::set<AnnotationId> asked;
    for (const auto &[about, decision] : latest)
        if (decision->kind != model::DecisionKind::Accept) {
            rework.asked.push_back(*decision);
            asked.insert(decision->annotation);
        }
    std::map<AnnotationId, QByteArray> contents;
    for (const model::Annotation &label : then->annotations)
        contents.emplace(label.id, model::encode(label));
    std::set<AnnotationId> there;
    for (const model::Annotation &label : handedIn) {
        there.insert(label.id);
        const auto old = contents.find(label.id);
        if (old == contents.end() || old->second != model::encode(label))
            rework.changed.insert(label.id);
        else if (!asked.contains(label.id) && !asked.contains(AnnotationId{}))
            rework.settled.insert(label.id);
    }
    for (model::Annotation &label : then->annotations)
        if (!there.contains(label.id))
            rework.removed.push_back(std::move(label));
    return std::optional(std::move(rework));
}

}  // namespace plumbline::review
