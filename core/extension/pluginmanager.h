// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/extension/plugin.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

class QPluginLoader;

namespace plumbline::extension {

/// What the metadata of a plugin says; enough to list, filter or refuse it without loading.
struct PluginMetadata {
    QString id;            ///< "format.coco"
    QString name;          ///< translated to the current language when the metadata has it
    QString description;
    QString version;
    int apiVersion = 0;
    QString compiler;      ///< must equal the program's
    QStringList kinds;     ///< "media", "format", "engine", "view", "tool", "panel", "hub"
    QStringList provides;  ///< ids it registers per kind: "format:coco", "media:image"
    QStringList dependencies;
    bool ui = false;       ///< has widgets; headless programs skip it
};

enum class PluginState { Listed, Ready, Disabled, Failed };

struct PluginInfo {
    PluginMetadata metadata;
    QString file;
    PluginState state = PluginState::Listed;
    QString reason;  ///< translated; why it is disabled or failed
};

/// Finds, checks, orders and loads plugins. Owns every module; destroyed after everything that uses what they registered.
/// Main thread only.
class PLUMBLINE_CORE_EXPORT PluginManager
{
public:
    PluginManager();
    ~PluginManager();

    /// Reads the metadata of every module in the folder. Broken and wrong-version ones are listed as Failed with a reason.
    void scan(const QString &folder);
    /// build-tree or installed plugin folder relative to the program, then $PLUMBLINE_PLUGIN_PATH, then the user's.
    [[nodiscard]] static QStringList standardFolders();

    /// Loads everything of a kind ("format") and what it depends on. Failures are kept in plugins().
    void loadKind(const QString &kind);
    /// Loads the plugin that provides e.g. "format:coco". Fails with words that name the missing or failed plugin.
    [[nodiscard]] Result<> require(const QString &provided);
    void loadAll(bool withUi);
    /// Calls `f` with each loaded root object; how UI hosts reach UiPlugin.
    void forEachLoaded(const std::function<void(QObject &, const PluginInfo &)> &f);

    [[nodiscard]] std::vector<PluginInfo> plugins() const;

    [[nodiscard]] Registry<MediaSourceFactory> &mediaSources();
    [[nodiscard]] Registry<AnnotationFormat> &formats();
    [[nodiscard]] Registry<InferenceEngine> &engines();

    /// Ids that the user switched off; they are listed as Disabled.
    void setDisabled(const QStringList &ids);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace plumbline::extension
