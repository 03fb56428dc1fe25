// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/pluginmanager.h"

class QJsonObject;

namespace plumbline::extension {

/// Reads what QPluginLoader::metaData() returned. Keys of any type and size are tolerated; `reason` says, translated, why the
/// module must not be loaded (not a plugin, broken metadata, other API version, other compiler) and is empty when it may.
/// `language` picks "name[zh_CN]" or "name[zh]" before "name".
struct ReadMetadata {
    PluginMetadata metadata;
    QString reason;
};
[[nodiscard]] ReadMetadata readMetadata(const QJsonObject &loaderMetadata, const QString &language);

}  // namespace plumbline::extension
