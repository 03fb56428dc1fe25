// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/tests/tst_coco.h"

#include "core/base/atomicfile.h"
#include "plugins/formats/coco/annotationrecord.h"
#include "plugins/formats/coco/cocoformat.h"
#include "tests/support/formatattack.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace plumbline::test {

namespace {

// One picture, one class, a good label on either side of the bad one.
QByteArray around(const QByteArray &bad)
{
    return R"({"images":[{"id":1,"file_name":"a.png","width":10,"height":10}],"categories":[{"id":1,"name":"x"}],"annotations":[
        {"id":1,"image_id":1,"category_id":1,"bbox":[0,0,1,1]},)"
           + bad + R"(,
        {"id":3,"image_id":1,"category_id":1,"bbox":[0,0,3,3]}]})";
}

QByteArray label(const QByteArray &rest)
{
    return R"({"id":2,"image_id":1,"category_id":1,)" + rest + '}';
}

}  // namespace

void CocoTest::badInput_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<int>("kept");
    const auto row = [](const char *name, const QByteArray &text, const char *place, int kept) {
        QTest::newRow(name) << text << QString::fromLatin1(place) << kept;
    };
    row("missing image", around(R"({"id":2,"image_id":9,"category_id":1,"bbox":[0,0,1,1]})"), "annotations[1].image_id", 2);
    row("no image id", around(R"({"id":2,"category_id":1,"bbox":[0,0,1,1]})"), "annotations[1].image_id", 2);
    row("unknown category", around(R"({"id":2,"image_id":1,"category_id":18,"bbox":[0,0,1,1]})"), "annotations[1].category_id",
        3);
    row("no category", around(R"({"id":2,"image_id":1,"bbox":[0,0,1,1]})"), "annotations[1].category_id", 3);
    row("NaN box", around(label(R"("bbox":[NaN,0,1,1])")), "annotations[1].bbox", 2);
    row("infinite box", around(label(R"("bbox":[0,0,Infinity,1])")), "annotations[1].bbox", 2);
    row("overflowing box", around(label(R"("bbox":[0,0,1e999,1])")), "", 2);
    row("negative box", around(label(R"("bbox":[0,0,-1,1])")), "annotations[1].bbox", 2);
    row("short box", around(label(R"("bbox":[0,0,1])")), "annotations[1].bbox", 2);
    row("text in box", around(label(R"("bbox":[0,0,"1",1])")), "annotations[1].bbox", 2);
    row("box is an object", around(label(R"("bbox":{"x":1})")), "annotations[1].bbox", 2);
    row("nested box", around(label(R"("bbox":[[0,0,1,1]])")), "annotations[1].bbox", 2);
    row("no shape", around(label(R"("area":1)")), "annotations[1]", 2);
    row("duplicate id", around(R"({"id":1,"image_id":1,"category_id":1,"bbox":[0,0,1,1]})"), "annotations[1].id", 3);
    row("fractional id", around(R"({"id":1.5,"image_id":1,"category_id":1,"bbox":[0,0,1,1]})"), "annotations[1].id", 3);
    row("run list too short", around(label(R"("segmentation":{"size":[10,10],"counts":[1,2]})")), "annotations[1].segmentation",
        2);
    row("run list overflows", around(label(R"("segmentation":{"size":[10,10],"counts":[4294967295,4294967295]})")),
        "annotations[1].segmentation", 2);
    row("negative run", around(label(R"("segmentation":{"size":[10,10],"counts":[-5,105]})")), "annotations[1].segmentation", 2);
    row("compressed too short", around(label(R"("segmentation":{"size":[10,10],"counts":"12"})")), "annotations[1].segmentation",
        2);
    row("compressed broken", around(label(R"("segmentation":{"size":[10,10],"counts":"o"})")), "annotations[1].segmentation", 2);
    row("mask without size", around(label(R"("segmentation":{"counts":[100]})")), "annotations[1].segmentation", 2);
    row("mask without counts", around(label(R"("segmentation":{"size":[1,1]})")), "annotations[1].segmentation", 2);
    row("two corners", around(label(R"("segmentation":[[0,0,1,1]])")), "annotations[1].segmentation[0]", 2);
    row("two corners but a box", around(label(R"("bbox":[0,0,1,1],"segmentation":[[0,0,1,1]])")),
        "annotations[1].segmentation[0]", 3);
    row("odd coordinates", around(label(R"("segmentation":[[0,0,1,1,2,2],[0,0,1,1,2,2,3]])")), "annotations[1].segmentation[1]",
        3);
    row("NaN corner", around(label(R"("segmentation":[[0,0,1,1,2,NaN]])")), "annotations[1].segmentation[0]", 2);
    row("flat polygon", around(label(R"("segmentation":[0,0,1,1,2,2])")), "annotations[1].segmentation", 2);
    row("segmentation is a text", around(label(R"("segmentation":"x")")), "annotations[1].segmentation", 2);
    row("key points not in threes", around(label(R"("keypoints":[1,2])")), "annotations[1].keypoints", 2);
    row("visibility 3", around(label(R"("keypoints":[1,2,3])")), "annotations[1].keypoints", 2);
    row("crowd 2", around(label(R"("bbox":[0,0,1,1],"iscrowd":2)")), "annotations[1].iscrowd", 3);
    row("area is a text", around(label(R"("bbox":[0,0,1,1],"area":"3")")), "annotations[1].area", 3);
    row("panoptic", around(label(R"("segments_info":[{"id":1}])")), "annotations[1].segments_info", 2);
    row("a number", around("5"), "annotations[1]", 2);
    row("a list", around("[1,[2]]"), "annotations[1]", 2);
    row("null", around("null"), "annotations[1]", 2);
    row("10,000 levels in a label",
        around(label(R"("bbox":[0,0,1,1],"deep":)" + QByteArray(10000, '[') + QByteArray(10000, ']'))), "annotations[1]", 2);
    row("deep segmentation", around(label(R"("segmentation":)" + QByteArray(10000, '[') + QByteArray(10000, ']'))),
        "annotations[1]", 2);
    row("broken label", around(R"({"id":2,"image_id":1,,"bbox":[0,0,1,1]})"), "", 2);
    row("bad number", around(label(R"("bbox":[0,0,1.,1])")), "", 2);
    row("not UTF-8 in a label", around(label("\"bbox\":[0,0,1,1],\"note\":\"\xff\"")), "annotations[1]", 2);

    const auto images = [](const QByteArray &image) {
        return R"({"images":[)" + image + R"(,{"id":1,"file_name":"a.png"}],"categories":[{"id":1,"name":"x"}],"annotations":[
            {"id":1,"image_id":1,"category_id":1,"bbox":[0,0,1,1]},{"id":2,"image_id":2,"category_id":1,"bbox":[0,0,1,1]}]})";
    };
    row("name leads out", images(R"({"id":2,"file_name":"../../etc/passwd"})"), "images[0].file_name", 1);
    row("absolute name", images(R"({"id":2,"file_name":"/etc/passwd"})"), "images[0].file_name", 1);
    row("drive name", images(R"({"id":2,"file_name":"C:\\x.jpg"})"), "images[0].file_name", 1);
    row("name with NUL", images(R"({"id":2,"file_name":"a\u0000.jpg"})"), "images[0].file_name", 1);
    row("name not UTF-8", images("{\"id\":2,\"file_name\":\"a\xff.jpg\"}"), "images[0]", 1);
    row("no name", images(R"({"id":2})"), "images[0].file_name", 1);
    row("no id", images(R"({"file_name":"b.jpg"})"), "images[0].id", 1);
    row("image twice", images(R"({"id":1,"file_name":"b.jpg"})"), "images[1].id", 1);
    row("image is a number", images("3"), "images[0]", 1);
    row("deep image", images(R"({"id":2,"file_name":"b.jpg","d":)" + QByteArray(10000, '[') + QByteArray(10000, ']') + '}'),
        "images[0]", 1);
    row("broken image", images(R"({"id":2,"file_name":b.jpg})"), "", 1);
    row("truncated", around(label(R"("bbox":[0,0,1,1])")).chopped(40), "", 2);
    row("images is an object", R"({"images":{},"categories":[],"annotations":[]})", "images", 0);
    row("annotations is a text", R"({"images":[],"annotations":"x"})", "annotations", 0);
    row("category without name",
        R"({"images":[{"id":1,"file_name":"a.png"}],"categories":[{"id":1}],"annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[0,0,1,1]}]})",
        "categories[0].name", 1);
    row("huge root depth",
        QByteArray(R"({"images":[],"info":)") + QByteArray(10000, '[') + QByteArray(10000, ']') + R"(,"annotations":[]})", "info",
        0);
}

