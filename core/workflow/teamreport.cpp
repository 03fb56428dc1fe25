// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/teamreport.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <future>
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

// Seconds between one answer of a person and the next; NaN where there is none before it or a break between.
std::vector<float> secondsOf(const TeamRecord &record, TeamRecord::Groups &byPerson, std::int64_t longestSeconds)
{
    std::vector<float> seconds(record.size(), std::numeric_limits<float>::quiet_NaN());
    const auto earlier = [&](std::uint32_t a, std::uint32_t b) { return record.microseconds[a] < record.microseconds[b]; };
    for (std::size_t person = 0; person + 1 < byPerson.begins.size(); ++person) {
        const auto from = byPerson.rows.begin() + byPerson.begins[person];
        const auto to = byPerson.rows.begin() + byPerson.begins[person + 1];
        if (!std::is_sorted(from, to, earlier))
            std::stable_sort(from, to, earlier);
        for (auto row = from; row != to && row + 1 != to; ++row) {
            const double gap =
                static_cast<double>(record.microseconds[*(row + 1)] - record.microseconds[*row]) / microsecondsPerSecond;
            if (gap >= leastSeconds && gap <= static_cast<double>(longestSeconds))
                seconds[*(row + 1)] = static_cast<float>(gap);
        }
    }
    return seconds;
}

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
        : m_record(record), m_control(control), m_byTask(record.byTask()), m_byPerson(record.byPerson())
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
        const std::vector<float> seconds = secondsOf(m_record, m_byPerson, m_report.options.longestSeconds);
        m_report.people.resize(static_cast<std::size_t>(m_record.people.size()));
        // Reads the record alone, and takes as long as the rest.
        auto signs = std::async(std::launch::async,
                                [&] { return teamSigns(m_record, m_byTask, m_byPerson, seconds, m_report.options.signs); });
        for (std::uint32_t person = 0; person < m_report.people.size(); ++person) {
            if (m_control.cancelled())
                return jobs::JobControl::cancelledError();
            judge(person, seconds);
        }
        m_control.report(1, steps, tr("Comparing annotators"));
        comparePeers();
        if (m_control.cancelled())
            return jobs::JobControl::cancelledError();
        m_control.report(2, steps, tr("Looking for signs of careless work"));
        auto found = signs.get();
        for (std::size_t person = 0; person < found.size(); ++person)
            m_report.people[person].signs = std::move(found[person]);
        for (const PictureWork &work : pictures)
            addPictures(work);
        sortPeople();
        fitCohorts();
        m_control.report(steps, steps);
        return std::move(m_report);
    }

