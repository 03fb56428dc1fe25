// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/annotation.h"
#include "core/model/jsonfields.h"

#include <tuple>

namespace plumbline::model {

using namespace geometry;
using base::toJson;
using base::toQString;

namespace {

Json pair(Point p)
{
    return Json::array({p.x, p.y});
}

Json ringJson(const Ring &ring)
{
    Json list = Json::array();
    for (const Point p : ring)
        list.push_back(pair(p));
    return list;
}

Json runsJson(const std::vector<Run> &runs)
{
    Json list = Json::array();
    for (const Run &run : runs)
        list.push_back(Json::array({run.value, run.count}));
    return list;
}

Json textsJson(const std::vector<QString> &texts)
{
    Json list = Json::array();
    for (const QString &text : texts)
        list.push_back(toJson(text));
    return list;
}

struct ToJson {
    Json &j;

    void operator()(const ItemLabel &) const {}
    void operator()(const Box &b) const { j.update({{"x", b.x}, {"y", b.y}, {"w", b.w}, {"h", b.h}}); }
    void operator()(const RotatedBox &b) const
    {
        j.update({{"cx", b.cx}, {"cy", b.cy}, {"w", b.w}, {"h", b.h}, {"angle", b.angleRadians}});
    }
    void operator()(const Ellipse &e) const
    {
        j.update({{"cx", e.cx}, {"cy", e.cy}, {"rx", e.rx}, {"ry", e.ry}, {"angle", e.angleRadians}});
    }
    void operator()(const Polygon &p) const
    {
        Json parts = Json::array();
        for (const PolygonPart &part : p.parts) {
            Json holes = Json::array();
            for (const Ring &hole : part.holes)
                holes.push_back(ringJson(hole));
            Json entry = {{"outer", ringJson(part.outer)}};
            if (!holes.empty())
                entry["holes"] = holes;
            parts.push_back(entry);
        }
        j["parts"] = parts;
    }
    void operator()(const Polyline &p) const { j["points"] = ringJson(p.points); }
    void operator()(const KeyPoints &k) const
    {
        Json points = Json::array();
        for (const KeyPoint &p : k.points)
            points.push_back(Json::array({p.x, p.y, p.visibility}));
        j["points"] = points;
        if (!k.skeleton.isEmpty())
            j["skeleton"] = toJson(k.skeleton);
    }
    void operator()(const Mask &m) const
    {
        j["size"] = Json::array({m.height, m.width});
        j["counts"] = m.counts;
    }
    void operator()(const Cuboid &c) const
    {
        j["center"] = c.centre;
        j["size"] = c.size;
        j["rotation"] = c.rotation;
        j["coordinate_frame"] = toJson(c.coordinateFrame);
    }
    void operator()(const PointLabels &p) const
    {
        j["coordinate_frame"] = toJson(p.coordinateFrame);
        j["classes"] = textsJson(p.classes);
        j["class_rle"] = runsJson(p.classRuns);
        j["instance_rle"] = runsJson(p.instanceRuns);
    }
    void operator()(const Polyline3 &p) const
    {
        j["points"] = p.points;
        j["coordinate_frame"] = toJson(p.coordinateFrame);
    }
    void operator()(const TextSpan &s) const
    {
        j.update({{"message", toJson(s.message)}, {"start", s.start}, {"end", s.end}, {"text_sha256", toJson(s.textSha256)}});
    }
    void operator()(const MessageLabel &m) const { j["message"] = toJson(m.message); }
    void operator()(const TimeRange &t) const
    {
        j.update({{"stream", toJson(t.stream)},
                  {"start_pts", t.startPts},
                  {"end_pts", t.endPts},
                  {"time_base", Json::array({t.timeBaseNumerator, t.timeBaseDenominator})}});
    }
    void operator()(const Rating &r) const { j.update({{"question", toJson(r.question)}, {"value", r.value}}); }
    void operator()(const Preference &p) const
    {
        j.update({{"question", toJson(p.question)},
                  {"options", textsJson(p.options)},
                  {"shown", textsJson(p.shown)},
                  {"choice", toJson(p.choice)}});
        j["strength"] = p.strength ? Json(*p.strength) : Json(nullptr);
    }
    void operator()(const Rewrite &r) const { j.update({{"message", toJson(r.message)}, {"text", toJson(r.text)}}); }
    void operator()(const Relation &r) const
    {
        j.update({{"from", toJson(r.from.toString())}, {"to", toJson(r.to.toString())}, {"relation_type", toJson(r.type)}});
    }
};

template <std::size_t N>
std::array<double, N> readNumbers(JsonFields &f, const char *key, const Json &list)
{
    std::array<double, N> values{};
    if (!list.is_array() || list.size() != N) {
        f.wrong(key, JsonFields::tr("%1 numbers").arg(N));
        return values;
    }
    for (std::size_t i = 0; i < N; ++i) {
        if (list[i].is_number())
            values[i] = list[i].template get<double>();
        else
            f.wrong(key, JsonFields::tr("%1 numbers").arg(N));
    }
    return values;
}

Ring readRing(JsonFields &f, const char *key, const Json &list)
{
    Ring ring;
    if (!list.is_array())
        f.wrong(key, JsonFields::tr("a list of points"));
    else
        for (const Json &point : list) {
            const auto v = readNumbers<2>(f, key, point);
            ring.push_back({v[0], v[1]});
        }
    return ring;
}

template <typename T>
T readUnsigned(JsonFields &f, const char *key, const Json &value)
{
    if (value.is_number_unsigned() && value.get<std::uint64_t>() <= std::numeric_limits<T>::max())
        return value.get<T>();
    f.wrong(key, JsonFields::tr("whole numbers from 0"));
    return 0;
}

std::vector<Run> readRuns(JsonFields &f, const char *key)
{
    std::vector<Run> runs;
    for (const Json &pairValue : f.list(key)) {
        if (!pairValue.is_array() || pairValue.size() != 2) {
            f.wrong(key, JsonFields::tr("a list of [value, count]"));
            break;
        }
        runs.push_back({readUnsigned<std::uint32_t>(f, key, pairValue[0]), readUnsigned<std::uint64_t>(f, key, pairValue[1])});
    }
    return runs;
}

std::vector<QString> readTexts(JsonFields &f, const char *key)
{
    const QStringList list = f.texts(key);
    return {list.begin(), list.end()};
}

struct FromJson {
    JsonFields &f;

