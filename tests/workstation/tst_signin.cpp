// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/idlelock.h"
#include "app/workstation/layouts.h"
#include "app/workstation/memberspage.h"
#include "app/workstation/projectpages.h"
#include "app/workstation/signin.h"
#include "core/audit/log.h"
#include "core/workflow/demoproject.h"
#include "core/workflow/members.h"
#include "pageobjects.h"
#include "signedinas.h"
#include "tests/support/verify.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

using namespace plumbline;
using workflow::Role;

namespace {

/// Who finds which window about a project and which action. V viewer, A annotator, R reviewer, L lead.
struct Row {
    const char *id;
    const char *roles;
};

constexpr Row pages[] = {
    {"review", "RL"},   {"reviewing", "L"}, {"triage", "L"}, {"compare", "RL"}, {"tasks", "L"},     {"guideline", "L"},
    {"time", "VARL"},   {"team", "L"},      {"members", "L"}, {"contests", "L"}, {"packets", "ARL"},
};

constexpr Row gatedActions[] = {
    {"file.import", "L"},        {"label.schema", "L"},           {"file.export", "RL"},       {"item.submit", "ARL"},
    {"item.cannotLabel", "ARL"}, {"window.switchPerson", "VARL"}, {"window.settings", "VARL"},
};

}  // namespace

/// One machine, several people: who sees which panel, switching from one to the next, and the lock.
class TestSignIn : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FreshHome> m_home;
    std::unique_ptr<test::Program> m_program;
    QString m_folder;
    const store::Person m_mara{QStringLiteral("mara"), true};

    workstation::Workstation &workstation() { return m_program->workstation(); }
    QString person() { return m_program->document() ? m_program->document()->person().name : QString(); }
    void shot(QWidget *widget, const char *name)
    {
        const QString folder = qEnvironmentVariable("PLUMBLINE_SHOTS");
        if (!folder.isEmpty() && widget)
            widget->grab().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name)));
    }
    // Fills in whatever asks who it is.
    bool signIn(QWidget *where, const QString &who, const QString &secret)
    {
        auto *names = where->findChild<QComboBox *>(QStringLiteral("signInWho"));
        auto *line = where->findChild<QLineEdit *>(QStringLiteral("signInSecret"));
        const int row = names ? names->findText(who) : -1;
        if (row < 0)
            return false;
        names->setCurrentIndex(row);
        // Without a window manager nobody else gives it the keys.
        QApplication::setActiveWindow(where->window());
        if (line->isVisible())
            line->setFocus();
        QTest::keyClicks(line, secret);
        if (line->isVisible())
            QTest::keyClick(line, Qt::Key_Return);
        else
            QTest::mouseClick(where->findChild<QPushButton *>(QStringLiteral("signInGo")), Qt::LeftButton);
        return true;
    }
    bool switchTo(const QString &who, const QString &secret)
    {
        m_program->act("window.switchPerson");
        auto *dialog = m_program->part<workstation::SignInDialog>("signInDialog");
        if (!dialog || !signIn(dialog, who, secret))
            return false;
        if (QTest::qWaitFor([&] { return person() == who && m_program->document()->item(); }, 20000))
            return true;
        if (const auto *message = m_program->part<QLabel>("signInMessage"))
            qWarning() << message->text();
        return false;
    }
    int boxes() { return static_cast<int>(m_program->document()->annotations().size()); }

