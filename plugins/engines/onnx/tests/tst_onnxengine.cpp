// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/onnx/onnxengine.h"

#include "core/base/json.h"
#include "core/base/sha256.h"
#include "core/geometry/overlap.h"
#include "plugins/engines/onnx/placementlog.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <thread>

using namespace plumbline;
using namespace plumbline::engines::onnx;
using extension::InferenceSession;

namespace {

const QString models = QStringLiteral(ONNX_TEST_MODELS "/");
const QString swiftShader = QStringLiteral(ONNX_SWIFTSHADER);

// The Vulkan loader reads this each time an instance is made.
void useVulkanDriver(const QString &json)
{
    qputenv("VK_ICD_FILENAMES", QFile::encodeName(json));
    qputenv("VK_DRIVER_FILES", QFile::encodeName(json));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QImage patternPicture(QSize size)
{
    std::mt19937 random(5);
    QImage image(size, QImage::Format_RGB888);
    for (int y = 0; y < size.height(); ++y) {
        uchar *line = image.scanLine(y);
        for (int x = 0; x < size.width() * 3; ++x)
            line[x] = static_cast<uchar>((x * 3 + y * 7 + static_cast<int>(random() % 64)) % 256);
    }
    return image;
}

struct Expected {
    QString name;
    double score;
    geometry::Box box;
};

QString listOf(const std::vector<extension::Prediction> &predictions)
{
    QStringList lines;
    for (const auto &prediction : predictions) {
        const auto &box = std::get<geometry::Box>(prediction.geometry);
        lines.append(QStringLiteral("%1 %2 [%3, %4, %5, %6]")
                         .arg(prediction.className)
                         .arg(prediction.score, 0, 'f', 3)
                         .arg(box.x, 0, 'f', 1)
                         .arg(box.y, 0, 'f', 1)
                         .arg(box.w, 0, 'f', 1)
                         .arg(box.h, 0, 'f', 1));
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

class TestOnnxEngine : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void yoloXFindsTheObjects_data();
    void yoloXFindsTheObjects();
    void yoloV8DecodesTheKnownTable();
    void manifestMapsClassesAndThresholds();
    void describesModels();
    void autoSaysWhyItTookTheCpu();
    void missingProviderIsAnError();
    void devicesListsEveryProvider();
    void webGpuEqualsCpu();
    void partsLeftToTheCpuAreNamed();
    void webGpuIsNamedInTheDeviceList();
    void autoPassesOverSoftwareVulkan();
    void brokenVulkanDriverIsAnError();
    void brokenFilesAreErrors();
    void mutatedFilesDoNotCrash();
    void hugeTensorsAreRefused();
    void cancelStops();
    void cancelStopsInTheMiddleOfARun();
    void endlessModelsAreRefused();
    void sessionsOnManyThreads();
    void placementLogReadsBothForms();

private:
    OnnxEngine m_engine;
};

void TestOnnxEngine::init()
{
    useVulkanDriver(QStringLiteral("/nowhere/driver.json"));
}

void TestOnnxEngine::yoloXFindsTheObjects_data()
{
    QTest::addColumn<QString>("picture");
    QTest::addColumn<int>("row");
    QTest::newRow("139") << QStringLiteral("000000000139.jpg") << 0;
    QTest::newRow("885") << QStringLiteral("000000000885.jpg") << 1;
}

void TestOnnxEngine::yoloXFindsTheObjects()
{
    PLUMBLINE_SAMPLE(folder, "images/coco-val2017/images");
    PLUMBLINE_SAMPLE(model, "models/yolox-nano/yolox_nano.onnx");
    QFETCH(QString, picture);
    QFETCH(int, row);
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    const std::vector<Expected> expected[] = {
        {{s("tv"), 0.90, {6, 166, 150, 99}},
         {s("person"), 0.69, {427, 164, 41, 131}},
         {s("clock"), 0.65, {448, 120, 14, 22}},
         {s("chair"), 0.62, {294, 222, 60, 101}},
         {s("chair"), 0.61, {380, 214, 62, 100}}},
        {{s("person"), 0.89, {276, 85, 140, 312}},
         {s("person"), 0.87, {594, 24, 46, 233}},
         {s("tennis racket"), 0.83, {396, 269, 82, 43}}},
    };
    const QImage image(folder + QLatin1Char('/') + picture);
    QVERIFY(!image.isNull());
    auto session = m_engine.createSession({.model = model, .device = QStringLiteral("cpu")});
    QVERIFY_RESULT(session);
    const auto output = (*session)->run(image, {}, jobs::JobControl());
    QVERIFY_RESULT(output);
    for (const Expected &object : expected[row]) {
        const bool found = std::any_of(output->predictions.begin(), output->predictions.end(), [&](const auto &prediction) {
            const auto &box = std::get<geometry::Box>(prediction.geometry);
            return prediction.className == object.name && qAbs(prediction.score - object.score) < 0.05
                   && qAbs(box.x - object.box.x) < 4 && qAbs(box.y - object.box.y) < 4 && qAbs(box.w - object.box.w) < 5
                   && qAbs(box.h - object.box.h) < 5;
        });
        QVERIFY2(found, qPrintable(QStringLiteral("no %1 in\n%2").arg(object.name, listOf(output->predictions))));
    }
    QVERIFY(output->predictions.size() < 15);
    for (const auto &prediction : output->predictions) {
        QVERIFY(prediction.score >= 0.35 && prediction.score <= 1);
        QVERIFY(geometry::whyInvalid(prediction.geometry).isEmpty());
    }
    QVERIFY(output->times.preprocessMilliseconds > 0 && output->times.runMilliseconds > 0);
    QCOMPARE((*session)->provenance().weightsSha256,
             QStringLiteral("695e750a5d5754bb5a8d5325643b59282191a7e7a564e435a415fd3c578eab14"));
    const auto fewer = (*session)->run(image, {.scoreThreshold = 0.8}, jobs::JobControl());
    QVERIFY_RESULT(fewer);
    QVERIFY(fewer->predictions.size() < output->predictions.size());
}

void TestOnnxEngine::yoloV8DecodesTheKnownTable()
{
    auto session =
        m_engine.createSession({.model = models + QStringLiteral("tiny-yolov8.onnx"), .device = QStringLiteral("cpu")});
    QVERIFY_RESULT(session);
    QCOMPARE((*session)->classNames(),
             QStringList({QStringLiteral("person"), QStringLiteral("traffic cone"), QStringLiteral("car")}));
    QVERIFY((*session)->warmUpMilliseconds() > 0);
    // 128 × 64 is centred in 64 × 64 at half its size, 16 pixels from the top.
    const auto output = (*session)->run(patternPicture({128, 64}), {}, jobs::JobControl());
    QVERIFY_RESULT(output);
    const std::vector<Expected> expected{
        {QStringLiteral("person"), 0.9, {44, 0, 40, 10}},
        {QStringLiteral("traffic cone"), 0.7, {44, 0, 40, 10}},
        {QStringLiteral("car"), 0.6, {100, 38, 28, 20}},
    };
    QVERIFY2(output->predictions.size() == expected.size(), qPrintable(listOf(output->predictions)));
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const auto &box = std::get<geometry::Box>(output->predictions[i].geometry);
        QCOMPARE(output->predictions[i].className, expected[i].name);
        QVERIFY(qAbs(output->predictions[i].score - expected[i].score) < 1e-5);
        QVERIFY2(geometry::boxIou(box, expected[i].box) > 0.9999, qPrintable(listOf(output->predictions)));
    }
}

void TestOnnxEngine::manifestMapsClassesAndThresholds()
{
    QTemporaryDir folder;
    const QByteArray graph = contentOf(models + QStringLiteral("tiny-yolov8.onnx"));
    Json manifest{{"schema", "plumbline-model/1"},
                  {"id", "cones"},
                  {"version", "3"},
                  {"licence", "CC0-1.0"},
                  {"task", "detect"},
                  {"files", {{{"path", "net.onnx"}, {"sha256", base::sha256(graph).toHex().toStdString()}}}},
                  {"input", {{"width", 64}, {"height", 64}, {"colour", "RGB"}, {"letterbox", "none"}}},
                  {"output", {{"decoder", "yolov8"}}},
                  {"classes", {"a", "b", "c"}},
                  {"classMapping", {{"a", "person"}, {"c", nullptr}}},
                  {"thresholds", {{"score", 0.65}, {"nms", 0.99}}}};
    for (const auto &[name, content] :
         {std::pair(QStringLiteral("net.onnx"), graph), std::pair(QStringLiteral("model.json"), base::toJsonText(manifest))}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    const auto session = m_engine.createSession({.model = folder.path(), .device = QStringLiteral("cpu")});
    QVERIFY_RESULT(session);
    QCOMPARE((*session)->classNames(), QStringList({QStringLiteral("person"), QStringLiteral("b")}));
    QCOMPARE((*session)->provenance().modelVersion, QStringLiteral("3"));
    const auto output = (*session)->run(patternPicture({64, 64}), {}, jobs::JobControl());
    QVERIFY_RESULT(output);
    QStringList names;
    for (const auto &prediction : output->predictions)
        names.append(prediction.className);
    // Both overlapping people stay at this NMS threshold; the car is below the score and left out by the mapping.
    QCOMPARE(names, QStringList({QStringLiteral("person"), QStringLiteral("person"), QStringLiteral("b")}));
    const auto all = (*session)->run(patternPicture({64, 64}), {.scoreThreshold = 0.1}, jobs::JobControl());
    QVERIFY_RESULT(all);
    for (const auto &prediction : all->predictions)
        QVERIFY(prediction.className != QLatin1String("c"));
}

void TestOnnxEngine::describesModels()
{
    QVERIFY(!m_engine.describe(QStringLiteral("/etc/hostname")));
    const auto good = m_engine.describe(models + QStringLiteral("tiny-yolov8.onnx"));
    QVERIFY(good);
    QVERIFY(good->problem.isEmpty());
    QCOMPARE(good->task, QStringLiteral("detect"));
    QCOMPARE(good->classNames.size(), 3);
    const auto bad = m_engine.describe(models + QStringLiteral("two-heads.onnx"));
    QVERIFY(bad);
    QVERIFY(!bad->problem.isEmpty());
    QCOMPARE(bad->id, QStringLiteral("two-heads"));
}

void TestOnnxEngine::autoSaysWhyItTookTheCpu()
{
    const auto session = m_engine.createSession({.model = models + QStringLiteral("tiny-yolov8.onnx")});
    QVERIFY_RESULT(session);
    const auto &provenance = (*session)->provenance();
    if (provenance.provider != QLatin1String("cpu"))
        QSKIP("this machine has a faster provider");
    QVERIFY(!provenance.device.isEmpty());
    for (const char *title : {"TensorRT", "CUDA", "WebGPU"})
        QVERIFY2(provenance.fallbackReason.contains(QLatin1String(title)), qPrintable(provenance.fallbackReason));
}

void TestOnnxEngine::missingProviderIsAnError()
{
    const QString model = models + QStringLiteral("tiny-yolov8.onnx");
    const auto webGpu = m_engine.createSession({.model = model, .device = QStringLiteral("webgpu")});
    QVERIFY_FAILS(webGpu, ErrorCode::NotFound);
    QVERIFY2(webGpu.error().text.contains(QLatin1String("WebGPU")), qPrintable(webGpu.error().text));
    QVERIFY_FAILS(m_engine.createSession({.model = model, .device = QStringLiteral("npu")}), ErrorCode::InvalidArgument);
    for (const auto &device : m_engine.devices(false)) {
        if (!device.available)
            QVERIFY_FAILS(m_engine.createSession({.model = model, .device = device.provider}), ErrorCode::NotFound);
    }
}

void TestOnnxEngine::devicesListsEveryProvider()
{
    const auto devices = m_engine.devices(true);
    QStringList providers;
    for (const auto &device : devices) {
        providers.append(device.provider);
        QVERIFY2(device.available == device.reason.isEmpty(), qPrintable(device.provider + QLatin1Char(' ') + device.reason));
        QCOMPARE(device.latencyMilliseconds.has_value(), device.available);
    }
    QCOMPARE(providers.join(QLatin1Char(' ')), QStringLiteral("tensorrt cuda webgpu cpu"));
    QVERIFY(devices.back().available);
    QVERIFY(!devices.back().name.isEmpty());
    QVERIFY(*devices.back().warmUpMilliseconds > 0);
    QVERIFY(!devices[2].available);
}

void TestOnnxEngine::webGpuEqualsCpu()
{
    if (!QFile::exists(swiftShader))
        QSKIP("no software Vulkan driver here: run packaging/fetch-swiftshader.sh");
    useVulkanDriver(swiftShader);
    const QString model = models + QStringLiteral("tiny-conv.onnx");
    const auto cpu = m_engine.createSession({.model = model, .device = QStringLiteral("cpu")});
    QVERIFY_RESULT(cpu);
    const auto gpu = m_engine.createSession({.model = model, .device = QStringLiteral("webgpu")});
    QVERIFY_RESULT(gpu);
    const auto &provenance = (*gpu)->provenance();
    QCOMPARE(provenance.provider, QStringLiteral("webgpu"));
    QVERIFY2(provenance.device.contains(QLatin1String("SwiftShader")), qPrintable(provenance.device));
    QCOMPARE((*cpu)->provenance().provider, QStringLiteral("cpu"));
    QCOMPARE(provenance.weightsSha256, (*cpu)->provenance().weightsSha256);

    const QImage picture = patternPicture({100, 75});
    const auto expected = (*cpu)->run(picture, {.scoreThreshold = 0.0}, jobs::JobControl());
    const auto found = (*gpu)->run(picture, {.scoreThreshold = 0.0}, jobs::JobControl());
    QVERIFY_RESULT(expected);
    QVERIFY_RESULT(found);
    QVERIFY(expected->predictions.size() > 10);
    QCOMPARE(found->predictions.size(), expected->predictions.size());
    double scores = 0;
    for (const auto &wanted : expected->predictions) {
        const auto &box = std::get<geometry::Box>(wanted.geometry);
        scores += wanted.score;
        const bool same = std::any_of(found->predictions.begin(), found->predictions.end(), [&](const auto &other) {
            const auto &otherBox = std::get<geometry::Box>(other.geometry);
            return other.className == wanted.className && qAbs(other.score - wanted.score) < 1e-4
                   && qAbs(box.x - otherBox.x) < 0.01 && qAbs(box.y - otherBox.y) < 0.01 && qAbs(box.w - otherBox.w) < 0.01
                   && qAbs(box.h - otherBox.h) < 0.01;
        });
        QVERIFY2(same, qPrintable(listOf({wanted}) + QStringLiteral(" is not in\n") + listOf(found->predictions)));
    }
    QVERIFY(scores > 1);  // not a table of zeros
}

void TestOnnxEngine::partsLeftToTheCpuAreNamed()
{
    if (!QFile::exists(swiftShader))
        QSKIP("no software Vulkan driver here: run packaging/fetch-swiftshader.sh");
    useVulkanDriver(swiftShader);
    const auto session =
        m_engine.createSession({.model = models + QStringLiteral("slow-on-light.onnx"), .device = QStringLiteral("webgpu")});
    QVERIFY_RESULT(session);
    QCOMPARE((*session)->provenance().provider, QStringLiteral("webgpu"));
    const QString reason = (*session)->provenance().fallbackReason;
    QVERIFY2(reason.contains(QLatin1String("WebGPU")) && reason.contains(QLatin1String("CPU")), qPrintable(reason));
}

void TestOnnxEngine::webGpuIsNamedInTheDeviceList()
{
    if (!QFile::exists(swiftShader))
        QSKIP("no software Vulkan driver here: run packaging/fetch-swiftshader.sh");
    useVulkanDriver(swiftShader);
    const auto devices = m_engine.devices(true);
    QCOMPARE(devices[2].provider, QStringLiteral("webgpu"));
    QVERIFY2(devices[2].available, qPrintable(devices[2].reason));
    QVERIFY2(devices[2].name.contains(QLatin1String("SwiftShader")), qPrintable(devices[2].name));
    QVERIFY(devices[2].latencyMilliseconds.value_or(0) > 0);
    QVERIFY(*devices[2].warmUpMilliseconds > *devices[2].latencyMilliseconds);
}

void TestOnnxEngine::autoPassesOverSoftwareVulkan()
{
    if (!QFile::exists(swiftShader))
        QSKIP("no software Vulkan driver here: run packaging/fetch-swiftshader.sh");
    useVulkanDriver(swiftShader);
    const auto session = m_engine.createSession({.model = models + QStringLiteral("tiny-conv.onnx")});
    QVERIFY_RESULT(session);
    QVERIFY((*session)->provenance().provider != QLatin1String("webgpu"));
    if ((*session)->provenance().provider == QLatin1String("cpu"))
        QVERIFY2((*session)->provenance().fallbackReason.contains(QLatin1String("SwiftShader")),
                 qPrintable((*session)->provenance().fallbackReason));
}

void TestOnnxEngine::brokenVulkanDriverIsAnError()
{
    QTemporaryDir folder;
    QFile library(folder.filePath(QStringLiteral("libbroken.so")));
    QVERIFY(library.open(QIODevice::WriteOnly));
    library.write("this is no driver");
    library.close();
    QFile json(folder.filePath(QStringLiteral("broken.json")));
    QVERIFY(json.open(QIODevice::WriteOnly));
    json.write(R"({"file_format_version": "1.0.0", "ICD": {"library_path": "./libbroken.so", "api_version": "1.1.0"}})");
    json.close();
    useVulkanDriver(json.fileName());
    QVERIFY_FAILS(
        m_engine.createSession({.model = models + QStringLiteral("tiny-conv.onnx"), .device = QStringLiteral("webgpu")}),
        ErrorCode::NotFound);
}

void TestOnnxEngine::brokenFilesAreErrors()
{
    QTemporaryDir folder;
    const QByteArray whole = contentOf(models + QStringLiteral("tiny-conv.onnx"));
    const auto session = [&](const QByteArray &content) {
        QFile file(folder.filePath(QStringLiteral("model.onnx")));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(content);
        file.close();
        return m_engine.createSession({.model = file.fileName(), .device = QStringLiteral("cpu")});
    };
    QVERIFY_RESULT(session(whole));
    for (qsizetype length = 0; length < whole.size() - 40; length += 41)
        QVERIFY2(!session(whole.first(length)), qPrintable(QStringLiteral("%1 bytes were taken for a model").arg(length)));
    QVERIFY_FAILS(session(QByteArray(100'000, '\0')), ErrorCode::Malformed);
    QVERIFY_FAILS(session("<html>not found</html>"), ErrorCode::Malformed);
    // Shapes are as they should be, but the operator does not exist: ONNX Runtime refuses, in words.
    const auto unknown = session(QByteArray(whole).replace("Sigmoid", "Sigmood"));
    QVERIFY_FAILS(unknown, ErrorCode::Failed);
    QVERIFY(!unknown.error().detail.isEmpty());
    QVERIFY_FAILS(m_engine.createSession({.model = folder.filePath(QStringLiteral("none.onnx"))}), ErrorCode::NotFound);
}

void TestOnnxEngine::mutatedFilesDoNotCrash()
{
    QTemporaryDir folder;
    const QByteArray whole = contentOf(models + QStringLiteral("tiny-conv.onnx"));
    const QImage picture = patternPicture({64, 64});
    std::mt19937 random(3);
    int survived = 0;
    for (int i = 0; i < 300; ++i) {
        QByteArray content = whole;
        for (unsigned k = 0; k <= random() % 4; ++k)
            content[static_cast<qsizetype>(random() % static_cast<unsigned>(content.size()))] = static_cast<char>(random());
        QFile file(folder.filePath(QStringLiteral("model.onnx")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto session = m_engine.createSession({.model = file.fileName(), .device = QStringLiteral("cpu")});
        if (!session) {
            QVERIFY(!session.error().text.isEmpty());
            continue;
        }
        ++survived;
        const auto output = (*session)->run(picture, {}, jobs::JobControl());
        for (const auto &prediction : output ? output->predictions : std::vector<extension::Prediction>())
            QVERIFY(geometry::whyInvalid(prediction.geometry).isEmpty());
    }
    QVERIFY(survived > 0 && survived < 300);
}

void TestOnnxEngine::hugeTensorsAreRefused()
{
    QTemporaryDir folder;
    const QByteArray graph = contentOf(models + QStringLiteral("huge-tensor.onnx"));
    Json manifest{{"schema", "plumbline-model/1"},
                  {"id", "huge"},
                  {"version", "1"},
                  {"licence", "CC0-1.0"},
                  {"task", "detect"},
                  {"files", {{{"path", "net.onnx"}, {"sha256", base::sha256(graph).toHex().toStdString()}}}},
                  {"input", {{"width", 64}, {"height", 64}, {"colour", "RGB"}, {"letterbox", "none"}}},
                  {"output", {{"decoder", "yolov8"}}},
                  {"classes", {"a", "b", "c"}}};
    for (const auto &[name, content] :
         {std::pair(QStringLiteral("net.onnx"), graph), std::pair(QStringLiteral("model.json"), base::toJsonText(manifest))}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    QElapsedTimer timer;
    timer.start();
    const auto session = m_engine.createSession({.model = folder.path(), .device = QStringLiteral("cpu")});
    QVERIFY_FAILS(session, ErrorCode::Failed);
    QVERIFY2(session.error().detail.contains(QLatin1String("memory"), Qt::CaseInsensitive), qPrintable(session.error().detail));
    QVERIFY(timer.elapsed() < 5000);
}

void TestOnnxEngine::cancelStops()
{
    const auto session =
        m_engine.createSession({.model = models + QStringLiteral("tiny-conv.onnx"), .device = QStringLiteral("cpu")});
    QVERIFY_RESULT(session);
    jobs::JobControl control;
    control.cancel();
    QVERIFY_FAILS((*session)->run(patternPicture({64, 64}), {}, control), ErrorCode::Cancelled);
    QVERIFY_FAILS((*session)->run(QImage(), {}, jobs::JobControl()), ErrorCode::InvalidArgument);
    QVERIFY_FAILS((*session)->run(patternPicture({64, 64}), {.scoreThreshold = qQNaN()}, jobs::JobControl()),
                  ErrorCode::InvalidArgument);
    QVERIFY_RESULT((*session)->run(patternPicture({64, 64}), {}, jobs::JobControl()));
}

void TestOnnxEngine::cancelStopsInTheMiddleOfARun()
{
    const auto session =
        m_engine.createSession({.model = models + QStringLiteral("slow-on-light.onnx"), .device = QStringLiteral("cpu")});
    QVERIFY_RESULT(session);
    jobs::JobControl control;
    QElapsedTimer timer;
    timer.start();
    std::jthread canceller([&control] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        control.cancel();
    });
    QVERIFY_FAILS((*session)->run(patternPicture({64, 64}), {}, control), ErrorCode::Cancelled);
    QVERIFY2(timer.elapsed() >= 100 && timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QImage black(64, 64, QImage::Format_RGB888);
    black.fill(Qt::black);
    const auto output = (*session)->run(black, {}, jobs::JobControl());
    QVERIFY_RESULT(output);
    QCOMPARE(output->predictions.size(), std::size_t(3));
}

void TestOnnxEngine::endlessModelsAreRefused()
{
    const OnnxEngine hasty{std::chrono::milliseconds(200)};
    QElapsedTimer timer;
    timer.start();
    QVERIFY_FAILS(hasty.createSession({.model = models + QStringLiteral("endless.onnx"), .device = QStringLiteral("cpu")}),
                  ErrorCode::TooLarge);
    QVERIFY(timer.elapsed() < 5000);
}

void TestOnnxEngine::sessionsOnManyThreads()
{
    std::atomic<int> good = 0;
    std::mutex mutex;
    QStringList problems;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int k = 0; k < 5; ++k) {
                const auto session =
                    m_engine.createSession({.model = models + QStringLiteral("tiny-conv.onnx"), .device = QStringLiteral("cpu")});
                if (!session) {
                    const std::scoped_lock lock(mutex);
                    problems << session.error().text + QLatin1Char(' ') + session.error().detail;
                    continue;
                }
                if (const auto output = (*session)->run(patternPicture({80, 60}), {}, jobs::JobControl()); output) {
                    ++good;
                } else {
                    const std::scoped_lock lock(mutex);
                    problems << output.error().text + QLatin1Char(' ') + output.error().detail;
                }
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
    QCOMPARE(good.load(), 20);
}

void TestOnnxEngine::placementLogReadsBothForms()
{
    PlacementLog log;
    log.message("s", " All nodes placed on [CPUExecutionProvider]. Number of nodes: 3");  // nobody listens
    log.expect("s");
    log.message("s", " Node(s) placed on [WebGpuExecutionProvider]. Number of nodes: 12");
    log.message("s", " Node(s) placed on [CPUExecutionProvider]. Number of nodes: 4");
    log.message("s", "something else");
    log.message("other", " All nodes placed on [CPUExecutionProvider]. Number of nodes: 9");
    const auto placed = log.take("s");
    QCOMPARE(placed.size(), std::size_t(2));
    QCOMPARE(placed.at("WebGpuExecutionProvider"), 12);
    QCOMPARE(placed.at("CPUExecutionProvider"), 4);
    QVERIFY(log.take("s").empty());
}

QTEST_GUILESS_MAIN(TestOnnxEngine)
#include "tst_onnxengine.moc"
