// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/exchange/mediacatalog.h"
#include "core/extension/pluginmanager.h"
#include "core/jobs/jobrunner.h"
#include "core/store/project.h"
#include "widgets/extension/uiplugin.h"

namespace plumbline::charts {
class Plot;
}

namespace plumbline::workstation {

class Layouts;
class RecentProjects;
class Settings;

/// What the parts of the window are given; made and owned by the program, outlives every window. Main thread only.
class Services
{
public:
    virtual ~Services() = default;

    [[nodiscard]] virtual Settings &settings() = 0;
    [[nodiscard]] virtual RecentProjects &recent() = 0;
    [[nodiscard]] virtual Layouts &layouts() = 0;
    [[nodiscard]] virtual jobs::JobRunner &jobs() = 0;
    [[nodiscard]] virtual store::Person person() const = 0;
    /// Loads what is needed on first use.
    [[nodiscard]] virtual exchange::MediaOpener mediaOpener() = 0;
    [[nodiscard]] virtual std::vector<const extension::AnnotationFormat *> formats() = 0;
    [[nodiscard]] virtual std::vector<const extension::InferenceEngine *> engines() = 0;
    [[nodiscard]] virtual std::vector<const extension::ViewFactory *> views() = 0;
    /// A chart to fill, owned by the parent or by the caller; null when the plugin that draws charts is missing.
    [[nodiscard]] virtual charts::Plot *createPlot(QWidget *parent) = 0;
    /// Words for a wanted kind of plugin that is not there: which failed, and why.
    [[nodiscard]] virtual QString whyMissing(const QString &provided) = 0;
};

}  // namespace plumbline::workstation
