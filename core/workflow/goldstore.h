// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/quality/gaugerelease.h"
#include "core/quality/goldscore.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace plumbline::store {
class Connection;
}

namespace plumbline::workflow {

enum class GoldKind { Blind, Practice };

/// Gold keys and what they led to: a database of its own outside the project folder, opened only by the scorer and by leads'
/// tools. Nothing of it is ever copied into the project. One thread at a time.
class PLUMBLINE_CORE_EXPORT GoldStore
{
public:
    /// $PLUMBLINE_GOLD_FOLDER, else the user's data folder, then gold/PROJECT-ID.db.
    [[nodiscard]] static QString standardPath(ProjectId project);
    /// Opens or makes it.
    [[nodiscard]] static Result<std::unique_ptr<GoldStore>> open(const QString &file);
    ~GoldStore();

    [[nodiscard]] Result<> setKey(ItemId item, const quality::GoldKey &key, GoldKind kind);
    struct StoredKey {
        quality::GoldKey key;
        GoldKind kind = GoldKind::Blind;
    };
    [[nodiscard]] Result<std::optional<StoredKey>> key(ItemId item) const;
    [[nodiscard]] Result<std::int64_t> count(GoldKind kind) const;

    /// Share of the queue that is blind gold, in (0, 1]; decides how far apart new gauges release results. 0.1 until set.
    [[nodiscard]] Result<> setBlindShare(double share);

    /// State of one annotator's gauge; a fresh one when never stored.
    [[nodiscard]] Result<quality::GaugeRelease> gauge(const QString &annotator) const;
    /// A submission that went through the scorer.
    struct Scored {
        SubmissionId submission;
        ItemId item;
        QString annotator;
        int round = 1;
        int number = 1;  ///< within its round
        std::int64_t timeMicroseconds = 0;
        std::optional<quality::GoldOutcome> outcome;  ///< nothing for ordinary items
    };
    /// Keeps it and the gauge after it, in one transaction. A submission counts once. A row of the same size is written whether
    /// it was gold or not, unless the outcome is unusually large.
    [[nodiscard]] Result<> record(const Scored &scored, const quality::GaugeRelease &gauge);
    /// Whether a submission went through the scorer.
    [[nodiscard]] Result<bool> isScored(SubmissionId submission) const;
    /// Gauges of several annotators at once, with the outcomes that moved them.
    [[nodiscard]] Result<> storeGauges(const QHash<QString, quality::GaugeRelease> &gauges, const std::vector<Scored> &outcomes);
    /// Everything with an outcome, of one annotator or of all, in no particular order. What was scored before outcomes were kept
    /// is in the gauges alone.
    [[nodiscard]] Result<std::vector<Scored>> outcomes(const QString &onlyAnnotator = {}) const;
    /// Those of one annotator on items whose key is open (practice), latest first, 1000 at most. Nothing else is read.
    [[nodiscard]] Result<std::vector<Scored>> practiceOutcomes(const QString &annotator) const;
    [[nodiscard]] Result<QStringList> annotators() const;
    /// The outcome that is kept for a submission or a judgement; nothing when there is none.
    [[nodiscard]] Result<std::optional<quality::GoldOutcome>> outcome(SubmissionId submission) const;
    /// A submission or a judgement that a lead took out of the scores.
    struct Withdrawal {
        SubmissionId submission;
        QString annotator;
        QString task;  ///< of a judgement; empty for a submission of an item
        ItemId item;  ///< of a submission
        QString reason;
        std::int64_t timeMicroseconds = 0;
    };
    [[nodiscard]] Result<std::vector<Withdrawal>> withdrawals() const;
    /// Keys of items (item, kind), by item.
    [[nodiscard]] Result<std::vector<std::pair<ItemId, GoldKind>>> keys() const;
    /// Right labels of tasks that are answered by judgements (task, label), keys of items, and withdrawals, with all that follows
    /// from a change of them.
    struct AnswerChange {
        std::vector<std::pair<QString, QString>> answers;
        QStringList withdrawn;  ///< tasks that have no right label any more
        QHash<QString, quality::GaugeRelease> gauges;
        std::vector<Scored> outcomes;  ///< of judgements, new or other than before; without an outcome: no longer any
        std::vector<std::pair<ItemId, std::optional<StoredKey>>> keys;  ///< nothing = gold no more
        std::vector<Scored> submissions;  ///< of items; without an outcome they are kept as ordinary ones are
        std::vector<Withdrawal> withdrawals;
        std::vector<SubmissionId> readmitted;  ///< withdrawn no more
    };
    /// In one transaction.
    [[nodiscard]] Result<> change(const AnswerChange &change);
    [[nodiscard]] Result<std::optional<QString>> answer(const QString &task) const;
    /// All of them (task, label).
    [[nodiscard]] Result<std::vector<std::pair<QString, QString>>> answers() const;

private:
    explicit GoldStore(std::unique_ptr<store::Connection> connection);
    [[nodiscard]] Result<> forgetKey(ItemId item);
    [[nodiscard]] Result<> putOutcome(const Scored &scored);
    [[nodiscard]] Result<> putGauge(const QString &annotator, const quality::GaugeRelease &gauge);

    std::unique_ptr<store::Connection> m_connection;
};

}  // namespace plumbline::workflow