void CocoTest::badInput()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    QFETCH(int, kept);
    MemoryDataset data;
    QVERIFY_RESULT(readCocoText(text, data));
    QVERIFY2(data.annotationCount() == kept,
             qPrintable(QString::number(data.annotationCount()) + QLatin1Char('\n') + data.issueText()));
    const bool found = std::any_of(data.issues.begin(), data.issues.end(), [&](const Issue &issue) {
        return (place.isEmpty() ? issue.place.startsWith(QLatin1String("byte ")) : issue.place == place)
               && issue.file.endsWith(QLatin1String("in.json")) && !issue.text.isEmpty();
    });
    QVERIFY2(found, qPrintable(data.issueText()));
    for (const auto &list : data.annotations)
        for (const auto &annotation : list)
            QCOMPARE(geometry::whyInvalid(annotation.geometry), QString());
}

// Objects look their keys up one by one.
/// Zeros with exponents, the smallest and the largest doubles, halves between two, whole numbers to their ends, and none.
void CocoTest::numbersAreExact()
{
    const double inf = std::numeric_limits<double>::infinity();
    const std::vector<std::pair<QByteArray, Json>> cases{{"0e74", 0.0},
                                                         {"0.000e308", 0.0},
                                                         {"-0E-5", -0.0},
                                                         {"0e-999", 0.0},
                                                         {"1e-400", 0.0},
                                                         {"5e-324", 5e-324},
                                                         {"2.4703282292062328e-324", 5e-324},
                                                         {"0.1", 0.1},
                                                         {"9007199254740993.0", 9007199254740992.0},
                                                         {"1.7976931348623157e308", 1.7976931348623157e308},
                                                         {"-9223372036854775808", std::numeric_limits<std::int64_t>::min()},
                                                         {"18446744073709551615", std::numeric_limits<std::uint64_t>::max()},
                                                         {"18446744073709551616", 18446744073709551616.0},
                                                         {"-Infinity", -inf},
                                                         {"7", 7U}};
    for (const auto &[text, expected] : cases) {
        std::vector<Json> found;
        const QByteArray array = "[" + text + "," + text + "]";
        const auto end = coco::readElements(array, 0, array.size(), [&](qsizetype, Json &&value, const auto &) {
            found.push_back(std::move(value));
            return true;
        });
        Q_UNUSED(end)
        QVERIFY2(found.size() == 2 && found[0] == expected && found[1].type() == expected.type(), text.constData());
        if (expected.is_number_float())
            QCOMPARE(std::signbit(found[0].get<double>()), std::signbit(expected.get<double>()));
    }
}

