// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/signing.h"

#include <QCoreApplication>
#include <QtEndian>

#include <sodium.h>

#include <cstring>

namespace plumbline::packet {

namespace {

constexpr qsizetype idSize = 8;
constexpr qsizetype checkSize = 32;
constexpr qsizetype headSize = 2 + 2 + 2 + 32 + 8 + 8;
// 128 MiB and about half a second; the file says so, so that minisign reads it as well as its own.
constexpr std::uint64_t operationsLimit = 4'194'304;
constexpr std::uint64_t memoryLimit = std::uint64_t(128) << 20;
// A key file from elsewhere may ask for what minisign itself asks for, and no more.
constexpr std::uint64_t mostOperations = 1ULL << 26;
constexpr std::uint64_t mostMemory = 1ULL << 30;
const QByteArray signAlgorithm = QByteArrayLiteral("Ed");
const QByteArray hashedAlgorithm = QByteArrayLiteral("ED");
const QByteArray untrusted = QByteArrayLiteral("untrusted comment: ");
const QByteArray trusted = QByteArrayLiteral("trusted comment: ");

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

std::optional<QByteArray> exactBase64(const QByteArray &text, qsizetype size)
{
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != size || decoded.decoded.toBase64() != text)
        return std::nullopt;
    return decoded.decoded;
}

// XORs the part of a key file that the passphrase protects.
Result<> mask(SecretBytes &part, QByteArrayView passphrase, const QByteArray &salt, std::uint64_t operations,
              std::uint64_t memory)
{
    SecretBytes stream(part.size());
    if (crypto_pwhash_scryptsalsa208sha256(stream.data(), static_cast<unsigned long long>(stream.size()), passphrase.data(),
                                           static_cast<unsigned long long>(passphrase.size()), raw(salt), operations, memory)
        != 0)
        return fail(ErrorCode::TooLarge, tr("There is not enough memory to check the passphrase."));
    for (qsizetype i = 0; i < part.size(); ++i)
        part.data()[i] ^= stream.data()[i];
    return {};
}

QByteArray checkOf(const QByteArray &algorithm, const unsigned char *idAndSecret, qsizetype size)
{
    QByteArray check(checkSize, '\0');
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, checkSize);
    crypto_generichash_update(&state, raw(algorithm), static_cast<unsigned long long>(algorithm.size()));
    crypto_generichash_update(&state, idAndSecret, static_cast<unsigned long long>(size));
    crypto_generichash_final(&state, raw(check), checkSize);
    return check;
}

QByteArray contentHash(QByteArrayView content)
{
    QByteArray hash(crypto_generichash_BYTES_MAX, '\0');
    crypto_generichash(raw(hash), static_cast<std::size_t>(hash.size()), raw(content),
                       static_cast<unsigned long long>(content.size()), nullptr, 0);
    return hash;
}

QByteArray number64(std::uint64_t value)
{
    const std::uint64_t little = qToLittleEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&little), sizeof little);
}

QByteArray signatureText(const QByteArray &id, const QByteArray &signature, const QByteArray &comment, const QByteArray &global)
{
    return untrusted + "signature of a Plumbline packet\n" + (hashedAlgorithm + id + signature).toBase64() + '\n' + trusted
           + comment + '\n' + global.toBase64() + '\n';
}

}  // namespace

Result<> startCryptography()
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Failed, tr("The library for signatures and encryption does not start."));
    return {};
}

