// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/undrawn.h"

#include "core/review/reviewing.h"

#include <QCoreApplication>

namespace plumbline::review {

Result<UndrawnReport> acceptUndrawn(store::Project &project, const store::Person &person, const jobs::JobControl &control)
{
    const auto queue = reviewQueue(project, person);
    if (!queue)
        return fail(queue.error());
    UndrawnReport report;
    std::int64_t done = 0;
    for (const QueueEntry &entry : *queue) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        control.report(done++, static_cast<std::int64_t>(queue->size()),
                       QCoreApplication::translate("plumbline::review", "Accepting what was not drawn"));
        if (entry.drawn || !entry.reviewer.isEmpty())
            continue;
        const QString &author = entry.submission.annotator;
        const auto taken = takeForReview(project, entry.task.item, author, person);
        if (!taken && taken.error().code == ErrorCode::Conflict)
            continue;
        if (!taken)
            return fail(taken.error());
        const auto finished = finishReview(project, entry.task.item, author, {true}, person);
        if (!finished)
            return fail(finished.error());
        ++report.accepted;
        report.adjudicate += finished->adjudicate ? 1 : 0;
        report.written += finished->written;
    }
    return report;
}

}  // namespace plumbline::review
