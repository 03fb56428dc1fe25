// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/ratings.h"

#include "core/base/atomicfile.h"
#include "core/base/csv.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace plumbline::quality {

namespace {

constexpr qint64 largestCsv = qint64(4) << 30;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::quality", text);
}

double numberOf(const QString &text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN();
}

// Numbers ascending, then texts.
bool before(double a, const QString &aName, double b, const QString &bName)
{
    if (std::isnan(a) != std::isnan(b))
        return std::isnan(b);
    if (!std::isnan(a) && a != b)
        return a < b;
    return aName < bName;
}

}  // namespace

std::vector<std::uint32_t> Ratings::allUnits() const
{
    std::vector<std::uint32_t> all(static_cast<std::size_t>(units.size()));
    std::iota(all.begin(), all.end(), 0U);
    return all;
}

void RatingsBuilder::declareCategories(const QStringList &categories)
{
    for (const QString &category : categories)
        (void)number(m_categories, m_categoryNames, category);
    m_declared = !m_categoryNames.isEmpty();
}

std::uint32_t RatingsBuilder::number(QHash<QString, std::uint32_t> &index, QStringList &names, const QString &name)
{
    if (const auto known = index.constFind(name); known != index.constEnd())
        return *known;
    const auto next = static_cast<std::uint32_t>(names.size());
    index.insert(name, next);
    names.append(name);
    return next;
}

RatingsBuilder::Added RatingsBuilder::add(const QString &unit, const QString &rater, const QString &category)
{
    if (m_declared && !m_categories.contains(category))
        return Added::Undeclared;
    const std::uint32_t u = number(m_units, m_unitNames, unit);
    const std::uint32_t r = number(m_raters, m_raterNames, rater);
    const quint64 pair = static_cast<quint64>(u) << 32 | r;
    if (m_pairs.contains(pair)) {
        ++m_repeats;
        if (!m_repeatsCount)
            return Added::Twice;
    } else {
        m_pairs.insert(pair);
    }
    m_rows.push_back({u, r, number(m_categories, m_categoryNames, category)});
    return Added::Yes;
}

Ratings RatingsBuilder::take()
{
    Ratings ratings;
    ratings.units = std::move(m_unitNames);
    ratings.raters = std::move(m_raterNames);

    std::vector<double> numbers;
    numbers.reserve(static_cast<std::size_t>(m_categoryNames.size()));
    for (const QString &name : std::as_const(m_categoryNames))
        numbers.push_back(numberOf(name));
    std::vector<std::uint32_t> order(numbers.size());
    std::iota(order.begin(), order.end(), 0U);
    if (!m_declared)
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return before(numbers[a], m_categoryNames[a], numbers[b], m_categoryNames[b]);
        });
    std::vector<std::uint32_t> place(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        ratings.categories.append(m_categoryNames[order[i]]);
        ratings.numbers.push_back(numbers[order[i]]);
    }
    ratings.ordered = m_declared || std::none_of(numbers.begin(), numbers.end(), [](double v) { return std::isnan(v); });

    ratings.begins.assign(static_cast<std::size_t>(ratings.units.size()) + 1, 0);
    for (const Row &row : m_rows)
        ++ratings.begins[row.unit + 1];
    std::partial_sum(ratings.begins.begin(), ratings.begins.end(), ratings.begins.begin());
    ratings.rater.resize(m_rows.size());
    ratings.category.resize(m_rows.size());
    std::vector<std::size_t> next(ratings.begins.begin(), ratings.begins.end() - 1);
    for (const Row &row : m_rows) {
        const std::size_t at = next[row.unit]++;
        ratings.rater[at] = row.rater;
        ratings.category[at] = place[row.category];
    }
    *this = RatingsBuilder();
    return ratings;
}

Result<Ratings> readRatings(const QString &file, const QStringList &categories, IssueList &issues, Repeats repeats,
                            const std::function<bool(std::int64_t)> &goOn)
{
    const auto data = base::readFile(file, largestCsv);
    if (!data)
        return fail(data.error());
    base::CsvReader csv(*data);
    const QStringList header = csv.next().value_or(QStringList());
    const auto column = [&](QLatin1String name) {
        for (qsizetype i = 0; i < header.size(); ++i)
            if (header[i].trimmed().compare(name, Qt::CaseInsensitive) == 0)
                return i;
        return qsizetype(-1);
    };
    const qsizetype task = column(QLatin1String("task"));
    const qsizetype annotator = column(QLatin1String("annotator"));
    const qsizetype label = column(QLatin1String("label"));
    if (task < 0 || annotator < 0 || label < 0)
        return fail(ErrorCode::Malformed,
                    tr("%1 must begin with a line naming the columns task, annotator and label.").arg(file));

    RatingsBuilder builder;
    builder.declareCategories(categories);
    if (repeats == Repeats::AllCount)
        builder.countRepeats();
    QString firstRepeat;
    for (std::int64_t read = 0; const auto record = csv.next(); ++read) {
        constexpr std::int64_t askedEvery = 4096;
        if (goOn && read % askedEvery == 0 && !goOn(read))
            return fail(ErrorCode::Cancelled, tr("Reading %1 was stopped.").arg(file));
        if (record->size() == 1 && record->front().trimmed().isEmpty())
            continue;
        const QString place = QStringLiteral("line %1").arg(csv.line());
        if (csv.broken()) {
            issues.problem(file, place, tr("A quoted cell never ends; the line was left out."));
            continue;
        }
        const QString unit = record->value(task).trimmed();
        const QString rater = record->value(annotator).trimmed();
        const QString said = record->value(label).trimmed();
        if (unit.isEmpty() || rater.isEmpty() || said.isEmpty()) {
            issues.problem(file, place, tr("Task, annotator or label is missing; the line was left out."));
            continue;
        }
        switch (builder.add(unit, rater, said)) {
        case RatingsBuilder::Added::Yes:
            if (firstRepeat.isEmpty() && builder.repeats() > 0)
                firstRepeat = place;
            break;
        case RatingsBuilder::Added::Twice:
            issues.problem(file, place, tr("%1 has labeled %2 before; the first label counts.").arg(rater, unit));
            break;
        case RatingsBuilder::Added::Undeclared:
            issues.problem(file, place, tr("The label “%1” is not one of the declared ones; the line was left out.").arg(said));
            break;
        }
    }
    if (!firstRepeat.isEmpty())
        issues.add({IssueSeverity::Note, file, firstRepeat,
                    tr("%1 labels repeat an earlier one of the same task and annotator, this line first; every one counts.")
                        .arg(builder.repeats())});
    return builder.take();
}

}  // namespace plumbline::quality
