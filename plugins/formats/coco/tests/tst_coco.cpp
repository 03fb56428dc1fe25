// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/tests/tst_coco.h"

#include "core/base/atomicfile.h"
#include "core/base/random.h"
#include "core/geometry/mask.h"
#include "plugins/formats/coco/cocoformat.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QImage>
#include <QTest>

#include <cmath>

namespace plumbline::test {

namespace {

const coco::CocoFormat format;

// Annotations of a parsed file, sorted members aside: RLE decoded and empty outlines dropped, so that forms compare.
Json normalised(const Json &file)
{
    Json result = file;
    for (Json &annotation : result["annotations"]) {
        for (const char *optional : {"segmentation", "iscrowd"})
            if (annotation.contains(optional) && (annotation[optional].empty() || annotation[optional] == 0))
                annotation.erase(optional);
        if (annotation.contains("segmentation") && annotation["segmentation"].is_object()
            && annotation["segmentation"]["counts"].is_string()) {
            Json &outline = annotation["segmentation"];
            const auto text = outline["counts"].get<std::string>();
            const auto mask =
                geometry::decompressRuns(QByteArrayView(text.data(), text.size()), outline["size"][1], outline["size"][0]);
            if (mask)
                outline["counts"] = mask->counts;
        }
    }
    return result;
}

QByteArray manyImages()
{
    QByteArray text = R"({"info":{"year":2017,"note":"x"},"type":"instances","images":[)";
    for (int i = 0; i < 5; ++i)
        text += (i ? "," : "")
                + QByteArray(R"({"id":%1,"file_name":"p%1.jpg","width":100,"height":80,"license":3})")
                      .replace("%1", QByteArray::number(10 - i));
    text += R"(],"annotations":[)";
    const int order[] = {10, 10, 8, 7, 10, 6, 9, 8, 8, 6};
    for (int i = 0; i < 10; ++i)
        text +=
            (i ? "," : "")
            + QByteArray(
                  R"({"id":%1,"image_id":%2,"category_id":7,"bbox":[1.5,2,3.25,4],"area":13.0,"iscrowd":0,"tool":{"v":[1,2.5,null]}})")
                  .replace("%1", QByteArray::number(500 - 7 * i))
                  .replace("%2", QByteArray::number(order[i]));
    return text + R"(],"categories":[{"id":7,"name":"seven","supercategory":"n"},{"id":3,"name":"three"}]})";
}

geometry::Geometry randomShape(base::SeededRandom &random)
{
    const auto v = [&] { return random.below(3) == 0 ? double(random.below(200)) : random.uniform(-3, 200); };
    switch (random.below(4)) {
    case 0: return geometry::Box{v(), v(), std::abs(v()), std::abs(v())};
    case 1: {
        geometry::Mask mask{
            static_cast<std::uint32_t>(1 + random.below(30)), static_cast<std::uint32_t>(1 + random.below(30)), {}};
        std::uint32_t left = mask.width * mask.height;
        while (left > 0) {
            mask.counts.push_back(static_cast<std::uint32_t>(random.below(left + 1)));
            left -= mask.counts.back();
        }
        return mask;
    }
    case 2: {
        geometry::KeyPoints points;
        for (std::uint64_t i = 0; i < 1 + random.below(17); ++i)
            points.points.push_back({v(), v(), static_cast<int>(random.below(3))});
        points.points[0].visibility = 2;
        return points;
    }
    default: {
        geometry::Polygon polygon;
        for (std::uint64_t p = 0; p < 1 + random.below(3); ++p) {
            auto &outer = polygon.parts.emplace_back().outer;
            for (std::uint64_t i = 0; i < 3 + random.below(9); ++i)
                outer.push_back({v(), v()});
        }
        return polygon;
    }
    }
}

}  // namespace

Result<> readCoco(const QString &path, MemoryDataset &into, const extension::FormatOptions &options)
{
    return format.read({path, {}, options}, into);
}

Result<QByteArray> writeCoco(const MemoryDataset &dataset, const QString &folder, const extension::FormatOptions &options)
{
    const extension::ExportRequest request{folder, options};
    const auto planned = format.plannedOutputs(dataset, request);
    const auto written = format.write(dataset, request);
    if (!written)
        return fail(written.error());
    QStringList found = QDir(folder).entryList(QDir::Files | QDir::Hidden);
    if (!planned || *planned != *written || found != QStringList{QStringLiteral("labels.json")})
        return fail(ErrorCode::Corrupt, QStringLiteral("planned, written and found files differ"));
    return base::readFile(QDir(folder).filePath(QStringLiteral("labels.json")), 1 << 30);
}

Result<> readCocoText(const QByteArray &text, MemoryDataset &into)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("in.json"));
    if (auto written = base::writeFileAtomically(path, text); !written)
        return written;
    return readCoco(path, into);
}

