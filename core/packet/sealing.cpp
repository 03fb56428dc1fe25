// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/sealing.h"

#include "core/base/json.h"
#include "core/base/sha256.h"
#include "core/model/jsonfields.h"

#include <QCoreApplication>

#include <sodium.h>

#include <cstring>

namespace plumbline::packet {

namespace {

constexpr qsizetype idSize = 8;
constexpr qsizetype piece = 1 << 20;  // of plain content
constexpr qsizetype pieceExtra = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr qsizetype streamHead = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr qsizetype keySize = crypto_secretstream_xchacha20poly1305_KEYBYTES;
constexpr std::size_t mostReceivers = 100;
const QByteArray sealAlgorithm = QByteArrayLiteral("Xb");

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::packet", text);
}

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

tl::unexpected<Error> altered()
{
    return fail(ErrorCode::Malformed, tr("The sealed packet was altered or is cut off. Get it again from its sender."));
}

}  // namespace

QString SealingKey::text() const
{
    return QString::fromLatin1((sealAlgorithm + id + key).toBase64());
}

std::optional<SealingKey> SealingKey::fromText(const QString &text)
{
    const QByteArray latin = text.toLatin1();
    const auto decoded = QByteArray::fromBase64Encoding(latin, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != 2 + idSize + crypto_box_PUBLICKEYBYTES || !decoded.decoded.startsWith(sealAlgorithm)
        || decoded.decoded.toBase64() != latin)
        return std::nullopt;
    return SealingKey{decoded.decoded.mid(2, idSize), decoded.decoded.mid(2 + idSize)};
}

Result<OpeningKey> OpeningKey::generate()
{
    auto file = fresh(sealAlgorithm, crypto_box_SECRETKEYBYTES);
    if (!file)
        return fail(file.error());
    OpeningKey key(std::move(*file));
    QByteArray publicPart(crypto_box_PUBLICKEYBYTES, '\0');
    crypto_box_keypair(raw(publicPart), key.secret());
    return key;
}

Result<OpeningKey> OpeningKey::fromFile(QByteArrayView content, QByteArrayView passphrase)
{
    auto file = readSecretFile(content, sealAlgorithm, crypto_box_SECRETKEYBYTES, passphrase);
    return file ? Result<OpeningKey>(OpeningKey(std::move(*file))) : fail(file.error());
}

SealingKey OpeningKey::sealingKey() const
{
    QByteArray publicPart(crypto_box_PUBLICKEYBYTES, '\0');
    crypto_scalarmult_base(raw(publicPart), secret());
    return {id(), publicPart};
}

std::optional<SecretBytes> OpeningKey::unseal(QByteArrayView sealedKey) const
{
    if (sealedKey.size() != keySize + crypto_box_SEALBYTES)
        return std::nullopt;
    SecretBytes opened(keySize);
    const SealingKey own = sealingKey();
    if (crypto_box_seal_open(opened.data(), raw(sealedKey), static_cast<unsigned long long>(sealedKey.size()), raw(own.key),
                             secret())
        != 0)
        return std::nullopt;
    return opened;
}

std::uint64_t sealedSize(std::uint64_t plainSize)
{
    const std::uint64_t pieces = plainSize / piece + 1;
    return streamHead + plainSize + pieces * pieceExtra;
}

Result<Envelope> makeEnvelope(const std::vector<SealingKey> &receivers)
{
    if (const auto started = startCryptography(); !started)
        return fail(started.error());
    Envelope envelope;
    envelope.contentKey = SecretBytes(keySize);
    crypto_secretstream_xchacha20poly1305_keygen(envelope.contentKey.data());
    Json list = Json::array();
    for (const SealingKey &receiver : receivers) {
        QByteArray sealedKey(keySize + crypto_box_SEALBYTES, '\0');
        if (receiver.key.size() != crypto_box_PUBLICKEYBYTES
            || crypto_box_seal(raw(sealedKey), envelope.contentKey.data(), keySize, raw(receiver.key)) != 0)
            return fail(ErrorCode::InvalidArgument, tr("The receiver's key cannot be used."));
        list.push_back({{"receiver", receiver.text().toStdString()}, {"sealed_key", sealedKey.toBase64().toStdString()}});
    }
    envelope.text = base::toJsonLine({{"format", "plumbline-sealed-packet"}, {"version", 1}, {"receivers", list}}) + '\n';
    return envelope;
}

