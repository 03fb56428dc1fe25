// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/extension/labelimage.h"
#include "core/geometry/mask.h"
#include "plugins/formats/masks/classlist.h"
#include "plugins/formats/masks/masksformat.h"
#include "plugins/formats/masks/regions.h"
#include "tests/support/formatattack.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

#include <set>

namespace plumbline::test {

namespace {

const masks::MasksFormat format;

Result<> read(const QString &path, MemoryDataset &into, extension::FormatOptions options = {})
{
    return format.read({path, {}, std::move(options)}, into);
}

Result<> write(const MemoryDataset &data, const QString &folder, extension::FormatOptions options = {})
{
    return writeFormat(format, data, folder, std::move(options));
}

// An 8-bit picture with a palette, values row by row.
QImage indexed(int width, int height, const std::vector<int> &values)
{
    QImage image(width, height, QImage::Format_Indexed8);
    QList<QRgb> palette;
    for (std::uint32_t i = 0; i < 256; ++i)
        palette.append(masks::vocColour(i));
    image.setColorTable(palette);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.scanLine(y)[x] = static_cast<uchar>(values[static_cast<std::size_t>(y * width + x)]);
    return image;
}

void save(const QImage &image, const QString &folder, const QString &name)
{
    QDir(folder).mkpath(QFileInfo(name).path());
    QVERIFY(image.save(folder + QLatin1Char('/') + name, "PNG"));
}

// What the pixels of a file say: numbers of indexed and grey files, colours' numbers of others.
QString valuesOf(const QString &path)
{
    const auto picture = masks::readValues(path);
    if (!picture)
        return picture.error().text;
    QStringList values;
    for (int y = 0; y < picture->image.height(); ++y)
        for (int x = 0; x < picture->image.width(); ++x) {
            const uchar *line = picture->image.constScanLine(y);
            const auto colour = picture->coding == masks::Coding::Colour ? picture->image.pixel(x, y) : 0U;
            const std::uint32_t value = picture->coding == masks::Coding::Colour
                                            ? colour == masks::voidColour ? masks::voidIndex : masks::vocNumber(colour)
                                        : picture->sixteenBits() ? reinterpret_cast<const quint16 *>(line)[x]
                                                                 : line[x];
            values.append(QString::number(value));
        }
    return values.join(QLatin1Char(' '));
}

LossCounts lossesOf(const MemoryDataset &data, extension::FormatOptions options = {})
{
    return lossesOf(format, data, std::move(options));
}

}  // namespace

class MasksTest final : public QObject
{
    Q_OBJECT

private slots:
    void accidentsAreSurvived() { QVERIFY_RESULT(attack(format, 60)); }

