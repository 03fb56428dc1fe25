// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QDialog>

namespace plumbline::workstation {

/// A window about the open project beside labeling: review, triage, packets… The main window makes it when it is asked for first
/// and lets it go with the project. Main thread only.
class ProjectWindow : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

signals:
    /// One quiet line for the status bar.
    void said(const QString &text);
    /// Labels, tasks or settings of the project have changed.
    void projectChanged();
    /// To be shown in the main window.
    void itemRequested(plumbline::ItemId item);
};

}  // namespace plumbline::workstation
