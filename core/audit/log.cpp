// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/log.h"

#include "core/audit/witness.h"
#include "core/base/logging.h"
#include "core/base/sha256.h"
#include "core/model/annotation.h"

#include <QCoreApplication>
#include <QFile>

#include <spdlog/spdlog.h>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace plumbline::audit {

namespace {

constexpr qint64 longestLine = 64 * 1024;
constexpr qsizetype mostProblems = 100;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::audit", text);
}

// The first entry is bound to the project, so that the log of another one does not pass for this one's.
QString startOf(ProjectId project)
{
    return base::sha256(QByteArrayLiteral("plumbline-audit") + '\0' + project.toString().toLatin1()).toHex();
}

/// The open file with its lock, both let go together.
class LockedFile
{
public:
    LockedFile(const QString &path, int flags, int lock)
    {
        // Without O_NONBLOCK a pipe of this name would be waited for.
        m_descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
        m_error = errno;
        struct stat status{};
        if (m_descriptor < 0)
            return;
        const bool known = ::fstat(m_descriptor, &status) == 0;
        if (known && S_ISREG(status.st_mode) && take(lock))
            return;
        m_error = known && !S_ISREG(status.st_mode) ? EINVAL : errno;
        ::close(m_descriptor);
        m_descriptor = -1;
    }
    ~LockedFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    LockedFile(const LockedFile &) = delete;
    LockedFile &operator=(const LockedFile &) = delete;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] int error() const { return m_error; }
    [[nodiscard]] qint64 size() const { return ::lseek(m_descriptor, 0, SEEK_END); }
    [[nodiscard]] QByteArray read(qint64 from, qint64 length) const
    {
        QByteArray data(static_cast<qsizetype>(length), Qt::Uninitialized);
        qsizetype got = 0;
        while (got < data.size()) {
            const ssize_t n = ::pread(m_descriptor, data.data() + got, static_cast<std::size_t>(data.size() - got), from + got);
            if (n < 0 && errno == EINTR)
                continue;
            if (n <= 0)
                break;
            got += n;
        }
        data.truncate(got);
        return data;
    }
    [[nodiscard]] bool write(QByteArrayView data) const
    {
        while (!data.isEmpty()) {
            const ssize_t n = ::write(m_descriptor, data.data(), static_cast<std::size_t>(data.size()));
            if (n < 0 && errno == EINTR)
                continue;
            if (n <= 0)
                return false;
            data = data.sliced(n);
        }
        return true;
    }

private:
    bool take(int lock) const
    {
        while (::flock(m_descriptor, lock) != 0)
            if (errno != EINTR)
                return false;
        return true;
    }

    int m_descriptor = -1;
    int m_error = 0;
};

void syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

/// How a file of lines ends.
struct Tail {
    QByteArray last;  ///< the last whole line; empty = there is none
    qint64 whole = 0;   ///< bytes up to the end of it
    qint64 torn = 0;    ///< bytes after it
};

Tail tailOf(const LockedFile &file)
{
    const qint64 size = file.size();
    const qint64 from = std::max<qint64>(0, size - 2 * longestLine);
    const QByteArray end = file.read(from, size - from);
    Tail tail;
    const qsizetype feed = end.lastIndexOf('\n');
    tail.whole = feed < 0 ? from : from + feed + 1;
    tail.torn = size - tail.whole;
    if (feed >= 0) {
        const qsizetype before = feed == 0 ? -1 : end.lastIndexOf('\n', feed - 1);
        tail.last = end.mid(before + 1, feed - before - 1);
    }
    return tail;
}

/// Lines one after the other, whatever the file holds.
class Lines
{
public:
    explicit Lines(const LockedFile &file) : m_file(file), m_size(file.size()) {}

    /// False at the end. A line that is too long comes cut off.
    bool next(QByteArray &line, bool &whole)
    {
        while (!m_buffer.contains('\n') && m_at < m_size && m_buffer.size() <= longestLine) {
            const QByteArray more = m_file.read(m_at, longestLine);
            if (more.isEmpty())
                m_size = m_at;
            m_at += more.size();
            m_buffer += more;
        }
        if (m_buffer.isEmpty())
            return false;
        const qsizetype feed = m_buffer.indexOf('\n');
        whole = feed >= 0 && feed <= longestLine;
        line = m_buffer.left(whole ? feed : longestLine);
        m_buffer.remove(0, whole ? feed + 1 : m_buffer.size());
        if (!whole)
            m_at = m_size;
        return true;
    }

private:
    const LockedFile &m_file;
    qint64 m_size;
    qint64 m_at = 0;
    QByteArray m_buffer;
};

