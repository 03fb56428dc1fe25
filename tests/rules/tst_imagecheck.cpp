// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/overlap.h"
#include "core/rules/imagecheck.h"
#include "core/rules/rulewords.h"
#include "tests/support/fakes.h"

#include <QTest>

using namespace plumbline;
using namespace plumbline::model;
using rules::Finding;
using rules::ImageCheck;
using rules::RuleSet;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

}  // namespace

class TestImageCheck : public QObject
{
    Q_OBJECT

    test::Identity m_identity;
    Schema m_schema;
    std::vector<Annotation> m_labels;

    Rule &addRule(RuleKind kind, const QStringList &classes = {})
    {
        Rule &rule = m_schema.rules.emplace_back();
        rule.id = s("rule%1").arg(m_schema.rules.size());
        rule.kind = kind;
        rule.classes = classes;
        return rule;
    }
    Attribute &addAttribute(const char *key, AttributeType type = AttributeType::Boolean)
    {
        Attribute &attribute = m_schema.attributes.emplace_back();
        attribute.key = s(key);
        attribute.type = type;
        return attribute;
    }
    Annotation &add(const geometry::Geometry &geometry, const char *name = "car")
    {
        Annotation &label = m_labels.emplace_back();
        label.id = m_identity.ids.make<AnnotationId>();
        label.labelClass = m_schema.find(s(name)) ? m_schema.find(s(name))->id : ClassId{};
        label.geometry = geometry;
        return label;
    }
    [[nodiscard]] ImageCheck started() const
    {
        ImageCheck check(std::make_shared<RuleSet>(m_schema));
        std::vector<const Annotation *> labels;
        for (const Annotation &label : m_labels)
            labels.push_back(&label);
        check.start(100, 80, labels);
        return check;
    }
    [[nodiscard]] std::vector<Finding> found() const { return started().findings(); }

private slots:
    void init()
    {
        m_schema = emptySchema();
        m_labels.clear();
        for (const char *name : {"vehicle", "car", "truck", "person"})
            addClass(m_schema, m_identity.ids.make<ClassId>(), s(name));
        m_schema.classes[1].parent = m_schema.classes[0].id;
        m_schema.classes[2].parent = m_schema.classes[0].id;
    }

    void nothingIsWrongWithoutRules()
    {
        add(geometry::Box{-5, -5, 1, 1});
        add(geometry::Box{-5, -5, 1, 1}).labelClass = {};
        QVERIFY(found().empty());
    }

