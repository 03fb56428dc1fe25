// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/geometry/mask.h"
#include "plugins/formats/openimages/maskfile.h"
#include "plugins/formats/openimages/openimagesformat.h"
#include "plugins/formats/openimages/tablefile.h"
#include "tests/support/formatattack.h"
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

const openimages::OpenImagesFormat format;

void picture(const QString &folder, const QString &name, int width, int height)
{
    QDir(folder).mkpath(QFileInfo(name).path());
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::gray);
    QVERIFY(image.save(folder + QLatin1Char('/') + name));
}

Result<> read(const QString &path, MemoryDataset &into, const QString &media = {})
{
    return format.read({path, media, {}}, into);
}

Result<> write(const MemoryDataset &data, const QString &folder, extension::FormatOptions options = {})
{
    return writeFormat(format, data, folder, std::move(options));
}

// Where two tables differ: cell by cell, numbers as numbers, short records filled up.
QString differentTables(const QString &a, const QString &b)
{
    const auto x = openimages::TableFile::open(a);
    const auto y = openimages::TableFile::open(b);
    if (!x || !y || (*x)->columns() != (*y)->columns())
        return a + QStringLiteral(": other columns");
    while (true) {
        const auto p = (*x)->next();
        const auto q = (*y)->next();
        if (!p && !q)
            return {};
        if (!p || !q)
            return a + QStringLiteral(": other number of records");
        for (int i = 0; i < (*x)->columns().size(); ++i) {
            bool number = false;
            const double value = p->value(i).toDouble(&number);
            if (p->value(i) != q->value(i) && !(number && std::abs(value - q->value(i).toDouble()) < 1e-12))
                return a + QStringLiteral(": ") + p->join(QLatin1Char(',')) + QStringLiteral(" != ") + q->join(QLatin1Char(','));
        }
    }
}

const QByteArray classes = "LabelName,DisplayName\n/m/0,cat\n/m/1,\"dog, big\"\n/m/2,cat\n";
const QByteArray head =
    "ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax,IsOccluded,IsTruncated,IsGroupOf,IsDepiction,IsInside\n";
const QByteArray good = "a,xclick,/m/0,1,0.1,0.2,0.3,0.4,0,1,0,0,-1\n";

}  // namespace

class OpenImagesTest final : public QObject
{
    Q_OBJECT

private slots:
    void accidentsAreSurvived() { QVERIFY_RESULT(attack(format, 60)); }

    void sampleRoundTrip()
    {
        PLUMBLINE_SAMPLE(path, "annotations/datumaro/open_images_dataset/v6");
        MemoryDataset first;
        QVERIFY_RESULT(read(path, first));
        QCOMPARE(first.itemCount(), 4);
        QCOMPARE(first.classes.size(), std::size_t(4));
        QCOMPARE(first.annotationCount(), 7);
        QCOMPARE(first.issues.size(), std::size_t(1));  // one label says that a class is not there
        QVERIFY(format.checkExport(first, {path, {}})->empty());
        const QTemporaryDir out;
        QVERIFY_RESULT(write(first, out.path(), {{QStringLiteral("media"), QStringLiteral("copy")}}));
        QCOMPARE(first.writtenAnnotations, first.annotationCount());
        int compared = 0;
        for (QDirIterator files(path + QStringLiteral("/annotations"), {QStringLiteral("*.csv")}, QDir::Files); files.hasNext();
             ++compared) {
            const QString original = files.next();
            const QString written = out.path() + QStringLiteral("/annotations/") + files.fileName();
            QCOMPARE(differentTables(original, written), QString());
        }
        QVERIFY(compared >= 6);
        // The sample's mask is white in its first two columns.
        for (const QString &root : {path, out.path()}) {
            const auto mask = openimages::readMask(root + QStringLiteral("/masks/train/b_m0_01234567.png"));
            QVERIFY_RESULT(mask);
            QVERIFY((*mask == geometry::Mask{8, 2, {0, 4, 12}}));
        }
        MemoryDataset second;
        QVERIFY_RESULT(read(out.path(), second));
        QCOMPARE(difference(first, second), QString());
    }

