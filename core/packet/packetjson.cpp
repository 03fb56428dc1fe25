// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/packetjson.h"

#include "core/model/codec.h"
#include "core/model/jsonfields.h"

#include <algorithm>
#include <cmath>

namespace plumbline::packet {

using base::toJson;
using model::JsonFields;

namespace {

template <typename Identifier>
Identifier idOf(JsonFields &f, const char *key)
{
    const auto id = Identifier::fromString(f.requiredText(key));
    if (!id)
        f.wrong(key, tr("an id"));
    return id.value_or(Identifier{});
}

std::optional<model::Stage> stageFromName(const QString &name)
{
    for (const model::Stage stage : {model::Stage::Annotate, model::Stage::Review, model::Stage::Adjudicate})
        if (model::stageName(stage) == name)
            return stage;
    return std::nullopt;
}

Json optionalNumber(const std::optional<std::int64_t> &value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json scopeToJson(const model::TaskScope &scope)
{
    Json classes = Json::array();
    for (const QString &name : scope.classes)
        classes.push_back(toJson(name));
    return {{"stream", toJson(scope.stream)},
            {"from_pts", optionalNumber(scope.fromPts)},
            {"to_pts", optionalNumber(scope.toPts)},
            {"region", scope.region ? model::geometryToJson(*scope.region) : Json(nullptr)},
            {"classes", classes}};
}

model::TaskScope scopeFromJson(JsonFields &parent)
{
    JsonFields f(parent.raw("scope"), QStringLiteral("scope"));
    f.only({"stream", "from_pts", "to_pts", "region", "classes"});
    model::TaskScope scope;
    scope.stream = f.text("stream");
    if (f.has("from_pts"))
        scope.fromPts = f.integer("from_pts", 0);
    if (f.has("to_pts"))
        scope.toPts = f.integer("to_pts", 0);
    if (f.has("region")) {
        const auto region = model::geometryFromJson(f.raw("region"));
        const auto *box = region ? std::get_if<geometry::Box>(&*region) : nullptr;
        if (box)
            scope.region = *box;
        else
            f.wrong("region", tr("a box"));
    }
    scope.classes = f.texts("classes");
    if (f.error())
        parent.take(*f.error());
    return scope;
}

}  // namespace

Json taskToJson(const model::Task &task)
{
    return {{"id", toJson(task.id.toString())},
            {"item", toJson(task.item.toString())},
            {"assignee", toJson(task.assignee)},
            {"stage", toJson(model::stageName(task.stage))},
            {"round", task.round},
            {"state", toJson(model::taskStateName(task.state))},
            {"priority", task.priority},
            {"due", task.dueMicroseconds == 0 ? Json(nullptr) : toJson(model::isoFromMicroseconds(task.dueMicroseconds))},
            {"scope", scopeToJson(task.scope)},
            {"reason", toJson(task.reason)},
            {"comment", toJson(task.comment)},
            {"place", task.place ? Json{task.place->x, task.place->y} : Json(nullptr)}};
}

Result<model::Task> taskFromJson(const Json &json)
{
    JsonFields f(json, tr("The task"));
    f.only({"id", "item", "assignee", "stage", "round", "state", "priority", "due", "scope", "reason", "comment", "place"});
    model::Task task;
    task.id = idOf<TaskId>(f, "id");
    task.item = idOf<ItemId>(f, "item");
    task.assignee = f.requiredText("assignee");
    const auto stage = stageFromName(f.text("stage"));
    const auto state = model::taskStateFromName(f.text("state"));
    if (!stage)
        f.wrong("stage", tr("a stage"));
    if (!state)
        f.wrong("state", tr("a state"));
    task.stage = stage.value_or(model::Stage::Annotate);
    task.state = state.value_or(model::TaskState::ToDo);
    task.round = f.integer32("round", 1);
    task.priority = f.integer32("priority", 0);
    if (f.has("due")) {
        const auto due = model::microsecondsFromIso(f.text("due"));
        if (!due)
            f.wrong("due", tr("a time like 2026-11-20T03:00:00.000000Z"));
        task.dueMicroseconds = due.value_or(0);
    }
    task.scope = scopeFromJson(f);
    task.reason = f.text("reason");
    task.comment = f.text("comment");
    if (f.has("place")) {
        const Json &place = f.raw("place");
        if (place.is_array() && place.size() == 2 && place[0].is_number() && place[1].is_number())
            task.place = geometry::Point{place[0].get<double>(), place[1].get<double>()};
        else
            f.wrong("place", tr("two numbers"));
    }
    if (task.round < 1)
        f.wrong("round", tr("1 or more"));
    return f.error() ? Result<model::Task>(fail(*f.error())) : Result<model::Task>(task);
}

Json submissionToJson(const model::Submission &s)
{
    return {{"id", toJson(s.id.toString())},
            {"task", toJson(s.task.toString())},
            {"item", toJson(s.item.toString())},
            {"annotator", toJson(s.annotator)},
            {"round", s.round},
            {"number", s.number},
            {"content_sha256", toJson(s.contentSha256)},
            {"cannot_label", s.cannotLabel},
            {"reason", toJson(s.reason)},
            {"partial", s.partial},
            {"confidence", s.confidence ? Json(*s.confidence) : Json(nullptr)},
            {"created", toJson(model::isoFromMicroseconds(s.createdMicroseconds))}};
}

Result<model::Submission> submissionFromJson(const Json &json)
{
    JsonFields f(json, tr("The submission"));
    f.only({"id", "task", "item", "annotator", "round", "number", "content_sha256", "cannot_label", "reason", "partial",
            "confidence", "created"});
    model::Submission s;
    s.id = idOf<SubmissionId>(f, "id");
    s.task = idOf<TaskId>(f, "task");
    s.item = idOf<ItemId>(f, "item");
    s.annotator = f.requiredText("annotator");
    s.layer = s.annotator;
    s.round = f.integer32("round", 1);
    s.number = f.integer32("number", 1);
    s.contentSha256 = f.requiredText("content_sha256");
    s.cannotLabel = f.boolean("cannot_label", false);
    s.reason = f.text("reason");
    s.partial = f.boolean("partial", false);
    if (f.has("confidence")) {
        s.confidence = f.number("confidence");
        if (!(*s.confidence >= 0 && *s.confidence <= 1))
            f.wrong("confidence", tr("a number from 0 to 1"));
    }
    const auto created = model::microsecondsFromIso(f.requiredText("created"));
    if (!created)
        f.wrong("created", tr("a time like 2026-11-20T03:00:00.000000Z"));
    s.createdMicroseconds = created.value_or(0);
    if (s.annotator.isEmpty() || s.annotator == model::acceptedLayer() || model::isModelLayer(s.annotator))
        f.wrong("annotator", tr("the name of a person"));
    if (s.round < 1 || s.number < 1)
        f.wrong("number", tr("1 or more"));
    return f.error() ? Result<model::Submission>(fail(*f.error())) : Result<model::Submission>(s);
}

Result<QByteArray> bytesFromJson(const Json &json, const char *key)
{
    JsonFields f(json, tr("The line"));
    const QByteArray text = f.requiredText(key).toLatin1();
    if (f.error())
        return fail(*f.error());
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return fail(ErrorCode::Malformed, tr("“%1” must be base64.").arg(QLatin1String(key)));
    return decoded.decoded;
}

QString contentSha256(std::vector<model::Annotation> labels)
{
    std::sort(labels.begin(), labels.end(), [](const model::Annotation &a, const model::Annotation &b) { return a.id < b.id; });
    base::Sha256 hash;
    for (const model::Annotation &label : labels)
        hash.add(model::encode(label));
    return hash.finish().toHex();
}

}  // namespace plumbline::packet
