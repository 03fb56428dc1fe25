// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/fuzzy.h"

#include <algorithm>

namespace plumbline::actions {

int fuzzyScore(QStringView text, QStringView pattern)
{
    constexpr int base = 1000;
    constexpr int startOfText = 60;
    constexpr int startOfWord = 40;
    constexpr int run = 25;
    constexpr int gap = 2;
    int score = base;
    qsizetype at = 0;
    qsizetype last = -2;
    for (const QChar wanted : pattern) {
        if (wanted.isSpace())
            continue;
        const auto startsWord = [&](qsizetype i) { return i == 0 || !text[i - 1].isLetterOrNumber(); };
        const auto same = [&](qsizetype i) { return text[i].toCaseFolded() == wanted.toCaseFolded(); };
        qsizetype found = -1;
        // A run goes on where it can; else the next start of a word is meant, else the next such letter.
        if (last >= 0 && at < text.size() && same(at))
            found = at;
        for (qsizetype i = at; found < 0 && i < text.size(); ++i) {
            if (same(i) && startsWord(i))
                found = i;
        }
        for (qsizetype i = at; found < 0 && i < text.size(); ++i) {
            if (same(i))
                found = i;
        }
        if (found < 0)
            return 0;
        if (found == 0)
            score += startOfText;
        else if (startsWord(found))
            score += startOfWord;
        if (found == last + 1)
            score += run;
        else
            score -= gap * static_cast<int>(std::min<qsizetype>(found - at, 20));
        last = found;
        at = found + 1;
    }
    return std::max(1, score - static_cast<int>(std::min<qsizetype>(text.size(), 100)) / 4);
}

}  // namespace plumbline::actions
