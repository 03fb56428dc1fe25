// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/secret.h"

#include "core/base/atomicfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <sodium.h>

namespace plumbline::identity {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::identity", text);
}

Result<> startCryptography()
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Failed, tr("The library that checks secrets does not start."));
    return {};
}

// The hash comes from the project: one that asks for a terabyte or a year is refused before it is tried.
bool isAffordable(const QByteArray &hash)
{
    static const QRegularExpression form(
        QStringLiteral("^\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+$"));
    constexpr qlonglong mostKibibytes = 256 * 1024;
    constexpr int mostPasses = 16;
    const auto match = form.match(QString::fromLatin1(hash));
    return hash.size() < qsizetype(crypto_pwhash_STRBYTES) && match.hasMatch() && match.captured(1).toLongLong() <= mostKibibytes
           && match.captured(2).toInt() <= mostPasses;
}

}  // namespace

Result<QByteArray> hashSecret(QByteArrayView secret)
{
    if (secret.size() < shortestSecret || secret.size() > longestSecret)
        return fail(ErrorCode::InvalidArgument, tr("A secret has %1 to %2 characters.").arg(shortestSecret).arg(longestSecret));
    if (const auto started = startCryptography(); !started)
        return fail(started.error());
    QByteArray hash(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(hash.data(), secret.data(), static_cast<unsigned long long>(secret.size()), secretCost.passes,
                              secretCost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return fail(ErrorCode::Failed, tr("There is not enough memory to set a secret."));
    hash.truncate(static_cast<qsizetype>(qstrlen(hash.constData())));
    return hash;
}

Result<bool> secretFits(const QByteArray &hash, QByteArrayView secret)
{
    if (const auto started = startCryptography(); !started)
        return fail(started.error());
    if (!isAffordable(hash))
        return fail(ErrorCode::Corrupt, tr("What the secret is checked against is damaged; a lead sets the secret anew."));
    return secret.size() <= longestSecret
           && crypto_pwhash_str_verify(hash.constData(), secret.data(), static_cast<unsigned long long>(secret.size())) == 0;
}

Result<QByteArray> readSecretFile(const QString &path)
{
    constexpr qint64 largestFile = 4096;
    const QFileInfo info(path);
    if (!info.isFile())
        return fail(ErrorCode::NotFound, tr("There is no file %1 with a secret.").arg(path));
    if (info.permissions()
        & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther))
        return fail(ErrorCode::PermissionDenied,
                    tr("Others on this machine can read the secret in %1. Choose another secret, and take the rights away from "
                       "its file (chmod 600).")
                        .arg(path));
    const auto text = base::readFile(path, largestFile);
    if (!text)
        return fail(text.error());
    QByteArray first = text->split('\n').front();
    if (first.endsWith('\r'))
        first.chop(1);
    if (first.isEmpty())
        return fail(ErrorCode::InvalidArgument, tr("The first line of %1 is empty; it should be the secret.").arg(path));
    return first;
}

}  // namespace plumbline::identity
