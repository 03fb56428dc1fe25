// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/cloudcase.h"

using namespace plumbline;

/// PCD, whatever its magic.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static fuzz::MemoryFile memory;
    memory.fill(data, size);
    auto file = memory.open();
    const QByteArray head = file->read(cloud::headBytes);
    fuzz::readAbout(cloud::openPcd(std::move(file), head, fuzz::tightBudget()));
    return 0;
}
