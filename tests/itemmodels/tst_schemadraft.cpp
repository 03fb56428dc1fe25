// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/schemadraft.h"

#include <QSignalSpy>
#include <QTest>

using namespace plumbline;
using itemmodels::SchemaDraft;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

}  // namespace

class TestSchemaDraft : public QObject
{
    Q_OBJECT

    model::Schema m_schema;
    SchemaDraft m_draft;

    [[nodiscard]] const model::Schema &now() const { return m_draft.schema(); }

private slots:
    void init()
    {
        m_schema = model::emptySchema();
        for (const char *name : {"vehicle", "car", "truck"})
            model::addClass(m_schema, ClassId{Uuid::fromName("t", name)}, s(name));
        m_schema.classes[1].parent = m_schema.classes[2].parent = m_schema.classes[0].id;
        model::Attribute colour;
        colour.key = s("colour");
        colour.type = model::AttributeType::Choice;
        colour.choices = {s("red"), s("blue")};
        colour.classes = {s("car"), s("truck")};
        model::Attribute shade;
        shade.key = s("shade");
        shade.conditionKey = s("colour");
        shade.conditionValue = s("red");
        m_schema.attributes = {colour, shade};
        model::Rule rule;
        rule.id = s("r");
        rule.kind = model::RuleKind::NoOverlap;
        rule.classes = {s("car")};
        rule.when = {{s("colour"), model::Comparison::Is, s("red"), 0}};
        m_schema.rules = {rule};
        m_draft.reset(m_schema);
    }

    void renamingKeepsReferences()
    {
        m_draft.renameClass(1, s("automobile"));
        QCOMPARE(now().attributes[0].classes, (QStringList{s("automobile"), s("truck")}));
        QCOMPARE(now().rules[0].classes, QStringList{s("automobile")});
        QCOMPARE(now().classes[1].id, m_schema.classes[1].id);
        QVERIFY(m_draft.issues().empty());
        m_draft.renameAttribute(0, s("paint"));
        QCOMPARE(now().attributes[1].conditionKey, s("paint"));
        QCOMPARE(now().rules[0].when[0].key, s("paint"));
        m_draft.renameChoice(0, 0, s("crimson"));
        QCOMPARE(now().attributes[1].conditionValue, s("crimson"));
        QCOMPARE(now().rules[0].when[0].value, s("crimson"));
        QVERIFY(m_draft.issues().empty());
        QCOMPARE(m_draft.decisions().attributes.at(s("colour")), s("paint"));
        QCOMPARE(m_draft.decisions().choices.at({s("colour"), s("red")}), std::optional(s("crimson")));
    }

    // People type a name letter by letter: in between it may be another class's.
    void typingThroughAnotherName()
    {
        m_draft.renameClass(2, s("car"));
        QVERIFY(!m_draft.issueOf(model::SchemaPart::Class, 2, s("name")).isEmpty());
        QVERIFY(m_draft.isWrong(model::SchemaPart::Class, 2));
        m_draft.renameClass(2, s("cart"));
        QVERIFY(!m_draft.isWrong(model::SchemaPart::Class, 2));
        QVERIFY(now().attributes[0].classes.contains(s("car")));
        QCOMPARE(now().rules[0].classes, QStringList{s("car")});
    }

    void renamingTwiceAndBack()
    {
        m_draft.renameAttribute(0, s("paint"));
        m_draft.renameAttribute(0, s("coat"));
        QCOMPARE(m_draft.decisions().attributes.at(s("colour")), s("coat"));
        m_draft.renameChoice(0, 0, s("crimson"));
        m_draft.renameChoice(0, 0, s("scarlet"));
        QCOMPARE(m_draft.decisions().choices.at({s("colour"), s("red")}), std::optional(s("scarlet")));
        m_draft.renameChoice(0, 0, s("red"));
        m_draft.renameAttribute(0, s("colour"));
        QVERIFY(m_draft.decisions() == model::SchemaDecisions());
        QVERIFY(!m_draft.changed());
    }

    void removingAClass()
    {
        m_draft.removeClass(0);
        QVERIFY(now().classes[0].parent.isNull());
        m_draft.removeClass(0);
        QCOMPARE(now().attributes[0].classes, QStringList{s("truck")});
        QVERIFY(now().rules[0].classes.isEmpty());
        m_draft.removeClass(7);
        QCOMPARE(now().classes.size(), std::size_t(1));
    }

