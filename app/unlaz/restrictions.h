// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plumbline::unlaz {

/// From here on this process can read its open files, write to its pipe, take up to a gigabyte of memory, and nothing else.
/// False where the system does not offer that; the memory is limited in any case.
bool restrictProcess();

}  // namespace plumbline::unlaz
