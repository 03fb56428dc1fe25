// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triage/triageentry.h"

#include "core/base/json.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace plumbline::triage {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::triage", text);
}

constexpr std::array<std::pair<Ruling, const char *>, 6> names{{{Ruling::FixMedia, "fix-media"},
                                                                {Ruling::Answer, "answer"},
                                                                {Ruling::NewClass, "new-class"},
                                                                {Ruling::Exclude, "exclude"},
                                                                {Ruling::HandBack, "hand-back"},
                                                                {Ruling::Include, "include"}}};

QString text(const Json &json, const char *key)
{
    return json.contains(key) ? base::toQString(json.at(key)) : QString();
}

bool flag(const Json &json, const char *key)
{
    return json.contains(key) && json.at(key) == true;
}

std::optional<geometry::Point> place(const Json &json)
{
    if (!json.contains("place") || !json.at("place").is_array() || json.at("place").size() != 2
        || !json.at("place").at(0).is_number() || !json.at("place").at(1).is_number())
        return std::nullopt;
    const geometry::Point point{json.at("place").at(0).get<double>(), json.at("place").at(1).get<double>()};
    return std::isfinite(point.x) && std::isfinite(point.y) ? std::optional(point) : std::nullopt;
}

}  // namespace

QString rulingName(Ruling ruling)
{
    for (const auto &[value, name] : names)
        if (value == ruling)
            return QLatin1String(name);
    return {};
}

std::optional<Ruling> rulingFromName(QStringView name)
{
    for (const auto &[value, known] : names)
        if (name == QLatin1String(known))
            return value;
    return std::nullopt;
}

QString rulingTitle(Ruling ruling)
{
    switch (ruling) {
    case Ruling::FixMedia: return tr("Fix the medium");
    case Ruling::Answer: return tr("Answer");
    case Ruling::NewClass: return tr("New class");
    case Ruling::Exclude: return tr("Leave out");
    case Ruling::HandBack: return tr("Hand back");
    case Ruling::Include: return tr("Take in again");
    }
    return {};
}

Uuid entryId(SubmissionId submission, const Uuid &previous)
{
    return Uuid::fromName("triage", submission.uuid.toBytes() + previous.toBytes());
}

model::Record toRecord(const Entry &entry)
{
    Json json = {{"form", 1},
                 {"author", base::toJson(entry.author)},
                 {"submission", base::toJson(entry.submission.toString())},
                 {"previous", entry.previous.isNull() ? Json() : base::toJson(entry.previous.toString())},
                 {"went_on", entry.wentOn},
                 {"ruling", base::toJson(rulingName(entry.ruling))},
                 {"words", base::toJson(entry.words)},
                 {"class", base::toJson(entry.className)},
                 {"guideline", base::toJson(entry.guidelineText)},
                 {"by", base::toJson(entry.by)},
                 {"created", entry.createdMicroseconds},
                 {"authenticated", entry.authenticated},
                 {"waits", entry.waits},
                 {"reason", base::toJson(entry.reason)},
                 {"comment", base::toJson(entry.comment)},
                 {"place", entry.place ? Json::array({entry.place->x, entry.place->y}) : Json()}};
    if (entry.ruling == Ruling::FixMedia)
        json["medium"] = toJson(entry.medium);
    if (!entry.closed.empty()) {
        Json closed = Json::object();
        for (const auto &[task, state] : entry.closed)
            closed[task.toString().toStdString()] = base::toJson(model::taskStateName(state));
        json["closed"] = closed;
    }
    return {entry.id, model::RecordKind::Triage, entry.item, base::toJsonLine(json)};
}

Result<Entry> entryFromRecord(const model::Record &record)
{
    const auto json = base::parseJson(record.data, 8);
    if (!json)
        return fail(json.error());
    const auto wrong = [] {
        return fail(ErrorCode::Malformed, tr("A record about work that cannot be labeled is not readable."));
    };
    if (record.kind != model::RecordKind::Triage || !json->is_object())
        return wrong();
    const auto ruling = rulingFromName(text(*json, "ruling"));
    const auto submission = SubmissionId::fromString(text(*json, "submission"));
    if (!ruling || !submission || text(*json, "author").isEmpty())
        return wrong();
    Entry entry;
    entry.id = record.id;
    entry.item = record.item;
    entry.author = text(*json, "author");
    entry.submission = *submission;
    entry.previous = Uuid::fromString(text(*json, "previous")).value_or(Uuid());
    entry.wentOn = flag(*json, "went_on");
    entry.ruling = *ruling;
    entry.words = text(*json, "words");
    entry.className = text(*json, "class");
    entry.guidelineText = text(*json, "guideline");
    entry.by = text(*json, "by");
    if (json->contains("created") && json->at("created").is_number_integer())
        entry.createdMicroseconds = json->at("created").get<std::int64_t>();
    entry.authenticated = flag(*json, "authenticated");
    entry.waits = flag(*json, "waits");
    entry.reason = text(*json, "reason");
    entry.comment = text(*json, "comment");
    entry.place = place(*json);
    if (json->contains("medium"))
        entry.medium = markFromJson(json->at("medium"));
    if (json->contains("closed") && json->at("closed").is_object())
        for (const auto &[id, state] : json->at("closed").items()) {
            const auto task = TaskId::fromString(QString::fromStdString(id));
            const auto was = model::taskStateFromName(base::toQString(state));
            if (task && was)
                entry.closed.emplace(*task, *was);
        }
    return entry;
}

std::vector<Entry> chainOf(const std::vector<Entry> &entries, SubmissionId submission)
{
    std::map<Uuid, const Entry *> following;
    for (const Entry &entry : entries)
        if (entry.submission == submission)
            following.emplace(entry.previous, &entry);
    std::vector<Entry> chain;
    Uuid last;
    for (auto next = following.find(last); next != following.end() && chain.size() < following.size();
         next = following.find(last)) {
        chain.push_back(*next->second);
        last = next->second->id;
    }
    return chain;
}

}  // namespace plumbline::triage
