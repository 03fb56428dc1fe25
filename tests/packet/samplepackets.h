// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/packet/packetreader.h"
#include "core/packet/packetwriter.h"

#include <QFile>

namespace plumbline::test {

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const QString &path, const QByteArray &content)
{
    QFile::remove(path);  // writing over a file makes some file systems wait for the disk
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
}

inline packet::Manifest sampleManifest(const packet::SigningKey &key)
{
    packet::Manifest m;
    m.kind = packet::PacketKind::Work;
    m.id = Uuid::fromName("test", "packet");
    m.project.uuid = Uuid::fromName("test", "project");
    m.projectName = QStringLiteral("Streets “north”");
    m.createdMicroseconds = 1'700'000'000'000'000;
    m.sender = {QStringLiteral("lead"), key.publicKey(), std::nullopt};
    m.people = QStringList{QStringLiteral("ann")};
    m.items = 2;
    return m;
}

using Members = std::vector<std::pair<QByteArray, QByteArray>>;

inline Members sampleMembers()
{
    return {{"items.jsonl", "{\"a\":1}\n{\"a\":2}\n"}, {"media/1.png", QByteArray(3000, '\x89')}, {"media/2.png", QByteArray()}};
}

inline Result<> writePacket(const QString &path, const packet::SigningKey &key, const packet::Manifest &manifest,
                            const Members &members, const std::vector<packet::SealingKey> &receivers = {})
{
    auto writer = packet::PacketWriter::begin(path, manifest, receivers);
    if (!writer)
        return fail(writer.error());
    for (const auto &[name, content] : members)
        if (const auto added = (*writer)->add(name, content); !added)
            return added;
    return (*writer)->finish(key, {});
}

/// Everything that can be read of a packet, or the first thing that is wrong with it.
inline Result<> readAll(const QString &path, const packet::OpeningKey *key = nullptr)
{
    const auto reader = packet::PacketReader::open(path, key);
    if (!reader)
        return fail(reader.error());
    return (*reader)->verify({});
}

}  // namespace plumbline::test
