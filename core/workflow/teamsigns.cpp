// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/teamsigns.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace plumbline::workflow {

using quality::BetaPosterior;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

constexpr qsizetype mostEvidence = 50;
// Limits that a share must lie beyond. Far from what honest work does, so that the rate of false alarms holds with room.
constexpr double skippingFactor = 3;
constexpr double skippingMargin = 0.05;
constexpr double fastFactor = 1.0 / 3;   // of the time the task usually takes
constexpr double fastShare = 0.5;
constexpr double keptShare = 0.6;
constexpr float fullConfidence = 0.99F;
constexpr double fullShare = 0.95;
constexpr double worthFullConfidence = 0.95;
constexpr double copiedShare = 0.5;

QString percent(double share)
{
    return QLocale().toString(100 * share, 'f', share > 0 && share < 0.1 ? 1 : 0) + QStringLiteral(" %");
}

class Finder
{
public:
    Finder(const TeamRecord &record, const TeamRecord::Groups &byTask, const TeamRecord::Groups &byPerson,
           const std::vector<float> &seconds, const SignOptions &options)
        : m_record(record), m_byTask(byTask), m_byPerson(byPerson), m_seconds(seconds), m_options(options),
          m_people(static_cast<std::size_t>(record.people.size())), m_signs(m_people)
    {}

    std::vector<std::vector<Sign>> find()
    {
        lookAtTasks();
        for (std::uint32_t person = 0; person < m_people; ++person) {
            skipping(person);
            bulk(person);
            confidence(person);
        }
        copying();
        return std::move(m_signs);
    }

private:
    // What the answers of one task have in common.
    struct Task {
        std::int32_t reference = TeamRecord::none;  // gold, else what most said
        std::uint32_t answers = 0;
        std::uint32_t abstained = 0;
        std::uint32_t differing = 0;  // answers that are not what most said
        float seconds = 0;            // median; 0 = unknown
    };

    void lookAtTasks()
    {
        m_tasks.resize(m_record.tasks.size());
        std::vector<float> all;
        for (const float s : m_seconds)
            if (!std::isnan(s))
                all.push_back(s);
        const float usual = all.empty() ? 0 : median(all);
        std::vector<std::int32_t> said;
        std::vector<float> times;
        for (std::uint32_t t = 0; t < m_tasks.size(); ++t) {
            Task &task = m_tasks[t];
            said.clear();
            times.clear();
            for (const auto *row = m_byTask.begin(t); row != m_byTask.end(t); ++row) {
                ++task.answers;
                if (m_record.label[*row] == TeamRecord::none)
                    ++task.abstained;
                else
                    said.push_back(m_record.label[*row]);
                if (!std::isnan(m_seconds[*row]))
                    times.push_back(m_seconds[*row]);
            }
            std::sort(said.begin(), said.end());
            std::uint32_t most = 0;
            bool tied = false;
            for (std::size_t i = 0, k = 0; i < said.size(); i = k) {
                while (k < said.size() && said[k] == said[i])
                    ++k;
                const auto count = static_cast<std::uint32_t>(k - i);
                if (count > most)
                    task.reference = said[i];
                tied = count == most || (tied && count < most);
                most = std::max(most, count);
            }
            task.differing = static_cast<std::uint32_t>(said.size()) - most;
            if (m_record.truth[t] != TeamRecord::none)
                task.reference = m_record.truth[t];
            else if (tied || most < 2)
                task.reference = TeamRecord::none;
            task.seconds = times.size() >= 4 ? median(times) : usual;
        }
    }

    static float median(std::vector<float> &values)
    {
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        return *middle;
    }

    Sign made(Sign::Kind kind, std::int64_t count, std::int64_t n, double expected) const
    {
        Sign sign;
        sign.kind = kind;
        sign.count = count;
        sign.n = n;
        sign.expected = expected;
        sign.interval = BetaPosterior::of(count, n - count).interval();
        sign.falseAlarm = m_options.falseAlarm;
        return sign;
    }

    void addTask(Sign &sign, std::uint32_t task) const
    {
        if (sign.tasks.size() < mostEvidence)
            sign.tasks.append(m_record.tasks.at(task));
    }

    [[nodiscard]] bool beyond(std::int64_t count, std::int64_t n, double limit, double falseAlarm) const
    {
        return limit < 1 && BetaPosterior::of(count, n - count).above(limit) > 1 - falseAlarm;
    }

