// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/contests.h"

#include "core/audit/log.h"
#include "core/base/json.h"
#include "core/store/reader.h"
#include "core/store/recordlog.h"
#include "core/workflow/handedin.h"
#include "core/workflow/roles.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>
#include <limits>

namespace plumbline::workflow {

using base::toJson;

namespace {

constexpr qsizetype mostWords = 4000;
constexpr std::array<const char *, 5> answerNames{"key-stays", "key-changed", "key-withdrawn", "result-withdrawn",
                                                  "to-adjudication"};

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

Result<> may(const store::Project &project, const store::Person &person, Act act)
{
    const auto reader = project.store().reader();
    return reader ? demand(**reader, person, act) : fail(reader.error());
}

Result<std::unique_ptr<GoldStore>> goldOf(const store::Project &project)
{
    return GoldStore::open(GoldStore::standardPath(project.id()));
}

model::Record toRecord(const Contest &contest)
{
    Json json = {{"by", toJson(contest.by)},
                 {"authenticated", contest.authenticated},
                 {"about", contest.aboutFigure() ? "figure" : "item"},
                 {"words", toJson(contest.words)},
                 {"created", contest.createdMicroseconds}};
    if (contest.aboutFigure()) {
        json["from"] = contest.fromMicroseconds;
        json["to"] = contest.toMicroseconds;
    }
    if (contest.answer) {
        json["answer"] = {{"by", toJson(contest.answer->by)},
                          {"words", toJson(contest.answer->words)},
                          {"created", contest.answer->createdMicroseconds}};
        if (contest.answer->what)
            json["answer"]["what"] = toJson(contestAnswerName(*contest.answer->what));
    }
    return {contest.id, model::RecordKind::Contest, contest.item, base::toJsonLine(json)};
}

std::int64_t integerOf(const Json &json, const char *key)
{
    const Json value = json.value(key, Json());
    return value.is_number_integer() ? value.get<std::int64_t>() : 0;
}

Result<Contest> contestFrom(const model::Record &record)
{
    const auto json = base::parseJson(record.data, 8);
    if (!json || !json->is_object())
        return fail(ErrorCode::Corrupt, tr("A contest is damaged."));
    Contest contest;
    contest.id = record.id;
    contest.item = record.item;
    contest.by = base::toQString(json->value("by", Json()));
    contest.authenticated = json->value("authenticated", Json(true)) == true;
    contest.words = base::toQString(json->value("words", Json()));
    contest.createdMicroseconds = integerOf(*json, "created");
    contest.fromMicroseconds = integerOf(*json, "from");
    contest.toMicroseconds = integerOf(*json, "to");
    if (const Json answer = json->value("answer", Json()); answer.is_object())
        contest.answer = Contest::Answer{base::toQString(answer.value("by", Json())),
                                         contestAnswerFromName(base::toQString(answer.value("what", Json()))),
                                         base::toQString(answer.value("words", Json())), integerOf(answer, "created")};
    return contest;
}

Result<> put(store::Project &project, const Contest *before, const Contest &after, const QString &step, const QString &person)
{
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), step);
    const model::Record old = before ? toRecord(*before) : model::Record();
    builder.put(before ? &old : nullptr, toRecord(after)).notUndoable();
    const auto done = store::wait(project.store().commit(builder.take(), person));
    return done ? Result<>() : fail(done.error());
}

Result<Contest> contestOf(const store::Project &project, const Uuid &id)
{
    const auto log = store::RecordLog::open(project.store());
    const auto record = log ? log->find(id) : Result<std::optional<model::Record>>(fail(log.error()));
    if (!record)
        return fail(record.error());
    if (!*record || (*record)->kind != model::RecordKind::Contest)
        return fail(ErrorCode::NotFound, tr("There is no contest %1.").arg(id.toString()));
    return contestFrom(**record);
}

