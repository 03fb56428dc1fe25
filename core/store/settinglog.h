// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/id.h"
#include "core/base/json.h"
#include "core/base/result.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace plumbline::store {

class Connection;
class Store;

/// What a setting was, and what was labeled before it changed; everything read is of one moment. One thread at a time.
class PLUMBLINE_CORE_EXPORT SettingLog
{
public:
    [[nodiscard]] static Result<SettingLog> open(const Store &store);
    SettingLog(SettingLog &&) noexcept;
    ~SettingLog();

    struct Version {
        Json value;  ///< null = it was taken away, or its text is no longer kept
        QString actor;
        std::int64_t microseconds = 0;  ///< UTC
        std::int64_t operation = 0;     ///< number of the operation
    };
    /// One for each edit that changed it, the first one first.
    [[nodiscard]] Result<std::vector<Version>> versions(const QString &key) const;

    struct Label {
        ItemId item;
        AnnotationId annotation;
        QString layer;
        std::int64_t operation = 0;  ///< number of the last operation that made or changed it
    };
    /// Labels there are whose last change came before operation `operation`, by item; model layers are left out.
    [[nodiscard]] Result<> labelsBefore(std::int64_t operation, const std::function<void(const Label &)> &visitor) const;

private:
    explicit SettingLog(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> m_connection;
};

}  // namespace plumbline::store
