// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/elffile.h"

#include <QCoreApplication>
#include <QFile>

#include <elf.h>

#include <cstring>

namespace plumbline::extension {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::extension", text);
}

bool endsInside(std::uint64_t offset, std::uint64_t size, std::uint64_t fileSize)
{
    return offset <= fileSize && size <= fileSize - offset;
}

}  // namespace

QString whyNotWholeLibrary(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tr("The file cannot be read: %1").arg(file.errorString());
    const auto fileSize = static_cast<std::uint64_t>(file.size());

    Elf64_Ehdr header{};
    const bool isElf = file.read(reinterpret_cast<char *>(&header), sizeof header) == sizeof header
                       && std::memcmp(header.e_ident, ELFMAG, SELFMAG) == 0;
    if (!isElf)
        return tr("The file is not a shared library.");
    if (header.e_ident[EI_CLASS] != ELFCLASS64 || header.e_ident[EI_DATA] != ELFDATA2LSB || header.e_type != ET_DYN)
        return tr("The file is not a shared library for this kind of machine.");

    const QString truncated = tr("The file is damaged: it ends early. Install the plugin again.");
    const auto programBytes = std::uint64_t(header.e_phnum) * sizeof(Elf64_Phdr);
    const auto sectionBytes = std::uint64_t(header.e_shnum) * header.e_shentsize;
    if (header.e_phentsize != sizeof(Elf64_Phdr) || !endsInside(header.e_phoff, programBytes, fileSize)
        || !endsInside(header.e_shoff, sectionBytes, fileSize) || !file.seek(static_cast<qint64>(header.e_phoff)))
        return truncated;
    for (int i = 0; i < header.e_phnum; ++i) {
        Elf64_Phdr segment{};
        if (file.read(reinterpret_cast<char *>(&segment), sizeof segment) != sizeof segment
            || !endsInside(segment.p_offset, segment.p_filesz, fileSize))
            return truncated;
    }
    return {};
}

}  // namespace plumbline::extension
