// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plumbline::extension {

/// Why a file cannot be a whole shared library of this machine, translated; empty when it can be one. Reads headers only.
/// The dynamic linker maps a module without comparing the sizes in its headers with the file's, so a truncated one would
/// end the program with SIGBUS. Format: System V ABI, chapters 4 and 5 (ELF-64, little endian).
[[nodiscard]] QString whyNotWholeLibrary(const QString &path);

}  // namespace plumbline::extension
