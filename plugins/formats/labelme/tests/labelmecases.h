// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "plugins/formats/labelme/labelmeformat.h"
#include "tests/support/formatfiles.h"

/// Files of Labelme for its tests.
namespace plumbline::test {

inline const labelme::LabelmeFormat format;

inline Json shape(const char *type, Json points, const char *label = "cat")
{
    return {
        {"label", label}, {"points", std::move(points)}, {"group_id", nullptr}, {"shape_type", type}, {"flags", Json::object()}};
}

inline QByteArray document(const Json &shapes, const char *imagePath = "a.jpg")
{
    return base::toJsonLine({{"version", "5.0.1"},
                             {"flags", Json::object()},
                             {"shapes", shapes},
                             {"imagePath", imagePath},
                             {"imageData", nullptr},
                             {"imageHeight", 20},
                             {"imageWidth", 30}});
}

inline const Json rectangle = shape("rectangle", {{1.5, 2}, {4, 6}});

}  // namespace plumbline::test
