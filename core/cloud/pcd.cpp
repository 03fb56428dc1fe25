// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/formats.h"
#include "core/cloud/lzf.h"
#include "core/cloud/textreader.h"

#include <QtEndian>

#include <limits>

/// PCD 0.6 and 0.7, as the Point Cloud Library's documentation describes them.
namespace plumbline::cloud {

namespace {

struct Field {
    QByteArray name;
    ScalarType type = ScalarType::Float32;
    std::uint64_t count = 1;
};

struct Header {
    std::vector<Field> fields;
    std::uint64_t width = 0;
    std::uint64_t height = 1;
    std::optional<std::uint64_t> points;
    QByteArray data;
    std::uint64_t begin = 0;
};

constexpr std::uint64_t mostFields = 1024;

std::optional<ScalarType> typeOf(char type, std::uint64_t size)
{
    switch (type) {
    case 'F':
        return size == 4 ? std::optional(ScalarType::Float32) : size == 8 ? std::optional(ScalarType::Float64) : std::nullopt;
    case 'I':
        switch (size) {
        case 1: return ScalarType::Int8;
        case 2: return ScalarType::Int16;
        case 4: return ScalarType::Int32;
        case 8: return ScalarType::Int64;
        default: return std::nullopt;
        }
    case 'U':
        switch (size) {
        case 1: return ScalarType::UInt8;
        case 2: return ScalarType::UInt16;
        case 4: return ScalarType::UInt32;
        case 8: return ScalarType::UInt64;
        default: return std::nullopt;
        }
    default: return std::nullopt;
    }
}

std::optional<std::uint64_t> countOf(QByteArrayView word)
{
    bool ok = false;
    const qulonglong value = word.toULongLong(&ok);
    return ok ? std::optional<std::uint64_t>(value) : std::nullopt;
}

tl::unexpected<Error> broken(const QString &path, const QString &why)
{
    return fail(ErrorCode::Malformed, Words::tr("%1 is not a PCD file that can be read: %2").arg(path, why));
}

Result<Header> headerOf(const QString &path, QByteArrayView head)
{
    Header header;
    std::vector<QByteArrayView> words;
    std::vector<std::uint64_t> sizes;
    QByteArray types;
    std::vector<std::uint64_t> counts;
    qsizetype at = 0;
    while (header.data.isEmpty()) {
        const qsizetype end = head.indexOf('\n', at);
        if (end < 0)
            return broken(path, Words::tr("its header has no DATA line."));
        const QByteArrayView line = head.sliced(at, end - at);
        at = end + 1;
        splitWords(line, words);
        if (words.empty() || words.front().startsWith('#'))
            continue;
        const QByteArray key = words.front().toByteArray().toUpper();
        const auto numbers = [&words](std::vector<std::uint64_t> &into) {
            for (std::size_t i = 1; i < words.size(); ++i)
                into.push_back(countOf(words[i]).value_or(std::numeric_limits<std::uint64_t>::max()));
        };
        if (key == "FIELDS" || key == "COLUMNS") {
            // A field may be called "#"; only a line that begins with it is a comment.
            for (std::size_t i = 1; i < words.size() && header.fields.size() < mostFields; ++i)
                header.fields.push_back({words[i].toByteArray(), ScalarType::Float32, 1});
        } else if (key == "SIZE") {
            numbers(sizes);
        } else if (key == "TYPE") {
            for (std::size_t i = 1; i < words.size(); ++i)
                types += words[i].size() == 1 ? words[i][0] : '?';
        } else if (key == "COUNT") {
            numbers(counts);
        } else if (key == "WIDTH" && words.size() > 1) {
            header.width = countOf(words[1]).value_or(0);
        } else if (key == "HEIGHT" && words.size() > 1) {
            header.height = countOf(words[1]).value_or(0);
        } else if (key == "POINTS" && words.size() > 1) {
            header.points = countOf(words[1]);
        } else if (key == "DATA" && words.size() > 1) {
            header.data = words[1].toByteArray().toLower();
        }
    }
    header.begin = static_cast<std::uint64_t>(at);
    const std::size_t n = header.fields.size();
    if (n == 0 || sizes.size() != n || static_cast<std::size_t>(types.size()) != n || (!counts.empty() && counts.size() != n))
        return broken(path, Words::tr("FIELDS, SIZE, TYPE and COUNT do not name equally many fields."));
    std::uint64_t values = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const auto type = typeOf(types[static_cast<qsizetype>(i)], sizes[i]);
        if (!type)
            return broken(
                path,
                Words::tr("field “%1” has a type of numbers that does not exist.").arg(QString::fromUtf8(header.fields[i].name)));
        header.fields[i].type = *type;
        header.fields[i].count = counts.empty() ? 1 : counts[i];
        if (header.fields[i].count > mostFields || (values += header.fields[i].count) > mostFields)
            return broken(path, Words::tr("a point has more than %1 numbers.").arg(mostFields));
    }
    return header;
}

struct Plan {
    RecordLayout records;
    TextLayout text;
    std::vector<Channel> channels;
};

Result<Plan> planOf(const QString &path, const Header &header)
{
    Plan plan;
    std::array<bool, 3> found{};
    std::size_t offset = 0;
    std::size_t word = 0;
    for (const Field &field : header.fields) {
        const std::size_t size = sizeOf(field.type);
        const QByteArray name = field.name.toLower();
        const std::size_t axis = name == "x" ? 0 : name == "y" ? 1 : name == "z" ? 2 : 3;
        for (std::size_t i = 0; i < field.count; ++i, offset += size, ++word) {
            if (axis < 3 && i == 0 && !found[axis]) {
                found[axis] = true;
                plan.records.position[axis] = {offset, field.type};
                plan.text.position[axis] = word;
            } else if (field.name != "_") {  // PCL's name for padding
                QString channel = QString::fromUtf8(field.name);
                if (field.count > 1)
                    channel += QStringLiteral("[%1]").arg(i);
                plan.channels.push_back({channel, field.type});
                plan.records.channels.push_back({offset, field.type});
                plan.text.channels.push_back(word);
            }
        }
    }
    plan.records.stride = offset;
    plan.records.begin = plan.text.begin = header.begin;
    plan.text.numbers = word;
    if (!found[0] || !found[1] || !found[2])
        return broken(path, Words::tr("it has no fields x, y and z."));
    makeUnique(plan.channels);
    return plan;
}

/// All of a compressed file, unpacked: its fields lie one after the other.
class UnpackedPcd final : public CloudReader
{
public:
    UnpackedPcd(std::vector<std::byte> bytes, const RecordLayout &layout, CloudInfo info)
        : m_bytes(std::move(bytes)), m_layout(layout), m_info(std::move(info))
    {}
    void chooseOrigin()
    {
        PointBlock start;
        if (read(0, pointsLookedAt, start, {}))
            m_info.origin = originOf(start);
    }
    [[nodiscard]] const CloudInfo &info() const override { return m_info; }
    [[nodiscard]] bool readsAtRandom() const override { return true; }
    [[nodiscard]] Result<> read(std::uint64_t first, std::uint64_t count, PointBlock &block,
                                const jobs::JobControl &control) override
    {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        count = first < m_info.points ? std::min(count, m_info.points - first) : 0;
        prepare(block, m_info.channels, count);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const RecordField &field = m_layout.position[axis];
            const std::byte *from = start(field, first);
            for (std::size_t i = 0; i < count; ++i, from += sizeOf(field.type))
                block.positions[i][axis] = static_cast<float>(numberAt(from, field.type, false) - m_info.origin[axis]);
        }
        for (std::size_t c = 0; c < m_layout.channels.size(); ++c) {
            const RecordField &field = m_layout.channels[c];
            const std::byte *from = start(field, first);
            std::copy_n(from, count * sizeOf(field.type), block.columns[c].bytes().data());
        }
        return {};
    }

private:
    [[nodiscard]] const std::byte *start(const RecordField &field, std::uint64_t first) const
    {
        return m_bytes.data() + field.offset * m_info.points + first * sizeOf(field.type);
    }