    void samplesRoundTrip_data()
    {
        QTest::addColumn<QString>("relative");
        QTest::addColumn<int>("items");
        QTest::addColumn<int>("annotations");
        QTest::addColumn<int>("classes");
        QTest::newRow("labelme") << "annotations/labelme/instance_segmentation/data_dataset_voc" << 3 << 14
                                 << 21;  // 12 objects and 2 regions not to be judged
        QTest::newRow("datumaro") << "annotations/datumaro/voc_dataset/voc_dataset1" << 2 << 0 << 0;
    }
    void samplesRoundTrip()
    {
        QFETCH(QString, relative);
        QFETCH(int, items);
        QFETCH(int, annotations);
        QFETCH(int, classes);
        if (samplesFolder().isEmpty())
            QSKIP("sample data are not on this machine (set PLUMBLINE_SAMPLES)");
        const QString path = samplesFolder() + QLatin1Char('/') + relative;
        MemoryDataset first;
        QVERIFY_RESULT(read(path, first));
        QCOMPARE(first.itemCount(), items);
        if (annotations > 0) {
            QString found;
            for (std::size_t i = 0; i < first.arrival.size(); ++i)
                found += first.itemNameOf(i) + QLatin1Char(' ') + first.classNameOf(first.arrived(i)) + QLatin1Char(' ')
                         + QString::fromStdString(first.arrived(i).extra.dump()) + QLatin1Char('\n');
            QVERIFY2(first.annotationCount() == annotations, qPrintable(found));
            QCOMPARE(int(first.classes.size()), classes);
            QVERIFY2(first.issues.empty(), qPrintable(first.issueText()));
        }
        QCOMPARE(lossesOf(first), LossCounts());
        const QTemporaryDir out;
        QVERIFY_RESULT(write(first, out.path(), {{QStringLiteral("media"), QStringLiteral("copy")}}));
        QCOMPARE(first.writtenAnnotations, first.annotationCount());
        int compared = 0;
        for (const char *folder : {"/SegmentationClass", "/SegmentationObject"})
            for (QDirIterator files(path + QLatin1String(folder), {QStringLiteral("*.png")}, QDir::Files); files.hasNext();
                 ++compared) {
                const QString original = files.next();
                const QString written = out.path() + QLatin1String(folder) + QLatin1Char('/') + files.fileName();
                QVERIFY2(valuesOf(written) == valuesOf(original), qPrintable(written));
                QCOMPARE(QImage(written).convertToFormat(QImage::Format_RGB32),
                         QImage(original).convertToFormat(QImage::Format_RGB32));
            }
        QVERIFY(compared >= 2);
        if (QFile::exists(path + QStringLiteral("/class_names.txt")))
            QCOMPARE(bytesOf(out.path() + QStringLiteral("/class_names.txt")).trimmed(),
                     bytesOf(path + QStringLiteral("/class_names.txt")).trimmed());
        MemoryDataset second;
        QVERIFY_RESULT(read(out.path(), second));
        QVERIFY2(second.issues.empty(), qPrintable(second.issueText()));
        QCOMPARE(second.annotationCount(), first.annotationCount());
        for (std::size_t i = 0; i < first.arrival.size(); ++i) {
            QVERIFY(first.arrived(i).geometry == second.arrived(i).geometry);
            QVERIFY(first.arrived(i).extra == second.arrived(i).extra);
            QCOMPARE(first.classNameOf(first.arrived(i)), second.classNameOf(second.arrived(i)));
            QCOMPARE(first.arrived(i).role, second.arrived(i).role);
        }
    }

    // X-AnyLabeling's maps, cut down.
    void coloursOfAJsonMapAreFound()
    {
        const QTemporaryDir in;
        const auto classesOf = [&](const QByteArray &map, QRgb road) {
            static_cast<void>(put(in.path(), QStringLiteral("map.json"), map));
            QImage image = indexed(3, 1, {0, 2, 2});
            image.setColor(2, road);
            static_cast<void>(image.save(in.path() + QStringLiteral("/a.png")));
            MemoryDataset data;
            const auto done = read(in.path(), data, {{QStringLiteral("classes"), in.path() + QStringLiteral("/map.json")}});
            QStringList names;
            for (std::size_t i = 0; i < data.arrival.size(); ++i)
                names.append(data.classNameOf(data.arrived(i)));
            return done ? names.join(QLatin1Char(' ')) : done.error().text;
        };
        const QByteArray colours = R"({"type":"rgb","colors":{"Road":[128,64,128],"Sky":[70,130,180]},"label_priority":{}})";
        const QByteArray greys = R"({"type":"grayscale","colors":{"Sky":100,"Road":128}})";
        QCOMPARE(classesOf(colours, qRgb(128, 64, 128)), QStringLiteral("Road"));
        QCOMPARE(classesOf(colours, qRgb(1, 2, 3)), QStringLiteral("colour 1,2,3"));
        QCOMPARE(classesOf(greys, qRgb(128, 128, 128)), QStringLiteral("Road"));
        QVERIFY(classesOf("{}", qRgb(1, 2, 3)).contains(QStringLiteral("colors")));
    }

