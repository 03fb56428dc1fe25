// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/spans.h"

#include "core/base/atomicfile.h"
#include "core/base/random.h"
#include "core/quality/agreementparts.h"
#include "core/quality/columns.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace plumbline::quality {

namespace {

constexpr qint64 largestCsv = qint64(4) << 30;
constexpr double farthest = 1e12;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::quality", text);
}

struct Row {
    std::uint32_t task;
    std::uint32_t annotator;
    Span span;
    std::int64_t line;
};

std::uint32_t numbered(QHash<QString, std::uint32_t> &numbers, QStringList &names, const QString &name)
{
    const auto known = numbers.constFind(name);
    if (known != numbers.constEnd())
        return *known;
    const auto next = static_cast<std::uint32_t>(names.size());
    numbers.insert(name, next);
    names.append(name);
    return next;
}

std::optional<double> position(const QString &text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    return isNumber && std::abs(value) <= farthest ? std::optional(value) : std::nullopt;
}

}  // namespace

Result<Spans> readSpans(const QString &file, Overlaps overlaps, IssueList &issues)
{
    const auto data = base::readFile(file, largestCsv);
    if (!data)
        return fail(data.error());
    CsvColumns csv(*data, {QLatin1String("task"), QLatin1String("annotator"), QLatin1String("start"), QLatin1String("end"),
                           QLatin1String("label")});
    if (!csv.complete())
        return fail(ErrorCode::Malformed,
                    tr("%1 must begin with a line naming the columns task, annotator, start, end and label.").arg(file));
    Spans spans;
    QHash<QString, std::uint32_t> tasks;
    QHash<QString, std::uint32_t> annotators;
    QHash<QString, std::uint32_t> labels;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> present;
    std::vector<Row> rows;
    std::vector<std::pair<std::int64_t, QString>> problems;
    while (csv.next()) {
        if (csv.cell(0).isEmpty() || csv.cell(1).isEmpty()) {
            problems.emplace_back(csv.line(), tr("Task or annotator is missing; the line was left out."));
            continue;
        }
        const bool nothing = csv.cell(2).isEmpty() && csv.cell(3).isEmpty() && csv.cell(4).isEmpty();
        const auto start = position(csv.cell(2));
        const auto end = position(csv.cell(3));
        if (!nothing && (!start || !end || csv.cell(4).isEmpty())) {
            problems.emplace_back(csv.line(), !start || !end ? tr("Start and end must be numbers; the line was left out.")
                                                             : tr("The label is missing; the line was left out."));
            continue;
        }
        if (!nothing && !(*end > *start)) {
            problems.emplace_back(csv.line(), tr("The end is not after the start; the line was left out."));
            continue;
        }
        const std::uint32_t task = numbered(tasks, spans.tasks, csv.cell(0));
        const std::uint32_t annotator = numbered(annotators, spans.annotators, csv.cell(1));
        present.emplace_back(task, annotator);
        if (!nothing)
            rows.push_back({task, annotator, {*start, *end, numbered(labels, spans.labels, csv.cell(4))}, csv.line()});
    }
    for (const std::int64_t line : csv.brokenLines())
        problems.emplace_back(line, tr("A quoted cell never ends; the line was left out."));

    const auto key = [](const Row &row) {
        return std::tuple(row.task, row.annotator, row.span.label, row.span.start, row.span.end, row.line);
    };
    std::sort(rows.begin(), rows.end(), [&](const Row &a, const Row &b) { return key(a) < key(b); });
    std::vector<Row> kept;
    for (const Row &row : rows) {
        const bool sameKind = !kept.empty() && kept.back().task == row.task && kept.back().annotator == row.annotator
                              && kept.back().span.label == row.span.label;
        if (sameKind && kept.back().span == row.span)
            problems.emplace_back(row.line, tr("The same span stands in line %1; it counts once.").arg(kept.back().line));
        else if (sameKind && overlaps == Overlaps::Refused && row.span.start < kept.back().span.end)
            problems.emplace_back(row.line,
                                  tr("The span overlaps the one in line %1, of the same annotator and label; it was left out.")
                                      .arg(kept.back().line));
        else
            kept.push_back(row);
    }
    std::sort(problems.begin(), problems.end());
    for (const auto &[line, text] : problems)
        issues.problem(file, QStringLiteral("line %1").arg(line), text);

    std::sort(present.begin(), present.end());
    present.erase(std::unique(present.begin(), present.end()), present.end());
    spans.continua.resize(static_cast<std::size_t>(spans.tasks.size()));
    QHash<quint64, std::size_t> places;
    for (const auto &[task, annotator] : present) {
        places.insert(static_cast<quint64>(task) << 32 | annotator, spans.continua[task].annotators.size());
        spans.continua[task].annotators.emplace_back();
    }
    for (const Row &row : kept) {
        const std::size_t place = places.value(static_cast<quint64>(row.task) << 32 | row.annotator);
        spans.continua[row.task].annotators[place].push_back(row.span);
    }
    for (Continuum &continuum : spans.continua)
        for (auto &own : continuum.annotators)
            std::sort(own.begin(), own.end(), [](const Span &a, const Span &b) {
                return std::tie(a.start, a.end, a.label) < std::tie(b.start, b.end, b.label);
            });
    return spans;
}

Agreement spanAgreement(std::span<const SpanPart> parts)
{
    if (parts.empty())
        return tl::unexpected(Undefined::NoPairs);
    Coefficient result;
    double weight = 0;
    for (const SpanPart &part : parts) {
        result.observed += part.weight * part.observed;
        result.chance += part.weight * part.expected;
        weight += part.weight;
        result.ratings += part.spans;
        ++result.units;
    }
    if (!(result.chance > 0))
        return tl::unexpected(Undefined::NoVariation);
    if (!std::isfinite(result.chance) || !std::isfinite(result.observed))
        return tl::unexpected(Undefined::TooLarge);
    result.value = 1 - result.observed / result.chance;
    result.observed /= weight;
    result.chance /= weight;
    return result;
}

std::optional<AgreementInterval> bootstrapSpans(std::span<const SpanPart> parts, int resamples, std::uint64_t seed, double mass)
{
    if (parts.size() < 2 || resamples < 1)
        return std::nullopt;
    base::SeededRandom random(seed);
    std::vector<double> values;
    std::vector<SpanPart> drawn(parts.size());
    for (int i = 0; i < resamples; ++i) {
        for (SpanPart &part : drawn)
            part = parts[random.below(parts.size())];
        if (const Agreement value = spanAgreement(drawn))
            values.push_back(value->value);
    }
    return percentileInterval(std::move(values), resamples, mass);
}

}  // namespace plumbline::quality
