// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

/// Members' secrets. What is kept is what Argon2id (RFC 9106) makes of a secret, with a salt of its own, never the secret.
namespace plumbline::identity {

/// What one try costs, here and for whoever guesses.
struct SecretCost {
    unsigned long long passes = 2;
    std::size_t memoryBytes = std::size_t(16) << 20;
};
inline constexpr SecretCost secretCost{};
inline constexpr qsizetype shortestSecret = 4;
inline constexpr qsizetype longestSecret = 1024;

/// "$argon2id$v=19$m=…": text that matches() takes. InvalidArgument for secrets that are too short or too long.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QByteArray> hashSecret(QByteArrayView secret);
/// False for a wrong secret. Corrupt when `hash` is none, or one whose check would take more time or memory than one of ours could.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<bool> secretFits(const QByteArray &hash, QByteArrayView secret);

/// The first line of a file. PermissionDenied when others on this machine can read or write it.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QByteArray> readSecretFile(const QString &path);

}  // namespace plumbline::identity