    void skipping(std::uint32_t person)
    {
        std::int64_t skipped = 0;
        double othersSkipped = 0;
        std::int64_t othersAnswers = 0;
        for (const auto *row = m_byPerson.begin(person); row != m_byPerson.end(person); ++row) {
            const Task &task = m_tasks[m_record.task[*row]];
            const bool self = m_record.label[*row] == TeamRecord::none;
            skipped += self;
            othersSkipped += task.abstained - (self ? 1 : 0);
            othersAnswers += task.answers - 1;
        }
        const auto n = static_cast<std::int64_t>(m_byPerson.end(person) - m_byPerson.begin(person));
        if (n < m_options.minimum || skipped == 0 || othersAnswers < m_options.minimum)
            return;
        const double usual = othersSkipped / static_cast<double>(othersAnswers);
        if (!beyond(skipped, n, std::max(skippingFactor * usual, usual + skippingMargin), m_options.falseAlarm))
            return;
        Sign sign = made(Sign::Kind::SelectiveSkipping, skipped, n, usual);
        std::int64_t answers[2] = {0, 0};
        std::int64_t differing[2] = {0, 0};
        for (const auto *row = m_byPerson.begin(person); row != m_byPerson.end(person); ++row) {
            const Task &task = m_tasks[m_record.task[*row]];
            const bool self = m_record.label[*row] == TeamRecord::none;
            answers[self] += task.answers - 1;
            differing[self] += task.differing;
            if (self)
                addTask(sign, m_record.task[*row]);
        }
        sign.aside = answers[1] > 0 ? static_cast<double>(differing[1]) / static_cast<double>(answers[1]) : 0;
        sign.usualAside = answers[0] > 0 ? static_cast<double>(differing[0]) / static_cast<double>(answers[0]) : 0;
        sign.asideN = answers[1];
        m_signs[person].push_back(std::move(sign));
    }

    void bulk(std::uint32_t person)
    {
        std::int64_t fast = 0;
        std::int64_t timed = 0;
        std::int64_t kept = 0;
        std::int64_t suggested = 0;
        std::int64_t wrongKept = 0;
        std::int64_t wrong = 0;
        const bool suggestions = !m_record.suggestion.empty();
        const auto isFast = [&](std::uint32_t row) {
            return !std::isnan(m_seconds[row])
                   && double(m_seconds[row]) < fastFactor * double(m_tasks[m_record.task[row]].seconds);
        };
        const auto wrongSuggestion = [&](std::uint32_t row) {
            const std::uint32_t task = m_record.task[row];
            return suggestions && m_record.suggestion[task] != TeamRecord::none && m_record.truth[task] != TeamRecord::none
                   && m_record.suggestion[task] != m_record.truth[task];
        };
        const auto isKept = [&](std::uint32_t row) { return m_record.suggestion[m_record.task[row]] == m_record.label[row]; };
        for (const auto *row = m_byPerson.begin(person); row != m_byPerson.end(person); ++row) {
            timed += !std::isnan(m_seconds[*row]);
            fast += isFast(*row);
            if (suggestions && m_record.suggestion[m_record.task[*row]] != TeamRecord::none) {
                ++suggested;
                kept += isKept(*row);
            }
            if (wrongSuggestion(*row)) {
                ++wrong;
                wrongKept += isKept(*row);
            }
        }
        const bool keeps = wrong >= m_options.minimum && beyond(wrongKept, wrong, keptShare, m_options.falseAlarm / 2);
        const bool hurries = timed >= m_options.minimum && beyond(fast, timed, fastShare, m_options.falseAlarm / 2);
        if (!keeps && !hurries)
            return;
        Sign sign = hurries ? made(Sign::Kind::BulkAcceptance, fast, timed, fastFactor)
                            : made(Sign::Kind::BulkAcceptance, wrongKept, wrong, 0);
        sign.aside = suggested > 0 ? static_cast<double>(kept) / static_cast<double>(suggested) : 0;
        sign.asideN = suggested;
        for (const auto *row = m_byPerson.begin(person); row != m_byPerson.end(person); ++row)
            if (hurries ? isFast(*row) : wrongSuggestion(*row) && isKept(*row))
                addTask(sign, m_record.task[*row]);
        m_signs[person].push_back(std::move(sign));
    }

