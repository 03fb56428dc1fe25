// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/cloud/cloudreader.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <algorithm>

#ifdef PLUMBLINE_HAS_LASZIP
#    include <laszip/laszip_api.h>
#endif

using namespace plumbline;
using namespace plumbline::cloud;

namespace {

constexpr int pointsOffset = 96;
constexpr int formatOffset = 104;
constexpr int countOffset = 107;
constexpr int wideCountOffset = 247;

template <typename T>
void set(QByteArray &bytes, qsizetype at, T value)
{
    char raw[sizeof(T)];
    qToLittleEndian(value, raw);
    bytes.replace(at, sizeof(T), QByteArrayView(raw, sizeof(T)).toByteArray());
}

template <typename T>
T get(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<T>(bytes.constData() + at);
}

// A record before the points: 54 bytes and what it says.
QByteArray record(const char *user, quint16 number, const QByteArray &body)
{
    QByteArray head(54, '\0');
    head.replace(2, qsizetype(qstrlen(user)), user);
    set(head, 18, number);
    set(head, 20, quint16(body.size()));
    return head + body;
}

// LAS whose records hold numbers that change a little from point to point, all bytes of them in use.
QByteArray las(int format, bool extra, int points, bool smooth = false)
{
    static constexpr quint16 lengths[] = {20, 28, 26, 34, 57, 63, 30, 36, 38, 59, 67};
    const int minor = format >= 6 ? 4 : format >= 4 ? 3 : 2;
    QByteArray head(minor == 4 ? 375 : minor == 3 ? 235 : 227, '\0');
    head.replace(0, 4, "LASF");
    head[24] = 1;
    head[25] = char(minor);
    QByteArray records;
    if (extra) {
        QByteArray field(192, '\0');
        field[2] = 6;  // a 32-bit integer
        field.replace(4, 6, "height");
        records = record("LASF_Spec", 4, field);
        set(head, 100, quint32(1));
    }
    const quint16 length = lengths[format] + (extra ? 4 : 0);
    set(head, 94, quint16(head.size()));
    set(head, pointsOffset, quint32(head.size() + records.size()));
    head[formatOffset] = char(format);
    set(head, 105, length);
    set(head, countOffset, minor == 4 ? quint32(0) : quint32(points));
    for (int axis = 0; axis < 3; ++axis) {
        set(head, 131 + axis * 8, 0.001);
        set(head, 155 + axis * 8, 0.0);
    }
    if (minor == 4)
        set(head, wideCountOffset, quint64(points));
    base::SeededRandom random(quint64(format) * 2 + extra);
    QByteArray all = head + records;
    for (int i = 0; i < points; ++i) {
        QByteArray point(length, '\0');
        for (qsizetype b = 12; b < length; ++b)
            point[b] = smooth ? char(i / 50 + b) : char(random.uniform() * 256);
        for (int axis = 0; axis < 3; ++axis)
            set(point, axis * 4, qint32(i * (axis + 7) + random.uniform() * 20));
        // The return is one of those that there are.
        if (format < 6)
            point[14] = char(0x09 | (point[14] & 0xC0));
        else
            point[14] = 0x11;
        all += point;
    }
    return all;
}

}  // namespace

class TestPackedLas : public QObject
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

    // Packed by LASzip itself.
    QByteArray packed([[maybe_unused]] const QByteArray &plain)
    {
#ifdef PLUMBLINE_HAS_LASZIP
        const QByteArray from = QFile::encodeName(write(QStringLiteral("plain.las"), plain));
        const QByteArray to = QFile::encodeName(m_folder.filePath(QStringLiteral("packed.laz")));
        laszip_POINTER reader = nullptr;
        laszip_POINTER writer = nullptr;
        laszip_BOOL compressed = 0;
        laszip_header *header = nullptr;
        laszip_point *point = nullptr;
        if (laszip_create(&reader) || laszip_create(&writer) || laszip_open_reader(reader, from.constData(), &compressed)
            || laszip_get_header_pointer(reader, &header) || laszip_get_point_pointer(reader, &point)
            || laszip_set_header(writer, header) || laszip_request_native_extension(writer, 1)
            || laszip_open_writer(writer, to.constData(), 1))
            qFatal("LASzip does not begin");
        const quint64 points =
            header->number_of_point_records ? header->number_of_point_records : header->extended_number_of_point_records;
        for (quint64 i = 0; i < points; ++i)
            if (laszip_read_point(reader) || laszip_set_point(writer, point) || laszip_write_point(writer))
                qFatal("LASzip does not write");
        if (laszip_close_writer(writer) || laszip_close_reader(reader) || laszip_destroy(writer) || laszip_destroy(reader))
            qFatal("LASzip does not end");
        QFile file(QFile::decodeName(to));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("LASzip wrote nothing");
        return file.readAll();
#else
        return {};
#endif
    }

    static void compare(CloudReader &one, CloudReader &other, std::uint64_t first, std::uint64_t count)
    {
        PointBlock a;
        PointBlock b;
        QVERIFY_RESULT(one.read(first, count, a, {}));
        QVERIFY_RESULT(other.read(first, count, b, {}));
        QVERIFY(a.positions == b.positions);
        QCOMPARE(a.columns.size(), b.columns.size());
        for (std::size_t c = 0; c < a.columns.size(); ++c)
            QVERIFY2(std::ranges::equal(a.columns[c].bytes(), b.columns[c].bytes()), qPrintable(one.info().channels[c].name));
    }

