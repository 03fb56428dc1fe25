// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/extension/maskwindow.h"
#include "core/geometry/mask.h"
#include "plugins/formats/datumaro/datumaroformat.h"
#include "tests/support/formatattack.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QObject>
#include <QTemporaryDir>
#include <QTest>

namespace plumbline::test {

namespace {

const datumaro::DatumaroFormat format;

Result<> read(const QString &path, MemoryDataset &into)
{
    return format.read({path, {}, {}}, into);
}

Result<> write(const MemoryDataset &data, const QString &folder, extension::FormatOptions options = {})
{
    return writeFormat(format, data, folder, std::move(options));
}

QByteArray document(const Json &annotations, const QByteArray &image = "{\"path\":\"a.jpg\",\"size\":[20,30]}")
{
    return "{\"info\":{},\"categories\":{\"label\":{\"labels\":[{\"name\":\"cat\",\"parent\":\"\",\"attributes\":[]}],"
           "\"attributes\":[]}},"
           "\"items\":[{\"id\":\"a\",\"annotations\":"
           + base::toJsonLine(annotations) + ",\"image\":" + image + "}]}";
}

Json entry(const char *type, const char *key, Json value)
{
    Json json = {{"id", 0}, {"type", type}, {"attributes", Json::object()}, {"group", 0}, {"label_id", 0}};
    json[key] = std::move(value);
    json["z_order"] = 0;
    return json;
}

const Json box = entry("bbox", "bbox", {1.5, 2, 3, 4});

}  // namespace

class DatumaroTest final : public QObject
{
    Q_OBJECT

private slots:
    void accidentsAreSurvived() { QVERIFY_RESULT(attack(format, 60)); }

    void samplesRoundTrip()
    {
        PLUMBLINE_SAMPLE(path, "annotations/datumaro/datumaro_dataset/legacy");
        QCOMPARE(int(format.probe(path).confidence), int(extension::ProbeResult::Certain));
        MemoryDataset first;
        QVERIFY_RESULT(read(path, first));
        QVERIFY2(first.issues.empty(), qPrintable(first.issueText()));
        QCOMPARE(first.itemCount(), 4);
        QCOMPARE(first.annotationCount(), 7);
        QVERIFY(format.checkExport(first, {path, {}})->empty());
        for (const char *media : {"none", "copy"}) {
            const QTemporaryDir out;
            QVERIFY_RESULT(write(first, out.path(), {{QStringLiteral("media"), QString::fromLatin1(media)}}));
            for (const char *subset : {"test", "train", "validation"}) {
                const QString file = QStringLiteral("/annotations/") + QLatin1String(subset) + QStringLiteral(".json");
                QCOMPARE(difference(fileJson(path + file), fileJson(out.path() + file)), QString());
            }
            MemoryDataset second;
            QVERIFY_RESULT(read(out.path(), second));
            QVERIFY2(second.issues.empty(), qPrintable(second.issueText()));
            if (media[0] == 'c')
                QCOMPARE(difference(first, second), QString());
        }
    }

