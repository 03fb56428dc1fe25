// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/planteddefectstore.h"

#include "core/base/cbor.h"
#include "core/model/codec.h"
#include "core/store/sqlite.h"
#include "core/workflow/goldstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace plumbline::review {

using store::Connection;
using store::Statement;
using store::Transaction;

namespace {

constexpr int plantedVersion = 1;

constexpr char tables[] = R"(
CREATE TABLE copy(n INTEGER PRIMARY KEY, id BLOB UNIQUE NOT NULL, item BLOB NOT NULL, author TEXT NOT NULL,
    submission BLOB NOT NULL, reviewer TEXT NOT NULL, state INTEGER NOT NULL, time INTEGER NOT NULL, data BLOB NOT NULL);
CREATE INDEX copy_reviewer ON copy(reviewer, state);
CREATE TABLE said(n INTEGER PRIMARY KEY, copy BLOB NOT NULL, step INTEGER NOT NULL, after INTEGER NOT NULL, data BLOB NOT NULL);
CREATE INDEX said_copy ON said(copy);
PRAGMA application_id = 0x504C4D52;
PRAGMA user_version = 1;
)";

constexpr char columns[] = "SELECT id, item, author, submission, reviewer, state, time, data FROM copy ";

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::review", text);
}

QByteArray encodeWork(const DefectiveWork &work)
{
    base::CborWriter w;
    w.array(2);
    w.array(work.labels.size());
    for (const model::Annotation &label : work.labels)
        w.bytes(model::encode(label));
    w.array(work.defects.size());
    for (const Defect &defect : work.defects) {
        w.array(3);
        w.uuid(defect.label.uuid);
        w.integer(static_cast<int>(defect.kind));
        w.uuid(defect.second.uuid);
    }
    return w.take();
}

Result<DefectiveWork> decodeWork(QByteArrayView data)
{
    base::CborReader r(data);
    DefectiveWork work;
    r.arrayOf(2);
    const std::uint64_t labels = r.array();
    for (std::uint64_t i = 0; i < labels && !r.failed(); ++i) {
        auto label = model::decodeAnnotation(r.bytes());
        if (!label)
            return fail(label.error());
        work.labels.push_back(std::move(*label));
    }
    const std::uint64_t defects = r.array();
    for (std::uint64_t i = 0; i < defects && !r.failed(); ++i) {
        Defect defect;
        r.arrayOf(3);
        defect.label = AnnotationId{r.uuid()};
        const std::int64_t kind = r.integer();
        defect.second = AnnotationId{r.uuid()};
        if (kind < 0 || kind > static_cast<int>(DefectKind::Dropped))
            r.setFailed();
        defect.kind = static_cast<DefectKind>(kind);
        work.defects.push_back(defect);
    }
    if (!r.complete())
        return fail(ErrorCode::Corrupt, tr("What is known of reviewers cannot be read."));
    return work;
}

Result<PlantedStore::Copy> copyAt(Statement &row)
{
    auto work = decodeWork(row.view(7));
    if (!work)
        return fail(work.error());
    return PlantedStore::Copy{row.uuid(0),      ItemId{row.uuid(1)},
                              row.text(2),      SubmissionId{row.uuid(3)},
                              row.text(4),      static_cast<PlantedStore::State>(row.integer(5)),
                              std::move(*work), row.integer(6)};
}

}  // namespace

QString PlantedStore::standardPath(ProjectId project)
{
    QString path = workflow::GoldStore::standardPath(project);
    path.chop(static_cast<int>(qstrlen(".db")));
    return path + QStringLiteral("-reviews.db");
}

PlantedStore::PlantedStore(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}

PlantedStore::~PlantedStore() = default;

Result<std::unique_ptr<PlantedStore>> PlantedStore::openExisting(ProjectId project)
{
    const QString file = standardPath(project);
    return QFileInfo::exists(file) ? open(file) : Result<std::unique_ptr<PlantedStore>>(nullptr);
}

Result<std::unique_ptr<PlantedStore>> PlantedStore::open(const QString &file)
{
    const bool fresh = !QFileInfo::exists(file);
    const QString folder = QFileInfo(file).absolutePath();
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::PermissionDenied, tr("The folder %1 cannot be made.").arg(folder));
    // A damaged one must not be taken for the project's database.
    const auto unreadable = [&](const Error &error) {
        return error.code != ErrorCode::Corrupt
                   ? fail(error)
                   : fail(ErrorCode::Corrupt, tr("%1, where it is kept what reviewers find, is damaged. "
                                                 "Restore it from a backup, or move it away.")
                                                  .arg(QDir::toNativeSeparators(file)));
    };
    auto connection = Connection::open(file, fresh ? Connection::Mode::Create : Connection::Mode::ReadWrite);
    if (!connection)
        return unreadable(connection.error());
    if (const auto done = connection->execute("PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL;"); !done)
        return unreadable(done.error());
    if (fresh) {
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        if (const auto done = connection->execute(tables); !done)
            return fail(done.error());
    }
    const auto version = connection->integer("PRAGMA user_version");
    if (!version)
        return fail(version.error());
    if (*version != plantedVersion)
        return fail(ErrorCode::NewerVersion,
                    tr("What is known of reviewers was written by a newer Plumbline; update the program."));
    return std::unique_ptr<PlantedStore>(new PlantedStore(std::make_unique<Connection>(std::move(*connection))));
}

