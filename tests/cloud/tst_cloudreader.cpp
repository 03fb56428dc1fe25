// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/cloud/cloudreader.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <cmath>
#include <limits>

using namespace plumbline;
using namespace plumbline::cloud;

namespace {

struct Cloud {
    std::vector<std::array<float, 3>> positions;
    std::vector<float> intensity;
    std::vector<std::uint16_t> ring;
};

Cloud example(std::size_t points)
{
    base::SeededRandom random(7);
    Cloud cloud;
    for (std::size_t i = 0; i < points; ++i) {
        cloud.positions.push_back(
            {float(random.uniform() * 100 - 50), float(random.uniform() * 100 - 50), float(random.uniform() * 5)});
        cloud.intensity.push_back(float(i % 256) / 255);
        cloud.ring.push_back(std::uint16_t(i % 64));
    }
    return cloud;
}

template <typename T>
void put(QByteArray &bytes, T value, bool big = false)
{
    char raw[sizeof(T)];
    if (big)
        qToBigEndian(value, raw);
    else
        qToLittleEndian(value, raw);
    bytes.append(raw, sizeof(T));
}

QByteArray pcdHeader(const QByteArray &data, std::size_t points)
{
    return "# .PCD v0.7\nVERSION 0.7\nFIELDS ring # x intensity z y\nSIZE 2 8 4 4 4 4\nTYPE U I F F F F\nCOUNT 1 1 1 1 1 "
           "1\nWIDTH "
           + QByteArray::number(qulonglong(points)) + "\nHEIGHT 1\nVIEWPOINT 0 0 0 1 0 0 0\nPOINTS "
           + QByteArray::number(qulonglong(points)) + "\nDATA " + data + '\n';
}

QByteArray pcd(const QByteArray &data, const Cloud &cloud)
{
    QByteArray bytes = pcdHeader(data, cloud.positions.size());
    QByteArray columns;
    if (data == "ascii") {
        for (std::size_t i = 0; i < cloud.positions.size(); ++i) {
            const auto &p = cloud.positions[i];
            const auto text = [](float v) { return QByteArray::number(double(v), 'g', 9); };
            bytes += QByteArray::number(cloud.ring[i]) + " -5 " + text(p[0]) + ' ' + text(cloud.intensity[i]) + ' ' + text(p[2])
                     + ' ' + text(p[1]) + '\n';
        }
    } else if (data == "binary") {
        for (std::size_t i = 0; i < cloud.positions.size(); ++i) {
            put(bytes, cloud.ring[i]);
            put(bytes, qint64(-5));
            put(bytes, cloud.positions[i][0]);
            put(bytes, cloud.intensity[i]);
            put(bytes, cloud.positions[i][2]);
            put(bytes, cloud.positions[i][1]);
        }
    } else {
        for (const auto value : cloud.ring)
            put(columns, value);
        for (std::size_t i = 0; i < cloud.positions.size(); ++i)
            put(columns, qint64(-5));
        for (const auto &p : cloud.positions)
            put(columns, p[0]);
        for (const auto value : cloud.intensity)
            put(columns, value);
        for (const auto &p : cloud.positions)
            put(columns, p[2]);
        for (const auto &p : cloud.positions)
            put(columns, p[1]);
        // Literal runs only: what any packer may write. Copies are covered by files of the Point Cloud Library.
        QByteArray packed;
        for (qsizetype at = 0; at < columns.size(); at += 32) {
            const QByteArray run = columns.mid(at, 32);
            packed += char(run.size() - 1);
            packed += run;
        }
        put(bytes, quint32(packed.size()));
        put(bytes, quint32(columns.size()));
        bytes += packed;
    }
    return bytes;
}

QByteArray ply(const QByteArray &format, const Cloud &cloud)
{
    QByteArray bytes =
        "ply\nformat " + format + " 1.0\ncomment made by a test\nelement vertex "
        + QByteArray::number(qulonglong(cloud.positions.size()))
        + "\nproperty double x\nproperty float y\nproperty float z\nproperty float intensity\nproperty ushort ring\n"
          "element face 1\nproperty list uchar int vertex_indices\nend_header\n";
    const bool big = format == "binary_big_endian";
    for (std::size_t i = 0; i < cloud.positions.size(); ++i) {
        const auto &p = cloud.positions[i];
        if (format == "ascii") {
            for (const double v : {double(p[0]), double(p[1]), double(p[2]), double(cloud.intensity[i])})
                bytes += QByteArray::number(v, 'g', 9) + ' ';
            bytes += QByteArray::number(cloud.ring[i]) + "\r\n";
        } else {
            put(bytes, double(p[0]), big);
            put(bytes, p[1], big);
            put(bytes, p[2], big);
            put(bytes, cloud.intensity[i], big);
            put(bytes, cloud.ring[i], big);
        }
    }
    return bytes + (format == "ascii" ? QByteArray("3 0 1 2\n") : QByteArray("\3", 1));
}

QByteArray las(int minor, int format, quint32 claimed, const std::vector<std::array<qint32, 3>> &points)
{
    QByteArray head(minor == 4 ? 375 : 227, '\0');
    head.replace(0, 4, "LASF");
    head[24] = 1;
    head[25] = char(minor);
    const auto set = [&head](qsizetype at, auto value) {
        QByteArray raw;
        put(raw, value);
        head.replace(at, raw.size(), raw);
    };
    const quint16 length = format == 3 ? 34 : 30;
    set(94, quint16(head.size()));
    set(96, quint32(head.size()));
    head[104] = char(format);
    set(105, length);
    set(107, minor == 4 ? quint32(0) : claimed);
    for (int axis = 0; axis < 3; ++axis) {
        set(131 + axis * 8, 0.001);
        set(155 + axis * 8, axis == 2 ? 0.0 : 500000.0);
    }
    if (minor == 4)
        set(247, quint64(claimed));
    for (const auto &p : points) {
        QByteArray record(length, '\0');
        for (int axis = 0; axis < 3; ++axis) {
            QByteArray raw;
            put(raw, p[std::size_t(axis)]);
            record.replace(axis * 4, 4, raw);
        }
        record[12] = char(200);
        record[format == 3 ? 15 : 16] = 2;
        head += record;
    }
    return head;
}

}  // namespace