void CocoTest::roundTripOfSamples_data()
{
    QTest::addColumn<QString>("relative");
    QTest::addColumn<int>("annotations");
    QTest::addColumn<bool>("withPictures");
    QTest::newRow("instances") << "annotations/datumaro/coco_dataset/coco_instances/annotations/instances_train.json" << 1
                               << true;
    QTest::newRow("crowd") << "annotations/datumaro/coco_dataset/coco_instances/annotations/instances_val.json" << 2 << true;
    QTest::newRow("labelme") << "annotations/labelme/instance_segmentation/data_dataset_coco/annotations.json" << 12 << true;
    QTest::newRow("key points") << "annotations/x-anylabeling/annotations/coco_keypoints.json" << 6 << false;
    QTest::newRow("two files") << "annotations/datumaro/coco_dataset/coco_instances" << 3 << true;
    QTest::newRow("roboflow") << "annotations/datumaro/coco_dataset/coco_roboflow" << 3 << true;
}

void CocoTest::roundTripOfSamples()
{
    QFETCH(QString, relative);
    QFETCH(int, annotations);
    QFETCH(bool, withPictures);
    if (samplesFolder().isEmpty())
        QSKIP("sample data are not on this machine (set PLUMBLINE_SAMPLES)");
    const QString path = samplesFolder() + QLatin1Char('/') + relative;
    MemoryDataset first;
    QVERIFY_RESULT(readCoco(path, first));
    QCOMPARE(first.annotationCount(), annotations);
    const bool single = QFileInfo(path).isFile();
    if (single)
        QCOMPARE(first.issueText(IssueSeverity::Warning), QString());
    for (const auto &item : first.items)
        QVERIFY2(!withPictures || QFileInfo(item.path).isFile(), qPrintable(item.name));

    const QTemporaryDir folder;
    const auto text = writeCoco(first, folder.path());
    QVERIFY_RESULT(text);
    MemoryDataset second;
    QVERIFY_RESULT(readCoco(folder.path(), second));
    QCOMPARE(second.annotationCount(), first.annotationCount());
    if (!single)
        return;
    QCOMPARE(difference(first, second), QString());
    const auto original = base::parseJson(*base::readFile(path, 1 << 30));
    const auto exported = base::parseJson(*text);
    QVERIFY_RESULT(original);
    QVERIFY_RESULT(exported);
    QCOMPARE(difference(normalised(*original), normalised(*exported)), QString());
    QVERIFY(format.checkExport(first, {folder.path(), {}})->empty());
}

void CocoTest::orderAcrossImagesSurvives()
{
    MemoryDataset first;
    QVERIFY_RESULT(readCocoText(manyImages(), first));
    QVERIFY2(first.issues.empty(), qPrintable(first.issueText()));
    const QTemporaryDir folder;
    auto &added = first.add(QStringLiteral("p10.jpg"), QStringLiteral("seven"), geometry::Box{0, 0, 1, 1});
    QVERIFY(added.extra.is_null());
    const auto text = writeCoco(first, folder.path());
    QVERIFY_RESULT(text);
    Json exported = *base::parseJson(*text);
    QCOMPARE(exported["annotations"].back()["id"].get<int>(), 501);
    exported["annotations"].erase(exported["annotations"].size() - 1);
    QCOMPARE(difference(normalised(*base::parseJson(manyImages())), normalised(exported)), QString());
}

