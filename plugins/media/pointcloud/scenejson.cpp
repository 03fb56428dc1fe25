// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/scenejson.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline::pointcloud {

namespace {

using base::toJson;
using base::toQString;
using extension::memberOf;

const char versionKey[] = "plumbline_scene";
const char ownConvention[] = "scene-json";
constexpr qsizetype mostPartBytes = qsizetype(1) << 20;
constexpr std::size_t mostSensors = 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::pointcloud", text);
}

constexpr std::array<std::pair<const char *, model::SensorKind>, 3> kinds{
    {{"lidar", model::SensorKind::Lidar}, {"camera", model::SensorKind::Camera}, {"radar", model::SensorKind::Radar}}};
constexpr std::array<std::pair<const char *, geometry::LensModel>, 3> lenses{
    {{"pinhole", geometry::LensModel::Pinhole},
     {"brown-conrady", geometry::LensModel::BrownConrady},
     {"fisheye-equidistant", geometry::LensModel::FisheyeEquidistant}}};

template <typename Table, typename Value>
const char *wordOf(const Table &table, Value value)
{
    for (const auto &[word, known] : table)
        if (known == value)
            return word;
    return "";
}

template <typename Value, std::size_t N>
std::optional<Value> valueOf(const std::array<std::pair<const char *, Value>, N> &table, const Json &word)
{
    for (const auto &[known, value] : table)
        if (word.is_string() && word.get_ref<const std::string &>() == known)
            return value;
    return std::nullopt;
}

Json toJson(const geometry::Pose &pose)
{
    return {{"rotation", pose.rotation}, {"translation", pose.translation}};
}

Json toJson(const geometry::Camera &camera)
{
    return {{"lens", wordOf(lenses, camera.lens)},
            {"size", {camera.width, camera.height}},
            {"focal", {camera.fx, camera.fy}},
            {"centre", {camera.cx, camera.cy}},
            {"skew", camera.skew},
            {"distortion", camera.distortion}};
}

template <std::size_t N>
bool readNumbers(const Json &list, std::array<double, N> &numbers, bool mayBeShorter = false)
{
    if (!list.is_array() || list.size() > N || (list.size() < N && !mayBeShorter))
        return false;
    std::size_t i = 0;
    for (const Json &value : list) {
        if (!value.is_number())
            return false;
        numbers[i] = value.get<double>();
        if (!std::isfinite(numbers[i++]))
            return false;
    }
    return true;
}

std::optional<geometry::Pose> readPose(const Json &json)
{
    geometry::Pose pose;
    if (!readNumbers(memberOf(json, "rotation"), pose.rotation) || !readNumbers(memberOf(json, "translation"), pose.translation))
        return std::nullopt;
    double length = 0;
    for (const double part : pose.rotation)
        length += part * part;
    length = std::sqrt(length);
    constexpr double tolerance = 1e-2;
    constexpr double exact = 1e-9;
    if (std::abs(length - 1) > tolerance)
        return std::nullopt;
    // What is a rotation already stays as it is, to the last digit.
    if (std::abs(length - 1) > exact)
        for (double &part : pose.rotation)
            part /= length;
    return pose;
}

std::optional<geometry::Camera> readCamera(const Json &json)
{
    geometry::Camera camera;
    const auto lens = valueOf(lenses, memberOf(json, "lens"));
    std::array<double, 2> size{};
    std::array<double, 2> focal{};
    std::array<double, 2> centre{};
    if (!lens || !readNumbers(memberOf(json, "size"), size) || !readNumbers(memberOf(json, "focal"), focal)
        || !readNumbers(memberOf(json, "centre"), centre))
        return std::nullopt;
    const Json &distortion = memberOf(json, "distortion");
    if (!distortion.is_null() && !readNumbers(distortion, camera.distortion, true))
        return std::nullopt;
    const Json &skew = memberOf(json, "skew");
    if (!skew.is_null() && !skew.is_number())
        return std::nullopt;
    camera.lens = *lens;
    camera.width = size[0];
    camera.height = size[1];
    camera.fx = focal[0];
    camera.fy = focal[1];
    camera.cx = centre[0];
    camera.cy = centre[1];
    camera.skew = skew.is_number() ? skew.get<double>() : 0;
    return geometry::isUsable(camera) ? std::optional(camera) : std::nullopt;
}

std::optional<std::int64_t> readTime(const Json &json)
{
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > std::uint64_t(std::numeric_limits<std::int64_t>::max()))
        return std::nullopt;
    return json.is_number_integer() ? std::optional(json.get<std::int64_t>()) : std::nullopt;
}

