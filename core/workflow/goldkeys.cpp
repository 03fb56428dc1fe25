// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/goldkeys.h"

#include "core/store/reader.h"
#include "core/workflow/desk.h"
#include "core/workflow/handedin.h"
#include "core/workflow/judging.h"
#include "core/workflow/scenelabels.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace plumbline::workflow {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

using StoredKey = GoldStore::StoredKey;
using Outcome = std::optional<quality::GoldOutcome>;

/// Collects what follows from changed keys and withdrawals, and stores all of it at once.
class Rescorer
{
public:
    Rescorer(GoldStore &gold, const store::Reader &reader, HandedIn layers)
        : m_gold(gold), m_reader(reader), m_layers(std::move(layers))
    {}

    [[nodiscard]] KeyReport &report() { return m_report; }
    [[nodiscard]] GoldStore::AnswerChange &change() { return m_change; }

    Result<> begin()
    {
        const auto withdrawals = m_gold.withdrawals();
        if (!withdrawals)
            return fail(withdrawals.error());
        for (const GoldStore::Withdrawal &withdrawal : *withdrawals)
            m_withdrawn.insert(withdrawal.submission);
        return {};
    }
    void setWithdrawn(SubmissionId submission, bool withdrawn)
    {
        withdrawn ? (void)m_withdrawn.insert(submission) : (void)m_withdrawn.remove(submission);
    }
    [[nodiscard]] bool isWithdrawn(SubmissionId submission) const { return m_withdrawn.contains(submission); }

    Result<> setKey(const KeyChange &wanted)
    {
        const auto item = m_reader.item(wanted.item);
        if (!item)
            return fail(item.error());
        if (!*item) {
            m_report.issues.problem(wanted.item.toString(), {}, tr("There is no such item in the project; no key was set."));
            return {};
        }
        const auto before = m_gold.key(wanted.item);
        if (!before)
            return fail(before.error());
        if (!*before && !wanted.key)
            return {};
        if (*before && wanted.key && (*before)->kind == wanted.key->kind && (*before)->key == wanted.key->key) {
            ++m_report.same;
            return {};
        }
        ++(wanted.key ? m_report.keys : m_report.removed);
        m_change.keys.emplace_back(wanted.item, wanted.key);
        const auto submissions = m_reader.submissions(wanted.item, {});
        if (!submissions)
            return fail(submissions.error());
        for (const model::Submission &submission : *submissions)
            if (submission.number == 1 && submission.authenticated)
                if (const auto done = rescore(submission, **item, *before, wanted.key); !done)
                    return done;
        return {};
    }

    /// Under the key that there is, after a change of what is withdrawn.
    Result<> rescoreAlone(const model::Submission &submission)
    {
        const auto item = m_reader.item(submission.item);
        const auto key = m_gold.key(submission.item);
        if (!item || !key)
            return fail(item ? key.error() : item.error());
        if (!*item || submission.number != 1 || !submission.authenticated)
            return {};
        return rescore(submission, **item, *key, *key);
    }

    Result<> rescoreJudgement(const model::Judgement &judgement)
    {
        const SubmissionId id{judgement.id.uuid};
        const auto before = m_gold.outcome(id);
        const auto truth = m_gold.answer(judgement.task);
        if (!before || !truth)
            return fail(before ? truth.error() : before.error());
        const Outcome after = *truth && !isWithdrawn(id) ? Outcome(judgedOutcome(judgement, **truth)) : std::nullopt;
        if (*before == after)
            return {};
        auto gauge = gaugeOf(judgement.annotator);
        if (!gauge)
            return fail(gauge.error());
        (*gauge)->rescored(*before, after);
        count(*before, after);
        m_change.outcomes.push_back({id, ItemId{Uuid::fromName("task", judgement.task.toUtf8())}, judgement.annotator, 1, 1,
                                     judgement.createdMicroseconds, after});
        return {};
    }

    Result<KeyReport> finish()
    {
        if (const auto stored = m_gold.change(m_change); !stored)
            return fail(stored.error());
        return std::move(m_report);
    }

private:
    Result<quality::GaugeRelease *> gaugeOf(const QString &annotator)
    {
        auto known = m_change.gauges.find(annotator);
        if (known == m_change.gauges.end()) {
            auto stored = m_gold.gauge(annotator);
            if (!stored)
                return fail(stored.error());
            known = m_change.gauges.insert(annotator, std::move(*stored));
        }
        return &*known;
    }