void CocoTest::shapesAreRead()
{
    MemoryDataset data;
    QVERIFY_RESULT(
        readCocoText(R"({"images":[{"id":"a","file_name":"d/a.png","width":4,"height":3}],"categories":[{"id":1,"name":"x"}],
        "annotations":[
        {"id":1,"image_id":"a","category_id":1,"bbox":[0,0,2,2],"segmentation":[[0,0,2,0,2,2],[3,1,4,1,4,2.5]]},
        {"id":2,"image_id":"a","category_id":1,"segmentation":{"size":[3,4],"counts":[2,3,7]},"iscrowd":1},
        {"id":3,"image_id":"a","category_id":1,"segmentation":{"size":[3,4],"counts":"237"},"bbox":[0,0,9,9]},
        {"id":4,"image_id":"a","category_id":1,"keypoints":[1,2,2,0,0,0],"num_keypoints":1,"bbox":[0,1,2,3],"segmentation":[[0,0,1,0,1,1]],"area":5},
        {"id":5,"image_id":"a","category_id":1,"keypoints":[0,0,0],"bbox":[0,1,2,3],"score":0.25},
        {"id":6,"image_id":"a","category_id":1,"bbox":[0,1,2,3],"ignore":1,"attributes":{"occluded":true,"n":null,"k":{"unknown":true},"l":[1]}}
        ]})",
                     data));
    QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
    QCOMPARE(data.annotationCount(), 6);
    QCOMPARE(std::get<geometry::Polygon>(data.arrived(0).geometry).parts.size(), std::size_t(2));
    QCOMPARE(data.arrived(0).extra["coco"]["bbox"][2].get<double>(), 2.0);
    QVERIFY(data.arrived(1).role == model::Role::Crowd);
    QVERIFY((std::get<geometry::Mask>(data.arrived(1).geometry) == geometry::Mask{4, 3, {2, 3, 7}}));
    QVERIFY(std::get<geometry::Mask>(data.arrived(2).geometry) == std::get<geometry::Mask>(data.arrived(1).geometry));
    QCOMPARE(std::get<geometry::KeyPoints>(data.arrived(3).geometry).points.size(), std::size_t(2));
    QVERIFY((std::get<geometry::Box>(data.arrived(4).geometry) == geometry::Box{0, 1, 2, 3}));
    QCOMPARE(data.arrived(4).score.value(), 0.25);
    QVERIFY(data.arrived(5).role == model::Role::Ignore);
    QVERIFY(std::get<bool>(data.arrived(5).attributes.at(QStringLiteral("occluded"))));
    QVERIFY(std::holds_alternative<model::CannotTell>(data.arrived(5).attributes.at(QStringLiteral("k"))));
    QCOMPARE(data.items[0].name, QStringLiteral("d/a.png"));
    const QTemporaryDir folder;
    const auto text = writeCoco(data, folder.path());
    QVERIFY_RESULT(text);
    MemoryDataset again;
    QVERIFY_RESULT(readCoco(folder.path(), again));
    QCOMPARE(difference(data, again), QString());
    const Json crowd = (*base::parseJson(*text))["annotations"][1];
    QVERIFY(crowd["segmentation"]["counts"].is_array());
}

void CocoTest::keptFactsFollowTheShape()
{
    MemoryDataset data;
    QVERIFY_RESULT(readCocoText(R"({"images":[{"id":1,"file_name":"a.png"}],"categories":[{"id":1,"name":"x"}],"annotations":[
        {"id":1,"image_id":1,"category_id":1,"bbox":[0,0,9,9],"area":3,"segmentation":[[0,0,2,0,2,2]]}]})",
                                data));
    const QTemporaryDir asIs;
    QCOMPARE((*base::parseJson(*writeCoco(data, asIs.path())))["annotations"][0]["bbox"][2].get<double>(), 9.0);
    std::get<geometry::Polygon>(data.annotations[0][0].geometry).parts[0].outer[1] = {4, 0};
    const QTemporaryDir edited;
    const Json written = (*base::parseJson(*writeCoco(data, edited.path())))["annotations"][0];
    QCOMPARE(written["bbox"][2].get<double>(), 4.0);
    QCOMPARE(written["area"].get<double>(), 4.0);
}

