// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Budget 8: the live score after one more submission, with a million judgements behind it, within 1 ms. Timed is all that a
// submission costs here: matching it to gold, adding the outcome, the posterior with its interval, the scores by class and the
// gauge. A second line compares with an empty history: the quantiles of a narrow distribution take more steps, nothing else grows.
#include "core/base/json.h"
#include "core/base/random.h"
#include "core/quality/gaugerelease.h"
#include "core/quality/goldscore.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace plumbline;

namespace {

constexpr int classCount = 20;
constexpr int objectsPerItem = 20;

ClassId classAt(std::uint64_t i)
{
    return ClassId{Uuid::fromName("bench", QByteArray::number(qulonglong(i)))};
}

struct Submission {
    quality::GoldKey key;
    std::vector<model::Annotation> said;
};

Submission makeSubmission(base::SeededRandom &random)
{
    std::vector<model::Annotation> truth(objectsPerItem);
    for (model::Annotation &annotation : truth) {
        annotation.labelClass = classAt(random.below(classCount));
        annotation.geometry = geometry::Box{random.uniform(0, 1800), random.uniform(0, 1000), random.uniform(20, 200), random.uniform(20, 200)};
    }
    std::vector<model::Annotation> said = truth;
    for (model::Annotation &annotation : said) {
        auto &box = std::get<geometry::Box>(annotation.geometry);
        box.x += random.normal(0, 3);
        if (random.below(10) == 0)
            annotation.labelClass = classAt(random.below(classCount));
    }
    return {{{truth}, false}, said};
}

double medianMicroseconds(quality::AnnotatorScore &score, quality::GaugeRelease &gauge, const std::vector<Submission> &work,
                          base::SeededRandom &random, double &sink)
{
    std::vector<double> times;
    for (const Submission &submission : work) {
        const auto start = std::chrono::steady_clock::now();
        const quality::GoldOutcome outcome = quality::scoreAgainstGold(submission.key, submission.said, false, 0.9);
        score.add(outcome);
        const bool changed = gauge.submitted(outcome, random);
        const quality::Interval interval = score.posterior().interval();
        const auto classes = score.perClass();
        const quality::GaugeReading reading = gauge.reading();
        const std::chrono::duration<double, std::micro> elapsed = std::chrono::steady_clock::now() - start;
        times.push_back(elapsed.count());
        sink += interval.low + static_cast<double>(classes.size()) + reading.mean + (changed ? 1 : 0);
    }
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
    return times[times.size() / 2];
}

void print(const char *name, double ours, double peer, const char *peerName)
{
    Json line;
    line["name"] = name;
    line["ours"] = ours;
    line["peer"] = peer;
    line["peer_name"] = peerName;
    line["ratio"] = ours / peer;
    line["unit"] = "us";
    std::printf("%s\n", base::toJsonLine(line).trimmed().constData());
}

}  // namespace

int main()
{
    base::SeededRandom random(1);
    std::vector<Submission> work;
    for (int i = 0; i < 1000; ++i)
        work.push_back(makeSubmission(random));

    double sink = 0;
    quality::AnnotatorScore fresh;
    quality::GaugeRelease freshGauge;
    const double empty = medianMicroseconds(fresh, freshGauge, work, random, sink);

    std::vector<quality::GoldOutcome> outcomes;
    for (const Submission &submission : work)
        outcomes.push_back(quality::scoreAgainstGold(submission.key, submission.said, false, 0.9));
    quality::AnnotatorScore score;
    quality::GaugeRelease gauge;
    for (int i = 0; i < 1'000'000; ++i) {
        const quality::GoldOutcome &outcome = outcomes[static_cast<std::size_t>(i) % outcomes.size()];
        score.add(outcome);
        static_cast<void>(gauge.submitted(outcome, random));
    }
    const double full = medianMicroseconds(score, gauge, work, random, sink);

    print("live score after a submission, 1 M earlier judgements", full, 1000.0, "limit of 1 ms");
    print("the same against an empty history", full, empty, "no earlier judgement");
    return sink > 0 && score.items() == 1'001'000 ? 0 : 1;
}
