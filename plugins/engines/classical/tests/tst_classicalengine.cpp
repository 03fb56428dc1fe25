// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/classical/classicalengine.h"
#include "plugins/engines/classical/peopledetector.h"

#include "core/geometry/overlap.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace plumbline;
using engines::classical::ClassicalEngine;

class TestClassicalEngine : public QObject
{
    Q_OBJECT

private slots:
    void scoresFollowTheStatedLogistic();
    void findsPeople();
    void bigPicturesAreScaledDown();
    void sameAnswerEveryTime();
    void oddPictures_data();
    void oddPictures();
    void refusesOtherDevicesAndModels();
    void namesItsDevice();
    void stopsWhenCancelled();

private:
    ClassicalEngine m_engine;
};

void TestClassicalEngine::scoresFollowTheStatedLogistic()
{
    using engines::classical::scoreFromMargin;
    QCOMPARE(scoreFromMargin(0.5), 0.5);
    QVERIFY(qAbs(scoreFromMargin(0) - 0.268941421) < 1e-8);
    QVERIFY(scoreFromMargin(1000) <= 1.0);
    QVERIFY(scoreFromMargin(-1000) >= 0.0);
    QVERIFY(scoreFromMargin(1) > scoreFromMargin(0.9));
}

void TestClassicalEngine::findsPeople()
{
    PLUMBLINE_SAMPLE(path, "images/coco-val2017/images/000000000885.jpg");
    const QImage image(path);
    QVERIFY(!image.isNull());
    auto session = m_engine.createSession({});
    QVERIFY_RESULT(session);
    const auto output = (*session)->run(image, {}, jobs::JobControl());
    QVERIFY_RESULT(output);
    const geometry::Box player{276, 85, 140, 312};
    double best = 0;
    for (const auto &prediction : output->predictions) {
        QCOMPARE(prediction.className, QStringLiteral("person"));
        QVERIFY(prediction.score >= 0.5 && prediction.score <= 1.0);
        QVERIFY(geometry::whyInvalid(prediction.geometry).isEmpty());
        const auto &box = std::get<geometry::Box>(prediction.geometry);
        QVERIFY(box.x >= 0 && box.y >= 0 && box.right() <= image.width() && box.bottom() <= image.height());
        best = std::max(best, geometry::boxIou(box, player));
    }
    QVERIFY2(best > 0.5, qPrintable(QStringLiteral("best overlap with the player: %1").arg(best)));
    QVERIFY(output->times.runMilliseconds > 0);
}

void TestClassicalEngine::bigPicturesAreScaledDown()
{
    PLUMBLINE_SAMPLE(path, "images/coco-val2017/images/000000000885.jpg");
    const QImage image = QImage(path).scaled(4096, 2733, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    auto session = m_engine.createSession({});
    QVERIFY_RESULT(session);
    const auto output = (*session)->run(image, {}, jobs::JobControl());
    QVERIFY_RESULT(output);
    const double scale = 4096.0 / 640;
    const geometry::Box player{276 * scale, 85 * scale, 140 * scale, 312 * scale};
    double best = 0;
    for (const auto &prediction : output->predictions)
        best = std::max(best, geometry::boxIou(std::get<geometry::Box>(prediction.geometry), player));
    QVERIFY2(best > 0.5, qPrintable(QStringLiteral("best overlap with the player: %1").arg(best)));
}

void TestClassicalEngine::sameAnswerEveryTime()
{
    PLUMBLINE_SAMPLE(path, "images/coco-val2017/images/000000000885.jpg");
    const QImage image(path);
    engines::classical::PeopleDetector detector;
    const auto first = detector.detect(image, 0, jobs::JobControl());
    QVERIFY_RESULT(first);
    QVERIFY(!first->empty());
    for (int i = 0; i < 3; ++i) {
        engines::classical::PeopleDetector another;
        const auto again = another.detect(image, 0, jobs::JobControl());
        QVERIFY_RESULT(again);
        QVERIFY(*again == *first);
    }
}

void TestClassicalEngine::oddPictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("format");
    QTest::newRow("one pixel") << QSize(1, 1) << int(QImage::Format_RGB888);
    QTest::newRow("narrower than the window") << QSize(63, 400) << int(QImage::Format_Grayscale8);
    QTest::newRow("exactly the window") << QSize(64, 128) << int(QImage::Format_RGB32);
    QTest::newRow("a line") << QSize(20000, 1) << int(QImage::Format_RGB888);
    QTest::newRow("with alpha") << QSize(301, 207) << int(QImage::Format_ARGB32);
    QTest::newRow("16 bits") << QSize(150, 200) << int(QImage::Format_Grayscale16);
}

void TestClassicalEngine::oddPictures()
{
    QFETCH(QSize, size);
    QFETCH(int, format);
    QImage image(size, QImage::Format(format));
    image.fill(Qt::darkGreen);
    auto session = m_engine.createSession({});
    QVERIFY_RESULT(session);
    const auto output = (*session)->run(image, {}, jobs::JobControl());
    QVERIFY_RESULT(output);
    QCOMPARE(output->predictions.size(), std::size_t(0));
    QVERIFY_FAILS((*session)->run(QImage(), {}, jobs::JobControl()), ErrorCode::InvalidArgument);
    QVERIFY_FAILS((*session)->run(image, {.scoreThreshold = qQNaN()}, jobs::JobControl()), ErrorCode::InvalidArgument);
}

void TestClassicalEngine::refusesOtherDevicesAndModels()
{
    QVERIFY_FAILS(m_engine.createSession({.model = {}, .device = QStringLiteral("webgpu")}), ErrorCode::NotFound);
    QVERIFY_FAILS(m_engine.createSession({.model = QStringLiteral("hog-cats")}), ErrorCode::NotFound);
    QVERIFY(!m_engine.describe(QStringLiteral("/tmp/model.onnx")));
}

void TestClassicalEngine::namesItsDevice()
{
    const auto models = m_engine.builtInModels();
    QCOMPARE(models.size(), std::size_t(1));
    QCOMPARE(models[0].id, QStringLiteral("hog-people"));
    auto session = m_engine.createSession({.model = models[0].id, .device = QStringLiteral("cpu")});
    QVERIFY_RESULT(session);
    const auto &provenance = (*session)->provenance();
    QCOMPARE(provenance.provider, QStringLiteral("cpu"));
    QCOMPARE(provenance.engine, QStringLiteral("classical"));
    QVERIFY(!provenance.device.isEmpty());
    QCOMPARE(provenance.weightsSha256.size(), 64);
    const auto devices = m_engine.devices(true);
    QCOMPARE(devices.size(), std::size_t(1));
    QCOMPARE(devices[0].name, provenance.device);
    QVERIFY(devices[0].latencyMilliseconds.value_or(0) > 0);
    QVERIFY(devices[0].warmUpMilliseconds.value_or(0) > 0);
}

void TestClassicalEngine::stopsWhenCancelled()
{
    auto session = m_engine.createSession({});
    QVERIFY_RESULT(session);
    QImage image(1200, 1200, QImage::Format_RGB888);
    image.fill(Qt::white);
    jobs::JobControl control;
    control.cancel();
    QVERIFY_FAILS((*session)->run(image, {}, control), ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestClassicalEngine)
#include "tst_classicalengine.moc"