void CocoTest::resultsAreRead()
{
    const QTemporaryDir folder;
    const QString results = folder.filePath(QStringLiteral("results.json"));
    QVERIFY_RESULT(base::writeFileAtomically(results, R"([{"image_id":42,"category_id":18,"bbox":[1,2,3,4],"score":0.5},
        {"image_id":43,"category_id":1,"bbox":[1,2,3,4],"score":7}])"));
    QImage(8, 6, QImage::Format_RGB32).save(folder.filePath(QStringLiteral("000000000042.png")));
    MemoryDataset data;
    QVERIFY_RESULT(readCoco(results, data));
    QCOMPARE(data.annotationCount(), 2);
    QCOMPARE(data.items[0].name, QStringLiteral("000000000042.png"));
    QVERIFY(QFileInfo(data.items[0].path).isFile());
    QCOMPARE(data.items[1].name, QStringLiteral("43"));
    QCOMPARE(data.classes[0].name, QStringLiteral("category 18"));
    QCOMPARE(data.arrived(0).score.value(), 0.5);
    QVERIFY(!data.arrived(1).score);
    QCOMPARE(data.issues.back().place, QStringLiteral("[1].score"));

    const QString reference = folder.filePath(QStringLiteral("reference.json"));
    QVERIFY_RESULT(
        base::writeFileAtomically(reference, R"({"images":[{"id":42,"file_name":"x.jpg"},{"id":43,"file_name":"y.jpg"}],
        "categories":[{"id":18,"name":"dog"},{"id":1,"name":"person"}]})"));
    MemoryDataset named;
    QVERIFY_RESULT(readCoco(results, named, {{QStringLiteral("reference"), reference}}));
    QCOMPARE(named.itemNameOf(1), QStringLiteral("y.jpg"));
    QCOMPARE(named.classNameOf(named.arrived(0)), QStringLiteral("dog"));
}

void CocoTest::idsStayUnique()
{
    MemoryDataset data;
    QVERIFY_RESULT(readCocoText(R"({"images":[{"id":1,"file_name":"a.png"}],"categories":[{"id":5,"name":"x"}],"annotations":[
        {"id":7,"image_id":1,"category_id":5,"bbox":[0,0,9,9]},{"id":7,"image_id":1,"category_id":5,"bbox":[0,0,1,9]},
        {"image_id":1,"category_id":5,"bbox":[0,0,9,9]},{"id":"t","image_id":1,"category_id":5,"bbox":[0,0,9,9]}]})",
                                data));
    QCOMPARE(data.annotationCount(), 4);
    QCOMPARE(data.issues.size(), std::size_t(1));
    QCOMPARE(data.issues[0].place, QStringLiteral("annotations[1].id"));
    data.declareClass({QStringLiteral("new"), {}});
    const QTemporaryDir folder;
    const Json file = *base::parseJson(*writeCoco(data, folder.path()));
    QCOMPARE(QByteArray::fromStdString(Json::array({file["annotations"][0]["id"], file["annotations"][1]["id"],
                                                    file["annotations"][2]["id"], file["annotations"][3]["id"]})
                                           .dump()),
             QByteArray(R"([7,8,"t",9])"));
    QCOMPARE(file["categories"][1]["id"].get<int>(), 6);
}

