// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace plumbline::consensus {

/// Labels as the models read them: numbers only, tasks without labels and unused classes left out. Workers are numbered in the
/// order of their names and tasks in that of their labels, so every sum is added up in one order, whatever order the rows had.
struct Votes {
    std::uint32_t tasks = 0;
    std::uint32_t workers = 0;
    std::uint32_t classes = 0;
    std::vector<std::size_t> begins{0};  ///< where the labels of a task begin; one more than tasks
    std::vector<std::uint32_t> worker;   ///< by task, ascending within one
    std::vector<std::uint32_t> label;

    [[nodiscard]] std::size_t count() const { return label.size(); }
    /// Sorts the tasks by what was said of them. Answers which place each task came from.
    [[nodiscard]] std::vector<std::uint32_t> sortTasks();
};

/// Which classes a task may have, and where the numbers of an annotator's confusion lie: one slot for (annotator, said, truth)
/// that can occur. With few classes a task may have any of them; where all annotators' tables would take more than
/// `largestTable` numbers, a task may only have a class that somebody gave it (the 32 most frequent), and only slots that occur
/// exist. Ten thousand classes then cost what the labels cost, not their square.
class Layout
{
public:
    explicit Layout(const Votes &votes, std::size_t largestTable = std::size_t(4) << 20);

    [[nodiscard]] const Votes &votes() const { return *m_votes; }
    /// Every class is possible for every task.
    [[nodiscard]] bool complete() const { return m_complete; }

    /// Places in a posterior: of task i those from first(i) to first(i + 1).
    [[nodiscard]] std::size_t first(std::size_t task) const { return m_complete ? task * m_votes->classes : m_first[task]; }
    [[nodiscard]] std::size_t candidates(std::size_t task) const { return first(task + 1) - first(task); }
    [[nodiscard]] std::uint32_t classAt(std::size_t task, std::size_t candidate) const
    {
        return m_complete ? static_cast<std::uint32_t>(candidate) : m_class[m_first[task] + candidate];
    }
    [[nodiscard]] std::size_t places() const
    {
        return m_complete ? std::size_t(m_votes->tasks) * m_votes->classes : m_class.size();
    }

    /// Slot of label `label` (its place in the votes) if the truth is this candidate of its task.
    [[nodiscard]] std::size_t slot(std::size_t label, std::size_t candidate) const
    {
        return m_complete ? slotBase(label) + candidate : m_slot[m_slotFirst[label] + candidate];
    }
    /// Only when complete: the slots of a label for all classes lie together from here.
    [[nodiscard]] std::size_t slotBase(std::size_t label) const
    {
        return (std::size_t(m_votes->worker[label]) * m_votes->classes + m_votes->label[label]) * m_votes->classes;
    }
    [[nodiscard]] std::size_t slotCount() const { return m_slots.size(); }

    struct Slot {
        std::uint32_t worker;
        std::uint32_t said;
        std::uint32_t truth;
        std::uint32_t row;   ///< of (annotator, truth)
        std::uint32_t pair;  ///< of (truth, said)
    };
    [[nodiscard]] const Slot &at(std::size_t slot) const { return m_slots[slot]; }
    [[nodiscard]] std::size_t rows() const { return m_rows; }
    [[nodiscard]] std::size_t pairs() const { return m_pairs.size(); }
    struct Pair {
        std::uint32_t truth;
        std::uint32_t said;
    };
    [[nodiscard]] const Pair &pair(std::size_t pair) const { return m_pairs[pair]; }

private:
    void makeComplete();
    void makeSparse();

    const Votes *m_votes;
    bool m_complete = true;
    std::vector<std::size_t> m_first;
    std::vector<std::uint32_t> m_class;
    std::vector<std::size_t> m_slotFirst;
    std::vector<std::uint32_t> m_slot;
    std::vector<Slot> m_slots;
    std::vector<Pair> m_pairs;
    std::size_t m_rows = 0;
};

}  // namespace plumbline::consensus
