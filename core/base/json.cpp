// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <QCoreApplication>

#include <iterator>
#include <unordered_map>
#include <vector>

namespace plumbline::base {

namespace {

// Builds the value itself, for two reasons: the library's parser has no limit of its own on depth, and looks every new key
// up in a list, which takes minutes for an object with a million of them.
class BoundedBuilder final : public nlohmann::json_sax<Json>
{
public:
    BoundedBuilder(Json &root, int maximumDepth) : m_root(root), m_maximumDepth(maximumDepth) {}

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t &) override { return add(value); }
    bool string(string_t &value) override { return add(std::move(value)); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return enter(Json::object()); }
    bool start_array(std::size_t) override { return enter(Json::array()); }
    bool end_object() override { return leave(); }
    bool end_array() override { return leave(); }

    bool key(string_t &name) override
    {
        Level &level = m_levels.back();
        auto &members = level.value->get_ref<Json::object_t &>();
        const auto [known, isNew] = level.places.try_emplace(name, members.size());
        if (isNew)
            members.emplace_back(std::move(name), Json());
        m_slot = &std::next(members.begin(), static_cast<std::ptrdiff_t>(known->second))->second;
        return true;
    }

    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &error) override
    {
        m_position = position;
        m_cause = error.what();
        return false;
    }

    [[nodiscard]] bool tooDeep() const { return m_tooDeep; }
    [[nodiscard]] std::size_t position() const { return m_position; }
    [[nodiscard]] const std::string &cause() const { return m_cause; }

private:
    struct Level {
        Json *value;  // stays put: its parent does not grow before it is complete
        std::unordered_map<std::string, std::size_t> places{};
    };

    Json *place(Json value)
    {
        if (m_levels.empty())
            return &(m_root = std::move(value));
        Json &parent = *m_levels.back().value;
        if (parent.is_object())
            return &(*m_slot = std::move(value));
        parent.push_back(std::move(value));
        return &parent.back();
    }
    bool add(Json value)
    {
        place(std::move(value));
        return true;
    }
    bool enter(Json container)
    {
        m_tooDeep = static_cast<int>(m_levels.size()) >= m_maximumDepth;
        if (m_tooDeep)
            return false;
        m_levels.push_back({place(std::move(container))});
        return true;
    }
    bool leave()
    {
        m_levels.pop_back();
        return true;
    }

    Json &m_root;
    int m_maximumDepth;
    std::vector<Level> m_levels;
    Json *m_slot = nullptr;
    bool m_tooDeep = false;
    std::size_t m_position = 0;
    std::string m_cause;
};

tl::unexpected<Error> brokenAt(std::size_t position, const QString &cause)
{
    return fail(ErrorCode::Malformed,
                QCoreApplication::translate("plumbline::base", "The JSON is broken at byte %1.").arg(position), cause);
}

}  // namespace

Result<Json> parseJson(QByteArrayView text, int maximumDepth)
{
    Json value;
    BoundedBuilder sax(value, maximumDepth);
    // The library takes a NUL for the end of the text and would not look at what follows.
    if (const qsizetype nul = text.indexOf('\0'); nul >= 0)
        return brokenAt(static_cast<std::size_t>(nul) + 1, QStringLiteral("NUL byte"));
    if (Json::sax_parse(text.begin(), text.end(), &sax))
        return value;
    if (sax.tooDeep())
        return fail(
            ErrorCode::Malformed,
            QCoreApplication::translate("plumbline::base", "The JSON is nested more than %1 levels deep.").arg(maximumDepth));
    return brokenAt(sax.position(), QString::fromStdString(sax.cause()));
}

QByteArray toJsonLine(const Json &value)
{
    return QByteArray::fromStdString(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

QByteArray toJsonText(const Json &value)
{
    return QByteArray::fromStdString(value.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace plumbline::base
