// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/guidelinepanel.h"
#include "app/workstation/guidelinereading.h"
#include "app/workstation/guidelinerollout.h"
#include "core/review/threads.h"
#include "core/workflow/demoproject.h"
#include "core/workflow/guideline.h"
#include "pageobjects.h"
#include "tests/support/verify.h"
#include "widgets/panels/noticebar.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTextBrowser>
#include <QTreeWidget>

using namespace plumbline;
using workstation::GuidelineReading;
using workstation::GuidelineRollout;

/// A new version of the guideline in the real window: whoever labels is asked to read it, and the lead sees what follows from it.
class TestGuidelineRollout : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FreshHome> m_home;
    std::unique_ptr<test::Program> m_program;

    static QString s(const char *text) { return QString::fromUtf8(text); }
    store::Project &project() { return m_program->document()->project(); }
    // Somebody else's text: written as another member, as a merge or another window would bring it.
    void writeAs(const char *who, const QString &text)
    {
        const auto before = (*project().store().reader())->setting(s("guideline"));
        history::GestureBuilder builder(project().store().ids().make<GestureId>(), s("Change the guideline"));
        builder.setting(s("guideline"), *before, base::toJson(text));
        QVERIFY_RESULT(store::wait(project().store().commit(builder.take(), s(who))));
        m_program->document()->reload();
    }
    GuidelineReading *bar() { return m_program->part<GuidelineReading>("guidelineReading"); }
    void shot(QWidget *widget, const char *name)
    {
        const QString folder = qEnvironmentVariable("PLUMBLINE_SHOTS");
        if (folder.isEmpty())
            return;
        QTest::qWait(300);
        QVERIFY(widget->grab().save(QStringLiteral("%1/%2.png").arg(folder, s(name))));
    }

