// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/extension/pluginmanager.h"
#include "plugins/media/image/imagefactory.h"
#include "plugins/media/image/tests/imagebytes.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QColorSpace>
#include <QLoggingCategory>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

using namespace plumbline;
using namespace plumbline::extension;
using namespace plumbline::test;
using image::ImageFactory;

namespace {

std::int64_t peakKibibytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

// Made another way than the code under test makes it.
Sha256Digest digestOf(const QImage &image)
{
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    QByteArray bytes;
    for (int y = 0; y < rgb.height(); ++y)
        bytes.append(reinterpret_cast<const char *>(rgb.constScanLine(y)), rgb.width() * 3);
    return base::sha256(bytes);
}

QStringList issueTexts(const MediaInfo &info)
{
    QStringList texts;
    for (const Issue &issue : info.issues.issues)
        texts.append(issue.text);
    return texts;
}

}  // namespace

class ImageMediaTest : public QObject
{
    Q_OBJECT

    Files m_files;
    ImageFactory m_factory;
    jobs::JobControl m_control;

    Result<std::unique_ptr<MediaSource>> open(const char *name, const QByteArray &bytes, const MediaBudget &budget = {})
    {
        return m_factory.open(m_files.add(name, bytes), budget);
    }
    Result<LoadedFrame> load(const char *name, const QByteArray &bytes)
    {
        auto source = open(name, bytes);
        if (!source)
            return fail(source.error());
        return (*source)->load(0, LoadQuality::Full, m_control);
    }

private slots:
    // Hundreds of damaged files are read on purpose.
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio*=false")); }

