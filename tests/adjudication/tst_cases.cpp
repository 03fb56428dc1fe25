// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adjudication/casebuilder.h"
#include "core/adjudication/comparison.h"
#include "core/review/reviewing.h"
#include "core/workflow/consensuslayer.h"
#include "tests/review/reviewproject.h"

#include <QTest>

#include <set>

using namespace plumbline;
using adjudication::Case;
using adjudication::SourceKind;
using adjudication::Why;

/// What people say of one item, side by side.
class TestCases : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::ReviewProject> m;

    ItemId item() const { return m->items.front(); }
    adjudication::Comparison compared(ItemId id)
    {
        auto made = adjudication::compare(*m->project, id, {}, m->rita, {});
        if (!made)
            QTest::qFail(qPrintable(made.error().text), __FILE__, __LINE__);
        return made ? std::move(*made) : adjudication::Comparison();
    }
    adjudication::Comparison compared() { return compared(item()); }
    // A label without a place.
    model::Annotation say(const store::Person &person, const geometry::Geometry &what, ClassId labelClass = {})
    {
        model::Annotation label;
        label.id = m->ids().make<AnnotationId>();
        label.item = item();
        label.layer = person.name;
        label.labelClass = labelClass;
        label.geometry = what;
        label.origin.by = person.name;
        m->commit(history::GestureBuilder(m->ids().make<GestureId>(), QStringLiteral("Say")).create(label), person);
        return label;
    }
    void handIn()
    {
        QVERIFY_RESULT(m->submit(item(), m->anna));
        QVERIFY_RESULT(m->submit(item(), m->ben));
    }
    static std::size_t sourceOf(const adjudication::Comparison &comparison, const store::Person &person)
    {
        for (std::size_t i = 0; i < comparison.sources.size(); ++i)
            if (comparison.sources[i].layer == person.name)
                return i;
        return comparison.sources.size();
    }

