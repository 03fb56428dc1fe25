// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/model/annotation.h"
#include "core/model/item.h"
#include "core/model/scene.h"
#include "core/model/schema.h"
#include "core/model/task.h"
#include "core/model/track.h"

#include <cmath>

namespace plumbline::test {

/// Random but valid model values for property tests; the same seed gives the same values.
class RandomValues
{
public:
    explicit RandomValues(std::uint64_t seed) : m_random(seed) {}

    [[nodiscard]] base::SeededRandom &random() { return m_random; }
    bool flag() { return m_random.below(2) == 1; }
    std::size_t count(std::size_t most) { return static_cast<std::size_t>(m_random.below(most + 1)); }

    /// Round, tiny, huge and negative ones, and zero.
    double number()
    {
        switch (m_random.below(6)) {
        case 0: return 0;
        case 1: return std::round(m_random.uniform(-500, 500));
        case 2: return m_random.normal(0, 1e-12);
        case 3: return m_random.normal(0, 1e18);
        default: return m_random.uniform(-4000, 4000);
        }
    }
    double size() { return std::abs(number()); }
    std::int64_t integer() { return static_cast<std::int64_t>(m_random.next() >> m_random.below(64)); }
    QString text()
    {
        static const QStringList pieces{
            QStringLiteral("car"),        QStringLiteral("\u00e4\u00df"), QStringLiteral("\u6c34"), QStringLiteral("\"\\/"),
            QStringLiteral("\U0001F68C"), QStringLiteral("\n\t"),         QString(QChar(0)),        QStringLiteral(" ")};
        QString result;
        for (std::size_t i = count(5); i > 0; --i)
            result += pieces[static_cast<qsizetype>(m_random.below(static_cast<std::uint64_t>(pieces.size())))];
        return result;
    }
    QString someText() { return text() + QStringLiteral("x"); }
    template <typename T>
    T id()
    {
        T value;
        for (auto &byte : value.uuid.bytes)
            byte = static_cast<std::uint8_t>(m_random.next());
        return value;
    }
    template <typename T>
    T maybeId()
    {
        return flag() ? id<T>() : T{};
    }
    std::optional<double> maybeNumber() { return flag() ? std::optional(number()) : std::nullopt; }
    QStringList texts()
    {
        QStringList list;
        for (std::size_t i = count(4); i > 0; --i)
            list.append(text());
        return list;
    }
    Sha256Digest digest() { return flag() ? base::sha256(text().toUtf8()) : Sha256Digest{}; }
    /// Between the years 1 and 9999.
    std::int64_t time()
    {
        return static_cast<std::int64_t>(m_random.uniform(-62'135'596'800.0, 253'402'300'799.0)) * 1'000'000
               + static_cast<std::int64_t>(m_random.below(1'000'000));
    }

    Json extra()
    {
        if (flag())
            return nullptr;
        Json json = Json::object();
        json["coco"] = {{"z", integer()}, {"a", number()}, {"list", Json::array({nullptr, true, base::toJson(text())})}};
        if (flag())
            json["b"] = base::toJson(text());
        return json;
    }

    geometry::Point point() { return {number(), number()}; }
    geometry::Ring ring(std::size_t least)
    {
        geometry::Ring ring;
        for (std::size_t i = least + count(6); i > 0; --i)
            ring.push_back(point());
        return ring;
    }
    std::vector<QString> textVector()
    {
        const QStringList list = texts();
        return {list.begin(), list.end()};
    }
    std::vector<geometry::Run> runs()
    {
        std::vector<geometry::Run> runs;
        for (std::size_t i = count(5); i > 0; --i)
            runs.push_back({static_cast<std::uint32_t>(m_random.next()), m_random.next() >> m_random.below(64)});
        return runs;
    }

