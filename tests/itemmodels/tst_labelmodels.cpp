// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/attributesteps.h"
#include "core/itemmodels/labelfiltermodel.h"
#include "core/itemmodels/rulefindings.h"
#include "core/itemmodels/words.h"
#include "tests/support/fakeediting.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <numbers>

using namespace plumbline;
using namespace plumbline::itemmodels;
using test::FakeEditing;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

}  // namespace

/// Models over the labels of one item: what rules say, what a filter lets through, and the way through their questions.
class TestLabelModels : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeEditing> m_editing;

    model::Attribute &ask(const char *key, model::AttributeType type = model::AttributeType::Boolean)
    {
        model::Attribute &attribute = m_editing->mutableSchema().attributes.emplace_back();
        attribute.key = s(key);
        attribute.type = type;
        return attribute;
    }
    void schemaChanged() { emit m_editing->changed(document::SchemaChanged{}); }
    [[nodiscard]] model::Attributes answers(AnnotationId id) const { return m_editing->annotation(id)->attributes; }

private slots:
    void init() { m_editing = std::make_unique<FakeEditing>(); }
    void cleanup() { m_editing.reset(); }

    void rulesFlagWhileOneWorks()
    {
        model::Rule rule;
        rule.id = s("size");
        rule.sizePixels = 10;
        rule.blocks = true;
        m_editing->mutableSchema().rules = {rule};
        const AnnotationId large = m_editing->add(geometry::Box{0, 0, 20, 20}).id;
        RuleFindings findings;
        QSignalSpy changed(&findings, &IssueSource::changed);
        findings.setEditing(m_editing.get());
        QVERIFY(findings.findings().empty() && !findings.blocking());
        const AnnotationId small = m_editing->add(geometry::Box{0, 0, 5, 20}).id;
        m_editing->addPrediction(geometry::Box{0, 0, 5, 5}, 0.9);  // nobody has accepted it
        QCOMPARE(findings.findings().size(), std::size_t(1));
        QCOMPARE(findings.findings()[0].annotation, small);
        QCOMPARE(findings.findings()[0].item, m_editing->item()->id);
        QVERIFY(findings.blocking());
        QCOMPARE(m_editing->marks().flagged, QSet<AnnotationId>{small});
        QCOMPARE(findings.textsOf(small).size(), qsizetype(1));
        QVERIFY(findings.textsOf(large).isEmpty());
        m_editing->change(small, [](model::Annotation &a) { a.geometry = geometry::Box{0, 0, 11, 20}; });
        QVERIFY(findings.findings().empty());
        QVERIFY(m_editing->marks().flagged.isEmpty());
        QVERIFY(changed.count() >= 2);
        m_editing->mutableSchema().rules[0].sizePixels = 30;
        schemaChanged();
        QCOMPARE(findings.findings().size(), std::size_t(2));
        findings.setEditing(nullptr);
        QVERIFY(findings.findings().empty());
    }

    void facesAreSaidInCentimetres()
    {
        QLocale::setDefault(QLocale::c());
        geometry::CuboidDifference off;
        off.faceMetres = {0.02, 0.42, 0, -0.12, 0.049, -0.051};
        off.headingRadians = 14.2 * std::numbers::pi / 180;
        QCOMPARE(faceErrorWords(off),
                 QStringLiteral("front 42 cm too far, left 12 cm too near, top 5 cm too low, heading 14° off"));
        QCOMPARE(faceErrorWords({}), QString());
        off = {};
        off.headingRadians = std::numbers::pi;
        QCOMPARE(faceErrorWords(off), QStringLiteral("front and back mixed up"));
    }

    void conventionsAreSaid()
    {
        QLocale::setDefault(QLocale::c());
        QVERIFY(conventionWords({}).isEmpty());
        model::Convention convention;
        convention.belongsToObject = QStringLiteral("mirrors");
        convention.amodalExtent = true;
        convention.minimumPoints = 5;
        convention.sizePriorMetres = std::array<double, 3>{4.5, 1.9, 1.6};
        QCOMPARE(conventionWords(convention),
                 QStringList({QStringLiteral("Belongs to it: mirrors"), QStringLiteral("The whole object, hidden parts too"),
                              QStringLiteral("Fewest points: 5"), QStringLiteral("About 4.5 × 1.9 × 1.6 m")}));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("shown");
        QTest::addColumn<int>("unknown");
        const auto row = [](const char *text, QList<int> shown, int unknown = 0) {
            QTest::newRow(text) << s(text) << shown << unknown;
        };
        row("", {0, 1, 2, 3});
        row("car", {0, 3});
        row("PERS", {1});
        row("-car", {1, 2});
        row("colour=red", {0});
        row("colour=", {1, 3});
        row("colour=?", {2});
        row("score>0.5", {3});
        row("score<0.5", {});
        row("is:unsure", {1});
        row("is:prediction", {3});
        row("-is:prediction car", {0});
        row("is:flagged", {2});
        row("role:ignore", {2});
        row("origin:model", {3});
        row("is:unanswered", {1, 3});
        row("car colour=red", {0});
        row("\"car\"", {0, 3});
        row("unicorn", {0, 1, 2, 3}, 1);
        row("score>much is:nice role:none origin:moon", {0, 1, 2, 3}, 4);
    }

    void filters()
    {
        QFETCH(QString, text);
        QFETCH(QList<int>, shown);
        QFETCH(int, unknown);
        model::Attribute &colour = ask("colour", model::AttributeType::Choice);
        colour.choices = {s("red")};
        colour.required = true;
        const AnnotationId red = m_editing->add(geometry::Box{0, 0, 9, 9}, "car").id;
        m_editing->change(red, [](model::Annotation &a) { a.attributes[s("colour")] = s("red"); });
        const AnnotationId unsure = m_editing->add(geometry::Box{0, 0, 9, 9}, "person").id;
        m_editing->change(unsure, [](model::Annotation &a) { a.unsure = true; });
        const AnnotationId ignored = m_editing->add(geometry::Box{0, 0, 9, 9}, "bicycle").id;
        m_editing->change(ignored, [](model::Annotation &a) {
            a.role = model::Role::Ignore;
            a.attributes[s("colour")] = model::CannotTell{};
        });
        m_editing->addPrediction(geometry::Box{0, 0, 9, 9}, 0.8);
        document::Marks marks;
        marks.flagged = {ignored};
        m_editing->setMarks(marks);
        AnnotationModel source;
        source.setEditing(m_editing.get());
        LabelFilterModel model(source);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEditing(m_editing.get());
        model.setFilterText(text);
        QList<int> rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows.append(source.rowOf(model.idAt(row)));
        QCOMPARE(rows, shown);
        QCOMPARE(int(model.filter().unknown().size()), unknown);
        QCOMPARE(m_editing->marks().filteredOut.size(), qsizetype(4 - shown.size()));
        QCOMPARE(m_editing->marks().flagged, QSet<AnnotationId>{ignored});
        model.setFilterText({});
        QVERIFY(m_editing->marks().filteredOut.isEmpty());
        QCOMPARE(model.rowCount(), 4);
    }

    void filteringFollowsEdits()
    {
        AnnotationModel source;
        source.setEditing(m_editing.get());
        LabelFilterModel model(source);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEditing(m_editing.get());
        model.setFilterText(s("person"));
        const AnnotationId id = m_editing->add(geometry::Box{0, 0, 9, 9}, "car").id;
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(m_editing->marks().filteredOut.contains(id));
        QCOMPARE(model.hiddenCount(), 1);
        m_editing->change(id, [this](model::Annotation &a) { a.labelClass = m_editing->classNamed("person"); });
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowOf(id), 0);
        QVERIFY(m_editing->marks().filteredOut.isEmpty());
        m_editing->showItem(*m_editing->item());
        QCOMPARE(model.rowCount(), 0);
    }

    void flagsShowInTheList()
    {
        AnnotationModel model;
        model.setEditing(m_editing.get());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const AnnotationId id = m_editing->add(geometry::Box{0, 0, 9, 9}).id;
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        document::Marks marks;
        marks.flagged = {id};
        m_editing->setMarks(marks);
        QCOMPARE(changed.count(), 1);
        QVERIFY(model.index(0).data(AnnotationModel::FlaggedRole).toBool());
        QVERIFY(model.index(0).data(AnnotationModel::DetailRole).toString().contains(s("rule")));
        QCOMPARE(model.annotationAt(0)->id, id);
        QVERIFY(!model.annotationAt(1));
    }

    void stepsThroughQuestionsAndLabels()
    {
        ask("moving");
        model::Attribute &colour = ask("colour", model::AttributeType::Choice);
        colour.choices = {s("red"), s("blue")};
        colour.classes = {s("car")};
        model::Attribute &speed = ask("speed", model::AttributeType::Number);
        speed.conditionKey = s("moving");
        speed.conditionValue = s("true");
        const AnnotationId first = m_editing->add(geometry::Box{0, 0, 9, 9}, "car").id;
        const AnnotationId second = m_editing->add(geometry::Box{0, 0, 9, 9}, "person").id;
        m_editing->addPrediction(geometry::Box{0, 0, 9, 9}, 0.8);
        AttributeSteps steps;
        QSignalSpy shown(&steps, &AttributeSteps::labelChanged);
        QVERIFY(steps.begin(m_editing.get()));
        QCOMPARE(steps.labelId(), first);
        QCOMPARE(steps.labelCount(), 2);  // predictions are accepted, not answered about
        QCOMPARE(m_editing->selection(), QSet<AnnotationId>{first});
        QCOMPARE(steps.questions().size(), std::size_t(2));
        steps.answerOption(0);
        QCOMPARE(answers(first), (model::Attributes{{s("moving"), true}}));
        QCOMPARE(steps.questions().size(), std::size_t(3));  // now its speed is asked too
        steps.nextQuestion();
        QCOMPARE(steps.question()->key, s("colour"));
        steps.answerOption(1);
        steps.answerOption(7);  // there is no such choice
        steps.nextQuestion();
        QVERIFY(steps.options().empty());
        steps.answer(2.5);
        QCOMPARE(answers(first).size(), std::size_t(3));
        steps.nextQuestion();
        QCOMPARE(steps.questionNumber(), 0);
        steps.previousQuestion();
        steps.takeBack();
        QVERIFY(!answers(first).contains(s("speed")));
        steps.nextLabel();
        QCOMPARE(steps.labelId(), second);
        QCOMPARE(steps.labelNumber(), 2);
        QCOMPARE(steps.questions().size(), std::size_t(1));
        steps.cannotTell();
        QCOMPARE(answers(second), (model::Attributes{{s("moving"), model::CannotTell{}}}));
        steps.toggleUnsure();
        steps.toggleIgnore();
        QVERIFY(m_editing->annotation(second)->unsure);
        QCOMPARE(m_editing->annotation(second)->role, model::Role::Ignore);
        steps.nextLabel();
        QCOMPARE(steps.labelId(), first);
        QCOMPARE(shown.count(), 3);
        m_editing->undo();
        QCOMPARE(m_editing->annotation(second)->role, model::Role::Object);
    }

    void goingPastAnswersNothing()
    {
        ask("moving");
        m_editing->add(geometry::Box{0, 0, 9, 9});
        m_editing->add(geometry::Box{0, 0, 9, 9});
        AttributeSteps steps;
        QVERIFY(steps.begin(m_editing.get()));
        for (int i = 0; i < 5; ++i) {
            steps.nextQuestion();
            steps.nextLabel();
            steps.previousLabel();
        }
        QCOMPARE(m_editing->pushes(), std::size_t(0));
    }

    void beginsWhereSomethingIsOpen()
    {
        AttributeSteps steps;
        m_editing->add(geometry::Box{0, 0, 9, 9});
        QVERIFY(!steps.begin(m_editing.get()));  // nothing is asked
        ask("moving");
        const AnnotationId open = m_editing->add(geometry::Box{0, 0, 9, 9}).id;
        m_editing->change(m_editing->annotations()[0].id, [](model::Annotation &a) { a.attributes[s("moving")] = false; });
        QVERIFY(steps.begin(m_editing.get()));
        QCOMPARE(steps.labelId(), open);
        m_editing->select({m_editing->annotations()[0].id});  // a click in the view
        QCOMPARE(steps.labelId(), m_editing->annotations()[0].id);
        document::Marks marks;
        marks.filteredOut = {open};
        m_editing->setMarks(marks);
        QCOMPARE(steps.labelCount(), 1);
        QSignalSpy ended(&steps, &AttributeSteps::ended);
        m_editing->showItem(*m_editing->item());
        QCOMPARE(ended.count(), 1);
        QVERIFY(!steps.active());
        m_editing->open = false;
        QVERIFY(!steps.begin(m_editing.get()));
    }
};

QTEST_GUILESS_MAIN(TestLabelModels)
#include "tst_labelmodels.moc"