    void merging()
    {
        m_draft.mergeClass(1, 2);
        QCOMPARE(now().classes.size(), std::size_t(2));
        QCOMPARE(now().classes[1].aliases, QStringList{s("car")});
        QCOMPARE(now().attributes[0].classes, QStringList{s("truck")});
        QCOMPARE(now().rules[0].classes, QStringList{s("truck")});
        m_draft.mergeClass(1, 0);  // what went into the second goes on into the first
        QCOMPARE(m_draft.decisions().classes.at(m_schema.classes[1].id), m_schema.classes[0].id);
        QCOMPARE(m_draft.decisions().classes.at(m_schema.classes[2].id), m_schema.classes[0].id);
        QCOMPARE(now().classes[0].aliases, (QStringList{s("truck"), s("car")}));
        QVERIFY(m_draft.issues().empty());
        m_draft.mergeClass(0, 0);
        QCOMPARE(now().classes.size(), std::size_t(1));
    }

    void mergingAParentIntoItsChild()
    {
        m_draft.mergeClass(0, 1);
        QVERIFY(now().find(u"car")->parent.isNull());
        QCOMPARE(now().find(u"truck")->parent, m_schema.classes[1].id);
        QVERIFY(m_draft.issues().empty());
    }

    void undoAndRedo()
    {
        QSignalSpy edited(&m_draft, &SchemaDraft::edited);
        const int row = m_draft.addClass();
        QVERIFY(!now().classes[std::size_t(row)].name.isEmpty());
        m_draft.mergeClass(1, 2);
        m_draft.edit([](model::Schema &) {});  // changes nothing, leaves nothing to take back
        QCOMPARE(edited.count(), 2);
        m_draft.undo();
        m_draft.undo();
        QVERIFY(now() == m_schema && m_draft.decisions() == model::SchemaDecisions());
        QVERIFY(!m_draft.canUndo());
        m_draft.redo();
        m_draft.redo();
        QVERIFY(!m_draft.canRedo());
        QCOMPARE(now().classes.size(), std::size_t(3));
        QCOMPARE(m_draft.decisions().classes.size(), std::size_t(1));
    }

    void lettersOfOneFieldAreOneStep()
    {
        m_draft.setField(s("name"));
        for (const char *text : {"c", "ca", "cab"})
            m_draft.renameClass(1, s(text));
        m_draft.setField(s("other"));
        m_draft.renameClass(2, s("lorry"));
        m_draft.setField({});
        m_draft.undo();
        QCOMPARE(now().classes[1].name, s("cab"));
        m_draft.undo();
        QVERIFY(!m_draft.changed());
        m_draft.redo();
        QCOMPARE(now().classes[1].name, s("cab"));
        // After going back, typing is a step of its own.
        m_draft.setField(s("name"));
        m_draft.renameClass(1, s("cabs"));
        m_draft.undo();
        QCOMPARE(now().classes[1].name, s("cab"));
        m_draft.setField({});
    }

    void newOnesHaveFreeNames()
    {
        for (int i = 0; i < 3; ++i) {
            m_draft.addClass();
            m_draft.addAttribute();
        }
        QVERIFY(!model::hasProblems(m_draft.issues()));
        QCOMPARE(now().classes.size(), std::size_t(6));
    }

    void aFileInItsPlace()
    {
        const auto read = model::schemaFromJson(base::parseJson(R"({"version":40,"classes":[{"name":"car"},{"name":"lorry","aliases":["truck"]}]})").value());
        m_draft.replace(*read);
        QCOMPARE(now().classes[0].id, m_schema.classes[1].id);
        QCOMPARE(now().classes[1].id, m_schema.classes[2].id);
        QCOMPARE(now().version, m_schema.version);
        m_draft.undo();
        QVERIFY(!m_draft.changed());
    }

    void decisions()
    {
        m_draft.removeClass(2);
        m_draft.decideClass(m_schema.classes[2].id, m_schema.classes[1].id);
        QCOMPARE(m_draft.decisions().classes.size(), std::size_t(1));
        m_draft.decideClass(m_schema.classes[2].id, {});
        QVERIFY(m_draft.decisions().classes.empty());
        m_draft.removeChoice(0, 1);
        m_draft.decideChoice(s("colour"), s("blue"), std::nullopt);
        QCOMPARE(m_draft.decisions().choices.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestSchemaDraft)
#include "tst_schemadraft.moc"
