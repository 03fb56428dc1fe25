// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/planteddefectstore.h"
#include "core/review/reviewing.h"

/// Defective copies in the hands of reviewers, and what they tell about them. A copy is made of accepted work that somebody else has
/// reviewed and looks like work that comes for a second review. Decisions about it stay in the store of copies: nothing of it
/// reaches the project, its accepted layer or its author's figures. All functions block; any thread but the project store's.
namespace plumbline::review {

struct PlantOptions {
    int copies = 5;  ///< for each reviewer
    int defects = 1;  ///< in each copy, at most
    std::vector<DefectKind> kinds{DefectKind::Shifted, DefectKind::WrongClass, DefectKind::Doubled};
    QString reviewer;  ///< empty = all members who are reviewers
};
struct PlantReport {
    struct Planted {
        QString reviewer;
        int copies = 0;  ///< fewer than asked for where no more suitable work is there
        int defects = 0;
    };
    std::vector<Planted> reviewers;  ///< by name
};
/// For those who keep known answers (PermissionDenied).
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<PlantReport> plant(const store::Project &project, const PlantOptions &options,
                                                              const store::Person &person, base::RandomSource &random);

/// A share that was counted.
struct CountedShare {
    std::int64_t count = 0;
    std::int64_t n = 0;
    quality::Interval interval{0, 1};  ///< Wilson, 95 %
};
struct ReviewerFigures {
    QString reviewer;
    std::int64_t copies = 0;  ///< ended
    std::int64_t waiting = 0;  ///< not yet
    CountedShare found;  ///< of planted defects
    CountedShare falseAlarms;  ///< of labels that another reviewer accepted and nobody touched
    std::map<DefectKind, CountedShare> byKind;
};
/// By name; those for whom something was planted. For leads (PermissionDenied).
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<ReviewerFigures>> reviewerFigures(const store::Project &project,
                                                                                         const store::Person &person);

/// Takes a person's latest decisions back: those about a copy when they came after the latest step in the project, else that step.
/// Returns what was taken back, in words.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QString> undoDecision(store::Project &project, const store::Person &reviewer);

/// What the functions of reviewing.h ask: the copy that lies before this reviewer under that name, if any.
namespace planted {

class PLUMBLINE_CORE_EXPORT Desk
{
public:
    /// Costs one look whether a file exists where nothing was ever planted.
    [[nodiscard]] static Result<Desk> of(const store::Project &project, const store::Person &reviewer);
    Desk(Desk &&) noexcept = default;

    /// Not while the original is being labeled or reviewed: then that is meant.
    [[nodiscard]] Result<std::optional<PlantedStore::Copy>> find(ItemId item, const QString &author,
                                                                 model::TaskState state) const;
    /// Those that are not ended, to be appended to the queue.
    [[nodiscard]] Result<std::vector<PlantedStore::Copy>> open() const;
    [[nodiscard]] Result<std::map<AnnotationId, model::Decision>> decided(const PlantedStore::Copy &copy,
                                                                          std::vector<model::Decision> *general) const;
    [[nodiscard]] Result<> say(const PlantedStore::Copy &copy, const std::vector<model::Decision> &decisions) const;
    [[nodiscard]] Result<> setState(const PlantedStore::Copy &copy, PlantedStore::State state) const;

private:
    Desk() = default;
    std::unique_ptr<PlantedStore> m_store;  // null = nothing was planted
    QString m_reviewer;
    std::int64_t m_after = 0;  // the reviewer's latest step in the project
};

}  // namespace planted

}  // namespace plumbline::review
