// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

/// Members of images and categories, which instances and panoptic files share.
namespace plumbline::coco {

/// A width or height as the file has it; 0 when it is none.
[[nodiscard]] inline std::int32_t pixels(const Json &image, const char *key)
{
    const auto it = image.find(key);
    if (it == image.end() || !it->is_number())
        return 0;
    const double value = it->get<double>();
    return value >= 1 && value <= 1e9 ? static_cast<std::int32_t>(value) : 0;
}

/// The members of an object that the model has no place for.
[[nodiscard]] inline Json otherMembers(Json &&object, std::initializer_list<std::string_view> known)
{
    Json kept = Json::object();
    for (auto &[key, value] : object.get_ref<Json::object_t &>())
        if (std::find(known.begin(), known.end(), key) == known.end())
            kept[key] = std::move(value);
    return kept;
}

/// A member of what may be no object; null when it is not there.
[[nodiscard]] inline const Json *member(const Json &object, const char *key)
{
    if (!object.is_object())
        return nullptr;
    const auto it = object.find(key);
    return it == object.end() ? nullptr : &*it;
}

}  // namespace plumbline::coco
