// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/teamload.h"

#include "core/base/atomicfile.h"
#include "core/base/logging.h"
#include "core/store/judgementlog.h"
#include "core/store/reader.h"
#include "core/workflow/calibrations.h"
#include "core/workflow/goldstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstring>
#include <future>
#include <set>
#include <tuple>

namespace plumbline::workflow {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

constexpr char magic[] = "PLMTEAM1";
constexpr qsizetype magicBytes = 8;
constexpr qsizetype digestBytes = 32;
constexpr qint64 largestIndex = qint64(2) << 30;

// Native numbers: the index stays on the machine that made it, and the magic's neighbour says which order that has.
constexpr std::uint32_t byteOrderMark = 0x01020304;

class Out
{
public:
    template <typename T>
    void number(T value)
    {
        m_data.append(reinterpret_cast<const char *>(&value), sizeof value);
    }
    template <typename T>
    void column(const std::vector<T> &values)
    {
        number<std::uint64_t>(values.size());
        m_data.append(reinterpret_cast<const char *>(values.data()), static_cast<qsizetype>(values.size() * sizeof(T)));
    }
    void bytes(QByteArrayView value)
    {
        number<std::uint64_t>(static_cast<std::uint64_t>(value.size()));
        m_data.append(value.data(), value.size());
    }
    void names(const QStringList &list)
    {
        number<std::uint64_t>(static_cast<std::uint64_t>(list.size()));
        for (const QString &name : list)
            bytes(name.toUtf8());
    }
    QByteArray m_data;
};

class In
{
public:
    explicit In(QByteArrayView data) : m_data(data) {}

    template <typename T>
    T number()
    {
        T value{};
        take(reinterpret_cast<char *>(&value), sizeof value);
        return value;
    }
    template <typename T>
    std::vector<T> column()
    {
        std::vector<T> values;
        const auto count = number<std::uint64_t>();
        if (count > static_cast<std::uint64_t>(m_data.size()) / sizeof(T)) {
            m_failed = true;
            return values;
        }
        values.resize(count);
        take(reinterpret_cast<char *>(values.data()), static_cast<qsizetype>(count * sizeof(T)));
        return values;
    }
    QByteArray bytes()
    {
        const auto count = number<std::uint64_t>();
        if (count > static_cast<std::uint64_t>(m_data.size())) {
            m_failed = true;
            return {};
        }
        const QByteArray value = m_data.first(static_cast<qsizetype>(count)).toByteArray();
        m_data = m_data.sliced(static_cast<qsizetype>(count));
        return value;
    }
    QStringList names()
    {
        QStringList list;
        const auto count = number<std::uint64_t>();
        for (std::uint64_t i = 0; i < count && !m_failed; ++i)
            list.append(QString::fromUtf8(bytes()));
        return list;
    }
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool complete() const { return !m_failed && m_data.isEmpty(); }

private:
    void take(char *to, qsizetype count)
    {
        if (m_failed || count > m_data.size()) {
            m_failed = true;
            return;
        }
        if (count > 0)
            std::memcpy(to, m_data.data(), static_cast<std::size_t>(count));
        m_data = m_data.sliced(count);
    }

