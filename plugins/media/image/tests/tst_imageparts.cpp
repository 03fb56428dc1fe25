// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/extension/imageparts.h"
#include "plugins/media/image/imagefactory.h"
#include "plugins/media/image/jpegparts.h"
#include "plugins/media/image/pngparts.h"
#include "plugins/media/image/tests/imagebytes.h"
#include "plugins/media/image/tiffparts.h"
#include "tests/support/verify.h"

#include <QLoggingCategory>
#include <QTest>

#include <cstring>

#include <tiffio.h>

using namespace plumbline;
using namespace plumbline::extension;
using namespace plumbline::test;
using image::JpegParts;
using image::Orientation;
using image::PngParts;
using image::TiffParts;

namespace {

/// What a TIFF is written as.
struct TiffKind {
    const char *mode = "w8";
    int channels = 1;
    int bits = 8;
    int format = SAMPLEFORMAT_UINT;
    int compression = COMPRESSION_NONE;
    bool tiled = false;
    bool planar = false;
    int orientation = 1;
};

double sampleAt(int x, int y, int channel)
{
    return (x * 7 + y * 13 + channel * 50) % 200;
}

QByteArray rowOf(const TiffKind &kind, int x0, int y, int width, int channel)
{
    QByteArray row;
    for (int x = x0; x < x0 + width; ++x) {
        for (int c = 0; c < (kind.planar ? 1 : kind.channels); ++c) {
            const double v = sampleAt(x, y, kind.planar ? channel : c);
            const auto put = [&row](auto value) { row.append(reinterpret_cast<const char *>(&value), sizeof value); };
            if (kind.format == SAMPLEFORMAT_IEEEFP && kind.bits == 64)
                put(v / 8 - 3);
            else if (kind.format == SAMPLEFORMAT_IEEEFP)
                put(float(v / 8 - 3));
            else if (kind.bits == 16 && kind.format == SAMPLEFORMAT_INT)
                put(qint16(v - 100));
            else if (kind.bits == 16)
                put(quint16(v * 300));
            else
                put(quint8(v));
        }
    }
    return row;
}

void writeDirectory(TIFF *tiff, QSize size, const TiffKind &kind, bool reduced)
{
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, size.width());
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, size.height());
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, kind.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, kind.channels);
    TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, kind.format);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, kind.compression);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, kind.channels == 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, kind.planar ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, kind.orientation);
    if (reduced)
        TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_REDUCEDIMAGE);
    constexpr int side = 64;
    const int planes = kind.planar ? kind.channels : 1;
    if (kind.tiled) {
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, side);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, side);
        for (int plane = 0; plane < planes; ++plane)
            for (int y = 0; y < size.height(); y += side)
                for (int x = 0; x < size.width(); x += side) {
                    QByteArray tile;
                    for (int line = 0; line < side; ++line)
                        tile += rowOf(kind, x, y + line, side, plane);
                    TIFFWriteTile(tiff, tile.data(), static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y), 0,
                                  static_cast<std::uint16_t>(plane));
                }
    } else {
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, 20);
        for (int plane = 0; plane < planes; ++plane)
            for (int y = 0; y < size.height(); ++y) {
                QByteArray row = rowOf(kind, 0, y, size.width(), plane);
                TIFFWriteScanline(tiff, row.data(), static_cast<std::uint32_t>(y), static_cast<std::uint16_t>(plane));
            }
    }
    TIFFWriteDirectory(tiff);
}

double valueIn(const PixelBlock &block, int x, int y, int channel)
{
    const char *at = block.row(y) + block.pixelBytes() * x + channel * sampleBytes(block.type);
    if (block.type == SampleType::UInt8)
        return static_cast<uchar>(*at);
    if (block.type == SampleType::UInt16) {
        quint16 v = 0;
        std::memcpy(&v, at, sizeof v);
        return v;
    }
    float v = 0;
    std::memcpy(&v, at, sizeof v);
    return double(v);
}

