// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/log.h"
#include "core/identity/secret.h"
#include "core/identity/signin.h"
#include "core/workflow/members.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>

using namespace plumbline;
using workflow::MemberChange;
using workflow::Role;

/// Secrets, who may sign in with them, and what becomes of members.
class TestSecrets : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Project> m_project;
    const store::Person m_lead{QStringLiteral("lea"), true};

    QStringList actions()
    {
        QStringList list;
        const auto visited = audit::Log(*m_project).visit([&](const audit::Entry &entry) -> Result<> {
            list.append(entry.actor + QLatin1Char(' ') + entry.action + QLatin1Char(' ') + entry.object);
            return {};
        });
        return visited ? list : QStringList{visited.error().text};
    }
    QString roleOf(const char *name)
    {
        const auto role = workflow::roleOfMember(**m_project->store().reader(), QString::fromLatin1(name));
        return role && *role ? workflow::roleName(**role) : QStringLiteral("-");
    }

private slots:
    void initTestCase() { qputenv("XDG_STATE_HOME", m_home.path().toUtf8()); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto made = store::Project::create(m_folder->filePath(QStringLiteral("p.plumb")),
                                           {QStringLiteral("p"), model::emptySchema(), m_lead, true});
        QVERIFY_RESULT(made);
        m_project = std::move(*made);
    }
    void cleanup() { m_project.reset(); }

    void hashesFitTheirSecretOnly()
    {
        const auto hash = identity::hashSecret("correct horse");
        QVERIFY_RESULT(hash);
        QVERIFY(hash->startsWith("$argon2id$"));
        QVERIFY(!hash->contains("horse"));
        const auto again = identity::hashSecret("correct horse");
        QVERIFY_RESULT(again);
        QVERIFY(*again != *hash);
        for (const auto &[secret, fits] :
             {std::pair{"correct horse", true}, {"correct horsf", false}, {"", false}, {"correct", false}}) {
            const auto answer = identity::secretFits(*hash, secret);
            QVERIFY_RESULT(answer);
            QCOMPARE(*answer, fits);
        }
        QVERIFY_FAILS(identity::hashSecret("abc"), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(identity::hashSecret(QByteArray(2000, 'x')), ErrorCode::InvalidArgument);
        const auto longOne = identity::secretFits(*hash, QByteArray(5000, 'x'));
        QVERIFY_RESULT(longOne);
        QVERIFY(!*longOne);
    }

    void hashesThatCostTooMuchAreNotTried_data()
    {
        QTest::addColumn<QByteArray>("hash");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("words") << QByteArray("secret");
        QTest::newRow("a terabyte") << QByteArray("$argon2id$v=19$m=1073741824,t=2,p=1$AAAA$AAAA");
        QTest::newRow("nine gigabytes") << QByteArray("$argon2id$v=19$m=9437184,t=2,p=1$AAAA$AAAA");
        QTest::newRow("a year") << QByteArray("$argon2id$v=19$m=16384,t=999,p=1$AAAA$AAAA");
        QTest::newRow("another way") << QByteArray("$argon2i$v=19$m=16384,t=2,p=1$AAAA$AAAA");
        QTest::newRow("long") << QByteArray("$argon2id$v=19$m=16384,t=2,p=1$") + QByteArray(500, 'A') + "$AAAA";
        QTest::newRow("a zero inside") << QByteArray("$argon2id$v=19$m=16384,t=2,p=1$AAAA$AAAA\0x", 43);
    }
    void hashesThatCostTooMuchAreNotTried()
    {
        QFETCH(QByteArray, hash);
        QVERIFY_FAILS(identity::secretFits(hash, "secret"), ErrorCode::Corrupt);
    }

    void filesOfOthersAreRefused()
    {
        const QString path = m_folder->filePath(QStringLiteral("secret"));
        QVERIFY_FAILS(identity::readSecretFile(path), ErrorCode::NotFound);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("hush hush\r\nnot this\n");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        QVERIFY_FAILS(identity::readSecretFile(path), ErrorCode::PermissionDenied);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        const auto secret = identity::readSecretFile(path);
        QVERIFY_RESULT(secret);
        QCOMPARE(*secret, QByteArray("hush hush"));
        QVERIFY(file.resize(0));
        QVERIFY_FAILS(identity::readSecretFile(path), ErrorCode::InvalidArgument);
        QVERIFY(file.resize(100'000));
        QVERIFY_FAILS(identity::readSecretFile(path), ErrorCode::TooLarge);
    }

    void signingIn()
    {
        using std::chrono::milliseconds;
        const QString ann = QStringLiteral("ann");
        QVERIFY_RESULT(workflow::addMember(*m_project, ann, {Role::Reviewer, {}, QByteArray("ann's own")}, m_lead));
        const auto person = identity::signIn(*m_project, ann, "ann's own");
        QVERIFY_RESULT(person);
        QCOMPARE(*person, (store::Person{ann, true}));
        QVERIFY_FAILS(identity::signIn(*m_project, ann, "ann's", milliseconds(0)), ErrorCode::PermissionDenied);
        QVERIFY_FAILS(identity::signIn(*m_project, m_lead.name, "", milliseconds(0)), ErrorCode::PermissionDenied);
        QVERIFY_FAILS(identity::signIn(*m_project, QStringLiteral("eve"), "ann's own", milliseconds(0)),
                      ErrorCode::PermissionDenied);
        // A record moved to another name does not open it.
        QVERIFY_RESULT(workflow::addMember(*m_project, QStringLiteral("bob"), {}, m_lead));
        const auto stored = identity::storedSecret(*m_project, ann);
        QVERIFY_RESULT(stored);
        model::Record moved = **stored;
        moved.id = identity::secretId(QStringLiteral("bob"));
        history::GestureBuilder builder(m_project->store().ids().make<GestureId>(), QStringLiteral("Move"));
        builder.put(nullptr, moved);
        QVERIFY_RESULT(store::wait(m_project->store().commit(builder.take(), QStringLiteral("eve"))));
        QVERIFY_FAILS(identity::signIn(*m_project, QStringLiteral("bob"), "ann's own", milliseconds(0)),
                      ErrorCode::PermissionDenied);
        QCOMPARE(actions(), (QStringList{QStringLiteral("lea member-added ann"), QStringLiteral("lea secret-set ann"),
                                         QStringLiteral("ann signed-in ann"), QStringLiteral("ann secret-refused ann"),
                                         QStringLiteral("lea secret-refused lea"), QStringLiteral("eve secret-refused eve"),
                                         QStringLiteral("lea member-added bob"), QStringLiteral("bob secret-refused bob")}));
    }

    void membersAreForLeads()
    {
        const QString ann = QStringLiteral("ann");
        const store::Person annHerself{ann, true};
        QVERIFY_RESULT(workflow::addMember(*m_project, ann, {Role::Annotator, QStringLiteral("north"), {}}, m_lead));
        QVERIFY_FAILS(workflow::addMember(*m_project, ann, {}, m_lead), ErrorCode::AlreadyExists);
        QVERIFY_FAILS(workflow::addMember(*m_project, QStringLiteral("bob"), {}, annHerself), ErrorCode::PermissionDenied);
        QVERIFY_FAILS(workflow::addMember(*m_project, QStringLiteral("bob"), {}, {m_lead.name, false}),
                      ErrorCode::PermissionDenied);
        QVERIFY_FAILS(workflow::changeMember(*m_project, ann, {Role::Lead, {}, {}}, annHerself), ErrorCode::PermissionDenied);
        // Her own secret, and nothing with it.
        QVERIFY_RESULT(workflow::changeMember(*m_project, ann, {{}, {}, QByteArray("new one")}, annHerself));
        QVERIFY_FAILS(workflow::changeMember(*m_project, ann, {Role::Lead, {}, QByteArray("newer")}, annHerself),
                      ErrorCode::PermissionDenied);
        QVERIFY_FAILS(workflow::changeMember(*m_project, ann, {{}, {}, QByteArray("newer")}, {ann, false}),
                      ErrorCode::PermissionDenied);
        QVERIFY_FAILS(workflow::changeMember(*m_project, m_lead.name, {{}, {}, QByteArray("hers")}, annHerself),
                      ErrorCode::PermissionDenied);
        QVERIFY_FAILS(workflow::removeMember(*m_project, m_lead.name, annHerself), ErrorCode::PermissionDenied);
        QCOMPARE(roleOf("ann"), QStringLiteral("annotator"));
        const auto list = workflow::memberList(*m_project);
        QVERIFY_RESULT(list);
        QCOMPARE(list->size(), std::size_t(2));
        QVERIFY(!list->at(0).hasSecret);
        QVERIFY(list->at(1).hasSecret);
        QCOMPARE(list->at(1).member.cohort, QStringLiteral("north"));
    }

    void theLastLeadStays()
    {
        QVERIFY_FAILS(workflow::removeMember(*m_project, m_lead.name, m_lead), ErrorCode::Conflict);
        QVERIFY_FAILS(workflow::changeMember(*m_project, m_lead.name, {Role::Viewer, {}, {}}, m_lead), ErrorCode::Conflict);
        QVERIFY_RESULT(workflow::addMember(*m_project, QStringLiteral("bob"), {Role::Lead, {}, QByteArray("bob's")}, m_lead));
        QVERIFY_RESULT(workflow::changeMember(*m_project, m_lead.name, {Role::Reviewer, {}, {}}, m_lead));
        QCOMPARE(roleOf("lea"), QStringLiteral("reviewer"));
        QVERIFY_FAILS(workflow::removeMember(*m_project, QStringLiteral("bob"), {QStringLiteral("bob"), true}),
                      ErrorCode::Conflict);
        QVERIFY_RESULT(workflow::removeMember(*m_project, m_lead.name, {QStringLiteral("bob"), true}));
        QCOMPARE(roleOf("lea"), QStringLiteral("-"));
        // Undo takes nothing of it back.
        QVERIFY_FAILS(store::wait(m_project->store().undo(QStringLiteral("bob"))), ErrorCode::NotFound);
        const auto problems = (*m_project->store().reader())->verify({});
        QVERIFY_RESULT(problems);
        QCOMPARE(*problems, QStringList());
    }

    void whoComesBackHasNoOldSecret()
    {
        const QString ann = QStringLiteral("ann");
        QVERIFY_RESULT(workflow::addMember(*m_project, ann, {{}, {}, QByteArray("first")}, m_lead));
        QVERIFY_RESULT(workflow::removeMember(*m_project, ann, m_lead));
        QVERIFY_FAILS(identity::signIn(*m_project, ann, "first", {}), ErrorCode::PermissionDenied);
        QVERIFY_RESULT(workflow::addMember(*m_project, ann, {}, m_lead));
        QVERIFY_FAILS(identity::signIn(*m_project, ann, "first", {}), ErrorCode::PermissionDenied);
        QVERIFY_RESULT(workflow::changeMember(*m_project, ann, {{}, {}, QByteArray("second")}, m_lead));
        QVERIFY_RESULT(identity::signIn(*m_project, ann, "second", {}));
        QVERIFY_RESULT(workflow::changeMember(*m_project, ann, {{}, {}, QByteArray()}, m_lead));
        QVERIFY_FAILS(identity::signIn(*m_project, ann, "second", {}), ErrorCode::PermissionDenied);
    }

    void wrongNames_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"", " ann", "accepted", "model:yolo"})
            QTest::newRow(name) << QString::fromLatin1(name);
        QTest::newRow("line") << QStringLiteral("a\nb");
        QTest::newRow("long") << QString(500, QLatin1Char('x'));
    }
    void wrongNames()
    {
        QFETCH(QString, name);
        QVERIFY_FAILS(workflow::addMember(*m_project, name, {}, m_lead), ErrorCode::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
