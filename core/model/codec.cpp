// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"

#include "core/model/codecfields.h"
#include "core/model/geometrycodec.h"

namespace plumbline::model {

namespace {

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
