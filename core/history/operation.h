// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/sha256.h"
#include "core/history/gesture.h"

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace plumbline::history {

/// One recorded change: the unit of undo, sync and audit.
struct Operation {
    OperationId id;
    ReplicaId replica;
    std::int64_t epoch = 0;     ///< new after a restore or a clone
    std::int64_t localSeq = 0;  ///< gap-free within the epoch; identity is (replica, epoch, localSeq)
    GestureId gesture;
    QString actor;
    ChangeKind kind = ChangeKind::Update;
    EntityType entityType = EntityType::Annotation;
    Uuid entity;
    QString fieldGroup;
    std::int64_t baseVersion = 0;  ///< version of the field group that the change started from; 0 = it was not there
    Sha256Digest before;           ///< of the payload; none = there was nothing
    Sha256Digest after;
    GestureId undoes;
    std::int64_t hlc = 0;  ///< hybrid logical clock (Kulkarni et al. 2014): 48 bits of milliseconds, 16 of counter
};

/// Fixed-order canonical CBOR array: [form, op_id, replica_id, epoch, local_seq, gesture_id, actor, kind, entity_type,
/// entity_id, field_group, base_ver, before_sha256, after_sha256, undoes, hlc].
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray encode(const Operation &operation);

/// Link of the tamper-evident chain: SHA-256(previous ‖ encode(operation)).
[[nodiscard]] PLUMBLINE_CORE_EXPORT Sha256Digest chained(const Sha256Digest &previous, const Operation &operation);

/// Next value of the hybrid clock: never falls behind `last`, never repeats it.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::int64_t nextHlc(std::int64_t last, std::int64_t nowMicroseconds);

}  // namespace plumbline::history
