// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/mediacatalog.h"

#include <map>

namespace plumbline::exchange {

/// The scenes of data sets that labels come from, by the name that a format gives them. Private to this folder.
class ImportScenes
{
public:
    ImportScenes(const MediaOpener &opener, const jobs::JobControl &control) : m_opener(opener), m_control(control) {}

    /// The scene of that name in a folder (or the one scene of a file); null when there is none. Names match as a whole, or by
    /// their last part when only one scene ends in it. Each path is surveyed once; why that failed goes to `issues`.
    [[nodiscard]] const extension::FoundMedium *find(const QString &path, const QString &name, IssueList &issues);

private:
    const MediaOpener &m_opener;
    const jobs::JobControl &m_control;
    std::map<QString, std::vector<extension::FoundMedium>> m_surveyed;
};

}  // namespace plumbline::exchange