/// Whether the log has the entry that the mark names.
bool holds(const LockedFile &file, const Mark &mark)
{
    Lines lines(file);
    QByteArray line;
    bool whole = false;
    for (std::int64_t number = 1; lines.next(line, whole); ++number)
        if (number == mark.n) {
            const auto entry = whole ? entryOf(line) : Result<Entry>(fail(ErrorCode::Malformed, QString()));
            return entry && entry->n == mark.n && entry->hash == mark.hash;
        }
    return false;
}

const base::SystemClock systemClock;

}  // namespace

Log::Log(const store::Project &project)
    : Log(project.folder(), project.id(), base::stateFolder() + QStringLiteral("/audit"), systemClock)
{}

Log::Log(QString projectFolder, ProjectId project, QString witnessFolder, const base::Clock &clock)
    : m_folder(std::move(projectFolder)), m_project(project), m_witnessFolder(std::move(witnessFolder)), m_clock(&clock)
{}

Result<Mark> Log::append(const Event &event) const
{
    const LockedFile file(path(), O_RDWR | O_CREAT | O_APPEND, LOCK_EX);
    if (!file.isOpen())
        return fail(ErrorCode::ReadOnly, tr("The audit log %1 cannot be written.").arg(path()), qt_error_string(file.error()));
    const Tail tail = tailOf(file);
    Entry entry;
    entry.prev = startOf(m_project);
    if (!tail.last.isEmpty() || tail.whole > 0) {
        const auto last = entryOf(tail.last);
        if (!last)
            return fail(ErrorCode::Corrupt,
                        tr("The last entry of the audit log is damaged (%1); the log is not continued. Keep the file under "
                           "another name, and a new one begins.")
                            .arg(last.error().text));
        entry.n = last->n;
        entry.prev = last->hash;
    }
    // A log that was cut off or replaced must not become what the witness has seen by going on with it.
    const auto seen = witnessOf(m_witnessFolder, m_folder, m_project);
    const Mark end{entry.n, entry.prev};
    const bool fits = !seen || !*seen || ((*seen)->n == end.n && (*seen)->hash == end.hash) || holds(file, **seen);
    QByteArray text;
    const auto add = [&](Action action, const QString &object, const Json &detail) {
        ++entry.n;
        entry.time = model::isoFromMicroseconds(m_clock->nowMicroseconds());
        entry.actor = event.actor;
        entry.proof = event.proof;
        entry.action = actionName(action);
        entry.object = object;
        entry.detail = detail;
        entry.hash = hashOf(entry);
        const QByteArray line = lineOf(entry);
        text += line + '\n';
        entry.prev = entry.hash;
        return line.size() < longestLine;
    };
    if (tail.torn > 0) {
        if (::ftruncate(file.descriptor(), tail.whole) != 0)
            return fail(ErrorCode::ReadOnly, tr("The audit log %1 cannot be written.").arg(path()), qt_error_string(errno));
        (void)add(Action::LogMended, QStringLiteral("audit.log"), {{"bytes", tail.torn}});
    }
    if (!add(event.action, event.object, event.detail))
        return fail(ErrorCode::TooLarge, tr("The entry is too long for the audit log."));
    const qint64 before = file.size();
    if (!file.write(text) || ::fsync(file.descriptor()) != 0) {
        const int error = errno;
        (void)!::ftruncate(file.descriptor(), before);
        return fail(error == ENOSPC ? ErrorCode::NoSpace : ErrorCode::Failed,
                    tr("The audit log %1 cannot be written.").arg(path()), qt_error_string(error));
    }
    if (before == 0)
        syncFolder(m_folder);
    const Mark mark{entry.n, entry.hash};
    // While the lock is held: a witness never goes back.
    if (!fits)
        base::log().warn("audit witness: the log is not the one that was seen before; “audit verify” says more");
    else if (const auto kept = keepWitness(m_witnessFolder, m_folder, m_project, mark); !kept)
        base::log().warn("audit witness: {}", kept.error().text.toStdString());
    return mark;
}

