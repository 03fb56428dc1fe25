// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelstudio/tests/labelstudiocases.h"
#include "tests/support/formatattack.h"

namespace plumbline::test {

class LabelStudioInputTest final : public QObject
{
    Q_OBJECT

private slots:
    void accidentsAreSurvived() { QVERIFY_RESULT(attack(format, 60)); }

    void shortExportIsRefused()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("x.json"),
                           "[{\"image\":\"a.jpg\",\"id\":1,\"label\":[{\"x\":1,\"rectanglelabels\":[\"a\"]}],\"annotator\":1,"
                           "\"annotation_id\":2,\"created_at\":\"\"}]"));
        MemoryDataset data;
        const auto refused = read(in.path(), data);
        QVERIFY_FAILS(refused, ErrorCode::Unsupported);
        QVERIFY(refused.error().text.contains(QLatin1String("JSON-MIN")));
        QCOMPARE(int(format.probe(in.path()).confidence), int(extension::ProbeResult::Low));
    }

    void brushes_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 12; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void brushes()
    {
        QFETCH(int, seed);
        base::SeededRandom random(static_cast<std::uint64_t>(seed));
        const QSize size(1 + int(random.below(300)), 1 + int(random.below(200)));
        extension::MaskWindow window{QRect(QPoint(0, 0), size), {}};
        bool value = random.below(2) == 0;
        while (window.pixels.size() < std::size_t(size.width()) * std::size_t(size.height())) {
            window.pixels.resize(std::min(window.pixels.size() + 1 + random.below(seed % 3 == 0 ? 40'000 : 90),
                                          std::uint64_t(size.width()) * std::uint64_t(size.height())),
                                 value);
            value = !value;
        }
        const geometry::Mask mask = extension::maskOf(window, size);
        QVERIFY(geometry::whyInvalid(mask).isEmpty());
        const auto back = labelstudio::decodedBrush(labelstudio::encodedBrush(mask), size);
        QVERIFY_RESULT(back);
        QVERIFY(*back == mask);
    }

    void brushesOfOthers()
    {
        // One pixel on of two, by hand: 8 values, 8 bits each, lengths of 3, 4, 8, 16 bits; then 4 × 0 and the four values 1 2 3 200.
        QByteArray bits = "00000000000000000000000000001000"
                          "00111"
                          "0010"
                          "0011"
                          "0111"
                          "1111";
        bits += "1"
                "00"
                "011"
                "00000000";
        bits += "0"
                "00"
                "011"
                "00000001"
                "00000010"
                "00000011"
                "11001000";
        Json rle = Json::array();
        while (bits.size() % 8 != 0)
            bits += '0';
        for (qsizetype i = 0; i < bits.size(); i += 8)
            rle.push_back(bits.mid(i, 8).toInt(nullptr, 2));
        const auto mask = labelstudio::decodedBrush(rle, QSize(2, 1));
        QVERIFY_RESULT(mask);
        QVERIFY((*mask == geometry::Mask{2, 1, {1, 1}}));
        QVERIFY_FAILS(labelstudio::decodedBrush(rle, QSize(3, 1)), ErrorCode::Malformed);
        Json cut = rle;
        cut.erase(cut.size() - 3);
        cut.erase(cut.size() - 2);
        cut.erase(cut.size() - 1);
        QVERIFY_FAILS(labelstudio::decodedBrush(cut, QSize(2, 1)), ErrorCode::Malformed);
        QVERIFY_FAILS(labelstudio::decodedBrush(rle, QSize(100'000, 100'000)), ErrorCode::TooLarge);
        // Colours that we would not write are written again as they came.
        const QTemporaryDir in;
        Json brush = result("brushlabels", {{"format", "rle"}, {"rle", rle}});
        brush["original_width"] = 2;
        brush["original_height"] = 1;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("x.json"), document(Json::array({brush}))));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        QVERIFY(fileJson(out.path() + QStringLiteral("/tasks.json"))[0]["annotations"][0]["result"][0] == brush);
    }

    void badInput_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("kept");
        const auto row = [](const char *name, const QByteArray &text, const char *place, int kept) {
            QTest::newRow(name) << text << QString::fromLatin1(place) << kept;
        };
        const auto bad = [&](const char *name, const Json &wrong, const char *place, int kept = 2) {
            row(name, document(Json::array({box, wrong, box})), ("[0].annotations[0].result[1]" + QByteArray(place)).constData(),
                kept);
        };
        bad("not an object", 7, "");
        bad("no value", {{"type", "rectanglelabels"}, {"id", "x"}}, ".value");
        bad("unknown type", result("videorectangle", Json::object(), nullptr), ".type");
        bad("no width", result("rectanglelabels", {{"x", 1}, {"y", 2}, {"height", 4}}), ".value.width");
        bad("negative box", result("rectanglelabels", {{"x", 1}, {"y", 2}, {"width", -4}, {"height", 4}}), ".value");
        bad("box of text", result("rectanglelabels", {{"x", "1"}, {"y", 2}, {"width", 4}, {"height", 4}}), ".value.x");
        bad("no points", result("polygonlabels", Json::object()), ".value");
        bad("one corner", result("polygonlabels", {{"points", {{1, 1}}}}), ".value");
        bad("two corners", result("polygonlabels", {{"points", {{1, 1}, {2, 2}}}}), ".value");
        bad("three numbers", result("polygonlabels", {{"points", {{1, 1}, {2, 2, 3}, {3, 4}}}}), ".value.points[1]");
        bad("line of one", result("polygonlabels", {{"points", {{1, 1}}}, {"closed", false}}), ".value");
        bad("point without y", result("keypointlabels", {{"x", 1}}), ".value.x");
        bad("negative radius", result("ellipselabels", {{"x", 1}, {"y", 2}, {"radiusX", -4}, {"radiusY", 4}}), ".value");
        bad("brush of nothing", result("brushlabels", {{"format", "rle"}}), ".value.rle");
        bad("brush of text", result("brushlabels", {{"rle", {"a"}}}), ".value.rle");
        bad("brush of no bytes", result("brushlabels", {{"rle", {256, -1}}}), ".value.rle");
        bad("brush of another size", result("brushlabels", {{"rle", labelstudio::encodedBrush({3, 3, {9}})}}), ".value.rle");
        bad("relation to nobody", {{"type", "relation"}, {"from_id", "r1"}, {"to_id", "nobody"}}, "");
        const QByteArray text = document(Json::array({box, box}));
        row("NaN", QByteArray(text).replace("10.5", "NaN"), "[0]", 0);
        row("infinite", QByteArray(text).replace("10.5", "1e999"), "[0]", 0);
        row("not UTF-8", QByteArray(text).replace("\"cat\"", "\"\xff\xfe\""), "[0]", 0);
        row("10,000 levels", QByteArray(text).replace("10.5", QByteArray("[").repeated(10000) + QByteArray("]").repeated(10000)),
            "[0]", 0);
        row("truncated", text.left(text.size() - 20), "", 0);
        row("task is a number", QByteArray(text).replace(0, 1, "[5,"), "[0]", 2);
        row("no data", QByteArray(text).replace("\"data\"", "\"date\""), "[0].data", 0);
        row("no picture", document(Json::array({box}), ""), "[0].data", 0);
        row("name leads nowhere", document(Json::array({box}), "../.."), "[0].data", 0);
        row("labels are no list", QByteArray(text).replace("\"annotations\":[", "\"annotations\":5,\"x\":["), "[0].annotations",
            0);
        row("empty", "", "", 0);
        row("no JSON", "hello", "", 0);
    }
    void badInput()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        QFETCH(int, kept);
        const QTemporaryDir in;
        // One file of both: a broken task must not cost the next one.
        const bool list = text.startsWith('[') && text.trimmed().endsWith(']');
        QVERIFY_RESULT(
            put(in.path(), QStringLiteral("bad.json"),
                list ? text.trimmed().chopped(1) + ',' + base::toJsonLine(task(Json::array({box}), "fine.jpg")) + ']' : text));
        MemoryDataset data;
        const auto done = read(in.path() + QStringLiteral("/bad.json"), data);
        if (list)
            QVERIFY_RESULT(done);
        const auto labels = std::count_if(data.arrival.begin(), data.arrival.end(), [&](const auto &at) {
            return std::holds_alternative<geometry::Box>(data.annotations[std::size_t(at.first)][at.second].geometry);
        });
        QVERIFY2(labels == kept + (list ? 1 : 0), qPrintable(QString::number(labels) + data.issueText()));
        QVERIFY2(std::any_of(data.issues.begin(), data.issues.end(),
                             [&](const Issue &i) {
                                 return i.file == QLatin1String("bad.json") && i.place == place && !i.text.isEmpty();
                             }),
                 qPrintable(data.issueText()));
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        MemoryDataset again;
        if (list)
            QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(again.annotationCount(), data.annotationCount());
    }

    void namesStayInside()
    {
        const QTemporaryDir in;
        Json tasks = Json::array();
        for (const char *image : {"/etc/passwd", "../../a.jpg", "s3://bucket/b/1.jpg", "s3://bucket/c/1.jpg",
                                  "/data/local-files/?d=../../x.jpg", "/data/local-files/?d=%2Fetc%2Fy.jpg"})
            tasks.push_back(task(Json::array({box}), image));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("x.json"), base::toJsonLine(tasks)));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QStringList names;
        for (const auto &item : data.items)
            names.append(item.name);
        QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("passwd a.jpg 1.jpg c/1.jpg x.jpg y.jpg"));
        const QTemporaryDir out;
        QVERIFY_RESULT(write(data, out.path()));
        QCOMPARE(difference(tasks, fileJson(out.path() + QStringLiteral("/tasks.json"))), QString());
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
        QCOMPARE(confidence(base::toJsonLine(task(Json::array({box})))), int(extension::ProbeResult::Certain));
        QCOMPARE(confidence(base::toJsonLine(Json::array({task(Json(std::vector<Json>(1000, box)))}))),
                 int(extension::ProbeResult::Certain));
        QCOMPARE(confidence("[{\"data\": {\"image\": \"a.jpg\"}}]"), int(extension::ProbeResult::Low));
        QCOMPARE(confidence("{\"images\": [], \"annotations\": [], \"categories\": []}"), int(extension::ProbeResult::None));
        QCOMPARE(confidence("[{\"image_id\": 1, \"category_id\": 2, \"score\": 1}]"), int(extension::ProbeResult::None));
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
        const QByteArray text = document(Json::array(
            {box,
             beside(box, "choices", "on", "choices", {"true"}),
             beside(box, "labels", "l", "labels", {"dog"}),
             result("polygonlabels", {{"points", {{1, 2}, {3, 4}, {5, 9}}}, {"closed", true}}),
             result("ellipselabels", {{"x", 3}, {"y", 4}, {"radiusX", 2}, {"radiusY", 1}, {"rotation", 30}}),
             result("brushlabels", {{"format", "rle"}, {"rle", labelstudio::encodedBrush({200, 100, {5, 9, 19986}})}}),
             result("choices", {{"choices", {"day", "sunny"}}}, nullptr),
             result("taxonomy", Json::object(), nullptr),
             {{"type", "relation"}, {"from_id", box["id"]}, {"to_id", box["id"]}, {"labels", {"x"}}}}));
        const QTemporaryDir folder;
        QVERIFY_RESULT(surviveText(format, folder.path(), QStringLiteral("x.json"), mutated(text, random)));
    }

    void failuresAreWords()
    {
        const QTemporaryDir none;
        MemoryDataset data;
        QVERIFY_FAILS(read(none.path(), data), ErrorCode::NotFound);
        QVERIFY_FAILS(read(none.path() + QStringLiteral("/x"), data), ErrorCode::NotFound);
        QVERIFY_FAILS(read(none.path(), data, {{QStringLiteral("predictions"), QStringLiteral("x")}}),
                      ErrorCode::InvalidArgument);
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

QTEST_GUILESS_MAIN(plumbline::test::LabelStudioInputTest)
#include "tst_labelstudioinput.moc"
