// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/extension/maskwindow.h"
#include "plugins/formats/labelstudio/labelstudioformat.h"
#include "plugins/formats/labelstudio/labelstudiorle.h"
#include "tests/support/formatfiles.h"
#include "tests/support/verify.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTest>

/// Files of Label Studio and what is done with them in its tests.
namespace plumbline::test {

inline const labelstudio::LabelStudioFormat format;

inline Result<> read(const QString &path, MemoryDataset &into, extension::FormatOptions options = {})
{
    return format.read({path, {}, std::move(options)}, into);
}

inline Result<> write(const MemoryDataset &data, const QString &folder, extension::FormatOptions options = {})
{
    return writeFormat(format, data, folder, std::move(options));
}

inline Json result(const char *type, Json value, const char *label = "cat")
{
    static int number = 0;
    if (label)
        value[type] = Json::array({label});
    return {{"id", "r" + std::to_string(++number)},
            {"type", type},
            {"from_name", "tool"},
            {"to_name", "img"},
            {"original_width", 200},
            {"original_height", 100},
            {"image_rotation", 0},
            {"value", std::move(value)}};
}

inline Json beside(const Json &region, const char *type, const char *name, const char *key, Json answer)
{
    Json json = region;
    json["type"] = type;
    json["from_name"] = name;
    json["value"].erase(region["type"].get<std::string>());
    json["value"][key] = std::move(answer);
    return json;
}

inline Json task(const Json &results, const char *image = "/data/upload/3/0123abcd-a.jpg")
{
    Json annotation = {{"id", 1001},         {"completed_by", 7},     {"result", results},         {"was_cancelled", false},
                       {"lead_time", 4.288}, {"ground_truth", false}, {"created_at", "2026-01-01"}};
    return {{"id", 1}, {"annotations", Json::array({annotation})}, {"data", {{"image", image}}}, {"project", 83}};
}

inline QByteArray document(const Json &results, const char *image = "/data/upload/3/0123abcd-a.jpg")
{
    return base::toJsonLine(Json::array({task(results, image)}));
}

inline const Json box = result("rectanglelabels", {{"x", 10.5}, {"y", 20}, {"width", 30}, {"height", 40}, {"rotation", 0}});

}  // namespace plumbline::test
