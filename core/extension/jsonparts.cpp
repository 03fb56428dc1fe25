// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/jsonparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline::extension {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Depth is bounded by the parser.
bool hasHugeObject(const Json &value)
{
    if (!value.is_structured() || (value.is_object() && value.size() > maximumKeys))
        return value.is_object();
    return std::any_of(value.begin(), value.end(), hasHugeObject);
}

class Scanner
{
public:
    explicit Scanner(QByteArrayView text) : m_text(text)
    {
        if (m_text.startsWith("\xEF\xBB\xBF"))
            m_at = 3;
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char here() const { return atEnd() ? '\0' : m_text[m_at]; }
    [[nodiscard]] qsizetype position() const { return m_at; }
    void advance() { ++m_at; }
    void skipSpace()
    {
        while (!atEnd() && isSpace(m_text[m_at]))
            ++m_at;
    }
    /// Past the closing quote of the string that starts here; false when there is none.
    bool skipString()
    {
        for (++m_at; !atEnd(); ++m_at) {
            if (m_text[m_at] == '\\')
                ++m_at;
            else if (m_text[m_at] == '"')
                return ++m_at, true;
        }
        m_at = m_text.size();
        return false;
    }
    /// Past the value that starts here; false when the text ends inside it.
    bool skipValue()
    {
        if (here() == '"')
            return skipString();
        if (here() != '{' && here() != '[') {
            while (!atEnd() && !isSpace(here()) && here() != ',' && here() != ']' && here() != '}')
                ++m_at;
            return !atEnd();
        }
        qsizetype depth = 0;
        while (!atEnd()) {
            const char c = m_text[m_at];
            if (c == '"') {
                if (!skipString())
                    return false;
                continue;
            }
            ++m_at;
            if (c == '{' || c == '[')
                ++depth;
            else if ((c == '}' || c == ']') && --depth == 0)
                return true;
        }
        return false;
    }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

}  // namespace

Result<Json> parsedJsonPart(QByteArrayView text)
{
    auto value = base::parseJson(text);
    if (value && hasHugeObject(*value))
        return fail(
            ErrorCode::TooLarge,
            QCoreApplication::translate("plumbline::extension", "It has an object of more than %1 keys.").arg(maximumKeys));
    return value;
}

const Json &memberOf(const Json &object, std::string_view key)
{
    static const Json none;
    if (!object.is_object())
        return none;
    const auto it = object.find(std::string(key));
    return it == object.end() ? none : *it;
}

char jsonOpening(QByteArrayView text)
{
    Scanner scan(text);
    scan.skipSpace();
    return scan.here() == '{' || scan.here() == '[' ? scan.here() : '\0';
}

bool visitJsonParts(QByteArrayView text, const std::function<bool(const JsonPart &)> &take)
{
    Scanner scan(text);
    scan.skipSpace();
    const char opening = scan.here();
    if (opening != '{' && opening != '[')
        return false;
    const char closing = opening == '{' ? '}' : ']';
    scan.advance();
    for (;;) {
        scan.skipSpace();
        if (scan.here() == ',') {
            scan.advance();
            continue;
        }
        if (scan.atEnd() || scan.here() == '}' || scan.here() == ']')
            return scan.here() == closing;
        JsonPart part;
        if (opening == '{') {
            const qsizetype quote = scan.position();
            if (scan.here() != '"' || !scan.skipString())
                return false;
            part.key = text.sliced(quote + 1, scan.position() - quote - 2).toByteArray();
            scan.skipSpace();
            if (scan.here() != ':')
                return false;
            scan.advance();
            scan.skipSpace();
        }
        part.begin = scan.position();
        part.complete = scan.skipValue();
        part.text = text.sliced(part.begin, scan.position() - part.begin);
        if (!part.text.isEmpty() && !take(part))
            return true;
    }
}

bool sameJson(const Json &a, const Json &b)
{
    if (a.is_number() && b.is_number()) {
        if (a.is_number_integer() && b.is_number_integer())
            return a == b;
        const double x = a.get<double>();
        const double y = b.get<double>();
        return std::abs(x - y) <= 1e-9 * std::max({1.0, std::abs(x), std::abs(y)});
    }
    if (a.type() != b.type() || a.size() != b.size())
        return false;
    if (a.is_array())
        return std::equal(a.begin(), a.end(), b.begin(), sameJson);
    if (a.is_object())
        return std::all_of(a.items().begin(), a.items().end(), [&](const auto &entry) {
            const auto other = b.find(entry.key());
            return other != b.end() && sameJson(entry.value(), *other);
        });
    return a == b;
}

Json keptOf(const Json &given, const Json &written)
{
    Json kept = Json::object();
    for (const auto &[key, value] : given.items()) {
        const auto other = written.find(key);
        if (other == written.end() || !sameJson(value, *other))
            kept["set"][key] = value;
    }
    for (const auto &[key, value] : written.items())
        if (!given.contains(key))
            kept["absent"].push_back(key);
    return kept.empty() ? Json() : kept;
}

Json withKept(const Json &written, const Json &kept, std::initializer_list<std::string_view> except)
{
    Json result = written;
    const auto stays = [&](const std::string &key) { return std::find(except.begin(), except.end(), key) != except.end(); };
    if (!kept.is_object())
        return result;
    if (const auto set = kept.find("set"); set != kept.end() && set->is_object())
        for (const auto &[key, value] : set->items())
            if (!stays(key))
                result[key] = value;
    if (const auto absent = kept.find("absent"); absent != kept.end() && absent->is_array())
        for (const Json &key : *absent)
            if (key.is_string() && !stays(key.get_ref<const std::string &>()))
                result.erase(key.get_ref<const std::string &>());
    return result;
}

}  // namespace plumbline::extension
