// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QFile>
#include <QImage>
#include <QImageWriter>
#include <QTemporaryDir>

#include <array>
#include <initializer_list>

/// Image files made byte by byte, as no writer makes them.
namespace plumbline::test {

inline QByteArray big(quint32 value, int bytes)
{
    QByteArray data;
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        data.append(static_cast<char>(value >> shift));
    return data;
}

inline QByteArray little(quint32 value, int bytes)
{
    QByteArray data;
    for (int i = 0; i < bytes; ++i)
        data.append(static_cast<char>(value >> (8 * i)));
    return data;
}

inline QByteArray raw(std::initializer_list<int> bytes)
{
    QByteArray data;
    for (const int byte : bytes)
        data.append(static_cast<char>(byte));
    return data;
}

inline QByteArray encoded(const QImage &image, const char *format, int quality = -1)
{
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    return writer.write(image) ? data : QByteArray();
}

/// A smooth picture in which every quarter has its own colour, so that turning it shows.
inline QImage pattern(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgb(x < width / 2 ? 220 : 30, y < height / 2 ? 200 : 40, (x + y) * 255 / (width + height)));
    }
    return image;
}

inline quint32 crc32(const QByteArray &data)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : data) {
        crc ^= static_cast<uchar>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
    }
    return ~crc;
}

inline QByteArray pngChunk(const char *type, const QByteArray &body)
{
    const QByteArray checked = QByteArray(type) + body;
    return big(static_cast<quint32>(body.size()), 4) + checked + big(crc32(checked), 4);
}

inline const QByteArray pngMagic = raw({0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});

/// A well-formed PNG start of any size with next to no pixels behind it.
inline QByteArray pngClaiming(quint32 width, quint32 height, int colourType = 2)
{
    return pngMagic + pngChunk("IHDR", big(width, 4) + big(height, 4) + raw({8, colourType, 0, 0, 0}))
           + pngChunk("IDAT", raw({0x78, 0x9C, 0x63, 0x60, 0x00, 0x00})) + pngChunk("IEND", {});
}

/// 2 × 2 pixels per frame, all of colour 1, in LZW codes that never grow beyond 3 bits.
inline QByteArray gif(int frames, quint32 screen = 2)
{
    QByteArray data = QByteArray("GIF89a") + little(screen, 2) + little(screen, 2) + raw({0x80, 0, 0, 0, 0, 0, 255, 128, 0});
    const quint32 codes = 4 | 1 << 3 | 1 << 6 | 4 << 9 | 1 << 12 | 1 << 15 | 5 << 18;
    for (int i = 0; i < frames; ++i) {
        data += raw({0x21, 0xF9, 4, 0, 10, 0, 0, 0});
        data += raw({0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 3}) + little(codes, 3) + raw({0});
    }
    return data + raw({0x3B});
}

/// A baseline JPEG of 8 × 8 pixels in one colour, from channel values as stored. Four channels with an Adobe marker are what
/// print programs write: CMYK, inverted.
inline QByteArray solidJpeg(const QByteArray &channels, bool adobe)
{
    QByteArray data = raw({0xFF, 0xD8});
    if (adobe)
        data += raw({0xFF, 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0});
    data += raw({0xFF, 0xDB, 0, 67, 0}) + QByteArray(64, 8);  // with steps of 8 the DC coefficient is value - 128
    const int count = static_cast<int>(channels.size());
    data += raw({0xFF, 0xC0, 0, 8 + 3 * count, 8, 0, 8, 0, 8, count});
    for (int i = 0; i < count; ++i)
        data += raw({i + 1, 0x11, 0});
    // DC: nine categories in codes of 4 bits. AC: only "end of block", in the code 0.
    data += raw({0xFF, 0xC4, 0, 19 + 9, 0x00, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8});
    data += raw({0xFF, 0xC4, 0, 19 + 1, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    data += raw({0xFF, 0xDA, 0, 6 + 2 * count, count});
    for (int i = 0; i < count; ++i)
        data += raw({i + 1, 0x00});
    data += raw({0, 63, 0});

    QByteArray bits;
    const auto put = [&bits](int value, int length) {
        for (int i = length - 1; i >= 0; --i)
            bits.append(static_cast<char>((value >> i) & 1));
    };
    for (const char channel : channels) {
        const int difference = static_cast<uchar>(channel) - 128;
        int category = 0;
        while (std::abs(difference) >> category)
            ++category;
        put(category, 4);
        put(difference >= 0 ? difference : difference + (1 << category) - 1, category);
        put(0, 1);
    }
    while (bits.size() % 8)
        bits.append(char(1));
    for (qsizetype i = 0; i < bits.size(); i += 8) {
        int byte = 0;
        for (qsizetype k = 0; k < 8; ++k)
            byte = byte * 2 + bits[i + k];
        data += byte == 0xFF ? raw({0xFF, 0}) : raw({byte});
    }
    return data + raw({0xFF, 0xD9});
}

/// The JPEG with an EXIF segment that says how the camera was held (1…8).
inline QByteArray withOrientation(const QByteArray &jpeg, int orientation)
{
    const QByteArray tiff = QByteArray("II*\0", 4) + little(8, 4) + little(1, 2) + little(0x0112, 2) + little(3, 2) + little(1, 4)
                            + little(static_cast<quint32>(orientation), 4) + little(0, 4);
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    return jpeg.left(2) + raw({0xFF, 0xE1}) + big(static_cast<quint32>(body.size() + 2), 2) + body + jpeg.mid(2);
}

/// A TIFF whose header claims a size; 1 byte of pixels.
inline QByteArray tiffClaiming(quint32 width, quint32 height)
{
    const std::array<std::array<quint32, 2>, 9> entries{
        {{256, width}, {257, height}, {258, 8}, {259, 1}, {262, 1}, {273, 8}, {277, 1}, {278, height}, {279, 1}}};
    QByteArray data = QByteArray("II*\0", 4) + little(8, 4) + little(static_cast<quint32>(entries.size()), 2);
    for (const auto &[tag, value] : entries)
        data += little(tag, 2) + little(4, 2) + little(1, 4) + little(value, 4);
    return data + little(0, 4);
}

inline QByteArray bmpClaiming(quint32 width, quint32 height)
{
    return QByteArray("BM") + little(54, 4) + little(0, 4) + little(54, 4) + little(40, 4) + little(width, 4) + little(height, 4)
           + little(1, 2) + little(24, 2) + QByteArray(24, '\0');
}

/// A folder of files for one test.
class Files
{
public:
    [[nodiscard]] QString add(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

}  // namespace plumbline::test