// The same task that a review makes when it cannot decide: compareQueue() lists its item.
Result<> askForAdjudication(store::Project &project, ItemId item, const QString &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    model::Task task;
    task.id = TaskId{Uuid::fromName("adjudicate-task", item.uuid.toBytes())};
    const auto there = (*reader)->task(task.id);
    if (!there)
        return fail(there.error());
    if (*there)
        task = **there;
    task.item = item;
    task.stage = model::Stage::Adjudicate;
    task.state = model::TaskState::ToDo;
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Ask for adjudication"));
    builder.put(*there ? &**there : nullptr, task);
    if (builder.gesture().empty())
        return {};
    const auto done = store::wait(project.store().commit(builder.take(), person));
    return done ? Result<>() : fail(done.error());
}

Result<KeyReport> changeKey(const store::Project &project, const ContestReply &reply, const jobs::JobControl &control)
{
    const auto gold = goldOf(project);
    const auto stored = gold ? (*gold)->key(reply.item) : Result<std::optional<GoldStore::StoredKey>>(fail(gold.error()));
    if (!stored)
        return fail(stored.error());
    if (!*stored)
        return fail(ErrorCode::NotFound, tr("The item has no key any more."));
    if (reply.what == ContestAnswer::KeyWithdrawn)
        return changeKeys(project, {{reply.item, std::nullopt}}, control);
    LayerKeys wanted;
    wanted.layer = reply.layer;
    wanted.items = {reply.item};
    wanted.kind = (*stored)->kind;
    wanted.another = reply.another;
    IssueList issues;
    const auto keys = keysFromLayer(project, wanted, issues, control);
    if (!keys)
        return fail(keys.error());
    if (keys->empty())
        return fail(ErrorCode::InvalidArgument,
                    issues.empty() ? tr("The item has no labels in the layer “%1”; they cannot become its key.").arg(reply.layer)
                                   : issues.issues.front().text);
    auto report = changeKeys(project, *keys, control);
    if (report)
        for (const Issue &issue : issues.issues)
            report->issues.add(issue);
    return report;
}

}  // namespace

QString contestAnswerName(ContestAnswer answer)
{
    return QLatin1String(answerNames[static_cast<std::size_t>(answer)]);
}

std::optional<ContestAnswer> contestAnswerFromName(QStringView name)
{
    for (std::size_t i = 0; i < answerNames.size(); ++i)
        if (name == QLatin1String(answerNames[i]))
            return static_cast<ContestAnswer>(i);
    return std::nullopt;
}

Result<std::vector<Contestable>> contestable(const store::Project &project, const store::Person &person)
{
    const auto gold = goldOf(project);
    const auto outcomes =
        gold ? (*gold)->practiceOutcomes(person.name) : Result<std::vector<GoldStore::Scored>>(fail(gold.error()));
    const auto reader = project.store().reader();
    if (!outcomes || !reader)
        return fail(outcomes ? reader.error() : outcomes.error());
    std::vector<Contestable> list;
    QSet<ItemId> seen;
    for (const GoldStore::Scored &scored : *outcomes) {
        if (seen.contains(scored.item))
            continue;
        seen.insert(scored.item);
        const auto item = (*reader)->item(scored.item);
        if (!item)
            return fail(item.error());
        if (*item)
            list.push_back({scored.item, (*item)->name});
    }
    std::sort(list.begin(), list.end(), [](const Contestable &a, const Contestable &b) { return a.name < b.name; });
    return list;
}

