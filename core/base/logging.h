// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <QString>

#include <memory>

namespace spdlog {
class logger;
}

namespace plumbline::base {

/// Where programs log: a rotating file in the state folder and, on request, standard error. Label text and gold are
/// never logged. The one global of the program. Call once, early, from the main thread.
PLUMBLINE_CORE_EXPORT void startLogging(const QString &programName, bool alsoToStandardError);

/// The program's logger; silent before startLogging. Any thread.
PLUMBLINE_CORE_EXPORT spdlog::logger &log();

/// $XDG_STATE_HOME/plumbline, made when missing. Holds logs, rescue files and the session.
PLUMBLINE_CORE_EXPORT QString stateFolder();
/// $XDG_DATA_HOME/plumbline, made when missing. Holds user plugins, models and keymaps.
PLUMBLINE_CORE_EXPORT QString dataFolder();

}  // namespace plumbline::base
