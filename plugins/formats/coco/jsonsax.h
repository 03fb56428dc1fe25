// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/extension/jsonparts.h"
#include "plugins/formats/coco/rootindex.h"

#include <QByteArrayView>
#include <QString>

#define RAPIDJSON_HAS_STDSTRING 0
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <charconv>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

/// RapidJSON's event parser over part of a mapped file. Private to this folder's .cpp files.
namespace plumbline::coco {

/// Levels of brackets that a record may have; a deeper one is left out.
inline constexpr int maximumDepth = 64;
/// Levels at which reading stops altogether.
inline constexpr int hopelessDepth = 1'000'000;

/// RapidJSON input stream over a range of bytes. Can start in the middle of an array: it then pretends to begin with '['.
class RangeStream
{
public:
    using Ch = char;

    RangeStream(const char *begin, const char *end, bool pretendArray)
        : m_at(begin), m_begin(begin), m_end(end), m_pretend(pretendArray)
    {}
    [[nodiscard]] Ch Peek() const { return m_pretend ? '[' : m_at == m_end ? '\0' : *m_at; }
    Ch Take()
    {
        if (m_pretend) {
            m_pretend = false;
            return '[';
        }
        return m_at == m_end ? '\0' : *m_at++;
    }
    [[nodiscard]] std::size_t Tell() const { return static_cast<std::size_t>(m_at - m_begin); }

    // Only for writing streams.
    Ch *PutBegin() { return nullptr; }
    void Put(Ch) {}
    void Flush() {}
    std::size_t PutEnd(Ch *) { return 0; }

private:
    const char *m_at;
    const char *m_begin;
    const char *m_end;
    bool m_pretend;
};

/// Builds a value from events.
class JsonBuilder
{
public:
    void clear()
    {
        m_value = nullptr;
        m_open.clear();
        m_key.clear();
        m_duplicate.clear();
        m_tooMany = false;
    }
    /// A key that is in one object twice; the last one counts.
    [[nodiscard]] const std::string &duplicate() const { return m_duplicate; }
    /// An object had more than extension::maximumKeys keys, which are looked up one by one: no more events may come before clear().
    [[nodiscard]] bool tooMany() const { return m_tooMany; }
    [[nodiscard]] bool complete() const { return m_open.empty(); }
    [[nodiscard]] Json take() { return std::move(m_value); }

    void scalar(Json &&value) { place(std::move(value)); }
    void key(std::string_view text) { m_key.assign(text); }
    void open(Json &&container)
    {
        Json *placed = place(std::move(container));
        m_open.push_back(placed);
    }
    void close() { m_open.pop_back(); }

private:
    Json *place(Json &&value)
    {
        if (m_open.empty()) {
            m_value = std::move(value);
            return &m_value;
        }
        Json &parent = *m_open.back();
        if (parent.is_array()) {
            parent.push_back(std::move(value));
            return &parent.back();
        }
        const std::size_t before = parent.size();
        if (before >= extension::maximumKeys) {
            m_tooMany = true;
            return &(m_value = nullptr);
        }
        Json &slot = parent[m_key];
        if (parent.size() == before)
            m_duplicate = m_key;
        slot = std::move(value);
        return &slot;
    }

