// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/contestdialog.h"
#include "app/workstation/contestwindow.h"
#include "app/workstation/gaugepanel.h"
#include "app/workstation/statusline.h"
#include "core/workflow/contests.h"
#include "pageobjects.h"
#include "paintedproject.h"
#include "signedinas.h"
#include "tests/support/verify.h"

#include <QComboBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace plumbline;
using workflow::GoldKind;
using workflow::GoldStore;

/// Scores that are contested in the real window: ada sits at it first, then mara, who leads, then ada again.
class TestContest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FreshHome> m_home;
    std::unique_ptr<test::Program> m_program;
    const test::Party m_mara{QStringLiteral("mara")};
    base::SystemRandom m_random;
    std::vector<model::Item> m_items;

    QString folder() const { return m_home->path(QStringLiteral("p.plumb")); }

    // Item 0 is practice, item 1 blind gold; ada is wrong in both. ben belongs to the project, too.
    Result<> makeProject()
    {
        auto project = test::makeProject(folder(), m_mara, {QStringLiteral("ada"), QStringLiteral("ben")}, 4);
        if (!project)
            return fail(project.error());
        if (const auto painted = test::paintPictures(**project); !painted)
            return painted;
        m_items = test::itemsOf(**project);
        const auto gold = GoldStore::open(GoldStore::standardPath((*project)->id()));
        if (!gold)
            return fail(gold.error());
        for (const auto &[item, kind] : {std::pair<std::size_t, GoldKind>{0, GoldKind::Practice}, {1, GoldKind::Blind}}) {
            quality::GoldKey key;
            key.answers = {{test::box(**project, m_items[item].id, model::acceptedLayer(), 100)}};
            if (const auto set = (*gold)->setKey(m_items[item].id, key, kind); !set)
                return set;
        }
        for (std::size_t item = 0; item < 3; ++item) {
            auto builder = test::gesture(**project);
            builder.create(test::box(**project, m_items[item].id, QStringLiteral("ada"), 300));
            if (const auto done = test::commit(**project, builder, QStringLiteral("ada")); !done)
                return done;
            if (const auto handed = workflow::submit(**project, m_items[item].id, {QStringLiteral("ada"), true}, {}, m_random);
                !handed)
                return fail(handed.error());
        }
        return {};
    }
    void sitDown(const char *who)
    {
        m_program.reset();
        qstrcpy(test::signedInAs, who);
        m_program = std::make_unique<test::Program>(QStringList{folder()});
        QVERIFY(m_program->waitForProject());
        QCOMPARE(m_program->document()->person().name, QString::fromLatin1(who));
    }
    template <typename T>
    T *in(QWidget *window, const char *name)
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }
    workstation::GaugePanel *panel() { return m_program->window().findChild<workstation::GaugePanel *>(); }
    workstation::ContestWindow *window() { return m_program->window().findChild<workstation::ContestWindow *>(); }
    void shot(QWidget *shown, const char *name)
    {
        const QString folder = qEnvironmentVariable("PLUMBLINE_SHOTS");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        QTest::qWait(100);
        QVERIFY(shown->grab().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name))));
    }
    // Everything that can be read in a window.
    static QString readable(QWidget *window)
    {
        QStringList texts;
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            texts << widget->toolTip() << widget->accessibleName();
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                texts << label->text();
            if (const auto *box = qobject_cast<const QComboBox *>(widget))
                for (int i = 0; i < box->count(); ++i)
                    texts << box->itemText(i);
            if (const auto *list = qobject_cast<const QListWidget *>(widget))
                for (int i = 0; i < list->count(); ++i)
                    texts << list->item(i)->text();
        }
        return texts.join(QLatin1Char('\n'));
    }

