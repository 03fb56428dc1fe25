// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "plugins/formats/voc/vocformat.h"
#include "plugins/formats/voc/vocmasks.h"
#include "plugins/formats/voc/vocxml.h"
#include "tests/support/formatattack.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QDirIterator>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline::test {

namespace {

const voc::VocFormat format;

Result<> writeTo(const MemoryDataset &data, const QString &folder, const extension::FormatOptions &options = {})
{
    return writeFormat(format, data, folder, options);
}

/// Pixels row by row as a palette picture of 4 × 2.
void savePixels(const QString &path, const std::vector<int> &values, QSize size = {4, 2})
{
    QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
    QImage image(size, QImage::Format_Indexed8);
    image.setColorTable(voc::colourMap());
    image.fill(0);
    for (std::size_t i = 0; i < values.size(); ++i)
        image.setPixel(static_cast<int>(i) % size.width(), static_cast<int>(i) / size.width(), static_cast<uint>(values[i]));
    QVERIFY(image.save(path));
}

QByteArray object(const char *name, int xmin, int ymin, int xmax, int ymax)
{
    return "<object><name>" + QByteArray(name) + "</name><bndbox><xmin>" + QByteArray::number(xmin) + "</xmin><ymin>"
           + QByteArray::number(ymin) + "</ymin><xmax>" + QByteArray::number(xmax) + "</xmax><ymax>" + QByteArray::number(ymax)
           + "</ymax></bndbox></object>";
}

void saveXml(const QString &folder, const QByteArray &objects)
{
    QVERIFY(QDir(folder).mkpath(QStringLiteral("Annotations")));
    QVERIFY_RESULT(base::writeFileAtomically(
        folder + QStringLiteral("/Annotations/a.xml"),
        "<annotation><filename>a.png</filename><size><width>4</width><height>2</height><depth>3</depth></size>" + objects
            + "</annotation>"));
}

QString classFile(const QString &folder)
{
    return folder + QStringLiteral("/SegmentationClass/a.png");
}

QString objectFile(const QString &folder)
{
    return folder + QStringLiteral("/SegmentationObject/a.png");
}

}  // namespace

class VocMasksTest : public QObject
{
    Q_OBJECT

private slots:
    // Qt's reader compares each attribute of a tag with each.
    void hugeTagsAreRefused()
    {
        const auto xml = [](int attributes) {
            QByteArray text = "<annotation><!-- it's > a = b --><filename>a.png</filename><object";
            for (int i = 0; i < attributes; ++i)
                text += " a" + QByteArray::number(i) + "='=='";
            return text + "/></annotation>";
        };
        QVERIFY(voc::parseXml(xml(2000)).problem.isEmpty());
        const auto started = voc::parseXml(xml(1'000'000));
        QVERIFY2(started.problem.contains(QStringLiteral("2048")), qPrintable(started.problem));
    }

    void accidentsAreSurvived() { QVERIFY_RESULT(attack(format, 30)); }

    void colourMapIsThatOfTheKit()
    {
        const QList<QRgb> map = voc::colourMap();
        QCOMPARE(map[1], qRgb(128, 0, 0));
        QCOMPARE(map[15], qRgb(192, 128, 128));
        QCOMPARE(map[20], qRgb(0, 64, 128));
        QCOMPARE(map[255], qRgb(224, 224, 192));
    }