private slots:
    void init()
    {
#ifndef PLUMBLINE_HAS_LASZIP
        if (!QByteArray(QTest::currentTestFunction()).startsWith("without"))
            QSKIP("built without LASzip");
#endif
    }

    void withoutADescriptionItIsRefused()
    {
        QByteArray bytes = las(0, false, 3);
        bytes[formatOffset] = char(0x80);
        const auto none = openCloud(write(QStringLiteral("no.laz"), bytes));
        QVERIFY(!none);
        QVERIFY2(none.error().text.contains(QStringLiteral("how it is compressed")), qPrintable(none.error().text));
    }

    void withoutLaszipItSaysWhatIsMissing()
    {
#ifdef PLUMBLINE_HAS_LASZIP
        QSKIP("built with LASzip");
#endif
        QByteArray description(40, '\0');
        set(description, 0, quint16(2));
        set(description, 12, quint32(50'000));
        set(description, 32, quint16(1));
        set(description, 34, quint16(6));
        set(description, 36, quint16(20));
        const QByteArray added = record("laszip encoded", 22204, description);
        QByteArray bytes = las(0, false, 3);
        const auto begin = get<quint32>(bytes, pointsOffset);
        bytes.insert(begin, added);
        set(bytes, pointsOffset, quint32(begin + added.size()));
        set(bytes, 100, quint32(1));
        bytes[formatOffset] = char(0x80);
        QVERIFY_FAILS(openCloud(write(QStringLiteral("packed.laz"), bytes)), ErrorCode::Unsupported);
    }

    void recordsAreThoseThatWerePacked_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<bool>("extra");
        for (int format = 0; format <= 10; ++format)
            for (const bool extra : {false, true})
                QTest::addRow("%d%s", format, extra ? " with extra bytes" : "") << format << extra;
    }

    void recordsAreThoseThatWerePacked()
    {
        QFETCH(int, format);
        QFETCH(bool, extra);
        const QByteArray plain = las(format, extra, 3000);
        const QByteArray laz = packed(plain);
        auto one = openCloud(write(QStringLiteral("a.las"), plain));
        QVERIFY_RESULT(one);
        auto other = openCloud(write(QStringLiteral("a.laz"), laz));
        QVERIFY_RESULT(other);
        QCOMPARE((*other)->info().points, 3000u);
        QCOMPARE((*other)->info().channels, (*one)->info().channels);
        QVERIFY((*other)->info().format.startsWith(QStringLiteral("laz 1.")));
        QVERIFY((*other)->info().issues.empty());
        QVERIFY(!extra || (*other)->info().channels.back().name == QStringLiteral("height"));
        for (const std::uint64_t first : {0u, 777u, 2990u, 100u})
            compare(**one, **other, first, 777);
        PointBlock none;
        QVERIFY_RESULT((*other)->read(3000, 10, none, {}));
        QCOMPARE(none.size(), 0u);
    }

    void severalChunksAreReadFromAnywhere()
    {
        // LASzip begins a chunk every 50,000 points.
        const QByteArray plain = las(1, false, 120'000);
        auto one = openCloud(write(QStringLiteral("b.las"), plain));
        auto other = openCloud(write(QStringLiteral("b.laz"), packed(plain)));
        QVERIFY_RESULT(one);
        QVERIFY_RESULT(other);
        for (const std::uint64_t first : {119'990u, 49'990u, 0u, 50'000u})
            compare(**one, **other, first, 60'000);
    }

    void headersThatLieAreCut_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<quint64>("claimed");
        QTest::newRow("twice as many") << 3 << quint64(80);
        QTest::newRow("2^32 - 1") << 3 << quint64(0xFFFFFFFF);
        QTest::newRow("2^32 - 1, 1.4") << 6 << quint64(0xFFFFFFFF);
        QTest::newRow("2^63, 1.4") << 7 << (quint64(1) << 63);
    }

    void headersThatLieAreCut()
    {
        QFETCH(int, format);
        QFETCH(quint64, claimed);
        QByteArray bytes = packed(las(format, false, 40));
        if (format >= 6)
            set(bytes, wideCountOffset, claimed);
        else
            set(bytes, countOffset, quint32(claimed));
        auto reader = openCloud(write(QStringLiteral("lie.laz"), bytes));
        QVERIFY_RESULT(reader);
        // The last bytes of the last chunk may pass for a few points more; nothing in a file tells them apart.
        QVERIFY2((*reader)->info().points >= 40 && (*reader)->info().points < 80,
                 qPrintable(QString::number((*reader)->info().points)));
        QCOMPARE((*reader)->info().issues.count(), 1);
        QVERIFY((*reader)->info().issues.issues.front().text.contains(QString::number(claimed)));
        auto honest = openCloud(write(QStringLiteral("honest.las"), las(format, false, 40)));
        QVERIFY_RESULT(honest);
        compare(**reader, **honest, 0, 40);
    }

    // Chunks of different lengths, as COPC has them: how many points there are stands in the table alone.
    void aSampleInDifferingChunksIsCut()
    {
        PLUMBLINE_SAMPLE(sample, "lidar/las-formats/simple.copc.laz");
        QFile file(sample);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        set(bytes, countOffset, quint32(0));
        set(bytes, wideCountOffset, quint64(1) << 40);
        auto reader = openCloud(write(QStringLiteral("copc.laz"), bytes));
        QVERIFY_RESULT(reader);
        QVERIFY2((*reader)->info().points >= 1065 && (*reader)->info().points < 1200,
                 qPrintable(QString::number((*reader)->info().points)));
        QCOMPARE((*reader)->info().issues.count(), 1);
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<int>("offset");  // in the description of the compression
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        QTest::newRow("unknown way") << 0 << QByteArray("\x09\x00", 2) << QStringLiteral("(9, 0)");
        QTest::newRow("no chunks") << 12 << QByteArray(4, '\0') << QStringLiteral("no points");
        QTest::newRow("no parts") << 32 << QByteArray(2, '\0') << QStringLiteral("cut off");
        QTest::newRow("more parts than there are") << 32 << QByteArray("\xff\xff", 2) << QStringLiteral("cut off");
        QTest::newRow("another kind of part") << 34 << QByteArray("\x63\x00", 2) << QStringLiteral("part 1");
        QTest::newRow("parts of another size") << 36 << QByteArray("\x15\x00", 2) << QStringLiteral("part 1");
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(int, offset);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        QByteArray laz = packed(las(3, false, 40));
        const qsizetype description = laz.indexOf("laszip encoded") - 2 + 54;
        laz.replace(description + offset, bytes.size(), bytes);
        const auto reader = openCloud(write(QStringLiteral("wrong.laz"), laz));
        QVERIFY(!reader);
        QVERIFY2(reader.error().text.contains(word) && reader.error().text.contains(QStringLiteral("wrong.laz")),
                 qPrintable(reader.error().text));
    }

    void damagedPointsAreNamed()
    {
        // Chunks of format 1 do not end where the next begins when their middle is damaged; layered ones have no such check.
        QByteArray laz = packed(las(1, false, 120'000, true));
        const auto begin = get<quint32>(laz, pointsOffset);
        laz.replace(begin + (laz.size() - begin) / 6, 1000, QByteArray(1000, '\x55'));
        auto reader = openCloud(write(QStringLiteral("damaged.laz"), laz));
        QVERIFY_RESULT(reader);
        PointBlock block;
        QVERIFY_RESULT((*reader)->read(0, 1000, block, {}));
        QCOMPARE(block.size(), 1000u);
        const auto all = (*reader)->read(0, 120'000, block, {});
        QVERIFY(!all);
        QCOMPARE(all.error().code, ErrorCode::Malformed);
        QVERIFY2(all.error().text.contains(QStringLiteral("damaged")), qPrintable(all.error().text));
        // The chunks behind it are whole, and counted.
        QCOMPARE((*reader)->info().points, 120'000u);
        auto honest = openCloud(write(QStringLiteral("honest.las"), las(1, false, 120'000, true)));
        QVERIFY_RESULT(honest);
        compare(**reader, **honest, 60'000, 60'000);
    }

    void workStopsWhenCancelled()
    {
        auto reader = openCloud(write(QStringLiteral("cancel.laz"), packed(las(3, false, 2000))));
        QVERIFY_RESULT(reader);
        jobs::JobControl control;
        control.cancel();
        PointBlock block;
        const auto read = (*reader)->read(0, 2000, block, control);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Cancelled);
        // And goes on afterwards.
        QVERIFY_RESULT((*reader)->read(0, 2000, block, {}));
        QCOMPARE(block.size(), 2000u);
    }

    void aFileCutShortWhileOpenFails()
    {
        const QString path = write(QStringLiteral("cut.laz"), packed(las(3, false, 100'000)));
        auto reader = openCloud(path);
        QVERIFY_RESULT(reader);
        QVERIFY(QFile::resize(path, 2000));
        PointBlock block;
        QVERIFY(!(*reader)->read(60'000, 20'000, block, {}));
    }

    // LASzip crashes on some of these files, and asks for all memory on others: that must stay where it is.
    void damagedFilesNeverCrash()
    {
        base::SeededRandom random(3);
        const std::vector<QByteArray> files = {packed(las(1, true, 60)), packed(las(3, false, 60)), packed(las(7, true, 60))};
        int opened = 0;
        for (int round = 0; round < 240; ++round) {
            QByteArray bytes = files[std::size_t(round) % files.size()];
            const qsizetype points = get<quint32>(bytes, pointsOffset);
            for (int change = 0; change < 3; ++change) {
                // The table behind the chunks, its place, the chunks; now and then the header.
                const double kind = random.uniform();
                const qsizetype from = kind < .2 ? 94 : kind < .4 ? bytes.size() - 16 : points;
                const qsizetype reach = kind < .2 ? points - 94 : bytes.size() - from;
                bytes[from + qsizetype(random.uniform() * double(reach))] = char(random.uniform() * 256);
            }
            if (random.uniform() < .1)
                bytes.truncate(qsizetype(random.uniform() * double(bytes.size())));
            auto reader = openCloud(write(QStringLiteral("f.laz"), bytes));
            if (!reader) {
                QVERIFY(!reader.error().text.isEmpty());
                continue;
            }
            ++opened;
            PointBlock block;
            const auto read = (*reader)->read(0, 1000, block, {});
            QVERIFY(!read || block.size() <= 1000);
        }
        QVERIFY2(opened > 60, qPrintable(QString::number(opened)));
    }

    void samplesAreThoseThatTheirSourcesSay_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("points");
        QTest::newRow("1.2, format 3") << QStringLiteral("simple.laz") << 1065;
        QTest::newRow("COPC, format 7") << QStringLiteral("simple.copc.laz") << 1065;
        QTest::newRow("several chunks") << QStringLiteral("autzen_trim.laz") << 110'000;
        QTest::newRow("plane") << QStringLiteral("plane.laz") << 28'185;
    }

    void samplesAreThoseThatTheirSourcesSay()
    {
        QFETCH(QString, name);
        QFETCH(int, points);
        PLUMBLINE_SAMPLE(folder, "lidar/las-formats");
        auto reader = openCloud(folder + QLatin1Char('/') + name);
        QVERIFY_RESULT(reader);
        QVERIFY((*reader)->info().issues.empty());
        QCOMPARE((*reader)->info().points, std::uint64_t(points));
        const auto bounds = boundsOf(**reader, {});
        QVERIFY_RESULT(bounds);
        QCOMPARE(bounds->finite, std::uint64_t(points));
        if (!name.startsWith(QStringLiteral("simple")))
            return;
        // The same points lie beside it without compression; COPC has them in another order.
        auto plain = openCloud(folder + QStringLiteral("/simple.las"));
        QVERIFY_RESULT(plain);
        PointBlock a;
        PointBlock b;
        QVERIFY_RESULT((*reader)->read(0, 2000, a, {}));
        QVERIFY_RESULT((*plain)->read(0, 2000, b, {}));
        const auto millimetres = [](const PointBlock &block, const std::array<double, 3> &origin) {
            std::vector<std::array<std::int64_t, 3>> all;
            for (const auto &p : block.positions)
                all.push_back({qRound64((double(p[0]) + origin[0]) * 1000), qRound64((double(p[1]) + origin[1]) * 1000),
                               qRound64((double(p[2]) + origin[2]) * 1000)});
            std::sort(all.begin(), all.end());
            return all;
        };
        // Points one below the other by a rounding may change places.
        const auto one = millimetres(a, (*reader)->info().origin);
        const auto other = millimetres(b, (*plain)->info().origin);
        QCOMPARE(one.size(), other.size());
        std::int64_t apart = 0;
        for (std::size_t i = 0; i < one.size(); ++i)
            apart += std::abs(one[i][0] - other[i][0]) > 1;
        QCOMPARE(apart, 0);
    }
};

QTEST_GUILESS_MAIN(TestPackedLas)
#include "tst_packedlas.moc"
