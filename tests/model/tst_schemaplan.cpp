// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/schemaplan.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace plumbline;
using namespace plumbline::model;
using What = SchemaStep::What;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

}  // namespace

class TestSchemaPlan : public QObject
{
    Q_OBJECT

    Schema m_before;
    Schema m_after;
    SchemaDecisions m_decisions;
    std::vector<Annotation> m_labels;

    Annotation &label(const char *name, Attributes answers = {}, geometry::Geometry geometry = geometry::Box{1, 2, 3, 4})
    {
        Annotation &made = m_labels.emplace_back();
        made.id = AnnotationId{Uuid::fromName("a", QByteArray::number(qsizetype(m_labels.size())))};
        made.labelClass = m_before.find(s(name))->id;
        made.attributes = std::move(answers);
        made.geometry = std::move(geometry);
        return made;
    }
    [[nodiscard]] SchemaPlan plan() const
    {
        SchemaUsage usage;
        for (const Annotation &annotation : m_labels)
            usage.add(annotation);
        return planSchemaChange(m_before, m_after, usage, m_decisions);
    }
    [[nodiscard]] ClassId id(const char *name) const { return m_before.find(s(name))->id; }
    static void drop(Schema &schema, const char *name)
    {
        std::erase_if(schema.classes, [&](const LabelClass &c) { return c.name == s(name); });
    }
    static Attribute &attribute(Schema &schema, const char *key) { return const_cast<Attribute &>(*schema.attribute(s(key))); }
    /// The only step of this kind.
    static SchemaStep only(const SchemaPlan &plan, What what)
    {
        std::vector<SchemaStep> found;
        for (const SchemaStep &step : plan.steps)
            if (step.what == what)
                found.push_back(step);
        return found.size() == 1 ? found.front() : SchemaStep{};
    }

private slots:
    void init()
    {
        m_before = emptySchema();
        m_before.version = 4;
        for (const char *name : {"car", "truck", "person"})
            addClass(m_before, ClassId{Uuid::fromName("t", name)}, s(name));
        Attribute moving;
        moving.key = s("moving");
        Attribute colour;
        colour.key = s("colour");
        colour.type = AttributeType::Choice;
        colour.choices = {s("red"), s("blue"), s("7")};
        Attribute note;
        note.key = s("note");
        note.type = AttributeType::Text;
        m_before.attributes = {moving, colour, note};
        m_before.skeletons = {{s("body"), {s("head"), s("left"), s("right")}, {}, {}, {}}};
        m_after = m_before;
        m_decisions = {};
        m_labels.clear();
    }

    void nothingChanges()
    {
        m_after.version = 9;  // files may say anything
        QVERIFY(plan().empty());
        QCOMPARE(plan().after.version, 4);
    }

    void renameClass()
    {
        label("car");
        label("car");
        m_after.classes[0].name = s("automobile");
        const SchemaPlan made = plan();
        QCOMPARE(made.steps.size(), std::size_t(1));
        QCOMPARE(made.steps[0].what, What::ClassRenamed);
        QCOMPARE(made.steps[0].effect, StepEffect::None);
        QCOMPARE(made.steps[0].labels, std::int64_t(2));
        QVERIFY(!made.rewrites() && !made.refused());
        QCOMPARE(made.after.version, 5);
        QCOMPARE(made.migrated(m_labels[0]), m_labels[0]);
    }

    void classInUseCannotGo()
    {
        label("truck");
        drop(m_after, "truck");
        SchemaPlan made = plan();
        QVERIFY(made.refused());
        QCOMPARE(only(made, What::ClassRemoved).effect, StepEffect::Refused);
        QVERIFY(!only(made, What::ClassRemoved).remedy.isEmpty());
        QCOMPARE(made.migrated(m_labels[0]), m_labels[0]);
        m_decisions.classes[id("truck")] = ClassId{Uuid::fromName("t", "nothing")};  // a target that is not there decides nothing
        QVERIFY(plan().refused());
        m_labels.clear();
        QVERIFY(!plan().refused());
    }

