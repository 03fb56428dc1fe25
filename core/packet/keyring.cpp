// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/keyring.h"

#include "core/base/atomicfile.h"
#include "core/model/jsonfields.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace plumbline::packet {

using base::toJson;
using model::JsonFields;

namespace {

constexpr qint64 largestKeyFile = 16 * 1024;
constexpr qint64 largestTrusted = 16 << 20;
constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::packet", text);
}

Json cardBody(const KeyCard &card)
{
    return {{"format", "plumbline-key"},
            {"version", 1},
            {"name", toJson(card.name)},
            {"key", toJson(card.key.text())},
            {"sealing_key", toJson(card.sealingKey.text())}};
}

Result<KeyCard> cardFrom(const Json &json, const QString &where)
{
    JsonFields f(json, where);
    KeyCard card;
    card.name = f.requiredText("name");
    const auto key = PublicKey::fromText(f.requiredText("key"));
    const auto sealingKey = SealingKey::fromText(f.requiredText("sealing_key"));
    if (f.error())
        return fail(*f.error());
    if (card.name.isEmpty() || !key || !sealingKey)
        return fail(ErrorCode::Malformed, tr("%1 does not hold a name and two keys.").arg(where));
    card.key = *key;
    card.sealingKey = *sealingKey;
    return card;
}

const QByteArray cardComment = QByteArrayLiteral("plumbline key card");

// A secret is never, not even for a moment, in a file that others can read.
Result<> writeSecret(const QString &path, QByteArrayView content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly)
        || file.write(content.data(), content.size()) != content.size() || !file.flush())
        return fail(ErrorCode::PermissionDenied, tr("The key %1 cannot be written.").arg(path), file.errorString());
    return {};
}

}  // namespace

Result<QByteArray> KeyCard::toText(const SigningKey &signer) const
{
    Json body = cardBody(*this);
    const auto signature = signer.sign(base::toJsonLine(body), cardComment);
    if (!signature)
        return fail(signature.error());
    body["signature"] = signature->toStdString();
    return base::toJsonText(body);
}

Result<KeyCard> KeyCard::fromText(const QByteArray &text)
{
    const auto json = base::parseJson(text, 8);
    if (!json || !json->is_object() || json->value("format", Json()) != "plumbline-key")
        return fail(ErrorCode::Malformed, tr("This is no key card."));
    JsonFields f(*json, tr("The key card"));
    if (f.integer("version", 0) > 1)
        return fail(ErrorCode::NewerVersion, tr("The key card was made by a newer version of the program."));
    f.only({"format", "version", "name", "key", "sealing_key", "signature"});
    const QByteArray signature = f.requiredText("signature").toLatin1();
    if (f.error())
        return fail(*f.error());
    const auto card = cardFrom(*json, tr("The key card"));
    if (!card)
        return card;
    if (!verifySignature(signature, base::toJsonLine(cardBody(*card)), card->key, cardComment))
        return fail(ErrorCode::Malformed, tr("The key card was altered: its signature does not fit."));
    return card;
}

QString Keyring::standardFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/plumbline/keys");
}

bool Keyring::hasKeys() const
{
    return QFileInfo::exists(m_folder + QStringLiteral("/sign.key")) || QFileInfo::exists(m_folder + QStringLiteral("/open.key"));
}

Result<KeyCard> Keyring::generate(const QString &name, QByteArrayView passphrase)
{
    if (name.isEmpty() || name.size() > 200)
        return fail(ErrorCode::InvalidArgument, tr("The keys need a name of at most 200 characters."));
    if (hasKeys())
        return fail(ErrorCode::AlreadyExists,
                    tr("There are keys in %1 already; they are kept. Move them away to make new ones.").arg(m_folder));
    if (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, ownerOnly | QFileDevice::ExeOwner))
        return fail(ErrorCode::PermissionDenied, tr("The folder %1 cannot be made.").arg(m_folder));
    const auto signing = SigningKey::generate();
    const auto opening = OpeningKey::generate();
    if (!signing || !opening)
        return fail(signing ? opening.error() : signing.error());
    const auto signFile = signing->file(passphrase);
    const auto openFile = opening->file(passphrase);
    if (!signFile || !openFile)
        return fail(signFile ? openFile.error() : signFile.error());
    const KeyCard card{name, signing->publicKey(), opening->sealingKey()};
    const auto text = card.toText(*signing);
    if (!text)
        return fail(text.error());
    for (const auto &[file, content] :
         {std::pair{QStringLiteral("/sign.key"), *signFile}, {QStringLiteral("/open.key"), *openFile}})
        if (const auto written = writeSecret(m_folder + file, content); !written)
            return fail(written.error());
    for (const auto &[file, content] :
         {std::pair{QStringLiteral("/sign.pub"), card.key.file()}, {QStringLiteral("/card.plumbkey"), *text}})
        if (const auto written = base::writeFileAtomically(m_folder + file, content); !written)
            return fail(written.error());
    return card;
}

