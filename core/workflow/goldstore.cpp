// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/goldstore.h"

#include "core/base/cbor.h"
#include "core/base/logging.h"
#include "core/model/codec.h"
#include "core/store/sqlite.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace plumbline::workflow {

using store::Connection;
using store::Statement;
using store::Transaction;

namespace {

constexpr int goldVersion = 4;

constexpr char tables[] = R"(
CREATE TABLE key(item BLOB PRIMARY KEY, kind INTEGER NOT NULL, data BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE answer(task TEXT PRIMARY KEY, label TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE policy(name TEXT PRIMARY KEY, value REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE gauge(annotator TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE scored(submission BLOB PRIMARY KEY, item BLOB NOT NULL, annotator TEXT NOT NULL, gold INTEGER NOT NULL) WITHOUT ROWID;
PRAGMA application_id = 0x504C4D47;
PRAGMA user_version = 1;
)";

// Version 2 keeps the outcomes themselves. Data is padded: see outcomeData.
constexpr char outcomeTable[] = R"(
BEGIN IMMEDIATE;
CREATE TABLE outcome(submission BLOB PRIMARY KEY, item BLOB NOT NULL, annotator TEXT NOT NULL, round INTEGER NOT NULL,
    number INTEGER NOT NULL, time INTEGER NOT NULL, gold INTEGER NOT NULL, data BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX outcome_annotator ON outcome(annotator) WHERE gold = 1;
PRAGMA user_version = 2;
COMMIT;
)";

// Version 3 has every row in the index, gold or not, so that a submission of either kind writes as many pages.
constexpr char fullIndex[] = R"(
BEGIN IMMEDIATE;
DROP INDEX outcome_annotator;
CREATE INDEX outcome_annotator ON outcome(annotator, gold);
PRAGMA user_version = 3;
COMMIT;
)";

// Version 4 knows what was taken out of the scores.
constexpr char withdrawnTable[] = R"(
BEGIN IMMEDIATE;
CREATE TABLE withdrawn(submission BLOB PRIMARY KEY, annotator TEXT NOT NULL, task TEXT NOT NULL, item BLOB, reason TEXT NOT NULL,
    time INTEGER NOT NULL) WITHOUT ROWID;
PRAGMA user_version = 4;
COMMIT;
)";

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

QByteArray encodeKey(const quality::GoldKey &key)
{
    base::CborWriter w;
    w.array(3);
    w.boolean(key.cannotLabelIsRight);
    w.array(key.answers.size());
    for (const auto &answer : key.answers) {
        w.array(answer.size());
        for (const model::Annotation &annotation : answer)
            w.bytes(model::encode(annotation));
    }
    w.array(key.frames.size());
    for (const std::int64_t time : key.frames)
        w.integer(time);
    return w.take();
}

// Filled up with zeros to a multiple of a size that fits most outcomes, and just as many without one.
QByteArray outcomeData(const std::optional<quality::GoldOutcome> &outcome)
{
    constexpr qsizetype step = 1024;
    base::CborWriter writer;
    if (outcome)
        quality::encode(writer, *outcome);
    QByteArray data = writer.take();
    data.append(step - data.size() % step, '\0');
    return data;
}

Result<quality::GoldKey> decodeKey(QByteArrayView data)
{
    base::CborReader r(data);
    quality::GoldKey key;
    // Keys of before frames were named are one shorter.
    const std::uint64_t parts = r.array();
    if (parts != 2 && parts != 3)
        r.setFailed();
    key.cannotLabelIsRight = r.boolean();
    const std::uint64_t answers = r.array();
    for (std::uint64_t i = 0; i < answers && !r.failed(); ++i) {
        auto &answer = key.answers.emplace_back();
        const std::uint64_t count = r.array();
        for (std::uint64_t k = 0; k < count && !r.failed(); ++k) {
            auto annotation = model::decodeAnnotation(r.bytes());
            if (!annotation)
                return fail(annotation.error());
            answer.push_back(std::move(*annotation));
        }
    }
    const std::uint64_t frames = parts == 3 ? r.array() : 0;
    for (std::uint64_t i = 0; i < frames && !r.failed(); ++i)
        key.frames.push_back(r.integer());
    if (!r.complete())
        return fail(ErrorCode::Corrupt, tr("A gold answer is damaged."));
    return key;
}

}  // namespace

QString GoldStore::standardPath(ProjectId project)
{
    const QString folder = qEnvironmentVariable("PLUMBLINE_GOLD_FOLDER", base::dataFolder() + QStringLiteral("/gold"));
    return folder + QLatin1Char('/') + project.toString() + QStringLiteral(".db");
}

GoldStore::GoldStore(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}

GoldStore::~GoldStore() = default;

Result<std::unique_ptr<GoldStore>> GoldStore::open(const QString &file)
{
    const bool fresh = !QFileInfo::exists(file);
    if (!QDir().mkpath(QFileInfo(file).absolutePath()))
        return fail(ErrorCode::PermissionDenied,
                    tr("The folder for gold answers, %1, cannot be made.").arg(QFileInfo(file).absolutePath()));
    auto connection = Connection::open(file, fresh ? Connection::Mode::Create : Connection::Mode::ReadWrite);
    if (!connection)
        return fail(connection.error());
    if (const auto done = connection->execute("PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL;"); !done)
        return fail(done.error());
    if (fresh) {
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        if (const auto done = connection->execute(tables); !done)
            return fail(done.error());
    }
    auto version = connection->integer("PRAGMA user_version");
    if (!version)
        return fail(version.error());
    if (*version == 1) {
        if (const auto done = connection->execute(outcomeTable); !done)
            return fail(done.error());
        version = 2;
    }
    if (*version == 2) {
        if (const auto done = connection->execute(fullIndex); !done)
            return fail(done.error());
        version = 3;
    }
    if (*version == 3) {
        if (const auto done = connection->execute(withdrawnTable); !done)
            return fail(done.error());
        version = 4;
    }
    if (*version != goldVersion)
        return fail(ErrorCode::NewerVersion, tr("The gold answers were written by a newer Plumbline; update the program."));
    return std::unique_ptr<GoldStore>(new GoldStore(std::make_unique<Connection>(std::move(*connection))));
}

Result<> GoldStore::setKey(ItemId item, const quality::GoldKey &key, GoldKind kind)
{
    const QByteArray data = encodeKey(key);
    Statement write = m_connection->prepare("INSERT INTO key(item, kind, data) VALUES(?, ?, ?) "
                                            "ON CONFLICT DO UPDATE SET kind = excluded.kind, data = excluded.data");
    return write.bind(item.uuid).bind(static_cast<int>(kind)).bind(data).run();
}

Result<> GoldStore::forgetKey(ItemId item)
{
    return m_connection->prepare("DELETE FROM key WHERE item = ?").bind(item.uuid).run();
}

Result<std::vector<std::pair<ItemId, GoldKind>>> GoldStore::keys() const
{
    std::vector<std::pair<ItemId, GoldKind>> list;
    Statement read = m_connection->prepare("SELECT item, kind FROM key ORDER BY item");
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return list;
        list.emplace_back(ItemId{read.uuid(0)}, static_cast<GoldKind>(read.integer(1)));
    }
}

