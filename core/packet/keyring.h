// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/packet/sealing.h"

#include <QString>

#include <optional>
#include <vector>

namespace plumbline::packet {

/// Public halves of somebody's keys under a name, signed with the first of them so that they stay together: what people give each
/// other. Whether the name is theirs is for the one who takes it to find out, on another way than the card came.
struct PLUMBLINE_CORE_EXPORT KeyCard {
    QString name;
    PublicKey key;
    SealingKey sealingKey;
    bool operator==(const KeyCard &) const = default;

    [[nodiscard]] Result<QByteArray> toText(const SigningKey &signer) const;
    [[nodiscard]] static Result<KeyCard> fromText(const QByteArray &text);
};

/// The keys of one user and the senders they trust: a folder that only the user can read. One thread; every change is on the disk
/// when the call returns.
///   sign.key, sign.pub   minisign's files
///   open.key             the same form, for opening sealed packets
///   card.plumbkey        the public halves, to be given away
///   trusted.json         senders whose packets are taken
class PLUMBLINE_CORE_EXPORT Keyring
{
public:
    /// In the user's settings.
    [[nodiscard]] static QString standardFolder();
    explicit Keyring(QString folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] bool hasKeys() const;
    /// AlreadyExists when there are keys: what is sealed for lost keys opens never again.
    [[nodiscard]] Result<KeyCard> generate(const QString &name, QByteArrayView passphrase);
    /// NotFound when there are none yet; PermissionDenied for a wrong passphrase and for files that others can read.
    [[nodiscard]] Result<SigningKey> signingKey(QByteArrayView passphrase) const;
    [[nodiscard]] Result<OpeningKey> openingKey(QByteArrayView passphrase) const;
    [[nodiscard]] Result<KeyCard> ownCard() const;
    [[nodiscard]] QString cardPath() const { return m_folder + QStringLiteral("/card.plumbkey"); }

    [[nodiscard]] Result<std::vector<KeyCard>> trusted() const;
    /// Under the name given, which need not be the card's. Replaces what the name had before.
    [[nodiscard]] Result<> trust(KeyCard card, const QString &name);
    /// NotFound when there is no such one.
    [[nodiscard]] Result<> distrust(const QString &name);
    /// Name under which a key is trusted; the user's own key is. Nothing = a stranger.
    [[nodiscard]] Result<std::optional<QString>> nameOf(const PublicKey &key) const;

private:
    [[nodiscard]] Result<QByteArray> secret(const QString &name) const;
    [[nodiscard]] Result<> storeTrusted(const std::vector<KeyCard> &cards) const;

    QString m_folder;
};

}  // namespace plumbline::packet
