// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/packremarks.h"

#include "core/model/codec.h"
#include "core/model/jsonfields.h"
#include "core/packet/packing.h"
#include "core/review/authorview.h"
#include "core/review/reviewplan.h"
#include "core/workflow/desk.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace plumbline::packet {

using base::toJson;
using model::JsonFields;
using review::ThreadWithComments;

namespace {

constexpr std::int64_t latestTime = 4'102'444'800'000'000;  // 2100; later ones would leave no room for answers

using Key = std::pair<std::int64_t, CommentId>;

Key keyOf(const model::Comment &comment)
{
    return {comment.createdMicroseconds, comment.id};
}

Key lastOf(const std::vector<model::Comment> &comments)
{
    Key last{};
    for (const model::Comment &comment : comments)
        last = std::max(last, keyOf(comment));
    return last;
}

Json threadLine(const model::Thread &thread, const Key &last)
{
    return {{"thread", toBase64Json(model::encode(thread))},
            {"last", toJson(last.second.toString())},
            {"last_created", toJson(model::isoFromMicroseconds(last.first))}};
}

bool takesPart(const ThreadWithComments &entry, const QStringList &people)
{
    return people.contains(entry.thread.opener)
           || std::any_of(entry.comments.begin(), entry.comments.end(), [&](const model::Comment &comment) {
                  return people.contains(comment.author)
                         || std::any_of(comment.mentions.begin(), comment.mentions.end(),
                                        [&](const QString &name) { return people.contains(name); });
              });
}

bool makesSense(std::int64_t time)
{
    return time >= 0 && time < latestTime;
}

bool makesSense(const std::optional<geometry::Point> &place)
{
    return !place || (std::isfinite(place->x) && std::isfinite(place->y));
}

/// Chooses what goes out and takes the names away.
class WorkRemarks
{
public:
    WorkRemarks(const store::Project &project, const store::Reader &reader, const QStringList &people)
        : m_project(project), m_reader(reader), m_people(people)
    {}

    Result<QByteArray> lines(const std::vector<model::Task> &tasks)
    {
        const auto plan = review::reviewPlan(m_reader);
        auto members = m_reader.members();
        if (!plan || !members)
            return fail(plan ? members.error() : plan.error());
        m_blind = plan->blind;
        m_members = std::move(*members);
        QByteArray lines;
        std::set<ItemId> items;
        for (const model::Task &task : tasks) {
            items.insert(task.item);
            if (const auto added = addRequests(task, lines); !added)
                return fail(added.error());
        }
        for (const ItemId &item : items)
            if (const auto added = addThreads(item, lines); !added)
                return fail(added.error());
        return lines;
    }

private:
    [[nodiscard]] QString name(const QString &who) const { return m_blind && !m_people.contains(who) ? QString() : who; }
    [[nodiscard]] QString words(const QString &text) const
    {
        if (!m_blind)
            return text;
        QStringList others;
        for (const model::Member &member : m_members)
            if (!m_people.contains(member.name))
                others.append(member.name);
        return review::withNames(text, others, [this](const QString &who) {
            const auto member = std::find_if(m_members.begin(), m_members.end(), [&](const auto &m) { return m.name == who; });
            return workflow::roleTitle(workflow::roleFromName(member->role).value_or(workflow::Role::Viewer));
        });
    }

    Result<> addRequests(const model::Task &task, QByteArray &lines) const
    {
        const auto requests = review::requestsOf(m_reader, task);
        if (!requests)
            return fail(requests.error());
        for (model::Decision decision : *requests) {
            decision.submission = review::askedSubmission(task.id, task.round);
            decision.reviewer = name(decision.reviewer);
            decision.comment = words(decision.comment);
            addLine(lines, {{"request", toBase64Json(model::encode(decision))}, {"task", toJson(task.id.toString())}});
        }
        return {};
    }

    Result<bool> isCarried(AnnotationId id) const
    {
        const auto label = m_reader.annotation(id);
        if (!label)
            return fail(label.error());
        return !*label || model::isModelLayer((*label)->layer) || m_people.contains((*label)->layer);
    }