Result<std::vector<GoldStore::Withdrawal>> GoldStore::withdrawals() const
{
    std::vector<Withdrawal> list;
    Statement read =
        m_connection->prepare("SELECT submission, annotator, task, item, reason, time FROM withdrawn ORDER BY time, submission");
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return list;
        list.push_back(
            {SubmissionId{read.uuid(0)}, read.text(1), read.text(2), ItemId{read.uuid(3)}, read.text(4), read.integer(5)});
    }
}

Result<std::optional<GoldStore::StoredKey>> GoldStore::key(ItemId item) const
{
    Statement read = m_connection->prepare("SELECT kind, data FROM key WHERE item = ?");
    const auto row = read.bind(item.uuid).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::nullopt;
    auto key = decodeKey(read.view(1));
    if (!key)
        return fail(key.error());
    return StoredKey{std::move(*key), static_cast<GoldKind>(read.integer(0))};
}

Result<std::int64_t> GoldStore::count(GoldKind kind) const
{
    return m_connection->integer(kind == GoldKind::Blind ? "SELECT count(*) FROM key WHERE kind = 0"
                                                         : "SELECT count(*) FROM key WHERE kind = 1");
}

Result<quality::GaugeRelease> GoldStore::gauge(const QString &annotator) const
{
    Statement read = m_connection->prepare("SELECT data FROM gauge WHERE annotator = ?");
    const auto row = read.bind(annotator).step();
    if (!row)
        return fail(row.error());
    if (*row)
        return quality::GaugeRelease::decode(read.view(0));
    Statement policy = m_connection->prepare("SELECT value FROM policy WHERE name = 'blind-share'");
    const auto set = policy.step();
    if (!set)
        return fail(set.error());
    constexpr double usualShare = 0.1;
    return quality::GaugeRelease(quality::ReleasePolicy::forGoldShare(*set ? policy.number(0) : usualShare));
}

