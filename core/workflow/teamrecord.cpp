// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/teamrecord.h"

#include "core/model/abstention.h"

#include <algorithm>
#include <numeric>

namespace plumbline::workflow {

QByteArrayView NameTable::utf8(std::uint32_t index) const
{
    const std::uint32_t from = index == 0 ? 0 : m_ends[index - 1];
    return QByteArrayView(m_bytes).sliced(from, m_ends[index] - from);
}

std::uint32_t NameTable::append(QByteArrayView utf8)
{
    m_bytes.append(utf8.data(), utf8.size());
    m_ends.push_back(static_cast<std::uint32_t>(m_bytes.size()));
    return size() - 1;
}

std::vector<std::uint32_t> NameTable::sorted() const
{
    std::vector<std::uint32_t> order(size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) { return utf8(a) < utf8(b); });
    return order;
}

std::optional<std::uint32_t> NameTable::find(const std::vector<std::uint32_t> &sorted, QByteArrayView name) const
{
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), name,
                                     [this](std::uint32_t index, QByteArrayView wanted) { return utf8(index) < wanted; });
    return at != sorted.end() && utf8(*at) == name ? std::optional(*at) : std::nullopt;
}

bool NameTable::assign(QByteArray bytes, std::vector<std::uint32_t> ends)
{
    if (!std::is_sorted(ends.begin(), ends.end()) || (ends.empty() ? 0 : ends.back()) != static_cast<std::size_t>(bytes.size()))
        return false;
    m_bytes = std::move(bytes);
    m_ends = std::move(ends);
    return true;
}

std::int32_t TeamRecord::labelIndex(const QString &name)
{
    const qsizetype at = labels.indexOf(name);
    if (at >= 0)
        return static_cast<std::int32_t>(at);
    labels.append(name);
    return static_cast<std::int32_t>(labels.size()) - 1;
}

TeamRecord::Groups TeamRecord::byTask() const
{
    Groups result;
    result.begins.assign(tasks.size() + std::size_t(1), 0);
    for (const std::uint32_t key : task)
        ++result.begins[key + 1];
    std::partial_sum(result.begins.begin(), result.begins.end(), result.begins.begin());
    result.rows.resize(task.size());
    std::vector<std::uint32_t> next(result.begins.begin(), result.begins.end() - 1);
    for (std::uint32_t row = 0; row < task.size(); ++row)
        result.rows[next[task[row]]++] = row;
    return result;
}

TeamRecordBuilder::TeamRecordBuilder(TeamRecord record) : m_record(std::move(record))
{
    for (std::uint32_t i = 0; i < m_record.tasks.size(); ++i)
        m_tasks.insert(m_record.tasks.utf8(i).toByteArray(), i);
    for (qsizetype i = 0; i < m_record.people.size(); ++i)
        m_people.insert(m_record.people[i], static_cast<std::uint32_t>(i));
    for (qsizetype i = 0; i < m_record.labels.size(); ++i)
        m_labels.insert(m_record.labels[i], static_cast<std::int32_t>(i));
}

std::uint32_t TeamRecordBuilder::personIndex(const QString &name)
{
    const auto known = m_people.constFind(name);
    if (known != m_people.constEnd())
        return *known;
    const auto index = static_cast<std::uint32_t>(m_record.people.size());
    m_record.people.append(name);
    m_record.cohorts.append(QString());
    m_people.insert(name, index);
    return index;
}

void TeamRecordBuilder::add(const model::Judgement &judgement)
{
    const QByteArray task = judgement.task.toUtf8();
    auto known = m_tasks.find(task);
    if (known == m_tasks.end())
        known = m_tasks.insert(task, m_record.tasks.append(task));
    const auto label = [&] {
        if (judgement.label == model::abstentionLabel())
            return TeamRecord::none;
        const auto at = m_labels.constFind(judgement.label);
        if (at != m_labels.constEnd())
            return *at;
        m_record.labels.append(judgement.label);
        return *m_labels.insert(judgement.label, static_cast<std::int32_t>(m_record.labels.size()) - 1);
    }();
    m_record.task.push_back(*known);
    m_record.person.push_back(personIndex(judgement.annotator));
    m_record.label.push_back(label);
    m_record.confidence.push_back(judgement.confidence ? static_cast<float>(*judgement.confidence)
                                                       : std::numeric_limits<float>::quiet_NaN());
    m_record.microseconds.push_back(judgement.createdMicroseconds);
}

void TeamRecordBuilder::setCohort(const QString &person, const QString &cohort)
{
    m_record.cohorts[personIndex(person)] = cohort;
}

TeamRecord TeamRecordBuilder::take()
{
    TeamRecord &record = m_record;
    const TeamRecord::Groups tasks = record.byTask();
    std::vector<bool> again(record.size());
    bool any = false;
    std::vector<std::uint32_t> lastTask(static_cast<std::size_t>(record.people.size()), 0);
    for (std::uint32_t task = 0; task < record.tasks.size(); ++task)
        for (const auto *row = tasks.begin(task); row != tasks.end(task); ++row) {
            std::uint32_t &last = lastTask[record.person[*row]];
            again[*row] = last == task + 1;
            any = any || again[*row];
            last = task + 1;
        }
    if (any) {
        const auto keep = [&](auto &column) {
            std::size_t to = 0;
            for (std::size_t i = 0; i < column.size(); ++i)
                if (!again[i])
                    column[to++] = column[i];
            column.resize(to);
        };
        keep(record.task);
        keep(record.person);
        keep(record.label);
        keep(record.confidence);
        keep(record.microseconds);
    }
    record.truth.resize(record.tasks.size(), TeamRecord::none);
    m_tasks.clear();
    m_people.clear();
    m_labels.clear();
    return std::exchange(m_record, {});
}

}  // namespace plumbline::workflow