    void count(const Outcome &before, const Outcome &after)
    {
        m_report.scored += after && !before ? 1 : 0;
        m_report.rescored += after && before ? 1 : 0;
        m_report.unscored += before && !after ? 1 : 0;
    }

    Result<> rescore(const model::Submission &submission, const model::Item &item, const std::optional<StoredKey> &keyBefore,
                     const std::optional<StoredKey> &key)
    {
        auto before = m_gold.outcome(submission.id);
        if (!before)
            return fail(before.error());
        Outcome after;
        if (key && !isWithdrawn(submission.id)) {
            auto labels = handedIn(submission);
            if (!labels)
                return fail(labels.error());
            if (!*labels) {
                m_report.issues.problem(
                    item.name, submission.annotator,
                    tr("The history does not have the labels that were handed in; their result was left as it was."));
                return {};
            }
            auto outcome = outcomeOf(submission, item, std::move(**labels), key->key);
            if (!outcome)
                return fail(outcome.error());
            after = std::move(*outcome);
        }
        const bool practice = key && key->kind == GoldKind::Practice;
        const bool wasPractice = keyBefore && keyBefore->kind == GoldKind::Practice;
        if (*before == after && practice == wasPractice)
            return {};
        auto gauge = gaugeOf(submission.annotator);
        if (!gauge)
            return fail(gauge.error());
        if (practice == wasPractice) {
            practice ? (*gauge)->repractised(*before, after) : (*gauge)->rescored(*before, after);
        } else {
            wasPractice ? (*gauge)->repractised(*before, {}) : (*gauge)->rescored(*before, {});
            practice ? (*gauge)->repractised({}, after) : (*gauge)->rescored({}, after);
        }
        count(*before, after);
        m_change.submissions.push_back({submission.id, submission.item, submission.annotator, submission.round, submission.number,
                                        submission.createdMicroseconds, std::move(after)});
        return {};
    }

    // Nothing where no state of the layer has the submission's hash.
    Result<std::optional<store::LayerState>> handedIn(const model::Submission &submission) const
    {
        // Something may have been stored between the reading of the labels and of the last operation's number.
        constexpr int triesBefore = 8;
        for (int back = 0; back <= triesBefore && submission.operation - back >= 0; ++back) {
            auto state = back == 0 ? m_layers.of(submission)
                                   : m_layers.history().at(submission.item, submission.layer, submission.operation - back);
            if (!state)
                return fail(state.error());
            if (contentHash(state->annotations) == submission.contentSha256)
                return std::optional(std::move(*state));
        }
        return std::nullopt;
    }

    Result<quality::GoldOutcome> outcomeOf(const model::Submission &submission, const model::Item &item, store::LayerState labels,
                                           const quality::GoldKey &key) const
    {
        std::vector<model::Annotation> judged = std::move(labels.annotations);
        if (item.kind == model::ItemKind::Scene) {
            const auto scene = m_reader.scene(item.id);
            if (!scene)
                return fail(scene.error());
            if (*scene)
                judged = inFrames(labelsByFrame(judged, labels.tracks, **scene), **scene, key.frames);
        }
        return quality::scoreAgainstGold(key, judged, submission.cannotLabel, submission.confidence);
    }

    GoldStore &m_gold;
    const store::Reader &m_reader;
    HandedIn m_layers;
    QSet<SubmissionId> m_withdrawn;
    GoldStore::AnswerChange m_change;
    KeyReport m_report;
};

/// What a change of keys needs, opened.
struct Tools {
    std::unique_ptr<GoldStore> gold;
    std::unique_ptr<store::Reader> reader;
    std::unique_ptr<Rescorer> rescorer;

    static Result<Tools> of(const store::Project &project)
    {
        Tools tools;
        auto gold = GoldStore::open(GoldStore::standardPath(project.id()));
        if (!gold)
            return fail(gold.error());
        auto reader = project.store().reader();
        if (!reader)
            return fail(reader.error());
        auto layers = HandedIn::open(project.store());
        if (!layers)
            return fail(layers.error());
        tools.gold = std::move(*gold);
        tools.reader = std::move(*reader);
        tools.rescorer = std::make_unique<Rescorer>(*tools.gold, *tools.reader, std::move(*layers));
        if (const auto begun = tools.rescorer->begin(); !begun)
            return fail(begun.error());
        return tools;
    }
};

}  // namespace

