// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/scenenumbers.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace plumbline::pointcloud {

namespace {

constexpr std::size_t mostNumbers = 64;
constexpr std::size_t mostLines = 10'000'000;

bool separates(char c)
{
    return c == ' ' || c == '\t' || c == ',' || c == '\r' || c == '\n';
}

std::optional<std::int64_t> microsecondsOf(const QDate &date, const QTime &time, QStringView fraction)
{
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    constexpr qsizetype digits = 6;
    const QString six = fraction.left(digits).toString().leftJustified(digits, QLatin1Char('0'));
    return QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch() * 1000 + six.toLongLong();
}

}  // namespace

std::vector<double> numbersOf(QByteArrayView line)
{
    std::vector<double> numbers;
    qsizetype at = 0;
    while (at < line.size()) {
        while (at < line.size() && separates(line[at]))
            ++at;
        qsizetype end = at;
        while (end < line.size() && !separates(line[end]))
            ++end;
        if (end == at)
            break;
        bool isNumber = false;
        numbers.push_back(line.sliced(at, end - at).toDouble(&isNumber));
        if (!isNumber || numbers.size() > mostNumbers)
            return {};
        at = end;
    }
    return numbers;
}

std::vector<QByteArrayView> linesOf(QByteArrayView text)
{
    std::vector<QByteArrayView> lines;
    for (qsizetype at = 0; at < text.size() && lines.size() < mostLines;) {
        const qsizetype feed = text.indexOf('\n', at);
        const qsizetype end = feed < 0 ? text.size() : feed;
        const bool carriage = end > at && text[end - 1] == '\r';
        lines.push_back(text.sliced(at, end - at - (carriage ? 1 : 0)));
        at = end + 1;
    }
    return lines;
}

std::optional<geometry::Pose> poseOfRows(std::span<const double> rows)
{
    if (rows.size() != 12 && rows.size() != 16)
        return std::nullopt;
    if (!std::all_of(rows.begin(), rows.end(), [](double v) { return std::isfinite(v); }))
        return std::nullopt;
    return geometry::poseFromMatrix({rows[0], rows[1], rows[2], rows[4], rows[5], rows[6], rows[8], rows[9], rows[10]},
                                    {rows[3], rows[7], rows[11]});
}

std::optional<geometry::Pose> poseOfQuaternion(std::span<const double> wxyz, std::span<const double> translation)
{
    if (wxyz.size() != 4 || translation.size() != 3)
        return std::nullopt;
    double length = 0;
    for (const double part : wxyz)
        length += part * part;
    length = std::sqrt(length);
    constexpr double tolerance = 1e-2;
    if (!std::isfinite(length) || std::abs(length - 1) > tolerance
        || !std::all_of(translation.begin(), translation.end(), [](double v) { return std::isfinite(v); }))
        return std::nullopt;
    const double by = wxyz[0] < 0 ? -length : length;
    return geometry::Pose{{wxyz[1] / by, wxyz[2] / by, wxyz[3] / by, wxyz[0] / by},
                          {translation[0], translation[1], translation[2]}};
}

std::optional<geometry::Camera> cameraOfMatrix(std::span<const double> k, QSize size)
{
    if (k.size() != 9)
        return std::nullopt;
    constexpr double tolerance = 1e-6;
    const bool plain =
        std::abs(k[3]) < tolerance && std::abs(k[6]) < tolerance && std::abs(k[7]) < tolerance && std::abs(k[8] - 1) < tolerance;
    constexpr double half = .5;
    const geometry::Camera camera{geometry::LensModel::Pinhole,
                                  double(size.width()),
                                  double(size.height()),
                                  k[0],
                                  k[4],
                                  k[2] + half,
                                  k[5] + half,
                                  k[1],
                                  {}};
    return plain && geometry::isUsable(camera) ? std::optional(camera) : std::nullopt;
}

std::optional<std::int64_t> rounded(double value)
{
    constexpr double most = 9e18;
    if (!std::isfinite(value) || std::abs(value) > most)
        return std::nullopt;
    return static_cast<std::int64_t>(std::llround(value));
}

std::optional<std::int64_t> microsecondsOfName(const QString &stem)
{
    static const QRegularExpression dated(
        QStringLiteral("(\\d{4})(\\d\\d)(\\d\\d)[T_-](\\d\\d)(\\d\\d)(\\d\\d)(?:\\.(\\d{1,9}))?$"));
    if (const auto match = dated.match(stem); match.hasMatch()) {
        const auto part = [&match](int i) { return match.captured(i).toInt(); };
        return microsecondsOf(QDate(part(1), part(2), part(3)), QTime(part(4), part(5), part(6)), match.capturedView(7));
    }
    static const QRegularExpression counted(QStringLiteral("(?<![\\d.])(\\d{10,19})(?:\\.(\\d{1,9}))?$"));
    const auto match = counted.match(stem);
    if (!match.hasMatch())
        return std::nullopt;
    bool fits = false;
    const qint64 number = match.captured(1).toLongLong(&fits);
    // Leading zeros are those of a counter.
    if (!fits || match.captured(1).startsWith(QLatin1Char('0')))
        return std::nullopt;
    constexpr int digits = 6;
    switch (match.capturedLength(1)) {
    case 10: return number * 1'000'000 + match.captured(2).left(digits).leftJustified(digits, QLatin1Char('0')).toLongLong();
    case 13: return number * 1000;
    case 16: return number;
    case 18:
    case 19: return number / 1000;
    default: return std::nullopt;
    }
}

std::optional<std::int64_t> microsecondsOfDate(QByteArrayView text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*(\\d{4})-(\\d\\d)-(\\d\\d)[ T](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9}))?\\s*$"));
    constexpr qsizetype most = 64;
    const auto match = pattern.match(QString::fromLatin1(text.first(std::min(text.size(), most))));
    if (!match.hasMatch())
        return std::nullopt;
    const auto part = [&match](int i) { return match.captured(i).toInt(); };
    return microsecondsOf(QDate(part(1), part(2), part(3)), QTime(part(4), part(5), part(6)), match.capturedView(7));
}

}  // namespace plumbline::pointcloud
