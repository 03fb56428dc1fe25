// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/foreigntext.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace plumbline::model {

ForeignText::ForeignText(std::string_view space)
{
    m_text.reserve(256);
    m_text += "{\"";
    m_text += space;
    m_text += "\":{";
    m_prefix = m_text.size();
}

void ForeignText::begin(std::string_view name)
{
    m_text += m_text.size() == m_prefix ? "\"" : ",\"";
    m_text += name;
    m_text += "\":";
}

void ForeignText::add(std::string_view name, std::int64_t value)
{
    begin(name);
    char digits[24];
    m_text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void ForeignText::add(std::string_view name, double value)
{
    begin(name);
    appendNumber(value);
}

void ForeignText::add(std::string_view name, std::span<const double> values)
{
    begin(name);
    m_text += "[";
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0)
            m_text += ",";
        appendNumber(values[i]);
    }
    m_text += "]";
}

void ForeignText::add(std::string_view name, const Json &value)
{
    begin(name);
    m_text += base::toJsonLine(value).toStdString();
}

void ForeignText::addForeign(const std::string &name, const Json &value)
{
    const QByteArray quoted = base::toJsonLine(Json(name));
    begin({quoted.constData() + 1, static_cast<std::size_t>(quoted.size() - 2)});
    m_text += base::toJsonLine(value).toStdString();
}

void ForeignText::add(const ForeignText &members)
{
    if (members.m_text.size() == members.m_prefix)
        return;
    if (m_text.size() > m_prefix)
        m_text += ",";
    m_text.append(members.m_text, members.m_prefix);
}

// The library's own conversion: another one may choose other digits for the same double, and equal values need equal bytes.
void ForeignText::appendNumber(double value)
{
    if (!std::isfinite(value)) {
        m_text += "null";
        return;
    }
    char digits[64];
    const char *const begin = digits;
    const char *const end = nlohmann::detail::to_chars(digits, digits + sizeof digits, value);
    m_text.append(begin, end);
}

void ForeignText::clear()
{
    m_text.resize(m_prefix);
}

QByteArray ForeignText::text() const
{
    if (m_text.size() == m_prefix)
        return {};
    QByteArray text(static_cast<qsizetype>(m_text.size()) + 2, '}');
    std::copy(m_text.begin(), m_text.end(), text.begin());
    return text;
}

}  // namespace plumbline::model
