// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace plumbline::workstation {

class MainWindow;
class Settings;
class Tour;

/// The tour of the window: five steps beside the first project of a person, and never again by itself. Main thread only.
class FirstSteps final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    FirstSteps(Settings &settings, MainWindow &window);

    /// Begins when this person has never seen it.
    void offer();
    void begin();
    /// What it speaks of is gone.
    void stop();

private:
    [[nodiscard]] QString key(const char *action) const;

    Settings &m_settings;
    MainWindow &m_window;
    Tour *m_tour = nullptr;
};

}  // namespace plumbline::workstation
