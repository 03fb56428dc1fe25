// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/judging.h"

#include "core/base/atomicfile.h"
#include "core/base/csv.h"
#include "core/model/annotation.h"
#include "core/store/reader.h"
#include "core/workflow/goldstore.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QSet>

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

Result<std::vector<std::pair<QString, QString>>> readGold(const QString &path, IssueList &issues)
{
    std::vector<std::pair<QString, QString>> answers;
    const auto data = base::readFile(path, largestCsv);
    if (!data)
        return fail(data.error());
    base::CsvReader csv(*data);
    const Columns columns(csv.next().value_or(QStringList()));
    if (!columns.has(QStringLiteral("task")) || !columns.has(QStringLiteral("truth")))
        return fail(ErrorCode::Malformed, tr("%1 must begin with a line naming the columns task and truth.").arg(path));
    while (const auto record = csv.next()) {
        const QString task = columns.cell(*record, QStringLiteral("task"));
        const QString truth = columns.cell(*record, QStringLiteral("truth"));
        if (task.isEmpty() || truth.isEmpty())
            issues.problem(path, lineName(csv.line()), tr("Task or truth is missing; the line was left out."));
        else
            answers.emplace_back(task, truth);
    }
    return answers;
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
        if (judgement.task.isEmpty() || judgement.annotator.isEmpty() || judgement.label.isEmpty()) {
            if (record->size() > 1 || !record->front().isEmpty())
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
        judgement.createdMicroseconds =
            model::microsecondsFromIso(columns.cell(*record, QStringLiteral("time"))).value_or(now);
        judgement.id = project.store().ids().make<JudgementId>();
        judgements.push_back(std::move(judgement));
    }
    if (csv.unterminated())
        issues.problem(path, lineName(csv.line()), tr("A quoted cell never ends."));
    return judgements;
}

quality::GoldOutcome outcomeOf(const model::Judgement &judgement, const QString &truth)
{
    const auto classOf = [](const QString &label) { return ClassId{Uuid::fromName("class", label.toUtf8())}; };
    quality::GoldOutcome outcome;
    outcome.allRight = judgement.label == truth;
    outcome.right = outcome.allRight ? 1 : 0;
    outcome.wrong = outcome.wrongClass = outcome.allRight ? 0 : 1;
    outcome.confusion[{classOf(truth), classOf(judgement.label)}] = 1;
    outcome.confidence = judgement.confidence;
    return outcome;
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
            outcome = outcomeOf(judgement, **truth);
            outcomes.push_back({SubmissionId{judgement.id.uuid}, ItemId{Uuid::fromName("task", judgement.task.toUtf8())}, judgement.annotator, 1, 1,
                                judgement.createdMicroseconds, outcome});
        }
        gauge->submitted(outcome, random);
    }
    if (const auto stored = gold.storeGauges(gauges, outcomes); !stored)
        return fail(stored.error());
    return static_cast<std::int64_t>(outcomes.size());
}

}  // namespace

Result<JudgementReport> recordJudgements(store::Project &project, const JudgementFiles &files, const store::Person &person,
                                         base::RandomSource &random, const jobs::JobControl &control)
{
    JudgementReport report;
    // Everything is read before anything is stored: a file that is not there changes nothing.
    std::vector<std::pair<QString, QString>> answers;
    std::vector<model::Judgement> judgements;
    if (!files.gold.isEmpty()) {
        auto read = readGold(files.gold, report.issues);
        if (!read)
            return fail(read.error());
        answers = std::move(*read);
    }
    if (!files.labels.isEmpty()) {
        auto read = readLabels(files.labels, project, report.issues, control);
        if (!read)
            return fail(read.error());
        judgements = std::move(*read);
    }
    const QString goldPath = GoldStore::standardPath(project.id());
    std::unique_ptr<GoldStore> gold;
    if (!answers.empty() || QFileInfo::exists(goldPath)) {
        auto opened = GoldStore::open(goldPath);
        if (!opened)
            return fail(opened.error());
        gold = std::move(*opened);
    }
    QSet<QString> newlyAnswered;
    for (const auto &[task, label] : answers) {
        const auto known = gold->answer(task);
        if (!known)
            return fail(known.error());
        if (!*known)
            newlyAnswered.insert(task);
    }
    if (!answers.empty())
        if (const auto stored = gold->setAnswers(answers); !stored)
            return fail(stored.error());
    report.gold = static_cast<std::int64_t>(answers.size());

    QSet<QString> judged;
    std::vector<model::Judgement> backlog;  // judged before there was gold for it
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto visited = (*reader)->visitJudgements([&](const model::Judgement &earlier) -> Result<> {
        const QString pair = earlier.annotator + QChar(0) + earlier.task;
        if (!judged.contains(pair) && newlyAnswered.contains(earlier.task))
            backlog.push_back(earlier);
        judged.insert(pair);
        return {};
    });
    if (!visited)
        return fail(visited.error());
    if (!backlog.empty()) {
        const auto scored = scoreJudgements(*gold, backlog, {}, random);
        if (!scored)
            return fail(scored.error());
        report.scored = *scored;
    }
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
