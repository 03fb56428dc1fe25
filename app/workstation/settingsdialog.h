// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace plumbline::workstation {

class Prelabeling;
class Settings;

/// A few settings; each applies at once. Main thread only.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive the dialog.
    SettingsDialog(Settings &settings, Prelabeling &prelabeling, QWidget *window);
};

}  // namespace plumbline::workstation