    QByteArrayView m_data;
    bool m_failed = false;
};

bool consistent(const TeamIndex &index)
{
    const TeamRecord &record = index.record;
    const std::size_t rows = record.size();
    const auto below = [](const std::vector<std::uint32_t> &values, std::size_t limit) {
        return std::all_of(values.begin(), values.end(), [limit](std::uint32_t v) { return v < limit; });
    };
    const auto labels = static_cast<std::int32_t>(record.labels.size());
    return record.person.size() == rows && record.label.size() == rows && record.confidence.size() == rows
           && record.microseconds.size() == rows && record.cohorts.size() == record.people.size()
           && index.sortedTasks.size() == record.tasks.size() && below(record.task, record.tasks.size())
           && below(record.person, static_cast<std::size_t>(record.people.size()))
           && below(index.sortedTasks, record.tasks.size())
           && std::all_of(record.label.begin(), record.label.end(),
                          [labels](std::int32_t l) { return l >= TeamRecord::none && l < labels; });
}

QString indexPath(const store::Project &project)
{
    return project.cacheFolder() + QStringLiteral("/team.index");
}

std::optional<TeamIndex> storedIndex(const store::Project &project)
{
    const QString path = indexPath(project);
    if (!QFileInfo::exists(path))
        return std::nullopt;
    const auto data = base::readFile(path, largestIndex);
    auto index = data ? decodeTeamIndex(*data, project.id()) : Result<TeamIndex>(fail(data.error()));
    if (index)
        return std::move(*index);
    base::log().info("team index: {}", index.error().text.toStdString());
    return std::nullopt;
}

Result<TeamIndex> readJudgements(const store::Project &project, bool &fromIndex, const jobs::JobControl &control)
{
    auto log = store::JudgementLog::open(project.store());
    if (!log)
        return fail(log.error());
    const auto last = log->lastOperation();
    if (!last)
        return fail(last.error());
    auto index = storedIndex(project);
    if (index && index->lastOperation <= *last) {
        const auto rewritten = log->rewrittenSince(index->lastOperation);
        if (!rewritten)
            return fail(rewritten.error());
        if (*rewritten)
            index.reset();
    } else {
        index.reset();
    }
    fromIndex = index.has_value();
    const std::int64_t since = index ? index->lastOperation : 0;
    if (index && since == *last)
        return std::move(*index);

    const std::size_t before = index ? index->record.size() : 0;
    std::optional<TeamRecordBuilder> builder;
    std::int64_t count = 0;
    const auto read = log->visit(since, [&](const model::Judgement &judgement) -> Result<> {
        if (!builder)
            builder.emplace(index ? std::move(index->record) : TeamRecord());
        builder->add(judgement);
        constexpr std::int64_t step = 4096;
        if (++count % step == 0) {
            if (control.cancelled())
                return jobs::JobControl::cancelledError();
            control.report(count, 0, tr("Reading judgements"));
        }
        return {};
    });
    if (!read)
        return fail(read.error());
    TeamIndex now;
    if (builder) {
        now.record = builder->take();
        now.sortedTasks = now.record.tasks.sorted();
    } else if (index) {
        now = std::move(*index);
    }
    now.lastOperation = *last;
    // Written again only when it saves reading: some new rows are read faster than all are written.
    constexpr std::size_t worthWriting = 5000;
    if (now.record.size() >= before + worthWriting && QDir().mkpath(project.cacheFolder())) {
        const auto written =
            base::writeFileAtomically(indexPath(project), encodeTeamIndex(now.record, project.id(), now.lastOperation));
        if (!written)
            base::log().warn("team index: {}", written.error().text.toStdString());
    }
    return now;
}

// Answers come in the order of their tasks, so that the next one lies a little further on: steps that double find its
// neighbourhood. In another order it finds them too, from the start.
class TaskFinder
{
public:
    explicit TaskFinder(const TeamIndex &index) : m_tasks(index.record.tasks), m_sorted(index.sortedTasks) {}

    std::optional<std::uint32_t> operator()(const QByteArray &task)
    {
        const auto before = [this, &task](std::size_t place) { return m_tasks.utf8(m_sorted[place]) < QByteArrayView(task); };
        std::size_t low = m_from > 0 && before(m_from - 1) ? m_from : 0;  // all before it are less
        std::size_t step = 1;
        while (low + step <= m_sorted.size() && before(low + step - 1)) {
            low += step;
            step *= 2;
        }
        std::size_t high = std::min(m_sorted.size(), low + step - 1);  // from here on none is less
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if (before(middle))
                low = middle + 1;
            else
                high = middle;
        }
        m_from = low;
        return low < m_sorted.size() && m_tasks.utf8(m_sorted[low]) == task ? std::optional(m_sorted[low]) : std::nullopt;
    }

private:
    const NameTable &m_tasks;
    const std::vector<std::uint32_t> &m_sorted;
    std::size_t m_from = 0;
};

