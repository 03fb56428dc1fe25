// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/annotation.h"
#include "tests/model/randomvalues.h"
#include "tests/support/verify.h"

#include <QTest>

#include <time.h>

using namespace plumbline;
using namespace plumbline::model;
using test::RandomValues;

namespace {

Json parsed(const QByteArray &text)
{
    return base::parseJson(text).value();
}

}  // namespace

class TestAnnotationJson : public QObject
{
    Q_OBJECT

private slots:
    void roundTripIsExact_data()
    {
        QTest::addColumn<int>("kind");
        for (std::size_t kind = 0; kind < geometry::geometryNames().size(); ++kind)
            QTest::newRow(qPrintable(geometry::geometryName(kind))) << static_cast<int>(kind);
    }

    void roundTripIsExact()
    {
        QFETCH(int, kind);
        RandomValues values(static_cast<std::uint64_t>(kind) + 7);
        const Schema schema = test::sampleSchema();
        for (int i = 0; i < 60; ++i) {
            Annotation annotation = values.annotation(schema);
            annotation.geometry = values.geometry(static_cast<std::size_t>(kind));
            annotation.revision = values.integer();
            const QByteArray line = base::toJsonLine(annotationToJson(annotation, schema));
            QVERIFY(!line.contains('\n'));
            const auto json = base::parseJson(line);
            QVERIFY_RESULT(json);
            const auto back = annotationFromJson(*json, schema);
            QVERIFY_RESULT(back);
            QVERIFY2(*back == annotation, line.constData());
            QCOMPARE(base::toJsonLine(annotationToJson(*back, schema)), line);
            QCOMPARE(base::toQString((*json)["geometry"]["type"]), geometry::geometryName(static_cast<std::size_t>(kind)));
        }
    }

    void whatIsPrintedIsTheContract()
    {
        const Schema schema = test::sampleSchema();
        Annotation a;
        a.id = *AnnotationId::fromString(u"018bcfe5-6800-7000-8000-000000000001");
        a.item = *ItemId::fromString(u"018bcfe5-6800-4000-8000-000000000002");
        a.layer = acceptedLayer();
        a.labelClass = schema.classes[0].id;
        a.frame = FrameRef{QStringLiteral("cam_front"), 12, 12012, {1, 30000}, {}};
        a.geometry = geometry::Box{1.5, 2, 30, 40};
        a.attributes = {{QStringLiteral("colour"), std::monostate{}},
                        {QStringLiteral("occluded"), true},
                        {QStringLiteral("open"), CannotTell{}}};
        a.origin.by = QStringLiteral("ana");
        a.extra = {{"coco", {{"id", 42}}}};
        a.createdMicroseconds = 1'795'143'600'000'000;
        a.revision = 3;
        QCOMPARE(base::toJsonLine(annotationToJson(a, schema)),
                 QByteArray(R"({"id":"018bcfe5-6800-7000-8000-000000000001","item":"018bcfe5-6800-4000-8000-000000000002","layer":"accepted",)"
                            R"("class":"car","role":"object","track":null,"unsure":false,)"
                            R"("frame":{"stream":"cam_front","index":12,"pts":12012,"time_base":[1,30000],"sha256":null},)"
                            R"("geometry":{"type":"box","x":1.5,"y":2.0,"w":30.0,"h":40.0},)"
                            R"("attributes":{"colour":null,"occluded":true,"open":{"unknown":true}},"score":null,)"
                            R"("origin":{"kind":"human","by":"ana"},"extra":{"coco":{"id":42}},)"
                            R"("created":"2026-11-20T03:00:00.000000Z","revision":3})"));
    }

    void theLeastThatIsAccepted()
    {
        const auto annotation = annotationFromJson(parsed(R"({"geometry":{"type":"item"}})"), test::sampleSchema());
        QVERIFY_RESULT(annotation);
        QVERIFY(*annotation == Annotation{});
    }

    void wholeNumbersAreNumbers()
    {
        const auto box = geometryFromJson(parsed(R"({"type":"box","x":1,"y":2,"w":3,"h":4})"));
        QVERIFY_RESULT(box);
        QVERIFY(*box == geometry::Geometry(geometry::Box{1, 2, 3, 4}));
    }

