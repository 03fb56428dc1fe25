// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/comparisons.h"

#include "core/base/atomicfile.h"
#include "core/quality/columns.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::quality {

namespace {

constexpr qint64 largestCsv = qint64(4) << 30;
constexpr int mostStrength = 3;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::quality", text);
}

/// Names numbered in the order they come.
class Names
{
public:
    std::uint32_t number(const QString &name)
    {
        if (const auto known = m_numbers.constFind(name); known != m_numbers.constEnd())
            return *known;
        const auto next = static_cast<std::uint32_t>(m_names.size());
        m_numbers.insert(name, next);
        m_names.append(name);
        return next;
    }
    QStringList take() { return std::move(m_names); }

private:
    QHash<QString, std::uint32_t> m_numbers;
    QStringList m_names;
};

struct Said {
    Preferred preferred = Preferred::Tie;
    std::optional<int> strength{};
};

// What label and strength say together, or what is wrong with them.
tl::expected<Said, QString> said(const QString &label, const QString &strength)
{
    Said result;
    if (!strength.isEmpty()) {
        bool whole = false;
        const int value = strength.toInt(&whole);
        if (!whole || value < -mostStrength || value > mostStrength)
            return tl::unexpected(
                tr("The strength “%1” is no whole number from -3 to 3; the line was left out.").arg(strength));
        result.strength = value;
        result.preferred = value < 0 ? Preferred::First : value > 0 ? Preferred::Second : Preferred::Tie;
    }
    if (label.isEmpty())
        return strength.isEmpty()
                   ? tl::expected<Said, QString>(tl::unexpected(tr("The label is missing; the line was left out.")))
                   : result;
    Preferred byLabel = Preferred::Tie;
    if (label.compare(QLatin1String("first"), Qt::CaseInsensitive) == 0)
        byLabel = Preferred::First;
    else if (label.compare(QLatin1String("second"), Qt::CaseInsensitive) == 0)
        byLabel = Preferred::Second;
    else if (label.compare(QLatin1String("tie"), Qt::CaseInsensitive) != 0)
        return tl::unexpected(tr("The label “%1” is none of first, second and tie; the line was left out.").arg(label));
    if (result.strength && byLabel != result.preferred)
        return tl::unexpected(
            tr("The label “%1” and the strength %2 contradict each other; the line was left out.").arg(label).arg(strength));
    result.preferred = byLabel;
    return result;
}

}  // namespace

Result<Comparisons> readComparisons(const QString &file, IssueList &issues)
{
    const auto data = base::readFile(file, largestCsv);
    if (!data)
        return fail(data.error());
    CsvColumns csv(*data, {QLatin1String("task"), QLatin1String("annotator"), QLatin1String("first"), QLatin1String("second"),
                           QLatin1String("label"), QLatin1String("strength")});
    if (!csv.complete(4) || !(csv.has(4) || csv.has(5)))
        return fail(ErrorCode::Malformed,
                    tr("%1 must begin with a line naming the columns task, annotator, first, second and label.").arg(file));
    Comparisons comparisons;
    Names tasks;
    Names annotators;
    Names items;
    QSet<QString> judged;
    while (csv.next()) {
        const QString &task = csv.cell(0);
        const QString &annotator = csv.cell(1);
        const QString &first = csv.cell(2);
        const QString &second = csv.cell(3);
        if (task.isEmpty() || annotator.isEmpty() || first.isEmpty() || second.isEmpty()) {
            issues.problem(file, csv.place(), tr("Task, annotator, first or second is missing; the line was left out."));
            continue;
        }
        if (first == second) {
            issues.problem(file, csv.place(), tr("“%1” is compared with itself; the line was left out.").arg(first));
            continue;
        }
        const auto judgement = said(csv.cell(4), csv.cell(5));
        if (!judgement) {
            issues.problem(file, csv.place(), judgement.error());
            continue;
        }
        Comparison row{tasks.number(task),   annotators.number(annotator), items.number(first),
                       items.number(second), judgement->preferred,         judgement->strength};
        const QString key = QStringLiteral("%1 %2 %3 %4")
                                .arg(row.task)
                                .arg(row.annotator)
                                .arg(std::min(row.first, row.second))
                                .arg(std::max(row.first, row.second));
        if (judged.contains(key)) {
            issues.problem(file, csv.place(),
                           tr("%1 has compared these two in %2 before; the first judgement counts.").arg(annotator, task));
            continue;
        }
        judged.insert(key);
        comparisons.rows.push_back(row);
    }
    for (const std::int64_t line : csv.brokenLines())
        issues.problem(file, QStringLiteral("line %1").arg(line), tr("A quoted cell never ends; the line was left out."));
    comparisons.tasks = tasks.take();
    comparisons.annotators = annotators.take();
    comparisons.items = items.take();
    return comparisons;
}

Ratings preferenceRatings(const Comparisons &comparisons, PreferenceScale scale)
{
    RatingsBuilder builder;
    QStringList values;
    const int most = scale == PreferenceScale::Choice ? 1 : mostStrength;
    for (int value = -most; value <= most; ++value)
        values.append(QString::number(value));
    builder.declareCategories(values);
    for (const Comparison &row : comparisons.rows) {
        if (scale == PreferenceScale::Strength && !row.strength)
            continue;
        const QString &first = comparisons.items[static_cast<qsizetype>(row.first)];
        const QString &second = comparisons.items[static_cast<qsizetype>(row.second)];
        const int choice = row.preferred == Preferred::First ? -1 : row.preferred == Preferred::Second ? 1 : 0;
        const int value = (scale == PreferenceScale::Choice ? choice : *row.strength) * (first < second ? 1 : -1);
        (void)builder.add(
            QStringLiteral("%1 %2 %3").arg(row.task).arg(std::min(row.first, row.second)).arg(std::max(row.first, row.second)),
            comparisons.annotators[static_cast<qsizetype>(row.annotator)], QString::number(value));
    }
    return builder.take();
}

PositionBias positionBias(const Comparisons &comparisons)
{
    PositionBias bias;
    for (const Comparison &row : comparisons.rows)
        ++(row.preferred == Preferred::First ? bias.first : row.preferred == Preferred::Second ? bias.second : bias.ties);
    const std::int64_t decided = bias.first + bias.second;
    bias.share = decided > 0 ? static_cast<double>(bias.first) / static_cast<double>(decided) : 0;
    bias.interval = wilson(bias.first, decided);
    return bias;
}

}  // namespace plumbline::quality