    void confidence(std::uint32_t person)
    {
        std::int64_t full = 0;
        std::int64_t given = 0;
        std::int64_t right = 0;
        std::int64_t gold = 0;
        for (const auto *row = m_byPerson.begin(person); row != m_byPerson.end(person); ++row) {
            if (std::isnan(m_record.confidence[*row]))
                continue;
            ++given;
            full += m_record.confidence[*row] >= fullConfidence;
            if (const std::int32_t truth = m_record.truth[m_record.task[*row]]; truth != TeamRecord::none) {
                ++gold;
                right += m_record.label[*row] == truth;
            }
        }
        if (given < m_options.minimum || gold < m_options.minimum || !beyond(full, given, fullShare, m_options.falseAlarm)
            || BetaPosterior::of(right, gold - right).above(worthFullConfidence) > m_options.falseAlarm)
            return;
        Sign sign = made(Sign::Kind::ConstantConfidence, full, given, fullShare);
        sign.aside = static_cast<double>(right) / static_cast<double>(gold);
        sign.asideN = gold;
        for (const auto *row = m_byPerson.begin(person); row != m_byPerson.end(person); ++row) {
            const std::int32_t truth = m_record.truth[m_record.task[*row]];
            if (truth != TeamRecord::none && m_record.label[*row] != truth && m_record.confidence[*row] >= fullConfidence)
                addTask(sign, m_record.task[*row]);
        }
        m_signs[person].push_back(std::move(sign));
    }

    [[nodiscard]] bool odd(std::uint32_t row) const
    {
        const std::int32_t reference = m_tasks[m_record.task[row]].reference;
        return m_record.label[row] != TeamRecord::none && reference != TeamRecord::none && m_record.label[row] != reference;
    }

    // How often others gave the same odd answer, where somebody's answer was odd.
    struct Shared {
        std::int64_t same = 0;
        std::int64_t n = 0;
    };
    struct Candidate {
        std::uint32_t person;
        std::uint32_t other;
        Shared shared;
        double usual;
    };

    void copying()
    {
        std::vector<Candidate> candidates;
        std::int64_t compared = 0;
        std::vector<Shared> with(m_people);
        std::vector<std::uint32_t> met;
        for (std::uint32_t person = 0; person < m_people; ++person) {
            for (const auto *row = m_byPerson.begin(person); row != m_byPerson.end(person); ++row) {
                if (!odd(*row))
                    continue;
                const std::uint32_t task = m_record.task[*row];
                for (const auto *other = m_byTask.begin(task); other != m_byTask.end(task); ++other) {
                    const std::uint32_t who = m_record.person[*other];
                    if (who == person || m_record.label[*other] == TeamRecord::none)
                        continue;
                    if (with[who].n++ == 0)
                        met.push_back(who);
                    with[who].same += m_record.label[*other] == m_record.label[*row];
                }
            }
            Shared all;
            Shared colleagues;
            for (const std::uint32_t who : met) {
                all.same += with[who].same;
                all.n += with[who].n;
                if (m_record.cohorts[who] == m_record.cohorts[person]) {
                    colleagues.same += with[who].same;
                    colleagues.n += with[who].n;
                }
            }
            for (const std::uint32_t who : met) {
                const Shared shared = std::exchange(with[who], {});
                if (shared.n < m_options.minimum)
                    continue;
                ++compared;
                const bool colleague = m_record.cohorts[who] == m_record.cohorts[person];
                const double usual = std::max(rest(all, shared), rest(colleagues, colleague ? shared : Shared()));
                if (static_cast<double>(shared.same) > copiedShare * static_cast<double>(shared.n))
                    candidates.push_back({person, who, shared, usual});
            }
            met.clear();
        }
        for (const Candidate &c : candidates) {
            // A cohort may share a wrong reading of the guideline; what its others share is usual.
            const double limit = std::max(copiedShare, c.usual + (1 - c.usual) / 2);
            if (beyond(c.shared.same, c.shared.n, limit,
                       m_options.falseAlarm / static_cast<double>(std::max<std::int64_t>(1, compared))))
                m_signs[c.person].push_back(copied(c));
        }
    }

    [[nodiscard]] static double rest(const Shared &all, const Shared &without)
    {
        const std::int64_t n = all.n - without.n;
        return n > 0 ? static_cast<double>(all.same - without.same) / static_cast<double>(n) : 0;
    }

