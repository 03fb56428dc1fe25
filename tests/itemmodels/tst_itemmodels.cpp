// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/annotationmodel.h"
#include "core/itemmodels/historymodel.h"
#include "core/itemmodels/issuemodel.h"
#include "core/itemmodels/words.h"
#include "core/store/project.h"
#include "fakeediting.h"
#include "tests/support/verify.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using itemmodels::AnnotationModel;
using itemmodels::HistoryModel;
using itemmodels::IssueModel;

class TestItemModels : public QObject
{
    Q_OBJECT

private slots:
    void annotationsFollowTheDocument();
    void labelsWithoutAClassSayWhatTheyAre();
    void thousandsComeAndGoAtOnce();
    void annotationsLeaveOutSettledPredictions();
    void labelsOfOtherFramesAreNotListed();
    void requiredAttributesAreMissingUntilAnswered();
    void historyGrowsAtTheTop();
    void historyWaitsWhileNobodyLooks();
    void issuesKeepTheirPlaces();
    void issueSourcesAreReadWhenTheyChange();
    void words();
};

void TestItemModels::annotationsFollowTheDocument()
{
    test::FakeEditing editing;
    AnnotationModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEditing(&editing);
    QCOMPARE(model.rowCount(), 0);

    const AnnotationId first = editing.add(editing.car).id;
    const AnnotationId second = editing.add(editing.person).id;
    const AnnotationId third = editing.add(editing.car).id;
    editing.say(document::AnnotationsChanged{editing.item()->id, {first, second, third}});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("car 1"));
    QCOMPARE(model.index(1).data().toString(), QStringLiteral("person 1"));
    QCOMPARE(model.index(2).data().toString(), QStringLiteral("car 2"));
    QCOMPARE(model.index(0).data(AnnotationModel::ColourRole).value<QColor>(), editing.schema().find(editing.car)->colour);

    // A name that ends in a number keeps apart from the number of the label.
    const AnnotationId numbered = editing.add(editing.addClass(QStringLiteral("class 0"))).id;
    editing.say(document::AnnotationsChanged{editing.item()->id, {numbered}});
    QCOMPARE(model.index(3).data().toString(), QStringLiteral("class 0 #1"));
    editing.remove(numbered);
    editing.say(document::AnnotationsChanged{editing.item()->id, {numbered}});

    editing.select({third});
    QVERIFY(model.index(2).data(AnnotationModel::SelectedRole).toBool());
    QVERIFY(!model.index(0).data(AnnotationModel::SelectedRole).toBool());

    editing.remove(first);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    editing.say(document::AnnotationsChanged{editing.item()->id, {first}});
    QCOMPARE(removed.size(), 1);
    QCOMPARE(model.index(1).data().toString(), QStringLiteral("car 1"));
    QCOMPARE(model.rowOf(third), 1);
    QCOMPARE(model.rowOf(first), -1);

    // An undo may put a label between others, and swap two.
    auto &list = editing.edit();
    std::swap(list[0], list[1]);
    editing.say(document::AnnotationsChanged{editing.item()->id, {second, third}});
    QCOMPARE(model.idAt(0), third);
    QCOMPARE(model.idAt(1), second);
    model.setEditing(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestItemModels::labelsWithoutAClassSayWhatTheyAre()
{
    test::FakeEditing editing;
    AnnotationModel model;
    model.setEditing(&editing);
    const auto add = [&](const geometry::Geometry &shape, const std::optional<model::Measure> &measure = {}) {
        model::Annotation &annotation = editing.edit()[static_cast<std::size_t>(model.rowCount())];
        annotation.labelClass = {};
        annotation.geometry = shape;
        if (measure)
            model::setMeasure(annotation, *measure);
        editing.say(document::AnnotationsChanged{editing.item()->id, {annotation.id}});
    };
    const geometry::Polyline line{{{0, 0}, {30, 40}}};
    const geometry::Polyline corner{{{10, 0}, {0, 0}, {0, 10}}};
    using Kind = model::MeasureKind;
    const auto next = [&] { static_cast<void>(editing.add(editing.car)); };
    next();
    add(line, model::Measure{Kind::Length, {}, 0});
    next();
    add(line, model::Measure{Kind::Length, 0.5, 0});
    next();
    add(corner, model::Measure{Kind::Angle, {}, 0});
    next();
    add(line, model::Measure{Kind::Calibration, {}, 25});
    next();
    add(geometry::Relation{editing.annotations()[0].id, editing.annotations()[1].id, QStringLiteral("drives")});
    next();
    add(geometry::Relation{editing.annotations()[0].id, editing.annotations()[1].id, {}});
    next();
    add(geometry::Box{1, 1, 4, 4});
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString detail = model.index(row).data(AnnotationModel::DetailRole).toString();
        rows.append(model.index(row).data().toString() + (detail.isEmpty() ? QString() : QStringLiteral(": ") + detail));
    }
    QCOMPARE(rows, (QStringList{QStringLiteral("ruler 1: 50.0 px"), QStringLiteral("ruler 2: 50.0 px · 25.00 mm"),
                                QStringLiteral("angle 1: 90.0°"), QStringLiteral("scale 1: 25 mm = 50.0 px"),
                                QStringLiteral("drives 1"), QStringLiteral("relation 1"), QStringLiteral("no class 1")}));
}

