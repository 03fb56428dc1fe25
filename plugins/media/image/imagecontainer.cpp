// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/image/imagecontainer.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <cctype>
#include <cstring>
#include <limits>
#include <map>

namespace plumbline::image {

namespace {

using extension::ProbeResult;

// Forward reader with a buffer of its own; every read past the end says so.
class Bytes
{
public:
    explicit Bytes(QFile &file) : m_file(file)
    {
        m_file.seek(0);
        m_buffer.resize(1 << 16);
    }

    bool next(quint8 &value)
    {
        if (m_at == m_end && !fill())
            return false;
        value = static_cast<quint8>(m_buffer[m_at++]);
        return true;
    }
    bool read(quint8 *target, int count)
    {
        for (int i = 0; i < count; ++i) {
            if (!next(target[i]))
                return false;
        }
        return true;
    }
    bool skip(std::int64_t count)
    {
        const std::int64_t buffered = m_end - m_at;
        if (count <= buffered) {
            m_at += count;
            return true;
        }
        const std::int64_t target = m_file.pos() + (count - buffered);
        m_at = m_end = 0;
        return target <= m_file.size() && m_file.seek(target);
    }
    // Moves behind the next byte with this value.
    bool find(char value)
    {
        for (;;) {
            if (m_at == m_end && !fill())
                return false;
            const auto *start = m_buffer.constData() + m_at;
            if (const void *hit = std::memchr(start, value, static_cast<std::size_t>(m_end - m_at))) {
                m_at += static_cast<const char *>(hit) - start + 1;
                return true;
            }
            m_at = m_end;
        }
    }
    [[nodiscard]] std::int64_t position() const { return m_file.pos() - (m_end - m_at); }
    [[nodiscard]] std::int64_t size() const { return m_file.size(); }

private:
    bool fill()
    {
        m_at = 0;
        m_end = std::max<qint64>(0, m_file.read(m_buffer.data(), m_buffer.size()));
        return m_end > 0;
    }

