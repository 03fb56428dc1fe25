// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/schema.h"
#include "core/model/item.h"
#include "core/model/task.h"
#include "tests/support/verify.h"

#include <QTest>

#include <set>

using namespace plumbline;
using namespace plumbline::model;

namespace {

Schema fullSchema()
{
    Schema schema = emptySchema();
    schema.version = 7;
    for (const char *name : {"vehicle", "car", "person"})
        addClass(schema, ClassId{Uuid::fromName("t", name)}, QLatin1String(name));
    LabelClass &car = schema.classes[1];
    car.parent = schema.classes[0].id;
    car.aliases = {QStringLiteral("auto"), QStringLiteral("automobile")};
    car.colour = QColor(QStringLiteral("#12ab9f"));
    car.deprecated = true;
    car.geometries = {QStringLiteral("box"), QStringLiteral("polygon"), QStringLiteral("cuboid")};
    car.titles = {{QStringLiteral("de"), QStringLiteral("Auto")}, {QStringLiteral("zh_CN"), QStringLiteral("\u6c7d\u8f66")}};
    car.convention.amodalExtent = true;
    car.convention.minimumPoints = 5;
    car.convention.rangeLimitMetres = 80.5;
    car.convention.minimumSizePixels = 12;
    car.convention.belongsToObject = QStringLiteral("mirrors");
    car.convention.headingRule = QStringLiteral("towards the bonnet");
    car.convention.sizePriorMetres = {4.5, 1.9, 1.6};
    car.extra = {{"coco", {{"id", 3}, {"supercategory", "vehicle"}}}};
    schema.classes[2].convention.amodalExtent = false;
    schema.allowOutside = true;
    schema.classes[2].allowOutside = false;
    Attribute occluded;
    occluded.key = QStringLiteral("occluded");
    Attribute colour;
    colour.key = QStringLiteral("colour");
    colour.title = QStringLiteral("Colour");
    colour.type = AttributeType::Choice;
    colour.choices = {QStringLiteral("red"), QStringLiteral("blue")};
    colour.required = true;
    colour.perTrack = true;
    colour.classes = {QStringLiteral("car")};
    colour.conditionKey = QStringLiteral("occluded");
    colour.conditionValue = QStringLiteral("false");
    Attribute speed;
    speed.key = QStringLiteral("speed");
    speed.type = AttributeType::Number;
    Attribute plate;
    plate.key = QStringLiteral("plate");
    plate.type = AttributeType::Text;
    schema.attributes = {occluded, colour, speed, plate};
    schema.skeletons = {
        {QStringLiteral("person"), {QStringLiteral("head"), QStringLiteral("neck"), QStringLiteral("hip")}, {{0, 1}, {1, 2}}}};
    schema.cannotLabelReasons = {QStringLiteral("dark")};
    schema.errorTypes = {{QStringLiteral("x"), QStringLiteral("An x"), Severity::Critical}};
    schema.extra = {{"source", "test"}};
    return schema;
}

Json schemaWith(const QByteArray &text)
{
    return base::parseJson(text).value();
}

}  // namespace

class TestSchema : public QObject
{
    Q_OBJECT

private slots:
    void roundTrip()
    {
        for (const Schema &schema : {Schema{}, emptySchema(), fullSchema()}) {
            const QByteArray text = base::toJsonText(schemaToJson(schema));
            const auto back = schemaFromJson(base::parseJson(text).value());
            QVERIFY_RESULT(back);
            QVERIFY2(*back == schema, text.constData());
            QCOMPARE(base::toJsonText(schemaToJson(*back)), text);
        }
    }

