// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/packedlas.h"
#include "tests/fuzz/cloudcase.h"

using namespace plumbline;

/// LAS, whatever its magic.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static fuzz::MemoryFile memory;
    memory.fill(data, size);
    auto file = memory.open();
    const QByteArray head = file->read(cloud::headBytes);
    fuzz::readAbout(
        cloud::openLas(std::move(file), head,
                       [](auto, int, std::size_t, const cloud::Packing &) -> Result<std::unique_ptr<cloud::RecordStream>> {
                           return fail(ErrorCode::Unsupported, QStringLiteral("no unpacking here"));
                       }));
    return 0;
}
