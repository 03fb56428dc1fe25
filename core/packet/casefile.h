// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/item.h"
#include "core/model/scene.h"
#include "core/model/schema.h"
#include "core/packet/packetreader.h"

#include <map>
#include <optional>
#include <vector>

/// What an adjudication packet holds, as values for those who show it.
namespace plumbline::packet {

struct PacketCase {
    Uuid id;
    ItemId item;
    QString why;  ///< "missing", "class", "shape"…
    double likeness = 1;
    std::vector<std::pair<QString, model::Annotation>> versions;  ///< by letter
    QStringList absent;  ///< letters of those who saw the item and have no such object
    std::optional<model::Annotation> base;  ///< what all versions were made from
};

struct CaseItem {
    model::Item item;
    std::optional<model::Scene> scene;
    std::map<QString, QByteArray> media;  ///< path below the scene's folder (empty for other kinds) → member; paths are safe
};

struct CaseFile {
    model::Schema schema;
    std::vector<PacketCase> cases;  ///< as in the packet
    std::map<ItemId, CaseItem> items;
};

/// Malformed for a packet of another kind, and for one that does not hold what its summary says. Any thread.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<CaseFile> readCases(const PacketReader &packet);

}  // namespace plumbline::packet
