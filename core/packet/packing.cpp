// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/packing.h"

#include "core/model/codec.h"
#include "core/model/jsonfields.h"

#include <QFileInfo>

#include <algorithm>

namespace plumbline::packet {

using base::toJson;
using model::JsonFields;

namespace {

constexpr qint64 largestSchema = 16 << 20;

// "png" of "a/b.PNG"; what is no plain suffix is left away.
QByteArray suffixOf(const QString &path)
{
    const QByteArray suffix = QFileInfo(path).suffix().toLower().toLatin1();
    constexpr qsizetype longest = 8;
    const bool plain = !suffix.isEmpty() && suffix.size() <= longest && std::all_of(suffix.begin(), suffix.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
    return plain ? '.' + suffix : QByteArray();
}

}  // namespace

QByteArray noteToData(const PacketNote &note)
{
    std::vector<TaskId> tasks(note.tasks.begin(), note.tasks.end());
    std::sort(tasks.begin(), tasks.end());
    Json list = Json::array();
    for (const TaskId &task : tasks)
        list.push_back(toJson(task.toString()));
    Json json = {{"packet", toJson(note.packet.toString())},
                 {"kind", toJson(packetKindName(note.kind))},
                 {"project", toJson(note.project.toString())},
                 {"created", note.createdMicroseconds},
                 {"expires", note.expiresMicroseconds},
                 {"sender", toJson(note.sender)},
                 {"receiver", toJson(note.receiver)},
                 {"recalled", note.recalled},
                 {"tasks", list}};
    // Left out when there are none: notes that were written without them stay as they are.
    if (!note.people.isEmpty()) {
        Json people = Json::array();
        for (const QString &name : note.people)
            people.push_back(toJson(name));
        json["people"] = people;
    }
    if (!note.answers.isNull())
        json["answers"] = toJson(note.answers.toString());
    return base::toJsonLine(json);
}

Result<PacketNote> noteFromData(const QByteArray &data)
{
    const auto json = base::parseJson(data);
    if (!json)
        return fail(json.error());
    JsonFields f(*json, tr("The note of a packet"));
    PacketNote note;
    note.packet = Uuid::fromString(f.text("packet")).value_or(Uuid{});
    note.kind = packetKindFromName(f.text("kind")).value_or(PacketKind::Work);
    note.project = ProjectId::fromString(f.text("project")).value_or(ProjectId{});
    note.createdMicroseconds = f.integer("created", 0);
    note.expiresMicroseconds = f.integer("expires", 0);
    note.sender = f.text("sender");
    note.receiver = f.text("receiver");
    note.recalled = f.boolean("recalled", false);
    for (const QString &task : f.texts("tasks"))
        note.tasks.insert(TaskId::fromString(task).value_or(TaskId{}));
    note.people = f.texts("people");
    note.answers = Uuid::fromString(f.text("answers")).value_or(Uuid{});
    return f.error() ? Result<PacketNote>(fail(*f.error())) : Result<PacketNote>(note);
}

Uuid noteId(model::RecordKind kind, const Uuid &packet)
{
    return Uuid::fromName(model::recordKindName(kind).toLatin1(), packet.toBytes());
}

model::Record noteRecord(model::RecordKind kind, const PacketNote &note)
{
    return {noteId(kind, note.packet), kind, {}, noteToData(note)};
}

PacketNote noteOf(const Manifest &manifest)
{
    return {manifest.id,
            manifest.kind,
            manifest.project,
            manifest.createdMicroseconds,
            manifest.expiresMicroseconds,
            manifest.sender.key.text(),
            manifest.receiver,
            false,
            {},
            manifest.people,
            manifest.answers};
}

Result<std::optional<PacketNote>> findNote(const store::RecordLog &log, model::RecordKind kind, const Uuid &packet)
{
    const auto record = log.find(noteId(kind, packet));
    if (!record)
        return fail(record.error());
    if (!*record)
        return std::optional<PacketNote>();
    auto note = noteFromData((*record)->data);
    if (!note)
        return fail(note.error());
    return std::optional(std::move(*note));
}

Manifest begunManifest(const store::Project &project, PacketKind kind, const Packing &packing)
{
    Manifest manifest;
    manifest.kind = kind;
    manifest.id = project.store().ids().version4();
    manifest.project = project.id();
    manifest.projectName = project.name();
    manifest.createdMicroseconds = project.store().clock().nowMicroseconds();
    manifest.expiresMicroseconds = packing.expiresMicroseconds;
    manifest.sender = packing.sender;
    manifest.receiver = packing.receiver;
    return manifest;
}

Result<Json> describeItem(const store::Project &project, const store::Reader &reader, const model::Item &item,
                          std::vector<Medium> &media, QByteArray &sceneLines)
{
    Json list = Json::array();
    const QByteArray id = item.id.toString().toLatin1();
    const QString path = project.mediaPath(item);
    const auto add = [&](const QString &file, const QByteArray &member, const QString &inside, const Sha256Digest &expected) {
        media.push_back({member, file, expected});
        list.push_back({{"member", member.toStdString()}, {"path", toJson(inside)}});
    };
    if (item.kind == model::ItemKind::Scene) {
        const auto scene = reader.scene(item.id);
        if (!scene)
            return fail(scene.error());
        if (!*scene)
            return fail(ErrorCode::Corrupt, tr("The scene “%1” has lost its frames.").arg(item.name));
        const QString folder = QFileInfo(path).isFile() ? QFileInfo(path).path() : path;
        QSet<QString> seen;
        for (const model::SceneFrame &frame : (*scene)->frames)
            for (const model::SensorFile &file : frame.files) {
                if (seen.contains(file.path))
                    continue;
                const QByteArray member = "media/" + id + '/' + QByteArray::number(seen.size()) + suffixOf(file.path);
                seen.insert(file.path);
                add(folder + QLatin1Char('/') + file.path, member, file.path, {});
            }
        model::Scene plain = **scene;
        plain.extra = nullptr;
        addLine(sceneLines, {{"scene", toBase64Json(model::encode(plain))}});
    } else {
        add(path, "media/" + id + suffixOf(path), {}, item.contentSha256);
    }
    return Json{{"id", toJson(item.id.toString())},
                {"kind", toJson(model::itemKindName(item.kind))},
                {"name", toJson(item.name)},
                {"sha256", item.contentSha256.isNull() ? Json(nullptr) : toJson(item.contentSha256.toHex())},
                {"bytes", item.bytes},
                {"width", item.width},
                {"height", item.height},
                {"frames", item.frames},
                {"licence", toJson(item.licence)},
                {"media", list}};
}

Result<> addMedia(PacketWriter &writer, const std::vector<Medium> &media, const jobs::JobControl &control)
{
    std::int64_t done = 0;
    for (const Medium &medium : media) {
        control.report(done++, static_cast<std::int64_t>(media.size()), tr("Packing media"));
        if (const auto added = writer.addFile(medium.member, medium.path, medium.expected, control); !added)
            return added;
    }
    return {};
}

Result<> stillGood(const Manifest &manifest, std::int64_t nowMicroseconds)
{
    if (manifest.expiresMicroseconds == 0 || nowMicroseconds <= manifest.expiresMicroseconds)
        return {};
    return fail(ErrorCode::Failed, tr("The packet was good until %1. Ask %2 for a new one.")
                                       .arg(model::isoFromMicroseconds(manifest.expiresMicroseconds), manifest.sender.name));
}

Result<model::Schema> schemaOf(const PacketReader &packet)
{
    const auto text = packet.read("schema.json", largestSchema);
    if (!text)
        return fail(text.error());
    const auto json = base::parseJson(*text, 128);
    if (!json)
        return fail(json.error());
    return model::schemaFromJson(*json);
}

}  // namespace plumbline::packet