class SceneReader
{
public:
    SceneReader(QByteArrayView text, const QString &file) : m_text(text), m_file(file) {}

    Result<ReadScene> read()
    {
        bool isScene = false;
        std::optional<Error> refused;
        QByteArrayView sensors;
        QByteArrayView frames;
        const bool whole = extension::visitJsonParts(m_text, [&](const extension::JsonPart &part) {
            if (part.key == versionKey) {
                bool isNumber = false;
                const int version = part.text.toByteArray().toInt(&isNumber);
                isScene = isNumber && version >= 1;
                if (isScene && version > sceneJsonVersion)
                    refused = Error{
                        ErrorCode::NewerVersion,
                        tr("%1 is of version %2; this program reads version %3.").arg(m_file).arg(version).arg(sceneJsonVersion),
                        {}};
            } else if (part.key == "sensors") {
                sensors = part.text;
            } else if (part.key == "frames") {
                frames = part.text;
            } else if (const auto value = parsed(part, QString::fromUtf8(part.key)); value) {
                if (part.key == "label_frame")
                    m_result.scene.labelFrame = toQString(*value);
                else if (part.key == "convention")
                    m_result.scene.convention = toQString(*value);
                else if (part.key == "extra")
                    m_result.scene.extra = *value;
            }
            return !refused;
        });
        if (refused)
            return fail(*refused);
        if (!isScene)
            return fail(ErrorCode::Malformed,
                        tr("%1 is no scene: it has no “%2” with a version.").arg(m_file, QLatin1String(versionKey)));
        if (!whole)
            tell({}, tr("The text ends before its last bracket; what came before is used."));
        if (m_result.scene.convention.isEmpty())
            m_result.scene.convention = QLatin1String(ownConvention);
        readSensors(sensors);
        readFrames(frames);
        if (!m_result.scene.labelFrame.isEmpty() && !m_sensors.contains(m_result.scene.labelFrame)) {
            tell(QStringLiteral("label_frame"), tr("There is no sensor of this name; labels are given in the vehicle's frame."));
            m_result.scene.labelFrame.clear();
        }
        return std::move(m_result);
    }

private:
    void tell(const QString &place, const QString &text) { m_result.issues.problem(m_file, place, text); }

    std::optional<Json> parsed(const extension::JsonPart &part, const QString &place)
    {
        if (part.text.size() > mostPartBytes) {
            tell(place, tr("It is larger than a megabyte; it was left out."));
            return std::nullopt;
        }
        auto value = extension::parsedJsonPart(part.text);
        if (!value) {
            tell(place, tr("It cannot be read and was left out: %1").arg(value.error().text));
            return std::nullopt;
        }
        return std::move(*value);
    }

    template <typename Take>
    void visit(QByteArrayView list, const char *name, Take take)
    {
        std::size_t number = 0;
        if (extension::jsonOpening(list) != '[') {
            tell(QLatin1String(name), tr("There is no such list."));
            return;
        }
        extension::visitJsonParts(list, [&](const extension::JsonPart &part) {
            const QString place = QStringLiteral("%1[%2]").arg(QLatin1String(name)).arg(number++);
            if (const auto value = parsed(part, place))
                take(*value, place);
            return true;
        });
    }

    void readSensors(QByteArrayView list)
    {
        visit(list, "sensors", [this](const Json &json, const QString &place) {
            model::Sensor sensor;
            sensor.name = toQString(memberOf(json, "name"));
            const auto kind = valueOf(kinds, memberOf(json, "kind"));
            if (sensor.name.isEmpty() || !kind || m_sensors.contains(sensor.name)
                || m_result.scene.sensors.size() >= mostSensors) {
                tell(place, tr("A sensor needs a name of its own and the kind lidar, camera or radar; it was left out."));
                return;
            }
            sensor.kind = *kind;
            const Json &ego_from_sensor = memberOf(json, "ego_from_sensor");
            const auto pose = ego_from_sensor.is_null() ? std::optional(geometry::Pose()) : readPose(ego_from_sensor);
            const Json &camera = memberOf(json, "camera");
            if (pose)
                sensor.ego_from_sensor = *pose;
            else
                tell(place + QStringLiteral(".ego_from_sensor"),
                     tr("It is no rotation and shift; the sensor counts as uncalibrated."));
            if (!camera.is_null() && *kind == model::SensorKind::Camera) {
                if (const auto lens = readCamera(camera); !lens)
                    tell(place + QStringLiteral(".camera"), tr("The lens cannot be used; the camera counts as uncalibrated."));
                else if (pose)
                    sensor.camera = lens;
            }
            m_sensors.insert(sensor.name, static_cast<std::int32_t>(m_result.scene.sensors.size()));
            m_result.scene.sensors.push_back(std::move(sensor));
        });
    }

