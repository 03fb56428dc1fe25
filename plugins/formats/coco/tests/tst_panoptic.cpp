// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "core/geometry/mask.h"
#include "plugins/formats/coco/cocoformat.h"
#include "plugins/formats/coco/panopticformat.h"
#include "tests/support/formatattack.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline::test {

namespace {

const coco::PanopticFormat format;

Json jsonOf(const QString &path)
{
    const auto text = base::readFile(path, 1 << 24);
    return text ? base::parseJson(*text).value_or(Json()) : Json();
}

Result<QStringList> writeTo(const MemoryDataset &data, const QString &folder)
{
    const extension::ExportRequest request{folder, {}};
    const auto planned = format.plannedOutputs(data, request);
    auto written = format.write(data, request);
    if (planned && written && *planned != *written)
        return fail(ErrorCode::Corrupt, QStringLiteral("planned and written files differ"));
    for (const QString &file : written ? *written : QStringList())
        if (!QFileInfo::exists(folder + QLatin1Char('/') + file))
            return fail(ErrorCode::Corrupt, file + QStringLiteral(" was not written"));
    return written;
}

/// annotations/panoptic_val.json with one picture of 4 × 2 pixels whose PNG holds these ids, row by row.
void makeSet(const QString &folder, const std::vector<unsigned> &ids, const QByteArray &segments, QSize size = {4, 2})
{
    QVERIFY(QDir(folder).mkpath(QStringLiteral("annotations/panoptic_val")));
    QImage png(size, QImage::Format_RGB888);
    png.fill(Qt::black);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const int x = static_cast<int>(i) % size.width();
        const int y = static_cast<int>(i) / size.width();
        png.setPixelColor(x, y, QColor(ids[i] & 0xFF, (ids[i] >> 8) & 0xFF, (ids[i] >> 16) & 0xFF));
    }
    QVERIFY(png.save(folder + QStringLiteral("/annotations/panoptic_val/a.png")));
    QVERIFY_RESULT(base::writeFileAtomically(
        folder + QStringLiteral("/annotations/panoptic_val.json"),
        R"({"images":[{"id":1,"file_name":"a.jpg","width":4,"height":2},{"id":2,"file_name":"b.jpg","width":4,"height":2}],
        "categories":[{"id":1,"name":"car","isthing":1},{"id":2,"name":"road","isthing":0}],
        "annotations":[{"image_id":1,"file_name":"a.png","segments_info":[)"
            + segments + "]}]}"));
}

}  // namespace

class PanopticTest : public QObject
{
    Q_OBJECT

private slots:
    void masksLargerThanTheirPictureCostNothing()
    {
        MemoryDataset data;
        for (const auto &[width, height] : {std::pair{65535U, 65535U}, {4'000'000'000U, 1U}, {1U, 4'000'000'000U}})
            data.add(QStringLiteral("a.png"), QStringLiteral("cat"), geometry::Mask{width, height, {0, width * height}});
        data.items[0].width = data.items[0].height = 10;
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
    }

    void accidentsAreSurvived() { QVERIFY_RESULT(attack(format, 60)); }

    void samplesComeBackAsTheyWere()
    {
        PLUMBLINE_SAMPLE(path, "annotations/datumaro/coco_dataset/coco_panoptic");
        MemoryDataset first;
        QVERIFY_RESULT(format.read({path, {}, {}}, first));
        QCOMPARE(first.annotationCount(), 3);
        QCOMPARE(first.issueText(IssueSeverity::Problem), QString());
        for (const auto &item : first.items)
            QVERIFY2(QFileInfo(item.path).isFile(), qPrintable(item.name));
        QVERIFY(first.arrived(1).role == model::Role::Crowd || first.arrived(2).role == model::Role::Crowd);
        const QTemporaryDir folder;
        QVERIFY_RESULT(writeTo(first, folder.path()));
        QCOMPARE(first.writtenAnnotations, 3);
        for (const char *split : {"train", "val"}) {
            const QString name = QStringLiteral("/annotations/panoptic_%1").arg(QLatin1String(split));
            QCOMPARE(
                difference(jsonOf(path + name + QStringLiteral(".json")), jsonOf(folder.path() + name + QStringLiteral(".json"))),
                QString());
            const QString png = name + (split == std::string_view("train") ? QStringLiteral("/a.png") : QStringLiteral("/b.png"));
            QCOMPARE(QImage(folder.path() + png).convertToFormat(QImage::Format_RGB32),
                     QImage(path + png).convertToFormat(QImage::Format_RGB32));
        }
        QVERIFY(format.checkExport(first, {folder.path(), {}})->empty());
        MemoryDataset second;
        QVERIFY_RESULT(format.read({folder.path(), {}, {}}, second));
        QCOMPARE(difference(first, second), QString());
    }