    Result<> addThreads(ItemId item, QByteArray &lines) const
    {
        std::map<ThreadId, ThreadWithComments> chosen;
        for (const QString &person : m_people) {
            auto concern = review::Concern::open(m_project, m_reader, {person, true});
            auto threads = concern ? concern->threads(item) : Result<std::vector<ThreadWithComments>>(fail(concern.error()));
            if (!threads)
                return fail(threads.error());
            for (ThreadWithComments &entry : *threads) {
                const bool own = takesPart(entry, m_people);
                const auto carried = isCarried(entry.thread.annotation);
                if (!carried)
                    return fail(carried.error());
                // What was resolved without them needs no word; what they took part in ends for them too.
                if (own || (!entry.thread.resolved && *carried))
                    chosen.emplace(entry.thread.id, std::move(entry));
            }
        }
        for (auto &[id, entry] : chosen) {
            entry.thread.opener = name(entry.thread.opener);
            entry.thread.resolvedBy = name(entry.thread.resolvedBy);
            addLine(lines, threadLine(entry.thread, lastOf(entry.comments)));
            for (model::Comment &comment : entry.comments) {
                comment.author = name(comment.author);
                comment.text = words(comment.text);
                comment.mentions.removeIf([this](const QString &who) { return name(who).isEmpty(); });
                addLine(lines, {{"comment", toBase64Json(model::encode(comment))}});
            }
        }
        return {};
    }

    const store::Project &m_project;
    const store::Reader &m_reader;
    const QStringList &m_people;
    std::vector<model::Member> m_members;
    bool m_blind = true;
};

Result<PackedRemarks::Thread> threadFrom(const Json &json, JsonFields &f)
{
    const auto bytes = bytesFromJson(json, "thread");
    const auto id = CommentId::fromString(f.requiredText("last"));
    const auto created = model::microsecondsFromIso(f.requiredText("last_created"));
    if (f.error())
        return fail(*f.error());
    if (!bytes)
        return fail(bytes.error());
    auto thread = model::decodeThread(*bytes);
    if (!thread)
        return fail(thread.error());
    if (!id || !created || !makesSense(*created) || thread->id.isNull() || !makesSense(thread->createdMicroseconds)
        || !makesSense(thread->place))
        return fail(ErrorCode::Malformed, tr("A remark has no id, or a time or place that cannot be."));
    return PackedRemarks::Thread{std::move(*thread), {*created, *id}};
}

Result<model::Comment> commentFrom(const Json &json)
{
    const auto bytes = bytesFromJson(json, "comment");
    if (!bytes)
        return fail(bytes.error());
    auto comment = model::decodeComment(*bytes);
    if (!comment)
        return comment;
    comment->text = review::plainWords(comment->text);
    if (comment->id.isNull() || comment->thread.isNull() || !makesSense(comment->createdMicroseconds) || comment->text.isEmpty())
        return fail(ErrorCode::Malformed, tr("An entry of a remark has no id, no words or a time that cannot be."));
    if (comment->text.size() > review::longestRemark)
        return fail(
            ErrorCode::TooLarge,
            tr("A remark has at most %1 characters; this one has %2.").arg(review::longestRemark).arg(comment->text.size()));
    return comment;
}

}  // namespace

QByteArray remarksMember()
{
    return QByteArrayLiteral("remarks.jsonl");
}

Result<QByteArray> remarksForWork(const store::Project &project, const store::Reader &reader,
                                  const std::vector<model::Task> &tasks, const QStringList &people)
{
    return WorkRemarks(project, reader, people).lines(tasks);
}

Result<QByteArray> remarksOf(const store::Reader &reader, const QString &person, const std::map<TaskId, Uuid> &packets,
                             std::set<Uuid> &answered)
{
    const auto all = reader.threads({});
    if (!all)
        return fail(all.error());
    std::set<ItemId> items;
    for (const model::Thread &thread : *all)
        items.insert(thread.item);
    QByteArray lines;
    for (const ItemId &item : items) {
        const auto packet = packets.find(workflow::annotateTask(item, person));
        if (packet == packets.end())
            continue;
        auto threads = review::threadsOf(reader, item);
        if (!threads)
            return fail(threads.error());
        std::sort(threads->begin(), threads->end(), [](const auto &a, const auto &b) { return a.thread.id < b.thread.id; });
        const auto add = [&](Json line) {
            line["packet"] = toJson(packet->second.toString());
            addLine(lines, line);
            answered.insert(packet->second);
        };
        for (const ThreadWithComments &entry : *threads) {
            const bool wrote = std::any_of(entry.comments.begin(), entry.comments.end(),
                                           [&](const model::Comment &comment) { return comment.author == person; });
            if (!wrote && entry.thread.opener != person && entry.thread.resolvedBy != person)
                continue;
            add(threadLine(entry.thread, lastOf(entry.comments)));
            for (const model::Comment &comment : entry.comments)
                if (comment.author == person)
                    add({{"comment", toBase64Json(model::encode(comment))}});
        }
    }
    return lines;
}