Result<Contest> openContest(store::Project &project, const ContestDraft &draft, const store::Person &person)
{
    if (const auto allowed = may(project, person, Act::Label); !allowed)
        return fail(allowed.error());
    Contest contest;
    contest.words = draft.words.trimmed();
    if (contest.words.isEmpty() || contest.words.size() > mostWords)
        return fail(ErrorCode::InvalidArgument, tr("Say what is wrong, in at most %1 characters.").arg(mostWords));
    contest.id = project.store().ids().version4();
    contest.by = person.name;
    contest.authenticated = person.authenticated;
    contest.createdMicroseconds = project.store().clock().nowMicroseconds();
    if (draft.item.isNull()) {
        contest.fromMicroseconds = draft.fromMicroseconds;
        contest.toMicroseconds = draft.toMicroseconds == 0 ? contest.createdMicroseconds : draft.toMicroseconds;
        if (contest.fromMicroseconds > contest.toMicroseconds)
            return fail(ErrorCode::InvalidArgument, tr("The period ends before it begins."));
    } else {
        const auto items = contestable(project, person);
        if (!items)
            return fail(items.error());
        if (std::none_of(items->begin(), items->end(), [&](const Contestable &c) { return c.item == draft.item; }))
            return fail(ErrorCode::NotFound,
                        tr("This is no practice item that you have handed in. Of everything else only the figure "
                           "as a whole can be contested."));
        contest.item = draft.item;
    }
    const auto done = put(project, nullptr, contest, tr("Contest a score"), person.name);
    return done ? Result<Contest>(contest) : fail(done.error());
}

Result<std::vector<Contest>> contests(const store::Project &project, const store::Person &person)
{
    const auto keeps = may(project, person, Act::KeepGold);
    if (!keeps && keeps.error().code != ErrorCode::PermissionDenied)
        return fail(keeps.error());
    const auto log = store::RecordLog::open(project.store());
    if (!log)
        return fail(log.error());
    std::vector<Contest> list;
    const auto visited = log->visit(model::RecordKind::Contest, {}, [&](const model::Record &record) -> Result<> {
        auto contest = contestFrom(record);
        if (!contest)
            return fail(contest.error());
        if (keeps || contest->by == person.name)
            list.push_back(std::move(*contest));
        return {};
    });
    if (!visited)
        return fail(visited.error());
    std::sort(list.begin(), list.end(), [](const Contest &a, const Contest &b) {
        return std::tuple(a.answer.has_value(), a.by, a.createdMicroseconds, a.id)
               < std::tuple(b.answer.has_value(), b.by, b.createdMicroseconds, b.id);
    });
    return list;
}

Result<std::vector<ContestedResult>> contestedResults(const store::Project &project, const Contest &contest,
                                                      const store::Person &person)
{
    if (const auto allowed = may(project, person, Act::KeepGold); !allowed)
        return fail(allowed.error());
    const auto gold = goldOf(project);
    const auto reader = project.store().reader();
    if (!gold || !reader)
        return fail(gold ? reader.error() : gold.error());
    const auto outcomes = (*gold)->outcomes(contest.by);
    const auto withdrawals = (*gold)->withdrawals();
    if (!outcomes || !withdrawals)
        return fail(outcomes ? withdrawals.error() : outcomes.error());
    const auto meant = [&](ItemId item, std::int64_t time) {
        return contest.aboutFigure() ? time >= contest.fromMicroseconds && time <= contest.toMicroseconds : item == contest.item;
    };
    std::vector<ContestedResult> list;
    const auto add = [&](SubmissionId submission, ItemId id, std::int64_t time,
                         const std::optional<quality::GoldOutcome> &outcome) -> Result<> {
        const auto item = (*reader)->item(id);
        const auto key = (*gold)->key(id);
        if (!item || !key)
            return fail(item ? key.error() : item.error());
        if (*item)
            list.push_back({submission, id, (*item)->name, *key ? (*key)->kind : GoldKind::Blind, outcome, time});
        return {};
    };
    for (const GoldStore::Scored &scored : *outcomes)
        if (meant(scored.item, scored.timeMicroseconds))
            if (const auto added = add(scored.submission, scored.item, scored.timeMicroseconds, scored.outcome); !added)
                return fail(added.error());
    for (const GoldStore::Withdrawal &withdrawal : *withdrawals) {
        if (withdrawal.annotator != contest.by || withdrawal.item.isNull())
            continue;
        const auto submissions = (*reader)->submissions(withdrawal.item, contest.by);
        if (!submissions)
            return fail(submissions.error());
        for (const model::Submission &submission : *submissions)
            if (submission.id == withdrawal.submission && meant(submission.item, submission.createdMicroseconds))
                if (const auto added = add(submission.id, submission.item, submission.createdMicroseconds, {}); !added)
                    return fail(added.error());
    }
    std::sort(list.begin(), list.end(), [](const ContestedResult &a, const ContestedResult &b) {
        return std::tuple(-a.timeMicroseconds, a.submission) < std::tuple(-b.timeMicroseconds, b.submission);
    });
    return list;
}

