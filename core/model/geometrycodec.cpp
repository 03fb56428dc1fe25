// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/geometrycodec.h"

#include "core/model/packedring.h"

#include "core/model/codecparts.h"

#include <limits>

namespace plumbline::model {

using namespace geometry;
using base::CborReader;
using base::CborWriter;

namespace {

void numbers(CborWriter &w, std::initializer_list<double> values)
{
    for (const double value : values)
        w.number(value);
}

void write(CborWriter &w, const Ring &ring)
{
    if (const auto packed = packedRing(ring)) {
        w.bytes(*packed);
        return;
    }
    w.array(2 * ring.size());
    for (const Point p : ring)
        numbers(w, {p.x, p.y});
}

void read(CborReader &r, Ring &ring)
{
    if (r.peek() == CborReader::Kind::Bytes) {
        auto unpacked = unpackedRing(r.bytes());
        if (!unpacked)
            r.setFailed();
        else
            ring = std::move(*unpacked);
        return;
    }
    const std::uint64_t count = r.array();
    if (count % 2 != 0)
        r.setFailed();
    ring.reserve(count / 2);
    for (std::uint64_t i = 0; i + 1 < count && !r.failed(); i += 2) {
        const double x = r.number();
        ring.push_back({x, r.number()});
    }
}

template <typename T, typename F>
void writeList(CborWriter &w, const std::vector<T> &list, F element)
{
    w.array(list.size());
    for (const T &value : list)
        element(value);
}

template <typename T, typename F>
void readList(CborReader &r, std::vector<T> &list, F element)
{
    const std::uint64_t count = r.array();
    for (std::uint64_t i = 0; i < count && !r.failed(); ++i)
        list.push_back(element());
}

void writeRuns(CborWriter &w, const std::vector<Run> &runs)
{
    w.array(2 * runs.size());
    for (const Run &run : runs) {
        w.unsignedInteger(run.value);
        w.unsignedInteger(run.count);
    }
}

std::uint32_t readUint32(CborReader &r)
{
    const std::uint64_t value = r.unsignedInteger();
    if (value > std::numeric_limits<std::uint32_t>::max()) {
        r.setFailed();
        return 0;
    }
    return static_cast<std::uint32_t>(value);
}

void readRuns(CborReader &r, std::vector<Run> &runs)
{
    const std::uint64_t count = r.array();
    for (std::uint64_t i = 0; i + 1 < count && !r.failed(); i += 2) {
        const auto value = readUint32(r);
        runs.push_back({value, r.unsignedInteger()});
    }
}

void writeTexts(CborWriter &w, const std::vector<QString> &list)
{
    writeList(w, list, [&](const QString &text) { w.text(text); });
}

void readTexts(CborReader &r, std::vector<QString> &list)
{
    readList(r, list, [&] { return r.text(); });
}

// One write and one read overload per alternative, in the variant's order.
struct Writer {
    CborWriter &w;

    void operator()(const ItemLabel &) const {}
    void operator()(const Box &b) const { numbers(w, {b.x, b.y, b.w, b.h}); }
    void operator()(const RotatedBox &b) const { numbers(w, {b.cx, b.cy, b.w, b.h, b.angleRadians}); }
    void operator()(const Ellipse &e) const { numbers(w, {e.cx, e.cy, e.rx, e.ry, e.angleRadians}); }
    void operator()(const Polygon &p) const
    {
        writeList(w, p.parts, [&](const PolygonPart &part) {
            w.array(1 + part.holes.size());
            write(w, part.outer);
            for (const Ring &hole : part.holes)
                write(w, hole);
        });
    }
    void operator()(const Polyline &p) const { write(w, p.points); }
    void operator()(const KeyPoints &k) const
    {
        w.text(k.skeleton);
        w.array(3 * k.points.size());
        for (const KeyPoint &p : k.points) {
            numbers(w, {p.x, p.y});
            w.integer(p.visibility);
        }
    }
    void operator()(const Mask &m) const
    {
        w.unsignedInteger(m.width);
        w.unsignedInteger(m.height);
        writeList(w, m.counts, [&](std::uint32_t count) { w.unsignedInteger(count); });
    }
    void operator()(const Cuboid &c) const
    {
        numbers(w, {c.centre[0], c.centre[1], c.centre[2], c.size[0], c.size[1], c.size[2], c.rotation[0], c.rotation[1],
                    c.rotation[2], c.rotation[3]});
        w.text(c.coordinateFrame);
    }
    void operator()(const PointLabels &p) const
    {
        w.text(p.coordinateFrame);
        writeTexts(w, p.classes);
        writeRuns(w, p.classRuns);
        writeRuns(w, p.instanceRuns);
    }
    void operator()(const Polyline3 &p) const
    {
        w.array(3 * p.points.size());
        for (const auto &point : p.points)
            numbers(w, {point[0], point[1], point[2]});
        w.text(p.coordinateFrame);
    }
    void operator()(const TextSpan &s) const
    {
        w.text(s.message);
        w.unsignedInteger(s.start);
        w.unsignedInteger(s.end);
        w.text(s.textSha256);
    }
    void operator()(const MessageLabel &m) const { w.text(m.message); }
    void operator()(const TimeRange &t) const
    {
        w.text(t.stream);
        for (const std::int64_t value : {t.startPts, t.endPts, t.timeBaseNumerator, t.timeBaseDenominator})
            w.integer(value);
    }
    void operator()(const Rating &value) const
    {
        w.text(value.question);
        w.number(value.value);
    }
    void operator()(const Preference &p) const
    {
        w.text(p.question);
        writeTexts(w, p.options);
        writeTexts(w, p.shown);
        w.text(p.choice);
        p.strength ? w.number(*p.strength) : w.null();
    }
    void operator()(const Rewrite &value) const
    {
        w.text(value.message);
        w.text(value.text);
    }
    void operator()(const Relation &value) const
    {
        w.uuid(value.from.uuid);
        w.uuid(value.to.uuid);
        w.text(value.type);
    }
};

struct Reader {
    CborReader &r;

