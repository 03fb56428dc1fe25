// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/formatguess.h"

#include <QFileInfo>

#include <algorithm>

namespace plumbline::exchange {

std::vector<FormatGuess> guessFormats(const std::vector<const extension::AnnotationFormat *> &formats, const QString &path)
{
    std::vector<FormatGuess> guesses;
    if (const QFileInfo info(path); !info.isFile() && !info.isDir())
        return guesses;
    for (const extension::AnnotationFormat *format : formats) {
        FormatGuess guess{format, format->probe(path)};
        if (guess.probe.confidence != extension::ProbeResult::None)
            guesses.push_back(std::move(guess));
    }
    std::stable_sort(guesses.begin(), guesses.end(),
                     [](const FormatGuess &a, const FormatGuess &b) { return a.probe.confidence > b.probe.confidence; });
    return guesses;
}

const extension::AnnotationFormat *certainGuess(const std::vector<FormatGuess> &guesses)
{
    if (guesses.empty() || guesses.front().probe.confidence < extension::ProbeResult::Medium)
        return nullptr;
    if (guesses.size() > 1 && guesses[1].probe.confidence == guesses[0].probe.confidence)
        return nullptr;
    return guesses.front().format;
}

}  // namespace plumbline::exchange