double wantedValue(const TiffKind &kind, int x, int y, int channel)
{
    const double v = sampleAt(x, y, channel);
    if (kind.format == SAMPLEFORMAT_IEEEFP)
        return v / 8 - 3;
    if (kind.format == SAMPLEFORMAT_INT)
        return v - 100;
    return kind.bits == 16 ? v * 300 : v;
}

/// All that stream() gives, put together; every pixel must come once.
struct Collected {
    PixelBlock whole;
    std::int64_t pixels = 0;
    bool inside = true;

    explicit Collected(const PictureLayout &layout, int level = 0)
        : whole(PixelBlock::blank(layout.levelSize(level), layout.channels, layout.type))
    {}
    PictureParts::Take taker()
    {
        return [this](const PixelBlock &block, QPoint place) {
            inside = inside && QRect(QPoint(0, 0), whole.size).contains(QRect(place, block.size))
                     && block.channels == whole.channels && block.type == whole.type;
            if (!inside)
                return;
            pixels += std::int64_t(block.size.width()) * block.size.height();
            for (int y = 0; y < block.size.height(); ++y)
                std::memcpy(whole.row(place.y() + y) + place.x() * whole.pixelBytes(), block.row(y),
                            static_cast<std::size_t>(block.stride()));
        };
    }
    [[nodiscard]] bool complete() const { return inside && pixels == std::int64_t(whole.size.width()) * whole.size.height(); }
};

}  // namespace

Q_DECLARE_METATYPE(TiffKind)

class ImagePartsTest : public QObject
{
    Q_OBJECT

    Files m_files;
    jobs::JobControl m_control;

