// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/prelabeling.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QListWidget;

namespace plumbline::workstation {

class Settings;

/// Chooses the model and the device for pre-labeling. Main thread only.
class ModelDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive the dialog.
    ModelDialog(Settings &settings, Prelabeling &prelabeling, QWidget *window);

signals:
    void thisItemRequested();
    void allItemsRequested();

private:
    void refresh();
    void fill(const Prelabeling::Choice &choice);

    Settings &m_settings;
    Prelabeling &m_prelabeling;
    QListWidget *m_models;
    QComboBox *m_devices;
    QLabel *m_facts;
    std::vector<extension::ModelInfo> m_known;
    bool m_filling = false;
};

}  // namespace plumbline::workstation
