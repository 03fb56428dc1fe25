// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/onnx/decoders.h"
#include "plugins/engines/onnx/letterbox.h"

#include "tests/support/verify.h"

#include <QColor>
#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace plumbline;
using namespace plumbline::engines::onnx;

namespace {

constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();
constexpr float infinite = std::numeric_limits<float>::infinity();

bool near(double a, double b, double tolerance = 1e-4)
{
    return std::abs(a - b) <= tolerance;
}

bool near(const geometry::Box &a, const geometry::Box &b, double tolerance = 1e-3)
{
    return near(a.x, b.x, tolerance) && near(a.y, b.y, tolerance) && near(a.w, b.w, tolerance) && near(a.h, b.h, tolerance);
}

// 64 × 64 with the usual strides has 8 × 8 + 4 × 4 + 2 × 2 = 84 cells.
HeadSpec head(Decoder decoder, int classes)
{
    HeadSpec spec;
    spec.decoder = decoder;
    spec.classes = classes;
    spec.input = {64, 64};
    return spec;
}

}  // namespace

class TestOnnxDecoders : public QObject
{
    Q_OBJECT

private slots:
    void gridCellsOfYoloX();
    void yoloXPlacesEveryLevel();
    void yoloV5ReadsPixels();
    void yoloV8ReadsBothOrders();
    void scoresStayInRange();
    void keepsTheBestCandidatesOnly();
    void badNumbersAreLeftOut_data();
    void badNumbersAreLeftOut();
    void wrongShapesAreErrors_data();
    void wrongShapesAreErrors();
    void suppressionIsPerClass();
    void suppressionNeedsMoreThanTheThreshold();
    void letterboxInverse_data();
    void letterboxInverse();
    void boxesAreClippedToThePicture();
    void tensorHoldsColoursAndPadding();
    void tensorInterpolatesAtPixelCentres();
    void tensorLayoutsAgree();
    void tensorRefusesWrongSizes();
};

void TestOnnxDecoders::gridCellsOfYoloX()
{
    QCOMPARE(gridCells({416, 416}, {8, 16, 32}), std::int64_t(3549));
    QCOMPARE(gridCells({640, 640}, {8, 16, 32}), std::int64_t(8400));
    QCOMPARE(gridCells({64, 32}, {8, 16, 32}), std::int64_t(32 + 8 + 2));
    QCOMPARE(gridCells({4, 4}, {8}), std::int64_t(0));
}

void TestOnnxDecoders::yoloXPlacesEveryLevel()
{
    std::vector<float> output(84 * 7, 0.0F);
    const auto set = [&](std::size_t row, std::initializer_list<float> values) {
        std::copy(values.begin(), values.end(), output.begin() + static_cast<std::ptrdiff_t>(row * 7));
    };
    const auto log2 = static_cast<float>(std::log(2.0));
    set(8 * 3 + 5, {0.5F, 0.25F, 0, log2, 0.9F, 0.1F, 1.0F});        // stride 8, row 3, column 5
    set(64 + 4 * 2 + 1, {0, 0, log2, log2, 0.5F, 0.8F, 0});          // stride 16, row 2, column 1
    set(64 + 16 + 2 * 1 + 1, {0.5F, 0.5F, 0, 0, 1.0F, 0.6F, 0.7F});  // stride 32, row 1, column 1
    const std::int64_t dims[] = {1, 84, 7};
    const auto found = decode(output, dims, head(Decoder::YoloX, 2), 0.3);
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), std::size_t(3));
    QCOMPARE((*found)[0].classIndex, 1);
    QVERIFY(near((*found)[0].score, 0.9));
    QVERIFY(near((*found)[0].box, {44 - 4, 26 - 8, 8, 16}));
    QCOMPARE((*found)[1].classIndex, 1);
    QVERIFY(near((*found)[1].score, 0.7));
    QVERIFY(near((*found)[1].box, {32, 32, 32, 32}));
    QCOMPARE((*found)[2].classIndex, 0);
    QVERIFY(near((*found)[2].score, 0.4));
    QVERIFY(near((*found)[2].box, {16 - 16, 32 - 16, 32, 32}));
}

void TestOnnxDecoders::yoloV5ReadsPixels()
{
    std::vector<float> output(252 * 6, 0.0F);
    const float row[] = {30, 20, 10, 8, 0.8F, 0.5F};
    std::copy(std::begin(row), std::end(row), output.begin() + 100 * 6);
    const std::int64_t dims[] = {252, 6};
    const auto found = decode(output, dims, head(Decoder::YoloV5, 1), 0.3);
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), std::size_t(1));
    QVERIFY(near((*found)[0].score, 0.4));
    QVERIFY(near((*found)[0].box, {25, 16, 10, 8}));
}

