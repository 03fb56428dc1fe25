// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

namespace plumbline::base {

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Failed: return QStringLiteral("failed");
    case ErrorCode::Cancelled: return QStringLiteral("cancelled");
    case ErrorCode::InvalidArgument: return QStringLiteral("invalid-argument");
    case ErrorCode::NotFound: return QStringLiteral("not-found");
    case ErrorCode::AlreadyExists: return QStringLiteral("already-exists");
    case ErrorCode::Malformed: return QStringLiteral("malformed");
    case ErrorCode::Corrupt: return QStringLiteral("corrupt");
    case ErrorCode::Unsupported: return QStringLiteral("unsupported");
    case ErrorCode::TooLarge: return QStringLiteral("too-large");
    case ErrorCode::ReadOnly: return QStringLiteral("read-only");
    case ErrorCode::PermissionDenied: return QStringLiteral("permission-denied");
    case ErrorCode::NoSpace: return QStringLiteral("no-space");
    case ErrorCode::Locked: return QStringLiteral("locked");
    case ErrorCode::NewerVersion: return QStringLiteral("newer-version");
    case ErrorCode::Conflict: return QStringLiteral("conflict");
    }
    return QStringLiteral("failed");
}

}  // namespace plumbline::base
