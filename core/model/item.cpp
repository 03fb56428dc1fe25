// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/item.h"

#include <array>

namespace plumbline::model {

namespace {

constexpr std::array<const char *, 4> names{"image", "video", "scene", "transcript"};

}  // namespace

QString itemKindName(ItemKind kind)
{
    return QLatin1String(names[static_cast<std::size_t>(kind)]);
}

std::optional<ItemKind> itemKindFromName(QStringView name)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (name == QLatin1String(names[i]))
            return static_cast<ItemKind>(i);
    return std::nullopt;
}

}  // namespace plumbline::model
