// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/sceneparts.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace plumbline::extension {

namespace {

constexpr std::int64_t assumedStep = 100'000;
constexpr model::TimeBase microsecond{1, 1'000'000};
// Keeps index times step far from the end of the numbers.
constexpr std::int64_t mostFrames = 1'000'000'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::extension", text);
}

QString numberName(std::int64_t index)
{
    return QStringLiteral("%1").arg(index, 6, 10, QLatin1Char('0'));
}

std::optional<std::int64_t> numberIn(const QString &name)
{
    bool good = false;
    const qlonglong number = name.toLongLong(&good);
    return good && number >= 0 && number < mostFrames ? std::optional<std::int64_t>(number) : std::nullopt;
}

/// Sweep of a frame; without one whatever was recorded.
QString nameOf(const model::Scene &scene, const model::SceneFrame &frame, std::int64_t index)
{
    const model::SensorFile *sweep = nullptr;
    for (const model::SensorFile &file : frame.files) {
        const model::Sensor &sensor = scene.sensors[static_cast<std::size_t>(file.sensor)];
        if (sensor.kind == model::SensorKind::Lidar && (!sweep || sensor.name == scene.labelFrame))
            sweep = &file;
    }
    const model::SensorFile *best = sweep || frame.files.empty() ? sweep : &frame.files.front();
    return best ? QFileInfo(withoutEnding(best->path)).fileName() : numberName(index);
}

}  // namespace

SceneFrames::SceneFrames(const model::Scene *scene, const QString &stream)
    : m_known(scene != nullptr), m_stream(scene ? scene->labelFrame : stream)
{
    if (!scene)
        return;
    m_numbered = true;
    std::int64_t index = 0;
    for (const model::SceneFrame &frame : scene->frames) {
        m_times.push_back(frame.microseconds);
        m_names.append(nameOf(*scene, frame, index));
        m_byName.insert(m_names.last(), index);
        if (const auto number = numberIn(m_names.last()))
            m_byNumber.insert(*number, index);
        else
            m_numbered = false;
        m_byTime[QString()].insert(frame.microseconds, index);
        for (const model::SensorFile &file : frame.files) {
            const QString &sensor = scene->sensors[static_cast<std::size_t>(file.sensor)].name;
            if (sensor == scene->labelFrame)
                continue;
            m_byTime[sensor].insert(file.microseconds, index);
            m_timeOf[sensor].insert(index, file.microseconds);
        }
        ++index;
    }
    m_numbered = m_numbered && m_byNumber.size() == m_names.size();
}

model::FrameRef SceneFrames::ref(std::int64_t index) const
{
    const std::int64_t time =
        m_known && index >= 0 && index < count() ? m_times[static_cast<std::size_t>(index)] : index * assumedStep;
    return {m_stream, index, time, microsecond, {}};
}

model::FrameRef SceneFrames::ref(std::int64_t index, const QString &sensor) const
{
    model::FrameRef frame = ref(index);
    frame.stream = sensor;
    if (const auto times = m_timeOf.find(sensor); times != m_timeOf.end())
        frame.pts = times->second.value(index, frame.pts);
    return frame;
}

std::optional<std::int64_t> SceneFrames::indexOf(const model::Annotation &annotation) const
{
    if (!annotation.frame)
        return !m_known || count() == 1 ? std::optional<std::int64_t>(0) : std::nullopt;
    const model::FrameRef &frame = *annotation.frame;
    if (!m_known)
        return frame.index >= 0 && frame.index < mostFrames ? std::optional(frame.index) : std::nullopt;
    if (frame.timeBase.denominator <= 0)
        return std::nullopt;
    const double ticks = double(frame.pts) * double(frame.timeBase.numerator) * 1e6 / double(frame.timeBase.denominator);
    constexpr double most = 9e18;
    if (!(std::abs(ticks) < most))
        return std::nullopt;
    const std::int64_t time = frame.timeBase == microsecond ? frame.pts : static_cast<std::int64_t>(std::llround(ticks));
    for (const QString &sensor : {frame.stream, QString()})
        if (const auto times = m_byTime.find(sensor); times != m_byTime.end())
            if (const auto found = times->second.constFind(time); found != times->second.constEnd())
                return *found;
    return std::nullopt;
}

QString SceneFrames::name(std::int64_t index) const
{
    return index >= 0 && index < count() ? m_names[index] : numberName(index);
}

