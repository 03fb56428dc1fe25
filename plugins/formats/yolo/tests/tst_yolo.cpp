// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "core/base/random.h"
#include "plugins/formats/yolo/yoloformat.h"
#include "tests/support/formatfiles.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline::test {

namespace {

const yolo::YoloFormat format;

// A data set folder made of texts and blank pictures.
class Folder
{
public:
    Folder &text(const QString &name, const QByteArray &content)
    {
        QDir(path()).mkpath(QFileInfo(name).path());
        QFile file(path() + QLatin1Char('/') + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write a test file");
        return *this;
    }
    Folder &picture(const QString &name, int width = 100, int height = 50)
    {
        QDir(path()).mkpath(QFileInfo(name).path());
        if (!QImage(width, height, QImage::Format_RGB32).save(path() + QLatin1Char('/') + name))
            qFatal("cannot write a test picture");
        return *this;
    }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path() + QLatin1Char('/') + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
    }

private:
    QTemporaryDir m_folder;
};

Result<> read(const QString &path, MemoryDataset &into, const QString &media = {}, const extension::FormatOptions &options = {})
{
    return format.read({path, media, options}, into);
}

Result<> write(const MemoryDataset &data, const Folder &folder, extension::FormatOptions options = {})
{
    options.emplace(QStringLiteral("media"), QStringLiteral("copy"));
    return writeFormat(format, data, folder.path(), options);
}

// Rows of all label files by file name, as numbers.
std::map<QString, std::vector<std::vector<double>>> rowsBelow(const QString &folder)
{
    std::map<QString, std::vector<std::vector<double>>> result;
    for (QDirIterator files(folder, {QStringLiteral("0*.txt"), QStringLiteral("1.txt"), QStringLiteral("demo.txt")}, QDir::Files,
                            QDirIterator::Subdirectories);
         files.hasNext();) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto &rows = result[QFileInfo(file.fileName()).fileName() + QFileInfo(file.fileName()).dir().dirName().left(3)];
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.trimmed().isEmpty())
                continue;
            auto &row = rows.emplace_back();
            for (const QByteArray &field : line.simplified().split(' '))
                row.push_back(field.toDouble());
        }
    }
    return result;
}

}  // namespace

class YoloTest final : public QObject
{
    Q_OBJECT

private slots:
    void datumaroLabelsRoundTrip()
    {
        PLUMBLINE_SAMPLE(path, "annotations/datumaro/yolo_dataset/labels");
        checkRoundTrip(path, {}, 4, 2);
    }
    void datumaroStrictRoundTrip()
    {
        PLUMBLINE_SAMPLE(path, "annotations/datumaro/yolo_dataset/strict");
        checkRoundTrip(path, {}, 2, 1);
    }
    void posesRoundTrip()
    {
        PLUMBLINE_SAMPLE(path, "images/coco-val2017/labels-person-keypoints");
        MemoryDataset first;
        QVERIFY_RESULT(read(path, first, samplesFolder() + QStringLiteral("/images/coco-val2017/images")));
        QCOMPARE(first.itemCount(), 29);
        QCOMPARE(first.issues.size(), std::size_t(1));  // no class names
        const Folder out;
        QVERIFY_RESULT(write(first, out));
        MemoryDataset second;
        QVERIFY_RESULT(read(out.path(), second));
        QCOMPARE(second.annotationCount(), first.annotationCount());
        auto before = rowsBelow(path);
        auto after = rowsBelow(out.path());
        QCOMPARE(before.size(), std::size_t(29));
        QCOMPARE(after.size(), before.size());
        for (auto a = before.begin(), b = after.begin(); a != before.end(); ++a, ++b)
            compareRows(a->second, b->second);
    }

