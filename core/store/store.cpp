// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store.h"

#include "core/base/logging.h"
#include "core/model/codec.h"
#include "core/store/backup.h"
#include "core/store/migrations.h"
#include "core/store/reader.h"
#include "core/store/writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPromise>

#include <spdlog/logger.h>

#include <condition_variable>
#include <deque>
#include <thread>

namespace plumbline::store {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::store", text);
}

constexpr std::size_t commitsPerTransaction = 64;
constexpr std::size_t chunksAhead = 8;
constexpr qsizetype chunkBytes = 1 << 19;  // of encoded annotations handed to the writer at once
constexpr int idleCheckpointMilliseconds = 300;
constexpr int walPagesBeforeIdleCheckpoint = 1000;
constexpr int walPagesBeforeForcedCheckpoint = 64'000;

template <typename T>
QFuture<Result<T>> ready(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

}  // namespace

/// One request to the writer thread: work inside a transaction, then the answer.
struct Job {
    std::function<Result<Ack>(Writer &)> work;
    QPromise<Result<Ack>> answer;
    bool alone = false;  ///< has a transaction of its own, because it may be long
};

struct Store::Private {
    std::unique_ptr<base::Clock> ownClock;
    std::unique_ptr<base::RandomSource> ownRandom;
    const base::Clock *clock = nullptr;
    std::unique_ptr<base::IdSource> ids;
    QString file;
    bool readOnly = false;
    bool immutable = false;
    QString whyReadOnly;
    QString whyNotWritable;
    ProjectId project;

    std::unique_ptr<Writer> writer;
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<Job> queue;
    bool stopping = false;
    std::thread thread;

    void run();
    void runBatch(std::vector<Job> &batch);
    void checkpoint(bool force);
    QFuture<Result<Ack>> submit(std::function<Result<Ack>(Writer &)> work, bool alone = false);
};

QFuture<Result<Ack>> Store::Private::submit(std::function<Result<Ack>(Writer &)> work, bool alone)
{
    if (readOnly)
        return ready<Ack>(fail(ErrorCode::ReadOnly, whyReadOnly));
    Job job{std::move(work), {}, alone};
    job.answer.start();
    QFuture<Result<Ack>> future = job.answer.future();
    {
        const std::scoped_lock lock(mutex);
        queue.push_back(std::move(job));
    }
    wake.notify_one();
    return future;
}

void Store::Private::run()
{
    while (true) {
        std::vector<Job> batch;
        {
            std::unique_lock lock(mutex);
            const bool something = wake.wait_for(lock, std::chrono::milliseconds(idleCheckpointMilliseconds),
                                                 [this] { return stopping || !queue.empty(); });
            while (!queue.empty() && batch.size() < commitsPerTransaction && (batch.empty() || !(queue.front().alone || batch.back().alone))) {
                batch.push_back(std::move(queue.front()));
                queue.pop_front();
            }
            if (batch.empty() && stopping)
                return;
            if (!something) {
                lock.unlock();
                checkpoint(false);
                continue;
            }
        }
        runBatch(batch);
    }
}

// Jobs that wait together share one COMMIT, hence one fsync; each keeps its own savepoint, so one refused edit takes no
// other with it.
void Store::Private::runBatch(std::vector<Job> &batch)
{
    Connection &connection = writer->connection();
    const Writer::Head before = writer->head();
    std::vector<Result<Ack>> results(batch.size(), fail(ErrorCode::Failed, {}));
    Result<> done;
    {
        Transaction transaction(connection);
        done = transaction.begun();
        for (std::size_t i = 0; done && i < batch.size(); ++i) {
            const Writer::Head head = writer->head();
            done = connection.execute("SAVEPOINT edit");
            if (!done)
                break;
            results[i] = batch[i].work(*writer);
            if (!results[i]) {
                done = connection.execute("ROLLBACK TO edit");
                writer->rolledBack(head);
            }
            if (done)
                done = connection.execute("RELEASE edit");
        }
        if (done)
            done = writer->storeHead();
        if (done)
            done = transaction.commit();
    }
    if (!done)
        writer->rolledBack(before);
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (!done && results[i])
            results[i] = fail(done.error());
        else if (!done && results[i].error().text.isEmpty())
            results[i] = fail(done.error());
        batch[i].answer.addResult(std::move(results[i]));
        batch[i].answer.finish();
    }
    checkpoint(true);
}