void TestOnnxDecoders::yoloV8ReadsBothOrders()
{
    std::vector<float> channelsFirst(7 * 84, 0.0F);
    std::vector<float> rowsFirst(84 * 7, 0.0F);
    const float values[] = {30, 20, 10, 8, 0.1F, 0.75F, 0.2F};
    for (std::size_t i = 0; i < 7; ++i)
        channelsFirst[i * 84 + 42] = rowsFirst[42 * 7 + i] = values[i];
    const std::int64_t first[] = {1, 7, 84};
    const std::int64_t second[] = {1, 84, 7};
    const auto a = decode(channelsFirst, first, head(Decoder::YoloV8, 3), 0.3);
    const auto b = decode(rowsFirst, second, head(Decoder::YoloV8, 3), 0.3);
    QVERIFY_RESULT(a);
    QVERIFY_RESULT(b);
    QCOMPARE(a->size(), std::size_t(1));
    QVERIFY(*a == *b);
    QCOMPARE((*a)[0].classIndex, 1);
    QVERIFY(near((*a)[0].box, {25, 16, 10, 8}));
}

void TestOnnxDecoders::scoresStayInRange()
{
    std::mt19937 random(11);
    std::uniform_real_distribution<float> any(-50, 50);
    std::vector<float> output(84 * 9);
    for (float &value : output)
        value = any(random);
    const std::int64_t dims[] = {84, 9};
    const auto found = decode(output, dims, head(Decoder::YoloX, 4), 0);
    QVERIFY_RESULT(found);
    QVERIFY(!found->empty());
    for (const Candidate &candidate : *found) {
        QVERIFY(candidate.score >= 0 && candidate.score <= 1);
        QVERIFY(candidate.classIndex >= 0 && candidate.classIndex < 4);
        QVERIFY(std::isfinite(candidate.box.x) && std::isfinite(candidate.box.w));
    }
}

void TestOnnxDecoders::keepsTheBestCandidatesOnly()
{
    constexpr std::size_t rows = 6000;
    std::vector<float> output(rows * 6);
    for (std::size_t i = 0; i < rows; ++i) {
        const float row[] = {float(i), 5, 2, 2, 1, 0.2F + 0.0001F * float(i)};
        std::copy(std::begin(row), std::end(row), output.begin() + static_cast<std::ptrdiff_t>(i * 6));
    }
    const std::int64_t dims[] = {1, rows, 6};
    const auto found = decode(output, dims, head(Decoder::YoloV5, 1), 0.1);
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), maximumCandidates);
    QVERIFY(near(found->front().box.x, 5998));
    QVERIFY(std::is_sorted(found->begin(), found->end(), [](const auto &a, const auto &b) { return a.score > b.score; }));
}

void TestOnnxDecoders::badNumbersAreLeftOut_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<float>("value");
    for (int column = 0; column < 6; ++column) {
        QTest::addRow("NaN in column %d", column) << column << notANumber;
        if (column < 4)
            QTest::addRow("infinite in column %d", column) << column << infinite;
        if (column < 4)
            QTest::addRow("minus infinite in column %d", column) << column << -infinite;
    }
    QTest::newRow("size overflows") << 2 << 1e30F;
    QTest::newRow("no size") << 3 << -1e30F;
}

void TestOnnxDecoders::badNumbersAreLeftOut()
{
    QFETCH(int, column);
    QFETCH(float, value);
    std::vector<float> output(84 * 6, 0.0F);
    const float row[] = {0.5F, 0.5F, 0, 0, 1, 0.9F};
    std::copy(std::begin(row), std::end(row), output.begin());
    std::copy(std::begin(row), std::end(row), output.begin() + 6);
    output[static_cast<std::size_t>(column)] = value;
    const std::int64_t dims[] = {1, 84, 6};
    const auto found = decode(output, dims, head(Decoder::YoloX, 1), 0.3);
    QVERIFY_RESULT(found);
    QCOMPARE(found->size(), std::size_t(1));  // the good neighbour
    QVERIFY(near((*found)[0].box, {12 - 4, 4 - 4, 8, 8}));
}