private slots:
    void init()
    {
        m = std::make_unique<test::ReviewProject>();
        m->make(12);
    }

    void differencesComeFirstAndSayWhy()
    {
        m->draw(item(), m->anna, {10, 10, 100, 100});
        m->draw(item(), m->ben, {12, 10, 100, 100});  // the same
        m->draw(item(), m->anna, {500, 10, 100, 100});
        m->draw(item(), m->ben, {530, 10, 100, 100});  // loosely
        m->draw(item(), m->anna, {10, 800, 100, 100});  // of one alone
        auto other = m->draw(item(), m->ben, {500, 800, 100, 100});
        const auto mine = m->draw(item(), m->anna, {500, 800, 100, 100});
        auto crowd = mine;
        crowd.role = model::Role::Crowd;
        m->commit(history::GestureBuilder(m->ids().make<GestureId>(), QStringLiteral("Role")).update(mine, crowd), m->anna);
        handIn();
        const auto comparison = compared();
        QVERIFY(comparison.blind);
        QCOMPARE(comparison.sources.size(), 2U);
        QCOMPARE(comparison.sources[0].letter, QStringLiteral("A"));
        QCOMPARE(comparison.sources[1].letter, QStringLiteral("B"));
        QCOMPARE(comparison.cases.size(), 4U);
        const std::vector<Why> expected{Why::Shape, Why::Missing, Why::Values, Why::Agreed};
        for (std::size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(int(comparison.cases[i].why), int(expected[i]));
        const Case &missing = comparison.cases[1];
        QCOMPARE(missing.versions.size(), 1U);
        QCOMPARE(missing.absent, std::vector<std::size_t>{sourceOf(comparison, m->ben)});
        QVERIFY(missing.open() && !missing.contradictory());
        QVERIFY(!comparison.cases[3].open());
        for (const Case &one : comparison.cases) {
            std::vector<AnnotationId> ids;
            for (const auto &version : one.versions) {
                ids.push_back(version.label.id);
                QCOMPARE(version.label.layer, comparison.sources[version.source].layer);
            }
            QVERIFY(one.id == adjudication::caseIdOf(item(), ids));
        }
    }

    void versionsAreAsTheyWereHandedIn()
    {
        const auto label = m->draw(item(), m->anna, {10, 10, 100, 100});
        m->draw(item(), m->ben, {10, 10, 100, 100});
        handIn();
        m->move(label, {700, 700, 10, 10}, m->anna);
        const auto comparison = compared();
        QCOMPARE(comparison.cases.size(), 1U);
        QCOMPARE(int(comparison.cases.front().why), int(Why::Agreed));
        QVERIFY_RESULT(m->submit(item(), m->anna));
        QCOMPARE(compared().cases.size(), 2U);
    }

    void lettersAreDealtAnewForEachItem()
    {
        std::set<QString> ofAnna;
        for (const ItemId id : m->items) {
            QVERIFY_RESULT(m->submit(id, m->anna));
            QVERIFY_RESULT(m->submit(id, m->ben));
            const auto comparison = compared(id);
            ofAnna.insert(comparison.sources[sourceOf(comparison, m->anna)].letter);
            QCOMPARE(comparison.sources[0].letter, compared(id).sources[0].letter);
        }
        QCOMPARE(ofAnna.size(), 2U);
        QCOMPARE(adjudication::letterOf(25), QStringLiteral("Z"));
        QCOMPARE(adjudication::letterOf(27), QStringLiteral("B1"));
    }

    void labelsWithoutAPlaceAreCompared()
    {
        model::Schema schema = *m->reader()->schema();
        const model::Schema before = schema;
        ++schema.version;
        const ClassId rain{Uuid::fromName("class", "rain")};
        model::addClass(schema, rain, QStringLiteral("rain"));
        m->commit(history::GestureBuilder(m->ids().make<GestureId>(), QStringLiteral("Class")).put(before, schema), m->lea);
        say(m->anna, geometry::ItemLabel{}, m->car);  // one answer about the whole
        say(m->ben, geometry::ItemLabel{}, rain);
        say(m->anna, geometry::TextSpan{QStringLiteral("m"), 0, 4, {}}, m->car);
        say(m->ben, geometry::TextSpan{QStringLiteral("m"), 0, 4, {}}, m->car);
        say(m->ben, geometry::TextSpan{QStringLiteral("m"), 5, 9, {}}, m->car);
        say(m->anna, geometry::Rating{QStringLiteral("clear"), 3});
        say(m->ben, geometry::Rating{QStringLiteral("clear"), 4});
        say(m->anna, geometry::PointLabels{QStringLiteral("lidar"), {QStringLiteral("car")}, {{0, 5}}, {}});
        say(m->ben, geometry::PointLabels{QStringLiteral("lidar"), {QStringLiteral("car")}, {{0, 4}}, {}});
        say(m->anna, geometry::Rewrite{QStringLiteral("m"), QStringLiteral("a")});
        say(m->ben, geometry::Rewrite{QStringLiteral("m"), QStringLiteral("a")});
        const auto a1 = m->draw(item(), m->anna, {10, 10, 100, 100});
        const auto a2 = m->draw(item(), m->anna, {300, 10, 100, 100});
        const auto b1 = m->draw(item(), m->ben, {10, 10, 100, 100});
        const auto b2 = m->draw(item(), m->ben, {300, 10, 100, 100});
        say(m->anna, geometry::Relation{a1.id, a2.id, QStringLiteral("tows")});
        say(m->ben, geometry::Relation{b1.id, b2.id, QStringLiteral("tows")});
        say(m->ben, geometry::Relation{b2.id, b1.id, QStringLiteral("tows")});
        handIn();
        std::map<QString, std::multiset<Why>> found;
        for (const Case &one : compared().cases)
            found[geometry::geometryName(one.versions.front().label.geometry)].insert(one.why);
        const auto is = [&](const geometry::Geometry &kind, const std::multiset<Why> &whys) {
            return found[geometry::geometryName(kind)] == whys;
        };
        QVERIFY(is(geometry::ItemLabel{}, {Why::Class}));
        QVERIFY(is(geometry::TextSpan{}, {Why::Agreed, Why::Missing}));
        QVERIFY(is(geometry::Rating{}, {Why::Values}));
        QVERIFY(is(geometry::PointLabels{}, {Why::Shape}));
        QVERIFY(is(geometry::Rewrite{}, {Why::Agreed}));
        QVERIFY(is(geometry::Box{}, {Why::Agreed, Why::Agreed}));
        QVERIFY(is(geometry::Relation{}, {Why::Agreed, Why::Missing}));
    }

    void severalTagsAreQuestionsOfTheirOwn()
    {
        const ClassId rain{Uuid::fromName("class", "rain")};
        say(m->anna, geometry::ItemLabel{}, m->car);
        say(m->anna, geometry::ItemLabel{}, rain);
        say(m->ben, geometry::ItemLabel{}, rain);
        handIn();
        const auto comparison = compared();
        QCOMPARE(comparison.cases.size(), 2U);
        QCOMPARE(int(comparison.cases[0].why), int(Why::Missing));
        QCOMPARE(int(comparison.cases[1].why), int(Why::Agreed));
    }

    void consensusModelAndBaseStandBeside()
    {
        model::Annotation proposal;
        proposal.id = m->ids().make<AnnotationId>();
        proposal.item = item();
        proposal.layer = model::modelLayer(QStringLiteral("m"));
        proposal.labelClass = m->car;
        proposal.geometry = geometry::Box{10, 10, 100, 100};
        m->commit(history::GestureBuilder(m->ids().make<GestureId>(), QStringLiteral("Model")).create(proposal), m->lea);
        for (const store::Person &person : {m->anna, m->ben}) {
            auto label = proposal;
            label.id = m->ids().make<AnnotationId>();
            label.layer = person.name;
            label.parent = proposal.id;
            m->commit(history::GestureBuilder(m->ids().make<GestureId>(), QStringLiteral("Take")).create(label), person);
        }
        m->draw(item(), m->anna, {600, 600, 10, 10});
        handIn();
        QVERIFY_RESULT(workflow::makeConsensusLayer(*m->project, {}, m->lea, {}));
        const auto comparison = compared();
        QCOMPARE(comparison.sources.size(), 4U);
        QCOMPARE(int(comparison.sources[2].kind), int(SourceKind::Consensus));
        QCOMPARE(int(comparison.sources[3].kind), int(SourceKind::Model));
        const Case &agreed = comparison.cases.back();
        QCOMPARE(agreed.versions.size(), 2U);
        QCOMPARE(agreed.beside.size(), 2U);
        QVERIFY(agreed.base && agreed.base->id == proposal.id);
        QVERIFY(comparison.cases.front().beside.empty() && !comparison.cases.front().base);
    }

    void theQueueHasWhatTwoHandedInMostOpenFirst()
    {
        const auto queue = [&] { return adjudication::compareQueue(*m->project, m->rita, {}); };
        QVERIFY(queue()->empty());
        for (int i = 0; i < 3; ++i)
            m->draw(m->items[1], m->anna, {10.0 + 200 * i, 10, 50, 50});
        for (const int i : {0, 1})
            for (const store::Person &person : {m->anna, m->ben})
                QVERIFY_RESULT(m->submit(m->items[std::size_t(i)], person));
        QVERIFY_RESULT(m->submit(m->items[2], m->anna));
        const auto entries = queue();
        QVERIFY_RESULT(entries);
        QCOMPARE(entries->size(), 2U);
        QVERIFY(entries->front().item == m->items[1]);
        QCOMPARE(entries->front().open, 3);
        QCOMPARE(entries->front().people, 2);
        QCOMPARE(entries->back().open, 0);
        QVERIFY(!entries->front().asked && !entries->front().adjudicated);
    }

    void onlyWhoMayDecideCompares()
    {
        m->draw(item(), m->anna, {10, 10, 100, 100});
        QVERIFY_FAILS(adjudication::compare(*m->project, item(), {}, m->rita, {}), ErrorCode::NotFound);
        handIn();
        QVERIFY_FAILS(adjudication::compare(*m->project, item(), {}, m->anna, {}), ErrorCode::PermissionDenied);
        QVERIFY_FAILS(adjudication::compare(*m->project, item(), {}, {m->rita.name, false}, {}), ErrorCode::PermissionDenied);
        QVERIFY_FAILS(adjudication::compareQueue(*m->project, m->ben, {}), ErrorCode::PermissionDenied);
        QVERIFY_FAILS(adjudication::compare(*m->project, ItemId{}, {}, m->rita, {}), ErrorCode::NotFound);
        QVERIFY_FAILS(adjudication::compare(*m->project, item(), {0.0, 0.5}, m->rita, {}), ErrorCode::InvalidArgument);
        jobs::JobControl stopped;
        stopped.cancel();
        QVERIFY_FAILS(adjudication::compareQueue(*m->project, m->rita, stopped), ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestCases)
#include "tst_cases.moc"