// This thread owns the only writing connection, so nothing else ever checkpoints: SQLite's WAL-reset race cannot happen.
void Store::Private::checkpoint(bool onlyWhenHuge)
{
    const qint64 walBytes = QFileInfo(file + QStringLiteral("-wal")).size();
    constexpr qint64 pageBytes = 4096;
    const qint64 limit = (onlyWhenHuge ? walPagesBeforeForcedCheckpoint : walPagesBeforeIdleCheckpoint) * pageBytes;
    if (walBytes < limit)
        return;
    // TRUNCATE, so that the file's size tells how much there is to do; readers in the way make it do what it can.
    if (const auto done = writer->connection().execute("PRAGMA wal_checkpoint(TRUNCATE)"); !done)
        base::log().warn("checkpoint: {}", done.error().detail.toStdString());
}

Store::Store(std::unique_ptr<Private> p) : d(std::move(p)) {}

Store::~Store()
{
    {
        const std::scoped_lock lock(d->mutex);
        d->stopping = true;
    }
    d->wake.notify_one();
    if (d->thread.joinable())
        d->thread.join();
}

int Store::schemaVersion()
{
    return currentSchemaVersion();
}

namespace {

Result<> preparePragmas(Connection &connection)
{
    return connection.execute("PRAGMA journal_mode = WAL;"
                              "PRAGMA synchronous = FULL;"
                              "PRAGMA wal_autocheckpoint = 0;"
                              "PRAGMA journal_size_limit = 67108864;"
                              "PRAGMA cache_size = -65536;"
                              "PRAGMA temp_store = MEMORY;");
}

}  // namespace

namespace {

// Nothing is migrated without a checked copy of what was there.
Result<> backupBeforeMigration(const QString &file, int version)
{
    const QString folder = QFileInfo(file).absolutePath() + QStringLiteral("/backups");
    QDir().mkpath(folder);
    const QString target = QStringLiteral("%1/before-version-%2.db").arg(folder).arg(version + 1);
    return QFileInfo::exists(target) ? Result<>() : copyDatabase(file, target, false);
}

}  // namespace

Result<> Store::create(const QString &file, ProjectId project, const Options &options)
{
    if (QFileInfo::exists(file))
        return fail(ErrorCode::AlreadyExists, tr("%1 is there already.").arg(file));
    auto connection = Connection::open(file, Connection::Mode::Create);
    if (!connection)
        return fail(connection.error());
    const QByteArray identity = QByteArrayLiteral("PRAGMA application_id = ") + QByteArray::number(applicationId);
    if (const auto done = connection->execute(identity.constData()); !done)
        return done;
    if (const auto done = preparePragmas(*connection); !done)
        return done;
    if (const auto done = migrate(*connection, 0); !done)
        return done;

    base::SystemClock systemClock;
    base::SystemRandom systemRandom;
    base::IdSource ids(options.clock ? *options.clock : systemClock, options.random ? *options.random : systemRandom);
    Transaction transaction(*connection);
    if (!transaction.begun())
        return transaction.begun();
    Statement insert = connection->prepare("INSERT INTO meta(key, value) VALUES(?, ?)");
    const Uuid replica = ids.version4();
    const Sha256Digest genesis = base::sha256(project.uuid.toBytes() + replica.toBytes());
    for (const Result<> &done : {insert.bind(QStringLiteral("project")).bind(project.uuid).run(),
                                 insert.bind(QStringLiteral("replica")).bind(replica).run(),
                                 insert.bind(QStringLiteral("epoch")).bind(1).run(), insert.bind(QStringLiteral("hlc")).bind(0).run(),
                                 insert.bind(QStringLiteral("genesis")).bind(genesis).run(),
                                 insert.bind(QStringLiteral("head")).bind(genesis).run()})
        if (!done)
            return done;
    insert.reset();
    return transaction.commit();
}