private:
    void judge(std::uint32_t person, const std::vector<float> &seconds)
    {
        PersonFigures &figures = m_report.people[person];
        figures.name = m_record.people[person];
        figures.cohort = m_record.cohorts[person];
        quality::DriftPlan plan;
        plan.bernoulli = m_report.options.drift;
        quality::DriftChart chart(quality::DriftChartKind::BernoulliCusum, plan);
        std::vector<float> times;
        std::vector<std::pair<std::int32_t, std::int32_t>> said;
        for (const auto *row = m_byPerson.begin(person); row != m_byPerson.end(person); ++row) {
            const std::uint32_t task = m_record.task[*row];
            const std::int32_t label = m_record.label[*row];
            ++figures.answers;
            figures.abstentions += label == TeamRecord::none;
            if (!std::isnan(seconds[*row]))
                times.push_back(seconds[*row]);
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
            if (!std::isnan(m_record.confidence[*row]))
                figures.confidence.add(double(m_record.confidence[*row]), right);
            if (auto alarm = chart.add(driftInput(m_record, *row)))
                figures.driftAlarms.push_back(*alarm);
        }
        if (figures.answers > 0) {
            figures.firstMicroseconds = m_record.microseconds[*m_byPerson.begin(person)];
            figures.lastMicroseconds = m_record.microseconds[*(m_byPerson.end(person) - 1)];
        }
        figures.timed = static_cast<std::int64_t>(times.size());
        figures.medianSeconds = medianOf(times);
        figures.driftResults = chart.n();
        figures.driftTowardsAlarm = chart.towardsAlarm();
        std::sort(said.begin(), said.end());
        for (std::size_t i = 0, k = 0; i < said.size(); i = k) {
            while (k < said.size() && said[k] == said[i])
                ++k;
            figures.confusion.emplace(said[i], static_cast<std::int64_t>(k - i));
        }
    }

    void comparePeers()
    {
        const std::size_t people = m_report.people.size();
        const bool matrix = people <= TeamReport::pairLimit;
        struct Count {
            std::uint32_t same = 0;
            std::uint32_t common = 0;
        };
        std::vector<Count> pairs(matrix ? people * people : 0);
        std::vector<std::pair<std::int64_t, std::int64_t>> peers(people);  // same, compared
        std::vector<std::pair<std::uint32_t, std::int32_t>> said;          // who, label; gathered once a task
        for (std::uint32_t task = 0; task < m_record.tasks.size(); ++task) {
            said.clear();
            for (const auto *row = m_byTask.begin(task); row != m_byTask.end(task); ++row)
                if (m_record.label[*row] != TeamRecord::none)
                    said.emplace_back(m_record.person[*row], m_record.label[*row]);
            for (std::size_t a = 0; a < said.size(); ++a)
                for (std::size_t b = a + 1; b < said.size(); ++b) {
                    const bool same = said[a].second == said[b].second;
                    for (const std::uint32_t who : {said[a].first, said[b].first}) {
                        peers[who].first += same;
                        ++peers[who].second;
                    }
                    if (matrix) {
                        const auto [low, high] = std::minmax(said[a].first, said[b].first);
                        Count &pair = pairs[low * people + high];
                        ++pair.common;
                        pair.same += same;
                    }
                }
        }
        for (std::size_t person = 0; person < people; ++person) {
            m_report.people[person].peersSame = peers[person].first;
            m_report.people[person].peersCompared = peers[person].second;
        }
        m_report.pairs.resize(pairs.size());
        for (std::size_t a = 0; matrix && a < people; ++a)
            for (std::size_t b = a + 1; b < people; ++b) {
                const Count pair = pairs[a * people + b];
                m_report.pairs[a * people + b] = m_report.pairs[b * people + a] = {pair.same, pair.common};
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
            quality::DriftPlan plan;
            plan.bernoulli = m_report.options.drift;
            quality::DriftSeries drift = quality::driftSeries(quality::DriftChartKind::BernoulliCusum, plan, work.results);
            figures.driftResults = static_cast<std::int64_t>(work.results.size());
            figures.driftAlarms = std::move(drift.alarms);
            if (!drift.points.empty() && drift.limit > 0)
                figures.driftTowardsAlarm = std::min(1.0, drift.points.back().upper / drift.limit);
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

    void fitCohorts()
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
        std::vector<std::future<quality::CohortPrior>> priors;
        for (const auto &[name, cohort] : cohorts) {
            std::vector<quality::RightWrong> results;
            for (const int i : cohort.people)
                results.push_back(m_report.people[static_cast<std::size_t>(i)].gold);
            constexpr std::size_t mostThreads = 8;
            const auto how = priors.size() < mostThreads ? std::launch::async : std::launch::deferred;
            priors.push_back(std::async(how, [results = std::move(results)] { return quality::fitCohortPrior(results); }));
        }
        auto prior = priors.begin();
        for (auto &[name, cohort] : cohorts) {
            cohort.prior = (prior++)->get();
            for (const int i : cohort.people) {
                PersonFigures &person = m_report.people[static_cast<std::size_t>(i)];
                person.posterior = quality::BetaPosterior::of(person.gold.right, person.gold.wrong, cohort.prior.prior);
                person.interval = person.posterior.interval();
            }
            m_report.cohorts.push_back(std::move(cohort));
        }
    }

    const TeamRecord &m_record;
    const jobs::JobControl &m_control;
    TeamRecord::Groups m_byTask;
    TeamRecord::Groups m_byPerson;
    TeamReport m_report;
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
