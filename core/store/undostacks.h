// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

/// Private to the store.
namespace plumbline::store {

/// What one person can undo and redo: a fold of that person's gestures in order, so a restart finds it as it was.
struct UndoStacks {
    struct Step {
        std::int64_t number = 0;
        QString label;
        std::int64_t origin = 0;  ///< the gesture that was made, whatever was undone and redone since
    };
    std::vector<Step> done;    ///< gestures that undo can take back, oldest first
    std::vector<Step> undone;  ///< gestures that redo can take back

    /// The next gesture; `undoes` = number of the one it takes back.
    void add(Step step, std::optional<std::int64_t> undoes, bool undoable)
    {
        if (!undoes) {
            if (!undoable)
                return;
            step.origin = step.number;
            done.push_back(std::move(step));
            undone.clear();
        } else if (!done.empty() && done.back().number == *undoes) {
            step.origin = done.back().origin;
            done.pop_back();
            undone.push_back(std::move(step));
        } else if (!undone.empty() && undone.back().number == *undoes) {
            step.origin = undone.back().origin;
            undone.pop_back();
            done.push_back(std::move(step));
        }
    }
    [[nodiscard]] QString undoLabel() const { return done.empty() ? QString() : done.back().label; }
    [[nodiscard]] QString redoLabel() const { return undone.empty() ? QString() : undone.back().label; }
};

}  // namespace plumbline::store
