// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/record.h"
#include "core/store/project.h"

#include <QSet>

#include <chrono>

/// Who somebody is, as far as it can be proven: the operating system's account has the name, or its secret is given. What this is
/// worth is in docs/roles.md.
namespace plumbline::identity {

/// Under which a member's secret is kept: it follows from the name.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Uuid secretId(const QString &member);
[[nodiscard]] PLUMBLINE_CORE_EXPORT model::Record secretRecord(const QString &member, const QByteArray &hash);
/// What is stored now; nothing when the member has no secret.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::optional<model::Record>> storedSecret(const store::Project &project,
                                                                                      const QString &member);
/// Names of those who have one.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QSet<QString>> membersWithSecret(const store::Project &project);

inline constexpr std::chrono::milliseconds pauseAfterWrongSecret{700};

/// The person, authenticated. PermissionDenied after a pause for a wrong secret, and for a member who has none; both are in the
/// audit log, as far as it can be written. Blocks; any thread but the main one of a window.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<store::Person> signIn(const store::Project &project, const QString &name,
                                                                 QByteArrayView secret,
                                                                 std::chrono::milliseconds pause = pauseAfterWrongSecret);

}  // namespace plumbline::identity