class TestCloudReader : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    static const Column &column(const CloudReader &reader, const PointBlock &block, const QString &name)
    {
        for (std::size_t i = 0; i < reader.info().channels.size(); ++i)
            if (reader.info().channels[i].name == name)
                return block.columns[i];
        qFatal("no channel %s", qPrintable(name));
    }

private slots:
    void sameCloudInEveryFormat_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        const Cloud cloud = example(5000);
        for (const char *data : {"ascii", "binary", "binary_compressed"})
            QTest::addRow("pcd %s", data) << QStringLiteral("%1.pcd").arg(QLatin1String(data)) << pcd(data, cloud);
        for (const char *format : {"ascii", "binary_little_endian", "binary_big_endian"})
            QTest::addRow("ply %s", format) << QStringLiteral("%1.ply").arg(QLatin1String(format)) << ply(format, cloud);
        QByteArray nuscenes;
        QByteArray csv = "x,y,z,intensity,ring\n";
        for (std::size_t i = 0; i < cloud.positions.size(); ++i) {
            for (const float v : {cloud.positions[i][0], cloud.positions[i][1], cloud.positions[i][2], cloud.intensity[i]}) {
                put(nuscenes, v);
                csv += QByteArray::number(double(v), 'g', 9) + ',';
            }
            put(nuscenes, float(cloud.ring[i]));
            csv += QByteArray::number(cloud.ring[i]) + '\n';
        }
        QTest::addRow("nuscenes") << QStringLiteral("sweep.pcd.bin") << nuscenes;
        QTest::addRow("csv") << QStringLiteral("points.csv") << csv;
    }

    void sameCloudInEveryFormat()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const Cloud cloud = example(5000);
        auto reader = openCloud(write(name, bytes));
        QVERIFY_RESULT(reader);
        QCOMPARE((*reader)->info().points, 5000u);
        QVERIFY((*reader)->info().issues.empty());
        // In pieces that do not divide the cloud, then backwards.
        for (const std::uint64_t first : {0u, 777u, 4990u, 100u}) {
            PointBlock block;
            const auto read = (*reader)->read(first, 777, block, {});
            QVERIFY_RESULT(read);
            QCOMPARE(block.size(), std::min<std::size_t>(777, 5000 - first));
            for (std::size_t i = 0; i < block.size(); ++i) {
                QCOMPARE(block.positions[i], cloud.positions[first + i]);
                QCOMPARE(float(column(**reader, block, QStringLiteral("intensity")).at(i)), cloud.intensity[first + i]);
                QCOMPARE(column(**reader, block, QStringLiteral("ring")).at(i), double(cloud.ring[first + i]));
            }
        }
        PointBlock none;
        QVERIFY_RESULT((*reader)->read(5000, 10, none, {}));
        QCOMPARE(none.size(), 0u);
    }

    void fieldNamesMayBeOddAndIntegersWide()
    {
        auto reader = openCloud(write(QStringLiteral("odd.pcd"), pcd("binary", example(3))));
        QVERIFY_RESULT(reader);
        PointBlock block;
        QVERIFY_RESULT((*reader)->read(0, 3, block, {}));
        QCOMPARE((*reader)->info().channels[1], (Channel{QStringLiteral("#"), ScalarType::Int64}));
        QCOMPARE(column(**reader, block, QStringLiteral("#")).at(2), -5.0);
    }

    void paddingIsSkippedAndSeveralValuesAreNumbered()
    {
        QByteArray bytes = "VERSION .7\nFIELDS x y z _ normal t t\nSIZE 4 4 4 1 4 8 4\nTYPE F F F U F F U\nCOUNT 1 1 1 4 3 1 1\n"
                           "WIDTH 2\nHEIGHT 1\nPOINTS 2\nDATA binary\n";
        for (int i = 0; i < 2; ++i) {
            for (const float v : {1.f, 2.f, 3.f})
                put(bytes, v);
            bytes += "....";
            for (const float v : {.1f, .2f, .3f})
                put(bytes, v);
            put(bytes, 1e9 + i);
            put(bytes, quint32(7));
        }
        auto reader = openCloud(write(QStringLiteral("padding.pcd"), bytes));
        QVERIFY_RESULT(reader);
        QStringList names;
        for (const Channel &channel : (*reader)->info().channels)
            names.append(channel.name);
        QCOMPARE(names, QStringList({QStringLiteral("normal[0]"), QStringLiteral("normal[1]"), QStringLiteral("normal[2]"),
                                     QStringLiteral("t"), QStringLiteral("t (2)")}));
        PointBlock block;
        QVERIFY_RESULT((*reader)->read(1, 1, block, {}));
        QCOMPARE(column(**reader, block, QStringLiteral("t")).at(0), 1e9 + 1);
        QCOMPARE(float(column(**reader, block, QStringLiteral("normal[1]")).at(0)), .2f);
    }

    void equalNamesAreNumbered()
    {
        QByteArray names = "x,y,z";
        QByteArray row = "1,2,3";
        for (int i = 0; i < 1000; ++i) {
            names += ",t";
            row += ",4";
        }
        auto reader = openCloud(write(QStringLiteral("names.csv"), names + '\n' + row + '\n'));
        QVERIFY_RESULT(reader);
        QCOMPARE((*reader)->info().channels.size(), 1000u);
        QCOMPARE((*reader)->info().channels[1].name, QStringLiteral("t (2)"));
        QCOMPARE((*reader)->info().channels[999].name, QStringLiteral("t (1000)"));
    }

    void headersThatLieAreCut()
    {
        QByteArray bytes = pcdHeader("binary", std::numeric_limits<quint32>::max());
        for (const Cloud cloud = example(3); const QByteArray &raw : {pcd("binary", cloud)})
            bytes += raw.mid(raw.indexOf("binary\n") + 7);
        QVERIFY(bytes.size() < 1024);
        auto reader = openCloud(write(QStringLiteral("lie.pcd"), bytes));
        QVERIFY_RESULT(reader);
        QCOMPARE((*reader)->info().points, 3u);
        QCOMPARE((*reader)->info().issues.count(), 1);
        QVERIFY((*reader)->info().issues.issues.front().text.contains(QStringLiteral("4294967295")));
        PointBlock block;
        QVERIFY_RESULT((*reader)->read(0, std::numeric_limits<std::uint64_t>::max(), block, {}));
        QCOMPARE(block.size(), 3u);

        auto text = openCloud(write(QStringLiteral("lie-ascii.pcd"), pcdHeader("ascii", 1000000) + "1 2 3 4 5 6\n"));
        QVERIFY_RESULT(text);
        QCOMPARE((*text)->info().points, 1u);
        QCOMPARE((*text)->info().issues.count(), 1);
    }

    void brokenFilesAreRefusedWithWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QStringLiteral("a.pcd") << QByteArray();
        QTest::newRow("no data line") << QStringLiteral("a.pcd") << QByteArray("# .PCD v0.7\nFIELDS x y z\n");
        QTest::newRow("no z") << QStringLiteral("a.pcd")
                              << QByteArray("# .PCD\nFIELDS x y\nSIZE 4 4\nTYPE F F\nWIDTH 1\nHEIGHT 1\nDATA ascii\n1 2\n");
        QTest::newRow("type of 3 bytes") << QStringLiteral("a.pcd")
                                         << QByteArray("# .PCD\nFIELDS x y z\nSIZE 4 4 3\nTYPE F F F\nDATA binary\n");
        QTest::newRow("counts of 2^60")
            << QStringLiteral("a.pcd")
            << QByteArray("# .PCD\nFIELDS x y z q\nSIZE 4 4 4 4\nTYPE F F F F\nCOUNT 1 1 1 1152921504606846976\n"
                          "DATA binary\n");
        QByteArray bomb = pcdHeader("binary_compressed", 165191049);
        put(bomb, quint32(16));
        put(bomb, quint32(165191049u * 26u));
        QTest::newRow("unpacks to 4 GB") << QStringLiteral("a.pcd") << bomb + QByteArray(16, '\xff');
        QByteArray wrong = pcdHeader("binary_compressed", 1);
        put(wrong, quint32(3));
        put(wrong, quint32(26));
        QTest::newRow("copy from before the start") << QStringLiteral("a.pcd") << wrong + QByteArray("\xff\xff\xff", 3);
        QTest::newRow("list in a vertex") << QStringLiteral("a.ply")
                                          << QByteArray("ply\nformat ascii 1.0\nelement vertex 1\nproperty list uchar float x\n"
                                                        "property float y\nproperty float z\nend_header\n");
        QTest::newRow("ply without end") << QStringLiteral("a.ply") << QByteArray("ply\nformat ascii 1.0\nelement vertex 1\n");
        QTest::newRow("las head only") << QStringLiteral("a.las") << las(2, 3, 0, {}).left(100);
        QByteArray flat = las(2, 3, 1, {{1, 2, 3}});
        flat.replace(131, 8, QByteArray(8, '\0'));
        QTest::newRow("las scale 0") << QStringLiteral("a.las") << flat;
        QByteArray laz = las(2, 3, 1, {{1, 2, 3}});
        laz[104] = char(0x83);
        QTest::newRow("laz without its description") << QStringLiteral("a.laz") << laz;
        QTest::newRow("words") << QStringLiteral("a.txt") << QByteArray("Dear reader,\nthis is no cloud.\n");
        QTest::newRow("picture as bin") << QStringLiteral("a.bin")
                                        << QByteArray("\x89PNG\r\n\x1a\n and more bytes than sixteen, of no use");
    }

    void brokenFilesAreRefusedWithWords()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const auto reader = openCloud(write(name, bytes));
        QVERIFY(!reader);
        QVERIFY2(reader.error().text.contains(name), qPrintable(reader.error().text));
    }

    void brokenLinesKeepTheirPlace()
    {
        auto reader = openCloud(write(QStringLiteral("broken.xyz"),
                                      "# a comment\n1 2 3\nnan 2 3\n\n4 five 6\n7 8\n9 10 11\n" + QByteArray(200000, '1')));
        QVERIFY_RESULT(reader);
        QCOMPARE((*reader)->info().points, 6u);
        PointBlock block;
        for (int i = 0; i < 2; ++i)
            QVERIFY_RESULT((*reader)->read(0, 6, block, {}));
        QCOMPARE(block.positions[0], (std::array<float, 3>{1, 2, 3}));
        QVERIFY(std::isnan(block.positions[1][0]));
        QCOMPARE(block.positions[1][1], 2.f);
        QVERIFY(std::isnan(block.positions[2][2]));
        QVERIFY(std::isnan(block.positions[3][0]));
        QCOMPARE(block.positions[4], (std::array<float, 3>{9, 10, 11}));
        QStringList places;
        for (const Issue &issue : (*reader)->info().issues.issues)
            places.append(issue.place);
        QCOMPARE(places, QStringList({QStringLiteral("point 3"), QStringLiteral("point 4"), QStringLiteral("point 6")}));
    }

    void projectedCoordinatesKeepMillimetres()
    {
        for (const int minor : {2, 4}) {
            const int format = minor == 4 ? 6 : 3;
            auto reader = openCloud(
                write(QStringLiteral("far.las"), las(minor, format, 2, {{123456789, -2, 1500}, {123456790, -1, 1501}})));
            QVERIFY_RESULT(reader);
            QCOMPARE((*reader)->info().points, 2u);
            PointBlock block;
            QVERIFY_RESULT((*reader)->read(0, 2, block, {}));
            const auto &origin = (*reader)->info().origin;
            QVERIFY(std::abs(double(block.positions[0][0]) + origin[0] - 623456.789) < 5e-4);
            QVERIFY(std::abs(double(block.positions[1][1]) + origin[1] - 499999.999) < 5e-4);
            QCOMPARE(block.positions[1][2], 1.501f);
            QCOMPARE(column(**reader, block, QStringLiteral("intensity")).at(0), 200.0);
            QCOMPARE(column(**reader, block, QStringLiteral("classification")).at(1), 2.0);
        }
    }

    void boundsPassOverWhatIsNotFinite()
    {
        QByteArray bytes;
        for (const float v : {1.f, 2.f, 3.f, .5f, std::numeric_limits<float>::quiet_NaN(), 0.f, 0.f, 0.f, -4.f, 5.f, 6.f, 1.f})
            put(bytes, v);
        for (int i = 0; i < 40; ++i)
            bytes += bytes.first(16);
        auto reader = openCloud(write(QStringLiteral("000000.bin"), bytes));
        QVERIFY_RESULT(reader);
        const auto bounds = boundsOf(**reader, {});
        QVERIFY_RESULT(bounds);
        QCOMPARE(bounds->finite, 42u);
        QCOMPARE(bounds->least, (std::array<double, 3>{-4, 2, 3}));
        QCOMPARE(bounds->most, (std::array<double, 3>{1, 5, 6}));
    }

    void aFileCutShortWhileOpenFails()
    {
        const QString path = write(QStringLiteral("cut.pcd"), pcd("binary", example(20000)));
        auto reader = openCloud(path);
        QVERIFY_RESULT(reader);
        QVERIFY(QFile::resize(path, 1000));
        PointBlock block;
        QVERIFY(!(*reader)->read(0, 20000, block, {}));
    }

    void workStopsWhenCancelled()
    {
        auto reader = openCloud(write(QStringLiteral("cancel.pcd"), pcd("ascii", example(100))));
        QVERIFY_RESULT(reader);
        jobs::JobControl control;
        control.cancel();
        PointBlock block;
        const auto read = (*reader)->read(0, 100, block, control);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Cancelled);
    }

    // Any change of any file may change what is read, but never more than that.
    void damagedFilesNeverCrash()
    {
        base::SeededRandom random(11);
        const Cloud cloud = example(40);
        const std::vector<std::pair<QString, QByteArray>> files = {
            {QStringLiteral("f.pcd"), pcd("ascii", cloud)},
            {QStringLiteral("f.pcd"), pcd("binary", cloud)},
            {QStringLiteral("f.pcd"), pcd("binary_compressed", cloud)},
            {QStringLiteral("f.ply"), ply("ascii", cloud)},
            {QStringLiteral("f.ply"), ply("binary_big_endian", cloud)},
            {QStringLiteral("f.las"), las(4, 6, 2, {{1, 2, 3}, {4, 5, 6}})},
        };
        int opened = 0;
        for (int round = 0; round < 600; ++round) {
            auto [name, bytes] = files[std::size_t(round) % files.size()];
            for (int change = 0; change < 3; ++change) {
                // Most of what matters is in the header.
                const auto reach = std::min<qsizetype>(bytes.size(), random.uniform() < .7 ? 400 : bytes.size());
                bytes[qsizetype(random.uniform() * double(reach))] = char(random.uniform() * 256);
            }
            if (random.uniform() < .2)
                bytes.truncate(qsizetype(random.uniform() * double(bytes.size())));
            auto reader = openCloud(write(name, bytes));
            if (!reader) {
                QVERIFY(!reader.error().text.isEmpty());
                continue;
            }
            ++opened;
            PointBlock block;
            const auto read = (*reader)->read(0, 100000, block, {});
            QVERIFY(!read || block.size() <= 100000);
        }
        QVERIFY(opened > 100);
    }

    void samplesHoldWhatTheirSourcesSay_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("points");
        QTest::newRow("pcd ascii") << QStringLiteral("lidar/pcd-formats/bun0.pcd") << 397;
        QTest::newRow("pcd binary") << QStringLiteral("lidar/pcd-formats/colored_cloud.pcd") << 1000;
        QTest::newRow("pcd compressed") << QStringLiteral("lidar/pcd-formats/milk_color.pcd") << 13704;
        QTest::newRow("pcd organised") << QStringLiteral("lidar/pcd-formats/lena.pcd") << 65536;
        QTest::newRow("las 1.1") << QStringLiteral("lidar/las-formats/simple1_1.las") << 1065;
        QTest::newRow("las 1.2") << QStringLiteral("lidar/las-formats/simple.las") << 1065;
        QTest::newRow("las 1.3") << QStringLiteral("lidar/las-formats/simple1_3.las") << 999;
        QTest::newRow("las 1.4") << QStringLiteral("lidar/las-formats/test1_4.las") << 1000;
        QTest::newRow("las extra bytes") << QStringLiteral("lidar/las-formats/extrabytes.las") << 1065;
    }

    void samplesHoldWhatTheirSourcesSay()
    {
        QFETCH(QString, path);
        QFETCH(int, points);
        PLUMBLINE_SAMPLE(folder, "lidar");
        auto reader = openCloud(samplePath(folder, path));
        QVERIFY_RESULT(reader);
        QVERIFY((*reader)->info().issues.empty());
        QCOMPARE((*reader)->info().points, std::uint64_t(points));
        const auto bounds = boundsOf(**reader, {});
        QVERIFY_RESULT(bounds);
        QVERIFY(bounds->finite > 0);
        for (std::size_t axis = 0; axis < 3; ++axis)
            QVERIFY(bounds->most[axis] >= bounds->least[axis] && std::abs(bounds->most[axis]) < 1e7);
    }

private:
    static QString samplePath(const QString &folder, const QString &path)
    {
        return QFileInfo(folder).path() + QLatin1Char('/') + path;
    }
};

QTEST_GUILESS_MAIN(TestCloudReader)
#include "tst_cloudreader.moc"
