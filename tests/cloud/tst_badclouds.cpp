// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/cloudreader.h"
#include "core/cloud/octree.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <cmath>
#include <cstring>
#include <limits>
#include <map>

using namespace plumbline;
using namespace plumbline::cloud;

namespace {

constexpr float noNumber = std::numeric_limits<float>::quiet_NaN();
constexpr float infinite = std::numeric_limits<float>::infinity();
constexpr qulonglong two32 = 4294967296;

QByteArray floats(std::initializer_list<float> values)
{
    QByteArray bytes;
    for (const float value : values) {
        char raw[sizeof value];
        qToLittleEndian(value, raw);
        bytes.append(raw, sizeof raw);
    }
    return bytes;
}

QByteArray pcd(const QByteArray &data, qulonglong points, const QByteArray &body)
{
    const QByteArray number = QByteArray::number(points);
    return "# .PCD v0.7\nVERSION 0.7\nFIELDS x y z\nSIZE 4 4 4\nTYPE F F F\nCOUNT 1 1 1\nWIDTH " + number + "\nHEIGHT 1\nPOINTS "
           + number + "\nDATA " + data + '\n' + body;
}

QByteArray ply(const QByteArray &format, qulonglong points, const QByteArray &body)
{
    return "ply\nformat " + format + " 1.0\nelement vertex " + QByteArray::number(points)
           + "\nproperty float x\nproperty float y\nproperty float z\nend_header\n" + body;
}

QByteArray las(quint64 points, const QByteArray &body)
{
    QByteArray head(375, '\0');
    head.replace(0, 4, "LASF");
    head[24] = 1;
    head[25] = 4;
    const auto set = [&head](qsizetype at, auto value) {
        char raw[sizeof value];
        qToLittleEndian(value, raw);
        head.replace(at, sizeof raw, QByteArray(raw, sizeof raw));
    };
    set(94, quint16(375));
    set(96, quint32(375));
    head[104] = 6;
    set(105, quint16(30));
    set(247, points);
    for (int axis = 0; axis < 3; ++axis)
        set(131 + axis * 8, 0.01);
    return head + body;
}

// The most memory that the process has had, kilobytes.
qint64 peakMemory()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toLongLong();
    return 0;
}

}  // namespace

/// What files that are broken, empty or made to deceive come to.
class TestBadClouds : public QObject
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

