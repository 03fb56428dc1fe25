// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"
#include "core/model/codecparts.h"
#include "core/model/geometrycodec.h"

namespace plumbline::model {

using base::CborReader;
using base::CborWriter;

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
    {"group", [](CborWriter &w, const Annotation &a) { w.uuid(a.group.uuid); },
     [](CborReader &r, Annotation &a) { a.group.uuid = r.uuid(); }},
    {"order", [](CborWriter &w, const Annotation &a) { w.integer(a.zOrder); },
     [](CborReader &r, Annotation &a) { a.zOrder = readInt32(r); }},
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
    // On a copy: broken data must not leave half a change behind.
    Annotation changed = annotation;
    CborReader r(value);
    const char *what = nullptr;
    if (group.startsWith(attributePrefix())) {
        what = "attribute";
        const QString key = group.mid(attributePrefix().size());
        if (r.array() == 0)
            changed.attributes.erase(key);
        else
            changed.attributes[key] = readValue(r);
    }
    for (const Group &candidate : groups) {
        if (group != QLatin1String(candidate.name))
            continue;
        what = candidate.name;
        candidate.read(r, changed);
    }
    if (!what || !r.complete())
        return broken(what ? what : "field group");
    annotation = std::move(changed);
    return {};
}

}  // namespace plumbline::model
