// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pwd.h>

/// Who the operating system says is here: a name of the test's own, so that pictures show no account of the machine they were taken
/// on. Included once in a program; the program's definition comes before the system's. Set the name before anything asks.
namespace plumbline::test {
inline char signedInAs[32] = "mara";
}

extern "C" __attribute__((visibility("default"))) passwd *getpwuid(uid_t id) noexcept
{
    static char empty[1] = "";
    static passwd entry{};
    entry.pw_name = plumbline::test::signedInAs;
    entry.pw_uid = id;
    entry.pw_passwd = entry.pw_gecos = entry.pw_dir = entry.pw_shell = empty;
    return &entry;
}
