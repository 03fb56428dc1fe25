// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>

#include <optional>

namespace plumbline::workstation {

/// What a person chose once for every project: $XDG_CONFIG_HOME/plumbline/plumbline.conf. Main thread only.
class Settings final : public QObject
{
    Q_OBJECT

public:
    explicit Settings(QObject *parent = nullptr);

    /// "dark", "light" or "system".
    [[nodiscard]] QString theme() const;
    void setTheme(const QString &theme);
    /// "" = the system's, "en", "zh_CN".
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);
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

private:
    mutable QSettings m_store;
};

}  // namespace plumbline::workstation