Result<> GoldStore::setBlindShare(double share)
{
    Statement write = m_connection->prepare("INSERT INTO policy(name, value) VALUES('blind-share', ?) "
                                            "ON CONFLICT DO UPDATE SET value = excluded.value");
    return write.bind(share).run();
}

Result<> GoldStore::record(const Scored &scored, const quality::GaugeRelease &gauge)
{
    Transaction transaction(*m_connection);
    if (!transaction.begun())
        return transaction.begun();
    Statement insert = m_connection->prepare("INSERT INTO scored(submission, item, annotator, gold) VALUES(?, ?, ?, ?)");
    if (const auto done = insert.bind(scored.submission.uuid)
                              .bind(scored.item.uuid)
                              .bind(scored.annotator)
                              .bind(scored.outcome.has_value())
                              .run();
        !done)
        return done;
    if (const auto done = putOutcome(scored); !done)
        return done;
    if (const auto done = putGauge(scored.annotator, gauge); !done)
        return done;
    return transaction.commit();
}

Result<bool> GoldStore::isScored(SubmissionId submission) const
{
    Statement read = m_connection->prepare("SELECT 1 FROM scored WHERE submission = ?");
    return read.bind(submission.uuid).step();
}

Result<> GoldStore::putOutcome(const Scored &scored)
{
    const QByteArray data = outcomeData(scored.outcome);
    Statement write = m_connection->prepare("INSERT INTO outcome(submission, item, annotator, round, number, time, gold, data) "
                                            "VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    return write.bind(scored.submission.uuid)
        .bind(scored.item.uuid)
        .bind(scored.annotator)
        .bind(scored.round)
        .bind(scored.number)
        .bind(scored.timeMicroseconds)
        .bind(scored.outcome.has_value())
        .bind(data)
        .run();
}

namespace {

// Columns: submission, item, annotator, round, number, time, data.
Result<std::vector<GoldStore::Scored>> readOutcomes(Statement &read)
{
    std::vector<GoldStore::Scored> list;
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return list;
        base::CborReader reader(read.view(6));
        GoldStore::Scored scored{SubmissionId{read.uuid(0)},
                                 ItemId{read.uuid(1)},
                                 read.text(2),
                                 static_cast<int>(read.integer(3)),
                                 static_cast<int>(read.integer(4)),
                                 read.integer(5),
                                 quality::decodeGoldOutcome(reader)};
        if (reader.failed())
            return fail(ErrorCode::Corrupt, tr("A stored result of gold is damaged."));
        list.push_back(std::move(scored));
    }
}

}  // namespace

Result<std::vector<GoldStore::Scored>> GoldStore::outcomes(const QString &onlyAnnotator) const
{
    Statement read =
        onlyAnnotator.isEmpty()
            ? m_connection->prepare("SELECT submission, item, annotator, round, number, time, data FROM outcome WHERE gold = 1")
            : m_connection->prepare(
                  "SELECT submission, item, annotator, round, number, time, data FROM outcome WHERE gold = 1 AND annotator = ?");
    if (!onlyAnnotator.isEmpty())
        read.bind(onlyAnnotator);
    return readOutcomes(read);
}

Result<std::vector<GoldStore::Scored>> GoldStore::practiceOutcomes(const QString &annotator) const
{
    Statement read = m_connection->prepare(
        "SELECT o.submission, o.item, o.annotator, o.round, o.number, o.time, o.data FROM outcome o JOIN key k ON k.item = "
        "o.item "
        "WHERE o.gold = 1 AND o.annotator = ? AND k.kind = ? ORDER BY o.time DESC, o.submission LIMIT 1000");
    read.bind(annotator).bind(static_cast<int>(GoldKind::Practice));
    return readOutcomes(read);
}

Result<> GoldStore::putGauge(const QString &annotator, const quality::GaugeRelease &gauge)
{
    const QByteArray data = gauge.encode();
    Statement write = m_connection->prepare("INSERT INTO gauge(annotator, data) VALUES(?, ?) "
                                            "ON CONFLICT DO UPDATE SET data = excluded.data");
    return write.bind(annotator).bind(data).run();
}