void TestItemModels::thousandsComeAndGoAtOnce()
{
    constexpr int many = 60'000;
    test::FakeEditing editing;
    AnnotationModel model;
    model.setEditing(&editing);
    for (int i = 0; i < many; ++i)
        static_cast<void>(editing.add(editing.car));
    const auto say = [&] { editing.say(document::AnnotationsChanged{editing.item()->id, {}}); };
    say();
    QCOMPARE(model.rowCount(), many);
    for (int row = 0; row < many; ++row)
        QCOMPARE(model.rowOf(model.idAt(row)), row);
    int place = 0;
    std::erase_if(editing.edit(), [&](const model::Annotation &) { return place++ % 2 == 1; });
    say();
    QCOMPARE(model.rowCount(), many / 2);
    QCOMPARE(model.rowOf(editing.annotations().back().id), many / 2 - 1);
    // A few leave one by one, and places follow.
    const AnnotationId third = model.idAt(2);
    editing.remove(model.idAt(0));
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    say();
    QCOMPARE(removed.size(), 1);
    QCOMPARE(model.rowOf(third), 1);
}

void TestItemModels::annotationsLeaveOutSettledPredictions()
{
    test::FakeEditing editing;
    AnnotationModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model::Annotation &prediction = editing.add(editing.car, model::modelLayer(QStringLiteral("m")));
    prediction.score = 0.815;
    prediction.origin.kind = model::OriginKind::Model;
    const AnnotationId id = prediction.id;
    model.setEditing(&editing);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.index(0).data(AnnotationModel::PredictionRole).toBool());
    QCOMPARE(model.index(0).data(AnnotationModel::ScoreRole).toDouble(), 0.815);
    QCOMPARE(model.predictionCount(), 1);
    QCOMPARE(model.labelCount(), 0);

    editing.edit().front().verdict = model::Verdict::Accepted;
    model::Annotation &made = editing.add(editing.car);
    made.parent = id;
    editing.say(document::AnnotationsChanged{editing.item()->id, {id, made.id}});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.idAt(0), made.id);
    QCOMPARE(model.labelCount(), 1);
}

void TestItemModels::labelsOfOtherFramesAreNotListed()
{
    test::FakeEditing editing;
    editing.editItem().frames = 3;
    const auto inFrame = [&](std::int64_t index) {
        model::Annotation &annotation = editing.add(editing.car);
        annotation.frame.emplace();
        annotation.frame->index = index;
        return annotation.id;
    };
    const AnnotationId first = inFrame(0);
    const AnnotationId last = inFrame(2);
    const AnnotationId whole = editing.add(editing.person).id;
    AnnotationModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEditing(&editing);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.idAt(0), first);
    editing.setFrame(2);
    QCOMPARE(model.idAt(0), last);
    QCOMPARE(model.idAt(1), whole);
    editing.setFrame(1);
    QCOMPARE(model.rowCount(), 1);
}

