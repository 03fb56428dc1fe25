// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/extension/jsonparts.h"
#include "core/extension/maskwindow.h"
#include "plugins/formats/labelme/labelmeshape.h"
#include "plugins/formats/labelme/tests/labelmecases.h"
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

Result<> read(const QString &path, MemoryDataset &into)
{
    return format.read({path, {}, {}}, into);
}

Result<> write(const MemoryDataset &data, const QString &folder, extension::FormatOptions options = {})
{
    return writeFormat(format, data, folder, std::move(options));
}

// A file as Labelme means it: masks by their pixels, because two programs pack the same PNG differently.
Json meaningOf(Json document)
{
    for (Json &shape : document["shapes"])
        if (shape.contains("mask") && shape["mask"].is_string()) {
            const auto geometry = labelme::geometryOf(shape, QSize());
            shape["mask"] = geometry ? model::geometryToJson(*geometry) : Json("broken");
        }
    return document;
}

}  // namespace

class LabelmeTest final : public QObject
{
    Q_OBJECT

private slots:
    void samplesRoundTrip_data()
    {
        QTest::addColumn<QString>("relative");
        QTest::addColumn<int>("items");
        QTest::addColumn<int>("annotations");
        QTest::newRow("primitives") << "annotations/labelme/primitives/primitives.json" << 1 << 8;
        QTest::newRow("classification") << "annotations/labelme/classification/data_annotated" << 2 << 2;
        QTest::newRow("instances") << "annotations/labelme/instance_segmentation/data_annotated" << 3 << 18;
        QTest::newRow("boxes") << "annotations/labelme/bbox_detection/data_annotated" << 3 << 9;
        QTest::newRow("x-anylabeling") << "annotations/x-anylabeling/demo.json" << 1 << 51;
    }
    void samplesRoundTrip()
    {
        QFETCH(QString, relative);
        QFETCH(int, items);
        QFETCH(int, annotations);
        if (samplesFolder().isEmpty())
            QSKIP("sample data are not on this machine (set PLUMBLINE_SAMPLES)");
        const QString path = samplesFolder() + QLatin1Char('/') + relative;
        QCOMPARE(int(format.probe(path).confidence), int(extension::ProbeResult::Certain));
        MemoryDataset first;
        QVERIFY_RESULT(read(path, first));
        QVERIFY2(first.issues.empty(), qPrintable(first.issueText()));
        QCOMPARE(first.itemCount(), items);
        QCOMPARE(first.annotationCount(), annotations);
        QVERIFY(format.checkExport(first, {path, {}})->empty());
        const QTemporaryDir out;
        QVERIFY_RESULT(write(first, out.path(), {{QStringLiteral("media"), QStringLiteral("copy")}}));
        MemoryDataset second;
        QVERIFY_RESULT(read(out.path(), second));
        QVERIFY2(second.issues.empty(), qPrintable(second.issueText()));
        QCOMPARE(difference(first, second), QString());
        int compared = 0;
        for (QDirIterator files(out.path(), {QStringLiteral("*.json")}, QDir::Files); files.hasNext(); ++compared) {
            const QString written = files.next();
            const QString original = QFileInfo(path).isDir() ? path + QLatin1Char('/') + files.fileName() : path;
            QCOMPARE(difference(meaningOf(fileJson(original)), meaningOf(fileJson(written))), QString());
        }
        QCOMPARE(compared, items);
    }

