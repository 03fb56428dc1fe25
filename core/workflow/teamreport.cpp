// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/teamreport.h"

#include "core/model/abstention.h"
#include "core/workflow/sharedwork.h"
#include "core/workflow/teamrows.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <future>
#include <map>
#include <mutex>
#include <numeric>

namespace plumbline::workflow {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

constexpr double microsecondsPerSecond = 1e6;
// What comes faster was handed in by a program, many at a time; nothing is known of the time it took.
constexpr double leastSeconds = 0.2;

std::optional<double> medianOf(std::vector<float> &values)
{
    if (values.empty())
        return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return static_cast<double>(*middle);
}

quality::DriftInput driftInput(const TeamRecord &record, std::uint32_t row)
{
    quality::DriftInput input;
    input.right = record.label[row] == record.truth[record.task[row]];
    input.timeMicroseconds = record.microseconds[row];
    return input;
}

class Reporter
{
public:
    Reporter(const TeamRecord &record, const TeamOptions &options, const jobs::JobControl &control)
        : m_record(record), m_control(control), m_rows(TeamRows::of(record, options.longestSeconds))
    {
        m_report.options = options;
        m_report.labels = record.labels;
        m_report.judgements = static_cast<std::int64_t>(record.size());
        m_report.goldTasks =
            std::count_if(record.truth.begin(), record.truth.end(), [](std::int32_t t) { return t != TeamRecord::none; });
    }

    Result<TeamReport> run(const std::vector<PictureWork> &pictures)
    {
        constexpr std::int64_t steps = 4;
        constexpr std::size_t somePeople = 4;
        m_report.people.resize(static_cast<std::size_t>(m_record.people.size()));
        shareWork(m_report.people.size(), somePeople, [this](SharedWork &work) {
            for (std::size_t from = 0, to = 0; work.next(from, to) && !m_control.cancelled();)
                for (auto person = static_cast<std::uint32_t>(from); person < to; ++person)
                    judge(person);
        });
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        for (const PictureWork &work : pictures)
            addPictures(work);
        startFittingCohorts();
        m_control.report(1, steps, tr("Comparing annotators"));
        comparePeers();
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        m_control.report(2, steps, tr("Looking for signs of careless work"));
        auto found = teamSigns(m_record, m_rows, m_report.options.signs);
        for (std::size_t person = 0; person < found.size(); ++person)
            m_report.people[person].signs = std::move(found[person]);
        addPictureSigns(pictures);
        sortPeople();
        finishCohorts();
        m_control.report(steps, steps);
        return std::move(m_report);
    }

private:
    void judge(std::uint32_t person)
    {
        PersonFigures &figures = m_report.people[person];
        figures.name = m_record.people[person];
        figures.cohort = m_record.cohorts[person];
        std::vector<quality::DriftInput> results;
        std::vector<float> times;
        std::vector<std::pair<std::int32_t, std::int32_t>> said;
        const auto answers = m_rows.ofPerson(person);
        times.reserve(answers.size());
        for (const TeamRows::Answer &answer : answers) {
            const std::uint32_t task = answer.task;
            const std::int32_t label = answer.label;
            ++figures.answers;
            figures.abstentions += label == TeamRecord::none;
            if (!std::isnan(answer.seconds))
                times.push_back(answer.seconds);
            if (!m_record.suggestion.empty() && m_record.suggestion[task] != TeamRecord::none) {
                ++figures.suggestions;
                figures.suggestionsKept += m_record.suggestion[task] == label;
            }
            const std::int32_t truth = m_record.truth[task];
            if (truth == TeamRecord::none)
                continue;
            const bool right = label == truth;
            ++(right ? figures.gold.right : figures.gold.wrong);
            said.emplace_back(truth, label);
            if (!std::isnan(answer.confidence))
                figures.confidence.add(double(answer.confidence), right);
            results.push_back({right, 0, answer.microseconds});
        }
        if (!answers.empty()) {
            figures.firstMicroseconds = answers.front().microseconds;
            figures.lastMicroseconds = answers.back().microseconds;
        }
        figures.timed = static_cast<std::int64_t>(times.size());
        figures.medianSeconds = medianOf(times);
        chart(figures, results);
        std::sort(said.begin(), said.end());
        for (std::size_t i = 0, k = 0; i < said.size(); i = k) {
            while (k < said.size() && said[k] == said[i])
                ++k;
            figures.confusion.emplace(said[i], static_cast<std::int64_t>(k - i));
        }
    }

