// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/mediacatalog.h"
#include "core/packet/casefile.h"

#include <QImage>

namespace plumbline::workstation {

/// The versions of a case, all cut out of the same place, one picture each with its outline; null where there is nothing to be seen.
/// The media that it needs are taken out of the packet into `folder`, each once. Blocks; any thread, one at a time for a packet.
[[nodiscard]] Result<std::vector<QImage>> caseCrops(const packet::PacketReader &packet, const packet::CaseFile &file,
                                                    const packet::PacketCase &shown, const QString &folder,
                                                    const exchange::MediaOpener &opener, const jobs::JobControl &control);

}  // namespace plumbline::workstation
