// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/xmlguard.h"

#include <QFile>
#include <QIODevice>
#include <QStringDecoder>

namespace plumbline::cvat {

/// A file whose bytes that are no UTF-8 read as U+FFFD, so that one bad name does not cost a whole document. Files that say
/// they have another encoding are passed through. It ends where a tag has more attributes than XmlTagGuard allows.
class Utf8File final : public QIODevice
{
public:
    explicit Utf8File(const QString &path) : m_file(path) {}

    [[nodiscard]] bool open(OpenMode mode) override;
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool foundOtherBytes() const { return m_decoder.hasError(); }
    [[nodiscard]] bool foundHugeTag() const { return m_huge; }
    [[nodiscard]] const QFile &file() const { return m_file; }

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QFile m_file;
    QStringDecoder m_decoder{QStringDecoder::Utf8};
    QByteArray m_ready;
    extension::XmlTagGuard m_guard;
    bool m_asItIs = false;
    bool m_huge = false;
};

}  // namespace plumbline::cvat