    void everyFormat_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("exact");
        QTest::newRow("png") << QByteArray("png") << QStringLiteral("png") << true;
        QTest::newRow("jpeg") << QByteArray("jpeg") << QStringLiteral("jpeg") << false;
        QTest::newRow("bmp") << QByteArray("bmp") << QStringLiteral("bmp") << true;
        QTest::newRow("webp") << QByteArray("webp") << QStringLiteral("webp") << true;
        QTest::newRow("tiff") << QByteArray("tiff") << QStringLiteral("tiff") << true;
        QTest::newRow("ppm") << QByteArray("ppm") << QStringLiteral("pnm") << true;
    }
    void everyFormat()
    {
        QFETCH(QByteArray, format);
        QFETCH(QString, name);
        QFETCH(bool, exact);
        const QImage image = pattern(50, 31);
        const QByteArray bytes = encoded(image, format.constData(), 100);
        QVERIFY2(!bytes.isEmpty(), "Qt cannot write this format here");
        QVERIFY(m_factory.probe(QStringLiteral("anything"), bytes.left(65536)).confidence >= ProbeResult::Medium);

        auto source = open("picture", bytes);
        QVERIFY_RESULT(source);
        const MediaInfo &info = (*source)->info();
        QCOMPARE(info.kind, model::ItemKind::Image);
        QCOMPARE(info.format, name);
        QCOMPARE(info.size, QSize(50, 31));
        QCOMPARE(info.storedSize, QSize(50, 31));
        QCOMPARE(info.bitsPerChannel, 8);
        QCOMPARE(info.frames, 1);
        QCOMPARE(issueTexts(info), QStringList());
        const auto loaded = (*source)->load(0, LoadQuality::Full, m_control);
        QVERIFY_RESULT(loaded);
        QCOMPARE(loaded->image.format(), QImage::Format_RGB32);
        if (exact)
            QVERIFY(loaded->image == image);
        else
            QVERIFY(std::abs(qRed(loaded->image.pixel(3, 3)) - qRed(image.pixel(3, 3))) < 12);
        QCOMPARE(loaded->frame.sha256, digestOf(loaded->image));
        QCOMPARE(loaded->frame.index, 0);
        QVERIFY_FAILS((*source)->load(1, LoadQuality::Full, m_control), ErrorCode::InvalidArgument);
        QVERIFY_FAILS((*source)->load(-1, LoadQuality::Full, m_control), ErrorCode::InvalidArgument);
    }

    void mislabeled()
    {
        const QByteArray png = encoded(pattern(9, 9), "png");
        auto source = open("picture.jpg", png);
        QVERIFY_RESULT(source);
        QCOMPARE((*source)->info().format, QStringLiteral("png"));
        QCOMPARE((*source)->info().issues.count(), 1);
        const Issue &issue = (*source)->info().issues.issues.front();
        QCOMPARE(issue.severity, IssueSeverity::Warning);
        QVERIFY(issue.file.endsWith(QStringLiteral("picture.jpg")));
        QVERIFY2(issue.text.contains(QStringLiteral(".jpg")), qPrintable(issue.text));
        QVERIFY2(issue.text.contains(QStringLiteral("PNG")), qPrintable(issue.text));
        QVERIFY_RESULT((*source)->load(0, LoadQuality::Full, m_control));
        QVERIFY_FAILS(open("text.png", "This is a text."), ErrorCode::Unsupported);
        const QByteArray drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
        QVERIFY_FAILS(open("drawing.png", drawing), ErrorCode::Unsupported);
    }

    void hugeHeaders_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("png") << pngClaiming(60000, 60000);
        QTest::newRow("png just over when decoded") << pngClaiming(20000, 30000);
        QTest::newRow("png widest") << pngClaiming(0x7FFFFFFF, 0x7FFFFFFF);
        QByteArray jpeg = solidJpeg("abc", false);
        const qsizetype sof = jpeg.indexOf(raw({0xFF, 0xC0}));
        QTest::newRow("jpeg") << jpeg.replace(sof + 5, 4, big(60000, 2) + big(60000, 2));
        QTest::newRow("bmp") << bmpClaiming(60000, 60000);
        QTest::newRow("gif") << gif(1, 60000);
        QTest::newRow("pgm") << QByteArray("P5 60000 60000 255\n\0", 19);
        QTest::newRow("ppm digits") << QByteArray("P6 99999999999999999999 99999999999999999999 255\n");
        QTest::newRow("tiff") << tiffClaiming(60000, 60000);
    }
    void hugeHeaders()
    {
        QFETCH(QByteArray, bytes);
        const std::int64_t before = peakKibibytes();
        const auto refused = open("huge", bytes);
        QVERIFY_FAILS(refused, ErrorCode::TooLarge);
        QVERIFY2(refused.error().text.contains(QStringLiteral("pixels")), qPrintable(refused.error().text));
        QVERIFY2(peakKibibytes() - before < 32 * 1024, "memory was taken before refusing");
    }

    void budgets()
    {
        const QByteArray bytes = encoded(pattern(100, 100), "png");
        QVERIFY_RESULT(open("fits", bytes, MediaBudget{40000, 1 << 20}));
        QVERIFY_FAILS(open("decoded", bytes, MediaBudget{39999, 1 << 20}), ErrorCode::TooLarge);
        QVERIFY_FAILS(open("file", bytes, MediaBudget{1 << 20, bytes.size() - 1}), ErrorCode::TooLarge);
        const QByteArray grey = encoded(pattern(100, 100).convertToFormat(QImage::Format_Grayscale8), "png");
        QVERIFY_RESULT(open("grey", grey, MediaBudget{10000, 1 << 20}));
    }

    void notFiles()
    {
        QVERIFY_FAILS(m_factory.open(m_files.folder() + QStringLiteral("/missing.png"), {}), ErrorCode::NotFound);
        QVERIFY_FAILS(m_factory.open(m_files.folder(), {}), ErrorCode::InvalidArgument);
        QCOMPARE(m_factory.probe(m_files.folder(), {}).confidence, ProbeResult::None);
        QVERIFY_FAILS(open("empty.png", {}), ErrorCode::Malformed);
        QVERIFY_FAILS(open("zeros.png", QByteArray(4096, '\0')), ErrorCode::Unsupported);
        const QString pipe = m_files.folder() + QStringLiteral("/pipe.png");
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY_FAILS(m_factory.open(pipe, {}), ErrorCode::Unsupported);
    }

    void unreadable()
    {
        const QString path = m_files.add("secret.png", encoded(pattern(9, 9), "png"));
        QVERIFY(QFile::setPermissions(path, QFile::WriteOwner));
        QVERIFY(QFile::setPermissions(m_files.folder(), QFile::Permissions(0x7755)));
        const bool superuser = geteuid() == 0;  // who may read every file
        QVERIFY(!superuser || seteuid(65534) == 0);
        const auto refused = m_factory.open(path, {});
        QVERIFY(!superuser || seteuid(0) == 0);
        QVERIFY_FAILS(refused, ErrorCode::PermissionDenied);
    }

    void truncated_data()
    {
        QTest::addColumn<QByteArray>("format");
        for (const char *format : {"png", "jpeg", "bmp", "webp", "ppm"})
            QTest::newRow(format) << QByteArray(format);
    }
    void truncated()
    {
        QFETCH(QByteArray, format);
        const QByteArray bytes = encoded(pattern(300, 200), format.constData(), 90);
        auto source = open("cut", bytes.left(bytes.size() * 2 / 3));
        QVERIFY_RESULT(source);
        QCOMPARE((*source)->info().size, QSize(300, 200));
        QVERIFY2(issueTexts((*source)->info()).join(u' ').contains(QStringLiteral("ends before")), "the cut was not reported");
        const auto loaded = (*source)->load(0, LoadQuality::Full, m_control);
        if (!loaded)
            QVERIFY_FAILS(loaded, ErrorCode::Malformed);
        if (format == "jpeg")  // the decoder gives what there is
            QVERIFY_RESULT(loaded);
        if (format == "png")
            QVERIFY(!loaded);
    }

    void truncatedTiffIsNeverSilent()
    {
        const QByteArray bytes = encoded(pattern(300, 200), "tiff");
        for (const qsizetype kept : {bytes.size() / 3, bytes.size() / 2, bytes.size() - 200}) {
            const auto loaded = load("cut.tiff", bytes.left(kept));
            QVERIFY2(!loaded && !loaded.error().text.isEmpty(), qPrintable(QString::number(kept)));
        }
    }

    void orientation_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QPoint>("corner");  // where the stored picture's red and green top-left quarter goes
        QTest::newRow("1") << 1 << QSize(48, 32) << QPoint(0, 0);
        QTest::newRow("2") << 2 << QSize(48, 32) << QPoint(1, 0);
        QTest::newRow("3") << 3 << QSize(48, 32) << QPoint(1, 1);
        QTest::newRow("4") << 4 << QSize(48, 32) << QPoint(0, 1);
        QTest::newRow("5") << 5 << QSize(32, 48) << QPoint(0, 0);
        QTest::newRow("6") << 6 << QSize(32, 48) << QPoint(1, 0);
        QTest::newRow("7") << 7 << QSize(32, 48) << QPoint(1, 1);
        QTest::newRow("8") << 8 << QSize(32, 48) << QPoint(0, 1);
    }
    void orientation()
    {
        QFETCH(int, orientation);
        QFETCH(QSize, size);
        QFETCH(QPoint, corner);
        auto source = open("turned.jpg", withOrientation(encoded(pattern(48, 32), "jpeg", 95), orientation));
        QVERIFY_RESULT(source);
        QCOMPARE((*source)->info().size, size);
        QCOMPARE((*source)->info().storedSize, QSize(48, 32));
        for (const LoadQuality quality : {LoadQuality::Full, LoadQuality::Preview}) {
            const auto loaded = (*source)->load(0, quality, m_control);
            QVERIFY_RESULT(loaded);
            QCOMPARE(loaded->image.size(), size);
            const QRgb pixel = loaded->image.pixel(corner.x() ? size.width() - 4 : 3, corner.y() ? size.height() - 4 : 3);
            QVERIFY(qRed(pixel) > 180 && qGreen(pixel) > 160);
        }
    }

    void cmyk()
    {
        // Stored inverted: no cyan, full magenta, full yellow, no black = red.
        auto source = open("print.jpg", solidJpeg(raw({255, 0, 0, 255}), true));
        QVERIFY_RESULT(source);
        QVERIFY(issueTexts((*source)->info()).join(u' ').contains(QStringLiteral("CMYK")));
        const auto loaded = (*source)->load(0, LoadQuality::Full, m_control);
        QVERIFY_RESULT(loaded);
        QCOMPARE(loaded->image.format(), QImage::Format_RGB32);
        QCOMPARE(loaded->image.size(), QSize(8, 8));
        const QRgb pixel = loaded->image.pixel(4, 4);
        QVERIFY2(qRed(pixel) > 250 && qGreen(pixel) < 5 && qBlue(pixel) < 5, qPrintable(QString::number(pixel, 16)));
        const auto black = load("black.jpg", solidJpeg(raw({255, 255, 255, 0}), true));
        QVERIFY_RESULT(black);
        QCOMPARE(qGray(black->image.pixel(4, 4)), 0);
    }

    void sixteenBits()
    {
        QImage deep(3, 2, QImage::Format_RGBX64);
        deep.fill(QColor::fromRgba64(1000, 33333, 65535));
        auto source = open("deep.png", encoded(deep, "png"));
        QVERIFY_RESULT(source);
        QCOMPARE((*source)->info().bitsPerChannel, 16);
        const auto loaded = (*source)->load(0, LoadQuality::Full, m_control);
        QVERIFY_RESULT(loaded);
        QCOMPARE(loaded->image.format(), QImage::Format_RGBX64);
        QCOMPARE(loaded->image.pixelColor(1, 1).rgba64(), qRgba64(1000, 33333, 65535, 65535));
        QCOMPARE(loaded->frame.sha256, digestOf(deep));

        QImage grey(256, 257, QImage::Format_Grayscale16);
        for (int y = 0; y < grey.height(); ++y) {
            for (int x = 0; x < grey.width(); ++x)
                grey.setPixelColor(x, y, QColor::fromRgba64(static_cast<quint16>(y * 256 + x), static_cast<quint16>(y * 256 + x),
                                                            static_cast<quint16>(y * 256 + x)));
        }
        const auto greyLoaded = load("deepgrey.png", encoded(grey, "png"));
        QVERIFY_RESULT(greyLoaded);
        QCOMPARE(greyLoaded->image.format(), QImage::Format_Grayscale16);
        QCOMPARE(greyLoaded->frame.sha256, digestOf(grey));
        QCOMPARE(greyLoaded->image, grey);
        // Qt's reader of this format keeps 8 bits; that is said, not hidden.
        auto pgm = open("deep.pgm", QByteArray("P5 2 1 65535\n\x12\x34\xFF\xFF", 17));
        QVERIFY_RESULT(pgm);
        QCOMPARE((*pgm)->info().bitsPerChannel, 8);
        QVERIFY(issueTexts((*pgm)->info()).join(u' ').contains(QStringLiteral("16 bits per channel")));
        QVERIFY_RESULT((*pgm)->load(0, LoadQuality::Full, m_control));
    }

    void greyPaletteAndBits()
    {
        const QImage image = pattern(20, 10);
        const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
        const auto greyLoaded = load("grey.png", encoded(grey, "png"));
        QVERIFY_RESULT(greyLoaded);
        QCOMPARE(greyLoaded->image.format(), QImage::Format_Grayscale8);
        QCOMPARE(greyLoaded->frame.sha256, digestOf(grey));

        const QImage palette = image.convertToFormat(QImage::Format_Indexed8);
        for (const QImage &stored : {palette, image.convertToFormat(QImage::Format_Mono)}) {
            const auto loaded = load("palette.png", encoded(stored, "png"));
            QVERIFY_RESULT(loaded);
            QVERIFY(loaded->image.format() == QImage::Format_RGB32);
            QCOMPARE(loaded->image, stored.convertToFormat(QImage::Format_RGB32));
            QCOMPARE(loaded->frame.sha256, digestOf(stored));
        }
    }

    void transparencyOverWhite()
    {
        QImage image(3, 1, QImage::Format_ARGB32);
        image.setPixel(0, 0, qRgba(10, 20, 30, 255));
        image.setPixel(1, 0, qRgba(10, 20, 30, 128));
        image.setPixel(2, 0, qRgba(10, 20, 30, 0));
        auto source = open("glass.png", encoded(image, "png"));
        QVERIFY_RESULT(source);
        QCOMPARE((*source)->info().issues.count(), 1);
        QCOMPARE((*source)->info().issues.issues.front().severity, IssueSeverity::Note);
        const auto loaded = (*source)->load(0, LoadQuality::Full, m_control);
        QVERIFY_RESULT(loaded);
        QCOMPARE(loaded->image.format(), QImage::Format_RGB32);
        QCOMPARE(loaded->image.pixel(0, 0), qRgb(10, 20, 30));
        QCOMPARE(loaded->image.pixel(1, 0), qRgb(132, 137, 142));  // (10·128 + 255·127) / 255 = 132.02 and so on
        QCOMPARE(loaded->image.pixel(2, 0), qRgb(255, 255, 255));

        QImage deep(1, 1, QImage::Format_RGBA64);
        deep.fill(QColor::fromRgba64(0, 65535, 1000, 32768));
        const auto deepLoaded = load("deepglass.png", encoded(deep, "png"));
        QVERIFY_RESULT(deepLoaded);
        QCOMPARE(deepLoaded->image.format(), QImage::Format_RGBX64);
        QCOMPARE(deepLoaded->image.pixelColor(0, 0).rgba64(), qRgba64(32767, 65535, 33267, 65535));
    }

    void animated()
    {
        auto source = open("moving.gif", gif(3));
        QVERIFY_RESULT(source);
        QCOMPARE((*source)->info().frames, 1);
        QCOMPARE(issueTexts((*source)->info()).size(), 1);
        QVERIFY(issueTexts((*source)->info()).front().contains(QStringLiteral("first of 3 frames")));
        const auto loaded = (*source)->load(0, LoadQuality::Full, m_control);
        QVERIFY_RESULT(loaded);
        QCOMPARE(loaded->image.size(), QSize(2, 2));
        QCOMPARE(loaded->image.pixel(1, 1), qRgb(255, 128, 0));
        auto still = open("still.gif", gif(1));
        QVERIFY_RESULT(still);
        QVERIFY((*still)->info().issues.empty());
    }

    void previews()
    {
        for (const char *format : {"jpeg", "png"}) {
            auto wide = open("wide", encoded(pattern(3000, 1000), format));
            QVERIFY_RESULT(wide);
            const auto preview = (*wide)->load(0, LoadQuality::Preview, m_control);
            QVERIFY_RESULT(preview);
            QCOMPARE(preview->image.width(), 1024);
            QVERIFY(std::abs(preview->image.height() - 341) <= 1);
            QVERIFY(preview->frame.sha256.isNull());
        }
        auto sliver = open("sliver", encoded(pattern(5000, 2), "png"));
        QVERIFY_RESULT(sliver);
        QVERIFY_RESULT((*sliver)->load(0, LoadQuality::Preview, m_control));
        auto turned = open("turned", withOrientation(encoded(pattern(3000, 1000), "jpeg"), 6));
        QVERIFY_RESULT(turned);
        const auto upright = (*turned)->load(0, LoadQuality::Preview, m_control);
        QVERIFY_RESULT(upright);
        QCOMPARE(upright->image.height(), 1024);
    }

    void colourProfiles()
    {
        QImage image = pattern(8, 8);
        image.setColorSpace(QColorSpace(QColorSpace::DisplayP3));
        const auto wide = load("wide.png", encoded(image, "png"));
        QVERIFY_RESULT(wide);
        QCOMPARE(wide->frame.sha256, digestOf(pattern(8, 8)));  // of the stored numbers
        QVERIFY(wide->image.pixel(1, 1) != pattern(8, 8).pixel(1, 1));
        image.setColorSpace(QColorSpace(QColorSpace::SRgb));
        const auto plain = load("plain.png", encoded(image, "png"));
        QVERIFY_RESULT(plain);
        QCOMPARE(plain->image.pixel(1, 1), pattern(8, 8).pixel(1, 1));
    }

    void exchangedOnTheDisk()
    {
        auto source = open("exchanged.png", encoded(pattern(9, 9), "png"));
        QVERIFY_RESULT(source);
        const QString path = m_files.add("exchanged.png", pngClaiming(60000, 60000));
        QVERIFY_FAILS((*source)->load(0, LoadQuality::Full, m_control), ErrorCode::Failed);
        QVERIFY(QFile::remove(path));
        QVERIFY_FAILS((*source)->load(0, LoadQuality::Full, m_control), ErrorCode::NotFound);
    }

    void cancelled()
    {
        auto source = open("cancelled.png", encoded(pattern(9, 9), "png"));
        QVERIFY_RESULT(source);
        jobs::JobControl control;
        control.cancel();
        QVERIFY_FAILS((*source)->load(0, LoadQuality::Full, control), ErrorCode::Cancelled);
    }

    void damagedBytesNeverCrash()
    {
        base::SeededRandom random(7);
        QImage palette = pattern(33, 17).convertToFormat(QImage::Format_Indexed8);
        const std::vector<QByteArray> seeds{encoded(pattern(33, 17), "png"),  encoded(palette, "png"),
                                            encoded(pattern(33, 17), "jpeg"), encoded(pattern(33, 17), "bmp"),
                                            encoded(pattern(33, 17), "webp"), encoded(pattern(33, 17), "tiff"),
                                            encoded(pattern(33, 17), "ppm"),  gif(2),
                                            solidJpeg("abcd", true)};
        MediaBudget small;
        small.decodedBytes = 64 << 20;
        int opened = 0;
        for (const QByteArray &seed : seeds) {
            for (int round = 0; round < 60; ++round) {
                QByteArray bytes = seed;
                const auto anywhere = [&] { return static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(bytes.size()))); };
                for (std::uint64_t i = 0; i <= random.below(6); ++i)
                    bytes[anywhere()] = static_cast<char>(random.below(256));
                if (random.below(3) == 0)
                    bytes.truncate(anywhere());
                auto source = open("damaged", bytes, small);
                if (!source) {
                    QVERIFY(!source.error().text.isEmpty());
                    continue;
                }
                ++opened;
                for (const LoadQuality quality : {LoadQuality::Preview, LoadQuality::Full}) {
                    const auto loaded = (*source)->load(0, quality, m_control);
                    QVERIFY(loaded ? !loaded->image.isNull() : !loaded.error().text.isEmpty());
                }
            }
        }
        QVERIFY(opened > 50);
    }

    void manyThreads()
    {
        const QString path = m_files.add("shared.jpg", encoded(pattern(400, 300), "jpeg"));
        std::array<Sha256Digest, 4> digests;
        std::vector<std::thread> threads;
        for (Sha256Digest &digest : digests) {
            threads.emplace_back([&] {
                for (int i = 0; i < 5; ++i) {
                    auto source = m_factory.open(path, {});
                    if (auto loaded = source ? (*source)->load(0, LoadQuality::Full, m_control) : fail(source.error()))
                        digest = loaded->frame.sha256;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(!digests.front().isNull());
        QCOMPARE(std::count(digests.begin(), digests.end(), digests.front()), std::ptrdiff_t(digests.size()));
    }

    void theModule()
    {
        PluginManager manager;
        manager.scan(QStringLiteral(PLUMBLINE_BUILT_PLUGINS));
        QVERIFY(manager.mediaSources().all().empty());
        QVERIFY_RESULT(manager.require(QStringLiteral("media:image")));
        QCOMPARE(manager.mediaSources().all().size(), std::size_t(1));
        const QString path = m_files.add("module.png", encoded(pattern(9, 9), "png"));
        QVERIFY_RESULT(manager.mediaSources().all().front()->open(path, {}));
    }

    void samples_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QSize>("size");
        QTest::newRow("fruits") << QStringLiteral("images/opencv-samples/fruits.jpg") << QSize(512, 480);
        QTest::newRow("messi") << QStringLiteral("images/opencv-samples/messi5.jpg") << QSize(548, 342);
        QTest::newRow("gradient") << QStringLiteral("images/opencv-samples/gradient.png") << QSize();
        QTest::newRow("basketball") << QStringLiteral("images/opencv-samples/basketball1.png") << QSize(640, 480);
        QTest::newRow("coco") << QStringLiteral("images/coco-val2017/images/000000000139.jpg") << QSize(640, 426);
        QTest::newRow("large") << QStringLiteral("images/large-photos/evan-foley-ZgUtMaOVUAY-unsplash.jpg") << QSize();
    }
    void samples()
    {
        QFETCH(QString, file);
        QFETCH(QSize, size);
        PLUMBLINE_SAMPLE(images, "images");
        const QString path = samplesFolder() + QLatin1Char('/') + file;
        auto source = m_factory.open(path, {});
        QVERIFY_RESULT(source);
        for (const Issue &issue : (*source)->info().issues.issues)
            QVERIFY2(issue.severity == IssueSeverity::Note, qPrintable(issue.text));
        if (size.isValid())
            QCOMPARE((*source)->info().size, size);
        const auto loaded = (*source)->load(0, LoadQuality::Full, m_control);
        QVERIFY_RESULT(loaded);
        QCOMPARE(loaded->image.size(), (*source)->info().size);
        QCOMPARE(loaded->frame.sha256, digestOf(QImage(path)));
        QVERIFY_RESULT((*source)->load(0, LoadQuality::Preview, m_control));
    }
};

QTEST_GUILESS_MAIN(ImageMediaTest)
#include "tst_imagemedia.moc"
