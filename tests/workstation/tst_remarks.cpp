// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/docks.h"
#include "app/workstation/remarkspanel.h"
#include "core/review/reviewing.h"
#include "core/store/reader.h"
#include "core/workflow/desk.h"
#include "drivefiles.h"
#include "hands.h"
#include "pageobjects.h"
#include "signedinas.h"
#include "tests/support/verify.h"
#include "widgets/panels/mentionedit.h"
#include "widgets/panels/noticebar.h"

#include <QDockWidget>
#include <QListWidget>
#include <QPushButton>
#include <QTextBrowser>

using namespace plumbline;
using model::DecisionKind;
using review::RequestState;

/// Mara has handed in three boxes; Rita wants two of them otherwise. What mara sees and does about it, in the real window.
class TestRemarks : public QObject
{
    Q_OBJECT

    const store::Person lea{QStringLiteral("lea"), true};
    const store::Person rita{QStringLiteral("rita"), true};
    const store::Person mara{QStringLiteral("mara"), true};
    std::unique_ptr<test::FreshHome> m_home;
    std::unique_ptr<test::Program> m_program;
    std::unique_ptr<test::Hands> m_hands;
    std::vector<ItemId> m_items;
    std::vector<model::Annotation> m_labels;
    QString m_folder;

    store::Project &project() { return m_program->document()->project(); }
    workstation::RemarksPanel *panel() { return m_program->part<workstation::RemarksPanel>("remarksPanel"); }
    QListWidget *list() { return m_program->part<QListWidget>("remarkList"); }
    panels::MentionEdit *edit() { return m_program->part<panels::MentionEdit>("remarkText"); }
    QDockWidget *dock() { return m_program->window().docks().find(QStringLiteral("remarksDock")); }
    bool settled()
    {
        return QTest::qWaitFor(
            [this] {
                return panel()->idle() && m_program->document()->saveState() == document::SaveState::Saved
                       && (!m_program->document()->item() || panel()->view().item == m_program->document()->item()->id);
            },
            30'000);
    }
    QStringList rows()
    {
        QStringList texts;
        for (int i = 0; i < list()->count(); ++i)
            texts.append(list()->item(i)->text());
        return texts;
    }
    int rowWith(const QString &text)
    {
        const QStringList all = rows();
        return static_cast<int>(std::find_if(all.begin(), all.end(), [&](const QString &row) { return row.contains(text); })
                                - all.begin());
    }
    void clickRow(int row)
    {
        list()->scrollToItem(list()->item(row));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualItemRect(list()->item(row)).center());
    }
    std::vector<review::ThreadWithComments> threads(ItemId item)
    {
        const auto reader = project().store().reader();
        return review::threadsOf(**reader, item).value();
    }
    Result<ThreadId> say(ItemId item, const QString &text, const store::Person &person, AnnotationId about = {})
    {
        review::ThreadPlace place;
        place.item = item;
        place.annotation = about;
        auto opened = review::openThread(project(), place, text, person);
        m_program->document()->reload();
        return opened;
    }
    Result<> makeProject()
    {
        m_folder = m_home->path(QStringLiteral("work.plumb"));
        store::Project::NewProject made;
        made.name = QStringLiteral("work");
        made.schema = model::emptySchema();
        const ClassId car{Uuid::fromName("class", "car")};
        model::addClass(made.schema, car, QStringLiteral("car"));
        made.creator = lea;
        made.team = true;
        auto created = store::Project::create(m_folder, made);
        if (!created)
            return fail(created.error());
        store::Project &project = **created;
        base::IdSource &ids = project.store().ids();
        const QString photos = m_home->path(QStringLiteral("photos"));
        test::writePictures(photos, 3);
        history::GestureBuilder builder(ids.make<GestureId>(), QStringLiteral("Set up"));
        builder.put(nullptr, model::Member{rita.name, rita.name, QStringLiteral("reviewer"), {}});
        builder.put(nullptr, model::Member{mara.name, mara.name, QStringLiteral("annotator"), {}});
        m_items.clear();
        m_labels.clear();
        for (int i = 0; i < 3; ++i) {
            model::Item item;
            item.id = ids.make<ItemId>();
            item.name = QStringLiteral("p0%1.png").arg(i);
            item.path = project.storedPath(photos + QLatin1Char('/') + item.name);
            item.width = 320;
            item.height = 200;
            builder.put(nullptr, item);
            m_items.push_back(item.id);
        }
        for (int i = 0; i < 3; ++i) {
            model::Annotation label;
            label.id = ids.make<AnnotationId>();
            label.item = m_items[0];
            label.layer = mara.name;
            label.labelClass = car;
            label.geometry = geometry::Box{20.0 + 100 * i, 60, 60, 60};
            label.origin.by = mara.name;
            builder.create(label);
            m_labels.push_back(label);
        }
        if (const auto done = store::wait(project.store().commit(builder.take(), mara.name)); !done)
            return fail(done.error());
        base::SystemRandom random;
        if (const auto done = workflow::submit(project, m_items[0], mara, {}, random); !done)
            return fail(done.error());
        if (const auto done = review::takeForReview(project, m_items[0], mara.name, rita); !done)
            return done;
        const auto decided = review::decide(
            project, m_items[0], mara.name,
            {{m_labels[0].id,
              DecisionKind::Fix,
              QStringLiteral("loose"),
              QStringLiteral("Please draw it tighter at the left."),
              {},
              {}},
             {m_labels[1].id, DecisionKind::Reject, QStringLiteral("invented"), QStringLiteral("This is a shadow."), {}, {}}},
            rita);
        if (!decided)
            return fail(decided.error());
        const auto finished = review::finishReview(project, m_items[0], mara.name, {true}, rita);
        return finished ? Result<>() : fail(finished.error());
    }

private slots:
    void initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("plumbline")); }
    void init()
    {
        m_home = std::make_unique<test::FreshHome>();
        qputenv("PLUMBLINE_GOLD_FOLDER", m_home->path(QStringLiteral("keys")).toUtf8());
        QVERIFY_RESULT(makeProject());
        m_program = std::make_unique<test::Program>(QStringList{m_folder});
        m_hands = std::make_unique<test::Hands>(*m_program);
        QVERIFY(m_program->active());
        QVERIFY(m_program->waitForProject());
        if (m_program->document()->item()->id != m_items[0])
            m_program->document()->show(m_items[0]);
        QVERIFY(m_program->waitForPicture());
        QVERIFY(settled());
    }
    void cleanup()
    {
        if (m_program && m_program->document()) {
            const auto reader = project().store().reader();
            QCOMPARE((*reader)->verify({}).value(), QStringList());
        }
        m_hands.reset();
        m_program.reset();
        m_home.reset();
    }

    void whatIsAskedForIsSeenAndFound();
    void threadsAreBegunAnsweredAndResolved();
    void aPlaceIsPointedAt();
    void handingInWithOpenRequestsAsksOnce();
    void aReasonIsAnAnswer();
    void whereSomebodyWasAsked();
    void namesAreOfferedAfterAnAt();
    void oddTextsAndManyEntries();
    void anOlderLayoutGetsThePanelToo();
    void inAScene();
};