Result<> GoldStore::storeGauges(const QHash<QString, quality::GaugeRelease> &gauges, const std::vector<Scored> &outcomes)
{
    Transaction transaction(*m_connection);
    if (!transaction.begun())
        return transaction.begun();
    for (const Scored &scored : outcomes)
        if (const auto done = putOutcome(scored); !done)
            return done;
    for (auto it = gauges.begin(); it != gauges.end(); ++it)
        if (const auto done = putGauge(it.key(), it.value()); !done)
            return done;
    return transaction.commit();
}

Result<QStringList> GoldStore::annotators() const
{
    QStringList names;
    Statement read = m_connection->prepare("SELECT annotator FROM gauge ORDER BY annotator");
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return names;
        names.append(read.text(0));
    }
}

Result<std::optional<quality::GoldOutcome>> GoldStore::outcome(SubmissionId submission) const
{
    Statement read = m_connection->prepare("SELECT data FROM outcome WHERE submission = ? AND gold = 1");
    const auto row = read.bind(submission.uuid).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::nullopt;
    base::CborReader reader(read.view(0));
    auto outcome = quality::decodeGoldOutcome(reader);
    if (reader.failed())
        return fail(ErrorCode::Corrupt, tr("A stored result of gold is damaged."));
    return outcome;
}

Result<> GoldStore::change(const AnswerChange &change)
{
    Transaction transaction(*m_connection);
    if (!transaction.begun())
        return transaction.begun();
    Statement write = m_connection->prepare("INSERT INTO answer(task, label) VALUES(?, ?) "
                                            "ON CONFLICT DO UPDATE SET label = excluded.label");
    for (const auto &[task, label] : change.answers)
        if (const auto done = write.bind(task).bind(label).run(); !done)
            return done;
    Statement forget = m_connection->prepare("DELETE FROM answer WHERE task = ?");
    for (const QString &task : change.withdrawn)
        if (const auto done = forget.bind(task).run(); !done)
            return done;
    for (const auto *list : {&change.outcomes, &change.submissions})
        for (const Scored &scored : *list) {
            {
                Statement remove = m_connection->prepare("DELETE FROM outcome WHERE submission = ?");
                if (const auto done = remove.bind(scored.submission.uuid).run(); !done)
                    return done;
            }
            if (scored.outcome || list == &change.submissions)
                if (const auto done = putOutcome(scored); !done)
                    return done;
        }
    for (const auto &[item, key] : change.keys) {
        if (const auto done = key ? setKey(item, key->key, key->kind) : forgetKey(item); !done)
            return done;
    }
    for (const Withdrawal &withdrawal : change.withdrawals) {
        Statement put = m_connection->prepare("INSERT OR REPLACE INTO withdrawn(submission, annotator, task, item, reason, time) "
                                              "VALUES(?, ?, ?, ?, ?, ?)");
        const auto done = put.bind(withdrawal.submission.uuid)
                              .bind(withdrawal.annotator)
                              .bind(withdrawal.task)
                              .bind(withdrawal.item.uuid)
                              .bind(withdrawal.reason)
                              .bind(withdrawal.timeMicroseconds)
                              .run();
        if (!done)
            return done;
    }
    for (const SubmissionId &submission : change.readmitted)
        if (const auto done = m_connection->prepare("DELETE FROM withdrawn WHERE submission = ?").bind(submission.uuid).run();
            !done)
            return done;
    for (auto it = change.gauges.begin(); it != change.gauges.end(); ++it)
        if (const auto done = putGauge(it.key(), it.value()); !done)
            return done;
    return transaction.commit();
}

Result<std::optional<QString>> GoldStore::answer(const QString &task) const
{
    Statement read = m_connection->prepare("SELECT label FROM answer WHERE task = ?");
    const auto row = read.bind(task).step();
    if (!row)
        return fail(row.error());
    return *row ? std::optional<QString>(read.text(0)) : std::nullopt;
}

Result<std::vector<std::pair<QString, QString>>> GoldStore::answers() const
{
    std::vector<std::pair<QString, QString>> list;
    Statement read = m_connection->prepare("SELECT task, label FROM answer");
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return list;
        list.emplace_back(read.text(0), read.text(1));
    }
}

}  // namespace plumbline::workflow