Result<Envelope> openEnvelope(const QByteArray &text, const OpeningKey &key)
{
    if (const auto started = startCryptography(); !started)
        return fail(started.error());
    const auto json = base::parseJson(text);
    if (!json)
        return fail(json.error());
    model::JsonFields fields(*json, QStringLiteral("envelope.json"));
    if (fields.text("format") != QLatin1String("plumbline-sealed-packet"))
        return altered();
    if (fields.integer("version", 0) > 1)
        return fail(ErrorCode::NewerVersion,
                    tr("The packet was sealed by a newer version of the program. Update this one to open it."));
    fields.only({"format", "version", "receivers"});
    const Json &list = fields.list("receivers");
    if (fields.error() || fields.integer("version", 0) != 1 || list.empty() || list.size() > mostReceivers)
        return altered();
    for (const Json &entry : list) {
        model::JsonFields receiver(entry, QStringLiteral("envelope.json"));
        const auto sealingKey = SealingKey::fromText(receiver.text("receiver"));
        if (!sealingKey || receiver.error())
            return altered();
        if (!(*sealingKey == key.sealingKey()))
            continue;
        if (auto opened = key.unseal(QByteArray::fromBase64(receiver.text("sealed_key").toLatin1())))
            return Envelope{text, std::move(*opened)};
        return altered();
    }
    return fail(ErrorCode::PermissionDenied, tr("The packet is sealed for somebody else: none of your keys opens it."));
}

Result<> seal(const Envelope &envelope, const ReadSome &plain, const WriteSome &sealed, const jobs::JobControl &control)
{
    crypto_secretstream_xchacha20poly1305_state state;
    QByteArray head(streamHead, '\0');
    crypto_secretstream_xchacha20poly1305_init_push(&state, raw(head), envelope.contentKey.data());
    if (const auto written = sealed(head); !written)
        return written;
    const QByteArray bound = base::sha256(envelope.text).toBytes();
    QByteArray out(piece + pieceExtra, '\0');
    while (true) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        // A piece that is not full is the last one, and may be empty: the end is never in doubt.
        const auto some = plain(piece);
        if (!some)
            return fail(some.error());
        const bool last = some->size() < piece;
        unsigned long long length = 0;
        crypto_secretstream_xchacha20poly1305_push(
            &state, raw(out), &length, raw(*some), static_cast<unsigned long long>(some->size()), raw(bound),
            static_cast<unsigned long long>(bound.size()),
            last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        if (const auto written = sealed(QByteArrayView(out).first(static_cast<qsizetype>(length))); !written)
            return written;
        if (last)
            break;
    }
    sodium_memzero(&state, sizeof state);
    return {};
}

Result<> unseal(const Envelope &envelope, const ReadSome &sealed, const WriteSome &plain, const jobs::JobControl &control)
{
    crypto_secretstream_xchacha20poly1305_state state;
    const auto head = sealed(streamHead);
    if (!head)
        return fail(head.error());
    if (head->size() != streamHead
        || crypto_secretstream_xchacha20poly1305_init_pull(&state, raw(*head), envelope.contentKey.data()) != 0)
        return altered();
    const QByteArray bound = base::sha256(envelope.text).toBytes();
    QByteArray out(piece, '\0');
    while (true) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const auto some = sealed(piece + pieceExtra);
        if (!some)
            return fail(some.error());
        unsigned long long length = 0;
        unsigned char tag = 0;
        if (some->size() < pieceExtra
            || crypto_secretstream_xchacha20poly1305_pull(&state, raw(out), &length, &tag, raw(*some),
                                                          static_cast<unsigned long long>(some->size()), raw(bound),
                                                          static_cast<unsigned long long>(bound.size()))
                   != 0)
            return altered();
        const bool last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        if (last != (some->size() < piece + pieceExtra))
            return altered();
        if (const auto written = plain(QByteArrayView(out).first(static_cast<qsizetype>(length))); !written)
            return written;
        if (last)
            break;
    }
    sodium_memzero(&state, sizeof state);
    const auto rest = sealed(1);
    if (!rest)
        return fail(rest.error());
    return rest->isEmpty() ? Result<>() : altered();
}

}  // namespace plumbline::packet