    void operator()(ItemLabel &) const { f.only({"type"}); }
    void operator()(Box &b) const
    {
        f.only({"type", "x", "y", "w", "h"});
        b = {f.number("x"), f.number("y"), f.number("w"), f.number("h")};
    }
    void operator()(RotatedBox &b) const
    {
        f.only({"type", "cx", "cy", "w", "h", "angle"});
        b = {f.number("cx"), f.number("cy"), f.number("w"), f.number("h"), f.number("angle")};
    }
    void operator()(Ellipse &e) const
    {
        f.only({"type", "cx", "cy", "rx", "ry", "angle"});
        e = {f.number("cx"), f.number("cy"), f.number("rx"), f.number("ry"), f.number("angle")};
    }
    void operator()(Polygon &p) const
    {
        f.only({"type", "parts"});
        for (const Json &entry : f.list("parts")) {
            PolygonPart part;
            JsonFields partFields(entry, QStringLiteral("parts[%1]").arg(p.parts.size()));
            partFields.only({"outer", "holes"});
            part.outer = readRing(partFields, "outer", partFields.raw("outer"));
            for (const Json &hole : partFields.list("holes"))
                part.holes.push_back(readRing(partFields, "holes", hole));
            if (partFields.error()) {
                f.take(*partFields.error());
                break;
            }
            p.parts.push_back(std::move(part));
        }
    }
    void operator()(Polyline &p) const
    {
        f.only({"type", "points"});
        p.points = readRing(f, "points", f.list("points"));
    }
    void operator()(KeyPoints &k) const
    {
        f.only({"type", "points", "skeleton"});
        k.skeleton = f.text("skeleton");
        for (const Json &point : f.list("points")) {
            const auto v = readNumbers<3>(f, "points", point);
            if (v[2] != 0 && v[2] != 1 && v[2] != 2)
                f.wrong("points", JsonFields::tr("a list of [x, y, visibility] with visibility 0, 1 or 2"));
            k.points.push_back({v[0], v[1], f.error() ? 0 : static_cast<int>(v[2])});
        }
    }
    void operator()(Mask &m) const
    {
        f.only({"type", "size", "counts"});
        const Json &size = f.list("size");
        if (size.size() != 2) {
            f.wrong("size", JsonFields::tr("[height, width]"));
            return;
        }
        m.height = readUnsigned<std::uint32_t>(f, "size", size[0]);
        m.width = readUnsigned<std::uint32_t>(f, "size", size[1]);
        for (const Json &count : f.list("counts"))
            m.counts.push_back(readUnsigned<std::uint32_t>(f, "counts", count));
    }
    void operator()(Cuboid &c) const
    {
        f.only({"type", "center", "size", "rotation", "coordinate_frame"});
        c.centre = readNumbers<3>(f, "center", f.raw("center"));
        c.size = readNumbers<3>(f, "size", f.raw("size"));
        c.rotation = readNumbers<4>(f, "rotation", f.raw("rotation"));
        c.coordinateFrame = f.text("coordinate_frame");
    }
    void operator()(PointLabels &p) const
    {
        f.only({"type", "coordinate_frame", "classes", "class_rle", "instance_rle"});
        p.coordinateFrame = f.text("coordinate_frame");
        p.classes = readTexts(f, "classes");
        p.classRuns = readRuns(f, "class_rle");
        p.instanceRuns = readRuns(f, "instance_rle");
    }
    void operator()(Polyline3 &p) const
    {
        f.only({"type", "points", "coordinate_frame"});
        for (const Json &point : f.list("points"))
            p.points.push_back(readNumbers<3>(f, "points", point));
        p.coordinateFrame = f.text("coordinate_frame");
    }
    void operator()(TextSpan &s) const
    {
        f.only({"type", "message", "start", "end", "text_sha256"});
        s.message = f.requiredText("message");
        s.start = readUnsigned<std::uint64_t>(f, "start", f.raw("start"));
        s.end = readUnsigned<std::uint64_t>(f, "end", f.raw("end"));
        s.textSha256 = f.text("text_sha256");
    }
    void operator()(MessageLabel &m) const
    {
        f.only({"type", "message"});
        m.message = f.requiredText("message");
    }
    void operator()(TimeRange &t) const
    {
        f.only({"type", "stream", "start_pts", "end_pts", "time_base"});
        t.stream = f.text("stream");
        t.startPts = f.integer("start_pts", 0);
        t.endPts = f.integer("end_pts", 0);
        std::tie(t.timeBaseNumerator, t.timeBaseDenominator) = f.fraction("time_base");
    }
    void operator()(Rating &r) const
    {
        f.only({"type", "question", "value"});
        r.question = f.requiredText("question");
        r.value = f.number("value");
    }
    void operator()(Preference &p) const
    {
        f.only({"type", "question", "options", "shown", "choice", "strength"});
        p.question = f.requiredText("question");
        p.options = readTexts(f, "options");
        p.shown = readTexts(f, "shown");
        p.choice = f.requiredText("choice");
        if (f.has("strength"))
            p.strength = f.number("strength");
    }
    void operator()(Rewrite &r) const
    {
        f.only({"type", "message", "text"});
        r.message = f.requiredText("message");
        r.text = f.requiredText("text");
    }
    void operator()(Relation &r) const
    {
        f.only({"type", "from", "to", "relation_type"});
        for (const auto &[key, target] : {std::pair{"from", &r.from}, {"to", &r.to}}) {
            const auto id = AnnotationId::fromString(f.text(key));
            if (!id)
                f.wrong(key, JsonFields::tr("an id"));
            *target = id.value_or(AnnotationId{});
        }
        r.type = f.text("relation_type");
    }
};

template <std::size_t... I>
bool choose(const QString &name, Geometry &geometry, std::index_sequence<I...>)
{
    return ((name == geometryName(I) ? (geometry = std::variant_alternative_t<I, Geometry>{}, true) : false) || ...);
}

}  // namespace

Json geometryToJson(const Geometry &geometry)
{
    Json j = {{"type", toJson(geometryName(geometry))}};
    std::visit(ToJson{j}, geometry);
    return j;
}

Result<Geometry> geometryFromJson(const Json &json)
{
    JsonFields f(json, QStringLiteral("geometry"));
    const QString name = f.requiredText("type");
    Geometry geometry;
    if (!f.error() && !choose(name, geometry, std::make_index_sequence<std::variant_size_v<Geometry>>()))
        f.note(JsonFields::tr("“%1” is not a kind of geometry.").arg(name));
    if (!f.error())
        std::visit(FromJson{f}, geometry);
    if (f.error())
        return fail(*f.error());
    const QString why = whyInvalid(geometry);
    if (!why.isEmpty())
        return fail(ErrorCode::Malformed, why);
    return geometry;
}

}  // namespace plumbline::model
