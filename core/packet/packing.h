// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/packet/packetjson.h"
#include "core/packet/packetwriter.h"
#include "core/packet/workpacket.h"
#include "core/store/reader.h"
#include "core/store/recordlog.h"

#include <QSet>

/// What the packers share. Private to this folder.
namespace plumbline::packet {

/// What a project remembers of a packet it made or took: the data of its record.
struct PacketNote {
    Uuid packet;
    PacketKind kind = PacketKind::Work;
    ProjectId project;
    std::int64_t createdMicroseconds = 0;
    std::int64_t expiresMicroseconds = 0;
    QString sender;  ///< key, as text
    QString receiver;
    bool recalled = false;
    QSet<TaskId> tasks;
    QStringList people = {};  ///< whose work it is about
    Uuid answers = {};        ///< the packet that it answers; null = none
};
[[nodiscard]] QByteArray noteToData(const PacketNote &note);
[[nodiscard]] Result<PacketNote> noteFromData(const QByteArray &data);
[[nodiscard]] model::Record noteRecord(model::RecordKind kind, const PacketNote &note);
/// What is remembered of a packet, without its tasks.
[[nodiscard]] PacketNote noteOf(const Manifest &manifest);
/// Notes of packets made here and taken here lie under ids of their own.
[[nodiscard]] Uuid noteId(model::RecordKind kind, const Uuid &packet);
/// Nothing when there is none.
[[nodiscard]] Result<std::optional<PacketNote>> findNote(const store::RecordLog &log, model::RecordKind kind, const Uuid &packet);

/// The fields that every manifest has.
[[nodiscard]] Manifest begunManifest(const store::Project &project, PacketKind kind, const Packing &packing);
/// Lines of JSON that become a member.
inline void addLine(QByteArray &member, const Json &line)
{
    member += base::toJsonLine(line);
    member += '\n';
}
/// A file that goes into a packet.
struct Medium {
    QByteArray member;
    QString path;
    Sha256Digest expected;  ///< none = whatever it is
};
/// The line of an item, with its files added to `media` and, of a scene, its sensors and frames to `sceneLines`.
[[nodiscard]] Result<Json> describeItem(const store::Project &project, const store::Reader &reader, const model::Item &item,
                                        std::vector<Medium> &media, QByteArray &sceneLines);
[[nodiscard]] Result<> addMedia(PacketWriter &writer, const std::vector<Medium> &media, const jobs::JobControl &control);
/// Fails, in words, when a packet is past its day.
[[nodiscard]] Result<> stillGood(const Manifest &manifest, std::int64_t nowMicroseconds);
[[nodiscard]] Result<model::Schema> schemaOf(const PacketReader &packet);

}  // namespace plumbline::packet

/// Hashes of Qt's containers for ids.
namespace plumbline::base {
inline size_t qHash(const TaskId &id, size_t seed = 0) noexcept
{
    return std::hash<TaskId>()(id) ^ seed;
}
}  // namespace plumbline::base