private slots:
    void initTestCase()
    {
        QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
        m_home = std::make_unique<test::FreshHome>();
        m_folder = m_home->path(QStringLiteral("streets.plumb"));
        QVERIFY_RESULT(workflow::makeDemo(m_folder, {10, 3}, {}));
        const auto project = store::Project::open(m_folder, store::Project::Access::Write);
        QVERIFY_RESULT(project);
        for (const auto &[name, role] : {std::pair{"vic", Role::Viewer}, {"ann", Role::Annotator}, {"rev", Role::Reviewer}})
            QVERIFY_RESULT(
                workflow::addMember(**project, QString::fromLatin1(name), {role, {}, QByteArray("secret of ") + name}, m_mara));
    }
    void init()
    {
        m_program = std::make_unique<test::Program>(QStringList{m_folder});
        QVERIFY(m_program->active());
        QVERIFY(m_program->waitForProject());
    }
    void cleanup() { m_program.reset(); }
    void cleanupTestCase() { m_home.reset(); }

    void eachRoleAndEachPanel()
    {
        QSet<QString> tabled;
        for (const Row &row : pages)
            tabled.insert(QString::fromLatin1(row.id));
        for (const workstation::ProjectPage &page : workstation::projectPages())
            QVERIFY2(tabled.contains(page.id), qPrintable(QStringLiteral("in no row: ") + page.id));
        QCOMPARE(static_cast<std::size_t>(tabled.size()), workstation::projectPages().size());
        for (const auto &[letter, name] : {std::pair{'L', "mara"}, {'V', "vic"}, {'A', "ann"}, {'R', "rev"}}) {
            if (letter != 'L')
                QVERIFY(switchTo(QString::fromLatin1(name), QStringLiteral("secret of ") + QString::fromLatin1(name)));
            const auto right = [&, letter = letter](const QString &id, const char *roles) {
                const bool visible = m_program->window().registry().action(id)->isVisible();
                return visible == QString::fromLatin1(roles).contains(QLatin1Char(letter));
            };
            for (const Row &row : pages)
                QVERIFY2(right(QStringLiteral("window.") + QString::fromLatin1(row.id), row.roles),
                         qPrintable(QStringLiteral("%1 as %2").arg(QLatin1String(row.id), QLatin1String(name))));
            for (const Row &row : gatedActions)
                QVERIFY2(right(QString::fromLatin1(row.id), row.roles),
                         qPrintable(QStringLiteral("%1 as %2").arg(QLatin1String(row.id), QLatin1String(name))));
        }
    }

    void everybodyFindsTheirOwnThings()
    {
        // Mara is in the middle of things.
        const auto second = m_program->window().queue().itemAt(3);
        m_program->document()->show(second);
        QVERIFY(m_program->waitForPicture());
        const int before = boxes();
        m_program->document()->setCurrentClass(m_program->document()->schema().classes.front().id);
        model::Annotation drawn = m_program->document()->newAnnotation(geometry::Box{20, 20, 40, 30});
        auto gesture = m_program->document()->gesture(QStringLiteral("Draw"));
        gesture.create(drawn);
        m_program->document()->push(gesture.take());
        QCOMPARE(boxes(), before + 1);
        QVERIFY_RESULT(workstation().layouts().put(QStringLiteral("mara's"), QByteArray("x")));

        QElapsedTimer taken;
        taken.start();
        QVERIFY(switchTo(QStringLiteral("ann"), QStringLiteral("secret of ann")));
        // Seconds, with much room for a busy machine.
        QVERIFY(taken.elapsed() < 15000);
        QVERIFY(m_program->document()->person().authenticated);
        QCOMPARE(m_program->document()->workingLayer(), QStringLiteral("ann"));
        QCOMPARE(workstation().settings().theme(), QStringLiteral("dark"));
        QVERIFY(!workstation().layouts().names().contains(QStringLiteral("mara's")));
        workstation().settings().setTheme(QStringLiteral("light"));
        actions::Keymap keys = workstation().settings().keymap();
        keys.keys[QStringLiteral("item.next")] = {QKeySequence(Qt::Key_F7)};
        workstation().settings().setKeymap(keys);
        QVERIFY_RESULT(workstation().layouts().put(QStringLiteral("ann's"), QByteArray("y")));
        m_program->document()->show(m_program->window().queue().itemAt(5));
        const ItemId annWasAt = m_program->document()->item()->id;

        QVERIFY(switchTo(QStringLiteral("mara"), {}));
        QCOMPARE(workstation().settings().theme(), QStringLiteral("dark"));
        QVERIFY(!workstation().settings().keymap().keys.contains(QStringLiteral("item.next")));
        QCOMPARE(m_program->document()->item()->id, second);
        QCOMPARE(boxes(), before + 1);
        QVERIFY(m_program->document()->annotation(drawn.id));
        QVERIFY(workstation().layouts().names().contains(QStringLiteral("mara's")));

        QVERIFY(switchTo(QStringLiteral("ann"), QStringLiteral("secret of ann")));
        QCOMPARE(workstation().settings().theme(), QStringLiteral("light"));
        QCOMPARE(m_program->document()->item()->id, annWasAt);
        QCOMPARE(workstation().layouts().names(), QStringList{QStringLiteral("ann's")});
        QCOMPARE(m_program->window().registry().action(QStringLiteral("item.next"))->shortcut(), QKeySequence(Qt::Key_F7));
        workstation().settings().setTheme(QStringLiteral("dark"));
    }

    void aWrongSecretOpensNothing()
    {
        m_program->act("window.switchPerson");
        auto *dialog = m_program->part<workstation::SignInDialog>("signInDialog");
        QVERIFY(dialog);
        auto *names = dialog->findChild<QComboBox *>(QStringLiteral("signInWho"));
        QVERIFY(names->findText(QStringLiteral("ada")) < 0);
        QVERIFY(signIn(dialog, QStringLiteral("rev"), QStringLiteral("guess")));
        auto *message = dialog->findChild<QLabel *>(QStringLiteral("signInMessage"));
        QVERIFY(QTest::qWaitFor([&] { return message->text().contains(QStringLiteral("not the secret")); }, 20000));
        shot(dialog, "signin");
        QCOMPARE(person(), QStringLiteral("mara"));
        QVERIFY(dialog->findChild<QLineEdit *>(QStringLiteral("signInSecret"))->text().isEmpty());
        dialog->close();
        int refused = 0;
        QVERIFY_RESULT(audit::Log(m_program->document()->project()).visit([&](const audit::Entry &entry) -> Result<> {
            refused += entry.action == QLatin1String("secret-refused") && entry.actor == QLatin1String("rev");
            return {};
        }));
        QCOMPARE(refused, 1);
    }

    void proofCountsInItsProjectOnly()
    {
        QVERIFY(switchTo(QStringLiteral("rev"), QStringLiteral("secret of rev")));
        QVERIFY(m_program->document()->person().authenticated);
        const QString other = m_home->path(QStringLiteral("other.plumb"));
        QVERIFY_RESULT(workflow::makeDemo(other, {3, 3}, {}));
        m_program->window().openPaths({other});
        QVERIFY(
            QTest::qWaitFor([&] { return m_program->document() && m_program->document()->project().folder() == other; }, 30000));
        QCOMPARE(person(), QStringLiteral("rev"));
        QVERIFY(!m_program->document()->person().authenticated);
    }

    void theLockShowsNothing()
    {
        QCOMPARE(workstation().settings().idleMinutes(), 0);
        QCOMPARE(workstation().idleLock().patience(), std::chrono::milliseconds(0));
        QVERIFY(switchTo(QStringLiteral("rev"), QStringLiteral("secret of rev")));
        QVERIFY(workstation().settings().idleMinutes() > 0);
        m_program->act("window.review");
        workstation().idleLock().setPatience(std::chrono::milliseconds(300));
        QVERIFY(QTest::qWaitFor([&] { return workstation().lockWindow() != nullptr; }, 10000));
        workstation::LockWindow *locked = workstation().lockWindow();
        QVERIFY(QTest::qWaitForWindowExposed(locked));
        for (const QWidget *widget : QApplication::topLevelWidgets())
            QVERIFY2(widget == locked || !widget->isVisible(), qPrintable(widget->objectName()));
        const QString item = m_program->document()->item()->name;
        QStringList words{locked->windowTitle()};
        for (const QLabel *label : locked->findChildren<QLabel *>())
            words.append(label->text());
        QVERIFY(!words.join(QLatin1Char(' ')).contains(item));
        shot(locked, "lock");
        // A guess, then the right one.
        QVERIFY(signIn(locked, QStringLiteral("rev"), QStringLiteral("guess")));
        auto *message = locked->findChild<QLabel *>(QStringLiteral("signInMessage"));
        QVERIFY(QTest::qWaitFor([&] { return message->text().contains(QStringLiteral("not the secret")); }, 20000));
        workstation().idleLock().setPatience({});
        QVERIFY(signIn(locked, QStringLiteral("rev"), QStringLiteral("secret of rev")));
        QVERIFY(QTest::qWaitFor([&] { return workstation().lockWindow() == nullptr; }, 20000));
        QVERIFY(m_program->window().isVisible());
        QCOMPARE(m_program->document()->item()->name, item);
        // Somebody else may come, too.
        m_program->act("window.lock");
        QVERIFY(workstation().lockWindow());
        QVERIFY(signIn(workstation().lockWindow(), QStringLiteral("ann"), QStringLiteral("secret of ann")));
        QVERIFY(
            QTest::qWaitFor([&] { return workstation().lockWindow() == nullptr && person() == QLatin1String("ann"); }, 20000));
        QVERIFY(m_program->window().isVisible());
    }

    void leadsKeepTheMembers()
    {
        m_program->act("window.members");
        auto *page = m_program->part<workstation::MembersPage>("membersPage");
        QVERIFY(page);
        auto *table = page->findChild<QTableWidget *>(QStringLiteral("memberTable"));
        auto *message = page->findChild<QLabel *>(QStringLiteral("memberMessage"));
        const int before = table->rowCount();
        const auto type = [&](const char *field, const char *text) {
            auto *line = page->findChild<QLineEdit *>(QString::fromLatin1(field));
            line->clear();
            QTest::keyClicks(line, QString::fromLatin1(text));
        };
        const auto press = [&](const char *button) {
            message->clear();
            QTest::mouseClick(page->findChild<QPushButton *>(QString::fromLatin1(button)), Qt::LeftButton);
            return QTest::qWaitFor([&] { return !message->text().isEmpty(); }, 20000);
        };
        type("memberName", "zoe");
        type("memberSecret", "abc");
        QVERIFY(press("memberAdd"));
        QVERIFY(message->text().contains(QStringLiteral("characters")));
        QCOMPARE(table->rowCount(), before);
        type("memberSecret", "a long one");
        type("memberCohort", "north");
        QVERIFY(press("memberAdd"));
        QCOMPARE(table->rowCount(), before + 1);
        for (int row = 1; row < table->rowCount(); ++row)
            QVERIFY(QString::localeAwareCompare(table->item(row - 1, 0)->text(), table->item(row, 0)->text()) < 0);
        table->selectRow(before);
        QCOMPARE(table->item(before, 0)->text(), QStringLiteral("zoe"));
        shot(page, "members");
        auto *role = page->findChild<QComboBox *>(QStringLiteral("memberRole"));
        role->setCurrentIndex(role->findData(static_cast<int>(Role::Reviewer)));
        QVERIFY(press("memberSave"));
        QCOMPARE(table->item(before, 1)->text(), workflow::roleTitle(Role::Reviewer));
        QVERIFY(press("memberForget"));
        QVERIFY(press("memberRemove"));
        QCOMPARE(table->rowCount(), before);
        // Herself she cannot.
        type("memberName", "mara");
        QVERIFY(press("memberRemove"));
        QVERIFY(message->text().contains(QStringLiteral("only lead")));
        QCOMPARE(table->rowCount(), before);
    }
};

QTEST_MAIN(TestSignIn)
#include "tst_signin.moc"
