// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importscenes.h"

#include <QFileInfo>

namespace plumbline::exchange {

const extension::FoundMedium *ImportScenes::find(const QString &path, const QString &name, IssueList &issues)
{
    if (path.isEmpty())
        return nullptr;
    auto known = m_surveyed.find(path);
    if (known == m_surveyed.end()) {
        auto found = m_opener.survey(path, m_control);
        if (!found)
            issues.problem(path, {}, found.error().text);
        known = m_surveyed.emplace(path, found ? std::move(*found) : std::vector<extension::FoundMedium>()).first;
    }
    const std::vector<extension::FoundMedium> &media = known->second;
    if (media.size() == 1 && QFileInfo(path).isFile())
        return &media.front();
    const extension::FoundMedium *byLastPart = nullptr;
    bool several = false;
    for (const extension::FoundMedium &medium : media) {
        if (medium.name == name)
            return &medium;
        if (QFileInfo(medium.name).fileName() != QFileInfo(name).fileName())
            continue;
        several = byLastPart != nullptr;
        byLastPart = &medium;
    }
    return several ? nullptr : byLastPart;
}

}  // namespace plumbline::exchange