Result<QByteArray> Keyring::secret(const QString &name) const
{
    const QFileInfo info(m_folder + QLatin1Char('/') + name);
    if (!info.exists())
        return fail(ErrorCode::NotFound, tr("You have no keys in %1 yet; “packet keygen” makes them.").arg(m_folder));
    if (info.permissions()
        & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther))
        return fail(ErrorCode::PermissionDenied,
                    tr("Others on this machine can read your key %1. Make new keys; of this one take the "
                       "rights away (chmod 600) only when nobody can have read it.")
                        .arg(info.filePath()));
    return base::readFile(info.filePath(), largestKeyFile);
}

Result<SigningKey> Keyring::signingKey(QByteArrayView passphrase) const
{
    const auto content = secret(QStringLiteral("sign.key"));
    return content ? SigningKey::fromFile(*content, passphrase) : fail(content.error());
}

Result<OpeningKey> Keyring::openingKey(QByteArrayView passphrase) const
{
    const auto content = secret(QStringLiteral("open.key"));
    return content ? OpeningKey::fromFile(*content, passphrase) : fail(content.error());
}

Result<KeyCard> Keyring::ownCard() const
{
    if (!hasKeys())
        return fail(ErrorCode::NotFound, tr("You have no keys in %1 yet; “packet keygen” makes them.").arg(m_folder));
    const auto text = base::readFile(cardPath(), largestKeyFile);
    return text ? KeyCard::fromText(*text) : fail(text.error());
}

Result<std::vector<KeyCard>> Keyring::trusted() const
{
    std::vector<KeyCard> cards;
    const QString path = m_folder + QStringLiteral("/trusted.json");
    if (!QFileInfo::exists(path))
        return cards;
    const auto text = base::readFile(path, largestTrusted);
    if (!text)
        return fail(text.error());
    const auto json = base::parseJson(*text, 8);
    if (!json || !json->is_array())
        return fail(ErrorCode::Corrupt, tr("%1 is damaged.").arg(path));
    for (const Json &entry : *json) {
        auto card = cardFrom(entry, path);
        if (!card)
            return fail(card.error());
        cards.push_back(std::move(*card));
    }
    return cards;
}

Result<> Keyring::storeTrusted(const std::vector<KeyCard> &cards) const
{
    Json list = Json::array();
    for (const KeyCard &card : cards)
        list.push_back(
            {{"name", toJson(card.name)}, {"key", toJson(card.key.text())}, {"sealing_key", toJson(card.sealingKey.text())}});
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::PermissionDenied, tr("The folder %1 cannot be made.").arg(m_folder));
    return base::writeFileAtomically(m_folder + QStringLiteral("/trusted.json"), base::toJsonText(list));
}

Result<> Keyring::trust(KeyCard card, const QString &name)
{
    auto cards = trusted();
    if (!cards)
        return fail(cards.error());
    card.name = name;
    // One key is one person: under two names it could speak for both.
    const auto same =
        std::find_if(cards->begin(), cards->end(), [&](const KeyCard &c) { return c.key == card.key && c.name != name; });
    if (same != cards->end())
        return fail(ErrorCode::AlreadyExists, tr("This key is trusted as “%1” already.").arg(same->name));
    std::erase_if(*cards, [&](const KeyCard &c) { return c.name == name; });
    cards->push_back(std::move(card));
    std::sort(cards->begin(), cards->end(), [](const KeyCard &a, const KeyCard &b) { return a.name < b.name; });
    return storeTrusted(*cards);
}

Result<> Keyring::distrust(const QString &name)
{
    auto cards = trusted();
    if (!cards)
        return fail(cards.error());
    if (std::erase_if(*cards, [&](const KeyCard &c) { return c.name == name; }) == 0)
        return fail(ErrorCode::NotFound, tr("No sender is trusted as “%1”.").arg(name));
    return storeTrusted(*cards);
}

Result<std::optional<QString>> Keyring::nameOf(const PublicKey &key) const
{
    if (hasKeys()) {
        const auto own = ownCard();
        if (!own)
            return fail(own.error());
        if (own->key == key)
            return std::optional<QString>(own->name);
    }
    const auto cards = trusted();
    if (!cards)
        return fail(cards.error());
    const auto found = std::find_if(cards->begin(), cards->end(), [&](const KeyCard &c) { return c.key == key; });
    return found == cards->end() ? std::optional<QString>() : std::optional<QString>(found->name);
}

}  // namespace plumbline::packet
