// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/queueindex.h"

#include <algorithm>
#include <bit>
#include <functional>

#include <string.h>

namespace plumbline::itemmodels {

void QueueIndex::reserve(std::int64_t items)
{
    const auto count = static_cast<std::size_t>(std::max<std::int64_t>(items, 0));
    m_ids.reserve(count);
    m_kinds.reserve(count);
    m_states.reserve(count);
    m_nameBegins.reserve(count);
    m_expected = items;
    makeTable(count);
}

void QueueIndex::makeTable(std::size_t items)
{
    constexpr std::size_t smallest = 1024;
    m_table.assign(std::bit_ceil(std::max(items * 2, smallest)), -1);
    for (std::size_t i = 0; i < m_ids.size(); ++i)
        m_table[slotOf(m_ids[i])] = static_cast<std::int32_t>(i);
}

// Where the id is, or would be.
std::size_t QueueIndex::slotOf(ItemId id) const
{
    const std::size_t mask = m_table.size() - 1;
    std::size_t slot = std::hash<ItemId>{}(id) & mask;
    while (m_table[slot] >= 0 && m_ids[static_cast<std::size_t>(m_table[slot])] != id)
        slot = (slot + 1) & mask;
    return slot;
}

void QueueIndex::append(const std::vector<store::QueueEntry> &entries)
{
    for (const store::QueueEntry &entry : entries) {
        if ((m_ids.size() + 1) * 2 > m_table.size())
            makeTable(m_ids.size() * 2);
        m_table[slotOf(entry.item)] = static_cast<std::int32_t>(m_ids.size());
        m_ids.push_back(entry.item);
        m_kinds.push_back(static_cast<std::uint8_t>(entry.kind));
        m_states.push_back(static_cast<std::uint8_t>(entry.state));
        ++m_counts[entry.state];
        // Names are paths; whoever put a line feed into one sees a space.
        QString shown = entry.name;
        shown.replace(QLatin1Char('\n'), QLatin1Char(' '));
        const QByteArray name = shown.toUtf8();
        const QByteArray folded = shown.toCaseFolded().toUtf8();
        if (m_allFolded && folded != name) {
            m_allFolded = false;
            m_folded.reserve(m_names.capacity());
            m_folded = m_names;
            m_foldedBegins.reserve(m_nameBegins.capacity());
            m_foldedBegins = m_nameBegins;
        }
        m_nameBegins.push_back(m_names.size());
        m_names.append(name.constData(), static_cast<std::size_t>(name.size())).push_back('\n');
        if (m_allFolded)
            continue;
        m_foldedBegins.push_back(m_folded.size());
        m_folded.append(folded.constData(), static_cast<std::size_t>(folded.size())).push_back('\n');
    }
    // The names that are still to come are about as long: growing later would move all of them at once.
    if (!entries.empty() && m_expected > size() && size() == static_cast<int>(entries.size())) {
        constexpr double longest = 128;  // bytes a name; whoever has longer ones waits once or twice
        const double each = std::min(1.1 * double(m_names.size()) / double(size()), longest);
        m_names.reserve(static_cast<std::size_t>(each * double(m_expected)));
    }
}

store::QueueEntry QueueIndex::entry(int position) const
{
    const auto at = static_cast<std::size_t>(position);
    const std::uint64_t begin = m_nameBegins[at];
    const std::uint64_t end = at + 1 < m_nameBegins.size() ? m_nameBegins[at + 1] : m_names.size();
    return {m_ids[at], QString::fromUtf8(m_names.data() + begin, static_cast<qsizetype>(end - begin - 1)),
            static_cast<model::ItemKind>(m_kinds[at]), state(position)};
}

model::TaskState QueueIndex::state(int position) const
{
    return static_cast<model::TaskState>(m_states[static_cast<std::size_t>(position)]);
}

void QueueIndex::setState(int position, model::TaskState state)
{
    auto &kept = m_states[static_cast<std::size_t>(position)];
    --m_counts[static_cast<model::TaskState>(kept)];
    ++m_counts[state];
    kept = static_cast<std::uint8_t>(state);
}

int QueueIndex::find(ItemId id) const
{
    return m_table.empty() ? -1 : m_table[slotOf(id)];
}

std::map<model::TaskState, std::int64_t> QueueIndex::counts() const
{
    return m_counts;
}

std::vector<std::int32_t> QueueIndex::named(const std::string &folded, std::size_t first) const
{
    std::vector<std::int32_t> found;
    const std::string &names = foldedNames();
    const std::vector<std::uint64_t> &begins = m_allFolded ? m_nameBegins : m_foldedBegins;
    std::size_t position = first;
    std::uint64_t from = first < begins.size() ? begins[first] : names.size();
    while (from < names.size()) {
        const void *hit = ::memmem(names.data() + from, names.size() - from, folded.data(), folded.size());
        if (!hit)
            break;
        const auto at = static_cast<std::uint64_t>(static_cast<const char *>(hit) - names.data());
        // Hits are mostly near each other or very far apart.
        if (position + 1 < begins.size() && begins[position + 1] <= at) {
            ++position;
            if (position + 1 < begins.size() && begins[position + 1] <= at) {
                const auto next = std::upper_bound(begins.begin() + static_cast<std::ptrdiff_t>(position), begins.end(), at);
                position = static_cast<std::size_t>(next - begins.begin()) - 1;
            }
        }
        found.push_back(static_cast<std::int32_t>(position));
        if (position + 1 >= begins.size())
            break;
        from = begins[position + 1];
    }
    return found;
}

std::vector<std::int32_t> QueueIndex::fitting(const store::QueueFilter &filter, int first) const
{
    std::vector<std::int32_t> found;
    const auto fits = [&](std::int32_t position) {
        const auto at = static_cast<std::size_t>(position);
        return (!filter.state || m_states[at] == static_cast<std::uint8_t>(*filter.state))
               && (!filter.kind || m_kinds[at] == static_cast<std::uint8_t>(*filter.kind));
    };
    // A line feed ends every name: no name has one to be found.
    const QString text = filter.text.toCaseFolded();
    if (text.contains(QLatin1Char('\n')))
        return found;
    if (!text.isEmpty()) {
        found = named(text.toStdString(), static_cast<std::size_t>(first));
        if (filter.state || filter.kind)
            std::erase_if(found, [&](std::int32_t position) { return !fits(position); });
        return found;
    }
    for (std::int32_t position = first; position < size(); ++position) {
        if (fits(position))
            found.push_back(position);
    }
    return found;
}

}  // namespace plumbline::itemmodels
