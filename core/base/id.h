// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/export.h"
#include "core/base/random.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <mutex>
#include <optional>

namespace plumbline::base {

/// 128 bits of identity (RFC 9562), all zero = none.
struct PLUMBLINE_CORE_EXPORT Uuid {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Uuid &) const = default;
    [[nodiscard]] bool isNull() const { return *this == Uuid{}; }
    /// 8-4-4-4-12 lower-case hexadecimal.
    [[nodiscard]] QString toString() const;
    /// The 16 bytes, sharing nothing.
    [[nodiscard]] QByteArray toBytes() const;
    /// Accepts only the form that toString prints, in either case.
    [[nodiscard]] static std::optional<Uuid> fromString(QStringView text);
    /// Exactly 16 bytes, or nothing.
    [[nodiscard]] static std::optional<Uuid> fromBytes(QByteArrayView data);
    /// RFC 9562 version 8: the first 128 bits of SHA-256(space ‖ 0 ‖ name). The same name always has the same id.
    [[nodiscard]] static Uuid fromName(QByteArrayView space, QByteArrayView name);
};

/// Identifier of one kind of entity; ids of different kinds do not mix.
template <typename Tag>
struct Id {
    Uuid uuid;

    auto operator<=>(const Id &) const = default;
    [[nodiscard]] bool isNull() const { return uuid.isNull(); }
    [[nodiscard]] QString toString() const { return uuid.toString(); }
    [[nodiscard]] static std::optional<Id> fromString(QStringView text)
    {
        const auto uuid = Uuid::fromString(text);
        return uuid ? std::optional<Id>(Id{*uuid}) : std::nullopt;
    }
};

using ProjectId = Id<struct ProjectTag>;
using ItemId = Id<struct ItemTag>;
using AnnotationId = Id<struct AnnotationTag>;
using TrackId = Id<struct TrackTag>;
using ClassId = Id<struct ClassTag>;
using TaskId = Id<struct TaskTag>;
using SubmissionId = Id<struct SubmissionTag>;
using JudgementId = Id<struct JudgementTag>;
using GestureId = Id<struct GestureTag>;
using OperationId = Id<struct OperationTag>;
using ReplicaId = Id<struct ReplicaTag>;
using SchemaId = Id<struct SchemaTag>;
using DecisionId = Id<struct DecisionTag>;
using ThreadId = Id<struct ThreadTag>;
using CommentId = Id<struct CommentTag>;
using GroupId = Id<struct GroupTag>;

/// Mints identifiers. Thread-safe. Version 7 ids of one source strictly increase, also when the clock stands or goes back
/// (RFC 9562 §6.2, method 1: a 12-bit counter in rand_a that carries into the milliseconds).
class PLUMBLINE_CORE_EXPORT IdSource
{
public:
    /// Clock and random must outlive the source.
    IdSource(const Clock &clock, RandomSource &random);

    [[nodiscard]] Uuid version7();
    /// Random; carries no time, hence used for whatever an annotator sees of items and tasks.
    [[nodiscard]] Uuid version4();

    template <typename T>
    [[nodiscard]] T make()
    {
        return T{version7()};
    }

private:
    const Clock &m_clock;
    RandomSource &m_random;
    std::mutex m_mutex;
    std::uint64_t m_lastTick = 0;  // milliseconds << 12 | counter
};

}  // namespace plumbline::base

namespace plumbline {
using base::AnnotationId;
using base::ClassId;
using base::CommentId;
using base::DecisionId;
using base::GestureId;
using base::GroupId;
using base::ItemId;
using base::JudgementId;
using base::OperationId;
using base::ProjectId;
using base::ReplicaId;
using base::SchemaId;
using base::SubmissionId;
using base::TaskId;
using base::ThreadId;
using base::TrackId;
using base::Uuid;
}  // namespace plumbline

template <>
struct std::hash<plumbline::base::Uuid> {
    std::size_t operator()(const plumbline::base::Uuid &id) const noexcept
    {
        // The tail of versions 4, 7 and 8 is random or a digest.
        std::size_t value = 0;
        std::memcpy(&value, id.bytes.data() + 8, sizeof value);
        return value;
    }
};

template <typename Tag>
struct std::hash<plumbline::base::Id<Tag>> {
    std::size_t operator()(const plumbline::base::Id<Tag> &id) const noexcept { return std::hash<plumbline::base::Uuid>{}(id.uuid); }
};