    void chart(PersonFigures &figures, const std::vector<quality::DriftInput> &results)
    {
        quality::DriftPlan plan;
        plan.bernoulli = planOf(results);
        quality::DriftChart chart(quality::DriftChartKind::BernoulliCusum, plan);
        for (const quality::DriftInput &result : results)
            if (auto alarm = chart.add(result))
                figures.driftAlarms.push_back(*alarm);
        figures.drift = plan.bernoulli;
        figures.driftResults = chart.n();
        figures.driftTowardsAlarm = chart.towardsAlarm();
    }

    // Many people have the same rate, and a plan takes a moment. Any thread.
    quality::BernoulliCusumPlan planOf(const std::vector<quality::DriftInput> &results)
    {
        const auto &baseline = m_report.options.baseline;
        if (!baseline)
            return m_report.options.drift;
        const double rate = baseline->rateOf(results);
        {
            const std::lock_guard lock(m_planning);
            if (const auto known = m_plans.find(rate); known != m_plans.end())
                return known->second;
        }
        const auto plan = baseline->errorPlan(rate).value_or(m_report.options.drift);
        const std::lock_guard lock(m_planning);
        return m_plans.try_emplace(rate, plan).first->second;
    }

    // What one thread has counted.
    struct Peers {
        struct Count {
            std::uint32_t same = 0;
            std::uint32_t common = 0;
            Count &operator+=(const Count &other)
            {
                same += other.same;
                common += other.common;
                return *this;
            }
        };
        std::vector<Count> pairs;  // people × people, the lower number first; empty beyond the limit
        std::vector<std::pair<std::int64_t, std::int64_t>> people;  // same, compared
    };

    void comparePeers()
    {
        const std::size_t people = m_report.people.size();
        const bool matrix = people <= TeamReport::pairLimit;
        constexpr std::size_t someTasks = 4096;
        Peers sum{std::vector<Peers::Count>(matrix ? people * people : 0),
                  std::vector<std::pair<std::int64_t, std::int64_t>>(people)};
        std::mutex adding;
        shareWork(m_record.tasks.size(), someTasks, [&](SharedWork &work) {
            Peers own{std::vector<Peers::Count>(sum.pairs.size()), std::vector<std::pair<std::int64_t, std::int64_t>>(people)};
            for (std::size_t from = 0, to = 0; work.next(from, to);)
                for (auto task = static_cast<std::uint32_t>(from); task < to; ++task)
                    countPairs(m_rows.ofTask(task), own);
            const std::lock_guard lock(adding);
            for (std::size_t i = 0; i < own.pairs.size(); ++i)
                sum.pairs[i] += own.pairs[i];
            for (std::size_t i = 0; i < people; ++i) {
                sum.people[i].first += own.people[i].first;
                sum.people[i].second += own.people[i].second;
            }
        });
        for (std::size_t person = 0; person < people; ++person) {
            m_report.people[person].peersSame = sum.people[person].first;
            m_report.people[person].peersCompared = sum.people[person].second;
        }
        m_report.pairs.resize(sum.pairs.size());
        for (std::size_t a = 0; matrix && a < people; ++a)
            for (std::size_t b = a + 1; b < people; ++b) {
                const Peers::Count pair = sum.pairs[a * people + b];
                m_report.pairs[a * people + b] = m_report.pairs[b * people + a] = {pair.same, pair.common};
            }
    }

    static void countPairs(std::span<const TeamRows::Vote> votes, Peers &peers)
    {
        const std::size_t people = peers.people.size();
        for (auto a = votes.begin(); a != votes.end(); ++a) {
            if (a->label == TeamRecord::none)
                continue;
            auto &[sameOfA, comparedOfA] = peers.people[a->person];
            for (auto b = a + 1; b != votes.end(); ++b) {
                if (b->label == TeamRecord::none)
                    continue;
                const bool same = a->label == b->label;
                sameOfA += same;
                ++comparedOfA;
                auto &[sameOfB, comparedOfB] = peers.people[b->person];
                sameOfB += same;
                ++comparedOfB;
                if (peers.pairs.empty())
                    continue;
                const auto [low, high] = std::minmax(a->person, b->person);
                peers.pairs[low * people + high] += {same, 1};
            }
        }
    }

    std::int32_t labelIndex(const QString &name)
    {
        if (name.isEmpty())
            return TeamRecord::none;
        const auto at = static_cast<std::int32_t>(m_report.labels.indexOf(name));
        if (at >= 0)
            return at;
        m_report.labels.append(name);
        return static_cast<std::int32_t>(m_report.labels.size()) - 1;
    }

