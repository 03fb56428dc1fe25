// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/json.h"
#include "core/base/sha256.h"

#include <QStringList>

#include <cstdint>

namespace plumbline::model {

enum class ItemKind { Image, Video, Scene, Transcript };

[[nodiscard]] PLUMBLINE_CORE_EXPORT QString itemKindName(ItemKind kind);
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<ItemKind> itemKindFromName(QStringView name);

/// Something to label: a value, bound to its media by hash.
struct Item {
    ItemId id;
    ItemKind kind = ItemKind::Image;
    /// Where the media lie: relative to the project folder, or "root-name:relative/path" below a named root, or absolute.
    QString path;
    /// Name in the data set it came from (file name with folders); what formats match on. Defaults to the file name.
    QString name;
    Sha256Digest contentSha256;  ///< of the file; none when the media were never seen (import without pictures)
    std::int64_t bytes = 0;
    std::int32_t width = 0;   ///< pixels of the upright picture; 0 = unknown
    std::int32_t height = 0;
    std::int64_t frames = 1;
    QStringList tags;
    QString licence;
    Json provenance;  ///< acquisition facts (camera, capture time…); null when unknown
    Json extra;       ///< namespaced foreign data, e.g. {"coco":{"id":42}}; null when none
    bool operator==(const Item &) const = default;
};

}  // namespace plumbline::model
