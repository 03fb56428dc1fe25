// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"

#include "core/base/cbor.h"
#include "core/model/geometrycodec.h"

#include <QCoreApplication>

namespace plumbline::model {

using base::CborReader;
using base::CborWriter;

namespace {

constexpr std::uint64_t formVersion = 1;

tl::unexpected<Error> broken(const char *what)
{
    return fail(ErrorCode::Corrupt, QCoreApplication::translate("plumbline::model", "A stored record is damaged (%1).")
                                        .arg(QLatin1String(what)));
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

template <typename E>
void writeEnum(CborWriter &w, E value)
{
    w.unsignedInteger(static_cast<std::uint64_t>(value));
}

template <typename E>
E readEnum(CborReader &r, E last)
{
    const std::uint64_t value = r.unsignedInteger();
    if (value > static_cast<std::uint64_t>(last)) {
        r.setFailed();
        return last;
    }
    return static_cast<E>(value);
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
    w.map(attributes.size());
    for (const auto &[key, value] : attributes) {
        w.text(key);
        writeValue(w, value);
    }
}

Attributes readAttributes(CborReader &r)
{
    Attributes attributes;
    const std::uint64_t count = r.map();
    for (std::uint64_t i = 0; i < count && !r.failed(); ++i) {
        const QString key = r.text();
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
    o.guidelineVersion = static_cast<int>(r.integer());
    o.authenticated = r.boolean();
    return o;
}

// A decoder of the current form: reads the header, then the body, then checks that nothing is left.
template <typename T, typename F>
Result<T> decoded(QByteArrayView data, std::uint64_t elements, const char *what, F body)
{
    CborReader r(data);
    r.arrayOf(elements);
    if (r.unsignedInteger() != formVersion)
        return broken(what);
    T value;
    body(r, value);
    if (!r.complete())
        return broken(what);
    return value;
}

CborWriter started(std::uint64_t elements)
{
    CborWriter w;
    w.reserve(256);
    w.array(elements);
    w.unsignedInteger(formVersion);
    return w;
}

// Groups with one writer and one reader each; "attribute:KEY" is handled beside them.
struct Group {
    const char *name;
    void (*write)(CborWriter &, const Annotation &);
    void (*read)(CborReader &, Annotation &);
};

constexpr Group groups[] = {
    {"class", [](CborWriter &w, const Annotation &a) { w.uuid(a.labelClass.uuid); },
     [](CborReader &r, Annotation &a) { a.labelClass.uuid = r.uuid(); }},
    {"extra", [](CborWriter &w, const Annotation &a) { writeJson(w, a.extra); },
     [](CborReader &r, Annotation &a) { a.extra = readJson(r); }},
    {"frame", [](CborWriter &w, const Annotation &a) { writeFrame(w, a.frame); },
     [](CborReader &r, Annotation &a) { a.frame = readFrame(r); }},
    {"geometry", [](CborWriter &w, const Annotation &a) { writeGeometry(w, a.geometry); },
     [](CborReader &r, Annotation &a) { a.geometry = readGeometry(r); }},
    {"order", [](CborWriter &w, const Annotation &a) { w.integer(a.zOrder); },
     [](CborReader &r, Annotation &a) { a.zOrder = static_cast<std::int32_t>(r.integer()); }},
    {"origin",
     [](CborWriter &w, const Annotation &a) {
         w.array(2);
         writeOrigin(w, a.origin);
         w.uuid(a.parent.uuid);
     },
     [](CborReader &r, Annotation &a) {
         r.arrayOf(2);
         a.origin = readOrigin(r);
         a.parent.uuid = r.uuid();
     }},
    {"role", [](CborWriter &w, const Annotation &a) { writeEnum(w, a.role); },
     [](CborReader &r, Annotation &a) { a.role = readEnum(r, Role::Ignore); }},
    {"score", [](CborWriter &w, const Annotation &a) { writeOptional(w, a.score); },
     [](CborReader &r, Annotation &a) { a.score = readOptional(r); }},
    {"track", [](CborWriter &w, const Annotation &a) { w.uuid(a.track.uuid); },
     [](CborReader &r, Annotation &a) { a.track.uuid = r.uuid(); }},
    {"unsure", [](CborWriter &w, const Annotation &a) { w.boolean(a.unsure); },
     [](CborReader &r, Annotation &a) { a.unsure = r.boolean(); }},
    {"verdict", [](CborWriter &w, const Annotation &a) { writeEnum(w, a.verdict); },
     [](CborReader &r, Annotation &a) { a.verdict = readEnum(r, Verdict::Rejected); }},
};

QString attributePrefix()
{
    return QStringLiteral("attribute:");
}

// An absent key and an unset one are different: the first was never written.
void writeAttribute(CborWriter &w, const Attributes &attributes, const QString &key)
{
    const auto it = attributes.find(key);
    w.array(it == attributes.end() ? 0 : 1);
    if (it != attributes.end())
        writeValue(w, it->second);
}

}  // namespace

QByteArray encode(const Annotation &a)
{
    CborWriter w = started(18);
    w.uuid(a.id.uuid);
    w.uuid(a.item.uuid);
    w.text(a.layer);
    w.uuid(a.labelClass.uuid);
    writeEnum(w, a.role);
    w.uuid(a.track.uuid);
    w.boolean(a.unsure);
    writeFrame(w, a.frame);
    writeGeometry(w, a.geometry);
    writeAttributes(w, a.attributes);
    writeOptional(w, a.score);
    writeOrigin(w, a.origin);
    w.uuid(a.parent.uuid);
    writeEnum(w, a.verdict);
    w.integer(a.zOrder);
    writeJson(w, a.extra);
    w.integer(a.createdMicroseconds);
    return w.take();
}

Result<Annotation> decodeAnnotation(QByteArrayView data)
{
    return decoded<Annotation>(data, 18, "annotation", [](CborReader &r, Annotation &a) {
        a.id.uuid = r.uuid();
        a.item.uuid = r.uuid();
        a.layer = r.text();
        a.labelClass.uuid = r.uuid();
        a.role = readEnum(r, Role::Ignore);
        a.track.uuid = r.uuid();
        a.unsure = r.boolean();
        a.frame = readFrame(r);
        a.geometry = readGeometry(r);
        a.attributes = readAttributes(r);
        a.score = readOptional(r);
        a.origin = readOrigin(r);
        a.parent.uuid = r.uuid();
        a.verdict = readEnum(r, Verdict::Rejected);
        a.zOrder = static_cast<std::int32_t>(r.integer());
        a.extra = readJson(r);
        a.createdMicroseconds = r.integer();
    });
}

QByteArray encode(const Item &i)
{
    CborWriter w = started(14);
    w.uuid(i.id.uuid);
    writeEnum(w, i.kind);
    w.text(i.path);
    w.text(i.name);
    w.digest(i.contentSha256);
    w.integer(i.bytes);
    w.integer(i.width);
    w.integer(i.height);
    w.integer(i.frames);
    writeTexts(w, i.tags);
    w.text(i.licence);
    writeJson(w, i.provenance);
    writeJson(w, i.extra);
    return w.take();
}

Result<Item> decodeItem(QByteArrayView data)
{
    return decoded<Item>(data, 14, "item", [](CborReader &r, Item &i) {
        i.id.uuid = r.uuid();
        i.kind = readEnum(r, ItemKind::Transcript);
        i.path = r.text();
        i.name = r.text();
        i.contentSha256 = r.digest();
        i.bytes = r.integer();
        i.width = static_cast<std::int32_t>(r.integer());
        i.height = static_cast<std::int32_t>(r.integer());
        i.frames = r.integer();
        i.tags = readTexts(r);
        i.licence = r.text();
        i.provenance = readJson(r);
        i.extra = readJson(r);
    });
}

QByteArray encode(const Track &t)
{
    CborWriter w = started(11);
    w.uuid(t.id.uuid);
    w.uuid(t.item.uuid);
    w.text(t.layer);
    w.uuid(t.labelClass.uuid);
    writeEnum(w, t.interpolation);
    w.array(t.keyframes.size());
    for (const Keyframe &k : t.keyframes) {
        w.array(3);
        writeFrame(w, k.frame);
        writeGeometry(w, k.geometry);
        writeAttributes(w, k.attributes);
    }
    w.array(t.gaps.size());
    for (const Gap &gap : t.gaps) {
        w.array(2);
        w.integer(gap.fromPts);
        w.integer(gap.toPts);
    }
    writeAttributes(w, t.attributes);
    writeOrigin(w, t.origin);
    writeJson(w, t.extra);
    return w.take();
}

Result<Track> decodeTrack(QByteArrayView data)
{
    return decoded<Track>(data, 11, "track", [](CborReader &r, Track &t) {
        t.id.uuid = r.uuid();
        t.item.uuid = r.uuid();
        t.layer = r.text();
        t.labelClass.uuid = r.uuid();
        t.interpolation = readEnum(r, Interpolation::SphericalLinear);
        const std::uint64_t keyframes = r.array();
        for (std::uint64_t k = 0; k < keyframes && !r.failed(); ++k) {
            r.arrayOf(3);
            Keyframe keyframe;
            keyframe.frame = readFrame(r).value_or(FrameRef{});
            keyframe.geometry = readGeometry(r);
            keyframe.attributes = readAttributes(r);
            t.keyframes.push_back(std::move(keyframe));
        }
        const std::uint64_t gaps = r.array();
        for (std::uint64_t g = 0; g < gaps && !r.failed(); ++g) {
            r.arrayOf(2);
            const std::int64_t from = r.integer();
            t.gaps.push_back({from, r.integer()});
        }
        t.attributes = readAttributes(r);
        t.origin = readOrigin(r);
        t.extra = readJson(r);
    });
}

QByteArray encode(const Task &t)
{
    CborWriter w = started(14);
    w.uuid(t.id.uuid);
    w.uuid(t.item.uuid);
    w.array(5);
    w.text(t.scope.stream);
    t.scope.fromPts ? w.integer(*t.scope.fromPts) : w.null();
    t.scope.toPts ? w.integer(*t.scope.toPts) : w.null();
    if (t.scope.region)
        writeGeometry(w, *t.scope.region);
    else
        w.null();
    writeTexts(w, t.scope.classes);
    writeEnum(w, t.stage);
    w.integer(t.round);
    w.text(t.assignee);
    writeEnum(w, t.state);
    w.integer(t.priority);
    w.integer(t.order);
    w.integer(t.dueMicroseconds);
    w.text(t.reason);
    w.text(t.comment);
    w.boolean(t.place.has_value());
    if (t.place) {
        w.number(t.place->x);
        w.number(t.place->y);
    }
    return w.take();
}

Result<Task> decodeTask(QByteArrayView data)
{
    return decoded<Task>(data, 14, "task", [](CborReader &r, Task &t) {
        t.id.uuid = r.uuid();
        t.item.uuid = r.uuid();
        r.arrayOf(5);
        t.scope.stream = r.text();
        if (!r.isNull())
            t.scope.fromPts = r.integer();
        if (!r.isNull())
            t.scope.toPts = r.integer();
        if (!r.isNull()) {
            const geometry::Geometry region = readGeometry(r);
            if (const auto *box = std::get_if<geometry::Box>(&region))
                t.scope.region = *box;
            else
                r.setFailed();
        }
        t.scope.classes = readTexts(r);
        t.stage = readEnum(r, Stage::Adjudicate);
        t.round = static_cast<int>(r.integer());
        t.assignee = r.text();
        t.state = readEnum(r, TaskState::Done);
        t.priority = static_cast<std::int32_t>(r.integer());
        t.order = r.integer();
        t.dueMicroseconds = r.integer();
        t.reason = r.text();
        t.comment = r.text();
        if (r.boolean()) {
            const double x = r.number();
            t.place = geometry::Point{x, r.number()};
        }
    });
}

QByteArray encode(const Submission &s)
{
    CborWriter w = started(16);
    w.uuid(s.id.uuid);
    w.uuid(s.task.uuid);
    w.uuid(s.item.uuid);
    w.text(s.annotator);
    w.text(s.layer);
    w.integer(s.round);
    w.integer(s.number);
    w.integer(s.operation);
    w.text(s.contentSha256);
    w.boolean(s.cannotLabel);
    w.text(s.reason);
    w.boolean(s.partial);
    writeOptional(w, s.confidence);
    w.integer(s.createdMicroseconds);
    w.boolean(s.authenticated);
    return w.take();
}

Result<Submission> decodeSubmission(QByteArrayView data)
{
    return decoded<Submission>(data, 16, "submission", [](CborReader &r, Submission &s) {
        s.id.uuid = r.uuid();
        s.task.uuid = r.uuid();
        s.item.uuid = r.uuid();
        s.annotator = r.text();
        s.layer = r.text();
        s.round = static_cast<int>(r.integer());
        s.number = static_cast<int>(r.integer());
        s.operation = r.integer();
        s.contentSha256 = r.text();
        s.cannotLabel = r.boolean();
        s.reason = r.text();
        s.partial = r.boolean();
        s.confidence = readOptional(r);
        s.createdMicroseconds = r.integer();
        s.authenticated = r.boolean();
    });
}

QByteArray encode(const Judgement &j)
{
    CborWriter w = started(7);
    w.uuid(j.id.uuid);
    w.text(j.task);
    w.text(j.annotator);
    w.text(j.label);
    writeOptional(w, j.confidence);
    w.integer(j.createdMicroseconds);
    return w.take();
}

Result<Judgement> decodeJudgement(QByteArrayView data)
{
    return decoded<Judgement>(data, 7, "judgement", [](CborReader &r, Judgement &j) {
        j.id.uuid = r.uuid();
        j.task = r.text();
        j.annotator = r.text();
        j.label = r.text();
        j.confidence = readOptional(r);
        j.createdMicroseconds = r.integer();
    });
}

QByteArray encode(const Member &m)
{
    CborWriter w = started(5);
    w.text(m.name);
    w.text(m.displayName);
    w.text(m.role);
    w.text(m.cohort);
    return w.take();
}

Result<Member> decodeMember(QByteArrayView data)
{
    return decoded<Member>(data, 5, "member", [](CborReader &r, Member &m) {
        m.name = r.text();
        m.displayName = r.text();
        m.role = r.text();
        m.cohort = r.text();
    });
}

QStringList changedGroups(const Annotation &before, const Annotation &after)
{
    QStringList changed;
    for (const Group &group : groups) {
        const QString name = QLatin1String(group.name);
        if (encodeGroup(before, name) != encodeGroup(after, name))
            changed.append(name);
    }
    QStringList keys;
    for (const auto *attributes : {&before.attributes, &after.attributes})
        for (const auto &[key, value] : *attributes)
            if (!keys.contains(key))
                keys.append(key);
    for (const QString &key : std::as_const(keys)) {
        const QString name = attributePrefix() + key;
        if (encodeGroup(before, name) != encodeGroup(after, name))
            changed.append(name);
    }
    return changed;
}

QByteArray encodeGroup(const Annotation &annotation, const QString &group)
{
    CborWriter w;
    if (group.startsWith(attributePrefix())) {
        writeAttribute(w, annotation.attributes, group.mid(attributePrefix().size()));
        return w.take();
    }
    for (const Group &candidate : groups)
        if (group == QLatin1String(candidate.name))
            candidate.write(w, annotation);
    return w.take();
}

Result<> applyGroup(Annotation &annotation, const QString &group, QByteArrayView value)
{
    CborReader r(value);
    if (group.startsWith(attributePrefix())) {
        const QString key = group.mid(attributePrefix().size());
        if (r.array() == 0)
            annotation.attributes.erase(key);
        else
            annotation.attributes[key] = readValue(r);
        return r.complete() ? Result<>{} : broken("attribute");
    }
    for (const Group &candidate : groups) {
        if (group != QLatin1String(candidate.name))
            continue;
        candidate.read(r, annotation);
        return r.complete() ? Result<>{} : broken(candidate.name);
    }
    return broken("field group");
}

}  // namespace plumbline::model
