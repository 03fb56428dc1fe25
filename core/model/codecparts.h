// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cbor.h"
#include "core/model/annotation.h"

#include <QStringList>

/// Pieces that several records share. Private to this folder. Readers report trouble through the CborReader.
namespace plumbline::model {

[[nodiscard]] tl::unexpected<Error> broken(const char *what);

void writeJson(base::CborWriter &w, const Json &json);
[[nodiscard]] Json readJson(base::CborReader &r);
void writeOptional(base::CborWriter &w, const std::optional<double> &value);
[[nodiscard]] std::optional<double> readOptional(base::CborReader &r);
void writeTexts(base::CborWriter &w, const QStringList &list);
[[nodiscard]] QStringList readTexts(base::CborReader &r);
void writeFrame(base::CborWriter &w, const std::optional<FrameRef> &frame);
[[nodiscard]] std::optional<FrameRef> readFrame(base::CborReader &r);
void writeValue(base::CborWriter &w, const AttributeValue &value);
[[nodiscard]] AttributeValue readValue(base::CborReader &r);
void writeAttributes(base::CborWriter &w, const Attributes &attributes);
[[nodiscard]] Attributes readAttributes(base::CborReader &r);
void writeOrigin(base::CborWriter &w, const Origin &origin);
[[nodiscard]] Origin readOrigin(base::CborReader &r);
/// Fails on values that do not fit.
[[nodiscard]] std::int32_t readInt32(base::CborReader &r);

template <typename E>
void writeEnum(base::CborWriter &w, E value)
{
    w.unsignedInteger(static_cast<std::uint64_t>(value));
}

template <typename E>
[[nodiscard]] E readEnum(base::CborReader &r, E last)
{
    const std::uint64_t value = r.unsignedInteger();
    if (value > static_cast<std::uint64_t>(last)) {
        r.setFailed();
        return last;
    }
    return static_cast<E>(value);
}

/// Of every record that never had another form.
inline constexpr std::uint64_t formVersion = 1;

inline void start(base::CborWriter &w, std::uint64_t elements, std::uint64_t version = formVersion)
{
    w.array(elements);
    w.unsignedInteger(version);
}

/// A writer that has begun a record of so many elements, its form among them.
[[nodiscard]] inline base::CborWriter started(std::uint64_t elements)
{
    base::CborWriter w;
    w.reserve(256);
    start(w, elements);
    return w;
}

/// Reads the header of a record, then its body, then checks that nothing is left.
template <typename T, typename F>
[[nodiscard]] Result<T> decoded(QByteArrayView data, std::uint64_t elements, const char *what, F body)
{
    base::CborReader r(data);
    r.arrayOf(elements);
    if (r.unsignedInteger() != formVersion)
        return broken(what);
    T value;
    body(r, value);
    if (!r.complete())
        return broken(what);
    return value;
}

void writePlace(base::CborWriter &w, const std::optional<geometry::Point> &place);
[[nodiscard]] std::optional<geometry::Point> readPlace(base::CborReader &r);

}  // namespace plumbline::model
