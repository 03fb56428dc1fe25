// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/packet/manifest.h"
#include "core/packet/packetlist.h"

#include <QString>

/// What packets are called in windows. Main thread only.
namespace plumbline::workstation::packets {

/// "Work", "Submissions"…
[[nodiscard]] QString kindTitle(packet::PacketKind kind);
/// One sentence on what such a packet is.
[[nodiscard]] QString kindWords(packet::PacketKind kind);
/// "12 items · 24 tasks · 30 labels": what is not there is left out.
[[nodiscard]] QString countWords(const packet::Manifest &manifest);
/// Sixteen digits in groups of four, as they are read out: "0123 4567 89AB CDEF".
[[nodiscard]] QString digitWords(const QString &keyId);
/// Day and time where the person is.
[[nodiscard]] QString timeWords(std::int64_t microseconds);
/// "out", "4 of 12 came back", "answered", "expired"…
[[nodiscard]] QString stateWords(const packet::ListedPacket &packet);
/// The key of a text that a person types as sixteen digits; spaces, hyphens and case do not count. Empty = it is none.
[[nodiscard]] QString digitsOf(const QString &typed);

}  // namespace plumbline::workstation::packets
