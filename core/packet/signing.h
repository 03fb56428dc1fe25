// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

/// Keys and signatures in minisign's files, so that the stock program reads and writes them too. Ed25519 over BLAKE2b-512 of the
/// content. Source: the format section of minisign's manual, version 0.11.
namespace plumbline::packet {

/// Public half of a key: what packets of a sender are recognised by.
struct PLUMBLINE_CORE_EXPORT PublicKey {
    QByteArray id;   ///< 8 bytes, chosen at random
    QByteArray key;  ///< 32 bytes
    bool operator==(const PublicKey &) const = default;

    /// 56 characters that begin with "RW": what minisign -P takes.
    [[nodiscard]] QString text() const;
    [[nodiscard]] static std::optional<PublicKey> fromText(const QString &text);
    /// Content of a minisign .pub file.
    [[nodiscard]] QByteArray file() const;
    /// Sixteen hexadecimal digits, as minisign prints them.
    [[nodiscard]] QString idText() const;
};

/// Bytes that are wiped when they go.
class PLUMBLINE_CORE_EXPORT SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(qsizetype size) : m_bytes(size, '\0') {}
    ~SecretBytes();
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    [[nodiscard]] unsigned char *data() { return reinterpret_cast<unsigned char *>(m_bytes.data()); }
    [[nodiscard]] const unsigned char *data() const { return reinterpret_cast<const unsigned char *>(m_bytes.constData()); }
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }

private:
    QByteArray m_bytes;
};

/// A secret in the form of minisign's secret key file under another algorithm name: 2 bytes that tell what it is, id of 8 bytes.
struct SecretFile {
    QByteArray algorithm;
    QByteArray id;
    SecretBytes secret;
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QByteArray> writeSecretFile(const SecretFile &file, QByteArrayView passphrase);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<SecretFile> readSecretFile(QByteArrayView content, const QByteArray &algorithm,
                                                                      qsizetype secretSize, QByteArrayView passphrase);

/// Secret half of a key pair, and how it is kept in a file.
class PLUMBLINE_CORE_EXPORT SecretKey
{
public:
    /// Such a file; an empty passphrase leaves the key unprotected.
    [[nodiscard]] Result<QByteArray> file(QByteArrayView passphrase) const;

protected:
    /// A new id, and room for a secret of this size.
    [[nodiscard]] static Result<SecretFile> fresh(const QByteArray &algorithm, qsizetype secretSize);
    explicit SecretKey(SecretFile file) : m_file(std::move(file)) {}

    [[nodiscard]] const QByteArray &id() const { return m_file.id; }
    [[nodiscard]] unsigned char *secret() { return m_file.secret.data(); }
    [[nodiscard]] const unsigned char *secret() const { return m_file.secret.data(); }

private:
    SecretFile m_file;
};

/// Secret half: signs.
class PLUMBLINE_CORE_EXPORT SigningKey : public SecretKey
{
public:
    [[nodiscard]] static Result<SigningKey> generate();
    /// Content of a minisign secret key file. PermissionDenied for a wrong passphrase.
    [[nodiscard]] static Result<SigningKey> fromFile(QByteArrayView content, QByteArrayView passphrase);

    [[nodiscard]] PublicKey publicKey() const;
    /// Content of a .minisig file. The comment is signed too: one line, at most 1000 bytes.
    [[nodiscard]] Result<QByteArray> sign(QByteArrayView content, const QByteArray &trustedComment) const;

private:
    explicit SigningKey(SecretFile file) : SecretKey(std::move(file)) {}
};

/// Checks a .minisig file that sign() wrote; Malformed when it is not byte for byte what sign() writes for this key, comment and
/// content (the untrusted comment and spare bits of base64 included), which minisign itself would let pass.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> verifySignature(QByteArrayView signature, QByteArrayView content,
                                                             const PublicKey &key, const QByteArray &trustedComment);

/// Starts libsodium; every function of this folder that needs it calls this.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> startCryptography();

}  // namespace plumbline::packet