Result<KeyAndWork> keyAndWork(const store::Project &project, ItemId item, const QString &annotator, const store::Person &person)
{
    if (const auto allowed = may(project, person, Act::KeepGold); !allowed)
        return fail(allowed.error());
    const auto gold = goldOf(project);
    const auto reader = project.store().reader();
    const auto handedIn = HandedIn::open(project.store());
    if (!gold || !reader)
        return fail(gold ? reader.error() : gold.error());
    if (!handedIn)
        return fail(handedIn.error());
    KeyAndWork both;
    auto key = (*gold)->key(item);
    const auto submissions = (*reader)->submissions(item, annotator);
    if (!key || !submissions)
        return fail(key ? submissions.error() : key.error());
    both.key = std::move(*key);
    for (const model::Submission &submission : *submissions)
        if (submission.number == 1 && submission.round == 1) {
            auto work = handedIn->of(submission);
            if (!work)
                return fail(work.error());
            both.work = std::move(work->annotations);
        }
    return both;
}

Result<KeyReport> answerContest(store::Project &project, const ContestReply &asked, const store::Person &person,
                                const jobs::JobControl &control)
{
    if (const auto allowed = may(project, person, Act::KeepGold); !allowed)
        return fail(allowed.error());
    const auto before = contestOf(project, asked.contest);
    if (!before)
        return fail(before.error());
    ContestReply reply = asked;
    if (!before->aboutFigure())
        reply.item = before->item;
    if (reply.words.trimmed().isEmpty() || reply.words.size() > mostWords)
        return fail(ErrorCode::InvalidArgument, tr("Answer in words, at most %1 characters.").arg(mostWords));
    const bool acts = reply.what != ContestAnswer::KeyStays;
    if (acts && reply.item.isNull())
        return fail(ErrorCode::InvalidArgument, tr("Say which of the results is meant."));
    if (reply.what == ContestAnswer::ToAdjudication && before->aboutFigure())
        return fail(ErrorCode::InvalidArgument,
                    tr("Asking for adjudication would show that the item is checked. Change or withdraw the key instead."));
    if (acts && before->aboutFigure()) {
        const auto results = contestedResults(project, *before, person);
        if (!results)
            return fail(results.error());
        if (std::none_of(results->begin(), results->end(), [&](const ContestedResult &r) { return r.item == reply.item; }))
            return fail(ErrorCode::NotFound, tr("The item is none of the results behind this figure."));
    }
    Result<KeyReport> report = KeyReport{};
    switch (reply.what) {
    case ContestAnswer::KeyStays: break;
    case ContestAnswer::KeyChanged:
    case ContestAnswer::KeyWithdrawn: report = changeKey(project, reply, control); break;
    case ContestAnswer::ResultWithdrawn: {
        const auto submission = scoredSubmission(project, reply.item, before->by);
        report = submission ? withdraw(project, {*submission}, {false, reply.words}, control) : fail(submission.error());
        break;
    }
    case ContestAnswer::ToAdjudication:
        if (const auto done = askForAdjudication(project, reply.item, person.name); !done)
            return fail(done.error());
        break;
    }
    if (!report)
        return report;
    Contest after = *before;
    after.answer = Contest::Answer{person.name, before->aboutFigure() ? std::nullopt : std::optional(reply.what),
                                   reply.words.trimmed(), project.store().clock().nowMicroseconds()};
    if (const auto done = put(project, &*before, after, tr("Answer a contest"), person.name); !done)
        return fail(done.error());
    audit::note(project, person, audit::Action::ContestJudged, asked.contest.toString(),
                {{"answer", base::toJson(contestAnswerName(asked.what))}});
    return report;
}

}  // namespace plumbline::workflow