void TestRemarks::whatIsAskedForIsSeenAndFound()
{
    auto *line = m_program->part<QPushButton>("toFixLine");
    QVERIFY(line->isVisible());
    QVERIFY2(line->text().startsWith(QLatin1String("To fix: 2 of 2 left")), qPrintable(line->text()));
    QCOMPARE(dock()->windowTitle(), QStringLiteral("Remarks (2)"));
    QVERIFY(rows().join(QLatin1Char('\n')).contains(QStringLiteral("Please draw it tighter")));
    QVERIFY2(rows().join(QLatin1Char('\n')).contains(QStringLiteral("Loose outline (minor)")),
             qPrintable(rows().join(QLatin1Char('\n'))));
    QVERIFY(!rows().join(QLatin1Char('\n')).contains(rita.name));
    QVERIFY(panel()->marks().places().asked.contains(m_labels[0].id));
    QVERIFY(panel()->marks().signOf(m_labels[0].id));

    // By key and by click to the label.
    m_program->window().viewHost().focusView();
    m_program->key(Qt::Key_F3);
    QCOMPARE(m_program->document()->selection(), QSet<AnnotationId>{m_labels[0].id});
    QVERIFY(dock()->isVisible() && m_program->window().docks().inSight(dock()));
    QVERIFY(m_program->part<QTextBrowser>("remarkTalk")->toPlainText().contains(QStringLiteral("tighter")));
    test::Hands::shot("remarks-tofix");
    m_program->window().viewHost().focusView();
    m_program->key(Qt::Key_F3);
    QCOMPARE(m_program->document()->selection(), QSet<AnnotationId>{m_labels[1].id});
    m_program->key(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(m_program->document()->selection(), QSet<AnnotationId>{m_labels[0].id});
    clickRow(rowWith(QStringLiteral("This is a shadow")));
    QCOMPARE(m_program->document()->selection(), QSet<AnnotationId>{m_labels[1].id});

    // What was done is said, and is taken back like an edit.
    document::Document &document = *m_program->document();
    auto gesture = document.gesture(QStringLiteral("Delete"));
    gesture.remove(*document.annotation(m_labels[1].id));
    document.push(gesture.take());
    QVERIFY(settled());
    QVERIFY2(line->text().startsWith(QLatin1String("To fix: 1 of 2 left")), qPrintable(line->text()));
    QVERIFY(rows().join(QLatin1Char('\n')).contains(QStringLiteral("deleted")));
    model::Annotation moved = *document.annotation(m_labels[0].id);
    moved.geometry = geometry::Box{25, 60, 50, 60};
    gesture = document.gesture(QStringLiteral("Move"));
    gesture.update(*document.annotation(m_labels[0].id), moved);
    document.push(gesture.take());
    QVERIFY(settled());
    QVERIFY(!line->isVisible());
    QCOMPARE(dock()->windowTitle(), QStringLiteral("Remarks"));
    QVERIFY(panel()->marks().places().empty());
    document.undo();
    QVERIFY(settled());
    QVERIFY(line->isVisible());
    // Another item asks for nothing.
    document.show(m_items[1]);
    QVERIFY(settled());
    QVERIFY(!line->isVisible() && panel()->view().requests.empty());
}

void TestRemarks::threadsAreBegunAnsweredAndResolved()
{
    document::Document &document = *m_program->document();
    document.select({m_labels[2].id});
    m_program->window().viewHost().focusView();
    m_program->key(Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(edit()->hasFocus(), 30'000);
    QTest::keyClicks(edit(), QStringLiteral("Is this one car or two"));
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(settled());
    // The keys wrote; they handed nothing in.
    QCOMPARE(m_program->stateOf(m_items[0]), model::TaskState::Fix);
    auto stored = threads(m_items[0]);
    QCOMPARE(stored.size(), 1U);
    QCOMPARE(stored[0].thread.annotation, m_labels[2].id);
    QCOMPARE(stored[0].comments[0].text, QStringLiteral("Is this one car or two"));
    QVERIFY(panel()->marks().places().talked.contains(m_labels[2].id));
    QCOMPARE(dock()->windowTitle(), QStringLiteral("Remarks (3)"));

    QVERIFY_RESULT(review::answer(project(), m_items[0], stored[0].thread.id, QStringLiteral("Two, @mara."), rita));
    document.reload();
    QVERIFY(settled());
    clickRow(rowWith(QStringLiteral("Two, @mara.")));
    QVERIFY(m_program->part<QTextBrowser>("remarkTalk")->toPlainText().contains(QStringLiteral("Is this one car or two")));
    QVERIFY(!m_program->part<QTextBrowser>("remarkTalk")->toPlainText().contains(rita.name));
    test::Hands::shot("remarks-thread");
    const int row = m_program->window().queue().rowOf(m_items[0]);
    const QString tip = m_program->window().queue().index(row).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(QStringLiteral("1 open remark")), qPrintable(tip));

    m_program->press("remarkResolve");
    QVERIFY(settled());
    QVERIFY(threads(m_items[0])[0].thread.resolved);
    QVERIFY(panel()->marks().places().talked.empty());
    document.undo();
    QVERIFY(settled());
    QVERIFY(!threads(m_items[0])[0].thread.resolved);
    m_program->press("remarkResolve");
    QVERIFY(settled());
    // An answer opens it again.
    clickRow(rowWith(QStringLiteral("resolved")));
    edit()->setPlainText(QStringLiteral("Two it is."));
    m_program->press("remarkSend");
    QVERIFY(settled());
    stored = threads(m_items[0]);
    QVERIFY(!stored[0].thread.resolved);
    QCOMPARE(stored[0].comments.size(), 3U);
    // The label goes, the thread stays.
    auto gesture = document.gesture(QStringLiteral("Delete"));
    gesture.remove(*document.annotation(m_labels[2].id));
    document.push(gesture.take());
    QVERIFY(settled());
    const int gone = rowWith(QStringLiteral("a label that was deleted"));
    QVERIFY(gone < list()->count());
    clickRow(gone);
}

void TestRemarks::aPlaceIsPointedAt()
{
    m_program->document()->select({});
    m_program->window().viewHost().focusView();
    m_program->key(Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(panel()->marks().asking());
    // Given up first, then done; nothing is drawn by the click.
    m_program->key(Qt::Key_Escape);
    QVERIFY(!panel()->marks().asking());
    m_program->key(Qt::Key_B);
    m_program->key(Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
    QTest::mouseClick(m_program->canvas(), Qt::LeftButton, {}, m_hands->at(200, 150));
    QVERIFY(!panel()->marks().asking());
    QTRY_VERIFY_WITH_TIMEOUT(edit()->hasFocus(), 30'000);
    QTest::keyClicks(edit(), QStringLiteral("What is this?"));
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(settled());
    const auto stored = threads(m_items[0]);
    QCOMPARE(stored.size(), 1U);
    QVERIFY(stored[0].thread.place && std::abs(stored[0].thread.place->x - 200) < 2
            && std::abs(stored[0].thread.place->y - 150) < 2);
    QCOMPARE(panel()->marks().places().pins.size(), 1U);
    QCOMPARE(m_program->document()->annotations().size(), 3U);
    test::Hands::shot("remarks-pin");
}

void TestRemarks::handingInWithOpenRequestsAsksOnce()
{
    m_program->window().viewHost().focusView();
    m_program->key(Qt::Key_Return, Qt::ControlModifier);
    auto &notices = m_program->window().viewHost().notices();
    QTRY_VERIFY_WITH_TIMEOUT(notices.isVisible() && notices.text().contains(QLatin1String("2 of 2 requests")), 30'000);
    test::Hands::shot("remarks-ask");
    QCOMPARE(m_program->stateOf(m_items[0]), model::TaskState::Fix);
    const auto answers = notices.answers();
    QCOMPARE(answers.size(), 3U);
    answers[2].run();
    QTRY_COMPARE_WITH_TIMEOUT(m_program->stateOf(m_items[0]), model::TaskState::Submitted, 30'000);
}

void TestRemarks::aReasonIsAnAnswer()
{
    m_program->window().viewHost().focusView();
    m_program->key(Qt::Key_Return, Qt::ControlModifier);
    auto &notices = m_program->window().viewHost().notices();
    QTRY_VERIFY_WITH_TIMEOUT(notices.isVisible() && notices.answers().size() == 3, 30'000);
    notices.answers()[1].run();
    QTRY_VERIFY_WITH_TIMEOUT(edit()->hasFocus(), 30'000);
    QTest::keyClicks(edit(), QStringLiteral("The guideline says so"));
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_program->stateOf(m_items[0]), model::TaskState::Submitted, 30'000);
    const auto stored = threads(m_items[0]);
    QCOMPARE(stored.size(), 2U);
    for (const review::ThreadWithComments &entry : stored)
        QCOMPARE(entry.comments.front().text, QStringLiteral("The guideline says so"));
    const auto view = review::authorView(project(), m_items[0], mara);
    QVERIFY_RESULT(view);
    for (const review::Request &request : view->requests)
        QVERIFY(request.state == RequestState::Answered);
}

void TestRemarks::whereSomebodyWasAsked()
{
    const auto thread = say(m_items[2], QStringLiteral("@mara is the sign part of it?"), rita);
    QVERIFY_RESULT(thread);
    QVERIFY(settled());
    const int row = rowWith(QStringLiteral("is the sign part of it"));
    QVERIFY(row < list()->count());
    clickRow(row);
    QTRY_COMPARE_WITH_TIMEOUT(m_program->document()->item()->id, m_items[2], 30'000);
    QVERIFY(settled());
    QVERIFY2(list()->currentItem() && list()->currentItem()->text().contains(QStringLiteral("is the sign")),
             "the thread is chosen");
    edit()->setPlainText(QStringLiteral("Yes."));
    m_program->press("remarkSend");
    QVERIFY(settled());
    QCOMPARE(threads(m_items[2])[0].comments.size(), 2U);
    QVERIFY(panel()->overview().asked.empty());
}

void TestRemarks::namesAreOfferedAfterAnAt()
{
    m_program->document()->select({m_labels[0].id});
    panel()->writeHere();
    QTest::keyClicks(edit(), QStringLiteral("look @r"));
    QCOMPARE(edit()->offered(), QStringList{rita.name});
    auto *choices = QApplication::activePopupWidget();
    QVERIFY(choices);
    QTest::keyClick(choices, Qt::Key_Return);
    QCOMPARE(edit()->toPlainText(), QStringLiteral("look @rita "));
    QTest::keyClicks(edit(), QStringLiteral("and a@l"));
    QVERIFY(edit()->offered().isEmpty());
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(settled());
    QCOMPARE(threads(m_items[0])[0].comments[0].mentions, QStringList{rita.name});
}

void TestRemarks::oddTextsAndManyEntries()
{
    // Too long is refused in words, and the words stay to be shortened.
    m_program->document()->select({m_labels[0].id});
    panel()->writeHere();
    edit()->setPlainText(QString(100'000, QLatin1Char('x')));
    m_program->press("remarkSend");
    QVERIFY(settled());
    QVERIFY(m_program->window().viewHost().notices().text().contains(QStringLiteral("10,000"))
            || m_program->window().viewHost().notices().text().contains(QStringLiteral("10000")));
    QCOMPARE(edit()->toPlainText().size(), 100'000);
    QVERIFY(threads(m_items[0]).empty());
    edit()->setPlainText(QStringLiteral("<img src=\"file:///etc/passwd\"> <b>fett</b> \u202Eabc"));
    m_program->press("remarkSend");
    QVERIFY(settled());
    const auto stored = threads(m_items[0]);
    QCOMPARE(stored.size(), 1U);
    QVERIFY(!stored[0].comments[0].text.contains(QChar(0x202E)));
    auto builder = m_program->document()->gesture(QStringLiteral("Many"));
    for (int i = 0; i < 1000; ++i)
        builder.put(model::Comment{project().store().ids().make<CommentId>(),
                                   stored[0].thread.id,
                                   m_items[0],
                                   rita.name,
                                   QStringLiteral("entry %1").arg(i),
                                   {},
                                   stored[0].thread.createdMicroseconds + 1 + i});
    m_program->document()->push(builder.take());
    QVERIFY(settled());
    clickRow(rowWith(QStringLiteral("entry 999")));
    const QString shown = m_program->part<QTextBrowser>("remarkTalk")->toPlainText();
    QVERIFY(shown.contains(QStringLiteral("entry 999")) && !shown.contains(QStringLiteral("entry 5\n")));
    QVERIFY(shown.contains(QStringLiteral("901 earlier")));
    edit()->setPlainText(QStringLiteral("enough"));
    m_program->press("remarkSend");
    QVERIFY(settled());
    QCOMPARE(threads(m_items[0])[0].comments.size(), 1002U);
    // What was not sent is there again.
    edit()->setPlainText(QStringLiteral("half a thought"));
    m_program->document()->show(m_items[1]);
    QVERIFY(settled());
    QVERIFY(edit()->toPlainText().isEmpty());
    m_program->document()->show(m_items[0]);
    QVERIFY(settled());
    QCOMPARE(edit()->toPlainText(), QStringLiteral("half a thought"));
    // A reviewer's words are words, whatever they look like.
    QVERIFY_RESULT(say(m_items[1], QStringLiteral("<h1>big</h1>"), rita));
}

void TestRemarks::anOlderLayoutGetsThePanelToo()
{
    // A layout of a program without the panel: saved while it has another name.
    auto &docks = m_program->window().docks();
    dock()->setObjectName(QStringLiteral("unheardOf"));
    const QByteArray layout = docks.save();
    auto *unknown = docks.find(QStringLiteral("unheardOf"));
    unknown->setObjectName(QStringLiteral("remarksDock"));
    QVERIFY(docks.restore(layout));
    QVERIFY(m_program->window().dockWidgetArea(dock()) == Qt::RightDockWidgetArea);
    m_program->act("window.dock.remarks");
    QTRY_VERIFY_WITH_TIMEOUT(docks.inSight(dock()), 30'000);
    m_program->window().viewHost().focusView();
    m_program->key(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(!docks.inSight(dock()), 30'000);
}

void TestRemarks::inAScene()
{
    m_hands.reset();
    m_program.reset();
    simulation::LidarDriveOptions options;
    options.sweeps = 2;
    const test::DriveFiles drive(3, options);
    const QString folder = m_home->path(QStringLiteral("drive"));
    QVERIFY(drive.write(folder));
    m_program = std::make_unique<test::Program>(QStringList{folder});
    m_hands = std::make_unique<test::Hands>(*m_program);
    QVERIFY(m_program->active());
    QVERIFY(m_program->waitForProject());
    QVERIFY(m_program->document()->scene());
    QVERIFY(settled());
    document::Document &document = *m_program->document();
    geometry::Cuboid car;
    car.centre = {8, 2, 0};
    car.size = {4.2, 1.8, 1.6};
    const model::Annotation label = document.newAnnotation(car);
    auto gesture = document.gesture(QStringLiteral("Draw"));
    gesture.create(label);
    document.push(gesture.take());
    document.select({label.id});
    panel()->writeHere();
    QTest::keyClicks(edit(), QStringLiteral("Parked or moving?"));
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(settled());
    const ItemId scene = document.item()->id;
    QCOMPARE(threads(scene).size(), 1U);
    QVERIFY(threads(scene)[0].thread.frame == document.frameRef(0));
    m_program->window().viewHost().view()->reveal(label.id);
    QTRY_VERIFY_WITH_TIMEOUT(panel()->marks().signOf(label.id), 30'000);
    test::Hands::shot("remarks-scene");
    // Nothing selected: about the frame, and back to it from another.
    document.select({});
    document.setFrame(1);
    QVERIFY(!panel()->marks().signOf(label.id));
    panel()->writeHere();
    QTest::keyClicks(edit(), QStringLiteral("Two sweeps are missing here"));
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(settled());
    document.setFrame(0);
    clickRow(rowWith(QStringLiteral("Two sweeps are missing")));
    QCOMPARE(document.frame(), 1);
    clickRow(rowWith(QStringLiteral("Parked or moving")));
    QCOMPARE(document.frame(), 0);
    QCOMPARE(document.selection(), QSet<AnnotationId>{label.id});
}

QTEST_MAIN(TestRemarks)
#include "tst_remarks.moc"
