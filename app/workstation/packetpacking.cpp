// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/packetpacking.h"

#include "core/packet/adjudication.h"
#include "core/packet/mergepacket.h"
#include "core/packet/packetlist.h"
#include "core/store/reader.h"
#include "core/workflow/roles.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace plumbline::workstation {

namespace {

QString tr(const char *text, const char *meaning = nullptr, int n = -1)
{
    return QCoreApplication::translate("plumbline::workstation", text, meaning, n);
}

workflow::Act actOf(PackWhat what)
{
    switch (what) {
    case PackWhat::Work:
    case PackWhat::Recall: return workflow::Act::HandOut;
    case PackWhat::Cases: return workflow::Act::Adjudicate;
    case PackWhat::Submissions:
    case PackWhat::Decisions: break;
    }
    return workflow::Act::Label;
}

Result<> mayPack(const PackOrder &order)
{
    if (!order.project)
        return {};
    const auto reader = order.project->store().reader();
    return reader ? workflow::demand(**reader, order.person, actOf(order.what)) : fail(reader.error());
}

Result<std::vector<ItemId>> itemsNamed(const store::Project &project, const QString &text)
{
    std::vector<ItemId> items;
    if (text.isEmpty())
        return items;
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto visited = (*reader)->visitItems([&](const model::Item &item) -> Result<> {
        if (item.name.contains(text, Qt::CaseInsensitive))
            items.push_back(item.id);
        return {};
    });
    if (!visited)
        return fail(visited.error());
    return items.empty() ? Result<std::vector<ItemId>>(fail(ErrorCode::NotFound, tr("No item's name contains “%1”.").arg(text)))
                         : items;
}

/// The sender's key lives here while the packet is made.
struct Signer {
    packet::SigningKey key;
    packet::Packing packing;
};

Result<std::unique_ptr<Signer>> signerOf(const PackOrder &order)
{
    const packet::Keyring ring(order.keys);
    const auto card = ring.ownCard();
    auto key = ring.signingKey(order.passphrase);
    const auto trusted = ring.trusted();
    if (!card || !key)
        return fail(card ? key.error() : card.error());
    if (!trusted)
        return fail(trusted.error());
    auto signer = std::make_unique<Signer>(Signer{std::move(*key), {}});
    packet::Packing &packing = signer->packing;
    packing.key = &signer->key;
    packing.sender = {card->name, card->key, card->sealingKey};
    packing.expiresMicroseconds = order.expiresMicroseconds;
    for (const QString &name : order.receivers) {
        const auto known =
            std::find_if(trusted->begin(), trusted->end(), [&](const packet::KeyCard &c) { return c.name == name; });
        if (known == trusted->end())
            return fail(ErrorCode::NotFound, tr("You have no key of “%1”; take their card first.").arg(name));
        packing.receivers.push_back(known->sealingKey);
    }
    packing.receiver = order.receivers.join(QStringLiteral(", "));
    return signer;
}

Result<packet::PackReport> packWhat(const PackOrder &order, const packet::Packing &packing, const jobs::JobControl &control)
{
    switch (order.what) {
    case PackWhat::Work: {
        if (order.people.isEmpty() && order.cohort.isEmpty())
            return fail(ErrorCode::InvalidArgument, tr("Choose whose work it is."));
        const auto items = itemsNamed(*order.project, order.named);
        if (!items)
            return fail(items.error());
        return packet::packWork(*order.project, order.path, {order.people, order.cohort, *items, {}, order.most}, packing,
                                order.person, control);
    }
    case PackWhat::Submissions: return packet::packSubmissions(*order.project, order.path, order.person.name, packing, control);
    case PackWhat::Cases:
        return packet::packCases(*order.project, order.path, {{}, order.iou, order.alike, order.media}, packing, control);
    case PackWhat::Recall: return packet::packRecall(*order.project, order.packet, order.path, packing, control);
    case PackWhat::Decisions: return packet::packDecisions(*order.cases, order.path, order.decisions, packing, control);
    }
    return fail(ErrorCode::InvalidArgument, {});
}

}  // namespace

Result<packet::PackReport> makePacket(const PackOrder &order, const jobs::JobControl &control)
{
    if (const auto may = mayPack(order); !may)
        return fail(may.error());
    const bool noNotice = order.what == PackWhat::Recall && order.path.isEmpty();
    if (!noNotice && (order.path.isEmpty() || QFileInfo(order.path).isRelative()))
        return fail(ErrorCode::InvalidArgument, tr("Name a file for the packet."));
    if (QFileInfo::exists(order.path))
        return fail(ErrorCode::AlreadyExists, tr("There is a file %1 already; name another one.").arg(order.path));
    Result<std::unique_ptr<Signer>> signer;
    if (!noNotice) {
        signer = signerOf(order);
        if (!signer)
            return fail(signer.error());
    }
    if (order.what == PackWhat::Recall)
        if (const auto recalled = packet::recall(*order.project, order.packet, order.person); !recalled)
            return fail(recalled.error());
    if (noNotice)
        return packet::PackReport{};
    auto report = packWhat(order, (*signer)->packing, control);
    if (!report)
        return report;
    if (order.what == PackWhat::Submissions || order.what == PackWhat::Cases)
        if (const auto noted = packet::rememberPacket(*order.project, report->manifest, true, order.person); !noted)
            return fail(noted.error());
    return report;
}

}  // namespace plumbline::workstation
