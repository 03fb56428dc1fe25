// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/manifest.h"

#include "core/base/json.h"
#include "core/base/sha256.h"
#include "core/model/annotation.h"
#include "core/model/jsonfields.h"

#include <QCoreApplication>

#include <array>

namespace plumbline::packet {

using base::toJson;
using model::JsonFields;

namespace {

constexpr std::array<const char *, 5> kindNames{"work", "submissions", "adjudication", "decisions", "recall"};

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::packet", text);
}

Json idOrNull(const Uuid &id)
{
    return id.isNull() ? Json(nullptr) : toJson(id.toString());
}

Uuid idOf(JsonFields &f, const char *key)
{
    if (!f.has(key))
        return {};
    const auto id = Uuid::fromString(f.text(key));
    if (!id)
        f.wrong(key, tr("an id"));
    return id.value_or(Uuid{});
}

std::int64_t timeOf(JsonFields &f, const char *key)
{
    if (!f.has(key))
        return 0;
    const auto time = model::microsecondsFromIso(f.text(key));
    if (!time)
        f.wrong(key, tr("a time like 2026-11-20T03:00:00.000000Z"));
    return time.value_or(0);
}

Sender senderOf(JsonFields &f)
{
    Sender sender;
    JsonFields s(f.raw("sender"), QStringLiteral("sender"));
    sender.name = s.requiredText("name");
    const auto key = PublicKey::fromText(s.requiredText("key"));
    if (!key)
        s.wrong("key", tr("a public key of minisign"));
    sender.key = key.value_or(PublicKey{});
    if (s.has("sealing_key")) {
        sender.sealingKey = SealingKey::fromText(s.text("sealing_key"));
        if (!sender.sealingKey)
            s.wrong("sealing_key", tr("a key"));
    }
    if (s.error())
        f.take(*s.error());
    return sender;
}

}  // namespace

QString packetKindName(PacketKind kind)
{
    return QLatin1String(kindNames[static_cast<std::size_t>(kind)]);
}

std::optional<PacketKind> packetKindFromName(const QString &name)
{
    for (std::size_t i = 0; i < kindNames.size(); ++i)
        if (name == QLatin1String(kindNames[i]))
            return static_cast<PacketKind>(i);
    return std::nullopt;
}

QByteArray Manifest::toText() const
{
    Json names = Json::array();
    for (const QString &person : people)
        names.push_back(toJson(person));
    const Json json = {
        {"format", "plumbline-packet"},
        {"version", formatVersion},
        {"kind", toJson(packetKindName(kind))},
        {"id", toJson(id.toString())},
        {"project", toJson(project.toString())},
        {"project_name", toJson(projectName)},
        {"answers", idOrNull(answers)},
        {"created", toJson(model::isoFromMicroseconds(createdMicroseconds))},
        {"expires", expiresMicroseconds == 0 ? Json(nullptr) : toJson(model::isoFromMicroseconds(expiresMicroseconds))},
        {"sender",
         {{"name", toJson(sender.name)},
          {"key", toJson(sender.key.text())},
          {"sealing_key", sender.sealingKey ? toJson(sender.sealingKey->text()) : Json(nullptr)}}},
        {"receiver", toJson(receiver)},
        {"cohort", toJson(cohort)},
        {"people", names},
        {"schema_version", schemaVersion},
        {"guideline_sha256", toJson(guidelineSha256)},
        {"items", items},
        {"tasks", tasks},
        {"annotations", annotations},
        {"submissions", submissions},
        {"cases", cases},
        {"decisions", decisions},
    };
    return base::toJsonLine(json) + '\n';
}

Result<Manifest> Manifest::fromText(const QByteArray &text)
{
    const auto json = base::parseJson(text, 8);
    if (!json)
        return fail(ErrorCode::Malformed, tr("The summary of the packet cannot be read."), json.error().text);
    JsonFields f(*json, QStringLiteral("manifest.json"));
    if (f.text("format") != QLatin1String("plumbline-packet"))
        return fail(ErrorCode::Malformed, tr("This is no packet: its summary is of another kind."));
    if (f.integer("version", 0) > formatVersion)
        return fail(ErrorCode::NewerVersion,
                    tr("The packet was made by a newer version of the program. Update this one to open it."));
    Manifest m;
    const auto kind = packetKindFromName(f.text("kind"));
    if (!kind)
        f.wrong("kind", tr("work, submissions, adjudication, decisions or recall"));
    m.kind = kind.value_or(PacketKind::Work);
    m.id = idOf(f, "id");
    m.project.uuid = idOf(f, "project");
    if (m.id.isNull() || m.project.isNull())
        f.wrong("id", tr("an id"));
    m.projectName = f.text("project_name");
    m.answers = idOf(f, "answers");
    m.createdMicroseconds = timeOf(f, "created");
    m.expiresMicroseconds = timeOf(f, "expires");
    m.sender = senderOf(f);
    m.receiver = f.text("receiver");
    m.cohort = f.text("cohort");
    m.people = f.texts("people");
    m.schemaVersion = f.integer32("schema_version", 0);
    m.guidelineSha256 = f.text("guideline_sha256");
    for (const auto &[key, count] : {std::pair{"items", &m.items},
                                     {"tasks", &m.tasks},
                                     {"annotations", &m.annotations},
                                     {"submissions", &m.submissions},
                                     {"cases", &m.cases},
                                     {"decisions", &m.decisions}}) {
        *count = f.integer(key, 0);
        if (*count < 0)
            f.wrong(key, tr("a count"));
    }
    if (f.error())
        return fail(ErrorCode::Malformed, tr("The summary of the packet is damaged: %1").arg(f.error()->text));
    // One packet has one summary: no second spelling, no key that is passed over.
    if (m.toText() != text)
        return fail(ErrorCode::Malformed, tr("The summary of the packet is not written as packets write it."));
    return m;
}

}  // namespace plumbline::packet