Result<KeyReport> changeKeys(const store::Project &project, const std::vector<KeyChange> &changes,
                             const jobs::JobControl &control)
{
    auto tools = Tools::of(project);
    if (!tools)
        return fail(tools.error());
    QSet<ItemId> seen;
    std::int64_t done = 0;
    for (const KeyChange &change : changes) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        control.report(done++, static_cast<std::int64_t>(changes.size()), tr("Scoring what was handed in"));
        if (seen.contains(change.item))
            return fail(ErrorCode::InvalidArgument, tr("Item %1 is named twice.").arg(change.item.toString()));
        seen.insert(change.item);
        if (const auto set = tools->rescorer->setKey(change); !set)
            return fail(set.error());
    }
    return tools->rescorer->finish();
}

Result<KeyReport> withdraw(const store::Project &project, const std::vector<SubmissionId> &submissions,
                           const WithdrawOptions &options, const jobs::JobControl &control)
{
    auto tools = Tools::of(project);
    if (!tools)
        return fail(tools.error());
    Rescorer &rescorer = *tools->rescorer;
    QSet<SubmissionId> wanted(submissions.begin(), submissions.end());
    const auto all = tools->reader->submissions({}, {});
    if (!all)
        return fail(all.error());
    const std::int64_t now = project.store().clock().nowMicroseconds();
    const auto note = [&](GoldStore::Withdrawal withdrawal) {
        wanted.remove(withdrawal.submission);
        rescorer.setWithdrawn(withdrawal.submission, !options.readmit);
        if (options.readmit)
            rescorer.change().readmitted.push_back(withdrawal.submission);
        else
            rescorer.change().withdrawals.push_back(std::move(withdrawal));
    };
    for (const model::Submission &submission : *all) {
        if (!wanted.contains(submission.id))
            continue;
        note({submission.id, submission.annotator, {}, submission.item, options.reason, now});
        if (const auto done = rescorer.rescoreAlone(submission); !done)
            return fail(done.error());
    }
    if (!wanted.isEmpty()) {
        QSet<QString> judged;  // the first of a person on a task is what is scored
        const auto visited = tools->reader->visitJudgements([&](const model::Judgement &judgement) -> Result<> {
            if (control.cancelled())
                return jobs::JobControl::cancelledError();
            const QString pair = judgement.annotator + QChar(0) + judgement.task;
            const bool first = !judged.contains(pair);
            judged.insert(pair);
            const SubmissionId id{judgement.id.uuid};
            if (!wanted.contains(id))
                return {};
            note({id, judgement.annotator, judgement.task, {}, options.reason, now});
            return first ? rescorer.rescoreJudgement(judgement) : Result<>();
        });
        if (!visited)
            return fail(visited.error());
    }
    if (!wanted.isEmpty())
        return fail(ErrorCode::NotFound, tr("There is no submission and no judgement %1.").arg(wanted.begin()->toString()));
    return rescorer.finish();
}

Result<SubmissionId> scoredSubmission(const store::Project &project, ItemId item, const QString &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto submissions = (*reader)->submissions(item, person);
    if (!submissions)
        return fail(submissions.error());
    for (const model::Submission &submission : *submissions)
        if (submission.number == 1)
            return submission.id;
    return fail(ErrorCode::NotFound, tr("%1 has not handed this item in.").arg(person));
}

Result<SubmissionId> scoredJudgement(const store::Project &project, const QString &task, const QString &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    std::optional<SubmissionId> found;
    const auto visited = (*reader)->visitJudgements([&](const model::Judgement &judgement) -> Result<> {
        if (!found && judgement.task == task && judgement.annotator == person)
            found = SubmissionId{judgement.id.uuid};
        return {};
    });
    if (!visited)
        return fail(visited.error());
    if (!found)
        return fail(ErrorCode::NotFound, tr("%1 has not judged the task %2.").arg(person, task));
    return *found;
}