    // Written from the dialect's user guide: the sample has no rotated box, links or attributes.
    void xAnyLabelingRoundTrips()
    {
        Json rotated = shape("rotation", {{10, 0}, {14, 3}, {8, 11}, {4, 8}}, "ship");
        rotated["direction"] = 0.6435011087932844;
        rotated["group_id"] = 4;
        rotated["kie_linking"] = Json::array({{4, 9}});
        rotated["attributes"] = {{"colour", "red"}, {"count", 3}, {"list", {1, 2}}, {"none", nullptr}};
        rotated["difficult"] = true;
        rotated["score"] = nullptr;
        rotated["description"] = "";
        Json corners = shape("rectangle", {{1, 1}, {5, 1}, {5, 3}, {1, 3}});
        corners["group_id"] = 9;
        corners["kie_linking"] = Json::array({{4, 9}});
        corners["score"] = 0.25;
        corners["description"] = "a note";
        corners["flags"] = {{"blurred", false}, {"odd", "text"}};
        corners["future"] = {{"deep", {1, {2, 3}}}};
        Json rounded = shape("rotation", {{0, 0}, {7, 1}, {6, 9}, {-1, 8}});
        rounded["direction"] = 6.2;
        Json skewed = shape("rotation", {{0, 0}, {20, 0}, {28, 9}, {8, 9}});
        Json all = base::parseJson(
                       document({rotated, corners, rounded, skewed, shape("quadrilateral", {{0, 0}, {9, 0}, {9, 9}, {1, 8}})}))
                       .value();
        all["checked"] = true;
        all["chat_history"] = Json::array();
        all["flags"] = {{"day", true}, {"night", false}};
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("ann/x.json"), base::toJsonLine(all)));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QCOMPARE(data.annotationCount(), 7);
        QCOMPARE(data.items[0].name, QStringLiteral("ann/a.jpg"));
        QVERIFY(std::holds_alternative<geometry::ItemLabel>(data.arrived(0).geometry));
        QCOMPARE(data.classNameOf(data.arrived(0)), QStringLiteral("day"));
        const auto *box = std::get_if<geometry::RotatedBox>(&data.arrived(1).geometry);
        QVERIFY(box && std::abs(box->w - 5) < 1e-12 && std::abs(box->h - 10) < 1e-12 && std::abs(box->cx - 9) < 1e-12);
        QVERIFY(std::abs(box->angleRadians - 0.6435011087932844) < 1e-12);
        const model::Attributes expected{{QStringLiteral("colour"), QStringLiteral("red")},
                                         {QStringLiteral("count"), 3.0},
                                         {QStringLiteral("difficult"), true},
                                         {QStringLiteral("none"), std::monostate{}}};
        QVERIFY(data.arrived(1).attributes == expected);
        QVERIFY((std::get<geometry::Box>(data.arrived(2).geometry) == geometry::Box{1, 1, 4, 2}));
        QCOMPARE(data.arrived(2).score, std::optional(0.25));
        QVERIFY(std::holds_alternative<geometry::RotatedBox>(data.arrived(3).geometry));
        QVERIFY(std::holds_alternative<geometry::Polygon>(data.arrived(4).geometry));
        const auto *relation = std::get_if<geometry::Relation>(&data.arrived(6).geometry);
        QVERIFY(relation && relation->from == data.arrived(1).id && relation->to == data.arrived(2).id);
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        QCOMPARE(difference(all, fileJson(out.path() + QStringLiteral("/ann/x.json"))), QString());
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(difference(data, again), QString());
    }

    // What was kept steps back where the label has changed, and the rest of it stays.
    void editsReplaceWhatWasKept()
    {
        Json corners = shape("rectangle", {{5, 3}, {1, 1}});
        corners["flags"] = {{"odd", 7}, {"late", true}};
        corners["future"] = 1;
        corners["group_id"] = 3;
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("x.json"), document({corners, corners, corners})));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        data.annotations[0][0].geometry = geometry::Box{0, 0, 2, 2};
        data.annotations[0][1].attributes[QStringLiteral("late")] = false;
        data.annotations[0][2].geometry = geometry::Polygon{{{{{0, 0}, {9, 0}, {9, 9}}, {}}, {{{1, 0}, {9, 0}, {9, 9}}, {}}}};
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        const Json shapes = fileJson(out.path() + QStringLiteral("/x.json"))["shapes"];
        QCOMPARE(shapes.size(), std::size_t(4));
        QVERIFY(shapes[0]["points"] == Json({{0.0, 0.0}, {2.0, 2.0}}) && shapes[0]["flags"] == corners["flags"]);
        QVERIFY(shapes[0]["future"] == 1 && shapes[0]["group_id"] == 3);
        QVERIFY(shapes[1]["points"] == corners["points"] && shapes[1]["flags"] == Json({{"late", false}, {"odd", 7}}));
        QVERIFY(shapes[2]["shape_type"] == "polygon" && shapes[2]["group_id"] == 3 && shapes[3]["group_id"] == 3);
    }

    void masks()
    {
        geometry::Mask mask = extension::maskOf({QRect(2, 3, 3, 2), {1, 0, 1, 0, 1, 0}}, QSize(30, 20));
        QVERIFY(geometry::whyInvalid(mask).isEmpty());
        QVERIFY((extension::windowOf(mask, QRect(2, 3, 3, 2)).pixels == std::vector<std::uint8_t>{1, 0, 1, 0, 1, 0}));
        const auto encoded = [&](const QRect &place) { return labelme::encodedMask(mask, place); };
        Json loose = shape("mask", {{1.75, 2.25}, {6.5, 5.5}});
        loose["mask"] = encoded(QRect(1, 2, 6, 4));
        Json beyond = shape("mask", {{-1, -1}, {4, 4}});
        beyond["mask"] = encoded(QRect(-1, -1, 6, 6));
        const QTemporaryDir in;
        const Json shapes{loose, beyond};
        QVERIFY_RESULT(put(in.path(), QStringLiteral("x.json"), document(shapes)));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QVERIFY(std::get<geometry::Mask>(data.arrived(0).geometry) == mask);
        QVERIFY(std::get<geometry::Mask>(data.arrived(1).geometry) == mask);
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        QCOMPARE(difference(meaningOf(base::parseJson(document(shapes)).value()),
                            meaningOf(fileJson(out.path() + QStringLiteral("/x.json")))),
                 QString());
        // A mask that has grown out of its old window gets a new one.
        mask = extension::maskOf({QRect(20, 10, 1, 1), {1}}, QSize(30, 20));
        data.annotations[0][0].geometry = mask;
        const QTemporaryDir grown;
        QVERIFY_RESULT(write(data, grown.path()));
        QVERIFY(fileJson(grown.path() + QStringLiteral("/x.json"))["shapes"][0]["points"] == Json({{20.0, 10.0}, {20.0, 10.0}}));
        MemoryDataset again;
        QVERIFY_RESULT(read(grown.path(), again));
        QVERIFY(std::get<geometry::Mask>(again.arrived(0).geometry) == mask);
    }

    void badInput_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("kept");
        const auto row = [](const char *name, const QByteArray &text, const char *place, int kept) {
            QTest::newRow(name) << text << QString::fromLatin1(place) << kept;
        };
        const auto bad = [&](const char *name, const Json &shape, const char *place, int kept = 2) {
            row(name, document({rectangle, shape, rectangle}), place, kept);
        };
        bad("no points", shape("polygon", Json::array()), "shapes[1].points");
        bad("points are text", shape("polygon", "0,0"), "shapes[1].points");
        bad("one corner", shape("polygon", {{1, 1}}), "shapes[1].points");
        bad("two corners", shape("polygon", {{1, 1}, {2, 2}}), "shapes[1].points");
        bad("three numbers", shape("polygon", {{1, 1}, {2, 2, 3}, {1, 0}}), "shapes[1].points[1]");
        bad("text for a number", shape("line", {{1, 1}, {2, "x"}}), "shapes[1].points[1]");
        bad("half a rectangle", shape("rectangle", {{1, 1}}), "shapes[1].points");
        bad("circle of three", shape("circle", {{1, 1}, {2, 2}, {3, 3}}), "shapes[1].points");
        bad("line of three", shape("line", {{1, 1}, {2, 2}, {3, 3}}), "shapes[1].points");
        bad("line of one", shape("linestrip", {{1, 1}}), "shapes[1].points");
        bad("two points in one", shape("point", {{1, 1}, {2, 2}}), "shapes[1].points");
        bad("rotation of three", shape("rotation", {{1, 1}, {2, 2}, {3, 3}}), "shapes[1].points");
        bad("too large", shape("rectangle", {{-1e308, -1e308}, {1e308, 1e308}}), "shapes[1].points");
        bad("unknown shape", shape("blob", {{1, 1}, {2, 2}}), "shapes[1].shape_type");
        bad("shape is a number", {{"label", "x"}, {"points", {{1, 1}}}, {"shape_type", 7}}, "shapes[1].shape_type");
        bad("no label", {{"points", {{1, 1}, {2, 2}}}, {"shape_type", "rectangle"}}, "shapes[1].label");
        bad("label is a list", {{"label", {1}}, {"points", {{1, 1}, {2, 2}}}, {"shape_type", "rectangle"}}, "shapes[1].label");
        bad("not an object", 12, "shapes[1]");
        bad("mask without picture", shape("mask", {{1, 1}, {2, 2}}), "shapes[1].mask");
        Json mask = shape("mask", {{1, 1}, {2, 2}});
        mask["mask"] = "no base64!";
        bad("mask of nonsense", mask, "shapes[1].mask");
        mask["mask"] = labelme::encodedMask(geometry::Mask{3, 3, {9}}, QRect(0, 0, 3, 3));
        bad("mask of another size", mask, "shapes[1].mask");
        mask["points"] = {{5, 5}, {1, 1}};
        bad("mask turned inside out", mask, "shapes[1].points");
        mask["points"] = {{0, 0}, {1e9, 1e9}};
        bad("mask of a whole planet", mask, "shapes[1].points");
        Json link = rectangle;
        link["kie_linking"] = Json::array({{1, 2}});
        bad("link to nobody", link, "shapes[1].kie_linking", 3);
        QByteArray text = document({rectangle, shape("line", {{1, 1}, {77, 77}}), rectangle});
        row("NaN", QByteArray(text).replace("77", "NaN"), "shapes[1]", 2);
        row("infinite", QByteArray(text).replace("77", "1e999"), "shapes[1]", 2);
        row("not UTF-8", QByteArray(text).replace("\"line\"", "\"li\xff\xfe\""), "shapes[1]", 2);
        row("10,000 levels", QByteArray(text).replace("77", QByteArray("[").repeated(10000) + QByteArray("]").repeated(10000)),
            "shapes[1]", 2);
        QByteArray keys = "{";
        for (int i = 0; i < 5000; ++i)
            keys += '"' + QByteArray::number(i) + "\":1,";
        row("5,000 keys", QByteArray(text).replace("77", keys.chopped(1) + '}'), "shapes[1]", 2);
        row("truncated", text.left(text.indexOf("77")), "", 1);
        row("name leads out", document(Json::array({rectangle}), "../../etc/passwd.jpg"), "imagePath", 1);
        row("absolute name", document(Json::array({rectangle}), "/etc/passwd.jpg"), "imagePath", 1);
        row("drive letter", document(Json::array({rectangle}), "C:\\pictures\\a.jpg"), "imagePath", 1);
        row("no name", document(Json::array({rectangle}), ""), "imagePath", 1);
        row("name is not UTF-8", document(Json::array({rectangle}), "@").replace("@", "\xff.jpg"), "imagePath", 1);
        row("no size", document(Json::array({rectangle})).replace("\"imageWidth\":30", "\"imageWidth\":-3"), "imageWidth", 1);
        row("other JSON", "{\"images\":[]}", "", 0);
        row("shapes is a text", "{\"shapes\":\"x\"}", "", 0);
        row("a list", "[1]", "", 0);
        row("empty", "", "", 0);
        row("no JSON", "hello", "", 0);
    }
    void badInput()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        QFETCH(int, kept);
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("b/bad.json"), text));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("z.json"), document(Json::array({rectangle}), "fine.jpg")));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        const auto labels = std::count_if(data.arrival.begin(), data.arrival.end(), [&](const auto &at) {
            return std::holds_alternative<geometry::Box>(data.annotations[std::size_t(at.first)][at.second].geometry);
        });
        QVERIFY2(labels == kept + 1, qPrintable(QString::number(labels) + data.issueText()));
        QVERIFY2(std::any_of(data.issues.begin(), data.issues.end(),
                             [&](const Issue &i) {
                                 return i.file == QLatin1String("b/bad.json") && i.place == place && !i.text.isEmpty();
                             }),
                 qPrintable(data.issueText()));
        for (const auto &item : data.items)
            QVERIFY2(!item.name.contains(QLatin1String("..")) && !item.name.startsWith(QLatin1Char('/')), qPrintable(item.name));
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(again.annotationCount(), data.annotationCount());
    }

    void picturesAreFound()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("ann/x.json"),
                           document(Json::array({rectangle}), "..\\img\\a.png").replace("30", "null")));
        QVERIFY(QDir(in.path()).mkpath(QStringLiteral("img")));
        QVERIFY(QImage(7, 3, QImage::Format_RGB32).save(in.path() + QStringLiteral("/img/a.png")));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.items[0].name, QStringLiteral("img/a.png"));
        QCOMPARE(data.items[0].width, 7);
        QVERIFY(!data.items[0].path.isEmpty());
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path(), {{QStringLiteral("media"), QStringLiteral("copy")}}));
        QVERIFY(fileJson(out.path() + QStringLiteral("/ann/x.json"))["imagePath"] == "..\\img\\a.png");
        QVERIFY(QFileInfo::exists(out.path() + QStringLiteral("/img/a.png")));
    }

    void lossesAreCounted()
    {
        MemoryDataset data;
        const QString item = QStringLiteral("a.png");
        const QString x = QStringLiteral("x");
        const geometry::Ring triangle{{0, 0}, {9, 0}, {9, 9}};
        const geometry::Ring hole{{4, 1}, {8, 1}, {8, 2}};
        data.add(item, x, geometry::Polygon{{{triangle, {hole}}}});
        data.add(item, x, geometry::Polygon{{{triangle, {}}, {triangle, {}}}});
        data.add(item, x, geometry::Box{0, 0, 1, 1}).role = model::Role::Crowd;
        data.add(item, x, geometry::Mask{16, 16, {5, 2, 249}}).score = 0.5;
        data.add(item, x, geometry::RotatedBox{5, 5, 2, 2, 0.3}).zOrder = 2;
        data.add(item, x, geometry::Ellipse{5, 5, 2, 2, 0.3});
        data.add(item, x, geometry::Ellipse{5, 5, 2, 3, 0.3});
        data.add(item, x, geometry::KeyPoints{{{1, 1, 2}, {2, 2, 1}, {0, 0, 0}}, QStringLiteral("body")});
        data.add(item, x, geometry::KeyPoints{{{1, 1, 0}}, {}});
        const AnnotationId one = data.add(item, x, geometry::Box{5, 5, 2, 2}).id;
        auto &two = data.add(item, x, geometry::Box{5, 5, 2, 2});
        two.attributes[QStringLiteral("count")] = 2.0;
        two.attributes[QStringLiteral("asked")] = model::CannotTell{};
        const AnnotationId other = two.id;
        data.add(item, x, geometry::Polyline{{{0, 0}, {1, 1}}});
        data.add(item, x, geometry::ItemLabel{});
        data.add(item, {}, geometry::Relation{one, other, QStringLiteral("holds")});
        data.add(item, {}, geometry::Box{0, 0, 1, 1});
        data.items[0].width = data.items[0].height = 16;
        const auto counted = [&](const char *dialect) {
            std::map<QString, std::int64_t> counts;
            const auto losses = format.checkExport(data, {{}, {{QStringLiteral("dialect"), QString::fromLatin1(dialect)}}});
            for (const auto &loss : losses.value_or(std::vector<extension::Loss>()))
                counts[loss.what] += loss.count;
            return counts;
        };
        const auto text = [](const char *t) { return QString::fromLatin1(t); };
        const std::map<QString, std::int64_t> inLabelme{{text("polygons with holes"), 1},
                                                        {text("polygons of several parts"), 1},
                                                        {text("crowd regions"), 1},
                                                        {text("rotated boxes"), 1},
                                                        {text("ellipses"), 1},
                                                        {text("key points"), 2},
                                                        {text("attributes"), 1},
                                                        {text("relations"), 1},
                                                        {text("labels without a class"), 1},
                                                        {text("labels with a drawing order"), 1}};
        QCOMPARE(counted("labelme"), inLabelme);
        const std::map<QString, std::int64_t> inOther{{text("polygons with holes"), 1},
                                                      {text("polygons of several parts"), 1},
                                                      {text("crowd regions"), 1},
                                                      {text("masks"), 1},
                                                      {text("ellipses"), 1},
                                                      {text("key points"), 2},
                                                      {text("attributes"), 2},
                                                      {text("names of relations"), 1},
                                                      {text("labels without a class"), 1},
                                                      {text("labels with a drawing order"), 1}};
        QCOMPARE(counted("x-anylabeling"), inOther);
        for (const char *dialect : {"labelme", "x-anylabeling"}) {
            const QTemporaryDir out;
            QVERIFY_RESULT(write(data, out.path(), {{QStringLiteral("dialect"), QString::fromLatin1(dialect)}}));
            MemoryDataset again;
            QVERIFY_RESULT(read(out.path(), again));
            QVERIFY2(again.issues.empty(), qPrintable(again.issueText()));
            QCOMPARE(again.annotationCount(), dialect[0] == 'l' ? 13 : 14);
        }
    }

    // Every field that Labelme's reader asks for is there in a label made here.
    void newLabelsAreWhole()
    {
        MemoryDataset data;
        data.add(QStringLiteral("d/a.png"), QStringLiteral("x"), geometry::Box{1, 2, 3, 4}).attributes[QStringLiteral("on")] =
            true;
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        const Json expected =
            base::parseJson(R"({"version": "5.5.0", "flags": {}, "shapes": [{"label": "x", "points": [[1, 2], [4, 6]],
            "group_id": null, "description": null, "shape_type": "rectangle", "flags": {"on": true}, "mask": null}],
            "imagePath": "a.png", "imageData": null, "imageHeight": null, "imageWidth": null})")
                .value();
        QCOMPARE(difference(expected, fileJson(out.path() + QStringLiteral("/d/a.json"))), QString());
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
        const auto point = [&] { return geometry::Point{random.uniform(-10, 5000), double(random.below(5000))}; };
        MemoryDataset data;
        for (std::uint64_t i = 0; i < 1 + random.below(4); ++i)
            for (std::uint64_t k = 0; k < 1 + random.below(8); ++k) {
                const geometry::Geometry shapes[] = {
                    geometry::Box{random.uniform(-10, 5000), 1, random.uniform(0, 50), double(random.below(500))},
                    geometry::Polygon{{{{point(), point(), point(), point()}, {}}}},
                    geometry::Polyline{{point(), point()}},
                    geometry::Polyline{{point(), point(), point()}},
                    geometry::KeyPoints{{{random.uniform(0, 9), 3, 2}}, {}},
                    geometry::KeyPoints{{{random.uniform(0, 9), 3, 2}, {1, 1, 2}}, {}},
                    geometry::Ellipse{1, 2, 7.5, 7.5, 0},
                    extension::maskOf({QRect(1, 1, 2, 2), {1, 0, 0, 1}}, QSize(60, 40)),
                    geometry::ItemLabel{}};
                auto &label = data.add(QStringLiteral("dir/ü & <%1>.png").arg(i), QStringLiteral("c \"%1\" ü").arg(k),
                                       shapes[random.below(std::size(shapes))]);
                if (std::holds_alternative<geometry::ItemLabel>(label.geometry))
                    continue;
                if (random.below(2) == 0)
                    label.score = random.uniform(0, 1);
                const model::AttributeValue values[] = {true, false, 2.5, QStringLiteral("text ü"), std::monostate{}};
                for (const char *key : {"difficult", "description", "size"})
                    if (random.below(2) == 0)
                        label.attributes[QString::fromLatin1(key)] = values[random.below(std::size(values))];
            }
        for (auto &item : data.items)
            std::tie(item.width, item.height) = std::pair(60, 40);
        QVERIFY(format.checkExport(data, {})->empty());
        const QTemporaryDir one;
        const QTemporaryDir two;
        MemoryDataset second;
        MemoryDataset third;
        QVERIFY_RESULT(write(data, one.path()));
        QCOMPARE(data.writtenAnnotations, data.annotationCount());
        QVERIFY_RESULT(read(one.path(), second));
        QVERIFY2(second.issues.empty(), qPrintable(second.issueText()));
        QCOMPARE(second.annotationCount(), data.annotationCount());
        for (std::size_t i = 0; i < data.items.size(); ++i) {
            const auto source = std::find_if(second.items.begin(), second.items.end(),
                                             [&](const auto &item) { return item.name == data.items[i].name; });
            QVERIFY(source != second.items.end());
            auto sorted = [](std::vector<model::Annotation> list) {
                std::stable_partition(list.begin(), list.end(),
                                      [](const auto &a) { return std::holds_alternative<geometry::ItemLabel>(a.geometry); });
                return list;
            };
            const auto before = sorted(data.annotations[i]);
            const auto &after = second.annotations[std::size_t(source - second.items.begin())];
            QCOMPARE(before.size(), after.size());
            for (std::size_t k = 0; k < before.size(); ++k) {
                QCOMPARE(difference(model::geometryToJson(before[k].geometry), model::geometryToJson(after[k].geometry)),
                         QString());
                QVERIFY(before[k].attributes == after[k].attributes && before[k].score == after[k].score);
                if (!std::holds_alternative<geometry::ItemLabel>(before[k].geometry))
                    QCOMPARE(data.classNameOf(before[k]), second.classNameOf(after[k]));
            }
        }
        QVERIFY_RESULT(write(second, two.path()));
        QVERIFY_RESULT(read(two.path(), third));
        QCOMPARE(difference(second, third), QString());
    }

    void probes()
    {
        const QTemporaryDir in;
        const QString file = in.path() + QStringLiteral("/x.json");
        const auto confidence = [&](const QByteArray &text) {
            static_cast<void>(put(in.path(), QStringLiteral("x.json"), text));
            const int ofFile = int(format.probe(file).confidence);
            return ofFile == int(format.probe(in.path()).confidence) ? ofFile : -1;
        };
        QCOMPARE(confidence(document(Json::array({rectangle}))), int(extension::ProbeResult::Certain));
        QCOMPARE(confidence(document(Json::array())), int(extension::ProbeResult::Certain));
        QCOMPARE(confidence(document(Json(std::vector<Json>(3000, rectangle)))), int(extension::ProbeResult::Certain));
        QCOMPARE(confidence("{\"shapes\": [{\"label\": 1, \"points\": 2}]}"), int(extension::ProbeResult::Medium));
        QCOMPARE(confidence("{\"images\": [], \"annotations\": []}"), int(extension::ProbeResult::None));
        QCOMPARE(confidence("[]"), int(extension::ProbeResult::None));
        QCOMPARE(confidence(""), int(extension::ProbeResult::None));
    }

    void groupsGoInAndOut()
    {
        const auto of = [](Json group) {
            Json json = rectangle;
            json["group_id"] = std::move(group);
            return json;
        };
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("a.json"),
                           document(Json::array({of(0), of(7), of(0), of(7), of(3), of(nullptr), of("x")}))));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        const auto group = [&](std::size_t i) { return data.arrived(i).group; };
        QVERIFY(!group(0).isNull() && group(0) == group(2) && !group(1).isNull() && group(1) == group(3) && group(0) != group(1));
        QVERIFY(group(4).isNull() && group(5).isNull() && group(6).isNull());
        const auto written = [&] {
            const QTemporaryDir out;
            Json ids = Json::array();
            if (!write(data, out.path()))
                return QByteArray("not written");
            const Json file = fileJson(out.path() + QStringLiteral("/a.json"));
            for (const Json &entry : file["shapes"])
                ids.push_back(entry["group_id"]);
            return base::toJsonLine(ids);
        };
        QCOMPARE(lossesOf(format, data), LossCounts());
        QCOMPARE(written(), QByteArray("[0,7,0,7,3,null,\"x\"]"));
        // One leaves its group, two others make a new one, and the last of a third is told apart from them.
        data.annotations[0][2].group = {};
        data.annotations[0][5].group = data.annotations[0][6].group = GroupId{Uuid::fromName("group", "new")};
        QCOMPARE(written(), QByteArray("[0,7,null,7,3,8,8]"));
        data.annotations[0][0].group = {};
        QCOMPARE(written(), QByteArray("[null,7,null,7,3,8,8]"));
    }

    void aLinkNeedsAGroupOfItsOwn()
    {
        MemoryDataset data;
        const QString item = QStringLiteral("a.png");
        for (int i = 0; i < 3; ++i)
            data.add(item, QStringLiteral("cat"), geometry::Box{1, 1, 4, 4});
        data.items[0].width = data.items[0].height = 20;
        auto &labels = data.annotations[0];
        labels[0].group = labels[1].group = GroupId{Uuid::fromName("group", "1")};
        const AnnotationId shared = labels[0].id;
        const AnnotationId alone = labels[2].id;
        data.add(item, {}, geometry::Relation{shared, alone, QStringLiteral("kie_linking")});
        const extension::FormatOptions options{{QStringLiteral("dialect"), QStringLiteral("x-anylabeling")}};
        QCOMPARE(lossesOf(format, data, options)[QStringLiteral("relations")], 1);
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path(), options));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QVERIFY2(again.issues.empty(), qPrintable(again.issueText()));
        QCOMPARE(again.annotationCount(), 3);
        QVERIFY(!again.arrived(0).group.isNull() && again.arrived(0).group == again.arrived(1).group);
    }

    void failuresAreWords()
    {
        const QTemporaryDir none;
        MemoryDataset data;
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::NotFound);
        QVERIFY_FAILS(read(none.path() + QStringLiteral("/x"), data), ErrorCode::NotFound);
        for (const char *option : {"empty", "media", "dialect"})
            QVERIFY_FAILS(format.write(data, {none.path(), {{QString::fromLatin1(option), QStringLiteral("x")}}}),
                          ErrorCode::InvalidArgument);
        QVERIFY_RESULT(put(none.path(), QStringLiteral("a.json"), "{}"));
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::Malformed);
        QVERIFY_RESULT(put(none.path(), QStringLiteral("a.json"), document(Json::array({rectangle}))));
        data.failAfterBatches = 0;
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::NoSpace);
        data.jobControl.cancel();
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::Cancelled);
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::LabelmeTest)
#include "tst_labelme.moc"
