// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/zipwriter.h"
#include "hands.h"
#include "packetvisit.h"
#include "signedinas.h"

using namespace plumbline;
using workstation::Standing;

/// Packets in the real window: what is inside before anything is taken, and what comes of taking it.
class TestPackets : public test::PacketVisit
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

    void workIsShownBeforeItIsTaken()
    {
        QVERIFY_RESULT(trust(m_boss));
        {
            auto lead = leadProject(m_boss, {QStringLiteral("mara")});
            QVERIFY_RESULT(lead);
            QVERIFY_RESULT(packWork(**lead, "work.plumbpack", {QStringLiteral("mara")}, m_boss,
                                    base::SystemClock().nowMicroseconds() + std::int64_t(86'400) * 1'000'000 * 30));
        }
        // As a double click in the file manager does it.
        start({path("work.plumbpack")});
        QVERIFY(settled());
        QCOMPARE(words("packetTitle"), QStringLiteral("Work of the project “streets”"));
        QVERIFY(words("packetIntegrity").startsWith(QStringLiteral("✓")));
        QCOMPARE(words("packetSender"), QStringLiteral("✓ From boss, whose key you trust."));
        QCOMPARE(dialog()->inspection().reader->manifest().items, 4);
        QVERIFY(in<QAbstractItemView>(dialog(), "packetMembers")->model()->rowCount()
                == int(dialog()->inspection().reader->members().size()));
        QVERIFY(!m_program->document());
        const QString folder = in<QLineEdit>(dialog(), "packetFolder")->text();
        QCOMPARE(folder, path("streets.plumb"));
        QVERIFY(!QFileInfo::exists(folder));
        QVERIFY(takeable());
        shot(dialog(), "packet-good");
        click(dialog(), "packetTake");
        QVERIFY(m_program->waitForProject());
        QCOMPARE(m_program->document()->project().folder(), folder);
        QVERIFY(words("packetResult").startsWith(QStringLiteral("✓ Taken: 4 items, 4 tasks")));

        // A second time, by a drop: the project that is open is proposed, and nothing changes.
        delete dialog();
        test::Hands hands(*m_program);
        QVERIFY(hands.drop({path("work.plumbpack")}));
        QVERIFY(settled());
        QVERIFY(in<QComboBox>(dialog(), "packetPlace")->currentText().contains(QStringLiteral("open")));
        QVERIFY(words("packetEffect").contains(QStringLiteral("changes nothing")));
        click(dialog(), "packetTake");
        QVERIFY(QTest::qWaitFor([this] { return words("packetResult").contains(QStringLiteral("there already")); }, 30000));
        QVERIFY(m_program->waitForProject());
        QVERIFY(
            QTest::qWaitFor([&] { return m_program->document() && m_program->document()->project().folder() == folder; }, 30000));
    }

    void whatWasAlteredIsNamedAndNotTaken()
    {
        QVERIFY_RESULT(trust(m_boss));
        QVERIFY_RESULT(test::writePacket(path("good.plumbpack"), m_boss.signing, test::sampleManifest(m_boss.signing),
                                         test::sampleMembers()));
        flip("good.plumbpack", "bad.plumbpack", QByteArray(2000, '\x89'));
        start();
        show("bad.plumbpack");
        QVERIFY(words("packetIntegrity").contains(QStringLiteral("media/1.png")));
        QVERIFY(!visible("packetTake"));
        QVERIFY(!visible("packetFolder"));
        shot(dialog(), "packet-altered");
        // In the summary itself nothing can be believed, so nothing of it is shown.
        flip("good.plumbpack", "bad2.plumbpack", "Streets");
        show("bad2.plumbpack");
        QVERIFY(visible("packetProblem"));
        QVERIFY(words("packetProblem").startsWith(QStringLiteral("✗")));
        QVERIFY(!visible("packetTake") && !visible("packetTitle"));
    }

    void badPacketsAreToldInWords_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        QVERIFY(init2());
        const QByteArray good = test::contentOf(path("good.plumbpack"));
        QTest::newRow("truncated") << good.chopped(100) << QString();
        QTest::newRow("nearly all cut off") << good.first(40) << QString();
        QTest::newRow("longer") << good + "x" << QString();
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("no zip") << QByteArray(100'000, 'P') << QString();
        QByteArray promise = good;
        for (int i = 18; i < 26; ++i)
            promise[i] = '\xfe';
        QTest::newRow("promises more than there is") << promise << QString();
        for (const char *name : {"../a", "/etc/passwd", "con", "a//b"}) {
            QTest::addRow("name %s", name) << zipped({{"mimetype", packet::packetMimeType()}, {name, "x"}}) << QString();
        }
        QByteArray newer = test::sampleManifest(m_boss.signing).toText();
        newer.replace("\"version\":1", "\"version\":2");
        QTest::newRow("newer") << zipped(signedMembers(newer)) << QStringLiteral("newer version");
        QTest::newRow("huge summary") << zipped(signedMembers(QByteArray((1 << 20) + 1, ' ')))
                                      << QStringLiteral("larger than it can be");
        packet::Manifest foreign = test::sampleManifest(m_ann.signing);
        QTest::newRow("signed by another") << zipped(signedMembers(foreign.toText())) << QString();
        m_home.reset();
    }
    bool init2()
    {
        m_home = std::make_unique<test::FreshHome>();
        return test::writePacket(path("good.plumbpack"), m_boss.signing, test::sampleManifest(m_boss.signing),
                                 test::sampleMembers())
            .has_value();
    }
    void badPacketsAreToldInWords()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, words);
        QVERIFY_RESULT(trust(m_boss));
        test::writeFile(path("bad.plumbpack"), content);
        start();
        show("bad.plumbpack");
        QVERIFY(dialog()->inspection().reader == nullptr);
        const QString said = in<QLabel>(dialog(), "packetProblem")->text();
        QVERIFY2(said.size() > 30 && said.contains(words), qPrintable(said));
        QVERIFY(!visible("packetTake") && !visible("packetTitle") && !visible("packetFolder"));
    }

    void aStrangerIsComparedOrAccepted()
    {
        auto lead = leadProject(m_boss, {QStringLiteral("mara")});
        QVERIFY_RESULT(lead);
        QVERIFY_RESULT(packWork(**lead, "work.plumbpack", {QStringLiteral("mara")}, m_boss));
        lead->reset();
        start();
        show("work.plumbpack");
        QVERIFY(dialog()->inspection().standing == Standing::Stranger);
        QVERIFY(words("packetSender").contains(QStringLiteral("sixteen digits")));
        QVERIFY(!takeable());
        shot(dialog(), "packet-stranger");
        auto *told = in<QLineEdit>(dialog(), "trustTold");
        auto *trustButton = in<QPushButton>(dialog(), "trustButton");
        told->setText(QStringLiteral("0123 4567 89AB CDEF"));
        QVERIFY(!trustButton->isEnabled());
        QVERIFY(words("trustSaid").contains(QStringLiteral("other digits")));
        told->setText(QStringLiteral("what they said"));
        QVERIFY(!trustButton->isEnabled());
        // Taken once, by explicit decision.
        click(dialog(), "packetAccept");
        QVERIFY(takeable());
        click(dialog(), "packetAccept");
        QVERIFY(!takeable());
        told->setText(workstation::packets::digitWords(m_boss.signing.publicKey().idText()).toLower());
        QVERIFY(trustButton->isEnabled());
        click(dialog(), "trustButton");
        QVERIFY(dialog()->inspection().standing == Standing::Trusted);
        QVERIFY(takeable());
        QCOMPARE(ring().trusted()->size(), std::size_t(1));

        // The same name under another key is said loudly.
        test::Party other{QStringLiteral("boss")};
        QVERIFY_RESULT(test::writePacket(
            path("other.plumbpack"), other.signing,
            [&] {
                packet::Manifest m = test::sampleManifest(other.signing);
                m.sender = {other.name, other.signing.publicKey(), other.opening.sealingKey()};
                return m;
            }(),
            test::sampleMembers()));
        show("other.plumbpack");
        QVERIFY(dialog()->inspection().standing == Standing::Changed);
        QVERIFY(words("packetSender").startsWith(QStringLiteral("✗")));
        QVERIFY(!takeable());
        shot(dialog(), "packet-changed");
    }

    void aSealedPacketAsksForThePassphrase()
    {
        QVERIFY_RESULT(trust(m_boss));
        const auto write = [&](const char *file, const packet::SealingKey &to) {
            return test::writePacket(path(file), m_boss.signing, test::sampleManifest(m_boss.signing), test::sampleMembers(),
                                     {to});
        };
        QVERIFY_RESULT(write("others.plumbpack", m_ann.opening.sealingKey()));
        start();
        show("others.plumbpack");
        QVERIFY(words("packetProblem").contains(QStringLiteral("you have no keys")));
        const auto card = ring().generate(QStringLiteral("mara"), "open sesame");
        QVERIFY_RESULT(card);
        QVERIFY_RESULT(write("mine.plumbpack", card->sealingKey));
        show("mine.plumbpack");
        QVERIFY(visible("packetSecret"));
        shot(dialog(), "packet-sealed");
        auto *secret = in<QLineEdit>(dialog(), "packetSecret");
        secret->setText(QStringLiteral("wrong"));
        click(dialog(), "packetUnseal");
        QVERIFY(settled());
        QVERIFY(visible("packetSecret") && !visible("packetTitle"));
        secret->setText(QStringLiteral("open sesame"));
        QTest::keyClick(secret, Qt::Key_Return);
        QVERIFY(settled());
        QVERIFY(visible("packetTitle") && words("packetIntegrity").contains(QStringLiteral("sealed")));
        show("others.plumbpack");
        in<QLineEdit>(dialog(), "packetSecret")->setText(QStringLiteral("open sesame"));
        click(dialog(), "packetUnseal");
        QVERIFY(settled());
        QVERIFY(words("packetProblem").contains(QStringLiteral("not to you")));
    }

    void expiredAndRecalledWorkIsNotOpened()
    {
        QVERIFY_RESULT(trust(m_boss));
        auto lead = leadProject(m_boss, {QStringLiteral("mara")});
        QVERIFY_RESULT(lead);
        QVERIFY_RESULT(packWork(**lead, "old.plumbpack", {QStringLiteral("mara")}, m_boss, 1));
        const auto work = packWork(**lead, "work.plumbpack", {QStringLiteral("mara")}, m_boss);
        QVERIFY_RESULT(work);
        QVERIFY_RESULT(packet::packRecall(**lead, work->manifest.id, path("recall.plumbpack"), m_boss.packing(), {}));
        lead->reset();
        start();
        show("old.plumbpack");
        QVERIFY(words("packetEffect").contains(QStringLiteral("expired")));
        QVERIFY(!takeable());
        show("work.plumbpack");
        click(dialog(), "packetTake");
        QVERIFY(m_program->waitForProject());
        show("recall.plumbpack");
        QCOMPARE(words("packetTitle"), QStringLiteral("Recall of the project “streets”"));
        click(dialog(), "packetTake");
        QVERIFY(QTest::qWaitFor([this] { return words("packetResult").contains(QStringLiteral("no longer wanted")); }, 30000));
        QVERIFY(m_program->waitForProject());
        QVERIFY(QTest::qWaitFor([this] { return !m_program->window().opening().busy(); }, 30000));
        show("work.plumbpack");
        QVERIFY(words("packetEffect").contains(QStringLiteral("recalled")));
        QVERIFY(!takeable());
    }

    void submissionsAreMergedOnce()
    {
        QVERIFY_RESULT(trust(m_ann));
        {
            auto lead = leadProject(m_mara, {m_ann.name});
            QVERIFY_RESULT(lead);
            QVERIFY_RESULT(packBack(**lead, "work.plumbpack", "back.plumbpack", m_ann));
        }
        start();
        show("back.plumbpack");
        QVERIFY(words("packetEffect").contains(QStringLiteral("Open that project first")));
        QVERIFY(!takeable());
        m_program->window().openPaths({path("lead.plumb")});
        QVERIFY(m_program->waitForProject());
        QVERIFY(QTest::qWaitFor([this] { return !dialog()->busy() && takeable(); }, 30000));
        click(dialog(), "packetTake");
        QVERIFY(QTest::qWaitFor([this] { return words("packetResult").contains(QStringLiteral("merged")); }, 30000));
        const model::Item item = test::itemsOf(m_program->document()->project()).front();
        QCOMPARE(test::labelsOf(m_program->document()->project(), item.id, m_ann.name).size(), std::size_t(1));
        show("back.plumbpack");
        QVERIFY(words("packetEffect").contains(QStringLiteral("nothing new")));
        click(dialog(), "packetTake");
        QVERIFY(QTest::qWaitFor([this] { return words("packetResult").contains(QStringLiteral("Nothing new")); }, 30000));
        delete dialog();

        // Both are in the list, and the work is answered.
        m_program->act("window.packets");
        auto *window = m_program->window().findChild<workstation::PacketWindow *>();
        QVERIFY(window && QTest::qWaitFor([&] { return window->idle(); }, 30000));
        QCOMPARE(window->packets().size(), std::size_t(2));
        QStringList states;
        for (const packet::ListedPacket &packet : window->packets())
            states << workstation::packets::kindTitle(packet.kind) + QLatin1Char(' ') + workstation::packets::stateWords(packet);
        states.sort();
        QCOMPARE(states, QStringList({QStringLiteral("Submissions taken"), QStringLiteral("Work answered")}));
        shot(window, "packets-list");
    }

    void whatASubmissionsPacketMayNotDo()
    {
        QVERIFY_RESULT(trust(m_ann));
        {
            auto lead = leadProject(m_boss, {m_ann.name});
            QVERIFY_RESULT(lead);
            // mara is an annotator here, and may not merge.
            auto builder = test::gesture(**lead);
            builder.put(nullptr, model::Member{QStringLiteral("mara"), {}, QStringLiteral("annotator"), {}});
            QVERIFY_RESULT(test::commit(**lead, builder, m_boss.name));
            QVERIFY_RESULT(packBack(**lead, "work.plumbpack", "back.plumbpack", m_ann));
        }
        start({path("lead.plumb")});
        QVERIFY(m_program->waitForProject());
        show("back.plumbpack");
        QVERIFY(words("packetEffect").contains(QStringLiteral("may not")));
        QVERIFY(!takeable());
        delete dialog();
        m_program->act("window.packets");
        auto *window = m_program->window().findChild<workstation::PacketWindow *>();
        QVERIFY(window && QTest::qWaitFor([&] { return window->idle(); }, 30000));
        QVERIFY(!in<QWidget>(window, "packetsHandOut")->isVisible());
        QVERIFY(!in<QWidget>(window, "packetsRecall")->isVisible());
        QVERIFY(!in<QWidget>(window, "packetsCases")->isVisible());
    }

private:
    QByteArray zipped(const test::Members &members)
    {
        QFile::remove(path("made.zip"));
        QFile out(path("made.zip"));
        if (!out.open(QIODevice::WriteOnly))
            return {};
        packet::ZipWriter zip(out);
        for (const auto &[name, content] : members)
            (void)zip.add(name, content);
        (void)zip.finish();
        out.close();
        return test::contentOf(path("made.zip"));
    }
    test::Members signedMembers(const QByteArray &manifest)
    {
        test::Members all{{"mimetype", packet::packetMimeType()}, {"manifest.json", manifest}};
        QByteArray digests;
        for (const auto &[name, content] : all)
            digests += base::sha256(content).toHex().toLatin1() + "  " + name + '\n';
        all.emplace_back("digests.sha256", digests);
        all.emplace_back(
            "digests.sha256.minisig",
            *m_boss.signing.sign(digests, "plumbline packet " + Uuid::fromName("test", "packet").toString().toLatin1()));
        return all;
    }
};

QTEST_MAIN(TestPackets)
#include "tst_packets.moc"