    void mergeClasses()
    {
        label("truck", {{s("moving"), true}});
        label("car");
        drop(m_after, "truck");
        m_decisions.classes[id("truck")] = id("car");
        const SchemaPlan made = plan();
        QVERIFY(!made.refused() && made.rewrites());
        QCOMPARE(only(made, What::ClassMerged).labels, std::int64_t(1));
        Annotation expected = m_labels[0];
        expected.labelClass = id("car");
        QCOMPARE(made.migrated(m_labels[0]), expected);
        QCOMPARE(made.migrated(m_labels[1]), m_labels[1]);
        Track track;
        track.labelClass = id("truck");
        QCOMPARE(made.migrated(track).labelClass, id("car"));
    }

    // A decision about a class that stays must not touch its labels.
    void decisionsThatAreNotNeeded()
    {
        label("truck", {{s("colour"), s("red")}});
        m_after.classes[0].colour = Qt::black;
        m_decisions.classes[id("truck")] = id("car");
        m_decisions.attributes[s("moving")] = s("note");
        m_decisions.choices[{s("colour"), s("red")}] = s("blue");
        const SchemaPlan made = plan();
        QVERIFY(!made.rewrites());
        QCOMPARE(made.migrated(m_labels[0]), m_labels[0]);
    }

    void retireAndRestrict()
    {
        label("car");
        label("car", {}, geometry::Polygon{{{{{0, 0}, {1, 0}, {1, 1}}, {}}}});
        m_after.classes[0].deprecated = true;
        m_after.classes[0].geometries = {s("polygon")};
        const SchemaPlan made = plan();
        QCOMPARE(only(made, What::ClassRetired).labels, std::int64_t(2));
        QCOMPARE(only(made, What::ClassChanged).labels, std::int64_t(1));
        QCOMPARE(only(made, What::ClassChanged).effect, StepEffect::Keeps);
        QVERIFY(!made.refused());
    }

    void newNames()
    {
        addClass(m_after, ClassId{Uuid::fromName("t", "dog")}, s("dog"));
        QCOMPARE(only(plan(), What::ClassAdded).effect, StepEffect::None);
        std::swap(m_after.classes[0], m_after.classes[1]);
        QCOMPARE(plan().steps.size(), std::size_t(2));  // and the order
    }

    void attributeThatGoesKeepsItsAnswers()
    {
        label("car", {{s("moving"), true}});
        label("car", {{s("moving"), CannotTell{}}});
        label("car", {{s("moving"), std::monostate{}}});
        m_after.attributes.erase(m_after.attributes.begin());
        const SchemaPlan made = plan();
        QCOMPARE(only(made, What::AttributeRemoved).effect, StepEffect::Keeps);
        QCOMPARE(only(made, What::AttributeRemoved).labels, std::int64_t(2));
        for (const Annotation &annotation : m_labels)
            QCOMPARE(made.migrated(annotation), annotation);
    }

    void renameAttribute()
    {
        label("car", {{s("colour"), s("red")}, {s("moving"), true}});
        label("car", {{s("colour"), CannotTell{}}, {s("paint"), s("foreign, and kept")}});
        attribute(m_after, "colour").key = s("paint");
        m_decisions.attributes[s("colour")] = s("paint");
        const SchemaPlan made = plan();
        QVERIFY(!made.refused());
        QCOMPARE(only(made, What::AttributeRenamed).labels, std::int64_t(2));
        QCOMPARE(made.migrated(m_labels[0]).attributes, (Attributes{{s("paint"), s("red")}, {s("moving"), true}}));
        // Nothing is written over: the old answer stays beside the one that was there.
        QCOMPARE(made.migrated(m_labels[1]).attributes, m_labels[1].attributes);
        m_decisions.attributes[s("colour")] = s("note");
        QVERIFY(plan().refused());
    }