void CocoTest::lossesAreCounted()
{
    MemoryDataset data;
    const QString x = QStringLiteral("x");
    const QString item = QStringLiteral("a.png");
    data.add(item, x, geometry::Box{0, 0, 1, 1}).unsure = true;
    data.add(item, x, geometry::RotatedBox{5, 5, 2, 2, 0.3}).origin.by = QStringLiteral("ann");
    data.add(item, x, geometry::RotatedBox{5, 5, 2, 2, 0.3});
    data.add(item, x, geometry::Ellipse{5, 5, 2, 2, 0});
    data.add(item, x, geometry::Polyline{{{0, 0}, {1, 1}}});
    data.add(item, x, geometry::Polygon{{{{{0, 0}, {9, 0}, {9, 9}}, {{{5, 1}, {6, 1}, {6, 2}}}}}});
    data.add(item, {}, geometry::Box{0, 0, 1, 1});
    data.add(item, x, geometry::Box{0, 0, 1, 1}).track = TrackId{Uuid::fromName("t", "t")};
    data.add(QStringLiteral("film.mp4"), x, geometry::Box{0, 0, 1, 1});
    data.kinds = {model::ItemKind::Image, model::ItemKind::Video};
    data.items[0].width = data.items[0].height = 10;
    const auto losses = format.checkExport(data, {});
    QVERIFY_RESULT(losses);
    std::map<QString, std::int64_t> counts;
    for (const auto &loss : *losses)
        counts[loss.what] += loss.count;
    const std::map<QString, std::int64_t> expected{{QStringLiteral("labels marked as unsure"), 1},
                                                   {QStringLiteral("rotated boxes"), 2},
                                                   {QStringLiteral("labels whose maker is known"), 1},
                                                   {QStringLiteral("ellipses"), 1},
                                                   {QStringLiteral("lines"), 1},
                                                   {QStringLiteral("polygons with holes"), 1},
                                                   {QStringLiteral("labels without a class"), 1},
                                                   {QStringLiteral("labels of tracks"), 1},
                                                   {QStringLiteral("items that are no pictures"), 1},
                                                   {QStringLiteral("labels of items that are no pictures"), 1}};
    QCOMPARE(counts, expected);
    const QTemporaryDir folder;
    MemoryDataset again;
    QVERIFY_RESULT(writeCoco(data, folder.path()));
    QVERIFY_RESULT(readCoco(folder.path(), again));
    QCOMPARE(again.annotationCount(), 6);
    QCOMPARE(again.itemCount(), 1);
    QVERIFY(std::holds_alternative<geometry::Mask>(again.arrived(4).geometry));
}

void CocoTest::unwritableShapesAreLeftOut()
{
    MemoryDataset data;
    data.add(QStringLiteral("a.png"), QStringLiteral("x"), geometry::Box{std::nan(""), 0, 1, 1});
    data.add(QStringLiteral("a.png"), QStringLiteral("x"), geometry::ItemLabel{});
    data.add(QStringLiteral("a.png"), QStringLiteral("x"), geometry::KeyPoints{{{1, 1, 0}}, {}});
    QCOMPARE(format.checkExport(data, {})->size(), std::size_t(3));
    const QTemporaryDir folder;
    QCOMPARE((*base::parseJson(*writeCoco(data, folder.path())))["annotations"].size(), std::size_t(0));
}

void CocoTest::randomDataSurvive_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 40; ++seed)
        QTest::addRow("%d", seed) << seed;
}

void CocoTest::randomDataSurvive()
{
    QFETCH(int, seed);
    base::SeededRandom random(static_cast<std::uint64_t>(seed));
    MemoryDataset data;
    const auto items = 1 + random.below(6);
    for (std::uint64_t i = 0; i < items; ++i) {
        auto &label =
            data.add(QStringLiteral("dir %1/ü\"%1.jpg").arg(i), QStringLiteral("class \"%1\"").arg(i % 3), randomShape(random));
        label.role = static_cast<model::Role>(random.below(3));
    }
    for (std::uint64_t i = 0; i < random.below(60); ++i) {
        auto &label = data.add(data.items[random.below(items)].name, data.classes[random.below(data.classes.size())].name,
                               randomShape(random));
        if (random.below(2) == 0)
            label.score = random.uniform();
        if (random.below(2) == 0)
            label.attributes[QStringLiteral("k")] =
                random.uniform() < 0.5 ? model::AttributeValue(true) : model::AttributeValue(random.uniform());
    }
    for (auto &item : data.items)
        item.width = item.height = 200;
    const QTemporaryDir one;
    const QTemporaryDir two;
    MemoryDataset second;
    MemoryDataset third;
    QVERIFY_RESULT(writeCoco(data, one.path()));
    QVERIFY_RESULT(readCoco(one.path(), second));
    QCOMPARE(second.issueText(IssueSeverity::Problem), QString());
    QCOMPARE(second.annotationCount(), data.annotationCount());
    std::size_t at = 0;
    for (std::size_t i = 0; i < data.items.size(); ++i)
        for (const model::Annotation &label : data.annotations[i]) {
            const model::Annotation &read = second.arrived(at++);
            QCOMPARE(difference(model::geometryToJson(label.geometry), model::geometryToJson(read.geometry)), QString());
            QVERIFY(read.role == label.role && read.attributes == label.attributes && read.score == label.score);
        }
    QVERIFY_RESULT(writeCoco(second, two.path()));
    QVERIFY_RESULT(readCoco(two.path(), third));
    QCOMPARE(difference(second, third), QString());
}

