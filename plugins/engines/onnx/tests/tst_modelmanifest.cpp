// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/onnx/modelfolder.h"
#include "plugins/engines/onnx/modelmanifest.h"
#include "plugins/engines/onnx/onnxgraph.h"

#include "core/base/json.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace plumbline::engines::onnx;

namespace {

const QString models = QStringLiteral(ONNX_TEST_MODELS "/");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Json goodManifest()
{
    return Json::parse(R"json({
        "schema": "plumbline-model/1", "id": "cones", "version": "2.1", "licence": "CC0-1.0", "task": "detect",
        "files": [{"path": "net.onnx", "sha256": "00000000000000000000000000000000000000000000000000000000000000ff"}],
        "input": {"width": 64, "height": 32, "layout": "NCHW", "colour": "BGR", "mean": [1, 2, 3], "scale": [0.5, 0.5, 1],
                  "letterbox": "top-left", "padding": 0},
        "output": {"decoder": "yolox", "name": "out", "strides": [8, 16]},
        "classes": ["person", "cone"], "classMapping": {"cone": "traffic cone", "person": null},
        "thresholds": {"score": 0.2, "nms": 0.6}
    })json");
}

// Writes model.json and the named test models into a folder, with true hashes.
void writeFolder(const QString &folder, Json manifest, const QStringList &names)
{
    manifest["files"] = Json::array();
    for (const QString &name : names) {
        const QByteArray content = QFile::exists(models + name) ? contentOf(models + name) : QByteArray(432, '\1');
        QFile file(folder + QLatin1Char('/') + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        manifest["files"].push_back({{"path", name.toStdString()}, {"sha256", base::sha256(content).toHex().toStdString()}});
    }
    QFile file(folder + QStringLiteral("/model.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(base::toJsonText(manifest));
}

Json tinyManifest()
{
    Json manifest = goodManifest();
    manifest["input"]["height"] = 64;
    manifest["output"] = {{"decoder", "yolov8"}};
    manifest["classes"] = {"a", "b", "c"};
    manifest.erase("classMapping");
    return manifest;
}

}  // namespace

class TestModelManifest : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryField();
    void fillsInDefaults();
    void errorsNameTheKey_data();
    void errorsNameTheKey();
    void brokenJson();
    void namesLiterals();
    void inspectsGraphs();
    void truncatedGraphsAreErrors();
    void proposesFamilies();
    void unknownFamilies();
    void sampleModels_data();
    void sampleModels();
    void verifiesHashes();
    void externalWeights();
    void linksAreRefused();
    void manifestMustFitTheGraph();
    void missingAndOddPaths();
};

void TestModelManifest::readsEveryField()
{
    const auto manifest = parseManifest(base::toJsonText(goodManifest()));
    QVERIFY_RESULT(manifest);
    QCOMPARE(manifest->id, QStringLiteral("cones"));
    QCOMPARE(manifest->version, QStringLiteral("2.1"));
    QCOMPARE(manifest->licence, QStringLiteral("CC0-1.0"));
    QCOMPARE(manifest->graphFile(), QStringLiteral("net.onnx"));
    QCOMPARE(manifest->input.size, QSize(64, 32));
    QVERIFY(manifest->input.colour == ColourOrder::Bgr);
    QVERIFY(manifest->input.fit == Fit::TopLeft);
    QCOMPARE(manifest->input.mean[2], 3.0);
    QCOMPARE(manifest->input.scale[0], 0.5);
    QCOMPARE(manifest->input.padding, 0.0);
    QVERIFY(manifest->head.decoder == Decoder::YoloX);
    QCOMPARE(manifest->head.classes, 2);
    QCOMPARE(manifest->head.input, QSize(64, 32));
    QVERIFY(manifest->head.strides == std::vector<int>({8, 16}));
    QCOMPARE(manifest->outputName, QStringLiteral("out"));
    QCOMPARE(manifest->classNames, QStringList({QStringLiteral("person"), QStringLiteral("cone")}));
    QVERIFY(!manifest->classMapping.at(QStringLiteral("person")));
    QCOMPARE(*manifest->classMapping.at(QStringLiteral("cone")), QStringLiteral("traffic cone"));
    QCOMPARE(manifest->scoreThreshold, 0.2);
    QCOMPARE(manifest->nmsThreshold, 0.6);
}

void TestModelManifest::fillsInDefaults()
{
    Json json = goodManifest();
    for (const char *key : {"classMapping", "thresholds"})
        json.erase(key);
    json["input"] = {{"width", 64}, {"height", 64}, {"colour", "RGB"}, {"letterbox", "centre"}};
    json["output"] = {{"decoder", "yolov8"}};
    json["classes"] = "coco80";
    json["extra"] = {{"note", "anything"}};
    const auto manifest = parseManifest(base::toJsonText(json));
    QVERIFY_RESULT(manifest);
    QCOMPARE(manifest->title, QStringLiteral("cones"));
    QCOMPARE(manifest->classNames.size(), 80);
    QCOMPARE(manifest->classNames.first(), QStringLiteral("person"));
    QCOMPARE(manifest->classNames.last(), QStringLiteral("toothbrush"));
    QCOMPARE(manifest->input.padding, 114.0);
    QCOMPARE(manifest->input.scale[1], 1.0);
    QVERIFY(manifest->input.layout == Layout::Nchw);
    QVERIFY(manifest->scoreThreshold > 0 && manifest->nmsThreshold > 0);
}

void TestModelManifest::errorsNameTheKey_data()
{
    QTest::addColumn<QString>("patch");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *patch, const char *key, ErrorCode code = ErrorCode::Malformed) {
        QTest::newRow(name) << QString::fromUtf8(patch) << QString::fromUtf8(key) << int(code);
    };
    row("no schema", R"({"schema": null})", "schema");
    row("foreign schema", R"({"schema": "onnx"})", "schema");
    row("later schema", R"({"schema": "plumbline-model/2"})", "schema", ErrorCode::NewerVersion);
    row("no id", R"({"id": null})", "id");
    row("id is a number", R"({"id": 5})", "id");
    row("empty version", R"({"version": ""})", "version");
    row("no licence", R"({"licence": null})", "licence");
    row("unknown key", R"({"thresold": {}})", "thresold");
    row("other task", R"({"task": "segment"})", "task", ErrorCode::Unsupported);
    row("no files", R"({"files": []})", "files");
    row("files is text", R"({"files": "net.onnx"})", "files");
    row("file is text", R"({"files": ["net.onnx"]})", "files[0]");
    row("absolute file", R"({"files": [{"path": "/etc/passwd.onnx", "sha256": "x"}]})", "files[0].path");
    row("file leaves the folder", R"({"files": [{"path": "../net.onnx", "sha256": "x"}]})", "files[0].path");
    row("short hash", R"({"files": [{"path": "net.onnx", "sha256": "00ff"}]})", "files[0].sha256");
    row("no graph",
        R"({"files": [{"path": "net.bin", "sha256": "00000000000000000000000000000000000000000000000000000000000000ff"}]})",
        "files");
    row("graph in a subfolder",
        R"({"files": [{"path": "a/net.onnx", "sha256": "00000000000000000000000000000000000000000000000000000000000000ff"}]})",
        "files");
    row("no input", R"({"input": null})", "input");
    row("width of zero", R"({"input": {"width": 0}})", "input.width");
    row("width beyond reason", R"({"input": {"width": 100000000000}})", "input.width");
    row("width is a fraction", R"({"input": {"width": 64.5}})", "input.width");
    row("no height", R"({"input": {"height": null}})", "input.height");
    row("layout", R"({"input": {"layout": "CHWN"}})", "input.layout", ErrorCode::Unsupported);
    row("no colour", R"({"input": {"colour": null}})", "input.colour");
    row("two means", R"({"input": {"mean": [1, 2]}})", "input.mean");
    row("mean is text", R"({"input": {"mean": [1, 2, "3"]}})", "input.mean[2]");
    row("scale beyond reason", R"({"input": {"scale": [1, 1e300, 1]}})", "input.scale[1]");
    row("letterbox", R"({"input": {"letterbox": "left"}})", "input.letterbox", ErrorCode::Unsupported);
    row("padding", R"({"input": {"padding": 300}})", "input.padding");
    row("unknown input key", R"({"input": {"color": "BGR"}})", "input.color");
    row("no decoder", R"({"output": {"decoder": null}})", "output.decoder");
    row("decoder of another version", R"({"output": {"decoder": "detr"}})", "output.decoder", ErrorCode::Unsupported);
    row("stride of zero", R"({"output": {"strides": [8, 0]}})", "output.strides[1]");
    row("stride beyond the input", R"({"output": {"strides": [8, 64]}})", "output.strides[1]");
    row("no strides", R"({"output": {"strides": []}})", "output.strides");
    row("no classes", R"({"classes": []})", "classes");
    row("unknown class list", R"({"classes": "coco91"})", "classes");
    row("class without a name", R"({"classes": ["person", ""]})", "classes[1]");
    row("mapping of a foreign class", R"({"classMapping": {"dog": "cat"}})", "classMapping.dog");
    row("mapping to a number", R"({"classMapping": {"cone": 3}})", "classMapping.cone");
    row("score", R"({"thresholds": {"score": 1.5}})", "thresholds.score");
    row("nms is text", R"({"thresholds": {"nms": "0.5"}})", "thresholds.nms");
}

