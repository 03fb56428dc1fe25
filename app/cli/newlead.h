// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "core/packet/workpacket.h"

/// Whoever makes a project is its lead. Under another name than the account's they can prove it later only with a secret, so the
/// one they act with becomes theirs in the new project.
namespace plumbline::cli {

struct NewLead {
    store::Person person;
    QByteArray secret;  ///< empty = none is needed, or none was given
};

/// Reads the secret, before anything is made. Fails as reading and hashing of secrets do.
[[nodiscard]] Result<NewLead> newLead(const Context &context);
/// Sets it in the project that was made. Nothing without a secret.
[[nodiscard]] Result<> keepSecret(store::Project &project, const NewLead &lead);
/// packet::openWork; where it makes a project, the secret is kept in it.
[[nodiscard]] Result<packet::OpenReport> takeWork(Context &context, const packet::PacketReader &packet, const QString &folder);

}  // namespace plumbline::cli
