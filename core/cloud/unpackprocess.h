// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cloud/packedlas.h"

#include <QFile>

namespace plumbline::cloud {

/// Unpacks LAZ in a process of its own (app/unlaz), because LASzip crashes on damaged files: whatever happens there, here some
/// records do not come. The process sees the open file and a pipe, nothing else. Private to this folder.
class UnpackProcess final : public RecordStream
{
public:
    /// Fails with Unsupported where the program was built without LASzip. Takes the open file.
    [[nodiscard]] static Result<std::unique_ptr<RecordStream>> forFile(std::unique_ptr<QFile> file, int format,
                                                                       std::size_t recordLength, const Packing &packing);
    ~UnpackProcess() override;

    [[nodiscard]] Result<> start(std::uint64_t first) override;
    [[nodiscard]] Result<std::size_t> read(std::span<std::byte> to, const jobs::JobControl &control) override;

private:
    UnpackProcess(std::unique_ptr<QFile> file, int format, std::size_t recordLength, const Packing &packing);
    void stop();

    std::unique_ptr<QFile> m_file;
    int m_format;
    std::size_t m_recordLength;
    Packing m_packing;
    pid_t m_process = -1;
    int m_pipe = -1;
};

}  // namespace plumbline::cloud