Result<std::unique_ptr<Store>> Store::open(const QString &file, const Options &options)
{
    auto d = std::make_unique<Private>();
    d->file = file;
    if (!options.clock)
        d->ownClock = std::make_unique<base::SystemClock>();
    if (!options.random)
        d->ownRandom = std::make_unique<base::SystemRandom>();
    d->clock = options.clock ? options.clock : d->ownClock.get();
    d->ids = std::make_unique<base::IdSource>(*d->clock, options.random ? *options.random : *d->ownRandom);

    const QFileInfo info(file);
    if (!info.isFile())
        return fail(ErrorCode::NotFound, tr("%1 is not there.").arg(file));
    const bool folderWritable = QFileInfo(info.absolutePath()).isWritable();
    d->readOnly = options.readOnly;
    d->whyReadOnly = options.readOnly ? tr("The project was opened for reading only.") : QString();
    if (!folderWritable || !info.isWritable()) {
        d->readOnly = true;
        d->immutable = !folderWritable;
        d->whyReadOnly = d->whyNotWritable = tr("The project lies in a place that cannot be written; it is open for reading only.");
    }

    // Looked at through a reading connection first: closing a writing one may already change the files.
    auto connection = Connection::open(file, d->immutable ? Connection::Mode::Immutable : Connection::Mode::ReadOnly);
    if (!connection)
        return fail(connection.error());
    const auto version = schemaVersionOf(*connection);
    if (!version)
        return fail(version.error());
    if (*version > currentSchemaVersion()) {
        d->readOnly = true;
        d->whyReadOnly = d->whyNotWritable = tr("The project was written by a newer Plumbline (tables version %1, this program knows %2). It is open for "
                            "reading only; update the program to edit it.")
                             .arg(*version)
                             .arg(currentSchemaVersion());
    }
    if (!d->readOnly) {
        connection = Connection::open(file, Connection::Mode::ReadWrite);
        if (!connection)
            return fail(connection.error());
        if (const auto done = preparePragmas(*connection); !done)
            return fail(done.error());
        if (*version < currentSchemaVersion()) {
            if (const auto kept = backupBeforeMigration(file, *version); !kept)
                return fail(kept.error());
            if (const auto done = migrate(*connection, *version); !done)
                return fail(done.error());
        }
    }
    auto writer = std::make_unique<Writer>(std::move(*connection), *d->clock, *d->ids);
    if (const auto loaded = writer->load(); !loaded)
        return fail(loaded.error());
    d->project = writer->project();
    if (!d->readOnly) {
        d->writer = std::move(writer);
        d->thread = std::thread([p = d.get()] { p->run(); });
    }
    return std::unique_ptr<Store>(new Store(std::move(d)));
}

bool Store::readOnly() const
{
    return d->readOnly;
}

QString Store::whyReadOnly() const
{
    return d->whyReadOnly;
}

QString Store::whyNotWritable() const
{
    return d->whyNotWritable;
}

ProjectId Store::project() const
{
    return d->project;
}

base::IdSource &Store::ids() const
{
    return *d->ids;
}

const base::Clock &Store::clock() const
{
    return *d->clock;
}

QString Store::file() const
{
    return d->file;
}

QFuture<Result<Ack>> Store::commit(history::Gesture gesture, const QString &actor)
{
    return d->submit([gesture = std::move(gesture), actor](Writer &writer) { return writer.record(gesture, actor); });
}

QFuture<Result<Ack>> Store::undo(const QString &actor)
{
    return d->submit([actor](Writer &writer) { return writer.undo(actor); });
}

QFuture<Result<Ack>> Store::redo(const QString &actor)
{
    return d->submit([actor](Writer &writer) { return writer.redo(actor); });
}

namespace {

/// Rows on their way from the producing thread to the writer. Bounded, so that a fast producer cannot fill memory.
class BulkQueue final : public BulkSink
{
public:
    using Chunk = std::function<Result<>(Writer &, Writer::Bulk &)>;

