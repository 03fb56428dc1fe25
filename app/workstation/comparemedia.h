// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"
#include "widgets/extension/uiplugin.h"

#include <memory>

namespace plumbline::workstation {

class Services;

/// What panes beside each other may use of the program. They show the same picture: it is decoded once for all of them. Main thread
/// only, but for the function that loads frames.
class CompareMedia final : public extension::MediaContext
{
public:
    /// The services must outlive it.
    CompareMedia(Services &services, std::shared_ptr<store::Project> project);
    ~CompareMedia() override;

    [[nodiscard]] QIcon icon(const QString &name) const override;
    [[nodiscard]] QString cacheFolder() const override;
    [[nodiscard]] FrameLoader frameLoader() const override;
    [[nodiscard]] jobs::JobRunner &jobs() override;

private:
    struct Last;

    Services &m_services;
    std::shared_ptr<store::Project> m_project;
    std::shared_ptr<Last> m_last;
};

}  // namespace plumbline::workstation