    std::vector<std::byte> m_bytes;
    RecordLayout m_layout;  // offsets within a record; times the points they are where a field begins
    CloudInfo m_info;
};

Opened openCompressed(QFile &file, const RecordLayout &layout, CloudInfo info, const CloudBudget &budget)
{
    const QString path = file.fileName();
    std::array<std::uint32_t, 2> sizes{};
    if (!file.seek(static_cast<qint64>(layout.begin)) || file.read(reinterpret_cast<char *>(sizes.data()), 8) != 8)
        return broken(path, Words::tr("it ends before its points."));
    const std::uint64_t packedSize = qFromLittleEndian(sizes[0]);
    const std::uint64_t unpackedSize = qFromLittleEndian(sizes[1]);
    const std::uint64_t room = static_cast<std::uint64_t>(file.size()) - layout.begin - 8;
    if (packedSize > room)
        return broken(path, Words::tr("its points are cut off: %1 bytes are missing.").arg(packedSize - room));
    // LZF makes at most about 90 bytes of one.
    if (unpackedSize / layout.stride != info.points || unpackedSize % layout.stride != 0 || unpackedSize / 128 > packedSize)
        return broken(path, Words::tr("the number of its points does not fit the size of its data."));
    if (unpackedSize > budget.unpackedBytes)
        return fail(ErrorCode::TooLarge,
                    Words::tr("%1 unpacks to %2 MB, more than is allowed.").arg(path).arg(unpackedSize >> 20));
    const QByteArray packed = file.read(static_cast<qint64>(packedSize));
    std::vector<std::byte> bytes(unpackedSize);
    if (static_cast<std::uint64_t>(packed.size()) != packedSize || !unpackLzf(std::as_bytes(std::span(packed)), bytes))
        return broken(path, Words::tr("its compressed points are damaged."));
    auto reader = std::make_unique<UnpackedPcd>(std::move(bytes), layout, std::move(info));
    reader->chooseOrigin();
    return reader;
}

}  // namespace