    Json m_value;
    std::vector<Json *> m_open;  // stable: only the innermost container grows
    std::string m_key;
    std::string m_duplicate;
    bool m_tooMany = false;
};

/// Calls Int64, Uint64 or Double of a handler for the text of a number, rounded correctly. RapidJSON's own full precision shifts by
/// the width of its integers for a zero with an exponent ("0e74"), which is undefined.
template <typename Handler>
bool deliverNumber(Handler &handler, std::string_view text)
{
    const char *const end = text.data() + text.size();
    const bool negative = text.starts_with('-');
    if (text.find_first_of(".eEIN") == std::string_view::npos) {
        std::int64_t small = 0;
        std::uint64_t large = 0;
        if (negative && std::from_chars(text.data(), end, small).ec == std::errc())
            return handler.Int64(small);
        if (!negative && std::from_chars(text.data(), end, large).ec == std::errc())
            return handler.Uint64(large);
    }
    double value = 0;
    if (std::from_chars(text.data(), end, value).ec == std::errc::result_out_of_range) {
        const std::size_t exponent = text.find_first_of("eE");
        const bool tiny = exponent == std::string_view::npos ? text.find('.') != std::string_view::npos
                                                             : text.substr(exponent + 1).starts_with('-');
        value = tiny ? 0 : std::numeric_limits<double>::infinity();
        value = negative ? -value : value;
    }
    return handler.Double(value);
}

/// Where and why an array could not be read further; position is that of the file.
struct SyntaxBreak {
    qsizetype position = 0;
    QString cause;
    bool endsEarly = false;
};

/// Feeds the array at [begin, end) of `json` to a handler of RapidJSON events. A syntax error inside an object costs that
/// element alone: the handler says where the object began (elementStart, -1 outside of one), is told to forget it
/// (elementBroken), and the next element follows. Returns the breaks met; after 100 it gives up. A handler that returns false
/// ends the reading and sets `stopped`.
template <typename Handler>
std::vector<SyntaxBreak> feedArray(QByteArrayView json, qsizetype begin, qsizetype end, Handler &handler, bool &stopped)
{
    // Numbers come as text, see deliverNumber().
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag
                               | rapidjson::kParseNanAndInfFlag | rapidjson::kParseStopWhenDoneFlag;
    std::vector<SyntaxBreak> breaks;
    stopped = false;
    bool resumed = false;
    qsizetype position = begin;
    while (breaks.size() < 100) {
        RangeStream stream(json.data() + position, json.data() + end, resumed);
        handler.setStream(&stream, position);
        rapidjson::Reader reader;
        const rapidjson::ParseResult result = reader.Parse<flags>(stream, handler);
        if (!result.IsError())
            return breaks;
        if (result.Code() == rapidjson::kParseErrorTermination) {
            stopped = true;
            return breaks;
        }
        const qsizetype at = position + static_cast<qsizetype>(result.Offset());
        breaks.push_back({at, QString::fromLatin1(rapidjson::GetParseError_En(result.Code())), at >= end});
        // The bracket count says where the broken element ends.
        qsizetype next = handler.elementStart();
        if (next < 0 || at >= end)
            return breaks;
        next = std::max(skipValue(json.first(end), next), next + 1);
        while (next < end && json[next] != ',' && json[next] != ']')
            ++next;
        if (next >= end || json[next] == ']')
            return breaks;
        handler.elementBroken();
        resumed = true;
        position = next + 1;
    }
    stopped = true;
    return breaks;
}

/// Why an element cannot be taken although its syntax is right.
enum class Flaw { None, TooDeep, TooManyKeys, NotUtf8 };

/// Events of one array → one Json per element, through a callback
/// `bool(qsizetype index, Json &&element, Flaw, const std::string &duplicateKey)`.
template <typename Callback>
class ElementHandler
{
public:
    explicit ElementHandler(Callback callback) : m_callback(std::move(callback)) {}

    void setStream(const RangeStream *stream, qsizetype base)
    {
        m_stream = stream;
        m_base = base;
        m_depth = 0;
        m_start = -1;
    }
    // The iterative parser tells of a bracket before it takes it.
    [[nodiscard]] qsizetype elementStart() const { return m_start; }
    void elementBroken() { finish(); }

    bool Null() { return scalar(Json(nullptr)); }
    bool Bool(bool v) { return scalar(Json(v)); }
    bool Int(int v) { return scalar(Json(v)); }
    bool Uint(unsigned v) { return scalar(Json(v)); }
    bool Int64(std::int64_t v) { return scalar(Json(v)); }
    bool Uint64(std::uint64_t v) { return scalar(Json(v)); }
    bool Double(double v) { return scalar(Json(v)); }
    bool RawNumber(const char *text, rapidjson::SizeType length, bool) { return deliverNumber(*this, {text, length}); }
    bool String(const char *text, rapidjson::SizeType length, bool) { return scalar(Json(checked(text, length))); }
    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        if (builds())
            m_builder.key(checked(text, length));
        return true;
    }
    bool StartObject() { return open(Json::object()); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool StartArray() { return m_depth == 0 ? (m_depth = 1, true) : open(Json::array()); }
    bool EndArray(rapidjson::SizeType) { return m_depth == 1 ? (m_depth = 0, true) : close(); }

private:
    [[nodiscard]] bool builds() const { return m_flaw != Flaw::TooDeep && !m_builder.tooMany(); }
    std::string_view checked(const char *text, rapidjson::SizeType length)
    {
        if (!QByteArrayView(text, length).isValidUtf8())
            m_flaw = m_flaw == Flaw::None ? Flaw::NotUtf8 : m_flaw;
        return {text, length};
    }
    bool scalar(Json &&value)
    {
        if (builds())
            m_builder.scalar(std::move(value));
        return m_depth > 1 || deliver();
    }
    bool open(Json &&container)
    {
        if (m_depth == 1)
            m_start = m_base + static_cast<qsizetype>(m_stream->Tell());
        if (++m_depth > maximumDepth)
            m_flaw = Flaw::TooDeep;
        if (builds())
            m_builder.open(std::move(container));
        return m_depth < hopelessDepth;
    }
    bool close()
    {
        if (builds())
            m_builder.close();
        return --m_depth > 1 || deliver();
    }
    bool deliver()
    {
        const qsizetype index = m_index;
        const Flaw flaw = m_builder.tooMany() ? Flaw::TooManyKeys : m_flaw;
        Json value = m_builder.take();
        const std::string duplicate = m_builder.duplicate();
        finish();
        return m_callback(index, std::move(value), flaw, duplicate);
    }
    void finish()
    {
        ++m_index;
        m_start = -1;
        m_flaw = Flaw::None;
        m_builder.clear();
    }

    Callback m_callback;
    const RangeStream *m_stream = nullptr;
    qsizetype m_base = 0;
    qsizetype m_start = -1;
    qsizetype m_index = 0;
    int m_depth = 0;
    Flaw m_flaw = Flaw::None;
    JsonBuilder m_builder;
};

}  // namespace plumbline::coco
