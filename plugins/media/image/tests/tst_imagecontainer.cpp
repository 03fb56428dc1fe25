// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/image/imagecontainer.h"
#include "plugins/media/image/tests/imagebytes.h"

#include <QTest>

using namespace plumbline;
using namespace plumbline::image;
using namespace plumbline::test;

class ImageContainerTest : public QObject
{
    Q_OBJECT

    Files m_files;

    Container walked(const QByteArray &bytes)
    {
        QFile file(m_files.add("walked", bytes));
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return {};
        return walk(file, signatureOf(bytes.left(64)).format);
    }

private slots:
    void signatures_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("format");
        QTest::newRow("png") << pngClaiming(1, 1) << QStringLiteral("png");
        QTest::newRow("jpeg") << solidJpeg("a", false) << QStringLiteral("jpeg");
        QTest::newRow("gif") << gif(1) << QStringLiteral("gif");
        QTest::newRow("bmp") << bmpClaiming(1, 1) << QStringLiteral("bmp");
        QTest::newRow("tiff") << tiffClaiming(1, 1) << QStringLiteral("tiff");
        QTest::newRow("pgm with comment") << QByteArray("P5 #x\n1 1 255\n\0", 15) << QStringLiteral("pnm");
        QTest::newRow("webp") << QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16) << QStringLiteral("webp");
        QTest::newRow("text that begins BM") << QByteArray("BMW is a maker of cars in Munich.") << QString();
        QTest::newRow("text that begins P5") << QByteArray("P5 is a page") << QString();
        QTest::newRow("a sound file") << QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16) << QString();
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("one byte") << QByteArray("\x89") << QString();
        QTest::newRow("zeros") << QByteArray(64, '\0') << QString();
    }
    void signatures()
    {
        QFETCH(QByteArray, head);
        QFETCH(QString, format);
        QCOMPARE(signatureOf(head).format, format);
        QCOMPARE(signatureOf(head).confidence == extension::ProbeResult::None, format.isEmpty());
    }

    void wholeAndCut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QSize>("declared");
        const QImage image = pattern(40, 24);
        QTest::newRow("png") << encoded(image, "png") << QSize(40, 24);
        QTest::newRow("jpeg") << encoded(image, "jpeg") << QSize(40, 24);
        QTest::newRow("bmp") << encoded(image, "bmp") << QSize(40, 24);
        QTest::newRow("ppm") << encoded(image, "ppm") << QSize(40, 24);
        QTest::newRow("pgm") << encoded(image.convertToFormat(QImage::Format_Grayscale8), "pgm") << QSize(40, 24);
        QTest::newRow("pbm") << encoded(image.convertToFormat(QImage::Format_Mono), "pbm") << QSize(40, 24);
        QTest::newRow("webp") << encoded(image, "webp") << QSize();
        QTest::newRow("gif") << gif(1) << QSize(2, 2);
    }
    void wholeAndCut()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QSize, declared);
        QVERIFY(!bytes.isEmpty());
        const Container whole = walked(bytes);
        QVERIFY(!whole.endsEarly);
        QCOMPARE(whole.frames, 1);
        QCOMPARE(whole.declared, declared);
        QVERIFY(!walked(bytes + "rubbish behind the end").endsEarly);
        for (const qsizetype kept : {bytes.size() / 2, bytes.size() - 3}) {
            QVERIFY2(walked(bytes.left(kept)).endsEarly, qPrintable(QString::number(kept)));
        }
        for (qsizetype kept = 0; kept < bytes.size(); kept += 61)
            QVERIFY(walked(bytes.left(kept)).frames == 1);
    }

    void theEndOfAThumbnailIsNotTheEnd()
    {
        const QByteArray jpeg = encoded(pattern(40, 24), "jpeg");
        const QByteArray thumbnail = solidJpeg("abc", false);
        const QByteArray length = big(static_cast<quint32>(thumbnail.size() + 2), 2);
        const QByteArray with = jpeg.left(2) + raw({0xFF, 0xE1}) + length + thumbnail + jpeg.mid(2);
        QVERIFY(!walked(with).endsEarly);
        QVERIFY(walked(with.left(with.size() - 2)).endsEarly);
        QCOMPARE(walked(with).declared, QSize(40, 24));
    }

    void animations()
    {
        QCOMPARE(walked(gif(3)).frames, 3);
        const QByteArray still = pngClaiming(4, 4);
        const QByteArray animated = still.left(33) + pngChunk("acTL", big(5, 4) + big(0, 4)) + still.mid(33);
        QCOMPARE(walked(animated).frames, 5);
        QByteArray frame = QByteArray("ANMF") + little(4, 4) + "abcd";
        const QByteArray body = QByteArray("WEBP") + frame + frame;
        QCOMPARE(walked(QByteArray("RIFF") + little(static_cast<quint32>(body.size()), 4) + body).frames, 2);
    }

    void componentsOfJpeg()
    {
        QCOMPARE(walked(solidJpeg("a", false)).components, 1);
        QCOMPARE(walked(solidJpeg("abcd", true)).components, 4);
    }

    void suffixes()
    {
        QCOMPARE(formatOfSuffix(QStringLiteral("/a.b/C.JPG")), QStringLiteral("jpeg"));
        QCOMPARE(formatOfSuffix(QStringLiteral("x.tif")), QStringLiteral("tiff"));
        QCOMPARE(formatOfSuffix(QStringLiteral("x.txt")), QString());
        QCOMPARE(formatOfSuffix(QStringLiteral("png")), QString());
    }
};

QTEST_GUILESS_MAIN(ImageContainerTest)
#include "tst_imagecontainer.moc"
