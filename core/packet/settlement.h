// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adjudication/caseledger.h"
#include "core/history/gesture.h"
#include "core/jobs/jobcontrol.h"
#include "core/packet/packetjson.h"
#include "core/store/project.h"
#include "core/store/reader.h"
#include "core/store/recordlog.h"

#include <map>
#include <set>
#include <vector>

/// What follows from everything that ever came back: layers of people, accepted results of rulings (core/adjudication), and conflicts. Each is a
/// function of the set of records of an item, so the order in which packets come, and how often, makes no difference.
namespace plumbline::packet {

/// The labels of one submission, as they were handed in.
struct Snapshot {
    model::Submission submission;
    model::Task task;
    Uuid packet;  ///< the work packet that it answers
    std::vector<model::Annotation> labels;
    std::vector<model::Track> tracks;
    std::optional<model::Record> before;  ///< the record of the same submission that this one takes the place of
};
[[nodiscard]] model::Record toRecord(const Snapshot &snapshot);
[[nodiscard]] Result<Snapshot> snapshotFrom(const model::Record &record);

/// Collects what is new and computes one gesture that brings the project to where all records together put it. Private to this
/// folder; one thread.
class Settlement
{
public:
    Settlement(const store::Reader &reader, const store::RecordLog &log) : m_reader(reader), m_log(log) {}

    /// Both must be new to the project, or name what they take the place of.
    void add(Snapshot snapshot);
    void add(adjudication::Ruling ruling);
    [[nodiscard]] bool empty() const { return m_snapshots.empty() && m_rulings.empty(); }

    struct Outcome {
        std::int64_t labels = 0;     ///< changed in layers of people
        std::int64_t accepted = 0;   ///< results of rulings, made or changed
        std::int64_t withdrawn = 0;  ///< accepted labels that go: rulings contradict each other, or take the place of a review
        std::int64_t conflicts = 0;  ///< new ones
    };
    [[nodiscard]] Result<Outcome> into(history::GestureBuilder &builder, const jobs::JobControl &control);

private:
    struct Item;
    [[nodiscard]] Result<> prefetch();
    [[nodiscard]] Result<> settle(ItemId id, history::GestureBuilder &builder);
    [[nodiscard]] Result<> settleLayers(Item &item, history::GestureBuilder &builder);
    [[nodiscard]] Result<> settleLayer(Item &item, const QString &annotator, const std::vector<Snapshot> &snapshots,
                                       history::GestureBuilder &builder);
    [[nodiscard]] Result<> settleCases(Item &item, history::GestureBuilder &builder);

    const store::Reader &m_reader;
    const store::RecordLog &m_log;
    std::map<ItemId, std::vector<Snapshot>> m_snapshots;
    std::map<ItemId, std::vector<adjudication::Ruling>> m_rulings;
    std::map<ItemId, std::vector<adjudication::Ruling>> m_oldRulings;
    std::map<ItemId, std::vector<model::Record>> m_oldConflicts;
    Outcome m_outcome;
};

}  // namespace plumbline::packet