    // Colours beyond the first series are shades: they must come back as they were.
    void manyClassesRoundTrip()
    {
        Schema schema = emptySchema();
        std::set<QRgb> colours;
        for (int i = 0; i < 35; ++i)
            colours.insert(
                addClass(schema, ClassId{Uuid::fromName("t", QByteArray::number(i))}, QStringLiteral("class %1").arg(i))
                    .colour.rgb());
        const auto back = schemaFromJson(schemaToJson(schema));
        QVERIFY_RESULT(back);
        QVERIFY(*back == schema);
        QVERIFY(colours.size() >= 28);
        QCOMPARE(schema.classes[0].hotKey, QStringLiteral("1"));
        QCOMPARE(schema.classes[8].hotKey, QStringLiteral("9"));
        QVERIFY(schema.classes[9].hotKey.isEmpty());
    }

    void aShortHandWrittenSchema()
    {
        const auto schema = schemaFromJson(schemaWith(R"({"classes":[{"name":"car"},{"name":"person","colour":"red"}]})"));
        QVERIFY_RESULT(schema);
        QCOMPARE(schema->version, 1);
        QCOMPARE(schema->classes[0].colour, classColour(0));
        QCOMPARE(schema->classes[1].colour, QColor(Qt::red));
        QCOMPARE(schema->cannotLabelReasons, emptySchema().cannotLabelReasons);
        QVERIFY(schema->errorTypes == emptySchema().errorTypes);
        // Without ids the name decides, so that two machines agree.
        QCOMPARE(schemaFromJson(schemaWith(R"({"classes":[{"name":"car"}]})")).value().classes[0].id, schema->classes[0].id);
        QVERIFY(schema->classes[0].id != schema->classes[1].id);
    }

