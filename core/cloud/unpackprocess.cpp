// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/unpackprocess.h"

#include "core/cloud/formats.h"

#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace plumbline::cloud {

namespace {

constexpr int pollMilliseconds = 50;
// Nothing for so long: a chunk of 50,000 points takes a tenth of a second.
constexpr int mostSilentPolls = 30'000 / pollMilliseconds;

// Beside the library that this code is in, as PLUMBLINE_UNLAZ says.
QString programPath()
{
    Dl_info library{};
    if (dladdr(reinterpret_cast<const void *>(&programPath), &library) == 0 || !library.dli_fname)
        return {};
    const QFileInfo program(QFileInfo(QFile::decodeName(library.dli_fname)).absolutePath()
                            + QStringLiteral("/plumbline/plumbline-unlaz"));
    return program.isExecutable() ? program.absoluteFilePath() : QString();
}

tl::unexpected<Error> notStarted(const QString &path, int problem)
{
    return fail(ErrorCode::Failed, Words::tr("%1 cannot be unpacked: the program for it does not start.").arg(path),
                QString::fromLocal8Bit(std::strerror(problem)));
}

}  // namespace

Result<std::unique_ptr<RecordStream>> UnpackProcess::forFile(std::unique_ptr<QFile> file, int format, std::size_t recordLength,
                                                             const Packing &packing)
{
    if (programPath().isEmpty())
        return fail(ErrorCode::Unsupported, Words::tr("%1 is compressed (LAZ), for which this installation lacks LASzip. Install "
                                                      "Plumbline with it, or unpack the file to LAS first.")
                                                .arg(file->fileName()));
    return std::unique_ptr<RecordStream>(new UnpackProcess(std::move(file), format, recordLength, packing));
}

UnpackProcess::UnpackProcess(std::unique_ptr<QFile> file, int format, std::size_t recordLength, const Packing &packing)
    : m_file(std::move(file)), m_format(format), m_recordLength(recordLength), m_packing(packing)
{}

UnpackProcess::~UnpackProcess()
{
    stop();
}

void UnpackProcess::stop()
{
    if (m_pipe >= 0)
        ::close(m_pipe);
    m_pipe = -1;
    if (m_process > 0) {
        ::kill(m_process, SIGKILL);
        while (::waitpid(m_process, nullptr, 0) < 0 && errno == EINTR) {}
    }
    m_process = -1;
}

Result<> UnpackProcess::start(std::uint64_t first)
{
    stop();
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return notStarted(m_file->fileName(), errno);
    // Above the standard handles, so that setting one of those does not close another.
    const int input = ::fcntl(m_file->handle(), F_DUPFD_CLOEXEC, 3);
    const int output = ::fcntl(ends[1], F_DUPFD_CLOEXEC, 3);
    ::close(ends[1]);
    m_pipe = ends[0];

    const QByteArray program = QFile::encodeName(programPath());
    const QByteArray record = QByteArray::number(qulonglong(first));
    const QByteArray format = QByteArray::number(m_format);
    const QByteArray length = QByteArray::number(qulonglong(m_recordLength));
    const QByteArray chunk = QByteArray::number(m_packing.chunkPoints);
    // The strings are not written to; the interface is older than const.
    std::array<char *, 6> arguments = {const_cast<char *>(program.constData()), const_cast<char *>(record.constData()),
                                       const_cast<char *>(format.constData()),  const_cast<char *>(length.constData()),
                                       const_cast<char *>(chunk.constData()),   nullptr};
    std::array<char *, 1> environment = {nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, 0);
    posix_spawn_file_actions_adddup2(&actions, output, 1);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    const int problem = input < 0 || output < 0 ? EMFILE
                                                : posix_spawn(&m_process, program.constData(), &actions, nullptr,
                                                              arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    if (input >= 0)
        ::close(input);
    if (output >= 0)
        ::close(output);
    if (problem != 0) {
        m_process = -1;
        stop();
        return notStarted(m_file->fileName(), problem);
    }
    return {};
}

Result<std::size_t> UnpackProcess::read(std::span<std::byte> to, const jobs::JobControl &control)
{
    std::size_t got = 0;
    int silent = 0;
    while (got < to.size() && m_pipe >= 0) {
        if (control.cancelled()) {
            stop();
            return jobs::JobControl::cancelledError();
        }
        pollfd waiting{m_pipe, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, pollMilliseconds);
        if (ready == 0 && ++silent > mostSilentPolls) {
            stop();
            return fail(ErrorCode::Malformed,
                        Words::tr("%1 is damaged: unpacking it does not come to an end.").arg(m_file->fileName()));
        }
        if (ready <= 0)
            continue;
        silent = 0;
        const ssize_t bytes = ::read(m_pipe, to.data() + got, to.size() - got);
        if (bytes > 0)
            got += static_cast<std::size_t>(bytes);
        else if (bytes == 0 || errno != EINTR)
            stop();
    }
    return got;
}

}  // namespace plumbline::cloud
