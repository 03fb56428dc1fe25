// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/packet/sealing.h"

#include <QStringList>

namespace plumbline::packet {

/// What a packet carries.
enum class PacketKind {
    Work,          ///< tasks for people, with all they need
    Submissions,   ///< what they handed in
    Adjudication,  ///< what people disagree on
    Decisions,     ///< what was decided about that
    Recall,        ///< an earlier packet is not to be worked on any more
};

[[nodiscard]] PLUMBLINE_CORE_EXPORT QString packetKindName(PacketKind kind);
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<PacketKind> packetKindFromName(const QString &name);

/// Who signs: a name as the sender gives it. Whether it is true is for the receiver's list of trusted senders to say.
struct Sender {
    QString name;
    PublicKey key;
    std::optional<SealingKey> sealingKey;  ///< for the answer
    bool operator==(const Sender &) const = default;
};

/// Summary of a packet, signed with it: what is shown before anything is taken.
struct PLUMBLINE_CORE_EXPORT Manifest {
    static constexpr int formatVersion = 1;

    PacketKind kind = PacketKind::Work;
    Uuid id;
    ProjectId project;  ///< of the one who hands out work; answers name the same one
    QString projectName;
    Uuid answers;       ///< the packet that this one answers or recalls; null = none
    std::int64_t createdMicroseconds = 0;
    std::int64_t expiresMicroseconds = 0;  ///< 0 = never
    Sender sender;
    QString receiver;   ///< name; empty = whoever has it
    QString cohort;     ///< empty = not made for one
    QStringList people; ///< members whose work it is about, sorted
    int schemaVersion = 0;
    QString guidelineSha256;  ///< hexadecimal; empty = no guideline
    std::int64_t items = 0;
    std::int64_t tasks = 0;
    std::int64_t annotations = 0;
    std::int64_t submissions = 0;
    std::int64_t cases = 0;
    std::int64_t decisions = 0;
    bool operator==(const Manifest &) const = default;

    /// One line of JSON, keys in the order of docs/packets.md, and a line feed.
    [[nodiscard]] QByteArray toText() const;
    /// NewerVersion for a later form; otherwise Malformed unless it is exactly what toText() writes.
    [[nodiscard]] static Result<Manifest> fromText(const QByteArray &text);
};

}  // namespace plumbline::packet