private slots:
    void initTestCase() { QCoreApplication::setApplicationName(QStringLiteral("plumbline")); }
    void init()
    {
        m_home = std::make_unique<test::FreshHome>();
        qputenv("PLUMBLINE_GOLD_FOLDER", m_home->path(QStringLiteral("gold")).toUtf8());
        QVERIFY_RESULT(makeProject());
    }
    void cleanup()
    {
        if (m_program && m_program->document())
            QCOMPARE(test::verified(m_program->document()->project()), QStringList());
        m_program.reset();
        m_home.reset();
    }

    void contestedAnsweredAndSeen()
    {
        sitDown("ada");
        QVERIFY(!m_program->window().registry().action(QStringLiteral("window.contests"))->isVisible());
        m_program->act("window.gauge");
        QVERIFY(panel() && QTest::qWaitForWindowExposed(panel()));
        QTest::mouseClick(in<QPushButton>(panel(), "gaugeContest"), Qt::LeftButton);
        auto *dialog = panel()->findChild<workstation::ContestDialog *>();
        QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
        QVERIFY(QTest::qWaitFor([&] { return dialog->idle(); }, 30000));
        auto *what = in<QComboBox>(dialog, "contestWhat");
        QCOMPARE(what->count(), 2);  // the figure, and the one practice item
        QVERIFY(what->itemText(1).contains(m_items[0].name));
        for (std::size_t other = 1; other < m_items.size(); ++other)
            QVERIFY(!readable(dialog).contains(m_items[other].name));
        auto *send = in<QPushButton>(dialog, "contestSend");
        auto *words = in<QPlainTextEdit>(dialog, "contestWords");
        QVERIFY(!send->isEnabled());
        what->setCurrentIndex(1);
        words->setPlainText(QStringLiteral("The box of the answer is beside the car."));
        QTest::mouseClick(send, Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return dialog->idle() && in<QListWidget>(dialog, "contestList")->count() == 1; }, 30000));
        what->setCurrentIndex(0);
        words->setPlainText(QStringLiteral("I was more careful than this says."));
        QTest::mouseClick(send, Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return dialog->idle() && in<QListWidget>(dialog, "contestList")->count() == 2; }, 30000));
        shot(dialog, "contest-person");
        QVERIFY(QTest::qWaitFor(
            [&] { return in<QLabel>(panel(), "gaugeContests")->text().contains(QStringLiteral("Not answered yet")); }, 30000));

        sitDown("mara");
        m_program->act("window.contests");
        QVERIFY(window() && QTest::qWaitForWindowExposed(window()));
        const auto settled = [&] { return QTest::qWaitFor([&] { return window()->idle(); }, 30000); };
        QVERIFY(settled());
        auto *list = in<QListWidget>(window(), "contestsList");
        QCOMPARE(list->count(), 2);
        const int practice = list->item(0)->text().contains(QStringLiteral("practice")) ? 0 : 1;
        list->setCurrentRow(practice);
        QVERIFY(settled());
        QCOMPARE(in<QTreeWidget>(window(), "contestResults")->topLevelItemCount(), 1);
        QVERIFY(!in<QLabel>(window(), "contestKey")->pixmap().isNull());
        QVERIFY(!in<QLabel>(window(), "contestWork")->pixmap().isNull());
        QVERIFY(in<QLabel>(window(), "contestKey")->pixmap().toImage()
                != in<QLabel>(window(), "contestWork")->pixmap().toImage());
        shot(window(), "contest-lead");
        auto *answer = in<QPushButton>(window(), "contestAnswer");
        QVERIFY(!answer->isEnabled());
        in<QComboBox>(window(), "contestAnswerWhat")->setCurrentIndex(2);
        in<QPlainTextEdit>(window(), "contestAnswerWords")->setPlainText(QStringLiteral("You are right, it was."));
        QVERIFY(answer->isEnabled());
        QTest::mouseClick(answer, Qt::LeftButton);
        QVERIFY(settled());
        QVERIFY(settled());
        const auto gold = GoldStore::open(GoldStore::standardPath(m_program->document()->project().id()));
        QCOMPARE((*gold)->practiceOutcomes(QStringLiteral("ada"))->front().outcome->wrong, 0);

        // The figure: every result behind it is there, the blind one too.
        for (int row = 0; row < list->count(); ++row)
            if (list->item(row)->text().contains(QStringLiteral("figure")))
                list->setCurrentRow(row);
        QVERIFY(settled());
        QCOMPARE(in<QTreeWidget>(window(), "contestResults")->topLevelItemCount(), 2);
        QVERIFY(in<QLabel>(window(), "contestNote")->text().contains(QStringLiteral("secret")));
        auto *table = in<QTreeWidget>(window(), "contestResults");
        for (int row = 0; row < 2; ++row)
            if (table->topLevelItem(row)->text(0) == m_items[1].name)
                table->setCurrentItem(table->topLevelItem(row));
        QVERIFY(settled());
        auto *choices = in<QComboBox>(window(), "contestAnswerWhat");
        QVERIFY(choices->findText(QStringLiteral("adjudication"), Qt::MatchContains) < 0);
        choices->setCurrentIndex(choices->findText(QStringLiteral("withdrawn"), Qt::MatchContains));
        in<QPlainTextEdit>(window(), "contestAnswerWords")->setPlainText(QStringLiteral("We looked at all of it."));
        QTest::mouseClick(answer, Qt::LeftButton);
        QVERIFY(settled());
        QVERIFY(settled());
        QVERIFY(!*(*gold)->key(m_items[1].id));

        sitDown("ada");
        m_program->act("window.gauge");
        QVERIFY(panel());
        QVERIFY(QTest::qWaitFor(
            [&] { return in<QLabel>(panel(), "gaugeContests")->text().contains(QStringLiteral("We looked at all of it")); },
            30000));
        QVERIFY(!readable(panel()).contains(m_items[1].name));
        shot(panel(), "contest-answered");
        // The gauge can be put away, contested or not.
        auto *gauge = m_program->window().findChild<workstation::StatusLine *>();
        in<QAbstractButton>(panel(), "gaugeShownTick")->setChecked(false);
        QVERIFY(!m_program->workstation().settings().gaugeShown());
        QVERIFY(gauge);
    }

    void otherPeoplesContestsAreNotShown()
    {
        {
            auto project = store::Project::open(folder(), store::Project::Access::Write);
            QVERIFY_RESULT(project);
            QVERIFY_RESULT(
                workflow::openContest(**project, {{}, 0, 0, QStringLiteral("ben's words")}, {QStringLiteral("ben"), true}));
        }
        sitDown("ada");
        m_program->act("window.gauge");
        QTest::mouseClick(in<QPushButton>(panel(), "gaugeContest"), Qt::LeftButton);
        auto *dialog = panel()->findChild<workstation::ContestDialog *>();
        QVERIFY(QTest::qWaitFor([&] { return dialog->idle(); }, 30000));
        QCOMPARE(in<QListWidget>(dialog, "contestList")->count(), 0);
        QVERIFY(!readable(panel()).contains(QStringLiteral("ben")));
    }
};

QTEST_MAIN(TestContest)
#include "tst_contest.moc"
