// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"
#include "core/model/measure.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace plumbline;
using namespace plumbline::model;
using geometry::Polyline;

namespace {

Annotation line(std::vector<geometry::Point> points)
{
    Annotation annotation;
    annotation.geometry = Polyline{std::move(points)};
    return annotation;
}

Annotation calibration(double length, double millimetres)
{
    Annotation annotation = line({{0, 0}, {length, 0}});
    setMeasure(annotation, {MeasureKind::Calibration, std::nullopt, millimetres});
    return annotation;
}

}  // namespace

class TestMeasure : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSetIsRead()
    {
        for (const Measure &measure : {Measure{MeasureKind::Length, 0.25, 0}, Measure{MeasureKind::Length, std::nullopt, 0},
                                       Measure{MeasureKind::Calibration, 0.5, 50}}) {
            Annotation annotation = line({{0, 0}, {100, 0}});
            annotation.extra = {{"coco", {{"id", 7}}}, {"plumbline", {{"note", "kept"}}}};
            setMeasure(annotation, measure);
            QCOMPARE(measureOf(annotation), std::optional(measure));
            QVERIFY(annotation.extra["coco"]["id"] == 7);
            QVERIFY(annotation.extra["plumbline"]["note"] == "kept");
        }
        // An angle has no scale.
        Annotation angle = line({{0, 0}, {10, 0}, {10, 10}});
        setMeasure(angle, {MeasureKind::Angle, 0.25, 0});
        QCOMPARE(measureOf(angle), std::optional(Measure{MeasureKind::Angle, std::nullopt, 0}));
    }

    void otherLinesAreNoMeasures()
    {
        QVERIFY(!measureOf(line({{0, 0}, {1, 1}})));
        Annotation box;
        box.geometry = geometry::Box{0, 0, 1, 1};
        box.extra = {{"plumbline", {{"measure", "length"}}}};
        QVERIFY(!measureOf(box));
        for (const char *extra :
             {R"({"plumbline":{"measure":"volume"}})", R"({"plumbline":{"measure":3}})", R"({"plumbline":[1]})",
              R"({"plumbline":{"measure":"angle"}})", R"({"plumbline":{"measure":"calibration"}})",
              R"({"plumbline":{"measure":"calibration","mm":-4}})", R"([])", R"("measure")"}) {
            Annotation annotation = line({{0, 0}, {10, 0}});
            annotation.extra = Json::parse(extra);
            QVERIFY2(!measureOf(annotation), extra);
        }
    }

    void lengthsAndAngles()
    {
        QCOMPARE(lengthPixels({{{0, 0}, {3, 4}, {3, 14}}}), 15.0);
        QCOMPARE(angleDegrees({{{10, 0}, {0, 0}, {0, 10}}}), std::optional(90.0));
        QCOMPARE(angleDegrees({{{0, 10}, {0, 0}, {10, 0}}}), std::optional(90.0));
        QCOMPARE(angleDegrees({{{-10, 0}, {0, 0}, {10, 0}}}), std::optional(180.0));
        QVERIFY(!angleDegrees({{{0, 0}, {0, 0}, {10, 0}}}));
        QVERIFY(!angleDegrees({{{0, 0}, {10, 0}}}));
    }

    void theScaleComesFromTheLastCalibrationElseTheProject()
    {
        Schema schema;
        QVERIFY(!millimetresPerPixel({}, schema));
        setMillimetresPerPixel(schema, 0.125);
        QCOMPARE(millimetresPerPixel({line({{0, 0}, {9, 9}})}, schema), std::optional(0.125));
        QCOMPARE(millimetresPerPixel({calibration(100, 50), calibration(200, 50)}, schema), std::optional(0.25));
        QVERIFY(!scaleOf(calibration(0, 50)));
        schema.extra["other"] = 1;
        setMillimetresPerPixel(schema, std::nullopt);
        QVERIFY(schema.extra == Json({{"other", 1}}));
        schema.extra = nullptr;
        setMillimetresPerPixel(schema, std::nullopt);
        QVERIFY(schema.extra.is_null());
    }
};

QTEST_APPLESS_MAIN(TestMeasure)
#include "tst_measure.moc"