void TestItemModels::requiredAttributesAreMissingUntilAnswered()
{
    test::FakeEditing editing;
    model::Attribute asked;
    asked.key = QStringLiteral("occluded");
    asked.required = true;
    asked.classes = {QStringLiteral("car")};
    model::Attribute followUp;
    followUp.key = QStringLiteral("by");
    followUp.type = model::AttributeType::Text;
    followUp.required = true;
    followUp.conditionKey = QStringLiteral("occluded");
    followUp.conditionValue = QStringLiteral("true");
    editing.editSchema().attributes = {asked, followUp};

    model::Annotation car = editing.add(editing.car);
    QCOMPARE(AnnotationModel::missingAttributes(editing.schema(), car), QStringList{QStringLiteral("occluded")});
    car.attributes[QStringLiteral("occluded")] = model::CannotTell{};
    QCOMPARE(AnnotationModel::missingAttributes(editing.schema(), car), QStringList());
    car.attributes[QStringLiteral("occluded")] = true;
    QCOMPARE(AnnotationModel::missingAttributes(editing.schema(), car), QStringList{QStringLiteral("by")});
    const model::Annotation person = editing.add(editing.person);
    QCOMPARE(AnnotationModel::missingAttributes(editing.schema(), person), QStringList());
}

void TestItemModels::historyGrowsAtTheTop()
{
    const QTemporaryDir folder;
    store::Project::NewProject made;
    made.schema = model::emptySchema();
    made.creator = {QStringLiteral("ana"), true};
    const auto project = store::Project::create(folder.filePath(QStringLiteral("p.plumb")), made);
    QVERIFY_RESULT(project);
    const auto reader = (*project)->store().reader();
    QVERIFY_RESULT(reader);

    test::FakeEditing editing;
    HistoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSource(reader->get(), &editing, QStringLiteral("ana"));
    const int before = model.rowCount();
    for (int i = 0; i < 3; ++i) {
        auto gesture = history::GestureBuilder((*project)->store().ids().make<GestureId>(), QStringLiteral("Step %1").arg(i));
        gesture.setting(QStringLiteral("k"), i == 0 ? Json() : Json(i - 1), Json(i));
        QVERIFY_RESULT(store::wait((*project)->store().commit(gesture.take(), QStringLiteral("ana"))));
        editing.say(document::HistoryChanged{});
        QCOMPARE(model.rowCount(), before + i + 1);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Step %1").arg(i));
    }
    QVERIFY_RESULT(store::wait((*project)->store().undo(QStringLiteral("ana"))));
    editing.say(document::HistoryChanged{});
    QCOMPARE(model.rowCount(), before + 3);
    QVERIFY(model.index(0).data(HistoryModel::TakenBackRole).toBool());
    QCOMPARE(model.index(0).data(HistoryModel::ActorRole).toString(), QStringLiteral("ana"));
    const auto steps = [&](int row) { return model.index(row).data(HistoryModel::StepsRole); };
    QCOMPARE(steps(0), QVariant(1));
    QCOMPARE(steps(1), QVariant(0));
    QVERIFY(model.index(1).data(HistoryModel::CurrentRole).toBool());
    QCOMPARE(steps(2), QVariant(-1));
    QVERIFY_RESULT(store::wait((*project)->store().undo(QStringLiteral("ana"))));
    QVERIFY_RESULT(store::wait((*project)->store().redo(QStringLiteral("ana"))));
    editing.say(document::HistoryChanged{});
    QCOMPARE(steps(0), QVariant(1));
    QCOMPARE(steps(1), QVariant(0));
    QVERIFY(!model.index(1).data(HistoryModel::TakenBackRole).toBool());
    // What was made instead of a step that was taken back leaves no way to it.
    auto other = history::GestureBuilder((*project)->store().ids().make<GestureId>(), QStringLiteral("Other"));
    other.setting(QStringLiteral("other"), Json(), Json(1));
    QVERIFY_RESULT(store::wait((*project)->store().commit(other.take(), QStringLiteral("ana"))));
    editing.say(document::HistoryChanged{});
    QCOMPARE(model.rowCount(), before + 4);
    QVERIFY(!steps(1).isValid());
    QVERIFY(model.index(1).data(HistoryModel::TakenBackRole).toBool());
    QCOMPARE(steps(2), QVariant(-1));
}

void TestItemModels::historyWaitsWhileNobodyLooks()
{
    const QTemporaryDir folder;
    store::Project::NewProject made;
    made.schema = model::emptySchema();
    made.creator = {QStringLiteral("ana"), true};
    const auto project = store::Project::create(folder.filePath(QStringLiteral("p.plumb")), made);
    QVERIFY_RESULT(project);
    const auto reader = (*project)->store().reader();
    QVERIFY_RESULT(reader);
    test::FakeEditing editing;
    HistoryModel model;
    model.setSource(reader->get(), &editing);
    const int before = model.rowCount();
    model.setActive(false);
    auto gesture = history::GestureBuilder((*project)->store().ids().make<GestureId>(), QStringLiteral("Step"));
    gesture.setting(QStringLiteral("k"), Json(), Json(1));
    QVERIFY_RESULT(store::wait((*project)->store().commit(gesture.take(), QStringLiteral("ana"))));
    editing.say(document::HistoryChanged{});
    QCOMPARE(model.rowCount(), before);
    model.setActive(true);
    QCOMPARE(model.rowCount(), before + 1);
}

