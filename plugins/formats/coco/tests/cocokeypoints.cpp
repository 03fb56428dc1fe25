// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "plugins/formats/coco/cocoformat.h"
#include "plugins/formats/coco/tests/tst_coco.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>

#include <set>

namespace plumbline::test {

namespace {

const char twoJoints[] = R"({"images":[{"id":1,"file_name":"a.png","width":9,"height":8}],"categories":[
    {"id":1,"name":"arm","keypoints":["elbow","hand"],"skeleton":[[1,2]]},{"id":2,"name":"leg","keypoints":["knee"],"skeleton":[[1,7],3]}],
    "annotations":[{"id":1,"image_id":1,"category_id":1,"keypoints":[1,2,2,3,4,1],"num_keypoints":2,"bbox":[1,2,2,2],"area":4},
    {"id":2,"image_id":1,"category_id":1,"keypoints":[1,2,2],"num_keypoints":1,"bbox":[1,2,2,2],"area":4},
    {"id":3,"image_id":1,"category_id":2,"keypoints":[1,2,2],"num_keypoints":1,"bbox":[1,2,2,2],"area":4}]})";

}  // namespace

void CocoTest::skeletonsComeFromCategories()
{
    MemoryDataset data;
    QVERIFY_RESULT(readCocoText(twoJoints, data));
    QCOMPARE(data.schema().skeletons.size(), std::size_t(2));
    const model::Skeleton &arm = data.schema().skeletons[0];
    QCOMPARE(arm.name, QStringLiteral("arm"));
    QCOMPARE(arm.joints, (QStringList{QStringLiteral("elbow"), QStringLiteral("hand")}));
    QCOMPARE(arm.edges.size(), std::size_t(1));
    QVERIFY(arm.edges[0] == std::pair(0, 1));
    QVERIFY(data.schema().skeletons[1].edges.empty());
    QCOMPARE(std::get<geometry::KeyPoints>(data.arrived(0).geometry).skeleton, QStringLiteral("arm"));
    QCOMPARE(std::get<geometry::KeyPoints>(data.arrived(1).geometry).skeleton, QString());
    QCOMPARE(std::get<geometry::KeyPoints>(data.arrived(2).geometry).skeleton, QStringLiteral("leg"));
    QCOMPARE(data.issues.size(), std::size_t(2));
    QCOMPARE(data.issues[0].place, QStringLiteral("categories[1].skeleton"));
    QCOMPARE(data.issues[1].place, QStringLiteral("annotations[1].keypoints"));
    // What was wrong in the file is not lost with it.
    const QTemporaryDir folder;
    const auto text = writeCoco(data, folder.path());
    QVERIFY_RESULT(text);
    const Json before = *base::parseJson(twoJoints);
    const Json after = *base::parseJson(*text);
    QCOMPARE(difference(before["categories"], after["categories"]), QString());
    for (std::size_t i = 0; i < 3; ++i)
        for (const char *key : {"keypoints", "num_keypoints", "bbox", "area"})
            QCOMPARE(difference(before["annotations"][i][key], after["annotations"][i][key]), QString());
}

void CocoTest::skeletonsOfTheSchemaAreWritten()
{
    MemoryDataset data;
    model::Skeleton hand;
    hand.name = QStringLiteral("hand");
    hand.joints = QStringList{QStringLiteral("wrist"), QStringLiteral("thumb"), QStringLiteral("tip")};
    hand.edges = {{0, 1}, {1, 2}};
    QCOMPARE(data.declareSkeleton(hand), hand.name);
    data.add(QStringLiteral("a.png"), QStringLiteral("left"), geometry::KeyPoints{{{1, 1, 2}, {2, 2, 1}, {0, 0, 0}}, hand.name});
    data.add(QStringLiteral("a.png"), QStringLiteral("left"), geometry::KeyPoints{{{1, 1, 2}}, QStringLiteral("other")});
    data.add(QStringLiteral("a.png"), QStringLiteral("loose"), geometry::KeyPoints{{{1, 1, 2}}, {}});
    const QTemporaryDir folder;
    const auto text = writeCoco(data, folder.path());
    QVERIFY_RESULT(text);
    const Json categories = (*base::parseJson(*text))["categories"];
    QCOMPARE(categories[0]["keypoints"].dump(), std::string(R"(["wrist","thumb","tip"])"));
    QCOMPARE(categories[0]["skeleton"].dump(), std::string("[[1,2],[2,3]]"));
    QVERIFY(!categories[1].contains("keypoints"));
    const auto losses = coco::CocoFormat().checkExport(data, {});
    QVERIFY_RESULT(losses);
    QCOMPARE(losses->size(), std::size_t(1));
    QCOMPARE(losses->front().count, 1);
    MemoryDataset again;
    QVERIFY_RESULT(readCoco(folder.path(), again));
    const auto &points = std::get<geometry::KeyPoints>(again.arrived(0).geometry);
    QCOMPARE(points.skeleton, QStringLiteral("left"));
    QCOMPARE(points.points.size(), std::size_t(3));
    QCOMPARE(again.schema().skeletons[0].joints, hand.joints);
}

void CocoTest::keyPointSampleHasSkeletons()
{
    PLUMBLINE_SAMPLE(path, "annotations/x-anylabeling/annotations/coco_keypoints.json");
    MemoryDataset data;
    QVERIFY_RESULT(readCoco(path, data));
    QCOMPARE(data.schema().skeletons.size(), std::size_t(2));
    QCOMPARE(data.schema().skeletons[1].joints.size(), 17);
    for (std::size_t i = 0; i < data.arrival.size(); ++i) {
        const auto &points = std::get<geometry::KeyPoints>(data.arrived(i).geometry);
        QCOMPARE(points.points.size(), std::size_t(17));
        QCOMPARE(points.skeleton, data.classNameOf(data.arrived(i)));
    }
}