    void rowsBecomePixels()
    {
        Folder in;
        in.text(QStringLiteral("data.yaml"), "names: [\"a, b\", 'it''s']\ntrain: images/train\n")
            .picture(QStringLiteral("images/train/p.png"))
            .picture(QStringLiteral("images/train/q.png"))
            .picture(QStringLiteral("images/val/r.png"))
            .text(QStringLiteral("labels/train/p.txt"), "1 0.5 0.5 0.2 0.4\n0 0.5 0.5 0.2 0.4 0.75\n0 0 0 1 0 1 1\r\n")
            .text(QStringLiteral("labels/train/q.txt"), "\n");
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QCOMPARE(data.itemCount(), 3);
        QCOMPARE(data.annotationCount(), 3);
        QCOMPARE(data.items[0].name, QStringLiteral("p.png"));
        QCOMPARE(data.classNameOf(data.arrived(0)), QStringLiteral("it's"));
        QCOMPARE(data.classNameOf(data.arrived(1)), QStringLiteral("a, b"));
        QCOMPARE(
            difference(model::geometryToJson(data.arrived(0).geometry), model::geometryToJson(geometry::Box{40, 15, 20, 20})),
            QString());
        QCOMPARE(data.arrived(1).score.value(), 0.75);
        QVERIFY((std::get<geometry::Polygon>(data.arrived(2).geometry).parts[0].outer
                 == geometry::Ring{{0, 0}, {100, 0}, {100, 50}}));
        QVERIFY(data.items[1].extra["yolo"]["empty"] == true);
        QVERIFY(!data.items[2].extra["yolo"].contains("empty"));
        QVERIFY(data.items[2].extra["yolo"]["split"] == "val");

        const Folder out;
        QVERIFY_RESULT(write(data, out));
        QCOMPARE(out.read(QStringLiteral("labels/train/p.txt")),
                 QByteArray("1 0.5 0.5 0.2 0.4\n0 0.5 0.5 0.2 0.4 0.75\n0 0 0 1 0 1 1\n"));
        QCOMPARE(out.read(QStringLiteral("labels/train/q.txt")), QByteArray());
        QVERIFY(!QFileInfo::exists(out.path() + QStringLiteral("/labels/val/r.txt")));
        QVERIFY(out.read(QStringLiteral("data.yaml")).contains("val: \"images/val\"\n"));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path() + QStringLiteral("/data.yaml"), again));
        QCOMPARE(difference(data, again), QString());
        QVERIFY(format.checkExport(data, {out.path(), {}})->empty());
    }

    void keyPointShapeIsHonoured()
    {
        Folder in;
        in.text(QStringLiteral("data.yaml"), "kpt_shape: [2, 2]\nflip_idx: [1, 0]\nnames:\n  0: x\n  7: y\n")
            .picture(QStringLiteral("p.png"))
            .text(QStringLiteral("p.txt"), "7 0.5 0.5 0.2 0.4 0.1 0.2 0.3 0.4\n");
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        const auto &points = std::get<geometry::KeyPoints>(data.arrived(0).geometry);
        QVERIFY((points.points == std::vector<geometry::KeyPoint>{{0.1 * 100, 0.2 * 50, 2}, {0.3 * 100, 0.4 * 50, 2}}));
        QCOMPARE(points.skeleton, QStringLiteral("pose-2"));
        QCOMPARE(data.schema().skeletons[0].joints.size(), 2);
        data.add(QStringLiteral("p.png"), QStringLiteral("x"), geometry::Box{0, 0, 50, 25});
        const Folder out;
        QVERIFY_RESULT(write(data, out));
        QCOMPARE(out.read(QStringLiteral("labels/train/p.txt")),
                 QByteArray("7 0.5 0.5 0.2 0.4 0.1 0.2 0.3 0.4\n0 0.25 0.25 0.5 0.5 0 0 0 0\n"));
        QVERIFY(out.read(QStringLiteral("data.yaml"))
                    .contains("kpt_shape: [2,2]\nflip_idx: [1,0]\nnames:\n  0: \"x\"\n  7: \"y\"\n"));
    }

    void badRows_data()
    {
        QTest::addColumn<QByteArray>("row");
        for (const char *row :
             {"0 0.5 0.5 0.2", "0", "0 0.5 0.5 0.2 x", "9 0.5 0.5 0.2 0.2", "-1 0.5 0.5 0.2 0.2", "0.5 0.5 0.5 0.2 0.2",
              "0 1.5 0.5 0.2 0.2", "0 0.5 0.5 -0.2 0.2", "0 nan 0.5 0.2 0.2", "0 inf 0.5 0.2 0.2", "0 1e999 0.5 0.2 0.2",
              "0 0.5,0.5,0.2,0.2", "0 0.1 0.1 0.2 0.2 0.3 0.3 1.5", "\xff\xfe", "0 0.5 0.5 0.2 0.2 7", "0 0 0 1 1 1 2"})
            QTest::newRow(QByteArray(row).toPercentEncoding().constData()) << QByteArray(row);
    }
    void badRows()
    {
        QFETCH(QByteArray, row);
        Folder in;
        in.text(QStringLiteral("classes.txt"), "x\ny\n")
            .picture(QStringLiteral("p.png"))
            .text(QStringLiteral("p.txt"), "0 0.5 0.5 0.2 0.2\n\n" + row + "\n1 0.5 0.5 0.2 0.2");
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.annotationCount(), 2);
        QCOMPARE(data.issues.size(), std::size_t(1));
        QCOMPARE(data.issues[0].file, QStringLiteral("p.txt"));
        QCOMPARE(data.issues[0].place, QStringLiteral("line 3"));
    }

    void badDescriptions_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::newRow("broken") << QByteArray("names: [a\n");
        QTest::newRow("names is a text") << QByteArray("names: a\n");
        QTest::newRow("id is a text") << QByteArray("names:\n  x: a\n");
        QTest::newRow("id is negative") << QByteArray("names:\n  -1: a\n  0: b\n");
        QTest::newRow("name is a list") << QByteArray("names: [[a], b]\n");
        QTest::newRow("10,000 levels") << QByteArray("names: " + QByteArray(10000, '[') + QByteArray(10000, ']'));
        QTest::newRow("no map") << QByteArray("names\n");
        QTest::newRow("not UTF-8") << QByteArray("names: [\"\xff\", b]\n");
        QTest::newRow("outside") << QByteArray("names: [a]\ntrain: /etc\n");
        QTest::newRow("names twice") << QByteArray("names: [a, a]\n");
    }
    void badDescriptions()
    {
        QFETCH(QByteArray, yaml);
        Folder in;
        in.text(QStringLiteral("data.yaml"), yaml)
            .picture(QStringLiteral("p.png"))
            .text(QStringLiteral("p.txt"), "0 0.5 0.5 0.2 0.2\n");
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY(!data.issues.empty());
        QVERIFY2(std::any_of(data.issues.begin(), data.issues.end(),
                             [](const Issue &i) { return i.file.endsWith(QLatin1String("data.yaml")); }),
                 qPrintable(data.issueText()));
    }

    void oversizedDescriptionIsRefused()
    {
        Folder in;
        in.text(QStringLiteral("data.yaml"), "names: [a]\n#" + QByteArray(1 << 20, 'x'))
            .picture(QStringLiteral("p.png"))
            .text(QStringLiteral("p.txt"), "0 0.5 0.5 0.2 0.2\n");
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path() + QStringLiteral("/data.yaml"), data));
        QCOMPARE(data.classes[0].name, QStringLiteral("class 0"));
        QCOMPARE(data.issues.size(), std::size_t(2));
    }

    void missingPicturesAreNamed()
    {
        Folder in;
        in.text(QStringLiteral("classes.txt"), "x\n")
            .picture(QStringLiteral("p.png"))
            .text(QStringLiteral("p.txt"), "0 0.5 0.5 0.2 0.2\n")
            .text(QStringLiteral("gone.txt"), "0 0.5 0.5 0.2 0.2\n")
            .text(QStringLiteral("README.txt"), "hello\n")
            .text(QStringLiteral("notes.txt"), "hello\n")
            .text(QStringLiteral("bad.jpg"), "no picture")
            .text(QStringLiteral("bad.txt"), "0 0.5 0.5 0.2 0.2\n");
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.annotationCount(), 1);
        QCOMPARE(data.issues.size(), std::size_t(2));
        QCOMPARE(data.issues[0].file, QStringLiteral("bad.jpg"));
        QCOMPARE(data.issues[1].file, QStringLiteral("gone.txt"));
    }

    void uprightSizeCounts()
    {
        // Stored 20 wide and 10 high, shown turned by a quarter: EXIF orientation 6 in a segment right after the start mark.
        Folder in;
        in.text(QStringLiteral("classes.txt"), "x\n")
            .picture(QStringLiteral("p.jpg"), 20, 10)
            .text(QStringLiteral("p.txt"), "0 0.5 0.5 1 1\n");
        QByteArray exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", 32);
        QByteArray jpeg = in.read(QStringLiteral("p.jpg"));
        jpeg.insert(2, QByteArray("\xff\xe1\0", 3) + char(exif.size() + 2) + exif);
        in.text(QStringLiteral("p.jpg"), jpeg);
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(difference(model::geometryToJson(data.arrived(0).geometry), model::geometryToJson(geometry::Box{0, 0, 10, 20})),
                 QString());
    }

    void namesNeverCollide()
    {
        Folder pictures;
        pictures.picture(QStringLiteral("1.png"));
        MemoryDataset data;
        for (const char *name : {"a/x.jpg", "b/x.jpg", "x.jpg", "x.png", "images/x.jpg", "labels/x.jpg", "../x.jpg", "val/x.jpg"})
            data.add(QString::fromLatin1(name), QStringLiteral("c"), geometry::Box{0, 0, 10, 10});
        for (auto &item : data.items) {
            item.width = 100;
            item.height = 50;
            item.path = pictures.path() + QStringLiteral("/1.png");
        }
        const Folder out;
        QVERIFY_RESULT(write(data, out));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(again.itemCount(), data.itemCount());
        QCOMPARE(again.annotationCount(), data.annotationCount());
        const auto losses = *format.checkExport(data, {out.path(), {}});
        QCOMPARE(losses.size(), std::size_t(1));
        QCOMPARE(losses[0].count, 4);
        // Without copies only label files can have other names.
        QCOMPARE(losses[0].why, QStringLiteral("Their label files have other names."));
        const auto copied = *format.checkExport(data, {out.path(), {{QStringLiteral("media"), QStringLiteral("copy")}}});
        QCOMPARE(copied.size(), std::size_t(1));
        QCOMPARE(copied[0].count, 4);
        QCOMPARE(copied[0].why, QStringLiteral("They are renamed in the copy."));
        // What is not written is not renamed.
        for (auto &labels : data.annotations)
            labels.clear();
        for (auto &item : data.items)
            item.path.clear();
        QVERIFY((*format.checkExport(data, {out.path(), {}})).empty());
    }

    void lossesAreCounted_data()
    {
        QTest::addColumn<QString>("task");
        QTest::addColumn<int>("written");
        QTest::newRow("detect") << QStringLiteral("detect") << 8;
        QTest::newRow("segment") << QStringLiteral("segment") << 9;
        QTest::newRow("auto") << QStringLiteral("auto") << 9;
    }
    void lossesAreCounted()
    {
        QFETCH(QString, task);
        QFETCH(int, written);
        MemoryDataset data;
        const QString item = QStringLiteral("a.png");
        const QString x = QStringLiteral("x");
        const geometry::Ring triangle{{0, 0}, {9, 0}, {9, 9}};
        data.add(item, x, geometry::Box{0, 0, 1, 1}).role = model::Role::Crowd;
        data.add(item, x, geometry::Box{-50, 0, 100, 10}).score = 0.5;
        data.add(item, x, geometry::RotatedBox{5, 5, 2, 2, 0.3}).role = model::Role::Ignore;
        data.add(item, x, geometry::Ellipse{5, 5, 2, 2, 0}).attributes[QStringLiteral("k")] = true;
        data.add(item, x, geometry::Mask{4, 4, {5, 2, 9}});
        data.add(item, x, geometry::KeyPoints{{{1, 1, 2}, {5, 5, 2}}, {}});
        data.add(item, x, geometry::Polygon{{{triangle, {}}, {triangle, {}}}});
        data.add(item, x, geometry::Polygon{{{triangle, {{{5, 1}, {6, 1}, {6, 2}}}}}}).origin.model = QStringLiteral("m");
        data.add(item, x, geometry::Polyline{{{0, 0}, {1, 1}}});
        data.add(item, {}, geometry::Box{0, 0, 1, 1});
        data.add(item, x, geometry::Box{500, 0, 1, 1});
        data.items[0].width = 100;
        data.items[0].height = 50;
        Folder pictures;
        pictures.picture(QStringLiteral("1.png"));
        data.items[0].path = pictures.path() + QStringLiteral("/1.png");
        const Folder out;
        const extension::FormatOptions options{{QStringLiteral("task"), task}};
        const auto losses = format.checkExport(data, {out.path(), options});
        QVERIFY_RESULT(losses);
        std::map<QString, std::int64_t> counts;
        for (const auto &loss : *losses)
            counts[loss.what] += loss.count;
        for (const char *what : {"crowd regions", "ignore regions", "scores", "attributes", "rotated boxes", "ellipses", "masks",
                                 "key points", "lines", "labels without a class", "labels whose maker is known"})
            QVERIFY2(counts[QString::fromLatin1(what)] == 1, what);
        if (task == QLatin1String("detect"))
            QCOMPARE(counts[QStringLiteral("polygons")], 2);
        else
            QCOMPARE(counts[QStringLiteral("polygons with several parts")] + counts[QStringLiteral("polygons with holes")], 2);
        QVERIFY_RESULT(write(data, out, options));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QVERIFY2(again.issues.empty(), qPrintable(again.issueText()));
        QVERIFY2(again.annotationCount() >= written, qPrintable(QString::number(again.annotationCount())));
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
        Folder pictures;
        pictures.picture(QStringLiteral("1.png"), 100, 100);
        MemoryDataset data;
        const bool outlines = random.below(2) == 0;
        for (std::uint64_t i = 0; i < 1 + random.below(5); ++i)
            for (std::uint64_t k = 0; k < 1 + random.below(8); ++k) {
                geometry::Geometry shape =
                    geometry::Box{random.uniform(0, 50), random.uniform(0, 50), random.uniform(0, 50), random.uniform(0, 50)};
                if (outlines) {
                    geometry::Polygon polygon{{{{}, {}}}};
                    for (std::uint64_t p = 0; p < 3 + random.below(5); ++p)
                        polygon.parts[0].outer.push_back({random.uniform(0, 100), random.uniform(0, 100)});
                    shape = polygon;
                }
                data.add(QStringLiteral("ü %1.png").arg(i), QStringLiteral("'c: \"%1\"").arg(random.below(4)), shape);
            }
        for (auto &item : data.items) {
            item.width = item.height = 100;
            item.path = pictures.path() + QStringLiteral("/1.png");
        }
        const Folder one;
        const Folder two;
        MemoryDataset second;
        MemoryDataset third;
        QVERIFY_RESULT(write(data, one));
        QVERIFY_RESULT(read(one.path(), second));
        QCOMPARE(second.issueText(IssueSeverity::Warning), QString());
        QCOMPARE(second.annotationCount(), data.annotationCount());
        std::size_t at = 0;
        for (std::size_t i = 0; i < data.items.size(); ++i)
            for (const auto &label : data.annotations[i]) {
                const auto &again = second.arrived(at++);
                QCOMPARE(difference(model::geometryToJson(label.geometry), model::geometryToJson(again.geometry)), QString());
                QCOMPARE(second.classNameOf(again), data.classNameOf(label));
            }
        QVERIFY_RESULT(write(second, two));
        QVERIFY_RESULT(read(two.path(), third));
        QCOMPARE(difference(second, third), QString());
    }

    void probes()
    {
        Folder in;
        QCOMPARE(int(format.probe(in.path()).confidence), int(extension::ProbeResult::None));
        in.text(QStringLiteral("labels/a.txt"), "0 0.5 0.5 0.2 0.2\n");
        QCOMPARE(int(format.probe(in.path()).confidence), int(extension::ProbeResult::Low));
        in.picture(QStringLiteral("images/a.jpg"));
        QCOMPARE(int(format.probe(in.path()).confidence), int(extension::ProbeResult::Medium));
        in.text(QStringLiteral("data.yaml"), "train: images\nnames: [x]\n");
        QCOMPARE(int(format.probe(in.path()).confidence), int(extension::ProbeResult::Certain));
        QCOMPARE(int(format.probe(in.path() + QStringLiteral("/data.yaml")).confidence), int(extension::ProbeResult::Certain));
        Folder dota;
        dota.text(QStringLiteral("labelTxt/a.txt"), "1 1 2 2 3 3 4 4 plane 0\n").picture(QStringLiteral("images/a.jpg"));
        QCOMPARE(int(format.probe(dota.path()).confidence), int(extension::ProbeResult::None));
    }

    // "labels-person" beside "images": one of several sets of labels for the same pictures.
    void setsOfLabels()
    {
        Folder in;
        in.text(QStringLiteral("labels-person/a.txt"), "0 0.5 0.5 0.2 0.2\n").picture(QStringLiteral("images/a.jpg"));
        QCOMPARE(int(format.probe(in.path()).confidence), int(extension::ProbeResult::Medium));
        test::MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.items.size(), std::size_t(1));
        QCOMPARE(data.items[0].name, QStringLiteral("a.jpg"));
        QCOMPARE(data.arrival.size(), std::size_t(1));
        Folder other;
        other.text(QStringLiteral("labelsets/a.txt"), "0 0.5 0.5 0.2 0.2\n").picture(QStringLiteral("images/a.jpg"));
        QCOMPARE(int(format.probe(other.path()).confidence), int(extension::ProbeResult::Low));
    }

    void failuresAreWords()
    {
        MemoryDataset data;
        Folder none;
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::NotFound);
        QVERIFY_FAILS(read(QStringLiteral("/nonexistent"), data), ErrorCode::NotFound);
        QVERIFY_FAILS(format.write(data, {none.path(), {{QStringLiteral("task"), QStringLiteral("x")}}}),
                      ErrorCode::InvalidArgument);
        Folder in;
        in.picture(QStringLiteral("p.png")).text(QStringLiteral("p.txt"), "0 0.5 0.5 0.2 0.2\n");
        data.failAfterBatches = 0;
        QVERIFY_FAILS(read(in.path(), data), ErrorCode::NoSpace);
        data.jobControl.cancel();
        QVERIFY_FAILS(read(in.path(), data), ErrorCode::Cancelled);
    }

