// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/extension/formatsupport.h"
#include "plugins/formats/dota/dotaformat.h"
#include "plugins/formats/dota/dotarow.h"
#include "tests/support/formatattack.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

#include <numbers>

namespace plumbline::test {

namespace {

const dota::DotaFormat format;

Result<> read(const QString &path, MemoryDataset &into)
{
    return format.read({path, {}, {}}, into);
}

Result<> write(const MemoryDataset &data, const QString &folder, extension::FormatOptions options = {})
{
    return writeFormat(format, data, folder, std::move(options));
}

// The same fields, numbers compared as numbers.
QString differentRows(const QByteArray &a, const QByteArray &b)
{
    const QList<QByteArray> x = a.trimmed().split('\n');
    const QList<QByteArray> y = b.trimmed().split('\n');
    for (qsizetype i = 0; i < std::max(x.size(), y.size()); ++i) {
        const QList<QByteArray> p = x.value(i).simplified().split(' ');
        const QList<QByteArray> q = y.value(i).simplified().split(' ');
        bool same = p.size() == q.size();
        for (qsizetype k = 0; same && k < p.size(); ++k)
            same = p[k] == q[k] || (p.size() > 8 && k < 8 && p[k].toDouble() == q[k].toDouble());
        if (!same)
            return QString::fromUtf8(x.value(i) + " != " + y.value(i));
    }
    return {};
}

const QByteArray good = "1 1 5 1 5 3 1 3 ship 0\n";

}  // namespace

class DotaTest final : public QObject
{
    Q_OBJECT

private slots:
    void accidentsAreSurvived() { QVERIFY_RESULT(attack(format, 60)); }

    void samplesRoundTrip_data()
    {
        QTest::addColumn<QString>("relative");
        QTest::addColumn<int>("items");
        QTest::addColumn<QString>("written");
        QTest::newRow("datumaro") << "annotations/datumaro/dota_dataset" << 2 << "/train/labelTxt/";
        QTest::newRow("x-anylabeling") << "annotations/x-anylabeling/labelTxt" << 1 << "/labelTxt/";
    }
    void samplesRoundTrip()
    {
        QFETCH(QString, relative);
        QFETCH(int, items);
        QFETCH(QString, written);
        if (samplesFolder().isEmpty())
            QSKIP("sample data are not on this machine (set PLUMBLINE_SAMPLES)");
        const QString path = samplesFolder() + QLatin1Char('/') + relative;
        MemoryDataset first;
        QVERIFY_RESULT(read(path, first));
        QVERIFY2(first.issues.empty(), qPrintable(first.issueText()));
        QCOMPARE(first.itemCount(), items);
        for (std::size_t i = 0; i < first.arrival.size(); ++i)
            QVERIFY2(std::holds_alternative<geometry::RotatedBox>(first.arrived(i).geometry), qPrintable(QString::number(i)));
        QVERIFY(format.checkExport(first, {path, {}})->empty());
        const QTemporaryDir out;
        QVERIFY_RESULT(write(first, out.path(), {{QStringLiteral("media"), QStringLiteral("copy")}}));
        QCOMPARE(first.writtenAnnotations, first.annotationCount());
        int compared = 0;
        for (QDirIterator files(out.path() + written, {QStringLiteral("*.txt")}, QDir::Files); files.hasNext(); ++compared) {
            const QByteArray text = bytesOf(files.next());
            const QString original = path.endsWith(QLatin1String("labelTxt")) ? path + QLatin1Char('/') : path + written;
            QCOMPARE(differentRows(text, bytesOf(original + files.fileName())), QString());
        }
        QCOMPARE(compared, items);
        MemoryDataset second;
        QVERIFY_RESULT(read(out.path(), second));
        QCOMPARE(difference(first, second), QString());
    }