void CocoTest::clashingIdsAreLosses()
{
    MemoryDataset data;
    const char *file = R"({"images":[{"id":1,"file_name":"%1.png"}],"categories":[{"id":1,"name":"x"}],"annotations":[
        {"id":4,"image_id":1,"category_id":1,"bbox":[0,0,1,1]},{"id":5,"image_id":1,"category_id":1,"bbox":[0,0,1,1]}]})";
    const QTemporaryDir folder;
    for (const char *name : {"a", "b"})
        QVERIFY_RESULT(base::writeFileAtomically(folder.filePath(QLatin1String(name) + QStringLiteral(".json")),
                                                 QString::fromLatin1(file).arg(QLatin1String(name)).toUtf8()));
    QVERIFY_RESULT(readCoco(folder.path(), data));
    const auto losses = coco::CocoFormat().checkExport(data, {});
    QVERIFY_RESULT(losses);
    QCOMPARE(losses->size(), std::size_t(2));
    QCOMPARE((*losses)[0].count, 1);
    QCOMPARE((*losses)[1].count, 2);
    const QTemporaryDir out;
    const auto text = writeCoco(data, out.path());
    QVERIFY_RESULT(text);
    std::set<std::int64_t> ids;
    const Json written = *base::parseJson(*text);
    for (const Json &label : written["annotations"])
        ids.insert(label["id"].get<std::int64_t>());
    QCOMPARE(ids.size(), std::size_t(4));
    QCOMPARE(data.writtenAnnotations, 4);
    QCOMPARE(data.writtenItems, 2);
}

void CocoTest::duplicateKeysAreTold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    const QByteArray whole = R"({"images":[{"id":1,"file_name":"a.png"I}],"categories":[{"id":1,"name":"x"C}],"annotations":[
        {"id":4,"image_id":1,"category_id":1,"bbox":[0,0,1,1],"segmentation":{"size":[2,2],"counts":[1,3]S},"attributes":{"a":1K},"u":{"v":1U}A}]R})";
    const auto row = [&](const char *name, const char *mark, const char *extra, const char *place) {
        QByteArray text = whole;
        for (const char *other : {"I", "C", "S", "K", "U", "A", "R"})
            text.replace(other, std::string_view(other) == mark ? QByteArray(extra) : QByteArray());
        QTest::newRow(name) << text << QString::fromLatin1(place);
    };
    row("image", "I", R"(,"id":1)", "images[0]");
    row("category", "C", R"(,"name":"x")", "categories[0]");
    row("counts", "S", R"(,"counts":[1,3])", "annotations[0]");
    row("attribute", "K", R"(,"a":1)", "annotations[0]");
    row("unknown", "U", R"(,"v":2)", "annotations[0]");
    row("known member", "A", R"(,"bbox":[0,0,1,1])", "annotations[0]");
    row("unknown member", "A", R"(,"u":{"v":1})", "annotations[0]");
    row("root", "R", R"(,"images":[])", "images");
}

void CocoTest::duplicateKeysAreTold()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    MemoryDataset data;
    QVERIFY_RESULT(readCocoText(text, data));
    QCOMPARE(data.issues.size(), std::size_t(1));
    QCOMPARE(data.issues[0].place, place);
    QVERIFY2(data.issues[0].text.contains(QStringLiteral("twice")), qPrintable(data.issues[0].text));
    QCOMPARE(data.annotationCount(), 1);
    QVERIFY((std::get<geometry::Mask>(data.arrived(0).geometry) == geometry::Mask{2, 2, {1, 3}}));
}

void CocoTest::doubtfulShapesAreKeptAndTold()
{
    MemoryDataset data;
    QVERIFY_RESULT(readCocoText(
        R"({"images":[{"id":1,"file_name":"a.png","width":4,"height":3}],"categories":[{"id":1,"name":"x"}],"annotations":[
        {"id":1,"image_id":1,"category_id":1,"segmentation":[[0,0,2,2,2,0,0,2]]},
        {"id":2,"image_id":1,"category_id":1,"segmentation":[[0,0,2,0,2,2,0,2]]},
        {"id":3,"image_id":1,"category_id":1,"segmentation":{"size":[2,2],"counts":[1,3]}},
        {"id":4,"image_id":1,"category_id":1,"segmentation":{"size":[3,4],"counts":[1,3]}},
        {"id":5,"image_id":1,"category_id":1,"segmentation":{"size":[3000000000,4000000000],"counts":[1]}},
        {"id":6,"image_id":1,"category_id":1,"segmentation":[[1,1]]},
        {"id":7,"image_id":1,"category_id":1,"segmentation":[[]]}]})",
        data));
    QCOMPARE(data.annotationCount(), 3);
    const QStringList places{QStringLiteral("annotations[2].segmentation.size"), QStringLiteral("annotations[3].segmentation"),
                             QStringLiteral("annotations[4].segmentation"),      QStringLiteral("annotations[5].segmentation[0]"),
                             QStringLiteral("annotations[6].segmentation[0]"),   QStringLiteral("annotations[0].segmentation")};
    QStringList found;
    for (const Issue &issue : data.issues)
        found.append(issue.place);
    QCOMPARE(found, places);
}

}  // namespace plumbline::test
