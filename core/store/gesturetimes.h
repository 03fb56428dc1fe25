// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <QString>

#include <functional>

namespace plumbline::store {

class Store;

/// A moment at which somebody changed labels of an item in a layer of their own.
struct GestureTime {
    QString actor;
    std::int64_t microseconds = 0;  ///< UTC
    ItemId item;
};

/// Every one of them, of one person (or of all, when empty), in no particular order; edits of many labels at once by an import
/// are not among them. `shared`: the accepted layer is everybody's own, as in a project of one. Any thread.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> visitGestureTimes(const Store &store, const QString &person, bool shared,
                                                               const std::function<void(const GestureTime &)> &visitor);

}  // namespace plumbline::store
