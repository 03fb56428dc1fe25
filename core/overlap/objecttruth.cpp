// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/overlap/objecttruth.h"

#include <algorithm>
#include <cmath>

namespace plumbline::overlap {

namespace {

constexpr double edge = 1e-9;
constexpr double existingSeen = 9;
constexpr double missingSeen = 1;

double logOf(double p)
{
    return std::log(std::clamp(p, edge, 1 - edge));
}

/// Expected counts of one person.
struct Counts {
    double drawn = 0;
    double missed = 0;
    double rightClass = 0;
    double wrongClass = 0;
    double invented = 0;
    double notInvented = 0;
};

class Inference
{
public:
    Inference(const std::vector<ItemVotes> &items, std::size_t classes, const std::vector<PersonPrior> &priors,
              const ObjectTruthOptions &options)
        : m_items(items), m_classes(classes), m_priors(priors), m_options(options)
    {
        for (const PersonPrior &prior : priors)
            m_truth.people.push_back(prior.rates());
        m_truth.existing = existingSeen / (existingSeen + missingSeen);
    }

    ObjectTruth run()
    {
        for (int round = 0; m_options.estimate && round < m_options.maximumRounds && !m_truth.converged; ++round) {
            m_truth.objective.push_back(expect());
            m_truth.converged = maximise() <= m_options.tolerance;
            ++m_truth.rounds;
        }
        (void)expect();
        return std::move(m_truth);
    }

private:
    // With one class there is nothing to confuse.
    [[nodiscard]] double logRight(const PersonRates &person) const { return m_classes > 1 ? logOf(person.rightClass) : 0; }
    [[nodiscard]] double logWrong(const PersonRates &person) const
    {
        return m_classes > 1 ? logOf(1 - person.rightClass) - std::log(static_cast<double>(m_classes - 1)) : 0;
    }

    double expect()
    {
        m_counts.assign(m_priors.size(), {});
        m_existing = 0;
        m_clusters = 0;
        m_truth.items.clear();
        double objective = existingSeen * logOf(m_truth.existing) + missingSeen * logOf(1 - m_truth.existing);
        for (std::size_t j = 0; j < m_priors.size(); ++j) {
            const PersonPrior &prior = m_priors[j];
            const PersonRates &person = m_truth.people[j];
            objective += prior.drawn * logOf(1 - person.miss) + prior.missed * logOf(person.miss)
                         + prior.rightClass * logOf(person.rightClass) + prior.wrongClass * logOf(1 - person.rightClass)
                         + prior.invented * logOf(person.invent) + prior.notInvented * logOf(1 - person.invent);
        }
        for (const ItemVotes &item : m_items) {
            std::vector<ObjectPosterior> &posteriors = m_truth.items.emplace_back();
            for (const std::vector<ObjectVote> &votes : item.clusters)
                posteriors.push_back(posteriorOf(item, votes, objective));
        }
        return objective;
    }

    ObjectPosterior posteriorOf(const ItemVotes &item, const std::vector<ObjectVote> &votes, double &objective)
    {
        const double uniform = -std::log(static_cast<double>(std::max<std::size_t>(m_classes, 1)));
        double absent = logOf(1 - m_truth.existing);
        double present = logOf(m_truth.existing) + uniform;  // and of a class that nobody said
        std::map<std::size_t, double> classes;
        std::vector<char> drew(m_priors.size(), 0);
        for (const ObjectVote &vote : votes) {
            if (vote.person >= m_priors.size() || vote.labelClass >= m_classes || drew[vote.person])
                continue;
            const PersonRates &person = m_truth.people[vote.person];
            drew[vote.person] = 1;
            absent += logOf(person.invent) + uniform;
            present += logOf(1 - person.miss) + logWrong(person);
            classes[vote.labelClass] += logRight(person) - logWrong(person);
        }
        for (const std::size_t j : item.seenBy)
            if (j < m_priors.size() && !drew[j]) {
                absent += logOf(1 - m_truth.people[j].invent);
                present += logOf(m_truth.people[j].miss);
            }
        const double unsaid = static_cast<double>(m_classes - std::min(classes.size(), m_classes));
        double larger = std::max(absent, present);
        for (auto &[labelClass, value] : classes)
            larger = std::max(larger, value += present);
        double there = unsaid * std::exp(present - larger);
        for (const auto &[labelClass, value] : classes)
            there += std::exp(value - larger);
        const double sum = there + std::exp(absent - larger);
        objective += larger + std::log(sum);

        ObjectPosterior posterior;
        posterior.existence = there / sum;
        posterior.otherClasses = there > 0 ? unsaid * std::exp(present - larger) / there : 0;
        for (const auto &[labelClass, value] : classes)
            posterior.classes[labelClass] = there > 0 ? std::exp(value - larger) / there : 0;
        count(item, votes, posterior);
        return posterior;
    }

    void count(const ItemVotes &item, const std::vector<ObjectVote> &votes, const ObjectPosterior &posterior)
    {
        m_existing += posterior.existence;
        ++m_clusters;
        std::vector<char> drew(m_priors.size(), 0);
        for (const ObjectVote &vote : votes) {
            if (vote.person >= m_priors.size() || vote.labelClass >= m_classes || drew[vote.person])
                continue;
            drew[vote.person] = 1;
            Counts &counts = m_counts[vote.person];
            const double right = posterior.existence * posterior.classes.at(vote.labelClass);
            counts.drawn += posterior.existence;
            counts.rightClass += right;
            counts.wrongClass += posterior.existence - right;
            counts.invented += 1 - posterior.existence;
        }
        for (const std::size_t j : item.seenBy)
            if (j < m_priors.size() && !drew[j]) {
                m_counts[j].missed += posterior.existence;
                m_counts[j].notInvented += 1 - posterior.existence;
            }
    }

    double maximise()
    {
        double step = 0;
        const auto set = [&](double &rate, double yes, double no) {
            const double value = yes / (yes + no);
            step = std::max(step, std::abs(value - rate));
            rate = value;
        };
        for (std::size_t j = 0; j < m_priors.size(); ++j) {
            const PersonPrior &prior = m_priors[j];
            const Counts &counts = m_counts[j];
            PersonRates &person = m_truth.people[j];
            set(person.miss, prior.missed + counts.missed, prior.drawn + counts.drawn);
            set(person.invent, prior.invented + counts.invented, prior.notInvented + counts.notInvented);
            if (m_classes > 1)
                set(person.rightClass, prior.rightClass + counts.rightClass, prior.wrongClass + counts.wrongClass);
        }
        set(m_truth.existing, existingSeen + m_existing, missingSeen + static_cast<double>(m_clusters) - m_existing);
        return step;
    }

    const std::vector<ItemVotes> &m_items;
    std::size_t m_classes;
    const std::vector<PersonPrior> &m_priors;
    const ObjectTruthOptions &m_options;
    ObjectTruth m_truth;
    std::vector<Counts> m_counts;
    double m_existing = 0;
    std::int64_t m_clusters = 0;
};

}  // namespace

ObjectTruth inferObjects(const std::vector<ItemVotes> &items, std::size_t classes, const std::vector<PersonPrior> &priors,
                         const ObjectTruthOptions &options)
{
    return Inference(items, classes, priors, options).run();
}

}  // namespace plumbline::overlap
