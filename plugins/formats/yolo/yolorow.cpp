// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/yolo/yolorow.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace plumbline::yolo {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::yolo", text);
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

std::optional<std::vector<double>> parseNumbers(QByteArrayView line)
{
    std::vector<double> numbers;
    const char *at = line.begin();
    const char *end = line.end();
    while (true) {
        while (at != end && isBlank(*at))
            ++at;
        if (at == end)
            return numbers;
        double value = 0;
        const auto [rest, error] = std::from_chars(at, end, value);
        if (error != std::errc() || (rest != end && !isBlank(*rest)))
            return std::nullopt;
        numbers.push_back(value);
        at = rest;
    }
}

bool isVisibility(double v)
{
    return v == 0 || v == 1 || v == 2;
}

// Every third number is 0, 1 or 2, and one is 2: no normalised outline has that.
bool looksLikePoints(const std::vector<double> &numbers, std::size_t first)
{
    bool two = false;
    for (std::size_t i = first + 2; i < numbers.size(); i += 3) {
        if (!isVisibility(numbers[i]))
            return false;
        two = two || numbers[i] == 2;
    }
    return two;
}

// What the number of values (class included) says; Detect when it says nothing else.
std::optional<RowKind> kindOf(const std::vector<double> &numbers, const std::optional<std::pair<int, int>> &shape, bool oriented)
{
    const std::size_t n = numbers.size();
    if (n == 5 || n == 6)
        return RowKind::Detect;
    if (oriented)
        return n == 9 || n == 10 ? std::optional(RowKind::Oriented) : std::nullopt;
    if (shape && n == 5 + static_cast<std::size_t>(shape->first) * static_cast<std::size_t>(shape->second))
        return RowKind::Pose;
    if (n < 7)
        return std::nullopt;
    if ((n - 5) % 3 == 0 && looksLikePoints(numbers, 5))
        return RowKind::Pose;
    // An even number is an outline with a confidence at its end.
    return n % 2 == 1 || n >= 8 ? std::optional(RowKind::Segment) : std::nullopt;
}

bool inRange(double v)
{
    return v >= -tolerance && v <= 1 + tolerance;
}

}  // namespace

RowOrProblem parseRow(QByteArrayView line, const std::optional<std::pair<int, int>> &keyPointShape, bool oriented)
{
    const auto numbers = parseNumbers(line);
    if (!numbers)
        return {{}, tr("The line has something that is not a number; it was left out.")};
    if (!std::all_of(numbers->begin(), numbers->end(), [](double v) { return std::isfinite(v); }))
        return {{}, tr("The line has a value that is not a finite number; it was left out.")};
    const std::optional<RowKind> kind = kindOf(*numbers, keyPointShape, oriented);
    if (!kind && oriented)
        return {{}, tr("The line has %1 values; an oriented box has 9; it was left out.").arg(numbers->size())};
    if (!kind)
        return {{}, tr("The line has %1 values; a box has 5, an outline at least 7; it was left out.").arg(numbers->size())};
    const double classId = numbers->front();
    if (classId < 0 || classId > 1e6 || classId != std::floor(classId))
        return {{}, tr("The class is not a whole number from 0 up; the line was left out.")};

    Row row;
    row.kind = *kind;
    row.classId = static_cast<std::int64_t>(classId);
    const bool corners = *kind == RowKind::Segment || *kind == RowKind::Oriented;
    const std::size_t shapeEnd = corners ? numbers->size() - (numbers->size() % 2 == 0 ? 1 : 0) : 5;
    row.numbers.assign(numbers->begin() + 1, numbers->begin() + static_cast<std::ptrdiff_t>(shapeEnd));
    if (*kind == RowKind::Pose)
        row.keyPoints.assign(numbers->begin() + 5, numbers->end());
    else if (shapeEnd < numbers->size())
        row.confidence = numbers->back();
    if (!std::all_of(row.numbers.begin(), row.numbers.end(), inRange))
        return {{}, tr("The line has a coordinate outside of the picture: values must lie between 0 and 1; it was left out.")};
    if (!corners && (row.numbers[2] < 0 || row.numbers[3] < 0))
        return {{}, tr("The box has a negative size; the line was left out.")};
    // Joints may lie a little outside, where people guess them; further away the numbers are no fractions.
    if (std::any_of(row.keyPoints.begin(), row.keyPoints.end(), [](double v) { return v < -1 || v > 2; }))
        return {{}, tr("The line has a key point far outside of the picture: values must lie between 0 and 1; it was left out.")};
    if (row.confidence && (*row.confidence < 0 || *row.confidence > 1))
        return {{}, tr("The confidence is not between 0 and 1; the line was left out.")};
    return {std::move(row), {}};
}

int visibilityOf(double value)
{
    if (isVisibility(value))
        return static_cast<int>(value);
    return value >= 0.5 ? 2 : value > 0 ? 1 : 0;
}

bool looksLikeRows(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QByteArray head = file.read(64 * 1024);
    if (head.startsWith("\xEF\xBB\xBF"))
        head.remove(0, 3);
    for (const QByteArray &line : head.split('\n'))
        if (!line.trimmed().isEmpty())
            return parseRow(line, std::nullopt).row.has_value();
    return true;
}

}  // namespace plumbline::yolo
