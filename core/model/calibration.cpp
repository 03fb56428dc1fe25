// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/calibration.h"

namespace plumbline::model {

namespace {

constexpr const char *ownSpace = "plumbline";
constexpr const char *offsetsKey = "time_offset_us";
constexpr const char *calibrationKey = "calibration";

const Json *ownValue(const Json &extra, const char *key)
{
    if (!extra.is_object())
        return nullptr;
    const auto own = extra.find(ownSpace);
    if (own == extra.end() || !own->is_object())
        return nullptr;
    const auto value = own->find(key);
    return value == own->end() ? nullptr : &*value;
}

}  // namespace

std::int64_t timeOffsetOf(const Scene &scene, const QString &sensor)
{
    const Json *offsets = ownValue(scene.extra, offsetsKey);
    if (!offsets || !offsets->is_object())
        return 0;
    const auto value = offsets->find(sensor.toStdString());
    return value != offsets->end() && value->is_number_integer() ? value->get<std::int64_t>() : 0;
}

void setTimeOffset(Scene &scene, const QString &sensor, std::int64_t microseconds)
{
    if (!scene.extra.is_object())
        scene.extra = Json::object();
    Json &own = scene.extra[ownSpace];
    if (!own.is_object())
        own = Json::object();
    Json &offsets = own[offsetsKey];
    if (!offsets.is_object())
        offsets = Json::object();
    if (microseconds != 0)
        offsets[sensor.toStdString()] = microseconds;
    else
        offsets.erase(sensor.toStdString());
    if (!offsets.empty())
        return;
    own.erase(offsetsKey);
    if (own.empty())
        scene.extra.erase(ownSpace);
    if (scene.extra.empty())
        scene.extra = nullptr;
}

QString calibrationOf(const Annotation &annotation)
{
    const Json *version = ownValue(annotation.extra, calibrationKey);
    return version && version->is_string() ? base::toQString(*version) : QString();
}

void setCalibration(Annotation &annotation, const QString &version)
{
    if (version.isEmpty())
        return;
    if (!annotation.extra.is_object())
        annotation.extra = Json::object();
    Json &own = annotation.extra[ownSpace];
    if (!own.is_object())
        own = Json::object();
    own[calibrationKey] = version.toStdString();
}

}  // namespace plumbline::model
