// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/cvat/utf8file.h"

#include <algorithm>
#include <cstring>

namespace plumbline::cvat {

bool Utf8File::open(OpenMode mode)
{
    if (mode != ReadOnly || !m_file.open(ReadOnly)) {
        setErrorString(m_file.errorString());
        return false;
    }
    const QByteArray prolog = m_file.peek(200).toLower();
    m_asItIs = prolog.startsWith("\xff\xfe") || prolog.startsWith("\xfe\xff")
               || (prolog.contains("encoding") && !prolog.contains("utf-8"));
    // Whole reads only: the text reader has its own buffer.
    return QIODevice::open(ReadOnly | Unbuffered);
}

qint64 Utf8File::readData(char *data, qint64 maximum)
{
    while (m_ready.size() < maximum && !m_huge && !m_file.atEnd()) {
        const QByteArray bytes = m_file.read(64 * 1024);
        m_huge = !m_guard.take(bytes);
        if (bytes.isEmpty() || m_huge)
            break;
        if (m_asItIs) {
            m_ready += bytes;
        } else {
            const QString text = m_decoder.decode(bytes);
            m_ready += text.toUtf8();
        }
    }
    const qint64 count = std::min<qint64>(maximum, m_ready.size());
    std::memcpy(data, m_ready.constData(), static_cast<std::size_t>(count));
    m_ready.remove(0, count);
    return count;
}

}  // namespace plumbline::cvat
