#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Budget 9: Dawid-Skene on a million labels, 20 rounds, against the pandas way, with equal posteriors.

The peer is the way crowd-kit goes about it (a table of labels, group-by for both steps), written down here because the package
is not in Debian; python3-pandas is. Both sides run in this call on the same generated labels, each with its labels in memory
already; the best of five runs of ours against the best of two of theirs. Prints one JSON line.

    dawid_skene.py BENCH_CONSENSUS [--tasks N] [--each N] [--workers N] [--classes N] [--rounds N]
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time

NAME = "dawid-skene, 1 M labels, 20 rounds"
SMALLEST = 1e-10


def generate(path, tasks, each, workers, classes):
    rng = random.Random(1)
    accuracy = [rng.uniform(0.4, 0.95) for _ in range(workers)]
    with open(path, "w") as out:
        out.write("task,annotator,label\n")
        for task in range(tasks):
            truth = rng.randrange(classes)
            for worker in rng.sample(range(workers), each):
                said = truth if rng.random() < accuracy[worker] else rng.randrange(classes)
                out.write("t%d,w%d,c%d\n" % (task, worker, said))


def with_pandas(pd, np, labels, rounds):
    """Posterior by task (rows) and class (columns)."""
    counts = labels.groupby(["task", "label"]).size().unstack("label", fill_value=0)
    posterior = counts.div(counts.sum(axis=1), axis=0)

    def maximise(posterior):
        joined = labels.join(posterior, on="task")
        joined = joined.drop(columns="task")
        errors = joined.groupby(["annotator", "label"], sort=False).sum().clip(lower=SMALLEST)
        errors = errors.div(errors.groupby("annotator", sort=False).sum())
        return posterior.mean(), errors

    def expect(priors, errors):
        joined = labels.join(np.log2(errors), on=["annotator", "label"])
        joined = joined.drop(columns=["annotator", "label"])
        log_likelihoods = np.log2(priors) + joined.groupby("task", sort=False).sum()
        scaled = np.exp2(log_likelihoods.sub(log_likelihoods.max(axis=1), axis=0))
        return scaled.div(scaled.sum(axis=1), axis=0)

    priors, errors = maximise(posterior)
    for _ in range(rounds):
        posterior = expect(priors, errors)
        priors, errors = maximise(posterior)
    return posterior


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench")
    parser.add_argument("--tasks", type=int, default=100000)
    parser.add_argument("--each", type=int, default=10)
    parser.add_argument("--workers", type=int, default=500)
    parser.add_argument("--classes", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=20)
    arguments = parser.parse_args()
    try:
        import numpy as np
        import pandas as pd
    except ImportError as missing:
        system = "/usr/bin/python3"  # Debian's package is for Debian's python3, which need not be the first in PATH
        if os.path.exists(system) and "PLUMBLINE_BENCH_PYTHON" not in os.environ:
            os.execve(system, [system] + sys.argv, dict(os.environ, PLUMBLINE_BENCH_PYTHON=system))
        print(json.dumps({"name": NAME, "skipped": "the peer needs python3-pandas: %s" % missing}))
        return
    with tempfile.TemporaryDirectory() as folder:
        labels = os.path.join(folder, "labels.csv")
        posteriors = os.path.join(folder, "posteriors.csv")
        generate(labels, arguments.tasks, arguments.each, arguments.workers, arguments.classes)
        table = pd.read_csv(labels)
        peer = None
        for _ in range(2):
            start = time.monotonic()
            expected = with_pandas(pd, np, table, arguments.rounds)
            seconds = time.monotonic() - start
            peer = seconds if peer is None else min(peer, seconds)
        ours = float(subprocess.run([arguments.bench, labels, str(arguments.rounds), posteriors], check=True,
                                    stdout=subprocess.PIPE).stdout)
        found = pd.read_csv(posteriors).pivot(index="task", columns="label", values="probability").fillna(0.0)
        found = found.reindex(index=expected.index, columns=expected.columns, fill_value=0.0)
        difference = float((found - expected).abs().to_numpy().max())
        print(json.dumps({"name": NAME, "ours": round(ours, 4), "peer": round(peer, 3), "peer_name": "the same with pandas in python3",
                          "ratio": round(ours / peer, 5), "unit": "s", "times_faster": round(peer / ours, 1),
                          "largest_difference": difference, "input": "%d labels" % len(table)}))
        if difference > 1e-6:
            sys.exit("the posteriors differ by %g" % difference)


if __name__ == "__main__":
    main()