Opened openPcd(std::unique_ptr<QFile> file, QByteArrayView head, const CloudBudget &budget)
{
    const QString path = file->fileName();
    const auto header = headerOf(path, head);
    if (!header)
        return fail(header.error());
    const auto plan = planOf(path, *header);
    if (!plan)
        return fail(plan.error());
    CloudInfo info;
    info.format = QStringLiteral("pcd ") + QString::fromLatin1(header->data);
    info.channels = plan->channels;
    const bool fits = header->height == 0 || header->width <= std::numeric_limits<std::uint64_t>::max() / header->height;
    const std::uint64_t grid = fits ? header->width * header->height : std::numeric_limits<std::uint64_t>::max();
    info.points = header->points.value_or(grid);
    if (header->points && *header->points != grid)
        info.issues.warning(path, {}, Words::tr("WIDTH times HEIGHT is not POINTS; POINTS counts."));
    else if (header->height > 1)
        info.width = header->width, info.height = header->height;
    if (header->data == "ascii")
        return TextReader::open(std::move(file), plan->text, std::move(info));
    if (header->data == "binary") {
        info.points = pointsThatFit(path, info.points, static_cast<std::uint64_t>(file->size()), plan->records, info);
        return RecordReader::open(std::move(file), plan->records, std::move(info));
    }
    if (header->data == "binary_compressed")
        return openCompressed(*file, plan->records, std::move(info), budget);
    return broken(path,
                  Words::tr("DATA is “%1”; ascii, binary and binary_compressed are known.").arg(QString::fromUtf8(header->data)));
}

}  // namespace plumbline::cloud
