// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/annotation.h"
#include "core/model/jsonfields.h"
#include "core/model/schema.h"

#include <tuple>

namespace plumbline::model {

using base::toJson;
using base::toQString;

namespace {

Json valueToJson(const AttributeValue &value)
{
    if (std::holds_alternative<CannotTell>(value))
        return Json{{"unknown", true}};
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag;
    if (const auto *number = std::get_if<double>(&value))
        return *number;
    if (const auto *text = std::get_if<QString>(&value))
        return toJson(*text);
    return nullptr;
}

std::optional<AttributeValue> valueFromJson(const Json &json)
{
    if (json.is_null())
        return std::monostate{};
    if (json.is_boolean())
        return json.get<bool>();
    if (json.is_number())
        return json.get<double>();
    if (json.is_string())
        return toQString(json);
    if (json.is_object() && json.size() == 1 && json.contains("unknown") && json["unknown"] == true)
        return CannotTell{};
    return std::nullopt;
}

Json frameToJson(const FrameRef &frame)
{
    return {{"stream", toJson(frame.stream)},
            {"index", frame.index},
            {"pts", frame.pts},
            {"time_base", Json::array({frame.timeBase.numerator, frame.timeBase.denominator})},
            {"sha256", frame.sha256.isNull() ? Json(nullptr) : toJson(frame.sha256.toHex())}};
}

FrameRef frameFromJson(JsonFields &parent, const Json &json)
{
    JsonFields f(json, QStringLiteral("frame"));
    f.only({"stream", "index", "pts", "time_base", "sha256"});
    FrameRef frame;
    frame.stream = f.text("stream");
    frame.index = f.integer("index", 0);
    frame.pts = f.integer("pts", 0);
    if (f.has("time_base"))
        std::tie(frame.timeBase.numerator, frame.timeBase.denominator) = f.fraction("time_base");
    if (f.has("sha256")) {
        const auto digest = Sha256Digest::fromHex(f.text("sha256"));
        if (!digest)
            f.wrong("sha256", JsonFields::tr("64 hexadecimal digits"));
        frame.sha256 = digest.value_or(Sha256Digest{});
    }
    if (f.error())
        parent.take(*f.error());
    return frame;
}

Json originToJson(const Origin &o)
{
    Json j = {{"kind", toJson(originKindName(o.kind))}, {"by", toJson(o.by)}};
    for (const auto &[key, value] : {std::pair{"model", o.model}, {"weights_sha256", o.weightsSha256}, {"provider", o.provider},
                                     {"device", o.device}})
        if (!value.isEmpty())
            j[key] = toJson(value);
    if (o.guidelineVersion > 0)
        j["guideline_version"] = o.guidelineVersion;
    if (!o.authenticated)
        j["authenticated"] = false;
    return j;
}

Origin originFromJson(JsonFields &parent, const Json &json)
{
    JsonFields f(json, QStringLiteral("origin"));
    f.only({"kind", "by", "model", "weights_sha256", "provider", "device", "guideline_version", "authenticated"});
    Origin o;
    const auto kind = originKindFromName(f.text("kind", QStringLiteral("human")));
    if (!kind)
        f.wrong("kind", JsonFields::tr("human, model, import or propagated"));
    o.kind = kind.value_or(OriginKind::Human);
    o.by = f.text("by");
    o.model = f.text("model");
    o.weightsSha256 = f.text("weights_sha256");
    o.provider = f.text("provider");
    o.device = f.text("device");
    o.guidelineVersion = f.integer32("guideline_version", 0);
    o.authenticated = f.boolean("authenticated", true);
    if (f.error())
        parent.take(*f.error());
    return o;
}

template <typename Identifier>
Identifier readId(JsonFields &f, const char *key)
{
    if (!f.has(key))
        return {};
    const auto id = Identifier::fromString(f.text(key));
    if (!id)
        f.wrong(key, JsonFields::tr("an id"));
    return id.value_or(Identifier{});
}

Attributes readAttributes(JsonFields &f)
{
    Attributes attributes;
    const Json &json = f.raw("attributes");
    if (json.is_null())
        return attributes;
    if (!json.is_object()) {
        f.wrong("attributes", JsonFields::tr("an object"));
        return attributes;
    }
    for (const auto &[key, value] : json.items()) {
        const auto read = valueFromJson(value);
        if (!read)
            f.note(JsonFields::tr("The attribute “%1” must be true, false, a number, a text, null or {\"unknown\":true}.")
                       .arg(QString::fromStdString(key)));
        attributes[QString::fromStdString(key)] = read.value_or(AttributeValue{});
    }
    return attributes;
}

}  // namespace

Json annotationToJson(const Annotation &a, const Schema &schema)
{
    const LabelClass *labelClass = schema.find(a.labelClass);
    Json j = {{"id", toJson(a.id.toString())},
              {"item", toJson(a.item.toString())},
              {"layer", toJson(a.layer)},
              {"class", labelClass ? toJson(labelClass->name) : Json(nullptr)},
              {"role", toJson(roleName(a.role))},
              {"track", a.track.isNull() ? Json(nullptr) : toJson(a.track.toString())},
              {"unsure", a.unsure}};
    if (a.frame)
        j["frame"] = frameToJson(*a.frame);
    j["geometry"] = geometryToJson(a.geometry);
    Json attributes = Json::object();
    for (const auto &[key, value] : a.attributes)
        attributes[key.toStdString()] = valueToJson(value);
    j["attributes"] = attributes;
    j["score"] = a.score ? Json(*a.score) : Json(nullptr);
    j["origin"] = originToJson(a.origin);
    if (!a.parent.isNull())
        j["parent"] = toJson(a.parent.toString());
    if (a.verdict != Verdict::None)
        j["verdict"] = a.verdict == Verdict::Accepted ? "accepted" : "rejected";
    if (a.zOrder != 0)
        j["z_order"] = a.zOrder;
    if (!a.group.isNull())
        j["group"] = toJson(a.group.toString());
    j["extra"] = a.extra.is_null() ? Json::object() : a.extra;
    j["created"] = toJson(isoFromMicroseconds(a.createdMicroseconds));
    j["revision"] = a.revision;
    return j;
}

Result<Annotation> annotationFromJson(const Json &json, const Schema &schema)
{
    JsonFields f(json, QStringLiteral("annotation"));
    f.only({"id", "item", "layer", "class", "role", "track", "unsure", "frame", "geometry", "attributes", "score", "origin",
            "parent", "verdict", "z_order", "group", "extra", "created", "revision"});
    Annotation a;
    a.id = readId<AnnotationId>(f, "id");
    a.item = readId<ItemId>(f, "item");
    a.layer = f.text("layer");
    if (f.has("class")) {
        const QString name = f.text("class");
        const LabelClass *labelClass = schema.find(name);
        if (!labelClass && !f.error())
            return fail(ErrorCode::NotFound, JsonFields::tr("There is no class “%1” in the label schema.").arg(name));
        a.labelClass = labelClass ? labelClass->id : ClassId{};
    }
    const auto role = roleFromName(f.text("role", QStringLiteral("object")));
    if (!role)
        f.wrong("role", JsonFields::tr("object, crowd or ignore"));
    a.role = role.value_or(Role::Object);
    a.track = readId<TrackId>(f, "track");
    a.unsure = f.boolean("unsure", false);
    if (f.has("frame"))
        a.frame = frameFromJson(f, f.raw("frame"));
    if (const auto geometry = geometryFromJson(f.raw("geometry")))
        a.geometry = *geometry;
    else
        f.take(geometry.error());
    a.attributes = readAttributes(f);
    if (f.has("score"))
        a.score = f.number("score");
    if (f.has("origin"))
        a.origin = originFromJson(f, f.raw("origin"));
    a.parent = readId<AnnotationId>(f, "parent");
    const QString verdict = f.text("verdict");
    if (verdict == QLatin1String("accepted"))
        a.verdict = Verdict::Accepted;
    else if (verdict == QLatin1String("rejected"))
        a.verdict = Verdict::Rejected;
    else if (!verdict.isEmpty())
        f.wrong("verdict", JsonFields::tr("accepted or rejected"));
    a.zOrder = f.integer32("z_order", 0);
    a.group = readId<GroupId>(f, "group");
    a.extra = f.extra("extra");
    if (f.has("created")) {
        const auto time = microsecondsFromIso(f.text("created"));
        if (!time)
            f.wrong("created", JsonFields::tr("a time like 2026-11-20T03:00:00.000000Z"));
        a.createdMicroseconds = time.value_or(0);
    }
    a.revision = f.integer("revision", 0);
    if (f.error())
        return fail(*f.error());
    return a;
}

}  // namespace plumbline::model
