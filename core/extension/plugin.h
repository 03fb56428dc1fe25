// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"
#include "core/extension/annotationformat.h"
#include "core/extension/inferenceengine.h"
#include "core/extension/mediasource.h"
#include "core/extension/registry.h"

#include <QObject>
#include <QtPlugin>

#include <vector>

namespace spdlog {
class logger;
}

namespace plumbline::extension {

/// Version of everything in this folder. A plugin built for another one is refused before it is loaded.
inline constexpr int apiVersion = 1;

/// What a plugin is given: registries of the core kinds, its own data folder, a logger. No window, no document.
/// Abstract so that tests can hand a fake to a plugin.
class PLUMBLINE_CORE_EXPORT PluginContext
{
public:
    virtual ~PluginContext();

    [[nodiscard]] virtual Registry<MediaSourceFactory> &mediaSources() = 0;
    [[nodiscard]] virtual Registry<AnnotationFormat> &formats() = 0;
    [[nodiscard]] virtual Registry<InferenceEngine> &engines() = 0;
    /// Where the program keeps data files that came with this plugin (beside the module, NAME.data); may not exist.
    [[nodiscard]] virtual QString pluginDataFolder() const = 0;
    /// A setting of this plugin, from the settings schema in its metadata; the schema's default when never set.
    [[nodiscard]] virtual QString setting(const QString &key) const = 0;
    [[nodiscard]] virtual spdlog::logger &logger() = 0;
};

/// Root object of a loadable module. Its metadata (NAME.json) is read first and is enough to list, filter or refuse it;
/// the module is loaded on first use. Main thread only.
class PLUMBLINE_CORE_EXPORT Plugin
{
public:
    virtual ~Plugin();

    /// Registers what the plugin offers and keeps the Registrations. Called once, dependencies first.
    [[nodiscard]] virtual Result<> initialize(PluginContext &context) = 0;
    /// Called once when every plugin of this round is initialised, dependents first.
    virtual void ready() {}
    /// Called before unloading: stop work, release what was registered.
    virtual void prepareShutdown() {}
};

}  // namespace plumbline::extension

#define PLUMBLINE_PLUGIN_IID "org.plumbline.Plugin/1"
Q_DECLARE_INTERFACE(plumbline::extension::Plugin, PLUMBLINE_PLUGIN_IID)
