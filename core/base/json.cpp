// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <QCoreApplication>

namespace plumbline::base {

namespace {

// Builds the value while counting levels: the library's own parser recurses without a limit of its own on destruction.
class BoundedSax final : public nlohmann::detail::json_sax_dom_parser<Json>
{
public:
    using Base = nlohmann::detail::json_sax_dom_parser<Json>;

    BoundedSax(Json &value, int maximumDepth) : Base(value, false), m_maximumDepth(maximumDepth) {}

    bool start_object(std::size_t count) { return enter() && Base::start_object(count); }
    bool start_array(std::size_t count) { return enter() && Base::start_array(count); }
    bool end_object()
    {
        --m_depth;
        return Base::end_object();
    }
    bool end_array()
    {
        --m_depth;
        return Base::end_array();
    }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &error)
    {
        m_position = position;
        m_cause = error.what();
        return false;
    }

    [[nodiscard]] bool tooDeep() const { return m_tooDeep; }
    [[nodiscard]] std::size_t position() const { return m_position; }
    [[nodiscard]] const std::string &cause() const { return m_cause; }

private:
    bool enter()
    {
        m_tooDeep = ++m_depth > m_maximumDepth;
        return !m_tooDeep;
    }

    int m_maximumDepth;
    int m_depth = 0;
    bool m_tooDeep = false;
    std::size_t m_position = 0;
    std::string m_cause;
};

}  // namespace

Result<Json> parseJson(QByteArrayView text, int maximumDepth)
{
    Json value;
    BoundedSax sax(value, maximumDepth);
    if (Json::sax_parse(text.begin(), text.end(), &sax))
        return value;
    if (sax.tooDeep())
        return fail(ErrorCode::Malformed,
                    QCoreApplication::translate("plumbline::base", "The JSON is nested more than %1 levels deep.").arg(maximumDepth));
    return fail(ErrorCode::Malformed,
                QCoreApplication::translate("plumbline::base", "The JSON is broken at byte %1.").arg(sax.position()),
                QString::fromStdString(sax.cause()));
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
