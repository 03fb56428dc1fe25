// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/packetjobs.h"
#include "core/identity/signin.h"
#include "core/workflow/members.h"
#include "packetvisit.h"
#include "signedinas.h"

using namespace plumbline;

/// Packets that are made in the real window: work that goes out, keys, recalls, decisions.
class TestPacketWork : public test::PacketVisit
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
        qstrcpy(test::signedInAs, "mara");
    }
    void init()
    {
        m_home = std::make_unique<test::FreshHome>();
        qputenv("PLUMBLINE_GOLD_FOLDER", path("gold").toUtf8());
    }
    void cleanup()
    {
        if (m_program && m_program->document()) {
            const auto reader = m_program->document()->project().store().reader();
            QCOMPARE((*reader)->verify({}).value(), QStringList());
        }
        m_program.reset();
        m_home.reset();
    }

    // Who signed in with a secret can prove who they are in the project that they make of a packet, too.
    void theSecretGoesWithWhoeverOpensThePacket()
    {
        auto lead = leadProject(m_mara, {m_ann.name});
        QVERIFY_RESULT(lead);
        QVERIFY_RESULT(packWork(**lead, "work.plumbpack", {m_ann.name}, m_mara));
        QVERIFY_RESULT(workflow::changeMember(**lead, m_ann.name, {{}, {}, QByteArray("a secret of ann")}, m_mara.person()));
        const auto packet = packet::PacketReader::open(path("work.plumbpack"));
        QVERIFY_RESULT(packet);
        QVERIFY_RESULT(workstation::takeWork(**packet, path("hers.plumb"), m_ann.person(), lead->get(), {}));
        QVERIFY_RESULT(workstation::takeWork(**packet, path("nobodys.plumb"), m_ann.person(), nullptr, {}));
        const auto hers = store::Project::open(path("hers.plumb"), store::Project::Access::Write);
        QVERIFY_RESULT(hers);
        QVERIFY_RESULT(identity::signIn(**hers, m_ann.name, "a secret of ann", std::chrono::milliseconds(0)));
        QVERIFY_FAILS(identity::signIn(**hers, m_ann.name, "another", std::chrono::milliseconds(0)), ErrorCode::PermissionDenied);
        QCOMPARE((*hers)->store().reader().value()->verify({}).value(), QStringList());
        const auto nobodys = store::Project::open(path("nobodys.plumb"), store::Project::Access::Write);
        QVERIFY_RESULT(nobodys);
        QVERIFY(!identity::storedSecret(**nobodys, m_ann.name)->has_value());
    }

    void workIsHandedOutAndRecalled()
    {
        {
            auto lead = leadProject(m_mara, {m_ann.name});
            QVERIFY_RESULT(lead);
        }
        QVERIFY_RESULT(trust(m_ann));
        start({path("lead.plumb")});
        QVERIFY(m_program->waitForProject());
        m_program->act("window.packets");
        auto *window = m_program->window().findChild<workstation::PacketWindow *>();
        QVERIFY(window && QTest::qWaitFor([&] { return window->idle(); }, 30000));
        QVERIFY(!in<QWidget>(window, "packetsSubmissions")->isVisible());
        click(window, "packetsHandOut");
        auto *pack = window->findChild<workstation::PacketPack *>();
        QVERIFY(pack && QTest::qWaitForWindowExposed(pack));
        QVERIFY(!in<QPushButton>(pack, "packButton")->isEnabled());
        QVERIFY(in<QLabel>(pack, "packResult")->text().contains(QStringLiteral("no keys")));

        // Keys are made on the way; the dialog that waits for them goes on.
        m_program->window().findChild<workstation::PacketDesk *>()->showKeys();
        auto *keys = m_program->window().findChild<workstation::PacketKeys *>();
        QVERIFY(keys && QTest::qWaitForWindowExposed(keys));
        QVERIFY(!in<QPushButton>(keys, "keysMake")->isEnabled());
        in<QLineEdit>(keys, "keysPassphrase")->setText(QStringLiteral("one"));
        in<QLineEdit>(keys, "keysAgain")->setText(QStringLiteral("two"));
        QVERIFY(!in<QPushButton>(keys, "keysMake")->isEnabled());
        in<QLineEdit>(keys, "keysAgain")->setText(QStringLiteral("one"));
        shot(keys, "packet-keys-none");
        click(keys, "keysMake");
        QVERIFY(QTest::qWaitFor([&] { return !keys->busy() && ring().hasKeys(); }, 60000));
        QCOMPARE(in<QLabel>(keys, "keysDigits")->text(), workstation::packets::digitWords(ring().ownCard()->key.idText()));
        shot(keys, "packet-keys");
        keys->close();

        auto *people = in<QListWidget>(pack, "packPeople");
        QListWidgetItem *ann = people->findItems(m_ann.name, Qt::MatchStartsWith).value(0);
        QVERIFY(ann);
        ann->setCheckState(Qt::Checked);
        auto *receivers = in<QListWidget>(pack, "packReceivers");
        QCOMPARE(receivers->count(), 1);
        QCOMPARE(receivers->item(0)->checkState(), Qt::Checked);
        in<QLineEdit>(pack, "packPath")->setText(path("out.plumbpack"));
        in<QCheckBox>(pack, "packEnds")->setChecked(true);
        shot(pack, "packet-hand-out");
        click(pack, "packButton");
        QVERIFY(QTest::qWaitFor([&] { return !pack->busy(); }, 60000));
        QVERIFY(in<QLabel>(pack, "packResult")->text().startsWith(QStringLiteral("✗")));  // the passphrase is wrong
        QVERIFY(!QFileInfo::exists(path("out.plumbpack")));
        in<QLineEdit>(pack, "packPassphrase")->setText(QStringLiteral("one"));
        click(pack, "packButton");
        QVERIFY(QTest::qWaitFor([&] { return !pack->busy(); }, 60000));
        QVERIFY2(in<QLabel>(pack, "packResult")->text().startsWith(QStringLiteral("✓")),
                 qPrintable(in<QLabel>(pack, "packResult")->text()));
        QVERIFY_FAILS(packet::PacketReader::open(path("out.plumbpack")), ErrorCode::PermissionDenied);
        const auto opened = packet::PacketReader::open(path("out.plumbpack"), &m_ann.opening);
        QVERIFY_RESULT(opened);
        QCOMPARE((*opened)->manifest().people, QStringList{m_ann.name});
        QVERIFY((*opened)->manifest().expiresMicroseconds > 0);
        pack->close();

        QVERIFY(QTest::qWaitFor([&] { return window->idle() && window->packets().size() == 1; }, 30000));
        auto *list = in<QTreeWidget>(window, "packetsList");
        QCOMPARE(list->topLevelItem(0)->text(2), m_ann.name);
        QVERIFY(!in<QPushButton>(window, "packetsRecall")->isEnabled());
        list->setCurrentItem(list->topLevelItem(0));
        click(window, "packetsRecall");
        QTest::qWait(0);
        workstation::PacketPack *recall = nullptr;
        for (auto *candidate : window->findChildren<workstation::PacketPack *>())
            if (candidate->isVisible())
                recall = candidate;
        QVERIFY(recall);
        in<QCheckBox>(recall, "packNotice")->setChecked(false);
        click(recall, "packButton");
        QVERIFY(QTest::qWaitFor([&] { return !recall->busy(); }, 60000));
        QVERIFY(QTest::qWaitFor(
            [&] { return window->idle() && window->packets().front().state == packet::PacketState::Recalled; }, 30000));
    }

    void casesAreDecidedWithoutTheProject()
    {
        QVERIFY_RESULT(trust(m_boss));
        {
            auto lead = leadProject(m_boss, {m_ann.name, QStringLiteral("bob")});
            QVERIFY_RESULT(lead);
            const test::Party bob{QStringLiteral("bob")};
            const std::vector<model::Item> items = test::itemsOf(**lead);
            for (const auto &[who, x] :
                 std::initializer_list<std::pair<const test::Party *, double>>{{&m_ann, 20.0}, {&bob, 30.0}})
                for (std::size_t i = 0; i < 2; ++i) {
                    auto builder = test::gesture(**lead);
                    builder.create(
                        test::box(**lead, items[i].id, who->name, i == 0 ? x : x * 5, who == &bob && i == 0 ? "bus" : "car"));
                    QVERIFY_RESULT(test::commit(**lead, builder, who->name));
                    QVERIFY_RESULT(workflow::submit(**lead, items[i].id, who->person(), {}, m_random));
                }
            const auto packed = packet::packCases(**lead, path("cases.plumbpack"), {}, m_boss.packing(), {});
            QVERIFY_RESULT(packed);
            QVERIFY(packed->manifest.cases >= 2);
        }
        QVERIFY_RESULT(ring().generate(QStringLiteral("mara"), {}));
        start();
        show("cases.plumbpack");
        QVERIFY(words("packetSender").contains(QStringLiteral("trust")));
        click(dialog(), "packetTake");
        auto *cases = m_program->window().findChild<workstation::PacketCases *>();
        QVERIFY(cases && QTest::qWaitForWindowExposed(cases));
        auto *list = in<QListWidget>(cases, "casesList");
        QVERIFY(QTest::qWaitFor([&] { return cases->idle() && list->count() > 0; }, 30000));
        // Who has no such object is a letter without a version.
        const auto first = [&]() -> QToolButton * {
            for (auto *button : cases->findChildren<QToolButton *>())
                if (button->objectName().startsWith(QStringLiteral("version"))
                    && button->objectName() != QStringLiteral("version"))
                    return button;
            return nullptr;
        };
        QVERIFY(QTest::qWaitFor([&] { return cases->idle() && first() && !first()->icon().isNull(); }, 30000));
        for (int row = 0; row < list->count(); ++row)
            if (list->item(row)->text().contains(QStringLiteral("classes")))
                list->setCurrentRow(row);
        QVERIFY(list->currentItem()->text().contains(QStringLiteral("classes")));
        QVERIFY(QTest::qWaitFor([&] { return cases->idle() && in<QToolButton>(cases, "versionB"); }, 30000));
        QVERIFY(QTest::qWaitFor([&] { return cases->idle() && !in<QToolButton>(cases, "versionB")->icon().isNull(); }, 30000));
        shot(cases, "packet-cases");
        list->setCurrentRow(0);
        // Names are nowhere.
        for (const QWidget *widget : cases->findChildren<QWidget *>())
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                QVERIFY(!label->text().contains(m_ann.name) && !label->text().contains(QStringLiteral("bob")));
        const QString letter = first()->objectName().mid(7);
        const int count = list->count();
        in<QLineEdit>(cases, "casesNote")->setText(QStringLiteral("it is a car"));
        list->setFocus();
        QTest::keyClick(list, letter.at(0).toLower().toLatin1());
        QCOMPARE(cases->decided(), std::size_t(1));
        QVERIFY(list->item(0)->text().contains(QStringLiteral("✓ ") + letter));
        QCOMPARE(list->currentRow(), 1);
        QTest::keyClick(list, Qt::Key_0);
        QCOMPARE(cases->decided(), std::size_t(2));
        list->setCurrentRow(1);
        click(cases, "casesAgain");
        QCOMPARE(cases->decided(), std::size_t(1));
        QTest::keyClick(list, Qt::Key_0);
        QVERIFY(count >= 2);
        // What is decided is not dropped by a stray click.
        cases->close();
        QVERIFY(cases->isVisible());
        QVERIFY(QTest::qWaitFor([&] { return cases->idle(); }, 30000));
        click(cases, "casesPack");
        auto *pack = cases->findChild<workstation::PacketPack *>();
        QVERIFY(pack && QTest::qWaitForWindowExposed(pack));
        in<QLineEdit>(pack, "packPath")->setText(path("decided.plumbpack"));
        QCOMPARE(in<QListWidget>(pack, "packReceivers")->item(0)->checkState(), Qt::Checked);
        click(pack, "packButton");
        QVERIFY(QTest::qWaitFor([&] { return !pack->busy(); }, 60000));
        QVERIFY2(in<QLabel>(pack, "packResult")->text().startsWith(QStringLiteral("✓")),
                 qPrintable(in<QLabel>(pack, "packResult")->text()));
        const auto decided = packet::PacketReader::open(path("decided.plumbpack"), &m_boss.opening);
        QVERIFY_RESULT(decided);
        QCOMPARE((*decided)->manifest().decisions, 2);
        pack->close();
        // They come home, and are merged once.
        auto lead = store::Project::open(path("lead.plumb"), store::Project::Access::Write);
        QVERIFY_RESULT(lead);
        for (int i = 0; i < 2; ++i) {
            const auto merged =
                packet::mergePacket(**lead, **decided, {QStringLiteral("mara"), true, false}, m_boss.person(), m_random, {});
            QVERIFY_RESULT(merged);
            QCOMPARE(merged->merged, i == 0 ? 2 : 0);
        }
    }
};

QTEST_MAIN(TestPacketWork)
#include "tst_packetwork.moc"
