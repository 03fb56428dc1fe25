// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/textreader.h"

#include "core/cloud/formats.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

namespace plumbline::cloud {

namespace {

constexpr qsizetype chunkBytes = qsizetype(1) << 20;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

}  // namespace

void splitWords(QByteArrayView line, std::vector<QByteArrayView> &words)
{
    words.clear();
    qsizetype at = 0;
    bool wordBefore = false;
    while (at < line.size()) {
        if (isBlank(line[at])) {
            ++at;
        } else if (line[at] == ',' || line[at] == ';') {
            if (!wordBefore)
                words.push_back({});
            wordBefore = false;
            ++at;
        } else {
            const qsizetype from = at;
            while (at < line.size() && !isBlank(line[at]) && line[at] != ',' && line[at] != ';')
                ++at;
            words.push_back(line.sliced(from, at - from));
            wordBefore = true;
        }
    }
}

std::optional<double> numberOf(QByteArrayView word)
{
    if (word.startsWith('+'))
        word = word.sliced(1);
    double value = 0;
    const auto [end, problem] = std::from_chars(word.begin(), word.end(), value);
    if (end != word.end() || word.isEmpty())
        return std::nullopt;
    if (problem == std::errc::result_out_of_range)
        return word.startsWith('-') ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    return problem == std::errc() ? std::optional(value) : std::nullopt;
}

bool countsAsLine(QByteArrayView line, bool comments)
{
    for (qsizetype i = 0; i < line.size(); ++i)
        if (!isBlank(line[i]))
            return !comments || !(line[i] == '#' || (line[i] == '/' && i + 1 < line.size() && line[i + 1] == '/'));
    return false;
}

bool LineSource::start(std::uint64_t at)
{
    m_buffer.clear();
    m_at = 0;
    m_end = false;
    return m_file.seek(static_cast<qint64>(at));
}

bool LineSource::fill()
{
    m_buffer.remove(0, m_at);
    m_at = 0;
    // Asking for more than there is would take a whole chunk for a small file.
    const QByteArray more = m_file.read(std::clamp<qint64>(m_file.size() - m_file.pos(), 1, chunkBytes));
    m_end = more.isEmpty();
    m_buffer += more;
    return !m_end;
}

std::optional<QByteArrayView> LineSource::next()
{
    qsizetype looked = 0;
    for (;;) {
        const char *from = m_buffer.constData() + m_at;
        const qsizetype there = m_buffer.size() - m_at;
        if (const void *end =
                there > looked ? std::memchr(from + looked, '\n', static_cast<std::size_t>(there - looked)) : nullptr) {
            const qsizetype length = static_cast<const char *>(end) - from;
            m_at += length + 1;
            return QByteArrayView(from, std::min<qsizetype>(length, longestLine));
        }
        looked = there;
        // Of a line without an end only the beginning is kept.
        if (looked > 2 * qsizetype(longestLine)) {
            m_buffer.remove(m_at + qsizetype(longestLine), looked - qsizetype(longestLine));
            looked = qsizetype(longestLine);
        }
        if (!fill()) {
            if (looked == 0)
                return std::nullopt;
            m_at = m_buffer.size();
            return QByteArrayView(m_buffer.constData(), std::min<qsizetype>(m_buffer.size(), longestLine));
        }
    }
}

TextReader::TextReader(std::unique_ptr<QFile> file, TextLayout layout, CloudInfo info)
    : m_file(std::move(file)), m_layout(std::move(layout)), m_info(std::move(info)), m_lines(*m_file)
{}

Result<std::unique_ptr<CloudReader>> TextReader::open(std::unique_ptr<QFile> file, TextLayout layout, CloudInfo info)
{
    const std::uint64_t claimed = info.points;
    auto reader = std::unique_ptr<TextReader>(new TextReader(std::move(file), std::move(layout), std::move(info)));
    const QString path = reader->m_file->fileName();
    if (!reader->m_lines.start(reader->m_layout.begin))
        return fail(ErrorCode::Failed, Words::tr("%1 cannot be read.").arg(path), reader->m_file->errorString());
    std::uint64_t lines = 0;
    while (lines < claimed && reader->nextPoint())
        ++lines;
    if (lines < claimed && claimed != std::numeric_limits<std::uint64_t>::max())
        reader->m_info.issues.problem(
            path, {},
            Words::tr("The header claims %1 points, but the file has %2 lines of them. Those are read.").arg(claimed).arg(lines));
    reader->m_info.points = lines;
    reader->m_next = lines;
    PointBlock start;
    if (const auto read = reader->read(0, pointsLookedAt, start, {}); !read)
        return fail(read.error());
    reader->m_info.origin = originOf(start);
    return std::unique_ptr<CloudReader>(std::move(reader));
}

std::optional<QByteArrayView> TextReader::nextPoint()
{
    while (const auto line = m_lines.next())
        if (countsAsLine(*line, m_layout.comments))
            return line;
    return std::nullopt;
}

void TextReader::take(QByteArrayView line, std::size_t at, PointBlock &block)
{
    splitWords(line, m_words);
    bool whole = m_words.size() >= m_layout.numbers;
    const auto number = [&](std::size_t word) {
        const auto value = word < m_words.size() ? numberOf(m_words[word]) : std::nullopt;
        whole = whole && value.has_value();
        return value.value_or(std::numeric_limits<double>::quiet_NaN());
    };
    for (std::size_t axis = 0; axis < 3; ++axis)
        block.positions[at][axis] = static_cast<float>(number(m_layout.position[axis]) - m_info.origin[axis]);
    for (std::size_t c = 0; c < m_layout.channels.size(); ++c)
        block.columns[c].set(at, number(m_layout.channels[c]));
    if (whole)
        return;
    block.positions[at].fill(std::numeric_limits<float>::quiet_NaN());
    if (m_next >= m_named)
        m_info.issues.problem(m_file->fileName(), Words::tr("point %1").arg(m_next + 1),
                              Words::tr("This line is not made of %1 numbers. Its point is left out.").arg(m_layout.numbers));
}

Result<> TextReader::read(std::uint64_t first, std::uint64_t count, PointBlock &block, const jobs::JobControl &control)
{
    count = first < m_info.points ? std::min(count, m_info.points - first) : 0;
    prepare(block, m_info.channels, count);
    if (first < m_next) {
        m_next = 0;
        if (!m_lines.start(m_layout.begin))
            return fail(ErrorCode::Failed, Words::tr("%1 cannot be read.").arg(m_file->fileName()), m_file->errorString());
    }
    const std::uint64_t end = first + count;
    for (; m_next < end; ++m_next) {
        if (m_next % 4096 == 0 && control.cancelled())
            return jobs::JobControl::cancelledError();
        const auto line = nextPoint();
        if (!line)
            return fail(ErrorCode::Failed, Words::tr("%1 has become shorter while it was read.").arg(m_file->fileName()));
        if (m_next >= first)
            take(*line, m_next - first, block);
    }
    m_named = std::max(m_named, m_next);
    return {};
}

}  // namespace plumbline::cloud