    void addPictures(const PictureWork &work)
    {
        int at = m_report.indexOf(work.person);
        if (at < 0)
            return;
        PersonFigures &figures = m_report.people[static_cast<std::size_t>(at)];
        figures.answers += work.submissions;
        figures.abstentions += work.cannotLabel;
        figures.gold.right += work.gold.right;
        figures.gold.wrong += work.gold.wrong;
        figures.suggestions += work.labels;
        figures.suggestionsKept += work.fromModel;
        for (const auto &[pair, count] : work.confusion)
            figures.confusion[{labelIndex(pair.first), labelIndex(pair.second)}] += count;
        // Answers to tasks and work on pictures have charts of their own kind; somebody who does both is judged by the tasks.
        if (figures.driftResults == 0) {
            chart(figures, work.results);
            figures.pictureResults = work.results;
        }
        if (figures.confidence.n() == 0)
            figures.confidence = work.confidence;
        if (figures.timed == 0) {
            std::vector<float> gaps;
            for (std::size_t i = 1; i < work.times.size(); ++i) {
                const double gap = static_cast<double>(work.times[i] - work.times[i - 1]) / microsecondsPerSecond;
                if (gap >= leastSeconds && gap <= static_cast<double>(m_report.options.longestSeconds))
                    gaps.push_back(static_cast<float>(gap));
            }
            figures.timed = static_cast<std::int64_t>(gaps.size());
            figures.medianSeconds = medianOf(gaps);
        }
        if (!work.times.empty()) {
            figures.firstMicroseconds =
                figures.firstMicroseconds == 0 ? work.times.front() : std::min(figures.firstMicroseconds, work.times.front());
            figures.lastMicroseconds = std::max(figures.lastMicroseconds, work.times.back());
        }
    }

    // Handing a picture in is an answer too, the same for all who did not say that it cannot be labeled. So who skips and who is
    // far too fast is found as in tasks; what was drawn has no part in it.
    void addPictureSigns(const std::vector<PictureWork> &pictures)
    {
        TeamRecordBuilder builder;
        for (const PictureWork &work : pictures)
            for (std::size_t i = 0; i < work.items.size() && i < work.times.size(); ++i) {
                model::Judgement handed;
                handed.task = work.items[i].first.toString();
                handed.annotator = work.person;
                handed.label = work.items[i].second ? model::abstentionLabel() : QStringLiteral("handed in");
                handed.createdMicroseconds = work.times[i];
                builder.add(handed);
            }
        const TeamRecord record = builder.take();
        if (record.size() == 0)
            return;
        auto found = teamSigns(record, TeamRows::of(record, m_report.options.longestSeconds), m_report.options.signs);
        for (std::size_t person = 0; person < found.size(); ++person) {
            const int at = m_report.indexOf(record.people[static_cast<qsizetype>(person)]);
            for (Sign &sign : found[person]) {
                sign.pictures = true;
                if (at >= 0)
                    m_report.people[static_cast<std::size_t>(at)].signs.push_back(std::move(sign));
            }
        }
    }

    void sortPeople()
    {
        const std::size_t people = m_report.people.size();
        std::vector<std::size_t> order(people);
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            return QString::localeAwareCompare(m_report.people[a].name, m_report.people[b].name) < 0;
        });
        std::vector<PersonFigures> sorted;
        for (const std::size_t from : order)
            sorted.push_back(std::move(m_report.people[from]));
        std::vector<PairFigures> pairs(m_report.pairs.size());
        for (std::size_t a = 0; !pairs.empty() && a < people; ++a)
            for (std::size_t b = 0; b < people; ++b)
                pairs[a * people + b] = m_report.pairs[order[a] * people + order[b]];
        m_report.people = std::move(sorted);
        m_report.pairs = std::move(pairs);
    }

    // Needs nothing but the results on gold, and runs beside what is left.
    void startFittingCohorts()
    {
        std::map<QString, std::vector<quality::RightWrong>> results;
        for (const PersonFigures &person : m_report.people)
            results[person.cohort].push_back(person.gold);
        for (auto &[name, gold] : results) {
            constexpr std::size_t mostThreads = 8;
            const auto how = m_priors.size() < mostThreads ? std::launch::async : std::launch::deferred;
            m_priors[name] = std::async(how, [gold = std::move(gold)] { return quality::fitCohortPrior(gold); });
        }
    }

    void finishCohorts()
    {
        std::map<QString, CohortFigures> cohorts;
        for (std::size_t i = 0; i < m_report.people.size(); ++i) {
            const PersonFigures &person = m_report.people[i];
            CohortFigures &cohort = cohorts[person.cohort];
            cohort.name = person.cohort;
            cohort.people.push_back(static_cast<int>(i));
            cohort.gold.right += person.gold.right;
            cohort.gold.wrong += person.gold.wrong;
        }
        for (auto &[name, cohort] : cohorts)
            cohort.prior = m_priors[name].get();
        constexpr std::size_t somePeople = 8;
        shareWork(m_report.people.size(), somePeople, [&](SharedWork &work) {
            for (std::size_t from = 0, to = 0; work.next(from, to);)
                for (std::size_t i = from; i < to; ++i) {
                    PersonFigures &person = m_report.people[i];
                    const quality::BetaPrior prior = cohorts.find(person.cohort)->second.prior.prior;
                    person.posterior = quality::BetaPosterior::of(person.gold.right, person.gold.wrong, prior);
                    person.interval = person.posterior.interval();
                }
        });
        for (auto &[name, cohort] : cohorts)
            m_report.cohorts.push_back(std::move(cohort));
    }

    const TeamRecord &m_record;
    const jobs::JobControl &m_control;
    TeamRows m_rows;
    TeamReport m_report;
    std::map<double, quality::BernoulliCusumPlan> m_plans;  // by error rate
    std::mutex m_planning;
    std::map<QString, std::future<quality::CohortPrior>> m_priors;  // of each cohort
};

