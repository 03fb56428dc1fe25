// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"
#include "core/overlap/objecttruth.h"
#include "core/store/project.h"
#include "core/workflow/objectlabelings.h"

#include <map>
#include <optional>
#include <vector>

namespace plumbline::workflow {

/// What decides how much a person's word counts for the class and in the posteriors.
enum class ConsensusWeights {
    Agreement,  ///< rates estimated from how the people agree with each other (overlap::inferObjects)
    Equal,  ///< everybody alike: a plain vote
    /// The same estimate, begun from each person's score against gold. For leads: posteriors are then left out of what is
    /// written into the project, because their changes would tell everybody who reads it which submission was gold.
    Gold,
};

[[nodiscard]] inline QString consensusLayer()
{
    return QStringLiteral("consensus");
}

struct ConsensusOptions {
    double iou = 0.5;  ///< from where objects can be the same one, in [0.1, 1]
    int quorum = 0;  ///< people who must have drawn an object; 0 = more than half of those who saw the item
    int leastPeople = 2;  ///< items that fewer have seen are not decided
    ConsensusWeights weights = ConsensusWeights::Agreement;
    QString layer = consensusLayer();
    bool dryRun = false;
};

struct ConsensusPerson {
    QString name;
    std::int64_t items = 0;  ///< decided ones that the person saw
    std::int64_t objects = 0;  ///< of the person on these, that could be compared
    std::int64_t kept = 0;  ///< of these, in a consensus object
    overlap::PersonRates rates;
};

struct ConsensusReport {
    LabelingCounts counts;
    std::int64_t decided = 0;  ///< items
    std::int64_t undecided = 0;  ///< items that too few have seen
    std::int64_t clusters = 0;  ///< on decided items
    std::int64_t objects = 0;  ///< of the consensus
    std::int64_t doubtful = 0;  ///< of these, with a probability of existence below one half all the same
    std::int64_t belowQuorum = 0;  ///< clusters
    std::int64_t notCompared = 0;  ///< labels of kinds that have no place in a picture
    std::int64_t created = 0;  ///< objects that are written (that would be, for a dry run)
    std::int64_t removed = 0;  ///< objects of an earlier consensus that go
    std::int64_t unchanged = 0;  ///< objects of an earlier consensus that stay as they are
    std::int64_t keptItems = 0;  ///< items whose consensus was changed by hand: left alone
    std::map<ClassId, std::int64_t> byClass;
    std::vector<ConsensusPerson> people;  ///< by name
    IssueList issues;  ///< items and objects that were left out, and why
    std::optional<store::Ack> ack;  ///< nothing for a dry run, and where nothing changed
};

/// Makes one layer of what several people agree on, from all that was handed in; theirs stays as it is. One undoable step. A
/// second run replaces what the first one wrote where it comes out differently, and nothing else: items on which somebody has
/// changed or added something in the layer are left alone.
///
/// An object is a cluster (overlap::ItemOverlaps) that reaches the quorum; its shape is overlap::consensusShape, its class the
/// most probable one (of equals the one with more votes, then the earlier in the schema), its attributes what more than half of
/// those who answered said, among the people who named its class. `parent` is the member most like the others; extra
/// "plumbline-consensus" names all members, votes and posteriors (docs/shape-agreement.md).
///
/// Refuses the accepted layer, model layers and members' layers, and weights from gold to annotators (PermissionDenied).
/// Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<ConsensusReport> makeConsensusLayer(store::Project &project,
                                                                               const ConsensusOptions &options,
                                                                               const store::Person &person,
                                                                               const jobs::JobControl &control);

}  // namespace plumbline::workflow
