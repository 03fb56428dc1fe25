// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unlaz/filestream.h"
#include "app/unlaz/restrictions.h"

#include <laszip/laszip_api.h>

#include <charconv>
#include <cstring>
#include <istream>
#include <optional>
#include <vector>

#include <sys/stat.h>
#include <sys/time.h>

/// plumbline-unlaz FIRST FORMAT LENGTH CHUNK < FILE.laz: writes the records of a LAZ file, from number FIRST (0 = the first) on, each
/// of LENGTH bytes and laid out as point format FORMAT in LAS 1.4 - R15. CHUNK is that of cloud::Packing. A process of its own because the file may be hostile.
/// Exit: 0 all were written, 2 the file is another one than was said, 3 it is damaged from there on.
namespace {

using namespace plumbline;

std::optional<std::uint64_t> number(const char *word)
{
    std::uint64_t value = 0;
    const char *end = word + std::strlen(word);
    const auto [stopped, problem] = std::from_chars(word, end, value);
    return problem == std::errc() && stopped == end ? std::optional(value) : std::nullopt;
}

void put(char *&to, const void *from, std::size_t bytes)
{
    std::memcpy(to, from, bytes);
    to += bytes;
}

void put(char *&to, unsigned bits)
{
    *to++ = static_cast<char>(bits);
}

// Little-endian machines only, as the numbers go out as they lie in memory.
void pack(const laszip_point &p, unsigned format, char *to)
{
    const bool wide = format >= 6;
    put(to, &p.X, 4);
    put(to, &p.Y, 4);
    put(to, &p.Z, 4);
    put(to, &p.intensity, 2);
    if (wide) {
        put(to, unsigned(p.extended_return_number | p.extended_number_of_returns << 4));
        put(to, unsigned(p.extended_classification_flags | p.extended_scanner_channel << 4 | p.scan_direction_flag << 6
                         | p.edge_of_flight_line << 7));
        put(to, p.extended_classification);
        put(to, p.user_data);
        put(to, &p.extended_scan_angle, 2);
    } else {
        put(to, unsigned(p.return_number | p.number_of_returns << 3 | p.scan_direction_flag << 6 | p.edge_of_flight_line << 7));
        put(to, unsigned(p.classification | p.synthetic_flag << 5 | p.keypoint_flag << 6 | p.withheld_flag << 7));
        put(to, static_cast<unsigned char>(p.scan_angle_rank));
        put(to, p.user_data);
    }
    put(to, &p.point_source_ID, 2);
    if (wide || format == 1 || format >= 3)
        put(to, &p.gps_time, 8);
    if (format == 2 || format == 3 || format == 5 || format == 7 || format == 8 || format == 10)
        put(to, p.rgb, 6);
    if (format == 8 || format == 10)
        put(to, &p.rgb[3], 2);
    if (format == 4 || format == 5 || format == 9 || format == 10)
        put(to, p.wave_packet, 29);
    if (p.num_extra_bytes > 0)
        put(to, p.extra_bytes, std::size_t(p.num_extra_bytes));
}

constexpr std::size_t plainLengths[] = {20, 28, 26, 34, 57, 63, 30, 36, 38, 59, 67};
constexpr std::size_t bufferBytes = std::size_t(1) << 16;

bool writeAll(const char *bytes, std::size_t count)
{
    while (count > 0) {
        const ssize_t written = ::write(1, bytes, count);
        if (written <= 0)
            return false;
        bytes += written;
        count -= std::size_t(written);
    }
    return true;
}

struct Chunks {
    std::int64_t end;  // of the last one, byte in the file
    std::uint32_t number = 0;  // 0 = not known
};

// Behind the chunks is a table: its version and their number. Where it is, the 8 bytes in front of them say. Where those say
// nothing, the chunks end with the file. LASzip's own header has another place for the points: as if it were not packed.
Chunks chunksOf(std::int64_t size)
{
    std::uint32_t offsetToPoints = 0;
    std::int64_t table = -1;
    std::uint32_t number = 0;
    if (::pread(0, &offsetToPoints, sizeof offsetToPoints, 96) != sizeof offsetToPoints
        || ::pread(0, &table, sizeof table, off_t(offsetToPoints)) != sizeof table || table <= std::int64_t(offsetToPoints)
        || table > size - 8 || ::pread(0, &number, sizeof number, off_t(table) + 4) != sizeof number)
        return {size};
    return {table, number};
}

// LASzip looks for a point that is not there by failing to read all those in between.
void mayTake(int seconds)
{
    itimerval timer{};
    timer.it_value.tv_sec = seconds;
    setitimer(ITIMER_VIRTUAL, &timer, nullptr);
}

// Makes `first` the point that is read next.
bool goTo(laszip_POINTER reader, std::uint64_t first, std::uint32_t chunkPoints, const Chunks &chunks)
{
    constexpr std::uint32_t differing = 0xFFFFFFFF;
    constexpr int seconds = 2;
    if (first == 0)
        return true;
    std::uint64_t after = first;
    if (chunkPoints == differing || (chunkPoints > 0 && chunks.number > 0)) {
        after = chunkPoints == differing ? 0 : first % chunkPoints;
        if (chunkPoints != differing && first / chunkPoints >= chunks.number)
            return false;
        mayTake(seconds);
        if (laszip_seek_point(reader, laszip_I64(first - after)))
            return false;
        mayTake(0);
    }
    for (; after > 0; --after)
        if (laszip_read_point(reader))
            return false;
    return true;
}

int run(std::uint64_t first, unsigned format, std::size_t length, std::uint32_t chunkPoints)
{
    struct stat file{};
    if (::fstat(0, &file) != 0)
        return 2;
    unlaz::FileStream buffer(0, file.st_size);
    std::istream stream(&buffer);
    unlaz::restrictProcess();

    laszip_POINTER reader = nullptr;
    laszip_BOOL packed = 0;
    laszip_header *header = nullptr;
    laszip_point *point = nullptr;
    if (laszip_create(&reader) || laszip_open_reader_stream(reader, stream, &packed) || laszip_get_header_pointer(reader, &header)
        || laszip_get_point_pointer(reader, &point))
        return 3;
    const std::size_t extra = point->num_extra_bytes > 0 ? std::size_t(point->num_extra_bytes) : 0;
    if (!packed || (header->point_data_format & 0x3F) != format || header->point_data_record_length != length
        || plainLengths[format] + extra != length)
        return 2;
    const std::uint64_t points =
        header->number_of_point_records ? header->number_of_point_records : header->extended_number_of_point_records;
    const Chunks chunks = chunksOf(file.st_size);
    if (!goTo(reader, first, chunkPoints, chunks))
        return 3;
    std::vector<char> records(bufferBytes / length * length + length);
    std::size_t filled = 0;
    int result = 0;
    for (std::uint64_t i = first; i < points && result == 0; ++i) {
        if (laszip_read_point(reader)) {
            result = 3;
            break;
        }
        // Now that the table behind the chunks was read, what lies behind the last of them must not be taken for points.
        if (i == first)
            buffer.endAt(chunks.end);
        pack(*point, format, records.data() + filled);
        filled += length;
        // The first one at once: it may be the only one that is asked for.
        if (filled + length > records.size() || i == first) {
            if (!writeAll(records.data(), filled))
                return 0;
            filled = 0;
        }
    }
    return writeAll(records.data(), filled) ? result : 0;
}

}  // namespace

int main(int count, char **arguments)
{
    const auto first = count == 5 ? number(arguments[1]) : std::nullopt;
    const auto format = count == 5 ? number(arguments[2]) : std::nullopt;
    const auto length = count == 5 ? number(arguments[3]) : std::nullopt;
    const auto chunk = count == 5 ? number(arguments[4]) : std::nullopt;
    if (!first || !chunk || *chunk > UINT32_MAX || !format || !length || *format > 10 || *length < plainLengths[*format]
        || *length > 65535 || *first > std::uint64_t(INT64_MAX))
        return 2;
    // Nothing is tidied up: what a hostile file left behind must not be walked through again.
    ::_exit(run(*first, unsigned(*format), std::size_t(*length), std::uint32_t(*chunk)));
}