    void choices()
    {
        label("car", {{s("colour"), s("red")}});
        label("car", {{s("colour"), s("blue")}});
        attribute(m_after, "colour").choices = {s("scarlet"), s("blue")};
        QVERIFY(plan().refused());
        QCOMPARE(only(plan(), What::ChoiceAdded).choice, s("scarlet"));
        m_decisions.choices[{s("colour"), s("red")}] = s("crimson");  // not offered either
        QVERIFY(plan().refused());
        m_decisions.choices[{s("colour"), s("red")}] = s("scarlet");
        SchemaPlan made = plan();
        QVERIFY(!made.refused());
        QCOMPARE(only(made, What::ChoiceReplaced).labels, std::int64_t(1));
        QCOMPARE(made.migrated(m_labels[0]).attributes, (Attributes{{s("colour"), s("scarlet")}}));
        QCOMPARE(made.migrated(m_labels[1]), m_labels[1]);
        m_decisions.choices[{s("colour"), s("red")}] = std::nullopt;
        made = plan();
        QVERIFY(made.rewrites());
        QCOMPARE(made.migrated(m_labels[0]).attributes, (Attributes{{s("colour"), std::monostate{}}}));
    }

    void renameAttributeAndChoiceAtOnce()
    {
        label("car", {{s("colour"), s("red")}});
        attribute(m_after, "colour").key = s("paint");
        attribute(m_after, "paint").choices = {s("scarlet")};
        m_decisions.attributes[s("colour")] = s("paint");
        m_decisions.choices[{s("colour"), s("red")}] = s("scarlet");
        QVERIFY(!plan().refused());
        QCOMPARE(plan().migrated(m_labels[0]).attributes, (Attributes{{s("paint"), s("scarlet")}}));
    }

