// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adjudication/casebuilder.h"
#include "core/adjudication/caseledger.h"
#include "core/adjudication/comparison.h"
#include "core/review/reviewing.h"
#include "core/store/reader.h"
#include "core/workflow/desk.h"
#include "core/workflow/flow.h"
#include "core/workflow/roles.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace plumbline::adjudication {

using model::TaskState;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::adjudication", text);
}

/// What ends the adjudication of one item.
class Finish
{
public:
    Finish(store::Project &project, const Comparison &comparison, const store::Person &person)
        : m_project(project), m_comparison(comparison), m_person(person),
          m_builder(project.store().ids().make<GestureId>(), tr("End adjudication"))
    {
        for (const Source &source : comparison.sources)
            if (source.submission) {
                m_submissions.push_back(source.submission->id);
                m_authors.insert(source.submission->annotator);
            }
        std::sort(m_submissions.begin(), m_submissions.end());
    }

    Result<AdjudicationReport> run()
    {
        const auto reader = m_project.store().reader();
        const auto log = store::RecordLog::open(m_project.store());
        if (!reader || !log)
            return fail(reader ? log.error() : reader.error());
        auto rulings = rulingsOf(*log, m_comparison.item.id);
        auto state = caseState(**reader, m_comparison.item.id);
        auto recorded = log->all(model::RecordKind::Conflict, m_comparison.item.id);
        if (!rulings || !state || !recorded)
            return fail(!rulings ? rulings.error() : !state ? state.error() : recorded.error());
        if (const auto moved = moveTasks(**reader); !moved)
            return fail(moved.error());
        agree(*rulings);
        retract(*rulings);
        dropReviewed(*state);
        const CaseOutcome outcome = settleCases(*state, *rulings, m_builder);
        std::erase_if(*recorded, [](const model::Record &record) { return !isCaseConflict(record); });
        settleConflicts(*recorded, outcome.conflicts, m_builder);
        m_report.written = outcome.accepted;
        m_report.removed += outcome.withdrawn;
        if (m_builder.gesture().empty())
            return m_report;
        const auto done = store::wait(m_project.store().commit(m_builder.notUndoable().take(), m_person.name));
        return done ? Result<AdjudicationReport>(m_report) : fail(done.error());
    }

private:
    Ruling begun(const Uuid &caseId, std::vector<AnnotationId> versions)
    {
        Ruling ruling;
        ruling.id = m_project.store().ids().version7();
        ruling.caseId = caseId;
        ruling.item = m_comparison.item.id;
        ruling.by = m_person.name;
        ruling.authenticated = m_person.authenticated;
        ruling.versions = std::move(versions);
        std::sort(ruling.versions.begin(), ruling.versions.end());
        ruling.createdMicroseconds = m_project.store().clock().nowMicroseconds();
        ruling.submissions = m_submissions;
        return ruling;
    }

    // That people agree is said by a ruling too: then everything accepted follows from rulings alone, wherever it is merged. Of all
    // the same person's version is taken, so that tracks stay whole.
    void agree(std::vector<Ruling> &rulings)
    {
        const auto tracks = joinedTracks(m_comparison.cases);
        for (const Case &one : m_comparison.cases) {
            const Case::Version &version = one.versions.front();
            const bool current = std::any_of(one.rulings.begin(), one.rulings.end(), [&](const Ruling &ruling) {
                const auto chosen = std::find_if(one.versions.begin(), one.versions.end(),
                                                 [&](const auto &v) { return v.label.id == ruling.choice; });
                return chosen == one.versions.end() || contentOf(chosen->label) == contentOf(ruling.result);
            });
            if (one.why != Why::Agreed || current) {
                ++m_report.ruled;
                continue;
            }
            std::vector<AnnotationId> ids;
            for (const Case::Version &v : one.versions)
                ids.push_back(v.label.id);
            Ruling ruling = begun(one.id, std::move(ids));
            ruling.choice = version.label.id;
            ruling.result = asResult(version.label, m_comparison.item.id);
            if (const auto joined = tracks.find(ruling.result->track); joined != tracks.end())
                ruling.result->track = joined->second;
            for (const Ruling &old : one.rulings)
                ruling.supersedes.push_back(old.id);
            add(std::move(ruling), rulings);
            ++m_report.agreed;
        }
    }

