// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/manifest.h"
#include "core/packet/zipform.h"

#include <QBuffer>

using namespace plumbline;

/// What is read of a packet is exactly what is written of it: the form of the zip and the summary have one spelling. The first byte
/// says which of the readers gets the rest.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    if (data[0] % 4 == 0) {
        const auto manifest = packet::Manifest::fromText(text);
        if (manifest && manifest->toText() != text)
            __builtin_trap();
    } else if (data[0] % 4 == 1) {
        const auto key = packet::SigningKey::fromFile(text, {});
        const auto envelope = packet::openEnvelope(text, *packet::OpeningKey::generate());
        if (envelope)
            __builtin_trap();  // nobody sealed anything to a key that was made just now
    } else {
        QBuffer file;
        file.setData(text);
        file.open(QIODevice::ReadOnly);
        const auto members = packet::readZipForm(file);
        if (!members)
            return 0;
        QByteArray again;
        for (const packet::ZipMember &member : *members) {
            if (!packet::isPlainName(member.name) || member.data + member.size > std::uint64_t(text.size()))
                __builtin_trap();
            again += packet::zipHeader(member) + text.mid(qsizetype(member.data), qsizetype(member.size));
        }
        if (again + packet::zipDirectory(*members, std::uint64_t(again.size())) != text)
            __builtin_trap();
    }
    return 0;
}
