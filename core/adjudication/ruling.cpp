// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adjudication/ruling.h"

#include "core/model/codec.h"
#include "core/model/jsonfields.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::adjudication {

using base::toJson;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::adjudication", text);
}

template <typename T>
Json idList(const std::vector<T> &ids)
{
    Json list = Json::array();
    for (const T &id : ids)
        list.push_back(toJson(id.toString()));
    return list;
}

}  // namespace

model::Record toRecord(const Ruling &ruling)
{
    Json json = {{"case", toJson(ruling.caseId.toString())},
                 {"by", toJson(ruling.by)},
                 {"authenticated", ruling.authenticated},
                 {"versions", idList(ruling.versions)},
                 {"choice", ruling.choice.isNull() ? Json(nullptr) : toJson(ruling.choice.toString())},
                 {"result", ruling.result ? Json(model::encode(*ruling.result).toBase64().toStdString()) : Json(nullptr)},
                 {"supersedes", idList(ruling.supersedes)},
                 {"note", toJson(ruling.note)},
                 {"created", toJson(model::isoFromMicroseconds(ruling.createdMicroseconds))}};
    // A record without them is byte for byte what earlier programs wrote.
    if (!ruling.submissions.empty())
        json["submissions"] = idList(ruling.submissions);
    return {ruling.id, model::RecordKind::Decision, ruling.item, base::toJsonLine(json)};
}

Result<Ruling> rulingFrom(const model::Record &record)
{
    const auto json = base::parseJson(record.data);
    if (!json)
        return fail(json.error());
    model::JsonFields f(*json, tr("The decision"));
    Ruling ruling;
    ruling.id = record.id;
    ruling.item = record.item;
    ruling.caseId = Uuid::fromString(f.text("case")).value_or(Uuid{});
    ruling.by = f.text("by");
    ruling.authenticated = f.boolean("authenticated", false);
    for (const QString &id : f.texts("versions"))
        ruling.versions.push_back(AnnotationId::fromString(id).value_or(AnnotationId{}));
    ruling.choice = AnnotationId::fromString(f.text("choice")).value_or(AnnotationId{});
    if (f.has("result")) {
        auto result = model::decodeAnnotation(QByteArray::fromBase64(f.text("result").toLatin1()));
        if (!result)
            return fail(result.error());
        ruling.result = std::move(*result);
    }
    for (const QString &id : f.texts("supersedes"))
        ruling.supersedes.push_back(Uuid::fromString(id).value_or(Uuid{}));
    ruling.note = f.text("note");
    ruling.createdMicroseconds = model::microsecondsFromIso(f.text("created")).value_or(0);
    for (const QString &id : f.texts("submissions"))
        ruling.submissions.push_back(SubmissionId::fromString(id).value_or(SubmissionId{}));
    return f.error() ? Result<Ruling>(fail(*f.error())) : Result<Ruling>(std::move(ruling));
}

QByteArray contentOf(const std::optional<model::Annotation> &result)
{
    if (!result)
        return {};
    model::Annotation plain = *result;
    plain.id = {};
    plain.layer.clear();
    plain.origin = {};
    plain.parent = {};
    plain.track = {};
    plain.group = {};
    plain.verdict = model::Verdict::None;
    plain.createdMicroseconds = 0;
    plain.extra = nullptr;
    return model::encode(plain);
}

Uuid caseIdOf(ItemId item, std::vector<AnnotationId> versions)
{
    std::sort(versions.begin(), versions.end());
    QByteArray name = item.uuid.toBytes();
    for (const AnnotationId &version : versions)
        name += version.uuid.toBytes();
    return Uuid::fromName("adjudication-case", name);
}

AnnotationId resultIdOf(const Uuid &caseId)
{
    return AnnotationId{Uuid::fromName("adjudication-result", caseId.toBytes())};
}

}  // namespace plumbline::adjudication
