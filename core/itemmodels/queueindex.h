// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/reader.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace plumbline::itemmodels {

/// The whole queue of one person packed in memory, some 45 bytes an item: a million items are searched and filtered within a
/// few hundredths of a second. Positions count from 0 in the project's order. Not thread-safe.
class PLUMBLINE_CORE_EXPORT QueueIndex
{
public:
    /// Room for so many: without it, some append() takes long.
    void reserve(std::int64_t items);
    void append(const std::vector<store::QueueEntry> &entries);

    [[nodiscard]] int size() const { return static_cast<int>(m_ids.size()); }
    [[nodiscard]] store::QueueEntry entry(int position) const;
    [[nodiscard]] ItemId id(int position) const { return m_ids[static_cast<std::size_t>(position)]; }
    [[nodiscard]] model::TaskState state(int position) const;
    void setState(int position, model::TaskState state);
    /// -1 when there is no such item.
    [[nodiscard]] int find(ItemId id) const;
    /// Ascending, from position `first` on. The text is part of the name, whatever the case.
    [[nodiscard]] std::vector<std::int32_t> fitting(const store::QueueFilter &filter, int first = 0) const;
    [[nodiscard]] std::map<model::TaskState, std::int64_t> counts() const;

private:
    [[nodiscard]] std::vector<std::int32_t> named(const std::string &folded, std::size_t first) const;
    void makeTable(std::size_t items);
    [[nodiscard]] std::size_t slotOf(ItemId id) const;
    [[nodiscard]] const std::string &foldedNames() const { return m_allFolded ? m_names : m_folded; }

    std::int64_t m_expected = 0;
    std::vector<ItemId> m_ids;
    std::vector<std::uint8_t> m_kinds;
    std::vector<std::uint8_t> m_states;
    // UTF-8, one after the other, each followed by a line feed; a name ends where the next begins.
    std::string m_names;
    std::vector<std::uint64_t> m_nameBegins;
    std::string m_folded;
    std::vector<std::uint64_t> m_foldedBegins;
    bool m_allFolded = true;  // the folded ones are the names themselves, and not kept twice
    // Positions by hash of the id, open addressing, a power of two and at most half full; -1 = free.
    std::vector<std::int32_t> m_table;
    std::map<model::TaskState, std::int64_t> m_counts;
};

}  // namespace plumbline::itemmodels
