// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"

#include <QCoreApplication>
#include <QFile>

#include <openssl/evp.h>

#include <algorithm>

namespace plumbline::base {

struct Sha256::State {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    ~State() { EVP_MD_CTX_free(context); }
};

namespace {

// Fetched once: a fetch per message costs more than hashing a short one.
const EVP_MD *algorithm()
{
    static EVP_MD *const md = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return md;
}

}  // namespace

QString Sha256Digest::toHex() const
{
    return QString::fromLatin1(toBytes().toHex());
}

QByteArray Sha256Digest::toBytes() const
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

std::optional<Sha256Digest> Sha256Digest::fromHex(QStringView text)
{
    if (text.size() != 64)
        return std::nullopt;
    const QByteArray latin = text.toLatin1();
    if (!std::all_of(latin.begin(), latin.end(), [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; }))
        return std::nullopt;
    return fromBytes(QByteArray::fromHex(latin));
}

std::optional<Sha256Digest> Sha256Digest::fromBytes(QByteArrayView data)
{
    if (data.size() != 32)
        return std::nullopt;
    Sha256Digest digest;
    std::copy_n(reinterpret_cast<const std::uint8_t *>(data.data()), 32, digest.bytes.begin());
    return digest;
}

Sha256::Sha256() : m_state(std::make_unique<State>())
{
    EVP_DigestInit_ex2(m_state->context, algorithm(), nullptr);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::add(QByteArrayView data)
{
    EVP_DigestUpdate(m_state->context, data.data(), static_cast<std::size_t>(data.size()));
}

Sha256Digest Sha256::finish()
{
    Sha256Digest digest;
    EVP_DigestFinal_ex(m_state->context, digest.bytes.data(), nullptr);
    EVP_DigestInit_ex2(m_state->context, algorithm(), nullptr);
    return digest;
}

Sha256Digest sha256(QByteArrayView data)
{
    thread_local Sha256 hash;
    hash.add(data);
    return hash.finish();
}

Result<Sha256Digest> sha256OfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound,
                    QCoreApplication::translate("plumbline::base", "Cannot read %1: %2").arg(path, file.errorString()));
    Sha256 hash;
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    while (true) {
        const qint64 count = file.read(buffer.data(), buffer.size());
        if (count < 0)
            return fail(ErrorCode::Failed,
                        QCoreApplication::translate("plumbline::base", "Reading %1 failed: %2").arg(path, file.errorString()));
        if (count == 0)
            return hash.finish();
        hash.add(QByteArrayView(buffer).first(count));
    }
}

}  // namespace plumbline::base