    // Rulings about cases that are no more, since somebody has handed in anew, lead to nothing from now on.
    void retract(std::vector<Ruling> &rulings)
    {
        std::set<Uuid> cases;
        for (const Case &one : m_comparison.cases)
            cases.insert(one.id);
        std::map<Uuid, std::vector<Ruling>> stale;
        for (Ruling &ruling : holding(rulings))
            if (!cases.contains(ruling.caseId))
                stale[ruling.caseId].push_back(std::move(ruling));
        for (const auto &[id, list] : stale) {
            if (std::none_of(list.begin(), list.end(), [](const Ruling &ruling) { return ruling.result.has_value(); }))
                continue;
            Ruling ruling = begun(id, list.front().versions);
            for (const Ruling &old : list)
                ruling.supersedes.push_back(old.id);
            add(std::move(ruling), rulings);
        }
    }

    void add(Ruling ruling, std::vector<Ruling> &rulings)
    {
        m_builder.put(nullptr, toRecord(ruling));
        rulings.push_back(std::move(ruling));
    }

    // What is left of a review of one of these people, of labels that they have since taken away.
    void dropReviewed(CaseState &state)
    {
        std::set<AnnotationId> ruled;
        for (const Case &one : m_comparison.cases)
            for (const Case::Version &version : one.versions)
                ruled.insert(version.label.id);
        for (auto it = state.accepted.begin(); it != state.accepted.end();) {
            const Json &extra = it->second.extra;
            const bool reviewed = extra.is_object() && extra.contains(model::reviewKey) && extra[model::reviewKey].is_object()
                                  && m_authors.contains(base::toQString(extra[model::reviewKey].value("author", Json())));
            if (!reviewed || ruled.contains(it->second.parent)) {
                ++it;
                continue;
            }
            m_builder.remove(it->second);
            ++m_report.removed;
            it = state.accepted.erase(it);
        }
    }

    Result<> moveTasks(const store::Reader &reader)
    {
        for (const Source &source : m_comparison.sources) {
            if (!source.submission)
                continue;
            const auto task = reader.task(workflow::annotateTask(m_comparison.item.id, source.submission->annotator));
            if (!task)
                return fail(task.error());
            if (!*task || (*task)->state == TaskState::Done)
                continue;
            const auto state = workflow::after((*task)->state, workflow::FlowEvent::Adjudicate);
            if (!state)
                return fail(ErrorCode::Conflict,
                            tr("The work of %1 is being reviewed or changed (%2); wait until it is handed in, or end the review.")
                                .arg(m_comparison.blind ? source.letter : source.submission->annotator,
                                     model::taskStateName((*task)->state)));
            model::Task moved = **task;
            moved.state = *state;
            if (!(moved == **task))
                m_builder.put(&**task, moved);
        }
        const TaskId id = review::adjudicateTask(m_comparison.item.id);
        const auto known = reader.task(id);
        if (!known)
            return fail(known.error());
        model::Task done = *known ? **known : model::Task{};
        done.id = id;
        done.item = m_comparison.item.id;
        done.stage = model::Stage::Adjudicate;
        done.state = TaskState::Done;
        if (done.assignee.isEmpty())
            done.assignee = m_person.name;
        if (!*known || !(**known == done))
            m_builder.put(*known ? &**known : nullptr, done);
        return {};
    }

    store::Project &m_project;
    const Comparison &m_comparison;
    const store::Person &m_person;
    history::GestureBuilder m_builder;
    std::vector<SubmissionId> m_submissions;
    std::set<QString> m_authors;
    AdjudicationReport m_report;
};

}  // namespace

Result<AdjudicationReport> finishAdjudication(store::Project &project, ItemId item, const CompareOptions &options,
                                              const store::Person &person, const jobs::JobControl &control)
{
    const auto comparison = compare(project, item, options, person, control);
    if (!comparison)
        return fail(comparison.error());
    for (const Source &source : comparison->sources)
        if (source.kind == SourceKind::Person && source.layer == model::acceptedLayer())
            return fail(ErrorCode::InvalidArgument, tr("What the only person of this project draws is accepted as it is."));
    const int open = static_cast<int>(
        std::count_if(comparison->cases.begin(), comparison->cases.end(), [](const Case &one) { return one.open(); }));
    if (open > 0)
        return fail(ErrorCode::Conflict, QCoreApplication::translate("plumbline::adjudication",
                                                                     "%n case(s) still have to be decided.", nullptr, open));
    return Finish(project, *comparison, person).run();
}

}  // namespace plumbline::adjudication
