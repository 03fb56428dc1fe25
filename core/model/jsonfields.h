// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <optional>
#include <utility>

namespace plumbline::model {

/// Reads the fields of one JSON object of ours, remembering the first mistake with its key. Private to this folder and core/packet.
class JsonFields
{
public:
    JsonFields(const Json &object, QString where) : m_object(object), m_where(std::move(where))
    {
        if (!object.is_object())
            m_error = Error{ErrorCode::Malformed, tr("%1 is not an object.").arg(m_where), {}};
    }

    [[nodiscard]] bool has(const char *key) const
    {
        return m_object.is_object() && m_object.contains(key) && !m_object[key].is_null();
    }
    [[nodiscard]] const Json &raw(const char *key) const
    {
        static const Json none;
        return m_object.is_object() && m_object.contains(key) ? m_object[key] : none;
    }

    double number(const char *key)
    {
        const Json &value = raw(key);
        if (!value.is_number())
            return wrong(key, tr("a number")), 0.0;
        return value.get<double>();
    }
    std::int64_t integer(const char *key, std::int64_t fallback)
    {
        if (!has(key))
            return fallback;
        const Json &value = raw(key);
        if (!isInteger(value))
            return wrong(key, tr("a whole number")), fallback;
        return value.get<std::int64_t>();
    }
    std::int32_t integer32(const char *key, std::int32_t fallback)
    {
        const std::int64_t value = integer(key, fallback);
        if (value < std::numeric_limits<std::int32_t>::min() || value > std::numeric_limits<std::int32_t>::max())
            return wrong(key, tr("a whole number of at most 32 bits")), fallback;
        return static_cast<std::int32_t>(value);
    }
    /// A fraction [numerator, denominator], both positive: seconds per tick.
    std::pair<std::int64_t, std::int64_t> fraction(const char *key)
    {
        const Json &value = raw(key);
        if (value.is_array() && value.size() == 2 && isInteger(value[0]) && isInteger(value[1])
            && value[0].get<std::int64_t>() > 0 && value[1].get<std::int64_t>() > 0)
            return {value[0].get<std::int64_t>(), value[1].get<std::int64_t>()};
        return wrong(key, tr("a fraction [numerator, denominator]")), std::pair<std::int64_t, std::int64_t>{1, 1};
    }
    /// Foreign data: an object, or null when absent or empty.
    Json extra(const char *key)
    {
        if (!has(key))
            return nullptr;
        if (!raw(key).is_object())
            return wrong(key, tr("an object")), nullptr;
        return raw(key).empty() ? Json(nullptr) : raw(key);
    }
    [[nodiscard]] static bool isInteger(const Json &value)
    {
        return value.is_number_integer()
               && (!value.is_number_unsigned()
                   || value.get<std::uint64_t>() <= std::uint64_t(std::numeric_limits<std::int64_t>::max()));
    }
    bool boolean(const char *key, bool fallback)
    {
        if (!has(key))
            return fallback;
        if (!raw(key).is_boolean())
            return wrong(key, tr("true or false")), fallback;
        return raw(key).get<bool>();
    }
    QString text(const char *key, const QString &fallback = {})
    {
        if (!has(key))
            return fallback;
        if (!raw(key).is_string())
            return wrong(key, tr("a text")), fallback;
        return base::toQString(raw(key));
    }
    QString requiredText(const char *key)
    {
        if (!has(key))
            wrong(key, tr("a text"));
        return text(key);
    }
    QStringList texts(const char *key)
    {
        QStringList list;
        if (!has(key))
            return list;
        if (!raw(key).is_array())
            wrong(key, tr("a list of texts"));
        for (const Json &value : raw(key)) {
            if (!value.is_string())
                wrong(key, tr("a list of texts"));
            list.append(base::toQString(value));
        }
        return list;
    }
    const Json &list(const char *key)
    {
        static const Json none = Json::array();
        if (!has(key))
            return none;
        if (!raw(key).is_array()) {
            wrong(key, tr("a list"));
            return none;
        }
        return raw(key);
    }
    /// Every key must be one of these.
    void only(std::initializer_list<const char *> keys)
    {
        if (!m_object.is_object())
            return;
        for (const auto &[key, value] : m_object.items()) {
            const bool known = std::any_of(keys.begin(), keys.end(), [&](const char *k) { return key == k; });
            if (!known)
                note(tr("%1 has an unknown key “%2”.").arg(m_where, QString::fromStdString(key)));
        }
    }
    void wrong(const char *key, const QString &wanted)
    {
        note(tr("“%2” of %1 must be %3.").arg(m_where, QLatin1String(key), wanted));
    }
    void note(const QString &text)
    {
        if (!m_error)
            m_error = Error{ErrorCode::Malformed, text, {}};
    }
    void take(const Error &error)
    {
        if (!m_error)
            m_error = error;
    }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const QString &where() const { return m_where; }

    static QString tr(const char *text) { return QCoreApplication::translate("plumbline::model", text); }

private:
    const Json &m_object;
    QString m_where;
    std::optional<Error> m_error;
};

}  // namespace plumbline::model
