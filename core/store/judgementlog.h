// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"
#include "core/model/task.h"

#include <functional>
#include <memory>
#include <vector>

namespace plumbline::store {

class Connection;
class Store;

/// The judgements of a project as one moment has them, read so that a reader who was there before only gets what is new. One
/// thread at a time.
class PLUMBLINE_CORE_EXPORT JudgementLog
{
public:
    /// Everything read is of this moment.
    [[nodiscard]] static Result<JudgementLog> open(const Store &store);
    JudgementLog(JudgementLog &&) noexcept;
    ~JudgementLog();

    /// Number of the latest operation; 0 when there is none.
    [[nodiscard]] Result<std::int64_t> lastOperation() const;
    /// Whether a judgement was changed or taken away after operation `since`: then what was read before is void.
    [[nodiscard]] Result<bool> rewrittenSince(std::int64_t since) const;
    /// Those made after operation `since` (0 = all), by id: in the order in which they were made. The visitor stops the walk by
    /// returning an error, which is returned.
    [[nodiscard]] Result<> visit(std::int64_t since, const std::function<Result<>(const model::Judgement &)> &visitor) const;
    /// When a setting was changed, microseconds UTC, ascending.
    [[nodiscard]] Result<std::vector<std::int64_t>> settingChanges(const QString &key) const;
    /// The same changes among what one person handed in (submissions and judgements), in the order in which all of it came in.
    struct PersonalChange {
        std::int64_t microseconds = 0;  ///< UTC
        std::int64_t after = 0;         ///< handed in since then
    };
    [[nodiscard]] Result<std::vector<PersonalChange>> settingChanges(const QString &key, const QString &person) const;

private:
    explicit JudgementLog(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> m_connection;
};

}  // namespace plumbline::store
