// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/actions/keymap.h"

#include <QObject>
#include <QSettings>
#include <QStringList>

#include <optional>

namespace plumbline::workstation {

/// $XDG_CONFIG_HOME/plumbline, made when it is not there.
[[nodiscard]] QString configFolder();

/// What a person chose once for every project: $XDG_CONFIG_HOME/plumbline/plumbline.conf for the person of the account, and
/// $XDG_STATE_HOME/plumbline/people/… for others who sign in. Main thread only.
class Settings final : public QObject
{
    Q_OBJECT

public:
    explicit Settings(QObject *parent = nullptr);
    /// Of somebody else than the account. They begin with the language and the theme of `first`.
    Settings(const QString &person, const Settings &first);

    /// Where all of it is.
    [[nodiscard]] QString folder() const { return m_folder; }
    /// Where the session of this person is kept.
    [[nodiscard]] QString sessionFolder() const;
    /// "dark", "light" or "system".
    [[nodiscard]] QString theme() const;
    void setTheme(const QString &theme);
    /// "" = the system's, "en", "zh_CN".
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);
    /// Percent, 100 to 300, of everything in the windows; in effect from the next start of the program.
    [[nodiscard]] int scale() const;
    void setScale(int percent);
    static constexpr int smallestScale = 100;
    static constexpr int largestScale = 300;
    [[nodiscard]] bool gaugeShown() const;
    void setGaugeShown(bool shown);
    /// A tool's key that is held while the mouse works gives the tool only for as long.
    [[nodiscard]] bool holdTools() const;
    void setHoldTools(bool hold);
    /// Go on where the last run stopped.
    [[nodiscard]] bool restoreSession() const;
    void setRestoreSession(bool restore);
    /// Minutes without input after which the window is locked; 0 = never, as it is for the person of the account at first.
    [[nodiscard]] int idleMinutes() const;
    void setIdleMinutes(int minutes);
    static constexpr int longestIdle = 240;
    /// The tour has been seen, or was declined.
    [[nodiscard]] bool tourSeen() const;
    void setTourSeen(bool seen);
    /// The person's changes to a shipped key map: keymap.json beside the settings.
    [[nodiscard]] const actions::Keymap &keymap() const { return m_keymap; }
    void setKeymap(const actions::Keymap &own);
    /// "auto" or a provider's name.
    [[nodiscard]] QString device() const;
    void setDevice(const QString &device);
    /// Id of the model for pre-labeling; empty = the first that works.
    [[nodiscard]] QString model() const;
    void setModel(const QString &model);
    /// Model files and folders that the person added by hand.
    [[nodiscard]] QStringList modelPaths() const;
    void addModelPath(const QString &path);
    /// From which score on Ctrl+G accepts.
    [[nodiscard]] double acceptThreshold() const;
    void setAcceptThreshold(double threshold);
    /// Below which predictions are not kept; nothing = the model's own.
    [[nodiscard]] std::optional<double> scoreThreshold() const;
    void setScoreThreshold(std::optional<double> threshold);
    /// Where a file dialog of this purpose was last; the home folder at first.
    [[nodiscard]] QString lastFolder(const QString &purpose) const;
    void setLastFolder(const QString &purpose, const QString &folder);

signals:
    void themeChanged();
    void languageChanged();
    void prelabelChanged();
    void scaleChanged();
    void gaugeShownChanged();
    void keymapChanged();
    void idleMinutesChanged();

private:
    QString m_folder;
    bool m_ofAccount = true;
    mutable QSettings m_store;
    actions::Keymap m_keymap;
};

}  // namespace plumbline::workstation