std::optional<std::int64_t> SceneFrames::indexNamed(const QString &name) const
{
    if (!m_known)
        return numberIn(name);
    const auto found = m_byName.constFind(name);
    return found == m_byName.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<std::int64_t> SceneFrames::indexNumbered(std::int64_t number) const
{
    if (!m_known)
        return number >= 0 && number < mostFrames ? std::optional(number) : std::nullopt;
    if (!m_numbered)
        return number >= 0 && number < count() ? std::optional(number) : std::nullopt;
    const auto found = m_byNumber.constFind(number);
    return found == m_byNumber.constEnd() ? std::nullopt : std::optional(*found);
}

std::int64_t SceneFrames::numberOf(std::int64_t index) const
{
    return m_known && m_numbered ? numberIn(name(index)).value_or(index) : index;
}

void TrackNames::keep(TrackId track, const QString &kept)
{
    if (track.isNull())
        return;
    QString &name = m_names[track];
    if (!name.isEmpty() || kept.isEmpty() || m_taken.contains(kept))
        return;
    name = kept;
    m_taken.insert(kept);
}

QString TrackNames::of(TrackId track)
{
    QString &name = m_names[track];
    while (name.isEmpty()) {
        const QString free = QString::number(m_next++);
        if (!m_taken.contains(free))
            name = free;
    }
    m_taken.insert(name);
    return name;
}

TrackId trackNamed(const QString &item, const QString &name)
{
    return TrackId{Uuid::fromName("track", item.toUtf8() + '\n' + name.toUtf8())};
}

Result<> visitScenes(const AnnotationSource &source, const SceneVisitor &visitor)
{
    const jobs::JobControl &control = source.control();
    return source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        if (item.kind != model::ItemKind::Scene)
            return {};
        const auto scene = source.scene(item);
        return scene ? visitor(item, annotations, *scene) : Result<>(fail(scene.error()));
    });
}

Result<> tallyOtherItems(const AnnotationSource &source, LossTally &tally)
{
    return source.visit([&](const model::Item &item, const std::vector<model::Annotation> &annotations) -> Result<> {
        if (item.kind == model::ItemKind::Scene)
            return {};
        tally.add(tr("items that are no scenes"), tr("They are left out."));
        if (!annotations.empty())
            tally.add(tr("labels of items that are no scenes"), tr("They are left out."),
                      static_cast<std::int64_t>(annotations.size()));
        return {};
    });
}

void tallyTrackedFacts(LossTally &tally, const model::Annotation &annotation, const CarriedFacts &carried)
{
    model::Annotation facts = annotation;
    facts.track = {};
    tallyFacts(tally, facts, carried);
}

void tallyBetweenKeyframes(LossTally &tally, const SceneFrames &frames, const std::vector<model::Annotation> &annotations)
{
    std::map<TrackId, std::vector<std::int64_t>> keyframes;
    for (const model::Annotation &annotation : annotations)
        if (const auto index = frames.indexOf(annotation); index && !annotation.track.isNull())
            keyframes[annotation.track].push_back(*index);
    std::int64_t between = 0;
    for (auto &[track, list] : keyframes) {
        std::sort(list.begin(), list.end());
        for (std::size_t i = 1; i < list.size(); ++i)
            between += std::max<std::int64_t>(0, list[i] - list[i - 1] - 1);
    }
    if (between > 0)
        tally.add(tr("frames of tracks between their keyframes"), tr("Only keyframes are written."), between);
}

bool sameCuboid(const geometry::Cuboid &a, const geometry::Cuboid &b)
{
    constexpr double little = 1e-7;
    double dot = 0;
    for (std::size_t i = 0; i < a.rotation.size(); ++i)
        dot += a.rotation[i] * b.rotation[i];
    bool same = a.coordinateFrame == b.coordinateFrame;
    for (std::size_t i = 0; i < a.centre.size(); ++i)
        same = same && std::abs(a.centre[i] - b.centre[i]) <= little && std::abs(a.size[i] - b.size[i]) <= little;
    for (std::size_t i = 0; i < a.rotation.size(); ++i)
        same = same && std::abs(a.rotation[i] - (dot < 0 ? -b.rotation[i] : b.rotation[i])) <= little;
    return same;
}

QString whyNoBox(const geometry::Cuboid &cuboid)
{
    constexpr double furthest = 1e7;
    for (const double value : cuboid.rotation)
        if (!std::isfinite(value))
            return tr("Its rotation is no number.");
    for (std::size_t i = 0; i < cuboid.centre.size(); ++i) {
        if (!(std::abs(cuboid.centre[i]) <= furthest))
            return tr("Its centre is no number or further away than 10,000 km.");
        if (!(cuboid.size[i] > 0 && cuboid.size[i] <= furthest))
            return tr("It has no size.");
    }
    return geometry::whyInvalid(cuboid);
}

void appendMicro(QByteArray &text, double value)
{
    constexpr double million = 1e6;
    const double rounded = std::round(value * million) / million;
    appendNumber(text, std::isfinite(rounded) && rounded != 0 ? rounded : 0);
}

}  // namespace plumbline::extension
