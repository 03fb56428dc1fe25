// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/schemacheck.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace plumbline;
using namespace plumbline::model;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Schema plain()
{
    Schema schema = emptySchema();
    for (const char *name : {"car", "person", "dog"})
        addClass(schema, ClassId{Uuid::fromName("t", name)}, s(name));
    Attribute moving;
    moving.key = s("moving");
    Attribute colour;
    colour.key = s("colour");
    colour.type = AttributeType::Choice;
    colour.choices = {s("red"), s("blue")};
    Attribute speed;
    speed.key = s("speed");
    speed.type = AttributeType::Number;
    schema.attributes = {moving, colour, speed};
    schema.skeletons = {{s("body"), {s("head"), s("left"), s("right")}, {{0, 1}, {0, 2}}, {}, {{1, 2}}}};
    return schema;
}

using Change = std::function<void(Schema &)>;

}  // namespace

Q_DECLARE_METATYPE(Change)

class TestSchemaCheck : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsWrong()
    {
        QVERIFY(checkSchema(plain()).empty());
        QVERIFY(checkSchema(Schema{}).empty());
        QVERIFY(checkSchema(emptySchema()).empty());
    }

    void mistakes_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QStringList>("places");
        QTest::addColumn<bool>("problem");
        const auto row = [](const char *name, const char *places, Change change, bool problem = true) {
            QTest::newRow(name) << change << s(places).split(QLatin1Char(' ')) << problem;
        };
        row("no name", "classes[1].name", [](Schema &x) { x.classes[1].name = s(" "); });
        row("name twice", "classes[2].name", [](Schema &x) { x.classes[2].name = s("car"); });
        row("id twice", "classes[1].id", [](Schema &x) { x.classes[1].id = x.classes[0].id; });
        row("no id", "classes[0].id", [](Schema &x) { x.classes[0].id = {}; });
        row("alias is a class", "classes[0].aliases", [](Schema &x) { x.classes[0].aliases = {s("dog")}; });
        row("alias is its own name", "classes[0].aliases", [](Schema &x) { x.classes[0].aliases = {s("car")}; });
        row("alias twice", "classes[1].aliases", [](Schema &x) {
            x.classes[0].aliases = {s("x")};
            x.classes[1].aliases = {s("x")};
        });
        row("hot key twice", "classes[2].hot_key", [](Schema &x) { x.classes[2].hotKey = x.classes[0].hotKey; });
        row("hot key a letter", "classes[0].hot_key", [](Schema &x) { x.classes[0].hotKey = s("b"); });
        row("parent is gone", "classes[0].parent", [](Schema &x) { x.classes[0].parent = ClassId{Uuid::fromName("t", "x")}; });
        row("own parent", "classes[0].parent", [](Schema &x) { x.classes[0].parent = x.classes[0].id; });
        row("circle of parents", "classes[0].parent classes[1].parent", [](Schema &x) {
            x.classes[0].parent = x.classes[1].id;
            x.classes[1].parent = x.classes[0].id;
            x.classes[2].parent = x.classes[0].id;  // hangs on the circle, is not on it
        });
        row("near colours", "classes[1].colour", [](Schema &x) { x.classes[1].colour = x.classes[0].colour.lighter(102); }, false);
        row("no key", "attributes[0].key", [](Schema &x) { x.attributes[0].key.clear(); });
        row("key twice", "attributes[2].key", [](Schema &x) { x.attributes[2].key = s("colour"); });
        row("class is gone", "attributes[0].classes", [](Schema &x) { x.attributes[0].classes = {s("cart")}; });
        row("nothing to choose", "attributes[1].choices", [](Schema &x) { x.attributes[1].choices.clear(); });
        row("choice twice", "attributes[1].choices", [](Schema &x) { x.attributes[1].choices.append(s("red")); });
        row("empty choice", "attributes[1].choices", [](Schema &x) { x.attributes[1].choices.append(QString()); });
        row("choices of a number", "attributes[2].choices", [](Schema &x) { x.attributes[2].choices = {s("1")}; }, false);
        const auto on = [](int row, const char *key, const char *value) {
            return [=](Schema &x) {
                x.attributes[static_cast<std::size_t>(row)].conditionKey = s(key);
                x.attributes[static_cast<std::size_t>(row)].conditionValue = s(value);
            };
        };
        row("condition on nothing", "attributes[0].condition", on(0, "weight", "true"));
        row("condition never true", "attributes[2].condition", on(2, "colour", "green"));
        row("condition on itself", "attributes[0].condition", on(0, "moving", "true"));
        row("condition on half a number", "attributes[0].condition", on(0, "speed", "fast"));
        row("circle of conditions", "attributes[0].condition attributes[1].condition", [on](Schema &x) {
            on(0, "colour", "red")(x);
            on(1, "moving", "true")(x);
            on(2, "moving", "true")(x);
        });
        row("skeleton without a name", "skeletons[0].name", [](Schema &x) { x.skeletons[0].name.clear(); });
        row("skeleton twice", "skeletons[1].name", [](Schema &x) { x.skeletons.push_back(x.skeletons[0]); });
        row("joint twice", "skeletons[0].joints", [](Schema &x) { x.skeletons[0].joints[1] = s("head"); });
        row("no joints", "skeletons[0].joints", [](Schema &x) { x.skeletons[0] = {s("body"), {}, {}, {}, {}}; });
        row("edge to itself", "skeletons[0].edges", [](Schema &x) { x.skeletons[0].edges.emplace_back(1, 1); });
        row("edge twice", "skeletons[0].edges", [](Schema &x) { x.skeletons[0].edges.emplace_back(1, 0); });
        row("edge to nowhere", "skeletons[0].edges", [](Schema &x) { x.skeletons[0].edges.emplace_back(0, 3); });
        row("joint in two pairs", "skeletons[0].mirrors", [](Schema &x) { x.skeletons[0].mirrors.emplace_back(0, 1); });
        row("reason twice", "cannot_label_reasons[4].text", [](Schema &x) { x.cannotLabelReasons.append(x.cannotLabelReasons[0]); });
        row("error without code", "error_types[0].code", [](Schema &x) { x.errorTypes[0].code.clear(); });
        row("error twice", "error_types[5].code", [](Schema &x) { x.errorTypes.push_back(x.errorTypes[0]); });
        const auto rule = [](RuleKind kind, std::function<void(Rule &)> change = {}) {
            return [=](Schema &x) {
                Rule made;
                made.id = s("r");
                made.kind = kind;
                if (change)
                    change(made);
                x.rules = {made};
            };
        };
        row("rule without id", "rules[0].id", rule(RuleKind::NoOverlap, [](Rule &r) { r.id.clear(); }));
        row("rule of no class", "rules[0].classes", rule(RuleKind::NoOverlap, [](Rule &r) { r.classes = {s("cat")}; }));
        row("rule against no class", "rules[0].others", rule(RuleKind::NoOverlap, [](Rule &r) { r.others = {s("cat")}; }));
        row("no size", "rules[0].pixels", rule(RuleKind::MinimumSize));
        row("no count", "rules[0].least", rule(RuleKind::Count));
        row("impossible count", "rules[0].most", rule(RuleKind::Count, [](Rule &r) { r.least = 3, r.most = 2; }));
        row("no points", "rules[0].vertices", rule(RuleKind::MinimumVertices));
        row("nothing required", "rules[0].require", rule(RuleKind::Attributes));
        row("rule on no attribute", "rules[0].when",
            rule(RuleKind::NoOverlap, [](Rule &r) { r.when = {{s("weight"), Comparison::Is, s("1"), 0}}; }));
        row("bound of a choice", "rules[0].require",
            rule(RuleKind::Attributes, [](Rule &r) { r.require = {{s("colour"), Comparison::AtLeast, {}, 1}}; }));
        row("value never had", "rules[0].require",
            rule(RuleKind::Attributes, [](Rule &r) { r.require = {{s("moving"), Comparison::IsNot, s("red"), 0}}; }));
        row("inside, yet allowed outside", "rules[0].classes", [rule](Schema &x) {
            rule(RuleKind::InsideImage)(x);
            x.allowOutside = true;
        }, false);
    }

    void mistakes()
    {
        QFETCH(Change, change);
        QFETCH(QStringList, places);
        QFETCH(bool, problem);
        Schema schema = plain();
        change(schema);
        const auto issues = checkSchema(schema);
        QStringList found;
        for (const SchemaIssue &issue : issues) {
            found.append(placeOf(issue));
            QVERIFY(!issue.text.isEmpty());
        }
        found.sort();
        QCOMPARE(found, places);
        QCOMPARE(hasProblems(issues), problem);
    }

    void ruleTwice()
    {
        Schema schema = plain();
        schema.rules.resize(2);
        for (Rule &rule : schema.rules) {
            rule.id = s("r");
            rule.sizePixels = 1;
        }
        QCOMPARE(checkSchema(schema).size(), std::size_t(1));
    }

    // Pairs of the published test data (Sharma, Wu, Dalal 2005) cannot be given as sRGB; these follow from symmetry, from
    // equality, and from the distance of black and white, which is 100.
    void colourDistances()
    {
        const QColor red(255, 0, 0);
        const QColor blue(0, 0, 255);
        QCOMPARE(colourDistance(red, red), 0.0);
        QCOMPARE(colourDistance(red, blue), colourDistance(blue, red));
        QVERIFY(std::abs(colourDistance(Qt::black, Qt::white) - 100) < 0.1);
        QVERIFY(std::abs(colourDistance(red, blue) - 52.88) < 0.1);
        QVERIFY(std::abs(colourDistance(red, QColor(0, 255, 0)) - 86.61) < 0.1);
        QVERIFY(colourDistance(QColor(128, 128, 128), QColor(130, 130, 130)) < 2);
        for (int i = 0; i < 7; ++i)
            for (int j = 0; j < i; ++j)
                QVERIFY(colourDistance(classColour(i), classColour(j)) > 20);
    }

    void tenThousandClasses()
    {
        Schema schema = emptySchema();
        for (int i = 0; i < 10000; ++i) {
            LabelClass &added = schema.classes.emplace_back();
            added.id = ClassId{Uuid::fromName("t", QByteArray::number(i))};
            added.name = s("class ") + QString::number(i);
            if (i > 0)
                added.parent = schema.classes[static_cast<std::size_t>(i - 1)].id;
        }
        QVERIFY(checkSchema(schema).empty());
        schema.classes[0].parent = schema.classes[9999].id;
        QCOMPARE(checkSchema(schema).size(), std::size_t(10000));
    }
};

QTEST_APPLESS_MAIN(TestSchemaCheck)
#include "tst_schemacheck.moc"
