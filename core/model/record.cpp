// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/record.h"

#include "core/model/codecparts.h"

#include <array>

namespace plumbline::model {

namespace {

constexpr std::uint64_t form = 1;
constexpr std::uint64_t elements = 5;
constexpr std::array<const char *, 11> kindNames{"packet-out", "packet-in", "snapshot", "case",    "decision", "conflict",
                                                 "activity",   "secret",    "reading",  "contest", "triage"};

}  // namespace

QString recordKindName(RecordKind kind)
{
    return QLatin1String(kindNames[static_cast<std::size_t>(kind)]);
}

QByteArray encode(const Record &record)
{
    base::CborWriter w;
    w.array(elements);
    w.unsignedInteger(form);
    w.uuid(record.id);
    writeEnum(w, record.kind);
    w.uuid(record.item.uuid);
    w.bytes(record.data);
    return w.take();
}

Result<Record> decodeRecord(QByteArrayView data)
{
    base::CborReader r(data);
    r.arrayOf(elements);
    if (r.unsignedInteger() != form)
        return broken("record");
    Record record;
    record.id = r.uuid();
    record.kind = readEnum(r, RecordKind::Triage);
    record.item.uuid = r.uuid();
    record.data = r.bytes();
    if (!r.complete())
        return broken("record");
    return record;
}

}  // namespace plumbline::model