    void types_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");  // of one label; "true" stands for the boolean in "moving"
        QTest::addColumn<int>("type");
        QTest::addColumn<QStringList>("choices");
        QTest::addColumn<QString>("result");  // empty = refused
        const auto row = [](const char *name, const char *key, const char *value, AttributeType type, const char *result, QStringList choices = {}) {
            QTest::newRow(name) << s(key) << s(value) << int(type) << choices << s(result);
        };
        row("boolean to text", "moving", "true", AttributeType::Text, "true");
        row("boolean to choice", "moving", "true", AttributeType::Choice, "yes", {s("yes"), s("no")});
        row("boolean to choice of words", "moving", "true", AttributeType::Choice, "true", {s("true"), s("false")});
        row("boolean to other choice", "moving", "true", AttributeType::Choice, "", {s("fast")});
        row("boolean to number", "moving", "true", AttributeType::Number, "");
        row("choice to text", "colour", "red", AttributeType::Text, "red");
        row("choice to number", "colour", "7", AttributeType::Number, "7");
        row("choice to number, a word", "colour", "red", AttributeType::Number, "");
        row("text to choice", "note", "far", AttributeType::Choice, "far", {s("far")});
        row("text to choice, another", "note", "near", AttributeType::Choice, "", {s("far")});
        row("text to boolean", "note", "Yes", AttributeType::Boolean, "true");
        row("text to boolean, a word", "note", "maybe", AttributeType::Boolean, "");
        row("text to number", "note", "2.5", AttributeType::Number, "2.5");
    }

    void types()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(int, type);
        QFETCH(QStringList, choices);
        QFETCH(QString, result);
        const AttributeValue given = key == s("moving") ? AttributeValue(true) : AttributeValue(value);
        label("car", {{key, given}});
        label("car", {{key, CannotTell{}}});
        Attribute &changed = attribute(m_after, key.toUtf8().constData());
        changed.type = static_cast<AttributeType>(type);
        changed.choices = choices;
        const SchemaPlan made = plan();
        const SchemaStep step = only(made, What::AttributeRetyped);
        QCOMPARE(made.refused(), result.isEmpty());
        QCOMPARE(step.labels, std::int64_t(1));
        if (result.isEmpty()) {
            QVERIFY(step.text.contains(value));
            QCOMPARE(made.migrated(m_labels[0]), m_labels[0]);
        } else {
            const AttributeValue after = made.migrated(m_labels[0]).attributes.at(key);
            QCOMPARE(attributeText(after), result);
            const bool kind = changed.type == AttributeType::Boolean  ? std::holds_alternative<bool>(after)
                              : changed.type == AttributeType::Number ? std::holds_alternative<double>(after)
                                                                      : std::holds_alternative<QString>(after);
            QVERIFY(kind);
        }
        QCOMPARE(made.migrated(m_labels[1]), m_labels[1]);  // "cannot tell" fits every type
    }

    void newlyRequired()
    {
        label("car", {{s("moving"), true}});
        label("car");
        label("person");
        attribute(m_after, "moving").required = true;
        attribute(m_after, "moving").classes = {s("car")};
        QCOMPARE(plan().steps.front().effect, StepEffect::Keeps);
        QCOMPARE(plan().steps.front().labels, std::int64_t(1));
    }

    void skeletons()
    {
        m_after.skeletons[0].joints.append(s("tail"));
        label("person", {}, geometry::KeyPoints{{{1, 1, 2}, {2, 2, 2}, {3, 3, 2}}, s("body")});
        QCOMPARE(only(plan(), What::SkeletonChanged).effect, StepEffect::Keeps);
        m_after.skeletons[0].joints = {s("skull"), s("left"), s("right")};
        QCOMPARE(only(plan(), What::SkeletonChanged).effect, StepEffect::None);
        m_after.skeletons[0].joints = {s("head"), s("right"), s("left")};
        QVERIFY(plan().refused());
        m_after.skeletons[0].joints = {s("head"), s("left")};
        QVERIFY(plan().refused());
        m_after.skeletons.clear();
        QCOMPARE(only(plan(), What::SkeletonRemoved).effect, StepEffect::Keeps);
    }

    void aBrokenSchemaIsRefused()
    {
        m_after.classes[1].name = s("car");
        QVERIFY(plan().refused());
        QVERIFY(plan().steps.front().text.contains(s("classes[1].name")));
    }

    void handWrittenIds()
    {
        Schema written = schemaFromJson(base::parseJson(
                                            R"({"classes":[{"name":"automobile","aliases":["car"]},{"name":"person","parent":"automobile"},{"name":"dog"}]})")
                                            .value())
                             .value();
        written = withKnownIds(m_before, written);
        QCOMPARE(written.classes[0].id, id("car"));
        QCOMPARE(written.classes[1].id, id("person"));
        QCOMPARE(written.classes[1].parent, id("car"));
        QVERIFY(!m_before.find(written.classes[2].id));
        QCOMPARE(withKnownIds(m_before, m_before), m_before);
    }

    void usageOfTracks()
    {
        Track track;
        track.labelClass = id("car");
        track.attributes = {{s("note"), s("x")}, {s("moving"), false}};
        SchemaUsage usage;
        usage.add(track);
        QCOMPARE(usage.classes[id("car")], std::int64_t(1));
        QCOMPARE(usage.answered[s("moving")], std::int64_t(1));
        m_after.attributes[0].type = AttributeType::Text;
        const SchemaPlan made = planSchemaChange(m_before, m_after, usage);
        QCOMPARE(made.migrated(track).attributes[s("moving")], AttributeValue(s("false")));
    }

    // Distinct answers are bounded in memory; what was not kept is not guessed about.
    void tooManyDifferentAnswers()
    {
        SchemaUsage usage;
        Annotation annotation;
        annotation.labelClass = id("car");
        for (int i = 0; i < 10001; ++i) {
            annotation.attributes = {{s("note"), QString::number(i)}};
            usage.add(annotation);
        }
        attribute(m_after, "note").type = AttributeType::Number;
        QVERIFY(planSchemaChange(m_before, m_after, usage).refused());
    }

    void names()
    {
        QStringList all;
        for (int i = 0; i <= int(What::OtherChanged); ++i)
            all.append(stepName(static_cast<What>(i)));
        QCOMPARE(all.removeDuplicates(), qsizetype(0));
        QCOMPARE(effectName(StepEffect::Refused), s("refused"));
    }
};

QTEST_APPLESS_MAIN(TestSchemaPlan)
#include "tst_schemaplan.moc"
