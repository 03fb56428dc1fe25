// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reader.h"
#include "core/workflow/consensuslayer.h"
#include "core/workflow/demoproject.h"
#include "core/workflow/desk.h"
#include "core/workflow/goldstore.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace plumbline;
using workflow::ConsensusOptions;
using workflow::ConsensusReport;
using workflow::ConsensusWeights;

/// The layer of what most agree on: written beside everybody's work, replaced, taken back.
class TestConsensusLayer : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<store::Project> m_project;
    const store::Person m_me = store::operatingSystemPerson();
    base::SeededRandom m_random{3};

    Result<ConsensusReport> make(const ConsensusOptions &options = {})
    {
        return workflow::makeConsensusLayer(*m_project, options, m_me, {});
    }
    static ConsensusOptions equal()
    {
        ConsensusOptions options;
        options.weights = ConsensusWeights::Equal;
        return options;
    }

    std::vector<model::Annotation> layer(const QString &name, std::optional<ItemId> item = {})
    {
        const auto reader = m_project->store().reader();
        return (*reader)->annotations({item, name}).value();
    }

    // All of the layer but what differs between two runs.
    std::multiset<QString> contents(const QString &name)
    {
        std::multiset<QString> result;
        for (model::Annotation a : layer(name)) {
            a.id = {};
            a.createdMicroseconds = a.revision = 0;
            const auto reader = m_project->store().reader();
            result.insert(QString::fromUtf8(base::toJsonLine(model::annotationToJson(a, (*reader)->schema().value()))));
        }
        return result;
    }

    void change(const model::Annotation &before, const model::Annotation &after)
    {
        history::GestureBuilder builder(m_project->store().ids().make<GestureId>(), QStringLiteral("Change"));
        builder.update(before, after);
        QVERIFY_RESULT(store::wait(m_project->store().commit(builder.take(), m_me.name)));
    }

    static Json about(const model::Annotation &a) { return a.extra["plumbline-consensus"]; }

