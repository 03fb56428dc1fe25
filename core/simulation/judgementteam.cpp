// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/judgementteam.h"

#include "core/base/random.h"
#include "core/model/abstention.h"
#include "core/model/annotation.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plumbline::simulation {

namespace {

constexpr int tasksPerDay = 40;
constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t day = 86'400 * second;
constexpr double hardFrom = 1.2;  // difficulty that a skipper avoids

template <typename T>
void shuffle(std::vector<T> &list, base::SeededRandom &random)
{
    for (std::size_t i = list.size(); i > 1; --i)
        std::swap(list[i - 1], list[random.below(i)]);
}

/// Tasks of every judge, in the order in which they come. A copier has the tasks of the one who is copied.
std::vector<std::vector<int>> dealTasks(const std::vector<JudgeProfile> &judges, const JudgementTeamOptions &options,
                                        base::SeededRandom &random)
{
    const auto count = judges.size();
    std::vector<std::vector<int>> dealt(count);
    const auto most = std::min<std::size_t>(count, static_cast<std::size_t>(std::max(1, options.judgesPerTask)));
    std::vector<std::size_t> order;
    for (int task = 0; task < options.tasks; ++task) {
        // Going round in shuffled rounds gives everybody the same amount.
        std::vector<std::size_t> taken;
        while (taken.size() < most) {
            if (order.empty()) {
                order.resize(count);
                std::iota(order.begin(), order.end(), std::size_t(0));
                shuffle(order, random);
            }
            const std::size_t judge = order.back();
            order.pop_back();
            if (std::find(taken.begin(), taken.end(), judge) == taken.end())
                taken.push_back(judge);
        }
        for (const std::size_t judge : taken)
            dealt[judge].push_back(task);
    }
    for (std::vector<int> &tasks : dealt)
        shuffle(tasks, random);
    for (std::size_t i = 0; i < count; ++i)
        if (judges[i].habit == Habit::Copier && judges[i].copies >= 0)
            dealt[i] = dealt[static_cast<std::size_t>(judges[i].copies)];
    return dealt;
}

class Judge
{
public:
    Judge(const SimulatedJudgements &world, const JudgeProfile &profile, base::SeededRandom &random)
        : m_world(world), m_profile(profile), m_random(random)
    {}

    /// `at` of `count`: how far in this person's work; `copied` = what the other one said, -2 = nothing.
    SimulatedJudgements::Row answer(int task, std::size_t at, std::size_t count, int copied)
    {
        const auto t = static_cast<std::size_t>(task);
        const double difficulty = m_world.difficulty[t];
        const int truth = m_world.truth[t];
        const double errorRate = std::clamp(rateAt(at, count) * difficulty, 0.0, 0.95);
        SimulatedJudgements::Row row;
        row.task = task;
        row.label = truth;
        // Drawn in every case, so that one habit does not change what the others draw.
        const bool wrong = m_random.uniform() < errorRate;
        const auto other = static_cast<int>(m_random.below(static_cast<std::uint64_t>(m_world.labels.size() - 1)));
        const double biased = m_random.uniform();
        const double abstains = m_random.uniform();
        const double copies = m_random.uniform();
        if (wrong)
            row.label = other >= truth ? other + 1 : other;
        if (truth == 0 && biased < m_profile.biasRate)
            row.label = 1;
        const double abstainRate = m_profile.habit == Habit::Skipper && difficulty > hardFrom ? 0.8 : 0.01 * difficulty;
        if (abstains < abstainRate)
            row.label = -1;
        if (m_profile.habit == Habit::Spammer)
            row.label = other;
        if (m_profile.habit == Habit::BulkAccepter)
            row.label = m_world.suggestion[t];
        if (m_profile.habit == Habit::Copier && copied > -2 && copies < 0.95)
            row.label = copied;
        const double sure = 1 - errorRate + m_profile.confidenceBias + m_random.normal(0, 0.05);
        row.confidence = m_profile.habit == Habit::AlwaysSure ? 1 : std::round(std::clamp(sure, 0.2, 1.0) * 20) / 20;
        return row;
    }

    [[nodiscard]] std::int64_t duration()
    {
        const double factor = std::exp(m_random.normal(0, 0.4));
        double seconds = m_profile.seconds;
        if (m_profile.habit == Habit::Spammer || m_profile.habit == Habit::BulkAccepter)
            seconds = 1.6;
        return static_cast<std::int64_t>(seconds * factor * double(second));
    }

private:
    [[nodiscard]] double rateAt(std::size_t at, std::size_t count) const
    {
        switch (m_profile.habit) {
        case Habit::Learner: return m_profile.errorRate + 0.35 * std::exp(-static_cast<double>(at) / 40);
        case Habit::Drifter: return m_profile.errorRate + (at * 2 >= count ? 0.25 : 0.0);
        default: return m_profile.errorRate;
        }
    }

    const SimulatedJudgements &m_world;
    const JudgeProfile &m_profile;
    base::SeededRandom &m_random;
};

}  // namespace