private slots:
    void claimsOf2To32PointsAreCut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("points");
        const QByteArray three = floats({1, 2, 3, 4, 5, 6, 7, 8, 9});
        const QByteArray lines = "1 2 3\n4 5 6\n7 8 9\n";
        QTest::newRow("pcd binary") << QStringLiteral("a.pcd") << pcd("binary", two32, three) << 3;
        QTest::newRow("pcd ascii") << QStringLiteral("a.pcd") << pcd("ascii", two32, lines) << 3;
        QTest::newRow("ply binary") << QStringLiteral("a.ply") << ply("binary_little_endian", two32, three) << 3;
        QTest::newRow("ply ascii") << QStringLiteral("a.ply") << ply("ascii", two32, lines) << 3;
        QTest::newRow("las") << QStringLiteral("a.las") << las(two32, QByteArray(90, '\1')) << 3;
    }

    void claimsOf2To32PointsAreCut()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(int, points);
        QVERIFY(bytes.size() < 1024);
        const qint64 before = peakMemory();
        auto reader = openCloud(write(name, bytes));
        QVERIFY_RESULT(reader);
        QCOMPARE((*reader)->info().points, std::uint64_t(points));
        QCOMPARE((*reader)->info().issues.count(), 1);
        QVERIFY((*reader)->info().issues.issues.front().text.contains(QString::number(two32)));
        PointBlock block;
        QVERIFY_RESULT((*reader)->read(0, two32, block, {}));
        QCOMPARE(block.size(), std::size_t(points));
        QVERIFY2(peakMemory() - before < 32 * 1024, qPrintable(QString::number(peakMemory() - before)));
    }

    void cloudsWithoutPointsOpen_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("pcd binary") << QStringLiteral("a.pcd") << pcd("binary", 0, {});
        QTest::newRow("pcd ascii") << QStringLiteral("a.pcd") << pcd("ascii", 0, {});
        QTest::newRow("ply binary") << QStringLiteral("a.ply") << ply("binary_big_endian", 0, {});
        QTest::newRow("ply ascii") << QStringLiteral("a.ply") << ply("ascii", 0, {});
        QTest::newRow("las") << QStringLiteral("a.las") << las(0, {});
        QTest::newRow("csv with names only") << QStringLiteral("a.csv") << QByteArray("x,y,z\n");
    }

    void cloudsWithoutPointsOpen()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        auto reader = openCloud(write(name, bytes));
        QVERIFY_RESULT(reader);
        QCOMPARE((*reader)->info().points, 0u);
        QVERIFY((*reader)->info().issues.empty());
        PointBlock block;
        QVERIFY_RESULT((*reader)->read(0, 10, block, {}));
        QCOMPARE(block.size(), 0u);
        const auto bounds = boundsOf(**reader, {});
        QVERIFY_RESULT(bounds);
        QCOMPARE(bounds->finite, 0u);
        const QString index = m_folder.filePath(QStringLiteral("a.octree"));
        QVERIFY_RESULT(buildOctree(**reader, index, "a", {}));
        const auto octree = Octree::open(index, "a");
        QVERIFY_RESULT(octree);
        QVERIFY((*octree)->nodes().empty());
    }

    // A label goes by the number of its point, so a point without a place keeps its number.
    void pointsWithoutAPlaceStayInTheirs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray mixed = floats({1, 2, 3, noNumber, noNumber, noNumber, infinite, 0, 0, 0, -infinite, 0, 7, 8, 9});
        const QByteArray lines = "1 2 3\nnan nan nan\ninf 0 0\n0 -inf 0\n7 8 9\n";
        QTest::newRow("pcd binary") << QStringLiteral("a.pcd") << pcd("binary", 5, mixed);
        QTest::newRow("pcd ascii") << QStringLiteral("a.pcd") << pcd("ascii", 5, lines);
        QTest::newRow("ply binary") << QStringLiteral("a.ply") << ply("binary_little_endian", 5, mixed);
        QTest::newRow("text") << QStringLiteral("a.xyz") << lines;
    }

    void pointsWithoutAPlaceStayInTheirs()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        auto reader = openCloud(write(name, bytes));
        QVERIFY_RESULT(reader);
        QCOMPARE((*reader)->info().points, 5u);
        PointBlock block;
        QVERIFY_RESULT((*reader)->read(0, 5, block, {}));
        QCOMPARE(block.positions[4], (std::array<float, 3>{7, 8, 9}));
        QVERIFY(std::isnan(block.positions[1][0]) && std::isinf(block.positions[2][0]) && std::isinf(block.positions[3][1]));
        const auto bounds = boundsOf(**reader, {});
        QVERIFY_RESULT(bounds);
        QCOMPARE(bounds->finite, 2u);
        QCOMPARE(bounds->most, (std::array<double, 3>{7, 8, 9}));
    }

    void wideAndUnknownFieldsKeepEveryBit()
    {
        constexpr quint64 wide = 0xFEDCBA9876543210;  // more than a double can hold
        QByteArray body = floats({1, 2, 3});
        char raw[8];
        qToLittleEndian(wide, raw);
        body.append(raw, 8);
        qToLittleEndian(qint64(-2), raw);
        body.append(raw, 8);
        const QByteArray bytes =
            "# .PCD v0.7\nFIELDS x y z stamp #odd\nSIZE 4 4 4 8 8\nTYPE F F F U I\nWIDTH 1\nHEIGHT 1\nPOINTS 1\n"
            "DATA binary\n"
            + body;
        auto reader = openCloud(write(QStringLiteral("wide.pcd"), bytes));
        QVERIFY_RESULT(reader);
        QCOMPARE((*reader)->info().channels, (std::vector<Channel>{{QStringLiteral("stamp"), ScalarType::UInt64},
                                                                   {QStringLiteral("#odd"), ScalarType::Int64}}));
        PointBlock block;
        QVERIFY_RESULT((*reader)->read(0, 1, block, {}));
        quint64 read = 0;
        std::memcpy(&read, block.columns[0].bytes().data(), sizeof read);
        QCOMPARE(read, wide);
        QCOMPARE(block.columns[1].at(0), -2.0);
        // And through the index that the view works with.
        const QString index = m_folder.filePath(QStringLiteral("wide.octree"));
        QVERIFY_RESULT(buildOctree(**reader, index, "wide", {}));
        auto octree = Octree::open(index, "wide");
        QVERIFY_RESULT(octree);
        const std::array<std::size_t, 1> first{0};
        const auto piece = (*octree)->load(0, first);
        QVERIFY_RESULT(piece);
        std::memcpy(&read, piece->columns[0].bytes().data(), sizeof read);
        QCOMPARE(read, wide);
    }

    void bytesThatNothingDescribesAreKept()
    {
        QByteArray bytes = las(1, QByteArray(33, '\7'));
        char raw[2];
        qToLittleEndian(quint16(33), raw);
        bytes.replace(105, 2, QByteArray(raw, 2));
        auto reader = openCloud(write(QStringLiteral("extra.las"), bytes));
        QVERIFY_RESULT(reader);
        QCOMPARE((*reader)->info().channels.back().name, QStringLiteral("extra[2]"));
        PointBlock block;
        QVERIFY_RESULT((*reader)->read(0, 1, block, {}));
        QCOMPARE(block.columns.back().at(0), 7.0);
    }

    void everySampleOpens()
    {
        PLUMBLINE_SAMPLE(folder, "lidar");
        std::map<QString, int> opened;
        QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            static const QStringList endings = {QStringLiteral(".pcd"), QStringLiteral(".ply"), QStringLiteral(".las"),
                                                QStringLiteral(".laz"), QStringLiteral(".bin")};
            // Labels of points lie in .bin files, too.
            const bool cloud = std::any_of(endings.begin(), endings.end(), [&](const QString &e) { return path.endsWith(e); });
            if (!cloud || path.contains(QStringLiteral("/labels/")))
                continue;
            auto reader = openCloud(path);
#ifndef PLUMBLINE_HAS_LASZIP
            if (path.endsWith(QStringLiteral(".laz"))) {
                QVERIFY_FAILS(reader, ErrorCode::Unsupported);
                continue;
            }
#endif
            QVERIFY_RESULT(reader);
            const CloudInfo &info = (*reader)->info();
            for (const Issue &issue : info.issues.issues)
                QVERIFY2(issue.severity != IssueSeverity::Problem, qPrintable(path + QStringLiteral(": ") + issue.text));
            const auto bounds = boundsOf(**reader, {});
            QVERIFY_RESULT(bounds);
            QVERIFY2(bounds->finite > 0, qPrintable(path));
            ++opened[info.format];
        }
        for (const auto &[format, count] : opened)
            qInfo("%s: %d files", qPrintable(format), count);
        for (const char *format : {"pcd ascii", "pcd binary", "pcd binary_compressed", "ply ascii", "ply binary", "las 1.1",
                                   "las 1.2", "las 1.3", "las 1.4", "kitti bin", "nuscenes bin"})
            QVERIFY2(opened[QString::fromLatin1(format)] > 0, format);
#ifdef PLUMBLINE_HAS_LASZIP
        QVERIFY(opened[QStringLiteral("laz 1.2")] == 3 && opened[QStringLiteral("laz 1.4")] == 1);
#endif
    }
};

QTEST_GUILESS_MAIN(TestBadClouds)
#include "tst_badclouds.moc"