    void samplesComeBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("relative");
        QTest::addColumn<int>("annotations");
        QTest::newRow("labelme") << "annotations/labelme/instance_segmentation/data_dataset_voc" << 14;
        QTest::newRow("datumaro") << "annotations/datumaro/voc_dataset/voc_dataset1" << 3;
    }
    void samplesComeBackAsTheyWere()
    {
        QFETCH(QString, relative);
        QFETCH(int, annotations);
        if (samplesFolder().isEmpty() || !QFileInfo::exists(samplesFolder() + QLatin1Char('/') + relative))
            QSKIP("sample data are not on this machine (set PLUMBLINE_SAMPLES)");
        const QString path = samplesFolder() + QLatin1Char('/') + relative;
        MemoryDataset first;
        QVERIFY_RESULT(format.read({path, {}, {}}, first));
        QCOMPARE(first.issueText(IssueSeverity::Problem), QString());
        QCOMPARE(first.annotationCount(), annotations);
        const QTemporaryDir out;
        QVERIFY_RESULT(writeTo(first, out.path()));
        for (const char *kind : {"SegmentationClass", "SegmentationObject"}) {
            for (QDirIterator files(path + QLatin1Char('/') + QLatin1String(kind), QDir::Files); files.hasNext();) {
                const QString file = files.next();
                const QImage before = QImage(file).convertToFormat(QImage::Format_RGB32);
                const QImage after = QImage(out.filePath(QLatin1String(kind) + QLatin1Char('/') + files.fileName()))
                                         .convertToFormat(QImage::Format_RGB32);
                QVERIFY2(before == after, qPrintable(file));
            }
        }
        QVERIFY(format.checkExport(first, {out.path(), {}})->empty());
        QCOMPARE(first.writtenAnnotations, annotations);
        MemoryDataset second;
        QVERIFY_RESULT(format.read({out.path(), path + QStringLiteral("/JPEGImages"), {}}, second));
        for (MemoryDataset *data : {&first, &second})  // pictures in no set are put into "train"
            for (auto &item : data->items)
                for (const char *key : {"sets", "masksets"})
                    item.extra["voc"].erase(key);
        QCOMPARE(difference(first, second), QString());
    }

    void numbersAreTheObjectsOfTheXmlFile()
    {
        const QTemporaryDir in;
        saveXml(in.path(), object("dog", 4, 1, 4, 2) + object("cat", 1, 1, 3, 2));
        savePixels(classFile(in.path()), {8, 8, 255, 0, 8, 0, 15, 0});
        savePixels(objectFile(in.path()), {2, 2, 255, 0, 2, 0, 7, 0});
        MemoryDataset data;
        QVERIFY_RESULT(format.read({in.path(), {}, {}}, data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QCOMPARE(data.annotationCount(), 4);
        QVERIFY(std::holds_alternative<geometry::Box>(data.arrived(0).geometry));
        QVERIFY((std::get<geometry::Mask>(data.arrived(1).geometry) == geometry::Mask{4, 2, {0, 3, 5}}));
        QCOMPARE(data.classNameOf(data.arrived(1)), QStringLiteral("cat"));
        QCOMPARE(data.classNameOf(data.arrived(2)), QStringLiteral("person"));
        QVERIFY(data.arrived(3).role == model::Role::Ignore);
        QVERIFY(data.arrived(3).labelClass.isNull());
        const QTemporaryDir out;
        QVERIFY_RESULT(writeTo(data, out.path()));
        QCOMPARE(QImage(classFile(out.path())), QImage(classFile(in.path())));
        QCOMPARE(QImage(objectFile(out.path())), QImage(objectFile(in.path())));
        const QByteArray xml = *base::readFile(out.filePath(QStringLiteral("Annotations/a.xml")), 1 << 20);
        QVERIFY(xml.contains("<xmax>3</xmax>"));  // the box that came with the mask, which is narrower
        QCOMPARE(xml.count("<object>"), 2);
        // An edited mask has its own box.
        data.annotations[0][1].geometry = geometry::Mask{4, 2, {0, 1, 7}};
        const QTemporaryDir edited;
        QVERIFY_RESULT(writeTo(data, edited.path()));
        QVERIFY(!base::readFile(edited.filePath(QStringLiteral("Annotations/a.xml")), 1 << 20)->contains("<xmax>3</xmax>"));
    }

    void shapesOfTheProjectAreDrawn()
    {
        MemoryDataset data;
        const QString item = QStringLiteral("a.png");
        data.add(item, QStringLiteral("bolt"), geometry::Polygon{{{{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {}}}});
        data.add(item, QStringLiteral("person"), geometry::Mask{10, 10, {0, 2, 98}});
        data.add(item, QStringLiteral("bolt"), geometry::Box{5, 5, 2, 2});
        data.add(item, {}, geometry::Mask{10, 10, {99, 1}}).role = model::Role::Ignore;
        data.items[0].width = data.items[0].height = 10;
        const LossCounts counts = lossesOf(format, data);
        const std::map<QString, std::int64_t> expected{{QStringLiteral("polygons"), 1},
                                                       {QStringLiteral("labels that others cover in part"), 1}};
        QCOMPARE(counts, expected);
        const QTemporaryDir out;
        QVERIFY_RESULT(writeTo(data, out.path()));
        const QImage classes(classFile(out.path()));
        QCOMPARE(classes.pixelIndex(1, 1), 1);  // bolt has the first free number
        QCOMPARE(classes.pixelIndex(0, 0), 15);  // person has that of VOC
        QCOMPARE(classes.pixelIndex(9, 9), 255);
        const QImage objects(objectFile(out.path()));
        QCOMPARE(objects.pixelIndex(1, 1), 1);
        QCOMPARE(objects.pixelIndex(0, 0), 2);
        QVERIFY(base::readFile(out.filePath(QStringLiteral("labelmap.txt")), 1 << 20)->contains("bolt:128,0,0::\n"));
        MemoryDataset again;
        QVERIFY_RESULT(format.read({out.path(), {}, {}}, again));
        QCOMPARE(again.annotationCount(), 4);
        QCOMPARE(again.classNameOf(again.arrived(0)), QStringLiteral("bolt"));
        const QTemporaryDir plain;
        QVERIFY_RESULT(writeTo(data, plain.path(), {{QStringLiteral("masks"), QStringLiteral("none")}}));
        QVERIFY(!QFileInfo::exists(classFile(plain.path())));
    }

    void badPicturesAreTold()
    {
        const QTemporaryDir in;
        saveXml(in.path(), object("dog", 1, 1, 2, 2));
        savePixels(classFile(in.path()), {12, 12});
        const QByteArray whole = *base::readFile(classFile(in.path()), 1 << 20);
        QByteArray huge = whole;
        huge.replace(16, 8, QByteArray::fromHex("0001000000010000"));
        for (const QByteArray &broken : {QByteArray(), QByteArray("x"), whole.first(40), huge}) {
            QVERIFY_RESULT(base::writeFileAtomically(classFile(in.path()), broken));
            MemoryDataset data;
            QVERIFY_RESULT(format.read({in.path(), {}, {}}, data));
            QCOMPARE(data.annotationCount(), 1);
            QCOMPARE(data.issues.size(), std::size_t(1));
            QCOMPARE(data.issues[0].file, QStringLiteral("SegmentationClass/a.png"));
        }
        // Another size than the picture is told, another one than its companion is refused.
        savePixels(classFile(in.path()), {12, 12}, {3, 3});
        MemoryDataset other;
        QVERIFY_RESULT(format.read({in.path(), {}, {}}, other));
        QCOMPARE(other.issues.size(), std::size_t(1));
        QVERIFY(other.issues[0].text.contains(QStringLiteral("3 × 3")));
        savePixels(objectFile(in.path()), {1, 1});
        MemoryDataset refused;
        QVERIFY_RESULT(format.read({in.path(), {}, {}}, refused));
        QCOMPARE(refused.annotationCount(), 1);
        QVERIFY(refused.issues[0].text.contains(QStringLiteral("left out")));
        // A number without a name.
        QVERIFY(QFile::remove(objectFile(in.path())));
        savePixels(classFile(in.path()), {77});
        MemoryDataset strange;
        QVERIFY_RESULT(format.read({in.path(), {}, {}}, strange));
        QCOMPARE(strange.annotationCount(), 2);
        QCOMPARE(strange.classNameOf(strange.arrived(1)), QStringLiteral("class 77"));
        QCOMPARE(strange.issues.size(), std::size_t(1));
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::VocMasksTest)
#include "tst_vocmasks.moc"