void TestOnnxDecoders::wrongShapesAreErrors_data()
{
    QTest::addColumn<int>("decoder");
    QTest::addColumn<QList<qint64>>("dims");
    QTest::newRow("wrong columns") << int(Decoder::YoloX) << QList<qint64>{1, 84, 7};
    QTest::newRow("wrong cells") << int(Decoder::YoloX) << QList<qint64>{1, 98, 6};
    QTest::newRow("batch of two") << int(Decoder::YoloX) << QList<qint64>{2, 84, 6};
    QTest::newRow("one dimension") << int(Decoder::YoloX) << QList<qint64>{504};
    QTest::newRow("none") << int(Decoder::YoloX) << QList<qint64>{};
    QTest::newRow("negative") << int(Decoder::YoloV5) << QList<qint64>{1, -84, -6};
    QTest::newRow("more than there is") << int(Decoder::YoloV5) << QList<qint64>{1, 85, 6};
    QTest::newRow("product overflows") << int(Decoder::YoloV5) << QList<qint64>{1, qint64(1) << 62, 8};
    QTest::newRow("neither order") << int(Decoder::YoloV8) << QList<qint64>{1, 72, 7};
}

void TestOnnxDecoders::wrongShapesAreErrors()
{
    QFETCH(int, decoder);
    QFETCH(QList<qint64>, dims);
    const std::vector<std::int64_t> shape(dims.begin(), dims.end());
    const std::vector<float> output(504, 0.5F);
    QVERIFY_FAILS(decode(output, shape, head(Decoder(decoder), 1), 0.3), ErrorCode::Unsupported);
}

void TestOnnxDecoders::suppressionIsPerClass()
{
    const std::vector<Candidate> candidates{
        {0, {10, 10, 20, 20}, 0.6}, {0, {11, 10, 20, 20}, 0.9}, {1, {11, 10, 20, 20}, 0.5}, {0, {60, 10, 20, 20}, 0.4}};
    const auto kept = suppress(candidates, 0.45);
    QCOMPARE(kept.size(), std::size_t(3));
    QCOMPARE(kept[0], candidates[1]);
    QCOMPARE(kept[1], candidates[2]);
    QCOMPARE(kept[2], candidates[3]);
    QVERIFY(suppress({}, 0.5).empty());
}

void TestOnnxDecoders::suppressionNeedsMoreThanTheThreshold()
{
    // Two 20-wide boxes shifted by 10: intersection 10, union 30.
    const std::vector<Candidate> candidates{{0, {0, 0, 20, 10}, 0.9}, {0, {10, 0, 20, 10}, 0.8}};
    QCOMPARE(suppress(candidates, 1.0 / 3 + 1e-9).size(), std::size_t(2));
    QCOMPARE(suppress(candidates, 1.0 / 3 - 1e-9).size(), std::size_t(1));
    QCOMPARE(suppress({candidates[0], candidates[0]}, 1.0).size(), std::size_t(2));
}

void TestOnnxDecoders::letterboxInverse_data()
{
    QTest::addColumn<QSize>("image");
    QTest::addColumn<QSize>("input");
    QTest::addColumn<int>("fit");
    for (const Fit fit : {Fit::TopLeft, Fit::Centre, Fit::Stretch}) {
        QTest::addRow("landscape, %d", int(fit)) << QSize(640, 427) << QSize(416, 416) << int(fit);
        QTest::addRow("portrait, %d", int(fit)) << QSize(375, 500) << QSize(640, 640) << int(fit);
        QTest::addRow("same size, %d", int(fit)) << QSize(320, 240) << QSize(320, 240) << int(fit);
        QTest::addRow("a line, %d", int(fit)) << QSize(10000, 1) << QSize(64, 64) << int(fit);
        QTest::addRow("wide input, %d", int(fit)) << QSize(100, 100) << QSize(896, 512) << int(fit);
    }
}

void TestOnnxDecoders::letterboxInverse()
{
    QFETCH(QSize, image);
    QFETCH(QSize, input);
    QFETCH(int, fit);
    InputSpec spec;
    spec.size = input;
    spec.fit = Fit(fit);
    const Letterbox box = letterboxFor(image, spec);
    QVERIFY(box.offsetX >= 0 && box.offsetY >= 0);
    QVERIFY(box.offsetX + box.content.width() <= input.width());
    QVERIFY(box.offsetY + box.content.height() <= input.height());
    if (spec.fit == Fit::TopLeft)
        QCOMPARE(box.offsetX + box.offsetY, 0.0);
    const geometry::Box inImage{image.width() * 0.25, image.height() * 0.5, image.width() * 0.5, image.height() * 0.25};
    const geometry::Box inInput{inImage.x * box.scaleX + box.offsetX, inImage.y * box.scaleY + box.offsetY,
                                inImage.w * box.scaleX, inImage.h * box.scaleY};
    const auto back = imageFromInput(inInput, box);
    QVERIFY(back);
    QVERIFY(near(*back, inImage, 1e-6 * image.width()));
}

