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
    car.convention.heading = Heading::LongerSide;
    car.convention.sizeTolerance = 0.25;
    car.convention.rigid = true;
    car.convention.onGround = false;
    car.convention.maximumOverlap = 0;
    car.convention.maximumSpeed = 70.5;
    car.convention.maximumAcceleration = 9;
    car.convention.maximumTurnDegrees = 60;
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
        {QStringLiteral("person"), {QStringLiteral("head"), QStringLiteral("neck"), QStringLiteral("hip")}, {{0, 1}, {1, 2}}, {{0.5, 0}, {0.5, 0.25}, {0.4, 1}}, {{1, 2}}}};
    schema.classes[1].guideline = QStringLiteral("Mirrors **belong** to it.\n");
    Rule small;
    small.id = QStringLiteral("small");
    small.sizePixels = 8.5;
    small.areaPixels = 20;
    small.blocks = true;
    small.classes = {QStringLiteral("car")};
    small.when = {{QStringLiteral("occluded"), Comparison::Is, QStringLiteral("false"), 0},
                  {QStringLiteral("plate"), Comparison::NotAnswered, {}, 0}};
    Rule apart;
    apart.id = QStringLiteral("apart");
    apart.kind = RuleKind::NoOverlap;
    apart.text = QStringLiteral("Two cars are never in one place.");
    apart.iou = 0.25;
    apart.others = {QStringLiteral("person")};
    Rule one;
    one.id = QStringLiteral("one");
    one.kind = RuleKind::Count;
    one.least = 0;
    one.most = 1;
    Rule kinds;
    kinds.id = QStringLiteral("kinds");
    kinds.kind = RuleKind::Geometries;
    kinds.geometries = {QStringLiteral("box")};
    Rule corners;
    corners.id = QStringLiteral("corners");
    corners.kind = RuleKind::MinimumVertices;
    corners.vertices = 4;
    Rule sane;
    sane.id = QStringLiteral("sane");
    sane.kind = RuleKind::Attributes;
    sane.require = {{QStringLiteral("speed"), Comparison::AtMost, {}, 300}, {QStringLiteral("speed"), Comparison::AtLeast, {}, 0},
                    {QStringLiteral("colour"), Comparison::IsNot, QStringLiteral("red"), 0}, {QStringLiteral("plate"), Comparison::Answered, {}, 0}};
    Rule inside;
    inside.id = QStringLiteral("inside");
    inside.kind = RuleKind::InsideImage;
    Rule answers;
    answers.id = QStringLiteral("answers");
    answers.kind = RuleKind::RequiredAttributes;
    schema.rules = {small, apart, one, kinds, corners, sane, inside, answers};
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
        row("convention heading", R"({"classes":[{"name":"a","convention":{"heading":"north"}}]})", "heading");
        row("convention speed", R"({"classes":[{"name":"a","convention":{"maximum_speed":-1}}]})", "maximum_speed");
        row("convention flag", R"({"classes":[{"name":"a","convention":{"rigid":"yes"}}]})", "rigid");
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
        row("skeleton layout of another length", R"({"skeletons":[{"name":"s","joints":["a"],"layout":[[0,0],[1,1]]}]})", "layout");
        row("skeleton layout a text", R"({"skeletons":[{"name":"s","joints":["a"],"layout":[["0",0]]}]})", "layout");
        row("skeleton mirrors out of range", R"({"skeletons":[{"name":"s","joints":["a"],"mirrors":[[0,1]]}]})", "mirrors");
        row("rule without id", R"({"rules":[{"kind":"count"}]})", "id");
        row("rule kind", R"({"rules":[{"id":"a","kind":"nice"}]})", "kind");
        row("rule unknown key", R"({"rules":[{"id":"a","kind":"count","max":1}]})", "max");
        row("rule pixels negative", R"({"rules":[{"id":"a","kind":"minimum-size","pixels":-1}]})", "pixels");
        row("rule pixels a text", R"({"rules":[{"id":"a","kind":"minimum-size","pixels":"1"}]})", "pixels");
        row("rule iou of one", R"({"rules":[{"id":"a","kind":"no-overlap","iou":1}]})", "iou");
        row("rule count negative", R"({"rules":[{"id":"a","kind":"count","least":-1}]})", "least");
        row("rule count a fraction", R"({"rules":[{"id":"a","kind":"count","most":0.5}]})", "most");
        row("rule geometry", R"({"rules":[{"id":"a","kind":"geometries","geometries":["blob"]}]})", "blob");
        row("rule test without comparison", R"({"rules":[{"id":"a","kind":"attributes","require":[{"key":"b"}]}]})", "require[0]");
        row("rule test with two", R"({"rules":[{"id":"a","kind":"attributes","when":[{"key":"b","is":"x","answered":true}]}]})", "when[0]");
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

    // A walk up from every class, and a look-up of every name, must not cost more with every class there is.
    void tenThousandClasses()
    {
        QByteArray text = R"({"classes":[{"name":"class 0"})";
        for (int i = 1; i < 10000; ++i)
            text += QStringLiteral(R"(,{"name":"class %1","parent":"class %2","aliases":["alias %1"]})").arg(i).arg(i - 1).toUtf8();
        const auto chain = schemaFromJson(schemaWith(text + "]}"));
        QVERIFY_RESULT(chain);
        QCOMPARE(chain->classes.size(), std::size_t(10000));
        QCOMPARE(chain->classes[9999].parent, chain->classes[9998].id);
        QCOMPARE(schemaFromJson(schemaToJson(*chain)).value(), *chain);
        text.replace(R"({"name":"class 0"})", R"({"name":"class 0","parent":"class 9999"})");
        QVERIFY_FAILS(schemaFromJson(schemaWith(text + "]}")), ErrorCode::Malformed);
        text.replace(R"({"name":"class 0","parent":"class 9999"})", R"({"name":"alias 5"})");
        QVERIFY_FAILS(schemaFromJson(schemaWith(text + "]}")), ErrorCode::Malformed);
    }

    void questions()
    {
        const Schema schema = fullSchema();
        Annotation label;
        label.labelClass = schema.classes[1].id;
        QVERIFY(schema.unanswered(label).empty());  // "colour" hangs on "occluded"
        label.attributes[QStringLiteral("occluded")] = false;
        QCOMPARE(schema.unanswered(label).size(), std::size_t(1));
        QCOMPARE(schema.unanswered(label).front()->key, QStringLiteral("colour"));
        label.attributes[QStringLiteral("colour")] = std::monostate{};
        QCOMPARE(schema.unanswered(label).size(), std::size_t(1));
        label.attributes[QStringLiteral("colour")] = CannotTell{};
        QVERIFY(schema.unanswered(label).empty());
        label.attributes[QStringLiteral("occluded")] = true;
        label.attributes.erase(QStringLiteral("colour"));
        QVERIFY(schema.unanswered(label).empty());
        label.labelClass = {};
        QVERIFY(schema.unanswered(label).empty());
    }

    // A question that hangs on one that is not asked is not asked, whatever its old answer; circles ask nothing.
    void conditionsOfConditions()
    {
        Schema schema;
        for (const char *key : {"a", "b", "c"}) {
            Attribute attribute;
            attribute.key = QLatin1String(key);
            schema.attributes.push_back(attribute);
        }
        schema.attributes[1].conditionKey = QStringLiteral("a");
        schema.attributes[1].conditionValue = QStringLiteral("true");
        schema.attributes[2].conditionKey = QStringLiteral("b");
        schema.attributes[2].conditionValue = QStringLiteral("true");
        Attributes answers{{QStringLiteral("a"), true}, {QStringLiteral("b"), true}};
        QVERIFY(schema.isAsked(schema.attributes[2], answers));
        answers[QStringLiteral("a")] = false;
        QVERIFY(!schema.isAsked(schema.attributes[1], answers));
        QVERIFY(!schema.isAsked(schema.attributes[2], answers));
        schema.attributes[0].conditionKey = QStringLiteral("c");
        schema.attributes[0].conditionValue = QStringLiteral("true");
        answers = {{QStringLiteral("a"), true}, {QStringLiteral("b"), true}, {QStringLiteral("c"), true}};
        QVERIFY(!schema.isAsked(schema.attributes[0], answers));
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