std::vector<JudgeProfile> judgementTeam()
{
    const QString inHouse = QStringLiteral("in-house");
    const QString a = QStringLiteral("partner A");
    const QString b = QStringLiteral("partner B");
    std::vector<JudgeProfile> team{
        {QStringLiteral("agnes"), inHouse, 0.03},
        {QStringLiteral("bruno"), a, 0.08},
        {QStringLiteral("carla"), b, 0.07, Habit::Honest, -1, 0.35},
        {QStringLiteral("dario"), inHouse, 0.05, Habit::Learner},
        {QStringLiteral("elena"), a, 0.05, Habit::Drifter},
        {QStringLiteral("felix"), b, 0.30},
        {QStringLiteral("greta"), b, 0.30, Habit::Copier, 5},
        {QStringLiteral("hanna"), inHouse, 0.02},
        {QStringLiteral("ivan"), a, 0.05, Habit::Skipper},
        {QStringLiteral("julia"), b, 0.50, Habit::Spammer},
        {QStringLiteral("karim"), inHouse, 0.06},
        {QStringLiteral("lena"), a, 0.12},
        {QStringLiteral("marco"), a, 0.10, Habit::BulkAccepter},
        {QStringLiteral("nadia"), inHouse, 0.22, Habit::AlwaysSure},
        {QStringLiteral("oskar"), a, 0.06},
        {QStringLiteral("paula"), b, 0.08, Habit::Honest, -1, 0.35},
        {QStringLiteral("quinn"), inHouse, 0.09},
        {QStringLiteral("rosa"), a, 0.04},
        {QStringLiteral("samir"), inHouse, 0.05},
        {QStringLiteral("tessa"), b, 0.10},
    };
    for (std::size_t i = 0; i < team.size(); ++i) {
        team[i].seconds = 12 + 0.9 * static_cast<double>((i * 7) % 20);
        team[i].confidenceBias = 0.05 * (static_cast<double>(i % 5) - 2);
    }
    return team;
}

std::vector<JudgeProfile> honestTeam(int count)
{
    static const QStringList cohorts{QStringLiteral("in-house"), QStringLiteral("partner A"), QStringLiteral("partner B")};
    std::vector<JudgeProfile> team;
    for (int i = 0; i < count; ++i) {
        JudgeProfile profile;
        profile.name = QStringLiteral("person-%1").arg(i + 1, 4, 10, QLatin1Char('0'));
        profile.cohort = cohorts[i % 3];
        profile.errorRate = 0.02 + 0.13 * (i % 14) / 13.0;
        profile.biasRate = i % 3 == 2 ? 0.3 : 0;
        profile.seconds = 10 + (i * 7) % 20;
        profile.confidenceBias = 0.05 * (i % 5 - 2);
        team.push_back(profile);
    }
    return team;
}

SimulatedJudgements simulateJudgements(std::vector<JudgeProfile> judges, const JudgementTeamOptions &options)
{
    SimulatedJudgements world;
    world.labels = {QStringLiteral("car"), QStringLiteral("van"), QStringLiteral("bus"), QStringLiteral("truck"),
                    QStringLiteral("cyclist")};
    world.judges = std::move(judges);
    base::SeededRandom random(options.seed);
    const auto classes = static_cast<std::uint64_t>(world.labels.size());
    for (int task = 0; task < options.tasks; ++task) {
        world.tasks.append(QStringLiteral("crossing-%1").arg(task + 1, 5, 10, QLatin1Char('0')));
        world.truth.push_back(static_cast<int>(random.below(classes)));
        world.gold.push_back(random.uniform() < options.goldShare);
        world.difficulty.push_back(random.uniform(0.5, 1.5));
        const bool right = random.uniform() < options.suggestionRight;
        const auto other = static_cast<int>(random.below(classes - 1));
        world.suggestion.push_back(right ? world.truth.back() : (other >= world.truth.back() ? other + 1 : other));
    }
    const auto dealt = dealTasks(world.judges, options, random);
    std::vector<QHash<int, int>> said(world.judges.size());
    std::vector<std::size_t> order(world.judges.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    // Those who are copied come before those who copy.
    std::stable_partition(order.begin(), order.end(), [&](std::size_t j) { return world.judges[j].habit != Habit::Copier; });
    for (const std::size_t j : order) {
        const JudgeProfile &profile = world.judges[j];
        base::SeededRandom own(options.seed * 1'000'003 + j);
        Judge judge(world, profile, own);
        const bool copier = profile.habit == Habit::Copier && profile.copies >= 0;
        const std::int64_t lead = copier ? 7200 * second : static_cast<std::int64_t>(own.below(3600)) * second;
        std::int64_t now = 0;
        for (std::size_t k = 0; k < dealt[j].size(); ++k) {
            const auto today = static_cast<std::int64_t>(k / tasksPerDay);
            if (k % tasksPerDay == 0)
                now = options.startMicroseconds + (today / 5 * 7 + today % 5) * day + lead;
            const int task = dealt[j][k];
            SimulatedJudgements::Row row = judge.answer(
                task, k, dealt[j].size(), copier ? said[static_cast<std::size_t>(profile.copies)].value(task, -2) : -2);
            now += judge.duration();
            row.judge = static_cast<int>(j);
            row.micros = now;
            said[j].insert(task, row.label);
            world.rows.push_back(row);
        }
    }
    std::stable_sort(world.rows.begin(), world.rows.end(), [](const auto &x, const auto &y) { return x.micros < y.micros; });
    return world;
}

QByteArray SimulatedJudgements::labelsCsv() const
{
    QByteArray csv("task,annotator,label,confidence,time\n");
    for (const Row &row : rows) {
        const QString label = row.label < 0 ? model::abstentionLabel() : labels[row.label];
        csv += tasks[row.task].toUtf8() + ',' + judges[static_cast<std::size_t>(row.judge)].name.toUtf8() + ',' + label.toUtf8()
               + ',' + QByteArray::number(row.confidence, 'f', 2) + ',' + model::isoFromMicroseconds(row.micros).toUtf8() + '\n';
    }
    return csv;
}

QByteArray SimulatedJudgements::goldCsv() const
{
    QByteArray csv("task,truth\n");
    for (qsizetype i = 0; i < tasks.size(); ++i)
        if (gold[static_cast<std::size_t>(i)])
            csv += tasks[i].toUtf8() + ',' + labels[truth[static_cast<std::size_t>(i)]].toUtf8() + '\n';
    return csv;
}

}  // namespace plumbline::simulation