Result<PackedRemarks> remarksOfWork(const PacketReader &packet, const std::vector<model::Task> &tasks,
                                    const std::function<bool(ItemId)> &carries)
{
    PackedRemarks remarks;
    if (!packet.find(remarksMember()))
        return remarks;
    const auto wrong = [] {
        return fail(ErrorCode::Malformed, tr("A remark is about something that the packet does not have."));
    };
    const auto request = [&](const Json &json, JsonFields &f) -> Result<> {
        const auto bytes = bytesFromJson(json, "request");
        const auto id = TaskId::fromString(f.requiredText("task"));
        if (!bytes)
            return fail(bytes.error());
        auto decision = model::decodeDecision(*bytes);
        if (!decision)
            return fail(decision.error());
        const auto task = std::find_if(tasks.begin(), tasks.end(), [&](const model::Task &t) { return id == t.id; });
        if (task == tasks.end() || decision->item != task->item || decision->id.isNull() || !makesSense(decision->place)
            || decision->submission != review::askedSubmission(task->id, task->round)
            || decision->kind == model::DecisionKind::Accept || !makesSense(decision->createdMicroseconds))
            return wrong();
        decision->comment = review::plainWords(decision->comment).left(review::longestRemark);
        remarks.requests.push_back(std::move(*decision));
        return {};
    };
    const auto visited = packet.visitLines(remarksMember(), [&](const Json &json, std::int64_t) -> Result<> {
        JsonFields f(json, tr("The remark"));
        f.only({"request", "task", "thread", "last", "last_created", "comment"});
        if (f.error())
            return fail(*f.error());
        if (f.has("request"))
            return request(json, f);
        if (f.has("thread")) {
            auto thread = threadFrom(json, f);
            if (!thread || !carries(thread->thread.item))
                return thread ? Result<>(wrong()) : fail(thread.error());
            remarks.threads.push_back(std::move(*thread));
            return {};
        }
        auto comment = commentFrom(json);
        if (!comment || !carries(comment->item))
            return comment ? Result<>(wrong()) : fail(comment.error());
        remarks.comments.push_back(std::move(*comment));
        return {};
    });
    return visited ? Result<PackedRemarks>(std::move(remarks)) : fail(visited.error());
}

Result<PackedRemarks> remarksOfAnswer(const PacketReader &packet, const store::Reader &reader, const QString &sender,
                                      const WhyNot &whyNot, const Hold &hold)
{
    PackedRemarks remarks;
    if (!packet.find(remarksMember()))
        return remarks;
    const auto leftOut = [&](std::int64_t line, const QString &why) {
        hold(line, why);
        return Result<>();
    };
    const auto visited = packet.visitLines(remarksMember(), [&](const Json &json, std::int64_t line) -> Result<> {
        JsonFields f(json, tr("The remark"));
        f.only({"packet", "thread", "last", "last_created", "comment"});
        const auto answers = Uuid::fromString(f.requiredText("packet"));
        if (f.error() || !answers)
            return leftOut(line, f.error() ? f.error()->text : tr("It names no packet."));
        std::optional<PackedRemarks::Thread> thread;
        std::optional<model::Comment> comment;
        std::optional<Error> error;
        if (f.has("thread")) {
            auto read = threadFrom(json, f);
            read ? void(thread = std::move(*read)) : void(error = read.error());
        } else {
            auto read = commentFrom(json);
            read ? void(comment = std::move(*read)) : void(error = read.error());
        }
        if (error)
            return leftOut(line, error->text);
        const ItemId item = thread ? thread->thread.item : comment->item;
        const auto stored = reader.item(item);
        const auto why = whyNot(*answers, item, thread ? thread->thread.createdMicroseconds : comment->createdMicroseconds);
        if (!stored || !why)
            return fail(stored ? why.error() : stored.error());
        if (!*stored || !why->isEmpty())
            return leftOut(line, *stored ? *why : tr("Its item is no longer in the project; the packet keeps the remark."));
        if (comment) {
            if (comment->author != sender)
                return leftOut(line, tr("%1 sends words of somebody else; everybody sends their own.").arg(sender));
            // Whom it names is for this project to say.
            const auto members = reader.members();
            if (!members)
                return fail(members.error());
            QStringList names;
            for (const model::Member &member : *members)
                names.append(member.name);
            comment->mentions = review::mentionsIn(comment->text, names);
            remarks.comments.push_back(std::move(*comment));
            return {};
        }
        // Of what others began only its end is the sender's.
        if (thread->thread.resolvedBy != sender) {
            thread->thread.resolved = false;
            thread->thread.resolvedBy.clear();
        }
        remarks.threads.push_back(std::move(*thread));
        return {};
    });
    if (!visited)
        return fail(visited.error());
    std::map<ItemId, std::set<ThreadId>> known;
    std::erase_if(remarks.threads, [&](const PackedRemarks::Thread &entry) {
        if (entry.thread.opener == sender)
            return false;
        const auto [place, isNew] = known.try_emplace(entry.thread.item);
        if (isNew)
            if (const auto threads = reader.threads(entry.thread.item))
                for (const model::Thread &thread : *threads)
                    place->second.insert(thread.id);
        return !place->second.contains(entry.thread.id);
    });
    return remarks;
}