void CocoTest::hugeObjectsAreLeftOut()
{
    QByteArray keys;
    for (int i = 0; i < 100'000; ++i)
        keys += ",\"k" + QByteArray::number(i) + "\":1";
    const QByteArray inside = R"(,"x":{"a":0)" + keys + '}';
    const auto text = [](const QByteArray &image, const QByteArray &category, const QByteArray &annotation) {
        return R"({"images":[{"id":1,"file_name":"a.png","width":10,"height":10},{"id":2,"file_name":"b.png")" + image
               + R"(}],"categories":[{"id":1,"name":"x"},{"id":2,"name":"y")" + category
               + R"(}],"annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[0,0,1,1])" + annotation
               + R"(},{"id":2,"image_id":1,"category_id":1,"bbox":[0,0,2,2]}]})";
    };
    for (const QByteArray &many : {keys, inside}) {
        MemoryDataset images;
        QVERIFY_RESULT(readCocoText(text(many, {}, {}), images));
        QCOMPARE(images.items.size(), std::size_t(1));
        QVERIFY2(images.issueText().contains(QStringLiteral("images[1] | It has an object of more than")),
                 qPrintable(images.issueText()));
        MemoryDataset classes;
        QVERIFY_RESULT(readCocoText(text({}, many, {}), classes));
        QCOMPARE(classes.classes.size(), std::size_t(1));
        MemoryDataset labels;
        QVERIFY_RESULT(readCocoText(text({}, {}, many), labels));
        QCOMPARE(labels.annotationCount(), 1);
        QVERIFY2(labels.issueText().contains(QStringLiteral("annotations[0] | It has an object of more than")),
                 qPrintable(labels.issueText()));
    }
}

void CocoTest::accidentsAreSurvived()
{
    QVERIFY_RESULT(attack(coco::CocoFormat(), 60));
}

void CocoTest::truncatedAnywhereNeverCrashes()
{
    const QByteArray whole =
        around(label(R"("bbox":[0,0,1,1],"segmentation":{"size":[2,2],"counts":"04"},"note":"a\"\\","k":{"d":[1]})"));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("in.json"));
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(whole.first(size));
        file.close();
        MemoryDataset data;
        const auto read = readCoco(path, data);
        QVERIFY2(!read || !data.issues.empty(), qPrintable(QString::number(size)));
    }
}

void CocoTest::hopelessFilesFail_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray("  \n");
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("other JSON") << QByteArray(R"({"shapes":[]})");
    QTest::newRow("10,000 levels") << QByteArray(QByteArray(R"({"a":)").repeated(10000));
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n");
}

void CocoTest::hopelessFilesFail()
{
    QFETCH(QByteArray, text);
    MemoryDataset data;
    QVERIFY_FAILS(readCocoText(text, data), ErrorCode::Malformed);
    MemoryDataset none;
    QVERIFY_FAILS(readCoco(QStringLiteral("/nonexistent/x.json"), none), ErrorCode::NotFound);
}

}  // namespace plumbline::test
