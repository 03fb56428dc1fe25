// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <array>
#include <compare>
#include <cstring>
#include <cstdint>
#include <memory>
#include <optional>

class QIODevice;

namespace plumbline::base {

/// A SHA-256 value; all zero = none.
struct PLUMBLINE_CORE_EXPORT Sha256Digest {
    std::array<std::uint8_t, 32> bytes{};

    auto operator<=>(const Sha256Digest &) const = default;
    [[nodiscard]] bool isNull() const { return *this == Sha256Digest{}; }
    [[nodiscard]] QString toHex() const;
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static std::optional<Sha256Digest> fromHex(QStringView text);
    [[nodiscard]] static std::optional<Sha256Digest> fromBytes(QByteArrayView data);
};

/// Incremental SHA-256 (OpenSSL EVP). One thread at a time; finish() makes it ready for the next message.
class PLUMBLINE_CORE_EXPORT Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    void add(QByteArrayView data);
    [[nodiscard]] Sha256Digest finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

[[nodiscard]] PLUMBLINE_CORE_EXPORT Sha256Digest sha256(QByteArrayView data);
/// Hash of a whole file, read in pieces.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Sha256Digest> sha256OfFile(const QString &path);

}  // namespace plumbline::base

namespace plumbline {
using base::Sha256Digest;
}

template <>
struct std::hash<plumbline::base::Sha256Digest> {
    std::size_t operator()(const plumbline::base::Sha256Digest &digest) const noexcept
    {
        std::size_t value = 0;
        std::memcpy(&value, digest.bytes.data(), sizeof value);
        return value;
    }
};
