// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/extension/plugin.h"

#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace plumbline::extension {

/// What the metadata of a plugin says; enough to list, filter or refuse it without loading.
struct PluginMetadata {
    QString id;            ///< "format.coco"
    QString name;          ///< translated to the current language when the metadata has it
    QString description;
    QString version;
    int apiVersion = 0;    ///< that it was compiled for
    QString compiler;      ///< must equal the program's; put in by plumbline_add_plugin
    QStringList kinds;     ///< "media", "format", "engine", "view", "tool", "panel", "hub"
    QStringList provides;  ///< ids it registers per kind: "format:coco", "media:image"
    QStringList dependencies;
    bool ui = false;       ///< has widgets; headless programs skip it
    /// Sample of each format ("coco") whose round trip is tested, as a path below the folder of sample data.
    std::map<QString, QString> samples;
    std::vector<FormatOption> settings;  ///< what a host window may render before loading it
};

enum class PluginState { Listed, Ready, Disabled, Failed };

struct PluginInfo {
    PluginMetadata metadata;
    QString file;
    PluginState state = PluginState::Listed;
    QString reason;  ///< translated; why it is disabled or failed
};

/// Finds, checks, orders and loads plugins. Owns every module; destroyed after everything that uses what they registered:
/// the destructor calls prepareShutdown and then deletes the root objects, dependents first both times. The code of a module
/// stays in memory until the process ends. No plugin code runs before it is asked for, and nothing a plugin does wrong
/// (exceptions included) leaves its own entry. One manager at a time uses a module; to a second one it is Failed. Main thread only.
class PLUMBLINE_CORE_EXPORT PluginManager
{
public:
    PluginManager();
    ~PluginManager();

    /// Reads the metadata of every module in the folder, in order of file names. What cannot be used is listed as Failed with
    /// a reason: broken, other version or compiler, an id that an earlier one has, dependencies missing or in a circle.
    void scan(const QString &folder);
    /// Those that exist of: the build tree's or installation's plugin folder relative to the program, the folders in
    /// $PLUMBLINE_PLUGIN_PATH, the user's. Of two plugins with one id the first one found is used.
    [[nodiscard]] static QStringList standardFolders();

    /// Loads everything of a kind ("format") and what it depends on. Failures are kept in plugins(). Plugins with widgets are
    /// loaded only for kinds that always have widgets ("view", "tool", "panel").
    void loadKind(const QString &kind);
    /// Loads the plugin that provides e.g. "format:coco". Fails with the words of describe(MissingPlugin): NotFound when none
    /// is installed, Unsupported when it is disabled or failed.
    [[nodiscard]] Result<> require(const QString &provided);
    void loadAll(bool withUi);
    /// Calls `f` with each loaded root object in order of loading; how UI hosts reach UiPlugin.
    void forEachLoaded(const std::function<void(QObject &, const PluginInfo &)> &f);

    [[nodiscard]] std::vector<PluginInfo> plugins() const;

    [[nodiscard]] Registry<MediaSourceFactory> &mediaSources();
    [[nodiscard]] Registry<AnnotationFormat> &formats();
    [[nodiscard]] Registry<InferenceEngine> &engines();

    /// Ids that the user switched off; they are listed as Disabled. Those already loaded stay until the program ends.
    void setDisabled(const QStringList &ids);
    /// Value of a plugin's setting, or nothing when never set. Called through PluginContext::setting().
    using SettingReader = std::function<std::optional<QString>(const QString &plugin, const QString &key)>;
    void setSettingReader(SettingReader reader);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace plumbline::extension