    // Written from the format's pages and CVAT's: the sample has labels of whole pictures alone.
    void everyTypeRoundTrips()
    {
        Json turned = box;
        turned["attributes"] = {{"rotation", -30.0}, {"occluded", false}, {"track_id", 3}, {"odd", {1, 2}}, {"none", nullptr}};
        turned["group"] = 7;
        turned["id"] = 12;
        turned["object_id"] = 5;
        Json upright = box;
        upright["attributes"] = {{"rotation", 0.0}, {"score", 0.5}};
        upright["z_order"] = -4;
        Json crowd = entry("mask", "rle", {{"counts", {5, 3, 592}}, {"size", {20, 30}}});
        crowd["attributes"] = {{"is_crowd", true}};
        Json mask =
            entry("mask", "rle", {{"counts", geometry::compressRuns({30, 20, {5, 3, 592}}).toStdString()}, {"size", {20, 30}}});
        mask["attributes"] = {{"is_crowd", false}};
        Json points = entry("points", "points", {1, 2, 3.25, 4});
        points["visibility"] = {2, 1};
        Json plain = entry("points", "points", {1, 2});
        const Json joint = {{"id", 0},      {"type", "points"}, {"attributes", {{"occluded", true}}},
                            {"group", 0},   {"label_id", 2},    {"points", {4.0, 5.0}},
                            {"z_order", 0}, {"visibility", {1}}};
        const Json skeleton = {{"id", 9},    {"type", "skeleton"}, {"attributes", Json::object()},
                               {"group", 0}, {"label_id", 1},      {"elements", {joint, joint}}};
        Json closed = entry("polygon", "points", {0, 0, 9, 0, 9, 9, 0, 0});
        closed["label_id"] = nullptr;
        const Json caption = {
            {"id", 1}, {"type", "caption"}, {"attributes", {{"language", "en"}}}, {"group", 0}, {"caption", "a cat"}};
        const Json tag = {{"id", 1}, {"type", "label"}, {"attributes", {{"caption", "not one"}}}, {"group", 0}, {"label_id", 2}};
        const Json cuboid = {{"id", 2}, {"type", "cuboid_3d"}, {"position", {1, 2, 3}}};
        const Json annotations{turned,
                               upright,
                               crowd,
                               mask,
                               points,
                               plain,
                               skeleton,
                               cuboid,
                               entry("polygon", "points", {0, 0, 9, 0, 9, 9}),
                               closed,
                               entry("polyline", "points", {0, 0, 9, 9}),
                               entry("ellipse", "points", {0, 0, 9, 5}),
                               entry("rotated_bbox", "points", {9, 8, 5, 3, 30}),
                               caption,
                               tag,
                               cuboid};
        const Json root = {{"dm_format_version", "1.0"},
                           {"media_type", 2},
                           {"infos", {{"author", "me"}}},
                           {"future", {1, 2}},
                           {"categories",
                            {{"label",
                              {{"labels",
                                {{{"name", "cat"}, {"parent", ""}, {"attributes", {"occluded"}}},
                                 {{"name", "body"}, {"parent", ""}, {"attributes", Json::array()}},
                                 {{"name", "head"}, {"parent", "body"}, {"attributes", Json::array()}, {"extra", 1}}}},
                               {"label_groups", Json::array()},
                               {"attributes", {"occluded"}}}},
                             {"mask", {{"colormap", {{{"label_id", 0}, {"r", 1}, {"g", 2}, {"b", 3}}}}}},
                             {"points", {{"items", {{{"label_id", 0}, {"labels", {"a", "b"}}, {"joints", {{1, 2}}}}}}}}}},
                           {"items",
                            {{{"id", "dir/a"},
                              {"annotations", annotations},
                              {"attr", {{"frame", 3}}},
                              {"image", {{"path", "dir/a.png"}, {"size", {20, 30}}}},
                              {"media", {{"path", "dir/a.png"}}}},
                             {{"id", "b"}, {"annotations", Json::array()}, {"image", {{"path", ""}}}}}}};
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("annotations/train.json"), base::toJsonLine(root)));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY2(data.issues.size() == 2 && data.issues[0].place == QLatin1String("items[0].annotations[7].type"),
                 qPrintable(data.issueText()));
        QCOMPARE(data.annotationCount(), 14);
        const auto *rotated = std::get_if<geometry::RotatedBox>(&data.arrived(0).geometry);
        QVERIFY(rotated && rotated->cx == 3 && rotated->cy == 4 && std::abs(rotated->angleRadians + 0.5235987755982988) < 1e-12);
        QVERIFY(std::holds_alternative<geometry::Box>(data.arrived(1).geometry) && data.arrived(1).attributes.empty());
        QVERIFY(data.arrived(1).score == 0.5 && data.arrived(1).zOrder == -4);
        QVERIFY(data.arrived(2).role == model::Role::Crowd && data.arrived(3).role == model::Role::Object);
        QVERIFY(std::get<geometry::Mask>(data.arrived(2).geometry) == std::get<geometry::Mask>(data.arrived(3).geometry));
        QVERIFY((std::get<geometry::KeyPoints>(data.arrived(4).geometry)
                 == geometry::KeyPoints{{{1, 2, 2}, {3.25, 4, 1}}, QStringLiteral("cat")}));
        QVERIFY((std::get<geometry::KeyPoints>(data.arrived(6).geometry)
                 == geometry::KeyPoints{{{4, 5, 1}, {4, 5, 1}}, QStringLiteral("body")}));
        QVERIFY((std::get<geometry::Ellipse>(data.arrived(10).geometry) == geometry::Ellipse{4.5, 2.5, 4.5, 2.5, 0}));
        QCOMPARE(data.classNameOf(data.arrived(12)), QString());
        QVERIFY(data.arrived(12).attributes.at(QStringLiteral("caption")) == model::AttributeValue(QStringLiteral("a cat")));
        QVERIFY(format.checkExport(data, {})->empty());
        QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        const QString file = QStringLiteral("/annotations/train.json");
        QCOMPARE(difference(root, fileJson(out.path() + file)), QString());
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(difference(data, again), QString());

