// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/newlead.h"

#include "core/identity/secret.h"
#include "core/workflow/members.h"

namespace plumbline::cli {

Result<NewLead> newLead(const Context &context)
{
    NewLead lead{context.person(), {}};
    if (lead.person.authenticated || context.secretPath().isEmpty())
        return lead;
    const auto read = identity::readSecretFile(context.secretPath());
    if (!read)
        return fail(read.error());
    // Hashed once only to learn in time whether it can be a secret at all.
    if (const auto hash = identity::hashSecret(*read); !hash)
        return fail(hash.error());
    lead.secret = *read;
    lead.person.authenticated = true;
    return lead;
}

Result<> keepSecret(store::Project &project, const NewLead &lead)
{
    return lead.secret.isEmpty() ? Result<>()
                                 : workflow::changeMember(project, lead.person.name, {{}, {}, lead.secret}, lead.person);
}

Result<packet::OpenReport> takeWork(Context &context, const packet::PacketReader &packet, const QString &folder)
{
    if (store::Project::isProject(folder))
        return packet::openWork(packet, folder, context.person(), context.control());
    const auto lead = newLead(context);
    if (!lead)
        return fail(lead.error());
    auto report = packet::openWork(packet, folder, lead->person, context.control());
    if (!report || lead->secret.isEmpty())
        return report;
    const auto project = store::Project::open(folder, store::Project::Access::Write);
    const auto kept = project ? keepSecret(**project, *lead) : fail(project.error());
    return kept ? std::move(report) : fail(kept.error());
}

}  // namespace plumbline::cli
