// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cloud/cloudreader.h"

#include <QFile>

namespace plumbline::cloud {

/// A text file with a point a line. Empty lines do not count, nor, where `comments` is set, those that begin with # or //.
/// Numbers are separated by blanks, tabs, commas or semicolons. Private to this folder.
struct TextLayout {
    std::uint64_t begin = 0;  ///< of the first line of points, bytes
    bool comments = false;
    std::array<std::size_t, 3> position{0, 1, 2};  ///< which number of a line
    std::vector<std::size_t> channels;             ///< likewise, one for each of CloudInfo::channels
    std::size_t numbers = 3;                       ///< that a line must have
};

/// Lines that count, and the longest of them that is kept: a longer one is broken.
inline constexpr std::size_t longestLine = std::size_t(64) << 10;

/// Splits at blanks, tabs, commas and semicolons; two commas enclose an empty word.
void splitWords(QByteArrayView line, std::vector<QByteArrayView> &words);
/// Reads a whole word as a number, "nan" and "inf" too.
[[nodiscard]] std::optional<double> numberOf(QByteArrayView word);
/// Whether a line holds a point.
[[nodiscard]] bool countsAsLine(QByteArrayView line, bool comments);

/// Lines of a file one after the other, whatever their length.
class LineSource
{
public:
    explicit LineSource(QFile &file) : m_file(file) {}
    [[nodiscard]] bool start(std::uint64_t at);
    /// The next line without its end, valid until the next call; nothing at the end of the file. A line that is too long
    /// comes cut to longestLine.
    [[nodiscard]] std::optional<QByteArrayView> next();

private:
    [[nodiscard]] bool fill();

    QFile &m_file;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    bool m_end = false;
};

/// A line whose numbers cannot be read keeps its place: its position is NaN, and info().issues names it.
class TextReader final : public CloudReader
{
public:
    /// Counts the lines; info.points is what the header claims, or the largest number there is when it claims nothing.
    [[nodiscard]] static Result<std::unique_ptr<CloudReader>> open(std::unique_ptr<QFile> file, TextLayout layout,
                                                                   CloudInfo info);

    [[nodiscard]] const CloudInfo &info() const override { return m_info; }
    [[nodiscard]] bool readsAtRandom() const override { return false; }
    [[nodiscard]] Result<> read(std::uint64_t first, std::uint64_t count, PointBlock &block,
                                const jobs::JobControl &control) override;

private:
    TextReader(std::unique_ptr<QFile> file, TextLayout layout, CloudInfo info);
    [[nodiscard]] std::optional<QByteArrayView> nextPoint();
    void take(QByteArrayView line, std::size_t at, PointBlock &block);

    std::unique_ptr<QFile> m_file;
    TextLayout m_layout;
    CloudInfo m_info;
    LineSource m_lines;
    std::uint64_t m_next = 0;   ///< point that the next line holds
    std::uint64_t m_named = 0;  ///< points before this one were checked already
    std::vector<QByteArrayView> m_words;
};

}  // namespace plumbline::cloud
