// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobcontrol.h"
#include "core/packet/signing.h"

#include <functional>
#include <vector>

/// Encryption to receivers: a random key for the content (XChaCha20-Poly1305 in libsodium's secretstream), that key sealed to each
/// receiver's X25519 key (crypto_box_seal). Which key a receiver has is told apart from the one they sign with.
namespace plumbline::packet {

/// Public half of a receiver's key.
struct PLUMBLINE_CORE_EXPORT SealingKey {
    QByteArray id;  ///< 8 bytes, chosen at random
    QByteArray key;  ///< 32 bytes
    bool operator==(const SealingKey &) const = default;

    /// Base64 of "Xb" ‖ id ‖ key.
    [[nodiscard]] QString text() const;
    [[nodiscard]] static std::optional<SealingKey> fromText(const QString &text);
};

/// Secret half: opens what was sealed.
class PLUMBLINE_CORE_EXPORT OpeningKey : public SecretKey
{
public:
    [[nodiscard]] static Result<OpeningKey> generate();
    [[nodiscard]] static Result<OpeningKey> fromFile(QByteArrayView content, QByteArrayView passphrase);
    [[nodiscard]] SealingKey sealingKey() const;
    /// Nothing when it was not sealed to this key.
    [[nodiscard]] std::optional<SecretBytes> unseal(QByteArrayView sealedKey) const;

private:
    explicit OpeningKey(SecretFile file) : SecretKey(std::move(file)) {}
};

/// Size of the sealed content of a plain one.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::uint64_t sealedSize(std::uint64_t plainSize);

using ReadSome = std::function<Result<QByteArray>(qsizetype most)>;  ///< empty = the end
using WriteSome = std::function<Result<>(QByteArrayView)>;

/// Envelope: canonical JSON that says to whom it is sealed. It is bound to the content: a changed one does not open.
struct Envelope {
    QByteArray text;
    SecretBytes contentKey;
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Envelope> makeEnvelope(const std::vector<SealingKey> &receivers);
/// PermissionDenied when none of it is for the key.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Envelope> openEnvelope(const QByteArray &text, const OpeningKey &key);

[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> seal(const Envelope &envelope, const ReadSome &plain, const WriteSome &sealed,
                                                  const jobs::JobControl &control);
/// Malformed as soon as a piece is not as it was sealed, or the end is missing; what was written by then is good for nothing.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> unseal(const Envelope &envelope, const ReadSome &sealed, const WriteSome &plain,
                                                    const jobs::JobControl &control);

}  // namespace plumbline::packet
