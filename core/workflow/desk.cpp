// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/desk.h"

#include "core/base/sha256.h"
#include "core/model/codec.h"
#include "core/store/reader.h"
#include "core/workflow/flow.h"
#include "core/workflow/goldstore.h"
#include "core/workflow/scenelabels.h"
#include "core/workflow/taskscope.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <thread>

namespace plumbline::workflow {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

/// The gold of a project; null when none was ever made.
Result<std::unique_ptr<GoldStore>> openGold(const store::Project &project)
{
    const QString path = GoldStore::standardPath(project.id());
    if (!QFileInfo::exists(path))
        return std::unique_ptr<GoldStore>();
    return GoldStore::open(path);
}

model::Task taskFor(ItemId item, const QString &person)
{
    model::Task task;
    task.id = annotateTask(item, person);
    task.item = item;
    task.assignee = person;
    return task;
}

/// Scoring takes a little longer where there is a key: what is left over of a few milliseconds is slept away, of a scene with its
/// many frames more of them.
class EvenTime
{
public:
    explicit EvenTime(bool scene) : m_step(scene ? 50 : 4) {}
    EvenTime(const EvenTime &) = delete;
    EvenTime &operator=(const EvenTime &) = delete;
    ~EvenTime()
    {
        const auto passed = std::chrono::steady_clock::now() - m_start;
        std::this_thread::sleep_until(m_start + (passed / m_step + 1) * m_step);
    }

private:
    std::chrono::milliseconds m_step;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// A submission that is durable but not scored yet, with the labels it is about.
struct Committed {
    SubmitResult result;
    std::vector<model::Annotation> labels;
    std::optional<model::Scene> scene;  ///< of an item of kind Scene
    std::vector<model::Track> tracks;  ///< of the same layer; only of a scene
};

/// Every submission takes this way, gold or not, so that neither time nor files tell them apart.
Result<> score(store::Project &project, const Committed &committed, SubmitResult &result, bool authenticated,
               base::RandomSource &random)
{
    const EvenTime evenTime(committed.scene.has_value());
    auto gold = openGold(project);
    if (!gold)
        return fail(gold.error());
    if (!*gold)
        return {};
    const model::Submission &submission = result.submission;
    const auto key = (*gold)->key(submission.item);
    auto gauge = (*gold)->gauge(submission.annotator);
    if (!key)
        return fail(key.error());
    if (!gauge)
        return fail(gauge.error());
    std::vector<model::Annotation> labels = committed.labels;
    if (committed.scene) {
        labels = workflow::labelsByFrame(labels, committed.tracks, *committed.scene);
        if (*key)
            labels = workflow::inFrames(std::move(labels), *committed.scene, (*key)->key.frames);
        else
            // Matching cuboids of many frames takes time: an ordinary scene is laid against itself.
            (void)quality::scoreAgainstGold({{labels}, false}, labels, submission.cannotLabel);
    }
    std::optional<quality::GoldOutcome> outcome;
    // Work that came back for correction was talked about: it says nothing about what the person does alone. A part of an item misses
    // what is in the others.
    if (*key && authenticated && !submission.partial && submission.round == 1 && submission.number == 1)
        outcome = quality::scoreAgainstGold((*key)->key, labels, submission.cannotLabel, submission.confidence);
    result.practice = *key && (*key)->kind == GoldKind::Practice;
    gauge->submitted(result.practice ? std::nullopt : outcome, random);
    if (result.practice && outcome)
        gauge->practised(*outcome);
    if (result.practice)
        result.remarks = quality::explainAgainstGold((*key)->key, labels, submission.cannotLabel);
    // Whoever only says the name is not shown how that person does.
    if (authenticated)
        result.gauge = gauge->reading();
    return (*gold)->record({submission.id, submission.item, submission.annotator, submission.round, submission.number,
                            submission.createdMicroseconds, outcome},
                           *gauge);
}

}  // namespace

QString contentHash(std::vector<model::Annotation> labels)
{
    std::sort(labels.begin(), labels.end(), [](const model::Annotation &a, const model::Annotation &b) { return a.id < b.id; });
    base::Sha256 hash;
    for (const model::Annotation &label : labels)
        hash.add(model::encode(label));
    return hash.finish().toHex();
}

Result<QString> workingLayer(const store::Project &project, const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto team = (*reader)->setting(QStringLiteral("team"));
    if (!team)
        return fail(team.error());
    return *team == true ? person.name : model::acceptedLayer();
}

TaskId annotateTask(ItemId item, const QString &person, int round)
{
    return TaskId{Uuid::fromName("annotate-task", item.uuid.toBytes() + person.toUtf8() + '\0' + QByteArray::number(round))};
}

namespace {

Result<Committed> commitSubmission(store::Project &project, ItemId item, const store::Person &person,
                                   const SubmitOptions &options)
{
    const auto layer = workingLayer(project, person);
    if (!layer)
        return fail(layer.error());
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto found = (*reader)->item(item);
    auto labels = (*reader)->annotations({item, *layer});
    const auto earlier = (*reader)->submissions(item, person.name);
    const auto task = (*reader)->task(annotateTask(item, person.name));
    const auto last = (*reader)->lastOperation();
    for (const Error *error :
         {found ? nullptr : &found.error(), labels ? nullptr : &std::as_const(labels).error(),
          earlier ? nullptr : &earlier.error(), task ? nullptr : &task.error(), last ? nullptr : &last.error()})
        if (error)
            return fail(*error);
    if (!*found)
        return fail(ErrorCode::NotFound, tr("There is no item %1 in the project.").arg(item.toString()));

    Committed work;
    if ((*found)->kind == model::ItemKind::Scene) {
        auto scene = (*reader)->scene(item);
        auto tracks = (*reader)->tracks({item, *layer});
        if (!scene || !tracks)
            return fail(scene ? tracks.error() : scene.error());
        work.scene = std::move(*scene);
        work.tracks = std::move(*tracks);
    }
    const bool partial = *task && !isWhole((*task)->scope);
    if (partial && !options.cannotLabel) {
        const auto schema = (*reader)->schema();
        if (!schema)
            return fail(schema.error());
        if (const auto inside = checkScope(*labels, (*task)->scope, *schema, work.scene ? &*work.scene : nullptr); !inside)
            return fail(inside.error());
    }
    SubmitResult &result = work.result;
    model::Submission &s = result.submission;
    s.partial = partial;
    s.id = project.store().ids().make<SubmissionId>();
    s.task = annotateTask(item, person.name);
    s.item = item;
    s.annotator = person.name;
    s.layer = *layer;
    s.round = *task ? (*task)->round : 1;
    s.number = static_cast<int>(std::count_if(earlier->begin(), earlier->end(),
                                              [&](const model::Submission &e) { return e.round == s.round; }))
               + 1;
    s.operation = *last;
    s.contentSha256 = contentHash(*labels);
    s.cannotLabel = options.cannotLabel;
    s.reason = options.reason;
    s.confidence = options.confidence;
    s.createdMicroseconds = project.store().clock().nowMicroseconds();
    s.authenticated = person.authenticated;

    model::Task done = *task ? **task : taskFor(item, person.name);
    const auto state = after(done.state, options.cannotLabel ? FlowEvent::CannotLabel : FlowEvent::Submit);
    if (!state)
        return fail(state.error());
    done.state = *state;
    done.reason = options.reason;
    done.comment = options.comment;
    done.place = options.place;
    history::GestureBuilder builder(project.store().ids().make<GestureId>(),
                                    options.cannotLabel ? tr("Cannot label") : tr("Submit"));
    builder.put(s).put(*task ? &**task : nullptr, done).notUndoable();
    if (const auto committed = store::wait(project.store().commit(builder.take(), person.name)); !committed)
        return fail(committed.error());
    work.labels = std::move(*labels);
    return work;
}

}  // namespace

Result<SubmitResult> submit(store::Project &project, ItemId item, const store::Person &person, const SubmitOptions &options,
                            base::RandomSource &random)
{
    // Marking the item as begun may come in between; what was read is then stale, and reading again is all it takes.
    constexpr int tries = 3;
    auto committed = commitSubmission(project, item, person, options);
    for (int i = 1; i < tries && !committed && committed.error().code == ErrorCode::Conflict; ++i)
        committed = commitSubmission(project, item, person, options);
    if (!committed)
        return fail(committed.error());
    if (const auto scored = score(project, *committed, committed->result, person.authenticated, random); !scored)
        return fail(scored.error());
    return std::move(committed->result);
}

Result<> scoreReceived(store::Project &project, const model::Submission &submission, const std::vector<model::Annotation> &labels,
                       const std::vector<model::Track> &tracks, base::RandomSource &random)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    auto scene = (*reader)->scene(submission.item);
    if (!scene)
        return fail(scene.error());
    const auto gold = openGold(project);
    if (!gold)
        return fail(gold.error());
    const auto known = *gold ? (*gold)->isScored(submission.id) : Result<bool>(true);
    if (!known || *known)
        return known ? Result<>() : fail(known.error());
    Committed committed;
    committed.labels = labels;
    committed.tracks = tracks;
    committed.scene = std::move(*scene);
    committed.result.submission = submission;
    return score(project, committed, committed.result, submission.authenticated, random);
}