private slots:
    void initTestCase() { QCoreApplication::setApplicationName(s("plumbline")); }
    void init()
    {
        m_home = std::make_unique<test::FreshHome>();
        qputenv("PLUMBLINE_GOLD_FOLDER", m_home->path(s("keys")).toUtf8());
        const QString folder = m_home->path(s("demo.plumb"));
        QVERIFY_RESULT(workflow::makeDemo(folder, {20, 4}, {}));
        m_program = std::make_unique<test::Program>(QStringList{folder});
        QVERIFY(m_program->active());
        QVERIFY(m_program->waitForProject());
    }
    void cleanup()
    {
        QCOMPARE((*project().store().reader())->verify({}).value(), QStringList());
        m_program.reset();
        m_home.reset();
    }

    void whoeverLabelsIsAskedToRead()
    {
        QVERIFY(!bar()->pending() && bar()->isHidden());
        writeAs("uma", s("# Cars\nDraw all of them.\n\n# Trucks\nOnly whole ones.\n"));
        QVERIFY(bar()->pending() && !bar()->isHidden());
        QVERIFY(m_program->part<QLabel>("guidelineReadingWords")->text().contains(s("version 1")));
        // Handing in asks once, and goes on when that is wanted.
        const ItemId item = m_program->document()->item()->id;
        m_program->act("item.submit");
        panels::NoticeBar &notices = m_program->window().viewHost().notices();
        QVERIFY(notices.text().contains(s("not confirmed")));
        QCOMPARE(m_program->document()->item()->id, item);
        QCOMPARE(notices.answers().size(), std::size_t(2));
        notices.answers()[0].run();
        QVERIFY(QTest::qWaitFor([&] { return bar()->isVisible(); }));
        m_program->press("guidelineConfirm");
        QVERIFY(!bar()->pending() && bar()->isHidden());
        QVERIFY(m_program->document()->flush());
        const auto readers = workflow::guidelineReaders(project().store());
        QVERIFY_RESULT(readers);
        QCOMPARE(readers->size(), std::size_t(1));
        QCOMPARE(readers->front().person, m_program->document()->person().name);

        writeAs("uma", s("# Cars\nDraw all of them.\n\n# Trucks\nAlso parts of them.\n"));
        QVERIFY(bar()->pending());
        const QString changes = m_program->part<QTextBrowser>("guidelineChanges")->toPlainText();
        QVERIFY2(changes.contains(s("− Only whole ones.")) && changes.contains(s("+ Also parts of them.")), qPrintable(changes));
        m_program->act("window.help");
        shot(&m_program->window(), "guideline-bar");
        // Not confirmed, and handed in all the same: nobody is asked a second time.
        m_program->act("item.submit");
        QVERIFY(notices.text().contains(s("not confirmed")));
        m_program->act("item.submit");
        QVERIFY(QTest::qWaitFor([&] { return m_program->stateOf(item) == model::TaskState::Submitted; }, 30000));
    }

    void nobodyHasReadWhatIsNotThere()
    {
        m_program->act("window.guideline");
        auto *window = m_program->window().findChild<GuidelineRollout *>();
        QVERIFY(window);
        auto *people = window->findChild<QTableWidget *>(s("rolloutPeople"));
        QVERIFY(QTest::qWaitFor([&] { return people->rowCount() > 0; }, 30000));
        for (int row = 0; row < people->rowCount(); ++row)
            QCOMPARE(people->item(row, 1)->text(), s("–"));
    }

    void whatALeadSees()
    {
        writeAs("uma", s("# Cars\nDraw all of them.\n"));
        writeAs("uma", s("# Cars\nDraw whole ones.\n"));
        const ItemId item = m_program->document()->item()->id;
        const store::Person me = m_program->document()->person();
        for (const char *text : {"Does the mirror count?", "Is a mirror that is folded part of it?", "And a trailer?"})
            QVERIFY_RESULT(review::openThread(project(), {item, {}, {}, {}}, s(text), me));
        m_program->act("window.guideline");
        auto *page = m_program->window().findChild<GuidelineRollout *>();
        QVERIFY(page && QTest::qWaitForWindowActive(page));
        const auto settled = [&] { return QTest::qWaitFor([&] { return page->idle(); }, 30000); };
        QVERIFY(settled());
        auto *tabs = page->findChild<QTabWidget *>(s("rolloutTabs"));
        const auto *people = page->findChild<QTableWidget *>(s("rolloutPeople"));
        QVERIFY(people->rowCount() > 2);
        auto *old = page->findChild<QTableWidget *>(s("rolloutOld"));
        QVERIFY(old->rowCount() > 0);
        auto *keys = page->findChild<QTableWidget *>(s("rolloutKeys"));
        QVERIFY(keys->rowCount() > 0 && keys->item(0, 2)->text().contains(s("look again")));
        QVERIFY(page->findChild<QTableWidget *>(s("rolloutScores"))->rowCount() > 0);
        tabs->setCurrentIndex(1);
        shot(page, "rollout-old");
        tabs->setCurrentIndex(2);
        keys->selectRow(0);
        QTest::mouseClick(page->findChild<QPushButton *>(s("rolloutConfirmKeys")), Qt::LeftButton);
        QVERIFY(settled());
        QVERIFY(keys->item(0, 2)->text() == s("2"));
        shot(page, "rollout-keys");

        tabs->setCurrentIndex(4);
        auto *questions = page->findChild<QTreeWidget *>(s("rolloutQuestions"));
        QCOMPARE(questions->topLevelItem(0)->text(0), s("mirror (2)"));
        for (int i = 0; i < 2; ++i)
            questions->topLevelItem(0)->child(i)->setCheckState(0, Qt::Checked);
        page->draft();
        auto *draft = page->findChild<QPlainTextEdit *>(s("rolloutDraft"));
        QVERIFY(draft->toPlainText().contains(s("plumbline:thread/")));
        draft->insertPlainText(s("Mirrors belong to the car, folded or not."));
        shot(page, "rollout-questions");
        QTest::mouseClick(page->findChild<QPushButton *>(s("rolloutAdd")), Qt::LeftButton);
        QVERIFY(settled());
        const auto versions = workflow::guidelineVersions(project().store());
        QCOMPARE(versions->size(), std::size_t(3));
        QVERIFY(versions->back().text.contains(s("Draw whole ones.")) && versions->back().text.contains(s("Mirrors belong")));
        QVERIFY(draft->toPlainText().isEmpty());
        // The link in the text leads to the item that was asked about.
        m_program->act("item.next");
        QVERIFY(m_program->document()->item()->id != item);
        auto *text = m_program->part<QTextBrowser>("guidelineView");
        QVERIFY(text->toHtml().contains(s("plumbline:thread/")));
        const auto threads = (*project().store().reader())->threads(item);
        emit text->anchorClicked(QUrl(s("plumbline:thread/") + threads->front().id.toString()));
        QCOMPARE(m_program->document()->item()->id, item);
        for (const char *wrong : {"plumbline:thread/", "plumbline:thread/../x", "file:///etc/passwd",
                                  "plumbline:thread/00000000-0000-0000-0000-000000000001"})
            emit text->anchorClicked(QUrl(s(wrong)));
        QCOMPARE(m_program->document()->item()->id, item);
    }
};

QTEST_MAIN(TestGuidelineRollout)
#include "tst_guidelinerollout.moc"
