// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/operation.h"

#include "core/base/cbor.h"

#include <algorithm>

namespace plumbline::history {

QByteArray encode(const Operation &o)
{
    constexpr std::uint64_t form = 1;
    base::CborWriter w;
    w.array(16);
    w.unsignedInteger(form);
    w.uuid(o.id.uuid);
    w.uuid(o.replica.uuid);
    w.integer(o.epoch);
    w.integer(o.localSeq);
    w.uuid(o.gesture.uuid);
    w.text(o.actor);
    w.unsignedInteger(static_cast<std::uint64_t>(o.kind));
    w.unsignedInteger(static_cast<std::uint64_t>(o.entityType));
    w.uuid(o.entity);
    w.text(o.fieldGroup);
    w.integer(o.baseVersion);
    w.digest(o.before);
    w.digest(o.after);
    w.uuid(o.undoes.uuid);
    w.integer(o.hlc);
    return w.take();
}

Sha256Digest chained(const Sha256Digest &previous, const Operation &operation)
{
    return base::sha256(previous.toBytes() + encode(operation));
}

std::int64_t nextHlc(std::int64_t last, std::int64_t nowMicroseconds)
{
    return std::max(last + 1, (nowMicroseconds / 1000) << 16);
}

}  // namespace plumbline::history