void TestModelManifest::errorsNameTheKey()
{
    QFETCH(QString, patch);
    QFETCH(QString, key);
    QFETCH(int, code);
    Json json = goodManifest();
    json.merge_patch(Json::parse(patch.toStdString()));
    const auto manifest = parseManifest(base::toJsonText(json));
    QVERIFY_FAILS(manifest, ErrorCode(code));
    QVERIFY2(manifest.error().text.contains(QStringLiteral("“%1”").arg(key)), qPrintable(manifest.error().text));
}

void TestModelManifest::brokenJson()
{
    for (const QByteArray &text : {QByteArray(), QByteArray("{"), QByteArray("[]"), QByteArray("\xff\xfe"),
                                   QByteArray(10'000, '['), QByteArray("{\"schema\":\"plumbline-model/1\"} x")})
        QVERIFY_FAILS(parseManifest(text), ErrorCode::Malformed);
}

void TestModelManifest::namesLiterals()
{
    QCOMPARE(parseNamesLiteral(QStringLiteral("{0: 'person', 1: \"king's cat\"}")),
             QStringList({QStringLiteral("person"), QStringLiteral("king's cat")}));
    for (const char *bad : {"", "{", "{}", "{0: 'a'", "{1: 'a'}", "{0: 'a', 2: 'b'}", "{0: a}", "['a', 'b']"})
        QVERIFY2(parseNamesLiteral(QString::fromUtf8(bad)).isEmpty(), bad);
}

void TestModelManifest::inspectsGraphs()
{
    const auto graph = inspectOnnx(contentOf(models + QStringLiteral("tiny-yolov8.onnx")));
    QVERIFY_RESULT(graph);
    QCOMPARE(graph->inputs.size(), std::size_t(1));
    QVERIFY(graph->inputs[0] == (TensorSpec{QStringLiteral("images"), floatElement, {1, 3, 64, 64}}));
    QVERIFY(graph->outputs[0] == (TensorSpec{QStringLiteral("output0"), floatElement, {1, 7, 84}}));
    QCOMPARE(graph->classNames, QStringList({QStringLiteral("person"), QStringLiteral("traffic cone"), QStringLiteral("car")}));
    QVERIFY(graph->externalFiles.isEmpty());
    const auto open = inspectOnnx(contentOf(models + QStringLiteral("huge-tensor.onnx")));
    QVERIFY_RESULT(open);
    QVERIFY(open->inputs[0].dims == std::vector<std::int64_t>({1, 3, -1, 64}));
    const auto external = inspectOnnx(contentOf(models + QStringLiteral("external-up.onnx")));
    QVERIFY_RESULT(external);
    QCOMPARE(external->externalFiles, QStringList(QStringLiteral("../weights.bin")));
}

void TestModelManifest::truncatedGraphsAreErrors()
{
    const QByteArray whole = contentOf(models + QStringLiteral("tiny-yolov8.onnx"));
    QVERIFY(whole.size() > 1000);
    int errors = 0;
    for (qsizetype length = 0; length < whole.size(); ++length)
        errors += !inspectOnnx(QByteArrayView(whole).first(length));
    // The class names come last; a file cut exactly before them is a whole model.
    QVERIFY2(errors >= whole.size() - 2, qPrintable(QString::number(errors)));
    QVERIFY_FAILS(inspectOnnx(QByteArray(5000, '\xff')), ErrorCode::Malformed);
    QVERIFY_FAILS(inspectOnnx("GIF89a not a model at all"), ErrorCode::Malformed);
    // Graphs inside graphs, 3,000 deep: field 7, then node, attribute, graph again.
    QByteArray nested;
    for (int i = 0; i < 3000; ++i) {
        const auto wrap = [&nested](char tag) {
            QByteArray length;
            for (qsizetype rest = nested.size(); ; rest >>= 7) {
                length.append(char((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0)));
                if (rest <= 0x7f)
                    break;
            }
            nested = tag + length + nested;
        };
        wrap(0x32);  // attribute.g
        wrap(0x2a);  // node.attribute
        wrap(0x0a);  // graph.node
    }
    QVERIFY_FAILS(inspectOnnx(QByteArray("\x08\x07", 2) + nested), ErrorCode::Malformed);
}

void TestModelManifest::proposesFamilies()
{
    GraphSummary graph;
    graph.inputs = {{QStringLiteral("images"), floatElement, {1, 3, 416, 416}}};
    graph.outputs = {{QStringLiteral("output"), floatElement, {1, 3549, 85}}};
    auto manifest = proposeManifest(graph, QStringLiteral("x"));
    QVERIFY_RESULT(manifest);
    QVERIFY(manifest->head.decoder == Decoder::YoloX);
    QVERIFY(manifest->input.colour == ColourOrder::Bgr && manifest->input.fit == Fit::TopLeft);
    QCOMPARE(manifest->classNames.size(), 80);
    QCOMPARE(manifest->input.scale[0], 1.0);

    graph.inputs[0].dims = {-1, 3, -1, -1};
    graph.outputs[0].dims = {-1, 84, 8400};
    manifest = proposeManifest(graph, QStringLiteral("x"));
    QVERIFY_RESULT(manifest);
    QVERIFY(manifest->head.decoder == Decoder::YoloV8);
    QVERIFY(manifest->input.colour == ColourOrder::Rgb && manifest->input.fit == Fit::Centre);
    QCOMPARE(manifest->input.size, QSize(640, 640));
    QCOMPARE(manifest->input.scale[0], 1.0 / 255);

    graph.outputs[0].dims = {1, 25200, 85};
    manifest = proposeManifest(graph, QStringLiteral("x"));
    QVERIFY_RESULT(manifest);
    QVERIFY(manifest->head.decoder == Decoder::YoloV5);

    graph.outputs[0].dims = {1, 25200, 8};
    QVERIFY_FAILS(proposeManifest(graph, QStringLiteral("x")), ErrorCode::Unsupported);  // three classes without names
    graph.classNames = QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    manifest = proposeManifest(graph, QStringLiteral("x"));
    QVERIFY_RESULT(manifest);
    QCOMPARE(manifest->classNames, graph.classNames);
}

void TestModelManifest::unknownFamilies()
{
    const auto refused = [](std::vector<std::int64_t> in, std::vector<std::int64_t> out, int type = floatElement) {
        GraphSummary graph;
        graph.inputs = {{QStringLiteral("i"), type, std::move(in)}};
        graph.outputs = {{QStringLiteral("o"), floatElement, std::move(out)}};
        return !proposeManifest(graph, QStringLiteral("x"));
    };
    QVERIFY(refused({1, 1, 28, 28}, {1, 10}));
    QVERIFY(refused({1, 3, 416, 416}, {1, 3550, 85}));
    QVERIFY(refused({1, 3, 416, 416}, {-1, -1, -1}));
    QVERIFY(refused({8, 3, 416, 416}, {8, 3549, 85}));
    QVERIFY(refused({1, 3, 416, 416}, {1, 3549, 85}, 10));  // 16-bit floats
    QVERIFY(refused({1, 3, 1 << 30, 1 << 30}, {1, 3549, 85}));
    QVERIFY(refused({}, {}));
}

void TestModelManifest::sampleModels_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("known");
    QTest::newRow("yolox") << QStringLiteral("yolox-nano/yolox_nano.onnx") << true;
    QTest::newRow("nanodet") << QStringLiteral("nanodet-m-320/nanodet_m_320.onnx") << false;
    QTest::newRow("faces") << QStringLiteral("ultraface-rfb-320/ultraface_rfb320.onnx") << false;
    QTest::newRow("digits") << QStringLiteral("mnist/mnist.onnx") << false;
    QTest::newRow("road") << QStringLiteral("road-segmentation-adas-0001/road_segmentation_adas_0001.onnx") << false;
}

void TestModelManifest::sampleModels()
{
    QFETCH(QString, file);
    QFETCH(bool, known);
    PLUMBLINE_SAMPLE(folder, "models");
    const auto model = loadModel(folder + QLatin1Char('/') + file);
    if (known) {
        QVERIFY_RESULT(model);
        QCOMPARE(model->weightsSha256, QStringLiteral("695e750a5d5754bb5a8d5325643b59282191a7e7a564e435a415fd3c578eab14"));
        QCOMPARE(model->manifest.id, QStringLiteral("yolox_nano"));
    } else {
        QVERIFY_FAILS(model, ErrorCode::Unsupported);
        QVERIFY2(!model.error().detail.isEmpty(), "the shapes were not told");
    }
}

void TestModelManifest::verifiesHashes()
{
    QTemporaryDir folder;
    writeFolder(folder.path(), tinyManifest(), {QStringLiteral("tiny-yolov8.onnx")});
    const auto model = loadModel(folder.path());
    QVERIFY_RESULT(model);
    QCOMPARE(model->manifest.classNames.size(), 3);
    QVERIFY_RESULT(loadModel(folder.filePath(QStringLiteral("model.json"))));
    QFile file(folder.filePath(QStringLiteral("tiny-yolov8.onnx")));
    QVERIFY(file.open(QIODevice::Append));
    file.write("x");
    file.close();
    QVERIFY_FAILS(loadModel(folder.path()), ErrorCode::Corrupt);
    QVERIFY(file.remove());
    QVERIFY_FAILS(loadModel(folder.path()), ErrorCode::NotFound);
}

void TestModelManifest::externalWeights()
{
    for (const QString &name : {QStringLiteral("external-up.onnx"), QStringLiteral("external-absolute.onnx")}) {
        const auto bare = loadModel(models + name);
        QVERIFY_FAILS(bare, ErrorCode::PermissionDenied);
        QTemporaryDir folder;
        writeFolder(folder.path(), tinyManifest(), {name});
        QVERIFY_FAILS(loadModel(folder.path()), ErrorCode::PermissionDenied);
    }
    QVERIFY_FAILS(loadModel(models + QStringLiteral("external-inside.onnx")), ErrorCode::Unsupported);
    QTemporaryDir folder;
    writeFolder(folder.path(), tinyManifest(), {QStringLiteral("external-inside.onnx")});
    QVERIFY_FAILS(loadModel(folder.path()), ErrorCode::Unsupported);
}

void TestModelManifest::linksAreRefused()
{
    QTemporaryDir outside;
    QTemporaryDir folder;
    writeFolder(folder.path(), tinyManifest(), {QStringLiteral("tiny-yolov8.onnx")});
    const QString graph = folder.filePath(QStringLiteral("tiny-yolov8.onnx"));
    QVERIFY(QFile::rename(graph, outside.filePath(QStringLiteral("real.onnx"))));
    QVERIFY(QFile::link(outside.filePath(QStringLiteral("real.onnx")), graph));
    QVERIFY_FAILS(loadModel(folder.path()), ErrorCode::PermissionDenied);
}

void TestModelManifest::manifestMustFitTheGraph()
{
    const auto tryWith = [](const char *patch) {
        QTemporaryDir folder;
        Json manifest = tinyManifest();
        manifest.merge_patch(Json::parse(patch));
        writeFolder(folder.path(), manifest, {QStringLiteral("tiny-yolov8.onnx")});
        return loadModel(folder.path());
    };
    QVERIFY_RESULT(tryWith("{}"));
    QVERIFY_FAILS(tryWith(R"({"input": {"width": 128}})"), ErrorCode::Unsupported);
    QVERIFY_FAILS(tryWith(R"({"input": {"layout": "NHWC"}})"), ErrorCode::Unsupported);
    QVERIFY_FAILS(tryWith(R"({"output": {"name": "nothing"}})"), ErrorCode::Unsupported);
}

void TestModelManifest::missingAndOddPaths()
{
    QTemporaryDir folder;
    QVERIFY_FAILS(loadModel(folder.filePath(QStringLiteral("no.onnx"))), ErrorCode::NotFound);
    QVERIFY_FAILS(loadModel(folder.path()), ErrorCode::NotFound);
    QVERIFY(!isModelPath(folder.path()));
    QVERIFY(!isModelPath(QStringLiteral("/etc/hostname")));
    QVERIFY(isModelPath(QStringLiteral("/somewhere/A.ONNX")));
    QFile empty(folder.filePath(QStringLiteral("empty.onnx")));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    QVERIFY_FAILS(loadModel(empty.fileName()), ErrorCode::Malformed);
    QFile large(folder.filePath(QStringLiteral("large.onnx")));
    QVERIFY(large.open(QIODevice::WriteOnly));
    QVERIFY(large.resize(maximumModelBytes + 1));  // a hole, no disk space
    QVERIFY_FAILS(loadModel(large.fileName()), ErrorCode::TooLarge);
}

QTEST_GUILESS_MAIN(TestModelManifest)
#include "tst_modelmanifest.moc"