std::optional<std::uint32_t> personIndex(const TeamRecord &record, const QString &person)
{
    const qsizetype at = record.people.indexOf(person);
    return at < 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(at));
}

std::vector<std::uint32_t> rowsOf(const TeamRecord &record, std::uint32_t person)
{
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < record.size(); ++row)
        if (record.person[row] == person)
            rows.push_back(row);
    std::stable_sort(rows.begin(), rows.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return record.microseconds[a] < record.microseconds[b]; });
    return rows;
}

}  // namespace

PairFigures TeamReport::pair(std::size_t a, std::size_t b) const
{
    const std::size_t at = a * people.size() + b;
    return at < pairs.size() ? pairs[at] : PairFigures();
}

int TeamReport::indexOf(const QString &person) const
{
    const auto at =
        std::find_if(people.begin(), people.end(), [&](const PersonFigures &figures) { return figures.name == person; });
    return at == people.end() ? -1 : static_cast<int>(at - people.begin());
}

Result<TeamReport> teamReport(const TeamRecord &record, const std::vector<PictureWork> &pictures, const TeamOptions &options,
                              const jobs::JobControl &control)
{
    return Reporter(record, options, control).run(pictures);
}

std::vector<EvidenceRow> evidence(const TeamRecord &record, const QString &person, EvidenceKind kind, std::size_t limit)
{
    std::vector<EvidenceRow> list;
    const auto index = personIndex(record, person);
    if (!index)
        return list;
    for (const std::uint32_t row : rowsOf(record, *index)) {
        const std::int32_t label = record.label[row];
        const std::int32_t truth = record.truth[record.task[row]];
        const bool wanted =
            kind == EvidenceKind::All || (kind == EvidenceKind::Abstained && label == TeamRecord::none)
            || (truth != TeamRecord::none && (kind == EvidenceKind::Gold || (kind == EvidenceKind::Wrong && label != truth)));
        if (!wanted)
            continue;
        if (list.size() == limit)
            break;
        EvidenceRow found;
        found.task = record.tasks.at(record.task[row]);
        found.label = record.labels.value(label);
        found.truth = record.labels.value(truth);
        if (!std::isnan(record.confidence[row]))
            found.confidence = double(record.confidence[row]);
        found.microseconds = record.microseconds[row];
        list.push_back(std::move(found));
    }
    return list;
}

std::vector<std::vector<quality::DriftInput>> goldSeries(const TeamRecord &record)
{
    std::vector<std::vector<quality::DriftInput>> series(static_cast<std::size_t>(record.people.size()));
    for (std::uint32_t row = 0; row < record.size(); ++row)
        if (record.truth[record.task[row]] != TeamRecord::none)
            series[record.person[row]].push_back(driftInput(record, row));
    for (auto &inputs : series)
        std::stable_sort(inputs.begin(), inputs.end(), [](const quality::DriftInput &a, const quality::DriftInput &b) {
            return a.timeMicroseconds < b.timeMicroseconds;
        });
    return series;
}

std::vector<quality::DriftInput> driftInputs(const TeamRecord &record, const QString &person)
{
    std::vector<quality::DriftInput> inputs;
    if (const auto index = personIndex(record, person))
        for (const std::uint32_t row : rowsOf(record, *index))
            if (record.truth[record.task[row]] != TeamRecord::none)
                inputs.push_back(driftInput(record, row));
    return inputs;
}

}  // namespace plumbline::workflow