private slots:
    void initTestCase()
    {
        qputenv("PLUMBLINE_GOLD_FOLDER", m_dir.filePath(QStringLiteral("gold")).toUtf8());
        QVERIFY_RESULT(workflow::makeDemo(m_dir.filePath(QStringLiteral("made.plumb")), {12, 6}, {}));
    }

    // Every test has a copy of its own.
    void init()
    {
        static int run = 0;
        m_project.reset();
        const QDir made(m_dir.filePath(QStringLiteral("made.plumb")));
        const QString folder = m_dir.filePath(QStringLiteral("c%1.plumb").arg(++run));
        QVERIFY(QDir().mkpath(folder + QStringLiteral("/media")));
        for (const QString &name : {QStringLiteral("plumbline.json"), QStringLiteral("project.db")})
            QVERIFY(QFile::copy(made.filePath(name), folder + QLatin1Char('/') + name));
        m_project = std::move(*store::Project::open(folder, store::Project::Access::Write));
    }

    void everyObjectNamesThoseItWasMadeFrom()
    {
        const auto before = contents(QStringLiteral("ben"));
        const auto report = make();
        QVERIFY_RESULT(report);
        QCOMPARE(report->decided, 9);
        QCOMPARE(report->undecided, 0);
        QCOMPARE(report->counts.labelings, 27);
        QVERIFY(report->issues.empty());
        QVERIFY(report->ack.has_value());
        const auto objects = layer(QStringLiteral("consensus"));
        QCOMPARE(static_cast<std::int64_t>(objects.size()), report->objects);
        QCOMPARE(report->created, report->objects);
        QCOMPARE(report->clusters, report->objects + report->belowQuorum);
        QVERIFY(report->objects > 30);
        const auto reader = m_project->store().reader();
        std::int64_t doubtful = 0;
        for (const model::Annotation &object : objects) {
            const Json facts = about(object);
            QCOMPARE(facts["seen_by"].get<int>(), 3);
            QCOMPARE(facts["quorum"].get<int>(), 2);
            QVERIFY(facts["members"].size() >= 2);
            QVERIFY(facts["existence"].get<double>() > 0 && facts["existence"].get<double>() <= 1);
            doubtful += facts["existence"].get<double>() < 0.5;
            QVERIFY(object.origin.kind == model::OriginKind::Propagated);
            QVERIFY(geometry::whyInvalid(object.geometry).isEmpty());
            std::set<std::string> people;
            bool parentIsMember = false;
            for (const Json &member : facts["members"]) {
                people.insert(member["annotator"].get<std::string>());
                const auto id = AnnotationId::fromString(base::toQString(member["annotation"]));
                QVERIFY(id.has_value());
                const auto source = (*reader)->annotation(*id);
                QVERIFY(source && *source && (*source)->item == object.item);
                QCOMPARE((*source)->layer.toStdString(), member["annotator"].get<std::string>());
                parentIsMember = parentIsMember || *id == object.parent;
            }
            QCOMPARE(people.size(), facts["members"].size());
            QVERIFY(parentIsMember);
        }
        QCOMPARE(report->doubtful, doubtful);
        QVERIFY(doubtful * 10 < report->objects);
        QVERIFY(contents(QStringLiteral("ben")) == before);
        const auto verified = (*reader)->verify({});
        QVERIFY_RESULT(verified);
        QVERIFY2(verified->isEmpty(), qPrintable(verified->join(QLatin1Char('\n'))));
    }

    void oneStepThatCanBeTakenBackAndRepeated()
    {
        QVERIFY_RESULT(make());
        const auto made = contents(QStringLiteral("consensus"));
        QVERIFY_RESULT(store::wait(m_project->store().undo(m_me.name)));
        QVERIFY(layer(QStringLiteral("consensus")).empty());
        QVERIFY_RESULT(store::wait(m_project->store().redo(m_me.name)));
        QVERIFY(contents(QStringLiteral("consensus")) == made);
    }

    void aSecondRunChangesNothing()
    {
        QVERIFY_RESULT(make());
        const auto before = layer(QStringLiteral("consensus"));
        const auto again = make();
        QVERIFY_RESULT(again);
        QVERIFY(!again->ack.has_value());
        QCOMPARE(again->created, 0);
        QCOMPARE(again->removed, 0);
        QCOMPARE(again->unchanged, again->objects);
        QVERIFY(layer(QStringLiteral("consensus")) == before);
    }

    void onlyWhatComesOutDifferentlyIsReplaced()
    {
        QVERIFY_RESULT(make(equal()));
        const auto before = contents(QStringLiteral("consensus"));
        // One box of one person moves far away.
        const auto boxes = layer(QStringLiteral("ada"));
        const auto found = std::find_if(boxes.begin(), boxes.end(), [&](const model::Annotation &a) {
            return std::holds_alternative<geometry::Box>(a.geometry)
                   && std::any_of(before.begin(), before.end(),
                                  [&](const QString &line) { return line.contains(a.id.toString()); });
        });
        QVERIFY(found != boxes.end());
        model::Annotation moved = *found;
        moved.geometry = geometry::Box{0, 0, 3, 3};
        change(*found, moved);
        const auto second = make(equal());
        QVERIFY_RESULT(second);
        QVERIFY(second->ack.has_value());
        QVERIFY(second->unchanged >= static_cast<std::int64_t>(before.size()) - 1);
        QCOMPARE(second->removed, 1);
        QVERIFY(second->created <= 1);
        // Undo brings back what was replaced, with its earlier identity; then nothing is thought to be touched by hand.
        QVERIFY_RESULT(store::wait(m_project->store().undo(m_me.name)));
        QVERIFY(contents(QStringLiteral("consensus")) == before);
        const auto third = make(equal());
        QCOMPARE(third->removed, 1);
        QCOMPARE(third->keptItems, 0);
    }

    void whatSomebodyChangedByHandStays()
    {
        QVERIFY_RESULT(make());
        const model::Annotation touched = layer(QStringLiteral("consensus")).front();
        model::Annotation after = touched;
        after.unsure = !after.unsure;
        change(touched, after);
        const auto onItem = layer(QStringLiteral("consensus"), touched.item);
        ConsensusOptions strict;
        strict.quorum = 3;
        const auto report = make(strict);
        QVERIFY_RESULT(report);
        QCOMPARE(report->keptItems, 1);
        QCOMPARE(report->issues.count(), 1);
        QVERIFY(report->removed > 0);
        QVERIFY(layer(QStringLiteral("consensus"), touched.item) == onItem);
    }

    void tooFewPeopleDecideNothing()
    {
        QVERIFY_RESULT(make());
        ConsensusOptions options;
        options.leastPeople = 4;
        const auto report = make(options);
        QVERIFY_RESULT(report);
        QCOMPARE(report->decided, 0);
        QCOMPARE(report->undecided, 9);
        QVERIFY(report->removed > 0);
        QVERIFY(layer(QStringLiteral("consensus")).empty());
        // A quorum that cannot be reached is the same.
        options.leastPeople = 2;
        options.quorum = 4;
        QCOMPARE(make(options)->undecided, 9);
    }

    void draftsAndCannotLabelAreNoAnswers()
    {
        const auto reader = m_project->store().reader();
        const auto submissions = (*reader)->submissions({}, QStringLiteral("cleo"));
        const ItemId item = submissions->front().item;
        workflow::SubmitOptions cannot;
        cannot.cannotLabel = true;
        cannot.reason = QStringLiteral("media-broken");
        QVERIFY_RESULT(workflow::submit(*m_project, item, {QStringLiteral("cleo"), true}, cannot, m_random));
        // Somebody draws without handing in.
        model::Annotation draft = layer(QStringLiteral("ada"), item).front();
        draft.id = m_project->store().ids().make<AnnotationId>();
        draft.layer = QStringLiteral("drafter");
        history::GestureBuilder builder(m_project->store().ids().make<GestureId>(), QStringLiteral("Draw"));
        builder.create(draft);
        QVERIFY_RESULT(store::wait(m_project->store().commit(builder.take(), QStringLiteral("drafter"))));
        const auto report = make();
        QVERIFY_RESULT(report);
        QCOMPARE(report->counts.cannotLabel, 1);
        QCOMPARE(report->counts.labelings, 26);
        QCOMPARE(report->people.size(), std::size_t(3));
        for (const model::Annotation &object : layer(QStringLiteral("consensus"), item))
            QCOMPARE(about(object)["seen_by"].get<int>(), 2);
    }

    void goldIsNotLookedAt()
    {
        ConsensusOptions dry;
        dry.dryRun = true;
        QVERIFY_RESULT(make());
        const auto with = contents(QStringLiteral("consensus"));
        QVERIFY_RESULT(store::wait(m_project->store().undo(m_me.name)));
        const QString gold = workflow::GoldStore::standardPath(m_project->id());
        QVERIFY(QFile::rename(gold, gold + QStringLiteral(".away")));
        QVERIFY_RESULT(make());
        QVERIFY(contents(QStringLiteral("consensus")) == with);
        QVERIFY(!QFile::exists(gold));
        QVERIFY(QFile::rename(gold + QStringLiteral(".away"), gold));
    }

    // Weights from gold are for leads: what is written has no number that moves with them.
    void weightsFromGoldLeaveNoNumbersBehind()
    {
        ConsensusOptions options;
        options.weights = ConsensusWeights::Gold;
        const auto report = make(options);
        QVERIFY_RESULT(report);
        for (const model::Annotation &object : layer(QStringLiteral("consensus"))) {
            QVERIFY(!about(object).contains("existence"));
            QVERIFY(!about(object).contains("classes"));
        }
        QVERIFY_FAILS(workflow::makeConsensusLayer(*m_project, options, {QStringLiteral("ada"), true}, {}),
                      ErrorCode::PermissionDenied);
        QVERIFY_RESULT(workflow::makeConsensusLayer(*m_project, {.dryRun = true}, {QStringLiteral("ada"), true}, {}));
        const auto plain = workflow::makeConsensusLayer(*m_project, {.dryRun = true}, m_me, {});
        QVERIFY(!(plain->people[1].rates == report->people[1].rates));
    }

    void layersOfOthersAreRefused()
    {
        for (const char *name : {"", "accepted", "ada", "model:x"}) {
            ConsensusOptions options;
            options.layer = QLatin1String(name);
            QVERIFY_FAILS(make(options), ErrorCode::InvalidArgument);
        }
        QVERIFY_FAILS(make({.iou = 0}), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(make({.iou = std::nan("")}), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(make({.quorum = -1}), ErrorCode::InvalidArgument);
        jobs::JobControl control;
        control.cancel();
        QVERIFY_FAILS(workflow::makeConsensusLayer(*m_project, {}, m_me, control), ErrorCode::Cancelled);
        QVERIFY(layer(QStringLiteral("consensus")).empty());
    }

    void aDryRunOnlyCounts()
    {
        const auto dry = make({.dryRun = true});
        QVERIFY_RESULT(dry);
        QVERIFY(!dry->ack.has_value());
        QVERIFY(dry->created > 0);
        QVERIFY(layer(QStringLiteral("consensus")).empty());
        QCOMPARE(make()->created, dry->created);
    }

    void attributesThatMostSay()
    {
        const auto reader = m_project->store().reader();
        QVERIFY_RESULT(make());
        const auto objects = layer(QStringLiteral("consensus"));
        const auto full = std::find_if(objects.begin(), objects.end(), [](const auto &a) {
            return about(a)["members"].size() == 3 && about(a)["votes"].size() == 1;
        });
        QVERIFY(full != objects.end());
        int number = 0;
        const Json facts = about(*full);
        for (const Json &member : facts["members"]) {
            const auto before = (*reader)->annotation(*AnnotationId::fromString(base::toQString(member["annotation"])));
            model::Annotation after = **before;
            after.attributes[QStringLiteral("occluded")] = number < 2;
            after.attributes[QStringLiteral("truncated")] =
                number == 0 ? model::AttributeValue(model::CannotTell{}) : model::AttributeValue(number == 1);
            change(**before, after);
            ++number;
        }
        QVERIFY_RESULT(make());
        const auto changed = layer(QStringLiteral("consensus"), full->item);
        const auto same = std::find_if(changed.begin(), changed.end(), [&](const auto &a) { return a.parent == full->parent; });
        QVERIFY(same != changed.end());
        QVERIFY(same->attributes.at(QStringLiteral("occluded")) == model::AttributeValue(true));
        QVERIFY(!same->attributes.contains(QStringLiteral("truncated")));
    }

    void agreementOfTheProject()
    {
        const auto reader = m_project->store().reader();
        overlap::DetectionOptions options;
        options.resamples = 100;
        const auto before = workflow::objectAgreement(**reader, options, {});
        QVERIFY_RESULT(before);
        QCOMPARE(before->detection.items, 9);
        QCOMPARE(before->detection.raters.size(), std::size_t(3));
        const double alpha = before->detection.atReference().alpha->value;
        QVERIFY(alpha > 0.3 && alpha < 1);
        QVERIFY(before->distance->alpha > 0.3);
        // The consensus is nobody's labeling.
        QVERIFY_RESULT(make());
        const auto after = workflow::objectAgreement(**reader, options, {});
        QCOMPARE(after->detection.atReference().alpha->value, alpha);
    }
};

QTEST_GUILESS_MAIN(TestConsensusLayer)
#include "tst_consensuslayer.moc"
