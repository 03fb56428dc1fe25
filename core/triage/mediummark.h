// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/model/item.h"
#include "core/model/scene.h"
#include "core/store/project.h"

#include <optional>

namespace plumbline::triage {

/// What tells a medium from the one that takes its place. Of a file: path, length, time of the last change and SHA-256. Of a scene:
/// path, and names and lengths of all its files. A value.
struct MediumMark {
    QString path;  ///< as the item has it
    bool there = false;
    std::int64_t bytes = 0;
    std::int64_t modified = 0;  ///< milliseconds since 1970; 0 of a scene
    QString sha256;  ///< hexadecimal
    bool operator==(const MediumMark &) const = default;
};

/// Reads the file through; `scene` null for other kinds of item. A medium that is not there or cannot be read is a mark, too.
[[nodiscard]] MediumMark markOf(const store::Project &project, const model::Item &item, const model::Scene *scene);
/// Whether another medium, or the medium that was missing, is there now. Files of equal length and time are not read again.
[[nodiscard]] bool isReplaced(const MediumMark &then, const store::Project &project, const model::Item &item,
                              const model::Scene *scene);

[[nodiscard]] Json toJson(const MediumMark &mark);
[[nodiscard]] MediumMark markFromJson(const Json &json);

}  // namespace plumbline::triage