    // Made from the description of the annotation format on the data set's page.
    void specificationRoundTrip()
    {
        const QByteArray text = "imagesource:GoogleEarth\ngsd:0.146343\n"
                                "2753.0 2408.0 2861.0 2385.0 2888.0 2468.0 2805.0 2502.0 plane 0\n"
                                "10.0 10.0 20.0 10.0 20.0 14.0 10.0 14.0 small-vehicle 1\n"
                                "10.0 10.0 10.0 14.0 20.0 14.0 20.0 10.0 small-vehicle 1\n"
                                "0 0 0 0 0 0 0 0 ship 0\n"
                                "445.13 220.25 453.37 216.99 456.81 225.7 448.57 228.96 ship 2\n"
                                "445.13 220.25 453.37 216.99 456.81 225.7 448.57 228.96 ship\n";
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("labelTxt/P1.txt"), text));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("labelTxt/P2.txt"), "imagesource:GoogleEarth\ngsd:null\n"));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.issues.size(), std::size_t(1));
        QCOMPARE(data.issues[0].place, QStringLiteral("line 7"));
        QCOMPARE(data.itemCount(), 2);
        QCOMPARE(data.annotationCount(), 6);
        QVERIFY(std::holds_alternative<geometry::Polygon>(data.arrived(0).geometry));
        QVERIFY((std::get<geometry::RotatedBox>(data.arrived(1).geometry) == geometry::RotatedBox{15, 12, 10, 4, 0}));
        QVERIFY(std::holds_alternative<geometry::RotatedBox>(data.arrived(2).geometry));
        QVERIFY(std::holds_alternative<geometry::Polygon>(data.arrived(3).geometry));
        QVERIFY(std::holds_alternative<geometry::RotatedBox>(data.arrived(4).geometry));
        QVERIFY(std::get<bool>(data.arrived(1).attributes.at(QStringLiteral("difficult"))));
        QVERIFY(!data.arrived(4).attributes.contains(QStringLiteral("difficult")));
        QVERIFY(format.checkExport(data, {in.path(), {}})->empty());
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        QCOMPARE(differentRows(bytesOf(out.path() + QStringLiteral("/labelTxt/P1.txt")), text), QString());
        QCOMPARE(bytesOf(out.path() + QStringLiteral("/labelTxt/P2.txt")), QByteArray("imagesource:GoogleEarth\ngsd:null\n"));
        // A shape that was changed since has its own corners, not those it came with.
        data.annotations[0][1].geometry = geometry::RotatedBox{15, 12, 10, 2, 0};
        const QTemporaryDir changed;
        QVERIFY_RESULT(write(data, changed.path()));
        QVERIFY(
            bytesOf(changed.path() + QStringLiteral("/labelTxt/P1.txt")).contains("\n10 11 20 11 20 13 10 13 small-vehicle 1\n"));
    }

    void splitsMayShareNames()
    {
        const QTemporaryDir in;
        for (const char *split : {"train", "val"}) {
            const QString folder = QLatin1String(split);
            QVERIFY_RESULT(put(in.path(), folder + QStringLiteral("/labelTxt/a.txt"), good));
            QVERIFY(QDir(in.path()).mkpath(folder + QStringLiteral("/images")));
            QVERIFY(QImage(split[0] == 't' ? 8 : 9, 8, QImage::Format_RGB32)
                        .save(in.path() + QLatin1Char('/') + folder + QStringLiteral("/images/a.png")));
        }
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.itemCount(), 2);
        QCOMPARE(data.items[0].name, QStringLiteral("train/a.png"));
        QCOMPARE(data.items[0].width, 8);
        QCOMPARE(data.items[1].width, 9);
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path(), {{QStringLiteral("media"), QStringLiteral("copy")}}));
        QVERIFY(QFileInfo::exists(out.path() + QStringLiteral("/val/labelTxt/a.txt")));
        QVERIFY(QFileInfo::exists(out.path() + QStringLiteral("/val/images/a.png")));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(difference(data, again), QString());
    }

    void badInput_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
        row("eight fields", "1 1 5 1 5 3 1 3");
        row("eleven fields", "1 1 5 1 5 3 1 3 ship 0 9");
        row("NaN", "nan 1 5 1 5 3 1 3 ship 0");
        row("infinite", "1 inf 5 1 5 3 1 3 ship 0");
        row("huge", "1 1e300 5 1 5 3 1 3 ship 0");
        row("no number", "1 x 5 1 5 3 1 3 ship 0");
        row("not UTF-8", "1 1 5 1 5 3 1 3 \xff\xfe 0");
        row("binary", QByteArray("\0\1\2", 3));
        row("long", QByteArray("1 ").repeated(100000));
    }
    void badInput()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("labelTxt/a.txt"), good + text + "\r\n\n" + good));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("labelTxt/b.txt"), text));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.annotationCount(), 2);
        QCOMPARE(data.itemCount(), 1);
        QCOMPARE(data.issues.size(), std::size_t(2));
        QCOMPARE(data.issues[0].place, QStringLiteral("line 2"));
        QCOMPARE(data.issues[0].file, QStringLiteral("labelTxt/a.txt"));
        QCOMPARE(data.issues[1].place, QStringLiteral("line 1"));
    }

    void smallestRectanglesAreFound()
    {
        base::SeededRandom random(5);
        for (int round = 0; round < 200; ++round) {
            const geometry::RotatedBox box{random.uniform(-100, 100), random.uniform(-100, 100), random.uniform(1, 50),
                                           random.uniform(1, 50), random.uniform(0, 6)};
            const geometry::Ring corners = extension::outlineOf(box)->parts.front().outer;
            geometry::Ring points = corners;
            for (int i = 0; i < 20; ++i) {
                const double u = random.uniform(0, 1);
                const double v = random.uniform(0, 1);
                points.push_back({corners[0].x + u * (corners[1].x - corners[0].x) + v * (corners[3].x - corners[0].x),
                                  corners[0].y + u * (corners[1].y - corners[0].y) + v * (corners[3].y - corners[0].y)});
            }
            const geometry::Geometry found = geometry::Polygon{{{dota::smallestRectangle(points), {}}}};
            QVERIFY(std::abs(*geometry::areaOf(found) - box.w * box.h) < 1e-6 * box.w * box.h);
        }
        QCOMPARE(dota::smallestRectangle({{1, 1}, {1, 1}, {1, 1}}).size(), std::size_t(4));
    }

    void lossesAreCounted()
    {
        MemoryDataset data;
        const QString item = QStringLiteral("a.png");
        const QString x = QStringLiteral("big ship");
        data.add(item, x, geometry::Polygon{{{{{0, 0}, {9, 0}, {9, 9}}, {}}}});
        data.add(item, x, geometry::Polygon{{{{{0, 0}, {9, 0}, {9, 9}, {1, 2}}, {}}}});
        data.add(item, x, geometry::Box{0, 0, 1, 1}).role = model::Role::Crowd;
        data.add(item, x, geometry::Mask{4, 4, {5, 2, 9}}).score = 0.5;
        data.add(item, x, geometry::RotatedBox{5, 5, 2, 2, 0.3}).attributes[QStringLiteral("colour")] = QStringLiteral("red");
        data.add(item, x, geometry::Ellipse{5, 5, 2, 2, 0.3}).attributes[QStringLiteral("difficult")] = model::CannotTell{};
        data.add(item, x, geometry::Polyline{{{0, 0}, {1, 1}}});
        data.add(item, {}, geometry::Box{0, 0, 1, 1});
        const LossCounts counts = lossesOf(format, data);
        const std::map<QString, std::int64_t> expected{{QStringLiteral("polygons"), 1},
                                                       {QStringLiteral("labels whose class has blanks in its name"), 6},
                                                       {QStringLiteral("crowd regions"), 1},
                                                       {QStringLiteral("masks"), 1},
                                                       {QStringLiteral("scores"), 1},
                                                       {QStringLiteral("ellipses"), 1},
                                                       {QStringLiteral("attributes"), 2},
                                                       {QStringLiteral("lines"), 1},
                                                       {QStringLiteral("labels without a class"), 1}};
        QCOMPARE(counts, expected);
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(again.annotationCount(), 6);
    }

    void randomDataSurvive_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 30; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void randomDataSurvive()
    {
        QFETCH(int, seed);
        base::SeededRandom random(static_cast<std::uint64_t>(seed));
        MemoryDataset data;
        for (std::uint64_t i = 0; i < 1 + random.below(5); ++i)
            for (std::uint64_t k = 0; k < 1 + random.below(8); ++k) {
                const double x = random.uniform(-10, 900);
                const double y = random.uniform(-10, 900);
                geometry::Geometry shape =
                    geometry::RotatedBox{x, y, random.uniform(1, 100), random.uniform(1, 100), random.uniform(-3, 3)};
                if (random.below(2) == 0)
                    shape = geometry::Polygon{
                        {{{{x, y}, {x + 50, y + random.uniform(1, 20)}, {x + 30, y + 60}, {x - 20, y + 30}}, {}}}};
                auto &label =
                    data.add(QStringLiteral("dir/ü & %1.png").arg(i), QStringLiteral("cü-%1").arg(random.below(4)), shape);
                label.attributes[QStringLiteral("difficult")] = random.below(2) == 0;
            }
        QVERIFY(format.checkExport(data, {})->empty());
        const QTemporaryDir one;
        const QTemporaryDir two;
        MemoryDataset second;
        MemoryDataset third;
        QVERIFY_RESULT(write(data, one.path()));
        QVERIFY_RESULT(read(one.path(), second));
        QVERIFY2(second.issues.empty(), qPrintable(second.issueText()));
        QCOMPARE(second.annotationCount(), data.annotationCount());
        for (std::size_t i = 0; i < second.arrival.size(); ++i) {
            QCOMPARE(
                difference(model::geometryToJson(data.arrived(i).geometry), model::geometryToJson(second.arrived(i).geometry)),
                QString());
            QVERIFY(data.arrived(i).attributes == second.arrived(i).attributes);
            QCOMPARE(second.classNameOf(second.arrived(i)), data.classNameOf(data.arrived(i)));
        }
        QVERIFY_RESULT(write(second, two.path()));
        QVERIFY_RESULT(read(two.path(), third));
        QCOMPARE(difference(second, third), QString());
    }

    void namesNeverCollide()
    {
        MemoryDataset data;
        for (const char *name : {"a/x.jpg", "b/x.jpg", "x.jpg", "x.png", "../x.jpg", "/x.jpg"})
            data.add(QString::fromLatin1(name), QStringLiteral("c"), geometry::Box{0, 0, 10, 10});
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(again.itemCount(), 6);
        QCOMPARE(again.annotationCount(), 6);
    }

    void probes()
    {
        const QTemporaryDir in;
        const QString file = in.path() + QStringLiteral("/x.txt");
        const auto confidence = [&](const QByteArray &text) {
            static_cast<void>(put(in.path(), QStringLiteral("x.txt"), text));
            const int ofFile = int(format.probe(file).confidence);
            return ofFile == int(format.probe(in.path()).confidence) ? ofFile : -1;
        };
        QCOMPARE(confidence(good), int(extension::ProbeResult::Certain));
        QCOMPARE(confidence("imagesource:x\ngsd:null\n"), int(extension::ProbeResult::Certain));
        QCOMPARE(confidence("0 0.5 0.5 0.1 0.1\n"), int(extension::ProbeResult::None));
        QCOMPARE(confidence("0 0.1 0.1 0.2 0.2 0.3 0.3 0.4 0.4\n"), int(extension::ProbeResult::None));
        QCOMPARE(confidence("cat\ndog\n"), int(extension::ProbeResult::None));
        QCOMPARE(confidence(""), int(extension::ProbeResult::None));
    }

    void failuresAreWords()
    {
        const QTemporaryDir none;
        MemoryDataset data;
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::NotFound);
        QVERIFY_FAILS(read(none.path() + QStringLiteral("/x"), data), ErrorCode::NotFound);
        QVERIFY_FAILS(format.write(data, {none.path(), {{QStringLiteral("empty"), QStringLiteral("x")}}}),
                      ErrorCode::InvalidArgument);
        QVERIFY_RESULT(put(none.path(), QStringLiteral("a.txt"), "cat\n"));
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::Malformed);
        QVERIFY_RESULT(put(none.path(), QStringLiteral("a.txt"), good));
        data.failAfterBatches = 0;
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::NoSpace);
        data.jobControl.cancel();
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::Cancelled);
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::DotaTest)
#include "tst_dota.moc"