    // Made from the description of the data on the data set's pages.
    void specificationRoundTrip()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(
            put(in.path(), QStringLiteral("annotations/class-descriptions-boxable.csv"), classes.mid(classes.indexOf('\n') + 1)));
        const QByteArray boxes = head.trimmed() + ",XClick1X\n" + "a,xclick,/m/0,1,0.1,0.975,0.012195,0.333333,0,1,1,0,-1,0.62\n"
                                 + "a,activemil,/m/1,0.25,0,1,0,1,-1,-1,-1,-1,-1,-1\n"
                                 + "b,xclick,/m/2,1,0.5,0.5,-0.1,1.1,0,0,0,1,1,0\n";
        const QByteArray labels = "ImageID,Source,LabelName,Confidence\na,verification,/m/1,0\nb,machine,/m/0,0.8\n";
        const QByteArray segments = "MaskPath,ImageID,LabelName,BoxID,BoxXMin,BoxXMax,BoxYMin,BoxYMax,PredictedIoU,Clicks\n"
                                    "a_m0_1.png,a,/m/0,1,0.1,0.2,0.3,0.4,0.86,0.15 0.35 1;0.1 0.3 0\n";
        QVERIFY_RESULT(put(in.path(), QStringLiteral("annotations/train-annotations-bbox.csv"), boxes));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("annotations/train-annotations-human-imagelabels.csv"), labels));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("annotations/train-annotations-object-segmentation.csv"), segments));
        picture(in.path(), QStringLiteral("images/train/a.jpg"), 1024, 683);
        picture(in.path(), QStringLiteral("images/train/b.jpg"), 640, 427);
        const geometry::Mask mask = geometry::rasterised({{{{{3, 3}, {900, 30}, {400, 500}}, {}}}}, 1024, 683);
        QVERIFY_RESULT(put(in.path(), QStringLiteral("masks/train/a_m0_1.png"), openimages::maskPicture(mask)));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.issues.size(), std::size_t(1));
        QCOMPARE(data.annotationCount(), 6);
        QCOMPARE(data.classes.size(), std::size_t(3));
        QCOMPARE(data.classes[2].name, QStringLiteral("cat (/m/2)"));
        const auto &first = data.annotations[0][0];
        QCOMPARE(std::get<geometry::Box>(first.geometry).x, 0.1 * 1024);
        QVERIFY(first.role == model::Role::Crowd);
        const model::Attributes expected{{QStringLiteral("depiction"), false},
                                         {QStringLiteral("inside"), std::monostate{}},
                                         {QStringLiteral("occluded"), false},
                                         {QStringLiteral("truncated"), true}};
        QVERIFY(first.attributes == expected);
        QCOMPARE(data.annotations[0][1].score.value_or(-1), 0.25);
        QVERIFY(std::get<geometry::Mask>(data.annotations[0][2].geometry) == mask);
        QVERIFY(data.annotations[0][3].attributes.at(QStringLiteral("absent")) == model::AttributeValue(true));
        QVERIFY(format.checkExport(data, {in.path(), {}})->empty());
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        for (const char *name : {"class-descriptions-boxable.csv", "train-annotations-bbox.csv",
                                 "train-annotations-human-imagelabels.csv", "train-annotations-object-segmentation.csv"})
            QCOMPARE(bytesOf(out.path() + QStringLiteral("/annotations/") + QLatin1String(name)),
                     bytesOf(in.path() + QStringLiteral("/annotations/") + QLatin1String(name)));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again, in.path() + QStringLiteral("/images")));
        for (MemoryDataset *set : {&data, &again}) {
            for (auto &item : set->items)
                item.extra["openimages"].erase("fields");
            set->datasets[QStringLiteral("openimages")].erase("images");
        }
        QCOMPARE(difference(data, again), QString());
    }

    void masksOfAnotherSizeAreFittedOrLeftOut()
    {
        const QTemporaryDir in;
        picture(in.path(), QStringLiteral("images/a.png"), 8, 4);
        QVERIFY_RESULT(put(in.path(), QStringLiteral("train-annotations-object-segmentation.csv"),
                           "MaskPath,ImageID,LabelName\nhalf.png,a,x\nodd.png,a,x\nno.png,a,x\n../../x.png,a,x\nbad.png,a,x\n"));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("masks/half.png"), openimages::maskPicture({4, 2, {2, 3, 3}})));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("masks/odd.png"), openimages::maskPicture({4, 4, {2, 3, 11}})));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("masks/bad.png"), "PNG"));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.annotationCount(), 1);
        QCOMPARE(data.issues.size(), std::size_t(5));
        const auto &mask = std::get<geometry::Mask>(data.arrived(0).geometry);
        QCOMPARE(mask.width, 8U);
        QCOMPARE(geometry::maskArea(mask), std::uint64_t(12));
        QVERIFY(geometry::whyInvalid(mask).isEmpty());
    }

    void badInput_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<int>("kept");
        const auto add = [](const char *name, const QByteArray &row, int kept = 1) { QTest::newRow(name) << row << kept; };
        add("short", "a,xclick,/m/0,1,0.1\n");
        add("long", good.trimmed() + ",1,2\n");
        add("NaN", "a,xclick,/m/0,1,nan,0.2,0.3,0.4,0,1,0,0,-1\n");
        add("infinite", "a,xclick,/m/0,1,0.1,inf,0.3,0.4,0,1,0,0,-1\n");
        add("empty edge", "a,xclick,/m/0,1,,0.2,0.3,0.4,0,1,0,0,-1\n");
        add("negative size", "a,xclick,/m/0,1,0.3,0.2,0.3,0.4,0,1,0,0,-1\n");
        add("no class", "a,xclick,,1,0.1,0.2,0.3,0.4,0,1,0,0,-1\n");
        add("not UTF-8", "a,xclick,\xff\xfe,1,0.1,0.2,0.3,0.4,0,1,0,0,-1\n");
        add("unknown class", "a,xclick,/m/9,1,0.1,0.2,0.3,0.4,0,1,0,0,-1\n", 2);
        add("confidence", "a,xclick,/m/0,7,0.1,0.2,0.3,0.4,0,1,0,0,-1\n", 2);
        add("flag", "a,xclick,/m/0,1,0.1,0.2,0.3,0.4,maybe,1,0,0,-1\n", 2);
        add("group", "a,xclick,/m/0,1,0.1,0.2,0.3,0.4,0,1,x,0,-1\n", 2);
        add("no picture", "zz,xclick,/m/0,1,0.1,0.2,0.3,0.4,0,1,0,0,-1\n");
        add("leads out", "../../etc/passwd,xclick,/m/0,1,0.1,0.2,0.3,0.4,0,1,0,0,-1\n");
        add("absolute", "/etc/passwd,xclick,/m/0,1,0.1,0.2,0.3,0.4,0,1,0,0,-1\n");
        add("unterminated", "\"a,xclick,/m/0\n");
    }
    void badInput()
    {
        QFETCH(QByteArray, row);
        QFETCH(int, kept);
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("class-descriptions.csv"), classes));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("train-annotations-bbox.csv"), head + good + row));
        picture(in.path(), QStringLiteral("images/a.png"), 10, 10);
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY2(data.annotationCount() == kept, qPrintable(data.issueText()));
        QVERIFY2(std::any_of(data.issues.begin(), data.issues.end(),
                             [&](const Issue &i) {
                                 return i.file == QLatin1String("train-annotations-bbox.csv")
                                        && i.place == QLatin1String("line 3");
                             }),
                 qPrintable(data.issueText()));
        // What was kept though not understood comes back.
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        if (kept == 2)
            QCOMPARE(bytesOf(out.path() + QStringLiteral("/annotations/train-annotations-bbox.csv")), head + good + row);
    }

    void lossesAreCounted()
    {
        MemoryDataset data;
        const QString item = QStringLiteral("a.png");
        const QString x = QStringLiteral("x");
        data.add(item, x, geometry::Polygon{{{{{0, 0}, {9, 0}, {9, 9}}, {}}}});
        data.items[0].width = data.items[0].height = 10;
        data.add(item, x, geometry::Box{0, 0, 1, 1}).role = model::Role::Ignore;
        data.add(item, x, geometry::Mask{4, 4, {5, 2, 9}});
        data.add(item, x, geometry::Mask{10, 10, {5, 2, 93}}).score = 0.5;
        data.add(item, x, geometry::RotatedBox{5, 5, 2, 2, 0.3}).attributes[QStringLiteral("colour")] = QStringLiteral("red");
        data.add(item, x, geometry::Box{5, 5, 2, 2}).attributes[QStringLiteral("occluded")] = model::CannotTell{};
        data.add(item, x, geometry::Polyline{{{0, 0}, {1, 1}}});
        data.add(item, {}, geometry::Box{0, 0, 1, 1});
        data.add(QStringLiteral("b.png"), x, geometry::Box{0, 0, 1, 1});
        const LossCounts counts = lossesOf(format, data);
        const std::map<QString, std::int64_t> expected{{QStringLiteral("polygons"), 1},
                                                       {QStringLiteral("ignore regions"), 1},
                                                       {QStringLiteral("masks of another size than their picture"), 1},
                                                       {QStringLiteral("scores"), 1},
                                                       {QStringLiteral("rotated boxes"), 1},
                                                       {QStringLiteral("attributes"), 2},
                                                       {QStringLiteral("lines"), 1},
                                                       {QStringLiteral("labels without a class"), 1},
                                                       {QStringLiteral("boxes"), 1}};
        QCOMPARE(counts, expected);
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        picture(out.path(), QStringLiteral("images/train/a.png"), 10, 10);
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QVERIFY2(again.issues.empty(), qPrintable(again.issueText()));
        QCOMPARE(again.annotationCount(), 5);
    }

    void randomDataSurvive_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 20; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void randomDataSurvive()
    {
        QFETCH(int, seed);
        base::SeededRandom random(static_cast<std::uint64_t>(seed));
        const QTemporaryDir media;
        MemoryDataset data;
        for (std::uint64_t i = 0; i < 1 + random.below(4); ++i) {
            const QString name = QStringLiteral("dir/ü, & %1.png").arg(i);
            picture(media.path(), name, 97, 61);
            for (std::uint64_t k = 0; k < 1 + random.below(8); ++k) {
                geometry::Geometry shape =
                    geometry::Box{random.uniform(-10, 90), double(random.below(50)), random.uniform(0, 90), random.uniform(0, 9)};
                if (random.below(3) == 0)
                    shape = geometry::rasterised({{{{{random.uniform(0, 60), 3}, {50, random.uniform(10, 60)}, {7, 44}}, {}}}},
                                                 97, 61);
                auto &label = data.add(name, QStringLiteral("c, \"%1\" ü").arg(random.below(4)), shape);
                if (!std::holds_alternative<geometry::Box>(shape))
                    continue;
                if (random.below(3) == 0)
                    label.role = model::Role::Crowd;
                if (random.below(3) == 0)
                    label.score = random.uniform(0, 0.99);
                for (const char *key : {"occluded", "truncated", "depiction", "inside"})
                    label.attributes[QLatin1String(key)] = random.below(2) == 0;
            }
        }
        for (auto &item : data.items) {
            item.width = 97;
            item.height = 61;
            item.path = media.path() + QLatin1Char('/') + item.name;
        }
        QVERIFY(format.checkExport(data, {})->empty());
        const QTemporaryDir one;
        const QTemporaryDir two;
        MemoryDataset second;
        MemoryDataset third;
        QVERIFY_RESULT(write(data, one.path(), {{QStringLiteral("media"), QStringLiteral("copy")}}));
        QVERIFY_RESULT(read(one.path(), second));
        QVERIFY2(second.issues.empty(), qPrintable(second.issueText()));
        QCOMPARE(second.annotationCount(), data.annotationCount());
        for (std::size_t i = 0; i < data.items.size(); ++i) {
            QCOMPARE(second.items[i].name, data.items[i].name);
            // Boxes come first, then masks.
            std::vector<model::Annotation> expected = data.annotations[i];
            std::stable_partition(expected.begin(), expected.end(),
                                  [](const model::Annotation &a) { return std::holds_alternative<geometry::Box>(a.geometry); });
            for (std::size_t k = 0; k < expected.size(); ++k) {
                const auto &found = second.annotations[i][k];
                QCOMPARE(difference(model::geometryToJson(expected[k].geometry), model::geometryToJson(found.geometry)),
                         QString());
                QVERIFY(expected[k].attributes == found.attributes);
                QVERIFY(expected[k].role == found.role && expected[k].score == found.score);
                QCOMPARE(second.classNameOf(found), data.classNameOf(expected[k]));
            }
        }
        QVERIFY_RESULT(write(second, two.path(), {{QStringLiteral("media"), QStringLiteral("copy")}}));
        QVERIFY_RESULT(read(two.path(), third));
        QCOMPARE(difference(second, third), QString());
    }

    void probes()
    {
        const QTemporaryDir in;
        const auto confidence = [&](const QByteArray &text) {
            static_cast<void>(put(in.path(), QStringLiteral("x.csv"), text));
            const int ofFile = int(format.probe(in.path() + QStringLiteral("/x.csv")).confidence);
            return ofFile == int(format.probe(in.path()).confidence) ? ofFile : -1;
        };
        QCOMPARE(confidence(head), int(extension::ProbeResult::Certain));
        QCOMPARE(confidence("ImageID,Source,LabelName,Confidence\n"), int(extension::ProbeResult::Medium));
        QCOMPARE(confidence("a,b,c\n"), int(extension::ProbeResult::None));
        QCOMPARE(confidence(""), int(extension::ProbeResult::None));
    }

    void failuresAreWords()
    {
        const QTemporaryDir none;
        MemoryDataset data;
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::NotFound);
        QVERIFY_FAILS(read(none.path() + QStringLiteral("/x"), data), ErrorCode::NotFound);
        QVERIFY_FAILS(format.write(data, {none.path(), {{QStringLiteral("media"), QStringLiteral("x")}}}),
                      ErrorCode::InvalidArgument);
        QVERIFY_RESULT(put(none.path(), QStringLiteral("a.csv"), head));
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::Malformed);
        QVERIFY_RESULT(put(none.path(), QStringLiteral("a.csv"), head + good));
        picture(none.path(), QStringLiteral("images/a.png"), 10, 10);
        data.failAfterBatches = 0;
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::NoSpace);
        data.jobControl.cancel();
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::Cancelled);
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::OpenImagesTest)
#include "tst_openimages.moc"