Result<> PlantedStore::add(const std::vector<Copy> &copies)
{
    Transaction transaction(*m_connection);
    if (!transaction.begun())
        return transaction.begun();
    for (const Copy &copy : copies) {
        const QByteArray data = encodeWork(copy.work);
        Statement write = m_connection->prepare(
            "INSERT INTO copy(id, item, author, submission, reviewer, state, time, data) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
        write.bind(copy.id).bind(copy.item.uuid).bind(copy.author).bind(copy.submission.uuid).bind(copy.reviewer);
        write.bind(static_cast<int>(copy.state)).bind(copy.plantedMicroseconds).bind(data);
        if (const auto done = write.run(); !done)
            return done;
    }
    return transaction.commit();
}

Result<> PlantedStore::setState(const Uuid &copy, State state)
{
    return m_connection->prepare("UPDATE copy SET state = ? WHERE id = ?").bind(static_cast<int>(state)).bind(copy).run();
}

Result<std::vector<PlantedStore::Copy>> PlantedStore::copies(const QString &reviewer) const
{
    std::vector<Copy> list;
    Statement read = m_connection->prepare((QByteArray(columns) + "WHERE ?1 = '' OR reviewer = ?1 ORDER BY n").constData());
    read.bind(reviewer);
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return list;
        auto copy = copyAt(read);
        if (!copy)
            return fail(copy.error());
        list.push_back(std::move(*copy));
    }
}

Result<std::optional<PlantedStore::Copy>> PlantedStore::open(ItemId item, const QString &author, const QString &reviewer) const
{
    Statement read = m_connection->prepare(
        (QByteArray(columns) + "WHERE item = ? AND author = ? AND reviewer = ? AND state != 2 ORDER BY n LIMIT 1").constData());
    const auto row = read.bind(item.uuid).bind(author).bind(reviewer).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::nullopt;
    auto copy = copyAt(read);
    return copy ? Result<std::optional<Copy>>(std::move(*copy)) : fail(copy.error());
}

Result<> PlantedStore::say(const Uuid &copy, const std::vector<model::Decision> &decisions, std::int64_t after)
{
    Transaction transaction(*m_connection);
    if (!transaction.begun())
        return transaction.begun();
    const auto last = m_connection->integer("SELECT coalesce(max(step), 0) FROM said");
    if (!last)
        return fail(last.error());
    for (const model::Decision &decision : decisions) {
        const QByteArray data = model::encode(decision);
        Statement write = m_connection->prepare("INSERT INTO said(copy, step, after, data) VALUES(?, ?, ?, ?)");
        if (const auto done = write.bind(copy).bind(*last + 1).bind(after).bind(data).run(); !done)
            return done;
    }
    return transaction.commit();
}

Result<std::vector<model::Decision>> PlantedStore::said(const Uuid &copy) const
{
    std::vector<model::Decision> list;
    Statement read = m_connection->prepare("SELECT data FROM said WHERE copy = ? ORDER BY n");
    read.bind(copy);
    while (true) {
        const auto row = read.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return list;
        auto decision = model::decodeDecision(read.view(0));
        if (!decision)
            return fail(decision.error());
        list.push_back(std::move(*decision));
    }
}

Result<bool> PlantedStore::takeBack(const QString &reviewer, std::int64_t after)
{
    std::int64_t step = 0;
    {
        Statement read = m_connection->prepare("SELECT s.step, s.after FROM said s JOIN copy c ON c.id = s.copy "
                                               "WHERE c.reviewer = ? AND c.state = 1 ORDER BY s.n DESC LIMIT 1");
        const auto row = read.bind(reviewer).step();
        if (!row)
            return fail(row.error());
        if (!*row || read.integer(1) != after)
            return false;
        step = read.integer(0);
    }
    const auto done = m_connection->prepare("DELETE FROM said WHERE step = ?").bind(step).run();
    return done ? Result<bool>(true) : fail(done.error());
}

}  // namespace plumbline::review