    void wrongInput_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const char *text, const char *named) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(named);
        };
        row("a list", "[]", "schema");
        row("another format", R"({"format":"coco"})", "format");
        row("unknown key", R"({"clases":[]})", "clases");
        row("version a text", R"({"version":"1"})", "version");
        row("version too large", R"({"version":4294967296})", "version");
        row("classes an object", R"({"classes":{}})", "classes");
        row("class a text", R"({"classes":["car"]})", "classes[0]");
        row("class without name", R"({"classes":[{"hot_key":"1"}]})", "name");
        row("class with empty name", R"({"classes":[{"name":""}]})", "name");
        row("class with unknown key", R"({"classes":[{"name":"a","color":"red"}]})", "color");
        row("class twice", R"({"classes":[{"name":"a"},{"name":"a","id":"018bcfe5-6800-7000-8000-000000000001"}]})", "a");
        row("class named as an alias", R"({"classes":[{"name":"a","aliases":["b"]},{"name":"b"}]})", "twice");
        row("class id twice",
            R"({"classes":[{"name":"a","id":"018bcfe5-6800-7000-8000-000000000001"},{"name":"b","id":"018bcfe5-6800-7000-8000-000000000001"}]})",
            "twice");
        row("class id wrong", R"({"classes":[{"name":"a","id":"7"}]})", "id");
        row("bad colour", R"({"classes":[{"name":"a","colour":"blurple"}]})", "colour");
        row("missing parent", R"({"classes":[{"name":"a","parent":"b"}]})", "parent");
        row("own parent", R"({"classes":[{"name":"a","parent":"a"}]})", "ancestor");
        row("circle of parents", R"({"classes":[{"name":"a","parent":"b"},{"name":"b","parent":"c"},{"name":"c","parent":"a"}]})", "ancestor");
        row("unknown geometry", R"({"classes":[{"name":"a","geometries":["blob"]}]})", "blob");
        row("titles a list", R"({"classes":[{"name":"a","titles":["x"]}]})", "titles");
        row("title a number", R"({"classes":[{"name":"a","titles":{"de":1}}]})", "titles");
        row("class extra a list", R"({"classes":[{"name":"a","extra":[1]}]})", "extra");
        row("convention unknown key", R"({"classes":[{"name":"a","convention":{"amodal":true}}]})", "amodal");
        row("convention extent", R"({"classes":[{"name":"a","convention":{"extent":"whole"}}]})", "extent");
        row("convention size prior", R"({"classes":[{"name":"a","convention":{"size_prior_metres":[1,2]}}]})", "size_prior_metres");
        row("attribute without key", R"({"attributes":[{"type":"text"}]})", "key");
        row("attribute type", R"({"attributes":[{"key":"a","type":"enum"}]})", "type");
        row("attribute without choices", R"({"attributes":[{"key":"a","type":"choice"}]})", "choices");
        row("attribute choices numbers", R"({"attributes":[{"key":"a","type":"choice","choices":[1]}]})", "choices");
        row("attribute required text", R"({"attributes":[{"key":"a","required":"yes"}]})", "required");
        row("attribute twice", R"({"attributes":[{"key":"a"},{"key":"a"}]})", "twice");
        row("condition unknown key", R"({"attributes":[{"key":"a","condition":{"key":"b","is":"x"}}]})", "is");
        row("condition without key", R"({"attributes":[{"key":"a","condition":{"value":"x"}}]})", "key");
        row("skeleton edge out of range", R"({"skeletons":[{"name":"s","joints":["a"],"edges":[[0,1]]}]})", "edges");
        row("skeleton edge negative", R"({"skeletons":[{"name":"s","joints":["a"],"edges":[[0,-1]]}]})", "edges");
        row("skeleton edge of one", R"({"skeletons":[{"name":"s","joints":["a"],"edges":[[0]]}]})", "edges");
        row("reasons a text", R"({"cannot_label_reasons":"dark"})", "cannot_label_reasons");
        row("error severity", R"({"error_types":[{"code":"x","severity":"fatal"}]})", "severity");
        row("error without code", R"({"error_types":[{"title":"x"}]})", "code");
        row("allow outside a text", R"({"allow_outside":"yes"})", "allow_outside");
        row("class allow outside a number", R"({"classes":[{"name":"a","allow_outside":1}]})", "allow_outside");
        row("extra a number", R"({"extra":1})", "extra");
    }

    void wrongInput()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, named);
        const auto schema = schemaFromJson(schemaWith(text));
        QVERIFY_FAILS(schema, ErrorCode::Malformed);
        QVERIFY2(schema.error().text.contains(named), qPrintable(schema.error().text));
    }

    void finding()
    {
        const Schema schema = fullSchema();
        QCOMPARE(schema.find(u"auto"), &schema.classes[1]);
        QCOMPARE(schema.find(schema.classes[2].id), &schema.classes[2]);
        QVERIFY(!schema.find(u"Car"));
        QVERIFY(!schema.find(ClassId{}));
        QCOMPARE(schema.attributesOf(schema.classes[1]).size(), std::size_t(4));
        QCOMPARE(schema.attributesOf(schema.classes[2]).size(), std::size_t(3));
        QCOMPARE(schema.attribute(u"speed"), &schema.attributes[2]);
        QVERIFY(!schema.attribute(u"none"));
    }

    void outsideThePicture()
    {
        Schema schema = fullSchema();
        QVERIFY(schema.allowsOutside(schema.classes[0].id));
        QVERIFY(!schema.allowsOutside(schema.classes[2].id));
        QVERIFY(schema.allowsOutside(ClassId{}));
        schema.allowOutside = false;
        schema.classes[2].allowOutside = true;
        QVERIFY(!schema.allowsOutside(schema.classes[0].id));
        QVERIFY(schema.allowsOutside(schema.classes[2].id));
        QVERIFY(!schema.allowsOutside(ClassId{}));
    }

    void namesOfEnumerations()
    {
        for (int i = 0; i < 9; ++i)
            QCOMPARE(taskStateFromName(taskStateName(static_cast<TaskState>(i))), std::optional(static_cast<TaskState>(i)));
        for (int i = 0; i < 4; ++i)
            QCOMPARE(itemKindFromName(itemKindName(static_cast<ItemKind>(i))), std::optional(static_cast<ItemKind>(i)));
        QVERIFY(!taskStateFromName(u"open") && !itemKindFromName(u"Image"));
    }
};

QTEST_APPLESS_MAIN(TestSchema)
#include "tst_schema.moc"
