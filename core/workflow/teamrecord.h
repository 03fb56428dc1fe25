// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/task.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace plumbline::workflow {

/// Many short names in one block of memory, numbered in the order they came. A value.
class PLUMBLINE_CORE_EXPORT NameTable
{
public:
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_ends.size()); }
    [[nodiscard]] QByteArrayView utf8(std::uint32_t index) const;
    [[nodiscard]] QString at(std::uint32_t index) const { return QString::fromUtf8(utf8(index)); }
    std::uint32_t append(QByteArrayView utf8);
    /// Numbers in the order of the names' bytes.
    [[nodiscard]] std::vector<std::uint32_t> sorted() const;
    /// By bisection of sorted().
    [[nodiscard]] std::optional<std::uint32_t> find(const std::vector<std::uint32_t> &sorted, QByteArrayView utf8) const;

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] const std::vector<std::uint32_t> &ends() const { return m_ends; }
    /// False when the ends do not rise to the length of the bytes.
    [[nodiscard]] bool assign(QByteArray bytes, std::vector<std::uint32_t> ends);
    bool operator==(const NameTable &) const = default;

private:
    QByteArray m_bytes;
    std::vector<std::uint32_t> m_ends;
};

/// What a team answered, in columns: one entry per judgement, in the order they came; of a person's judgements of one task the
/// first alone. Everything a report needs, a million judgements in 24 MB. A value.
struct PLUMBLINE_CORE_EXPORT TeamRecord {
    static constexpr std::int32_t none = -1;

    QStringList people;
    QStringList cohorts;  ///< of each person; empty = none
    NameTable tasks;
    QStringList labels;   ///< abstentions are none of them

    std::vector<std::uint32_t> task;
    std::vector<std::uint32_t> person;
    std::vector<std::int32_t> label;        ///< none = abstained
    std::vector<float> confidence;          ///< NaN = not given
    std::vector<std::int64_t> microseconds; ///< when it was handed in, UTC

    std::vector<std::int32_t> truth;       ///< label of each task's gold; none = not gold
    std::vector<std::int32_t> suggestion;  ///< label a model proposed for each task; none; empty = never any

    [[nodiscard]] std::size_t size() const { return task.size(); }
    /// Number of a label, made when it is new.
    std::int32_t labelIndex(const QString &name);

    /// Begins of the rows of each task (one more than there are) and the rows, in their order.
    struct Groups {
        std::vector<std::uint32_t> begins;
        std::vector<std::uint32_t> rows;
        [[nodiscard]] const std::uint32_t *begin(std::size_t i) const { return rows.data() + begins[i]; }
        [[nodiscard]] const std::uint32_t *end(std::size_t i) const { return rows.data() + begins[i + 1]; }
    };
    [[nodiscard]] Groups byTask() const;
};

/// Fills a record row by row; rows that exist already may be continued.
class PLUMBLINE_CORE_EXPORT TeamRecordBuilder
{
public:
    TeamRecordBuilder() = default;
    explicit TeamRecordBuilder(TeamRecord record);
    void add(const model::Judgement &judgement);
    /// People first judged or named later have no cohort.
    void setCohort(const QString &person, const QString &cohort);
    [[nodiscard]] TeamRecord take();

private:
    std::uint32_t personIndex(const QString &name);

    TeamRecord m_record;
    QHash<QByteArray, std::uint32_t> m_tasks;
    QHash<QString, std::uint32_t> m_people;
    QHash<QString, std::int32_t> m_labels;
};

}  // namespace plumbline::workflow
