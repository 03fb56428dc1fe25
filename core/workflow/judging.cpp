// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/judging.h"

#include "core/base/atomicfile.h"
#include "core/base/csv.h"
#include "core/model/annotation.h"
#include "core/store/reader.h"
#include "core/workflow/goldstore.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <cmath>
#include <optional>

namespace plumbline::workflow {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

constexpr qint64 largestCsv = qint64(4) << 30;
constexpr std::size_t rowsPerBatch = 4096;

QString lineName(std::int64_t line)
{
    return QStringLiteral("line %1").arg(line);
}

/// Columns of a CSV by their names in the first record.
class Columns
{
public:
    explicit Columns(const QStringList &header)
    {
        for (qsizetype i = 0; i < header.size(); ++i)
            m_index.insert(header[i].trimmed().toLower(), i);
    }
    [[nodiscard]] bool has(const QString &name) const { return m_index.contains(name); }
    [[nodiscard]] QString cell(const QStringList &record, const QString &name) const
    {
        return record.value(m_index.value(name, -1)).trimmed();
    }

private:
    QHash<QString, qsizetype> m_index;
};

struct GoldFile {
    std::vector<std::pair<QString, QString>> answers;  ///< each task once
    QSet<QString> contradictory;
};

Result<GoldFile> readGold(const QString &path, IssueList &issues)
{
    GoldFile gold;
    const auto data = base::readFile(path, largestCsv);
    if (!data)
        return fail(data.error());
    base::CsvReader csv(*data);
    const Columns columns(csv.next().value_or(QStringList()));
    if (!columns.has(QStringLiteral("task")) || !columns.has(QStringLiteral("truth")))
        return fail(ErrorCode::Malformed, tr("%1 must begin with a line naming the columns task and truth.").arg(path));
    struct Said {
        QString truth;
        std::int64_t line = 0;
    };
    QHash<QString, Said> known;
    while (const auto record = csv.next()) {
        const QString task = columns.cell(*record, QStringLiteral("task"));
        const QString truth = columns.cell(*record, QStringLiteral("truth"));
        if (csv.broken()) {
            issues.problem(path, lineName(csv.line()), tr("A quoted cell never ends; the line was left out."));
        } else if (task.isEmpty() || truth.isEmpty()) {
            if (record->size() > 1 || !record->front().trimmed().isEmpty())
                issues.problem(path, lineName(csv.line()), tr("Task or truth is missing; the line was left out."));
        } else if (const auto before = known.constFind(task); before == known.constEnd()) {
            known.insert(task, {truth, csv.line()});
            gold.answers.emplace_back(task, truth);
        } else if (before->truth != truth) {
            issues.problem(path, lineName(csv.line()),
                           tr("%1 has another right answer on line %2. Neither was taken, since one of them is wrong.").arg(task).arg(before->line));
            gold.contradictory.insert(task);
        }
    }
    std::erase_if(gold.answers, [&](const auto &answer) { return gold.contradictory.contains(answer.first); });
    return gold;
}

/// ISO 8601 with a zone, or a number of seconds, milliseconds or microseconds since 1970 UTC.
std::optional<std::int64_t> timeFrom(const QString &text)
{
    if (const auto time = model::microsecondsFromIso(text))
        return time;
    bool isNumber = false;
    if (const double number = text.toDouble(&isNumber); isNumber) {
        constexpr double mostSeconds = 1e11;
        constexpr double mostMilliseconds = 1e14;
        constexpr double most = 4e17;
        const double size = std::abs(number);
        const double factor = size < mostSeconds ? 1e6 : size < mostMilliseconds ? 1e3 : 1;
        return size < most ? std::optional(static_cast<std::int64_t>(std::llround(number * factor))) : std::nullopt;
    }
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return time.toMSecsSinceEpoch() * 1000;
}

Result<std::vector<model::Judgement>> readLabels(const QString &path, store::Project &project, IssueList &issues,
                                                 const jobs::JobControl &control)
{
    std::vector<model::Judgement> judgements;
    const auto data = base::readFile(path, largestCsv);
    if (!data)
        return fail(data.error());
    base::CsvReader csv(*data);
    const Columns columns(csv.next().value_or(QStringList()));
    for (const char *needed : {"task", "annotator", "label"})
        if (!columns.has(QLatin1String(needed)))
            return fail(ErrorCode::Malformed, tr("%1 must begin with a line naming the columns task, annotator and label.").arg(path));
    const std::int64_t now = project.store().clock().nowMicroseconds();
    while (const auto record = csv.next()) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        model::Judgement judgement;
        judgement.task = columns.cell(*record, QStringLiteral("task"));
        judgement.annotator = columns.cell(*record, QStringLiteral("annotator"));
        judgement.label = columns.cell(*record, QStringLiteral("label"));
        if (csv.broken()) {
            issues.problem(path, lineName(csv.line()), tr("A quoted cell never ends; the line was left out."));
            continue;
        }
        if (judgement.task.isEmpty() || judgement.annotator.isEmpty() || judgement.label.isEmpty()) {
            if (record->size() > 1 || !record->front().trimmed().isEmpty())
                issues.problem(path, lineName(csv.line()), tr("Task, annotator or label is missing; the line was left out."));
            continue;
        }
        if (const QString text = columns.cell(*record, QStringLiteral("confidence")); !text.isEmpty()) {
            bool ok = false;
            const double confidence = text.toDouble(&ok);
            if (ok && confidence >= 0 && confidence <= 1)
                judgement.confidence = confidence;
            else
                issues.problem(path, lineName(csv.line()), tr("The confidence “%1” is not between 0 and 1; it was left out.").arg(text));
        }
        const QString text = columns.cell(*record, QStringLiteral("time"));
        const auto time = timeFrom(text);
        if (!time && !text.isEmpty())
            issues.problem(path, lineName(csv.line()),
                           tr("The time “%1” is not of the form 2026-11-20T03:00:00Z; the present time was taken.").arg(text));
        judgement.createdMicroseconds = time.value_or(now);
        judgement.id = project.store().ids().make<JudgementId>();
        judgements.push_back(std::move(judgement));
    }
    return judgements;
}

