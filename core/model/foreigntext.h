// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QByteArray>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace plumbline::model {

/// Foreign data of one label, {"space":{…}}, written as text at once: what base::toJsonLine would make of the same Json, at a
/// tenth of its cost. For formats that read hundreds of thousands of labels; others fill Annotation::extra. Names are plain
/// ASCII without quotes, each given once. Reused through clear(), it allocates nothing. Not thread-safe.
class PLUMBLINE_CORE_EXPORT ForeignText
{
public:
    explicit ForeignText(std::string_view space);

    void add(std::string_view name, std::int64_t value);
    void add(std::string_view name, double value);
    void add(std::string_view name, std::span<const double> values);
    void add(std::string_view name, const Json &value);
    /// A member with any name.
    void addForeign(const std::string &name, const Json &value);
    /// All members of another text.
    void add(const ForeignText &members);
    void clear();

    /// Nothing when nothing was added.
    [[nodiscard]] QByteArray text() const;

private:
    void begin(std::string_view name);
    void appendNumber(double value);

    std::string m_text;
    std::size_t m_prefix = 0;
};

}  // namespace plumbline::model
