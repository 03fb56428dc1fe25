// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/entry.h"
#include "core/store/project.h"

#include <QStringList>

#include <functional>

/// Who did what to a project, as a chain of hashes in a file beside the database. docs/audit.md says what it finds out and what not.
namespace plumbline::audit {

/// What is to be logged; number, time and hashes come with it.
struct Event {
    QString actor;
    QString proof;
    Action action = Action::SignedIn;
    QString object;
    Json detail = Json::object();
};

struct Verification {
    std::int64_t entries = 0;
    Mark head;  ///< of the last entry; n = 0 when there is none
    bool witnessed = false;  ///< this user had a mark of an earlier time, and it was compared
    QStringList problems;  ///< in words; empty = the log is whole as far as can be known here
    QStringList notes;  ///< what is odd and not wrong, such as a clock that went back
};

/// PROJECT/audit.log. Any thread and any number of processes; each call takes the file's lock. A value.
class PLUMBLINE_CORE_EXPORT Log
{
public:
    /// Witnesses are kept in the user's state folder.
    explicit Log(const store::Project &project);
    /// For tests: everything given.
    Log(QString projectFolder, ProjectId project, QString witnessFolder, const base::Clock &clock);

    [[nodiscard]] QString path() const { return m_folder + QStringLiteral("/audit.log"); }
    /// Durable when it returns. ReadOnly when the file cannot be written; Corrupt when the last entry is damaged: such a log is not
    /// continued. Blocks while another process writes.
    [[nodiscard]] Result<Mark> append(const Event &event) const;
    /// In order. Stops with an error at the first line that is no entry, and with what the visitor returns. Nothing when there is no log.
    [[nodiscard]] Result<> visit(const std::function<Result<>(const Entry &)> &visitor) const;
    /// Every line, the chain, this user's witness, and `since` when one is given. Takes a new witness when all is well.
    [[nodiscard]] Result<Verification> verify(const std::optional<Mark> &since = {}) const;

private:
    QString m_folder;
    ProjectId m_project;
    QString m_witnessFolder;
    const base::Clock *m_clock;
};

/// "account", "secret" or "none".
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString proofOf(const store::Person &person);
/// The one seam: what somebody has done is logged. An error means that the act is done and not logged; say both.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> record(const store::Project &project, const store::Person &person, Action action,
                                                    const QString &object, const Json &detail = Json::object());
/// The same for whoever has no way to say that it failed: the program's own log says it.
PLUMBLINE_CORE_EXPORT void note(const store::Project &project, const store::Person &person, Action action, const QString &object,
                                const Json &detail = Json::object());

}  // namespace plumbline::audit