    void aliasesNameTheClass()
    {
        Schema schema = test::sampleSchema();
        schema.classes[1].aliases = {QStringLiteral("pedestrian")};
        const auto annotation = annotationFromJson(parsed(R"({"class":"pedestrian","geometry":{"type":"item"}})"), schema);
        QVERIFY_RESULT(annotation);
        QCOMPARE(annotation->labelClass, schema.classes[1].id);
    }

    void wrongInput_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const char *key, const char *value, const char *named) {
            QTest::newRow(name) << QByteArray(key) << QByteArray(value) << QString::fromLatin1(named);
        };
        row("unknown key", "lable", "1", "lable");
        row("id not a text", "id", "5", "id");
        row("id not an id", "id", "\"abc\"", "id");
        row("item not an id", "item", "\"abc\"", "item");
        row("layer a number", "layer", "1", "layer");
        row("class a number", "class", "1", "class");
        row("role unknown", "role", "\"thing\"", "role");
        row("track not an id", "track", "\"t1\"", "track");
        row("unsure a text", "unsure", "\"yes\"", "unsure");
        row("frame a list", "frame", "[]", "frame");
        row("frame with unknown key", "frame", "{\"ptz\":1}", "ptz");
        row("frame index a fraction", "frame", "{\"index\":1.5}", "index");
        row("frame pts beyond 63 bits", "frame", "{\"pts\":9223372036854775808}", "pts");
        row("frame time base zero", "frame", "{\"time_base\":[1,0]}", "time_base");
        row("frame time base negative", "frame", "{\"time_base\":[-1,25]}", "time_base");
        row("frame time base too long", "frame", "{\"time_base\":[1,2,3]}", "time_base");
        row("frame hash short", "frame", "{\"sha256\":\"ab\"}", "sha256");
        row("geometry missing", "geometry", "null", "geometry");
        row("geometry a list", "geometry", "[]", "geometry");
        row("geometry of unknown kind", "geometry", "{\"type\":\"circle\"}", "circle");
        row("geometry without kind", "geometry", "{\"x\":1}", "type");
        row("attributes a list", "attributes", "[]", "attributes");
        row("attribute a list", "attributes", "{\"colour\":[1]}", "colour");
        row("attribute an object", "attributes", "{\"colour\":{\"unknown\":false}}", "colour");
        row("score a text", "score", "\"high\"", "score");
        row("origin of unknown kind", "origin", "{\"kind\":\"magic\"}", "kind");
        row("origin with unknown key", "origin", "{\"who\":\"x\"}", "who");
        row("origin guideline too large", "origin", "{\"guideline_version\":4294967296}", "guideline_version");
        row("parent not an id", "parent", "\"p\"", "parent");
        row("verdict unknown", "verdict", "\"maybe\"", "verdict");
        row("group not an id", "group", "7", "group");
        row("order a fraction", "z_order", "0.5", "z_order");
        row("order too large", "z_order", "2147483648", "z_order");
        row("extra a number", "extra", "5", "extra");
        row("created a number", "created", "5", "created");
        row("created without zone", "created", "\"2026-11-20T03:00:00\"", "created");
        row("revision a text", "revision", "\"1\"", "revision");
    }

    void wrongInput()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, value);
        QFETCH(QString, named);
        Json json = parsed(R"({"geometry":{"type":"item"}})");
        json[key.toStdString()] = parsed(value);
        const auto annotation = annotationFromJson(json, test::sampleSchema());
        QVERIFY_FAILS(annotation, ErrorCode::Malformed);
        QVERIFY2(annotation.error().text.contains(named), qPrintable(annotation.error().text));
    }

    void unknownClassesAreNotFound()
    {
        const auto annotation = annotationFromJson(parsed(R"({"class":"dragon","geometry":{"type":"item"}})"), test::sampleSchema());
        QVERIFY_FAILS(annotation, ErrorCode::NotFound);
        QVERIFY(annotation.error().text.contains(QStringLiteral("dragon")));
    }

    void notAnObject()
    {
        for (const char *text : {"null", "[]", "5", "\"x\"", "true"})
            QVERIFY_FAILS(annotationFromJson(parsed(text), test::sampleSchema()), ErrorCode::Malformed);
    }

    void wrongGeometry_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const char *text, const char *named) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(named);
        };
        row("box without height", R"({"type":"box","x":1,"y":2,"w":3})", "h");
        row("box with text", R"({"type":"box","x":"1","y":2,"w":3,"h":4})", "x");
        row("box with null", R"({"type":"box","x":1,"y":2,"w":null,"h":4})", "w");
        row("box with angle", R"({"type":"box","x":1,"y":2,"w":3,"h":4,"angle":0})", "angle");
        row("box negative", R"({"type":"box","x":1,"y":2,"w":-3,"h":4})", "negative");
        row("rotated box without angle", R"({"type":"rotated-box","cx":1,"cy":2,"w":3,"h":4})", "angle");
        row("ellipse negative", R"({"type":"ellipse","cx":1,"cy":2,"rx":-3,"ry":4,"angle":0})", "negative");
        row("polygon without parts", R"({"type":"polygon"})", "parts");
        row("polygon part a ring", R"({"type":"polygon","parts":[[[0,0],[1,0],[1,1]]]})", "parts[0]");
        row("polygon part unknown key", R"({"type":"polygon","parts":[{"outer":[[0,0],[1,0],[1,1]],"hole":[]}]})", "hole");
        row("polygon holes an object", R"({"type":"polygon","parts":[{"outer":[[0,0],[1,0],[1,1]],"holes":{}}]})", "holes");
        row("polygon point of three", R"({"type":"polygon","parts":[{"outer":[[0,0,0],[1,0],[1,1]]}]})", "outer");
        row("polygon of two corners", R"({"type":"polygon","parts":[{"outer":[[0,0],[1,0]]}]})", "three corners");
        row("polyline of one point", R"({"type":"polyline","points":[[0,0]]})", "two points");
        row("points visibility three", R"({"type":"points","points":[[0,0,3]]})", "visibility");
        row("points visibility a half", R"({"type":"points","points":[[0,0,1.5]]})", "visibility");
        row("points of two numbers", R"({"type":"points","points":[[0,0]]})", "points");
        row("mask size of one", R"({"type":"mask","size":[4],"counts":[4]})", "size");
        row("mask count negative", R"({"type":"mask","size":[2,2],"counts":[-1,5]})", "counts");
        row("mask count too large", R"({"type":"mask","size":[2,2],"counts":[4294967296]})", "counts");
        row("mask not filled", R"({"type":"mask","size":[2,2],"counts":[3]})", "run lengths");
        row("mask counts as text", R"({"type":"mask","size":[2,2],"counts":"04"})", "counts");
        row("cuboid rotation of three", R"({"type":"cuboid","center":[0,0,0],"size":[1,1,1],"rotation":[0,0,1]})", "rotation");
        row("cuboid size negative", R"({"type":"cuboid","center":[0,0,0],"size":[1,-1,1],"rotation":[0,0,0,1]})", "negative");
        row("point labels run of one", R"({"type":"point-labels","classes":["a"],"class_rle":[[0]]})", "class_rle");
        row("point labels class a number", R"({"type":"point-labels","classes":[1]})", "classes");
        row("polyline3 of two numbers", R"({"type":"polyline3","points":[[0,0]]})", "points");
        row("span without message", R"({"type":"span","start":0,"end":1})", "message");
        row("span start negative", R"({"type":"span","message":"m","start":-1,"end":1})", "start");
        row("span empty", R"({"type":"span","message":"m","start":1,"end":1})", "empty");
        row("message missing", R"({"type":"message"})", "message");
        row("time range without base", R"({"type":"time-range","start_pts":0,"end_pts":1})", "time_base");
        row("time range base a fraction", R"({"type":"time-range","start_pts":0,"end_pts":1,"time_base":[1.5,2]})", "time_base");
        row("rating without value", R"({"type":"rating","question":"q"})", "value");
        row("preference without choice", R"({"type":"preference","question":"q","options":[],"shown":[]})", "choice");
        row("preference option a number", R"({"type":"preference","question":"q","options":[1],"choice":"tie"})", "options");
        row("rewrite without text", R"({"type":"rewrite","message":"m"})", "text");
        row("relation with type twice", R"({"type":"relation","from":"x"})", "from");
    }

    void wrongGeometry()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, named);
        const auto geometry = geometryFromJson(parsed(text));
        QVERIFY_FAILS(geometry, ErrorCode::Malformed);
        QVERIFY2(geometry.error().text.contains(named), qPrintable(geometry.error().text));
    }

    void isoTime_data()
    {
        QTest::addColumn<qint64>("micros");
        QTest::addColumn<QString>("text");
        QTest::newRow("epoch") << qint64(0) << QStringLiteral("1970-01-01T00:00:00.000000Z");
        QTest::newRow("one before") << qint64(-1) << QStringLiteral("1969-12-31T23:59:59.999999Z");
        QTest::newRow("a second before") << qint64(-1'000'000) << QStringLiteral("1969-12-31T23:59:59.000000Z");
        QTest::newRow("leap day") << qint64(1'709'164'800'000'001) << QStringLiteral("2024-02-29T00:00:00.000001Z");
        QTest::newRow("old") << qint64(-62'135'596'800'000'000) << QStringLiteral("0001-01-01T00:00:00.000000Z");
        QTest::newRow("last") << qint64(253'402'300'799'999'999) << QStringLiteral("9999-12-31T23:59:59.999999Z");
        // An hour that clocks in Berlin skip.
        QTest::newRow("skipped hour") << qint64(1'774'751'400'000'000) << QStringLiteral("2026-03-29T02:30:00.000000Z");
    }

    void isoTime()
    {
        QFETCH(qint64, micros);
        QFETCH(QString, text);
        for (const char *zone : {"UTC", "Europe/Berlin", "America/St_Johns"}) {
            qputenv("TZ", zone);
            ::tzset();
            QCOMPARE(isoFromMicroseconds(micros), text);
            QCOMPARE(microsecondsFromIso(text).value_or(42), micros);
        }
        qunsetenv("TZ");
        ::tzset();
    }

    void isoTimeRandom()
    {
        RandomValues values(4);
        for (int i = 0; i < 2000; ++i) {
            const std::int64_t micros = values.time();
            QCOMPARE(microsecondsFromIso(isoFromMicroseconds(micros)), std::optional(micros));
        }
    }

    void isoTimeShortForms()
    {
        QCOMPARE(microsecondsFromIso(u"1970-01-01T00:00:01Z"), std::optional<std::int64_t>(1'000'000));
        QCOMPARE(microsecondsFromIso(u"1970-01-01T00:00:00.5Z"), std::optional<std::int64_t>(500'000));
        QCOMPARE(microsecondsFromIso(u"1969-12-31T23:59:59.5Z"), std::optional<std::int64_t>(-500'000));
    }

    void isoTimeRejects_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "Z",
                                 "2026-11-20",
                                 "2026-11-20T03:00:00",
                                 "2026-11-20 03:00:00Z",
                                 "2026-11-20t03:00:00Z",
                                 "2026-11-20T03:00:00z",
                                 "2026-11-20T03:00:00+00:00",
                                 "2026-02-30T00:00:00Z",
                                 "2026-13-01T00:00:00Z",
                                 "2026-11-20T24:00:00Z",
                                 "2026-11-20T03:60:00Z",
                                 "2026-11-20T03:00:60Z",
                                 "2026-11-20T03:00:00.Z",
                                 "2026-11-20T03:00:00.1234567Z",
                                 "2026-11-20T03:00:00.12x4Z",
                                 "2026-11-20T03:00:00,5Z",
                                 "+026-11-20T03:00:00Z",
                                 "2026-1 -20T03:00:00Z",
                                 "0000-01-01T00:00:00Z",
                                 "-001-01-01T00:00:00Z",
                                 "10000-01-01T00:00:00Z"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("other digits") << QStringLiteral("\u0662\u0660\u0662\u0666-11-20T03:00:00Z");
    }

    void isoTimeRejects()
    {
        QFETCH(QString, text);
        QVERIFY(!microsecondsFromIso(text));
    }
};

QTEST_APPLESS_MAIN(TestAnnotationJson)
#include "tst_annotationjson.moc"