    QFile &m_file;
    QByteArray m_buffer;
    qint64 m_at = 0;
    qint64 m_end = 0;
};

QSize sizeOf(quint64 width, quint64 height)
{
    constexpr quint64 limit = std::numeric_limits<int>::max();
    return {static_cast<int>(std::min(width, limit)), static_cast<int>(std::min(height, limit))};
}

Container walkPng(Bytes &bytes)
{
    Container found;
    found.endsEarly = true;
    if (!bytes.skip(8))
        return found;
    for (;;) {
        quint8 head[8];
        if (!bytes.read(head, 8))
            return found;
        std::int64_t length = qFromBigEndian<quint32>(head);
        const QByteArrayView type(head + 4, 4);
        quint8 body[8];
        if ((type == "IHDR" || type == "acTL") && length >= 8) {
            if (!bytes.read(body, 8))
                return found;
            length -= 8;
            if (type == "IHDR")
                found.declared = sizeOf(qFromBigEndian<quint32>(body), qFromBigEndian<quint32>(body + 4));
            else
                found.frames = std::max<quint32>(1, qFromBigEndian<quint32>(body));
        }
        if (!bytes.skip(length + 4))
            return found;
        if (type == "IEND") {
            found.endsEarly = false;
            return found;
        }
    }
}

// Stuffed zeros and restart markers make entropy-coded data safe to scan for markers (T.81, B.1.1.2 and F.1.2.3).
Container walkJpeg(Bytes &bytes)
{
    Container found;
    found.endsEarly = true;
    while (bytes.find('\xFF')) {
        quint8 marker = 0xFF;
        while (marker == 0xFF) {
            if (!bytes.next(marker))
                return found;
        }
        if (marker == 0xD9) {
            found.endsEarly = false;
            return found;
        }
        if (marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD8))
            continue;
        quint8 body[8];
        if (!bytes.read(body, 2))
            return found;
        std::int64_t length = std::int64_t(qFromBigEndian<quint16>(body)) - 2;
        const bool startOfFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (startOfFrame && length >= 6) {
            if (!bytes.read(body, 6))
                return found;
            length -= 6;
            found.declared = sizeOf(qFromBigEndian<quint16>(body + 3), qFromBigEndian<quint16>(body + 1));
            found.components = body[5];
        }
        if (length > 0 && !bytes.skip(length))
            return found;
    }
    return found;
}

bool skipSubBlocks(Bytes &bytes)
{
    for (quint8 length = 1; length != 0;) {
        if (!bytes.next(length) || !bytes.skip(length))
            return false;
    }
    return true;
}

std::int64_t colourTableBytes(quint8 flags)
{
    return flags & 0x80 ? std::int64_t(3) << ((flags & 7) + 1) : 0;
}

Container walkGif(Bytes &bytes)
{
    Container found;
    found.frames = 0;
    quint8 head[13];
    bool more = bytes.read(head, 13) && bytes.skip(colourTableBytes(head[10]));
    if (more)
        found.declared = sizeOf(qFromLittleEndian<quint16>(head + 6), qFromLittleEndian<quint16>(head + 8));
    while (more) {
        quint8 introducer = 0;
        if (!bytes.next(introducer))
            break;
        if (introducer == 0x2C) {
            quint8 image[9];
            more = bytes.read(image, 9) && bytes.skip(colourTableBytes(image[8]) + 1) && skipSubBlocks(bytes);
            found.frames += more ? 1 : 0;
        } else if (introducer == 0x21) {
            more = bytes.skip(1) && skipSubBlocks(bytes);
        } else {
            break;  // the trailer, or rubbish behind the last picture
        }
    }
    found.endsEarly = found.frames == 0;
    found.frames = std::max<std::int64_t>(1, found.frames);
    return found;
}

Container walkWebp(Bytes &bytes)
{
    Container found;
    quint8 head[12];
    if (!bytes.read(head, 12))
        return found;
    const std::int64_t end = std::int64_t(qFromLittleEndian<quint32>(head + 4)) + 8;
    found.endsEarly = end > bytes.size();
    std::int64_t frames = 0;
    quint8 chunk[8];
    while (bytes.position() < end && bytes.read(chunk, 8)) {
        frames += QByteArrayView(chunk, 4) == "ANMF" ? 1 : 0;
        const std::int64_t length = qFromLittleEndian<quint32>(chunk + 4);
        if (!bytes.skip(length + length % 2))
            break;
    }
    found.frames = std::max<std::int64_t>(1, frames);
    return found;
}

Container walkBmp(Bytes &bytes)
{
    Container found;
    quint8 head[34] = {};
    if (!bytes.read(head, 26)) {
        found.endsEarly = true;
        return found;
    }
    const bool core = qFromLittleEndian<quint32>(head + 14) == 12;
    if (!core && !bytes.read(head + 26, 8)) {
        found.endsEarly = true;
        return found;
    }
    const std::int64_t width = core ? qFromLittleEndian<quint16>(head + 18) : qFromLittleEndian<qint32>(head + 18);
    const std::int64_t height = core ? qFromLittleEndian<quint16>(head + 20) : qFromLittleEndian<qint32>(head + 22);
    const int bits = qFromLittleEndian<quint16>(head + (core ? 24 : 28));
    const quint32 compression = core ? 0 : qFromLittleEndian<quint32>(head + 30);
    found.declared = sizeOf(static_cast<quint64>(std::max<std::int64_t>(0, width)), static_cast<quint64>(std::abs(height)));
    if (width > 0 && bits <= 32 && (compression == 0 || compression == 3)) {
        const std::int64_t stride = (width * bits + 31) / 32 * 4;
        const std::int64_t available = bytes.size() - qFromLittleEndian<quint32>(head + 10);
        found.endsEarly = available < 0 || std::abs(height) > available / std::max<std::int64_t>(stride, 1);
    }
    return found;
}

// One decimal number of a netpbm header, behind white space and comments; -1 when there is none.
std::int64_t headerNumber(Bytes &bytes)
{
    quint8 c = 0;
    std::int64_t value = -1;
    while (bytes.next(c) && bytes.position() < 4096) {
        if (c == '#' && value < 0) {
            if (!bytes.find('\n'))
                return -1;
        } else if (c >= '0' && c <= '9') {
            value = std::min<std::int64_t>(std::max<std::int64_t>(value, 0) * 10 + (c - '0'), 1 << 30);
        } else if (value >= 0) {
            return value;
        } else if (c != ' ' && (c < '\t' || c > '\r')) {
            return -1;
        }
    }
    return value;
}

Container walkPnm(Bytes &bytes)
{
    Container found;
    quint8 magic[2];
    if (!bytes.read(magic, 2))
        return found;
    const std::int64_t width = headerNumber(bytes);
    const std::int64_t height = headerNumber(bytes);
    const bool bitmap = magic[1] == '1' || magic[1] == '4';
    const std::int64_t maximum = bitmap ? 1 : headerNumber(bytes);
    if (width < 0 || height < 0 || maximum < 0) {
        found.endsEarly = true;
        return found;
    }
    found.declared = sizeOf(static_cast<quint64>(width), static_cast<quint64>(height));
    found.bitsPerChannel = maximum > 255 ? 16 : 8;
    if (magic[1] < '4')
        return found;  // numbers in ASCII have no fixed length; the decoder notices
    const std::int64_t samples = width * (magic[1] == '6' ? 3 : 1);
    const std::int64_t stride = bitmap ? (width + 7) / 8 : samples * (maximum > 255 ? 2 : 1);
    found.endsEarly = stride > 0 && height > (bytes.size() - bytes.position()) / stride;
    return found;
}

}  // namespace