    /// One of each kind, by the variant's index.
    geometry::Geometry geometry(std::size_t kind)
    {
        using namespace plumbline::geometry;
        switch (kind) {
        case 0: return ItemLabel{};
        case 1: return Box{number(), number(), size(), size()};
        case 2: return RotatedBox{number(), number(), size(), size(), number()};
        case 3: return Ellipse{number(), number(), size(), size(), number()};
        case 4: {
            Polygon polygon;
            for (std::size_t i = 1 + count(2); i > 0; --i) {
                PolygonPart part{ring(3), {}};
                for (std::size_t h = count(2); h > 0; --h)
                    part.holes.push_back(ring(3));
                polygon.parts.push_back(std::move(part));
            }
            return polygon;
        }
        case 5: return Polyline{ring(2)};
        case 6: {
            KeyPoints points;
            points.skeleton = text();
            for (std::size_t i = count(8); i > 0; --i)
                points.points.push_back({number(), number(), static_cast<int>(m_random.below(3))});
            return points;
        }
        case 7: {
            const auto a = static_cast<std::uint32_t>(m_random.below(50));
            const auto b = static_cast<std::uint32_t>(m_random.below(51));
            return Mask{10, 10, {a, b, 100 - a - b}};
        }
        case 8:
            return Cuboid{
                {number(), number(), number()}, {size(), size(), size()}, {number(), number(), number(), number()}, text()};
        case 9: return PointLabels{text(), textVector(), runs(), runs()};
        case 10: {
            Polyline3 line;
            for (std::size_t i = count(6); i > 0; --i)
                line.points.push_back({number(), number(), number()});
            line.coordinateFrame = text();
            return line;
        }
        case 11: {
            const std::uint64_t start = m_random.next() >> 12;
            return TextSpan{someText(), start, start + 1 + m_random.below(100), text()};
        }
        case 12: return MessageLabel{someText()};
        case 13: return TimeRange{text(), integer(), -integer(), 1 + static_cast<std::int64_t>(m_random.below(9)), INT64_MAX};
        case 14: return Rating{someText(), number()};
        case 15: return Preference{someText(), textVector(), textVector(), someText(), maybeNumber()};
        case 16: return Rewrite{someText(), someText()};
        default: return Relation{id<AnnotationId>(), id<AnnotationId>(), text()};
        }
    }
    geometry::Geometry anyGeometry() { return geometry(count(std::variant_size_v<geometry::Geometry> - 1)); }

    model::FrameRef frame()
    {
        return {text(),
                integer(),
                integer(),
                {1 + static_cast<std::int64_t>(m_random.below(2000)), 1 + static_cast<std::int64_t>(m_random.below(90000))},
                digest()};
    }
    model::AttributeValue attributeValue()
    {
        switch (m_random.below(5)) {
        case 0: return std::monostate{};
        case 1: return model::CannotTell{};
        case 2: return flag();
        case 3: return number();
        default: return text();
        }
    }
    model::Attributes attributes()
    {
        model::Attributes attributes;
        for (std::size_t i = count(5); i > 0; --i)
            attributes[text()] = attributeValue();
        return attributes;
    }
    model::Origin origin()
    {
        return {static_cast<model::OriginKind>(m_random.below(4)),
                text(),
                text(),
                text(),
                text(),
                text(),
                static_cast<int>(m_random.below(50)),
                flag()};
    }

    model::Annotation annotation(const model::Schema &schema)
    {
        model::Annotation a;
        a.id = id<AnnotationId>();
        a.item = id<ItemId>();
        a.layer = text();
        const std::size_t picked = count(schema.classes.size());
        a.labelClass = picked < schema.classes.size() ? schema.classes[picked].id : ClassId{};
        a.role = static_cast<model::Role>(m_random.below(3));
        a.track = maybeId<TrackId>();
        a.unsure = flag();
        if (flag())
            a.frame = frame();
        a.geometry = anyGeometry();
        a.attributes = attributes();
        a.score = maybeNumber();
        a.origin = origin();
        a.parent = maybeId<AnnotationId>();
        a.verdict = static_cast<model::Verdict>(m_random.below(3));
        a.zOrder = static_cast<std::int32_t>(m_random.next());
        a.group = maybeId<GroupId>();
        a.extra = extra();
        a.createdMicroseconds = time();
        return a;
    }

    geometry::Pose pose()
    {
        geometry::Pose p;
        p.rotation = geometry::rotationFromYaw(m_random.uniform(-3, 3));
        p.translation = {m_random.uniform(-50, 50), m_random.uniform(-50, 50), m_random.uniform(-2, 2)};
        return p;
    }

