// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/teamsigns.h"

#include "core/workflow/sharedwork.h"

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
constexpr double fastFactor = 1.0 / 3;  // of the time the task usually takes
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
    Finder(const TeamRecord &record, const TeamRows &rows, const SignOptions &options)
        : m_record(record), m_rows(rows), m_options(options), m_people(static_cast<std::size_t>(record.people.size())),
          m_signs(m_people)
    {
        for (const QString &cohort : record.cohorts)
            m_cohort.push_back(record.cohorts.indexOf(cohort));
    }

    std::vector<std::vector<Sign>> find()
    {
        constexpr std::size_t someTasks = 4096;
        constexpr std::size_t somePeople = 4;
        m_tasks.resize(m_record.tasks.size());
        shareWork(m_tasks.size(), someTasks, [this](SharedWork &work) { lookAtTasks(work); });
        std::vector<Resemblance> resembling(m_people);
        shareWork(m_people, somePeople, [this, &resembling](SharedWork &work) {
            std::vector<Shared> with(m_people);
            for (std::size_t from = 0, to = 0; work.next(from, to);)
                for (auto person = static_cast<std::uint32_t>(from); person < to; ++person) {
                    skipping(person);
                    bulk(person);
                    confidence(person);
                    resembling[person] = resemblance(person, with);
                }
        });
        copying(resembling);
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

    void lookAtTasks(SharedWork &work)
    {
        std::vector<std::int32_t> said;
        std::vector<float> times;
        for (std::size_t from = 0, to = 0; work.next(from, to);)
            for (std::size_t t = from; t < to; ++t)
                m_tasks[t] = taskOf(static_cast<std::uint32_t>(t), said, times);
    }

    // The vectors are kept from task to task to save their memory being asked for again.
    [[nodiscard]] Task taskOf(std::uint32_t t, std::vector<std::int32_t> &said, std::vector<float> &times) const
    {
        constexpr std::size_t enoughTimes = 4;
        Task task;
        said.clear();
        times.clear();
        for (const TeamRows::Vote &vote : m_rows.ofTask(t)) {
            ++task.answers;
            if (vote.label == TeamRecord::none)
                ++task.abstained;
            else
                said.push_back(vote.label);
            if (!std::isnan(vote.seconds))
                times.push_back(vote.seconds);
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
        task.seconds = times.size() >= enoughTimes ? median(times) : m_rows.usualSeconds();
        return task;
    }

    static float median(std::vector<float> &values)
    {
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        constexpr std::size_t few = 16;  // sorted faster than split
        if (values.size() <= few)
            std::sort(values.begin(), values.end());
        else
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
        for (const TeamRows::Answer &answer : m_rows.ofPerson(person)) {
            const Task &task = m_tasks[answer.task];
            const bool self = answer.label == TeamRecord::none;
            skipped += self;
            othersSkipped += task.abstained - (self ? 1 : 0);
            othersAnswers += task.answers - 1;
        }
        const auto n = static_cast<std::int64_t>(m_rows.ofPerson(person).size());
        if (n < m_options.minimum || skipped == 0 || othersAnswers < m_options.minimum)
            return;
        const double usual = othersSkipped / static_cast<double>(othersAnswers);
        if (!beyond(skipped, n, std::max(skippingFactor * usual, usual + skippingMargin), m_options.falseAlarm))
            return;
        Sign sign = made(Sign::Kind::SelectiveSkipping, skipped, n, usual);
        std::int64_t answers[2] = {0, 0};
        std::int64_t differing[2] = {0, 0};
        for (const TeamRows::Answer &answer : m_rows.ofPerson(person)) {
            const Task &task = m_tasks[answer.task];
            const bool self = answer.label == TeamRecord::none;
            answers[self] += task.answers - 1;
            differing[self] += task.differing;
            if (self)
                addTask(sign, answer.task);
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
        const auto isFast = [&](const TeamRows::Answer &answer) {
            return !std::isnan(answer.seconds) && double(answer.seconds) < fastFactor * double(m_tasks[answer.task].seconds);
        };
        const auto wrongSuggestion = [&](const TeamRows::Answer &answer) {
            const std::uint32_t task = answer.task;
            return suggestions && m_record.suggestion[task] != TeamRecord::none && m_record.truth[task] != TeamRecord::none
                   && m_record.suggestion[task] != m_record.truth[task];
        };
        const auto isKept = [&](const TeamRows::Answer &answer) { return m_record.suggestion[answer.task] == answer.label; };
        for (const TeamRows::Answer &answer : m_rows.ofPerson(person)) {
            timed += !std::isnan(answer.seconds);
            fast += isFast(answer);
            if (suggestions && m_record.suggestion[answer.task] != TeamRecord::none) {
                ++suggested;
                kept += isKept(answer);
            }
            if (wrongSuggestion(answer)) {
                ++wrong;
                wrongKept += isKept(answer);
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
        for (const TeamRows::Answer &answer : m_rows.ofPerson(person))
            if (hurries ? isFast(answer) : wrongSuggestion(answer) && isKept(answer))
                addTask(sign, answer.task);
        m_signs[person].push_back(std::move(sign));
    }

    void confidence(std::uint32_t person)
    {
        std::int64_t full = 0;
        std::int64_t given = 0;
        std::int64_t right = 0;
        std::int64_t gold = 0;
        for (const TeamRows::Answer &answer : m_rows.ofPerson(person)) {
            if (std::isnan(answer.confidence))
                continue;
            ++given;
            full += answer.confidence >= fullConfidence;
            if (const std::int32_t truth = m_record.truth[answer.task]; truth != TeamRecord::none) {
                ++gold;
                right += answer.label == truth;
            }
        }
        if (given < m_options.minimum || gold < m_options.minimum || !beyond(full, given, fullShare, m_options.falseAlarm)
            || BetaPosterior::of(right, gold - right).above(worthFullConfidence) > m_options.falseAlarm)
            return;
        Sign sign = made(Sign::Kind::ConstantConfidence, full, given, fullShare);
        sign.aside = static_cast<double>(right) / static_cast<double>(gold);
        sign.asideN = gold;
        for (const TeamRows::Answer &answer : m_rows.ofPerson(person)) {
            const std::int32_t truth = m_record.truth[answer.task];
            if (truth != TeamRecord::none && answer.label != truth && answer.confidence >= fullConfidence)
                addTask(sign, answer.task);
        }
        m_signs[person].push_back(std::move(sign));
    }

    [[nodiscard]] bool odd(const TeamRows::Answer &answer) const
    {
        const std::int32_t reference = m_tasks[answer.task].reference;
        return answer.label != TeamRecord::none && reference != TeamRecord::none && answer.label != reference;
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

    struct Resemblance {
        std::vector<Candidate> candidates;
        std::int64_t compared = 0;  // other people, with enough odd answers to tell
    };

    // Expects and leaves `with`, one entry a person, empty.
    [[nodiscard]] Resemblance resemblance(std::uint32_t person, std::vector<Shared> &with) const
    {
        Resemblance result;
        std::vector<std::uint32_t> met;
        // Listed first, so that the memory of several tasks is waited for at once.
        std::vector<TeamRows::Answer> oddOnes;
        std::copy_if(m_rows.ofPerson(person).begin(), m_rows.ofPerson(person).end(), std::back_inserter(oddOnes),
                     [this](const TeamRows::Answer &answer) { return odd(answer); });
        for (const TeamRows::Answer &answer : oddOnes) {
            for (const TeamRows::Vote &vote : m_rows.ofTask(answer.task)) {
                if (vote.person == person || vote.label == TeamRecord::none)
                    continue;
                if (with[vote.person].n++ == 0)
                    met.push_back(vote.person);
                with[vote.person].same += vote.label == answer.label;
            }
        }
        Shared all;
        Shared colleagues;
        for (const std::uint32_t who : met) {
            all.same += with[who].same;
            all.n += with[who].n;
            if (m_cohort[who] == m_cohort[person]) {
                colleagues.same += with[who].same;
                colleagues.n += with[who].n;
            }
        }
        for (const std::uint32_t who : met) {
            const Shared shared = std::exchange(with[who], {});
            if (shared.n < m_options.minimum)
                continue;
            ++result.compared;
            const bool colleague = m_cohort[who] == m_cohort[person];
            const double usual = std::max(rest(all, shared), rest(colleagues, colleague ? shared : Shared()));
            if (static_cast<double>(shared.same) > copiedShare * static_cast<double>(shared.n))
                result.candidates.push_back({person, who, shared, usual});
        }
        return result;
    }

    void copying(const std::vector<Resemblance> &resembling)
    {
        std::int64_t compared = 0;
        for (const Resemblance &one : resembling)
            compared += one.compared;
        const double falseAlarm = m_options.falseAlarm / static_cast<double>(std::max<std::int64_t>(1, compared));
        for (const Resemblance &one : resembling)
            for (const Candidate &c : one.candidates) {
                // A cohort may share a wrong reading of the guideline; what its others share is usual.
                const double limit = std::max(copiedShare, c.usual + (1 - c.usual) / 2);
                if (beyond(c.shared.same, c.shared.n, limit, falseAlarm))
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
        for (const TeamRows::Answer &answer : m_rows.ofPerson(c.person)) {
            if (!odd(answer))
                continue;
            for (const TeamRows::Vote &vote : m_rows.ofTask(answer.task))
                if (vote.person == c.other && vote.label == answer.label) {
                    sign.first += answer.microseconds < m_record.microseconds[vote.row];
                    addTask(sign, answer.task);
                }
        }
        return sign;
    }

    const TeamRecord &m_record;
    const TeamRows &m_rows;
    const SignOptions &m_options;
    std::size_t m_people;
    std::vector<qsizetype> m_cohort;  // of each person: the first person who is in it
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
    case Kind::SameShapes: return tr("Same outlines as another");
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
        if (pictures)
            return tr("Handed in %1 pictures as “cannot label”; others do so with %2 of the same pictures.")
                .arg(figures, percent(expected));
        return tr("Abstained from %1; others abstain from %2 of the same tasks. Answers of others differ from each other in %3 "
                  "on the "
                  "skipped tasks, in %4 on the rest.")
            .arg(figures, percent(expected), percent(aside), percent(usualAside));
    case Kind::BulkAcceptance:
        if (pictures)
            return tr("%1 pictures took less than a third of the picture's usual time.").arg(figures);
        if (expected > 0)
            return tr("%1 answers took less than a third of the task's usual time.").arg(figures)
                   + (asideN > 0 ? QLatin1Char(' ') + tr("%1 of %2 suggested labels were kept.").arg(percent(aside)).arg(asideN)
                                 : QString());
        return tr("Kept %1 wrong suggestions.").arg(figures);
    case Kind::ConstantConfidence:
        return tr("Stated full confidence in %1 answers; %2 of %3 on gold were right.").arg(figures, percent(aside)).arg(asideN);
    case Kind::SameShapes:
        return tr("Of the objects that %1 drew too, %2 have the same outline; other pairs of people have it in %3. Of the %4 "
                  "closest, none "
                  "differs by more than %5 anywhere; this person had handed in %6 of them first.")
            .arg(other, figures, percent(expected))
            .arg(asideN)
            .arg(QLocale().toString(aside, 'g', 2))
            .arg(first);
    case Kind::Copying:
        if (pictures)
            return tr("Where this person was alone against most others about an object (its class, or whether it is there), %1 "
                      "said the same "
                      "in %2; others do in %3. This person had handed in %4 of them first.")
                .arg(other, figures, percent(expected))
                .arg(first);
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
    case Kind::SameShapes:
        return tr("Drawn by hand, no coordinate off by more than 0.15 of what is the median among all pairs: hands that work "
                  "apart come so near "
                  "to each other once in a thousand boxes. Compared with all other pairs and with those of the own cohort: named "
                  "when the share is "
                  "more than half way from theirs to 1, with certainty 1 - %1 divided by the pairs compared (Beta posterior, "
                  "uniform prior).")
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

std::vector<std::vector<Sign>> teamSigns(const TeamRecord &record, const TeamRows &rows, const SignOptions &options)
{
    return Finder(record, rows, options).find();
}

}  // namespace plumbline::workflow