void joinAnswers(TeamIndex &index, const std::vector<std::pair<QString, QString>> &answers)
{
    QHash<QString, std::int32_t> labels;
    for (qsizetype i = 0; i < index.record.labels.size(); ++i)
        labels.insert(index.record.labels[i], static_cast<std::int32_t>(i));
    index.record.truth.assign(index.record.tasks.size(), TeamRecord::none);
    TaskFinder find(index);
    for (const auto &[task, label] : answers) {
        const auto at = find(task.toUtf8());
        if (!at)
            continue;
        auto known = labels.constFind(label);
        if (known == labels.constEnd()) {
            index.record.labels.append(label);
            known = labels.insert(label, static_cast<std::int32_t>(index.record.labels.size()) - 1);
        }
        index.record.truth[*at] = *known;
    }
}

/// Without the answers that were taken out of the scores. There are few, if any.
void dropWithdrawn(TeamIndex &index, const std::vector<GoldStore::Withdrawal> &withdrawals)
{
    TeamRecord &record = index.record;
    QSet<std::pair<std::uint32_t, std::uint32_t>> gone;
    for (const GoldStore::Withdrawal &withdrawal : withdrawals) {
        const auto task = record.tasks.find(index.sortedTasks, withdrawal.task.toUtf8());
        const qsizetype person = record.people.indexOf(withdrawal.annotator);
        if (!withdrawal.task.isEmpty() && task && person >= 0)
            gone.insert({*task, static_cast<std::uint32_t>(person)});
    }
    if (gone.isEmpty())
        return;
    std::size_t kept = 0;
    for (std::size_t row = 0; row < record.size(); ++row) {
        if (gone.contains({record.task[row], record.person[row]}))
            continue;
        record.task[kept] = record.task[row];
        record.person[kept] = record.person[row];
        record.label[kept] = record.label[row];
        record.confidence[kept] = record.confidence[row];
        record.microseconds[kept] = record.microseconds[row];
        ++kept;
    }
    record.task.resize(kept);
    record.person.resize(kept);
    record.label.resize(kept);
    record.confidence.resize(kept);
    record.microseconds.resize(kept);
}

PictureWork pictureWork(const QString &person, const std::vector<model::Submission> &submissions)
{
    PictureWork work;
    work.person = person;
    std::vector<std::tuple<std::int64_t, ItemId, bool>> handed;
    for (const model::Submission &submission : submissions) {
        if (submission.number != 1)
            continue;
        ++work.submissions;
        work.cannotLabel += submission.cannotLabel;
        handed.emplace_back(submission.createdMicroseconds, submission.item, submission.cannotLabel);
    }
    std::sort(handed.begin(), handed.end());
    for (const auto &[time, item, cannotLabel] : handed) {
        work.times.push_back(time);
        work.items.emplace_back(item, cannotLabel);
    }
    return work;
}

void addConfusion(PictureWork &work, const quality::ConfusionCounts &counts, const QHash<ClassId, QString> &classes)
{
    for (const auto &[pair, count] : counts)
        work.confusion[{classes.value(pair.first), classes.value(pair.second)}] += count;
}

/// What is kept with its time.
void addOutcomes(PictureWork &work, std::vector<GoldStore::Scored> outcomes, const QHash<ClassId, QString> &classes)
{
    std::sort(outcomes.begin(), outcomes.end(), [](const GoldStore::Scored &a, const GoldStore::Scored &b) {
        return std::pair(a.timeMicroseconds, a.submission) < std::pair(b.timeMicroseconds, b.submission);
    });
    const double passShare = CalibrationSettings().passShare;
    for (const GoldStore::Scored &scored : outcomes) {
        const quality::GoldOutcome &outcome = *scored.outcome;
        work.gold.right += outcome.right;
        work.gold.wrong += outcome.wrong;
        addConfusion(work, outcome.confusion, classes);
        if (outcome.confidence)
            work.confidence.add(*outcome.confidence, outcome.allRight);
        const bool right = quality::passes(outcome, passShare);
        work.results.push_back({right, 0, scored.timeMicroseconds});
        work.checked.push_back({scored.item, {}, scored.timeMicroseconds, right, false, outcome.n(), outcome.missed, outcome.invented,
                                outcome.wrongClass, outcome.loose, outcome.cannotLabelWrong});
    }
}