void CocoTest::mediaAreCopied()
{
    const QTemporaryDir folder;
    const QString picture = folder.filePath(QStringLiteral("p.png"));
    QImage(8, 6, QImage::Format_RGB32).save(picture);
    MemoryDataset data;
    data.add(QStringLiteral("../../p.png"), QStringLiteral("x"), geometry::Box{0, 0, 1, 1});
    data.items[0].path = picture;
    QDir(folder.path()).mkdir(QStringLiteral("out"));
    const extension::ExportRequest request{folder.filePath(QStringLiteral("out")),
                                           {{QStringLiteral("media"), QStringLiteral("copy")}}};
    const auto written = format.write(data, request);
    QVERIFY_RESULT(written);
    QCOMPARE(*written, (QStringList{QStringLiteral("labels.json"), QStringLiteral("data/p.png")}));
    MemoryDataset again;
    QVERIFY_RESULT(readCoco(request.folder, again));
    QCOMPARE(again.items[0].path, QFileInfo(request.folder + QStringLiteral("/data/p.png")).absoluteFilePath());
    QCOMPARE(again.items[0].width, 8);
    QVERIFY_FAILS(format.write(data, {request.folder, {{QStringLiteral("media"), QStringLiteral("move")}}}),
                  ErrorCode::InvalidArgument);
}

void CocoTest::probes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("confidence");
    using P = extension::ProbeResult;
    QTest::newRow("coco") << manyImages() << int(P::Certain);
    QTest::newRow("results") << QByteArray(R"([{"image_id":1,"category_id":2,"score":1}])") << int(P::Medium);
    QTest::newRow("panoptic") << QByteArray(R"({"images":[{"file_name":"a"}],"annotations":[{"segments_info":[]}]})")
                              << int(P::Low);
    QTest::newRow("other") << QByteArray(R"({"shapes":[]})") << int(P::None);
    QTest::newRow("empty") << QByteArray() << int(P::None);
    QTest::newRow("long head") << QByteArray(R"({"images":[{"file_name":"a"},)" + QByteArray(200000, ' ')) << int(P::Medium);
}

void CocoTest::probes()
{
    QFETCH(QByteArray, text);
    QFETCH(int, confidence);
    const QTemporaryDir folder;
    QVERIFY_RESULT(base::writeFileAtomically(folder.filePath(QStringLiteral("x.json")), text));
    QCOMPARE(int(format.probe(folder.filePath(QStringLiteral("x.json"))).confidence), confidence);
    QCOMPARE(int(format.probe(folder.path()).confidence), confidence);
    QCOMPARE(format.probe(folder.path()).reason.isEmpty(), confidence == 0);
    QCOMPARE(int(format.probe(folder.filePath(QStringLiteral("none"))).confidence), 0);
}

void CocoTest::cancelStops()
{
    MemoryDataset data;
    data.jobControl.cancel();
    QVERIFY_FAILS(readCocoText(manyImages(), data), ErrorCode::Cancelled);
    const QTemporaryDir folder;
    MemoryDataset source;
    source.add(QStringLiteral("a"), QStringLiteral("x"), geometry::Box{0, 0, 1, 1});
    source.jobControl.cancel();
    QVERIFY_FAILS(format.write(source, {folder.path(), {}}), ErrorCode::Cancelled);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void CocoTest::sinkFailureStops()
{
    MemoryDataset data;
    data.failAfterBatches = 0;
    QVERIFY_FAILS(readCocoText(manyImages(), data), ErrorCode::NoSpace);
}

void CocoTest::outputIsDeterministic()
{
    MemoryDataset data;
    QVERIFY_RESULT(readCocoText(manyImages(), data));
    const QTemporaryDir one;
    const QTemporaryDir two;
    QCOMPARE(*writeCoco(data, one.path()), *writeCoco(data, two.path()));
}

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::CocoTest)