    QString tiff(const char *name, QSize size, const TiffKind &kind, const std::vector<int> &reduced = {}, bool inSub = false)
    {
        const QString path = m_files.folder() + QLatin1Char('/') + QLatin1String(name);
        TIFF *file = TIFFOpen(QFile::encodeName(path).constData(), kind.mode);
        if (inSub) {
            std::vector<std::uint64_t> none(reduced.size());
            TIFFSetField(file, TIFFTAG_SUBIFD, static_cast<std::uint16_t>(reduced.size()), none.data());
        }
        writeDirectory(file, size, kind, false);
        for (const int level : reduced)
            writeDirectory(file, {(size.width() + (1 << level) - 1) >> level, (size.height() + (1 << level) - 1) >> level}, kind,
                           true);
        TIFFClose(file);
        return path;
    }

private slots:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio*=false"));
        TIFFSetWarningHandler(nullptr);
        TIFFSetErrorHandler(nullptr);
    }

    void tiffKinds_data()
    {
        QTest::addColumn<TiffKind>("kind");
        QTest::addColumn<int>("type");
        const auto u8 = int(SampleType::UInt8);
        const auto u16 = int(SampleType::UInt16);
        const auto f = int(SampleType::Float32);
        QTest::newRow("grey strips") << TiffKind{} << u8;
        QTest::newRow("classic colour strips, LZW") << TiffKind{"w4", 3, 8, SAMPLEFORMAT_UINT, COMPRESSION_LZW} << u8;
        QTest::newRow("colour tiles, deflate") << TiffKind{"w8", 3, 8, SAMPLEFORMAT_UINT, COMPRESSION_ADOBE_DEFLATE, true} << u8;
        QTest::newRow("colour tiles in planes") << TiffKind{"w8", 3, 8, SAMPLEFORMAT_UINT, COMPRESSION_LZW, true, true} << u8;
        QTest::newRow("16-bit grey tiles") << TiffKind{"w8", 1, 16, SAMPLEFORMAT_UINT, COMPRESSION_NONE, true} << u16;
        QTest::newRow("16-bit colour, other byte order") << TiffKind{"w8b", 3, 16} << u16;
        QTest::newRow("16-bit signed") << TiffKind{"w8", 1, 16, SAMPLEFORMAT_INT} << f;
        QTest::newRow("float tiles") << TiffKind{"w8", 1, 32, SAMPLEFORMAT_IEEEFP, COMPRESSION_ADOBE_DEFLATE, true} << f;
        QTest::newRow("float colour planes") << TiffKind{"w8", 3, 32, SAMPLEFORMAT_IEEEFP, COMPRESSION_NONE, false, true} << f;
        QTest::newRow("double") << TiffKind{"w8", 1, 64, SAMPLEFORMAT_IEEEFP} << f;
    }
    void tiffKinds()
    {
        QFETCH(TiffKind, kind);
        QFETCH(int, type);
        const QSize size(150, 101);
        const QString path = tiff("kind.tif", size, kind);
        auto parts = TiffParts::open(path, {});
        QVERIFY_RESULT(parts);
        const PictureLayout layout = (*parts)->layout();
        QCOMPARE(layout.size, size);
        QCOMPARE(layout.channels, kind.channels);
        QCOMPARE(int(layout.type), type);
        QCOMPARE(layout.direct, std::vector<int>{0});
        Collected all(layout);
        QVERIFY_RESULT((*parts)->stream(0, all.taker(), m_control));
        QVERIFY(all.complete());
        const QRect area(37, 41, 90, 55);
        const auto region = (*parts)->region(0, area, m_control);
        QVERIFY_RESULT(region);
        QCOMPARE(region->size, area.size());
        for (int y = 0; y < size.height(); y += 3) {
            for (int x = 0; x < size.width(); ++x) {
                for (int c = 0; c < kind.channels; ++c) {
                    QCOMPARE(valueIn(all.whole, x, y, c), wantedValue(kind, x, y, c));
                    if (area.contains(x, y))
                        QCOMPARE(valueIn(*region, x - area.x(), y - area.y(), c), wantedValue(kind, x, y, c));
                }
            }
        }
        QVERIFY_FAILS((*parts)->region(0, QRect(100, 50, 60, 10), m_control), ErrorCode::InvalidArgument);
        QVERIFY_FAILS((*parts)->region(1, QRect(0, 0, 10, 10), m_control), ErrorCode::InvalidArgument);
    }

    void tiffPyramids_data()
    {
        QTest::addColumn<bool>("inSub");
        QTest::newRow("later directories") << false;
        QTest::newRow("SubIFDs") << true;
    }
    void tiffPyramids()
    {
        QFETCH(bool, inSub);
        const QString path =
            tiff("pyramid.tif", {1000, 701}, TiffKind{"w8", 1, 8, SAMPLEFORMAT_UINT, COMPRESSION_LZW, true}, {1, 3}, inSub);
        auto parts = TiffParts::open(path, {});
        QVERIFY_RESULT(parts);
        QCOMPARE((*parts)->layout().direct, (std::vector<int>{0, 1, 3}));
        const auto small = (*parts)->region(3, QRect(0, 0, 125, 88), m_control);
        QVERIFY_RESULT(small);
        QCOMPARE(valueIn(*small, 100, 80, 0), sampleAt(100, 80, 0));
        QVERIFY_FAILS((*parts)->stream(2, [](const PixelBlock &, QPoint) {}, m_control), ErrorCode::InvalidArgument);
    }

    // 3.6 gigapixels: refused as a whole, opened in tiles.
    void gigapixels()
    {
        const QString path = m_files.folder() + QStringLiteral("/giga.tif");
        TIFF *file = TIFFOpen(QFile::encodeName(path).constData(), "w8");
        TIFFSetField(file, TIFFTAG_IMAGEWIDTH, 60000);
        TIFFSetField(file, TIFFTAG_IMAGELENGTH, 60000);
        TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, 8);
        TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, 1);
        TIFFSetField(file, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
        TIFFSetField(file, TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE);
        TIFFSetField(file, TIFFTAG_TILEWIDTH, 4096);
        TIFFSetField(file, TIFFTAG_TILELENGTH, 4096);
        QByteArray tile(4096 * 4096, '\7');
        for (const std::uint32_t i : {0U, 112U, 224U})  // the others are left out, as sparse files do
            TIFFWriteEncodedTile(file, i, tile.data(), tile.size());
        TIFFClose(file);
        auto source = image::ImageFactory().open(path, {});
        QVERIFY_RESULT(source);
        QCOMPARE((*source)->info().size, QSize(60000, 60000));
        QVERIFY_FAILS((*source)->load(0, LoadQuality::Full, m_control), ErrorCode::TooLarge);
        QVERIFY_FAILS((*source)->load(0, LoadQuality::Preview, m_control), ErrorCode::TooLarge);
        const auto frame = (*source)->load(0, LoadQuality::Screen, m_control);
        QVERIFY_RESULT(frame);
        QVERIFY(frame->parts);
        const auto region = frame->parts->region(0, QRect(59900, 59900, 100, 100), m_control);
        QVERIFY_RESULT(region);
        QCOMPARE(valueIn(*region, 99, 99, 0), 7.0);
        const auto sparse = frame->parts->region(0, QRect(10000, 10000, 10, 10), m_control);
        QVERIFY_RESULT(sparse);
        QCOMPARE(valueIn(*sparse, 3, 3, 0), 0.0);
    }

    // Palettes and inverted grey go through libtiff's colours, turned ones too.
    void otherColours()
    {
        for (const int orientation : {1, 3}) {
            TiffKind kind;
            kind.orientation = orientation;
            const QString path = m_files.folder() + QStringLiteral("/white.tif");
            TIFF *file = TIFFOpen(QFile::encodeName(path).constData(), "w4");
            TIFFSetField(file, TIFFTAG_IMAGEWIDTH, 90);
            TIFFSetField(file, TIFFTAG_IMAGELENGTH, 70);
            TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, 8);
            TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, 1);
            TIFFSetField(file, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISWHITE);
            TIFFSetField(file, TIFFTAG_ORIENTATION, orientation);
            TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, 20);
            for (int y = 0; y < 70; ++y) {
                QByteArray row = rowOf(kind, 0, y, 90, 0);
                TIFFWriteScanline(file, row.data(), static_cast<std::uint32_t>(y), 0);
            }
            TIFFClose(file);
            auto parts = TiffParts::open(path, {{90, 70}, orientation == 3 ? QImageIOHandler::TransformationRotate180 : QImageIOHandler::TransformationNone});
            QVERIFY_RESULT(parts);
            const auto region = (*parts)->region(0, QRect(0, 0, 90, 70), m_control);
            QVERIFY_RESULT(region);
            for (int y = 0; y < 70; y += 3)
                for (int x = 0; x < 90; x += 2)
                    QCOMPARE(valueIn(*region, x, y, 1), 255 - (orientation == 3 ? sampleAt(89 - x, 69 - y, 0) : sampleAt(x, y, 0)));
        }
    }

    void lyingTables()
    {
        // One strip of 3.6 GB in a file of a hundred bytes.
        QVERIFY_FAILS(TiffParts::open(m_files.add("lie.tif", tiffClaiming(60000, 60000)), {}), ErrorCode::Malformed);
        const QString path = tiff("cut.tif", {500, 400}, TiffKind{"w8", 3, 8, SAMPLEFORMAT_UINT, COMPRESSION_NONE, true});
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const int share : {10, 30, 50, 70, 90, 99}) {
            const auto parts = TiffParts::open(m_files.add("cutoff.tif", bytes.left(bytes.size() * share / 100)), {});
            if (!parts) {
                QVERIFY(!parts.error().text.isEmpty());
                continue;
            }
            Collected all((*parts)->layout());
            const auto streamed = (*parts)->stream(0, all.taker(), m_control);
            QVERIFY(!streamed && !streamed.error().text.isEmpty());
            QVERIFY(all.inside);
        }
    }

    void orientations_data()
    {
        QTest::addColumn<int>("orientation");
        for (int orientation = 1; orientation <= 8; ++orientation)
            QTest::newRow(qPrintable(QString::number(orientation))) << orientation;
    }
    // The same picture as Qt turns it, whole and in regions.
    void orientations()
    {
        QFETCH(int, orientation);
        const QByteArray jpeg = withOrientation(encoded(pattern(300, 270), "jpeg", 95), orientation);
        const QString path = m_files.add("turned.jpg", jpeg);
        auto source = image::ImageFactory().open(path, {});
        QVERIFY_RESULT(source);
        const auto whole = (*source)->load(0, LoadQuality::Screen, m_control);
        QVERIFY_RESULT(whole);
        static constexpr QImageIOHandler::Transformation turns[] = {QImageIOHandler::TransformationNone,
                                                                    QImageIOHandler::TransformationMirror,
                                                                    QImageIOHandler::TransformationRotate180,
                                                                    QImageIOHandler::TransformationFlip,
                                                                    QImageIOHandler::TransformationFlipAndRotate90,
                                                                    QImageIOHandler::TransformationRotate90,
                                                                    QImageIOHandler::TransformationMirrorAndRotate90,
                                                                    QImageIOHandler::TransformationRotate270};
        const Orientation turn({300, 270}, turns[orientation - 1]);
        auto parts = JpegParts::open(path, turn);
        QVERIFY_RESULT(parts);
        QCOMPARE((*parts)->layout().size, whole->image.size());
        Collected all((*parts)->layout());
        QVERIFY_RESULT((*parts)->stream(0, all.taker(), m_control));
        QVERIFY(all.complete());
        QCOMPARE(extension::imageOf(all.whole), whole->image);
        for (const QRect &r : {QRect(3, 5, 40, 20), QRect(200, 100, 60, 90)})
            QCOMPARE(turn.storedRect(turn.uprightRect(r)), r);
        Collected coarse((*parts)->layout(), 3);
        QVERIFY_RESULT((*parts)->stream(3, coarse.taker(), m_control));
        QVERIFY(coarse.complete());
    }

    void pngKinds_data()
    {
        QTest::addColumn<QImage>("picture");
        const QImage colours = pattern(120, 600);
        QTest::newRow("colour") << colours;
        QTest::newRow("grey") << colours.convertToFormat(QImage::Format_Grayscale8);
        QTest::newRow("palette") << colours.convertToFormat(QImage::Format_Indexed8);
        QTest::newRow("bits") << colours.convertToFormat(QImage::Format_Mono);
        QTest::newRow("16-bit") << colours.convertToFormat(QImage::Format_RGBX64);
        QTest::newRow("16-bit grey") << colours.convertToFormat(QImage::Format_Grayscale16);
        QImage glass = colours.convertToFormat(QImage::Format_ARGB32);
        for (int y = 0; y < glass.height(); ++y)
            for (int x = 0; x < glass.width(); ++x)
                glass.setPixel(x, y, (glass.pixel(x, y) & 0xFFFFFFU) | (static_cast<QRgb>((x * 2) & 255) << 24));
        QTest::newRow("transparent") << glass;
    }
    // Bands must give what the whole decoder gives.
    void pngKinds()
    {
        QFETCH(QImage, picture);
        const QString path = m_files.add("kind.png", encoded(picture, "png"));
        auto source = image::ImageFactory().open(path, {});
        QVERIFY_RESULT(source);
        const auto whole = (*source)->load(0, LoadQuality::Full, m_control);
        QVERIFY_RESULT(whole);
        auto parts = PngParts::open(path);
        QVERIFY_RESULT(parts);
        Collected all((*parts)->layout());
        QVERIFY_RESULT((*parts)->stream(0, all.taker(), m_control));
        QVERIFY(all.complete());
        QCOMPARE(extension::imageOf(all.whole).convertToFormat(whole->image.format()), whole->image);
        QVERIFY_FAILS((*parts)->region(0, QRect(0, 0, 1, 1), m_control), ErrorCode::Unsupported);
    }

    void truncated_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::newRow("png") << QByteArray("png");
        QTest::newRow("jpeg") << QByteArray("jpeg");
    }
    void truncated()
    {
        QFETCH(QByteArray, format);
        QImage noise(400, 1200, QImage::Format_RGB32);
        base::SeededRandom random(3);
        for (int y = 0; y < noise.height(); ++y)
            for (int x = 0; x < noise.width(); ++x)
                noise.setPixel(x, y, static_cast<QRgb>(random.below(1 << 24)) | 0xFF000000U);
        const QByteArray bytes = encoded(noise, format.constData(), 90);
        const QString path = m_files.add("cut", bytes.left(bytes.size() / 2));
        auto parts = format == "png" ? PngParts::open(path) : JpegParts::open(path, {});
        QVERIFY_RESULT(parts);
        Collected all((*parts)->layout());
        const auto streamed = (*parts)->stream(0, all.taker(), m_control);
        QVERIFY(all.inside);
        QVERIFY(all.pixels >= 400 * 400);  // what is there is given
        if (format == "png") {
            QVERIFY_FAILS(streamed, ErrorCode::Malformed);
            QVERIFY(all.pixels < 400 * 1200);
            QCOMPARE(valueIn(all.whole, 7, 300, 0), double(qRed(noise.pixel(7, 300))));
        }
        jobs::JobControl cancelled;
        cancelled.cancel();
        QVERIFY_FAILS((*parts)->stream(0, all.taker(), cancelled), ErrorCode::Cancelled);
    }

    void damagedBytesNeverCrash()
    {
        const QString tiled = tiff("seed.tif", {130, 90}, TiffKind{"w8", 3, 8, SAMPLEFORMAT_UINT, COMPRESSION_LZW, true}, {1});
        const QString classic = tiff("seed4.tif", {130, 90}, TiffKind{"w4", 1, 16, SAMPLEFORMAT_UINT, COMPRESSION_ADOBE_DEFLATE});
        std::vector<QByteArray> seeds{encoded(pattern(60, 40), "png"), encoded(pattern(60, 40), "jpeg")};
        for (const QString &path : {tiled, classic}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            seeds.push_back(file.readAll());
        }
        base::SeededRandom random(11);
        int opened = 0;
        for (std::size_t kind = 0; kind < seeds.size(); ++kind) {
            for (int round = 0; round < 150; ++round) {
                QByteArray bytes = seeds[kind];
                const auto anywhere = [&] {
                    return static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(bytes.size())));
                };
                for (std::uint64_t i = 0; i <= random.below(6); ++i)
                    bytes[anywhere()] = static_cast<char>(random.below(256));
                if (random.below(4) == 0)
                    bytes.truncate(anywhere());
                const QString path = m_files.add("damaged", bytes);
                auto parts = kind == 0 ? PngParts::open(path) : kind == 1 ? JpegParts::open(path, {}) : TiffParts::open(path, {});
                if (!parts) {
                    QVERIFY(!parts.error().text.isEmpty());
                    continue;
                }
                ++opened;
                const QSize size = (*parts)->layout().size;
                if (std::int64_t(size.width()) * size.height() > 4'000'000)
                    continue;  // the budget of open() stands before; here it would only be slow
                Collected all((*parts)->layout());
                const auto streamed = (*parts)->stream(0, all.taker(), m_control);
                QVERIFY(all.inside);
                QVERIFY(streamed || !streamed.error().text.isEmpty());
            }
        }
        QVERIFY(opened > 100);
    }

    // Screen quality: whole for ordinary pictures, in parts for deep TIFF.
    void screenQuality()
    {
        auto plain = image::ImageFactory().open(m_files.add("plain.png", encoded(pattern(50, 40), "png")), {});
        QVERIFY_RESULT(plain);
        const auto whole = (*plain)->load(0, LoadQuality::Screen, m_control);
        QVERIFY_RESULT(whole);
        QVERIFY(!whole->parts);
        QCOMPARE(whole->image, pattern(50, 40));
        QVERIFY(whole->frame.sha256.isNull());
        auto heights = image::ImageFactory().open(tiff("heights.tif", {64, 48}, TiffKind{"w8", 1, 32, SAMPLEFORMAT_IEEEFP}), {});
        QVERIFY_RESULT(heights);
        const auto deep = (*heights)->load(0, LoadQuality::Screen, m_control);
        QVERIFY_RESULT(deep);
        QVERIFY(deep->parts);
        QCOMPARE(deep->parts->layout().type, SampleType::Float32);
        QCOMPARE((*heights)->info().bitsPerChannel, 32);
        QVERIFY_FAILS((*heights)->load(0, LoadQuality::Full, m_control), ErrorCode::Unsupported);
    }
};

QTEST_GUILESS_MAIN(ImagePartsTest)
#include "tst_imageparts.moc"