Result<std::int64_t> uniteRemarks(const store::Reader &reader, const PackedRemarks &remarks, history::GestureBuilder &builder)
{
    struct Known {
        std::map<ThreadId, model::Thread> threads;
        std::map<ThreadId, Key> last;
        std::set<CommentId> comments;
        std::set<DecisionId> decisions;
    };
    std::map<ItemId, Known> items;
    const auto itemOf = [&](ItemId id) -> Result<Known *> {
        const auto [place, isNew] = items.try_emplace(id);
        if (!isNew)
            return &place->second;
        const auto threads = reader.threads(id);
        const auto comments = reader.comments(id);
        const auto decisions = reader.decisions(id);
        if (!threads || !comments || !decisions)
            return fail(!threads ? threads.error() : !comments ? comments.error() : decisions.error());
        Known &known = place->second;
        for (const model::Thread &thread : *threads)
            known.threads.emplace(thread.id, thread);
        for (const model::Comment &comment : *comments) {
            known.comments.insert(comment.id);
            known.last[comment.thread] = std::max(known.last[comment.thread], keyOf(comment));
        }
        for (const model::Decision &decision : *decisions)
            known.decisions.insert(decision.id);
        return &known;
    };
    std::int64_t added = 0;
    for (const model::Decision &decision : remarks.requests) {
        const auto known = itemOf(decision.item);
        if (!known)
            return fail(known.error());
        if ((*known)->decisions.insert(decision.id).second) {
            builder.put(decision);
            ++added;
        }
    }
    std::map<ThreadId, const PackedRemarks::Thread *> packed;
    for (const PackedRemarks::Thread &entry : remarks.threads)
        packed.emplace(entry.thread.id, &entry);
    std::map<ThreadId, Key> last;  // with what is new
    std::map<ThreadId, std::pair<ItemId, std::vector<const model::Comment *>>> entries;
    for (const model::Comment &comment : remarks.comments) {
        const auto known = itemOf(comment.item);
        if (!known)
            return fail(known.error());
        const auto thread = packed.find(comment.thread);
        const bool there =
            (*known)->threads.contains(comment.thread) || (thread != packed.end() && thread->second->thread.item == comment.item);
        if (!there || !(*known)->comments.insert(comment.id).second)
            continue;
        last[comment.thread] = std::max(last[comment.thread], keyOf(comment));
        entries[comment.thread].first = comment.item;
        entries[comment.thread].second.push_back(&comment);
    }
    // A thread with new entries is looked at also when the packet does not say how it stands.
    std::map<ThreadId, ItemId> touched;
    for (const auto &[id, entry] : packed)
        touched.emplace(id, entry->thread.item);
    for (const auto &[id, entry] : entries)
        touched.emplace(id, entry.first);
    for (const auto &[id, item] : touched) {
        const auto known = itemOf(item);
        if (!known)
            return fail(known.error());
        const auto stored = (*known)->threads.find(id);
        const auto told = packed.find(id);
        const bool isNew = stored == (*known)->threads.end();
        if (isNew && (told == packed.end() || !entries.contains(id)))
            continue;  // a thread without a word is none
        const Key before = isNew ? Key{} : (*known)->last[id];
        const Key now = std::max(before, last[id]);
        model::Thread thread = isNew ? told->second->thread : stored->second;
        QStringList by;
        if (!isNew && thread.resolved && before >= now)
            by.append(thread.resolvedBy);
        if (told != packed.end() && told->second->thread.resolved && told->second->last >= now)
            by.append(told->second->thread.resolvedBy);
        // Two may have resolved it: the same one is named wherever they meet.
        std::sort(by.begin(), by.end(),
                  [](const QString &a, const QString &b) { return std::pair(a.isEmpty(), a) < std::pair(b.isEmpty(), b); });
        thread.resolved = !by.isEmpty();
        thread.resolvedBy = by.value(0);
        if (isNew || !(thread == stored->second)) {
            builder.put(isNew ? nullptr : &stored->second, thread);
            ++added;
        }
        if (const auto words = entries.find(id); words != entries.end()) {
            std::sort(words->second.second.begin(), words->second.second.end(),
                      [](const model::Comment *a, const model::Comment *b) { return keyOf(*a) < keyOf(*b); });
            for (const model::Comment *comment : words->second.second)
                builder.put(*comment);
            added += static_cast<std::int64_t>(words->second.second.size());
        }
    }
    return added;
}

}  // namespace plumbline::packet