SecretBytes::~SecretBytes()
{
    if (!m_bytes.isEmpty())
        sodium_memzero(m_bytes.data(), static_cast<std::size_t>(m_bytes.size()));
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

QString PublicKey::text() const
{
    return QString::fromLatin1((signAlgorithm + id + key).toBase64());
}

std::optional<PublicKey> PublicKey::fromText(const QString &text)
{
    const auto decoded = exactBase64(text.toLatin1(), 2 + idSize + crypto_sign_PUBLICKEYBYTES);
    if (!decoded || !decoded->startsWith(signAlgorithm))
        return std::nullopt;
    return PublicKey{decoded->mid(2, idSize), decoded->mid(2 + idSize)};
}

QString PublicKey::idText() const
{
    QByteArray reversed = id;
    std::reverse(reversed.begin(), reversed.end());
    return QString::fromLatin1(reversed.toHex().toUpper());
}

QByteArray PublicKey::file() const
{
    return untrusted + "minisign public key " + idText().toLatin1() + '\n' + text().toLatin1() + '\n';
}

Result<QByteArray> writeSecretFile(const SecretFile &file, QByteArrayView passphrase)
{
    if (const auto started = startCryptography(); !started)
        return fail(started.error());
    SecretBytes part(idSize + file.secret.size() + checkSize);
    std::memcpy(part.data(), file.id.constData(), idSize);
    std::memcpy(part.data() + idSize, file.secret.data(), static_cast<std::size_t>(file.secret.size()));
    const QByteArray check = checkOf(file.algorithm, part.data(), idSize + file.secret.size());
    std::memcpy(part.data() + idSize + file.secret.size(), check.constData(), checkSize);
    QByteArray salt(crypto_pwhash_scryptsalsa208sha256_SALTBYTES, '\0');
    const bool locked = !passphrase.isEmpty();
    if (locked) {
        randombytes_buf(salt.data(), static_cast<std::size_t>(salt.size()));
        if (const auto masked = mask(part, passphrase, salt, operationsLimit, memoryLimit); !masked)
            return fail(masked.error());
    }
    const QByteArray head = file.algorithm + (locked ? QByteArrayLiteral("Sc") : QByteArray(2, '\0')) + "B2" + salt
                            + number64(locked ? operationsLimit : 0) + number64(locked ? memoryLimit : 0);
    const QByteArrayView rest(reinterpret_cast<const char *>(part.data()), part.size());
    return untrusted + (locked ? "minisign encrypted secret key\n" : "minisign secret key\n")
           + (head + rest.toByteArray()).toBase64() + '\n';
}

Result<SecretFile> readSecretFile(QByteArrayView content, const QByteArray &algorithm, qsizetype secretSize,
                                  QByteArrayView passphrase)
{
    if (const auto started = startCryptography(); !started)
        return fail(started.error());
    const auto bad = [] { return fail(ErrorCode::Malformed, tr("The key file is damaged, or holds another kind of key.")); };
    const QList<QByteArray> lines = content.toByteArray().split('\n');
    if (lines.size() < 2 || !lines[0].startsWith(untrusted))
        return bad();
    const auto bytes = exactBase64(lines[1].trimmed(), headSize + idSize + secretSize + checkSize);
    if (!bytes || !bytes->startsWith(algorithm) || bytes->mid(4, 2) != "B2")
        return bad();
    const bool locked = bytes->mid(2, 2) == "Sc";
    if (!locked && bytes->mid(2, 2) != QByteArray(2, '\0'))
        return bad();
    SecretBytes part(bytes->size() - headSize);
    std::memcpy(part.data(), bytes->constData() + headSize, static_cast<std::size_t>(part.size()));
    if (locked) {
        const auto operations = qFromLittleEndian<std::uint64_t>(bytes->constData() + 38);
        const auto memory = qFromLittleEndian<std::uint64_t>(bytes->constData() + 46);
        if (operations > mostOperations || memory > mostMemory)
            return fail(ErrorCode::TooLarge, tr("The key file asks for more memory or time than any key needs."));
        if (passphrase.isEmpty())
            return fail(ErrorCode::PermissionDenied, tr("The key is protected; its passphrase is needed."));
        if (const auto masked = mask(part, passphrase, bytes->mid(6, 32), operations, memory); !masked)
            return fail(masked.error());
    }
    const QByteArray check = checkOf(algorithm, part.data(), idSize + secretSize);
    if (sodium_memcmp(check.constData(), part.data() + idSize + secretSize, checkSize) != 0)
        return locked ? fail(ErrorCode::PermissionDenied, tr("The passphrase is wrong, or the key file is damaged.")) : bad();
    SecretFile file{algorithm, QByteArray(reinterpret_cast<const char *>(part.data()), idSize), SecretBytes(secretSize)};
    std::memcpy(file.secret.data(), part.data() + idSize, static_cast<std::size_t>(secretSize));
    return file;
}

Result<QByteArray> SecretKey::file(QByteArrayView passphrase) const
{
    return writeSecretFile(m_file, passphrase);
}

Result<SecretFile> SecretKey::fresh(const QByteArray &algorithm, qsizetype secretSize)
{
    if (const auto started = startCryptography(); !started)
        return fail(started.error());
    SecretFile file{algorithm, QByteArray(idSize, '\0'), SecretBytes(secretSize)};
    randombytes_buf(file.id.data(), idSize);
    return file;
}

Result<SigningKey> SigningKey::generate()
{
    auto file = fresh(signAlgorithm, crypto_sign_SECRETKEYBYTES);
    if (!file)
        return fail(file.error());
    SigningKey key(std::move(*file));
    QByteArray publicPart(crypto_sign_PUBLICKEYBYTES, '\0');
    crypto_sign_keypair(raw(publicPart), key.secret());
    return key;
}

Result<SigningKey> SigningKey::fromFile(QByteArrayView content, QByteArrayView passphrase)
{
    auto file = readSecretFile(content, signAlgorithm, crypto_sign_SECRETKEYBYTES, passphrase);
    return file ? Result<SigningKey>(SigningKey(std::move(*file))) : fail(file.error());
}

PublicKey SigningKey::publicKey() const
{
    QByteArray publicPart(crypto_sign_PUBLICKEYBYTES, '\0');
    crypto_sign_ed25519_sk_to_pk(raw(publicPart), secret());
    return {id(), publicPart};
}

Result<QByteArray> SigningKey::sign(QByteArrayView content, const QByteArray &trustedComment) const
{
    if (const auto started = startCryptography(); !started)
        return fail(started.error());
    const QByteArray hash = contentHash(content);
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(raw(signature), nullptr, raw(hash), static_cast<unsigned long long>(hash.size()), secret());
    const QByteArray both = signature + trustedComment;
    QByteArray global(crypto_sign_BYTES, '\0');
    crypto_sign_detached(raw(global), nullptr, raw(both), static_cast<unsigned long long>(both.size()), secret());
    return signatureText(id(), signature, trustedComment, global);
}

Result<> verifySignature(QByteArrayView signature, QByteArrayView content, const PublicKey &key, const QByteArray &trustedComment)
{
    if (const auto started = startCryptography(); !started)
        return started;
    const auto wrong = [] {
        return fail(ErrorCode::Malformed, tr("The signature does not fit: the packet was altered after it was signed."));
    };
    const QList<QByteArray> lines = signature.toByteArray().split('\n');
    if (lines.size() != 5 || key.key.size() != crypto_sign_PUBLICKEYBYTES)
        return wrong();
    const auto first = exactBase64(lines[1], 2 + idSize + crypto_sign_BYTES);
    const auto second = exactBase64(lines[3], crypto_sign_BYTES);
    if (!first || !second || signature != signatureText(key.id, first->mid(2 + idSize), trustedComment, *second))
        return wrong();
    const QByteArray hash = contentHash(content);
    const QByteArray detached = first->mid(2 + idSize);
    if (crypto_sign_verify_detached(raw(detached), raw(hash), static_cast<unsigned long long>(hash.size()), raw(key.key)) != 0)
        return wrong();
    const QByteArray both = detached + trustedComment;
    if (crypto_sign_verify_detached(raw(*second), raw(both), static_cast<unsigned long long>(both.size()), raw(key.key)) != 0)
        return wrong();
    return {};
}

}  // namespace plumbline::packet
