// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/formats.h"
#include "core/cloud/textreader.h"

#include <limits>

namespace plumbline::cloud {

namespace {

// The first line that counts, and where it begins.
std::pair<QByteArrayView, qsizetype> firstLine(QByteArrayView head)
{
    for (qsizetype at = 0; at < head.size();) {
        qsizetype end = head.indexOf('\n', at);
        if (end < 0)
            end = head.size();
        const QByteArrayView line = head.sliced(at, end - at);
        if (countsAsLine(line, true))
            return {line, at};
        at = end + 1;
    }
    return {{}, head.size()};
}

bool allNumbers(const std::vector<QByteArrayView> &words)
{
    return std::all_of(words.begin(), words.end(), [](QByteArrayView word) { return numberOf(word).has_value(); });
}

QString usualName(std::size_t column, std::size_t columns)
{
    // x y z intensity, x y z r g b, x y z intensity r g b: what programs write.
    static const QString names[] = {QStringLiteral("intensity"), QStringLiteral("red"), QStringLiteral("green"),
                                    QStringLiteral("blue")};
    if (columns == 4 || columns == 7)
        return names[column - 3];
    return columns == 6 ? names[column - 2] : QStringLiteral("column %1").arg(column + 1);
}

}  // namespace

bool looksLikeText(QByteArrayView head)
{
    const QByteArrayView line = firstLine(head).first;
    if (line.isEmpty() || head.contains('\0'))
        return false;
    std::vector<QByteArrayView> words;
    splitWords(line, words);
    if (words.size() >= 3 && allNumbers(words))
        return true;
    const auto has = [&words](const char *name) {
        return std::any_of(words.begin(), words.end(), [&](QByteArrayView word) { return word.toByteArray().toLower() == name; });
    };
    return has("x") && has("y") && has("z");
}

Opened openText(std::unique_ptr<QFile> file, QByteArrayView head)
{
    const QString path = file->fileName();
    const auto [line, at] = firstLine(head);
    std::vector<QByteArrayView> words;
    splitWords(line, words);
    if (words.size() < 3 || words.size() > 1024)
        return fail(ErrorCode::Malformed, Words::tr("%1 does not begin with a line of three or more numbers.").arg(path));
    TextLayout layout;
    layout.comments = true;
    layout.numbers = words.size();
    layout.begin = static_cast<std::uint64_t>(at);
    CloudInfo info;
    info.format = QStringLiteral("text");
    info.points = std::numeric_limits<std::uint64_t>::max();
    const bool named = !allNumbers(words);
    std::array<bool, 3> found{!named, !named, !named};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const QByteArray name = words[i].toByteArray().toLower();
        const std::size_t axis = !named ? i : name == "x" ? 0 : name == "y" ? 1 : name == "z" ? 2 : 3;
        if (axis < 3 && (!named || !found[axis])) {
            found[axis] = true;
            layout.position[axis] = i;
        } else {
            info.channels.push_back({named ? QString::fromUtf8(words[i]) : usualName(i, words.size()), ScalarType::Float64});
            layout.channels.push_back(i);
        }
    }
    if (!found[0] || !found[1] || !found[2])
        return fail(ErrorCode::Malformed, Words::tr("%1 has no columns x, y and z.").arg(path));
    makeUnique(info.channels);
    if (named)
        layout.begin += static_cast<std::uint64_t>(line.size()) + 1;
    return TextReader::open(std::move(file), std::move(layout), std::move(info));
}

}  // namespace plumbline::cloud
