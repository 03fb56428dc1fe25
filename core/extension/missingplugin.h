// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <QString>

namespace plumbline::extension {

/// Something that is wanted and cannot be had: the words that stand where a plugin's work would have been.
struct MissingPlugin {
    QString provided;  ///< "format:coco", "media:video"
    QString plugin;    ///< id of the plugin that says it provides it; empty when none is installed
    QString name;      ///< its translated name
    QString reason;    ///< translated sentence; why it is disabled or failed

    bool operator==(const MissingPlugin &) const = default;
};

/// Two or three translated sentences: what is missing, why, and what stays safe meanwhile.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString describe(const MissingPlugin &missing);

}  // namespace plumbline::extension
