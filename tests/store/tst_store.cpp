// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"
#include "core/store/dailybackup.h"
#include "core/store/project.h"
#include "core/store/reader.h"
#include "tests/support/fakes.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <sys/resource.h>

#include <csignal>

using namespace plumbline;
using store::Project;

class TestStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<test::Identity> m_identity;
    std::unique_ptr<Project> m_project;
    ItemId m_item;
    ClassId m_car;
    const QString m_me = QStringLiteral("ada");

    [[nodiscard]] store::Store &db() const { return m_project->store(); }
    [[nodiscard]] QString folder() const { return m_dir->path() + QStringLiteral("/p.plumb"); }
    [[nodiscard]] store::Store::Options options() const { return {&m_identity->clock, &m_identity->random, false}; }

    model::Annotation box(double x, const QString &layer = QStringLiteral("accepted"))
    {
        model::Annotation a;
        a.id = m_identity->ids.make<AnnotationId>();
        a.item = m_item;
        a.layer = layer;
        a.labelClass = m_car;
        a.geometry = geometry::Box{x, 2, 30, 40};
        a.createdMicroseconds = m_identity->clock.nowMicroseconds();
        return a;
    }

    Result<store::Ack> push(const std::function<void(history::GestureBuilder &)> &build, const QString &actor = {})
    {
        history::GestureBuilder builder(m_identity->ids.make<GestureId>(), QStringLiteral("Edit"));
        build(builder);
        return store::wait(db().commit(builder.take(), actor.isEmpty() ? m_me : actor));
    }

    std::vector<model::Annotation> all()
    {
        auto reader = db().reader();
        return (*reader)->annotations({m_item, {}}).value();
    }

    QStringList problems()
    {
        auto reader = db().reader();
        return (*reader)->verify({}).value();
    }

    void damage(const char *sql)
    {
        m_project.reset();
        sqlite3 *db = nullptr;
        QCOMPARE(sqlite3_open((folder() + QStringLiteral("/project.db")).toUtf8().constData(), &db), SQLITE_OK);
        QCOMPARE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(db);
        auto reopened = Project::open(folder(), Project::Access::Write, options());
        QVERIFY_RESULT(reopened);
        m_project = std::move(*reopened);
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_identity = std::make_unique<test::Identity>();
        model::Schema schema = model::emptySchema();
        m_car = m_identity->ids.make<ClassId>();
        model::addClass(schema, m_car, QStringLiteral("car"));
        auto made = Project::create(folder(), {{}, schema, {m_me, true}, false}, options());
        QVERIFY_RESULT(made);
        m_project = std::move(*made);
        model::Item item;
        item.id = m_item = ItemId{m_identity->ids.version4()};
        item.name = item.path = QStringLiteral("a.jpg");
        QVERIFY_RESULT(push([&](auto &g) { g.put(nullptr, item); }));
    }
    void cleanup() { m_project.reset(); }

    void keepsWhatWasCommitted()
    {
        const model::Annotation a = box(1);
        const auto ack = push([&](auto &g) { g.create(a); });
        QVERIFY_RESULT(ack);
        QVERIFY(ack->seq > 0);
        m_project.reset();
        m_project = std::move(*Project::open(folder(), Project::Access::Write, options()));
        model::Annotation expected = a;
        expected.revision = 1;
        QCOMPARE(all().size(), std::size_t(1));
        QVERIFY(all().front() == expected);
        QCOMPARE(problems(), QStringList());
    }

    void undoAndRedoSurviveARestart()
    {
        const model::Annotation a = box(1);
        model::Annotation moved = a;
        moved.geometry = geometry::Box{50, 2, 30, 40};
        moved.attributes[QStringLiteral("occluded")] = true;
        QVERIFY_RESULT(push([&](auto &g) { g.create(a); }));
        QVERIFY_RESULT(push([&](auto &g) { g.update(a, moved); }));
        QVERIFY_RESULT(push([&](auto &g) { g.remove(moved); }));
        QVERIFY(all().empty());

        const auto reopen = [&] {
            m_project.reset();
            m_project = std::move(*Project::open(folder(), Project::Access::Write, options()));
        };
        reopen();
        QVERIFY_RESULT(store::wait(db().undo(m_me)));
        QVERIFY(all().front().geometry == moved.geometry);
        reopen();
        QVERIFY_RESULT(store::wait(db().undo(m_me)));
        QVERIFY(all().front().geometry == a.geometry);
        QVERIFY(all().front().attributes.empty());
        QVERIFY_RESULT(store::wait(db().undo(m_me)));
        QVERIFY(all().empty());
        reopen();
        for (int i = 0; i < 3; ++i)
            QVERIFY_RESULT(store::wait(db().redo(m_me)));
        QVERIFY(all().empty());
        QVERIFY_FAILS(store::wait(db().redo(m_me)), ErrorCode::NotFound);
        QVERIFY_RESULT(store::wait(db().undo(m_me)));
        QVERIFY(all().front().geometry == moved.geometry);
        QCOMPARE(problems(), QStringList());
    }

    void undoNeverCrossesPeople()
    {
        QVERIFY_RESULT(push([&](auto &g) { g.create(box(1)); }));
        QVERIFY_FAILS(store::wait(db().undo(QStringLiteral("bob"))), ErrorCode::NotFound);
        QCOMPARE(all().size(), std::size_t(1));
    }

    void aStaleEditIsAConflictAndChangesNothing()
    {
        const model::Annotation a = box(1);
        QVERIFY_RESULT(push([&](auto &g) { g.create(a); }));
        model::Annotation stale = a;
        stale.geometry = geometry::Box{9, 9, 9, 9};
        model::Annotation next = stale;
        next.geometry = geometry::Box{10, 10, 10, 10};
        const model::Annotation other = box(5);
        QVERIFY_FAILS(push([&](auto &g) { g.create(other).update(stale, next); }), ErrorCode::Conflict);
        QCOMPARE(all().size(), std::size_t(1));
        QVERIFY(all().front().geometry == a.geometry);
        QVERIFY_RESULT(push([&](auto &g) { g.create(other); }));
        QCOMPARE(problems(), QStringList());
    }

    void bulkRowsAreOneGesture()
    {
        const auto ack = db().bulk(QStringLiteral("Import"), m_me, [&](store::BulkSink &sink) -> Result<> {
            for (int batch = 0; batch < 20; ++batch) {
                std::vector<model::Annotation> rows;
                for (int i = 0; i < 100; ++i)
                    rows.push_back(box(i));
                if (const auto added = sink.addAnnotations(rows); !added)
                    return added;
            }
            return {};
        });
        QVERIFY_RESULT(ack);
        QCOMPARE(all().size(), std::size_t(2000));
        QCOMPARE(problems(), QStringList());

        const model::Annotation first = all().front();
        model::Annotation moved = first;
        moved.geometry = geometry::Box{500, 2, 30, 40};
        QVERIFY_RESULT(push([&](auto &g) { g.update(first, moved); }));
        QCOMPARE(problems(), QStringList());
        QVERIFY_RESULT(store::wait(db().undo(m_me)));
        QVERIFY_RESULT(store::wait(db().undo(m_me)));
        QVERIFY(all().empty());
        QCOMPARE(problems(), QStringList());
        QVERIFY_RESULT(store::wait(db().redo(m_me)));
        QCOMPARE(all().size(), std::size_t(2000));
        QVERIFY(all().front().geometry == first.geometry);
        QCOMPARE(problems(), QStringList());
    }

    void aFailedImportLeavesNothing()
    {
        const auto ack = db().bulk(QStringLiteral("Import"), m_me, [&](store::BulkSink &sink) -> Result<> {
            if (const auto added = sink.addAnnotations({box(1)}); !added)
                return added;
            return jobs::JobControl::cancelledError();
        });
        QVERIFY_FAILS(ack, ErrorCode::Cancelled);
        QVERIFY(all().empty());
        QVERIFY_RESULT(push([&](auto &g) { g.create(box(1)); }));
        QCOMPARE(problems(), QStringList());
    }

    void verifyFindsDamage_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("state changed") << QByteArray("UPDATE annotation SET alive = 0 WHERE n = 1");
        QTest::newRow("value changed") << QByteArray("UPDATE annotation SET data = (SELECT data FROM annotation WHERE n = 2) WHERE n = 1");
        QTest::newRow("operation removed") << QByteArray("DELETE FROM operation WHERE seq = 4");
        QTest::newRow("last operation removed") << QByteArray("DELETE FROM operation WHERE seq = (SELECT max(seq) FROM operation)");
        QTest::newRow("actor changed") << QByteArray("UPDATE gesture SET actor = 'eve' WHERE n = 3");
        QTest::newRow("payload changed") << QByteArray("UPDATE payload SET data = x'00' WHERE sha = (SELECT after_sha FROM operation WHERE kind = 0 LIMIT 1)");
        QTest::newRow("layer column changed") << QByteArray("INSERT INTO layer(name) VALUES('other'); UPDATE annotation SET layer = (SELECT max(n) FROM layer) WHERE n = 1");
        QTest::newRow("name column changed") << QByteArray("UPDATE item SET name = 'passwd'");
        QTest::newRow("owner column changed") << QByteArray("UPDATE entity SET owner = 'eve' WHERE type = 6");
        QTest::newRow("row smuggled in") << QByteArray(
            "INSERT INTO annotation(id,item,layer,class,kind,alive,created_seq,revision,data) SELECT x'00112233445566778899aabbccddeeff',"
            "item,layer,class,kind,1,9999,1,data FROM annotation WHERE n = 1");
    }
    void verifyFindsDamage()
    {
        QFETCH(QByteArray, sql);
        QVERIFY_RESULT(push([&](auto &g) { g.create(box(1)); }));
        QVERIFY_RESULT(push([&](auto &g) { g.create(box(2)); }));
        QVERIFY_RESULT(push([&](auto &g) { g.create(box(3)); }));
        QCOMPARE(problems(), QStringList());
        damage(sql.constData());
        QVERIFY(!problems().isEmpty());
    }

    void aNewerDatabaseIsReadOnlyAndUntouched()
    {
        QVERIFY_RESULT(push([&](auto &g) { g.create(box(1)); }));
        m_project.reset();
        const QString file = folder() + QStringLiteral("/project.db");
        sqlite3 *raw = nullptr;
        QCOMPARE(sqlite3_open(file.toUtf8().constData(), &raw), SQLITE_OK);
        QCOMPARE(sqlite3_exec(raw, "PRAGMA user_version = 4711; PRAGMA wal_checkpoint(TRUNCATE)", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(raw);
        const auto before = base::sha256OfFile(file);
        {
            auto opened = Project::open(folder(), Project::Access::Write, options());
            QVERIFY_RESULT(opened);
            QVERIFY((*opened)->store().readOnly());
            QVERIFY((*opened)->store().whyReadOnly().contains(QStringLiteral("4711")));
            QVERIFY_FAILS(store::wait((*opened)->store().undo(m_me)), ErrorCode::ReadOnly);
            QCOMPARE((*(*opened)->store().reader())->annotations({m_item, {}})->size(), std::size_t(1));
        }
        QVERIFY(*base::sha256OfFile(file) == *before);
    }

    void oneWriterAtATime()
    {
        QVERIFY_FAILS(Project::open(folder(), Project::Access::Write, options()), ErrorCode::Locked);
        QVERIFY_RESULT(Project::open(folder(), Project::Access::Read, options()));
    }

    void backupsAreCompleteAndNeverOverwrite()
    {
        QVERIFY_RESULT(push([&](auto &g) { g.create(box(1)); }));
        const QString target = m_dir->path() + QStringLiteral("/copy.db");
        QVERIFY_RESULT(db().backup(target));
        QVERIFY_FAILS(db().backup(target), ErrorCode::AlreadyExists);
        auto copy = store::Store::open(target, options());
        QVERIFY_RESULT(copy);
        QCOMPARE((*(*copy)->reader())->annotations({m_item, {}})->size(), std::size_t(1));
        QCOMPARE((*(*copy)->reader())->verify({}).value(), QStringList());
    }

    void aWeekOfDailyBackupsIsKept()
    {
        constexpr std::int64_t day = 24LL * 3600 * 1'000'000;
        const QString mine = m_project->backupsFolder() + QStringLiteral("/mine.db");
        QVERIFY_RESULT(db().backup(mine));
        for (int i = 0; i < 10; ++i) {
            const auto made = store::keepDailyBackup(*m_project);
            QVERIFY_RESULT(made);
            QVERIFY(made->has_value());
            QVERIFY(!store::keepDailyBackup(*m_project)->has_value());
            m_identity->clock.advance(day);
        }
        const QStringList kept = QDir(m_project->backupsFolder()).entryList({QStringLiteral("daily-*.db")}, QDir::Files, QDir::Name);
        QCOMPARE(kept.size(), store::dailyBackupsKept);
        QVERIFY(QFile::exists(mine));
        const auto copy = store::Store::open(m_project->backupsFolder() + QLatin1Char('/') + kept.back(), options());
        QVERIFY_RESULT(copy);
        QCOMPARE((*(*copy)->reader())->verify({}).value(), QStringList());
    }

    void aFullDiskIsReportedAndLosesNothingAcknowledged()
    {
        const model::Annotation kept = box(1);
        QVERIFY_RESULT(push([&](auto &g) { g.create(kept); }));
        // A file-size limit stands in for a full disk: writes beyond it fail as they do there.
        signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        getrlimit(RLIMIT_FSIZE, &old);
        const qint64 now = std::max(QFileInfo(folder() + QStringLiteral("/project.db-wal")).size(),
                                    QFileInfo(folder() + QStringLiteral("/project.db")).size());
        rlimit tight{static_cast<rlim_t>(now + 4096), old.rlim_max};
        setrlimit(RLIMIT_FSIZE, &tight);
        bool refused = false;
        for (int i = 0; i < 200 && !refused; ++i) {
            model::Annotation big = box(i);
            big.extra = Json{{"text", std::string(4000, 'x')}};
            refused = !push([&](auto &g) { g.create(big); });
        }
        setrlimit(RLIMIT_FSIZE, &old);
        QVERIFY(refused);
        const auto stored = all();
        QVERIFY(!stored.empty());
        QVERIFY(stored.front().id == kept.id);
        QVERIFY_RESULT(push([&](auto &g) { g.create(box(7)); }));
        QCOMPARE(problems(), QStringList());
    }

    void notADatabaseIsRefusedInWords()
    {
        m_project.reset();
        QFile file(folder() + QStringLiteral("/project.db"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("this is not a database, it is a sentence that goes on for a while");
        file.close();
        const auto opened = Project::open(folder(), Project::Access::Write, options());
        QVERIFY_FAILS(opened, ErrorCode::Corrupt);
    }

    void randomEditsUndoBackToEmpty()
    {
        base::SeededRandom random(7);
        std::vector<model::Annotation> model;
        int gestures = 0;
        for (int i = 0; i < 300; ++i) {
            const auto choice = random.below(model.empty() ? 1 : 4);
            history::GestureBuilder builder(m_identity->ids.make<GestureId>(), QStringLiteral("Edit"));
            if (choice == 0) {
                model.push_back(box(random.uniform(0, 100)));
                builder.create(model.back());
            } else {
                const std::size_t at = random.below(model.size());
                if (choice == 3) {
                    builder.remove(model[at]);
                    model.erase(model.begin() + static_cast<std::ptrdiff_t>(at));
                } else {
                    model::Annotation after = model[at];
                    after.geometry = geometry::Box{random.uniform(0, 100), 1, 2, 3};
                    after.unsure = random.below(2) == 1;
                    builder.update(model[at], after);
                    model[at] = after;
                }
            }
            QVERIFY_RESULT(store::wait(db().commit(builder.take(), m_me)));
            ++gestures;
        }
        const auto withoutRevision = [](std::vector<model::Annotation> list) {
            for (auto &a : list)
                a.revision = 0;
            std::sort(list.begin(), list.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
            return list;
        };
        QVERIFY(withoutRevision(all()) == withoutRevision(model));
        QCOMPARE(problems(), QStringList());
        for (int i = 0; i < gestures; ++i)
            QVERIFY_RESULT(store::wait(db().undo(m_me)));
        QVERIFY(all().empty());
        QCOMPARE(problems(), QStringList());
        for (int i = 0; i < gestures; ++i)
            QVERIFY_RESULT(store::wait(db().redo(m_me)));
        QVERIFY(withoutRevision(all()) == withoutRevision(model));
        QCOMPARE(problems(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