        // What was kept steps back where a label has changed, and the rest of it stays.
        data.annotations[0][0].geometry = geometry::Box{0, 0, 2, 2};
        data.annotations[0][1].attributes[QStringLiteral("late")] = true;
        std::get<geometry::KeyPoints>(data.annotations[0][6].geometry).points[1] = {7, 8, 2};
        const QTemporaryDir edited;
        QVERIFY_RESULT(write(data, edited.path()));
        const Json now = fileJson(edited.path() + file)["items"][0]["annotations"];
        QVERIFY(now[0]["bbox"] == Json({0.0, 0.0, 2.0, 2.0}) && now[0]["group"] == 7 && now[0]["id"] == 12
                && now[0]["object_id"] == 5);
        QVERIFY(!now[0]["attributes"].contains("rotation") && now[0]["attributes"]["odd"] == Json({1, 2}));
        QVERIFY(now[1]["attributes"]["late"] == true && now[1]["attributes"]["score"] == 0.5);
        QVERIFY(now[6]["type"] == "skeleton" && now[6]["elements"][0] == joint
                && now[6]["elements"][1]["points"] == Json({7.0, 8.0}));
        QVERIFY(now[6]["elements"][1]["attributes"] == joint["attributes"]);
    }

    void badInput_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("kept");
        const auto row = [](const char *name, const QByteArray &text, const char *place, int kept) {
            QTest::newRow(name) << text << QString::fromLatin1(place) << kept;
        };
        const auto bad = [&](const char *name, const Json &annotation, const char *place, int kept = 2) {
            row(name, document(Json::array({box, annotation, box})), ("items[0].annotations[1]" + QByteArray(place)).constData(),
                kept);
        };
        bad("not an object", 7, "");
        bad("no type", {{"label_id", 0}}, ".type");
        bad("unknown type", entry("blob", "points", {1, 2}), ".type");
        bad("three edges", entry("bbox", "bbox", {1, 2, 3}), ".bbox");
        bad("negative box", entry("bbox", "bbox", {1, 2, -3, 4}), "");
        bad("box of text", entry("bbox", "bbox", {1, 2, 3, "4"}), ".bbox");
        bad("no points", entry("polygon", "points", Json::array()), ".points");
        bad("one corner", entry("polygon", "points", {1, 1}), "");
        bad("two corners", entry("polygon", "points", {1, 1, 2, 2}), "");
        bad("half a point", entry("polygon", "points", {1, 1, 2, 2, 3}), ".points");
        bad("line of one", entry("polyline", "points", {1, 1}), "");
        bad("ellipse of three", entry("ellipse", "points", {1, 1, 2}), ".points");
        bad("ellipse inside out", entry("ellipse", "points", {5, 5, 2, 2}), "");
        bad("rotated box of four", entry("rotated_bbox", "points", {5, 5, 2, 2}), ".points");
        Json seen = entry("points", "points", {1, 1, 2, 2});
        seen["visibility"] = {1};
        bad("too few visibilities", seen, ".visibility");
        seen["visibility"] = {1, 3};
        bad("unknown visibility", seen, ".visibility");
        bad("skeleton of nothing", entry("skeleton", "elements", Json::array()), ".elements");
        bad("skeleton of numbers", entry("skeleton", "elements", {1}), ".elements");
        bad("mask without size", entry("mask", "rle", {{"counts", {600}}}), ".rle.size");
        bad("mask of another size", entry("mask", "rle", {{"counts", {4}}, {"size", {2, 2}}}), ".rle.size");
        bad("mask that does not fill", entry("mask", "rle", {{"counts", {5, 3}}, {"size", {20, 30}}}), "");
        bad("mask that overflows", entry("mask", "rle", {{"counts", {4294967295U, 4294967295U}}, {"size", {20, 30}}}), "");
        bad("mask of negative runs", entry("mask", "rle", {{"counts", {-1, 601}}, {"size", {20, 30}}}), ".rle.counts");
        bad("mask of nonsense", entry("mask", "rle", {{"counts", "\x01\x02"}, {"size", {20, 30}}}), ".rle.counts");
        Json stranger = box;
        stranger["label_id"] = 18;
        bad("class not in the list", stranger, ".label_id", 3);
        stranger["label_id"] = -1;
        bad("negative class", stranger, ".label_id", 3);
        stranger["label_id"] = "cat";
        bad("class is a text", stranger, ".label_id");
        const QByteArray text = document(Json::array({box, entry("polyline", "points", {1, 1, 77, 2}), box}));
        const QByteArray items = QByteArray(text).replace("\"items\":[", "\"items\":[{\"id\":\"z\",\"annotations\":[77]},");
        row("NaN", QByteArray(items).replace("[77]", "[NaN]"), "items[0]", 3);
        row("infinite", QByteArray(items).replace("[77]", "[1e999]"), "items[0]", 3);
        row("not UTF-8", QByteArray(items).replace("[77]", "[\"\xff\xfe\"]"), "items[0]", 3);
        row("10,000 levels", QByteArray(items).replace("[77]", QByteArray("[").repeated(10000) + QByteArray("]").repeated(10000)),
            "items[0]", 3);
        row("truncated", items.left(items.lastIndexOf("77")), "", 0);
        row("item is a number", QByteArray(text).replace("\"items\":[", "\"items\":[5,"), "items[0]", 3);
        row("labels are no list", document("x"), "items[0].annotations", 0);
        row("a scene", QByteArray(text).replace("\"id\":\"a\"", "\"point_cloud\":{}"), "items[0]", 0);
        row("name leads out", document(Json::array({box}), "{\"path\":\"../../etc/passwd.jpg\"}"), "items[0].image.path", 1);
        row("absolute name", document(Json::array({box}), "{\"path\":\"/etc/passwd.jpg\"}"), "items[0].image.path", 1);
        row("nameless", QByteArray(document(Json::array({box}), "{}")).replace("\"id\":\"a\"", "\"id\":\"../a\""), "items[0].id",
            0);
        row("wrong size", document(Json::array({box}), "{\"path\":\"a.jpg\",\"size\":[-1,2]}"), "items[0].image.size", 1);
        row("nameless class", QByteArray(text).replace("\"name\":\"cat\"", "\"name\":5"), "categories.label.labels[0]", 3);
        row("categories are broken", QByteArray(text).replace("\"parent\":\"\"", "\"parent\":bad"), "categories", 3);
    }
    void badInput()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        QFETCH(int, kept);
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("annotations/bad.json"), text));
        QVERIFY_RESULT(
            put(in.path(), QStringLiteral("annotations/z.json"), document(Json::array({box}), "{\"path\":\"fine.jpg\"}")));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        const auto labels = std::count_if(data.arrival.begin(), data.arrival.end(), [&](const auto &at) {
            return std::holds_alternative<geometry::Box>(data.annotations[std::size_t(at.first)][at.second].geometry);
        });
        const int lines = text.contains("polyline") && kept == 3 ? 1 : 0;
        QVERIFY2(labels + lines == kept + 1, qPrintable(QString::number(labels) + data.issueText()));
        QVERIFY2(std::any_of(data.issues.begin(), data.issues.end(),
                             [&](const Issue &i) {
                                 return i.file == QLatin1String("annotations/bad.json") && i.place == place && !i.text.isEmpty();
                             }),
                 qPrintable(data.issueText()));
        for (const auto &item : data.items)
            QVERIFY2(!item.name.contains(QLatin1String("..")) && !item.name.startsWith(QLatin1Char('/')), qPrintable(item.name));
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(again.annotationCount(), data.annotationCount());
        for (const auto &[file, content] : {std::pair("bad", fileJson(out.path() + QStringLiteral("/annotations/bad.json")))})
            QVERIFY2(content.dump().find("/etc/") == std::string::npos, file);
    }

    void subsetsKeepTheirNamesApart()
    {
        const QTemporaryDir in;
        for (const char *subset : {"train", "val"})
            QVERIFY_RESULT(put(in.path(), QStringLiteral("annotations/") + QLatin1String(subset) + QStringLiteral(".json"),
                               document(Json::array({box}))));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QCOMPARE(data.items[0].name, QStringLiteral("a.jpg"));
        QCOMPARE(data.items[1].name, QStringLiteral("val/a.jpg"));
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        for (const char *subset : {"train", "val"})
            QCOMPARE(difference(base::parseJson(document(Json::array({box}))).value(),
                                fileJson(out.path() + QStringLiteral("/annotations/") + QLatin1String(subset)
                                         + QStringLiteral(".json"))),
                     QString());
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
        data.add(item, x, geometry::Box{0, 0, 1, 1}).role = model::Role::Ignore;
        data.add(item, x, geometry::Ellipse{5, 5, 2, 3, 0.3});
        data.add(item, x, geometry::KeyPoints{{{1, 1, 2}, {2, 2, 1}, {0, 0, 0}}, QStringLiteral("body")});
        const AnnotationId one = data.add(item, x, geometry::Box{5, 5, 2, 2}).id;
        auto &two = data.add(item, x, geometry::Box{5, 5, 2, 2});
        two.attributes[QStringLiteral("rotation")] = 2.0;
        two.attributes[QStringLiteral("asked")] = model::CannotTell{};
        const AnnotationId other = two.id;
        data.add(item, {}, geometry::Relation{one, other, QStringLiteral("holds")});
        data.add(item, {}, geometry::ItemLabel{});
        data.add(item, {}, geometry::Box{0, 0, 1, 1}).track = TrackId{Uuid::fromName("t", "t")};
        data.items[0].width = data.items[0].height = 16;
        std::map<QString, std::int64_t> counts;
        const auto losses = format.checkExport(data, {});
        QVERIFY_RESULT(losses);
        for (const auto &loss : *losses)
            counts[loss.what] += loss.count;
        const auto text = [](const char *t) { return QString::fromLatin1(t); };
        const std::map<QString, std::int64_t> expected{{text("polygons with holes"), 1}, {text("polygons of several parts"), 1},
                                                       {text("ignore regions"), 1},      {text("ellipses"), 1},
                                                       {text("names of skeletons"), 1},  {text("attributes"), 2},
                                                       {text("relations"), 1},           {text("labels without a class"), 1},
                                                       {text("labels of tracks"), 1}};
        QCOMPARE(counts, expected);
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QVERIFY2(again.issues.empty(), qPrintable(again.issueText()));
        QCOMPARE(again.annotationCount(), 9);
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
                    geometry::RotatedBox{random.uniform(-10, 5000), 1, random.uniform(0, 50), 7, random.uniform(0.1, 6)},
                    geometry::Polygon{{{{point(), point(), point(), point()}, {}}}},
                    geometry::Polyline{{point(), point(), point()}},
                    geometry::KeyPoints{{{random.uniform(0, 9), 3, 2}, {1, 1, int(random.below(3))}}, {}},
                    geometry::Ellipse{1, 2, 7.5, random.uniform(1, 9), 0},
                    extension::maskOf({QRect(1, 1, 2, 2), {1, 0, 0, 1}}, QSize(60, 40)),
                    geometry::ItemLabel{}};
                auto &label = data.add(QStringLiteral("dir/ü & <%1>.png").arg(i), QStringLiteral("c \"%1\" ü").arg(k),
                                       shapes[random.below(std::size(shapes))]);
                if (random.below(2) == 0)
                    label.score = random.uniform(0, 1);
                if (!std::holds_alternative<geometry::ItemLabel>(label.geometry))
                    label.zOrder = static_cast<std::int32_t>(random.below(5)) - 2;
                label.role = random.below(3) == 0 ? model::Role::Crowd : model::Role::Object;
                const model::AttributeValue values[] = {true, false, 2.5, QStringLiteral("text ü"), std::monostate{}};
                for (const char *key : {"occluded", "caption", "size"})
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
            QCOMPARE(second.items[i].name, data.items[i].name);
            QCOMPARE(second.annotations[i].size(), data.annotations[i].size());
            for (std::size_t k = 0; k < data.annotations[i].size(); ++k) {
                const auto &before = data.annotations[i][k];
                const auto &after = second.annotations[i][k];
                QCOMPARE(difference(model::geometryToJson(before.geometry), model::geometryToJson(after.geometry)), QString());
                QVERIFY(before.attributes == after.attributes && before.score == after.score && before.zOrder == after.zOrder
                        && before.role == after.role);
                QCOMPARE(data.classNameOf(before), second.classNameOf(after));
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
        QCOMPARE(confidence(document(Json::array({box}))), int(extension::ProbeResult::Certain));
        QCOMPARE(confidence(document(Json(std::vector<Json>(3000, box)))), int(extension::ProbeResult::Certain));
        QCOMPARE(confidence("{\"items\": [{\"annotations\": []}]}"), int(extension::ProbeResult::Medium));
        QCOMPARE(confidence("{\"images\": [], \"annotations\": [], \"categories\": []}"), int(extension::ProbeResult::None));
        QCOMPARE(confidence("[]"), int(extension::ProbeResult::None));
        QCOMPARE(confidence(""), int(extension::ProbeResult::None));
    }

    // Whatever is done to a file: it is read or refused, and what was read can be written.
    void mutationsAreSurvived_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 150; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void mutationsAreSurvived()
    {
        QFETCH(int, seed);
        base::SeededRandom random(static_cast<std::uint64_t>(seed));
        const QByteArray text = document(
            Json::array({box, entry("polygon", "points", {0, 0, 9, 0, 9, 9}), entry("points", "points", {1, 2, 3, 4}),
                         entry("mask", "rle", {{"counts", {5, 3, 592}}, {"size", {20, 30}}}),
                         entry("skeleton", "elements", Json::array({entry("points", "points", {1, 2})})),
                         entry("caption", "caption", "words"), entry("label", "attributes", {{"score", 1}, {"is_crowd", true}}),
                         entry("rotated_bbox", "points", {9, 8, 5, 3, 30}), entry("cuboid_3d", "position", {1, 2, 3})}));
        const QTemporaryDir folder;
        QVERIFY_RESULT(surviveText(format, folder.path(), QStringLiteral("x.json"), mutated(text, random)));
    }

    void groupsGoInAndOut()
    {
        Json grouped[] = {box, box, box, box};
        for (int i = 0; i < 4; ++i)
            grouped[i]["group"] = i < 3 ? 5 : 6;
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("x.json"),
                           document(Json::array({grouped[0], grouped[1], grouped[2], grouped[3], box}))));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        auto &labels = data.annotations[0];
        QVERIFY(!labels[0].group.isNull() && labels[0].group == labels[1].group && labels[1].group == labels[2].group);
        QVERIFY(labels[3].group.isNull() && labels[4].group.isNull());
        const auto written = [&] {
            const QTemporaryDir out;
            Json groups = Json::array();
            if (!write(data, out.path()))
                return QByteArray("not written");
            const Json file = fileJson(out.path() + QStringLiteral("/annotations/x.json"));
            for (const Json &entry : file["items"][0]["annotations"])
                groups.push_back(entry["group"]);
            return base::toJsonLine(groups);
        };
        QVERIFY(lossesOf(format, data).empty());
        QCOMPARE(written(), QByteArray("[5,5,5,6,0]"));
        labels[2].group = {};
        labels[0].group = labels[4].group = GroupId{Uuid::fromName("group", "new")};
        labels[1].group = {};
        QCOMPARE(written(), QByteArray("[5,0,0,6,5]"));
    }

    void failuresAreWords()
    {
        const QTemporaryDir none;
        MemoryDataset data;
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::NotFound);
        QVERIFY_FAILS(read(none.path() + QStringLiteral("/x"), data), ErrorCode::NotFound);
        for (const char *option : {"empty", "media"})
            QVERIFY_FAILS(format.write(data, {none.path(), {{QString::fromLatin1(option), QStringLiteral("x")}}}),
                          ErrorCode::InvalidArgument);
        QVERIFY_RESULT(put(none.path(), QStringLiteral("a.json"), "{}"));
        QVERIFY_FAILS(read(none.path() + QStringLiteral("/a.json"), data), ErrorCode::Malformed);
        QVERIFY_RESULT(put(none.path(), QStringLiteral("a.json"), document(Json::array({box}))));
        data.failAfterBatches = 0;
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::NoSpace);
        data.jobControl.cancel();
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::Cancelled);
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::DatumaroTest)
#include "tst_datumaro.moc"
