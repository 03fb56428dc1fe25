// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/review.h"

#include "core/model/codec.h"
#include "core/model/codecparts.h"

#include <array>

namespace plumbline::model {

using base::CborReader;
using base::CborWriter;

namespace {

constexpr std::array<const char *, 3> decisionNames{"accept", "fix", "reject"};

}  // namespace

QString decisionName(DecisionKind kind)
{
    return QLatin1String(decisionNames[static_cast<std::size_t>(kind)]);
}

std::optional<DecisionKind> decisionFromName(QStringView name)
{
    for (std::size_t i = 0; i < decisionNames.size(); ++i)
        if (name == QLatin1String(decisionNames[i]))
            return static_cast<DecisionKind>(i);
    return std::nullopt;
}

QByteArray encode(const Decision &d)
{
    CborWriter w = started(14);
    w.uuid(d.id.uuid);
    w.uuid(d.item.uuid);
    w.uuid(d.submission.uuid);
    w.uuid(d.annotation.uuid);
    w.text(d.reviewer);
    writeEnum(w, d.kind);
    w.text(d.errorCode);
    w.text(d.comment);
    writeFrame(w, d.frame);
    writePlace(w, d.place);
    w.digest(d.content);
    w.integer(d.createdMicroseconds);
    w.boolean(d.authenticated);
    return w.take();
}

Result<Decision> decodeDecision(QByteArrayView data)
{
    return decoded<Decision>(data, 14, "decision", [](CborReader &r, Decision &d) {
        d.id.uuid = r.uuid();
        d.item.uuid = r.uuid();
        d.submission.uuid = r.uuid();
        d.annotation.uuid = r.uuid();
        d.reviewer = r.text();
        d.kind = readEnum(r, DecisionKind::Reject);
        d.errorCode = r.text();
        d.comment = r.text();
        d.frame = readFrame(r);
        d.place = readPlace(r);
        d.content = r.digest();
        d.createdMicroseconds = r.integer();
        d.authenticated = r.boolean();
    });
}

QByteArray encode(const Thread &t)
{
    CborWriter w = started(10);
    w.uuid(t.id.uuid);
    w.uuid(t.item.uuid);
    w.uuid(t.annotation.uuid);
    writeFrame(w, t.frame);
    writePlace(w, t.place);
    w.text(t.opener);
    w.boolean(t.resolved);
    w.text(t.resolvedBy);
    w.integer(t.createdMicroseconds);
    return w.take();
}

Result<Thread> decodeThread(QByteArrayView data)
{
    return decoded<Thread>(data, 10, "thread", [](CborReader &r, Thread &t) {
        t.id.uuid = r.uuid();
        t.item.uuid = r.uuid();
        t.annotation.uuid = r.uuid();
        t.frame = readFrame(r);
        t.place = readPlace(r);
        t.opener = r.text();
        t.resolved = r.boolean();
        t.resolvedBy = r.text();
        t.createdMicroseconds = r.integer();
    });
}

QByteArray encode(const Comment &c)
{
    CborWriter w = started(8);
    w.uuid(c.id.uuid);
    w.uuid(c.thread.uuid);
    w.uuid(c.item.uuid);
    w.text(c.author);
    w.text(c.text);
    writeTexts(w, c.mentions);
    w.integer(c.createdMicroseconds);
    return w.take();
}

Result<Comment> decodeComment(QByteArrayView data)
{
    return decoded<Comment>(data, 8, "comment", [](CborReader &r, Comment &c) {
        c.id.uuid = r.uuid();
        c.thread.uuid = r.uuid();
        c.item.uuid = r.uuid();
        c.author = r.text();
        c.text = r.text();
        c.mentions = readTexts(r);
        c.createdMicroseconds = r.integer();
    });
}

}  // namespace plumbline::model