    template <std::size_t N>
    std::array<double, N> numbers() const
    {
        std::array<double, N> values{};
        for (double &value : values)
            value = r.number();
        return values;
    }

    void operator()(ItemLabel &) const {}
    void operator()(Box &b) const
    {
        const auto v = numbers<4>();
        b = {v[0], v[1], v[2], v[3]};
    }
    void operator()(RotatedBox &b) const
    {
        const auto v = numbers<5>();
        b = {v[0], v[1], v[2], v[3], v[4]};
    }
    void operator()(Ellipse &e) const
    {
        const auto v = numbers<5>();
        e = {v[0], v[1], v[2], v[3], v[4]};
    }
    void operator()(Polygon &p) const
    {
        readList(r, p.parts, [&] {
            PolygonPart part;
            const std::uint64_t rings = r.array();
            if (rings == 0)
                r.setFailed();
            read(r, part.outer);
            for (std::uint64_t i = 1; i < rings && !r.failed(); ++i)
                read(r, part.holes.emplace_back());
            return part;
        });
    }
    void operator()(Polyline &p) const { read(r, p.points); }
    void operator()(KeyPoints &k) const
    {
        k.skeleton = r.text();
        const std::uint64_t count = r.array();
        for (std::uint64_t i = 0; i + 2 < count && !r.failed(); i += 3) {
            const auto v = numbers<2>();
            k.points.push_back({v[0], v[1], readInt32(r)});
        }
    }
    void operator()(Mask &m) const
    {
        m.width = readUint32(r);
        m.height = readUint32(r);
        readList(r, m.counts, [&] { return readUint32(r); });
    }
    void operator()(Cuboid &c) const
    {
        c.centre = numbers<3>();
        c.size = numbers<3>();
        c.rotation = numbers<4>();
        c.coordinateFrame = r.text();
    }
    void operator()(PointLabels &p) const
    {
        p.coordinateFrame = r.text();
        readTexts(r, p.classes);
        readRuns(r, p.classRuns);
        readRuns(r, p.instanceRuns);
    }
    void operator()(Polyline3 &p) const
    {
        const std::uint64_t count = r.array();
        for (std::uint64_t i = 0; i + 2 < count && !r.failed(); i += 3)
            p.points.push_back(numbers<3>());
        p.coordinateFrame = r.text();
    }
    void operator()(TextSpan &s) const
    {
        s.message = r.text();
        s.start = r.unsignedInteger();
        s.end = r.unsignedInteger();
        s.textSha256 = r.text();
    }
    void operator()(MessageLabel &m) const { m.message = r.text(); }
    void operator()(TimeRange &t) const
    {
        t.stream = r.text();
        t.startPts = r.integer();
        t.endPts = r.integer();
        t.timeBaseNumerator = r.integer();
        t.timeBaseDenominator = r.integer();
    }
    void operator()(Rating &value) const
    {
        value.question = r.text();
        value.value = r.number();
    }
    void operator()(Preference &p) const
    {
        p.question = r.text();
        readTexts(r, p.options);
        readTexts(r, p.shown);
        p.choice = r.text();
        if (!r.isNull())
            p.strength = r.number();
    }
    void operator()(Rewrite &value) const
    {
        value.message = r.text();
        value.text = r.text();
    }
    void operator()(Relation &value) const
    {
        value.from.uuid = r.uuid();
        value.to.uuid = r.uuid();
        value.type = r.text();
    }
};

template <std::size_t... I>
Geometry emptyOf(std::size_t index, std::index_sequence<I...>)
{
    Geometry geometry;
    ((index == I ? (geometry = std::variant_alternative_t<I, Geometry>{}, 0) : 0), ...);
    return geometry;
}

}  // namespace

void writeGeometry(CborWriter &writer, const Geometry &geometry)
{
    // The fields travel as an encoded CBOR sequence (RFC 8742) in a byte string: no counting pass, and a reader that does
    // not know a kind can still skip it.
    CborWriter fields;
    std::visit(Writer{fields}, geometry);
    writer.array(2);
    writer.unsignedInteger(geometry.index());
    writer.bytes(fields.data());
}

Geometry readGeometry(CborReader &reader)
{
    reader.arrayOf(2);
    const std::uint64_t index = reader.unsignedInteger();
    const QByteArray fields = reader.bytes();
    if (index >= std::variant_size_v<Geometry>) {
        reader.setFailed();
        return {};
    }
    Geometry geometry = emptyOf(index, std::make_index_sequence<std::variant_size_v<Geometry>>());
    CborReader inner(fields);
    std::visit(Reader{inner}, geometry);
    if (!inner.complete())
        reader.setFailed();
    return geometry;
}

}  // namespace plumbline::model
