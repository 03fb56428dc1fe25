// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cbor.h"
#include "core/base/json.h"
#include "core/model/annotation.h"

#include <QStringList>

#include <optional>

namespace plumbline::model {

using base::CborReader;
using base::CborWriter;

/// Number of the form that is written; a record of any other is refused.
constexpr std::uint64_t formVersion = 1;

// What the codecs of this folder share; private to it. A reader that meets a surprise makes its CborReader fail.

tl::unexpected<Error> broken(const char *what);
void writeJson(CborWriter &w, const Json &json);
Json readJson(CborReader &r);
void writeOptional(CborWriter &w, const std::optional<double> &value);
std::optional<double> readOptional(CborReader &r);
void writeTexts(CborWriter &w, const QStringList &list);
QStringList readTexts(CborReader &r);
void writeFrame(CborWriter &w, const std::optional<FrameRef> &frame);
std::optional<FrameRef> readFrame(CborReader &r);
void writeValue(CborWriter &w, const AttributeValue &value);
AttributeValue readValue(CborReader &r);
void writeAttributes(CborWriter &w, const Attributes &attributes);
Attributes readAttributes(CborReader &r);
void writeOrigin(CborWriter &w, const Origin &o);
Origin readOrigin(CborReader &r);
CborWriter started(std::uint64_t elements);

template <typename E>
void writeEnum(CborWriter &w, E value)
{
    w.unsignedInteger(static_cast<std::uint64_t>(value));
}

template <typename E>
E readEnum(CborReader &r, E last)
{
    const std::uint64_t value = r.unsignedInteger();
    if (value > static_cast<std::uint64_t>(last)) {
        r.setFailed();
        return last;
    }
    return static_cast<E>(value);
}

// A decoder of the current form: reads the header, then the body, then checks that nothing is left.
template <typename T, typename F>
Result<T> decoded(QByteArrayView data, std::uint64_t elements, const char *what, F body)
{
    CborReader r(data);
    r.arrayOf(elements);
    if (r.unsignedInteger() != formVersion)
        return broken(what);
    T value;
    body(r, value);
    if (!r.complete())
        return broken(what);
    return value;
}

}  // namespace plumbline::model
