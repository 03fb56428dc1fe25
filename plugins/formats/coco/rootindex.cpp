// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/rootindex.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>
#include <cstring>

namespace plumbline::coco {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::coco", text);
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

qsizetype skipSpace(QByteArrayView json, qsizetype position)
{
    while (position < json.size() && isSpace(json[position]))
        ++position;
    return position;
}

// After the closing quote of the string that opens at `position`.
qsizetype skipString(QByteArrayView json, qsizetype position)
{
    for (++position; position < json.size(); ++position) {
        const void *quote = std::memchr(json.data() + position, '"', static_cast<std::size_t>(json.size() - position));
        if (!quote)
            return json.size();
        position = static_cast<const char *>(quote) - json.data();
        qsizetype slashes = 0;
        while (json[position - 1 - slashes] == '\\')
            ++slashes;
        if (slashes % 2 == 0)
            return position + 1;
    }
    return json.size();
}

constexpr std::array<std::int8_t, 256> makeStructure()
{
    std::array<std::int8_t, 256> table{};
    table['['] = table['{'] = 1;
    table[']'] = table['}'] = -1;
    table['"'] = 2;
    return table;
}

constexpr std::array<std::int8_t, 256> structure = makeStructure();

}  // namespace

Result<> FileView::open(const QString &path)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly))
        return fail(QFileInfo::exists(path) ? ErrorCode::PermissionDenied : ErrorCode::NotFound,
                    tr("Cannot read %1: %2").arg(path, m_file.errorString()));
    const qint64 size = m_file.size();
    if (const uchar *mapped = size > 0 ? m_file.map(0, size) : nullptr) {
        m_bytes = QByteArrayView(reinterpret_cast<const char *>(mapped), size);
    } else {
        m_copy = m_file.readAll();
        m_bytes = m_copy;
    }
    if (m_bytes.startsWith("\xEF\xBB\xBF"))
        m_bytes = m_bytes.sliced(3);
    if (skipSpace(m_bytes, 0) == m_bytes.size())
        return fail(ErrorCode::Malformed, tr("%1 is empty.").arg(path));
    return {};
}

qsizetype skipValue(QByteArrayView json, qsizetype position)
{
    if (position >= json.size())
        return json.size();
    if (json[position] == '"')
        return skipString(json, position);
    if (structure[static_cast<unsigned char>(json[position])] != 1) {
        while (position < json.size() && !isSpace(json[position]) && !std::strchr(",]}", json[position]))
            ++position;
        return position;
    }
    std::int64_t depth = 0;
    const char *data = json.data();
    while (position < json.size()) {
        const std::int8_t kind = structure[static_cast<unsigned char>(data[position])];
        if (kind == 2) {
            position = skipString(json, position);
            continue;
        }
        depth += kind;
        ++position;
        if (kind == -1 && depth == 0)
            return position;
    }
    return json.size();
}

RootIndex indexRoot(QByteArrayView json)
{
    RootIndex index;
    qsizetype position = skipSpace(json, 0);
    const auto stop = [&] {
        index.broken = true;
        index.endsEarly = position >= json.size();
        index.brokenAt = position;
        return index;
    };
    if (position < json.size() && json[position] == '[') {
        index.isArray = true;
        const qsizetype end = skipValue(json, position);
        index.members.push_back({{}, position, end});
        if (json[end - 1] != ']') {
            position = end;
            return stop();
        }
        return index;
    }
    if (position >= json.size() || json[position] != '{')
        return stop();
    for (bool first = true;; first = false) {
        position = skipSpace(json, position + 1);
        if (first && position < json.size() && json[position] == '}')
            return index;
        if (position >= json.size() || json[position] != '"')
            return stop();
        const qsizetype keyEnd = skipString(json, position);
        QByteArray key = json.sliced(position + 1, std::max<qsizetype>(0, keyEnd - position - 2)).toByteArray();
        position = skipSpace(json, keyEnd);
        if (position >= json.size() || json[position] != ':')
            return stop();
        position = skipSpace(json, position + 1);
        if (position >= json.size())
            return stop();
        const qsizetype end = skipValue(json, position);
        if (end == position)
            return stop();
        index.members.push_back({std::move(key), position, end});
        position = skipSpace(json, end);
        if (position < json.size() && json[position] == '}')
            return index;
        if (position >= json.size() || json[position] != ',')
            return stop();
    }
}

}  // namespace plumbline::coco
