// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/planteddefects.h"

#include <memory>

namespace plumbline::store {
class Connection;
}

namespace plumbline::review {

/// Defective copies and what reviewers said about them: a database of its own outside the project folder, beside the known answers.
/// Nothing of it is ever copied into the project. One thread at a time.
class PLUMBLINE_CORE_EXPORT PlantedStore
{
public:
    /// Beside the known answers of the project: PROJECT-ID-reviews.db.
    [[nodiscard]] static QString standardPath(ProjectId project);
    /// Null when there is none: nothing was ever planted.
    [[nodiscard]] static Result<std::unique_ptr<PlantedStore>> openExisting(ProjectId project);
    [[nodiscard]] static Result<std::unique_ptr<PlantedStore>> open(const QString &file);
    ~PlantedStore();

    enum class State { Waiting = 0, Taken = 1, Ended = 2 };
    /// One copy for one reviewer.
    struct Copy {
        Uuid id;
        ItemId item;
        QString author;
        SubmissionId submission;  ///< whose labels were copied
        QString reviewer;  ///< to whom it comes
        State state = State::Waiting;
        DefectiveWork work;
        std::int64_t plantedMicroseconds = 0;
    };
    [[nodiscard]] Result<> add(const std::vector<Copy> &copies);
    [[nodiscard]] Result<> setState(const Uuid &copy, State state);
    /// Of one reviewer or of all, in the order in which they were planted.
    [[nodiscard]] Result<std::vector<Copy>> copies(const QString &reviewer = {}) const;
    /// That is not ended; nothing when there is none.
    [[nodiscard]] Result<std::optional<Copy>> open(ItemId item, const QString &author, const QString &reviewer) const;

    /// One step of a reviewer. `after` = the number of their latest gesture in the project at that time.
    [[nodiscard]] Result<> say(const Uuid &copy, const std::vector<model::Decision> &decisions, std::int64_t after);
    /// In the order in which they were said.
    [[nodiscard]] Result<std::vector<model::Decision>> said(const Uuid &copy) const;
    /// Takes the latest step of a reviewer back, when it was said after that gesture and its copy is not ended.
    [[nodiscard]] Result<bool> takeBack(const QString &reviewer, std::int64_t after);

private:
    explicit PlantedStore(std::unique_ptr<store::Connection> connection);
    std::unique_ptr<store::Connection> m_connection;
};

}  // namespace plumbline::review
