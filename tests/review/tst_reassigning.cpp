// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reassigning.h"
#include "core/review/reviewing.h"
#include "core/workflow/goldstore.h"
#include "tests/review/reviewproject.h"

#include <QTest>

using namespace plumbline;
using model::TaskState;

class TestReassigning : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::ReviewProject> m;

    ItemId item(std::size_t i = 0) const { return m->items[i]; }
    std::vector<model::Annotation> labels(const store::Person &person, std::size_t i = 0)
    {
        return m->reader()->annotations({item(i), person.name}).value();
    }
    Result<review::Reassigned> handOn(bool copy, std::size_t i = 0)
    {
        return review::reassign(*m->project, item(i), m->anna.name, m->ben.name, copy, m->lea);
    }
    void begin(const store::Person &person, std::size_t i = 0)
    {
        QVERIFY_RESULT(workflow::markBegun(*m->project, item(i), person));
    }

private slots:
    void init()
    {
        m = std::make_unique<test::ReviewProject>();
        m->make(3);
    }
    void cleanup() { QCOMPARE(m->reader()->verify({}).value(), QStringList()); }

    void copiesNameWhatTheyWereMadeFrom()
    {
        auto label = m->draw(item(), m->anna, {10, 10, 50, 50});
        model::Track track;
        track.id = m->ids().make<TrackId>();
        track.item = item();
        track.layer = m->anna.name;
        track.labelClass = m->car;
        model::Annotation onTrack = label;
        onTrack.id = m->ids().make<AnnotationId>();
        onTrack.track = track.id;
        onTrack.group = m->ids().make<GroupId>();
        onTrack.origin.kind = model::OriginKind::Propagated;
        onTrack.origin.by = QStringLiteral("anna");
        onTrack.extra = {{"coco", {{"id", 4}}}};
        m->commit(
            history::GestureBuilder(m->ids().make<GestureId>(), QStringLiteral("Track")).put(nullptr, track).create(onTrack),
            m->anna);
        begin(m->anna);
        const auto before = labels(m->anna);
        const auto done = handOn(true);
        QVERIFY_RESULT(done);
        QCOMPARE(done->labels, 2);
        QCOMPARE(done->tracks, 1);
        QCOMPARE(done->task.state, TaskState::ToDo);
        // Nothing of what she made is other than it was.
        QVERIFY(labels(m->anna) == before);
        const auto copies = labels(m->ben);
        QCOMPARE(copies.size(), 2U);
        for (const model::Annotation &copy : copies) {
            const auto original = std::find_if(before.begin(), before.end(), [&](const auto &a) { return a.id == copy.parent; });
            QVERIFY(original != before.end());
            QVERIFY(copy.origin == original->origin);
            QVERIFY(copy.geometry == original->geometry);
            QCOMPARE(base::toQString(copy.extra.at(review::reassignedKey).at("author")), QStringLiteral("anna"));
            QCOMPARE(base::toQString(copy.extra.at(review::reassignedKey).at("by")), QStringLiteral("lea"));
            QCOMPARE(copy.extra.contains("coco"), original->extra.is_object());
            QCOMPARE(copy.track.isNull(), original->track.isNull());
            QVERIFY(copy.track.isNull() || (copy.track != original->track && copy.group != original->group));
        }
        const auto closed = m->reader()->task(workflow::annotateTask(item(), m->anna.name));
        QCOMPARE((*closed)->state, TaskState::Done);
        QCOMPARE((*closed)->reason, review::reassignedReason());
        QCOMPARE((*closed)->comment, QStringLiteral("ben"));
        QVERIFY_FAILS(handOn(true), ErrorCode::Conflict);
        // One step, which is taken back whole and made again.
        QVERIFY_RESULT(store::wait(m->project->store().undo(m->lea.name)));
        QVERIFY(labels(m->ben).empty());
        QCOMPARE(m->state(item(), m->anna), TaskState::InProgress);
        QVERIFY_RESULT(handOn(true));
        QCOMPARE(labels(m->ben).size(), 2U);
        // And back again.
        QVERIFY_RESULT(review::reassign(*m->project, item(), m->ben.name, m->anna.name, false, m->lea));
        QCOMPARE(m->state(item(), m->anna), TaskState::ToDo);
        QVERIFY(labels(m->anna) == before);
    }

    void onlyWhatIsOpenIsHandedOn()
    {
        m->draw(item(), m->anna, {10, 10, 50, 50});
        QVERIFY_FAILS(handOn(false), ErrorCode::NotFound);
        QVERIFY_RESULT(m->submit(item(), m->anna));
        const auto submissions = m->reader()->submissions(item(), {});
        QVERIFY_FAILS(handOn(false), ErrorCode::Conflict);
        QVERIFY_RESULT(review::takeForReview(*m->project, item(), m->anna.name, m->rita));
        const auto refused = handOn(true);
        QVERIFY_FAILS(refused, ErrorCode::Conflict);
        QVERIFY(refused.error().text.contains(QStringLiteral("in review")));
        review::DecisionDraft draft;
        draft.kind = model::DecisionKind::Fix;
        draft.errorCode = m->reader()->schema()->errorTypes.front().code;
        QVERIFY_RESULT(review::decide(*m->project, item(), m->anna.name, {draft}, m->rita));
        QVERIFY_RESULT(review::finishReview(*m->project, item(), m->anna.name, {true}, m->rita));
        QCOMPARE(m->state(item(), m->anna), TaskState::Fix);
        const auto done = handOn(true);
        QVERIFY_RESULT(done);
        QCOMPARE(done->task.round, 2);
        QVERIFY(*m->reader()->submissions(item(), {}) == *submissions);
        QVERIFY_RESULT(m->submit(item(), m->ben));
        // What the other one hands in is reviewed as theirs.
        QVERIFY_RESULT(review::takeForReview(*m->project, item(), m->ben.name, m->rita));
        QVERIFY_RESULT(review::finishReview(*m->project, item(), m->ben.name, {true}, m->rita));
        QCOMPARE(m->accepted(item()).size(), 1U);
        QVERIFY_FAILS(review::reassign(*m->project, item(), m->ben.name, m->anna.name, false, m->lea), ErrorCode::Conflict);

        begin(m->anna, 1);
        begin(m->ben, 1);
        QVERIFY_FAILS(handOn(false, 1), ErrorCode::Conflict);
        begin(m->anna, 2);
        m->draw(item(2), m->ben, {1, 1, 2, 2});
        QVERIFY_FAILS(handOn(true, 2), ErrorCode::Conflict);
        QVERIFY_RESULT(handOn(false, 2));
        QCOMPARE(labels(m->ben, 2).size(), 1U);
        for (const char *to : {"anna", "nobody"})
            QVERIFY_FAILS(review::reassign(*m->project, item(2), m->anna.name, QLatin1String(to), false, m->lea),
                          ErrorCode::InvalidArgument);
        QVERIFY_FAILS(review::reassign(*m->project, item(2), m->ben.name, m->anna.name, false, m->rita),
                      ErrorCode::PermissionDenied);
    }

    void copiedWorkIsNotScored()
    {
        auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(m->project->id()));
        QVERIFY_RESULT(gold);
        for (const std::size_t i : {0U, 1U}) {
            const auto label = m->draw(item(i), m->anna, {10, 10, 50, 50});
            begin(m->anna, i);
            QVERIFY_RESULT((*gold)->setKey(item(i), quality::GoldKey{{{label}}, false}, workflow::GoldKind::Blind));
        }
        QVERIFY_RESULT(handOn(true, 0));
        QVERIFY_RESULT(m->submit(item(0), m->ben));
        const auto none = workflow::scores(*m->project, m->ben.name);
        QVERIFY_RESULT(none);
        QVERIFY(none->empty() || none->front().score.items() == 0);
        // What begins with nothing is the new author's own.
        QVERIFY_RESULT(handOn(false, 1));
        m->draw(item(1), m->ben, {10, 10, 50, 50});
        QVERIFY_RESULT(m->submit(item(1), m->ben));
        QCOMPARE(workflow::scores(*m->project, m->ben.name)->front().score.items(), 1);
        QVERIFY(workflow::scores(*m->project, m->anna.name)->empty());
    }

    void aReviewIsReleased()
    {
        m->draw(item(), m->anna, {10, 10, 50, 50});
        QVERIFY_RESULT(m->submit(item(), m->anna));
        QVERIFY_FAILS(review::releaseReview(*m->project, item(), m->anna.name, m->lea), ErrorCode::Conflict);
        QVERIFY_RESULT(review::takeForReview(*m->project, item(), m->anna.name, m->rita));
        auto rows = review::tasksOf(*m->project, {}, m->lea);
        QVERIFY_RESULT(rows);
        QCOMPARE(rows->size(), 1U);
        QCOMPARE(rows->front().reviewer, QStringLiteral("rita"));
        QVERIFY_FAILS(review::releaseReview(*m->project, item(), m->anna.name, m->rolf), ErrorCode::PermissionDenied);
        QVERIFY_RESULT(review::releaseReview(*m->project, item(), m->anna.name, m->lea));
        QCOMPARE(m->state(item(), m->anna), TaskState::Submitted);
        QVERIFY_RESULT(review::takeForReview(*m->project, item(), m->anna.name, m->rolf));
        QVERIFY_FAILS(review::giveBack(*m->project, item(), m->anna.name, m->rita), ErrorCode::Conflict);
    }

    void partsAreAssignedAndKept()
    {
        model::TaskScope part;
        part.classes = QStringList{QStringLiteral("car")};
        QVERIFY_RESULT(review::assign(*m->project, item(), m->anna.name, part, m->lea));
        model::TaskScope unknown;
        unknown.classes = QStringList{QStringLiteral("boat")};
        QVERIFY_FAILS(review::assign(*m->project, item(), m->anna.name, unknown, m->lea), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(review::assign(*m->project, item(), QStringLiteral("nobody"), part, m->lea), ErrorCode::InvalidArgument);
        QCOMPARE(review::tasksOf(*m->project, {}, m->lea)->front().part, QStringLiteral("classes car"));
        QCOMPARE(review::tasksOf(*m->project, {{}, QStringLiteral("ben"), {}}, m->lea)->size(), 0U);
        QCOMPARE(review::tasksOf(*m->project, {{}, {}, TaskState::Fix}, m->lea)->size(), 0U);

        // What lies outside is said, and not handed in.
        auto label = m->draw(item(), m->anna, {10, 10, 50, 50});
        label.labelClass = {};
        label.id = m->ids().make<AnnotationId>();
        m->commit(history::GestureBuilder(m->ids().make<GestureId>(), QStringLiteral("Draw")).create(label), m->anna);
        const auto refused = m->submit(item(), m->anna);
        QVERIFY_FAILS(refused, ErrorCode::InvalidArgument);
        QVERIFY(refused.error().text.contains(QStringLiteral("classes car")));
        m->remove(label, m->anna);
        const auto done = m->submit(item(), m->anna);
        QVERIFY_RESULT(done);
        QVERIFY(done->submission.partial);
        // A part that is accepted is not all that the accepted layer is to say.
        QVERIFY_RESULT(review::takeForReview(*m->project, item(), m->anna.name, m->rita));
        const auto report = review::finishReview(*m->project, item(), m->anna.name, {true}, m->rita);
        QVERIFY_RESULT(report);
        QCOMPARE(report->state, TaskState::Accepted);
        QVERIFY(!report->adjudicate && m->accepted(item()).empty());
        QVERIFY_FAILS(review::assign(*m->project, item(), m->anna.name, {}, m->lea), ErrorCode::Conflict);
    }

    void aPartIsNotScored()
    {
        auto gold = workflow::GoldStore::open(workflow::GoldStore::standardPath(m->project->id()));
        QVERIFY_RESULT(gold);
        const auto label = m->draw(item(), m->anna, {10, 10, 50, 50});
        QVERIFY_RESULT((*gold)->setKey(item(), quality::GoldKey{{{label}}, false}, workflow::GoldKind::Blind));
        model::TaskScope part;
        part.classes = QStringList{QStringLiteral("car")};
        QVERIFY_RESULT(review::assign(*m->project, item(), m->anna.name, part, m->lea));
        QVERIFY_RESULT(m->submit(item(), m->anna));
        const auto none = workflow::scores(*m->project, m->anna.name);
        QVERIFY_RESULT(none);
        QVERIFY(none->empty() || none->front().score.items() == 0);
    }
};

QTEST_GUILESS_MAIN(TestReassigning)
#include "tst_reassigning.moc"