    void readFrames(QByteArrayView list)
    {
        visit(list, "frames", [this](const Json &json, const QString &place) {
            model::SceneFrame frame;
            const auto time = readTime(memberOf(json, "microseconds"));
            if (!time) {
                tell(place + QStringLiteral(".microseconds"), tr("It is no whole number; the frame was left out."));
                return;
            }
            frame.microseconds = *time;
            frame.world_from_ego = readOptionalPose(json, place);
            const Json &files = memberOf(json, "files");
            for (std::size_t i = 0; files.is_array() && i < files.size(); ++i)
                readFile(files[i], QStringLiteral("%1.files[%2]").arg(place).arg(i), frame);
            m_result.scene.frames.push_back(std::move(frame));
        });
    }

    std::optional<geometry::Pose> readOptionalPose(const Json &json, const QString &place)
    {
        const Json &world_from_ego = memberOf(json, "world_from_ego");
        if (world_from_ego.is_null())
            return std::nullopt;
        const auto pose = readPose(world_from_ego);
        if (!pose)
            tell(place + QStringLiteral(".world_from_ego"), tr("It is no rotation and shift; the pose counts as unknown."));
        return pose;
    }

    void readFile(const Json &json, const QString &place, model::SceneFrame &frame)
    {
        const auto sensor = m_sensors.constFind(toQString(memberOf(json, "sensor")));
        const auto path = base::safeRelativePath(toQString(memberOf(json, "path")));
        if (sensor == m_sensors.constEnd() || model::fileOf(frame, *sensor)) {
            tell(place, tr("A file belongs to one sensor of the list, and a sensor has one in a frame; it was left out."));
            return;
        }
        if (!path) {
            tell(place, path.error().text);
            return;
        }
        const Json &given = memberOf(json, "microseconds");
        const auto time = given.is_null() ? std::optional(frame.microseconds) : readTime(given);
        if (!time) {
            tell(place + QStringLiteral(".microseconds"), tr("It is no whole number; the file was left out."));
            return;
        }
        frame.files.push_back({*sensor, *path, *time, readOptionalPose(json, place)});
    }

    QByteArrayView m_text;
    QString m_file;
    ReadScene m_result;
    QHash<QString, std::int32_t> m_sensors;
};

}  // namespace

QByteArray writeSceneJson(const model::Scene &scene)
{
    Json json = {{versionKey, sceneJsonVersion}};
    if (scene.convention != QLatin1String(ownConvention))
        json["convention"] = toJson(scene.convention);
    json["label_frame"] = toJson(scene.labelFrame);
    json["sensors"] = Json::array();
    for (const model::Sensor &sensor : scene.sensors) {
        Json entry = {{"name", toJson(sensor.name)},
                      {"kind", wordOf(kinds, sensor.kind)},
                      {"ego_from_sensor", toJson(sensor.ego_from_sensor)}};
        if (sensor.camera)
            entry["camera"] = toJson(*sensor.camera);
        json["sensors"].push_back(std::move(entry));
    }
    json["frames"] = Json::array();
    for (const model::SceneFrame &frame : scene.frames) {
        Json entry = {{"microseconds", frame.microseconds}};
        if (frame.world_from_ego)
            entry["world_from_ego"] = toJson(*frame.world_from_ego);
        entry["files"] = Json::array();
        for (const model::SensorFile &file : frame.files) {
            Json one = {{"sensor", toJson(scene.sensors[static_cast<std::size_t>(file.sensor)].name)},
                        {"path", toJson(file.path)}};
            if (file.microseconds != frame.microseconds)
                one["microseconds"] = file.microseconds;
            if (file.world_from_ego)
                one["world_from_ego"] = toJson(*file.world_from_ego);
            entry["files"].push_back(std::move(one));
        }
        json["frames"].push_back(std::move(entry));
    }
    if (!scene.extra.is_null())
        json["extra"] = scene.extra;
    return base::toJsonText(json);
}

Result<ReadScene> readSceneJson(QByteArrayView text, const QString &file)
{
    return SceneReader(text, file).read();
}

bool looksLikeSceneJson(QByteArrayView head)
{
    constexpr qsizetype near = 256;
    return extension::jsonOpening(head) == '{' && head.first(std::min(head.size(), near)).contains("\"plumbline_scene\"");
}

}  // namespace plumbline::pointcloud