void TestItemModels::issuesKeepTheirPlaces()
{
    IssueModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    IssueList list;
    list.maximum = 2;
    list.problem(QStringLiteral("a.json"), QStringLiteral("line 7"), QStringLiteral("The box is not a box."));
    list.warning(QStringLiteral("b.json"), {}, QStringLiteral("Odd."));
    list.warning(QStringLiteral("c.json"), {}, QStringLiteral("Odd."));
    model.add(QStringLiteral("Import"), list);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.more(), 1);
    QCOMPARE(model.at(0)->file, QStringLiteral("a.json"));
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("The box is not a box., a.json, line 7"));
    IssueList later;
    later.problem(QStringLiteral("d.json"), {}, QStringLiteral("Later."));
    model.add(QStringLiteral("Import"), later);
    QCOMPARE(model.at(0)->file, QStringLiteral("d.json"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.at(0), nullptr);
}

void TestItemModels::issueSourcesAreReadWhenTheyChange()
{
    class Rules final : public itemmodels::IssueSource
    {
    public:
        [[nodiscard]] QString title() const override { return QStringLiteral("Rules"); }
        [[nodiscard]] std::vector<itemmodels::Finding> findings() const override
        {
            ++asked;
            return found;
        }
        std::vector<itemmodels::Finding> found;
        mutable int asked = 0;
    };
    IssueModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    test::Identity identity;
    IssueList imported;
    imported.problem(QStringLiteral("a.json"), {}, QStringLiteral("Broken."));
    model.add(QStringLiteral("Import"), imported);

    auto first = std::make_unique<Rules>();
    Rules second;
    const auto label = identity.ids.make<AnnotationId>();
    second.found = {{{IssueSeverity::Warning, QStringLiteral("p.png"), {}, QStringLiteral("Too small.")}, {}, label}};
    model.addSource(first.get());
    model.addSource(&second);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.findingAt(0)->annotation, label);
    QCOMPARE(model.index(0).data(IssueModel::SourceRole).toString(), QStringLiteral("Rules"));
    QCOMPARE(model.at(1)->text, QStringLiteral("Broken."));

    first->found.resize(3);
    const int asked = first->asked;
    for (int i = 0; i < 10; ++i)
        emit first->changed();
    QTRY_COMPARE(model.rowCount(), 5);
    QCOMPARE(first->asked, asked + 1);
    QCOMPARE(model.findingAt(3)->annotation, label);
    first->found.resize(1);
    emit first->changed();
    QTRY_COMPARE(model.rowCount(), 3);
    model.add(QStringLiteral("Import"), imported);
    QCOMPARE(model.findingAt(1)->annotation, label);
    first.reset();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.findingAt(0)->annotation, label);
    model.clear();
    QCOMPARE(model.rowCount(), 1);
    model.removeSource(&second);
    QCOMPARE(model.rowCount(), 0);
}

void TestItemModels::words()
{
    QCOMPARE(itemmodels::shortDuration(400), QStringLiteral("0 s"));
    QCOMPARE(itemmodels::shortDuration(12'300), QStringLiteral("12 s"));
    QCOMPARE(itemmodels::shortDuration(150'000), QStringLiteral("3 min"));
    QCOMPARE(itemmodels::shortDuration(7'300'000), QStringLiteral("2 h"));
    test::FakeEditing editing;
    QCOMPARE(itemmodels::classTitle(editing.schema(), {}), QStringLiteral("no class"));
    QCOMPARE(itemmodels::classTitle(editing.schema(), editing.car), QStringLiteral("car"));
    QVERIFY(itemmodels::isUnfinished(model::TaskState::Fix));
    QVERIFY(!itemmodels::isUnfinished(model::TaskState::CannotLabel));
}

QTEST_GUILESS_MAIN(TestItemModels)
#include "tst_itemmodels.moc"