/// Scores new judgements; gauges are kept in memory and stored once a person.
Result<std::int64_t> scoreJudgements(GoldStore &gold, const std::vector<model::Judgement> &judgements, QSet<QString> judged,
                                     base::RandomSource &random)
{
    QHash<QString, quality::GaugeRelease> gauges;
    std::vector<GoldStore::Scored> outcomes;
    for (const model::Judgement &judgement : judgements) {
        auto gauge = gauges.find(judgement.annotator);
        if (gauge == gauges.end()) {
            auto stored = gold.gauge(judgement.annotator);
            if (!stored)
                return fail(stored.error());
            gauge = gauges.insert(judgement.annotator, std::move(*stored));
        }
        const auto truth = gold.answer(judgement.task);
        if (!truth)
            return fail(truth.error());
        const QString pair = judgement.annotator + QChar(0) + judgement.task;
        const bool first = !judged.contains(pair);
        judged.insert(pair);
        std::optional<quality::GoldOutcome> outcome;
        if (*truth && first) {
            outcome = judgedOutcome(judgement, **truth);
            outcomes.push_back({SubmissionId{judgement.id.uuid}, ItemId{Uuid::fromName("task", judgement.task.toUtf8())}, judgement.annotator, 1, 1,
                                judgement.createdMicroseconds, outcome});
        }
        gauge->submitted(outcome, random);
    }
    if (const auto stored = gold.storeGauges(gauges, outcomes); !stored)
        return fail(stored.error());
    return static_cast<std::int64_t>(outcomes.size());
}

/// Changes the right answers of tasks, and with them the scores of what was judged before.
class Rescoring
{
public:
    Rescoring(GoldStore &gold, JudgementReport &report) : m_gold(gold), m_report(report) {}

    Result<> compare(const GoldFile &file, bool all)
    {
        const auto before = m_gold.answers();
        if (!before)
            return fail(before.error());
        for (const auto &[task, label] : *before)
            m_before.insert(task, label);
        const auto withdrawals = m_gold.withdrawals();
        if (!withdrawals)
            return fail(withdrawals.error());
        for (const GoldStore::Withdrawal &withdrawal : *withdrawals)
            m_withdrawn.insert(withdrawal.submission);
        QSet<QString> named = file.contradictory;
        for (const auto &[task, label] : file.answers) {
            named.insert(task);
            if (m_before.value(task) == label)
                continue;
            m_change.answers.emplace_back(task, label);
            m_touched.insert(task, label);
        }
        for (const auto &[task, label] : *before)
            if (all && !named.contains(task)) {
                m_change.withdrawn.append(task);
                m_touched.insert(task, QString());
            }
        m_report.withdrawn = m_change.withdrawn.size();
        return {};
    }

    /// The first judgement of a person on a task.
    Result<> judged(const model::Judgement &judgement)
    {
        const auto touched = m_touched.constFind(judgement.task);
        if (touched == m_touched.constEnd() || m_withdrawn.contains(SubmissionId{judgement.id.uuid}))
            return {};
        auto person = m_people.find(judgement.annotator);
        if (person == m_people.end()) {
            auto gauge = m_gold.gauge(judgement.annotator);
            const auto kept = m_gold.outcomes(judgement.annotator);
            if (!gauge || !kept)
                return fail(gauge ? kept.error() : gauge.error());
            const bool older = gauge->complete().items() > static_cast<std::int64_t>(kept->size());
            person = m_people.insert(judgement.annotator, {std::move(*gauge), older});
        }
        auto before = m_gold.outcome(SubmissionId{judgement.id.uuid});
        if (!before)
            return fail(before.error());
        // Scored before outcomes were kept.
        if (const QString answer = m_before.value(judgement.task); !*before && person->hasOlderScores && !answer.isEmpty())
            *before = judgedOutcome(judgement, answer);
        std::optional<quality::GoldOutcome> after;
        if (!touched->isEmpty())
            after = judgedOutcome(judgement, *touched);
        person->gauge.rescored(*before, after);
        m_report.scored += after && !*before ? 1 : 0;
        m_report.rescored += after && *before ? 1 : 0;
        m_change.outcomes.push_back({SubmissionId{judgement.id.uuid}, ItemId{Uuid::fromName("task", judgement.task.toUtf8())},
                                     judgement.annotator, 1, 1, judgement.createdMicroseconds, std::move(after)});
        return {};
    }