Result<> Log::visit(const std::function<Result<>(const Entry &)> &visitor) const
{
    const LockedFile file(path(), O_RDONLY, LOCK_SH);
    if (!file.isOpen())
        return file.error() == ENOENT
                   ? Result<>()
                   : fail(ErrorCode::Failed, tr("The audit log %1 cannot be read.").arg(path()), qt_error_string(file.error()));
    Lines lines(file);
    QByteArray line;
    bool whole = false;
    for (std::int64_t number = 1; lines.next(line, whole); ++number) {
        const auto entry = whole ? entryOf(line) : Result<Entry>(fail(ErrorCode::Malformed, tr("it is cut off")));
        if (!entry)
            return fail(ErrorCode::Corrupt, tr("Line %1 of the audit log is no entry: %2.").arg(number).arg(entry.error().text));
        if (const auto seen = visitor(*entry); !seen)
            return seen;
    }
    return {};
}

Result<Verification> Log::verify(const std::optional<Mark> &since) const
{
    const auto witness = witnessOf(m_witnessFolder, m_folder, m_project);
    Verification found;
    if (!witness)
        found.problems.append(witness.error().text);
    const std::optional<Mark> seen = witness ? *witness : std::nullopt;
    const LockedFile file(path(), O_RDONLY, LOCK_SH);
    if (!file.isOpen() && file.error() != ENOENT)
        return fail(ErrorCode::Failed, tr("The audit log %1 cannot be read.").arg(path()), qt_error_string(file.error()));

    std::optional<QString> atWitness;
    std::optional<QString> atSince;
    QString expected = startOf(m_project);
    QString lastTime;
    const auto problem = [&](const QString &text) {
        if (found.problems.size() < mostProblems)
            found.problems.append(text);
    };
    if (file.isOpen()) {
        Lines lines(file);
        QByteArray line;
        bool whole = false;
        for (std::int64_t number = 1; lines.next(line, whole); ++number) {
            ++found.entries;
            const auto entry = whole ? entryOf(line) : Result<Entry>(fail(ErrorCode::Malformed, tr("it is cut off")));
            if (!entry) {
                problem(tr("Line %1 is no entry: %2.").arg(number).arg(entry.error().text));
                expected.clear();
                continue;
            }
            if (entry->n != number)
                problem(tr("Line %1 holds entry %2: entries are missing, added or in another order.").arg(number).arg(entry->n));
            // After a damaged line there is nothing that the next one could be compared with.
            if (!expected.isEmpty() && entry->prev != expected)
                problem(number == 1 ? tr("The log does not begin as one of this project.")
                                    : tr("Entry %1 does not follow the one before it.").arg(number));
            if (entry->time < lastTime)
                found.notes.append(tr("The clock went back before entry %1.").arg(number));
            lastTime = entry->time;
            expected = entry->hash;
            found.head = {entry->n, entry->hash};
            if (seen && number == seen->n)
                atWitness = entry->hash;
            if (since && number == since->n)
                atSince = entry->hash;
        }
    }
    const auto compare = [&](const std::optional<Mark> &mark, const std::optional<QString> &there, const QString &whose) {
        if (mark && !there)
            problem(found.entries == 0 ? tr("The log is gone; %1 says that it had %2 entries.").arg(whose).arg(mark->n)
                                       : tr("The log was cut off: it has %1 entries, and %2 says that it had %3.")
                                             .arg(found.entries)
                                             .arg(whose)
                                             .arg(mark->n));
        else if (mark && *there != mark->hash)
            problem(tr("The log was replaced: entry %1 is not the one that %2 names.").arg(mark->n).arg(whose));
    };
    compare(seen, atWitness, tr("your witness"));
    compare(since, atSince, tr("the given mark"));
    found.witnessed = seen.has_value();
    if (found.problems.isEmpty() && found.head.n > 0 && (!seen || found.head.n > seen->n))
        if (const auto kept = keepWitness(m_witnessFolder, m_folder, m_project, found.head); !kept)
            found.notes.append(kept.error().text);
    return found;
}

QString proofOf(const store::Person &person)
{
    if (!person.authenticated)
        return QStringLiteral("none");
    return person.name == store::operatingSystemPerson().name ? QStringLiteral("account") : QStringLiteral("secret");
}

Result<> record(const store::Project &project, const store::Person &person, Action action, const QString &object,
                const Json &detail)
{
    const auto written = Log(project).append({person.name, proofOf(person), action, object, detail});
    return written ? Result<>() : fail(written.error());
}

void note(const store::Project &project, const store::Person &person, Action action, const QString &object, const Json &detail)
{
    if (const auto logged = record(project, person, action, object, detail); !logged)
        base::log().warn("audit log: {}", logged.error().text.toStdString());
}

}  // namespace plumbline::audit
