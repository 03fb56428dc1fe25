// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "tests/support/memorydataset.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <map>

/// What the tests of formats do with files.
namespace plumbline::test {

/// Writes `content` to `name` below `folder`, making the folders between.
[[nodiscard]] inline Result<> put(const QString &folder, const QString &name, const QByteArray &content)
{
    QDir(folder).mkpath(QFileInfo(name).path());
    QFile file(folder + QLatin1Char('/') + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return fail(ErrorCode::Failed, file.errorString());
    return {};
}

[[nodiscard]] inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
}

/// Null when there is no such file or it is no JSON.
[[nodiscard]] inline Json fileJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? base::parseJson(file.readAll()).value_or(Json()) : Json();
}

/// Writes the data set; fails when the files that are there are not those that were planned and told.
[[nodiscard]] inline Result<> writeFormat(const extension::AnnotationFormat &format, const MemoryDataset &data,
                                          const QString &folder, extension::FormatOptions options = {})
{
    const extension::ExportRequest request{folder, std::move(options)};
    const auto planned = format.plannedOutputs(data, request);
    const auto written = format.write(data, request);
    if (!written)
        return fail(written.error());
    QStringList found;
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();)
        found.append(QDir(folder).relativeFilePath(files.next()));
    QStringList expected = *written;
    expected.sort();
    found.sort();
    if (!planned || *planned != *written || found != expected)
        return fail(ErrorCode::Corrupt,
                    QStringLiteral("planned, written and found files differ: ") + found.join(QLatin1Char(' ')));
    return {};
}

using LossCounts = std::map<QString, std::int64_t>;

/// What an export would lose, by what it is; an error is its words with -1.
[[nodiscard]] inline LossCounts lossesOf(const extension::AnnotationFormat &format, const MemoryDataset &data,
                                         extension::FormatOptions options = {})
{
    LossCounts counts;
    const auto losses = format.checkExport(data, {{}, std::move(options)});
    if (!losses)
        counts[losses.error().text] = -1;
    else
        for (const auto &loss : *losses)
            counts[loss.what] += loss.count;
    return counts;
}

/// The text with one to four accidents: another character, a part missing, a part twice, or a JSON value of another type.
[[nodiscard]] inline QByteArray mutated(QByteArray text, base::SeededRandom &random,
                                        const QByteArray &alphabet = "{}[]\",:0123456789.-eEntfu\\\x80 ")
{
    const auto below = [&](qsizetype size) { return static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(size))); };
    for (std::uint64_t i = 0; i < 1 + random.below(4) && !text.isEmpty(); ++i) {
        const qsizetype at = below(text.size());
        switch (random.below(4)) {
        case 0: text[at] = alphabet[below(alphabet.size())]; break;
        case 1: text.remove(at, 1 + below(30)); break;
        case 2: text.insert(at, text.mid(below(text.size()), 25)); break;
        default:
            if (const qsizetype colon = text.indexOf(':', at); colon > 0)
                text.insert(colon + 1, QByteArray("null,7,\"x\",[],{},true").split(',')[below(6)] + ",\"z\":");
        }
    }
    return text;
}

/// Reads a file of this text and writes what came of it. Fails when a refusal has no words, or what was read cannot be written.
[[nodiscard]] inline Result<> surviveText(const extension::AnnotationFormat &format, const QString &folder, const QString &name,
                                          const QByteArray &text)
{
    if (const auto written = put(folder, QStringLiteral("in/") + name, text); !written)
        return written;
    MemoryDataset data;
    const auto done = format.read({folder + QStringLiteral("/in"), {}, {}}, data);
    if (!done && done.error().text.isEmpty())
        return fail(ErrorCode::Failed, QStringLiteral("refused without a word"));
    static_cast<void>(format.probe(folder + QStringLiteral("/in")));
    const QString out = folder + QStringLiteral("/out");
    QDir(out).removeRecursively();
    QDir().mkpath(out);
    if (const auto checked = format.checkExport(data, {out, {}}); !checked)
        return fail(checked.error());
    const auto written = format.write(data, {out, {}});
    return written ? Result<>() : Result<>(fail(written.error()));
}

}  // namespace plumbline::test