    model::Scene scene()
    {
        model::Scene s;
        s.item = id<ItemId>();
        s.convention = text();
        for (std::size_t i = count(3); i > 0; --i) {
            model::Sensor sensor{
                QStringLiteral("sensor%1").arg(i), static_cast<model::SensorKind>(m_random.below(3)), pose(), {}};
            if (flag())
                sensor.camera =
                    geometry::Camera{static_cast<geometry::LensModel>(m_random.below(3)), 640, 480, 500, 501, 320, 240, 0,
                                     {m_random.uniform(-.1, .1), 0, 0, 0, 0, 0, 0, 0}};
            s.sensors.push_back(std::move(sensor));
        }
        std::int64_t time = 0;
        for (std::size_t i = count(4); i > 0; --i) {
            model::SceneFrame frame;
            frame.microseconds = time += static_cast<std::int64_t>(m_random.below(100'000));
            if (flag())
                frame.world_from_ego = pose();
            for (std::size_t sensor = 0; sensor < s.sensors.size(); ++sensor)
                if (flag())
                    frame.files.push_back(
                        {static_cast<std::int32_t>(sensor), someText(), time, flag() ? std::optional(pose()) : std::nullopt});
            s.frames.push_back(std::move(frame));
        }
        if (!s.sensors.empty() && flag())
            s.labelFrame = s.sensors.back().name;
        model::stampCalibration(s);
        s.extra = extra();
        return s;
    }

    model::Track track()
    {
        model::Track t;
        t.id = id<TrackId>();
        t.item = id<ItemId>();
        t.layer = text();
        t.labelClass = maybeId<ClassId>();
        t.interpolation = static_cast<model::Interpolation>(m_random.below(3));
        for (std::size_t i = count(3); i > 0; --i)
            t.gaps.push_back({integer(), -integer()});
        t.attributes = attributes();
        t.origin = origin();
        t.extra = extra();
        return t;
    }

    model::Item item()
    {
        return {id<ItemId>(),
                static_cast<model::ItemKind>(m_random.below(4)),
                text(),
                text(),
                digest(),
                integer(),
                static_cast<std::int32_t>(m_random.next()),
                static_cast<std::int32_t>(m_random.next()),
                integer(),
                texts(),
                text(),
                extra(),
                extra()};
    }

    model::Task task()
    {
        model::Task t;
        t.id = id<TaskId>();
        t.item = id<ItemId>();
        t.scope.stream = text();
        if (flag())
            t.scope.fromPts = -integer();
        if (flag())
            t.scope.toPts = integer();
        if (flag())
            t.scope.region = geometry::Box{number(), number(), size(), size()};
        t.scope.classes = texts();
        t.stage = static_cast<model::Stage>(m_random.below(3));
        t.round = static_cast<std::int32_t>(m_random.next());
        t.assignee = text();
        t.state = static_cast<model::TaskState>(m_random.below(9));
        t.priority = static_cast<std::int32_t>(m_random.next());
        t.order = -integer();
        t.dueMicroseconds = integer();
        t.reason = text();
        t.comment = text();
        if (flag())
            t.place = point();
        return t;
    }

    model::Submission submission()
    {
        return {id<SubmissionId>(),
                id<TaskId>(),
                id<ItemId>(),
                text(),
                text(),
                static_cast<std::int32_t>(m_random.next()),
                static_cast<std::int32_t>(m_random.next()),
                integer(),
                text(),
                flag(),
                text(),
                flag(),
                maybeNumber(),
                integer(),
                flag()};
    }
    model::Judgement judgement() { return {id<JudgementId>(), text(), text(), text(), maybeNumber(), -integer()}; }
    model::Member member() { return {text(), text(), text(), text()}; }

private:
    base::SeededRandom m_random;
};

/// A schema with a few classes.
inline model::Schema sampleSchema()
{
    model::Schema schema = model::emptySchema();
    for (const char *name : {"car", "person", "traffic light"})
        model::addClass(schema, ClassId{Uuid::fromName("class", name)}, QLatin1String(name));
    return schema;
}

}  // namespace plumbline::test