private:
    void compareRows(const std::vector<std::vector<double>> &a, const std::vector<std::vector<double>> &b)
    {
        QCOMPARE(a.size(), b.size());
        for (std::size_t i = 0; i < a.size(); ++i) {
            QCOMPARE(a[i].size(), b[i].size());
            for (std::size_t k = 0; k < a[i].size(); ++k)
                QVERIFY(std::abs(a[i][k] - b[i][k]) <= 1e-9);
        }
    }
    void checkRoundTrip(const QString &path, const QString &media, int annotations, int items)
    {
        MemoryDataset first;
        QVERIFY_RESULT(read(path, first, media));
        QVERIFY2(first.issues.empty(), qPrintable(first.issueText()));
        QCOMPARE(first.annotationCount(), annotations);
        QCOMPARE(first.itemCount(), items);
        QVERIFY(format.checkExport(first, {path, {}})->empty());
        const Folder out;
        QVERIFY_RESULT(write(first, out));
        MemoryDataset second;
        QVERIFY_RESULT(read(out.path(), second));
        QCOMPARE(second.annotationCount(), annotations);
        for (std::size_t i = 0; i < first.arrival.size(); ++i) {
            QCOMPARE(
                difference(model::geometryToJson(first.arrived(i).geometry), model::geometryToJson(second.arrived(i).geometry)),
                QString());
            QCOMPARE(second.classNameOf(second.arrived(i)), first.classNameOf(first.arrived(i)));
            QCOMPARE(second.itemNameOf(i), first.itemNameOf(i));
        }
        QCOMPARE(second.classes.size(), first.classes.size());
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::YoloTest)
#include "tst_yolo.moc"
