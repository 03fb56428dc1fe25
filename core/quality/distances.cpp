// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/agreementparts.h"

#include "core/base/atomicfile.h"
#include "core/quality/columns.h"

#include <QCoreApplication>

#include <cmath>

namespace plumbline::quality {

namespace {

constexpr qint64 largestTable = qint64(256) << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::quality", text);
}

}  // namespace

Result<std::vector<double>> readDistances(const QString &file, const QStringList &categories, IssueList &issues)
{
    const auto count = static_cast<std::size_t>(categories.size());
    if (count > mostCategories)
        return fail(ErrorCode::TooLarge, tr("Distances can be given for up to %1 labels.").arg(mostCategories));
    const auto data = base::readFile(file, largestTable);
    if (!data)
        return fail(data.error());
    CsvColumns csv(*data, {QLatin1String("a"), QLatin1String("b"), QLatin1String("distance")});
    if (!csv.complete())
        return fail(ErrorCode::Malformed, tr("%1 must begin with a line naming the columns a, b and distance.").arg(file));
    std::vector<double> distances(count * count, 1);
    for (std::size_t i = 0; i < count; ++i)
        distances[i * count + i] = 0;
    while (csv.next()) {
        const qsizetype a = categories.indexOf(csv.cell(0));
        const qsizetype b = categories.indexOf(csv.cell(1));
        bool isNumber = false;
        const double distance = csv.cell(2).toDouble(&isNumber);
        if (!isNumber || !std::isfinite(distance) || distance < 0 || distance > 1e100)
            issues.problem(file, csv.place(), tr("“%1” is no distance; the line was left out.").arg(csv.cell(2)));
        else if (a < 0 || b < 0)
            issues.warning(file, csv.place(),
                           tr("Nobody used the label “%1”; the line was left out.").arg(csv.cell(a < 0 ? 0 : 1)));
        else if (a == b)
            issues.problem(file, csv.place(), tr("A label is at distance 0 from itself; the line was left out."));
        else
            distances[static_cast<std::size_t>(a) * count + static_cast<std::size_t>(b)] =
                distances[static_cast<std::size_t>(b) * count + static_cast<std::size_t>(a)] = distance;
    }
    for (const std::int64_t line : csv.brokenLines())
        issues.problem(file, QStringLiteral("line %1").arg(line), tr("A quoted cell never ends; the line was left out."));
    return distances;
}

}  // namespace plumbline::quality
