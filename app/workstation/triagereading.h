// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/mediacatalog.h"
#include "core/jobs/jobcontrol.h"
#include "core/store/project.h"
#include "core/triage/triagerates.h"
#include "core/triage/triaging.h"
#include "core/triage/waiting.h"

#include <QImage>

namespace plumbline::workstation {

/// What the window about work that cannot be labeled shows.
struct TriageReading {
    triage::Overview overview;
    triage::Rates rates;
    triage::WentOnReport went;
    QStringList classes;
};
/// Sends back to do what no longer waits (where the project can be written) and reads everything. Any thread but the store's.
[[nodiscard]] Result<TriageReading> readTriage(store::Project &project, const exchange::MediaOpener &opener,
                                               const store::Person &person);

/// What it shows of one item.
struct CaseReading {
    QImage picture;    ///< null = none
    double scale = 1;  ///< pixels of `picture` a pixel of the medium
    QString why;       ///< where there is no picture
    std::vector<triage::Event> events;
};
/// Of a scene the picture is what a camera saw first. Any thread but the store's.
[[nodiscard]] Result<CaseReading> readCase(const store::Project &project, const exchange::MediaOpener &opener,
                                           const store::Person &person, const model::Item &item, const jobs::JobControl &control);

}  // namespace plumbline::workstation
