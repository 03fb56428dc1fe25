// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/schemachange.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

}  // namespace

class TestSchemaChange : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Project> m_project;
    test::Identity m_identity;
    const store::Person m_ada{s("ada"), true};
    model::Schema m_schema;
    ItemId m_item;

    void commit(history::GestureBuilder &builder)
    {
        QVERIFY_RESULT(store::wait(m_project->store().commit(builder.take(), m_ada.name)));
    }
    [[nodiscard]] history::GestureBuilder gesture() { return {m_identity.ids.make<GestureId>(), s("g")}; }
    AnnotationId add(const char *className, const char *layer = "accepted", model::Attributes answers = {})
    {
        model::Annotation a;
        a.id = m_identity.ids.make<AnnotationId>();
        a.item = m_item;
        a.layer = s(layer);
        a.labelClass = m_schema.find(s(className))->id;
        a.geometry = geometry::Box{1, 1, 5, 5};
        a.attributes = std::move(answers);
        auto builder = gesture();
        builder.create(a);
        commit(builder);
        return a.id;
    }
    [[nodiscard]] std::vector<model::Annotation> labels() const { return m_project->store().reader().value()->annotations({}).value(); }
    [[nodiscard]] model::Schema stored() const { return m_project->store().reader().value()->schema().value(); }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_schema = model::emptySchema();
        for (const char *name : {"car", "truck"})
            model::addClass(m_schema, m_identity.ids.make<ClassId>(), s(name));
        model::Attribute colour;
        colour.key = s("colour");
        colour.type = model::AttributeType::Choice;
        colour.choices = {s("red"), s("blue")};
        m_schema.attributes = {colour};
        auto made = store::Project::create(m_dir->path() + s("/p.plumb"), {{}, m_schema, m_ada, false});
        QVERIFY_RESULT(made);
        m_project = std::move(*made);
        model::Item item;
        item.id = m_item = m_identity.ids.make<ItemId>();
        item.name = s("a.png");
        item.width = 100;
        item.height = 50;
        auto builder = gesture();
        builder.put(nullptr, item).notUndoable();
        commit(builder);
    }
    void cleanup() { m_project.reset(); }

    void mergingIsOneUndoableStep()
    {
        const AnnotationId truck = add("truck", "model:m", {{s("colour"), s("red")}});
        add("car", "bert");
        const auto before = labels();
        model::Track track;
        track.id = m_identity.ids.make<TrackId>();
        track.item = m_item;
        track.layer = s("accepted");
        track.labelClass = m_schema.classes[1].id;
        auto builder = gesture();
        builder.put(nullptr, track);
        commit(builder);

        model::Schema after = m_schema;
        after.classes.pop_back();
        after.attributes[0].choices = {s("crimson"), s("blue")};
        model::SchemaDecisions decisions;
        QVERIFY_FAILS(workflow::changeSchema(*m_project, after, decisions, m_ada, {}), ErrorCode::InvalidArgument);
        QCOMPARE(labels(), before);
        QCOMPARE(stored(), m_schema);

        decisions.classes[m_schema.classes[1].id] = m_schema.classes[0].id;
        decisions.choices[{s("colour"), s("red")}] = s("crimson");
        const auto change = workflow::changeSchema(*m_project, after, decisions, m_ada, {});
        QVERIFY_RESULT(change);
        QCOMPARE(change->labels, std::int64_t(2));
        QCOMPARE(stored().classes.size(), std::size_t(1));
        QCOMPARE(stored().version, 2);
        for (const model::Annotation &a : labels()) {
            QCOMPARE(a.labelClass, m_schema.classes[0].id);
            if (a.id == truck)
                QCOMPARE(a.attributes, (model::Attributes{{s("colour"), s("crimson")}}));
        }
        QCOMPARE(m_project->store().reader().value()->tracks({}).value().front().labelClass, m_schema.classes[0].id);

        QVERIFY_RESULT(store::wait(m_project->store().undo(m_ada.name)));
        QCOMPARE(stored(), m_schema);
        auto back = labels();
        for (model::Annotation &a : back)
            a.revision = 1;
        QCOMPARE(back, before);
        QVERIFY_RESULT(store::wait(m_project->store().redo(m_ada.name)));
        QCOMPARE(stored().classes.size(), std::size_t(1));
        QVERIFY(m_project->store().reader().value()->verify({}).value().isEmpty());
    }

    void nothingToDoWritesNothing()
    {
        const auto operations = m_project->store().reader().value()->lastOperation().value();
        const auto change = workflow::changeSchema(*m_project, m_schema, {}, m_ada, {});
        QVERIFY_RESULT(change);
        QVERIFY(!change->ack && change->plan.empty());
        QCOMPARE(m_project->store().reader().value()->lastOperation().value(), operations);
    }

    void cancelling()
    {
        add("truck");
        jobs::JobControl control;
        control.cancel();
        QVERIFY_FAILS(workflow::planChange(*m_project, m_schema, {}, control), ErrorCode::Cancelled);
        QVERIFY_FAILS(workflow::replaceClass(*m_project, s("accepted"), m_schema.classes[1].id, m_schema.classes[0].id, m_ada, control),
                      ErrorCode::Cancelled);
        QCOMPARE(labels().front().labelClass, m_schema.classes[1].id);
    }

    void replacingAClass()
    {
        add("truck");
        add("truck");
        add("truck", "bert");
        add("car");
        const auto replaced = workflow::replaceClass(*m_project, s("accepted"), m_schema.classes[1].id, m_schema.classes[0].id, m_ada, {});
        QVERIFY_RESULT(replaced);
        QCOMPARE(*replaced, std::int64_t(2));
        const auto all = labels();
        QCOMPARE(std::count_if(all.begin(), all.end(), [&](const auto &a) { return a.labelClass == m_schema.classes[0].id; }), 3);
        QVERIFY_RESULT(store::wait(m_project->store().undo(m_ada.name)));
        const auto back = labels();
        QCOMPARE(std::count_if(back.begin(), back.end(), [&](const auto &a) { return a.labelClass == m_schema.classes[0].id; }), 1);
        QCOMPARE(workflow::replaceClass(*m_project, s("nobody"), m_schema.classes[1].id, m_schema.classes[0].id, m_ada, {}).value(), 0);
        QVERIFY_FAILS(workflow::replaceClass(*m_project, s("accepted"), m_schema.classes[1].id, m_identity.ids.make<ClassId>(), m_ada, {}),
                      ErrorCode::NotFound);
    }

    void checkingAllItems()
    {
        model::Schema after = m_schema;
        model::Rule one;
        one.id = s("one");
        one.kind = model::RuleKind::Count;
        one.classes = {s("car")};
        one.least = 1;
        one.blocks = true;
        after.rules = {one};
        QVERIFY_RESULT(workflow::changeSchema(*m_project, after, {}, m_ada, {}));
        std::size_t found = 0;
        const auto count = [&](const model::Item &, std::size_t, const std::vector<rules::Finding> &findings) -> Result<> {
            found += findings.size();
            return {};
        };
        QVERIFY_RESULT(workflow::checkLabels(*m_project, s("accepted"), {}, count, {}));
        QCOMPARE(found, std::size_t(1));
        add("car");
        add("car", "bert");
        found = 0;
        QVERIFY_RESULT(workflow::checkLabels(*m_project, s("accepted"), {}, count, {}));
        QVERIFY_RESULT(workflow::checkLabels(*m_project, s("accepted"), m_item, count, {}));
        QCOMPARE(found, std::size_t(0));
        QVERIFY_FAILS(workflow::checkLabels(*m_project, s("accepted"), m_identity.ids.make<ItemId>(), count, {}), ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestSchemaChange)
#include "tst_schemachange.moc"
