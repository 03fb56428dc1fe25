// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Budget 9, our side: Dawid-Skene on labels from a CSV, and what came out. dawid_skene.py makes the CSV, runs the same on pandas
// and compares.
//
//   bench_consensus LABELS.csv ROUNDS POSTERIORS.csv     prints the seconds of the inference, labels in memory
#include "core/base/atomicfile.h"
#include "core/consensus/consensus.h"

#include <QString>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace plumbline;

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::fprintf(stderr, "bench_consensus LABELS.csv ROUNDS POSTERIORS.csv\n");
        return 2;
    }
    IssueList issues;
    const auto ratings = quality::readRatings(QString::fromLocal8Bit(argv[1]), {}, issues, quality::Repeats::AllCount);
    if (!ratings) {
        std::fprintf(stderr, "%s\n", qPrintable(ratings.error().text));
        return 1;
    }
    constexpr int repeats = 5;
    double best = 0;
    Result<consensus::Consensus> found = consensus::Consensus();
    for (int i = 0; i < repeats; ++i) {
        const auto start = std::chrono::steady_clock::now();
        found = consensus::infer(*ratings, {consensus::Method::DawidSkeneMl, std::atoi(argv[2]), 0});
        const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
        best = i == 0 ? elapsed.count() : std::min(best, elapsed.count());
    }
    if (!found)
        return 1;
    QByteArray text("task,label,probability\n");
    for (std::uint32_t u = 0; u < found->label.size(); ++u)
        for (std::size_t p = found->begins[u]; p < found->begins[u + 1]; ++p)
            text += ratings->units[u].toUtf8() + ',' + ratings->categories[found->category[p]].toUtf8() + ','
                    + QByteArray::number(found->probability[p], 'g', 12) + '\n';
    if (const auto written = base::writeFileAtomically(QString::fromLocal8Bit(argv[3]), text); !written)
        return 1;
    std::printf("%.6f\n", best);
    return 0;
}