    void segmentsBecomeMasks()
    {
        const QTemporaryDir folder;
        makeSet(
            folder.path(), {7, 7, 70000, 0, 7, 0, 70000, 0},
            R"({"id":7,"category_id":1,"area":3,"bbox":[0,0,2,2],"iscrowd":1,"note":"x"},{"id":70000,"category_id":2,"area":2,"bbox":[2,0,1,2]})");
        MemoryDataset data;
        QVERIFY_RESULT(format.read({folder.path(), {}, {}}, data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QCOMPARE(data.itemCount(), 2);
        QVERIFY((std::get<geometry::Mask>(data.arrived(0).geometry) == geometry::Mask{4, 2, {0, 3, 5}}));
        QVERIFY((std::get<geometry::Mask>(data.arrived(1).geometry) == geometry::Mask{4, 2, {4, 2, 2}}));
        QVERIFY(data.arrived(0).role == model::Role::Crowd);
        QCOMPARE(data.classNameOf(data.arrived(1)), QStringLiteral("road"));
        const QTemporaryDir out;
        QVERIFY_RESULT(writeTo(data, out.path()));
        Json before = jsonOf(folder.filePath(QStringLiteral("annotations/panoptic_val.json")));
        before["annotations"][0]["segments_info"][1]["iscrowd"] = 0;
        const Json after = jsonOf(out.filePath(QStringLiteral("annotations/panoptic_val.json")));
        QCOMPARE(difference(before["annotations"], after["annotations"]), QString());
        QCOMPARE(difference(before["categories"], after["categories"]), QString());
    }

    void overlapsAreTold()
    {
        MemoryDataset data;
        const QString item = QStringLiteral("a.jpg");
        data.add(item, QStringLiteral("x"), geometry::Box{0, 0, 4, 4});
        data.add(item, QStringLiteral("x"), geometry::Box{2, 0, 4, 4});
        data.add(item, QStringLiteral("x"), geometry::Box{8, 8, 1, 1});
        data.add(item, QStringLiteral("x"), geometry::Box{8, 8, 1, 1});
        data.add(item, QStringLiteral("x"), geometry::Polyline{{{0, 0}, {1, 1}}});
        data.add(item, {}, geometry::Box{0, 0, 1, 1});
        data.add(item, QStringLiteral("x"), geometry::Box{0, 0, 4, 4}).role = model::Role::Ignore;
        data.add(item, QStringLiteral("x"), geometry::Box{5, 5, 1, 1}).zOrder = -1;
        data.items[0].width = data.items[0].height = 10;
        const LossCounts counts = lossesOf(format, data);
        const std::map<QString, std::int64_t> expected{{QStringLiteral("boxes"), 5},
                                                       {QStringLiteral("lines"), 1},
                                                       {QStringLiteral("labels without a class"), 1},
                                                       {QStringLiteral("ignore regions"), 1},
                                                       {QStringLiteral("labels that others cover"), 1},
                                                       {QStringLiteral("labels that others cover in part"), 1}};
        QCOMPARE(counts, expected);
        const QTemporaryDir out;
        QVERIFY_RESULT(writeTo(data, out.path()));
        QCOMPARE(data.writtenAnnotations, 4);
        const Json file = jsonOf(out.filePath(QStringLiteral("annotations/panoptic_train.json")));
        const Json &segments = file["annotations"][0]["segments_info"];
        QCOMPARE(segments.size(), std::size_t(4));
        QCOMPARE(segments[0]["area"].get<int>(), 8);
        QCOMPARE(segments[0]["bbox"].dump(), std::string("[0,0,2,4]"));
        MemoryDataset again;
        QVERIFY_RESULT(format.read({out.path(), {}, {}}, again));
        QVERIFY2(again.issues.empty(), qPrintable(again.issueText()));
        QCOMPARE(again.annotationCount(), 4);
    }

    void badInput_data()
    {
        QTest::addColumn<QByteArray>("segments");
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("good");
        const QByteArray good = R"({"id":7,"category_id":1})";
        QTest::newRow("no id") << good + R"(,{"category_id":1})"
                               << "annotations[0].segments_info[1].id" << 1;
        QTest::newRow("id too large") << good + R"(,{"id":16777216,"category_id":1})"
                                      << "annotations[0].segments_info[1].id" << 1;
        QTest::newRow("id 0") << good + R"(,{"id":0,"category_id":1})"
                              << "annotations[0].segments_info[1].id" << 1;
        QTest::newRow("id NaN") << good + R"(,{"id":NaN,"category_id":1})"
                                << "annotations[0].segments_info[1].id" << 1;
        QTest::newRow("id twice") << good + ',' + good << "annotations[0].segments_info[1].id" << 1;
        QTest::newRow("no pixels") << good + R"(,{"id":8,"category_id":1})"
                                   << "annotations[0].segments_info[1]" << 1;
        QTest::newRow("no category") << QByteArray(R"({"id":7})") << "annotations[0].segments_info[0].category_id" << 1;
        QTest::newRow("unknown category") << QByteArray(R"({"id":7,"category_id":9})")
                                          << "annotations[0].segments_info[0].category_id" << 1;
        QTest::newRow("no object") << good + ",3"
                                   << "annotations[0].segments_info[1].id" << 1;
        QTest::newRow("unlisted pixels") << QByteArray() << "annotations[0].file_name" << 0;
        QTest::newRow("crowd") << QByteArray(R"({"id":7,"category_id":1,"iscrowd":3})")
                               << "annotations[0].segments_info[0].iscrowd" << 1;
    }
    void badInput()
    {
        QFETCH(QByteArray, segments);
        QFETCH(QString, place);
        QFETCH(int, good);
        const QTemporaryDir folder;
        makeSet(folder.path(), {7, 7}, segments);
        MemoryDataset data;
        QVERIFY_RESULT(format.read({folder.path(), {}, {}}, data));
        QCOMPARE(data.annotationCount(), good);
        QCOMPARE(data.issues.size(), std::size_t(1));
        QCOMPARE(data.issues[0].place, place);
        QCOMPARE(data.issues[0].file, QStringLiteral("annotations/panoptic_val.json"));
    }

    void picturesThatDoNotFitAreTold()
    {
        const QTemporaryDir folder;
        const QByteArray segment = R"({"id":7,"category_id":1})";
        makeSet(folder.path(), {7}, segment, {3, 3});
        MemoryDataset other;
        QVERIFY_RESULT(format.read({folder.path(), {}, {}}, other));
        QCOMPARE(other.annotationCount(), 1);
        QCOMPARE(other.issues.size(), std::size_t(1));
        QVERIFY(other.issues[0].text.contains(QStringLiteral("3 × 3")));

        const QString png = folder.filePath(QStringLiteral("annotations/panoptic_val/a.png"));
        const QByteArray whole = *base::readFile(png, 1 << 20);
        QByteArray huge = whole;
        huge.replace(16, 8, QByteArray::fromHex("0001000000010000"));
        for (const QByteArray &broken : {whole.first(whole.size() / 2), huge, QByteArray("no picture"), QByteArray()}) {
            QVERIFY_RESULT(base::writeFileAtomically(png, broken));
            MemoryDataset data;
            QVERIFY_RESULT(format.read({folder.path(), {}, {}}, data));
            QCOMPARE(data.issues.size(), std::size_t(data.annotationCount() == 0 ? 1 : 2));
        }
        QVERIFY(QFile::remove(png));
        MemoryDataset missing;
        QVERIFY_RESULT(format.read({folder.path(), {}, {}}, missing));
        QCOMPARE(missing.annotationCount(), 0);
        QVERIFY(missing.issues[0].text.contains(QStringLiteral("segments")));
    }

    void truncatedAnywhereNeverCrashes()
    {
        const QTemporaryDir folder;
        makeSet(folder.path(), {7, 9}, R"({"id":7,"category_id":1},{"id":9,"category_id":2})");
        const QString path = folder.filePath(QStringLiteral("annotations/panoptic_val.json"));
        const QByteArray whole = *base::readFile(path, 1 << 20);
        for (qsizetype size = 0; size < whole.size(); size += 3) {
            QVERIFY_RESULT(base::writeFileAtomically(path, whole.first(size)));
            MemoryDataset data;
            const auto read = format.read({path, {}, {}}, data);
            QVERIFY(!read || !data.issues.empty());
        }
    }

    void namesDoNotLeaveTheFolder()
    {
        const QTemporaryDir folder;
        makeSet(folder.path(), {7}, R"({"id":7,"category_id":1})");
        const QString path = folder.filePath(QStringLiteral("annotations/panoptic_val.json"));
        QByteArray text = *base::readFile(path, 1 << 20);
        QVERIFY(QFile::rename(folder.filePath(QStringLiteral("annotations/panoptic_val/a.png")),
                              folder.filePath(QStringLiteral("a.png"))));
        QVERIFY_RESULT(base::writeFileAtomically(path, text.replace("\"a.png\"", "\"../../a.png\"")));
        MemoryDataset data;
        QVERIFY_RESULT(format.read({path, {}, {}}, data));
        QCOMPARE(data.annotationCount(), 0);
        QCOMPARE(data.issues[0].place, QStringLiteral("annotations[0].file_name"));
    }

    void probes()
    {
        const QTemporaryDir folder;
        makeSet(folder.path(), {7}, R"({"id":7,"category_id":1})");
        QVERIFY(format.probe(folder.path()).confidence == extension::ProbeResult::Certain);
        QVERIFY(coco::CocoFormat().probe(folder.path()).confidence < extension::ProbeResult::Medium);
        const QTemporaryDir instances;
        QVERIFY_RESULT(base::writeFileAtomically(
            instances.filePath(QStringLiteral("labels.json")),
            R"({"images":[{"id":1,"file_name":"a.jpg"}],"annotations":[{"image_id":1,"bbox":[1,1,1,1]}]})"));
        QVERIFY(format.probe(instances.path()).confidence == extension::ProbeResult::None);
        MemoryDataset data;
        QVERIFY_FAILS(format.read({instances.path(), {}, {}}, data), ErrorCode::NotFound);
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::PanopticTest)
#include "tst_panoptic.moc"
