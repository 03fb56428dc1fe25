// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/cuboidlabels.h"

#include "core/base/atomicfile.h"
#include "core/extension/jsonparts.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace plumbline::extension {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::extension", text);
}

const geometry::Cuboid *cuboidOf(const model::Annotation &annotation, const QString &labelFrame)
{
    const auto *cuboid = std::get_if<geometry::Cuboid>(&annotation.geometry);
    return cuboid && cuboid->coordinateFrame == labelFrame ? cuboid : nullptr;
}

void tallyScene(LossTally &tally, const CuboidCarrier &carrier, const model::Schema &schema,
                const std::vector<model::Annotation> &annotations, const model::Scene *scene)
{
    const SceneFrames frames(scene, carrier.stream);
    const QString labelFrame = scene ? scene->labelFrame : carrier.stream;
    if (carrier.tracks)
        tallyBetweenKeyframes(tally, frames, annotations);
    if (!carrier.sequences && scene && scene->frames.size() > 1)
        tally.add(tr("scenes of several sweeps"), tr("Each sweep is written as an item of its own."));
    for (const model::Annotation &annotation : annotations) {
        if (tallyMissingClass(tally, annotation, schema))
            continue;
        if (!cuboidOf(annotation, labelFrame)) {
            const bool elsewhere = std::holds_alternative<geometry::Cuboid>(annotation.geometry);
            tally.add(shapesName(annotation.geometry),
                      elsewhere ? tr("They are not in the frame of the lidar; they are left out.") : tr("They are left out."));
            continue;
        }
        if (!frames.indexOf(annotation)) {
            tally.add(tr("labels without a frame of their scene"), tr("They are left out."));
            continue;
        }
        if (carrier.tracks)
            tallyTrackedFacts(tally, annotation, carrier.carried);
        else
            tallyFacts(tally, annotation, carrier.carried);
    }
    if (carrier.more)
        carrier.more(tally, cuboidLabels(annotations, schema, frames, labelFrame), frames);
}

}  // namespace

std::vector<CuboidLabel> cuboidLabels(const std::vector<model::Annotation> &annotations, const model::Schema &schema,
                                      const SceneFrames &frames, const QString &labelFrame)
{
    std::vector<CuboidLabel> labels;
    for (const model::Annotation &annotation : annotations) {
        const model::LabelClass *labelClass = schema.find(annotation.labelClass);
        const auto index = frames.indexOf(annotation);
        if (const geometry::Cuboid *cuboid = cuboidOf(annotation, labelFrame); cuboid && labelClass && index)
            labels.push_back({&annotation, cuboid, labelClass->name, *index});
    }
    return labels;
}

Result<std::vector<Loss>> cuboidLosses(const AnnotationSource &source, const CuboidCarrier &carrier)
{
    LossTally tally;
    if (const auto others = tallyOtherItems(source, tally); !others)
        return fail(others.error());
    const auto visited = visitScenes(source,
                                     [&](const model::Item &, const std::vector<model::Annotation> &annotations,
                                         const std::optional<model::Scene> &scene) -> Result<> {
                                         tallyScene(tally, carrier, source.schema(), annotations, scene ? &*scene : nullptr);
                                         return {};
                                     });
    if (!visited)
        return fail(visited.error());
    return tally.take();
}

Result<std::array<double, 3>> vectorIn(const Json &object, std::string_view name, const std::array<const char *, 3> &keys)
{
    const Json &vector = memberOf(object, name);
    std::array<double, 3> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Json &value = memberOf(vector, keys[i]);
        if (!value.is_number())
            return fail(ErrorCode::Malformed,
                        tr("%1.%2 is missing or no number.")
                            .arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), QLatin1String(keys[i])));
        values[i] = value.get<double>();
    }
    return values;
}

Json vectorJson(const std::array<double, 3> &values, const std::array<const char *, 3> &keys)
{
    Json vector = Json::object();
    for (std::size_t i = 0; i < values.size(); ++i)
        vector[keys[i]] = values[i];
    return vector;
}

bool areAngles(const std::array<double, 3> &angles)
{
    constexpr double most = 1e6;
    return std::all_of(angles.begin(), angles.end(), [](double angle) { return std::abs(angle) <= most; });
}

std::array<double, 3> tidied(std::array<double, 3> values)
{
    constexpr double nano = 1e9;
    constexpr double largest = 1e6;
    for (double &value : values)
        if (std::abs(value) < largest)
            value = std::round(value * nano) / nano + 0.0;
    return values;
}

std::optional<model::AttributeValue> answerFrom(const Json &value)
{
    if (value.is_null())
        return model::AttributeValue();
    if (value.is_boolean())
        return value.get<bool>();
    if (value.is_number() && std::isfinite(value.get<double>()))
        return value.get<double>();
    return value.is_string() ? std::optional<model::AttributeValue>(base::toQString(value)) : std::nullopt;
}

std::optional<Json> answerJson(const model::AttributeValue &value)
{
    constexpr double exact = 9e15;
    if (std::holds_alternative<std::monostate>(value))
        return Json();
    if (const auto *yes = std::get_if<bool>(&value))
        return Json(*yes);
    if (const auto *number = std::get_if<double>(&value); number && std::isfinite(*number))
        return std::abs(*number) < exact && std::trunc(*number) == *number ? Json(static_cast<std::int64_t>(*number))
                                                                           : Json(*number);
    const auto *text = std::get_if<QString>(&value);
    return text ? std::optional(base::toJson(*text)) : std::nullopt;
}

void tallyUntold(LossTally &tally, const std::vector<CuboidLabel> &labels, const SceneFrames &)
{
    for (const CuboidLabel &label : labels)
        for (const auto &[key, value] : label.annotation->attributes)
            if (!answerJson(value))
                tally.add(tr("answers that nobody could give"), tr("They are left out."));
}

geometry::Pose labelFromLidar(const model::Scene *scene)
{
    const std::int32_t lidar = scene ? model::firstSensor(*scene, model::SensorKind::Lidar) : -1;
    if (lidar < 0)
        return {};
    const model::Sensor &sensor = scene->sensors[static_cast<std::size_t>(lidar)];
    if (sensor.name == scene->labelFrame)
        return {};
    return geometry::composed(geometry::inverted(model::egoFromLabel(*scene)), sensor.ego_from_sensor);
}

QString fileNameOf(const model::Item &item, const QString &otherwise)
{
    const QString name = QFileInfo(item.name).fileName();
    return base::safeRelativePath(name) ? name : otherwise;
}

QString sweepName(const SceneFrames &frames, std::int64_t index)
{
    const QString name = frames.name(index);
    const bool plain = base::safeRelativePath(name).has_value() && !name.contains(QLatin1Char('/'));
    return plain ? name : QStringLiteral("%1").arg(index, 6, 10, QLatin1Char('0'));
}

}  // namespace plumbline::extension
