// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelstudio/tests/labelstudiocases.h"

namespace plumbline::test {

class LabelStudioTest final : public QObject
{
    Q_OBJECT

private slots:
    // Written from the task format and the tags of the documentation: no sample of this format is at hand.
    void everyTypeRoundTrips()
    {
        Json turned = result("rectanglelabels", {{"x", 50}, {"y", 20}, {"width", 10}, {"height", 20}, {"rotation", 90}});
        turned["value"]["rectanglelabels"] = {"ship", "red"};
        turned["score"] = 0.5;
        turned["meta"] = {{"text", {"a note"}}};
        turned["origin"] = "manual";
        turned["parentID"] = "r1";
        const Json line = result("polygonlabels", {{"points", {{1, 2}, {3, 4.5}}}, {"closed", false}});
        const Json ring = result("polygonlabels", {{"points", {{1, 2}, {3, 4.5}, {9, 8}}}, {"closed", true}});
        const Json plain = result("polygonlabels", {{"points", {{1, 2}, {3, 4.5}, {9, 8}}}});
        const Json point = result("keypointlabels", {{"x", 3.25}, {"y", 4}, {"width", 0.3}});
        const Json ellipse = result("ellipselabels", {{"x", 3}, {"y", 4}, {"radiusX", 2}, {"radiusY", 1}, {"rotation", 30}});
        const geometry::Mask mask = extension::maskOf({QRect(2, 3, 3, 2), {1, 0, 1, 0, 1, 0}}, QSize(200, 100));
        const Json brush = result("brushlabels", {{"format", "rle"}, {"rle", labelstudio::encodedBrush(mask)}});
        const Json bare = result("rectangle", {{"x", 1}, {"y", 2}, {"width", 3}, {"height", 4}, {"rotation", 0}}, nullptr);
        Json tags = result("choices", {{"choices", {"day", "sunny"}}}, nullptr);
        tags["from_name"] = "weather";
        Json words = result("textarea", {{"text", {"two words"}}}, nullptr);
        words["from_name"] = "caption";
        const Json odd = result("taxonomy", {{"taxonomy", {{"a", "b"}}}}, nullptr);
        const Json relation = {{"type", "relation"},
                               {"from_id", turned["id"]},
                               {"to_id", brush["id"]},
                               {"direction", "bi"},
                               {"labels", {"carries", "holds"}}};
        const Json bareRelation = {{"type", "relation"}, {"from_id", brush["id"]}, {"to_id", box["id"]}, {"direction", "right"}};
        const Json results{relation,
                           turned,
                           beside(turned, "choices", "occluded", "choices", {"true"}),
                           tags,
                           line,
                           ring,
                           plain,
                           odd,
                           point,
                           beside(point, "number", "age", "number", 3),
                           beside(point, "choices", "many", "choices", {"a", "b"}),
                           ellipse,
                           brush,
                           bare,
                           beside(bare, "labels", "label", "labels", {"dog"}),
                           beside(bare, "rating", "stars", "rating", 4),
                           beside(turned, "labels", "label", "labels", {"not its class"}),
                           words,
                           box,
                           bareRelation};
        Json first = task(results);
        first["predictions"] = Json::array({{{"model_version", "m1"}, {"score", 0.3}, {"result", Json::array({box})}}});
        first["data"]["extra"] = {{"deep", {1, 2}}};
        Json second = task(Json::array({box}), "https://host.example/b/x.jpg?token=1");
        Json cancelled = second["annotations"][0];
        cancelled["was_cancelled"] = true;
        Json better = second["annotations"][0];
        better["ground_truth"] = true;
        better["completed_by"] = {{"id", 9}, {"email", "ana@host.example"}};
        better["result"] = Json::array({box, box});
        second["annotations"] = {cancelled, second["annotations"][0], better};
        Json third = task(Json::array(), "/data/local-files/?d=dir%20a/c.jpg");
        third["annotations"] = Json::array();
        const Json root{first, second, third};
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("export.json"), base::toJsonLine(root)));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY2(data.issues.size() == 2 && data.issues[0].place == QLatin1String("[0].annotations[0].result[7].type"),
                 qPrintable(data.issueText()));
        QVERIFY2(data.issues[1].text.contains(QLatin1String("7, ana@host.example"))
                     || data.issues[1].text.contains(QLatin1String("7, 9")),
                 qPrintable(data.issueText()));
        QCOMPARE(data.items[0].name, QStringLiteral("0123abcd-a.jpg"));
        QCOMPARE(data.items[1].name, QStringLiteral("x.jpg"));
        QCOMPARE(data.items[2].name, QStringLiteral("dir a/c.jpg"));
        QCOMPARE(data.items[0].width, 200);
        QCOMPARE(data.annotations[0].size(), std::size_t(14));
        QCOMPARE(data.annotations[1].size(), std::size_t(2));
        const auto &labels = data.annotations[0];
        const auto *rotated = std::get_if<geometry::RotatedBox>(&labels[0].geometry);
        QVERIFY(rotated && std::abs(rotated->cx - 90) < 1e-9 && std::abs(rotated->cy - 30) < 1e-9 && rotated->w == 20
                && rotated->h == 20);
        QCOMPARE(data.classNameOf(labels[0]), QStringLiteral("ship"));
        QCOMPARE(labels[0].score, std::optional(0.5));
        QVERIFY(labels[0].attributes.at(QStringLiteral("occluded")) == model::AttributeValue(true));
        QVERIFY((std::get<geometry::Polyline>(labels[1].geometry) == geometry::Polyline{{{2, 2}, {6, 4.5}}}));
        QVERIFY((std::get<geometry::KeyPoints>(labels[4].geometry) == geometry::KeyPoints{{{6.5, 4, 2}}, {}}));
        QVERIFY(labels[4].attributes.size() == 1 && labels[4].attributes.at(QStringLiteral("age")) == model::AttributeValue(3.0));
        QVERIFY(std::get<geometry::Ellipse>(labels[5].geometry).rx == 4
                && std::get<geometry::Ellipse>(labels[5].geometry).ry == 1);
        QVERIFY(std::get<geometry::Mask>(labels[6].geometry) == mask);
        QCOMPARE(data.classNameOf(labels[7]), QStringLiteral("dog"));
        QVERIFY((std::get<geometry::Box>(labels[8].geometry) == geometry::Box{21, 20, 60, 40}));
        QCOMPARE(data.classNameOf(labels[9]) + data.classNameOf(labels[10]), QStringLiteral("daysunny"));
        QVERIFY(labels[11].attributes.at(QStringLiteral("caption")) == model::AttributeValue(QStringLiteral("two words")));
        const auto &joined = std::get<geometry::Relation>(labels[12].geometry);
        QVERIFY(joined.from == labels[0].id && joined.to == labels[6].id && joined.type == QLatin1String("carries"));
        QVERIFY(format.checkExport(data, {})->empty());
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        const QString file = QStringLiteral("/tasks.json");
        QCOMPARE(difference(root, fileJson(out.path() + file)), QString());
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(difference(data, again), QString());
        QFile config(out.path() + QStringLiteral("/config.xml"));
        QVERIFY(config.open(QIODevice::ReadOnly));
        const QByteArray xml = config.readAll();
        for (const char *part :
             {"<Choices name=\"occluded\" toName=\"img\" perRegion=\"true\">", "<Choice value=\"sunny\"/>",
              "<Relation value=\"carries\"/>", "<Image name=\"img\" value=\"$image\"/>", "<Label value=\"ship\"/>"})
            QVERIFY2(xml.contains(part), xml.constData());

