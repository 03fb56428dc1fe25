// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codecparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace plumbline::model {

using base::CborReader;
using base::CborWriter;

namespace {

QByteArray encodedKey(const QString &key)
{
    CborWriter w;
    w.text(key);
    return w.take();
}

}  // namespace

std::int32_t readInt32(CborReader &r)
{
    const std::int64_t value = r.integer();
    if (value < std::numeric_limits<std::int32_t>::min() || value > std::numeric_limits<std::int32_t>::max()) {
        r.setFailed();
        return 0;
    }
    return static_cast<std::int32_t>(value);
}

tl::unexpected<Error> broken(const char *what)
{
    return fail(ErrorCode::Corrupt,
                QCoreApplication::translate("plumbline::model", "A stored record is damaged (%1).").arg(QLatin1String(what)));
}

void writeJson(CborWriter &w, const Json &json)
{
    if (json.is_null())
        w.null();
    else
        w.utf8(base::toJsonLine(json));
}

Json readJson(CborReader &r)
{
    if (r.isNull())
        return nullptr;
    const auto json = base::parseJson(r.utf8());
    if (!json)
        r.setFailed();
    return json.value_or(Json());
}

void writeOptional(CborWriter &w, const std::optional<double> &value)
{
    if (value)
        w.number(*value);
    else
        w.null();
}

std::optional<double> readOptional(CborReader &r)
{
    return r.isNull() ? std::nullopt : std::optional<double>(r.number());
}

void writeTexts(CborWriter &w, const QStringList &list)
{
    w.array(static_cast<std::uint64_t>(list.size()));
    for (const QString &text : list)
        w.text(text);
}

QStringList readTexts(CborReader &r)
{
    QStringList list;
    const std::uint64_t count = r.array();
    for (std::uint64_t i = 0; i < count && !r.failed(); ++i)
        list.append(r.text());
    return list;
}

void writeFrame(CborWriter &w, const std::optional<FrameRef> &frame)
{
    if (!frame) {
        w.null();
        return;
    }
    w.array(6);
    w.text(frame->stream);
    w.integer(frame->index);
    w.integer(frame->pts);
    w.integer(frame->timeBase.numerator);
    w.integer(frame->timeBase.denominator);
    w.digest(frame->sha256);
}

std::optional<FrameRef> readFrame(CborReader &r)
{
    if (r.isNull())
        return std::nullopt;
    r.arrayOf(6);
    FrameRef frame;
    frame.stream = r.text();
    frame.index = r.integer();
    frame.pts = r.integer();
    frame.timeBase.numerator = r.integer();
    frame.timeBase.denominator = r.integer();
    frame.sha256 = r.digest();
    return frame;
}

void writeValue(CborWriter &w, const AttributeValue &value)
{
    if (std::holds_alternative<std::monostate>(value)) {
        w.null();
    } else if (std::holds_alternative<CannotTell>(value)) {
        w.array(0);
    } else if (const auto *flag = std::get_if<bool>(&value)) {
        w.boolean(*flag);
    } else if (const auto *number = std::get_if<double>(&value)) {
        w.number(*number);
    } else {
        w.text(std::get<QString>(value));
    }
}

AttributeValue readValue(CborReader &r)
{
    if (r.isNull())
        return std::monostate{};
    switch (r.peek()) {
    case CborReader::Kind::Array: r.arrayOf(0); return CannotTell{};
    case CborReader::Kind::Double: return r.number();
    case CborReader::Kind::Text: return r.text();
    default: return r.boolean();
    }
}

void writeAttributes(CborWriter &w, const Attributes &attributes)
{
    // RFC 8949 §4.2.1: by the bytes of the encoded key, hence shorter keys first.
    std::vector<std::pair<QByteArray, const AttributeValue *>> sorted;
    sorted.reserve(attributes.size());
    for (const auto &[key, value] : attributes)
        sorted.emplace_back(encodedKey(key), &value);
    std::sort(sorted.begin(), sorted.end());
    w.map(sorted.size());
    for (const auto &[key, value] : sorted) {
        w.raw(key);
        writeValue(w, *value);
    }
}

Attributes readAttributes(CborReader &r)
{
    Attributes attributes;
    QByteArray last;
    const std::uint64_t count = r.map();
    for (std::uint64_t i = 0; i < count && !r.failed(); ++i) {
        const QString key = r.text();
        const QByteArray encoded = encodedKey(key);
        if (i > 0 && encoded <= last)
            r.setFailed();
        last = encoded;
        attributes[key] = readValue(r);
    }
    return attributes;
}

void writeOrigin(CborWriter &w, const Origin &o)
{
    w.array(8);
    writeEnum(w, o.kind);
    w.text(o.by);
    w.text(o.model);
    w.text(o.weightsSha256);
    w.text(o.provider);
    w.text(o.device);
    w.integer(o.guidelineVersion);
    w.boolean(o.authenticated);
}

Origin readOrigin(CborReader &r)
{
    r.arrayOf(8);
    Origin o;
    o.kind = readEnum(r, OriginKind::Propagated);
    o.by = r.text();
    o.model = r.text();
    o.weightsSha256 = r.text();
    o.provider = r.text();
    o.device = r.text();
    o.guidelineVersion = readInt32(r);
    o.authenticated = r.boolean();
    return o;
}

void writePlace(CborWriter &w, const std::optional<geometry::Point> &place)
{
    if (!place) {
        w.null();
        return;
    }
    w.array(2);
    w.number(place->x);
    w.number(place->y);
}

std::optional<geometry::Point> readPlace(CborReader &r)
{
    if (r.isNull())
        return std::nullopt;
    r.arrayOf(2);
    const double x = r.number();
    return geometry::Point{x, r.number()};
}

}  // namespace plumbline::model