// Names, and which of them are practice; each item is looked up once.
Result<> nameChecked(PictureWork &work, const GoldStore &gold, const store::Reader &reader,
                     QHash<ItemId, std::pair<QString, bool>> &known)
{
    for (CheckedPicture &picture : work.checked) {
        auto found = known.constFind(picture.item);
        if (found == known.constEnd()) {
            const auto item = reader.item(picture.item);
            const auto key = gold.key(picture.item);
            if (!item || !key)
                return fail(item ? key.error() : item.error());
            found = known.insert(picture.item, {*item ? (*item)->name : picture.item.toString(),
                                                *key && (*key)->kind == GoldKind::Practice});
        }
        std::tie(picture.name, picture.practice) = *found;
    }
    return {};
}

}  // namespace

QByteArray encodeTeamIndex(const TeamRecord &record, ProjectId project, std::int64_t lastOperation)
{
    Out out;
    out.m_data.reserve(static_cast<qsizetype>(record.size() * 24 + record.tasks.size() * 32 + 4096));
    out.m_data.append(magic, magicBytes);
    out.number(byteOrderMark);
    out.bytes(project.uuid.toBytes());
    out.number(lastOperation);
    out.names(record.people);
    out.names(record.labels);
    out.bytes(record.tasks.bytes());
    out.column(record.tasks.ends());
    out.column(record.tasks.sorted());
    out.column(record.task);
    out.column(record.person);
    out.column(record.label);
    out.column(record.confidence);
    out.column(record.microseconds);
    out.m_data.append(base::sha256(out.m_data).toBytes());
    return out.m_data;
}

Result<TeamIndex> decodeTeamIndex(QByteArrayView data, ProjectId project)
{
    const auto broken = [] { return fail(ErrorCode::Corrupt, tr("The index of judgements is damaged; it is made again.")); };
    if (data.size() < magicBytes + digestBytes || data.first(magicBytes) != QByteArrayView(magic, magicBytes))
        return broken();
    // Takes as long as reading, which believes nothing that it reads.
    auto intact = std::async(std::launch::async,
                             [data] { return base::sha256(data.chopped(digestBytes)).toBytes() == data.last(digestBytes); });
    In in(data.sliced(magicBytes).chopped(digestBytes));
    if (in.number<std::uint32_t>() != byteOrderMark || in.bytes() != project.uuid.toBytes())
        return broken();
    TeamIndex index;
    index.lastOperation = in.number<std::int64_t>();
    index.record.people = in.names();
    index.record.labels = in.names();
    index.record.cohorts = QStringList(index.record.people.size(), QString());
    QByteArray names = in.bytes();
    std::vector<std::uint32_t> ends = in.column<std::uint32_t>();
    if (in.failed() || !index.record.tasks.assign(std::move(names), std::move(ends)))
        return broken();
    index.sortedTasks = in.column<std::uint32_t>();
    index.record.task = in.column<std::uint32_t>();
    index.record.person = in.column<std::uint32_t>();
    index.record.label = in.column<std::int32_t>();
    index.record.confidence = in.column<float>();
    index.record.microseconds = in.column<std::int64_t>();
    if (!in.complete() || !consistent(index) || !intact.get())
        return broken();
    index.record.truth.assign(index.record.tasks.size(), TeamRecord::none);
    return index;
}

