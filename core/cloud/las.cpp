// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/formats.h"
#include "core/cloud/packedlas.h"

#include <QtEndian>

#include <cmath>

/// LAS 1.0 to 1.4 (ASPRS, "LAS Specification 1.4 - R15", 2019). Compressed records (LAZ) are unpacked elsewhere.
namespace plumbline::cloud {

namespace {

constexpr std::size_t mostExtra = 192;
constexpr qint64 largestTable = qint64(1) << 20;
constexpr std::uint32_t mostRecords = 65536;
constexpr std::size_t mostUnnamed = 64;

template <typename T>
T at(QByteArrayView bytes, qsizetype offset)
{
    return qFromLittleEndian<T>(bytes.data() + offset);
}

double doubleAt(QByteArrayView bytes, qsizetype offset)
{
    return numberAt(reinterpret_cast<const std::byte *>(bytes.data()) + offset, ScalarType::Float64, false);
}

tl::unexpected<Error> broken(const QString &path, const QString &why)
{
    return fail(ErrorCode::Malformed, Words::tr("%1 is not a LAS file that can be read: %2").arg(path, why));
}

struct Named {
    const char *name;
    std::size_t offset;
    ScalarType type;
};

// Point data record formats 0 to 5 share their first 20 bytes, 6 to 10 their first 30.
std::vector<Named> fieldsOf(int format)
{
    std::vector<Named> fields = {{"intensity", 12, ScalarType::UInt16}};
    std::size_t next = 20;
    if (format < 6) {
        fields.insert(fields.end(), {{"return flags", 14, ScalarType::UInt8},
                                     {"classification", 15, ScalarType::UInt8},
                                     {"scan angle", 16, ScalarType::Int8},
                                     {"user data", 17, ScalarType::UInt8},
                                     {"point source", 18, ScalarType::UInt16}});
        if (format == 1 || format >= 3) {
            fields.push_back({"gps time", next, ScalarType::Float64});
            next += 8;
        }
    } else {
        fields.insert(fields.end(), {{"return flags", 14, ScalarType::UInt8},
                                     {"scan flags", 15, ScalarType::UInt8},
                                     {"classification", 16, ScalarType::UInt8},
                                     {"user data", 17, ScalarType::UInt8},
                                     {"scan angle", 18, ScalarType::Int16},
                                     {"point source", 20, ScalarType::UInt16},
                                     {"gps time", 22, ScalarType::Float64}});
        next = 30;
    }
    const bool colour = format == 2 || format == 3 || format == 5 || format == 7 || format == 8 || format == 10;
    if (colour)
        for (const char *name : {"red", "green", "blue"}) {
            fields.push_back({name, next, ScalarType::UInt16});
            next += 2;
        }
    if (format == 8 || format == 10)
        fields.push_back({"near infrared", next, ScalarType::UInt16});
    return fields;
}

// Length of a record before extra bytes.
constexpr std::array<std::size_t, 11> recordLengths = {20, 28, 26, 34, 57, 63, 30, 36, 38, 59, 67};

// The first variable length record of a name and number, cut to largestTable; nothing when there is none before the points.
std::optional<QByteArray> recordOf(QFile &file, QByteArrayView head, const char *user, std::uint16_t number)
{
    const auto records = std::min(at<std::uint32_t>(head, 100), mostRecords);
    const auto begin = qint64(at<std::uint32_t>(head, 96));
    qint64 next = at<std::uint16_t>(head, 94);
    for (std::uint32_t i = 0; i < records; ++i) {
        if (next + 54 > begin || !file.seek(next))
            break;
        const QByteArray start = file.read(54);
        if (start.size() != 54)
            break;
        const qint64 length = at<std::uint16_t>(start, 20);
        next += 54 + length;
        const QByteArray name = start.sliced(2, 16);
        if (at<std::uint16_t>(start, 18) == number && qstrncmp(name.constData(), user, 16) == 0)
            return file.read(std::min(length, largestTable));
    }
    return std::nullopt;
}

// Extra bytes are described by the variable length record "LASF_Spec" 4: 192 bytes each. Returns where the described ones end.
std::size_t addExtraBytes(const QByteArray &table, int format, RecordLayout &layout, CloudInfo &info)
{
    static constexpr ScalarType types[] = {ScalarType::UInt8,   ScalarType::Int8,   ScalarType::UInt16, ScalarType::Int16,
                                           ScalarType::UInt32,  ScalarType::Int32,  ScalarType::UInt64, ScalarType::Int64,
                                           ScalarType::Float32, ScalarType::Float64};
    std::size_t offset = recordLengths[static_cast<std::size_t>(format)];
    for (qsizetype e = 0; e + qsizetype(mostExtra) <= table.size(); e += qsizetype(mostExtra)) {
        const auto type = static_cast<std::uint8_t>(table[e + 2]);
        // 0 = undocumented bytes, as many as the options say; 11 to 30 = two or three values, deprecated.
        std::size_t values = type == 0 ? static_cast<std::uint8_t>(table[e + 3]) : type <= 10 ? 1 : type <= 20 ? 2 : 3;
        if (type > 30)
            return offset;
        const ScalarType scalar = type == 0 ? ScalarType::UInt8 : types[(type - 1) % 10];
        const QByteArray name = table.sliced(e + 4, 32);
        const QString text = QString::fromUtf8(name.constData(), static_cast<qsizetype>(qstrnlen(name.constData(), 32)));
        for (std::size_t v = 0; v < values; ++v, offset += sizeOf(scalar)) {
            if (offset + sizeOf(scalar) > layout.stride)
                return offset;
            info.channels.push_back({values > 1 ? QStringLiteral("%1[%2]").arg(text).arg(v) : text, scalar});
            layout.channels.push_back({offset, scalar});
        }
    }
    return offset;
}

// Bytes that nothing describes are kept one by one.
void addUnnamedBytes(const QString &path, std::size_t offset, RecordLayout &layout, CloudInfo &info)
{
    const std::size_t unnamed = layout.stride - offset;
    for (std::size_t i = 0; i < std::min(unnamed, mostUnnamed); ++i) {
        info.channels.push_back({QStringLiteral("extra[%1]").arg(i), ScalarType::UInt8});
        layout.channels.push_back({offset + i, ScalarType::UInt8});
    }
    if (unnamed > mostUnnamed)
        info.issues.warning(
            path, {},
            Words::tr("%1 bytes of each point are not described; the first %2 of them are shown.").arg(unnamed).arg(mostUnnamed));
}

}  // namespace

Opened openLas(std::unique_ptr<QFile> file, QByteArrayView head, const Unpack &unpack)
{
    const QString path = file->fileName();
    if (head.size() < 227)
        return broken(path, Words::tr("it ends within its header."));
    const int minor = static_cast<std::uint8_t>(head[25]);
    const auto headerSize = at<std::uint16_t>(head, 94);
    const int rawFormat = static_cast<std::uint8_t>(head[104]);
    if (head[24] != 1 || minor > 4)
        return fail(ErrorCode::Unsupported,
                    Words::tr("%1 is LAS %2.%3; 1.0 to 1.4 can be read.").arg(path).arg(int(head[24])).arg(minor));
    const bool packed = rawFormat & 0xC0;
    const int format = rawFormat & 0x3F;
    RecordLayout layout;
    layout.begin = at<std::uint32_t>(head, 96);
    layout.stride = at<std::uint16_t>(head, 105);
    if (format > 10 || layout.stride < recordLengths[static_cast<std::size_t>(std::min(format, 10))])
        return broken(path, Words::tr("point format %1 with %2 bytes does not exist.").arg(format).arg(layout.stride));
    if (layout.begin < 227)
        return broken(path, Words::tr("its points are said to begin within its header."));
    std::uint64_t claimed = at<std::uint32_t>(head, 107);
    if (minor >= 4 && headerSize >= 375 && head.size() >= 375)
        if (const auto wide = at<std::uint64_t>(head, 247); wide != 0)
            claimed = wide;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        layout.position[axis] = {axis * 4, ScalarType::Int32};
        layout.scale[axis] = doubleAt(head, 131 + qsizetype(axis) * 8);
        layout.offset[axis] = doubleAt(head, 155 + qsizetype(axis) * 8);
        if (!std::isfinite(layout.scale[axis]) || layout.scale[axis] == 0 || !std::isfinite(layout.offset[axis]))
            return broken(path, Words::tr("the scale of its coordinates is no number or 0."));
    }
    CloudInfo info;
    info.format = QStringLiteral("las 1.%1").arg(minor);
    for (const Named &field : fieldsOf(format)) {
        info.channels.push_back({QString::fromLatin1(field.name), field.type});
        layout.channels.push_back({field.offset, field.type});
    }
    std::size_t described = recordLengths[static_cast<std::size_t>(format)];
    if (const auto table = recordOf(*file, head, "LASF_Spec", 4))
        described = addExtraBytes(*table, format, layout, info);
    addUnnamedBytes(path, described, layout, info);
    makeUnique(info.channels);
    const auto fileBytes = static_cast<std::uint64_t>(file->size());
    if (packed) {
        const auto description = recordOf(*file, head, "laszip encoded", 22204);
        const auto packing = packingOf(description.value_or(QByteArray()), layout.stride);
        if (!packing)
            return broken(path, packing.error());
        info.format.replace(0, 3, QStringLiteral("laz"));
        info.points = claimed;
        auto stream = unpack(std::move(file), format, layout.stride, *packing);
        if (!stream)
            return fail(stream.error());
        return PackedLasReader::open(path, fileBytes, std::move(*stream), *packing, std::move(layout), std::move(info));
    }
    info.points = pointsThatFit(path, claimed, fileBytes, layout, info);
    return RecordReader::open(std::move(file), std::move(layout), std::move(info));
}

}  // namespace plumbline::cloud