void TestOnnxDecoders::boxesAreClippedToThePicture()
{
    InputSpec spec;
    spec.size = {64, 64};
    spec.fit = Fit::TopLeft;
    const Letterbox box = letterboxFor({128, 64}, spec);
    QVERIFY(near(*imageFromInput({-10, -10, 30, 30}, box), {0, 0, 40, 40}));
    QVERIFY(near(*imageFromInput({50, 20, 100, 100}, box), {100, 40, 28, 24}));
    QVERIFY(!imageFromInput({10, 40, 20, 20}, box));  // all of it in the padding
    QVERIFY(!imageFromInput({70, 10, 5, 5}, box));
    QVERIFY(!imageFromInput({double(notANumber), 0, 5, 5}, box));
    QVERIFY(!imageFromInput({0, 0, double(infinite), 5}, box));
}

void TestOnnxDecoders::tensorHoldsColoursAndPadding()
{
    QImage image(8, 4, QImage::Format_RGB32);
    image.fill(QColor(200, 100, 50));
    InputSpec spec;
    spec.size = {8, 8};
    spec.fit = Fit::Centre;
    spec.colour = ColourOrder::Bgr;
    spec.mean = {10, 20, 30};
    spec.scale = {0.5, 0.25, 2};
    const Letterbox box = letterboxFor(image.size(), spec);
    QCOMPARE(box.offsetY, 2.0);
    std::vector<float> tensor(3 * 64);
    QVERIFY_RESULT(fillTensor(image, spec, box, tensor, jobs::JobControl()));
    const auto at = [&](int channel, int row, int column) {
        return double(tensor[static_cast<std::size_t>(channel * 64 + row * 8 + column)]);
    };
    QVERIFY(near(at(0, 3, 4), (50 - 10) * 0.5));
    QVERIFY(near(at(1, 2, 0), (100 - 20) * 0.25));
    QVERIFY(near(at(2, 5, 7), (200 - 30) * 2));
    QVERIFY(near(at(0, 1, 4), (114 - 10) * 0.5));
    QVERIFY(near(at(2, 6, 0), (114 - 30) * 2));
}

void TestOnnxDecoders::tensorInterpolatesAtPixelCentres()
{
    QImage image(2, 1, QImage::Format_Grayscale8);
    image.scanLine(0)[0] = 0;
    image.scanLine(0)[1] = 100;
    InputSpec spec;
    spec.size = {4, 2};
    spec.fit = Fit::Stretch;
    std::vector<float> tensor(3 * 8);
    QVERIFY_RESULT(fillTensor(image, spec, letterboxFor(image.size(), spec), tensor, jobs::JobControl()));
    const double expected[] = {0, 25, 75, 100};  // centres at -0.25, 0.25, 0.75, 1.25, the outer ones clamped
    for (std::size_t i = 0; i < 24; ++i)
        QVERIFY(near(double(tensor[i]), expected[i % 4]));
}

void TestOnnxDecoders::tensorLayoutsAgree()
{
    QImage image(31, 17, QImage::Format_RGB888);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixelColor(x, y, QColor(x * 8, y * 15, (x * y) % 256));
    }
    InputSpec spec;
    spec.size = {24, 24};
    std::vector<float> planar(3 * 576);
    std::vector<float> interleaved(3 * 576);
    const Letterbox box = letterboxFor(image.size(), spec);
    QVERIFY_RESULT(fillTensor(image, spec, box, planar, jobs::JobControl()));
    spec.layout = Layout::Nhwc;
    QVERIFY_RESULT(fillTensor(image, spec, box, interleaved, jobs::JobControl()));
    for (std::size_t channel = 0; channel < 3; ++channel) {
        for (std::size_t i = 0; i < 576; ++i)
            QCOMPARE(interleaved[i * 3 + channel], planar[channel * 576 + i]);
    }
}

void TestOnnxDecoders::tensorRefusesWrongSizes()
{
    QImage image(8, 8, QImage::Format_RGB888);
    image.fill(Qt::red);
    InputSpec spec;
    spec.size = {8, 8};
    std::vector<float> tensor(10);
    QVERIFY_FAILS(fillTensor(image, spec, letterboxFor(image.size(), spec), tensor, jobs::JobControl()),
                  ErrorCode::InvalidArgument);
    tensor.resize(3 * 64);
    QVERIFY_FAILS(fillTensor(QImage(), spec, letterboxFor(image.size(), spec), tensor, jobs::JobControl()),
                  ErrorCode::InvalidArgument);
    jobs::JobControl cancelled;
    cancelled.cancel();
    QVERIFY_FAILS(fillTensor(image, spec, letterboxFor(image.size(), spec), tensor, cancelled), ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestOnnxDecoders)
#include "tst_onnxdecoders.moc"
