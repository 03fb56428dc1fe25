// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"

#include "core/model/codecfields.h"
#include "core/model/geometrycodec.h"

namespace plumbline::model {

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

}  // namespace plumbline::model