        // What was kept steps back where a label has changed, and the rest of it stays.
        data.annotations[0][0].geometry = geometry::Box{20, 10, 40, 30};
        data.annotations[0][0].attributes[QStringLiteral("occluded")] = false;
        data.annotations[0][0].attributes[QStringLiteral("late")] = QStringLiteral("yes");
        data.annotations[0][5].geometry = geometry::Box{20, 10, 40, 30};
        std::get<geometry::Relation>(data.annotations[0][12].geometry).type = QStringLiteral("tows");
        const QTemporaryDir edited;
        QVERIFY_RESULT(write(data, edited.path()));
        const Json now = fileJson(edited.path() + file)[0]["annotations"][0]["result"];
        QVERIFY(now[1]["value"]["x"] == 10.0 && now[1]["value"]["rotation"] == 0 && now[1]["meta"] == turned["meta"]);
        QVERIFY(now[1]["value"]["rectanglelabels"] == turned["value"]["rectanglelabels"]);
        QVERIFY(now[2]["value"]["choices"] == Json({"false"}) && now[2]["value"]["x"] == 10.0 && now[2]["id"] == turned["id"]);
        QVERIFY(now[11]["type"] == "rectanglelabels" && now[11]["id"] == ellipse["id"] && !now[11]["value"].contains("radiusX"));
        QVERIFY(now[0]["labels"] == Json({"tows"}) && now[0]["direction"] == "bi");
        QVERIFY(now.back()["from_name"] == "late" && now.back()["id"] == turned["id"]);
    }

    // Choices of one result find each other without a search through all of them.
    void manyLabelsAreRead()
    {
        Json results = Json::array();
        const Json tag = result("choices", {{"choices", {"a", "b"}}}, nullptr);
        for (int i = 0; i < 20'000; ++i) {
            Json one = tag;
            one["id"] = "t" + std::to_string(i);
            results.push_back(std::move(one));
        }
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("x.json"), document(results)));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.annotationCount(), 40'000);
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        QVERIFY(fileJson(out.path() + QStringLiteral("/tasks.json"))[0]["annotations"][0]["result"] == results);
    }

    void annotatorsAndModelsAreChosen()
    {
        Json both = task(Json::array({box}));
        Json other = both["annotations"][0];
        other["completed_by"] = {{"id", 9}, {"email", "ana@host.example"}};
        other["result"] = Json::array({box, box});
        both["annotations"].push_back(other);
        both["predictions"] = Json::array({{{"model_version", "m1"}, {"result", Json::array({box, box, box})}}});
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("x.json"), base::toJsonLine(Json::array({both}))));
        const auto counted = [&](extension::FormatOptions options) {
            MemoryDataset data;
            const auto done = read(in.path(), data, std::move(options));
            const QTemporaryDir out;
            const auto written = write(data, out.path());
            const bool same = done && written
                              && difference(Json::array({both}), fileJson(out.path() + QStringLiteral("/tasks.json"))).isEmpty();
            return same ? data.annotationCount() : -1;
        };
        const QString annotator = QStringLiteral("annotator");
        QCOMPARE(counted({}), 1);
        QCOMPARE(counted({{annotator, QStringLiteral("ana@host.example")}}), 2);
        QCOMPARE(counted({{annotator, QStringLiteral("9")}}), 2);
        QCOMPARE(counted({{annotator, QStringLiteral("nobody")}}), 0);
        QCOMPARE(counted({{QStringLiteral("predictions"), QStringLiteral("yes")}}), 3);
    }

    // Two annotators in two layers of one project: the item is the one of the first import, the labels are of the second.
    void layersGoOutUnderTheirNames()
    {
        Json both = task(Json::array({box}));
        Json other = both["annotations"][0];
        other["completed_by"] = 9;
        other["result"] = Json::array({box, box});
        both["annotations"].push_back(other);
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("x.json"), base::toJsonLine(Json::array({both}))));
        MemoryDataset first;
        MemoryDataset second;
        QVERIFY_RESULT(read(in.path(), first));
        QVERIFY_RESULT(read(in.path(), second, {{QStringLiteral("annotator"), QStringLiteral("9")}}));
        second.items = first.items;
        const QTemporaryDir out;
        QVERIFY_RESULT(write(second, out.path()));
        QCOMPARE(difference(Json::array({other}), fileJson(out.path() + QStringLiteral("/tasks.json"))[0]["annotations"]),
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
        data.add(item, x, geometry::Box{0, 0, 1, 1}).role = model::Role::Crowd;
        data.add(item, x, geometry::KeyPoints{{{1, 1, 2}, {2, 2, 1}, {0, 0, 0}}, QStringLiteral("body")});
        data.add(item, x, geometry::Mask{4, 4, {16}});
        const AnnotationId one = data.add(item, x, geometry::Box{5, 5, 2, 2}).id;
        auto &two = data.add(item, {}, geometry::Box{5, 5, 2, 2});
        two.attributes[QStringLiteral("unset")] = std::monostate{};
        two.attributes[QStringLiteral("asked")] = model::CannotTell{};
        const AnnotationId other = two.id;
        data.add(item, {}, geometry::Relation{one, other, QStringLiteral("holds")});
        data.add(item, {}, geometry::ItemLabel{});
        data.add(QStringLiteral("b.png"), x, geometry::Box{0, 0, 1, 1}).zOrder = 3;
        data.items[0].width = data.items[0].height = 16;
        std::map<QString, std::int64_t> counts;
        const auto losses = format.checkExport(data, {});
        QVERIFY_RESULT(losses);
        for (const auto &loss : *losses)
            counts[loss.what] += loss.count;
        const auto text = [](const char *t) { return QString::fromLatin1(t); };
        const std::map<QString, std::int64_t> expected{{text("polygons with holes"), 1},
                                                       {text("polygons of several parts"), 1},
                                                       {text("crowd regions"), 1},
                                                       {text("key points"), 1},
                                                       {text("masks"), 1},
                                                       {text("attributes"), 2},
                                                       {text("boxes"), 1},
                                                       {text("labels without a class"), 1}};
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
        for (std::uint64_t i = 0; i < 1 + random.below(4); ++i) {
            std::vector<AnnotationId> ends;
            for (std::uint64_t k = 0; k < 1 + random.below(8); ++k) {
                const geometry::Geometry shapes[] = {
                    geometry::Box{random.uniform(-10, 5000), 1, random.uniform(0, 50), double(random.below(500))},
                    geometry::RotatedBox{random.uniform(-10, 5000), 1, random.uniform(0, 50), 7, random.uniform(0.1, 6)},
                    geometry::Polygon{{{{point(), point(), point(), point()}, {}}}},
                    geometry::Polyline{{point(), point(), point()}},
                    geometry::KeyPoints{{{random.uniform(0, 9), 3, 2}}, {}},
                    geometry::Ellipse{1, 2, 7.5, random.uniform(1, 9), random.uniform(0.1, 6)},
                    extension::maskOf({QRect(1, 1, 2, 2), {1, 0, 0, 1}}, QSize(60, 40)),
                    geometry::ItemLabel{}};
                auto &label = data.add(QStringLiteral("dir/ü & <%1>.png").arg(i), QStringLiteral("c \"%1\" ü").arg(k),
                                       shapes[random.below(std::size(shapes))]);
                if (random.below(2) == 0)
                    label.score = random.uniform(0, 1);
                const model::AttributeValue values[] = {true, false, 2.5, QStringLiteral("text ü")};
                for (const char *key : {"occluded", "caption", "size"})
                    if (random.below(2) == 0)
                        label.attributes[QString::fromLatin1(key)] = values[random.below(std::size(values))];
                if (!std::holds_alternative<geometry::ItemLabel>(label.geometry))
                    ends.push_back(label.id);
            }
            if (ends.size() > 1)
                data.add(QStringLiteral("dir/ü & <%1>.png").arg(i), {},
                         geometry::Relation{ends[0], ends[1], QStringLiteral("is ü")});
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
            QCOMPARE(second.items[i].name, QStringLiteral("images/") + data.items[i].name);
            std::vector<model::Annotation> before = data.annotations[i];
            std::vector<model::Annotation> after = second.annotations[i];
            const auto rank = [](const model::Annotation &a) {
                return std::holds_alternative<geometry::Relation>(a.geometry)    ? 2
                       : std::holds_alternative<geometry::ItemLabel>(a.geometry) ? 1
                                                                                 : 0;
            };
            for (auto *list : {&before, &after})
                std::stable_sort(list->begin(), list->end(), [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
            QCOMPARE(after.size(), before.size());
            for (std::size_t k = 0; k < before.size(); ++k) {
                QCOMPARE(rank(after[k]), rank(before[k]));
                if (rank(before[k]) < 2)
                    QCOMPARE(difference(model::geometryToJson(before[k].geometry), model::geometryToJson(after[k].geometry)),
                             QString());
                else
                    QCOMPARE(std::get<geometry::Relation>(after[k].geometry).from, after[0].id);
                QVERIFY(before[k].attributes == after[k].attributes && before[k].score == after[k].score);
                QCOMPARE(data.classNameOf(before[k]), second.classNameOf(after[k]));
            }
        }
        QVERIFY_RESULT(write(second, two.path()));
        QCOMPARE(difference(fileJson(one.path() + QStringLiteral("/tasks.json")),
                            fileJson(two.path() + QStringLiteral("/tasks.json"))),
                 QString());
        QVERIFY_RESULT(read(two.path(), third));
        QCOMPARE(difference(second, third), QString());
    }

    void modelLayersBecomePredictions()
    {
        MemoryDataset data;
        data.add(QStringLiteral("a.png"), QStringLiteral("x"), geometry::Box{0, 0, 1, 1}).layer =
            model::modelLayer(QStringLiteral("m7"));
        data.items[0].width = data.items[0].height = 16;
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        const Json written = fileJson(out.path() + QStringLiteral("/tasks.json"))[0];
        QVERIFY(written["predictions"][0]["model_version"] == "m7" && written["predictions"][0]["result"].size() == 1);
        QVERIFY(!written.contains("annotations"));
        QVERIFY(written["data"]["image"] == "/data/local-files/?d=images/a.png");
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::LabelStudioTest)
#include "tst_labelstudio.moc"