Signature signatureOf(QByteArrayView head)
{
    const auto is = [&](QByteArrayView magic, qsizetype at = 0) {
        return head.size() >= at + magic.size() && head.sliced(at, magic.size()) == magic;
    };
    if (is(QByteArrayView("\x89PNG\r\n\x1A\n", 8)))
        return {QStringLiteral("png"), "png", ProbeResult::Certain};
    if (is(QByteArrayView("\xFF\xD8\xFF", 3)))
        return {QStringLiteral("jpeg"), "jpeg", ProbeResult::Certain};
    if (is("GIF87a") || is("GIF89a"))
        return {QStringLiteral("gif"), "gif", ProbeResult::Certain};
    if (is("RIFF") && is("WEBP", 8))
        return {QStringLiteral("webp"), "webp", ProbeResult::Certain};
    // Camera raw files begin like a TIFF too, so another reader may know better.
    if (is(QByteArrayView("II*\0", 4)) || is(QByteArrayView("MM\0*", 4)) || is(QByteArrayView("II+\0", 4))
        || is(QByteArrayView("MM\0+", 4)))
        return {QStringLiteral("tiff"), "tiff", ProbeResult::Medium};
    if (is("BM") && head.size() >= 18) {
        const auto headerBytes = qFromLittleEndian<quint32>(head.data() + 14);
        for (const quint32 known : {12U, 40U, 52U, 56U, 64U, 108U, 124U}) {
            if (headerBytes == known)
                return {QStringLiteral("bmp"), "bmp", ProbeResult::Certain};
        }
    }
    if (head.size() >= 4 && head[0] == 'P' && head[1] >= '1' && head[1] <= '6' && std::isspace(static_cast<uchar>(head[2]))
        && (head[3] == '#' || std::isdigit(static_cast<uchar>(head[3])) || std::isspace(static_cast<uchar>(head[3])))) {
        static constexpr const char *names[] = {"pbm", "pgm", "ppm"};
        return {QStringLiteral("pnm"), names[(head[1] - '1') % 3], ProbeResult::Medium};
    }
    return {};
}

QString formatOfSuffix(const QString &path)
{
    static const std::map<QString, QString> formats{
        {QStringLiteral("png"), QStringLiteral("png")},   {QStringLiteral("apng"), QStringLiteral("png")},
        {QStringLiteral("jpg"), QStringLiteral("jpeg")},  {QStringLiteral("jpeg"), QStringLiteral("jpeg")},
        {QStringLiteral("jpe"), QStringLiteral("jpeg")},  {QStringLiteral("jfif"), QStringLiteral("jpeg")},
        {QStringLiteral("gif"), QStringLiteral("gif")},   {QStringLiteral("bmp"), QStringLiteral("bmp")},
        {QStringLiteral("dib"), QStringLiteral("bmp")},   {QStringLiteral("webp"), QStringLiteral("webp")},
        {QStringLiteral("tif"), QStringLiteral("tiff")},  {QStringLiteral("tiff"), QStringLiteral("tiff")},
        {QStringLiteral("pnm"), QStringLiteral("pnm")},   {QStringLiteral("pbm"), QStringLiteral("pnm")},
        {QStringLiteral("pgm"), QStringLiteral("pnm")},   {QStringLiteral("ppm"), QStringLiteral("pnm")},
    };
    const auto it = formats.find(QFileInfo(path).suffix().toLower());
    return it == formats.end() ? QString() : it->second;
}

Container walk(QFile &file, const QString &format)
{
    Bytes bytes(file);
    if (format == QLatin1String("png"))
        return walkPng(bytes);
    if (format == QLatin1String("jpeg"))
        return walkJpeg(bytes);
    if (format == QLatin1String("gif"))
        return walkGif(bytes);
    if (format == QLatin1String("webp"))
        return walkWebp(bytes);
    if (format == QLatin1String("bmp"))
        return walkBmp(bytes);
    if (format == QLatin1String("pnm"))
        return walkPnm(bytes);
    return {};
}

}  // namespace plumbline::image
