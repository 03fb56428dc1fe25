// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/cloudcase.h"

using namespace plumbline;

/// Four floats a point, plausible or not.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static fuzz::MemoryFile memory;
    memory.fill(data, size);
    auto file = memory.open();
    const QByteArray head = file->read(cloud::headBytes);
    fuzz::readAbout(cloud::openRaw(std::move(file), 4));
    return 0;
}