    Result<> finish()
    {
        for (auto it = m_people.begin(); it != m_people.end(); ++it)
            m_change.gauges.insert(it.key(), std::move(it->gauge));
        return m_touched.isEmpty() ? Result<>() : m_gold.change(m_change);
    }

private:
    struct Person {
        quality::GaugeRelease gauge;
        bool hasOlderScores = false;
    };
    GoldStore &m_gold;
    JudgementReport &m_report;
    QHash<QString, QString> m_before;
    QSet<SubmissionId> m_withdrawn;
    QHash<QString, QString> m_touched;  // task → right answer now; empty = none any more
    QHash<QString, Person> m_people;
    GoldStore::AnswerChange m_change;
};

}  // namespace

quality::GoldOutcome judgedOutcome(const model::Judgement &judgement, const QString &truth)
{
    quality::GoldOutcome outcome;
    outcome.allRight = judgement.label == truth;
    outcome.right = outcome.allRight ? 1 : 0;
    outcome.wrong = outcome.wrongClass = outcome.allRight ? 0 : 1;
    outcome.confusion[{judgedClass(truth), judgedClass(judgement.label)}] = 1;
    outcome.confidence = judgement.confidence;
    return outcome;
}

ClassId judgedClass(const QString &label)
{
    return ClassId{Uuid::fromName("class", label.toUtf8())};
}

Result<JudgementReport> recordJudgements(store::Project &project, const JudgementFiles &files, const store::Person &person,
                                         base::RandomSource &random, const jobs::JobControl &control)
{
    JudgementReport report;
    // Everything is read before anything is stored: a file that is not there changes nothing.
    GoldFile answers;
    std::vector<model::Judgement> judgements;
    if (!files.gold.isEmpty()) {
        auto read = readGold(files.gold, report.issues);
        if (!read)
            return fail(read.error());
        answers = std::move(*read);
        if (answers.answers.empty())
            report.issues.warning(files.gold, {}, tr("There is no right answer in it."));
    }
    if (!files.labels.isEmpty()) {
        auto read = readLabels(files.labels, project, report.issues, control);
        if (!read)
            return fail(read.error());
        judgements = std::move(*read);
    }
    report.gold = static_cast<std::int64_t>(answers.answers.size());
    const QString goldPath = GoldStore::standardPath(project.id());
    std::unique_ptr<GoldStore> gold;
    if (!answers.answers.empty() || QFileInfo::exists(goldPath)) {
        auto opened = GoldStore::open(goldPath);
        if (!opened)
            return fail(opened.error());
        gold = std::move(*opened);
    }
    std::optional<Rescoring> rescoring;
    if (gold && !files.gold.isEmpty()) {
        rescoring.emplace(*gold, report);
        if (const auto done = rescoring->compare(answers, files.allGold); !done)
            return fail(done.error());
    }
    QSet<QString> judged;
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto visited = (*reader)->visitJudgements([&](const model::Judgement &earlier) -> Result<> {
        const QString pair = earlier.annotator + QChar(0) + earlier.task;
        if (judged.contains(pair))
            return {};
        judged.insert(pair);
        return rescoring ? rescoring->judged(earlier) : Result<>();
    });
    if (!visited)
        return fail(visited.error());
    if (rescoring)
        if (const auto done = rescoring->finish(); !done)
            return fail(done.error());
    if (judgements.empty())
        return report;
    const auto stored = project.store().bulk(tr("Record %1 judgements").arg(judgements.size()), person.name, [&](store::BulkSink &sink) -> Result<> {
        for (std::size_t from = 0; from < judgements.size(); from += rowsPerBatch) {
            const std::size_t to = std::min(judgements.size(), from + rowsPerBatch);
            if (const auto added = sink.addJudgements({judgements.begin() + static_cast<std::ptrdiff_t>(from),
                                                       judgements.begin() + static_cast<std::ptrdiff_t>(to)});
                !added)
                return added;
        }
        return {};
    }, store::Store::Undoable::No);  // what was judged is withdrawn, not undone: its score has been given
    if (!stored)
        return fail(stored.error());
    report.judgements = static_cast<std::int64_t>(judgements.size());
    if (gold) {
        const auto scored = scoreJudgements(*gold, judgements, std::move(judged), random);
        if (!scored)
            return fail(scored.error());
        report.scored += *scored;
    }
    return report;
}

}  // namespace plumbline::workflow
