// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/formats.h"
#include "core/cloud/textreader.h"

#include <limits>

/// PLY 1.0 (G. Turk, "The PLY Polygon File Format", 1994). Only the vertices are read.
namespace plumbline::cloud {

namespace {

struct Property {
    QByteArray name;
    std::optional<ScalarType> type;  // none: a list
};

struct Element {
    QByteArray name;
    std::uint64_t count = 0;
    std::vector<Property> properties;
};

struct Header {
    QByteArray format;
    std::vector<Element> elements;
    std::uint64_t begin = 0;
};

constexpr std::size_t mostProperties = 1024;

std::optional<ScalarType> typeOf(QByteArrayView name)
{
    static const QHash<QByteArray, ScalarType> types = {
        {"char", ScalarType::Int8},       {"int8", ScalarType::Int8},       {"uchar", ScalarType::UInt8},
        {"uint8", ScalarType::UInt8},     {"short", ScalarType::Int16},     {"int16", ScalarType::Int16},
        {"ushort", ScalarType::UInt16},   {"uint16", ScalarType::UInt16},   {"int", ScalarType::Int32},
        {"int32", ScalarType::Int32},     {"uint", ScalarType::UInt32},     {"uint32", ScalarType::UInt32},
        {"float", ScalarType::Float32},   {"float32", ScalarType::Float32}, {"double", ScalarType::Float64},
        {"float64", ScalarType::Float64},
    };
    const auto it = types.find(name.toByteArray());
    return it == types.end() ? std::nullopt : std::optional(*it);
}

tl::unexpected<Error> broken(const QString &path, const QString &why)
{
    return fail(ErrorCode::Malformed, Words::tr("%1 is not a PLY file that can be read: %2").arg(path, why));
}

Result<Header> headerOf(const QString &path, QByteArrayView head)
{
    Header header;
    std::vector<QByteArrayView> words;
    std::size_t properties = 0;
    for (qsizetype at = 0;;) {
        const qsizetype end = head.indexOf('\n', at);
        if (end < 0)
            return broken(path, Words::tr("its header does not end."));
        splitWords(head.sliced(at, end - at), words);
        at = end + 1;
        const QByteArrayView key = words.empty() ? QByteArrayView() : words.front();
        if (key == "end_header") {
            header.begin = static_cast<std::uint64_t>(at);
            return header;
        }
        if (key == "format" && words.size() > 1) {
            header.format = words[1].toByteArray();
        } else if (key == "element" && words.size() == 3) {
            bool ok = false;
            header.elements.push_back({words[1].toByteArray(), words[2].toULongLong(&ok), {}});
            if (!ok)
                return broken(path, Words::tr("an element has no number."));
        } else if (key == "property" && words.size() >= 3 && !header.elements.empty()) {
            if (++properties > mostProperties)
                return broken(path, Words::tr("a point has more than %1 numbers.").arg(mostProperties));
            const bool list = words[1] == "list";
            const auto type = list ? std::nullopt : typeOf(words[1]);
            if (!list && !type)
                return broken(path, Words::tr("“%1” is no type of numbers.").arg(QString::fromUtf8(words[1])));
            header.elements.back().properties.push_back({words.back().toByteArray(), type});
        }
    }
}

}  // namespace

Opened openPly(std::unique_ptr<QFile> file, QByteArrayView head)
{
    const QString path = file->fileName();
    const auto header = headerOf(path, head);
    if (!header)
        return fail(header.error());
    const bool ascii = header->format == "ascii";
    if (!ascii && header->format != "binary_little_endian" && header->format != "binary_big_endian")
        return broken(path, Words::tr("its format “%1” does not exist.").arg(QString::fromUtf8(header->format)));
    RecordLayout records;
    records.begin = header->begin;
    records.bigEndian = header->format == "binary_big_endian";
    TextLayout text;
    text.begin = header->begin;
    CloudInfo info;
    info.format = ascii ? QStringLiteral("ply ascii") : QStringLiteral("ply binary");
    const auto vertex =
        std::find_if(header->elements.begin(), header->elements.end(), [](const Element &e) { return e.name == "vertex"; });
    if (vertex == header->elements.end())
        return broken(path, Words::tr("it has no vertices."));
    if (vertex != header->elements.begin())
        return fail(ErrorCode::Unsupported, Words::tr("%1 cannot be read: its vertices do not come first.").arg(path));
    info.points = vertex->count;
    std::array<bool, 3> found{};
    std::size_t word = 0;
    for (const Property &property : vertex->properties) {
        if (!property.type)
            return fail(ErrorCode::Unsupported, Words::tr("%1 cannot be read: its vertices hold lists.").arg(path));
        const std::size_t axis = property.name == "x" ? 0 : property.name == "y" ? 1 : property.name == "z" ? 2 : 3;
        if (axis < 3 && !found[axis]) {
            found[axis] = true;
            records.position[axis] = {records.stride, *property.type};
            text.position[axis] = word;
        } else {
            info.channels.push_back({QString::fromUtf8(property.name), *property.type});
            records.channels.push_back({records.stride, *property.type});
            text.channels.push_back(word);
        }
        records.stride += sizeOf(*property.type);
        ++word;
    }
    text.numbers = word;
    if (!found[0] || !found[1] || !found[2])
        return broken(path, Words::tr("its vertices have no x, y and z."));
    makeUnique(info.channels);
    if (ascii)
        return TextReader::open(std::move(file), std::move(text), std::move(info));
    info.points = pointsThatFit(path, info.points, static_cast<std::uint64_t>(file->size()), records, info);
    return RecordReader::open(std::move(file), std::move(records), std::move(info));
}

}  // namespace plumbline::cloud
