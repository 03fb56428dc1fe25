// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/annotation.h"

#include <QDateTime>
#include <QLocale>

#include <array>

namespace plumbline::model {

namespace {

constexpr std::array<const char *, 3> roleNames{"object", "crowd", "ignore"};
constexpr std::array<const char *, 4> originNames{"human", "model", "import", "propagated"};

template <typename E, std::size_t N>
std::optional<E> fromName(const std::array<const char *, N> &names, QStringView name)
{
    for (std::size_t i = 0; i < N; ++i)
        if (name == QLatin1String(names[i]))
            return static_cast<E>(i);
    return std::nullopt;
}

}  // namespace

QString attributeText(const AttributeValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto *number = std::get_if<double>(&value))
        return QString::number(*number, 'g', QLocale::FloatingPointShortest);
    return {};
}

bool isAnswered(const Attributes &answers, const QString &key)
{
    const auto it = answers.find(key);
    return it != answers.end() && !std::holds_alternative<std::monostate>(it->second);
}

QString roleName(Role role)
{
    return QLatin1String(roleNames[static_cast<std::size_t>(role)]);
}

std::optional<Role> roleFromName(QStringView name)
{
    return fromName<Role>(roleNames, name);
}

QString originKindName(OriginKind kind)
{
    return QLatin1String(originNames[static_cast<std::size_t>(kind)]);
}

std::optional<OriginKind> originKindFromName(QStringView name)
{
    return fromName<OriginKind>(originNames, name);
}

QString isoFromMicroseconds(std::int64_t microseconds)
{
    std::int64_t seconds = microseconds / 1'000'000;
    std::int64_t rest = microseconds % 1'000'000;
    if (rest < 0) {
        rest += 1'000'000;
        --seconds;
    }
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))
           + QStringLiteral(".%1Z").arg(rest, 6, 10, QLatin1Char('0'));
}

std::optional<std::int64_t> microsecondsFromIso(QStringView text)
{
    // By hand: QDateTime would read the digits as local time first, which has hours that do not exist.
    static constexpr QLatin1String pattern("dddd-dd-ddTdd:dd:dd");
    if (text.size() < pattern.size() + 1 || !text.endsWith(QLatin1Char('Z')))
        return std::nullopt;
    std::array<int, 6> fields{};
    std::size_t field = 0;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (pattern[i] == QLatin1Char('d')) {
            if (c < u'0' || c > u'9')
                return std::nullopt;
            fields[field] = fields[field] * 10 + (c - u'0');
        } else {
            if (text[i] != pattern[i])
                return std::nullopt;
            ++field;
        }
    }
    const QDate date(fields[0], fields[1], fields[2]);
    const QTime time(fields[3], fields[4], fields[5]);
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    std::int64_t micros = QDateTime(date, time, Qt::UTC).toSecsSinceEpoch() * 1'000'000;
    const QStringView fraction = text.sliced(pattern.size(), text.size() - pattern.size() - 1);
    if (fraction.isEmpty())
        return micros;
    if (fraction[0] != QLatin1Char('.') || fraction.size() < 2 || fraction.size() > 7)
        return std::nullopt;
    std::int64_t unit = 100'000;
    for (const QChar c : fraction.sliced(1)) {
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return std::nullopt;
        micros += (c.unicode() - u'0') * unit;
        unit /= 10;
    }
    return micros;
}

}  // namespace plumbline::model