    [[nodiscard]] Sign copied(const Candidate &c) const
    {
        Sign sign = made(Sign::Kind::Copying, c.shared.same, c.shared.n, c.usual);
        sign.other = m_record.people[c.other];
        for (const auto *row = m_byPerson.begin(c.person); row != m_byPerson.end(c.person); ++row) {
            if (!odd(*row))
                continue;
            const std::uint32_t task = m_record.task[*row];
            for (const auto *other = m_byTask.begin(task); other != m_byTask.end(task); ++other)
                if (m_record.person[*other] == c.other && m_record.label[*other] == m_record.label[*row]) {
                    sign.first += m_record.microseconds[*row] < m_record.microseconds[*other];
                    addTask(sign, task);
                }
        }
        return sign;
    }

    const TeamRecord &m_record;
    const TeamRecord::Groups &m_byTask;
    const TeamRecord::Groups &m_byPerson;
    const std::vector<float> &m_seconds;
    const SignOptions &m_options;
    std::size_t m_people;
    std::vector<Task> m_tasks;
    std::vector<std::vector<Sign>> m_signs;
};

}  // namespace

QString Sign::title(Kind kind)
{
    switch (kind) {
    case Kind::SelectiveSkipping: return tr("Skips what is hard");
    case Kind::BulkAcceptance: return tr("Answers without looking");
    case Kind::ConstantConfidence: return tr("Always fully sure");
    case Kind::Copying: return tr("Same odd answers as another");
    }
    return {};
}

QString Sign::text() const
{
    const QString figures = tr("%1 of %2 (%3, 95 % interval %4 to %5)")
                                .arg(count)
                                .arg(n)
                                .arg(percent(share()), percent(interval.low), percent(interval.high));
    switch (kind) {
    case Kind::SelectiveSkipping:
        return tr("Abstained from %1; others abstain from %2 of the same tasks. Answers of others differ from each other in %3 "
                  "on the "
                  "skipped tasks, in %4 on the rest.")
            .arg(figures, percent(expected), percent(aside), percent(usualAside));
    case Kind::BulkAcceptance:
        if (expected > 0)
            return tr("%1 answers took less than a third of the task's usual time.").arg(figures)
                   + (asideN > 0 ? QLatin1Char(' ') + tr("%1 of %2 suggested labels were kept.").arg(percent(aside)).arg(asideN)
                                 : QString());
        return tr("Kept %1 wrong suggestions.").arg(figures);
    case Kind::ConstantConfidence:
        return tr("Stated full confidence in %1 answers; %2 of %3 on gold were right.").arg(figures, percent(aside)).arg(asideN);
    case Kind::Copying:
        return tr("Where this person was alone against gold or most others, %1 gave the same answer in %2; others do in %3. This "
                  "person's answer came first in %4 of them.")
            .arg(other, figures, percent(expected))
            .arg(first);
    }
    return {};
}

QString Sign::method() const
{
    const QString rate = QLocale().toString(falseAlarm);
    switch (kind) {
    case Kind::SelectiveSkipping:
        return tr("Compared with others on the same tasks: named when the share is above three times theirs and at least 5 "
                  "points "
                  "above it, with certainty 1 - %1 (Beta posterior, uniform prior).")
            .arg(rate);
    case Kind::BulkAcceptance:
        return tr("Compared with the median time of the same task: named when more than half of the answers took less than a "
                  "third of "
                  "it, or more than 60 % of wrong suggestions were kept, with certainty 1 - %1 (Beta posterior, uniform prior).")
            .arg(rate);
    case Kind::ConstantConfidence:
        return tr("Named when more than 95 % of the stated confidences are full and an accuracy of 95 % is excluded, each with "
                  "certainty 1 - %1 (Beta posterior, uniform prior).")
            .arg(rate);
    case Kind::Copying:
        return tr("Compared with everybody else and with the own cohort on the same odd answers: named when the share is more "
                  "than "
                  "half way from theirs to 1, with certainty 1 - %1 divided by the pairs compared (Beta posterior, uniform "
                  "prior).")
            .arg(rate);
    }
    return {};
}

std::vector<std::vector<Sign>> teamSigns(const TeamRecord &record, const TeamRecord::Groups &byTask,
                                         const TeamRecord::Groups &byPerson, const std::vector<float> &seconds,
                                         const SignOptions &options)
{
    return Finder(record, byTask, byPerson, seconds, options).find();
}

}  // namespace plumbline::workflow