Result<> markBegun(store::Project &project, ItemId item, const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto task = (*reader)->task(annotateTask(item, person.name));
    if (!task)
        return fail(task.error());
    if (*task && (*task)->state != model::TaskState::ToDo)
        return {};
    model::Task begun = *task ? **task : taskFor(item, person.name);
    begun.state = model::TaskState::InProgress;
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Begin"));
    builder.put(*task ? &**task : nullptr, begun).notUndoable();
    const auto done = store::wait(project.store().commit(builder.take(), person.name));
    return done ? Result<>() : fail(done.error());
}

Result<quality::GaugeReading> gauge(const store::Project &project, const store::Person &person)
{
    const auto gold = openGold(project);
    if (!gold)
        return fail(gold.error());
    if (!*gold || !person.authenticated)
        return quality::GaugeReading{};
    const auto state = (*gold)->gauge(person.name);
    return state ? Result<quality::GaugeReading>(state->reading()) : fail(state.error());
}

Result<std::vector<PersonScore>> scores(const store::Project &project, const QString &onlyPerson)
{
    std::vector<PersonScore> list;
    const auto gold = openGold(project);
    if (!gold)
        return fail(gold.error());
    if (!*gold)
        return list;
    const auto names = (*gold)->annotators();
    if (!names)
        return fail(names.error());
    for (const QString &name : *names) {
        if (!onlyPerson.isEmpty() && name != onlyPerson)
            continue;
        const auto state = (*gold)->gauge(name);
        if (!state)
            return fail(state.error());
        list.push_back({name, state->complete()});
    }
    return list;
}

}  // namespace plumbline::workflow
