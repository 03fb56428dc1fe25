// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <QString>

#include <tl/expected.hpp>

namespace plumbline::base {

/// What kind of failure it was; decides exit codes and whether trying again can help.
enum class ErrorCode {
    Failed,           ///< none of the more precise ones
    Cancelled,        ///< the user asked to stop; never shown as an error
    InvalidArgument,  ///< the caller or the command line asked for something impossible
    NotFound,
    AlreadyExists,
    Malformed,        ///< an input file breaks its format
    Corrupt,          ///< our own data does not add up
    Unsupported,
    TooLarge,         ///< refused by a size or memory budget
    ReadOnly,
    PermissionDenied,
    NoSpace,
    Locked,           ///< another process holds the project
    NewerVersion,     ///< written by a newer program
    Conflict,         ///< the stored value is not the one the edit started from
};

/// One failure in words a user can act on.
struct Error {
    ErrorCode code = ErrorCode::Failed;
    QString text;    ///< translated, one sentence, says what is wrong and what to do
    QString detail;  ///< untranslated technical cause, for the log and the "details" fold

    bool operator==(const Error &) const = default;
};

/// Value or Error. Every fallible function returns it, marked [[nodiscard]]; each error is handled once.
template <typename T = void>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString text, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(text), std::move(detail)});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// Stable lower-case word for logs and JSON, e.g. "not-found".
PLUMBLINE_CORE_EXPORT QString errorCodeName(ErrorCode code);

}  // namespace plumbline::base

namespace plumbline {
using base::Error;
using base::ErrorCode;
using base::fail;
using base::Result;
}  // namespace plumbline
