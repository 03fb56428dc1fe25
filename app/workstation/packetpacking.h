// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/packet/workpacket.h"

#include <QStringList>

#include <memory>
#include <vector>

/// Making packets, as a function of copied inputs that runs on a worker.
namespace plumbline::workstation {

enum class PackWhat { Work, Submissions, Cases, Recall, Decisions };

/// All that is needed to make one packet.
struct PackOrder {
    PackWhat what = PackWhat::Work;
    std::shared_ptr<store::Project> project;  ///< null for decisions
    store::Person person;
    QString path;  ///< nothing may lie there; of a recall may be empty: then no notice is written
    QString keys;  ///< folder of the keyring
    QByteArray passphrase;
    QStringList receivers;  ///< trusted people to seal it to; none = readable by all
    std::int64_t expiresMicroseconds = 0;

    QStringList people;  ///< Work: assignees
    QString cohort;      ///< Work: of all its members
    QString named;       ///< Work: only items whose name contains this; empty = all
    std::int64_t most = 0;  ///< Work: items at most; 0 = all

    double iou = 0.5;     ///< Cases, see packet::CaseChoice
    double alike = 0.75;
    bool media = true;

    Uuid packet;  ///< Recall: which
    std::shared_ptr<packet::PacketReader> cases;  ///< Decisions: about these
    std::vector<Json> decisions;  ///< see packet::packDecisions
};
/// Makes the packet and remembers it in the project. PermissionDenied without the role and for a wrong passphrase; NotFound without
/// keys, and when there is nothing to pack.
[[nodiscard]] Result<packet::PackReport> makePacket(const PackOrder &order, const jobs::JobControl &control);

}  // namespace plumbline::workstation