    void minimumSize()
    {
        Rule &rule = addRule(RuleKind::MinimumSize, {s("vehicle")});
        rule.sizePixels = 5;
        rule.blocks = true;
        add(geometry::Box{0, 0, 5, 50});
        const AnnotationId small = add(geometry::Box{0, 0, 4.9, 50}, "truck").id;
        add(geometry::Box{0, 0, 1, 1}, "person");  // not below "vehicle"
        add(geometry::Box{0, 0, 1, 1}).role = Role::Ignore;
        add(geometry::Polyline{{{0, 0}, {50, 0}}});  // a line has no width
        const auto findings = found();
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].labels, std::vector{small});
        QCOMPARE(findings[0].rule, s("rule1"));
        QVERIFY(findings[0].blocks);
        QVERIFY(findings[0].text.contains(s("truck")));
        m_schema.rules[0].text = s("Too small to train on.");
        m_schema.rules[0].areaPixels = 300;
        QCOMPARE(found().size(), std::size_t(2));
        QCOMPARE(found()[0].text, s("Too small to train on."));
    }

    void noOverlap_data()
    {
        QTest::addColumn<double>("shift");
        QTest::addColumn<bool>("broken");
        QTest::newRow("apart") << 30.0 << false;
        QTest::newRow("touching") << 10.0 << false;
        QTest::newRow("a little") << 7.0 << false;  // 30 of 170
        QTest::newRow("much") << 3.0 << true;       // 70 of 130
        QTest::newRow("same place") << 0.0 << true;
    }

    void noOverlap()
    {
        QFETCH(double, shift);
        QFETCH(bool, broken);
        addRule(RuleKind::NoOverlap, {s("car")}).iou = 0.5;
        const AnnotationId first = add(geometry::Box{10, 10, 10, 10}).id;
        const AnnotationId second = add(geometry::Polygon{{{{{10 + shift, 10}, {20 + shift, 10}, {20 + shift, 20}, {10 + shift, 20}}, {}}}}).id;
        add(geometry::Box{10, 10, 10, 10}, "person");
        add(geometry::Box{10, 10, 10, 10}).role = Role::Crowd;
        const auto findings = found();
        QCOMPARE(findings.size(), std::size_t(broken ? 1 : 0));
        if (broken)
            QCOMPARE(findings[0].labels, (std::vector{first, second}));
    }

    void noOverlapBetweenClasses()
    {
        addRule(RuleKind::NoOverlap, {s("person")}).others = {s("vehicle")};
        add(geometry::Box{0, 0, 10, 10}, "person");
        add(geometry::Box{0, 0, 10, 10}, "person");  // among themselves they may
        QVERIFY(found().empty());
        add(geometry::Box{9, 9, 10, 10}, "truck");
        QCOMPARE(found().size(), std::size_t(2));
    }

    void framesAreApart()
    {
        addRule(RuleKind::NoOverlap);
        addRule(RuleKind::Count).most = 1;
        add(geometry::Box{0, 0, 10, 10}).frame = FrameRef{s("cam"), 0, 10, {}, {}};
        add(geometry::Box{0, 0, 10, 10}).frame = FrameRef{s("cam"), 1, 20, {}, {}};
        QVERIFY(found().empty());
        m_labels[1].frame = m_labels[0].frame;
        QCOMPARE(found().size(), std::size_t(2));
    }

    void counting()
    {
        Rule &rule = addRule(RuleKind::Count, {s("car")});
        rule.least = 1;
        rule.most = 1;
        QCOMPARE(found().size(), std::size_t(1));  // an image without labels breaks it too
        QVERIFY(found()[0].labels.empty());
        add(geometry::Box{0, 0, 10, 10});
        QVERIFY(found().empty());
        add(geometry::Box{0, 0, 10, 10});
        QCOMPARE(found().size(), std::size_t(1));
        QCOMPARE(found()[0].labels, (std::vector{m_labels[0].id, m_labels[1].id}));
        m_labels[1].role = Role::Ignore;
        QVERIFY(found().empty());
    }

    void insideTheImage()
    {
        addRule(RuleKind::InsideImage);
        add(geometry::Box{0, 0, 100.4, 80});  // rounding of a format
        QVERIFY(found().empty());
        add(geometry::Box{0, 0, 101, 80});
        add(geometry::KeyPoints{{{-3, 4, 2}}, {}});
        QCOMPARE(found().size(), std::size_t(2));
        auto check = started();
        check.start(0, 0, {&m_labels[1]});
        QVERIFY(check.findings().empty());
    }

    void requiredAttributesNeedNoRule()
    {
        Attribute &moving = addAttribute("moving");
        moving.required = true;
        moving.title = s("Is it moving");
        Attribute &speed = addAttribute("speed", AttributeType::Number);
        speed.required = true;
        speed.classes = {s("car")};
        speed.conditionKey = s("moving");
        speed.conditionValue = s("true");
        Annotation &car = add(geometry::Box{0, 0, 10, 10});
        QCOMPARE(found().size(), std::size_t(1));
        QVERIFY(found()[0].blocks);
        QVERIFY(found()[0].text.contains(s("Is it moving")));
        QVERIFY(!found()[0].text.contains(s("speed")));
        car.attributes[s("moving")] = true;
        QVERIFY(found()[0].text.contains(s("speed")));
        car.attributes[s("speed")] = CannotTell{};
        QVERIFY(found().empty());
        car.attributes.clear();
        addRule(RuleKind::RequiredAttributes, {s("person")});  // takes the place of the built-in demand
        QVERIFY(found().empty());
    }

    void geometriesAndConventionsNeedNoRule()
    {
        m_schema.classes[1].geometries = {s("polygon")};
        m_schema.classes[3].convention.minimumSizePixels = 20;
        add(geometry::Box{0, 0, 10, 10});
        add(geometry::Box{0, 0, 10, 10}, "person");
        add(geometry::Box{0, 0, 10, 10}, "truck");
        const auto findings = found();
        QCOMPARE(findings.size(), std::size_t(2));
        QCOMPARE(findings[0].rule, s("schema.geometries"));
        QCOMPARE(findings[1].rule, s("schema.minimum-size"));
        QVERIFY(!findings[0].blocks && !findings[1].blocks);
        addRule(RuleKind::Geometries, {s("truck")}).geometries = {s("mask")};
        QCOMPARE(found()[0].labels, std::vector{m_labels[2].id});
    }

    void fewestPoints()
    {
        addRule(RuleKind::MinimumVertices).vertices = 4;
        add(geometry::Polygon{{{{{0, 0}, {9, 0}, {9, 9}, {0, 9}}, {}}, {{{20, 0}, {29, 0}, {29, 9}}, {}}}});  // its smaller part
        add(geometry::Polyline{{{0, 0}, {9, 0}, {9, 9}, {0, 9}}});
        add(geometry::KeyPoints{{{1, 1, 2}, {2, 2, 2}, {3, 3, 1}, {0, 0, 0}}, {}});
        add(geometry::Box{0, 0, 10, 10});
        QCOMPARE(found().size(), std::size_t(2));
        QCOMPARE(found()[0].labels, std::vector{m_labels[0].id});
        QCOMPARE(found()[1].labels, std::vector{m_labels[2].id});
    }

    void attributeTests_data()
    {
        QTest::addColumn<int>("comparison");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QList<bool>>("passed");  // unset, cannot tell, true, 2.5, "red"
        const auto row = [](const char *name, Comparison comparison, const char *value, QList<bool> passed) {
            QTest::newRow(name) << int(comparison) << s(value) << passed;
        };
        row("is true", Comparison::Is, "true", {false, false, true, false, false});
        row("is 2.50", Comparison::Is, "2.50", {false, false, false, true, false});
        row("is red", Comparison::Is, "red", {false, false, false, false, true});
        row("is nothing", Comparison::Is, "", {false, false, false, false, false});
        row("is not red", Comparison::IsNot, "red", {true, true, true, true, false});
        row("at least", Comparison::AtLeast, "", {false, false, false, true, false});
        row("at most", Comparison::AtMost, "", {false, false, false, false, false});
        row("answered", Comparison::Answered, "", {false, true, true, true, true});
        row("not answered", Comparison::NotAnswered, "", {true, false, false, false, false});
    }

    void attributeTests()
    {
        QFETCH(int, comparison);
        QFETCH(QString, value);
        QFETCH(QList<bool>, passed);
        const AttributeTest test{s("a"), static_cast<Comparison>(comparison), value, 2};
        const std::vector<AttributeValue> values{std::monostate{}, CannotTell{}, true, 2.5, s("red")};
        for (std::size_t i = 0; i < values.size(); ++i)
            QCOMPARE(rules::passes(test, {{s("a"), values[i]}}), passed[qsizetype(i)]);
        QCOMPARE(rules::passes(test, {}), passed[0]);
    }

    void attributeRule()
    {
        addAttribute("moving");
        addAttribute("speed", AttributeType::Number);
        Rule &rule = addRule(RuleKind::Attributes);
        rule.when = {{s("moving"), Comparison::Is, s("true"), 0}};
        rule.require = {{s("speed"), Comparison::AtLeast, {}, 0.1}};
        Annotation &car = add(geometry::Box{0, 0, 10, 10});
        QVERIFY(found().empty());
        car.attributes[s("moving")] = true;
        QCOMPARE(found().size(), std::size_t(1));
        car.attributes[s("speed")] = 0.0;
        QVERIFY(found()[0].text.contains(s("speed")));
        car.attributes[s("speed")] = 0.2;
        QVERIFY(found().empty());
    }

    // After a change of the schema or an import: kept, and pointed out.
    void valuesThatTheSchemaLacks()
    {
        addAttribute("colour", AttributeType::Choice).choices = {s("red")};
        Annotation &car = add(geometry::Box{0, 0, 10, 10});
        car.attributes = {{s("colour"), s("red")}, {s("foreign"), s("kept")}};
        QVERIFY(found().empty());
        car.attributes[s("colour")] = s("teal");
        QCOMPARE(found().size(), std::size_t(1));
        QCOMPARE(found()[0].rule, s("schema.values"));
        car.attributes[s("colour")] = true;
        QCOMPARE(found().size(), std::size_t(1));
        car.attributes.clear();
        car.labelClass = m_identity.ids.make<ClassId>();
        QCOMPARE(found().size(), std::size_t(1));
    }

    // What update() says must be what a fresh start says, whatever changed before.
    void updatesAgreeWithAFreshStart()
    {
        addRule(RuleKind::NoOverlap, {s("vehicle")}).iou = 0.05;
        addRule(RuleKind::NoOverlap, {s("person")}).others = {s("vehicle")};
        Rule &count = addRule(RuleKind::Count, {s("person")});
        count.least = 5;
        count.most = 9;
        addRule(RuleKind::MinimumSize).sizePixels = 4;
        addRule(RuleKind::InsideImage);
        base::SeededRandom random(11);
        const auto draw = [&](Annotation &label) {
            label.geometry = geometry::Box{random.uniform(-10, 90), random.uniform(-10, 70), random.uniform(1, 40), random.uniform(1, 30)};
            label.labelClass = m_schema.classes[static_cast<std::size_t>(random.uniform(0, 4))].id;
        };
        for (int i = 0; i < 25; ++i)
            draw(add(geometry::Box{}));
        ImageCheck check = started();
        int broken = 0;
        for (int step = 0; step < 200; ++step) {
            std::vector<std::pair<AnnotationId, const Annotation *>> changes;
            const double what = random.uniform(0, 3);
            const auto at = static_cast<std::size_t>(random.uniform(0, double(m_labels.size())));
            if (what < 1 || m_labels.empty()) {
                draw(add(geometry::Box{}));
                changes.emplace_back(m_labels.back().id, &m_labels.back());
            } else if (what < 2) {
                draw(m_labels[at]);
                changes.emplace_back(m_labels[at].id, &m_labels[at]);
            } else {
                changes.emplace_back(m_labels[at].id, nullptr);
                m_labels.erase(m_labels.begin() + std::ptrdiff_t(at));
            }
            check.update(changes);
            const auto fresh = found();
            broken += static_cast<int>(fresh.size());
            const auto kept = check.findings();
            QCOMPARE(kept.size(), fresh.size());
            for (const Finding &finding : fresh)
                QVERIFY2(std::find(kept.begin(), kept.end(), finding) != kept.end(), qPrintable(finding.text));
        }
        QVERIFY(broken > 200);
    }

    // Lists of overlaps are bounded; leaving one makes room for those that were left out.
    void everythingInOnePlace()
    {
        addRule(RuleKind::NoOverlap).iou = 0.5;
        for (int i = 0; i < 10000; ++i)
            add(geometry::Box{10, 10, 20, 20});
        ImageCheck check = started();
        QVERIFY(!check.incomplete());
        QCOMPARE(check.findings().size(), std::size_t(5000));
        std::vector<std::pair<AnnotationId, const Annotation *>> gone;
        for (std::size_t i = 1; i < m_labels.size() - 1; ++i)
            gone.emplace_back(m_labels[i].id, nullptr);
        check.update(gone);
        const auto findings = check.findings();
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].labels, (std::vector{m_labels.front().id, m_labels.back().id}));
    }

    void hostileShapes()
    {
        addRule(RuleKind::NoOverlap);
        addRule(RuleKind::MinimumSize).sizePixels = 1;
        addRule(RuleKind::MinimumVertices).vertices = 3;
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const double huge : {1e300, 1e18, -1e300, nan})
            add(geometry::Box{huge, huge, 1e300, 1e300});
        add(geometry::Polygon{});
        add(geometry::Polygon{{{{}, {}}}});
        add(geometry::Polygon{{{{{1, 1}}, {}}}});
        add(geometry::Polygon{{{{{0, 0}, {10, 10}, {10, 0}, {0, 10}}, {}}}});
        add(geometry::KeyPoints{});
        add(geometry::ItemLabel{});
        add(geometry::Mask{10, 10, {100}});
        QVERIFY(!found().empty());
    }

    void wordsOfEveryKind()
    {
        QStringList titles;
        for (int kind = 0; kind < ruleKindCount; ++kind) {
            Rule rule;
            rule.kind = static_cast<RuleKind>(kind);
            rule.require = {{s("a"), Comparison::Answered, {}, 0}};
            titles.append(rules::ruleKindTitle(rule.kind));
            QVERIFY(rules::ruleSummary(rule).size() > 14);
        }
        QCOMPARE(titles.removeDuplicates(), qsizetype(0));
    }
};

QTEST_APPLESS_MAIN(TestImageCheck)
#include "tst_imagecheck.moc"