    Result<> addItems(std::vector<model::Item> items) override
    {
        auto rows = std::make_shared<std::vector<std::pair<model::Item, QByteArray>>>();
        rows->reserve(items.size());
        for (model::Item &item : items) {
            QByteArray data = model::encode(item);
            rows->emplace_back(std::move(item), std::move(data));
        }
        return push([rows](Writer &writer, Writer::Bulk &bulk) { return writer.addToBulk(bulk, *rows); });
    }
    Result<> addAnnotation(const model::Annotation &annotation, QByteArrayView extraText) override
    {
        model::encodeInto(m_encoded, annotation, extraText);
        m_rows.emplace_back(columnsOf(annotation), m_encoded.data().size());
        return m_encoded.data().size() < chunkBytes ? Result<>() : flushAnnotations();
    }
    Result<> addJudgements(std::vector<model::Judgement> judgements) override
    {
        auto rows = std::make_shared<std::vector<std::pair<Uuid, QByteArray>>>();
        for (const model::Judgement &judgement : judgements)
            rows->emplace_back(judgement.id.uuid, model::encode(judgement));
        return push([rows](Writer &writer, Writer::Bulk &bulk) { return writer.addToBulk(bulk, *rows); });
    }
    Result<> change(history::Change change) override
    {
        const auto flushed = flushAnnotations();
        return flushed ? push([change = std::move(change)](Writer &writer, Writer::Bulk &bulk) { return writer.addToBulk(bulk, change); })
                       : flushed;
    }

    /// The producer is done, well or not.
    void finish(Result<> result)
    {
        if (result)
            result = flushAnnotations();
        const std::scoped_lock lock(m_mutex);
        m_produced = std::move(result);
        m_finished = true;
        m_wake.notify_all();
    }

    /// Writer's side: everything until finish(), then the gesture's answer.
    Result<Ack> consume(Writer &writer, const QString &label, const QString &actor, bool undoable)
    {
        auto bulk = writer.beginBulk(label, actor, undoable);
        Result<> written = bulk ? Result<>() : fail(bulk.error());
        while (true) {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_finished || !m_chunks.empty(); });
            if (m_chunks.empty())
                break;
            Chunk chunk = std::move(m_chunks.front());
            m_chunks.pop_front();
            lock.unlock();
            m_wake.notify_all();
            if (!written)
                continue;
            written = chunk(writer, *bulk);
            if (!written) {
                const std::scoped_lock failing(m_mutex);
                m_writeError = written.error();
            }
        }
        if (!m_produced)
            return fail(m_produced.error());
        if (!written)
            return fail(written.error());
        return writer.finishBulk(*bulk);
    }

private:
    Result<> flushAnnotations()
    {
        if (m_rows.empty())
            return {};
        auto rows = std::make_shared<Writer::AnnotationRows>();
        rows->rows.reserve(m_rows.size() + m_rows.size() / 8);
        rows->rows.swap(m_rows);
        rows->bytes = m_encoded.take();
        return push([rows](Writer &writer, Writer::Bulk &bulk) { return writer.addToBulk(bulk, *rows); });
    }

    Result<> push(Chunk chunk)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_writeError || m_chunks.size() < chunksAhead; });
        if (m_writeError)
            return fail(*m_writeError);
        m_chunks.push_back(std::move(chunk));
        lock.unlock();
        m_wake.notify_all();
        return {};
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Chunk> m_chunks;
    std::optional<Error> m_writeError;
    Result<> m_produced;
    bool m_finished = false;
    // Of the producing thread: annotations on their way into a chunk.
    base::CborWriter m_encoded;
    std::vector<std::pair<AnnotationColumns, qsizetype>> m_rows;
};

}  // namespace

Result<Ack> Store::bulk(const QString &label, const QString &actor, const std::function<Result<>(BulkSink &)> &produce,
                        Undoable undoable)
{
    if (d->readOnly)
        return fail(ErrorCode::ReadOnly, d->whyReadOnly);
    auto queue = std::make_shared<BulkQueue>();
    auto future = d->submit([queue, label, actor, undoable](Writer &writer) { return queue->consume(writer, label, actor, undoable == Undoable::Yes); }, true);
    queue->finish(produce(*queue));
    return wait(std::move(future));
}

Result<std::unique_ptr<Reader>> Store::reader() const
{
    auto connection =
        Connection::open(d->file, d->immutable ? Connection::Mode::Immutable : Connection::Mode::ReadOnly);
    if (!connection)
        return fail(connection.error());
    return std::unique_ptr<Reader>(new Reader(std::make_unique<Connection>(std::move(*connection))));
}

Result<> Store::startNewEpoch()
{
    const auto done = wait(d->submit([](Writer &writer) -> Result<Ack> {
        const auto started = writer.startNewEpoch();
        return started ? Result<Ack>(Ack{}) : fail(started.error());
    }));
    return done ? Result<>() : fail(done.error());
}

}  // namespace plumbline::store
