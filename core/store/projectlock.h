// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

namespace plumbline::store {

/// One writer a project. The system holds the lock for the process and lets go of it when the process ends, however it
/// ends: no file has to be found stale, as with QLockFile, which a process killed between making its file and filling it
/// locks out. The file stays; who wrote it last is in it, for the words of a refusal. Private to this folder.
class ProjectLock
{
public:
    /// Fails with Locked, naming the program, process and machine, or with ReadOnly. Not passed on to child processes.
    [[nodiscard]] static Result<std::unique_ptr<ProjectLock>> take(const QString &projectFolder);
    ~ProjectLock();
    ProjectLock(const ProjectLock &) = delete;
    ProjectLock &operator=(const ProjectLock &) = delete;

private:
    explicit ProjectLock(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor;
};

}  // namespace plumbline::store