namespace {

Result<std::optional<KeyChange>> keyOf(const store::Reader &reader, GoldStore *gold, const model::Item &item,
                                       const LayerKeys &wanted, std::vector<model::Annotation> labels, IssueList &issues)
{
    StoredKey key;
    key.kind = wanted.kind;
    std::vector<std::int64_t> times;
    if (item.kind == model::ItemKind::Scene) {
        const auto scene = reader.scene(item.id);
        const auto tracks = reader.tracks({item.id, wanted.layer});
        if (!scene || !tracks)
            return fail(scene ? tracks.error() : scene.error());
        if (!*scene) {
            issues.problem(item.name, {}, tr("The scene's frames are not known; no key was made."));
            return std::nullopt;
        }
        for (const int frame : wanted.frames) {
            if (frame < 0 || static_cast<std::size_t>(frame) >= (*scene)->frames.size()) {
                issues.problem(item.name, tr("frame %1").arg(frame), tr("The scene has no such frame; no key was made."));
                return std::nullopt;
            }
            times.push_back((*scene)->frames[static_cast<std::size_t>(frame)].microseconds);
        }
        std::sort(times.begin(), times.end());
        times.erase(std::unique(times.begin(), times.end()), times.end());
        labels = inFrames(labelsByFrame(labels, *tracks, **scene), **scene, times);
    } else if (!wanted.frames.empty()) {
        issues.problem(item.name, {}, tr("Only scenes have frames to name; no key was made."));
        return std::nullopt;
    }
    for (model::Annotation &label : labels)
        label.revision = 0;  // no part of what a key says
    if (labels.empty() && !wanted.cannotLabel && !wanted.emptyIsRight) {
        issues.problem(
            item.name, {},
            tr("There is no label in the layer %1. Say that an empty picture is right, or “cannot label”; no key was made.")
                .arg(wanted.layer));
        return std::nullopt;
    }
    key.key.cannotLabelIsRight = wanted.cannotLabel;
    key.key.frames = times;
    if (!labels.empty() || wanted.emptyIsRight)
        key.key.answers.push_back(std::move(labels));
    if (wanted.another && gold) {
        const auto before = gold->key(item.id);
        if (!before)
            return fail(before.error());
        if (*before) {
            if ((*before)->key.frames != times) {
                issues.problem(item.name, {}, tr("The key that is there judges other frames; no answer was added."));
                return std::nullopt;
            }
            auto answers = (*before)->key.answers;
            for (auto &answer : key.key.answers)
                if (std::find(answers.begin(), answers.end(), answer) == answers.end())
                    answers.push_back(std::move(answer));
            key.key.answers = std::move(answers);
            key.key.cannotLabelIsRight = key.key.cannotLabelIsRight || (*before)->key.cannotLabelIsRight;
            key.kind = (*before)->kind;
        }
    }
    return KeyChange{item.id, std::move(key)};
}

}  // namespace

Result<std::vector<KeyChange>> keysFromLayer(const store::Project &project, const LayerKeys &wanted, IssueList &issues,
                                             const jobs::JobControl &control)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    std::unique_ptr<GoldStore> gold;
    if (const QString path = GoldStore::standardPath(project.id()); QFileInfo::exists(path)) {
        auto opened = GoldStore::open(path);
        if (!opened)
            return fail(opened.error());
        gold = std::move(*opened);
    }
    std::vector<KeyChange> changes;
    const auto add = [&](const model::Item &item, std::vector<model::Annotation> labels) -> Result<> {
        auto change = keyOf(**reader, gold.get(), item, wanted, std::move(labels), issues);
        if (!change)
            return fail(change.error());
        if (*change)
            changes.push_back(std::move(**change));
        return {};
    };
    if (wanted.items.empty()) {
        const auto visited =
            (*reader)->visit(wanted.layer, false, [&](const model::Item &item, const std::vector<model::Annotation> &labels) {
                return control.cancelled() ? Result<>(jobs::JobControl::cancelledError()) : add(item, labels);
            });
        if (!visited)
            return fail(visited.error());
        return changes;
    }
    for (const ItemId &id : wanted.items) {
        const auto item = (*reader)->item(id);
        auto labels = (*reader)->annotations({id, wanted.layer});
        if (!item || !labels)
            return fail(item ? labels.error() : item.error());
        if (!*item)
            return fail(ErrorCode::NotFound, tr("There is no item %1 in the project.").arg(id.toString()));
        if (const auto added = add(**item, std::move(*labels)); !added)
            return fail(added.error());
    }
    return changes;
}

}  // namespace plumbline::workflow
