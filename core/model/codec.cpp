// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"

#include "core/model/codecparts.h"
#include "core/model/geometrycodec.h"
#include "core/model/scenecodec.h"

namespace plumbline::model {

using base::CborReader;
using base::CborWriter;

namespace {

// Form 2 of an annotation ends with its group; it is written only when there is one, so that equal values keep equal bytes
// and whatever was stored before there were groups stays as it is.
constexpr std::uint64_t groupedForm = 2;
constexpr std::uint64_t annotationElements = 18;

}  // namespace

QByteArray encode(const Annotation &a)
{
    CborWriter w;
    w.reserve(256);
    encodeInto(w, a);
    return w.take();
}

void encodeInto(CborWriter &w, const Annotation &a, QByteArrayView extraText)
{
    const bool grouped = !a.group.isNull();
    start(w, annotationElements + (grouped ? 1 : 0), grouped ? groupedForm : formVersion);
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
    if (extraText.isEmpty())
        writeJson(w, a.extra);
    else
        w.utf8(extraText);
    w.integer(a.createdMicroseconds);
    if (grouped)
        w.uuid(a.group.uuid);
}

Result<Annotation> decodeAnnotation(QByteArrayView data)
{
    CborReader r(data);
    const std::uint64_t elements = r.array();
    const bool grouped = elements == annotationElements + 1;
    if ((elements != annotationElements && !grouped) || r.unsignedInteger() != (grouped ? groupedForm : formVersion))
        return broken("annotation");
    Annotation a;
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
    a.zOrder = readInt32(r);
    a.extra = readJson(r);
    a.createdMicroseconds = r.integer();
    if (grouped)
        a.group.uuid = r.uuid();
    if (!r.complete() || (grouped && a.group.isNull()))
        return broken("annotation");
    return a;
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
        i.width = readInt32(r);
        i.height = readInt32(r);
        i.frames = r.integer();
        i.tags = readTexts(r);
        i.licence = r.text();
        i.provenance = readJson(r);
        i.extra = readJson(r);
    });
}

QByteArray encode(const Track &t)
{
    CborWriter w = started(10);
    w.uuid(t.id.uuid);
    w.uuid(t.item.uuid);
    w.text(t.layer);
    w.uuid(t.labelClass.uuid);
    writeEnum(w, t.interpolation);
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
    return decoded<Track>(data, 10, "track", [](CborReader &r, Track &t) {
        t.id.uuid = r.uuid();
        t.item.uuid = r.uuid();
        t.layer = r.text();
        t.labelClass.uuid = r.uuid();
        t.interpolation = readEnum(r, Interpolation::SphericalLinear);
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

QByteArray encode(const Scene &s)
{
    CborWriter w = started(8);
    w.uuid(s.item.uuid);
    w.text(s.convention);
    writeSensors(w, s.sensors);
    writeFrames(w, s.frames);
    w.text(s.labelFrame);
    w.text(s.calibrationVersion);
    writeJson(w, s.extra);
    return w.take();
}

Result<Scene> decodeScene(QByteArrayView data)
{
    auto scene = decoded<Scene>(data, 8, "scene", [](CborReader &r, Scene &s) {
        s.item.uuid = r.uuid();
        s.convention = r.text();
        s.sensors = readSensors(r);
        s.frames = readFrames(r);
        s.labelFrame = r.text();
        s.calibrationVersion = r.text();
        s.extra = readJson(r);
    });
    if (scene && !whyInvalid(*scene).isEmpty())
        return broken("scene");
    return scene;
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
    writePlace(w, t.place);
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
        t.round = readInt32(r);
        t.assignee = r.text();
        t.state = readEnum(r, TaskState::Adjudicated);
        t.priority = readInt32(r);
        t.order = r.integer();
        t.dueMicroseconds = r.integer();
        t.reason = r.text();
        t.comment = r.text();
        t.place = readPlace(r);
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
        s.round = readInt32(r);
        s.number = readInt32(r);
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

}  // namespace plumbline::model
