// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/issue.h"
#include "core/base/result.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace plumbline::quality {

/// What several raters said of several units on one scale; a value. Agreement and consensus are computed from it. Ratings of
/// one unit lie together; categories are numbered in their order, which weighted and ordinal measures use.
struct PLUMBLINE_CORE_EXPORT Ratings {
    QStringList units;
    QStringList raters;
    QStringList categories;
    std::vector<double> numbers;  ///< what each category reads as; NaN where it is no number
    bool ordered = false;         ///< the order was declared, or every category is a number

    std::vector<std::size_t> begins{0};  ///< where the ratings of a unit begin; one more than units
    std::vector<std::uint32_t> rater;
    std::vector<std::uint32_t> category;

    [[nodiscard]] std::size_t count() const { return category.size(); }
    [[nodiscard]] std::span<const std::uint32_t> categoriesOf(std::size_t unit) const
    {
        return std::span(category).subspan(begins[unit], begins[unit + 1] - begins[unit]);
    }
    [[nodiscard]] std::span<const std::uint32_t> ratersOf(std::size_t unit) const
    {
        return std::span(rater).subspan(begins[unit], begins[unit + 1] - begins[unit]);
    }
    /// Indices of all units in order: what a measure takes when nothing is resampled.
    [[nodiscard]] std::vector<std::uint32_t> allUnits() const;
};

/// Collects ratings in any order.
class PLUMBLINE_CORE_EXPORT RatingsBuilder
{
public:
    /// Categories that exist, whether used or not, in their order. Without it: numbers ascending, then texts by their code
    /// points, only those that were used.
    void declareCategories(const QStringList &categories);

    /// Further ratings of a unit by the same rater count too, as readings taken again do; otherwise only the first does.
    void countRepeats() { m_repeatsCount = true; }
    /// Ratings so far that repeat an earlier one of the same unit and rater, counted or not.
    [[nodiscard]] std::int64_t repeats() const { return m_repeats; }

    enum class Added { Yes, Twice, Undeclared };
    Added add(const QString &unit, const QString &rater, const QString &category);
    [[nodiscard]] Ratings take();

private:
    [[nodiscard]] static std::uint32_t number(QHash<QString, std::uint32_t> &index, QStringList &names, const QString &name);

    struct Row {
        std::uint32_t unit;
        std::uint32_t rater;
        std::uint32_t category;
    };
    QHash<QString, std::uint32_t> m_units;
    QHash<QString, std::uint32_t> m_raters;
    QHash<QString, std::uint32_t> m_categories;
    QStringList m_unitNames;
    QStringList m_raterNames;
    QStringList m_categoryNames;
    QSet<quint64> m_pairs;
    std::vector<Row> m_rows;
    std::int64_t m_repeats = 0;
    bool m_declared = false;
    bool m_repeatsCount = false;
};

enum class Repeats { FirstCounts, AllCount };

/// Reads task,annotator,label (by the names of the first line; other columns are ignored). Lines that are broken, said twice or
/// outside the declared categories are named in `issues` and left out; where repeats count, one note says how many there were.
/// Fails when the file cannot be read or has no such columns, and when `goOn`, asked now and then with the lines read, says false.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Ratings> readRatings(const QString &file, const QStringList &categories,
                                                                IssueList &issues, Repeats repeats = Repeats::FirstCounts,
                                                                const std::function<bool(std::int64_t)> &goOn = {});

}  // namespace plumbline::quality