    // Made from the description of labelmap.txt in CVAT's documentation: RGB masks, classes known by colour alone.
    void cvatLabelMap()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("labelmap.txt"),
                           "# label:color_rgb:parts:actions\nbackground:0,0,0::\ndog:10,20,30::\ncat:200,0,0:head:run,sit\n"));
        QImage classes(3, 2, QImage::Format_RGB32);
        QImage objects(3, 2, QImage::Format_RGB32);
        classes.fill(qRgb(0, 0, 0));
        objects.fill(qRgb(0, 0, 0));
        classes.setPixel(0, 0, qRgb(200, 0, 0));
        classes.setPixel(1, 0, qRgb(10, 20, 30));
        classes.setPixel(2, 1, qRgb(10, 20, 30));
        classes.setPixel(1, 1, qRgb(224, 224, 192));
        objects.setPixel(0, 0, masks::vocColour(1));
        objects.setPixel(1, 0, masks::vocColour(2));
        objects.setPixel(2, 1, masks::vocColour(3));
        objects.setPixel(1, 1, qRgb(224, 224, 192));
        save(classes, in.path(), QStringLiteral("SegmentationClass/s/a.png"));
        save(objects, in.path(), QStringLiteral("SegmentationObject/s/a.png"));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("ImageSets/Segmentation/train.txt"), "s/a\ns/missing\n../../x\n"));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QCOMPARE(data.itemCount(), 1);
        QCOMPARE(data.annotationCount(), 4);
        QCOMPARE(data.classNameOf(data.arrived(0)), QStringLiteral("cat"));
        QCOMPARE(data.classNameOf(data.arrived(1)), QStringLiteral("dog"));
        QVERIFY((std::get<geometry::Mask>(data.arrived(1).geometry) == geometry::Mask{3, 2, {2, 1, 3}}));
        QVERIFY((std::get<geometry::Mask>(data.arrived(2).geometry) == geometry::Mask{3, 2, {5, 1}}));
        QVERIFY(data.arrived(3).role == model::Role::Ignore);
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        QCOMPARE(bytesOf(out.path() + QStringLiteral("/labelmap.txt")), bytesOf(in.path() + QStringLiteral("/labelmap.txt")));
        QCOMPARE(bytesOf(out.path() + QStringLiteral("/ImageSets/Segmentation/train.txt")), QByteArray("s/a\n"));
        for (const char *name : {"/SegmentationClass/s/a.png", "/SegmentationObject/s/a.png"})
            QCOMPARE(QImage(out.path() + QLatin1String(name)).convertToFormat(QImage::Format_RGB32),
                     QImage(in.path() + QLatin1String(name)).convertToFormat(QImage::Format_RGB32));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(difference(data, again), QString());
    }

    void semanticMasksAreOneLabelAClass()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("classes.txt"), "_background_\ncat\ndog\n"));
        save(indexed(4, 1, {1, 0, 1, 2}), in.path(), QStringLiteral("masks/a.png"));
        QImage(4, 1, QImage::Format_RGB32).save(in.path() + QStringLiteral("/a.jpg"));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QCOMPARE(data.annotationCount(), 2);
        QVERIFY((std::get<geometry::Mask>(data.arrived(0).geometry) == geometry::Mask{4, 1, {0, 1, 1, 1, 1}}));
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        QVERIFY(!QFileInfo::exists(out.path() + QStringLiteral("/SegmentationObject")));
        QCOMPARE(valuesOf(out.path() + QStringLiteral("/SegmentationClass/a.png")), QStringLiteral("1 0 1 2"));
    }

    void pixelsHiddenByOverlapAreCounted()
    {
        MemoryDataset data;
        const QString item = QStringLiteral("a.png");
        data.add(item, QStringLiteral("low"), geometry::Box{0, 0, 3, 1});
        data.items[0].width = 4;
        data.items[0].height = 2;
        data.add(item, QStringLiteral("high"), geometry::Box{1, 0, 2, 2}).zOrder = 1;
        data.add(item, QStringLiteral("low"), geometry::Box{2, 0, 1, 1});
        data.add(item, QStringLiteral("low"), geometry::Polyline{{{0, 0}, {1, 1}}});
        data.add(item, QStringLiteral("low"), geometry::Mask{2, 2, {0, 4}});
        data.add(item, QStringLiteral("low"), geometry::Box{0.6, 0.6, 0.1, 0.1}).score = 0.5;
        // Painted: low, low (hides 1), high (hides 2 of what is left). The second low is hidden altogether.
        const LossCounts expected{{QStringLiteral("boxes"), 3},
                                  {QStringLiteral("pixels hidden by overlap"), 3},
                                  {QStringLiteral("labels hidden altogether"), 1},
                                  {QStringLiteral("lines"), 1},
                                  {QStringLiteral("masks of another size than their picture"), 1},
                                  {QStringLiteral("shapes without a pixel"), 1}};
        QCOMPARE(lossesOf(data), expected);
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        QCOMPARE(valuesOf(out.path() + QStringLiteral("/SegmentationClass/a.png")), QStringLiteral("1 2 2 0 0 2 2 0"));
        QCOMPARE(valuesOf(out.path() + QStringLiteral("/SegmentationObject/a.png")), QStringLiteral("1 3 3 0 0 3 3 0"));
        QCOMPARE(lossesOf(data, {{QStringLiteral("kind"), QStringLiteral("semantic")}})
                     .at(QStringLiteral("labels that share a class with another of their picture")),
                 1);
    }

    void shapesHaveTheirPixels()
    {
        base::SeededRandom random(9);
        for (int round = 0; round < 300; ++round) {
            geometry::Ring ring;
            for (std::uint64_t i = 0; i < 3 + random.below(4); ++i)
                ring.push_back({random.uniform(-8, 30), random.uniform(-8, 30)});
            if (round % 10 == 0)
                ring = {{-5, -5}, {40, -5}, {40, 40}, {-5, 40}};
            const geometry::Polygon polygon{{{ring, {}}}};
            const auto mask = extension::pixelsOf(polygon, QSize(20, 15));
            QVERIFY(mask && geometry::whyInvalid(*mask).isEmpty());
            const geometry::Mask expected = geometry::rasterised(polygon, 20, 15);
            QCOMPARE(geometry::maskArea(*mask), geometry::maskArea(expected));
            QCOMPARE(geometry::maskIntersection(*mask, expected), geometry::maskArea(expected));
        }
    }

    void manyInstancesAndClassesTakeSixteenBits()
    {
        const auto pixel = [](std::uint32_t at) {
            return at == 299 ? geometry::Mask{300, 1, {299, 1}} : geometry::Mask{300, 1, {at, 1, 299 - at}};
        };
        MemoryDataset data;
        for (int i = 0; i < 300; ++i)
            data.add(QStringLiteral("a.png"), QStringLiteral("c%1").arg(i), pixel(std::uint32_t(i)));
        data.items[0].width = 300;
        data.items[0].height = 1;
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        for (const char *name : {"/SegmentationClass/a.png", "/SegmentationObject/a.png"})
            QCOMPARE(QImage(out.path() + QLatin1String(name)).format(), QImage::Format_Grayscale16);
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QVERIFY2(again.issues.empty(), qPrintable(again.issueText()));
        QCOMPARE(again.annotationCount(), 300);
        for (std::size_t i = 0; i < 300; ++i) {
            QCOMPARE(again.classNameOf(again.arrived(i)), data.classNameOf(data.arrived(i)));
            QCOMPARE(
                difference(model::geometryToJson(again.arrived(i).geometry), model::geometryToJson(data.arrived(i).geometry)),
                QString());
        }
        const QTemporaryDir two;
        QVERIFY_RESULT(write(again, two.path()));
        MemoryDataset third;
        QVERIFY_RESULT(read(two.path(), third));
        QCOMPARE(difference(again, third), QString());
    }

    void randomMasksSurvive()
    {
        base::SeededRandom random(3);
        for (int round = 0; round < 60; ++round) {
            const QTemporaryDir in;
            const int width = int(1 + random.below(9));
            const int height = int(1 + random.below(9));
            std::vector<int> classes;
            std::vector<int> instances;
            for (int i = 0; i < width * height; ++i) {
                const int class_ = int(random.below(4));
                classes.push_back(class_ == 3 ? 255 : class_);
                instances.push_back(class_ == 0 ? 0 : class_ == 3 ? 255 : int(random.below(5)) * 2 + class_ - 1);
            }
            QVERIFY_RESULT(put(in.path(), QStringLiteral("class_names.txt"), "_background_\ncat\ndog\n"));
            save(indexed(width, height, classes), in.path(), QStringLiteral("SegmentationClass/a.png"));
            save(indexed(width, height, instances), in.path(), QStringLiteral("SegmentationObject/a.png"));
            MemoryDataset data;
            QVERIFY_RESULT(read(in.path(), data));
            QCOMPARE(lossesOf(data), LossCounts());
            const QTemporaryDir out;
            QVERIFY_RESULT(write(data, out.path()));
            for (const char *name : {"/SegmentationClass/a.png", "/SegmentationObject/a.png"})
                QCOMPARE(valuesOf(out.path() + QLatin1String(name)), valuesOf(in.path() + QLatin1String(name)));
        }
    }

    void badPictures_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto png = [](const QImage &image) {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            image.save(&buffer, "PNG");
            return bytes;
        };
        const QByteArray fine = png(indexed(4, 4, std::vector<int>(16, 1)));
        QByteArray huge = fine;
        huge.replace(16, 8, QByteArray("\x7f\xff\xff\xff\x7f\xff\xff\xff", 8));
        QImage noise(400, 400, QImage::Format_RGB32);
        for (int i = 0; i < 160000; ++i)
            noise.setPixel(i % 400, i / 400, qRgb(i & 255, i >> 8 & 255, i >> 12 & 255));
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no PNG") << QByteArray("hello");
        QTest::newRow("truncated") << fine.left(60);
        QTest::newRow("huge") << huge;
        QTest::newRow("photograph") << png(noise);
    }
    void badPictures()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("class_names.txt"), "_background_\ncat\n"));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("SegmentationClass/bad.png"), bytes));
        save(indexed(2, 1, {0, 1}), in.path(), QStringLiteral("SegmentationClass/good.png"));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.annotationCount(), 1);
        QVERIFY2(data.issues.size() == 1 && data.issues[0].file == QLatin1String("SegmentationClass/bad.png"),
                 qPrintable(data.issueText()));
    }

    void oddDataBecomeIssues()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("class_names.txt"), "_background_\ncat\n\xff\xfe\ncat\n"));
        save(indexed(3, 1, {1, 17, 0}), in.path(), QStringLiteral("SegmentationClass/a.png"));
        save(indexed(3, 1, {2, 2, 5}), in.path(), QStringLiteral("SegmentationObject/a.png"));
        save(indexed(3, 1, {1, 1, 1}), in.path(), QStringLiteral("SegmentationClass/b.png"));
        save(indexed(1, 1, {1}), in.path(), QStringLiteral("SegmentationObject/b.png"));
        save(indexed(3, 1, {1, 1, 1}), in.path(), QStringLiteral("SegmentationClass/c.png"));
        save(indexed(9, 9, std::vector<int>(81, 1)), in.path(), QStringLiteral("JPEGImages/c.png"));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        std::set<QString> places;
        for (const Issue &issue : data.issues)
            places.insert(issue.file + QLatin1Char('|') + issue.place);
        const std::set<QString> expected{QStringLiteral("class_names.txt|line 3"),
                                         QStringLiteral("class_names.txt|cat"),
                                         QStringLiteral("SegmentationClass/a.png|instance 2"),
                                         QStringLiteral("SegmentationClass/a.png|instance 5"),
                                         QStringLiteral("SegmentationClass/b.png|"),
                                         QStringLiteral("SegmentationClass/c.png|")};
        QVERIFY2(places == expected, qPrintable(data.issueText()));
        QCOMPARE(data.annotationCount(), 3);
        QCOMPARE(data.classNameOf(data.arrived(1)), QStringLiteral("class 17"));
        // The numbers stay where they were, with a line for each number that has no class.
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        QCOMPARE(valuesOf(out.path() + QStringLiteral("/SegmentationClass/a.png")), QStringLiteral("1 17 0"));
        QVERIFY(bytesOf(out.path() + QStringLiteral("/class_names.txt")).contains("_unused_16\nclass 17\n"));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(int(again.classes.size()), 2);
    }

    void linksThatLeadOutAreNotFollowed()
    {
        const QTemporaryDir outside;
        save(indexed(2, 1, {1, 1}), outside.path(), QStringLiteral("objects/a.png"));
        QVERIFY_RESULT(put(outside.path(), QStringLiteral("secret.txt"), "nothing\nsecret\n"));
        const QTemporaryDir in;
        save(indexed(2, 1, {0, 1}), in.path(), QStringLiteral("SegmentationClass/a.png"));
        QVERIFY(QFile::link(outside.path() + QStringLiteral("/objects/a.png"),
                            in.path() + QStringLiteral("/SegmentationClass/b.png")));
        QVERIFY(QFile::link(outside.path() + QStringLiteral("/objects"), in.path() + QStringLiteral("/SegmentationObject")));
        QVERIFY(QFile::link(outside.path() + QStringLiteral("/secret.txt"), in.path() + QStringLiteral("/labels.txt")));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.itemCount(), 1);
        QCOMPARE(data.annotationCount(), 1);
        QCOMPARE(data.classNameOf(data.arrived(0)), QStringLiteral("class 1"));
        QVERIFY(data.arrived(0).extra.is_null());
    }

    void classLists()
    {
        const QTemporaryDir in;
        const auto namesOf = [&](const QString &file, const QByteArray &text) {
            static_cast<void>(put(in.path(), file, text));
            const auto list = masks::readClassList(in.path() + QLatin1Char('/') + file);
            QString names = list ? QString() : list.error().text;
            if (list)
                for (const masks::ClassEntry &e : list->entries)
                    names += QStringLiteral("%1=%2%3 ").arg(e.index).arg(e.name, e.colour ? QStringLiteral("*") : QString());
            return names;
        };
        QCOMPARE(namesOf(QStringLiteral("a.txt"), "__ignore__\n_background_\ncat\n"), QStringLiteral("0=_background_ 1=cat "));
        QCOMPARE(namesOf(QStringLiteral("a.txt"), "64 128 64\tAnimal\n192 0 128\tArch way\n"),
                 QStringLiteral("0=Animal* 1=Arch way* "));
        QCOMPARE(namesOf(QStringLiteral("a.txt"), "cat:1,2,3::\ndog:300,2,3::\n"),
                 QStringLiteral("0=cat:1,2,3:: 1=dog:300,2,3:: "));
        QCOMPARE(namesOf(QStringLiteral("a.txt"), ""), QString());
        QCOMPARE(namesOf(QStringLiteral("a.json"), "{\"colors\":{\"x\":[1,2,3],\"y\":7,\"z\":[1],\"w\":-1}}"),
                 QStringLiteral("1=x* 7=y* "));
        QVERIFY(namesOf(QStringLiteral("a.json"), QByteArray(1000, '[')).size() > 10);
        for (std::uint32_t i = 0; i < 5000; ++i)
            QCOMPARE(masks::vocNumber(masks::vocColour(i)), i);
        QCOMPARE(masks::vocColour(15), qRgb(192, 128, 128));  // person, as the VOC development kit says
    }

    void probes()
    {
        const QTemporaryDir in;
        QCOMPARE(int(format.probe(in.path()).confidence), int(extension::ProbeResult::None));
        save(indexed(1, 1, {1}), in.path(), QStringLiteral("masks/a.png"));
        QCOMPARE(int(format.probe(in.path()).confidence), int(extension::ProbeResult::Low));
        save(indexed(1, 1, {1}), in.path(), QStringLiteral("SegmentationClass/a.png"));
        QCOMPARE(int(format.probe(in.path()).confidence), int(extension::ProbeResult::Certain));
        QDir(in.path()).mkpath(QStringLiteral("Annotations"));
        QCOMPARE(int(format.probe(in.path()).confidence), int(extension::ProbeResult::Low));
    }

    void failuresAreWords()
    {
        const QTemporaryDir none;
        MemoryDataset data;
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::NotFound);
        QVERIFY_FAILS(read(none.path() + QStringLiteral("/x"), data), ErrorCode::NotFound);
        QVERIFY_FAILS(format.write(data, {none.path(), {{QStringLiteral("kind"), QStringLiteral("x")}}}),
                      ErrorCode::InvalidArgument);
        save(indexed(1, 1, {1}), none.path(), QStringLiteral("SegmentationClass/a.png"));
        QVERIFY_FAILS(read(none.path(), data, {{QStringLiteral("classes"), none.path() + QStringLiteral("/none.txt")}}),
                      ErrorCode::NotFound);
        data.failAfterBatches = 0;
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::NoSpace);
        data.jobControl.cancel();
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::Cancelled);
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::MasksTest)
#include "tst_masks.moc"