Result<TeamData> loadTeam(const store::Project &project, const jobs::JobControl &control)
{
    TeamData data;
    auto index = readJudgements(project, data.fromIndex, control);
    if (!index)
        return fail(index.error());
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    std::unique_ptr<GoldStore> gold;
    QSet<SubmissionId> withdrawn;
    if (const QString path = GoldStore::standardPath(project.id()); QFileInfo::exists(path)) {
        auto opened = GoldStore::open(path);
        if (!opened)
            return fail(opened.error());
        gold = std::move(*opened);
        const auto answers = gold->answers();
        if (!answers)
            return fail(answers.error());
        joinAnswers(*index, *answers);
        const auto withdrawals = gold->withdrawals();
        if (!withdrawals)
            return fail(withdrawals.error());
        dropWithdrawn(*index, *withdrawals);
        for (const GoldStore::Withdrawal &withdrawal : *withdrawals)
            withdrawn.insert(withdrawal.submission);
    }
    const auto members = (*reader)->members();
    auto schema = (*reader)->schema();
    if (!members)
        return fail(members.error());
    if (!schema)
        return fail(schema.error());
    QHash<ClassId, QString> classes;
    for (const model::LabelClass &labelClass : schema->classes)
        classes.insert(labelClass.id, labelClass.name);

    TeamRecord &record = index->record;
    QHash<QString, qsizetype> known;
    for (qsizetype i = 0; i < record.people.size(); ++i)
        known.insert(record.people[i], i);
    QHash<QString, QString> cohorts;
    QStringList names = record.people;
    for (const model::Member &member : *members) {
        cohorts.insert(member.name, member.cohort);
        if (!known.contains(member.name))
            names.append(member.name);
    }
    QHash<ItemId, std::pair<QString, bool>> checkedItems;
    for (const QString &name : std::as_const(names)) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const qsizetype at = known.value(name, -1);
        auto submissions = (*reader)->submissions({}, name);
        if (!submissions)
            return fail(submissions.error());
        std::erase_if(*submissions, [&](const model::Submission &submission) { return withdrawn.contains(submission.id); });
        // Members without any work, a lead for one, have no figures.
        if (at < 0 && submissions->empty())
            continue;
        if (at < 0) {
            record.people.append(name);
            record.cohorts.append(QString());
        }
        record.cohorts[at < 0 ? record.people.size() - 1 : at] = cohorts.value(name);
        if (submissions->empty())
            continue;
        PictureWork work = pictureWork(name, *submissions);
        if (gold) {
            auto outcomes = gold->outcomes(name);
            if (!outcomes)
                return fail(outcomes.error());
            // Answers to tasks are counted from the judgements.
            std::set<SubmissionId> submitted;
            for (const model::Submission &submission : *submissions)
                submitted.insert(submission.id);
            std::erase_if(*outcomes, [&](const GoldStore::Scored &scored) { return !submitted.contains(scored.submission); });
            addOutcomes(work, std::move(*outcomes), classes);
            if (const auto named = nameChecked(work, *gold, **reader, checkedItems); !named)
                return fail(named.error());
        }
        data.pictures.push_back(std::move(work));
    }
    auto log = store::JudgementLog::open(project.store());
    if (!log)
        return fail(log.error());
    auto changes = log->settingChanges(QStringLiteral("guideline"));
    if (!changes)
        return fail(changes.error());
    data.guidelineChanges = std::move(*changes);
    data.lastOperation = index->lastOperation;
    data.schema = std::move(*schema);
    data.record = std::move(record);
    return data;
}

Result<> nameSigns(TeamReport &report, const store::Project &project)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    for (PersonFigures &person : report.people)
        for (Sign &sign : person.signs)
            for (QString &task : sign.tasks) {
                const auto id = sign.pictures ? ItemId::fromString(task) : std::nullopt;
                if (!id)
                    continue;
                const auto item = (*reader)->item(*id);
                if (!item)
                    return fail(item.error());
                if (*item)
                    task = (*item)->name;
            }
    return {};
}

}  // namespace plumbline::workflow
